import type { Metadata } from "next";
import Link from "next/link";
import { definitions } from "../../criteria/index.ts";
import type { CheckState, ReferenceSet } from "../../criteria/types.ts";
import { operatorFrom } from "../../lib/api/operator.ts";
import { versionWords } from "../../lib/definition/identity.ts";
import { provenancesOf } from "../../lib/definition/provenance.ts";
import { criteriaOf } from "../../lib/definition/walk.ts";
import { hazards } from "../../lib/trust/hazards.ts";
import { intendedUse } from "../../lib/trust/intended-use.ts";
import { flows, threats } from "../../lib/trust/threats.ts";
import type { Control } from "../../lib/trust/types.ts";
import { released, resultChanges } from "../../scripts/changelog.ts";
import { identity } from "../../scripts/identity.ts";
import { evidence, fuzzed, loaded, mutatedCode, mutation } from "../../scripts/traceability.ts";
import { OperatorLine } from "../_components/operator.tsx";
import { Article, Section } from "../_reference/article.tsx";
import { Changes } from "../_reference/changes.tsx";
import { Table } from "../_reference/table.tsx";

const lead =
  "What a reviewer asks, with the answers as far as there are any. Numbers and names of tests on this page are made from the data and the tests themselves.";

const whole = (number: number): string => number.toLocaleString("en-US");

export const metadata: Metadata = { title: "Why trust a number from here", description: lead };

const sections = [
  { id: "use", title: "What is it for?" },
  { id: "unchecked", title: "What is still unchecked?" },
  { id: "sources", title: "Who says so?" },
  { id: "tested", title: "How was it tested?" },
  { id: "hazards", title: "What can go wrong?" },
  { id: "data", title: "Where do data go, and who could get at them?" },
  { id: "who", title: "Who looks after it?" },
  { id: "changed", title: "What changed?" },
] as const;

const CHECK_STATES = ["yes", "partly", "from-memory"] as const satisfies readonly CheckState[];

/** How many statements with a source of their own stand so in these sets. */
const checkedIn = (sets: readonly ReferenceSet[], state: CheckState) =>
  sets.flatMap((set) => [...provenancesOf(set)]).filter(({ of }) => of.checked === state).length;

/** What decides a score or a verdict of a set and was not read in full in its paper. */
const itemsToRead = (set: ReferenceSet): readonly string[] =>
  [...criteriaOf(set)].filter(({ criterion }) => criterion.checked !== "yes").map(({ criterion }) => criterion.title);

