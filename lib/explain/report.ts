/**
 * The one account of a result: what is to be said of a record and of what a set makes of it, as sections of data. The
 * page, the notes, paper and cards render it and decide nothing, so that a reason cannot be true in one of them and
 * false in another. Everything stands in the order of the questions or of the set, whatever the order of answering.
 */
import type { CriteriaSet, Definitions, FindingId, SleRecord, Status } from "../../criteria/types.ts";
import { widerThan } from "../definition/implications.ts";
import { findingsRead, opposingFindings } from "../definition/walk.ts";
import { asStatement, type Interpreted } from "../record/interpret.ts";
import { quoted } from "../record/one-line.ts";
import { eachResultOnce } from "../record/same-result.ts";
import { twinPlanOf, twinsOf } from "../record/twins.ts";
import type { CriterionResult, CriterionState, Result, SetResult, TruthWord } from "../scoring/result.ts";
import { clausesOf } from "../scoring/trace.ts";
import { decidingLines, otherNotices } from "./deciding.ts";
import { otherReadingSentences } from "./other-readings.ts";
import {
  byState,
  clauseReason,
  criterionById,
  criterionReason,
  topClauses,
  totalPhrase,
  tracedLeaves,
} from "./reasons.ts";
import { type AskedInstead, notReadBy, presentAgainstValues, type Undecided, undecidedIn } from "./undecided.ts";
import { type Context, inSentence, list, writeExplanation, writeMeasurement } from "./values.ts";
import { routeTaken, verdictWords } from "./verdict.ts";

/** What a report is made from. */
export interface Assessed {
  readonly record: SleRecord;
  readonly interpreted: Interpreted;
  readonly result: Result;
  readonly definitions: Definitions;
}

/** One criterion of a set, with what became of it and why. */
export interface Item {
  readonly id: string;
  readonly title: string;
  readonly state: CriterionState;
  readonly weight: number;
  /** One or two sentences. */
  readonly reason: string;
  /** As `reason`, to stand beside the title: empty where it would only say the title again. */
  readonly beside: string;
}

/** A part of the rule of a set, with whether the record as assessed meets it. */
export interface RulePart {
  readonly met: TruthWord;
  readonly sentence: string;
}

/** A finding that counts in a set although something else is said to explain it, or the result behind it. */
export interface ExplainedYetCounts {
  readonly finding: FindingId;
  /** The set prints no exclusion for it, or nothing is said to explain it although the same result is explained. */
  readonly why: "no-exclusion" | "same-result";
  readonly sentence: string;
}

/** A finding stated present although every value entered says not met. */
export interface AgainstValues {
  readonly finding: FindingId;
  readonly sentence: string;
}

/** What one set makes of a record. */
export interface SetReport {
  readonly set: CriteriaSet;
  readonly result: SetResult;
  /** "Classified by biopsy". */
  readonly verdict: string;
  /** "9 points (10 or more asked for, 9 to 51 with the unknowns)". */
  readonly score: string;
  /** What opened the entry criterion or keeps it shut, and the route by which the set classifies without its score. */
  readonly opening: readonly string[];
  /** What belongs beside the verdict: what it rests on although something else is said to explain that. */
  readonly deciding: readonly string[];
  /** What the result would be if an item were read in its other defensible way. */
  readonly otherReadings: readonly string[];
  /** The rule, part by part. */
  readonly rule: readonly RulePart[];
  readonly counted: readonly Item[];
  /** Met or present, and not counted: with the reason. */
  readonly notCounted: readonly Item[];
  readonly notMet: readonly Item[];
  /** Entered, and not decided by this set. */
  readonly undecided: readonly Undecided[];
  /** Entered and not read, where the set asks for something tied to it. */
  readonly instead: readonly AskedInstead[];
  /** Entered, and of no item of the set. */
  readonly unread: readonly string[];
  readonly explainedYetCounts: readonly ExplainedYetCounts[];
  readonly againstValues: readonly AgainstValues[];
  /** What is not known and could change the verdict, the most decisive first; empty where nothing could. */
  readonly open: readonly FindingId[];
  readonly notices: readonly string[];
}

/** How many open questions are named where there is room for a line only. */
const MOST_OPEN = 8;

