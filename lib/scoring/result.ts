import type { DomainGroup, ExplainedBy, FindingId, Status } from "../../criteria/types.ts";
import type { Identity } from "../definition/identity.ts";
import type { Origin } from "../record/facts.ts";
import type { Issue, RecordNotice } from "../record/issues.ts";

export type Assessment = "classified" | "not-classified";
export type Verdict = Assessment | "undetermined";

/** Why a criterion does or does not add to the score. */
export type CriterionState =
  | "counted"
  /** Met, but a heavier criterion of its domain counts. */
  | "outranked"
  /** Present, but something other than SLE explains it. */
  | "explained"
  /** A rule of the set takes it out. */
  | "excluded"
  | "not-met"
  | "unknown";

export type TruthWord = "true" | "false" | "unknown";

/** A condition of the definition with what the record made of each part. */
export type Trace =
  | {
      readonly kind: "present" | "recorded";
      readonly finding: FindingId;
      readonly truth: TruthWord;
      readonly status: Status;
      readonly origin: Origin;
      readonly explainedBy?: ExplainedBy;
      /** Explained, and the set's attribution does not let it count. */
      readonly explainedAway?: true;
    }
  | { readonly kind: "all" | "any"; readonly truth: TruthWord; readonly of: readonly Trace[] }
  | { readonly kind: "atLeast"; readonly count: number; readonly truth: TruthWord; readonly of: readonly Trace[] }
  | { readonly kind: "not"; readonly truth: TruthWord; readonly of: Trace };

export interface CriterionResult {
  readonly id: string;
  readonly weight: number;
  readonly state: CriterionState;
  /** The criterion of the same domain that counts instead. */
  readonly outrankedBy?: string;
  readonly trace: Trace;
}

export interface DomainResult {
  readonly id: string;
  readonly group: DomainGroup;
  /** Weight of the criterion that counts, 0 when none does; can be negative. */
  readonly points: number;
  readonly criteria: readonly CriterionResult[];
}

/**
 * A part of the classification rule, with what the record makes of it. Scores and counts of criteria go by the record as
 * assessed, so that they are met or not. An entry criterion, a route and what holds one are `unknown` while an answer that
 * is not given can still decide them: as assessed such a part counts as its condition does with that finding absent, which
 * is met where the condition asks for the absence (`not`).
 */
export type ClauseResult =
  | { readonly kind: "entry"; readonly met: TruthWord; readonly trace: Trace }
  | {
      readonly kind: "score";
      readonly met: TruthWord;
      readonly comparison: ">=" | ">";
      readonly threshold: number;
      readonly value: number;
    }
  | {
      readonly kind: "criteria";
      readonly met: TruthWord;
      readonly count: number;
      readonly group: DomainGroup;
      readonly found: number;
    }
  | { readonly kind: "route"; readonly met: TruthWord; readonly title: string; readonly trace: Trace }
  | { readonly kind: "allOf" | "anyOf"; readonly met: TruthWord; readonly of: readonly ClauseResult[] };

export interface SetNotice {
  readonly code: string;
  readonly finding?: FindingId;
  /** The outcome rests on this finding: without it, and with all else as it is, the set would come to the other one. */
  readonly decides?: true;
  /** As `decides`, for this finding together with these others, and for no fewer of them. */
  readonly decidesWith?: readonly FindingId[];
  readonly message: string;
}

/** What a set makes of a record in which one item is read in another defensible way. */
export interface OtherReading {
  readonly code: "unit-convention" | "explained-subtraction";
  /** The finding that is read otherwise. */
  readonly finding: FindingId;
  /** The score by the other reading, and what goes with it. */
  readonly value: number;
  readonly asAssessed: Assessment;
}

/** What one criteria set makes of a record. */
export interface SetResult {
  /** The same for every way of answering the unknown findings, or `undetermined`. */
  readonly verdict: Verdict;
  /** With unknown findings counted as not met, as the papers do. */
  readonly asAssessed: Assessment;
  readonly score: {
    /** Goes with `asAssessed`. Computed whether or not the entry criterion is met. */
    readonly value: number;
    /** Exact minimum and maximum over all completions. */
    readonly lower: number;
    readonly upper: number;
    readonly threshold: number;
    readonly comparison: ">=" | ">";
  };
  readonly entry: "met" | "not-met" | "unknown" | "none";
  readonly domains: readonly DomainResult[];
  /** The rule of the set with what the record made of each part. */
  readonly rule: ClauseResult;
  /** Unknown findings that can still change `verdict`, the most decisive first. */
  readonly open: readonly FindingId[];
  readonly notices: readonly SetNotice[];
  /** Only where another reading gives another score or another outcome. */
  readonly otherReadings?: readonly OtherReading[];
}

/** What every criteria set makes of one record, `sle-result/1`. */
export interface Result {
  readonly format: "sle-result/1";
  readonly statement: string;
  /** Which app and which definitions made it: given with what other programs get (`signed` in lib/assess.ts). */
  readonly app?: Identity;
  readonly issues: readonly Issue[];
  /** By set id, in the registry's order. Withheld when an issue is an error. */
  readonly results?: Readonly<Record<string, SetResult>>;
  readonly notices: readonly RecordNotice[];
}
