import { definitions } from "../../../criteria/index.ts";
import { type Codebook, readCodebook } from "../../../lib/cohort/codebook.ts";
import type { Heard } from "../../../lib/cohort/coded-patients.ts";
import { scoreCoded } from "../../../lib/cohort/score-coded.ts";
import { linesIn } from "../../../lib/cohort/table-lines.ts";
import { plan } from "./agree.ts";

export const TEXT = {
  encoding: "utf-8",
  separator: ",",
  decimal: ".",
  shape: "row-per-patient",
  headerRow: 1,
} as const;
export const VISITS = { ...TEXT, shape: "row-per-visit" } as const;

/** A file as a codebook reads it and the page scores it: the rows of the output, and what is said. */
export async function scoredBy(
  content: string | Uint8Array<ArrayBuffer>,
  columns: Codebook["columns"],
  file: Codebook["file"] = VISITS,
): Promise<Heard & { readonly rows: readonly string[] }> {
  const read = readCodebook({ format: "sle-codebook/1", file, columns }, definitions);
  if ("faults" in read) throw new Error(read.faults.join("\n"));
  const decoder = new TextDecoder();
  let output = "";
  const nothing = (): void => undefined;
  const lines = linesIn(new Blob([content]), file);
  const { heard } = await scoreCoded(
    plan,
    lines,
    read.codebook,
    "2026-01-01",
    (piece) => {
      output += decoder.decode(piece, { stream: true });
    },
    nothing,
  );
  return { ...heard, rows: output.trimEnd().split("\n").slice(1) };
}
