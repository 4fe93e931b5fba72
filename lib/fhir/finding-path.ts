import type { CriteriaSet, Definitions, FindingId } from "../../criteria/types.ts";
import { excludedCauses } from "../definition/excluded-causes.ts";
import { measuredAbsent, measuredPresent } from "./measured-path.ts";
import { LINK, variableName } from "./names.ts";
import type { Scope } from "./scope.ts";

/**
 * Each finding becomes one FHIRPath variable with one word: 'no' when it is not present, 'yes' when it is present
 * and nothing explains it, else the cause that explains it. That is all that a score as assessed needs to know.
 */
const settledVariable = (finding: FindingId) => variableName("s", finding);

/** The variable of a finding after assumptions. */
const findingVariable = (finding: FindingId) => variableName("f", finding);

export interface Variable {
  readonly name: string;
  readonly expression: string;
}

/** The answers to a finding, as a FHIRPath collection. */
function answers(finding: FindingId, definitions: Definitions): string {
  const group = LINK.group(definitions.findings[finding].group);
  return `%resource.item.where(linkId='${group}').item.where(linkId='${finding}').answer`;
}

/** The word that several routes to a finding hand on: 'yes' from any, else the first explanation. */
function handedOn(variables: readonly string[]): string {
  const explained = variables.reduceRight((rest, name) => `iif(%${name} != 'no', %${name}, ${rest})`, "'no'");
  const free = variables.map((name) => `%${name} = 'yes'`).join(" or ");
  return variables.length === 0 ? "'no'" : `iif(${free}, 'yes', ${explained})`;
}

function settled(finding: FindingId, scope: Scope, definitions: Definitions): string {
  const stated = answers(finding, definitions);
  const cause = `${stated}.item.where(linkId='${LINK.part(finding, "cause")}').answer.value.code`;
  const measured = measuredPresent(definitions.findings[finding], definitions.tests);
  const routes = definitions.implications.filter(({ from, to }) => to === finding && scope.findings.includes(from));
  const inherited = handedOn(routes.map(({ from }) => settledVariable(from)));
  const present = [`${stated}.value.code = 'present'`, ...(measured ? [measured] : [])].join(" or ");
  return (
    `iif(${stated}.value.code = 'explained', iif(${cause}.exists(), ${cause}, 'other'), ` +
    `iif(${present}, 'yes', ${inherited}))`
  );
}

/** FHIRPath that is true when a finding is absent: stated, measured, or because a wider one is. */
function absent(finding: FindingId, scope: Scope, definitions: Definitions): string {
  const measured = measuredAbsent(definitions.findings[finding], definitions.tests);
  const wider = definitions.implications.filter(({ from, to }) => from === finding && scope.findings.includes(to));
  return [
    `(${answers(finding, definitions)}.value.code = 'absent')`,
    ...(measured ? [measured] : []),
    ...wider.map(({ to }) => `(%${settledVariable(to)} = 'no' and ${absent(to, scope, definitions)})`),
  ].join(" or ");
}

function assumed(finding: FindingId, scope: Scope, definitions: Definitions): string {
  const own = `%${settledVariable(finding)}`;
  const sources = definitions.assumptions.filter(
    (one) => one.then.finding === finding && one.then.status === "present",
  );
  // An assumption from an absent finding would need the absent ones as variables too; none is made so far.
  const unsupported = sources.find(({ when }) => when.status === "absent");
  if (unsupported) throw new Error(`${finding} is assumed present from an absent ${unsupported.when.finding}`);
  const inScope = sources.map(({ when }) => when.finding).filter((source) => scope.findings.includes(source));
  if (inScope.length === 0) return own;
  // In FHIRPath an empty condition is neither true nor false; iif takes it as false.
  const open = `${own} = 'no' and iif(${absent(finding, scope, definitions)}, false, true)`;
  return `iif(${open}, ${handedOn(inScope.map(settledVariable))}, ${own})`;
}

/** The variables of all findings in scope, each after those that it refers to. */
export function findingVariables(scope: Scope, definitions: Definitions): readonly Variable[] {
  const ordered = new Set<FindingId>();
  const visit = (finding: FindingId): void => {
    if (ordered.has(finding)) return;
    for (const { from, to } of definitions.implications)
      if (to === finding && scope.findings.includes(from)) visit(from);
    ordered.add(finding);
  };
  for (const finding of scope.findings) visit(finding);
  return [
    ...[...ordered].map((id) => ({ name: settledVariable(id), expression: settled(id, scope, definitions) })),
    ...[...ordered].map((id) => ({ name: findingVariable(id), expression: assumed(id, scope, definitions) })),
  ];
}

/** FHIRPath that is true when a set counts a finding; with `recorded`, whatever explains it. */
export function countedPath(finding: FindingId, set: CriteriaSet, recorded: boolean): string {
  const word = `%${findingVariable(finding)}`;
  if (recorded) return `${word} != 'no'`;
  const excluded = excludedCauses(set, finding);
  if (excluded === "any") return `${word} = 'yes'`;
  return [`${word} != 'no'`, ...excluded.map((cause) => `${word} != '${cause}'`)].join(" and ");
}
