import { asCell } from "./csv.ts";
import type { Basis, CohortSummary } from "./summary.ts";

/** A table of a summary, as a file has it. */
export interface SummaryTable {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** What a table calls its basis. */
const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  "as-assessed": "as assessed",
  exact: "determined in both",
};

/** Every number of a summary, in tables that can be read again. */
export function summaryTables(summary: CohortSummary): readonly SummaryTable[] {
  const { sets, by } = summary;
  const bases = Object.entries(by) as [Basis, CohortSummary["by"][Basis]][];
  return [
    {
      name: "cohort-sets",
      title: "Verdicts by set",
      head: [
        "set",
        "patients",
        "classified",
        "not classified",
        "undetermined",
        "classified as assessed",
        "not classified as assessed",
        "could be gained",
        "could be lost",
      ],
      rows: sets.map(({ id, exact, asAssessed, couldBeGained, couldBeLost }) => [
        id,
        asAssessed.classified + asAssessed.notClassified,
        exact.classified,
        exact.notClassified,
        exact.undetermined,
        asAssessed.classified,
        asAssessed.notClassified,
        couldBeGained,
        couldBeLost,
      ]),
    },
    {
      name: "cohort-ask-next",
      title: "What to ask next",
      head: ["set", "undetermined", "finding", "name", "undetermined and unknown", "settled whichever the answer"],
      rows: summary.settling.flatMap(({ id, undetermined, by }) =>
        by.map(({ finding, label, unknown, settled }) => [id, undetermined, finding, label, unknown, settled]),
      ),
    },
    {
      name: "cohort-scores",
      title: "Scores by set",
      head: ["set", "score as assessed", "classified", "not classified", "undetermined"],
      rows: sets.flatMap(({ id, scores }) =>
        scores.map(({ score, classified, notClassified, undetermined }) => [
          id,
          score,
          classified,
          notClassified,
          undetermined,
        ]),
      ),
    },
    {
      name: "cohort-agreement",
      title: "Agreement between sets",
      head: [
        "counted",
        "first set",
        "second set",
        "both",
        "first only",
        "second only",
        "neither",
        "agreement",
        "kappa",
        "kappa 95% low",
        "kappa 95% high",
      ],
      rows: bases.flatMap(([basis, { pairs }]) =>
        pairs.map(({ first, second, table: [[both, firstOnly], [secondOnly, neither]], agreement }) => [
          BASIS_WORDS[basis],
          first,
          second,
          both,
          firstOnly,
          secondOnly,
          neither,
          agreement?.observed ?? "",
          ...(agreement?.kappa ? [agreement.kappa.value, agreement.kappa.low, agreement.kappa.high] : ["", "", ""]),
        ]),
      ),
    },
    {
      name: "cohort-overlaps",
      title: "Overlaps of the sets",
      head: ["counted", ...sets.map(({ id }) => id), "patients"],
      rows: bases.flatMap(([basis, { overlaps, open }]) => [
        ...overlaps.map(({ sets: own, count }) => [
          basis === "exact" ? "determined in all" : BASIS_WORDS[basis],
          ...sets.map(({ id }) => (own.includes(id) ? "classified" : "not classified")),
          count,
        ]),
        ...(open > 0 ? [["undetermined in at least one", ...sets.map(() => ""), open]] : []),
      ]),
    },
  ];
}

/** A table as CSV. No cell of it is a formula, whatever a text begins with. */
export function tableCsv({ head, rows }: Pick<SummaryTable, "head" | "rows">): string {
  const lines = [head, ...rows].map((cells) => cells.map((cell) => asCell(inert(cell))).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

/** What a spreadsheet takes for a formula gets a mark in front, by which it is text; a number stays one. */
function inert(cell: string | number): string {
  if (typeof cell === "number") return String(cell);
  return /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? `'${cell}` : cell;
}