/** Why anyone should believe a number that the app gives: one page, to be followed down to a test. */
export default function Page() {
  const [read, readInPart, notRead] = CHECK_STATES.map((state) => checkedIn(definitions.sets, state));
  const [use, unchecked, sources, tested, wrong, data, who, changed] = sections;
  const { name, contact } = operatorFrom(process.env);
  const isRunByNobody = !name && !contact;
  const toRead = definitions.sets
    .map((set) => ({ set, items: itemsToRead(set) }))
    .filter(({ items }) => items.length > 0);
  return (
    <Article title="Why trust a number from here" lead={lead} sections={sections}>
      <p>
        Version {versionWords(identity)}; {released ? `released ${released}` : "not released yet"}. <OperatorLine />
      </p>
      <Section {...use}>
        {intendedUse.map(({ title, says }) => (
          <div key={title}>
            <h3>{title}</h3>
            {says.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        ))}
        <p>
          It is not a medical device, and this page makes no claim of a regulatory kind:{" "}
          <Link href="/about#device">what it is and is not</Link>.
        </p>
      </Section>
      <Section {...unchecked}>
        <ul>
          {toRead.map(({ set, items }) => (
            <li key={set.id}>
              <strong>{set.short}:</strong> {items.length} {items.length === 1 ? "item" : "items"} of the rule{" "}
              {items.length === 1 ? "was" : "were"} not read in full in the paper: {items.join("; ")}. Whoever has the
              paper should confirm them before relying on them.
            </li>
          ))}
          <li>
            Of the statements of the sets that have a source of their own, {read} were read there, {readInPart} in part
            and {notRead} not yet: <Link href="/about#awaiting">what is to be confirmed in each</Link>, word for word.
          </li>
          <li>No rheumatologist outside of the project has reviewed the definitions.</li>
          <li>
            It has not been tried on patients: its agreement with the judgment of clinicians is that of the published
            criteria at best.
          </li>
          <li>
            What can go wrong is not rated by severity and likelihood, and no clinical safety officer has accepted what
            remains: a hospital that wants to rely on it does both first.
          </li>
          <li>
            The automatic tests run in Chromium; in Firefox, calculator, practice and a round are gone through by a
            command (<code>npm run bench -- firefox</code>). Safari was not tried, and no browser or screen reader with
            users.
          </li>
          <li>Believable ranges of values, which only make the app ask, are from memory.</li>
        </ul>
      </Section>
      <Section {...sources}>
        <p>
          The rules come from the publications of the sets, {evidence.sources} sources in all. Every criterion, weight,
          limit, decision and sentence names its own on the page of its set, with how far it was read there:
        </p>
        <Table
          caption="What was read in its source"
          head={["Set", "Read", "Read in part", "Not yet read in a source"]}
          rows={definitions.sets.map((set) => ({
            key: set.id,
            cells: [
              <Link key={set.id} href={`/criteria/${set.id}`}>
                {set.short}
              </Link>,
              ...CHECK_STATES.map((state) => checkedIn([set], state)),
            ],
          }))}
        />
        <p>
          Where a publication is silent, or two readings of it can be defended, the set's page says which was taken and
          why; where the other one would give another number, the result says that too.
        </p>
      </Section>
      <Section {...tested}>
        <ul>
          <li>
            <strong>Worked by hand.</strong> {evidence.records} records with results that were worked out from the
            publications, {evidence.patients} of them whole patients, and {evidence.values} values below, at and above{" "}
            {evidence.limits} limits in their units. Each of {evidence.items} items has records that exercise it, and{" "}
            {evidence.sentences} sentences name a source, read or yet to be read:{" "}
            <a href="/trust/files/traceability.md">the whole list</a> is made from the data and the tests by{" "}
            <code>npm run -s trace</code>, which fails where one is missing.{" "}
            {evidence.gaps === 0 ? "None is." : `${evidence.gaps} are.`}
          </li>
          <li>
            <strong>Read twice.</strong> The publications were read a second time into a program of its own that shares
            nothing with this one. Both give the same for every worked patient, for random records and for every way of
            answering what is unknown (<code>tests/oracles</code>). Both readings rest on the same copies of the papers:
            what was not read in full there is proved by neither.
          </li>
          <li>
            <strong>Broken on purpose.</strong> Each literal of the definitions
            {mutation.definitions === identity.definitions ? "" : ", as they were before the last change,"} was changed,{" "}
            {mutation.mutants} changes in all; the tests noticed {mutation.noticed}. Mistakes of other calculators were
            built in, and a named test notices each (<code>tests/mistakes</code>). Each run of the tests makes a small
            part of the changes anew, and another part after each entry of the changelog.
          </li>
          <li>
            <strong>Fed with what nobody would send.</strong> Damaged records, links, files, letters, bundles and
            commands at everything that reads them, and random patients of whom the page, the command, the interface,
            the compiled scorer and SQL have to say the same (<code>tests/fuzz</code>; longer, and with the
            Questionnaire, by <code>npm run bench -- fuzz</code>). The last long run, of {fuzzed.date}
            {fuzzed.definitions === identity.definitions ? "" : " and before the last change of the definitions"}, had{" "}
            {whole(fuzzed.inputs)} inputs: {whole(fuzzed.texts)} texts at {fuzzed.readers} readers,{" "}
            {whole(fuzzed.records)} records and {whole(fuzzed.rows)} rows of cohorts.{" "}
            {fuzzed.faults === 0 ? "None of them went wrong." : `${whole(fuzzed.faults)} of them went wrong.`} Each kind
            stands <a href="/trust/files/fuzz.json">in a file</a>.
          </li>
          <li>
            <strong>Used in a real browser.</strong> Entering, keeping, printing, sharing, losing the network, full
            storage, several windows, the keyboard alone, 320 pixels, both color schemes, and an automatic check of
            accessibility on every page (<code>tests/browser</code>).
          </li>
          <li>
            <strong>Under load.</strong> On {loaded.date}, {whole(loaded.requests)} records were sent by{" "}
            {loaded.connections} clients at once to a server that shared {loaded.processors} processors with them (
            <code>npm run bench -- load</code>), in {loaded.parts.length} parts. In the median of the parts it answered{" "}
            {loaded.ratio} times as many a second as a handler of the same framework that does nothing, 99 of 100 within{" "}
            {whole(loaded.p99)} ms; its memory was {loaded.parts[0]?.megabytes} MB after the first part and{" "}
            {loaded.parts.at(-1)?.megabytes} MB after the last (<a href="/trust/files/load.json">all parts</a>).
          </li>
        </ul>
        <p>
          The code that works with the definitions was broken on purpose as well, one place at a time: comparisons,
          signs, numbers, conditions, and members of lists left out. Changes that do not compile are not counted. Each
          was judged by the quick tests beside the code alone, so that all the tests together notice more. What was not
          noticed stands in <code>docs/mutation.json</code>, with the commit at which it was tried, since when the code
          may be another, and with the reason if there is one: the change makes no difference to what anybody gets, or
          no test has to notice it. Those without a reason are gaps in the tests, and a part that the table does not
          name was not tried so. <code>npm run bench -- mutation code</code> does it again.
        </p>
        <Table
          caption="Code that was changed, and how much of it the tests noticed"
          head={[
            "Part",
            "Changes made",
            "Noticed",
            "Bar",
            "Unnoticed: no difference",
            "Unnoticed: other reason",
            "Unnoticed: no reason",
            "Tried",
          ]}
          rows={mutatedCode.map(({ folder, mutants, noticed, sampledFrom, left, bar, on, definitions }) => ({
            key: folder,
            cells: [
              <code key={folder}>{folder}</code>,
              sampledFrom === undefined ? `${mutants}, all` : `${mutants}, a sample of ${sampledFrom}`,
              `${noticed}, ${Math.floor((noticed / mutants) * 1000) / 10}%`,
              `${bar}%, ${noticed >= (mutants * bar) / 100 ? "reached" : "not reached"}`,
              left.same,
              left.reasoned,
              left.unexplained,
              `${on}, ${definitions === identity.definitions ? "with these definitions" : "with earlier definitions"}`,
            ],
          }))}
        />
      </Section>
      <Section {...wrong}>
        <p>
          The hazards that were thought of, with what stands against each and the test that fails when it no longer
          does; tests are named as in the project's source. The same <a href="/trust/files/hazards.md">as a file</a>.
        </p>
        {hazards.map(({ id, hazard, causes, effect, controls, remains }) => (
          <section key={id} id={id.toLowerCase()} aria-labelledby={`${id}-title`}>
            <h3 id={`${id}-title`}>
              {id}. {hazard}
            </h3>
            <p>
              Causes: {causes} Effect: {effect}
            </p>
            <Controls of={controls} />
            <p>What remains: {remains}</p>
          </section>
        ))}
      </Section>
      <Section {...data}>
        <Table
          caption="Where data go; what is not named here goes nowhere"
          head={["From", "To", "What", "When"]}
          rows={flows.map(({ from, to, what, when }) => ({ key: `${from} ${to}`, cells: [from, to, what, when] }))}
        />
        {threats.map(({ id, threat, controls, remains }) => (
          <section key={id} id={id.toLowerCase()} aria-labelledby={`${id}-title`}>
            <h3 id={`${id}-title`}>
              {id}. {threat}
            </h3>
            <Controls of={controls} />
            <p>What remains: {remains}</p>
          </section>
        ))}
        <p>
          In full, for whoever enters something: <Link href="/privacy">Privacy</Link>. The threats{" "}
          <a href="/trust/files/threats.md">as a file</a>; what the app is made of, with{" "}
          <a href="/trust/files/licenses.md">every license</a>.
        </p>
      </Section>
      <Section {...who}>
        <p>
          <OperatorLine />
        </p>
        <p>
          {isRunByNobody && "Nobody answers for this server: a hospital names somebody before it is used there. "}A
          wrong result is treated as a fault of safety: <Link href="/about#fault">how to report one</Link>. Nobody has
          promised to answer within a time.
        </p>
      </Section>
      <Section {...changed}>
        <p>
          This is version {identity.version}, {released ? `released ${released}` : "not released yet"}, with the
          definitions <code>{identity.definitions}</code>. The <Link href="/changelog">changelog</Link> says of every
          change whose result it changes. Every result of one record, and every file, note and page of paper, carries
          the version and that hash, so that it can be worked out again.
        </p>
        {resultChanges.length > 0 && (
          <>
            <p>Of all changes, after these somebody&apos;s result is another one:</p>
            <Changes of={resultChanges} />
          </>
        )}
      </Section>
    </Article>
  );
}

function Controls({ of }: { readonly of: readonly Control[] }) {
  return (
    <ul>
      {of.map(({ says, provedBy: { file, title } }) => (
        <li key={says}>
          {says}{" "}
          <small>
            Test: <code>{file}</code>, “{title}”.
          </small>
        </li>
      ))}
    </ul>
  );
}
