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

const [LOCAL, ENTRY, END, LARGE_END] = [0x04034b50, 0x02014b50, 0x06054b50, 0x06064b50];
/** Bytes of these before what has no fixed length. */
const [LOCAL_SIZE, ENTRY_SIZE, END_SIZE, LARGE_END_SIZE] = [30, 46, 22, 56];
/** Before the end of an archive for more than 4 GB, where its other end is. */
const LOCATOR_SIZE = 20;
const MOST_COMMENT = 0xffff;
const [STORED, DEFLATED] = [0, 8];
/** A number that stands elsewhere, in eight bytes (ZIP64): programs write small archives so as well. */
const [ELSEWHERE_16, ELSEWHERE_32] = [0xffff, 0xffffffff];
/** The field of an entry in which such numbers stand. */
const LARGE_FIELD = 1;
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
  const { count, size, at } = await listOf(file, tail, end);
  if (at + size > tailAt + end) throw new Error(DAMAGED);
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

interface PartList {
  readonly count: number;
  readonly size: number;
  readonly at: number;
}

/** Where the list of parts is, by the end of an archive. */
async function listOf(file: Blob, tail: DataView, end: number): Promise<PartList> {
  const [count, size, at] = [
    tail.getUint16(end + 10, true),
    tail.getUint32(end + 12, true),
    tail.getUint32(end + 16, true),
  ];
  const isElsewhere = count === ELSEWHERE_16 || size === ELSEWHERE_32 || at === ELSEWHERE_32;
  if (!isElsewhere || end < LOCATOR_SIZE) return { count, size, at };
  const from = largeAt(tail, end - LOCATOR_SIZE + 8);
  const large = await viewOf(file, from, from + LARGE_END_SIZE);
  if (large.byteLength < LARGE_END_SIZE || large.getUint32(0, true) !== LARGE_END) throw new Error(DAMAGED);
  return { count: largeAt(large, 32), size: largeAt(large, 40), at: largeAt(large, 48) };
}

/** A number of eight bytes; one that is too large for any file is no place in this one. */
const largeAt = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

const DAMAGED = "the list of its parts is damaged";

async function viewOf(file: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await file.slice(from, to).arrayBuffer());
}

function entryAt(list: DataView, at: number): { readonly part: ZipPart; readonly next: number } {
  if (at + ENTRY_SIZE > list.byteLength || list.getUint32(at, true) !== ENTRY) {
    throw new Error(DAMAGED);
  }
  const name = list.getUint16(at + 28, true);
  const next = at + ENTRY_SIZE + name + list.getUint16(at + 30, true) + list.getUint16(at + 32, true);
  if (next > list.byteLength) throw new Error(DAMAGED);
  const written = new TextDecoder().decode(new Uint8Array(list.buffer, list.byteOffset + at + ENTRY_SIZE, name));
  const [size, packed, place] = numbersOf(list, at, at + ENTRY_SIZE + name);
  const part = {
    name: partName(written),
    at: place,
    packed,
    size,
    crc: list.getUint32(at + 16, true),
    method: list.getUint16(at + 10, true),
    isLocked: (list.getUint16(at + 8, true) & 1) !== 0,
  };
  return { part, next };
}

/** The size of a part, its size when packed, and where it is; `fields` is where further fields of its entry begin. */
function numbersOf(list: DataView, at: number, fields: number): readonly [size: number, packed: number, place: number] {
  const written = [24, 20, 42].map((offset) => list.getUint32(at + offset, true));
  const end = fields + list.getUint16(at + 30, true);
  let field = fields;
  while (field + 4 < end && list.getUint16(field, true) !== LARGE_FIELD) field += 4 + list.getUint16(field + 2, true);
  let large = field + 4;
  const [size = 0, packed = 0, place = 0] = written.map((number) => {
    if (number !== ELSEWHERE_32) return number;
    if (large + 8 > end) throw new Error(DAMAGED);
    large += 8;
    return largeAt(list, large - 8);
  });
  return [size, packed, place];
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
