import type { Change, Misreading } from "../../criteria/practice/types.ts";
import type {
  Attribution,
  Classification,
  CriteriaSet,
  Criterion,
  Definitions,
  Domain,
  FindingId,
  Measurement,
  Rule,
  SleRecord,
  TestId,
} from "../../criteria/types.ts";
import { statementOf } from "../record/edit.ts";
import { factsOf, PART_OF } from "./answer.ts";

/** A patient and a set as somebody reads them: correctly at first, then with one misreading after another. */
export interface View {
  readonly record: SleRecord;
  readonly set: CriteriaSet;
  readonly definitions: Definitions;
}

/** The same patient and set, misread. A misreading that is not made in this set changes nothing. */
export function misread(view: View, { sets, changes }: Misreading): View {
  return sets.includes(view.set.id) ? changes.reduce(changed, view) : view;
}

function changed(view: View, change: Change): View {
  const { set, record } = view;
  switch (change.kind) {
    case "sum-domains":
      return inDomains(view, (domain) => (change.domains.includes(domain.id) ? perCriterion(domain) : [domain]));
    case "split-criterion":
      return inDomains(view, (domain) =>
        domain.criteria.some(({ id }) => id === change.criterion) ? perAlternative(domain, change.criterion) : [domain],
      );
    case "condition":
      return inCriteria(view, (criterion) => [
        criterion.id === change.criterion ? { ...criterion, when: change.when } : criterion,
      ]);
    case "weights":
      return inCriteria(view, (criterion) => [
        { ...criterion, weight: change.weights[criterion.id] ?? criterion.weight },
      ]);
    case "round-weights": {
      const round = change.to === "up" ? Math.ceil : Math.floor;
      return inCriteria(view, (criterion) => [{ ...criterion, weight: round(criterion.weight) }]);
    }
    case "without-criterion":
      return inCriteria(view, (criterion) => (criterion.id === change.criterion ? [] : [criterion]));
    case "extra-criterion":
      return inDomains(view, (domain) => [domain], extraDomain(change));
    case "without-entry": {
      const { entry: _, ...open } = set;
      return { ...view, set: open };
    }
    case "with-entry":
      return {
        ...view,
        set: { ...set, entry: { title: "", when: change.when } },
      };
    case "without-group":
      return withRule(view, (clause) => clause.kind !== "criteriaAtLeast" || clause.group !== change.group);
    case "without-route":
      return withRule(view, (clause) => clause.kind !== "route");
    case "threshold":
      return { ...view, set: { ...set, classifiedWhen: rethreshold(set.classifiedWhen, change) } };
    case "attribution":
      return { ...view, set: { ...set, attribution: readAttribution(change.reading) } };
    case "taken-as":
      return { ...view, record: takenAs(view, change) };
    case "limit":
      return withRules(view, change.finding, (rule) =>
        rule.test === change.test && "value" in rule ? { ...rule, is: change.is, value: change.value } : rule,
      );
    case "one-occasion":
      return withRules(view, change.finding, (rule) => ({ ...rule, occasions: 1 }));
    case "latest-value":
      return { ...view, record: { ...record, measurements: latest(record.measurements ?? []) } };
    case "unit-ignored":
      return withoutUnits(view);
  }
}

function inDomains(view: View, each: (domain: Domain) => readonly Domain[], extra: readonly Domain[] = []): View {
  return { ...view, set: { ...view.set, domains: [...view.set.domains.flatMap(each), ...extra] } };
}

function inCriteria(view: View, each: (criterion: Criterion) => readonly Criterion[]): View {
  return inDomains(view, (domain) => [{ ...domain, criteria: domain.criteria.flatMap(each) }]);
}

function perCriterion(domain: Domain): readonly Domain[] {
  return domain.criteria.map((criterion) => ({
    ...domain,
    id: `${domain.id}${PART_OF}${criterion.id}`,
    criteria: [criterion],
  }));
}

