import type { ReferenceSet } from "../../../../criteria/types.ts";
import { provenancesOf } from "../../../../lib/definition/provenance.ts";
import { Article, Section } from "../../../_reference/article.tsx";
import { Sentences } from "../../../_reference/sentences.tsx";
import { numbered, SourceList } from "../../../_reference/sources.tsx";
import { Attribution } from "./attribution.tsx";
import { Criteria } from "./criteria.tsx";
import { AwaitingCheck, Decisions } from "./decisions.tsx";
import { Examples } from "./examples.tsx";
import { MachineForms } from "./machine-forms.tsx";
import { NotRead } from "./not-read.tsx";
import { Performance } from "./performance.tsx";
import { Purpose, Rule } from "./rule.tsx";
import "./set-reference.css";

/** One criteria set as a page to read from top to bottom, all of it from the set's data. */
export function SetReference({ set }: { readonly set: ReferenceSet }) {
  const numbers = numbered([...set.citations, ...[...provenancesOf(set)].flatMap(({ of }) => of.source)]);
  const sections = [
    { id: "purpose", title: "What it is for", body: <Purpose set={set} /> },
    { id: "rule", title: "The rule", body: <Rule set={set} numbers={numbers} /> },
    { id: "criteria", title: "Criteria", body: <Criteria set={set} numbers={numbers} /> },
    { id: "attribution", title: "Attribution", body: <Attribution set={set} numbers={numbers} /> },
    { id: "not-read", title: "What it does not read", body: <NotRead set={set} /> },
    { id: "examples", title: "Worked examples", body: <Examples set={set} /> },
    { id: "performance", title: "Published performance", body: <Performance set={set} numbers={numbers} /> },
    {
      id: "decisions",
      title: "Open questions, and how they are answered here",
      body: <Decisions set={set} numbers={numbers} />,
    },
    { id: "mistakes", title: "Frequent mistakes", body: <Sentences of={set.mistakes} /> },
    { id: "awaiting", title: "What awaits a check", body: <AwaitingCheck set={set} /> },
    { id: "programs", title: "For programs", body: <MachineForms set={set} /> },
    { id: "sources", title: "Sources", body: <SourceList numbers={numbers} /> },
  ];
  return (
    <Article title={set.title} lead={set.rule} sections={sections}>
      {sections.map(({ id, title, body }) => (
        <Section key={id} id={id} title={title}>
          {body}
        </Section>
      ))}
    </Article>
  );
}
