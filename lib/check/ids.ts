import type { Provenance, ReferenceDefinitions, ReferenceSet } from "../../criteria/types.ts";
import { closure, implied } from "../definition/implications.ts";
import { conditionsOf, criteriaOf, findingsIn } from "../definition/walk.ts";
import { type Fault, type LintRule, problem } from "./fault.ts";

/** The sets of definitions, each with the path at which its faults are reported. */
function inEachSet(
  check: (set: ReferenceSet, path: string, definitions: ReferenceDefinitions) => readonly Fault[],
): LintRule {
  return (definitions) => definitions.sets.flatMap((set) => check(set, `sets.${set.id}`, definitions));
}

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, position) => ids.indexOf(id) !== position))];
}

const duplicateSets: LintRule = ({ sets, examples }) => [
  ...repeated(sets.map(({ id }) => id)).map((id) =>
    problem("duplicate-id", `sets.${id}`, `Two sets have the id "${id}".`),
  ),
  ...repeated(examples.map(({ id }) => id)).map((id) =>
    problem("duplicate-id", `examples.${id}`, `Two examples have the id "${id}".`),
  ),
];

const duplicateInSet = inEachSet((set, path) => [
  ...repeated(set.domains.map(({ id }) => id)).map((id) =>
    problem("duplicate-id", `${path}.${id}`, `Two domains have the id "${id}".`),
  ),
  ...repeated([...criteriaOf(set)].map(({ criterion }) => criterion.id)).map((id) =>
    problem("duplicate-id", `${path}.${id}`, `Two criteria have the id "${id}".`),
  ),
]);

const danglingInSet = inEachSet((set, path, { findings }) => {
  const read = [...conditionsOf(set), ...set.cautions.flatMap(({ when }) => when ?? [])].flatMap(findingsIn);
  const named = [
    ...read,
    ...Object.keys(set.notItems),
    ...(set.attribution.kind === "as-printed" ? Object.keys(set.attribution.excludes) : []),
    ...set.cautions.flatMap(({ finding }) => finding ?? []),
  ];
  return [...new Set(named)]
    .filter((id) => !(id in findings))
    .map((id) => problem("dangling-id", path, `There is no finding with the id "${id}".`));
});

/** A set says of a finding either what it is worth or that it is no item, never both. */
const readAndNotRead = inEachSet((set, path) => {
  const read = new Set<string>([...conditionsOf(set)].flatMap(findingsIn));
  return Object.keys(set.notItems)
    .filter((id) => read.has(id))
    .map((id) =>
      problem("read-and-not-read", `${path}.notItems.${id}`, `The set reads "${id}" and says that it does not.`),
    );
});

const danglingInFindings: LintRule = ({ findings, groups, tests, sources }) =>
  Object.entries(findings).flatMap(([id, finding]) => [
    ...(finding.group in groups
      ? []
      : [problem("dangling-id", `findings.${id}.group`, `There is no group "${finding.group}".`)]),
    ...(finding.decidedBy ?? [])
      .filter((rule) => !(rule.test in tests))
      .map((rule) => problem("dangling-id", `findings.${id}.decidedBy`, `There is no test "${rule.test}".`)),
    ...finding.otherExplanations
      .filter(({ source }) => source !== undefined && !(source in sources))
      .map(({ source }) =>
        problem("dangling-id", `findings.${id}.otherExplanations`, `There is no source "${source}".`),
      ),
  ]);

const danglingInRelations: LintRule = ({ implications, assumptions, otherForms, findings }) =>
  [
    ...implications.flatMap(({ from, to }) => [from, to]),
    ...assumptions.flatMap(({ when, then }) => [when.finding, then.finding]),
    ...otherForms.flatMap((forms) => forms.findings),
  ]
    .filter((id) => !(id in findings))
    .map((id) => problem("dangling-id", "relations", `There is no finding with the id "${id}".`));

const danglingInExamples: LintRule = ({ examples, sets, findings, tests }) =>
  examples.flatMap(({ id, record, expect }) => [
    ...Object.keys(expect)
      .filter((set) => !sets.some((one) => one.id === set))
      .map((set) => problem("dangling-id", `examples.${id}`, `There is no set "${set}".`)),
    ...Object.keys(record.findings ?? {})
      .filter((finding) => !(finding in findings))
      .map((finding) => problem("dangling-id", `examples.${id}`, `There is no finding "${finding}".`)),
    ...(record.measurements ?? [])
      .filter(({ test }) => !(test in tests))
      .map(({ test }) => problem("dangling-id", `examples.${id}`, `There is no test "${test}".`)),
  ]);

/** Every rule, weight and wording says where it comes from, and what still awaits a check. */
const sourced = inEachSet((set, path, { sources }) => {
  const stated: readonly (readonly [string, Provenance])[] = [
    ...[...criteriaOf(set)].map(({ criterion }) => [`${path}.${criterion.id}`, criterion] as const),
    ...(set.entry ? [[`${path}.entry`, set.entry] as const] : []),
    [`${path}.attribution`, set.attribution],
    ...set.performance.map((one, position) => [`${path}.performance.${position}`, one] as const),
    ...set.decisions.map((one, position) => [`${path}.decisions.${position}`, one] as const),
    ...(set.remarks ?? []).map((one, position) => [`${path}.remarks.${position}`, one] as const),
  ];
  const cited = set.citations.filter((id) => !(id in sources));
  return [
    ...(set.citations.length === 0 ? [problem("missing-source", path, "The set cites no publication.")] : []),
    ...cited.map((id) => problem("dangling-id", `${path}.citations`, `There is no source "${id}".`)),
    ...stated.flatMap(([where, provenance]) => provenanceFaults(where, provenance, sources)),
  ];
});

function provenanceFaults(
  path: string,
  { source, checked, toConfirm }: Provenance,
  sources: ReferenceDefinitions["sources"],
): Fault[] {
  return [
    ...(source.length === 0 && checked !== "from-memory"
      ? [problem("missing-source", path, "No source is named.")]
      : []),
    ...source.filter((id) => !(id in sources)).map((id) => problem("dangling-id", path, `There is no source "${id}".`)),
    ...(checked !== "yes" && !toConfirm
      ? [problem("missing-check", path, "What still awaits a check is not said.")]
      : []),
  ];
}

const implicationCycles: LintRule = ({ implications }) => {
  const steps = implied({ implications });
  return [...new Set(implications.map(({ from }) => from))].flatMap((start) => {
    const next = steps.flatMap(([from, to]) => (from === start ? [to] : []));
    const isCycle = closure(next, steps).has(start);
    return isCycle ? [problem("implication-cycle", `relations.${start}`, `"${start}" implies itself.`)] : [];
  });
};

/** An assumption is applied last: a strict implication to the same finding could contradict it in a completion. */
const assumedAndImplied: LintRule = ({ implications, assumptions }) =>
  assumptions
    .filter(({ when, then }) => implications.some(({ from, to }) => to === then.finding && from !== when.finding))
    .map(({ then }) =>
      problem(
        "assumed-and-implied",
        `relations.${then.finding}`,
        `"${then.finding}" is assumed and implied by another finding.`,
      ),
    );

export const idRules: readonly LintRule[] = [
  duplicateSets,
  duplicateInSet,
  danglingInSet,
  readAndNotRead,
  danglingInFindings,
  danglingInRelations,
  danglingInExamples,
  sourced,
  implicationCycles,
  assumedAndImplied,
];
