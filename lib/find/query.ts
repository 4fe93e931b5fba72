import type {
  Cause,
  ExplainedBy,
  FindingId,
  Measurement,
  NamedDefinitions,
  NamedFinding,
  TestNotRead,
} from "../../criteria/types.ts";
import { widerThan } from "../definition/implications.ts";
import { inSentence } from "../explain/values.ts";
import { CAUSES } from "../record/causes.ts";
import { atJoints, durationIn, isKind, isResult, unsaidIn } from "./asked-names.ts";
import { type CausedValue, causedValueIn } from "./caused-value.ts";
import { causeIn, type Explained, explainedIn, sinceIn } from "./explained.ts";
import { type Once, onceIn } from "./history.ts";
import { type Intent, namesNothing, readSaid, type SaidIntent } from "./intent.ts";
import { readMeasurement } from "./measurement.ts";
import { isAnyName, type Named, namedAsRelated, namedByBeginning, namedWhole } from "./names.ts";
import type { OtherAssay } from "./other-assay.ts";
import { partsOf } from "./parts.ts";
import type { FindPlan } from "./plan.ts";
import { squeezed, wordsOf } from "./words.ts";

/** One way to answer a finding by what was typed. */
export interface Answer {
  readonly named: Named;
  readonly intent: Intent;
  readonly explainedBy?: ExplainedBy;
  readonly note?: string;
}

/** What a text says as a whole. */
export type Reading =
  | { readonly kind: "measure"; readonly measurement: Measurement; readonly unkept?: string }
  /** A value that can mean several things, or nothing that can be; the message says which. */
  | { readonly kind: "values"; readonly choices: readonly Measurement[]; readonly message: string }
  /** The result of an assay that gives no value of the test that is named: a finding is answered instead. */
  | OtherAssay
  | CausedValue
  /** A test that no set reads is named. */
  | { readonly kind: "not-read"; readonly test: TestNotRead; readonly intent: Intent }
  /** A finding is named, and how it is meant has to be chosen; the message says why. */
  | { readonly kind: "answers"; readonly answers: readonly Answer[]; readonly message: string }
  | {
      readonly kind: "words";
      readonly intent: Intent;
      /** What has the name: one thing, several that share it, or none. */
      readonly named: readonly Named[];
      /** Whether it is one thing that can be answered or asked for, and all that was typed says so. */
      readonly sure: boolean;
      /** What explains it, where that was typed as well. */
      readonly explainedBy?: ExplainedBy;
      /** What is kept beside the answer, such as when it was. */
      readonly note?: string;
      /** A result that was said of nothing that has one. */
      readonly unread?: string;
    };

/** What is said of a test beside its name, without a value. */
const BESIDE_TEST = /^(?:low|high|raised|elevated|normal|serum|plasma)\s+|\s+(?:low|high|raised|elevated|normal)$/gi;
const NORMAL =
  /^normal\s+|\s+(?:(?:is |was |are |were )?(?:normal|not (?:low|reduced|decreased)|wnl|within normal (?:limits|range))|in (?:the )?normal range)$/i;

/** Reads what a text says to the last word, digit and sign, or not at all: no slip is forgiven and nothing passed over. */
export function readQuery(plan: FindPlan, query: string, today?: string): Reading {
  return readWithin(plan, query, today, 0);
}

/** So many times are words taken off around a name, "hx of severe oral ulcers, resolved", each time at one end. */
const MOST_AROUND = 4;

/** `around` is how often that was done. */
function readWithin(plan: FindPlan, query: string, today: string | undefined, around: number): Reading {
  const said = readSaid(plan.saying, query, today);
  const { intent } = said;
  if (namesNothing(intent.words)) return { kind: "words", intent: { ...intent, words: "" }, named: [], sure: false };
  const whole = namedOrAntibody(plan, intent.words);
  const read = whole.length > 0 ? undefined : aroundName(plan, said, today, around);
  if (read) return read;
  const caused = whole.length > 0 ? undefined : causedValue(plan, query, said, today);
  if (caused) return caused;
  const typed = whole.length > 0 ? undefined : readMeasurement(plan, query, today);
  switch (typed?.kind) {
    case "read":
      return { ...typed, kind: "measure" };
    case "choose":
    case "problem":
      return { kind: "values", choices: typed.choices, message: typed.message };
    case "other-assay":
      return typed;
    case "not-read":
      return { kind: "not-read", test: typed.test, intent };
    case undefined:
      return (
        (whole.length === 0 ? (since(plan, said) ?? lasting(plan, said) ?? inJoints(plan, said)) : undefined) ??
        words(plan, whole.length > 0 ? whole : namedByBeginning(plan.names, intent.words), said, query)
      );
  }
}

