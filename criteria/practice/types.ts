/**
 * The grammar of practice: cases with a story, ways of reading a set wrongly, and phrases to build further cases from.
 * Like the criteria, every value survives `JSON.parse(JSON.stringify(x))`.
 */
import type {
  Condition,
  DomainGroup,
  FindingId,
  GroupId,
  Measurement,
  SleRecord,
  SourceId,
  Statement,
  Status,
  TestId,
} from "../types.ts";

/** The parts of a case, in the order in which they open. */
export type Stage = "history" | "examination" | "laboratory" | "imaging" | "biopsy";

/**
 * Text whose facts are anchored, so that it cannot drift from the record:
 *
 * - `[words](finding)` says that the finding is present; `[words](-finding)` that it was looked for and is absent;
 *   `[words](?finding)` that it was not settled; `[words](!finding)` that something else explains it.
 *   Several marks may stand in one pair of parentheses, with spaces between.
 * - `{0}` is the record's first measurement, printed as one dictates it: test, value, unit, limits, method and date.
 * - `{patient}` is age and sex, as in "40-year-old woman"; of two words in braces, `{she/he}` or `{her/his}`, the first is
 *   said of a woman or a girl and the second of a man or a boy.
 */
export type Story = string;

export interface Patient {
  /** Completed years. */
  readonly age: number;
  readonly sex: "female" | "male";
}

export type Difficulty = 1 | 2 | 3;

/** A fictional patient to score. The answer is never written here: the engine computes it from the record. */
export interface PracticeCase {
  readonly id: string;
  /** Names the patient, never the answer. */
  readonly title: string;
  readonly difficulty: Difficulty;
  readonly patient: Patient;
  readonly story: { readonly [S in Stage]?: Story };
  readonly record: SleRecord;
  /** What the findings are that the story does not mention: not asked, or looked for and absent. */
  readonly otherwise: "unknown" | "absent";
  /** Why a finding was judged as it was, where that takes judgment. */
  readonly notes: readonly CaseNote[];
  /** Findings that a careful reader may judge otherwise than the record does. Points given so are right too. */
  readonly arguable?: readonly Arguable[];
}

export interface CaseNote {
  readonly finding: FindingId;
  readonly says: string;
  /** The sets that it speaks of, by id; without them it is about the patient, whatever the set. */
  readonly sets?: readonly string[];
}

/** A second defensible judgment of a finding, or of the findings that one result decides. */
export interface Arguable {
  readonly findings: readonly [FindingId, ...FindingId[]];
  /** What they are by that judgment. */
  readonly otherwise: Statement;
  /** Why both can be defended. */
  readonly says: string;
}

