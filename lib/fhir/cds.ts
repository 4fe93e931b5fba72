import type { Definitions, Finding, FindingId, Measurement, NamedDefinitions } from "../../criteria/types.ts";
import { type AssessmentPlan, assessInterpreted, assessmentPlanOf } from "../assess.ts";
import { type Identity, versionWords } from "../definition/identity.ts";
import { amountWords } from "../definition/vocabulary.ts";
import { thresholdOf } from "../definition/walk.ts";
import { type SetReport, setReport } from "../explain/report.ts";
import { STATEMENT } from "../explain/statement.ts";
import { list } from "../explain/values.ts";
import { withConfirmed } from "../reading/confirm.ts";
import { EMPTY_RECORD } from "../record/edit.ts";
import { interpret } from "../record/interpret.ts";
import { measureFinding } from "../record/measure.ts";
import { askedCodes, codeQuestions } from "./asked-codes.ts";
import { importPlanOf, readImport } from "./import/import.ts";
import type { Convert, ImportReport, Proposal } from "./import/report.ts";
import { type Json, object, objects, text } from "./import/resources.ts";
import type { ImportPlan } from "./import/results-in.ts";
import { isPartOf, outcomesIn } from "./import/source.ts";
import { CARDS, OVERRIDES } from "./names.ts";

/** The one service, for the hook that fires when a patient's chart is opened. */
export const SERVICE = "sle-laboratory-values";

/** The names of the prefetched Observations: one is asked for in an address that servers take, the rest in others. */
const prefetchKey = (position: number) => (position === 0 ? "observations" : `observations${position + 1}`);

/** What the card is about, and why somebody may put it aside, as codes of this project. */
const TOPIC = {
  system: CARDS,
  code: "sle-classification-laboratory",
  display: "Laboratory values in SLE classification",
};
export const OVERRIDE_REASONS = [
  { system: OVERRIDES, code: "known", display: "Known already" },
  { system: OVERRIDES, code: "explained", display: "Something else explains these values" },
  { system: OVERRIDES, code: "not-valid", display: "A value is not valid" },
  { system: OVERRIDES, code: "not-asked", display: "SLE is not in question in this patient" },
] as const;

/** What CDS Hooks 2.0 answers to a client that asks which services there are. */
export function services({ tests }: NamedDefinitions, { version }: Pick<Identity, "version">) {
  const questions = codeQuestions(askedCodes({ tests }));
  const prefetch = questions.map((codes, position): [string, string] => [
    prefetchKey(position),
    `Observation?patient={{context.patientId}}&status=final,amended,corrected&code=${codes}`,
  ]);
  return {
    services: [
      {
        hook: "patient-view",
        id: SERVICE,
        title: "SLE classification criteria: laboratory values",
        description: `Says which points the laboratory values in the chart already make. ${STATEMENT}`,
        usageRequirements: "Nothing that is sent is logged or kept, but that feedback is counted.",
        version,
        prefetch: Object.fromEntries(prefetch),
      },
    ],
  };
}

interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

export interface Card {
  /** Names this card in feedback on it. Nothing is kept under it here. */
  readonly uuid: string;
  readonly summary: string;
  readonly detail: string;
  readonly indicator: "info";
  readonly source: { readonly label: string; readonly url: string; readonly topic: Coding };
  readonly overrideReasons: readonly Coding[];
  readonly links: readonly { readonly label: string; readonly url: string; readonly type: "absolute" | "smart" }[];
}

export type CdsAnswer =
  | { readonly kind: "cards"; readonly cards: readonly Card[] }
  | { readonly kind: "unreadable"; readonly why: string }
  | { readonly kind: "prefetch-missing"; readonly why: string }
  /** A unit has to be converted: ask again with a converter. */
  | { readonly kind: "needs-converter" };

