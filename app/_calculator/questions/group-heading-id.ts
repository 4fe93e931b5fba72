import type { GroupId } from "../../../criteria/types.ts";

/** The id of a group's heading among the questions. */
export function groupHeadingId(group: GroupId): string {
  return `group-${group}`;
}
