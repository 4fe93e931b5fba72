import { type FileMetaData, parquetMetadataAsync, parquetRead, parquetSchema, type SchemaElement } from "hyparquet";
import {
  decompressBrotli,
  decompressGzip,
  decompressLz4,
  decompressLz4Raw,
  decompressZstd,
} from "hyparquet-compressors";
import { shown } from "../record/issues.ts";
import type { FileReading } from "./codebook.ts";
import { CohortFault } from "./file-parts.ts";
import type { Line } from "./table.ts";

/** All but Snappy, which the reader has in plain code: the one of the package is WebAssembly, which this page may not run. */
const compressors = {
  GZIP: decompressGzip,
  BROTLI: decompressBrotli,
  ZSTD: (input: Uint8Array, length: number) => decompressZstd(input, new Uint8Array(length)),
  LZ4: decompressLz4,
  LZ4_RAW: decompressLz4Raw,
};

/** A file whose parts are read as they are needed. */
const asyncBuffer = (file: Blob) => ({
  byteLength: file.size,
  slice: (from: number, to?: number) => file.slice(from, to).arrayBuffer(),
});

/**
 * The rows of a Parquet file, behind its names; they are counted as lines from 2 on, as those of a text would be.
 * @throws CohortFault where it cannot be read.
 */
export async function* parquetLines(
  file: Blob,
  { decimal }: FileReading,
  hear: (bytes: number) => void,
): AsyncGenerator<Line> {
  const buffer = asyncBuffer(file);
  const written = await parquetMetadataAsync(buffer).catch(refuse);
  const columns = parquetSchema(written).children.map(({ element }) => element);
  checkCounts(written, columns);
  const plain = new Set(columns.filter(isPlain));
  const metadata = { ...written, schema: written.schema.map((one) => (plain.has(one) ? asWritten(one) : one)) };
  yield { line: 1, cells: columns.map(({ name }) => name) };
  const texts = columns.map((element) => textOf(element, decimal));
  let line = 1;
  for (const group of groupsOf(metadata)) {
    // A group is packed as a whole, so that it is read as a whole.
    const rows = await rowsIn(buffer, metadata, group).catch(refuse);
    for (const cells of rows) {
      line += 1;
      const own = texts.map((text, column) => {
        // A blank is null: nothing stands where a value points beyond those that its column has.
        if (cells[column] !== undefined || isNested(columns[column])) return text(cells[column]);
        throw new CohortFault(
          `The file is damaged: ${shown(columns[column]?.name)} has no value here.`,
          line,
          column + 1,
        );
      });
      yield { line, cells: own };
    }
    hear(Math.round((file.size * group.to) / Math.max(1, Number(metadata.num_rows))));
  }
}

const isNested = (element: SchemaElement | undefined): boolean => (element?.num_children ?? 0) > 0;

/** @throws CohortFault where a column has another number of values than there are rows. */
function checkCounts({ row_groups }: FileMetaData, columns: readonly SchemaElement[]): void {
  const flat = new Set(columns.filter(({ repetition_type }) => repetition_type !== "REPEATED").map(({ name }) => name));
  for (const { columns: chunks, num_rows } of row_groups) {
    for (const { meta_data } of chunks) {
      const { path_in_schema: [name = "", ...inner] = [], num_values } = meta_data ?? {};
      if (inner.length > 0 || !flat.has(name) || num_values === num_rows) continue;
      throw new CohortFault(`The file is damaged: ${shown(name)} has ${num_values} values in ${num_rows} rows.`);
    }
  }
}

/**
 * What a person has to know of a Parquet file, in sentences.
 * @throws CohortFault where it cannot be read.
 */
export async function parquetNotes(file: Blob): Promise<readonly string[]> {
  const metadata = await parquetMetadataAsync(asyncBuffer(file)).catch(refuse);
  const columns = parquetSchema(metadata).children.map(({ element }) => element);
  return columns
    .filter(isMoment)
    .map(({ name }) => `The values of ${shown(name)} are moments: the day of each is the one in Greenwich (UTC).`);
}

/** The moment that is so many parts of a second after 1970; what is less than a thousandth is left out, also before. */
const momentOf = (parts: bigint, inThousandth: bigint): Date =>
  new Date(Number((parts - (((parts % inThousandth) + inThousandth) % inThousandth)) / inThousandth));

/** What the reader makes of values that are written as others. */
const parsers = {
  timestampFromMicroseconds: (micros: bigint) => momentOf(micros, 1_000n),
  timestampFromNanoseconds: (nanos: bigint) => momentOf(nanos, 1_000_000n),
  /** A text in JSON is that text, and anything else as it is written: a number keeps its digits. */
  jsonFromBytes: (bytes: Uint8Array | undefined) => {
    const written = bytes && (textIn(bytes) ?? inJson([...bytes]));
    return written === undefined ? written : (jsonText(written) ?? written);
  },
};

function jsonText(written: string): string | undefined {
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}

interface Group {
  readonly from: number;
  readonly to: number;
}

