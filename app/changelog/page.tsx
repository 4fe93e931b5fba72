import type { Metadata } from "next";
import { changelog, type Run } from "../../scripts/changelog.ts";
import { Article, Section } from "../_reference/article.tsx";

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
          <ul>
            {release.changes.map((runs) => (
              <li key={textOf(runs)}>
                <Line runs={runs} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </Article>
  );
}

const textOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join("");

function Line({ runs }: { readonly runs: readonly Run[] }) {
  let at = 0;
  return runs.map(({ text, is }) => {
    const key = at;
    at += text.length;
    if (is === "strong") return <strong key={key}>{text}</strong>;
    return is === "code" ? <code key={key}>{text}</code> : text;
  });
}
