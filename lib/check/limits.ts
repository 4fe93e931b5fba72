import type { LabTest, Rule } from "../../criteria/types.ts";
import { acceptedUnit, isPlausible } from "../record/units.ts";
import { type Fault, type LintRule, problem } from "./fault.ts";

/** Limits, units, methods and limits' names of a finding's rules against the tests that they name. */
const rulesFitTests: LintRule = ({ findings, tests }) =>
  Object.entries(findings).flatMap(([id, finding]) =>
    (finding.decidedBy ?? []).flatMap((rule, position) => {
      const test = tests[rule.test];
      return test ? ruleFaults(rule, test, `findings.${id}.decidedBy.${position}`) : [];
    }),
  );

function ruleFaults(rule: Rule, test: LabTest, path: string): Fault[] {
  const methods = [...(rule.methods ?? []), ...(rule.notMethods ?? [])];
  const unknownMethods = methods.filter((method) => !test.methods?.some(({ id }) => id === method));
  return [
    ...unknownMethods.map((method) => problem("unaccepted-method", path, `${test.label} has no method "${method}".`)),
    ...("value" in rule ? fixedLimitFaults(rule.value, rule.unit, test, path) : []),
    ...("value" in rule && rule.perUnit
      ? rule.perUnit.flatMap(({ value, unit }) => fixedLimitFaults(value, unit, test, `${path}.perUnit`))
      : []),
    ...("limit" in rule && !test.limits?.some(({ name }) => name === rule.limit)
      ? [problem("limit-not-asked", path, `${test.label} does not ask for the limit "${rule.limit}".`)]
      : []),
  ];
}

function fixedLimitFaults(value: number, unit: string, test: LabTest, path: string): Fault[] {
  const accepted = acceptedUnit(test, unit);
  if (!accepted) return [problem("unaccepted-unit", path, `${test.label} does not accept the unit "${unit}".`)];
  if (isPlausible(value, accepted, test)) return [];
  return [
    problem(
      "implausible-limit",
      path,
      `The limit ${value} ${unit} lies outside the believable range of ${test.label}.`,
    ),
  ];
}

const testsFit: LintRule = ({ tests }) =>
  Object.entries(tests).flatMap(([id, test]) => {
    const [lowest, highest] = test.plausible;
    const units = test.units.map(({ unit }) => unit);
    return [
      ...(lowest < highest ? [] : [problem("empty-range", `tests.${id}.plausible`, "The believable range is empty.")]),
      ...(new Set(units).size === units.length
        ? []
        : [problem("duplicate-id", `tests.${id}.units`, "A unit is listed twice.")]),
    ];
  });

export const limitRules: readonly LintRule[] = [rulesFitTests, testsFit];
