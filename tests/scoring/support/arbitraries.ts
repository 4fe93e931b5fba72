import fc from "fast-check";
import { definitions } from "../../../criteria/index.ts";
import type { FindingId, LabTest, Measurement, SleRecord, Statement, Status, TestId } from "../../../criteria/types.ts";
import { interpret } from "../../support/assess.ts";

export const FINDINGS = Object.keys(definitions.findings) as FindingId[];
const TESTS = Object.entries(definitions.tests) as [TestId, LabTest][];

const day = fc.constantFrom("2023-05-01", "2024-01-10", "2024-01-11");
const cause = fc.constantFrom("drug", "infection", "malignancy", "metabolic", "other-disease", "other" as const);
const answer: fc.Arbitrary<Status | Statement> = fc.oneof(
  fc.constantFrom<Status>("present", "absent", "unknown"),
  fc.record(
    {
      status: fc.constant("present" as const),
      explainedBy: fc.record({ cause }, { requiredKeys: ["cause"] }),
      date: day,
    },
    { requiredKeys: ["status"] },
  ),
);

/** A believable value with few decimals in the canonical unit, and the laboratory's limits near it. */
function measurementOf(id: TestId, lab: LabTest): fc.Arbitrary<Measurement> {
  const [lowest, highest] = lab.plausible;
  const top = Math.min(highest, lab.units.some(({ plus }) => plus) ? 45 : 200);
  // A titer is a whole dilution.
  const parts = lab.units[0].unit === "{titer}" ? 1 : 100;
  const value = fc.integer({ min: Math.ceil(lowest * parts), max: top * parts }).map((number) => number / parts);
  const limits = Object.fromEntries((lab.limits ?? []).map(({ name }) => [name, value]));
  return fc.record(
    {
      test: fc.constant(id),
      value,
      unit: fc.constant(lab.units[0].unit),
      ...limits,
      date: day,
      comparator: fc.constantFrom("<", ">" as const),
      ...(lab.methods && { method: fc.constantFrom(...lab.methods.map((one) => one.id)) }),
    },
    { requiredKeys: ["test", "value", "unit"] },
  );
}

const measurement = fc.oneof(...TESTS.map(([id, lab]) => measurementOf(id, lab)));

/** A record without contradictions: an answer that the rest of the record refutes is taken back. */
export const consistentRecord: fc.Arbitrary<SleRecord> = fc
  .record({
    findings: fc.uniqueArray(fc.tuple(fc.constantFrom(...FINDINGS), answer), {
      selector: ([id]) => id,
      maxLength: 60,
      size: "max",
    }),
    measurements: fc.array(measurement, { maxLength: 6 }),
  })
  .map(({ findings, measurements }) => withoutContradictions(Object.fromEntries(findings), measurements));

function withoutContradictions(findings: SleRecord["findings"], measurements: readonly Measurement[]): SleRecord {
  const record: SleRecord = { format: "sle-record/1", findings: { ...findings }, measurements };
  const refuted = interpret(record).issues.filter(({ code }) => code === "contradiction");
  if (refuted.length === 0) return record;
  const paths = new Set(refuted.map(({ path }) => path));
  const kept = Object.entries(findings ?? {}).filter(([id]) => !paths.has(`findings.${id}`));
  return withoutContradictions(Object.fromEntries(kept), measurements);
}
