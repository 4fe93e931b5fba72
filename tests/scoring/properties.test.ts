import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, Measurement, SleRecord } from "../../criteria/types.ts";
import { assess as assessBy, assessmentPlanOf, type Result } from "../../lib/assess.ts";
import type { SetResult } from "../../lib/scoring/result.ts";
import { assess, interpret, parse } from "../support/assess.ts";
import { consistentRecord, FINDINGS } from "./support/arbitraries.ts";

const RUNS = { seed: 20_19, numRuns: 1000 };

function resultsOf(record: SleRecord): readonly (readonly [string, SetResult])[] {
  const { results, issues } = assess(record);
  if (!results) throw new Error(`refused: ${JSON.stringify(issues)}`);
  return Object.entries(results);
}

const answered = (record: SleRecord, finding: FindingId, status: "present" | "absent"): SleRecord => ({
  ...record,
  findings: { ...record.findings, [finding]: status },
});

const unknownIn = (record: SleRecord): FindingId[] => {
  const { facts } = interpret(record);
  return FINDINGS.filter((finding) => facts?.[finding].status === "unknown");
};

/** A record, and the same with one of its unknown findings answered. */
const withOneMoreAnswer = fc
  .tuple(consistentRecord, fc.nat(), fc.constantFrom("present", "absent" as const))
  .map(([record, position, status]) => {
    const unknown = unknownIn(record);
    const finding = unknown[position % Math.max(unknown.length, 1)];
    return finding ? { record, more: answered(record, finding, status) } : { record, more: record };
  });

describe("answers", () => {
  test("an answer never unsettles a verdict, and never widens the bounds", () => {
    let settled = 0;
    fc.assert(
      fc.property(withOneMoreAnswer, ({ record, more }) => {
        const after = new Map(resultsOf(more));
        for (const [set, before] of resultsOf(record)) {
          const now = after.get(set);
          expect(now?.score.lower, set).toBeGreaterThanOrEqual(before.score.lower);
          expect(now?.score.upper, set).toBeLessThanOrEqual(before.score.upper);
          if (before.verdict === "undetermined") continue;
          settled += 1;
          expect(now?.verdict, set).toBe(before.verdict);
        }
      }),
      RUNS,
    );
    expect(settled).toBeGreaterThan(500);
  });

  test("the verdict as assessed and the value lie within what is still possible", () => {
    fc.assert(
      fc.property(consistentRecord, (record) => {
        for (const [set, { verdict, asAssessed, score, open }] of resultsOf(record)) {
          expect(score.value, set).toBeGreaterThanOrEqual(score.lower);
          expect(score.value, set).toBeLessThanOrEqual(score.upper);
          if (verdict === "undetermined") expect(open.length, set).toBeGreaterThan(0);
          else expect({ verdict, open }, set).toEqual({ verdict: asAssessed, open: [] });
        }
      }),
      RUNS,
    );
  });

  // An answer can bring others, by what it implies or by what is then assumed. Those are open themselves.
  test("a finding that is not open changes no verdict, whichever way it is answered, unless that answers others too", () => {
    let alone = 0;
    fc.assert(
      fc.property(consistentRecord, fc.nat(), (record, position) => {
        const unknown = unknownIn(record);
        const finding = unknown[position % Math.max(unknown.length, 1)];
        if (!finding) return;
        const records = (["present", "absent"] as const).map((status) => answered(record, finding, status));
        if (records.some((one) => unknownIn(one).length < unknown.length - 1)) return;
        alone += 1;
        const ways = records.map((one) => new Map(resultsOf(one)));
        for (const [set, { open, verdict }] of resultsOf(record)) {
          if (open.includes(finding)) continue;
          const verdicts = ways.map((way) => way.get(set)?.verdict);
          expect(verdicts, `${set} ${finding}`).toEqual([verdict, verdict]);
        }
      }),
      RUNS,
    );
    expect(alone).toBeGreaterThan(300);
  });

  test("in EULAR/ACR no further present finding takes points or the classification away", () => {
    fc.assert(
      fc.property(consistentRecord, fc.constantFrom(...FINDINGS), (record, finding) => {
        const before = assess(record).results?.["eular-acr-2019"];
        const after = assess(answered(record, finding, "present")).results?.["eular-acr-2019"];
        // Refused when the rest of the record says that the finding is absent: then there is nothing to compare.
        if (!before || !after) return;
        expect(after.score.value).toBeGreaterThanOrEqual(before.score.value);
        if (before.asAssessed === "classified") expect(after.asAssessed).toBe("classified");
        if (before.verdict === "classified") expect(after.verdict).toBe("classified");
      }),
      RUNS,
    );
  });
});

