/**
 * Measures the reader on gold texts: `node tests/reading/evaluate.ts [COLLECTION...] [--all]` prints precision, recall
 * and traps of each collection in tests/reading/texts, and what was wrong. Matching is that of the gold texts' rules:
 * values are compared in the engine's canonical unit, what is optional counts neither way.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { definitions, inTexts, testsNotRead } from "../../criteria/index.ts";
import type { FindingId, LabTest, TestId } from "../../criteria/types.ts";
import { readText } from "../../lib/reading/read-text.ts";
import type { FindingProposal, MeasurementProposal, ReadingWords, TextReading } from "../../lib/reading/types.ts";
import { canonicalFrom } from "../../lib/record/units.ts";

interface GoldValue {
  readonly test: TestId;
  readonly value?: number;
  readonly unit?: string;
  readonly comparator?: "<" | ">";
  readonly low?: number;
  readonly high?: number;
  readonly date?: string;
  /** The day can be read in two ways: any or none will do. */
  readonly dateUncertain?: true;
}

interface GoldFinding {
  readonly finding: FindingId;
  readonly status: "present" | "absent";
  readonly explained?: boolean;
  readonly date?: string;
}

export interface GoldText {
  readonly id: string;
  readonly text: string;
  readonly measurements: readonly GoldValue[];
  readonly findings: readonly GoldFinding[];
  readonly mustNot: readonly ((GoldValue | GoldFinding) & { readonly because: string })[];
  readonly optional: readonly (GoldValue | GoldFinding)[];
}

export interface Tally {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

export interface Score {
  readonly measurements: Tally;
  readonly findings: Tally;
  readonly traps: { readonly sprung: number; readonly of: number };
  readonly faults: readonly string[];
}

export const words: ReadingWords = { definitions, notRead: testsNotRead, inTexts };

const readings = new Map<string, TextReading>();

/** What is read of a text, read once however often it is asked for. */
export function readingOf(text: string): TextReading {
  const known = readings.get(text) ?? readText(text, words);
  readings.set(text, known);
  return known;
}

export function goldTexts(collection: string): readonly GoldText[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, "texts", `${collection}.json`), "utf8")) as GoldText[];
}

function same(
  test: TestId,
  one: number | undefined,
  unit: string | undefined,
  other: number | undefined,
  otherUnit: string,
): boolean {
  if (one === undefined || other === undefined) return one === other;
  const lab: LabTest = definitions.tests[test];
  const a = canonicalFrom(one, unit ?? otherUnit, lab);
  const b = canonicalFrom(other, otherUnit, lab);
  return a !== undefined && b !== undefined && Math.abs(Number(a.n) / Number(a.d) - Number(b.n) / Number(b.d)) < 1e-9;
}

const isValue = (gold: GoldValue | GoldFinding): gold is GoldValue => "test" in gold;

function sameValue(gold: GoldValue, read: MeasurementProposal): boolean {
  return (
    gold.test === read.test &&
    gold.comparator === read.comparator &&
    same(gold.test, gold.value, gold.unit, read.value, read.unit)
  );
}

function sameInAll(gold: GoldValue, read: MeasurementProposal): boolean {
  return (
    sameValue(gold, read) &&
    same(gold.test, gold.low, gold.unit, read.low, read.unit) &&
    same(gold.test, gold.high, gold.unit, read.high, read.unit) &&
    (gold.dateUncertain === true || gold.date === read.date)
  );
}

function sameFinding(gold: GoldFinding, read: FindingProposal): boolean {
  return (
    gold.finding === read.finding &&
    gold.status === read.status &&
    (gold.explained ?? false) === (read.explainedBy !== undefined) &&
    (gold.date === undefined || gold.date === read.date)
  );
}

function isSprung(trap: GoldText["mustNot"][number], read: MeasurementProposal | FindingProposal): boolean {
  if (isValue(trap)) {
    if (read.kind !== "measurement" || trap.test !== read.test) return false;
    return (
      trap.value === undefined ||
      trap.value === read.value ||
      (trap.unit !== undefined && same(trap.test, trap.value, trap.unit, read.value, read.unit))
    );
  }
  return read.kind === "finding" && trap.finding === read.finding && trap.status === read.status;
}

/** Scores one collection. */
export function scoreOf(texts: readonly GoldText[]): Score {
  const faults: string[] = [];
  const tally = { measurements: { right: 0, wrong: 0, missed: 0 }, findings: { right: 0, wrong: 0, missed: 0 } };
  let sprung = 0;
  let of = 0;
  for (const gold of texts) {
    const { proposals } = readingOf(gold.text);
    const values = proposals.filter((one) => one.kind === "measurement");
    const findings = proposals.filter((one) => one.kind === "finding");
    const fault = (what: string, one: unknown): void => {
      faults.push(`${gold.id}: ${what} ${JSON.stringify(one)}`);
    };
    const leftValues = [...gold.measurements];
    for (const read of values) {
      const at = leftValues.findIndex((one) => sameInAll(one, read));
      if (at >= 0) {
        leftValues.splice(at, 1);
        tally.measurements.right += 1;
      } else if (
        !gold.optional.some(
          (one) =>
            isValue(one) &&
            (one.comparator ?? read.comparator) === read.comparator &&
            one.test === read.test &&
            same(one.test, one.value, one.unit, read.value, read.unit),
        )
      ) {
        tally.measurements.wrong += 1;
        fault("wrong value", { ...read, quote: gold.text.slice(...read.from) });
      }
    }
    for (const one of leftValues) {
      tally.measurements.missed += 1;
      fault("missed value", one);
    }
    const leftFindings = [...gold.findings];
    for (const read of findings) {
      const at = leftFindings.findIndex((one) => sameFinding(one, read));
      if (at >= 0) {
        leftFindings.splice(at, 1);
        tally.findings.right += 1;
      } else if (
        !gold.optional.some((one) => !isValue(one) && one.finding === read.finding && one.status === read.status)
      ) {
        tally.findings.wrong += 1;
        fault("wrong finding", { ...read, quote: gold.text.slice(...read.from) });
      }
    }
    for (const one of leftFindings) {
      tally.findings.missed += 1;
      fault("missed finding", one);
    }
    of += gold.mustNot.length;
    for (const trap of gold.mustNot) {
      const read = proposals.find((one) => isSprung(trap, one));
      if (!read) continue;
      sprung += 1;
      fault(`TRAP ${trap.because}`, { ...read, quote: gold.text.slice(...read.from) });
    }
  }
  return { ...tally, traps: { sprung, of }, faults };
}

export function precision({ right, wrong }: Tally): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

export function recall({ right, missed }: Tally): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}

if (import.meta.main) {
  const asked = process.argv.slice(2).filter((one) => !one.startsWith("--"));
  const quiet = process.argv.includes("--quiet");
  for (const collection of asked.length > 0 ? asked : ["shared", "own", "held-out"]) {
    const score = scoreOf(goldTexts(collection));
    const figures = ({ right, wrong, missed }: Tally): string =>
      `precision ${precision({ right, wrong, missed }).toFixed(3)} recall ${recall({ right, wrong, missed }).toFixed(3)} (${right} right, ${wrong} wrong, ${missed} missed)`;
    console.log(
      `${collection}\n  values   ${figures(score.measurements)}\n  findings ${figures(score.findings)}\n  traps    ${score.traps.sprung} of ${score.traps.of}`,
    );
    if (!quiet) for (const fault of score.faults) console.log(`    ${fault}`);
  }
}
