/**
 * A prepared round with everything that the room will be shown, worked out once before anybody joins: the choices of
 * each question, what each would make of the patient in each set, and the key. From here on no definitions are needed,
 * so that a room goes on as it began even where the app is renewed in between.
 */
import type { Misreading } from "../../criteria/practice/types.ts";
import type { FindingId, ReferenceDefinitions, ReferenceSet, SleRecord } from "../../criteria/types.ts";
import { assess, type Result } from "../assess.ts";
import { criteriaOf, findingsIn, findingsRead } from "../definition/walk.ts";
import { cellText, comparison } from "../explain/compare.ts";
import { criterionReason } from "../explain/reasons.ts";
import { capitalize, inSentence } from "../explain/values.ts";
import { verdictWords } from "../explain/verdict.ts";
import { keptPlanOf } from "../practice/kept-plan.ts";
import { rulesReading } from "../practice/rules.ts";
import { interpret } from "../record/interpret.ts";
import {
  type AnswerMisread,
  answersMisread,
  type Choice,
  causeIn,
  explainedKey,
  findingChoices,
  pointsChoices,
  recordReadAs,
  verdictChoices,
} from "./choices.ts";
import type { Asks, PreparedQuestion, PreparedRound } from "./round.ts";

/** What one answer makes of the patient in one set. */
export interface Consequence {
  readonly set: string;
  /** The set's name, as short as a column heading. */
  readonly short: string;
  readonly score: number;
  readonly threshold: number;
  readonly comparison: ">=" | ">";
  readonly asAssessed: "classified" | "not-classified";
  /** The verdict in the set's own words. */
  readonly says: string;
}

export interface PlannedChoice extends Choice {
  /** By the sets of the round; empty for an answer that the record contradicts, and for questions about points or verdicts. */
  readonly consequences: readonly Consequence[];
  /** Why no set can be applied if this is answered: the values entered say otherwise. */
  readonly contradicts?: string;
  /** What somebody who answers so has probably misread; empty for what is right. */
  readonly misreadings: readonly string[];
}

export interface Key {
  /** Keys of the choices that are right. */
  readonly right: readonly string[];
  /** The engine's reading, in a sentence. */
  readonly reading: string;
  /** The rules behind it, set by set, in a sentence each. */
  readonly rules: readonly { readonly set: string; readonly short: string; readonly says: string }[];
  /** Where the rules were read. */
  readonly sources: readonly string[];
  /** Rules by which to practice this: `set/criterion`, as practice names them. */
  readonly practice: readonly string[];
}

export interface PlannedQuestion extends PreparedQuestion {
  readonly choices: readonly PlannedChoice[];
  readonly key: Key;
}

export interface Plan {
  readonly round: PreparedRound;
  readonly sets: readonly { readonly id: string; readonly short: string; readonly title: string }[];
  readonly questions: readonly PlannedQuestion[];
  /** What the sets make of the record as it stands. */
  readonly asPrepared: readonly Consequence[];
}

/**
 * Works a round out. `misreadings` are the known ones of practice.
 * @returns what is wrong with the record, where the engine withholds its results
 */
export function planOf(
  round: PreparedRound,
  definitions: ReferenceDefinitions,
  misreadings: readonly Misreading[],
): { readonly plan: Plan } | { readonly why: string } {
  const result = assess(keptPlanOf(definitions), round.record);
  if (!result.results) {
    return { why: result.issues.find(({ severity }) => severity === "error")?.message ?? "The record cannot be read." };
  }
  const sets = spokenSets(round, definitions);
  const read = new Map<ReferenceSet, readonly AnswerMisread[]>();
  /** What the misreadings of a set make of the record, worked out once for all the questions about the set. */
  const misreadAs = (set: ReferenceSet) => {
    const answers = read.get(set) ?? answersMisread(round.record, set, definitions, misreadings);
    read.set(set, answers);
    return answers;
  };
  const planned = round.questions.map((question) => {
    const { asks } = question;
    const parts =
      asks.kind === "finding"
        ? ofFinding(asks.finding, round, definitions)
        : ofSet(asks, round.record, result, definitions, misreadAs);
    return { ...question, ...parts };
  });
  return {
    plan: {
      round,
      sets: sets.map(({ id, short, title }) => ({ id, short, title })),
      questions: planned,
      asPrepared: consequencesOf(result, sets),
    },
  };
}

function spokenSets({ sets }: PreparedRound, definitions: ReferenceDefinitions): readonly ReferenceSet[] {
  return sets.flatMap((id) => definitions.sets.find((set) => set.id === id) ?? []);
}

