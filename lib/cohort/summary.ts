import type { FigureColumns, SetColumn } from "./figure-columns.ts";
import type { Figures } from "./scorer.ts";
import type { SetSettling } from "./settle.ts";
import { type Agreement, agreement } from "./statistics.ts";

/**
 * By what patients are counted: `as-assessed` takes what is unknown as not met, as papers do; `exact` counts only what
 * holds whatever the unknowns are.
 */
export type Basis = "as-assessed" | "exact";

/** What page and files call a basis, wherever they do. */
export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  "as-assessed": "as assessed: an unknown is taken as not met",
  exact: "only where the verdict holds however the unknowns are answered",
};

/** So many patients have this score as assessed, by what the exact verdict is. */
export interface ScoreCount {
  readonly score: number;
  readonly classified: number;
  readonly notClassified: number;
  readonly undetermined: number;
}

export interface SetSummary {
  readonly id: string;
  readonly exact: { readonly classified: number; readonly notClassified: number; readonly undetermined: number };
  readonly asAssessed: { readonly classified: number; readonly notClassified: number };
  /** As assessed classified, and some answer to what is unknown would take it back. */
  readonly couldBeLost: number;
  /** As assessed not classified, and some answer to what is unknown would classify. */
  readonly couldBeGained: number;
  /** Every score that occurs, the lowest first. */
  readonly scores: readonly ScoreCount[];
}

/** Two sets, of the same patients: rows are what the first says (classified, not), columns what the second says. */
export interface PairSummary {
  readonly first: string;
  readonly second: string;
  readonly table: readonly [readonly [number, number], readonly [number, number]];
  readonly agreement: Agreement | undefined;
}

/** Patients who are classified by these sets and by no other. */
export interface Overlap {
  readonly sets: readonly string[];
  readonly count: number;
}

export interface BasisSummary {
  readonly pairs: readonly PairSummary[];
  /** Every combination that occurs, the most frequent first. */
  readonly overlaps: readonly Overlap[];
  /** Patients whom the basis says nothing of in one of the sets, and whom no overlap counts. */
  readonly open: number;
}

export interface CohortSummary {
  readonly rows: number;
  /** Rows with an error, of which no set says anything: by the codes of what is wrong. */
  readonly refused: readonly { readonly codes: string; readonly count: number }[];
  /** Rows with figures. Everything else is counted among these. */
  readonly assessed: number;
  readonly sets: readonly SetSummary[];
  readonly by: Readonly<Record<Basis, BasisSummary>>;
  /** What would settle verdicts if it were asked next. */
  readonly settling: readonly SetSettling[];
}

/** What can be said of a cohort as a whole. */
export function summaryOf(columns: FigureColumns, settling: readonly SetSettling[] = []): CohortSummary {
  const { count, sets, issues } = columns;
  const refusedBy = countsOf(issues.codes, issues.texts.length);
  const refused = issues.texts.map((codes, position) => ({ codes, count: refusedBy[position + 1] ?? 0 }));
  const joint = jointCounts(columns);
  return {
    rows: count,
    refused,
    assessed: joint.reduce((sum, one) => sum + one.count, 0),
    sets: sets.map(setSummary),
    by: { "as-assessed": basisSummary(sets, joint, "as-assessed"), exact: basisSummary(sets, joint, "exact") },
    settling,
  };
}