/** What is named with a cause, a time or a "normal" beside it. */
function aroundName(plan: FindPlan, said: SaidIntent, today: string | undefined, around: number): Reading | undefined {
  const caused = explained(plan, said);
  if (caused?.kind === "words" && caused.sure) return caused;
  return (around < MOST_AROUND ? once(plan, said, today, around) : undefined) ?? caused ?? normal(plan, said.intent);
}

function causedValue(plan: FindPlan, query: string, said: SaidIntent, today?: string): CausedValue | undefined {
  const { intent, undated, days } = said;
  // Of a day that can be two, the reader of values says so.
  const text = days ? { undated: query } : { undated, date: intent.date };
  return causedValueIn(plan, text, (cause) => namesMore(plan, cause), today);
}

function words(plan: FindPlan, named: readonly Named[], said: SaidIntent, query: string): Reading {
  const { intent, as } = said;
  for (const { target } of [...named, ...namedWhole(plan.names, intent.words.replaceAll(BESIDE_TEST, ""))]) {
    if (target.kind === "not-read") return { kind: "not-read", test: target.test, intent };
  }
  const [only, ...others] = named;
  const answers = answersOf(named, intent);
  if (only && said.days) return onEachDay(answers, said);
  if (only?.target.kind === "finding" && others.length === 0) {
    const { finding } = only.target;
    const name = antibodyIn(plan, intent.words) ?? intent.words;
    const unsaid = intent.status === "present" ? unsaidIn(name, finding, plan.definitions) : undefined;
    if (unsaid === "wider") return wider(plan, only, intent);
    if (isTestDenied(said, named, plan)) return testDenied(named, said);
    if (intent.status === "absent" && isKind(intent.words, finding, plan.definitions))
      return kindDenied(plan, only, intent);
    if (as === "dash") return dashed(only, intent);
    const begun = squeezed(only.through) !== squeezed(intent.words) && namedOrAntibody(plan, intent.words).length === 0;
    // "Direct" is the beginning of a label that says a result; whoever typed it has said none.
    if (begun && isResult(only, plan.definitions)) return resultWanted(only, intent);
    if (intent.status === "present" && unsaid === "result" && !saysResult(said, name))
      return resultWanted(only, intent);
  }
  if (isTestDenied(said, named, plan)) return testDenied(named, said);
  // "Reactive" is said of tests alone, and a plus sign of anything: what it says here is asked.
  if (as === "sign" || as === "dash" || (as === "result" && !named.every((one) => isResult(one, plan.definitions)))) {
    return {
      kind: "words",
      intent,
      named,
      sure: false,
      unread: said.undated.slice(said.undated.indexOf(intent.words) + intent.words.length).trim() || said.undated,
    };
  }
  const widest = intent.status === "absent" ? widestOf(named, intent.words, plan) : undefined;
  if (widest) return { kind: "words", intent, named: [widest], sure: true };
  // A test is asked for its value. That it is present, or a day, is nothing that it can be told.
  const says = only?.target.kind === "test" ? intent.words === query.trim() : only?.target.kind === "finding";
  return { kind: "words", intent, named, sure: says && others.length === 0 };
}

function answersOf(named: readonly Named[], intent: Intent): readonly Answer[] {
  return named.filter(({ target }) => target.kind === "finding").map((one) => ({ named: one, intent }));
}

/**
 * Of several levels of one result that share a name, the one that follows from each of the others: "dsDNA negative" is
 * none above the laboratory's range, and so at no higher level either. Of what no test decides this is not said: "no
 * kidney biopsy" may be one that nobody took.
 */
