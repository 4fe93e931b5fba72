/** Reading text from files and standard input, with a bound on how much is ever held. */
import { open } from "node:fs/promises";
import { LONGEST_RECORD } from "../lib/record/parse.ts";

/** More bytes of UTF-8 than the longest record can take: what is cut off here is refused as too long. */
const MOST_BYTES = LONGEST_RECORD * 4;

const NEWLINE = 0x0a;

/**
 * The text of a file or, for "-", of standard input; no more of it than shows that it is too long.
 * @throws when it cannot be opened or read, or is not UTF-8.
 */
export async function readText(path: string): Promise<string> {
  const stream = path === "-" ? process.stdin : (await open(path)).createReadStream();
  const kept = keeper();
  for await (const chunk of stream) {
    kept.add(chunk);
    if (kept.isFull()) break;
  }
  return kept.text();
}

/** The lines of standard input, without their line ends; of an endless line no more than shows that it is too long. */
export async function* readLines(): AsyncGenerator<() => string> {
  let kept = keeper();
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      kept.add(chunk.subarray(from, end));
      yield kept.text;
      kept = keeper();
      from = end + 1;
    }
    kept.add(chunk.subarray(from));
  }
  yield kept.text;
}

function keeper() {
  const chunks: Buffer[] = [];
  let size = 0;
  const isFull = () => size > MOST_BYTES;
  return {
    isFull,
    add: (chunk: Buffer) => {
      if (isFull()) return;
      chunks.push(chunk);
      size += chunk.length;
    },
    /** @throws TypeError when it is not UTF-8; what was cut off is not held to that. */
    text: () => new TextDecoder("utf-8", { fatal: !isFull(), ignoreBOM: true }).decode(Buffer.concat(chunks)),
  };
}

/** Why reading failed, in words. */
export function whyUnread(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const why = REASONS[code];
  return why ?? (code || String(cause));
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "reading it is not permitted",
  ERR_ENCODING_INVALID_ENCODED_DATA: "it is not text in UTF-8",
};
