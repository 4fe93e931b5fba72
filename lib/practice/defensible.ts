import type { Arguable, PracticeCase } from "../../criteria/practice/types.ts";
import type { CriteriaSet, Definitions, FindingId, SleRecord } from "../../criteria/types.ts";
import { amountWords } from "../definition/vocabulary.ts";
import { criterionById, tracedLeaves } from "../explain/reasons.ts";
import { capitalize, inSentence, list, writeExplanation } from "../explain/values.ts";
import type { Facts } from "../record/facts.ts";
import { interpret } from "../record/interpret.ts";
import { evaluate } from "../scoring/evaluate.ts";
import { readOtherwise } from "../scoring/other-readings.ts";
import { type Plan, planOf } from "../scoring/plan.ts";
import type { OtherReading, SetResult } from "../scoring/result.ts";
import { type Answer, answerFrom, isSameAnswer } from "./answer.ts";
import { keptPlanOf } from "./kept-plan.ts";

/** A case as somebody reads it: by the letter of the set, or with objections to it that can be defended. */
export interface Reading {
  readonly record: SleRecord;
  readonly set: CriteriaSet;
  readonly facts: Facts;
  readonly answer: Answer;
  /** What it departs from, in order; none for the reading by the letter. */
  readonly objections: readonly Objection[];
}

/** A point at which a set, or a record, can be read in a second way that a clinician would defend. */
export interface Objection {
  readonly finding: FindingId;
  /** What the set does here and why it can be disputed, in a sentence. */
  readonly says: string;
}

/** One departure from the reading by the letter. */
type Turn = Objection & { readonly of: (reading: Raw) => Raw };

/** What a departure changes; `code` chooses another reading of the facts. */
interface Raw {
  readonly record: SleRecord;
  readonly set: CriteriaSet;
  readonly codes: readonly OtherReading["code"][];
}

/** With more points than these, each alone and all together are tried, so that a case takes no time. */
const MANY = 5;

/**
 * The readings of a case by a set that can be defended, the one by the letter first. The others come from the
 * definitions: a set that prints no exclusion for a finding counts it whatever explains it, and where a result has
 * other readings of an item, those; and from the case, where a judgment can go both ways.
 */
export function readingsOf(
  { arguable = [] }: Pick<PracticeCase, "arguable">,
  record: SleRecord,
  set: CriteriaSet,
  definitions: Definitions,
): readonly Reading[] {
  const own: Raw = { record, set, codes: [] };
  const found: Reading[] = [];
  const add = (turns: readonly Turn[]): Reading | undefined => {
    const raw = turns.reduce((before, { of }) => of(before), own);
    const reading = readingFrom(raw, turns, definitions);
    if (reading && !found.some(({ answer }) => isSameAnswer(answer, reading.answer))) found.push(reading);
    return reading;
  };
  // A judgment of the record comes first: what a set makes of it can be disputed in its turn.
  const judgments = [[], ...selections(arguable.map(judgedOtherwise))];
  const judged = judgments.flatMap((turns) => {
    const reading = add(turns);
    return reading ? [{ turns, reading }] : [];
  });
  for (const { turns, reading } of judged) {
    const { result } = evaluated(reading, definitions);
    const further = [...notExcluded(result, reading, definitions), ...otherCodes(result, definitions)];
    for (const some of selections(further)) add([...turns, ...some]);
  }
  return found;
}

/** What the engine makes of a reading. */
export function evaluated(
  { set, facts, record }: Pick<Reading, "set" | "facts" | "record">,
  definitions: Definitions,
): { readonly result: SetResult; readonly plan: Plan } {
  const kept = keptPlanOf(definitions);
  const plan = kept.sets.find((one) => one.set === set) ?? planOf(set, definitions);
  return { plan, result: evaluate(plan, facts, interpret(kept.record, record).otherFacts ?? []) };
}

/**
 * What a key says of the readings beside the one by the letter: each point at which they depart, once, with what it comes
 * to by itself, and what all of them come to together. None where there is only one reading.
 */
export function defensibleWords(readings: readonly Reading[]): readonly string[] {
  const said = new Set<string>();
  const lines: string[] = [];
  for (const reading of readings) {
    const news = reading.objections.filter(({ says }) => !said.has(says));
    if (news.length === 0) continue;
    for (const { says } of news) said.add(says);
    const why = reading.objections.map(({ says }) => says).join(" ");
    lines.push(`${why} The other way it is ${outcomeOf(reading)}: accepted as a reasoned objection.`);
  }
  const last = readings.at(-1);
  if (lines.length < 2 || !last) return lines;
  return [...lines, `Several of these together are accepted too; all of them come to ${outcomeOf(last)}.`];
}