function widestOf(named: readonly Named[], words: string, { definitions }: FindPlan): Named | undefined {
  const own = named.flatMap(({ target }) => (target.kind === "finding" ? [target.finding] : []));
  const isLevel = (one: FindingId) =>
    (definitions.findings[one] as NamedFinding).decidedBy !== undefined ||
    unsaidIn(words, one, definitions) === "result";
  if (own.length < 2 || !own.every(isLevel) || own.some((one) => isKind(words, one, definitions))) return undefined;
  const widest = own.find((one) => own.every((other) => other === one || widerThan(other, definitions).has(one)));
  return named.find(({ target }) => target.kind === "finding" && target.finding === widest);
}

function onEachDay(answers: readonly Answer[], { days = [], why = "" }: SaidIntent): Reading {
  const dated = answers.flatMap((one) => days.map((date) => ({ ...one, intent: { ...one.intent, date } })));
  return { kind: "answers", answers: dated, message: why };
}

/** "Reports Coombs" says no more of its result than "Coombs" does; "has anti-Sm" does. */
function saysResult({ as, intent, undated }: SaidIntent, name: string): boolean {
  if (as === undefined) return false;
  const beside = undated.replace(intent.words, " ");
  return name !== intent.words || /\bpos|\+|✓|✔|present|yes|detected|reactive|\bha(?:s|d|ve)\b/i.test(beside);
}

function resultWanted(named: Named, intent: Intent): Reading {
  const { date: _, ...undated } = intent;
  const answers: readonly Answer[] = [
    { named, intent },
    { named, intent: { ...undated, status: "absent" } },
  ];
  const message = `"${intent.words}" names a test and says no result. Choose it, or type "${intent.words} positive" or "${intent.words} negative".`;
  return { kind: "answers", answers, message };
}

/** Words that deny and say a result: a laboratory's, or that of who looked. */
const RESULT_SAID =
  /\b(?:neg(?:ative)?|absent|present|excluded|ruled|detected|reactive)\b|^\s*[-–−]|[-–−]\)?(?:ve)?\s*$/i;
/** What is denied is then the antibody, and not its test. */
const ANTIBODY = /\bantibod(?:y|ies)\b|\babs?\b/i;

/** "No Coombs", "denies anti-Sm": of a test, unlike a symptom, this may say that nobody did it. */
function isTestDenied(
  { intent, as, undated }: SaidIntent,
  named: readonly Named[],
  { definitions }: FindPlan,
): boolean {
  if (intent.status !== "absent" || as !== "plain" || ANTIBODY.test(intent.words)) return false;
  const at = undated.lastIndexOf(intent.words);
  const denial = `${undated.slice(0, Math.max(at, 0))} ${undated.slice(at + intent.words.length)}`;
  if (RESULT_SAID.test(denial)) return false;
  const findings = named.flatMap(({ target }) => (target.kind === "finding" ? [target.finding] : []));
  return findings.length > 0 && findings.every((one) => unsaidIn(intent.words, one, definitions) === "result");
}

function testDenied(named: readonly Named[], { intent, undated }: SaidIntent): Reading {
  const answers = (["absent", "unknown"] as const).flatMap((status) => answersOf(named, { ...intent, status }));
  const message = `"${undated}" may say that the test is negative, or that it was not done. Choose one.`;
  return { kind: "answers", answers, message };
}

/** "No tamponade", which leaves open whether there is another effusion. */
function kindDenied(plan: FindPlan, named: Named, intent: Intent): Reading {
  const label =
    named.target.kind === "finding" ? inSentence(plan.definitions.findings[named.target.finding].label) : "";
  const message = `"${intent.words}" is one kind of ${label}. Choose it if every kind is denied.`;
  return { kind: "answers", answers: [{ named, intent }], message };
}

/** "- Malar rash": a dash that stands apart denies what follows, or begins a point of a list. */
function dashed(named: Named, intent: Intent): Reading {
  const answers: readonly Answer[] = [
    { named, intent: { ...intent, status: "present" } },
    { named, intent },
  ];
  return { kind: "answers", answers, message: `Does the dash before "${intent.words}" deny it? Choose one.` };
}

function wider(plan: FindPlan, named: Named, intent: Intent, explainedBy?: ExplainedBy): Reading {
  const label =
    named.target.kind === "finding" ? inSentence(plan.definitions.findings[named.target.finding].label) : "";
  const { date: _, ...undated } = intent;
  const answers: readonly Answer[] = [
    { named, intent, ...(explainedBy && { explainedBy }) },
    { named, intent: { ...undated, status: "absent" } },
  ];
  return {
    kind: "answers",
    answers,
    message: `"${intent.words}" can be more than ${label}. Choose it if that is meant.`,
  };
}

