import type { Classification, Condition, CriteriaSet, Criterion, Domain } from "../../criteria/types.ts";
import { countedPath, type Variable } from "./finding-path.ts";
import { variableName } from "./names.ts";

/** FHIRPath that is true when a condition is met, with what is unknown counted as not met. */
function conditionPath(condition: Condition, set: CriteriaSet): string {
  switch (condition.kind) {
    case "present":
    case "recorded":
      return `(${countedPath(condition.finding, set, condition.kind === "recorded")})`;
    case "all":
      return `(${condition.of.map((one) => conditionPath(one, set)).join(" and ")})`;
    case "any":
      return `(${condition.of.map((one) => conditionPath(one, set)).join(" or ")})`;
    case "atLeast":
      return `(${condition.of.map((one) => `iif(${conditionPath(one, set)}, 1, 0)`).join(" + ")} >= ${condition.count})`;
    case "not":
      return `(${conditionPath(condition.of, set)}.not())`;
  }
}

const domainVariable = (set: CriteriaSet, domain: Domain) => variableName("p", set.id, domain.id);
const criterionVariable = (set: CriteriaSet, { id }: Criterion) => variableName("c", set.id, id);

/** The variables of a set: each criterion true or false, each domain its points. */
export function scoreVariables(set: CriteriaSet): readonly Variable[] {
  return set.domains.flatMap((domain) => [
    ...domain.criteria.map((criterion) => ({
      name: criterionVariable(set, criterion),
      expression: conditionPath(criterion.when, set),
    })),
    { name: domainVariable(set, domain), expression: heaviest(set, domain) },
  ]);
}

/** The weight of the heaviest criterion that is met; 0 only when none is. */
function heaviest(set: CriteriaSet, domain: Domain): string {
  return domain.criteria
    .toSorted((a, b) => a.weight - b.weight)
    .reduce((rest, criterion) => `iif(%${criterionVariable(set, criterion)}, ${criterion.weight}, ${rest})`, "0");
}

/** FHIRPath of the points of a domain. */
export function domainPath(set: CriteriaSet, domain: Domain): string {
  return `%${domainVariable(set, domain)}`;
}

/** FHIRPath of the score of a set, as assessed. */
export function scorePath(set: CriteriaSet): string {
  return set.domains.map((domain) => domainPath(set, domain)).join(" + ");
}

/** FHIRPath that is true when a set classifies, as assessed. */
export function classifiedPath(set: CriteriaSet): string {
  const rule = clausePath(set.classifiedWhen, set);
  return set.entry ? `${conditionPath(set.entry.when, set)} and ${rule}` : rule;
}

function clausePath(rule: Classification, set: CriteriaSet): string {
  switch (rule.kind) {
    case "scoreAtLeast":
      return `((${scorePath(set)}) >= ${rule.score})`;
    case "scoreAbove":
      return `((${scorePath(set)}) > ${rule.score})`;
    case "criteriaAtLeast": {
      const inGroup = set.domains.filter(({ group }) => group === rule.group).flatMap(({ criteria }) => criteria);
      return `(${inGroup.map((one) => `iif(%${criterionVariable(set, one)}, 1, 0)`).join(" + ")} >= ${rule.count})`;
    }
    case "route":
      return conditionPath(rule.when, set);
    case "allOf":
      return `(${rule.of.map((one) => clausePath(one, set)).join(" and ")})`;
    case "anyOf":
      return `(${rule.of.map((one) => clausePath(one, set)).join(" or ")})`;
  }
}
