import type { CriteriaSet, GroupId } from "../../../criteria/types.ts";
import { findingsIn } from "../../../lib/definition/walk.ts";
import { statementOf } from "../../../lib/record/edit.ts";
import type { Assessment } from "../../_store/assessment.ts";
import { findingsOf, groupIds, homeOf, testsOf } from "../readers.ts";

type Points = Partial<Record<GroupId, number>>;

/** Every group asks for it, of the same assessment. */
let last: { readonly set: CriteriaSet; readonly assessment: Assessment; readonly points: Points } | undefined;

/** What the opened set gives for each group in which something is found; 0 where that does not count, none without a result. */
export function pointsByGroup(set: CriteriaSet, assessment: Assessment): Points {
  if (last?.set !== set || last.assessment !== assessment) {
    last = { set, assessment, points: workedOut(set, assessment) };
  }
  return last.points;
}

function workedOut(set: CriteriaSet, assessment: Assessment): Points {
  const domains = assessment.result.results?.[set.id]?.domains;
  const points: Points = {};
  // While a problem withholds the result, no group has points, and "0" would say that nothing counts.
  if (!domains) return points;
  for (const group of groupIds) if (hasEntries(group, assessment)) points[group] = 0;
  for (const { id, points: scored } of domains) {
    if (scored === 0) continue;
    const domain = set.domains.find((one) => one.id === id);
    const home = homeOf(domain?.criteria.flatMap(({ when }) => findingsIn(when)) ?? []);
    if (home) points[home] = (points[home] ?? 0) + scored;
  }
  return points;
}

/** Whether anything is present in a group by an answer, or measured. */
function hasEntries(group: GroupId, { record }: Assessment): boolean {
  const { measurements = [] } = record;
  return findingsOf(group).some(
    (finding) =>
      statementOf(record, finding).status === "present" ||
      (measurements.length > 0 && testsOf(finding).some((id) => measurements.some(({ test }) => test === id))),
  );
}
