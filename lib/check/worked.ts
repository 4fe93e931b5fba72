import type {
  Cause,
  CriteriaSet,
  Example,
  Expected,
  FindingId,
  Measurement,
  SleRecord,
  Status,
  WorkedFinding,
  WorkedLimit,
  WorkedScores,
} from "../../criteria/types.ts";
import { type AssessmentPlan, assess } from "../assess.ts";
import type { Facts } from "../record/facts.ts";
import { interpret } from "../record/interpret.ts";
import type { SetResult } from "../scoring/result.ts";

/** A record whose results were worked out by hand, of some sets or of all. */
export interface WorkedRecord {
  readonly id: string;
  readonly record: SleRecord;
  readonly expect: Readonly<Record<string, Partial<Expected>>>;
}

/** A worked record with what the engine makes of it, for one set, where both agree. */
export interface Evidence {
  readonly id: string;
  readonly record: SleRecord;
  readonly facts: Facts;
  readonly result: SetResult;
  /** Whether the score was among what was worked out by hand. */
  readonly scored: boolean;
}

/** A worked example of the definitions as a worked record. */
export const asWorked = ({ id, record, expect }: Example): WorkedRecord => ({ id, record, expect });

/** What a set makes of one finding in each of its ways, as worked records for all of these sets. */
export function workedRecords(
  { finding, with: beside = [], present, absent, explained }: WorkedFinding,
  sets: readonly CriteriaSet[],
): readonly WorkedRecord[] {
  const others = Object.fromEntries(beside.map((other) => [other, "present" as const]));
  const suffix = beside.length > 0 ? ` with ${beside.join(", ")}` : "";
  const form = (
    name: string,
    answer: Status | { status: Status; explainedBy: { cause: Cause } },
    is: WorkedScores,
  ) => ({
    id: `${finding} ${name}${suffix}`,
    record: { format: "sle-record/1", findings: { ...others, [finding]: answer } } as SleRecord,
    expect: Object.fromEntries(sets.map(({ id }) => [id, expectedOf(is, id)])),
  });
  return [
    form("present", "present", present),
    form("absent", "absent", absent),
    ...explained.map((one) =>
      form(`explained by ${one.cause}`, { status: "present", explainedBy: { cause: one.cause } }, one),
    ),
  ];
}

function expectedOf({ scores, classifies = [] }: WorkedScores, set: string): Expected {
  return { value: scores[set] ?? 0, asAssessed: classifies.includes(set) ? "classified" : "not-classified" };
}

/** The records of a worked limit: each value, with the status that it gives to its finding. */
export function limitRecords({ finding, test, unit, beside, occasions = 1, present, absent }: WorkedLimit): readonly {
  readonly value: number;
  readonly status: Status;
  readonly finding: FindingId;
  readonly record: SleRecord;
}[] {
  const one = (value: number, status: Status) => {
    const measurements: readonly Measurement[] = Array.from({ length: occasions }, (_, day) => ({
      test,
      value,
      unit,
      ...beside,
      ...(occasions > 1 && { date: `2024-03-0${day + 1}` }),
    }));
    return { value, status, finding, record: { format: "sle-record/1", measurements } as const };
  };
  return [...present.map((value) => one(value, "present")), ...absent.map((value) => one(value, "absent"))];
}

/** Worked records held against the engine. */
export interface Judged {
  /** What they show of each set. A record that the engine does not agree with shows nothing. */
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>;
  /** Where a record and the engine disagree, in words; empty when nowhere. */
  readonly disagreements: readonly string[];
}

export function judged(worked: readonly WorkedRecord[], plan: AssessmentPlan): Judged {
  const evidence = new Map<string, Evidence[]>(plan.sets.map(({ set }) => [set.id, []]));
  const disagreements = worked.flatMap(({ id, record, expect }) => {
    const { facts } = interpret(plan.record, record);
    const { results, issues } = assess(plan, record);
    if (!facts || !results) return [`${id}: refused, ${issues.map(({ message }) => message).join(" ")}`];
    return Object.entries(expect).flatMap(([set, expected]) => {
      const result = results[set];
      const wrong = differences(expected, result);
      if (result && wrong.length === 0)
        evidence.get(set)?.push({ id, record, facts, result, scored: expected.value !== undefined });
      return wrong.length === 0 ? [] : [`${id}: ${set} gives ${wrong.join(", ")}`];
    });
  });
  return { evidence, disagreements };
}

function differences(
  { value, asAssessed, verdict }: WorkedRecord["expect"][string],
  found: SetResult | undefined,
): readonly string[] {
  return [
    ...(value !== undefined && found?.score.value !== value ? [`${found?.score.value} and not ${value}`] : []),
    ...(asAssessed && found?.asAssessed !== asAssessed ? [`${found?.asAssessed} and not ${asAssessed}`] : []),
    ...(verdict && found?.verdict !== verdict ? [`${found?.verdict} and not ${verdict}`] : []),
  ];
}
