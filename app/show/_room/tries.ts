import { definitions } from "../../../criteria/named.ts";
import type { Cause, FindingId, SleRecord } from "../../../criteria/types.ts";
import { capitalize, writeCause } from "../../../lib/explain/values.ts";
import { answer } from "../../../lib/record/edit.ts";
import type { Fact } from "../../../lib/record/facts.ts";
import { interpret } from "../../../lib/record/interpret.ts";
import { hasError } from "../../../lib/record/issues.ts";
import { attribute } from "../../_calculator/questions/attribute.ts";
import { today } from "../../_components/today.ts";
import { plan } from "../../_store/assessment.ts";

/** Another answer to one finding, and the record that it would make. Nothing is changed until somebody keeps it. */
export interface Try {
  readonly id: string;
  readonly words: string;
  readonly record: SleRecord;
}

/**
 * What a room can try with a finding: each answer that it does not have, and each cause that could explain it. None
 * that would contradict the rest of the record, and none that would leave all as it is.
 */
export function triesFor(record: SleRecord, finding: FindingId): readonly Try[] {
  const { facts } = interpret(plan.record, record, today());
  if (!facts) return [];
  const { status, explainedBy } = facts[finding];
  const bare = withoutValuesOf(record, finding);
  const aside = bare === record ? "" : ", its values left out";
  const answers: readonly Try[] =
    status === "present"
      ? [
          ...(explainedBy
            ? [{ id: "plain", words: "Nothing else explains it", record: attribute(record, finding, undefined) }]
            : []),
          ...causesOf(finding)
            .filter((cause) => cause !== explainedBy?.cause)
            .map((cause) => ({
              id: cause,
              words: `${capitalize(writeCause(cause))} explains it`,
              record: attribute(record, finding, cause),
            })),
          { id: "absent", words: `Absent${aside}`, record: answer(bare, finding, "absent") },
          { id: "unknown", words: `Not known${aside}`, record: answer(bare, finding, "unknown") },
        ]
      : [
          { id: "present", words: "Present", record: answer(record, finding, "present") },
          { id: "absent", words: "Absent", record: answer(record, finding, "absent") },
          { id: "unknown", words: `Not known${aside}`, record: answer(bare, finding, "unknown") },
        ];
  const before = said(facts[finding]);
  return answers.filter((one) => {
    const { issues, facts: then } = interpret(plan.record, one.record, today());
    return !hasError(issues) && then !== undefined && said(then[finding]) !== before;
  });
}

function said({ status, explainedBy }: Fact): string {
  return JSON.stringify([status, explainedBy]);
}

/** The kinds of cause that are to be thought of beside a finding, and any other. */
function causesOf(finding: FindingId): readonly Cause[] {
  const named = definitions.findings[finding].otherExplanations.map(({ cause }) => cause);
  return [...new Set([...named, "other" as const])];
}

/** The record without the values that decide a finding; the same where none does. */
function withoutValuesOf(record: SleRecord, finding: FindingId): SleRecord {
  const measured = interpret(plan.record, record, today()).measured.get(finding);
  if (!measured || measured.by.length === 0) return record;
  const measurements = (record.measurements ?? []).filter((_, position) => !measured.by.includes(position));
  return { ...record, measurements };
}
