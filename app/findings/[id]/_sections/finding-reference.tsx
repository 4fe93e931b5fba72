import { definitions } from "../../../../criteria/index.ts";
import type { FindingId, SourceId } from "../../../../criteria/types.ts";
import { Article, Section } from "../../../_reference/article.tsx";
import { numbered, SourceList } from "../../../_reference/sources.tsx";
import { Codes } from "./codes.tsx";
import { Measured } from "./measured.tsx";
import { Neighbors } from "./neighbors.tsx";
import { OtherExplanations } from "./other-explanations.tsx";
import { hasRelations, Relations } from "./relations.tsx";
import { WhereItCounts } from "./where-it-counts.tsx";
import "./finding-reference.css";

/** One finding as a page: what it is, how it is measured, where it counts and where it does not, and why. */
export function FindingReference({ id }: { readonly id: FindingId }) {
  const finding = definitions.findings[id];
  const numbers = numbered(
    finding.otherExplanations.flatMap(({ source }): readonly SourceId[] => (source ? [source] : [])),
  );
  const sections = [
    { id: "counts", title: "Where it counts", body: <WhereItCounts id={id} />, shown: true },
    { id: "measured", title: "How it is measured", body: <Measured id={id} />, shown: finding.decidedBy !== undefined },
    {
      id: "explanations",
      title: "Other explanations to think of",
      body: <OtherExplanations id={id} numbers={numbers} />,
      shown: finding.otherExplanations.length > 0,
    },
    { id: "relations", title: "What follows from it", body: <Relations id={id} />, shown: hasRelations(id) },
    { id: "codes", title: "Codes", body: <Codes of={finding.codes ?? []} />, shown: finding.codes !== undefined },
    { id: "sources", title: "Sources", body: <SourceList numbers={numbers} />, shown: numbers.size > 0 },
  ].filter(({ shown }) => shown);
  return (
    <Article title={finding.label} lead={finding.definition}>
      {finding.details && (
        <ul>
          {finding.details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
      <p>Also called: {finding.synonyms.join(", ")}.</p>
      {finding.related && <p>Looked for as well by: {finding.related.join(", ")}.</p>}
      {sections.map((section) => (
        <Section key={section.id} id={section.id} title={section.title}>
          {section.body}
        </Section>
      ))}
      <Neighbors id={id} />
    </Article>
  );
}
