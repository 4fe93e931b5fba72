import type {
  ExplainedBy,
  FindingId,
  InTexts,
  Measurement,
  NamedDefinitions,
  TestNotRead,
} from "../../criteria/types.ts";

/**
 * A place in the text as it was read: positions of UTF-16 code units, as `String.prototype.slice` takes them, the end
 * not included. A byte-order mark at the beginning counts as one.
 */
export type Span = readonly [start: number, end: number];

/** How far a proposal can be trusted before a person has looked: `plain` is said in so many words, `worked-out` is not. */
export type Sureness = "plain" | "worked-out";

interface Proposed {
  /** Where it stands in its source. */
  readonly from: Span;
  readonly sureness: Sureness;
}

/** A value of one of the record's tests, in a unit that the record accepts, with its limits and its day. */
export interface MeasurementProposal extends Proposed, Omit<Measurement, "p99" | "method"> {
  readonly kind: "measurement";
  readonly method?: string;
}

/** An answer to one of the record's questions. */
export interface FindingProposal extends Proposed {
  readonly kind: "finding";
  readonly finding: FindingId;
  readonly status: "present" | "absent";
  readonly explainedBy?: ExplainedBy;
  /** YYYY-MM-DD, where the text ties that day to it. */
  readonly date?: string;
}

/** What a reader proposes, whatever it has read. It counts only once a person has confirmed it. */
export type Proposal = MeasurementProposal | FindingProposal;

/** What was seen and is not proposed, and why, in words for a person. */
export interface NotTaken {
  readonly from: Span;
  readonly why: string;
}

/** All that was read of one text. */
export interface TextReading {
  readonly format: "sle-reading/1";
  readonly proposals: readonly Proposal[];
  readonly notTaken: readonly NotTaken[];
}

/** What a text is read with: plain data, so that a worker can be handed it. */
export interface ReadingWords {
  readonly definitions: Pick<NamedDefinitions, "findings" | "tests">;
  readonly notRead: readonly TestNotRead[];
  readonly inTexts: InTexts;
}
