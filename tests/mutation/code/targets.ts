/** Which code is mutated, and by which tests each folder is judged. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { randomFrom } from "../../scoring/support/random-records.ts";
import { type CodeMutant, mutantsOf } from "./mutate.ts";

export interface Target {
  readonly folder: string;
  /** What of the folder is mutated. */
  readonly files: string;
  /** Test files that judge it. */
  readonly tests: readonly string[];
  /** How many of its mutants are judged unless all are asked for (`--all`): drawn with a fixed seed. */
  readonly sample?: number;
  /** For so long its tests judge one mutant, where those that are loaded with much need more than others. */
  readonly budgetMs?: number;
}

const SEED = 20_261_126;

/** Which share of its mutants the tests of a folder are to notice, in percent. */
export const BAR = 95;

export const targets: readonly Target[] = [
  {
    folder: "lib/scoring",
    files: "lib/scoring/*.ts",
    tests: [
      "tests/scoring/{any-set,completions,explained-counted,result,open,plan,robustness,robustness-by-trying,tally,timeline}.test.ts",
      "tests/explain/other-readings.test.ts",
      "tests/{pitfalls,cases}.test.ts",
    ],
  },
  {
    folder: "lib/record",
    files: "lib/record/*.ts",
    tests: [
      "tests/record/*.test.ts",
      "tests/{pitfalls,cases}.test.ts",
      "tests/explain/{limits,other-readings,true-words}.test.ts",
      "tests/scoring/timeline.test.ts",
      "tests/api/score.test.ts",
      "tests/find/measurement.test.ts",
    ],
    sample: 300,
  },
  {
    folder: "lib/cohort",
    files: "lib/cohort/{circuit,set-circuit,scorer,completed,facts}.ts",
    tests: ["tests/cohort/{agree,circuit,complete,columns,score-file}.test.ts"],
    sample: 240,
  },
  {
    folder: "lib/rounds",
    files: "lib/rounds/*.ts",
    tests: [
      "tests/rounds/{address,candidates,choices,code,counted,export,key,phases,plan,prepare,room,steps,summary,view,words}.test.ts",
    ],
  },
  {
    folder: "lib/reading",
    files: "lib/reading/**/*.ts",
    tests: ["tests/reading/*.test.ts"],
    sample: 120,
    budgetMs: 9_000,
  },
  {
    folder: "lib/find",
    files: "lib/find/*.ts",
    tests: ["tests/find/*.test.ts"],
    sample: 120,
    budgetMs: 30_000,
  },
];

const root = join(import.meta.dirname, "..", "..", "..");

export const sourceOf = (file: string): string => readFileSync(join(root, file), "utf8");

export const filesOf = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: root }).sort((a, b) => (a < b ? -1 : 1));

export const testsOf = ({ tests }: Target): readonly string[] => tests.flatMap(filesOf);

/** All mutants of a folder, whether or not they compile. */
export const everyMutantOf = ({ files }: Target): readonly CodeMutant[] =>
  filesOf(files).flatMap((file) => mutantsOf(file, sourceOf(file)));

/** Whether all mutants of a folder are judged. */
export const isWhole = ({ sample }: Target): boolean => sample === undefined || process.argv.includes("--all");

/** Those that are judged of all that there are: all, or as many as the sample holds. */
export function drawn<Of>(all: readonly Of[], target: Target): readonly Of[] {
  const { sample = 0 } = target;
  if (isWhole(target) || all.length <= sample) return all;
  const random = randomFrom(SEED);
  const chosen = new Set<number>();
  while (chosen.size < sample) chosen.add(Math.floor(random() * all.length));
  return all.filter((_, at) => chosen.has(at));
}
