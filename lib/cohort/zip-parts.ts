/**
 * The parts of a ZIP archive, of which workbooks consist. A part is read as it was put in or not at all: its size and its
 * checksum have to be those that the archive names, since one digit that is damaged is another result.
 */

/** A part of an archive: where it stands, and what it has to be. */
export interface ZipPart {
  readonly name: string;
  readonly at: number;
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  readonly method: number;
  readonly isLocked: boolean;
}

const [LOCAL, ENTRY, END] = [0x04034b50, 0x02014b50, 0x06054b50];
/** Bytes of these before what has no fixed length. */
const [LOCAL_SIZE, ENTRY_SIZE, END_SIZE] = [30, 46, 22];
const MOST_COMMENT = 0xffff;
const [STORED, DEFLATED] = [0, 8];
/** The number of entries, or the place of their list, stands elsewhere (ZIP64), as in no archive below 4 GB. */
const [ELSEWHERE_16, ELSEWHERE_32] = [0xffff, 0xffffffff];
/** Rows of a sheet are alike, and yet no program packs them so tightly. */
const MOST_TIMES = 400;
/** A part up to this size is never too tight. */
const LITTLE = 64 << 20;
const MOST_UNPACKED = 8 * 2 ** 30;

/**
 * The parts of an archive by their names, in small letters and with strokes, as the standard compares them.
 * @throws Error where it is none, or one of which it is not clear what is in it.
 */
export async function zipParts(file: Blob): Promise<ReadonlyMap<string, ZipPart>> {
  const tailAt = Math.max(0, file.size - END_SIZE - MOST_COMMENT);
  const tail = await viewOf(file, tailAt, file.size);
  let end = tail.byteLength - END_SIZE;
  while (end >= 0 && tail.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new Error("it is cut off, or no archive");
  const [count, size, at] = [
    tail.getUint16(end + 10, true),
    tail.getUint32(end + 12, true),
    tail.getUint32(end + 16, true),
  ];
  if (count === ELSEWHERE_16 || at === ELSEWHERE_32) throw new Error("it is an archive for more than 4 GB (ZIP64)");
  if (at + size > tailAt + end) throw new Error("the list of its parts is damaged");
  const list = await viewOf(file, at, at + size);
  const parts = new Map<string, ZipPart>();
  for (let [place, left] = [0, count]; left > 0; left -= 1) {
    const { part, next } = entryAt(list, place);
    if (parts.has(part.name)) throw new Error(`it has the part ${part.name} twice`);
    parts.set(part.name, part);
    place = next;
  }
  return parts;
}

async function viewOf(file: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await file.slice(from, to).arrayBuffer());
}

function entryAt(list: DataView, at: number): { readonly part: ZipPart; readonly next: number } {
  if (at + ENTRY_SIZE > list.byteLength || list.getUint32(at, true) !== ENTRY) {
    throw new Error("the list of its parts is damaged");
  }
  const name = list.getUint16(at + 28, true);
  const next = at + ENTRY_SIZE + name + list.getUint16(at + 30, true) + list.getUint16(at + 32, true);
  if (next > list.byteLength) throw new Error("the list of its parts is damaged");
  const written = new TextDecoder().decode(new Uint8Array(list.buffer, list.byteOffset + at + ENTRY_SIZE, name));
  const part = {
    name: partName(written),
    at: list.getUint32(at + 42, true),
    packed: list.getUint32(at + 20, true),
    size: list.getUint32(at + 24, true),
    crc: list.getUint32(at + 16, true),
    method: list.getUint16(at + 10, true),
    isLocked: (list.getUint16(at + 8, true) & 1) !== 0,
  };
  return { part, next };
}

export const partName = (written: string): string => written.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();

/**
 * What is in a part, a piece at a time.
 * @throws Error where it is not what was put in.
 */
export async function* unpacked(file: Blob, part: ZipPart): AsyncGenerator<Uint8Array> {
  const { name, at, packed, size, method } = part;
  if (part.isLocked) throw new Error(`its part ${name} has a password`);
  if (method !== STORED && method !== DEFLATED) throw new Error(`its part ${name} is packed in an unknown way`);
  if (size > MOST_UNPACKED || (size > LITTLE && size > MOST_TIMES * packed)) {
    throw new Error(
      `its part ${name} unpacks to ${Math.round(size / 2 ** 20).toLocaleString("en-US")} MB, which is no table`,
    );
  }
  const local = await viewOf(file, at, at + LOCAL_SIZE);
  if (local.byteLength < LOCAL_SIZE || local.getUint32(0, true) !== LOCAL)
    throw new Error(`its part ${name} is damaged`);
  const from = at + LOCAL_SIZE + local.getUint16(26, true) + local.getUint16(28, true);
  const bytes = file.slice(from, from + packed).stream() as ReadableStream<Uint8Array<ArrayBuffer>>;
  const reader = (method === STORED ? bytes : bytes.pipeThrough(new DecompressionStream("deflate-raw"))).getReader();
  let [length, remainder] = [0, 0xffffffff];
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new Error(`its part ${name} cannot be unpacked`);
      });
      if (done) break;
      length += value.length;
      remainder = crcAfter(remainder, value);
      if (length > size) break;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (length !== size || ~remainder >>> 0 !== part.crc)
    throw new Error(`its part ${name} is damaged: its checksum is another`);
}

/** CRC-32 of each byte, by the polynomial of zip. */
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
  return remainder;
});

function crcAfter(before: number, bytes: Uint8Array): number {
  let remainder = before;
  for (const byte of bytes) remainder = (remainder >>> 8) ^ (REMAINDERS[(remainder ^ byte) & 0xff] as number);
  return remainder;
}
