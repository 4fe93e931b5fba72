/**
 * The grammar of this project. Criteria are data written in these types; everything else reads that data.
 *
 * Every value survives `JSON.parse(JSON.stringify(x))`: no functions, no classes, no `undefined` that matters.
 */
import type { findings, groups } from "./findings.ts";
import type { sources } from "./sources.ts";
import type { tests } from "./tests.ts";

export type FindingId = keyof typeof findings;
export type GroupId = keyof typeof groups;
export type TestId = keyof typeof tests;
export type SourceId = keyof typeof sources;

/** `yes`: read in a published source. `partly`: one part was. `from-memory`: a person with the paper must confirm it. */
export type CheckState = "yes" | "partly" | "from-memory";

/** Where a rule, number or wording comes from, and whether it has been read there. */
export interface Provenance {
  readonly source: readonly SourceId[];
  readonly checked: CheckState;
  /** What still awaits a check, when `checked` is not `yes`. */
  readonly toConfirm?: string;
}

/** A published work or a page that was read, as it is cited on the reference pages. */
export interface Source {
  readonly citation: string;
  readonly doi?: string;
  readonly url?: string;
}

// ---------------------------------------------------------------- findings and tests

/** What other than SLE explains a finding better. */
export type Cause = "drug" | "infection" | "malignancy" | "metabolic" | "other-disease" | "other";

/** A more likely explanation to think of before a finding is taken as a sign of SLE. */
export interface OtherExplanation {
  readonly label: string;
  readonly cause: Cause;
}

export interface ReferenceOtherExplanation extends OtherExplanation {
  /** The source that names it for this finding; absent when it is general clinical knowledge that awaits a check. */
  readonly source?: SourceId;
}

export interface Code {
  readonly system: "loinc" | "snomed" | "hpo" | "icd10";
  readonly code: string;
  /** True where its result is a word, such as positive: one without a number then answers the findings with this code. */
  readonly presence?: true;
  /** The method of the test that the code itself names. */
  readonly method?: string;
}

export interface ReferenceCode extends Code {
  readonly checked: CheckState;
  readonly note?: string;
  /** Where its meaning was read, beside the general lists of codes. */
  readonly source?: SourceId;
  /** What still awaits a check, when `checked` is not `yes`. */
  readonly toConfirm?: string;
}

/** A code that looks like one of ours and means something else, kept so that nobody adds it. */
export interface OtherCode {
  readonly code: string;
  /** What it stands for instead. */
  readonly is: string;
  readonly checked: CheckState;
}

export type Comparison = "<" | ">" | ">=";
export type LimitName = "low" | "high" | "p99";

/** One way for a measurement to decide a finding. Comparisons are literal: `<` leaves the limit out. */
export type Rule = {
  readonly test: TestId;
  readonly is: Comparison;
  /** How many distinct occasions must meet the rule; 1 unless said. */
  readonly occasions?: number;
  /** Only values reported with one of these methods are judged. */
  readonly methods?: readonly string[];
  /** Only values reported with a method other than these are judged. */
  readonly notMethods?: readonly string[];
  readonly note?: string;
} & (
  | {
      /** A fixed limit in `unit`. */
      readonly value: number;
      readonly unit: string;
      /**
       * Units in which the published equivalent of the limit is another number than the exact conversion gives. A value
       * in one of them is compared with that number. Where the conversion would decide otherwise, the notice
       * `unit-convention` says so, and the result gives the other reading.
       */
      readonly perUnit?: readonly { readonly unit: string; readonly value: number }[];
    }
  | {
      /** The laboratory's own limit, entered beside the value in the same unit, times `times` (1 unless said). */
      readonly limit: LimitName;
      readonly times?: number;
    }
);

export interface Finding {
  /** Short name, sentence case. */
  readonly label: string;
  readonly group: GroupId;
  /** Measurements that decide it. A finding without rules is answered by a person. */
  readonly decidedBy?: readonly Rule[];
  /**
   * As what a person answers it where its test was done by a method whose result is no value of the test, such as the
   * index of a solid-phase assay, which is no titer.
   */
  readonly equivalentTest?: string;
  /** Why no set reads it, for documented features that count nowhere. */
  readonly countsNowhere?: string;
}

