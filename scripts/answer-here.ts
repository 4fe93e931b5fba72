/**
 * Answers single addresses where the server takes their requests, before Next: what Next does for a request is more
 * than a score takes, and what it keeps of one is most of what an open stream holds. The answer is that of the handler
 * which the address's route exports, so that both ways say the same; the development server has only the one through
 * Next. Which addresses these are stands in instrumentation.ts.
 */
import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import { securityHeaders } from "./security-headers.ts";

/** An address that is answered here. */
export interface Here {
  readonly method: string;
  /** Its first group is the room's code, where there is one. */
  readonly path: RegExp;
  /** The handler of its route, loaded when it is first asked for. */
  readonly load: () => Promise<(request: Asked, code: string) => Promise<Response>>;
}

/** What a handler looks at of a request, as it stands in a message of Node. */
type Asked = ReturnType<typeof asked>;

/** Answers a request to one of the addresses; says false of any other. */
export function answerHere(addresses: readonly Here[], incoming: IncomingMessage, outgoing: ServerResponse): boolean {
  const { method, url = "" } = incoming;
  const [path = ""] = url.split("?", 1);
  for (const here of addresses) {
    const found = method === here.method ? here.path.exec(path) : null;
    if (!found) continue;
    // Whoever goes away in the middle takes no harm, and hears nothing.
    void give(here, decodeURIComponent(found[1] ?? ""), incoming, outgoing).catch(() => outgoing.destroy());
    return true;
  }
  return false;
}

async function give({ load }: Here, code: string, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  const handle = await load();
  const response = await handle(asked(incoming, gone.signal), code);
  for (const { key, value } of securityHeaders) outgoing.setHeader(key, value);
  outgoing.setHeaders(response.headers);
  outgoing.statusCode = response.status;
  // What is left of a body that was refused before its end is not waited for.
  if (!incoming.complete) outgoing.setHeader("Connection", "close");
  if (response.headers.get("content-type")?.startsWith("text/event-stream")) await pass(response, outgoing);
  else await write(Buffer.from(await response.arrayBuffer()), incoming, outgoing);
  incoming.resume();
}

const asked = (incoming: IncomingMessage, signal: AbortSignal) => ({
  method: incoming.method ?? "",
  url: `http://localhost${incoming.url}`,
  headers: {
    get: (name: string) => {
      const said = incoming.headers[name];
      return Array.isArray(said) ? said.join(", ") : (said ?? null);
    },
  },
  body: incoming.method === "GET" ? null : incoming,
  signal,
});

/** Below this many bytes, as Next has it, nothing is compressed. */
const SHORT = 1024;
const compressed = promisify(gzip);

async function write(bytes: Buffer, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  outgoing.setHeader("Vary", "Accept-Encoding");
  const gzips =
    bytes.byteLength >= SHORT &&
    /(?:^|[\s,])gzip(?!;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(incoming.headers["accept-encoding"] ?? ""));
  if (gzips) outgoing.setHeader("Content-Encoding", "gzip");
  const sent = gzips ? await compressed(bytes, { level: constants.Z_BEST_SPEED }) : bytes;
  outgoing.setHeader("Content-Length", sent.byteLength);
  outgoing.end(sent);
}

/** Passes on what a stream brings, as fast as it is taken. */
async function pass({ body }: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.flushHeaders();
  const reader = body?.getReader();
  if (!reader) return void outgoing.end();
  outgoing.once("close", () => void reader.cancel());
  for (;;) {
    const { done, value } = await reader.read();
    if (done || outgoing.destroyed) break;
    if (!outgoing.write(value)) await Promise.race([once(outgoing, "drain"), once(outgoing, "close")]);
  }
  outgoing.end();
}