function groupsOf({ row_groups }: FileMetaData): readonly Group[] {
  let to = 0;
  return row_groups.map(({ num_rows }) => {
    const from = to;
    to += Number(num_rows);
    return { from, to };
  });
}

function rowsIn(
  file: ReturnType<typeof asyncBuffer>,
  metadata: FileMetaData,
  { from, to }: Group,
): Promise<readonly (readonly unknown[])[]> {
  return new Promise((resolve, reject) => {
    parquetRead({
      file,
      metadata,
      compressors,
      parsers,
      utf8: false,
      rowStart: from,
      rowEnd: to,
      onComplete: resolve,
    }).catch(reject);
  });
}

function refuse(cause: unknown): never {
  const why = cause instanceof Error ? cause.message : String(cause);
  throw new CohortFault(`The file begins as Parquet does and cannot be read as such: ${why.replace(/\.$/, "")}.`);
}

type ToText = (value: unknown) => string;

const isDecimal = ({ converted_type, logical_type }: SchemaElement): boolean =>
  converted_type === "DECIMAL" || logical_type?.type === "DECIMAL";

/** What the reader makes a number of eight bytes of, which has 16 digits, or does not read at all. */
const isPlain = (one: SchemaElement): boolean =>
  isDecimal(one) || one.converted_type === "INTERVAL" || one.converted_type === "BSON";

/** The same column without what its values mean: whole numbers, or bytes. */
function asWritten({ converted_type, logical_type, ...rest }: SchemaElement): SchemaElement {
  return rest;
}

/**
 * Whether values are moments, whose day depends on where one is: so says the standard of those that do not say they are
 * the time of a place.
 */
const isMoment = ({ type, converted_type, logical_type }: SchemaElement): boolean =>
  logical_type?.type === "TIMESTAMP"
    ? logical_type.isAdjustedToUTC
    : type === "INT96" || converted_type === "TIMESTAMP_MILLIS" || converted_type === "TIMESTAMP_MICROS";

/** How many parts of a time of day a second has; none where values are no times of day. */
function partsOfSecond({ converted_type, logical_type }: SchemaElement): number | undefined {
  if (logical_type?.type === "TIME") return { MILLIS: 1e3, MICROS: 1e6, NANOS: 1e9 }[logical_type.unit];
  return { TIME_MILLIS: 1e3, TIME_MICROS: 1e6 }[converted_type as string];
}

/**
 * A value as the text that it was meant to be. Numbers of four bytes are read as the shortest number that they are: 0.9
 * of four bytes is 0.8999999761581421 of eight, and below a limit of 0.9.
 */
function textOf(element: SchemaElement, decimal: "." | ","): ToText {
  const zone = isMoment(element) ? "Z" : "";
  if (isDecimal(element))
    return (value) => (value == null ? "" : decimalText(wholeOf(value), element.scale ?? 0, decimal));
  const parts = partsOfSecond(element);
  if (parts !== undefined) {
    return (value) => (value == null ? "" : clockText(Math.floor(Number(value) / parts)));
  }
  const numeric = (value: number): string =>
    (element.type === "FLOAT" ? shortestFloat(value) : String(value)).replace(".", decimal);
  return (value) => {
    if (value === null || value === undefined) return "";
    if (typeof value === "number") return numeric(value);
    if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
    if (typeof value === "string") return value;
    if (typeof value === "bigint") return String(value);
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? "#DATE!" : dayOf(value.toISOString(), zone);
    if (value instanceof Uint8Array && element.type === "BYTE_ARRAY") return textIn(value) ?? inJson(value);
    return inJson(value);
  };
}

/** A value of several parts, as a text that no code is. */
const inJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "bigint" ? String(inner) : inner instanceof Uint8Array ? (textIn(inner) ?? [...inner]) : inner,
  );

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Bytes that are not said to be a text, and are one: old programs say nothing. */
function textIn(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The whole number that a decimal is written as: bytes have the highest first, and its first bit is the sign. */
function wholeOf(value: unknown): bigint {
  if (!(value instanceof Uint8Array)) return BigInt(value as number | bigint);
  let whole = 0n;
  for (const byte of value) whole = (whole << 8n) | BigInt(byte);
  return BigInt.asIntN(8 * value.length, whole);
}

function decimalText(whole: bigint, scale: number, decimal: "." | ","): string {
  const sign = whole < 0n ? "-" : "";
  const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, "0");
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}${decimal}${digits.slice(-scale)}`;
}

const DAY_SECONDS = 86_400;

const clockText = (seconds: number): string =>
  seconds >= 0 && seconds < DAY_SECONDS ? new Date(seconds * 1000).toISOString().slice(11, 19) : "#TIME!";

function shortestFloat(value: number): string {
  for (let digits = 1; digits <= 9; digits += 1) {
    const shorter = Number(value.toPrecision(digits));
    if (Math.fround(shorter) === value) return String(shorter);
  }
  return String(value);
}

/** A day is one that begins at midnight, where no other place has another. */
const dayOf = (written: string, zone: string): string =>
  zone === "" && written.endsWith("T00:00:00.000Z") ? written.slice(0, 10) : `${written.slice(0, 19)}${zone}`;
