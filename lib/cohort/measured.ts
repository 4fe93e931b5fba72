import type { Definitions, Finding, FindingId, Measurement, TestId } from "../../criteria/types.ts";
import { interpret, type RecordPlan } from "../record/interpret.ts";
import { measureFinding } from "../record/measure.ts";
import { TITER } from "../record/titer.ts";
import { acceptedUnit, canonical } from "../record/units.ts";
import type { ColumnLimit, Layout } from "./columns.ts";

/** What one value says of one finding: a rule is met, none is, or it cannot be told. */
export const MET = 1;
const NOT_MET = 2;
export const OPEN = 4;

/** What one value says: whether it can be, and of each finding that its test decides one of the three. */
export interface Outcome {
  readonly believable: boolean;
  /** By the position of the finding in `ValueColumn.findings`. */
  readonly judgments: Uint8Array;
}

/** A column of values, ready to be read. */
export interface ValueColumn {
  readonly test: TestId;
  /** Positions in the file's columns; -1 where there is no such limit. */
  readonly value: number;
  readonly limits: Readonly<Record<ColumnLimit, number>>;
  /** The findings that the test decides. */
  readonly findings: readonly FindingId[];
  readonly outcome: (value: number, low: number | undefined, high: number | undefined) => Outcome;
}

/** The columns of values of a file. What they say is asked of the record's own rules (lib/record), never worked out anew. */
export function valueColumnsOf({ meanings }: Layout, plan: RecordPlan): readonly ValueColumn[] {
  return meanings.flatMap((meaning, value): ValueColumn[] => {
    if (meaning.kind !== "value") return [];
    const { test, unit } = meaning;
    const limitAt = (limit: ColumnLimit) =>
      meanings.findIndex((other) => other.kind === "limit" && other.test === test && other.limit === limit);
    const limits = { low: limitAt("low"), high: limitAt("high") };
    const findings = findingsDecidedBy(test, plan.definitions);
    const judge = judgeBy(test, unit, findings, plan);
    const alone = limits.low < 0 && limits.high < 0 && unit !== TITER;
    return [
      {
        test,
        value,
        limits,
        findings,
        outcome: alone ? byRanges(test, unit, plan.definitions, judge) : remembered(judge),
      },
    ];
  });
}

function findingsDecidedBy(test: TestId, { findings }: Definitions): readonly FindingId[] {
  return (Object.entries(findings) as [FindingId, Finding][])
    .filter(([, { decidedBy = [] }]) => decidedBy.some((rule) => rule.test === test))
    .map(([finding]) => finding);
}

type Judge = ValueColumn["outcome"];

function judgeBy(test: TestId, unit: string, findings: readonly FindingId[], plan: RecordPlan): Judge {
  const { definitions } = plan;
  return (value, low, high) => {
    const measurement: Measurement = {
      test,
      unit,
      value,
      ...(low !== undefined && { low }),
      ...(high !== undefined && { high }),
    };
    const { facts } = interpret(plan, { format: "sle-record/1", measurements: [measurement] });
    const judgments = findings.map((finding) => {
      const measured = measureFinding(definitions.findings[finding], [measurement], definitions.tests);
      if (measured?.status === "present") return MET;
      // Low once where twice is asked is neither: the values of a row are one occasion.
      return measured?.status === "absent" ? NOT_MET : OPEN;
    });
    return { believable: facts !== undefined, judgments: Uint8Array.from(judgments) };
  };
}

/** Laboratories report few different values; a file of others is judged one by one. */
const MOST_REMEMBERED = 65_536;

function remembered(judge: Judge): Judge {
  const known = new Map<string, Outcome>();
  return (value, low, high) => {
    const key = `${value} ${low} ${high}`;
    const found = known.get(key);
    if (found) return found;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const outcome = judge(value, low, high);
    known.set(key, outcome);
    return outcome;
  };
}

/**
 * The outcome by ranges of the value, for a test whose limits are all fixed: the same between two limits. Where exactly a
 * range ends, to the last number that a computer has, is found by asking about the numbers around each limit.
 */
function byRanges(test: TestId, unit: string, definitions: Definitions, judge: Judge): Judge {
  const limits = limitsNear(test, unit, definitions);
  const ends: number[] = [];
  const outcomes: Outcome[] = [];
  const inner = limits.map((limit, position) => {
    const next = limits[position + 1];
    return next === undefined ? Math.max(limit, 0) * 2 + 1 : limit + (next - limit) / 2;
  });
  let last = judge(Math.min(limits[0] ?? 0, 0) * 2 - 1, undefined, undefined);
  let from = Math.min(limits[0] ?? 0, 0) * 2 - 1;
  for (const to of inner) {
    // Around one limit there are at most two ends: the number below it, and the limit itself.
    for (let end = endBefore(from, to, last, judge); end < to; end = endBefore(end, to, last, judge)) {
      ends.push(end);
      outcomes.push(last);
      last = judge(end, undefined, undefined);
    }
    from = to;
  }
  outcomes.push(last);
  return (value) => {
    let position = 0;
    while (position < ends.length && value >= (ends[position] ?? 0)) position += 1;
    return outcomes[position] ?? last;
  };
}

/** The first number in a range whose outcome is another than at its beginning; the range's end when there is none. */
function endBefore(from: number, to: number, outcome: Outcome, judge: Judge): number {
  if (isSame(judge(to, undefined, undefined), outcome)) return to;
  let [low, high] = [from, to];
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return high;
    if (isSame(judge(middle, undefined, undefined), outcome)) low = middle;
    else high = middle;
  }
}

function isSame(one: Outcome, other: Outcome): boolean {
  return one.believable === other.believable && one.judgments.every((judgment, at) => judgment === other.judgments[at]);
}

/** About where the outcome can change, in the column's unit, each once and in order. */
function limitsNear(test: TestId, unit: string, { findings, tests }: Definitions): readonly number[] {
  const { plausible, units } = tests[test];
  const [numerator, denominator] = acceptedUnit(tests[test], unit)?.times ?? [1, 1];
  const shift = acceptedUnit(tests[test], unit)?.plus ?? 0;
  const here = (amount: number) => (amount * denominator) / numerator - shift;
  const fixed = (Object.values(findings) as Finding[])
    .flatMap(({ decidedBy = [] }) => decidedBy)
    .filter((rule) => rule.test === test)
    .flatMap((rule) => {
      if (!("value" in rule)) return [];
      const accepted = acceptedUnit(tests[test], rule.unit) ?? units[0];
      const { n, d } = canonical(rule.value, accepted);
      const own = rule.perUnit?.find((limit) => limit.unit === unit)?.value;
      return [own ?? here(Number(n) / Number(d))];
    });
  return [...new Set([...plausible.map(here), ...fixed])].sort((one, other) => one - other);
}
