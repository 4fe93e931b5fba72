import { looksLikeFormula } from "../record/formula.ts";
import { shown } from "../record/issues.ts";
import type { AssessmentPlan } from "../scoring/plan.ts";
import { allFaults, type FaultsFound, MOST_FAULTS } from "./all-faults.ts";
import { type Layout, outputColumns } from "./columns.ts";
import { asCell, cellText } from "./csv.ts";
import { hashId, seenIds } from "./ids.ts";
import { lineEndsIn } from "./line-ends.ts";
import { valueColumnsOf } from "./measured.ts";
import { type Position, type RowFault, rowReader, saidBy } from "./read-rows.ts";
import { LANES, scoreBlock, scorerOf } from "./scorer.ts";
import { isFormulaCell, type Output, rowWriter } from "./write-rows.ts";

/** What became of a part of a cohort. Lines are counted from its first, which is 0. */
export interface ScoredPart {
  readonly rows: number;
  /** Rows whose record has an error, so that nothing is said of them. */
  readonly refused: number;
  /** Ids and kept cells that a spreadsheet would take for a formula. */
  readonly formulas: number;
  readonly lines: number;
  /** Of each row the two words of its id's hash, and where the id begins and ends. */
  readonly ids: Int32Array;
  /** What could not be read first; the rows before it are scored. */
  readonly fault?: RowFault;
  /** Everything that could not be read. */
  readonly faults?: FaultsFound;
}

/** Words that `ids` has for each row. */
const EACH = 4;

/** Scores a part of a cohort: whole rows, the last of which ends with a line feed. Writes behind what `output` holds. */
export type PartScorer = (bytes: Uint8Array, output: Output) => ScoredPart;

/** The scorer for files of these columns. Parts can be scored in any order, and by several at once. */
export function partScorer(plan: AssessmentPlan, layout: Layout): PartScorer {
  const values = valueColumnsOf(layout, plan.record);
  const plain = scorerOf(plan, saidBy(layout, values, false));
  const reader = rowReader(layout, values, plain, () => scorerOf(plan, saidBy(layout, values, true)));
  const write = rowWriter(layout, plain.sets);
  const { rows } = reader;
  return (bytes, output) => {
    const position: Position = { at: 0, line: 0 };
    let [count, refused, formulas] = [0, 0, 0];
    let ids = new Int32Array(EACH * 1024);
    let fault: RowFault | undefined;
    const addId = (from: number, to: number, row: number): void => {
      if ((row + 1) * EACH > ids.length) ids = longer(ids, (row + 1) * EACH * 2);
      const at = row * EACH;
      hashId(bytes, from, to, ids, at);
      ids[at + 2] = from;
      ids[at + 3] = to;
    };
    while (position.at < bytes.length && !fault) {
      fault = reader.read(bytes, position);
      const block = reader.block();
      scoreBlock(block, Math.ceil(rows.count / LANES));
      refused += write(block, rows, bytes, output);
      for (let row = 0; row < rows.count; row += 1) {
        const [from, to] = [rows.ids[2 * row] ?? 0, rows.ids[2 * row + 1] ?? 0];
        addId(from, to, count + row);
        if (isFormulaCell(bytes, from, to)) formulas += 1;
      }
      for (let place = 0; place < 2 * rows.count * layout.kept.length; place += 2) {
        if (isFormulaCell(bytes, rows.kept[place] ?? 0, rows.kept[place + 1] ?? 0)) formulas += 1;
      }
      count += rows.count;
    }
    let seen = count;
    const faults =
      fault &&
      allFaults(layout, bytes, position, (from, to) => {
        addId(from, to, seen);
        seen += 1;
      });
    const found = ids.subarray(0, seen * EACH);
    return {
      rows: count,
      refused,
      formulas,
      lines: position.line,
      ids: found,
      ...(fault && { fault }),
      ...(faults && { faults }),
    };
  };
}

function longer(words: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(length);
  more.set(words);
  return more;
}

/** The parts of a cohort, taken up in their order: what is wrong in one of them is placed in the file. */
export interface Cohort {
  readonly counts: { rows: number; refused: number; formulas: number };
  /** Everything that is wrong with the parts so far. */
  readonly faults: () => FaultsFound;
  /** What is wrong first with the next part, or with an id of it that an earlier row has. */
  readonly take: (part: ScoredPart, bytes: Uint8Array) => RowFault | undefined;
}

/** `firstLine` is that behind the header. */
export function cohortOf(layout: Layout, firstLine: number): Cohort {
  const { meanings } = layout;
  const idColumn = 1 + meanings.findIndex(({ kind }) => kind === "id");
  const seen = seenIds();
  const counts = { rows: 0, refused: 0, formulas: formulaNames(layout) };
  let line = firstLine;
  let all: FaultsFound = { first: [], count: 0 };
  /** Ids of a part that an earlier row has. */
  const repeatedIn = (ids: Int32Array, bytes: Uint8Array): FaultsFound => {
    const first: RowFault[] = [];
    let count = 0;
    for (let at = 0; at < ids.length; at += EACH) {
      // One patient has one row: rows of visits are joined by a codebook, and never scored one by one.
      if (!seen.add(ids, at)) continue;
      count += 1;
      if (first.length === MOST_FAULTS) continue;
      const [from, to] = [ids[at + 2] ?? 0, ids[at + 3] ?? 0];
      const repeated = bytes.slice(from, to);
      const id = shown(cellText(repeated, 0, repeated.length));
      const message = `There is a second row with the id ${id}; accepted: one row a patient.`;
      first.push({ line: lineEndsIn(bytes, 0, from), column: idColumn, message, repeated });
    }
    return { first, count };
  };
  return {
    counts,
    faults: () => all,
    take: (part, bytes) => {
      // Where one row ends and the next begins is a guess by now.
      if (all.unreadBehind !== undefined) return all.first[0];
      const found = together(part.faults ?? { first: [], count: 0 }, repeatedIn(part.ids, bytes));
      const placed = found.first.map((fault) => ({ ...fault, line: line + fault.line }));
      const unreadBehind = found.unreadBehind === undefined ? undefined : line + found.unreadBehind;
      all = {
        first: [...all.first, ...placed].slice(0, MOST_FAULTS),
        count: all.count + found.count,
        ...(unreadBehind !== undefined && { unreadBehind }),
      };
      counts.rows += part.rows;
      counts.refused += part.refused;
      counts.formulas += part.formulas;
      line += part.lines;
      return placed[0];
    },
  };
}

/** Faults of the same rows in the order of the lines. */
function together(one: FaultsFound, other: FaultsFound): FaultsFound {
  const first = [...one.first, ...other.first].sort((a, b) => a.line - b.line).slice(0, MOST_FAULTS);
  return { first, count: one.count + other.count, unreadBehind: one.unreadBehind ?? other.unreadBehind };
}

/** The first line of the output. */
export function outputHeader({ definitions }: AssessmentPlan, layout: Layout): string {
  return `${outputColumns(definitions, keptNames(layout)).map(asCell).join(",")}\n`;
}

const keptNames = ({ header, kept }: Layout): readonly string[] => kept.map((position) => header[position] ?? "");

/** How many names of kept columns a spreadsheet would take for a formula: they stand in the output as they are, too. */
export function formulaNames(layout: Layout): number {
  return keptNames(layout).filter(looksLikeFormula).length;
}
