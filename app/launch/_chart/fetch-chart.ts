import type { oauth2 as OAuth2 } from "fhirclient";
import { definitions } from "../../../criteria/without-examples.ts";
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

/** The patient's results and diagnoses, read on this device. The leave to read is given up right after. */
export async function fetchChart(signal: AbortSignal): Promise<ImportReport> {
  const oauth2 = await smart();
  const client = await oauth2.ready();
  try {
    const patient = client.patient.id;
    if (!patient) throw new Error("The record named no patient.");
    const pages = await Promise.all(
      chartQueries(definitions, patient).map((url) =>
        client.request<Record<string, unknown>[]>({ url, signal }, { pageLimit: MOST_PAGES, flat: true }),
      ),
    );
    const entry = pages.flat().map((resource) => ({ resource }));
    if (entry.length === 0) return nothingRead([]);
    const read = await readInBackground({ resourceType: "Bundle", type: "collection", entry }, signal);
    if (read.kind === "record") throw new Error("A chart is no record.");
    return read.report;
  } finally {
    // The token is kept by the client under a key of its own, which it names under another.
    for (const key of ["SMART_KEY", client.state.key]) if (key) sessionStorage.removeItem(key);
  }
}
