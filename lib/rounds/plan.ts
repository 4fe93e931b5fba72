/**
 * A prepared round with everything that the room will be shown, worked out once before anybody joins: the choices of
 * each question, what each would make of the patient in each set, and the key. From here on no definitions are needed,
 * so that a room goes on as it began even where the app is renewed in between. By which definitions it was worked out
 * is kept with it (`app`): what is worked out anew at the end, is so only by the same.
 */
import type { Misreading } from "../../criteria/practice/types.ts";
import type {
  CriteriaSet,
  Criterion,
  FindingId,
  ReferenceDefinitions,
  ReferenceSet,
  SleRecord,
} from "../../criteria/types.ts";
import { assess, type Result } from "../assess.ts";
import type { Identity } from "../definition/identity.ts";
import { criteriaOf, findingsIn, findingsRead, positiveFindings } from "../definition/walk.ts";
import { cellReaderOf, cellText } from "../explain/compare.ts";
import { criterionReason } from "../explain/reasons.ts";
import { capitalize, inSentence, list } from "../explain/values.ts";
import { verdictWords } from "../explain/verdict.ts";
import { keptPlanOf } from "../practice/kept-plan.ts";
import { rulesReading } from "../practice/rules.ts";
import type { Fact, Facts } from "../record/facts.ts";
import { interpret } from "../record/interpret.ts";
import type { SetResult } from "../scoring/result.ts";
import {
  type AnswerMisread,
  answersMisread,
  type Choice,
  causeIn,
  findingChoices,
  keyOf,
  pointsChoices,
  recordReadAs,
  verdictChoices,
  writePoints,
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
  /** Why no set can be applied if this is answered: the rest of the record says otherwise. */
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
  /** By which app and which definitions it was worked out. */
  readonly app: Identity;
  readonly round: PreparedRound;
  readonly sets: readonly { readonly id: string; readonly short: string; readonly title: string }[];
  readonly questions: readonly PlannedQuestion[];
  /** What the sets make of the record as it stands. */
  readonly asPrepared: readonly Consequence[];
}

/**
 * Works a round out. `misreadings` are the known ones of practice; `app` says by which definitions it is done.
 * @returns what is wrong with the record, where the engine withholds its results
 */
