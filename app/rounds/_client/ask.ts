/** Asks the interface of the rounds, and says in one form what came of it. */

/** What the server refused, in its own words. */
export interface Refused {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

export type Asked<Body> =
  | { readonly body: Body }
  | { readonly refused: Refused }
  /** Nothing came back, or nothing of ours: the network or the server is away for the moment. */
  | { readonly away: true };

export interface Question {
  readonly method?: "GET" | "PUT" | "POST" | "DELETE";
  readonly json?: unknown;
  /** The secret of a host link. */
  readonly bearer?: string;
}

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 15_000;

/** Asks an address below `/api/v1/rounds` and takes an answer of this format; of none where there is no body. */
export async function ask<Body>(path: string, format: string, question: Question = {}): Promise<Asked<Body>> {
  const { method = "GET", json, bearer } = question;
  try {
    const response = await fetch(`/api/v1/rounds${path}`, {
      method,
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE),
      headers: {
        ...(json !== undefined && { "Content-Type": "application/json" }),
        ...(bearer !== undefined && { Authorization: `Bearer ${bearer}` }),
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    if (response.status === 204) return { body: undefined as Body };
    const said: unknown = await response.json().catch(() => undefined);
    if (response.ok && isOf(said, format)) return { body: said as Body };
    if (isProblem(said)) return { refused: { status: response.status, title: said.title, detail: said.detail } };
    // Something else answers where the interface should be: a file server for good, a proxy for the moment.
    return response.status === 404 || response.status === 405 ? { refused: FILES_ONLY } : { away: true };
  } catch {
    return { away: true };
  }
}

const FILES_ONLY: Refused = {
  status: 404,
  title: "Rooms cannot be kept here",
  detail: "This app is served as files only. Rooms need its server; everything else works without it.",
};

function isOf(said: unknown, format: string): boolean {
  return typeof said === "object" && said !== null && "format" in said && said.format === format;
}

function isProblem(said: unknown): said is { readonly title: string; readonly detail: string } {
  if (typeof said !== "object" || said === null || !("title" in said) || !("detail" in said)) return false;
  return typeof said.title === "string" && typeof said.detail === "string";
}