function outcomeOf({ answer, set }: Reading): string {
  return `${amountWords(answer.total, set.unit)}, ${inSentence(answer.classified ? set.outcome.met : set.outcome.notMet)}`;
}

/** Every choice of some of these, the smallest first. */
function selections(turns: readonly Turn[]): readonly (readonly Turn[])[] {
  if (turns.length > MANY) return [...turns.map((turn) => [turn]), turns];
  // Each number from 1 on stands for a choice: its bits say which are in it.
  const numbers = Array.from({ length: 2 ** turns.length - 1 }, (_, number) => number + 1);
  const choices = numbers.map((number) => turns.filter((_, position) => (number & (1 << position)) !== 0));
  return choices.toSorted((a, b) => a.length - b.length);
}

function readingFrom(raw: Raw, objections: readonly Objection[], definitions: Definitions): Reading | undefined {
  const { record, set, codes } = raw;
  const { facts, otherFacts = [] } = interpret(keptPlanOf(definitions).record, record);
  if (!facts) return undefined;
  let read = facts;
  for (const code of codes) {
    const { result, plan } = evaluated({ record, set, facts: read }, definitions);
    read =
      readOtherwise(set, plan.read, read, otherFacts, result.domains).find((one) => one.code === code)?.facts ?? read;
  }
  return {
    record,
    set,
    facts: read,
    answer: answerFrom(read, set),
    objections: objections.map(({ finding, says }) => ({ finding, says })),
  };
}

function judgedOtherwise({ findings, otherwise, says }: Arguable): Turn {
  const judged = Object.fromEntries(findings.map((finding) => [finding, otherwise]));
  return {
    finding: findings[0],
    says,
    of: (raw) => ({ ...raw, record: { ...raw.record, findings: { ...raw.record.findings, ...judged } } }),
  };
}

/** For each criterion that counts on findings which something else explains: what comes out if they did not count. */
function notExcluded(result: SetResult, { set, facts }: Reading, { findings }: Definitions): readonly Turn[] {
  const { attribution } = set;
  if (attribution.kind !== "as-printed") return [];
  const counted = result.domains.flatMap(({ criteria }) => criteria).filter(({ state }) => state === "counted");
  return counted.flatMap(({ id, trace }): Turn[] => {
    const explained = [
      ...new Set(
        tracedLeaves(trace)
          .filter((leaf) => leaf.kind === "present" && leaf.truth === "true" && leaf.explainedBy)
          .map((leaf) => leaf.finding),
      ),
    ];
    const [finding] = explained;
    if (!finding) return [];
    const labels = list(explained.map((one) => inSentence(findings[one].label)));
    const causes = [
      ...new Set(
        explained.flatMap((one) => {
          const by = facts[one].explainedBy;
          return by ? [writeExplanation(by)] : [];
        }),
      ),
    ];
    const title = criterionById(set, id)?.title ?? id;
    return [
      {
        finding,
        says: `${title}: ${set.short} prints no exclusion that fits, so by the letter it counts ${labels}, although explained by ${list(causes)}; many clinicians would not.`,
        of: (raw) => ({ ...raw, set: excluding(raw.set, explained) }),
      },
    ];
  });
}

function excluding(set: CriteriaSet, some: readonly FindingId[]): CriteriaSet {
  const { attribution } = set;
  if (attribution.kind !== "as-printed") return set;
  const more = Object.fromEntries(some.map((finding) => [finding, "any" as const]));
  return { ...set, attribution: { ...attribution, excludes: { ...attribution.excludes, ...more } } };
}

/** The other readings that a result itself names. */
function otherCodes({ otherReadings = [] }: SetResult, { findings }: Definitions): readonly Turn[] {
  return otherReadings.map(({ code, finding }) => ({
    finding,
    says:
      code === "unit-convention"
        ? `${capitalize(findings[finding].label)} is met by the published equivalent of the value's unit; converted exactly it would not be.`
        : `${capitalize(findings[finding].label)} has another explanation, so by the letter nothing is subtracted; but it speaks against SLE whatever its cause.`,
    of: (raw: Raw) => ({ ...raw, codes: [...raw.codes, code] }),
  }));
}
