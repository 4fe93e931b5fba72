import type { Route } from "next";
import { Fragment } from "react";
import { findingDefinitions } from "../../../criteria/finding-definitions.ts";
import { definitions } from "../../../criteria/named.ts";
import { otherExplanations } from "../../../criteria/other-explanations.ts";
import type { CriteriaSet, FindingId } from "../../../criteria/types.ts";
import { criteriaOf, findingsIn } from "../../../lib/definition/walk.ts";
import { inSentence, list } from "../../../lib/explain/values.ts";
import { PageLink } from "../../_components/page-link.tsx";
import { setsReading } from "../readers.ts";

/** What a finding is: what counts and what does not, which sets read it, other explanations, codes. */
export default function FindingDefinition({ id, finding }: { id: string; finding: FindingId }) {
  const { definition, details = [] } = findingDefinitions[finding];
  const { countsNowhere, codes = [] } = definitions.findings[finding];
  const explanations = otherExplanations[finding];
  const sets = setsReading(finding);
  return (
    <div id={id} className="definition">
      <p>{definition}</p>
      {details.map((detail) => (
        <p key={detail}>{detail}</p>
      ))}
      <p className="text-muted">
        {sets.length > 0 ? "Read by " : countsNowhere}
        {sets.map((set, position) => (
          <Fragment key={set.id}>
            {position > 0 && (position === sets.length - 1 ? " and " : ", ")}
            <PageLink className="link" href={`/criteria/${set.id}#${ruleOf(set, finding)}`}>
              {set.short}
            </PageLink>
          </Fragment>
        ))}
        {sets.length > 0 && ". "}
        {sets.length > 0 && (
          <PageLink className="link" href={`/practice/sitting?finding=${finding}&n=5` as Route}>
            Practice this rule
          </PageLink>
        )}
      </p>
      {explanations.length > 0 && (
        <p className="text-muted">Think of: {list(explanations.map(({ label }) => inSentence(label)))}.</p>
      )}
      {codes.length > 0 && (
        <p className="text-muted">{codes.map(({ system, code }) => `${system.toUpperCase()} ${code}`).join(", ")}</p>
      )}
    </div>
  );
}

/** Where on the page of a set it is said what the finding does: its first criterion there, or the rule when it is only in that. */
function ruleOf(set: CriteriaSet, finding: FindingId): string {
  const reading = [...criteriaOf(set)].find(({ criterion }) => findingsIn(criterion.when).includes(finding));
  return reading ? `criterion-${reading.criterion.id}` : "rule";
}
