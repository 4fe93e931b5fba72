"use client";

import { definitions } from "../../../criteria/core.ts";
import type { CriteriaSet, GroupId } from "../../../criteria/types.ts";
import { findingsIn } from "../../../lib/definition/walk.ts";
import type { SetResult } from "../../../lib/scoring/result.ts";
import { useAssessment } from "../../_store/use-record.ts";
import { useView } from "../../_store/view-store.ts";
import { groupIds, homeOf, setById } from "../readers.ts";
import { groupHeadingId } from "./group-heading-id.ts";

/** There is one list of groups on a page. */
export const GROUPS_ID = "groups";

/** The groups of questions with the points that the opened set gives for each; on a narrow screen, when asked for. */
export function Rail() {
  const set = setById(useView((view) => view.set));
  const points = useAssessment(({ result }) => (set ? pointsByGroup(set, result.results?.[set.id]) : {}));
  return (
    <nav id={GROUPS_ID} popover="auto" className="rail" aria-label="Groups of findings">
      <ul>
        {groupIds.map((group) => (
          <li key={group}>
            <a
              href={`#${groupHeadingId(group)}`}
              className="rail-line"
              data-scores={points[group] !== undefined}
              onClick={() => document.getElementById(GROUPS_ID)?.hidePopover()}
            >
              <span>{definitions.groups[group].title}</span>
              {points[group] !== undefined && <span className="rail-points">{points[group]}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function pointsByGroup(set: CriteriaSet, result: SetResult | undefined): Partial<Record<GroupId, number>> {
  const points: Partial<Record<GroupId, number>> = {};
  for (const { id, points: scored } of result?.domains ?? []) {
    if (scored === 0) continue;
    const domain = set.domains.find((one) => one.id === id);
    const home = homeOf(domain?.criteria.flatMap(({ when }) => findingsIn(when)) ?? []);
    if (home) points[home] = (points[home] ?? 0) + scored;
  }
  return points;
}
