import { oneLine } from "../record/one-line.ts";
import type { NotTaken } from "./import/report.ts";

/** What a record answered to one question: what it gave, and why it gave no more, if so. */
export interface ChartAnswer {
  /** The question, as it was sent. */
  readonly query: string;
  readonly entry: readonly unknown[];
  /** True when there is more of it than was fetched. */
  readonly isMore: boolean;
  /** Why it failed, or failed on a later page. */
  readonly failed?: string;
}

/**
 * The entries of all answers, and what is missing in them. One question that a record refuses, such as that for
 * diagnoses, takes nothing from the answers to the others.
 *
 * @throws Error when every question failed.
 */
export function gatheredAnswers(answers: readonly ChartAnswer[]): {
  readonly entry: readonly unknown[];
  readonly missing: readonly NotTaken[];
} {
  const [first] = answers;
  if (first?.failed !== undefined && answers.every(({ failed, entry }) => failed !== undefined && entry.length === 0)) {
    throw new Error(first.failed);
  }
  return {
    entry: answers.flatMap(({ entry }) => entry),
    missing: answers.flatMap((answer) => {
      const why = whyIncomplete(answer);
      return why === undefined ? [] : [{ what: whatWasAsked(answer.query), why, count: 1, source: "the record" }];
    }),
  };
}

function whyIncomplete({ entry, isMore, failed }: ChartAnswer): string | undefined {
  const read = entry.length;
  if (failed !== undefined) {
    const reason = oneLine(failed, 200);
    return read === 0
      ? `the record did not give them: ${reason}`
      : `the record gave ${read} and then no more: ${reason}`;
  }
  return isMore ? `the record has more of them than the ${read} that were read: export the chart in parts` : undefined;
}

/** A question in words: what was asked for, and of results, under how many codes. */
function whatWasAsked(query: string): string {
  const [kind = query, search = ""] = query.split("?");
  const codes = new URLSearchParams(search).get("code")?.split(",") ?? [];
  if (kind === "Condition") return "Diagnoses (Condition)";
  return codes.length === 0
    ? kind
    : `Results (Observation) under ${codes.length} of the codes, from ${last(codes[0])} on`;
}

const last = (code = "") => code.split("|").at(-1) ?? code;