/** By which names a finding is found in a typed text, and by which codes in an import. */
export interface FindingNames {
  /** Abbreviations, synonyms and plain words that name it (lower case except acronyms): whoever says one says the finding. */
  readonly synonyms: readonly string[];
  /**
   * Those of its names that name the test alone, whose result they do not say, such as "Coombs": said alone, they are
   * asked about.
   */
  readonly namesTest?: readonly string[];
  /** Those of its names that are said of more than it, such as "class III" of a heart: said alone, they are asked about. */
  readonly namesWider?: readonly string[];
  /**
   * Those of its names that name one kind of it, such as "DVT" of thrombosis: whoever says that it is there says the
   * finding, and whoever denies it is asked, since another kind may be there.
   */
  readonly namesKind?: readonly string[];
  /**
   * Names of other findings that before its own say of which kind it is, as "febrile" does of seizures: beside it they
   * are asked about.
   */
  readonly describedBy?: readonly string[];
  /**
   * Pairs of which it is the second, as they are written, "Ro/La", where what is written of it there is by itself a
   * name of another finding as well.
   */
  readonly secondOf?: readonly string[];
  /** Whether it asks that a clinician saw it, so that it is asked about where the patient only reports it. */
  readonly seenByClinician?: true;
  /** Whether it is seen at joints, so that the joints may be named with it. */
  readonly ofJoints?: true;
  /** So many minutes of what its related words name it asks for at least. */
  readonly leastMinutes?: number;
  /** What tells it from another finding of the same name, in a few words. */
  readonly tellApart?: string;
  /** Words that lead to it without naming it, such as a test, a part or a cause: said alone they do not answer it. */
  readonly related?: readonly string[];
  /** Names that records print for its test and nobody types, such as those of LOINC. */
  readonly recordNames?: readonly string[];
  readonly codes?: readonly Code[];
}

export type NamedFinding = Finding & FindingNames & { readonly otherExplanations: readonly OtherExplanation[] };

/** A finding as it is written, with what only the reference pages and forms print. */
export interface ReferenceFinding extends Finding, FindingNames, FindingInWords {
  /** Other explanations to think of; what a set excludes is the set's own `attribution`. */
  readonly otherExplanations: readonly ReferenceOtherExplanation[];
  readonly codes?: readonly ReferenceCode[];
  /** Where the limits of single units (`perUnit`) were read. */
  readonly perUnitSource?: Provenance;
}

/** What a finding is, in words. */
export interface FindingInWords {
  /** What the finding is, in this project's own words. */
  readonly definition: string;
  /** Fine print: what counts and what does not, one sentence each. */
  readonly details?: readonly string[];
}

/** A heading under which findings are asked, in the order of `groups`. */
export interface Group {
  readonly title: string;
  readonly hint?: string;
}

/** One accepted unit. The canonical value is `(entered + plus) * times[0] / times[1]`, computed exactly. */
export interface AcceptedUnit {
  /** UCUM code. */
  readonly unit: string;
  /** As printed for people. */
  readonly label: string;
  readonly plus?: number;
  readonly times?: readonly [numerator: number, denominator: number];
}

/** A limit of the laboratory's own that is asked for beside a value. */
export interface AskedLimit {
  readonly name: LimitName;
  /** The words that ask for it. */
  readonly label: string;
  /** Whether no rule of the test can judge a value without it. */
  readonly required: boolean;
  /** Lowest and highest number, in the canonical unit, that a laboratory could have as this limit, both included. */
  readonly believable?: readonly [number, number];
  /** The same for a unit that does not convert into the canonical one and has limits of another size. */
  readonly believableIn?: Readonly<Record<string, readonly [number, number]>>;
}