function countsOf(codes: Uint32Array, texts: number): Float64Array {
  const counts = new Float64Array(texts + 1);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

function setSummary({ id, codes, figures }: SetColumn): SetSummary {
  const counts = countsOf(codes, figures.length);
  const counted = figures.map((one, position) => ({ ...one, count: counts[position + 1] ?? 0 }));
  const number = (which: (figures: Figures) => boolean): number =>
    counted.filter(which).reduce((sum, one) => sum + one.count, 0);
  const scores = [...new Set(figures.map(({ value }) => value))].sort((one, other) => one - other);
  const isOpen = ({ verdict }: Figures): boolean => verdict === "undetermined";
  const isAssessed = ({ asAssessed }: Figures): boolean => asAssessed === "classified";
  return {
    id,
    exact: {
      classified: number(({ verdict }) => verdict === "classified"),
      notClassified: number(({ verdict }) => verdict === "not-classified"),
      undetermined: number(isOpen),
    },
    asAssessed: { classified: number(isAssessed), notClassified: number((one) => !isAssessed(one)) },
    couldBeLost: number((one) => isOpen(one) && isAssessed(one)),
    couldBeGained: number((one) => isOpen(one) && !isAssessed(one)),
    scores: scores.map((score) => ({
      score,
      classified: number(({ value, verdict }) => value === score && verdict === "classified"),
      notClassified: number(({ value, verdict }) => value === score && verdict === "not-classified"),
      undetermined: number(({ value, verdict }) => value === score && verdict === "undetermined"),
    })),
  };
}

/** Whether a set classifies a patient on a basis; undefined where that is left open. */
export function saysOn({ asAssessed, verdict }: Figures, basis: Basis): boolean | undefined {
  if (basis === "as-assessed") return asAssessed === "classified";
  return verdict === "undetermined" ? undefined : verdict === "classified";
}

/** Patients whom every set says the same of, on both bases. */
interface Joint {
  readonly figures: readonly Figures[];
  readonly count: number;
}

/** There are few different combinations of verdicts, however many patients there are. */
function jointCounts({ count, sets }: FigureColumns): readonly Joint[] {
  const kinds = sets.map(({ figures }) => Float64Array.of(-1, ...figures.map(kindOf)));
  const found = new Map<number, { row: number; count: number }>();
  for (let row = 0; row < count; row += 1) {
    let key = 0;
    for (let set = 0; set < sets.length; set += 1) {
      const kind = kinds[set]?.[sets[set]?.codes[row] ?? 0] ?? -1;
      if (kind < 0) {
        key = -1;
        break;
      }
      key = key * KINDS + kind;
    }
    if (key < 0) continue;
    const known = found.get(key);
    if (known) known.count += 1;
    else found.set(key, { row, count: 1 });
  }
  return [...found.values()].map(({ row, count: many }) => ({
    figures: sets.flatMap(({ codes, figures }) => figures[(codes[row] ?? 0) - 1] ?? []),
    count: many,
  }));
}

/** So many things the two bases can say together. */
const KINDS = 6;

function kindOf({ asAssessed, verdict }: Figures): number {
  const exact = verdict === "classified" ? 0 : verdict === "not-classified" ? 1 : 2;
  return exact * 2 + (asAssessed === "classified" ? 1 : 0);
}

function basisSummary(sets: readonly SetColumn[], joint: readonly Joint[], basis: Basis): BasisSummary {
  const said = joint.map(({ figures, count }) => ({ count, says: figures.map((one) => saysOn(one, basis)) }));
  const pairs = sets.flatMap((first, one) =>
    sets.slice(one + 1).map((second, further): PairSummary => {
      const table: [[number, number], [number, number]] = [
        [0, 0],
        [0, 0],
      ];
      for (const { count, says: all } of said) {
        const [a, b] = [all[one], all[one + 1 + further]];
        if (a !== undefined && b !== undefined) table[a ? 0 : 1][b ? 0 : 1] += count;
      }
      return { first: first.id, second: second.id, table, agreement: agreement(table) };
    }),
  );
  const overlaps = new Map<string, { sets: readonly string[]; count: number }>();
  let open = 0;
  for (const { count, says: all } of said) {
    if (all.includes(undefined)) {
      open += count;
      continue;
    }
    const own = sets.filter((_, position) => all[position]).map(({ id }) => id);
    const key = own.join(" ");
    overlaps.set(key, { sets: own, count: (overlaps.get(key)?.count ?? 0) + count });
  }
  return {
    pairs,
    overlaps: [...overlaps.values()].sort((one, other) => other.count - one.count),
    open,
  };
}
