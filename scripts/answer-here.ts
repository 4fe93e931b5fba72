/**
 * Answers single addresses where the server takes their requests, before Next: what Next does for a request is more
 * than a score takes, and what it keeps of one is most of what an open stream holds. The answer is that of the handler
 * which the address's route exports, so that both ways say the same; the development server has only the one through
 * Next. Which addresses these are stands in instrumentation.ts.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import { securityHeaders } from "./security-headers.ts";

/** An address that is answered here. */
export interface Here {
  readonly method: string;
  /** Its groups are named as the parameters of its route. */
  readonly path: RegExp;
  /** The handler of its route, loaded when it is first asked for. */
  readonly load: () => Promise<
    (request: Asked, address: { readonly params: Promise<Parameters> }) => Promise<Answer | Response>
  >;
}

/** Those of all addresses: each reads its own. */
type Parameters = Readonly<Record<"code" | "question" | "ballot", string>>;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What is looked at of a request, as it stands in a message of Node. */
type Asked = ReturnType<typeof asked>;

/** Answers a request to one of the addresses; says false of any other. */
export function answerHere(addresses: readonly Here[], incoming: IncomingMessage, outgoing: ServerResponse): boolean {
  const { method, url = "" } = incoming;
  const [path = ""] = url.split("?", 1);
  for (const here of addresses) {
    const found = method === here.method ? here.path.exec(path) : null;
    if (!found) continue;
    // Whoever goes away in the middle takes no harm, and hears nothing.
    void give(here, found.groups ?? {}, incoming, outgoing).catch(() => outgoing.destroy());
    return true;
  }
  return false;
}

/** So many requests are answered before the server looks again at who else has come. */
const AT_ONCE = 8;
let begun = 0;
const waiting: (() => void)[] = [];

/**
 * When a request may be answered, in the order in which they came: answered all at once, those who are connected would be
 * answered again and again before anybody new is let in.
 */
function turn(): Promise<void> | undefined {
  if (begun === 0) setImmediate(nextTurn);
  if (begun >= AT_ONCE) return new Promise((resolve) => waiting.push(resolve));
  begun += 1;
  return undefined;
}

function nextTurn(): void {
  const next = waiting.splice(0, AT_ONCE);
  begun = next.length;
  if (begun > 0) setImmediate(nextTurn);
  for (const go of next) go();
}

type Groups = Readonly<Record<string, string | undefined>>;

async function give(
  { load }: Here,
  groups: Groups,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const handle = await load();
  await turn();
  const [code = "", question = "", ballot = ""] = [groups["code"], groups["question"], groups["ballot"]].map(decoded);
  const answer = await handle(asked(incoming, outgoing), { params: Promise.resolve({ code, question, ballot }) });
  for (const { key, value } of securityHeaders) outgoing.setHeader(key, value);
  outgoing.setHeaders(answer instanceof Response ? answer.headers : new Map(Object.entries(answer.headers)));
  outgoing.statusCode = answer.status;
  if (!(answer instanceof Response)) await write(answer.text, incoming, outgoing);
  else if (isStream(answer)) await pass(answer, outgoing);
  else await write(await answer.text(), incoming, outgoing);
  // What is left of a body that was refused before its end is read away, for as long as the server lets a request last:
  // whoever still sends, and is cut off, never reads the answer.
  incoming.resume();
}

const decoded = (part = ""): string => decodeURIComponent(part);

const isStream = ({ headers }: Response): boolean =>
  headers.get("content-type")?.startsWith("text/event-stream") ?? false;

const asked = (incoming: IncomingMessage, outgoing: ServerResponse) => ({
  method: incoming.method ?? "",
  url: `http://localhost${incoming.url}`,
  headers: {
    get(name: string): string | null {
      const said = incoming.headers[name];
      return Array.isArray(said) ? said.join(", ") : (said ?? null);
    },
  },
  body: incoming.method === "GET" ? null : incoming,
  /** Made for whoever asks for it: it outlives the request. */
  get signal(): AbortSignal {
    const gone = new AbortController();
    if (outgoing.destroyed) gone.abort();
    else outgoing.once("close", () => gone.abort());
    return gone.signal;
  },
});

/** Below this length, as Next has it, nothing is compressed. */
const SHORT = 1024;
const GZIP = /(?:^|[\s,])gzip(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i;
const compressed = promisify(gzip);

async function write(text: string, { headers }: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  outgoing.setHeader("Vary", "Accept-Encoding");
  const asIs = text.length < SHORT || !GZIP.test(String(headers["accept-encoding"] ?? ""));
  if (!asIs) outgoing.setHeader("Content-Encoding", "gzip");
  // As bytes: for a text, the server would set room for three bytes a character aside.
  const bytes = asIs ? Buffer.from(text) : await compressed(text, { level: constants.Z_BEST_SPEED });
  outgoing.setHeader("Content-Length", bytes.byteLength);
  outgoing.end(bytes);
}

/** Until what was written is taken, or nobody is there any more to take it. */
const taken = (outgoing: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      outgoing.off("drain", done).off("close", done);
      resolve();
    };
    outgoing.once("drain", done).once("close", done);
  });

/** Passes on what a stream brings, as fast as it is taken. */
async function pass({ body }: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.flushHeaders();
  const reader = body?.getReader();
  if (!reader) {
    outgoing.end();
    return;
  }
  outgoing.once("close", () => void reader.cancel());
  for (;;) {
    const { done, value } = await reader.read();
    if (done || outgoing.destroyed) break;
    if (!outgoing.write(value)) await taken(outgoing);
  }
  outgoing.end();
}