export interface LabTest {
  readonly label: string;
  /** Short name as typed in the quick find, such as "WBC". */
  readonly short: string;
  /** The first is the canonical unit: `plausible` and the findings' fixed limits are expressed in it. */
  readonly units: readonly [AcceptedUnit, ...AcceptedUnit[]];
  /** Lowest and highest believable value in the canonical unit, both included. */
  readonly plausible: readonly [number, number];
  /**
   * Range in the canonical unit in which nearly every value of a patient lies, both ends included. A value outside it
   * is asked about where its unit was not said, and is never refused.
   */
  readonly usual?: readonly [number, number];
  /** The laboratory's limits that the rules can use, most needed first. */
  readonly limits?: readonly AskedLimit[];
  readonly methods?: readonly {
    readonly id: string;
    readonly label: string;
    /** The units in which a bare number of this method is, where those are not what bare numbers of the test are in. */
    readonly units?: readonly string[];
  }[];
  /** True for a titer: `high` is then the first titer that the laboratory calls positive. */
  readonly titer?: true;
  readonly hint?: string;
}

/** By which names a test is found in a typed text, and by which codes in an import. */
export interface TestNames {
  readonly synonyms: readonly string[];
  /** Those of the synonyms that people also say of another test, and which: a value after one is asked about. */
  readonly alsoSaidOf?: { readonly names: readonly string[]; readonly test: string };
  /** Assays that give no value of this test: a number after one of these words is never entered as its value. */
  readonly otherAssays?: readonly string[];
  /** Single words that may stand beside a value and change nothing, such as the pattern of an ANA. They are not kept. */
  readonly beside?: readonly string[];
  /** Single words beside which a value may not be one of the test: the person is asked. */
  readonly besideDoubted?: readonly string[];
  /**
   * In the canonical unit, the highest value that some laboratory marks as low, and the lowest that one marks as high,
   * where no limit is asked for. A mark on a value beyond is asked about.
   */
  readonly markedTo?: { readonly low: number; readonly high: number };
  /** Names that records print for it and nobody types, such as those of LOINC. */
  readonly recordNames?: readonly string[];
  readonly codes?: readonly Code[];
}

export type NamedLabTest = LabTest & TestNames;

export interface ReferenceLabTest extends LabTest, TestNames {
  readonly codes?: readonly ReferenceCode[];
  /** LOINC codes that are near and not this test: another specimen, an estimate, a percentage, albumin. */
  readonly otherCodes?: readonly OtherCode[];
}

/** A common test that no rule of any finding reads, so that the quick find can say so. */
export interface TestNotRead {
  /** As in "No set reads creatinine." */
  readonly label: string;
  readonly names: readonly string[];
  /** Findings that a person who has this value may want to answer. */
  readonly asked?: readonly FindingId[];
}

/** How one finding is written in clinical texts, in phrases (see `in-texts.ts`). */
export interface FindingInTexts {
  readonly phrases: readonly string[];
  /** A test's result: naming it says nothing until a result word is read beside it. */
  readonly result?: true;
  /** Its result is judged as low or not, rather than as positive or negative. */
  readonly low?: true;
  /** Abbreviations that mean the finding only where a sign or an answer stands beside them. */
  readonly signed?: readonly string[];
  /** Abbreviations that mean it only in capitals. */
  readonly capitals?: readonly string[];
  /** Beside a result of this finding, an abbreviation that could be either is this one. */
  readonly pairedWith?: FindingId;
  /** Its label and synonyms are not read: they name a step that leads to it, or several findings. */
  readonly only?: true;
  /** Phrases that say that it is absent. */
  readonly absentPhrases?: readonly string[];
  /** Wider phrases, read where the finding is denied. */
  readonly alsoPhrases?: readonly string[];
  /** First words of phrases whose denial does not deny the whole finding. */
  readonly presentOnly?: readonly string[];
  /** A positive result counts only where one of these words stands beside the name. */
  readonly named?: readonly string[];
  /** What else has to be in the text before it is present. */
  readonly needs?: "several-joints" | "morning-stiffness" | "treponemal-negative";
  /** The finding that is meant where the text says that it lasted for more than a day. */
  readonly over1Day?: FindingId;
  /** The finding that is meant where the text says that it is new or larger. */
  readonly newly?: FindingId;
  /** Words that make it another finding where they stand beside it and are not denied themselves. */
  readonly notBeside?: readonly string[];
  /** A name that itself begins with a denial, such as "no appetite". */
  readonly namesDenial?: true;
  /** How the names of drugs end that are given for it: "while on" one of them says no cause. */
  readonly treatedBy?: readonly string[];
  /** Not taken beside these, which it excludes. */
  readonly unless?: readonly FindingId[];
  /** Wider words for what it was at some time: where a text says one of them of the patient, none now is not none ever. */
  readonly notAbsentBeside?: readonly string[];
}

