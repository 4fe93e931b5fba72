import { type FileMetaData, parquetMetadataAsync, parquetRead, parquetSchema, type SchemaElement } from "hyparquet";
import {
  decompressBrotli,
  decompressGzip,
  decompressLz4,
  decompressLz4Raw,
  decompressZstd,
} from "hyparquet-compressors";
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
  const metadata = await parquetMetadataAsync(buffer).catch(refuse);
  const columns = parquetSchema(metadata).children.map(({ element }) => element);
  yield { line: 1, cells: columns.map(({ name }) => name) };
  const texts = columns.map((element) => textOf(element, decimal));
  let line = 1;
  for (const group of groupsOf(metadata)) {
    // A group is packed as a whole, so that it is read as a whole.
    const rows = await rowsIn(buffer, metadata, group).catch(refuse);
    for (const cells of rows) {
      line += 1;
      yield { line, cells: texts.map((text, column) => text(cells[column])) };
    }
    hear(Math.round((file.size * group.to) / Math.max(1, Number(metadata.num_rows))));
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
    parquetRead({ file, metadata, compressors, rowStart: from, rowEnd: to, onComplete: resolve }).catch(reject);
  });
}

function refuse(cause: unknown): never {
  const why = cause instanceof Error ? cause.message : String(cause);
  throw new CohortFault(`The file begins as Parquet does and cannot be read as such: ${why.replace(/\.$/, "")}.`);
}

type ToText = (value: unknown) => string;

/**
 * A value as the text that it was meant to be. Numbers of four bytes and decimals are read as the shortest number that
 * they are: 0.9 of four bytes is 0.8999999761581421 of eight, and below a limit of 0.9.
 */
function textOf({ type, converted_type, logical_type, scale }: SchemaElement, decimal: "." | ","): ToText {
  const isDecimal = converted_type === "DECIMAL" || logical_type?.type === "DECIMAL";
  const numeric = (value: number): string => {
    if (!Number.isFinite(value)) return String(value);
    const own = isDecimal
      ? value.toFixed(Math.min(scale ?? 0, 20))
      : type === "FLOAT"
        ? shortestFloat(value)
        : String(value);
    return own.replace(".", decimal);
  };
  return (value) => {
    if (value === null || value === undefined) return "";
    if (typeof value === "number") return numeric(value);
    if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
    if (typeof value === "string") return value;
    if (typeof value === "bigint") return String(value);
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? "#DATE!" : dayOf(value.toISOString());
    return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? String(inner) : inner));
  };
}

function shortestFloat(value: number): string {
  for (let digits = 1; digits <= 9; digits += 1) {
    const shorter = Number(value.toPrecision(digits));
    if (Math.fround(shorter) === value) return String(shorter);
  }
  return String(value);
}

const dayOf = (written: string): string =>
  written.endsWith("T00:00:00.000Z") ? written.slice(0, 10) : written.slice(0, 19);
