import type { FileReading } from "./codebook.ts";
import type { Line } from "./table.ts";
import { textLines } from "./text-lines.ts";

/** So much of a text is read at a time. */
const PIECE = 1 << 20;

/** The bytes of a file, a piece at a time; `hear` is told where each ends. */
export async function* piecesOf(file: Blob, size: number, hear?: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += size) {
    yield new Uint8Array(await file.slice(at, at + size).arrayBuffer());
    hear?.(Math.min(at + size, file.size));
  }
}

/**
 * The rows of a file from the line on that names its columns; `hear` is told how far it is read, and `say` at the end what
 * a person has to know of it, in sentences. What reads the rarer kinds is loaded for them alone.
 */
export async function* linesIn(
  file: Blob,
  reading: FileReading,
  hear: (bytes: number) => void = () => undefined,
  say: (notes: readonly string[]) => void = () => undefined,
): AsyncGenerator<Line> {
  if (reading.kind === "xlsx") {
    const { workbookLines } = await import("./workbook-lines.ts");
    yield* workbookLines(file, reading, say);
    hear(file.size);
  } else if (reading.kind === "parquet") {
    const { parquetLines, parquetNotes } = await import("./parquet-lines.ts");
    say(await parquetNotes(file));
    yield* parquetLines(file, reading, hear);
  } else yield* textLines(piecesOf(file, PIECE, hear), reading);
}