/** What the reader of clinical texts knows of names, beside labels and synonyms. */
export interface InTexts {
  readonly findings: { readonly [F in FindingId]?: FindingInTexts };
  readonly otherMeanings: readonly string[];
  readonly tests: { readonly [T in TestId]: readonly string[] };
  readonly classless: {
    readonly phrases: readonly string[];
    readonly tests: Readonly<Record<"igg" | "igm" | "iga", TestId>>;
  };
  readonly kidneyClasses: Readonly<Record<"1" | "2" | "3" | "4" | "5" | "6", FindingId>>;
  readonly familyHistory: { readonly finding: FindingId; readonly diseases: readonly string[] };
  readonly otherTests: readonly string[];
  /** Words for what a clinic or a service is for, as they stand in its name. */
  readonly treatedIn: readonly string[];
  /** Counts that are also reported as a share of another: a large number of one without a unit may be a percentage. */
  readonly alsoShares: readonly TestId[];
  readonly treponemal: readonly string[];
}

/** `from` present makes `to` present; `to` absent makes `from` absent. Always true, by definition. */
export interface Implication {
  readonly from: FindingId;
  readonly to: FindingId;
  readonly why: string;
}

/** Applied last, only to a finding that is still unknown, always shown, overridden by any answer. */
export interface Assumption {
  readonly when: { readonly finding: FindingId; readonly status: "present" | "absent" };
  readonly then: { readonly finding: FindingId; readonly status: "present" | "absent" };
  readonly why: string;
}

/**
 * Forms in which sets ask for one fact, of which none decides another: a set that reads one of them says so to whoever
 * gave another. Nothing follows from it.
 */
export interface OtherForms {
  readonly findings: readonly FindingId[];
  readonly why: string;
}

// ---------------------------------------------------------------- criteria sets

export type Condition =
  /** Present, and the set's attribution lets it count. */
  | { readonly kind: "present"; readonly finding: FindingId }
  /** Present, whatever is said to explain it. */
  | { readonly kind: "recorded"; readonly finding: FindingId }
  | { readonly kind: "all" | "any"; readonly of: readonly Condition[] }
  | { readonly kind: "atLeast"; readonly count: number; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition };

export type DomainGroup = "clinical" | "immunologic";

/** When a set classifies. The entry criterion, where there is one, is always required as well. */
export type Classification =
  | { readonly kind: "scoreAtLeast"; readonly score: number }
  | { readonly kind: "scoreAbove"; readonly score: number }
  /** At least `count` criteria of the group are met. */
  | { readonly kind: "criteriaAtLeast"; readonly count: number; readonly group: DomainGroup }
  /** A named route that needs no score; `by` is its name in one or two words, as in "by biopsy". */
  | { readonly kind: "route"; readonly title: string; readonly by: string; readonly when: Condition }
  | { readonly kind: "allOf" | "anyOf"; readonly of: readonly Classification[] };

export interface Criterion {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly when: Condition;
}

/** A criterion as it is written, with its definition and where that was read. */
export interface ReferenceCriterion extends Criterion, Provenance {
  readonly definition: string;
  readonly notes?: readonly string[];
}

/** Only the heaviest counted criterion of a domain scores. */
export interface Domain {
  readonly id: string;
  readonly title: string;
  readonly group: DomainGroup;
  readonly criteria: readonly Criterion[];
}

export interface ReferenceDomain extends Domain {
  readonly criteria: readonly ReferenceCriterion[];
}

/** When an explained finding does not count in this set. */
export type Attribution =
  | { readonly kind: "any-other-cause" }
  /** Only the findings listed, for the causes listed; elsewhere an explained finding still counts, with a notice. */
  | { readonly kind: "as-printed"; readonly excludes: { readonly [F in FindingId]?: "any" | readonly Cause[] } };

