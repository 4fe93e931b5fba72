/**
 * `npm run bench -- fuzz [COUNT [SEED]]`: so many inputs in all, 10,000 unless said: damaged texts at every reader
 * (tests/fuzz/readers.ts), and random patients at all that score (tests/fuzz/agreement.ts), from the seed, or from
 * another one each time. `npm run bench -- fuzz 30m` goes on until 30 minutes are over, turn by turn. Prints what was
 * wrong with what gives it again, and exits with 1; a text that takes more than a second is wrong too.
 * With `--write`, what was done stands in docs/fuzz.json after each turn, for the page that tells of it.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { identity } from "../../scripts/identity.ts";
import { startChromium } from "../browser/support/chromium.ts";
import { openLhcForms } from "../browser/support/lhc-forms.ts";
import { type Compared, compareByCommand, compareBySql, compareRecords, compareRows } from "../fuzz/agreement.ts";
import { type Fault, fuzz } from "../fuzz/fuzz.ts";
import { compareByQuestionnaire } from "../fuzz/questionnaire.ts";
import { readers } from "../fuzz/readers.ts";
import { type Random, randomFrom } from "../scoring/support/random-records.ts";
import { duckdb } from "../sql/support/engines.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { write: { type: "boolean" } } });
const [, asked = "10000", seed = String(Date.now() % 1_000_000)] = positionals;
const minutes = /^(\d+)m$/.exec(asked)?.[1];
const [count, time] = minutes
  ? [Number.POSITIVE_INFINITY, Number(minutes) * 60_000]
  : [Number(asked), Number.POSITIVE_INFINITY];

/** What goes from one seed, in the same parts each time, so that a run that is ended has tried something of all. */
const TURN = 100_000;

interface Kind {
  readonly of: "texts" | "records" | "rows";
  readonly name: string;
  /** How many of a turn's inputs. */
  readonly part: number;
  readonly run: (count: number, from: number) => Promise<Compared & { readonly slowest?: number }>;
}

interface Sum {
  inputs: number;
  faults: number;
  slowest: number;
  /** Of the processor's time. */
  microseconds: number;
}

/** Inputs at a time: more take too much memory, and fewer are all of one cohort. */
const inBatches =
  (batch: number, compare: (random: Random, count: number) => Compared | Promise<Compared>): Kind["run"] =>
  async (most, from) => {
    const random = randomFrom(from);
    let inputs = 0;
    const faults: Fault[] = [];
    for (let left = most; left > 0; left -= batch) {
      const compared = await compare(random, Math.min(batch, left));
      inputs += compared.inputs;
      faults.push(...compared.faults);
    }
    return { inputs, faults };
  };

/** Fewer of what takes milliseconds. */
const PARTS: Readonly<Record<string, number>> = {
  "clinical texts": 200,
  "questions about wrong answers": 200,
  "what a room is sent": 200,
  "prepared rounds": 100,
  "cohort files": 100,
};

const engine = await duckdb();
const server = await startChromium();
const browser = await chromium.connect(server.wsEndpoint());
const sized: readonly Kind[] = [
  ...readers.map((reader): Kind => {
    const run: Kind["run"] = (most, from) => fuzz(reader, most, from);
    return { of: "texts", name: reader.name, part: PARTS[reader.name] ?? 500, run };
  }),
  {
    of: "records",
    name: "by page, line, interface and papers",
    part: 1_000,
    run: inBatches(1_000, compareRecords),
  },
  { of: "records", name: "by the command as it is started", part: 1_000, run: inBatches(5_000, compareByCommand) },
  {
    of: "records",
    name: "by the Questionnaire in LHC-Forms",
    part: 2,
    run: inBatches(5, async (random, records) => {
      // Each form takes longer than the one before it on the same page.
      const page = await openLhcForms(browser);
      const compared = await compareByQuestionnaire(random, records, page);
      await page.close();
      return compared;
    }),
  },
  {
    of: "rows",
    name: "by SQL and the compiled scorer",
    part: 70_000,
    run: inBatches(35_000, (random, rows) => compareBySql(random, rows, engine)),
  },
];
/** Takes what is left of a turn. */
const rest: Kind = {
  of: "rows",
  name: "by a line and the compiled scorer",
  part: TURN,
  run: inBatches(2_000, compareRows),
};
const kinds = [...sized, rest];
const sums = new Map(kinds.map((kind): [Kind, Sum] => [kind, { inputs: 0, faults: 0, slowest: 0, microseconds: 0 }]));

/** @returns how many inputs there were. */
async function take(kind: Kind, inputs: number, from: number): Promise<number> {
  const began = process.cpuUsage();
  const run = await kind.run(inputs, from);
  const sum = sums.get(kind);
  if (!sum) throw new Error(`${kind.name} is not counted`);
  // The first of each kind of fault; the rest are counted.
  for (const { what, why, input } of sum.faults < 5 ? run.faults.slice(0, 5) : [])
    console.log(`${what} (seed ${from}): ${why}\n  ${JSON.stringify(input.slice(0, 4_000))}`);
  sum.inputs += run.inputs;
  sum.faults += run.faults.length;
  sum.slowest = Math.max(sum.slowest, run.slowest ?? 0);
  const { user, system } = process.cpuUsage(began);
  sum.microseconds += user + system;
  return run.inputs;
}

const total = (key: "inputs" | "faults"): number => [...sums.values()].reduce((sum, one) => sum + one[key], 0);

const root = join(import.meta.dirname, "../..");
// That of the code that runs, whatever is committed in the meantime.
const commit = execFileSync("git", ["rev-parse", "HEAD"], { cwd: root, encoding: "utf8" }).trim();

function write(): void {
  const by = (of: Kind["of"]) =>
    Object.fromEntries(
      [...sums].flatMap(([kind, { inputs, faults }]) => (kind.of === of ? [[kind.name, { inputs, faults }]] : [])),
    );
  const result = {
    date: new Date().toISOString().slice(0, 10),
    commit,
    definitions: identity.definitions,
    seed: Number(seed),
    inputs: total("inputs"),
    faults: total("faults"),
    texts: by("texts"),
    records: by("records"),
    rows: by("rows"),
  };
  writeFileSync(join(root, "docs", "fuzz.json"), `${JSON.stringify(result, null, 2)}\n`);
}

const whole = (number: number): string => Math.round(number).toLocaleString("en-US");
console.log(`${minutes ? `${minutes} minutes` : `${whole(count)} inputs`}, seed ${seed}`);
const start = performance.now();
const seconds = () => whole((performance.now() - start) / 1_000);
for (let turn = 0; total("inputs") < count && performance.now() - start < time; turn += 1) {
  const from = Number(seed) + turn;
  let left = Math.min(TURN, count - total("inputs"));
  const share = left / TURN;
  for (const kind of sized) left -= await take(kind, Math.ceil(kind.part * share), from);
  if (left > 0) await take(rest, left, from);
  if (values.write) write();
  console.log(`${whole(total("inputs"))} inputs in ${seconds()} s, ${total("faults")} faults`);
}
await browser.close();
await server.close();
await engine.close();

for (const [{ of, name }, { inputs, microseconds, slowest, faults }] of sums) {
  const most = slowest > 0 ? `, the slowest ${slowest.toFixed(0)} ms` : "";
  const each = (microseconds / Math.max(1, inputs)).toFixed(0);
  console.log(`${of}, ${name}: ${whole(inputs)} inputs, ${each} µs each${most}, ${faults} faults`);
}
process.exitCode = total("faults") > 0 ? 1 : 0;
