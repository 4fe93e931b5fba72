import type { Measurement } from "../../criteria/types.ts";
import { oneLine } from "../record/one-line.ts";
import type { Confirmable } from "./confirm.ts";
import { withUsualLineEnds } from "./line-ends.ts";
import { saysCorrected } from "./rules/corrections.ts";
import type { Proposal, Span, Sureness, TextReading } from "./types.ts";

/** Where something stands in what was read. */
export type Place =
  | { readonly kind: "text"; readonly from: Span; readonly line: number }
  /** A part of a record's export by its name, such as "Observation/17". */
  | { readonly kind: "part"; readonly name: string };

/** One proposal as a person looks at it, whatever it was read from. It counts for nothing until it is confirmed. */
export type ReviewItem = Confirmable & {
  /** Unique in a review. */
  readonly id: string;
  readonly place: Place;
  /** The words of the source, shortened; plain text, whatever it looks like. */
  readonly original: string;
  readonly sureness: Sureness;
  /** What was left out or needs a look, one sentence each. */
  readonly remarks: readonly string[];
  /** True where its source gives times, by which its results were told apart already. */
  readonly hasTimes?: true;
  /** True where the words beside it say that a result was corrected. */
  readonly saysCorrected?: true;
};

/** What was seen and not taken, once for all places that say the same. */
export interface ReviewPassed {
  /** The words or the value that were not taken. */
  readonly what: string;
  readonly why: string;
  readonly count: number;
  /** The first place. */
  readonly place: Place;
}

/** What was read of one source, for one person to look at. */
export interface Review {
  /** Why nothing was read at all, one sentence each. */
  readonly refused: readonly string[];
  /** How much was read, such as "12 resources". */
  readonly read: string;
  readonly items: readonly ReviewItem[];
  readonly passed: readonly ReviewPassed[];
}

/** A review of something of which nothing was read. */
export function refusedReview(why: string): Review {
  return { refused: [why], read: "", items: [], passed: [] };
}

/** What the reader made of a text, as a review. */
export function reviewOfText(text: string, { proposals, notTaken }: TextReading): Review {
  const [first] = notTaken;
  const isWhole = first && first.from[0] === 0 && first.from[1] === text.length;
  if (first && proposals.length === 0 && notTaken.length === 1 && isWhole) return refusedReview(first.why);
  const lined = withUsualLineEnds(text);
  const lines = lineFinder(lined);
  const place = (from: Span): Place => ({ kind: "text", from, line: lines(from[0]) });
  return {
    refused: [],
    read: `${count(wordsIn(text), "word")}`,
    items: proposals.map((proposal, position) => ({
      id: `${position}`,
      ...factOf(proposal),
      place: place(proposal.from),
      original: excerpt(lined, proposal.from),
      sureness: proposal.sureness,
      remarks: [],
      ...(saysCorrected(lined.slice(...lineAround(lined, proposal.from))) && { saysCorrected: true as const }),
    })),
    passed: notTaken.map(({ from, why }) => ({ what: excerpt(lined, from), why, count: 1, place: place(from) })),
  };
}

function factOf(proposal: Proposal): Confirmable {
  if (proposal.kind === "finding") {
    const { kind, finding, status, explainedBy, date } = proposal;
    return { kind, finding, status, ...(explainedBy && { explainedBy }), ...(date && { date }) };
  }
  const { kind, from: _, sureness: __, ...measurement } = proposal;
  const { date } = measurement;
  return { kind, measurement: measurement satisfies Measurement, ...(date && { date }) };
}

/** Up to so many characters of a line are shown beside what was read of it. */
const BEFORE = 40;
const AFTER = 60;

/** What was read with the words around it, from its own line. */
function excerpt(text: string, [start, end]: Span): string {
  const [from, to] = lineAround(text, [start, end]);
  const first = Math.max(from, start - BEFORE);
  const last = Math.min(to, Math.max(end, start + BEFORE) + AFTER);
  // Not from the middle of a word, nor to it, where there is another one.
  const before = first > from ? text.slice(first, start).replace(/^\S*\s+/, "…") : text.slice(first, start);
  const after = last < to ? text.slice(end, last).replace(/\s+\S*$/, "…") : text.slice(end, last);
  return oneLine(`${before}${text.slice(start, end)}${after}`, 240);
}

/** A line can be as long as a text: no more of it is looked at than this. */
const MOST_OF_LINE = 400;

function lineAround(text: string, [start, end]: Span): Span {
  const before = text.slice(Math.max(0, start - MOST_OF_LINE), start);
  const after = text.slice(end, end + MOST_OF_LINE);
  const begun = before.lastIndexOf("\n") + 1;
  const ended = after.search(/[\r\n]/);
  return [start - before.length + begun, end + (ended === -1 ? after.length : ended)];
}

/** Tells the number of the line in which a position stands, the first being 1. */
function lineFinder(text: string): (position: number) => number {
  const starts = [0];
  for (const { index } of text.matchAll(/\n/g)) starts.push(index + 1);
  return (position) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= position) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

function wordsIn(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** "1 word", "2 words". */
export function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
