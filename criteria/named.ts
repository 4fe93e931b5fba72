/** The definitions with the names and codes by which findings and tests are found: what finding and importing read. */
import { definitions as core } from "./core.ts";
import { names } from "./names.ts";
import type { FindingId, NamedDefinitions, NamedFinding, NamedLabTest, TestId } from "./types.ts";

/** Each part of a record, with what else is known of it. */
function joined<Id extends string, Part, More>(
  parts: Readonly<Record<Id, Part>>,
  more: Readonly<Record<Id, More>>,
): Readonly<Record<Id, Part & More>> {
  const ids = Object.keys(parts) as Id[];
  return Object.fromEntries(ids.map((id) => [id, { ...parts[id], ...more[id] }])) as Record<Id, Part & More>;
}

export const definitions: NamedDefinitions = {
  ...core,
  findings: joined(core.findings, names.findings) satisfies Readonly<Record<FindingId, NamedFinding>>,
  tests: joined(core.tests, names.tests) satisfies Readonly<Record<TestId, NamedLabTest>>,
};
