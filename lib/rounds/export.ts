/** A whole round as files: no name, no device, and no line for a person unless the round said so before anybody joined. */
import type { Definitions } from "../../criteria/types.ts";
import { type Identity, versionWords } from "../definition/identity.ts";
import { STATEMENT } from "../explain/statement.ts";
import { inert } from "../record/formula.ts";
import { TABLE } from "./phases.ts";
import { phaseOf, type Room, type Vote } from "./room.ts";
import { type RoomSummary, summaryOf } from "./summary.ts";

export interface RoundExport {
  readonly format: "sle-round-results/1";
  readonly statement: string;
  /** By which app and which definitions the round was worked out. */
  readonly app: Identity;
  readonly title: string;
  readonly joined: number;
  readonly summary: RoomSummary;
  /** Every vote under the voter's number; only in a numbered round. */
  readonly votes?: readonly Vote[];
}

/**
 * Of the votes, only those that everybody may see now: a presenter who saves the results while a vote is open learns no
 * more of it than the room.
 */
export function roundExport(
  room: Room,
  given: readonly Vote[],
  joined: number,
  definitions: Definitions,
  app: Identity,
): RoundExport {
  const { round } = room.plan;
  const votes = given.filter(({ question, ballot }) => TABLE[phaseOf(room, question)].seen.includes(ballot));
  return {
    format: "sle-round-results/1",
    statement: STATEMENT,
    app: room.plan.app,
    title: round.title,
    joined,
    summary: summaryOf(room, votes, definitions, app),
    ...(round.numbered && { votes }),
  };
}

const COLUMNS = [
  "question",
  "words",
  "ballot",
  "voter",
  "answer",
  "label",
  "right",
  "count",
  "percent",
  "guessing",
  "fairly sure",
  "sure",
] as const;

type Row = { readonly [C in (typeof COLUMNS)[number]]?: string | number };

/** As CSV (RFC 4180): a row for each answer of each vote; in a numbered round, one for each voter's vote as well. The last
 * two rows are the version and the statement. */
export function roundCsv(room: Room, { summary, votes, statement, app }: RoundExport): string {
  const label = (question: string, choice: string) =>
    room.plan.questions.find(({ id }) => id === question)?.choices.find(({ key }) => key === choice)?.label ?? choice;
  const counted = summary.questions.flatMap(({ question, words, right, first, second }) =>
    [first, second].flatMap(({ ballot, bars, answered }) =>
      answered === 0
        ? []
        : bars.map(
            ({ choice, count, percent, certainty: [guessing, fairly, sure] }): Row => ({
              question,
              words,
              ballot,
              answer: choice,
              label: label(question, choice),
              right: right.includes(choice) ? "yes" : "no",
              count,
              percent,
              guessing,
              "fairly sure": fairly,
              sure,
            }),
          ),
    ),
  );
  const single = (votes ?? []).map(({ question, ballot, voter, choice, certainty }): Row => {
    const about = summary.questions.find((one) => one.question === question);
    return {
      question,
      words: about?.words ?? "",
      ballot,
      voter,
      answer: choice,
      label: label(question, choice),
      right: about?.right.includes(choice) ? "yes" : "no",
      guessing: certainty === 1 ? 1 : 0,
      "fairly sure": certainty === 2 ? 1 : 0,
      sure: certainty === 3 ? 1 : 0,
    };
  });
  const last: readonly Row[] = [
    { question: "version", words: versionWords(app) },
    { question: "statement", words: statement },
  ];
  const lines = [...counted, ...single, ...last].map((row) => COLUMNS.map((column) => cell(row[column])).join(","));
  return [COLUMNS.join(","), ...lines, ""].join("\r\n");
}

/** A cell that no spreadsheet takes for a formula, whatever an educator wrote. */
function cell(value: string | number | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "number") return String(value);
  const safe = inert(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