/** One way of reading a set, or the record, other than as it is written. */
export type Change =
  /** Every criterion of these domains scores instead of the heaviest. */
  | { readonly kind: "sum-domains"; readonly domains: readonly string[] }
  /** Each alternative of a criterion scores as if it were a criterion of its own. */
  | { readonly kind: "split-criterion"; readonly criterion: string }
  | { readonly kind: "condition"; readonly criterion: string; readonly when: Condition }
  | { readonly kind: "weights"; readonly weights: { readonly [criterion: string]: number } }
  | { readonly kind: "round-weights"; readonly to: "up" | "down" }
  | { readonly kind: "without-criterion"; readonly criterion: string }
  | {
      readonly kind: "extra-criterion";
      readonly criterion: string;
      readonly group: DomainGroup;
      readonly weight: number;
      readonly when: Condition;
    }
  | { readonly kind: "without-entry" }
  | { readonly kind: "with-entry"; readonly when: Condition }
  | { readonly kind: "without-group"; readonly group: DomainGroup }
  | { readonly kind: "without-route" }
  | { readonly kind: "threshold"; readonly is: ">=" | ">"; readonly score: number }
  | { readonly kind: "attribution"; readonly reading: "ignored" | "everywhere" }
  /** A finding with this status makes another one present, with its explanation. */
  | { readonly kind: "taken-as"; readonly from: FindingId; readonly status: Status; readonly as: FindingId }
  /** The fixed limit that a test sets for a finding is read as this one. */
  | {
      readonly kind: "limit";
      readonly finding: FindingId;
      readonly test: TestId;
      readonly is: "<" | ">" | ">=";
      readonly value: number;
    }
  | { readonly kind: "one-occasion"; readonly finding: FindingId }
  /** Every way to meet any criterion of the domain scores by itself. */
  | { readonly kind: "add-each"; readonly domain: string }
  /** These ways to meet criteria of the domain score by themselves, and no other does. */
  | { readonly kind: "add-items"; readonly domain: string; readonly items: readonly Item[] }
  /** The ways to meet a criterion score one by one, up to this many. */
  | { readonly kind: "count-items"; readonly criterion: string; readonly most: number }
  /** Of the domain's criteria only this one is looked at. */
  | { readonly kind: "only-criterion"; readonly domain: string; readonly criterion: string }
  /** A limit of these findings is counted in where it is left out, and left out where it is counted in: of one test, or of all. */
  | { readonly kind: "limit-equal"; readonly findings: readonly FindingId[]; readonly test?: TestId }
  /** The fixed limit that a test sets for these findings is read as this one. */
  | {
      readonly kind: "limit-at";
      readonly findings: readonly FindingId[];
      readonly test: TestId;
      readonly is: "<" | ">" | ">=";
      readonly value: number;
    }
  /** Where the criterion, or a route, asks for all of several things, any of them is taken as enough. */
  | { readonly kind: "any-of"; readonly criterion?: string }
  /** Where the criterion asks for a number of signs, this many more or fewer are asked for. */
  | { readonly kind: "count-off"; readonly criterion: string; readonly by: 1 | -1 }
  /** What the criterion asks to be absent is not asked for. */
  | { readonly kind: "without-not"; readonly criterion: string }
  /** A present finding meets a criterion that does not read it: beside what it meets otherwise, or instead of that. */
  | {
      readonly kind: "counted-as";
      readonly finding: FindingId;
      readonly criterion: string;
      readonly instead: boolean;
    }
  /** The finding is read as if it were not there, or as if something else explained it. */
  | { readonly kind: "not-counted"; readonly finding: FindingId; readonly explained?: true }
  /** The finding counts although something else explains it. */
  | { readonly kind: "explained-counted"; readonly finding: FindingId }
  /** The entry criterion is taken as met by this finding as well. */
  | { readonly kind: "entry-by"; readonly finding: FindingId }
  /** A finding of the entry criterion that something else explains is taken not to meet it. */
  | { readonly kind: "entry-attributed" }
  /** A route is taken as met by this finding as well, in place of the one that it asks for. */
  | { readonly kind: "route-by"; readonly finding: FindingId; readonly inPlaceOf: FindingId }
  /** A criterion of this group is asked for, where the set asks for none. */
  | { readonly kind: "asked-group"; readonly group: DomainGroup }
  /** Of these domains only one counts, as if they were one: the heaviest that is met, or this one before the others. */
  | { readonly kind: "share"; readonly domains: readonly string[]; readonly before?: string }
  /** What a domain comes to is counted a second time. */
  | { readonly kind: "count-again"; readonly domain: string }
  /** The values of these tests are judged for the finding by the limits of another one. */
  | {
      readonly kind: "limits-of";
      readonly finding: FindingId;
      readonly from: FindingId;
      readonly tests: readonly TestId[];
    }
  /** A test's fixed limit is converted to each unit, where an equivalent is published that is not the exact one. */
  | { readonly kind: "convert"; readonly findings: readonly FindingId[]; readonly test: TestId }
  /** Nothing has points where the entry criterion is not met. */
  | { readonly kind: "points-if-entered" }
  /** The points of the domains are added up to another number than they come to. */
  | { readonly kind: "sum-wrong" }
  /** Only the last value of each test is looked at. */
  | { readonly kind: "latest-value" }
  /** The bare number is compared, whatever its unit. */
  | { readonly kind: "unit-ignored" };

/** One way to meet a criterion: the whole of it, or the alternative at this position. */
export interface Item {
  readonly criterion: string;
  readonly branch: number;
}

/** A known mistake, stated as a transformation of the reading, so that its answer can be computed for any patient. */
export interface Misreading {
  readonly id: string;
  /** What was done, as said to the person who did it. */
  readonly title: string;
  /** What the set says instead. */
  readonly rule: string;
  /** The sets in which this mistake can be made. */
  readonly sets: readonly string[];
  readonly changes: readonly Change[];
  /** Where the rule is explained. */
  readonly see?: FindingId;
  /** How unlikely it is before an answer is seen (`priors`): of a written one as said there, unless it is said here. */
  readonly cost?: number;
  /** The derived misreadings that are the same mistake, and are left out where this one can be made. */
  readonly insteadOf?: readonly string[];
}

