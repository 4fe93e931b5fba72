import type { Route } from "next";
import Link from "next/link";
import type { FindingId } from "../../criteria/types.ts";
import { definitions } from "../../criteria/without-examples.ts";
import { list } from "../../lib/explain/values.ts";
import { setsReading } from "./readers.ts";

/** What a finding is: what counts and what does not, which sets read it, other explanations, codes. */
export function FindingDefinition({ id, finding }: { id: string; finding: FindingId }) {
  const { definition, details = [], otherExplanations, countsNowhere, codes = [] } = definitions.findings[finding];
  const sets = setsReading(finding).map(({ short }) => short);
  return (
    <div id={id} className="definition">
      <p>{definition}</p>
      {details.map((detail) => (
        <p key={detail}>{detail}</p>
      ))}
      <p className="text-muted">
        {sets.length > 0 ? `Read by ${list(sets)}. ` : countsNowhere}
        {sets.length > 0 && (
          <Link className="link" href={`/practice/sitting?finding=${finding}&n=5` as Route} prefetch={false}>
            Practice this rule
          </Link>
        )}
      </p>
      {otherExplanations.length > 0 && (
        <p className="text-muted">Think of: {list(otherExplanations.map(({ label }) => label))}.</p>
      )}
      {codes.length > 0 && (
        <p className="text-muted">{codes.map(({ system, code }) => `${system.toUpperCase()} ${code}`).join(", ")}</p>
      )}
    </div>
  );
}
