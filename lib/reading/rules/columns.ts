/** What a column of a printout holds, by the words of its heading. */
export type Role = "name" | "value" | "unit" | "range" | "flag" | "previous" | "low" | "high" | "day";

/** The first that fits a heading counts. */
export const COLUMN_WORDS: readonly (readonly [Role, readonly string[]])[] = [
  ["value", ["in range", "out of range", "within range", "outside range"]],
  ["low", ["ref low", "reference low", "range low", "ref lower", "reference range low", "low ref"]],
  ["high", ["ref high", "reference high", "range high", "ref upper", "reference range high", "high ref"]],
  ["previous", ["previous", "prior", "last result", "earlier", "vorwert", "vorbefund"]],
  [
    "range",
    ["ref", "reference", "range", "interval", "biological", "limits", "referenz", "referenzbereich", "normbereich"],
  ],
  ["low", ["low", "lower", "min"]],
  ["high", ["high", "upper", "max"]],
  ["unit", ["unit", "units", "uom", "einheit", "einheiten"]],
  ["flag", ["flag", "abn", "h/l", "status"]],
  ["day", ["date", "collected", "day", "visit"]],
  ["value", ["value", "result", "results", "observed", "finding", "today", "measured", "ergebnis", "messwert"]],
  [
    "name",
    ["test", "component", "analyte", "investigation", "parameter", "analysis", "assay", "marker", "analyt", "analyse"],
  ],
];
