import type { Metadata } from "next";
import { changelog } from "../../scripts/changelog.ts";
import { Article, Section } from "../_reference/article.tsx";
import { Changes, Line, textOf } from "../_reference/changes.tsx";

const lead = "What changed, and first of all: whose result.";

export const metadata: Metadata = { title: "Changelog", description: lead };

const idOf = (version: string) => `v-${version.toLowerCase().replaceAll(".", "-")}`;
const titleOf = ({ version, date }: { version: string; date?: string }) => (date ? `${version}, ${date}` : version);

/** CHANGELOG.md, as it is. */
export default function Page() {
  return (
    <Article
      title="Changelog"
      lead={lead}
      sections={changelog.releases.map((release) => ({ id: idOf(release.version), title: titleOf(release) }))}
    >
      {changelog.intro.map((runs) => (
        <p key={textOf(runs)}>
          <Line runs={runs} />
        </p>
      ))}
      {changelog.releases.map((release) => (
        <Section key={release.version} id={idOf(release.version)} title={titleOf(release)}>
          <Changes of={release.changes} />
        </Section>
      ))}
    </Article>
  );
}
