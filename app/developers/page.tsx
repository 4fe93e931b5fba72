import type { Metadata } from "next";
import Link from "next/link";
import { definitions } from "../../criteria/index.ts";
import { OPERATIONS } from "../../lib/api/operations.ts";
import { PROBLEMS } from "../../lib/api/problem.ts";
import { questionnaireIds } from "../../lib/fhir/questionnaire.ts";
import { MOST_MEASUREMENTS } from "../../lib/reading/confirm.ts";
import { identity } from "../../scripts/identity.ts";
import { Article, Section } from "../_reference/article.tsx";
import { Table } from "../_reference/table.tsx";
import { Here } from "./_components/here.tsx";

const lead =
  "The criteria, the scoring and the forms as other programs can use them: HTTP, JSON Schema, OpenAPI and FHIR.";

export const metadata: Metadata = { title: "For developers", description: lead };

const sections = [
  { id: "http", title: "HTTP" },
  { id: "cohorts", title: "Cohorts" },
  { id: "rounds", title: "Teaching rounds" },
  { id: "problems", title: "Problems" },
  { id: "fhir", title: "FHIR Questionnaires" },
  { id: "import", title: "What an import reads" },
  { id: "smart", title: "SMART on FHIR" },
  { id: "cds", title: "CDS Hooks" },
] as const;

/** The shortest worked record that has both an answer and a measurement, so that it is read like any other. */
const [shortest = ""] = definitions.examples
  .filter(({ record: { findings, measurements } }) => findings && measurements)
  .map(({ record }) => JSON.stringify(record, null, 2))
  .sort((a, b) => a.length - b.length);

const EXAMPLE = `curl -H 'Content-Type: application/json' -d '${shortest}' `;

const addresses = (operations: typeof OPERATIONS) =>
  operations.map(({ id, method, path, summary, detail, round }) => ({
    key: id,
    cells: [`${method.toUpperCase()} ${path}`, `${summary}. ${detail}${round ? tokenWords(round) : ""}`],
  }));

const tokenWords = ({ token }: NonNullable<(typeof OPERATIONS)[number]["round"]>) =>
  token === "nobody's"
    ? ""
    : ` Needs ${token === "anybody's" ? "the token of a voter or a presenter" : `${token} token`}.`;

