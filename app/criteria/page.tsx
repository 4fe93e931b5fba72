import type { Metadata } from "next";
import Link from "next/link";
import { definitions } from "../../criteria/index.ts";
import { Article, Section } from "../_reference/article.tsx";
import { SideBySide } from "./_overview/side-by-side.tsx";

const lead = "The published sets that are applied to the same record: what each is for and what it asks for.";

export const metadata: Metadata = { title: "Criteria sets", description: lead };

export default function Page() {
  return (
    <Article title="Criteria sets" lead={lead}>
      <Section id="sets" title="The sets side by side">
        <SideBySide />
        {definitions.sets.map((set) => (
          <p key={set.id}>
            <Link href={`/criteria/${set.id}`}>{set.short}</Link>. {set.purpose}
          </p>
        ))}
      </Section>
    </Article>
  );
}