/** The report of one set; undefined when the record has an error. */
export function setReport(set: CriteriaSet, assessed: Assessed): SetReport | undefined {
  const { record, definitions, interpreted } = assessed;
  const { facts } = interpreted;
  const result = assessed.result.results?.[set.id];
  if (!result || !facts) return undefined;
  const context = contextOf(assessed);
  const { counted, notCounted, notMet } = byState(result.domains);
  const item = (one: CriterionResult): Item => {
    const { id, state, weight } = one;
    const title = criterionById(set, id)?.title ?? id;
    const reason = criterionReason(one, set, context);
    return { id, title, state, weight, reason, beside: reason === `${title}.` ? "" : reason };
  };
  return {
    set,
    result,
    verdict: verdictWords(result, set),
    score: scoreSummary(result, set),
    opening: openingLines(set, result, context),
    deciding: decidingLines(result),
    otherReadings: otherReadingSentences(result, set, definitions),
    rule: topClauses(result.rule).map((clause) => ({ met: clause.met, sentence: clauseReason(clause, set, context) })),
    counted: counted.map(item),
    notCounted: notCounted.map(item),
    notMet: notMet.map(item),
    undecided: undecidedIn(set, result, record, definitions),
    ...notReadBy(set, record, facts, definitions),
    explainedYetCounts: explainedYetCounts(result, assessed),
    againstValues: againstValues(assessed, new Set(findingsRead(set))),
    open: result.verdict === "undetermined" ? result.open : [],
    notices: otherNotices(result).flatMap(({ code, message }) => (code === STILL_COUNTS ? [] : [message])),
  };
}

/** The score with what is asked for, and the range that unknown answers leave open where they can still matter. */
function scoreSummary({ score, entry }: SetResult, set: CriteriaSet): string {
  const { value, lower, upper, threshold, comparison } = score;
  const asked = comparison === ">=" ? `${threshold} or more` : `more than ${threshold}`;
  const range =
    entry !== "not-met" && lower !== upper ? `, ${lower} to ${upper} with the unknowns`.replace("-", "−") : "";
  const shut = entry === "not-met" ? ", and the entry criterion, which is not met" : "";
  return `${totalPhrase(value, set)} (${asked} asked for${range}${shut})`;
}

function openingLines(set: CriteriaSet, result: SetResult, context: Context): readonly string[] {
  const byRoute = routeTaken(result, set) !== undefined;
  return clausesOf(result.rule)
    .filter((clause) => clause.kind === "entry" || (byRoute && clause.kind === "route" && clause.met === "true"))
    .map((clause) => clauseReason(clause, set, context));
}

/** The code under which a result says that an explained finding still counts. */
const STILL_COUNTS = "no-exclusion-printed";

/** What the result says of its explained findings, and what counts of a result that another finding has explained. */
function explainedYetCounts(result: SetResult, assessed: Assessed): readonly ExplainedYetCounts[] {
  const { definitions, interpreted } = assessed;
  const { facts, measured } = interpreted;
  const own = otherNotices(result).flatMap(({ code, finding, message }) =>
    code === STILL_COUNTS && finding ? [{ finding, why: "no-exclusion" as const, sentence: message }] : [],
  );
  if (!facts || !Object.values(facts).some(({ explainedBy }) => explainedBy)) return own;
  const plan = twinPlanOf(definitions);
  const name = (finding: FindingId) => inSentence(definitions.findings[finding].label);
  const counting = byState(result.domains).counted.flatMap(({ trace }) => tracedLeaves(trace));
  const twins = counting.flatMap(({ finding, truth, explainedBy }): ExplainedYetCounts[] => {
    if (truth !== "true" || explainedBy) return [];
    const explained = twinsOf(finding, measured, plan).flatMap((twin) => {
      const by = facts[twin].explainedBy;
      return by ? [`${name(twin)} is explained by ${writeExplanation(by)}`] : [];
    });
    if (explained.length === 0) return [];
    const { label } = definitions.findings[finding];
    return [
      {
        finding,
        why: "same-result",
        sentence: `${label} counts, although the same result decides that ${list(explained)}.`,
      },
    ];
  });
  return [...own, ...twins];
}

function againstValues(
  { record, definitions }: Pick<Assessed, "record" | "definitions">,
  concerned?: ReadonlySet<FindingId>,
): readonly AgainstValues[] {
  return presentAgainstValues(record, definitions)
    .filter(({ finding }) => concerned?.has(finding) ?? true)
    .map(({ finding, values }) => {
      const name = inSentence(definitions.findings[finding].label);
      return { finding, sentence: `Stated present, not met by the values entered: ${name} (${values}).` };
    });
}

/** A finding that was stated present, with what is said beside it. */
export interface PresentAnswer {
  readonly finding: FindingId;
  readonly label: string;
  /** When it was first seen, what explains it, and a note: each in words, none where nothing is said. */
  readonly details: readonly string[];
}

