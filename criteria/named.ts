/** The definitions with the names and codes by which findings and tests are found: what finding and importing read. */
import { definitions as core } from "./core.ts";
import { names } from "./names.ts";
import { otherExplanations } from "./other-explanations.ts";
import type { FindingId, FindingNames, NamedDefinitions, TestId } from "./types.ts";

/** Each part of a record, with what else is known of it. */
function joined<Id extends string, Part, More>(
  parts: Readonly<Record<Id, Part>>,
  more: (id: Id) => More,
): Readonly<Record<Id, Part & More>> {
  const ids = Object.keys(parts) as Id[];
  return Object.fromEntries(ids.map((id) => [id, { ...parts[id], ...more(id) }])) as Record<Id, Part & More>;
}

function findingNames(
  id: FindingId,
): FindingNames & Pick<NamedDefinitions["findings"][FindingId], "otherExplanations"> {
  return { ...names.findings[id], otherExplanations: otherExplanations[id] };
}

const { otherCauses, ownCause, joints } = names;

export const definitions: NamedDefinitions = {
  ...core,
  findings: joined(core.findings, findingNames),
  tests: joined(core.tests, (id: TestId) => names.tests[id]),
  otherCauses,
  ownCause,
  joints,
};
