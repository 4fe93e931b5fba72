import Link from "next/link";
import { definitions } from "../../../criteria/index.ts";
import { operatorFrom } from "../../../lib/api/operator.ts";
import { list } from "../../../lib/explain/values.ts";
import app from "../../../package.json";
import { released } from "../../../scripts/changelog.ts";
import { identity } from "../../../scripts/identity.ts";
import { OperatorLine } from "../../_components/operator.tsx";
import { Section } from "../../_reference/article.tsx";
import { Table } from "../../_reference/table.tsx";

/** The sections about the app itself, which come before those about the criteria. */
export const appSections = [
  { id: "this-app", title: "What this app is for" },
  { id: "limits", title: "Its limits" },
  { id: "device", title: "Is it a medical device?" },
] as const;

/** Those that come after. */
export const answeringSections = [
  { id: "your-data", title: "What is entered stays here" },
  { id: "security", title: "Security" },
  { id: "fault", title: "To report a fault" },
  { id: "cite", title: "How to cite" },
] as const;

/** What the sets here say that they are not for, and which of them does where not all do. */
const notFor = [...new Set(definitions.sets.flatMap((set) => set.notFor))].map((sentence) => {
  const saying = definitions.sets.filter((set) => set.notFor.includes(sentence));
  const whose = saying.length === definitions.sets.length ? "" : `${list(saying.map(({ short }) => short))}: `;
  return `${whose}${sentence}`;
});

export function ThisApp() {
  const [purpose, limits, device] = appSections;
  return (
    <>
      <Section {...purpose}>
        <p>
          For clinicians, researchers, teachers and students who know the disease: it applies the published
          classification criteria to one patient, shows what each set counted and why, what is unknown and would matter,
          and lets them be learned and taught. It needs findings that a clinician has judged and laboratory values with
          their units; what is not entered is unknown, and is never taken as absent. A file of many patients is scored
          on <Link href="/cohort">the page for cohorts</Link>.
        </p>
        <Table
          caption="This app"
          head={["What", "Which"]}
          rows={[
            ["Version", identity.version],
            ["Released", released || "Not released yet"],
            ["Definitions", <code key="hash">{identity.definitions}</code>],
            ["Criteria sets", definitions.sets.map(({ short }) => short).join(", ")],
            ["License", app.license],
            ["Run by", <OperatorLine key="operator" />],
          ].map(([name, what]) => ({ key: String(name), cells: [name, what] }))}
        />
        <p>
          The hash of the definitions changes with every limit, weight, condition and id that decides a result, and with
          nothing else. With it and the version, a number can be worked out again years later; every result that a
          program gets, every file, note, card and print carries both. What changed is in the{" "}
          <Link href="/changelog">changelog</Link>.
        </p>
      </Section>
      <Section {...limits}>
        <p>The sets here are not for:</p>
        <ul>
          {notFor.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p>
          What each set is for, by whom it was tried and with which figures, is on{" "}
          <Link href="/criteria">its page</Link>. What is known about <a href="#children">children</a> stands below, and
          so does <a href="#awaiting">what awaits a check</a>: some rules were read in reprints, or not yet at all.
        </p>
      </Section>
      <Section {...device}>
        <p>
          It is a calculator of classification criteria for study and teaching. It is not a medical device, has not been
          assessed as one, and is not offered for diagnosing, treating or monitoring a patient. Who uses its numbers in
          care decides on that alone, and answers for it.
        </p>
      </Section>
    </>
  );
}

export function Answering() {
  const [data, security, fault, cite] = answeringSections;
  const { contact } = operatorFrom(process.env);
  return (
    <>
      <Section {...data}>
        <p>
          Scoring runs in your browser. A record is kept on this device until you erase it, and is sent nowhere. A share
          link carries the record behind the # of its address, which browsers do not send to servers; whoever has the
          link can read it.
        </p>
        <p>
          A record has no place for a name or a birth date. Use a reference of your own for its label, and no name. All
          of it is on the page about <Link href="/privacy">privacy</Link>.
        </p>
      </Section>
      <Section {...security}>
        <p>
          Pages run only their own scripts and load nothing from another origin. There are no accounts, and no cookies
          but those of a teaching round. What programs send is bounded, answered and forgotten. <OperatorLine />
          {contact && (
            <>
              {" "}
              It also stands in <a href="/.well-known/security.txt">security.txt</a>.
            </>
          )}
        </p>
      </Section>
      <Section {...fault}>
        <p>
          A wrong result is a fault of safety. Say what was entered (a file of the record, without a name or a birth
          date), what was shown, what is right and by which paper, and the version and definitions hash at the foot of
          the page. <OperatorLine /> A fault of the program itself is reported where its source is kept.
        </p>
      </Section>
      <Section {...cite}>
        <p>
          {CITATION} Name the paper of each set that you used as well; they are on{" "}
          <Link href="/criteria">the pages of the sets</Link>.
        </p>
      </Section>
    </>
  );
}

/** As CITATION.cff says it; tests/app/answers.test.tsx holds the two together. */
const CITATION = `The SLE classification criteria authors. SLE classification criteria, version ${identity.version}${released && ` (${released})`}, definitions ${identity.definitions}.`;