/** What was recorded, in the order of the questions: one record has one account, in whatever order it was answered. */
export interface RecordReport {
  /** The user's own reference, in quotation marks so that it cannot be taken for words of the app. */
  readonly label: string | undefined;
  readonly present: readonly PresentAnswer[];
  /** Each result once, with its limits, method and day. */
  readonly values: readonly string[];
  readonly absent: readonly string[];
  readonly unknown: readonly string[];
  readonly againstValues: readonly AgainstValues[];
  /** Remarks on how the record was read. */
  readonly notices: readonly string[];
  /** Why there is no result: what has to be corrected first. Empty when there is one. */
  readonly errors: readonly string[];
}

export function recordReport(assessed: Assessed): RecordReport {
  const { record, result, definitions } = assessed;
  const answers = (Object.keys(definitions.findings) as FindingId[]).flatMap((finding) => {
    const given = record.findings?.[finding];
    return given === undefined ? [] : [{ finding, label: definitions.findings[finding].label, ...asStatement(given) }];
  });
  const named = (status: Status) => answers.flatMap((one) => (one.status === status ? [inSentence(one.label)] : []));
  return {
    label: record.label === undefined ? undefined : quoted(record.label),
    present: answers
      .filter(({ status }) => status === "present")
      .map(({ finding, label, date, explainedBy, note }) => {
        const explained = explainedBy && `explained by ${writeExplanation(explainedBy)}`;
        const details = [date && `first seen ${date}`, explained, note && quoted(note)].flatMap((part) =>
          part ? [part] : [],
        );
        return { finding, label, details };
      }),
    values: eachResultOnce(record.measurements ?? []).map(({ measurement }) =>
      writeMeasurement(measurement, definitions),
    ),
    absent: named("absent"),
    unknown: named("unknown"),
    againstValues: againstValues(assessed),
    notices: result.notices.map(({ message }) => message),
    errors: result.issues.flatMap(({ severity, message }) => (severity === "error" ? [message] : [])),
  };
}

/** What was entered and neither counted nor was set aside, a line for each kind; and what counts of an explained result. */
export function enteredLines({ undecided, instead, unread, explainedYetCounts }: SetReport): readonly string[] {
  const undecidedWords = undecided.map(({ entered, why }) => `${entered}: ${inSentence(why)}`).join("; ");
  const insteadWords = instead.map(({ entered, why }) => `${entered}: this set ${why}`).join("; ");
  return [
    ...(undecidedWords ? [`Entered, not decided: ${undecidedWords}.`] : []),
    ...(insteadWords ? [`Entered, and asked for otherwise: ${insteadWords}.`] : []),
    ...(unread.length > 0 ? [`Entered, not read by this set: ${unread.join("; ")}.`] : []),
    ...explainedYetCounts.flatMap(({ why, sentence }) => (why === "same-result" ? [sentence] : [])),
  ];
}

/** Remarks on the rules of the set, a line for each. */
export function noticeLines({ explainedYetCounts, notices }: SetReport): readonly string[] {
  return [...explainedYetCounts.flatMap(({ why, sentence }) => (why === "no-exclusion" ? [sentence] : [])), ...notices];
}

/**
 * The open questions in a line; none where nothing that is not known could change the verdict. Where the set classifies
 * so far, most of them could only make it certain: those that could undo it are said apart.
 */
export function openLines({ open, set, result }: SetReport, definitions: Definitions): readonly string[] {
  if (open.length === 0) return [];
  const { findings } = definitions;
  const opposing = new Set(result.asAssessed === "classified" ? opposingFindings(set) : []);
  const undoing = open.filter(
    (one) => opposing.has(one) || [...widerThan(one, definitions)].some((w) => opposing.has(w)),
  );
  const others = open.filter((one) => !undoing.includes(one));
  const named = (some: readonly FindingId[]) => {
    const first = some.slice(0, MOST_OPEN).map((finding) => inSentence(findings[finding].label));
    const more = some.length - first.length;
    return more > 0 ? `${first.join(", ")} and ${more} more` : list(first);
  };
  if (undoing.length === 0) return [`Not known and could change the verdict: ${named(open)}.`];
  const certain = others.length > 0 ? ` Could make it certain: ${named(others)}.` : "";
  return [`Not known and could undo the verdict: ${named(undoing)}.${certain}`];
}

/** What the sentences of a report need beside a result. */
function contextOf({ definitions, record }: Assessed): Context {
  return { definitions, measurements: record.measurements ?? [] };
}
