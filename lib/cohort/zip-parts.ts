/**
 * The parts of a ZIP archive, of which workbooks consist. A part is read as it was put in or not at all: its size and its
 * checksum have to be those that the archive names, since one digit that is damaged is another result.
 */
import { BlobReader, type FileEntry, ZipReader } from "@zip.js/zip.js/lib/zip-core-native.js";

/** A part of an archive, which is unpacked when it is asked for. */
export type ZipPart = FileEntry;

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
  const reader = new ZipReader(new BlobReader(file), { useWebWorkers: false, filenameValidation: "tolerant" });
  const parts = new Map<string, ZipPart>();
  const entries = await reader.getEntries().catch((cause) => {
    throw new Error("the list of its parts is cut off or damaged", { cause });
  });
  for (const entry of entries) {
    if (entry.directory) continue;
    const name = partName(entry.filename);
    if (parts.has(name)) throw new Error(`it has the part ${name} twice`);
    parts.set(name, entry);
  }
  return parts;
}

export const partName = (written: string): string => written.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();

/**
 * What is in a part, a piece at a time.
 * @throws Error where it is not what was put in.
 */
export async function* unpacked(part: ZipPart): AsyncGenerator<Uint8Array> {
  const { filename, uncompressedSize: size, compressedSize: packed } = part;
  if (part.encrypted) throw new Error(`its part ${filename} has a password`);
  if (size > MOST_UNPACKED || (size > LITTLE && size > MOST_TIMES * packed)) {
    const megabytes = Math.round(size / 2 ** 20).toLocaleString("en-US");
    throw new Error(`its part ${filename} unpacks to ${megabytes} MB, which is no table`);
  }
  let fail = (_: unknown) => {};
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
    start: (controller) => {
      fail = (cause) => controller.error(cause);
    },
  });
  const stop = new AbortController();
  const { signal } = stop;
  // It may end with the way in still held, which then cannot be ended from outside.
  const whole = part.getData(writable, { checkAmbiguity: true, checkSignature: true, signal }).catch(fail);
  try {
    yield* readable;
  } catch (cause) {
    throw new Error(`its part ${filename} is damaged, or packed in a way that is not read`, { cause });
  } finally {
    stop.abort();
    await whole;
  }
}
