/**
 * `npm run bench -- mutation code [FOLDER or FILE...] [--part K/N] [--again] [--all]`: changes the code of scoring, of the record, of the
 * compiled scorer, of rounds, of reading and of the quick find, one place at a time, and says which test notices
 * (tests/mutation/code). What was judged is kept in .artifacts/mutation-code.jsonl, so that a run that is broken off
 * goes on where it was; once all of a folder is judged, its result is written to docs/mutation.json. Of a file that is
 * named, all are judged, and nothing is written.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { identity } from "../../scripts/identity.ts";
import { compiling } from "../mutation/code/compiles.ts";
import { HANGS, judgeCode, reachOf } from "../mutation/code/judge-code.ts";
import type { CodeMutant } from "../mutation/code/mutate.ts";
import type { FileReach, Judgment } from "../mutation/code/session.ts";
import { SURVIVORS } from "../mutation/code/survivors.ts";
import {
  BAR,
  drawn,
  everyMutantOf,
  filesOf,
  isWhole,
  sourceOf,
  type Target,
  targets,
  testsOf,
} from "../mutation/code/targets.ts";

const root = join(import.meta.dirname, "../..");
const artifact = (name: string) => join(root, ".artifacts", name);
mkdirSync(join(root, ".artifacts"), { recursive: true });

const named = process.argv.slice(process.argv.indexOf("code") + 1).filter((one) => one.startsWith("lib/"));
const part = /^(\d+)\/(\d+)$/.exec(process.argv[process.argv.indexOf("--part") + 1] ?? "");
const [which, of] = process.argv.includes("--part") && part ? [Number(part[1]), Number(part[2])] : [1, 1];

/** What no test noticed is judged again where there are new ones. */
const again = process.argv.includes("--again");

const hashOf = (...texts: readonly string[]) => {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text).update("\0");
  return hash.digest("hex").slice(0, 16);
};

const engine = hashOf(
  ...globSync("{lib/{definition,record,scoring,explain}/*.ts,criteria/*.ts}", { cwd: root }).sort().map(sourceOf),
);

/** The lines of a file that is only added to, the latest of each key. */
function keptIn<Line>(name: string, keyOf: (line: Line) => string): Map<string, Line> {
  const path = artifact(name);
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean) : [];
  return new Map(lines.map((line) => JSON.parse(line) as Line).map((line) => [keyOf(line), line]));
}

const keep = (name: string, line: unknown) => appendFileSync(artifact(name), `${JSON.stringify(line)}\n`);

/** Those that were drawn and compile, which is found out once for the same code. */
function mutantsThatCompile(target: Target): readonly CodeMutant[] {
  const code = filesOf(target.files).map(sourceOf);
  const drawnBy = isWhole(target) ? [] : [String(target.sample)];
  const key = hashOf(engine, ...drawnBy, ...code, sourceOf("tests/mutation/code/mutate.ts"));
  const path = artifact(`mutation-compiling-${key}.json`);
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8")) as CodeMutant[];
  const all = compiling(drawn(everyMutantOf(target), target));
  writeFileSync(path, JSON.stringify(all));
  return all;
}

/** Tests that take longer judge none of them. */
const SLOWEST_MS = 1_200;
/**
 * For so long, by what they and the loading of their files take without any change, tests judge one mutant: the quickest
 * first, and of those the ones that read the changed file themselves.
 */
const BUDGET_MS = 6_000;

interface KeptReach {
  readonly key: string;
  readonly reach: FileReach;
}

async function reachIn(target: Target): Promise<readonly (KeptReach & { readonly file: string })[]> {
  const files = filesOf(target.files);
  const keyOf = (file: string) => hashOf("by work", target.folder, ...files.map(sourceOf), file, sourceOf(file));
  const kept = keptIn<KeptReach>("mutation-reach.jsonl", ({ key }) => key);
  const tests = testsOf(target);
  const missing = tests.filter((file) => !kept.has(keyOf(file)));
  if (missing.length > 0) {
    console.log(`${target.folder}: ${missing.length} test files are run as they are`);
    for (const reach of await reachOf(missing, files)) {
      const line = { key: keyOf(reach.file), reach };
      kept.set(line.key, line);
      keep("mutation-reach.jsonl", line);
    }
  }
  return tests.flatMap((file) => {
    const found = kept.get(keyOf(file));
    if (!found) return [];
    return [
      { ...found, reach: { ...found.reach, tests: found.reach.tests.filter(({ ms }) => ms <= SLOWEST_MS) }, file },
    ];
  });
}

interface Kept extends Judgment {
  /** What the file was that was changed, and what judged it. */
  readonly source: string;
  readonly judges: string;
}