export default function Page() {
  const [http, cohorts, rounds, problems, fhir, imported, smart, cds] = sections;
  return (
    <Article title="For developers" lead={lead} sections={sections}>
      <Section {...http}>
        <p>
          Any origin may call, without an account. Nothing that is sent is logged or kept, but for the rooms of teaching
          rounds. What changes only with a release carries an ETag and may be kept for five minutes. The whole is
          described in <a href="/api/v1/openapi.json">OpenAPI 3.1</a>, made from the schemas that read the records.
        </p>
        <Table
          caption="Addresses"
          head={["Address", "What it answers"]}
          rows={addresses(OPERATIONS.filter(({ round }) => !round))}
        />
        <pre className="overflow-auto text-small">
          <code>
            {EXAMPLE}
            <Here path="/api/v1/score" />
          </code>
        </pre>
        <p>
          Every result says which version of the app made it (app.version) and gives a hash of the definitions that
          decide it (app.definitions, now <code>{identity.definitions}</code>), so that the same number can be worked
          out again. Words do not change the hash; a limit, a weight, a condition or an id does.
        </p>
      </Section>
      <Section {...cohorts}>
        <p>
          A file with one row a patient is scored in the browser on <Link href="/cohort">the page for cohorts</Link>,
          which says what its columns hold, and on the command line:{" "}
          <code>npm run -s cohort -- IN.csv --out OUT.csv</code>. Both give the same bytes: for each set the score, its
          exact bounds, and the verdict as assessed and whatever the unknowns are.
        </p>
      </Section>
      <Section {...rounds}>
        <p>
          A room is opened with a prepared round and is joined by its code. Whoever asks proves a right to it: a program
          by <code>Authorization: Bearer</code> with a token of the room, a browser by the room's own cookie, which
          scripts cannot read and other sites cannot send. Pages of other sites may neither read nor change a room. A
          command or a vote that was sent twice is carried out once, and is answered only when it is kept. Strangers
          wait longer with every wrong code of the last seconds, whoever sent it; whoever has joined does not.
        </p>
        <Table
          caption="Addresses of teaching rounds"
          head={["Address", "What it answers"]}
          rows={addresses(OPERATIONS.filter(({ round }) => round))}
        />
      </Section>
      <Section {...problems}>
        <p>
          Errors are problem details (RFC 9457). Where a record was sent, the members of a result stand beside those of
          the problem, and its issues say what was read, where, and what would be accepted.
        </p>
        <ul>
          {Object.entries(PROBLEMS).map(([kind, { status, title }]) => (
            <li key={kind} id={kind}>
              {status}: {title} ({kind})
            </li>
          ))}
        </ul>
      </Section>
      <Section {...fhir}>
        <p>
          Each set, and the record as a whole, is a FHIR R4 Questionnaire. Questions are linked by the ids of findings
          and answered present, absent, not known, or present and explained by another cause. The score, with what is
          not known counted as not met, is FHIRPath in the extensions of Structured Data Capture. LHC-Forms, the form
          renderer of the US National Library of Medicine, computes the same scores for every worked example.
        </p>
        <ul>
          {questionnaireIds(definitions).map((id) => (
            <li key={id}>
              <a href={`/api/v1/fhir/Questionnaire/${id}`}>{id}</a>
            </li>
          ))}
        </ul>
      </Section>
      <Section {...imported}>
        <p>
          The calculator imports FHIR R4 Bundles, and Parameters that hold them, as JSON, up to 25 million characters,
          on the device. Observations are recognized by LOINC, under the codes that laboratories use for one test; a
          result that looks like one of ours by its name only is listed with its value. Values are taken in UCUM units
          and in units as laboratories print them, titers from ratios or texts such as 1:160 or 1:160 (speckled); limits
          from the one reference range that provably applies. Conditions are recognized by SNOMED CT or ICD-10 and only
          ever propose a finding. Nothing counts until the user confirms it, and what was not taken is listed with the
          reason. A later version or a correction of a result stands in its place; a comment of the laboratory is shown.
          No reference is followed out of the bundle. A bundle of more than one patient is refused: patients are told
          apart by the whole of a reference, by identifiers, and by the Patient resources that are in it or contained. A
          QuestionnaireResponse to one of our Questionnaires is opened when its status is completed or amended. A record
          takes {MOST_MEASUREMENTS.toLocaleString("en-US")} values.
        </p>
      </Section>
      <Section {...smart}>
        <p>
          Register{" "}
          <code>
            <Here path="/launch" />
          </code>{" "}
          as the launch address and as the redirect address of a public client with PKCE, with the scopes launch,
          launch/patient, patient/Observation.read and patient/Condition.read. The client id is sle-classification;
          another one that a server gave is named as NEXT_PUBLIC_SMART_CLIENT_ID when the app is started.
          NEXT_PUBLIC_SMART_SERVERS names the origins that the page may ask, parted by spaces: of the FHIR server, and
          of the server that gives leave where it is another. Without it only servers on the same machine are asked, for
          a trial. The chart goes from the record's server to the browser and nowhere else. Results are asked for by
          LOINC code in several questions, none of them longer than 2,000 characters; what the record refuses is said,
          and the rest is shown, with the codes that were asked for.
        </p>
      </Section>
      <Section {...cds}>
        <p>
          The service for patient-view is found at{" "}
          <a href="/api/v1/cds-services">
            <Here path="/api/v1/cds-services" />
          </a>
          . It is given the laboratory values as a prefetch in several lists, observations, observations2 and so on,
          since an address that names every code would be too long; and answers with what they count in each set. It
          gives no verdict: clinical findings are a clinician's to confirm. A result counts only when its subject is
          provably the patient in the context (by a reference on fhirServer, or an identifier that a Patient resource in
          the prefetch has), when no comment stands beside it and when no other result puts it in doubt. The card says
          what was left out, what could not be read and that there is a further page; where nothing counts, a card says
          the latter two alone. Each card has a uuid, a topic and reasons to put it aside. Feedback is sent to /feedback
          below the service: it is counted in memory by outcome and offered reason, and nothing else of it is kept. Its
          links lead to PUBLIC_ORIGIN, which is set when the server is started, and without it to localhost, never where
          a header of the request says.
        </p>
      </Section>
    </Article>
  );
}