/** What has to be met before a set is applied at all. */
export interface Entry {
  readonly title: string;
  readonly when: Condition;
}

export interface Performance extends Provenance {
  readonly sensitivity?: string;
  readonly specificity?: string;
  /** Who was studied: size, setting, yardstick. */
  readonly cohort: string;
}

/** A question that the paper leaves open or that readers get wrong, and how this project answers it. */
export interface Decision extends Provenance {
  readonly question: string;
  readonly decision: string;
}

/** Said beside a result when `when` holds, or always when there is no `when`. */
export interface Caution {
  readonly code: string;
  readonly finding?: FindingId;
  readonly when?: Condition;
  readonly message: string;
}

/** What scoring, explaining and asking need of a set. */
export interface CriteriaSet {
  /** Lower-case, with hyphens; part of addresses and of the contract. */
  readonly id: string;
  readonly title: string;
  /** As short as a column heading, such as "SLICC 2012". */
  readonly short: string;
  readonly year: number;
  /** One sentence: when it classifies. */
  readonly rule: string;
  readonly attribution: Attribution;
  /** What the set says of a record: a set that does not speak of classification has its own words. */
  readonly outcome: { readonly met: string; readonly notMet: string };
  /** What one point of the score is called: `points` for a weighted set, `criteria` for a counting one. */
  readonly unit: "points" | "criteria";
  readonly entry?: Entry;
  readonly domains: readonly Domain[];
  readonly classifiedWhen: Classification;
  readonly cautions: readonly Caution[];
}

/** A set as it is written, one literal in one file, with all that its reference page and the practice review print. */
export interface ReferenceSet extends CriteriaSet {
  readonly purpose: string;
  readonly notFor: readonly string[];
  readonly citations: readonly SourceId[];
  readonly performance: readonly Performance[];
  /** What else is known of the set, for its own page; never said beside a result. */
  readonly remarks?: readonly Remark[];
  readonly attribution: Attribution & Provenance & { readonly summary: string };
  readonly entry?: Entry & Provenance & { readonly definition: string };
  readonly domains: readonly ReferenceDomain[];
  readonly decisions: readonly Decision[];
  /** Mistakes that other calculators and tables make with this set. */
  readonly mistakes: readonly string[];
  /** Findings that a reader may expect here but that the set does not read, and why. */
  readonly notItems: { readonly [F in FindingId]?: string };
}

// ---------------------------------------------------------------- records and worked examples

export type Status = "present" | "absent" | "unknown";

export interface ExplainedBy {
  readonly cause: Cause;
  readonly text?: string;
}

/** A person's answer to a finding. */
export interface Statement {
  readonly status: Status;
  readonly explainedBy?: ExplainedBy;
  /** First seen, as YYYY-MM-DD. */
  readonly date?: string;
  readonly note?: string;
}

export interface Measurement {
  readonly test: TestId;
  readonly value: number;
  /** UCUM code of a unit that the test accepts. */
  readonly unit: string;
  readonly comparator?: "<" | ">";
  /** YYYY-MM-DD. Distinct dates are distinct occasions. */
  readonly date?: string;
  /** The laboratory's limits and 99th percentile, in the same unit as the value. */
  readonly low?: number;
  readonly high?: number;
  readonly p99?: number;
  readonly method?: string;
}

/** One patient, without a name. A finding that is not listed is unknown. */
export interface SleRecord {
  readonly format: "sle-record/1";
  readonly label?: string;
  readonly findings?: { readonly [F in FindingId]?: Status | Statement };
  readonly measurements?: readonly Measurement[];
}

export interface Expected {
  readonly asAssessed: "classified" | "not-classified";
  readonly value: number;
  readonly verdict?: "classified" | "not-classified" | "undetermined";
}

