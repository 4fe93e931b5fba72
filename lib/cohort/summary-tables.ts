import { type Identity, versionWords } from "../definition/identity.ts";
import { STATEMENT } from "../explain/statement.ts";
import { inert } from "../record/formula.ts";
import { asCell } from "./csv.ts";
import type { Estimate } from "./statistics.ts";
import { BASIS_WORDS, type Basis, type CohortSummary } from "./summary.ts";

/** A table of a summary, as a file has it. */
export interface SummaryTable {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

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
          ...estimateCells(agreement?.kappa),
        ]),
      ),
    },
    {
      name: "cohort-overlaps",
      title: "Overlaps of the sets",
      head: ["counted", ...sets.map(({ id }) => id), "patients"],
      rows: bases.flatMap(([basis, { overlaps, open }]) => [
        ...overlaps.map(({ sets: own, count }) => [
          BASIS_WORDS[basis],
          ...sets.map(({ id }) => (own.includes(id) ? "classified" : "not classified")),
          count,
        ]),
        ...(open > 0 ? [["left out: undetermined in at least one", ...sets.map(() => ""), open]] : []),
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
  ];
}

/** A number with its interval of 95%, in three cells: without an interval in one, and without a number in none. */
export function estimateCells(estimate: Partial<Estimate> | undefined): readonly (string | number)[] {
  const { value, low, high } = estimate ?? {};
  return [value === Number.POSITIVE_INFINITY ? "infinite" : (value ?? ""), low ?? "", high ?? ""];
}

/**
 * A table as CSV; its last two rows are the version and the statement, as in the files of a round. No cell of it is a
 * formula, whatever a text begins with.
 */
export function tableCsv({ head, rows }: Pick<SummaryTable, "head" | "rows">, app: Identity): string {
  const last = [
    ["version", versionWords(app)],
    ["statement", STATEMENT],
  ].map((cells) => head.map((_, column) => cells[column] ?? ""));
  const lines = [head, ...rows, ...last].map((cells) => cells.map((cell) => asCell(written(cell))).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

function written(cell: string | number): string {
  return typeof cell === "number" ? String(cell) : inert(cell);
}
