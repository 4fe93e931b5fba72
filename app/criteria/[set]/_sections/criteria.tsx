import { definitions } from "../../../../criteria/index.ts";
import type { DomainGroup, ReferenceCriterion, ReferenceDomain, ReferenceSet } from "../../../../criteria/types.ts";
import { findingsIn } from "../../../../lib/definition/walk.ts";
import { rulesOf } from "../../../../lib/practice/rules.ts";
import { Anchor } from "../../../_reference/article.tsx";
import { ConditionTree } from "../../../_reference/condition-tree.tsx";
import { amount } from "../../../_reference/numbers.ts";
import { PracticeLink } from "../../../_reference/practice-link.tsx";
import { Sentences } from "../../../_reference/sentences.tsx";
import { Checked, type SourceNumbers } from "../../../_reference/sources.tsx";
import { workedRecords } from "./worked-records.ts";

interface Props {
  readonly set: ReferenceSet;
  readonly numbers: SourceNumbers;
}

const GROUPS = { clinical: "Clinical", immunologic: "Immunologic" } as const satisfies Record<DomainGroup, string>;

export function Criteria({ set, numbers }: Props) {
  const groups = (["clinical", "immunologic"] as const).map((group) => ({
    group,
    domains: set.domains.filter((domain) => domain.group === group),
  }));
  return groups
    .filter(({ domains }) => domains.length > 0)
    .map(({ group, domains }) => (
      <div key={group}>
        <h3 className="criterion-group">{GROUPS[group]}</h3>
        {domains.map((domain) => (
          <DomainSection key={domain.id} domain={domain} set={set} numbers={numbers} />
        ))}
      </div>
    ));
}

function DomainSection({ domain, set, numbers }: Props & { readonly domain: ReferenceDomain }) {
  // A set without domains gives each criterion one of its own; its heading would say everything twice.
  const [only] = domain.criteria;
  if (domain.criteria.length === 1 && only?.title === domain.title) {
    return <CriterionEntry criterion={only} set={set} numbers={numbers} heading="h4" />;
  }
  const heaviest = Math.max(...domain.criteria.map(({ weight }) => weight));
  return (
    <section aria-labelledby={`domain-${domain.id}`} className="criterion-domain">
      <h4 id={`domain-${domain.id}`}>
        {domain.title} <span className="criterion-aside">up to {amount(heaviest, set.unit)}</span>
      </h4>
      {domain.criteria.map((criterion) => (
        <CriterionEntry key={criterion.id} criterion={criterion} set={set} numbers={numbers} heading="h5" />
      ))}
    </section>
  );
}

function CriterionEntry({
  criterion,
  set,
  numbers,
  heading: Heading,
}: Props & { readonly criterion: ReferenceCriterion; readonly heading: "h4" | "h5" }) {
  const id = `criterion-${criterion.id}`;
  const explanations = otherExplanationsOf(criterion);
  const rule = rulesOf(set).find((one) => one.criterion === criterion.id);
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="criterion">
      <Heading id={`${id}-title`}>
        {criterion.title}
        <Anchor id={id} />
        <span className="criterion-weight">{amount(criterion.weight, set.unit)}</span>
      </Heading>
      <p>{criterion.definition}</p>
      <dl>
        <dt>Counts with</dt>
        <dd>
          <ConditionTree condition={criterion.when} />
        </dd>
        {explanations.length > 0 && (
          <>
            <dt>Other explanations to think of</dt>
            <dd>{explanations.join("; ")}</dd>
          </>
        )}
        <dt>Records worked out by hand</dt>
        <dd>{workedRecords("criterion", `${set.id}.${criterion.id}`)}</dd>
      </dl>
      {criterion.notes && <Sentences of={criterion.notes} />}
      <Checked of={criterion} numbers={numbers} />
      {rule && <PracticeLink rule={rule} />}
    </section>
  );
}

/** What else could explain any finding of the criterion, each named once. */
function otherExplanationsOf(criterion: ReferenceCriterion): readonly string[] {
  const findings = findingsIn(criterion.when).map((finding) => definitions.findings[finding]);
  return [...new Set(findings.flatMap(({ otherExplanations }) => otherExplanations.map(({ label }) => label)))];
}
