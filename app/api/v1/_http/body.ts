import { IncomingMessage } from "node:http";
import { type ProblemKind, unread } from "../../../../lib/api/problem.ts";
import { isTooDeep } from "../../../../lib/record/json-depth.ts";
import { withRoundedAsText } from "../../../../lib/record/rounded-numbers.ts";
import { answer } from "./answer.ts";

/** Bytes that a record may have: 1 MB, a hundred times the largest sensible one. */
const LARGEST_RECORD = 1_000_000;
const MOST_MILLISECONDS = 10_000;

/** What is looked at of a request: one that Next passes on has it, and one that is answered before Next. */
export interface Asked extends Pick<Request, "method" | "url" | "signal"> {
  readonly headers: Pick<Headers, "get">;
  readonly body: ReadableStream<Uint8Array> | IncomingMessage | null;
}

type Body =
  | { readonly text: string }
  | { readonly refused: Response; readonly kind: ProblemKind; readonly detail: string };

function refuse(kind: ProblemKind, detail: string): Body {
  const body = unread(kind, detail);
  return { refused: answer(body.status, body, "application/problem+json"), kind, detail };
}

/** The JSON text of a request's body, bounded in size and time, or the answer that says why it was not read. */
export async function readJsonText(request: Asked, most = LARGEST_RECORD): Promise<Body> {
  const type = request.headers.get("content-type") ?? "";
  if (!isJson(type)) {
    return refuse(
      "media-type",
      `Read the content type ${JSON.stringify(type.slice(0, 60))}; accepted: application/json.`,
    );
  }
  const encoding = request.headers.get("content-encoding") ?? "identity";
  if (encoding !== "identity") {
    return refuse(
      "media-type",
      `Read a body encoded as ${encoding.slice(0, 20)}; accepted: one that is not compressed.`,
    );
  }
  const tooLarge = `The body has more than ${most.toLocaleString("en-US")} bytes. Nothing was read.`;
  if (Number(request.headers.get("content-length") ?? 0) > most) return refuse("body-too-large", tooLarge);
  const bytes = await withinLimits(request.body, most);
  if (bytes === "too-large") return refuse("body-too-large", tooLarge);
  if (bytes === "too-slow") {
    return refuse("body-too-slow", `The body was not complete after ${MOST_MILLISECONDS / 1000} seconds.`);
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return refuse("record-not-readable", "The body is not UTF-8. Nothing was read.");
  }
}

/** The value of a JSON text; undefined for one that is none, or that nests deeper than anything that is read here. */
export function parsed(text: string): unknown {
  if (isTooDeep(text)) return undefined;
  try {
    return JSON.parse(withRoundedAsText(text));
  } catch {
    return undefined;
  }
}

function isJson(contentType: string): boolean {
  const [type = "", ...parameters] = contentType.toLowerCase().split(";");
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith("charset="));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  return isUtf8 && /^application\/([\w.-]+\+)?json$/.test(type.trim());
}

type Bytes = Uint8Array | "too-large" | "too-slow";

async function withinLimits(body: Asked["body"], most: number): Promise<Bytes> {
  if (!body) return new Uint8Array();
  return body instanceof IncomingMessage ? ofMessage(body, most) : ofStream(body, most);
}

function ofMessage(message: IncomingMessage, most: number): Promise<Bytes> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > most) end("too-large");
      else chunks.push(chunk);
    };
    const end = (bytes: Bytes) => {
      clearTimeout(timer);
      message.off("data", take);
      resolve(bytes);
    };
    const timer = setTimeout(end, MOST_MILLISECONDS, "too-slow" as const);
    message
      .on("data", take)
      .once("end", () => end(Buffer.concat(chunks)))
      .once("close", () => end("too-slow"));
  });
}

async function ofStream(stream: ReadableStream<Uint8Array>, most: number): Promise<Bytes> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let expired = false;
  const timer = setTimeout(() => {
    expired = true;
    void reader.cancel();
  }, MOST_MILLISECONDS);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (expired) return "too-slow";
      if (done) return Buffer.concat(chunks);
      size += value.byteLength;
      if (size > most) {
        await reader.cancel();
        return "too-large";
      }
      chunks.push(value);
    }
  } finally {
    clearTimeout(timer);
  }
}
