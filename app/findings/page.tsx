import type { Metadata } from "next";
import { definitions } from "../../criteria/index.ts";
import { Article, Section } from "../_reference/article.tsx";
import { findingsByGroup } from "../_reference/finding-ids.ts";
import { AtAGlance } from "./_index/at-a-glance.tsx";

const lead = "Every documented feature of lupus: where it counts in each criteria set, or why it counts nowhere.";

export const metadata: Metadata = { title: "Findings", description: lead };

export default function Page() {
  return (
    <Article title="Findings" lead={lead} sections={findingsByGroup}>
      <p>
        Beside each finding stands what one set after the other gives for it: {units()}. Below its name stand the words
        by which people look for it, so that the search of your browser finds it by any of them. Programs read the same{" "}
        <a href="/api/v1/findings">as JSON</a>.
      </p>
      {findingsByGroup.map(({ id, title, hint, findings }) => (
        <Section key={id} id={id} title={title}>
          {hint && <p>{hint}</p>}
          <AtAGlance caption={`${title} in each set`} findings={findings} />
        </Section>
      ))}
    </Article>
  );
}

/** "points in EULAR/ACR 2019, criteria in SLICC 2012, ...": the sets do not count alike. */
function units(): string {
  return definitions.sets.map(({ short, unit }) => `${unit} in ${short}`).join(", ");
}
