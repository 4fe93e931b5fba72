"use client";

import { definitions } from "../../../criteria/core.ts";
import { capitalize } from "../../../lib/definition/words.ts";
import { useAssessment } from "../../_store/use-record.ts";
import { useView } from "../../_store/view-store.ts";
import { groupIds, setById } from "../readers.ts";
import { groupHeadingId } from "./group-heading-id.ts";
import { pointsByGroup } from "./group-points.ts";

/** There is one list of groups on a page. */
export const GROUPS_ID = "groups";

/** The groups of questions with the points that the opened set gives for each; on a narrow screen, when asked for. */
export function Rail() {
  const set = setById(useView((view) => view.set));
  const points = useAssessment((assessment) => (set ? pointsByGroup(set, assessment) : {}));
  return (
    <nav id={GROUPS_ID} popover="auto" className="rail" aria-label="Groups of findings">
      {set && (
        <p className="rail-unit">
          {capitalize(set.unit)} in {set.short}
        </p>
      )}
      <ul>
        {groupIds.map((group) => (
          <li key={group}>
            <a
              href={`#${groupHeadingId(group)}`}
              className="rail-line"
              data-scores={Boolean(points[group])}
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
