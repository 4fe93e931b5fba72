import { type FigureColumns, idAt } from "./figure-columns.ts";

/** Which rows of a cohort are looked at. */
export type Selection =
  | { readonly kind: "all" }
  /** The set's verdict depends on what is unknown. */
  | { readonly kind: "undetermined"; readonly set: string }
  /** As assessed, one set classifies and another does not. */
  | { readonly kind: "disagree" }
  /** The record has an error. */
  | { readonly kind: "issues" };

/** The positions of the rows that are selected and whose ids hold a text, in their order. */
export function selectRows(columns: FigureColumns, selection: Selection, inId = ""): Uint32Array {
  const chosen = chooser(columns, selection);
  const sought = inId.trim().toLowerCase();
  const rows = new Uint32Array(columns.count);
  let length = 0;
  for (let row = 0; row < columns.count; row += 1) {
    if (!chosen(row) || (sought !== "" && !idAt(columns, row).toLowerCase().includes(sought))) continue;
    rows[length] = row;
    length += 1;
  }
  return rows.slice(0, length);
}

function chooser({ sets, issues }: FigureColumns, selection: Selection): (row: number) => boolean {
  switch (selection.kind) {
    case "all":
      return () => true;
    case "issues":
      return (row) => issues.codes[row] !== 0;
    case "undetermined": {
      const set = sets.find(({ id }) => id === selection.set);
      if (!set) return () => false;
      const isOpen = [false, ...set.figures.map(({ verdict }) => verdict === "undetermined")];
      return (row) => isOpen[set.codes[row] ?? 0] === true;
    }
    case "disagree": {
      const classifies = sets.map(({ figures }) => [
        undefined,
        ...figures.map(({ asAssessed }) => asAssessed === "classified"),
      ]);
      return (row) => {
        const says = sets.map(({ codes }, position) => classifies[position]?.[codes[row] ?? 0]);
        return says.includes(true) && says.includes(false);
      };
    }
  }
}
