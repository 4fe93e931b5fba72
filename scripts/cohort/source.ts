/** A cohort file as it is read: in parts of whole rows, of which no more than two are held at a time. */
import { fstatSync, type Stats } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { recordsEnd } from "../../lib/cohort/csv.ts";
import {
  ended,
  firstLinesWith,
  firstRecordEnd,
  IN_UTF_16,
  LONGEST_ROW,
  markLength,
} from "../../lib/cohort/file-parts.ts";
import { lineEndsIn } from "../../lib/cohort/line-ends.ts";
import { Refusal } from "./destination.ts";

export interface Source {
  /** Bytes read so far, and of all where that is known. */
  readonly bytesRead: () => number;
  readonly size: number | undefined;
  readonly isSame: (other: Stats) => boolean;
  /** The first record, which ends with a line feed, and how many lines it takes. */
  readonly header: () => Promise<{ readonly bytes: Uint8Array; readonly lines: number }>;
  /** The records behind the header, in parts that end with a line feed. A part is overwritten when the next but one is asked for. */
  readonly records: () => AsyncGenerator<Uint8Array>;
  /** For each text the line of the first record that has it in a column; none where the source cannot be read again. */
  readonly firstLinesWith: (column: number, texts: ReadonlySet<string>) => Promise<ReadonlyMap<string, number>>;
  readonly close: () => Promise<void>;
}

/** So much is read at a time. */
const PART = 4 << 20;
/** Room before what is read, for the row that the part before began. */
const ROOM = 1 << 16;

export async function openSource(path: string): Promise<Source> {
  const file = path === "-" ? undefined : await open(path, "r");
  const stats = file ? await file.stat() : fstatSync(0);
  if (stats.isDirectory()) {
    await file?.close();
    throw new Refusal(`${path}: it is a folder; accepted: a CSV file.`);
  }
  return sourceOf(path, file, stats);
}

function sourceOf(path: string, opened: FileHandle | undefined, stats: Stats): Source {
  const reader = partsOf(opened, path);
  return {
    bytesRead: reader.bytesRead,
    size: stats.isFile() ? stats.size : undefined,
    isSame: (other) => stats.isFile() && other.dev === stats.dev && other.ino === stats.ino,
    header: reader.header,
    records: reader.records,
    firstLinesWith: async (column, texts) => (stats.isFile() && opened ? linesWith(path, column, texts) : new Map()),
    close: async () => opened?.close(),
  };
}

async function linesWith(
  path: string,
  column: number,
  texts: ReadonlySet<string>,
): Promise<ReadonlyMap<string, number>> {
  const file = await open(path, "r");
  try {
    const { header, records } = partsOf(file, path);
    const first = 1 + (await header()).lines;
    return await firstLinesWith(records(), first, column, texts);
  } finally {
    await file.close();
  }
}

/** The parts of a file, or of standard input. */
function partsOf(file: FileHandle | undefined, path: string) {
  const buffers = [Buffer.allocUnsafe(ROOM + PART), Buffer.allocUnsafe(ROOM + PART)] as const;
  const input = file ? undefined : process.stdin[Symbol.asyncIterator]();
  let bytesRead = 0;
  /** Fills a buffer behind its room; what is shorter than a part is the end. */
  const fill = async (buffer: Buffer): Promise<Buffer> => {
    let length = 0;
    if (file) {
      while (length < PART) {
        const { bytesRead: more } = await file.read(buffer, ROOM + length, PART - length, null);
        if (more === 0) break;
        length += more;
      }
      bytesRead += length;
      return buffer.subarray(ROOM, ROOM + length);
    }
    const chunks: Buffer[] = [];
    while (input && length < PART) {
      const { value, done } = (await input.next()) as IteratorResult<Buffer>;
      if (done) break;
      chunks.push(value);
      length += value.length;
    }
    bytesRead += length;
    return Buffer.concat(chunks);
  };
  /** What was read and belongs to no part that was given: the begin of a row. */
  let rest: Buffer = Buffer.alloc(0);
  let turn = 0;
  const next = async (): Promise<Buffer> => {
    const buffer = buffers[turn % 2 === 0 ? 0 : 1];
    turn += 1;
    return fill(buffer);
  };
  const joined = (part: Buffer): Buffer => {
    if (rest.length === 0) return part;
    if (!file || rest.length > ROOM || part.length === 0) return Buffer.concat([rest, part]);
    const whole = Buffer.from(part.buffer, part.byteOffset - rest.length, rest.length + part.length);
    rest.copy(whole, 0);
    return whole;
  };
  const header = async () => {
    let isEnd = false;
    while (!isEnd) {
      const part = Buffer.from(await next());
      isEnd = part.length === 0;
      rest = withoutMark(Buffer.concat([rest, part]), path);
      const end = firstRecordEnd(rest);
      if (end > 0 || rest.length > LONGEST_ROW) return taken(end > 0 ? end : rest.length);
    }
    if (rest.length === 0) throw new Refusal(`${path}: the file is empty; accepted: a header, and one row a patient.`);
    return taken(rest.length);
  };
  const taken = (end: number) => {
    const bytes = ended(rest.subarray(0, end));
    rest = rest.subarray(end);
    return { bytes, lines: lineEndsIn(bytes, 0, bytes.length) };
  };
  async function* records(): AsyncGenerator<Uint8Array> {
    let coming = next();
    // A failure is met where it is waited for.
    coming.catch(() => undefined);
    for (;;) {
      const part = await coming;
      const whole = joined(part);
      const isEnd = part.length === 0;
      if (!isEnd) {
        coming = next();
        coming.catch(() => undefined);
      }
      const isTooLong = !isEnd && whole.length > LONGEST_ROW && recordsEnd(whole) === 0;
      // What never ends is read all the same, since its reader can say where it goes wrong.
      const end = isEnd || isTooLong ? whole.length : recordsEnd(whole);
      // What is begun here is copied: the buffer is filled again while it is still needed.
      rest = Buffer.from(whole.subarray(end));
      if (end > 0) yield ended(whole.subarray(0, end));
      if (isTooLong) throw new Refusal(`${path}: a row is longer than ${LONGEST_ROW / 2 ** 20} MB.`);
      if (isEnd) return;
    }
  }
  return { bytesRead: () => bytesRead, header, records };
}

function withoutMark(bytes: Buffer, path: string): Buffer {
  const mark = markLength(bytes);
  if (mark === undefined) throw new Refusal(`${path}: line 1: the file is ${IN_UTF_16}`);
  return bytes.subarray(mark);
}
