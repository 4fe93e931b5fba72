import type { CriteriaSet, Definitions, Finding, FindingId } from "../../criteria/types.ts";
import { narrowerThan, widerThan } from "./implications.ts";
import { findingsRead } from "./walk.ts";

type Findings = ReadonlySet<FindingId> | readonly FindingId[];

/**
 * What is tied to a finding by the definitions, apart from itself, the nearest kind of tie first: what asks for more
 * of the same, what it is assumed from, other forms of the same fact, what the same test decides, what follows from
 * it, and what is assumed from it.
 */
function tiesOf(finding: FindingId, definitions: Definitions): readonly Findings[] {
  const { assumptions, otherForms } = definitions;
  const wider = widerThan(finding, definitions);
  return [
    narrowerThan(finding, definitions),
    assumptions.filter(({ then }) => then.finding === finding).map(({ when }) => when.finding),
    otherForms.flatMap(({ findings }) => (findings.includes(finding) ? findings.filter((one) => one !== finding) : [])),
    decidedByTheSameTest(finding, definitions.findings),
    wider,
    assumptions
      .filter(({ when }) => when.finding === finding || wider.has(when.finding))
      .map(({ then }) => then.finding),
  ];
}

/** The other findings that the same measurement decides, so that their limits can be set side by side. */
export function decidedByTheSameTest(
  finding: FindingId,
  findings: Readonly<Record<FindingId, Pick<Finding, "decidedBy">>>,
): readonly FindingId[] {
  const tests = new Set(findings[finding].decidedBy?.map(({ test }) => test));
  // The keys of a record by finding id are the finding ids.
  const all = Object.keys(findings) as FindingId[];
  return all.filter((other) => other !== finding && findings[other].decidedBy?.some(({ test }) => tests.has(test)));
}

/**
 * What a set asks for in place of a finding: those that it reads, of the nearest kind of tie. Empty where it reads
 * nothing that is tied to the finding.
 */
export function askedInPlaceOf(finding: FindingId, set: CriteriaSet, definitions: Definitions): readonly FindingId[] {
  const read = new Set(findingsRead(set));
  for (const tied of tiesOf(finding, definitions)) {
    const asked = [...new Set(tied)].filter((one) => read.has(one));
    if (asked.length > 0) return asked;
  }
  return [];
}
