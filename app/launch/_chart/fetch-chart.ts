import type { oauth2 as OAuth2 } from "fhirclient";
import type Client from "fhirclient/lib/Client";
import { definitions } from "../../../criteria/named.ts";
import { type ChartAnswer, gatheredAnswers } from "../../../lib/fhir/chart-answers.ts";
import { chartQueries } from "../../../lib/fhir/chart-queries.ts";
import { type ImportReport, nothingRead } from "../../../lib/fhir/import/report.ts";
import { readInBackground } from "../../_import/read-in-background.ts";

/** Pages of a long answer that are fetched; two hundred results are on each. */
const MOST_PAGES = 20;

const CLIENT = process.env["NEXT_PUBLIC_SMART_CLIENT_ID"] ?? "sle-classification";
const SCOPE = "launch launch/patient patient/Observation.read patient/Condition.read";

async function smart(): Promise<typeof OAuth2> {
  return (await import("fhirclient")).oauth2;
}

/** Asks the record that opened this page for leave to read. The browser leaves for its server and comes back. */
export async function authorize(): Promise<void> {
  const oauth2 = await smart();
  // The record's server and its launch token stand in the address, where the client reads them.
  await oauth2.authorize({ clientId: CLIENT, scope: SCOPE, redirectUri: "/launch", pkceMode: "required" });
}

/**
 * All pages of an answer, up to the most that are fetched. What is left then, and what a record refuses, is said, and
 * never left out in silence.
 */
async function answerTo(client: Client, query: string, signal: AbortSignal): Promise<ChartAnswer> {
  const entry: unknown[] = [];
  let isMore = false;
  const onPage = (page: object) => {
    const { resourceType, entry: found, link } = page as Page;
    if (resourceType !== "Bundle") throw new Error("its answer is no Bundle");
    entry.push(...(found ?? []));
    isMore = link?.some(({ relation }) => relation === "next") ?? false;
  };
  try {
    await client.request({ url: query, signal }, { pageLimit: MOST_PAGES, onPage });
    return { query, entry, isMore };
  } catch (error) {
    signal.throwIfAborted();
    // The client puts the address, which names the patient, on a second line.
    const [reason] = (error instanceof Error ? error.message : String(error)).split("\n");
    return { query, entry, isMore, failed: reason || "no reason was given" };
  }
}

interface Page {
  readonly resourceType?: unknown;
  readonly entry?: readonly unknown[];
  readonly link?: readonly { readonly relation?: string }[];
}

/** The patient's results and diagnoses, read on this device. The leave to read is given up right after. */
export async function fetchChart(signal: AbortSignal): Promise<ImportReport> {
  const oauth2 = await smart();
  const client = await oauth2.ready();
  try {
    const patient = client.patient.id;
    if (!patient) throw new Error("The record named no patient.");
    const answers = await Promise.all(chartQueries(definitions, patient).map((url) => answerTo(client, url, signal)));
    const { entry, missing } = gatheredAnswers(answers);
    if (entry.length === 0) return { ...nothingRead([]), notTaken: missing };
    // The server was asked for this patient's, and what it gave must say that it is.
    const inView = { id: patient, server: client.state.serverUrl };
    const read = await readInBackground({ resourceType: "Bundle", type: "collection", entry }, signal, inView);
    if (read.kind === "record") throw new Error("A chart is no record.");
    return { ...read.report, notTaken: [...missing, ...read.report.notTaken] };
  } finally {
    // The token is kept by the client under a key of its own, which it names under another.
    for (const key of ["SMART_KEY", client.state.key]) if (key) sessionStorage.removeItem(key);
  }
}
