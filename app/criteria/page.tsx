import type { Metadata } from "next";
import Link from "next/link";
import { definitions, notIncluded } from "../../criteria/index.ts";
import { Article, Section } from "../_reference/article.tsx";
import { Checked, numbered, SourceList } from "../_reference/sources.tsx";
import { Differences } from "./_overview/differences.tsx";
import { SideBySide } from "./_overview/side-by-side.tsx";

const lead =
  "The published sets that are applied here to one and the same record: what each is for, where they differ, and which others are left out.";

export const metadata: Metadata = { title: "Criteria sets", description: lead };

const sections = [
  { id: "sets", title: "The sets side by side" },
  { id: "differences", title: "Differences that bite" },
  { id: "not-included", title: "Sets that are not included" },
  { id: "sources", title: "Sources" },
] as const;

export default function Page() {
  const [sets, differences, omitted, sources] = sections;
  const numbers = numbered(notIncluded.flatMap(({ source }) => source));
  return (
    <Article title="Criteria sets" lead={lead} sections={sections}>
      <Section {...sets}>
        <SideBySide />
        {definitions.sets.map((set) => (
          <p key={set.id}>
            <Link href={`/criteria/${set.id}`}>{set.short}</Link>. {set.purpose}
          </p>
        ))}
        <p>
          What criteria can and cannot do, in children and without ANA too:{" "}
          <Link href="/about">about classification</Link>.
        </p>
      </Section>
      <Section {...differences}>
        <Differences />
      </Section>
      <Section {...omitted}>
        {notIncluded.map((set) => (
          <div key={set.title}>
            <h3>{set.title}</h3>
            <p>
              {set.known} {set.decision}
            </p>
            <Checked of={set} numbers={numbers} />
          </div>
        ))}
      </Section>
      <Section {...sources}>
        <SourceList numbers={numbers} />
      </Section>
    </Article>
  );
}