async function judgeFolder(target: Target): Promise<void> {
  const all = mutantsThatCompile(target);
  const reach = await reachIn(target);
  const budget = target.budgetMs ?? BUDGET_MS;
  const judges = hashOf(String(budget), ...reach.map(({ key }) => key));
  const sources = new Map(filesOf(target.files).map((file) => [file, hashOf(sourceOf(file))]));
  const kept = keptIn<Kept>("mutation-code.jsonl", ({ id }) => id);
  const known = (one: CodeMutant): Kept | undefined => {
    const found = kept.get(one.id);
    if (!found || found.source !== sources.get(one.file)) return undefined;
    // A test that noticed still does; others may be new.
    return found.noticed || found.judges === judges || !again ? found : undefined;
  };
  const wanted = all.filter((one, at) => at % of === which - 1 && !known(one));
  console.log(`${target.folder}: ${all.length} mutants, ${wanted.length} to judge now`);
  const byId = new Map(wanted.map((one) => [one.id, one]));
  let done = 0;
  await judgeCode(
    wanted,
    reach.map((one) => one.reach),
    (judged) => {
      const line = { ...judged, source: sources.get(byId.get(judged.id)?.file ?? "") ?? "", judges };
      kept.set(line.id, line);
      keep("mutation-code.jsonl", line);
      done += 1;
      if (judged.noticed && SURVIVORS[judged.id]) console.log(`noticed, although a reason is given: ${judged.id}`);
      if (!judged.noticed && !SURVIVORS[judged.id] && !(judged.tests === 0 && byId.get(judged.id)?.fallback))
        console.log(`not noticed (${judged.tests} tests get there): ${judged.id}`);
      if (judged.noticed?.file === "") console.log(`${judged.noticed.test}: ${judged.id}`);
      if (done % 50 === 0) console.log(`${done} of ${wanted.length}`);
    },
    budget,
  );
  const fallbacks = new Set(all.flatMap(({ id, fallback }) => (fallback ? [id] : [])));
  // What nothing reaches and only the compiler asks for is not counted, but said.
  const judged = all.flatMap((one) => known(one) ?? []);
  const left = judged.filter(({ id, noticed, tests }) => !noticed && !(fallbacks.has(id) && tests === 0));
  console.log(
    `${target.folder}: ${judged.filter(({ noticed }) => noticed).length} of ${judged.length} noticed, ${left.length} not`,
  );
  if (judged.length === all.length && targets.includes(target)) writeResult(target, judged, left, sources);
}

function writeResult(
  target: Target,
  judged: readonly Kept[],
  left: readonly Kept[],
  sources: ReadonlyMap<string, string>,
): void {
  const { folder, files } = target;
  const path = join(root, "docs", "mutation.json");
  const whole = JSON.parse(readFileSync(path, "utf8")) as { readonly code?: Readonly<Record<string, unknown>> };
  const unreached = judged.filter(({ noticed }) => !noticed).length - left.length;
  const result = {
    files,
    on: new Date().toISOString().slice(0, 10),
    bar: BAR,
    definitions: identity.definitions,
    commit: execFileSync("git", ["rev-parse", "HEAD"], { cwd: root, encoding: "utf8" }).trim(),
    // Before those were left out that do not compile.
    ...(!isWhole(target) && { sampledFrom: everyMutantOf(target).length }),
    mutants: judged.length - unreached,
    noticed: judged.length - unreached - left.length,
    fallbacksNeverReached: unreached,
    hung: judged.filter(({ noticed }) => noticed?.test === HANGS).length,
    sources: Object.fromEntries(sources),
    survivors: left.map(({ id }) => ({ id, ...SURVIVORS[id] })),
  };
  const code = { ...whole.code, [folder]: result };
  const ordered = Object.fromEntries(
    targets.flatMap((one) => (code[one.folder] ? [[one.folder, code[one.folder]]] : [])),
  );
  writeFileSync(path, `${JSON.stringify({ ...whole, code: ordered }, null, 2)}\n`);
  console.log(`written: docs/mutation.json, ${folder}`);
}

/** What of a folder was asked for: all of it, or all mutants of files in it. */
function askedOf(target: Target): Target | undefined {
  if (named.length === 0 || named.includes(target.folder)) return target;
  const files = filesOf(target.files).filter((file) => named.includes(file));
  return files.length > 0 ? { ...wholeOf(target), files: `{${files.join(",")},}` } : undefined;
}

const wholeOf = ({ sample: _, ...target }: Target): Target => target;

/** So many that are soon noticed are judged anew by the tests, in turn: a few at a time. */
const AGAIN = 120;

/** Drawn from all that were noticed by a quick test, spread over the folders. Of a folder that was judged elsewhere, those from there stay. */
function writeAgain(): void {
  const path = join(root, "tests/mutation/code/again.json");
  const before = JSON.parse(readFileSync(path, "utf8")) as readonly { readonly id: string }[];
  const kept = keptIn<Kept>("mutation-code.jsonl", ({ id }) => id);
  const quick = new Set<string>();
  for (const { reach } of keptIn<KeptReach>("mutation-reach.jsonl", ({ key }) => key).values())
    for (const { name, ms } of reach.tests) if (ms < 100 && reach.loadMs < 1500) quick.add(`${reach.file} ${name}`);
  const all = targets.map((target) => {
    const every = everyMutantOf(target);
    const noticed = every.flatMap(({ id }) => {
      const by = kept.get(id)?.noticed;
      return by && quick.has(`${by.file} ${by.test}`) ? [{ id, ...by }] : [];
    });
    const ids = new Set(every.map(({ id }) => id));
    return noticed.length === 0
      ? before.filter(({ id }) => ids.has(id))
      : drawn(noticed, { ...target, sample: Math.ceil(AGAIN / targets.length) });
  });
  // One of each folder after the other, so that a few in a row are of different ones.
  const longest = Math.max(...all.map(({ length }) => length));
  const turns = Array.from({ length: longest }, (_, at) => all.flatMap((own) => own[at] ?? [])).flat();
  writeFileSync(path, `${JSON.stringify(turns, null, 2)}\n`);
}

for (const target of targets) {
  const asked = askedOf(target);
  if (asked) await judgeFolder(asked);
}
if (!named.some((one) => one.endsWith(".ts"))) writeAgain();