/** "mouth ulcers due to herpes": a finding with what explains it. Undefined where it is none, or what is named is no finding. */
function explained(plan: FindPlan, said: SaidIntent): Reading | undefined {
  const { intent } = said;
  if (intent.status !== "present" || said.as === "sign") return undefined;
  for (const one of explainedIn(intent.words)) {
    const within = readSaid(plan.saying, one.words);
    const named = namedWhole(plan.names, within.intent.words).filter(({ target }) => target.kind === "finding");
    const read =
      within.intent.status === "present" && named.length > 0
        ? byCause(plan, one, named, { ...said, ...(within.as && { as: within.as }) })
        : undefined;
    if (read) return read;
  }
  return undefined;
}

function byCause(
  plan: FindPlan,
  { words: head, text, as }: Explained,
  named: readonly Named[],
  said: SaidIntent,
): Reading | undefined {
  const intent: Intent = { ...said.intent, words: head };
  const [only, ...others] = named;
  if (only?.target.kind !== "finding") return undefined;
  const { finding } = only.target;
  const cause = causeIn(plan.causes, text, plan.definitions.findings[finding]);
  const answers = (explainedBy?: ExplainedBy) =>
    answersOf(named, intent).map((one) => ({ ...one, ...(explainedBy && { explainedBy }) }));
  // "Lupus fever" says nothing of a cause.
  if (as === "before" && cause?.kind !== "cause") return undefined;
  if (cause?.kind === "disease-itself") {
    return {
      kind: "answers",
      answers: answers(),
      message: `"${text}" is no other explanation. Choose it as present, explained by nothing else.`,
    };
  }
  if (!cause) {
    if (as !== "said" || namesMore(plan, text)) return undefined;
    return {
      kind: "answers",
      answers: CAUSES.flatMap((one) => answers({ cause: one, text })),
      message: `What kind of cause is "${text}"? Choose one.`,
    };
  }
  const explainedBy: ExplainedBy = { cause: cause.cause, text };
  if (isDoubted(cause, as, isAnyName(plan.names, text))) {
    return {
      kind: "answers",
      answers: [...answers(explainedBy), ...answers()],
      message: `Is "${text}" what explains it? Choose one.`,
    };
  }
  if (others.length > 0)
    return { kind: "answers", answers: answers(explainedBy), message: "The name fits more than one. Choose one." };
  if (said.days) return onEachDay(answers(explainedBy), said);
  const unsaid = said.as ? undefined : unsaidIn(head, finding, plan.definitions);
  if (unsaid === "wider" || unsaid === "result") return wider(plan, only, intent, explainedBy);
  return { kind: "words", intent, named: [only], sure: true, explainedBy };
}

/**
 * Whether what stands beside a finding may be no explanation of it. A drug may be its treatment, and what follows a
 * comma the next of a list: only what the finding's own list of explanations names is sure, and there no disease that
 * a person may have besides.
 */
function isDoubted({ cause, own }: { cause: Cause; own: boolean }, as: Explained["as"], isName: boolean): boolean {
  switch (as) {
    case "said":
      return false;
    case "before":
      return true;
    case "beside":
      return cause === "drug" && !own;
    case "listed":
      return !own || isName || !(cause === "drug" || cause === "infection");
  }
}

/** Whether a text that should be an explanation goes on to say the next fact: "HIV, malar rash". */
function namesMore(plan: FindPlan, text: string): boolean {
  const [, ...others] = partsOf(text);
  return others.some((part) => {
    const reading = readQuery(plan, part.text);
    return reading.kind === "words" ? reading.named.length > 0 : true;
  });
}

/**
 * "C3 normal" is not low, where "low" is all that is asked of a value and the laboratory's own limit says what that is.
 * Of other tests a laboratory's "normal" is no value, and what is then not so is offered: its range may reach beyond the
 * number that a finding asks for.
 */
