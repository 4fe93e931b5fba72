/**
 * Judges mutants of code in a process of its own, one line of JSON for each step on standard output: what is told first
 * is how long the next step should take, so that whoever listens can tell a mutant that hangs. What to do is in the
 * file that is named: `node tests/mutation/code/session.ts JOB.json`.
 */
import { readFileSync, writeSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { collect, newRound } from "../harness.ts";
import type { Collected } from "../shim.ts";
import { readersOf } from "./graph.ts";
import { type CodeMutant, edited } from "./mutate.ts";
import { marked } from "./reach.ts";

/** How a test goes without any change: how long it takes, and which parts of which files it gets to. */
export interface TestReach {
  readonly name: string;
  readonly ms: number;
  readonly parts: Readonly<Record<string, readonly number[]>>;
}

export interface FileReach {
  readonly file: string;
  readonly loadMs: number;
  /** What runs while the file is loaded, for all of its tests. */
  readonly parts: Readonly<Record<string, readonly number[]>>;
  readonly tests: readonly TestReach[];
}

export interface Judgment {
  readonly id: string;
  readonly noticed?: { readonly file: string; readonly test: string };
  /** How many tests got to the place. */
  readonly tests: number;
}

export type Job =
  | { readonly kind: "reach"; readonly tests: readonly string[]; readonly files: readonly string[] }
  | {
      readonly kind: "judge";
      readonly mutants: readonly (CodeMutant & { readonly part: number })[];
      readonly reach: readonly FileReach[];
      /** For so long, by what the tests take without any change, is a mutant judged. */
      readonly budgetMs: number;
      /** Whether each test first goes without the change, here and now: how long it may take goes by that. */
      readonly beside?: true;
    };

export type Told =
  | { readonly kind: "next"; readonly ms: number; readonly of: string }
  | { readonly kind: "reach"; readonly reach: FileReach }
  | { readonly kind: "failed"; readonly of: string; readonly message: string }
  | { readonly kind: "judged"; readonly judged: Judgment };

/** What the process has worked so far, which depends little on what else the machine is doing. */
const workedMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** So much more than without the change, and this much besides, may a step work before it hangs. */
const TIMES = 10;
const MORE_MS = 5_000;

/** Ends the process once it has worked more than it may, from beside it: nothing in it gets a turn then. */
const mayWork = new Float64Array(new SharedArrayBuffer(8));
mayWork[0] = Number.MAX_VALUE;
const WATCHER = `
  const { workerData } = require("node:worker_threads");
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    if ((user + system) / 1000 > workerData[0]) process.kill(process.pid, "SIGKILL");
  }, 100);
`;
new Worker(WATCHER, { eval: true, workerData: mayWork }).unref();

function tell(told: Told): void {
  if (told.kind === "next") mayWork[0] = workedMs() + told.ms * TIMES + MORE_MS;
  // The name of a test may hold a mark at which whoever listens would end a line.
  const line = JSON.stringify(told).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
  // A pipe takes a long line in pieces, and none while it is full.
  for (let left = Buffer.from(`${line}\n`); left.length > 0; ) {
    try {
      left = left.subarray(writeSync(1, left));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    }
  }
}

/** Tests that start a process of their own, which would read the code as it is. */
const ELSEWHERE = /on the command line/;
/** Tests that go through so much that others have long noticed. */
const LONG = /on 540 sets|400 records|150 records|all 8,388,608/;
/** Tests of how long something takes: what they say depends on what else the machine is doing. */
const TIMED = /growth\.test\.ts|time grows with the length/;

/** What a test makes the code say belongs to the test; what is left running fails nothing. */
process.on("unhandledRejection", () => undefined);
process.on("uncaughtException", () => undefined);
console.log = console.info = console.warn = console.error = () => undefined;

let reached = new Map<string, Set<number>>();
Object.assign(globalThis, {
  reached: (file: string, part: number) => {
    const known = reached.get(file);
    if (known) known.add(part);
    else reached.set(file, new Set([part]));
  },
});

const takeReached = (): Record<string, number[]> => {
  const parts = Object.fromEntries([...reached].map(([file, numbers]) => [file, [...numbers]]));
  reached = new Map();
  return parts;
};

const isTestFile = (path: string) => path.endsWith(".test.ts");

async function reach(tests: readonly string[], files: readonly string[]): Promise<void> {
  const anew = readersOf(files);
  const changes = files.map((file) => ({
    file,
    change: (source: string) => marked(file, source),
    asWritten: true,
  }));
  for (const file of tests) {
    const round = newRound(changes, (path) => anew.has(path) || isTestFile(path));
    tell({ kind: "next", ms: 60_000, of: file });
    takeReached();
    const began = workedMs();
    const collected = await collect(file, round);
    const loadMs = Math.round(workedMs() - began);
    const parts = takeReached();
    const found: TestReach[] = [];
    for (const { name, run } of collected) {
      if (ELSEWHERE.test(name) || LONG.test(name) || TIMED.test(`${file} ${name}`)) continue;
      tell({ kind: "next", ms: 60_000, of: `${file} ${name}` });
      const from = workedMs();
      try {
        await run();
      } catch (error) {
        tell({ kind: "failed", of: `${file} ${name}`, message: String(error).slice(0, 500) });
        takeReached();
        continue;
      }
      found.push({ name, ms: Math.round(workedMs() - from), parts: takeReached() });
    }
    tell({ kind: "reach", reach: { file, loadMs, parts, tests: found } });
  }
}

interface Planned {
  readonly file: string;
  readonly loadMs: number;
  readonly name: string;
  readonly ms: number;
}

/** Which tests noticed how many mutants of a file so far: they are asked first. */
const noticers = new Map<string, Map<string, number>>();
const FAVORITES = 5;
const QUICK_MS = 100;

const keyOf = ({ file, name }: { readonly file: string; readonly name: string }) => `${file} ${name}`;

function planOf({ file, part }: CodeMutant & { readonly part: number }, all: readonly FileReach[]): Planned[] {
  const found: Planned[] = [];
  for (const one of all) {
    const inLoad = one.parts[file]?.includes(part);
    for (const { name, ms, parts } of one.tests)
      if (inLoad || parts[file]?.includes(part)) found.push({ file: one.file, loadMs: one.loadMs, name, ms });
  }
  const counts = noticers.get(file) ?? new Map<string, number>();
  const favorites = found
    .filter((one) => one.ms < QUICK_MS && counts.has(keyOf(one)))
    .sort((a, b) => (counts.get(keyOf(b)) ?? 0) - (counts.get(keyOf(a)) ?? 0))
    .slice(0, FAVORITES);
  const bucket = ({ ms }: Planned) => [10, 700].filter((limit) => ms >= limit).length;
  const steps = readersOf([file]);
  const stepsTo = (one: Planned) => steps.get(one.file) ?? Number.MAX_SAFE_INTEGER;
  // Those that read the changed module themselves before those that do so through others; then in turn from each file,
  // in the order in which they are named, so that one with many does not keep the others from being asked.
  const asked = new Map<string, number>();
  const turnOf = new Map(
    found.map((one) => {
      const key = `${bucket(one)} ${one.file}`;
      const turn = asked.get(key) ?? 0;
      asked.set(key, turn + 1);
      return [one, turn];
    }),
  );
  const rest = found
    .filter((one) => !favorites.includes(one))
    .sort((a, b) => bucket(a) - bucket(b) || stepsTo(a) - stepsTo(b) || (turnOf.get(a) ?? 0) - (turnOf.get(b) ?? 0));
  return [...favorites, ...rest];
}

/** By the changed file and the test: whether it passes in this process without any change. */
const passing = new Map<string, boolean>();

const named = (collected: readonly Collected[], wanted: string) =>
  collected.filter(({ name }) => name === wanted || name === "the file itself");

/** Whether a test passes without the change, loaded as anew as with it, and how long it then works. */
async function unchanged(one: Planned, anew: ReadonlyMap<string, number>) {
  const round = newRound([], (path) => anew.has(path) || isTestFile(path));
  tell({ kind: "next", ms: 60_000, of: `${one.file} ${one.name}` });
  const began = workedMs();
  const collected = await collect(one.file, round);
  const loadMs = workedMs() - began;
  let passes = true;
  const from = workedMs();
  for (const { run } of named(collected, one.name)) {
    try {
      await run();
    } catch {
      passes = false;
    }
  }
  return { passes, loadMs, ms: workedMs() - from };
}

/** Whether what noticed a mutant is the mutant's doing: the test passes without it, in the same process. */
async function isItsDoing(one: Planned, mutant: CodeMutant, anew: ReadonlyMap<string, number>): Promise<boolean> {
  const key = `${mutant.file} ${keyOf(one)}`;
  const known = passing.get(key) ?? (await unchanged(one, anew)).passes;
  passing.set(key, known);
  return known;
}

async function judged(
  mutant: CodeMutant & { readonly part: number },
  all: readonly FileReach[],
  budgetMs: number,
  beside: boolean,
): Promise<Judgment> {
  const planned = planOf(mutant, all);
  const anew = readersOf([mutant.file]);
  const change = { file: mutant.file, change: (source: string) => edited(source, mutant.edit), asWritten: true };
  const round = newRound([change], (path) => anew.has(path) || isTestFile(path));
  const loaded = new Map<string, readonly Collected[]>();
  let spent = 0;
  for (const one of planned) {
    spent += one.ms + (loaded.has(one.file) ? 0 : one.loadMs);
    if (spent > budgetMs && loaded.size > 0) break;
    const measured = beside ? await unchanged(one, anew) : one;
    let collected = loaded.get(one.file);
    if (!collected) {
      tell({ kind: "next", ms: measured.loadMs, of: mutant.id });
      collected = await collect(one.file, round);
      loaded.set(one.file, collected);
    }
    tell({ kind: "next", ms: measured.ms, of: mutant.id });
    for (const { name, run } of named(collected, one.name)) {
      try {
        await run();
      } catch {
        if (!(await isItsDoing(one, mutant, anew))) break;
        const counts = noticers.get(mutant.file) ?? new Map<string, number>();
        counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
        noticers.set(mutant.file, counts);
        return { id: mutant.id, noticed: { file: one.file, test: name }, tests: planned.length };
      }
    }
  }
  return { id: mutant.id, tests: planned.length };
}

const [path = ""] = process.argv.slice(2);
const job = JSON.parse(readFileSync(path, "utf8")) as Job;
if (job.kind === "reach") await reach(job.tests, job.files);
else
  for (const mutant of job.mutants) {
    tell({ kind: "next", ms: 0, of: mutant.id });
    tell({ kind: "judged", judged: await judged(mutant, job.reach, job.budgetMs, job.beside ?? false) });
  }
process.exit(0);
