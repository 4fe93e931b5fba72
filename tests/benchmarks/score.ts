/**
 * `npm run bench`: how long one record takes, for all sets, with reasons and with the figures only.
 * Prints milliseconds per record, and asserts nothing.
 */
import { readFileSync } from "node:fs";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, SleRecord, Status } from "../../criteria/types.ts";
import { assess, assessFigures, assessmentPlanOf } from "../../lib/assess.ts";
import { randomFrom, randomRecord } from "../scoring/support/random-records.ts";

interface Case {
  readonly id: string;
  readonly record: SleRecord;
}

const cases: readonly Case[] = JSON.parse(readFileSync(new URL("../contract/cases.json", import.meta.url), "utf8"));
const findings = Object.keys(definitions.findings) as FindingId[];

function caseRecord(id: string): SleRecord {
  const found = cases.find((one) => one.id === id);
  if (!found) throw new Error(`there is no case ${id}`);
  return found.record;
}

const records: Readonly<Record<string, SleRecord>> = {
  "empty (nothing answered)": { format: "sle-record/1" },
  "typical (6 answers)": caseRecord("patient-pericarditis-tamponade"),
  "half (every second finding answered)": {
    format: "sle-record/1",
    findings: Object.fromEntries(findings.filter((_, n) => n % 2 === 0).map((id) => [id, "absent" as Status])),
  },
  "full (every finding answered)": {
    format: "sle-record/1",
    findings: Object.fromEntries(findings.map((id) => [id, "present" as Status])),
  },
};

/** Milliseconds per call: the fastest of many batches, which other work on the machine disturbs least. */
function fastest(run: () => unknown): number {
  for (let warm = 0; warm < 300; warm += 1) run();
  const batch = 25;
  const times = Array.from({ length: 80 }, () => {
    const start = performance.now();
    for (let n = 0; n < batch; n += 1) run();
    return (performance.now() - start) / batch;
  });
  return Math.min(...times);
}

const plan = assessmentPlanOf(definitions);
const full = assess.bind(undefined, plan);
const figures = assessFigures.bind(undefined, plan);
console.log(`${definitions.sets.length} sets, milliseconds per record`);
for (const [name, record] of Object.entries(records)) {
  const withReasons = fastest(() => full(record)).toFixed(3);
  const figuresOnly = fastest(() => figures(record)).toFixed(3);
  console.log(`${name.padEnd(40)} with reasons ${withReasons}   figures only ${figuresOnly}`);
}

// Nothing learned from one record helps with the next: a cohort, or the first answer after a page is opened.
const random = randomFrom(11);
const strangers = Array.from({ length: 1000 }, () => randomRecord(random, 0.6));
let next = 0;
const another = () => strangers[next++ % strangers.length] ?? { format: "sle-record/1" as const };
const withReasons = fastest(() => full(another())).toFixed(3);
const figuresOnly = fastest(() => figures(another())).toFixed(3);
console.log(`${"random (another one each time)".padEnd(40)} with reasons ${withReasons}   figures only ${figuresOnly}`);