function consequencesOf({ results }: Result, sets: readonly ReferenceSet[]): readonly Consequence[] {
  return sets.flatMap((set) => {
    const result = results?.[set.id];
    if (!result) return [];
    const { value, threshold, comparison: compared } = result.score;
    const says = verdictWords(result, set);
    return [
      {
        set: set.id,
        short: set.short,
        score: value,
        threshold,
        comparison: compared,
        asAssessed: result.asAssessed,
        says,
      },
    ];
  });
}

type Parts = Pick<PlannedQuestion, "choices" | "key">;

function ofFinding(finding: FindingId, round: PreparedRound, definitions: ReferenceDefinitions): Parts {
  const { record } = round;
  const sets = spokenSets(round, definitions);
  const kept = keptPlanOf(definitions);
  const fact = interpret(kept.record, record).facts?.[finding];
  const right =
    fact?.status === "present"
      ? fact.explainedBy
        ? explainedKey(fact.explainedBy.cause)
        : "counts"
      : fact?.status === "absent"
        ? "absent"
        : "cannot-tell";
  const drafts = findingChoices(finding, definitions).map((choice) => {
    const result = assess(kept, choice.key === right ? record : recordReadAs(choice.key, finding, record, definitions));
    const contradicts = result.issues.find(({ severity }) => severity === "error")?.message;
    return { ...choice, consequences: consequencesOf(result, sets), ...(contradicts && { contradicts }) };
  });
  // Whoever names another cause than the record does, and comes to the same everywhere, has read the rule rightly.
  const key = JSON.stringify(drafts.find((draft) => draft.key === right)?.consequences);
  const isRight = (choice: (typeof drafts)[number]) =>
    choice.key === right ||
    (causeIn(right) !== undefined && causeIn(choice.key) !== undefined && JSON.stringify(choice.consequences) === key);
  return {
    choices: drafts.map((draft) => ({ ...draft, misreadings: isRight(draft) ? [] : [mistakeIn(draft.key, right)] })),
    key: {
      right: drafts.filter(isRight).map((draft) => draft.key),
      reading: readingOf(right, finding, definitions),
      ...rulesOn(finding, record, sets, definitions),
      practice: rulesReading(finding, definitions).map(({ id }) => id),
    },
  };
}

/** What is mistaken in an answer, in a sentence. */
function mistakeIn(given: string, right: string): string {
  if (given === "absent") {
    if (right === "cannot-tell") return "Not known was taken as absent.";
    return "A finding that the record has was taken as absent: a normal value later, or an explanation, does not unmake it.";
  }
  if (given === "cannot-tell") {
    return right === "absent"
      ? "A finding that was looked for and is absent was taken as not known."
      : "A finding that the record settles was taken as not known.";
  }
  if (right === "absent") return "A finding that was looked for and is absent was taken as present.";
  if (right === "cannot-tell") return "A finding that nobody settled was taken as present.";
  if (given === "counts") return "What explains the finding better was not heeded.";
  if (right === "counts") return "The finding was explained away, and nothing in the record says so.";
  return "The finding was put down to a cause that the sets treat in another way.";
}

function readingOf(right: string, finding: FindingId, { findings }: ReferenceDefinitions): string {
  const { label, definition } = findings[finding];
  const said =
    right === "counts"
      ? "is present, and nothing is said to explain it better"
      : right === "absent"
        ? "was looked for and is absent"
        : right === "cannot-tell"
          ? "is not known"
          : "is present, and something other than SLE is said to explain it better";
  return `${label} ${said}. ${definition}`;
}

/** What each set makes of a finding in this record, and where that was read. */
function rulesOn(
  finding: FindingId,
  record: SleRecord,
  sets: readonly ReferenceSet[],
  definitions: ReferenceDefinitions,
): Pick<Key, "rules" | "sources"> {
  const kept = keptPlanOf(definitions);
  const { results } = assess(kept, record);
  const { facts } = interpret(kept.record, record);
  if (!results || !facts) return { rules: [], sources: [] };
  const context = { definitions, measurements: record.measurements ?? [] };
  const row = comparison(facts, results, definitions, context.measurements).find((one) => one.finding === finding);
  const rules = sets.map((set) => {
    const { id, short } = set;
    const cell = row?.cells[id];
    const criteria = results[id]?.domains.flatMap((domain) => domain.criteria) ?? [];
    const reading = criteria.find((one) => reads(set, one.id, finding));
    if (cell && cell.kind !== "counted")
      return { set: id, short, says: `${capitalize(cellText(cell, set, definitions))}.` };
    if (reading) return { set: id, short, says: criterionReason(reading, set, context) };
    const isRead = findingsRead(set).includes(finding);
    return { set: id, short, says: isRead ? set.rule : (set.notItems[finding] ?? "Not an item of this set.") };
  });
  const cited = sets.flatMap((set) => [
    ...[...criteriaOf(set)].flatMap(({ criterion }) => (reads(set, criterion.id, finding) ? criterion.source : [])),
    ...(findingsRead(set).includes(finding) ? set.attribution.source : []),
  ]);
  return { rules, sources: [...new Set(cited)].map((source) => definitions.sources[source].citation) };
}

