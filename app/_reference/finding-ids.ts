import { definitions } from "../../criteria/index.ts";
import type { FindingId, GroupId } from "../../criteria/types.ts";

// The keys of a record by id are its ids, in the order of the registry.
export const findingIds = Object.keys(definitions.findings) as readonly FindingId[];
const groupIds = Object.keys(definitions.groups) as readonly GroupId[];

/** The findings under the headings under which the calculator asks for them. */
export const findingsByGroup = groupIds.map((group) => ({
  id: group,
  ...definitions.groups[group],
  findings: findingIds.filter((id) => definitions.findings[id].group === group),
}));
