/**
 * `npm run bench -- fuzz [COUNT [SEED]]`: so many damaged texts at every reader (tests/fuzz/readers.ts), 10,000 unless
 * said, and as many random patients at all that score (tests/fuzz/agreement.ts), from the seed, or from another one each
 * time. `npm run bench -- fuzz 30m` goes on for 30 minutes: each gets as many inputs as fit in its share of the time.
 * Prints what was wrong with what gives it again, and exits with 1; an input that takes more than a second is wrong too.
 */
import { chromium } from "playwright-core";
import { startChromium } from "../browser/support/chromium.ts";
import { openLhcForms } from "../browser/support/lhc-forms.ts";
import { type Compared, compareByCommand, compareBySql, compareRecords, compareRows } from "../fuzz/agreement.ts";
import { type Fault, fuzz } from "../fuzz/fuzz.ts";
import { compareByQuestionnaire } from "../fuzz/questionnaire.ts";
import { readers } from "../fuzz/readers.ts";
import { type Random, randomFrom } from "../scoring/support/random-records.ts";
import { duckdb } from "../sql/support/engines.ts";

const [, , , asked = "10000", seed = String(Date.now() % 1_000_000)] = process.argv;
const minutes = /^(\d+)m$/.exec(asked)?.[1];
const [count, time] = minutes
  ? [Number.POSITIVE_INFINITY, Number(minutes) * 60_000]
  : [Number(asked), Number.POSITIVE_INFINITY];

interface Kind {
  readonly name: string;
  /** Inputs at a time. */
  readonly batch: number;
  /** Its part of the time, beside 1 of each other; of a count, one of so many is taken. */
  readonly share: number;
  readonly compare: (random: Random, count: number) => Compared | Promise<Compared>;
}

interface Sum {
  inputs: number;
  faults: number;
  slowest: number;
  /** Of the processor's time. */
  microseconds: number;
}

const sums = new Map<string, Sum>();

function add(
  name: string,
  inputs: number,
  faults: readonly Fault[],
  slowest: number,
  began: NodeJS.CpuUsage,
  from: number,
): void {
  const sum = sums.get(name) ?? { inputs: 0, faults: 0, slowest: 0, microseconds: 0 };
  sums.set(name, sum);
  // The first of each kind of fault; the rest are counted.
  for (const { what, why, input } of sum.faults < 5 ? faults.slice(0, 5) : [])
    console.log(`${what} (seed ${from}): ${why}\n  ${JSON.stringify(input.slice(0, 4_000))}`);
  sum.inputs += inputs;
  sum.faults += faults.length;
  sum.slowest = Math.max(sum.slowest, slowest);
  const { user, system } = process.cpuUsage(began);
  sum.microseconds += user + system;
}

const engine = await duckdb();
const server = await startChromium();
const browser = await chromium.connect(server.wsEndpoint());
const page = await openLhcForms(browser);
const kinds: readonly Kind[] = [
  { name: "rows of cohorts, by a line and the compiled scorer", batch: 2_000, share: 6, compare: compareRows },
  { name: "records, by page, line, interface and papers", batch: 100, share: 3, compare: compareRecords },
  { name: "records, by the command as it is started", batch: 5_000, share: 1, compare: compareByCommand },
  { name: "rows, by SQL", batch: 20_000, share: 2, compare: (random, rows) => compareBySql(random, rows, engine) },
  {
    name: "records, by the Questionnaire in LHC-Forms",
    batch: 10,
    share: 0.5,
    compare: (random, records) => compareByQuestionnaire(random, records, page),
  },
];

/** Milliseconds that a kind with a share of 1 gets before the next has its turn. */
const TURN = 1_000;
/** Texts of one reader at a turn: no number is to be made of what takes no time. */
const MOST = 20_000;
/** Of so many inputs, one is worked out by the Questionnaire: a browser takes a thousand times as long. */
const FEWER: Readonly<Record<string, number>> = { "records, by the Questionnaire in LHC-Forms": 500 };

async function compareAll(kind: Kind, from: number, most: number, until: number): Promise<void> {
  const random = randomFrom(from);
  const began = performance.now();
  const used = process.cpuUsage();
  let inputs = 0;
  const faults: Fault[] = [];
  do {
    const compared = await kind.compare(random, Math.max(1, Math.min(kind.batch, most - inputs)));
    inputs += compared.inputs;
    faults.push(...compared.faults);
  } while (inputs < most && performance.now() - began < until);
  add(kind.name, inputs, faults, 0, used, from);
}

console.log(`${minutes ? `${minutes} minutes` : `${count} inputs each`}, seed ${seed}`);
const start = performance.now();
for (let turn = 0; turn === 0 || (minutes && performance.now() - start < time); turn += 1) {
  const from = Number(seed) + turn;
  for (const reader of readers) {
    const began = process.cpuUsage();
    const run = await fuzz(reader, minutes ? MOST : count, from, minutes ? TURN : undefined);
    add(reader.name, run.inputs, run.faults, run.slowest, began, from);
  }
  for (const kind of kinds) {
    const most = minutes ? Number.POSITIVE_INFINITY : Math.ceil(count / (FEWER[kind.name] ?? 1));
    await compareAll(kind, from, most, minutes ? TURN * kind.share : Number.POSITIVE_INFINITY);
  }
}
await browser.close();
await server.close();
await engine.close();

const whole = (number: number): string => Math.round(number).toLocaleString("en-US");
let [inputs, wrong] = [0, 0];
for (const [name, sum] of sums) {
  inputs += sum.inputs;
  wrong += sum.faults;
  const slowest = sum.slowest > 0 ? `, the slowest ${sum.slowest.toFixed(0)} ms` : "";
  const each = (sum.microseconds / sum.inputs).toFixed(0);
  console.log(`${name}: ${whole(sum.inputs)} inputs, ${each} µs each${slowest}, ${sum.faults} faults`);
}
console.log(`${whole(inputs)} inputs in ${whole((performance.now() - start) / 1_000)} s, ${wrong} faults`);
process.exitCode = wrong > 0 ? 1 : 0;