function reads(set: ReferenceSet, criterion: string, finding: FindingId): boolean {
  return rulesIn(set).get(criterion)?.has(finding) ?? false;
}

const readBy = new WeakMap<ReferenceSet, ReadonlyMap<string, ReadonlySet<FindingId>>>();

function rulesIn(set: ReferenceSet): ReadonlyMap<string, ReadonlySet<FindingId>> {
  const known =
    readBy.get(set) ??
    new Map([...criteriaOf(set)].map(({ criterion }) => [criterion.id, new Set(findingsIn(criterion.when))]));
  readBy.set(set, known);
  return known;
}

function ofSet(
  asks: Extract<Asks, { set: string }>,
  record: SleRecord,
  { results }: Result,
  definitions: ReferenceDefinitions,
  misreadAs: (set: ReferenceSet) => readonly AnswerMisread[],
): Parts {
  const set = definitions.sets.find(({ id }) => id === asks.set);
  const result = results?.[asks.set];
  if (!set || !result) throw new RangeError(`there is no set ${asks.set}`);
  const context = { definitions, measurements: record.measurements ?? [] };
  const wrongly = misreadAs(set);
  if (asks.kind === "verdict") {
    const right = result.verdict;
    const titles = (key: string) =>
      wrongly
        .filter(({ answer }) => answer.classified === (key === "classified"))
        .map(({ misreading }) => misreading.title);
    return {
      choices: verdictChoices(set).map((choice) => ({
        ...choice,
        consequences: [],
        misreadings:
          choice.key === right ? [] : mistakenVerdict(choice.key, right, result.asAssessed, titles(choice.key)),
      })),
      key: {
        right: [right],
        reading: `${verdictWords(result, set)}. Score ${result.score.value}; ${inSentence(set.rule)}`,
        rules: [{ set: set.id, short: set.short, says: set.rule }],
        sources: set.citations.map((source) => definitions.sources[source].citation),
        practice: set.entry ? [`${set.id}/entry`] : [],
      },
    };
  }
  const domain = set.domains.find(({ id }) => id === asks.domain);
  const found = result.domains.find(({ id }) => id === asks.domain);
  if (!domain || !found) throw new RangeError(`${asks.set} has no domain ${asks.domain}`);
  const inPlay = found.criteria.filter(({ state }) => state !== "not-met" && state !== "unknown");
  const told = (inPlay.length > 0 ? inPlay : found.criteria).map((criterion) => {
    const title = domain.criteria.find(({ id }) => id === criterion.id)?.title ?? criterion.id;
    return `${title}: ${inSentence(criterionReason(criterion, set, context))}`;
  });
  return {
    choices: pointsChoices(asks, set, found.points, wrongly).map(({ key, label, misreadings: wrong }) => ({
      key,
      label,
      consequences: [],
      misreadings: wrong.map(({ title }) => title),
    })),
    key: {
      right: [`points:${found.points}`],
      reading: `${set.short} gives ${found.points} for ${inSentence(domain.title)}. ${told.join(" ")}`,
      rules: [{ set: set.id, short: set.short, says: set.rule }],
      sources: [...new Set(domain.criteria.flatMap(({ source }) => source))].map(
        (source) => definitions.sources[source].citation,
      ),
      practice: domain.criteria.map(({ id }) => `${set.id}/${id}`),
    },
  };
}

function mistakenVerdict(
  given: string,
  right: string,
  asAssessed: string,
  titles: readonly string[],
): readonly string[] {
  if (given === "undetermined")
    return ["A settled verdict was taken as open: no answer that is still wanting can change it."];
  if (right === "undetermined" && given === asAssessed)
    return ["The score so far was taken as final, although an answer that is wanting could change it."];
  return titles;
}