/** The number times a fraction, when it ends within the decimals of a double; exactly, by shifting digits. */
function exactly(value: number, times: bigint, by: bigint, plus: bigint): number | undefined {
  const scaled = BigInt(Math.round(value * 100)) * times * 10n ** 10n;
  if (scaled % by !== 0n) return undefined;
  const shifted = scaled / by - plus * 10n ** 12n;
  const digits = String(shifted < 0n ? -shifted : shifted).padStart(13, "0");
  return Number(`${shifted < 0n ? "-" : ""}${digits.slice(0, -12)}.${digits.slice(-12)}`);
}

/** The measurement in another unit that its test accepts, from the canonical one; undefined when it has no end. */
function inOtherUnit(measurement: Measurement, choice: number): Measurement | undefined {
  const { units } = definitions.tests[measurement.test];
  const convertible = units.filter((unit, position) => position > 0 && (unit.times ?? unit.plus));
  const unit = convertible[choice % Math.max(convertible.length, 1)];
  if (!unit) return undefined;
  const [up, down] = unit.times ?? [1, 1];
  const converted: { [key in "value" | "low" | "high" | "p99"]?: number } = {};
  for (const key of ["value", "low", "high", "p99"] as const) {
    const number = measurement[key];
    if (number === undefined) continue;
    const other = exactly(number, BigInt(down), BigInt(up), BigInt(unit.plus ?? 0));
    if (other === undefined) return undefined;
    converted[key] = other;
  }
  return { ...measurement, ...converted, unit: unit.unit };
}

describe("what makes no difference", () => {
  test("the unit: the same value in another accepted unit gives the same results, to the byte", () => {
    let converted = 0;
    fc.assert(
      fc.property(consistentRecord, fc.nat(), (record, choice) => {
        const measurements = record.measurements?.map((one) => {
          const other = inOtherUnit(one, choice);
          converted += other ? 1 : 0;
          return other ?? one;
        });
        const other = assess({ ...record, ...(measurements && { measurements }) });
        expect(JSON.stringify(other.results)).toBe(JSON.stringify(assess(record).results));
      }),
      RUNS,
    );
    expect(converted).toBeGreaterThan(500);
  });

  test("the order of findings: the same bytes", () => {
    fc.assert(
      fc.property(consistentRecord, fc.infiniteStream(fc.double({ noNaN: true })), (record, keys) => {
        const shuffled = Object.entries(record.findings ?? {})
          .map((entry) => [keys.next().value as number, entry] as const)
          .sort(([a], [b]) => a - b)
          .map(([, entry]) => entry);
        const other = {
          measurements: record.measurements,
          findings: Object.fromEntries(shuffled),
          format: record.format,
        };
        expect(JSON.stringify(assess(other as SleRecord))).toBe(JSON.stringify(assess(record)));
      }),
      RUNS,
    );
  });

  test("the order of measurements: the same results, but for the positions that the trace names", () => {
    const withoutPositions = (result: Result) =>
      JSON.stringify(result.results, (key, value) => (key === "by" && Array.isArray(value) ? value.length : value));
    const sorted = ({ notices }: Result) => notices.map(({ code, finding }) => `${code} ${finding}`).sort();
    fc.assert(
      fc.property(consistentRecord, (record) => {
        const other = assess({ ...record, measurements: [...(record.measurements ?? [])].reverse() });
        const result = assess(record);
        expect(withoutPositions(other)).toBe(withoutPositions(result));
        expect(sorted(other)).toEqual(sorted(result));
      }),
      RUNS,
    );
  });

  test("a round trip through JSON: the record is read back as it was, and the result survives", () => {
    fc.assert(
      fc.property(consistentRecord, (record) => {
        const parsed = parse(JSON.parse(JSON.stringify(record)));
        expect(parsed.issues).toEqual([]);
        expect(parsed.record).toEqual(record);
        const result = assess(record);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
      RUNS,
    );
  });

  test("what was assessed before: the same bytes by a plan that has seen nothing else", () => {
    fc.assert(
      fc.property(consistentRecord, (record) => {
        expect(JSON.stringify(assessBy(assessmentPlanOf(definitions), record))).toBe(JSON.stringify(assess(record)));
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  test("an answer of unknown: the same bytes as no answer", () => {
    fc.assert(
      fc.property(consistentRecord, (record) => {
        const stated = Object.entries(record.findings ?? {}).filter(([, answer]) => answer !== "unknown");
        const other = { ...record, findings: Object.fromEntries(stated) };
        expect(JSON.stringify(assess(other))).toBe(JSON.stringify(assess(record)));
      }),
      RUNS,
    );
  });

  test("a record is never changed by being assessed", () => {
    fc.assert(
      fc.property(consistentRecord, (record) => {
        const before = JSON.stringify(record);
        assess(record);
        expect(JSON.stringify(record)).toBe(before);
      }),
      { seed: 8, numRuns: 200 },
    );
  });
});