/** A worked patient. Feeds tests, reference pages and the menu of examples. */
export interface Example {
  readonly id: string;
  /** Of a whole patient: how that patient presents, and no word of what any set makes of it. */
  readonly title: string;
  /** What it shows, in one or two sentences. */
  readonly teaches: string;
  readonly record: SleRecord;
  /** Expected results by set id, worked out by hand from the criteria. */
  readonly expect: { readonly [set: string]: Expected };
  /** `patient`: a whole patient for the menu of examples. `limit`: one side of a rule. */
  readonly kind: "patient" | "limit";
}

/** What the sets make of a record: scores by set id, 0 where it is not named, and the sets that classify it. */
export interface WorkedScores {
  readonly scores: { readonly [set: string]: number };
  readonly classifies?: readonly string[];
}

/** One finding alone, or beside others, in each way in which it can stand. */
export interface WorkedFinding {
  readonly finding: FindingId;
  /** What else is present. */
  readonly with?: readonly FindingId[];
  readonly present: WorkedScores;
  readonly absent: WorkedScores;
  readonly explained: readonly (WorkedScores & { readonly cause: Cause })[];
}

/** Values around one limit in one unit, with what they decide of a finding. */
export interface WorkedLimit {
  readonly finding: FindingId;
  readonly test: TestId;
  readonly unit: string;
  /** What is entered beside each value. */
  readonly beside?: Pick<Measurement, LimitName | "method">;
  /** On how many days each value is given; 1 unless said. */
  readonly occasions?: number;
  readonly present: readonly number[];
  readonly absent: readonly number[];
}

/** One remark on what lies around the criteria: a fact with its source, in this project's own words. */
export interface Remark extends Provenance {
  readonly text: string;
}

/** A subject that a reader of results should know about, such as children or drug-induced lupus. */
export interface ContextTopic {
  readonly id: string;
  readonly title: string;
  /** Other names by which a person may look for it. */
  readonly synonyms: readonly string[];
  readonly remarks: readonly Remark[];
}

/** How the sets did in one study of children. Figures are sensitivity and specificity, as published. */
export interface ChildrenStudy extends Provenance {
  readonly study: string;
  readonly slicc: string;
  readonly acr: string;
  readonly eularAcr: string;
}

/** A subject on which the sets differ, read off the criteria that these findings meet, with the point of it. */
export interface Difference {
  readonly topic: string;
  readonly findings: readonly FindingId[];
  readonly point: string;
}

/** A published set that is not offered, and why. */
export interface NotIncluded extends Provenance {
  readonly title: string;
  readonly known: string;
  readonly decision: string;
}

/** Names of what other than SLE explains a finding, by cause. */
export type OtherCauses = Readonly<Record<Cause, readonly string[]>>;

/** What scoring, explaining and asking need, in one argument: what the browser loads from the start. */
export interface Definitions {
  readonly groups: Readonly<Record<GroupId, Group>>;
  readonly findings: Readonly<Record<FindingId, Finding>>;
  readonly tests: Readonly<Record<TestId, LabTest>>;
  readonly implications: readonly Implication[];
  readonly assumptions: readonly Assumption[];
  readonly otherForms: readonly OtherForms[];
  readonly sets: readonly CriteriaSet[];
}

/** With the names and codes that finding and importing need: what the browser loads when somebody finds or imports. */
export interface NamedDefinitions extends Definitions {
  readonly findings: Readonly<Record<FindingId, NamedFinding>>;
  readonly tests: Readonly<Record<TestId, NamedLabTest>>;
  /** Names of causes, by which a typed explanation is recognized; another is asked about. */
  readonly otherCauses: OtherCauses;
  /** Names of the disease itself, which is no other explanation. */
  readonly ownCause: readonly string[];
  /** Words by which people say which joints. */
  readonly joints: readonly string[];
}

/** The definitions as they are written: with words, sources and worked patients for reference pages, forms and checks. */
export interface ReferenceDefinitions extends NamedDefinitions {
  readonly findings: Readonly<Record<FindingId, ReferenceFinding>>;
  readonly tests: Readonly<Record<TestId, ReferenceLabTest>>;
  readonly sources: Readonly<Record<SourceId, Source>>;
  readonly sets: readonly ReferenceSet[];
  readonly examples: readonly Example[];
}
