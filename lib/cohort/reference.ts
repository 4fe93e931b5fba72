import type { FigureColumns, KeptColumn } from "./figure-columns.ts";
import { type Accuracy, accuracy } from "./statistics.ts";
import { type Basis, saysOn } from "./summary.ts";

/** What a value of the reference column says of a patient. A value that is not in it leaves the patient out. */
export type ReferenceMeaning = ReadonlyMap<string, "has" | "has-not">;

/** A set against the reference: rows by the set (classified, not), columns by the reference (has it, has it not). */
export interface SetReference {
  readonly id: string;
  readonly table: readonly [readonly [number, number], readonly [number, number]];
  /** Patients whom the reference speaks of and the set, on this basis, does not: as assessed a set speaks of all. */
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
    const says = figures.map((one) => saysOn(one, basis));
    const table: [[number, number], [number, number]] = [
      [0, 0],
      [0, 0],
    ];
    let open = 0;
    for (let row = 0; row < count; row += 1) {
      const truth = has[column.codes[row] ?? 0];
      const code = codes[row] ?? 0;
      if (!truth || code === 0) continue;
      const classifies = says[code - 1];
      if (classifies === undefined) open += 1;
      else table[classifies ? 0 : 1][truth === "has" ? 0 : 1] += 1;
    }
    return { id, table, open, accuracy: accuracy(table) };
  });
}
