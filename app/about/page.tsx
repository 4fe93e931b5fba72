import type { Metadata } from "next";
import { childrenStudies, context, definitions, implicatedDrugs } from "../../criteria/index.ts";
import type { ContextTopic } from "../../criteria/types.ts";
import { STATEMENT } from "../../lib/explain/statement.ts";
import { Article, Section } from "../_reference/article.tsx";
import { Checked, checkedInWords, numbered, SourceList, SourceMarks } from "../_reference/sources.tsx";
import { Table } from "../_reference/table.tsx";
import { Answering, answeringSections, appSections, ThisApp } from "./_sections/this-app.tsx";
import { awaitingChecks } from "./awaiting-checks.ts";

export const metadata: Metadata = {
  title: "About",
  description:
    "What this app and classification criteria are for and whom they do not fit: diagnosis, children, ANA-negative and drug-induced lupus, newborns, skin disease and overlap.",
};

const topics: readonly ContextTopic[] = context;
const numbers = numbered([
  ...topics.flatMap(({ remarks }) => remarks.flatMap(({ source }) => source)),
  ...childrenStudies.flatMap(({ source }) => source),
  ...implicatedDrugs.flatMap((one) => ("source" in one ? [one.source] : [])),
]);

/** What the app is and who answers for it, and what lies around the criteria. */
export default function AboutPage() {
  const awaiting = awaitingChecks(definitions);
  return (
    <Article
      title="What these criteria are for, and what not"
      lead={STATEMENT}
      sections={[
        ...appSections,
        ...topics,
        ...answeringSections,
        { id: "awaiting", title: "What awaits a check" },
        { id: "sources", title: "Sources" },
      ]}
    >
      <ThisApp />
      {topics.map(({ id, title, remarks }) => (
        <Section key={id} id={id} title={title}>
          {remarks.map((remark) => (
            <div key={remark.text}>
              <p>{remark.text}</p>
              <Checked of={remark} numbers={numbers} />
            </div>
          ))}
          {id === "children" && <ChildrenTable />}
          {id === "drug-induced" && <DrugTable />}
        </Section>
      ))}
      <Answering />
      <Section id="awaiting" title="What awaits a check">
        <p>
          Every rule says where it was read. These are the ones that a person with the paper must still confirm, word
          for word from the definitions.
        </p>
        <Table
          caption="Rules that are not fully checked"
          head={["Rule", "Checked", "To confirm"]}
          rows={awaiting.map(({ path, checked, toConfirm }) => ({
            key: path,
            cells: [path, checkedInWords(checked), toConfirm],
          }))}
        />
      </Section>
      <Section id="sources" title="Sources">
        <SourceList numbers={numbers} />
      </Section>
    </Article>
  );
}

function ChildrenTable() {
  return (
    <Table
      caption="Studies in children: sensitivity and specificity"
      head={["Study", "SLICC 2012", "ACR 1997", "EULAR/ACR 2019"]}
      rows={childrenStudies.map(({ study, slicc, acr, eularAcr, source }) => ({
        key: study,
        cells: [
          <>
            {study}
            <SourceMarks ids={source} numbers={numbers} />
          </>,
          slicc,
          acr,
          eularAcr,
        ],
      }))}
    />
  );
}

function DrugTable() {
  return (
    <Table
      caption="Drugs to think of"
      head={["Group", "Drugs", "Checked"]}
      rows={implicatedDrugs.map((one) => ({
        key: `${one.group} ${one.checked}`,
        cells: [
          <>
            {one.group}
            {"source" in one && <SourceMarks ids={[one.source]} numbers={numbers} />}
          </>,
          one.drugs.join(", "),
          checkedInWords(one.checked),
        ],
      }))}
    />
  );
}