export function planOf(
  round: PreparedRound,
  definitions: ReferenceDefinitions,
  misreadings: readonly Misreading[],
  app: Identity,
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
        ? ofFinding(asks.finding, round, result, definitions)
        : ofSet(asks, round.record, result, definitions, misreadAs);
    return { ...question, ...parts };
  });
  return {
    plan: {
      app,
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

/** What a result says in each of these sets; nothing where it is withheld. */
export function consequencesOf(
  { results }: Pick<Result, "results">,
  sets: readonly CriteriaSet[],
): readonly Consequence[] {
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

/** `asPrepared`: the result of the record as it stands, worked out once for all questions. */
function ofFinding(
  finding: FindingId,
  round: PreparedRound,
  asPrepared: Result,
  definitions: ReferenceDefinitions,
): Parts {
  const { record } = round;
  const sets = spokenSets(round, definitions);
  const kept = keptPlanOf(definitions);
  const { facts } = interpret(kept.record, record);
  if (!facts) throw new RangeError("the record cannot be read");
  const fact = facts[finding];
  const right = keyOf(fact);
  const drafts = findingChoices(finding, definitions).map((choice) => {
    const result =
      choice.key === right ? asPrepared : assess(kept, recordReadAs(choice.key, finding, record, definitions));
    const contradicts = result.issues.find(({ severity }) => severity === "error")?.message;
    return { ...choice, consequences: consequencesOf(result, sets), ...(contradicts && { contradicts }) };
  });
  // Whoever names another cause than the record does, and comes to the same everywhere, has read the rule rightly. So
  // has whoever cannot tell what is only assumed: nobody answered it.
  const key = JSON.stringify(drafts.find((draft) => draft.key === right)?.consequences);
  const isRight = (choice: (typeof drafts)[number]) =>
    choice.key === right ||
    (choice.key === "cannot-tell" && fact.origin.kind === "assumed") ||
    (causeIn(right) !== undefined && causeIn(choice.key) !== undefined && JSON.stringify(choice.consequences) === key);
  return {
    choices: drafts.map((draft) => ({
      ...draft,
      misreadings: isRight(draft) ? [] : [mistakeIn(draft.key, right, fact, facts, definitions)],
    })),
    key: {
      right: drafts.filter(isRight).map((draft) => draft.key),
      reading: readingOf(finding, facts, definitions),
      ...rulesOn(finding, facts, record, asPrepared, sets, definitions),
      practice: rulesReading(finding, definitions).map(({ id }) => id),
    },
  };
}

/** What is mistaken in an answer, in a sentence: by how the finding is known, as the key says it. */
function mistakeIn(given: string, right: string, fact: Fact, facts: Facts, definitions: ReferenceDefinitions): string {
  const taken = given === "absent" ? "absent" : given === "cannot-tell" ? "not known" : "present";
  if (fact.status !== "unknown" && fact.origin.kind === "assumed" && taken !== fact.status) {
    return `What is assumed to be ${fact.status} was taken as ${taken}, and nothing in the record says so.`;
  }
  if (fact.status === "unknown") {
    return given === "absent"
      ? "Not known was taken as absent."
      : "A finding that nobody settled was taken as present.";
  }
  if (fact.status === "absent") {
    const how = absence(fact, facts, definitions);
    return `A finding that ${how === LOOKED_FOR ? "was looked for and is absent" : `is ${how}`} was taken as ${taken}.`;
  }
  if (given === "absent") {
    return "A finding that the record has was taken as absent: a normal value later, or an explanation, does not unmake it.";
  }
  if (given === "cannot-tell") return "A finding that the record settles was taken as not known.";
  if (given === "counts") return "What explains the finding better was not heeded.";
  if (right === "counts") return "The finding was explained away, and nothing in the record says so.";
  return "The finding was put down to a cause that the sets treat in another way.";
}

const LOOKED_FOR = "looked for and absent";

/** How an absent finding is known to be absent. Only who was asked has looked for it. */
function absence({ origin }: Fact, facts: Facts, { findings }: ReferenceDefinitions): string {
  switch (origin.kind) {
    case "measured":
      return "not met by the values entered";
    case "implied":
      return `absent because ${inSentence(findings[origin.by].label)} is ${facts[origin.by].status}`;
    case "assumed":
      return `assumed absent: ${origin.why}`;
    case "stated":
    case "not-answered":
      return LOOKED_FOR;
  }
}

function presence({ origin, explainedBy }: Fact, facts: Facts, { findings }: ReferenceDefinitions): string {
  const better = explainedBy
    ? "something other than SLE is said to explain it better"
    : "nothing is said to explain it better";
  if (origin.kind === "assumed") return `assumed present: ${origin.why}; ${better}`;
  const because =
    origin.kind === "implied" ? ` because ${inSentence(findings[origin.by].label)} is ${facts[origin.by].status}` : "";
  return `present${because}, and ${better}`;
}

function readingOf(finding: FindingId, facts: Facts, definitions: ReferenceDefinitions): string {
  const { label, definition } = definitions.findings[finding];
  const fact = facts[finding];
  const said =
    fact.status === "present"
      ? presence(fact, facts, definitions)
      : fact.status === "absent"
        ? absence(fact, facts, definitions)
        : "not known";
  const nobody = fact.origin.kind === "assumed" ? " Nobody answered it, so that not to tell is right as well." : "";
  return `${label}: ${said}.${nobody} ${definition}`;
}

/** What each set makes of a finding in this record, and where that was read. */
function rulesOn(
  finding: FindingId,
  facts: Facts,
  record: SleRecord,
  { results }: Result,
  sets: readonly ReferenceSet[],
  definitions: ReferenceDefinitions,
): Pick<Key, "rules" | "sources"> {
  const context = { definitions, measurements: record.measurements ?? [] };
  const rules = sets.map((set) => {
    const result = results?.[set.id];
    const says =
      facts[finding].status === "present" && result
        ? presentIn(set, result, finding, facts, context)
        : missingIn(set, finding, facts[finding]);
    return { set: set.id, short: set.short, says };
  });
  const cited = sets.flatMap((set) => [
    ...[...criteriaOf(set)].flatMap(({ criterion }) => (reads(criterion, finding) ? criterion.source : [])),
    ...(findingsRead(set).includes(finding) ? set.attribution.source : []),
  ]);
  return { rules, sources: [...new Set(cited)].map((source) => definitions.sources[source].citation) };
}

/** What a present finding does in a set: by itself, or through what it makes present. */
function presentIn(
  set: ReferenceSet,
  result: SetResult,
  finding: FindingId,
  facts: Facts,
  context: {
    readonly definitions: ReferenceDefinitions;
    readonly measurements: NonNullable<SleRecord["measurements"]>;
  },
): string {
  const { definitions, measurements } = context;
  const cell = cellReaderOf(set, result, facts, definitions, measurements)(finding);
  if (cell.kind === "not-an-item") return notRead(set, finding);
  const counted =
    cell.kind === "counted" &&
    result.domains.flatMap(({ criteria }) => criteria).find(({ id }) => id === cell.criterion);
  return counted ? criterionReason(counted, set, context) : `${capitalize(cellText(cell, set, definitions))}.`;
}

/**
 * What a set makes of a finding that is absent or not known. The reason of a criterion that reads it would speak of
 * whatever else meets or misses that criterion, and not of this.
 */
function missingIn(set: ReferenceSet, finding: FindingId, { status, origin }: Fact): string {
  const readers = [...criteriaOf(set)].filter(({ criterion }) => reads(criterion, finding));
  if (readers.length === 0) return notRead(set, finding);
  const known =
    status === "unknown"
      ? "Not known"
      : origin.kind === "measured"
        ? "Not met by the values entered"
        : origin.kind === "assumed"
          ? "Assumed absent"
          : "Absent";
  const titles = (wanted: boolean) =>
    list(
      readers
        .filter(({ criterion }) => positiveFindings(criterion.when).includes(finding) === wanted)
        .map(({ criterion }) => inSentence(criterion.title)),
    );
  const [toward, outOf] = [titles(true), titles(false)];
  return toward === ""
    ? `${known}; present, it would keep ${outOf} from counting.`
    : `${known}, so it does not count toward ${toward}.`;
}

/** Of a finding that no criterion of the set reads. */
function notRead(set: ReferenceSet, finding: FindingId): string {
  return findingsRead(set).includes(finding) ? set.rule : (set.notItems[finding] ?? "Not an item of this set.");
}

function reads({ when }: Criterion, finding: FindingId): boolean {
  return findingsIn(when).includes(finding);
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
    const words = verdictWords(result, set);
    // The answer stands before the reading wherever that is read.
    const isSaid = verdictChoices(set).some(({ key, label }) => key === right && label === words);
    const saidOnce = isSaid ? "" : `${words}. `;
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
        reading: `${saidOnce}Score ${result.score.value}; ${inSentence(set.rule)}`,
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
      reading: `${set.short} gives ${writePoints(found.points)} for ${inSentence(domain.title)}. ${told.join(" ")}`,
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
    return ["A settled verdict was taken as open: no answer that is still missing can change it."];
  if (right === "undetermined" && given === asAssessed)
    return ["The score so far was taken as final, although an answer that is missing could change it."];
  return titles;
}
