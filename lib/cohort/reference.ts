import type { FigureColumns, KeptColumn } from "./figure-columns.ts";
import type { Figures } from "./scorer.ts";
import { type Accuracy, accuracy } from "./statistics.ts";
import type { Basis } from "./summary.ts";

/** What a value of the reference column says of a patient. A value that is not in it leaves the patient out. */
export type ReferenceMeaning = ReadonlyMap<string, "has" | "has-not">;

/** A set against the reference: rows by the set (classified, not), columns by the reference (has it, has it not). */
export interface SetReference {
  readonly id: string;
  readonly table: readonly [readonly [number, number], readonly [number, number]];
  /** Patients whom the reference speaks of and the set, on this basis, does not. */
  readonly open: number;
  readonly accuracy: Accuracy;
}

/** Each set against a reference. Rows with an error are in none of the tables. */
export function againstReference(
  { count, sets }: FigureColumns,
  column: KeptColumn,
  meaning: ReferenceMeaning,
  basis: Basis,
): readonly SetReference[] {
  const has = [undefined, ...column.texts.map((text) => meaning.get(text))];
  return sets.map(({ id, codes, figures }) => {
    const says = [undefined, ...figures.map((one) => saidOf(one, basis))];
    const table: [[number, number], [number, number]] = [
      [0, 0],
      [0, 0],
    ];
    let open = 0;
    for (let row = 0; row < count; row += 1) {
      const truth = has[column.codes[row] ?? 0];
      const said = says[codes[row] ?? 0];
      if (!truth || !said) continue;
      if (said === "open") open += 1;
      else table[said === "classified" ? 0 : 1][truth === "has" ? 0 : 1] += 1;
    }
    return { id, table, open, accuracy: accuracy(table) };
  });
}

function saidOf({ asAssessed, verdict }: Figures, basis: Basis): "classified" | "not-classified" | "open" {
  if (basis === "as-assessed") return asAssessed;
  return verdict === "undetermined" ? "open" : verdict;
}
