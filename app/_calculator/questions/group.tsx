"use client";

import { memo } from "react";
import { definitions } from "../../../criteria/core.ts";
import type { FindingId, GroupId, TestId } from "../../../criteria/types.ts";
import { amountWords } from "../../../lib/definition/vocabulary.ts";
import { ChevronMark } from "../../_components/marks.tsx";
import { useAssessment, useRecord } from "../../_store/use-record.ts";
import { unfold, useView } from "../../_store/view-store.ts";
import { MeasurementEntry } from "../measurement/entry.tsx";
import { asksInPlaceOf, findingsOf, reads, setById, testsOf } from "../readers.ts";
import { groupHeadingId } from "./group-heading-id.ts";
import { pointsByGroup } from "./group-points.ts";
import { FindingRow } from "./row.tsx";

/**
 * The findings of a group: first those that the opened set reads, then, folded, those that only others ask.
 * A folded finding that was answered stays in view. All are children of one list, so that nothing typed is lost
 * when another set changes their order.
 */
export const QuestionGroup = memo(function QuestionGroup({ group }: { group: GroupId }) {
  const set = useView((view) => view.set);
  const unfolded = useView((view) => view.unfolded.includes(group));
  const all = findingsOf(group);
  const asked = all.filter((finding) => reads(set, finding));
  const others = all.filter((finding) => !reads(set, finding));
  const answered = useRecord((record) => others.filter((finding) => record.findings?.[finding] !== undefined));
  // So does one that was measured, where the set asks for something tied to it.
  const valued = useRecord(({ measurements = [] }) =>
    others.filter(
      (finding) =>
        measurements.length > 0 &&
        asksInPlaceOf(set, finding).length > 0 &&
        measurements.some(({ test }) => testsOf(finding).includes(test)),
    ),
  );
  const shown = new Set<TestId>();
  const row = (finding: FindingId, hidden: boolean) => {
    const tests = testsOf(finding).filter((test) => !shown.has(test));
    for (const test of tests) shown.add(test);
    return [
      ...tests.map((test) => <MeasurementEntry key={test} test={test} hidden={hidden && !valued.includes(finding)} />),
      <FindingRow
        key={finding}
        finding={finding}
        hidden={hidden && !answered.includes(finding) && !valued.includes(finding)}
      />,
    ];
  };
  const { title, hint } = definitions.groups[group];
  return (
    <section aria-labelledby={groupHeadingId(group)} className="question-group">
      <div className="group-head">
        <h2 id={groupHeadingId(group)} tabIndex={-1} className="group-title">
          {title}
        </h2>
        <GroupPoints group={group} />
        <p className="answer-heads" aria-hidden="true">
          <span>Present</span>
          <span>Absent</span>
          <span>Not known</span>
        </p>
      </div>
      {hint && <p className="group-hint">{hint}</p>}
      {asked.flatMap((finding) => row(finding, false))}
      {others.length > 0 && (
        <button
          key="others"
          type="button"
          className="fold"
          aria-expanded={unfolded}
          onClick={() => unfold(group, !unfolded)}
        >
          <ChevronMark />
          {asked.length > 0 || others.some((finding) => asksInPlaceOf(set, finding).length > 0)
            ? `Asked by other sets (${others.length})`
            : `Not read by this set (${others.length})`}
        </button>
      )}
      {others.flatMap((finding) => row(finding, !unfolded))}
    </section>
  );
});

/** What the group comes to in the opened set, once something in it is found. */
function GroupPoints({ group }: { group: GroupId }) {
  const set = setById(useView((view) => view.set));
  const points = useAssessment((assessment) => set && pointsByGroup(set, assessment)[group]);
  if (!set || points === undefined) return null;
  return (
    <p className="group-points" data-scores={points !== 0}>
      {amountWords(points, set.unit)}
    </p>
  );
}
