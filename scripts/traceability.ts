/**
 * Everything that the sets say, traced to its source and to the records that exercise it: from the definitions, and from
 * what the test suite asserts. What the bundler makes has the counts as constants (scripts/module-as-data.ts).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { definitions, workedFindings, workedLimits } from "../criteria/index.ts";
import { type Trace, traceOf, type WorkedMaterial } from "../lib/check/trace.ts";
import { asWorked, type WorkedRecord, workedRecords } from "../lib/check/worked.ts";

/** The worked cases of the contract that have a result; those that are refused exercise no item. */
function contractCases(): readonly WorkedRecord[] {
  const file = join(import.meta.dirname, "..", "tests", "contract", "cases.json");
  const cases: readonly (WorkedRecord & { readonly expect?: unknown })[] = JSON.parse(readFileSync(file, "utf8"));
  return cases.filter(({ expect }) => expect !== undefined);
}

/** All that was worked out by hand and is asserted by the suite. */
export function workedMaterial(): WorkedMaterial {
  return {
    records: [
      ...definitions.examples.map(asWorked),
      ...contractCases(),
      ...workedFindings.flatMap((worked) => workedRecords(worked, definitions.sets)),
    ],
    limits: workedLimits,
  };
}

export function traced(): Trace {
  return traceOf(definitions, workedMaterial());
}

const trace = traced();

/** How many worked records exercise each item, by what they show: `{"criterion eular-acr-2019.fever": {"counted": 12}}`. */
export const exercised: Readonly<Record<string, Readonly<Record<string, number>>>> = Object.fromEntries(
  trace.sets.flatMap(({ rows }) =>
    rows
      .filter(({ kind }) => kind !== "sentence" && kind !== "weight")
      .map(({ kind, path, worked }) => [
        `${kind} ${path}`,
        Object.fromEntries(Object.entries(worked).map(([way, ids]) => [way, ids.length])),
      ]),
  ),
);

const rows = trace.sets.flatMap((set) => set.rows);
const { records, limits } = workedMaterial();

/** What was checked and tried, in numbers. */
export const evidence = {
  patients: definitions.examples.filter(({ kind }) => kind === "patient").length,
  records: records.length,
  limits: trace.limits.length,
  values: limits.reduce((sum, { present, absent }) => sum + present.length + absent.length, 0),
  sentences: rows.filter(({ kind }) => kind === "sentence").length,
  items: rows.filter(({ kind }) => kind !== "sentence").length,
  gaps: trace.gaps.length,
  sources: new Set(rows.flatMap(({ source }) => source)).size,
};

/** What one folder of code, or the definitions, came to when they were changed on purpose. */
interface Mutated {
  readonly commit: string;
  readonly mutants: number;
  readonly noticed: number;
}

interface MutatedDefinitions extends Mutated {
  readonly definitions: string;
}

interface MutatedCode extends MutatedDefinitions {
  /** The day on which it was tried, as YYYY-MM-DD. */
  readonly on: string;
  /** Which share of the changes is to be noticed, in percent. */
  readonly bar: number;
  /** How many changes there were, where only a sample of them was made. */
  readonly sampledFrom?: number;
}

/** A change that no test noticed. */
interface Survivor {
  readonly reason?: string;
  /** It makes no difference to what anybody gets, so that no test could. */
  readonly same?: true;
}

type WrittenCode = Readonly<Record<string, MutatedCode & { readonly survivors: readonly Survivor[] }>>;

const { code, ...ofDefinitions }: MutatedDefinitions & { readonly code: WrittenCode } = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "docs", "mutation.json"), "utf8"),
);

/** The last whole run of `npm run bench -- mutation`. */
export const mutation: MutatedDefinitions = {
  commit: ofDefinitions.commit,
  mutants: ofDefinitions.mutants,
  noticed: ofDefinitions.noticed,
  definitions: ofDefinitions.definitions,
};

/** The last whole run of `npm run bench -- mutation code`, by the folder of code. */
export const mutatedCode: readonly (MutatedCode & {
  readonly folder: string;
  /** Of those that were not noticed, how many make no difference, are left for another reason, and have none. */
  readonly left: { readonly same: number; readonly reasoned: number; readonly unexplained: number };
})[] = Object.entries(code).map(([folder, { survivors, ...one }]) => {
  const { commit, definitions, on, bar, mutants, noticed, sampledFrom } = one;
  const same = survivors.filter((survivor) => survivor.same).length;
  const unexplained = survivors.filter(({ reason }) => reason === undefined).length;
  return {
    folder,
    commit,
    definitions,
    on,
    bar,
    mutants,
    noticed,
    left: { same, reasoned: survivors.length - same - unexplained, unexplained },
    ...(sampledFrom !== undefined && { sampledFrom }),
  };
});

/** How many inputs of a kind there were, by who read them, and how many of them went wrong. */
type Fuzzed = Readonly<Record<string, { readonly inputs: number; readonly faults: number }>>;

const fuzz: {
  readonly date: string;
  readonly definitions: string;
  readonly inputs: number;
  readonly faults: number;
  readonly texts: Fuzzed;
  readonly records: Fuzzed;
  readonly rows: Fuzzed;
} = JSON.parse(readFileSync(join(import.meta.dirname, "..", "docs", "fuzz.json"), "utf8"));

const inputsOf = (of: Fuzzed): number => Object.values(of).reduce((sum, { inputs }) => sum + inputs, 0);

/** The last run of `npm run bench -- fuzz` that was written down. */
export const fuzzed = {
  date: fuzz.date,
  definitions: fuzz.definitions,
  inputs: fuzz.inputs,
  faults: fuzz.faults,
  readers: Object.keys(fuzz.texts).length,
  texts: inputsOf(fuzz.texts),
  records: inputsOf(fuzz.records),
  rows: inputsOf(fuzz.rows),
};

/** The last run of `npm run bench -- load` that was written down. */
export const loaded: {
  readonly date: string;
  /** Clients at once. */
  readonly connections: number;
  readonly processors: number;
  readonly requests: number;
  /** Records a second, against requests a second of a handler of the same framework that does nothing: median of the parts. */
  readonly ratio: number;
  /** Milliseconds within which 99 of 100 were answered: median of the parts. */
  readonly p99: number;
  readonly parts: readonly { readonly megabytes: number }[];
} = JSON.parse(readFileSync(join(import.meta.dirname, "..", "docs", "load.json"), "utf8"));