/** How a call is answered, worked out once for these definitions. */
export interface CdsPlan {
  readonly definitions: NamedDefinitions;
  readonly imported: ImportPlan;
  readonly assessment: AssessmentPlan;
  /** How many questions the prefetch asks. */
  readonly questions: number;
  /** What a card says made it. */
  readonly app: Identity;
}

export function cdsPlanOf(definitions: NamedDefinitions, app: Identity): CdsPlan {
  const [service] = services(definitions, app).services;
  return {
    definitions,
    app,
    imported: importPlanOf(definitions),
    assessment: assessmentPlanOf(definitions),
    questions: Object.keys(service?.prefetch ?? {}).length,
  };
}

/**
 * Answers a call of the service. Only laboratory values are counted: findings that a clinician has to see are unknown
 * here, so a card gives points and never a verdict. A value is counted only when it says that it is of the patient in
 * view, when the laboratory wrote no comment beside it, and when no other result says that it may not stand: nobody
 * looks at a value before the card is shown. `origin` is where the app answers, `today` the last day that a value can be of.
 */
export function answerCall(
  plan: CdsPlan,
  request: unknown,
  origin: string,
  convert?: Convert,
  today?: string,
): CdsAnswer {
  const { definitions } = plan;
  const call = object(request);
  const patient = text(object(call?.["context"])?.["patientId"]);
  if (call?.["hook"] !== "patient-view" || patient === undefined) {
    return { kind: "unreadable", why: "Not a call of the hook patient-view with a patient in its context." };
  }
  const prefetched = prefetchedOf(object(call["prefetch"]), plan.questions);
  if (prefetched === undefined) {
    return {
      kind: "prefetch-missing",
      why: `The prefetch "${prefetchKey(0)}" is missing, and this service asks no server.`,
    };
  }
  const { bundle } = prefetched;
  const incomplete = [
    ...prefetched.parts.map((part) => NOT_ALL[part]),
    ...(prefetched.failed > 0 ? ["A question about the results failed: what it asked for was not sent here."] : []),
  ];
  if (!Array.isArray(bundle["entry"]) || bundle["entry"].length === 0) {
    return { kind: "cards", cards: incomplete.length > 0 ? [onlyLeft(plan, incomplete, origin)] : [] };
  }
  const report = readImport(plan.imported, bundle, convert, today, { id: patient, server: text(call["fhirServer"]) });
  const [issue] = report.issues;
  if (issue) return { kind: "unreadable", why: issue.message };
  if (report.needsConverter) return { kind: "needs-converter" };
  const { counted, leftOut } = countedOf(report.proposals, definitions);
  const contributions = contributionsOf(plan, counted);
  const { strangers } = report;
  const unread = unreadIn(report, definitions);
  const rest = [...unread, ...incomplete];
  // Silence would say that nothing counts, which nobody knows here.
  if (contributions.length === 0) {
    return { kind: "cards", cards: rest.length > 0 ? [onlyLeft(plan, rest, origin)] : [] };
  }
  const left = [
    ...(strangers > 0
      ? [`${resultsWere(strangers)} left out that ${strangers === 1 ? "does" : "do"} not name this patient.`]
      : []),
    ...leftOut,
    ...rest,
    ...(prefetched.missing > 0
      ? [`${prefetched.missing} of ${plan.questions} prefetched lists of results were not sent here.`]
      : []),
  ];
  return { kind: "cards", cards: [card(plan, contributions, counted.length, left, origin)] };
}

/** What values count by each of the sets, in words. */
function contributionsOf({ definitions, assessment }: CdsPlan, values: readonly Proposal[]): readonly string[] {
  const record = withConfirmed(EMPTY_RECORD, values);
  const interpreted = interpret(assessment.record, record);
  const assessed = { record, interpreted, result: assessInterpreted(assessment, interpreted), definitions };
  return definitions.sets.flatMap((set) => contribution(setReport(set, assessed)) ?? []);
}

const NOT_ALL = {
  "next-page": "Only the first page of the results was sent here: there is a further one.",
  count: "The search for results found more of them than were sent here.",
};

