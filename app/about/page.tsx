import type { Metadata } from "next";
import { childrenStudies, context, definitions, implicatedDrugs } from "../../criteria/index.ts";
import type { ContextTopic } from "../../criteria/types.ts";
import { STATEMENT } from "../../lib/explain/statement.ts";
import { Article, Section } from "../_reference/article.tsx";
import { Checked, checkedInWords, numbered, SourceList, SourceMarks } from "../_reference/sources.tsx";
import { Table } from "../_reference/table.tsx";
import { awaitingChecks } from "./awaiting-checks.ts";

export const metadata: Metadata = {
  title: "About",
  description:
    "What classification criteria are for and whom they do not fit: diagnosis, children, ANA-negative and drug-induced lupus, newborns, skin disease and overlap.",
};

const topics: readonly ContextTopic[] = context;
const numbers = numbered([
  ...topics.flatMap(({ remarks }) => remarks.flatMap(({ source }) => source)),
  ...childrenStudies.flatMap(({ source }) => source),
  ...implicatedDrugs.flatMap((one) => ("source" in one ? [one.source] : [])),
]);

/** What lies around the criteria, and how this app treats what is entered. */
export default function AboutPage() {
  const awaiting = awaitingChecks(definitions);
  return (
    <Article
      title="What these criteria are for, and what not"
      lead={STATEMENT}
      sections={[
        ...topics,
        { id: "your-data", title: "What is entered stays here" },
        { id: "awaiting", title: "What awaits a check" },
        { id: "sources", title: "Sources" },
      ]}
    >
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
      <Section id="your-data" title="What is entered stays here">
        <p>
          Scoring runs in your browser. A record is kept on this device until you erase it, and is sent nowhere. A share
          link carries the record behind the # of its address, which browsers do not send to servers; whoever has the
          link can read it.
        </p>
        <p>A record has no place for a name or a birth date. Use a reference of your own for its label, and no name.</p>
      </Section>
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