/**
 * How unlikely each kind of mistake is before an answer is seen. Costs add up; of two explanations of an answer the one
 * that costs less is the likelier, and two of the same cost are as likely as each other.
 */
export type DerivedKind =
  | "add-all"
  | "add-each"
  | "add-some"
  | "take-lighter"
  | "limit-equal"
  | "every-limit-equal"
  | "limit-at"
  | "any-of"
  | "count-fewer"
  | "count-more"
  | "without-not"
  | "counted-as-kin"
  | "counted-as-neighbor"
  | "counted-instead"
  | "counted-also"
  | "borrowed"
  | "not-counted"
  | "explained-not-counted"
  | "explained-counted"
  | "one-occasion"
  | "entry-skipped"
  | "entry-by"
  | "entry-attributed"
  | "route-ignored"
  | "route-by"
  | "group-dropped"
  | "group-asked"
  | "threshold-equal"
  | "threshold-off"
  | "negative-dropped"
  | "negative-added"
  | "shared"
  | "shared-before"
  | "weight-of"
  | "weights-of"
  | "limit-of"
  | "convert"
  | "points-if-entered"
  | "counted-twice"
  | "sum-wrong";

export interface Priors {
  /** A written misreading that gives no cost of its own. */
  readonly written: number;
  /** What a second misreading costs beside what the two cost by themselves. */
  readonly second: number;
  readonly derived: Readonly<Record<DerivedKind, number>>;
}

/** A wrong limit that people are known to use in place of the one that a set gives. */
export interface WrongLimit {
  readonly test: TestId;
  readonly is: "<" | ">" | ">=";
  /** In the test's first unit. */
  readonly value: number;
  /** Where it comes from: what uses this number, or why people take it for the limit. */
  readonly why: string;
  readonly source?: SourceId;
}

/** From what the misreadings are derived that the grammar of the sets leads to. */
export interface Derivation {
  readonly priors: Priors;
  readonly wrongLimits: readonly WrongLimit[];
  /** Findings that belong to no item of a set, with the groups among whose findings they are counted by mistake. */
  readonly takenFor: { readonly [F in FindingId]?: readonly GroupId[] };
}

/** A fact with a sentence for each way in which it can stand, to build cases from. */
export interface FactTemplate {
  readonly id: string;
  /** A case holds at most one fact of a topic, so that no two contradict each other. */
  readonly topic: string;
  readonly stage: Stage;
  /** Told of nearly every patient, whatever the case is about. */
  readonly usual?: true;
  /** What somebody comes with, where it is there. */
  readonly complaint?: true;
  readonly forms: readonly [FactForm, FactForm, ...FactForm[]];
}

/** One way in which a fact can stand. */
export interface FactForm {
  /** `met`: the finding is there. `missed`: it is not, or it falls short. `explained`: something else explains it. */
  readonly kind: "met" | "missed" | "explained";
  /** How near to its limit it lies: 1 far from it or without one, 2 near, 3 at it. */
  readonly difficulty: Difficulty;
  /**
   * As in a case, with `{0}` for the first measurement of the form. One that ends in a full stop is a sentence of its
   * own; any other is a part of the list that the stage's parts make, as in "white cells 3.1, no rash and no ulcers".
   */
  readonly says: Story;
  /** The ages in completed years in which this is believable. */
  readonly ages?: readonly [youngest: number, oldest: number];
  /** What it brings into the story beside its finding, such as an infection, in words of this file's own. */
  readonly brings?: readonly string[];
  /** What it says is not there: it is not told of a patient of whom another fact brings that. */
  readonly excludes?: readonly string[];
  /** Topics of which something is told where this is, such as the urine where a kidney was biopsied. */
  readonly needs?: readonly string[];
  /** Whether it is told only where the case turns on it, since nobody mentions it otherwise. */
  readonly onlyDeciding?: true;
  readonly findings?: { readonly [F in FindingId]?: Status | Statement };
  readonly measurements?: readonly Measurement[];
}

/** How a generated case begins. */
export interface Opening {
  readonly says: Story;
  readonly sex: "female" | "male" | "either";
  readonly ages: readonly [youngest: number, oldest: number];
}

/** What practice reads, in one argument. */
export interface PracticeMaterial {
  readonly cases: readonly PracticeCase[];
  readonly misreadings: readonly Misreading[];
  readonly derivation: Derivation;
  readonly facts: readonly FactTemplate[];
  readonly openings: readonly Opening[];
  /** Said beside the review of a patient under 18. */
  readonly childCaveat: string;
}