function normal(plan: FindPlan, intent: Intent): Reading | undefined {
  const [said] = (intent.status === "present" && NORMAL.exec(intent.words)) || [];
  if (said === undefined) return undefined;
  const rest = intent.words.replace(NORMAL, "");
  const tests = namedWhole(plan.names, rest).flatMap(({ target }) => (target.kind === "test" ? [target.test] : []));
  const decided = Object.entries<NamedFinding>(plan.definitions.findings).filter(([, { decidedBy = [] }]) =>
    decidedBy.some(({ test }) => tests.includes(test)),
  );
  if (tests.length === 0 || decided.length === 0) return undefined;
  const { date: _, ...undated } = intent;
  const answers = decided.map(
    ([finding]): Answer => ({
      named: { target: { kind: "finding", finding: finding as keyof NamedDefinitions["findings"] }, through: rest },
      intent: { ...undated, status: "absent" },
    }),
  );
  const rules = decided.flatMap(([, { decidedBy = [] }]) => decidedBy);
  const [only, ...others] = answers;
  if (
    only &&
    others.length === 0 &&
    intent.date === undefined &&
    rules.every((rule) => "limit" in rule && rule.limit === "low")
  )
    return { kind: "words", intent: { ...only.intent, words: rest }, named: [only.named], sure: true };
  return { kind: "answers", answers, message: `"${said.trim()}" is no value. Choose what it says, or type the value.` };
}

/**
 * "Seizure 2019" and "hx of malar rash": a finding counts whenever it occurred, and the words that say when are kept as
 * its note. A value has no such words, and the year of an absence says nothing of other years.
 */
function once(plan: FindPlan, said: SaidIntent, today: string | undefined, around: number): Reading | undefined {
  if (said.days || said.intent.status !== "present") return undefined;
  const ways = [said.undated, ...(said.as === "plain" ? [said.intent.words] : [])].flatMap(onceIn);
  let first: Reading | undefined;
  for (const way of ways.length > 0 ? ways : onceBeforeCause(said.undated)) {
    const read = onceAs(plan, way, said, today, around);
    if (read?.kind === "words" && read.sure) return read;
    first ??= read;
  }
  return first;
}

function onceAs(
  plan: FindPlan,
  way: Once,
  { intent }: SaidIntent,
  today: string | undefined,
  around: number,
): Reading | undefined {
  const { words, note, bareYear } = way;
  const years = note.match(/\b(?:19|20)\d\d\b/g) ?? [];
  if (today !== undefined && years.some((year) => year > today.slice(0, 4))) return undefined;
  if (bareYear && readMeasurement(plan, `${words} ${bareYear}`)) return undefined;
  const read = readWithin(plan, intent.date ? `${words} ${intent.date}` : words, today, around + 1);
  if (read.kind === "answers") {
    const isSeen = read.answers[0]?.intent.status === "present";
    const answers = read.answers.map((one) => ({ ...one, note: notes(way, one.note) }));
    return isSeen ? { ...read, answers } : undefined;
  }
  if (read.kind !== "words" || read.intent.status !== "present") return undefined;
  const isFinding = read.named.some(({ target }) => target.kind === "finding");
  const isRead = read.sure || (read.named.length > 1 && read.unread === undefined);
  if (isAnother(plan, way, read.named)) return undefined;
  return isFinding && isRead ? { ...read, note: notes(way, read.note) } : undefined;
}

/** In the order in which they were typed: what stands within stands before the time that ends the text. */
function notes({ note, isBefore }: Once, within: string | undefined): string {
  if (within === undefined) return note;
  return isBefore ? `${note}, ${within}` : `${within}, ${note}`;
}

/** "Psychosis in 2012 due to steroids". */
function onceBeforeCause(text: string): readonly Once[] {
  return explainedIn(text)
    .filter(({ words, as }) => (as === "said" || as === "beside") && text.startsWith(words))
    .flatMap(({ words }) => onceIn(words).map((one) => ({ ...one, words: one.words + text.slice(words.length) })));
}

