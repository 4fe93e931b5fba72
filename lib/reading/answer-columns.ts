import { entryOf } from "../record/entry-of.ts";
import type { Line } from "./document.ts";
import type { TextState } from "./reading-state.ts";

/** What the mark in a row of a checklist says. */
export type ColumnAnswer = "present" | "absent" | "unanswered";

const ANSWERS: Readonly<Record<string, ColumnAnswer>> = {
  present: "present",
  yes: "present",
  absent: "absent",
  no: "absent",
  y: "present",
  n: "absent",
  ever: "present",
  previously: "present",
  currently: "present",
  now: "present",
  never: "absent",
  unknown: "unanswered",
  unsure: "unanswered",
  "n/a": "unanswered",
  uncertain: "unanswered",
  "?": "unanswered",
};
const MARK = /^(?:x|\+|\*|✓|1)$/;

interface AnswerColumn {
  readonly answer: ColumnAnswer;
  /** Characters from the beginning of its line. */
  readonly from: number;
  readonly to: number;
}

/**
 * Rows that are answered by a mark under "Present" or "Absent": the column that is nearest to the mark. A row with no
 * mark, or with one in each column, has no answer.
 */
export function columnAnswers({ lines, tokens, plain: { text } }: TextState): ReadonlyMap<Line, ColumnAnswer> {
  const answers = new Map<Line, ColumnAnswer>();
  let columns: readonly AnswerColumn[] = [];
  for (const line of lines) {
    const start = text.lastIndexOf("\n", tokens[line.from]?.start ?? 0) + 1;
    const own = answersIn(line);
    const heading = own.map(({ word, from, to }) => ({
      answer: entryOf(ANSWERS, word) ?? "present",
      from: from - start,
      to: to - start,
    }));
    const kinds = new Set(heading.map(({ answer }) => answer));
    // "Fits  Y [ ]  N [x]" is an answer of its own.
    const hasBox = tokens.slice(line.from, line.to).some(({ kind }) => kind === "box");
    const isEachOnce = new Set(own.map(({ word }) => word)).size === own.length;
    if (line.isRow && !hasBox && kinds.has("present") && kinds.has("absent") && isEachOnce) {
      columns = [...heading, ...otherColumns(line, start)];
      continue;
    }
    if (columns.length === 0) continue;
    if (!line.isRow) {
      columns = [];
      continue;
    }
    const marks = marksIn(line).map(({ from, to }) => nearest(columns, from - start, to - start));
    const [only, ...more] = marks;
    answers.set(line, only === undefined || more.length > 0 ? "unanswered" : only);
  }
  return answers;

  function answersIn({ from, to }: Line) {
    return tokens
      .slice(from, to)
      .flatMap(({ word, gap, start, end }) =>
        entryOf(ANSWERS, word) && (gap === "cell" || gap === "line") ? [{ word, from: start, to: end }] : [],
      );
  }

  /** What else heads a column, "this year", answers nothing. */
  function otherColumns({ from, to }: Line, start: number): readonly AnswerColumn[] {
    return tokens
      .slice(from, to)
      .flatMap((token) =>
        token.gap === "cell" && !entryOf(ANSWERS, token.word)
          ? [{ answer: "unanswered" as const, from: token.start - start, to: token.end - start }]
          : [],
      );
  }

  function marksIn({ from, to }: Line) {
    return tokens
      .slice(from + 1, to)
      .flatMap(({ word, gap, start, end, kind, ticked }) =>
        gap === "cell" && ((kind === "box" && ticked) || MARK.test(word)) ? [{ from: start, to: end }] : [],
      );
  }
}

function nearest(columns: readonly AnswerColumn[], from: number, to: number): ColumnAnswer {
  const far = (column: AnswerColumn): number => Math.max(0, column.from - to, from - column.to);
  return columns.reduce((best, column) => (far(column) < far(best) ? column : best)).answer;
}