function perAlternative(domain: Domain, criterionId: string): readonly Domain[] {
  const others = domain.criteria.filter(({ id }) => id !== criterionId);
  const parts = domain.criteria.flatMap((criterion) => {
    if (criterion.id !== criterionId || criterion.when.kind !== "any") return [];
    return criterion.when.of.map((when, position) => ({
      ...domain,
      id: `${domain.id}${PART_OF}${criterion.id}-${position}`,
      criteria: [{ ...criterion, when }],
    }));
  });
  return others.length > 0 ? [{ ...domain, criteria: others }, ...parts] : parts;
}

function extraDomain({
  criterion,
  group,
  weight,
  when,
}: Extract<Change, { kind: "extra-criterion" }>): readonly Domain[] {
  const added: Criterion = {
    id: criterion,
    title: criterion,
    weight,
    when,
  };
  return [{ id: criterion, title: criterion, group, criteria: [added] }];
}

function withRule(view: View, keep: (clause: Classification) => boolean): View {
  return { ...view, set: { ...view.set, classifiedWhen: pruned(view.set.classifiedWhen, keep) } };
}

function pruned(rule: Classification, keep: (clause: Classification) => boolean): Classification {
  if (rule.kind !== "allOf" && rule.kind !== "anyOf") return rule;
  return { ...rule, of: rule.of.filter(keep).map((part) => pruned(part, keep)) };
}

function rethreshold(rule: Classification, change: Extract<Change, { kind: "threshold" }>): Classification {
  switch (rule.kind) {
    case "scoreAtLeast":
    case "scoreAbove":
      return { kind: change.is === ">=" ? "scoreAtLeast" : "scoreAbove", score: change.score };
    case "allOf":
    case "anyOf":
      return { ...rule, of: rule.of.map((part) => rethreshold(part, change)) };
    case "criteriaAtLeast":
    case "route":
      return rule;
  }
}

function readAttribution(reading: "ignored" | "everywhere"): Attribution {
  return reading === "everywhere" ? { kind: "any-other-cause" } : { kind: "as-printed", excludes: {} };
}

function takenAs({ record, definitions }: View, change: Extract<Change, { kind: "taken-as" }>): SleRecord {
  const facts = factsOf(record, definitions);
  const from = facts?.[change.from];
  const as = facts?.[change.as];
  if (!from || from.status !== change.status || as?.status === "present") return record;
  const explainedBy = from.explainedBy ?? statementOf(record, change.from).explainedBy;
  const findings = { ...record.findings, [change.as]: explainedBy ? { status: "present", explainedBy } : "present" };
  return { ...record, findings } as SleRecord;
}

function withRules(view: View, finding: FindingId, each: (rule: Rule) => Rule): View {
  const { definitions } = view;
  const definition = definitions.findings[finding];
  const reread = { ...definition, decidedBy: definition.decidedBy?.map(each) ?? [] };
  return { ...view, definitions: { ...definitions, findings: { ...definitions.findings, [finding]: reread } } };
}

/** Of each test with dated values, the last; values without a date only where no date is given. */
function latest(measurements: readonly Measurement[]): readonly Measurement[] {
  const last = new Map<TestId, string>();
  for (const { test, date } of measurements) {
    if (date !== undefined && date > (last.get(test) ?? "")) last.set(test, date);
  }
  return measurements.filter(({ test, date }) => !last.has(test) || date === last.get(test));
}

/** Every number as if it stood in the test's first unit, and every number believable. */
function withoutUnits(view: View): View {
  const { record, definitions } = view;
  const tests = Object.fromEntries(
    Object.entries(definitions.tests).map(([id, test]) => [id, { ...test, plausible: [-1e12, 1e12] as const }]),
  ) as Definitions["tests"];
  const measurements = (record.measurements ?? []).map((one) => ({
    ...one,
    unit: definitions.tests[one.test].units[0].unit,
  }));
  return { ...view, record: { ...record, measurements }, definitions: { ...definitions, tests } };
}