/** Whether the words beside a name make it that of another finding: "new pericardial effusion", "pain for a week". */
function isAnother(
  { definitions }: FindPlan,
  { note, words, isLasting, isImaged, count }: Once,
  named: readonly Named[],
): boolean {
  const [said, others] = [wordsOf(note)[0], wordsOf(words)];
  const own = named.flatMap(({ target }) => (target.kind === "finding" ? [target.finding] : []));
  if (isLasting && definitions.implications.some(({ to }) => own.includes(to))) return true;
  const all: NamedDefinitions["findings"] = definitions.findings;
  // What imaging shows of joints may be less than what is felt, and of how many is not said.
  if (isImaged && own.some((one) => (all[one] as NamedFinding).ofJoints)) return true;
  // "One" is fewer than a label asks for that is in the plural, or of joints or values: "one low count".
  const isCounted = (one: NamedFinding) =>
    !one.ofJoints && !one.decidedBy && (count === "more" || !/s$/.test(one.label));
  if (count && !own.every((one) => isCounted(all[one]))) return true;
  return Object.entries<NamedFinding>(definitions.findings).some(([finding, { label }]) => {
    const all = wordsOf(label);
    return (
      said !== undefined &&
      !own.some((one) => one === finding) &&
      all.includes(said) &&
      others.some((word) => all.includes(word))
    );
  });
}

const OF_ANTIBODIES = /^(?:antibod(?:y|ies)\s+(?:to|against)\s+(\S.*)|(\S.*?)[\s-]+(?:antibod(?:y|ies)|abs?))$/i;

/** The test whose antibodies a text names: "anti-Sm antibodies", "antibodies to Sm". */
function antibodyIn(plan: FindPlan, words: string): string | undefined {
  const [, to, of] = OF_ANTIBODIES.exec(words.trim()) ?? [];
  const name = to ?? of;
  if (name === undefined) return undefined;
  const named = namedWhole(plan.names, name);
  return named.length > 0 && named.every((one) => isResult(one, plan.definitions)) ? name : undefined;
}

function namedOrAntibody(plan: FindPlan, words: string): readonly Named[] {
  const whole = namedWhole(plan.names, words);
  const name = whole.length > 0 ? undefined : antibodyIn(plan, words);
  return name === undefined ? whole : namedWhole(plan.names, name);
}

/** "raynaud from her first marriage": the finding, with what may be a time, which is no cause. */
function since(plan: FindPlan, { intent }: SaidIntent): Reading | undefined {
  const found = intent.status === "present" ? sinceIn(intent.words) : undefined;
  if (!found || namesMore(plan, found.since)) return undefined;
  const answers = answersOf(namedWhole(plan.names, found.words), intent);
  const message = `"${found.since}" names no single day; a date is written as 2024-05-02. Choose one without it.`;
  return answers.length > 0 ? { kind: "answers", answers, message } : undefined;
}

/** "morning stiffness 45 min": a part of a finding, with how long it lasted, which is kept as a note. */
function lasting(plan: FindPlan, said: SaidIntent): Reading | undefined {
  const { intent } = said;
  const lasted = intent.status === "present" ? durationIn(intent.words) : undefined;
  if (!lasted) return undefined;
  const named = namedAsRelated(plan.names, lasted.words).filter(
    ({ target }) =>
      target.kind === "finding" &&
      (plan.definitions.findings[target.finding] as NamedFinding).leastMinutes !== undefined,
  );
  const [only] = named;
  if (only?.target.kind !== "finding") return undefined;
  const { label, leastMinutes = 0 }: NamedFinding = plan.definitions.findings[only.target.finding];
  const note = intent.words;
  const long = lasted.minutes >= leastMinutes;
  const { date: _, ...undated } = intent;
  const message = long
    ? `"${note}" is a part of "${label}". Choose it if the rest is so as well.`
    : `"${label}" asks for at least ${leastMinutes} minutes.`;
  return {
    kind: "answers",
    answers: [{ named: only, intent: long ? intent : { ...undated, status: "absent" }, note }],
    message,
  };
}

/** "arthritis of both wrists and MCPs": the joints are kept as a note; how many they are is the reader's to say. */
function inJoints(plan: FindPlan, said: SaidIntent): Reading | undefined {
  const { intent } = said;
  const head = intent.status === "present" ? atJoints(intent.words, plan.definitions.joints) : undefined;
  if (!head) return undefined;
  const named = namedWhole(plan.names, head).filter(
    ({ target }) => target.kind === "finding" && (plan.definitions.findings[target.finding] as NamedFinding).ofJoints,
  );
  if (named.length === 0) return undefined;
  const answers = answersOf(named, intent).map((one) => ({ ...one, note: intent.words }));
  return { kind: "answers", answers, message: "Choose what was seen there. The joints are kept as its note." };
}