interface Prefetched {
  /** All that was sent, as one Bundle. */
  readonly bundle: Json;
  /** How what was sent says that it is not the whole answer. */
  readonly parts: readonly (keyof typeof NOT_ALL)[];
  /** How many of the questions were not answered. */
  readonly missing: number;
  /** How many questions or pages of an answer were answered with an error. One that is left out may not have been asked. */
  readonly failed: number;
}

/**
 * What was prefetched. CDS Hooks sends null for a query that found nothing; one that failed is left out or is an
 * OperationOutcome. Undefined when none was answered.
 */
function prefetchedOf(prefetch: Json | undefined, questions: number): Prefetched | undefined {
  const sent = Array.from({ length: questions }, (_, position) => prefetch?.[prefetchKey(position)]);
  const bundles = sent.map(object).filter((one) => one?.["resourceType"] === "Bundle");
  const found = bundles.filter((one) => one !== undefined);
  const answered = found.length + sent.filter((one) => one === null).length;
  if (answered === 0) return undefined;
  const [first = { resourceType: "Bundle" }] = found;
  const bundle =
    found.length < 2
      ? first
      : {
          ...(found.find(({ type }) => type === "history") ?? first),
          entry: found.flatMap(({ entry }) => (Array.isArray(entry) ? (entry as unknown[]) : [])),
        };
  const outcomes = [
    ...sent.map(object).filter((one) => one?.["resourceType"] === "OperationOutcome"),
    ...found.flatMap(outcomesIn),
  ];
  const failed = outcomes.filter((one) => one !== undefined && isError(one)).length;
  const parts = new Set(found.flatMap((one) => isPartOf(one) ?? []));
  return { bundle, parts: [...parts], missing: questions - answered, failed };
}

/** An outcome may only warn. */
function isError({ issue }: Json): boolean {
  return objects(issue).some(({ severity }) => severity === "error" || severity === "fatal");
}

/** The results that could not be read, in words, without any word of theirs: the tests that they are of. */
function unreadIn({ notTaken }: ImportReport, { tests }: Definitions): readonly string[] {
  const unread = notTaken.filter(({ test }) => test !== undefined);
  if (unread.length === 0) return [];
  const count = unread.reduce((sum, one) => sum + one.count, 0);
  const labels = new Set(unread.flatMap(({ test }) => (test ? [tests[test].label] : [])));
  return [`${count} result${count === 1 ? "" : "s"} could not be read: ${list([...labels])}.`];
}

/** The values of which no person has to say first whether they stand, and in words, which were left out. */
function countedOf(proposals: readonly Proposal[], definitions: NamedDefinitions) {
  const values = proposals.filter((one) => one.kind === "measurement");
  const plain = values.filter(({ choice }) => choice === undefined);
  const choices = Map.groupBy(
    values.filter(({ choice }) => choice !== undefined),
    ({ choice }) => choice,
  );
  const agreed = [...choices.values()].map((group) => leastOf(group, definitions));
  const standing = [...plain, ...agreed.flatMap(({ least }) => least ?? [])];
  const counted = standing.filter(({ hasComment, isDoubtful }) => !hasComment && !isDoubtful);
  const commented = standing.filter(({ hasComment }) => hasComment).length;
  const doubtful = standing.length - counted.length - commented;
  const unsure = doubtful + agreed.reduce((sum, { others }) => sum + others, 0);
  const [them, they] = [commented === 1 ? "it" : "them", unsure === 1 ? "it stands" : "they stand"];
  return {
    counted,
    leftOut: [
      ...(commented > 0 ? [`${valuesWere(commented)} left out with a comment of the laboratory beside ${them}.`] : []),
      ...(unsure > 0 ? [`${valuesWere(unsure)} left out of which it is not known whether ${they}.`] : []),
    ],
  };
}

