/** Records made from the definitions: whatever finding, test or relation is added is in them. */
import { definitions } from "../../../criteria/index.ts";
import type {
  FindingId,
  LabTest,
  Measurement,
  Rule,
  SleRecord,
  Statement,
  Status,
  TestId,
} from "../../../criteria/types.ts";
import { measureFinding } from "../../../lib/record/measure.ts";

export const FINDINGS = Object.keys(definitions.findings) as FindingId[];

export function recordOf(
  findings: { readonly [F in FindingId]?: Status | Statement },
  measurements: readonly Measurement[] = [],
): SleRecord {
  return { format: "sle-record/1", findings, measurements };
}

const DAYS = ["2024-01-10", "2024-03-12", "2024-05-14"];

/** A number in the middle of what a laboratory can have as this limit. */
function limitFor(test: LabTest, [low, high]: readonly [number, number]): number {
  if (test.titer) return 80;
  return Number(Math.sqrt(Math.max(low, high / 100) * high).toPrecision(2));
}

/** Values of a test around one of its rules, with every limit that the test asks for. */
function around(rule: Rule, test: LabTest): readonly Measurement[] {
  const unit = "value" in rule ? rule.unit : test.units[0].unit;
  const limits = Object.fromEntries(
    (test.limits ?? []).map((limit) => [limit.name, limitFor(test, limit.believable ?? test.plausible)]),
  );
  const from = "value" in rule ? rule.value : (limits[rule.limit] ?? 1) * (rule.times ?? 1);
  const methods = rule.methods ?? (test.methods ?? []).map(({ id }) => id);
  return [0.3, 0.5, 0.8, 1, 1.25, 2, 4, 8].flatMap((times) => {
    const value = test.titer ? Math.round(from * times) : Number((from * times).toPrecision(4));
    const plain = { test: rule.test, value, unit };
    return [plain, { ...plain, ...limits }].flatMap((one): Measurement[] => [
      one,
      ...methods.map((method) => ({ ...one, method })),
      { ...one, comparator: "<" },
    ]);
  });
}

/** Every value around every rule of a test. */
export function valuesOf(id: TestId): readonly Measurement[] {
  const rules = FINDINGS.flatMap((finding) => definitions.findings[finding].decidedBy ?? []);
  return rules.filter(({ test }) => test === id).flatMap((rule) => around(rule, definitions.tests[id]));
}

/** A value on as many days as make a finding present; undefined when none of its values does. */
export function measuredPresent(finding: FindingId): readonly Measurement[] | undefined {
  const tests = new Set((definitions.findings[finding].decidedBy ?? []).map(({ test }) => test));
  for (const value of [...tests].flatMap(valuesOf)) {
    for (const days of [DAYS.slice(0, 1), DAYS]) {
      const values = days.map((date) => ({ ...value, date }));
      const found = measureFinding(definitions.findings[finding], values, definitions.tests);
      if (found?.status === "present") return values;
    }
  }
  return undefined;
}

/** What a test or a relation ties to a finding, read off the data in the plainest way. */
export function tied(finding: FindingId): ReadonlySet<FindingId> {
  const { findings, implications, assumptions, otherForms } = definitions;
  const up = new Set<FindingId>([finding]);
  for (const one of up) for (const { from, to } of implications) if (from === one) up.add(to);
  const down = new Set<FindingId>([finding]);
  for (const one of down) for (const { from, to } of implications) if (to === one) down.add(from);
  const tests = (one: FindingId) => (findings[one].decidedBy ?? []).map(({ test }) => test);
  return new Set([
    ...up,
    ...down,
    ...assumptions.flatMap(({ when, then }) =>
      when.finding === finding ? [then.finding] : then.finding === finding ? [when.finding] : [],
    ),
    ...otherForms.flatMap((forms) => {
      const ids: readonly FindingId[] = forms.findings;
      return ids.includes(finding) ? ids : [];
    }),
    ...FINDINGS.filter((other) => tests(other).some((test) => tests(finding).includes(test))),
  ]);
}

/** Records in which a finding is present, in every way and beside every answer to what is tied to it. */
export function recordsWith(finding: FindingId): readonly SleRecord[] {
  const others = [...tied(finding)].filter((other) => other !== finding);
  const measured = measuredPresent(finding);
  const drug = { status: "present", explainedBy: { cause: "drug", text: "hydralazine" } } as const;
  const other = { status: "present", explainedBy: { cause: "other" } } as const;
  return [
    recordOf({ [finding]: "present" }),
    recordOf({ [finding]: drug }),
    recordOf({ [finding]: other }),
    ...others.flatMap((one) => [
      recordOf({ [finding]: "present", [one]: "absent" }),
      recordOf({ [finding]: "present", [one]: "present" }),
      recordOf({ [finding]: drug, [one]: "present" }),
      recordOf({ [finding]: "present", [one]: drug }),
    ]),
    ...(measured
      ? [
          recordOf({}, measured),
          recordOf({}, measured.slice(0, 1)),
          recordOf({ [finding]: drug }, measured),
          ...others.flatMap((one) => [
            recordOf({ [one]: "absent" }, measured),
            recordOf({ [one]: drug }, measured),
            recordOf({ [finding]: other, [one]: drug }, measured),
          ]),
        ]
      : []),
  ];
}