/**
 * Of values of one moment that differ, the one that decides the least: what it meets, the others meet as well. None
 * when there is no such one, or when it meets nothing that others do. `others` counts those that say something else.
 */
function leastOf<Value extends { readonly measurement: Measurement }>(
  group: readonly Value[],
  { findings, tests }: NamedDefinitions,
): { readonly least?: Value; readonly others: number } {
  const met = group.map(({ measurement }) => {
    const all = Object.entries(findings) as [FindingId, Finding][];
    return new Set(all.flatMap(([id, one]) => (measureFinding(one, [measurement], tests)?.occasions.met ? [id] : [])));
  });
  const position = met.findIndex((own) => met.every((other) => [...own].every((id) => other.has(id))));
  const [least, own] = [group[position], met[position]];
  const same = met.filter((other) => own !== undefined && other.size === own.size).length;
  if (!least || !own) return { others: group.length };
  if (own.size === 0 && same < group.length) return { others: group.length };
  return { least, others: group.length - same };
}

const valuesWere = (count: number) => `${count} laboratory value${count === 1 ? " was" : "s were"}`;
const resultsWere = (count: number) => `${count} result${count === 1 ? " was" : "s were"}`;

/** The parts of a card that are the same in every one. */
function frame(origin: string): Omit<Card, "summary" | "detail"> {
  return {
    uuid: crypto.randomUUID(),
    indicator: "info",
    source: { label: "SLE classification criteria", url: origin, topic: TOPIC },
    overrideReasons: OVERRIDE_REASONS,
    links: [
      { label: "Open with this patient's results", url: `${origin}/launch`, type: "smart" },
      { label: "Open empty", url: `${origin}/`, type: "absolute" },
    ],
  };
}

function card(
  plan: CdsPlan,
  contributions: readonly string[],
  values: number,
  leftOut: readonly string[],
  origin: string,
): Card {
  return {
    ...frame(origin),
    summary: "SLE classification criteria: what the laboratory values in this chart already count",
    detail: [
      ...contributions.map((one) => `- ${one}`),
      "",
      `From ${values} laboratory value${values === 1 ? "" : "s"} alone. Clinical findings are not in this count: they have to be confirmed by a clinician, and other explanations weighed.`,
      "",
      laboratoryOnly(plan.definitions),
      ...leftOut.flatMap((one) => ["", one]),
      ...foot(plan),
    ].join("\n"),
  };
}

/** A card that counts nothing, and says what it could not look at. */
function onlyLeft(plan: CdsPlan, left: readonly string[], origin: string): Card {
  return {
    ...frame(origin),
    summary: "SLE classification criteria: not all laboratory results in this chart could be looked at",
    detail: [
      "Nothing counts of what was sent and could be read.",
      ...left.flatMap((one) => ["", one]),
      ...foot(plan),
    ].join("\n"),
  };
}

const foot = ({ app }: CdsPlan) => ["", STATEMENT, "", `SLE classification criteria, version ${versionWords(app)}.`];

/** A score that reaches the threshold by laboratory values alone is no classification, and the reader is told so. */
function laboratoryOnly({ sets }: Definitions): string {
  const [first] = sets;
  if (!first) return "";
  const { threshold, comparison } = thresholdOf(first);
  const reached = comparison === ">=" ? `of ${threshold}` : `above ${threshold}`;
  return `A score ${reached} from laboratory values alone is no classification, in ${first.short} as in the other sets.`;
}

/** "EULAR/ACR 2019: 8 points: Thrombocytopenia (4) and ..."; undefined when no value counts in the set. */
function contribution(report: SetReport | undefined): string | undefined {
  if (!report || report.counted.length === 0) return undefined;
  const { set, result, counted, otherReadings } = report;
  const named = counted.map(({ title, weight }) => (set.unit === "points" ? `${title} (${weight})` : title));
  const said = `${set.short}: ${amountWords(result.score.value, set.unit)}: ${list(named)}`;
  return [said, ...otherReadings].join(". ");
}
