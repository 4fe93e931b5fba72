/** What a voter can answer to a question, and what each answer would say of the record. */
import type { Misreading } from "../../criteria/practice/types.ts";
import type { Cause, CriteriaSet, Definitions, FindingId, NamedDefinitions, SleRecord } from "../../criteria/types.ts";
import { inSentence, list, writeCause } from "../explain/values.ts";
import { type Answer, answerOf } from "../practice/answer.ts";
import { keptPlanOf } from "../practice/kept-plan.ts";
import { misread } from "../practice/misread.ts";
import { CAUSES } from "../record/causes.ts";
import { answer, explain, explainTogether } from "../record/edit.ts";
import type { Fact } from "../record/facts.ts";
import { interpret } from "../record/interpret.ts";
import { twinsOf } from "../record/twins.ts";
import type { Asks } from "./round.ts";

export interface Choice {
  /** Stands in votes and exports: `counts`, `explained:drug`, `absent`, `cannot-tell`, `points:6`, `classified`, ... */
  readonly key: string;
  readonly label: string;
}

/** A choice with the misreadings that lead to it; none for what is right. */
export interface PointsChoice extends Choice {
  readonly points: number;
  readonly misreadings: readonly Misreading[];
}

const EXPLAINED = "explained:";

/** The cause in the key of a choice that something else explains the finding. */
export function causeIn(key: string): Cause | undefined {
  return CAUSES.find((cause) => key === EXPLAINED + cause);
}

const explainedKey = (cause: Cause) => EXPLAINED + cause;

/** The answers to a question about a finding. Every cause is offered, so that the list does not tell what is right. */
export function findingChoices(finding: FindingId, { findings }: NamedDefinitions): readonly Choice[] {
  return [
    { key: "counts", label: "Present, and it counts" },
    ...CAUSES.map((cause) => ({ key: explainedKey(cause), label: explainedLabel(cause, finding, findings) })),
    { key: "absent", label: "Absent" },
    { key: "cannot-tell", label: "Cannot tell" },
  ];
}

/** "Present, but a drug explains it (such as drug-induced lupus)": with what to think of, where the definitions name it. */
function explainedLabel(cause: Cause, finding: FindingId, findings: NamedDefinitions["findings"]): string {
  const named = findings[finding].otherExplanations.filter((one) => one.cause === cause).map(({ label }) => label);
  const such = named.length > 0 ? ` (such as ${list(named.map(inSentence), "or")})` : "";
  return `Present, but ${writeCause(cause)} explains it${such}`;
}

/** The choice that says what the record does. */
export function keyOf({ status, explainedBy }: Fact): string {
  if (status === "unknown") return "cannot-tell";
  if (status === "absent") return "absent";
  return explainedBy ? explainedKey(explainedBy.cause) : "counts";
}

/** The record as somebody reads it who answers a finding so. What explains a result explains all that it decides. */
export function recordReadAs(key: string, finding: FindingId, record: SleRecord, definitions: Definitions): SleRecord {
  switch (key) {
    case "counts":
      return answer(unexplained(record, finding, definitions), finding, "present");
    case "absent":
      return answer(record, finding, "absent");
    case "cannot-tell":
      return answer(record, finding, "unknown");
    default: {
      const cause = causeIn(key);
      if (!cause) return record;
      // With the explanation that the record has: what shares it, is put down to the other cause as well.
      const present = answer(record, finding, "present");
      return explainTogether(present, finding, { cause }, twinsIn(present, finding, definitions));
    }
  }
}

/** Whoever says that a result counts says it of each finding that the result decides. */
function unexplained(record: SleRecord, finding: FindingId, definitions: Definitions): SleRecord {
  return [finding, ...twinsIn(record, finding, definitions)].reduce(
    (edited, one) => explain(edited, one, undefined),
    record,
  );
}

function twinsIn(record: SleRecord, finding: FindingId, definitions: Definitions): readonly FindingId[] {
  const plan = keptPlanOf(definitions).record;
  return twinsOf(finding, interpret(plan, record).measured, plan.twins);
}

/** Points with a minus sign, where they are taken off. */
export const writePoints = (points: number): string => String(points).replace("-", "−");

/**
 * The numbers of points that a domain can be thought to give: none, each weight, what is right, and what each known
 * misreading of the set makes of this patient.
 */
export function pointsChoices(
  { domain }: Extract<Asks, { kind: "points" }>,
  set: CriteriaSet,
  right: number,
  misreadAs: readonly AnswerMisread[],
): readonly PointsChoice[] {
  const weights = set.domains.find(({ id }) => id === domain)?.criteria.map(({ weight }) => weight) ?? [];
  const read = misreadAs.map(({ misreading, answer: { domains } }) => ({ misreading, points: domains[domain] ?? 0 }));
  const all = new Set([0, right, ...weights, ...read.map(({ points }) => points)]);
  return [...all]
    .toSorted((a, b) => a - b)
    .map((points) => ({
      key: `points:${points}`,
      label: writePoints(points),
      points,
      misreadings: points === right ? [] : read.filter((one) => one.points === points).map((one) => one.misreading),
    }));
}

const VERDICTS: readonly Choice[] = [
  { key: "classified", label: "Classified" },
  { key: "not-classified", label: "Not classified" },
  { key: "undetermined", label: "Cannot be said yet" },
];

/** The answers to a question about a verdict, in the set's own words where it does not speak of classification. */
export function verdictChoices({ outcome }: CriteriaSet): readonly Choice[] {
  return VERDICTS.map(({ key, label }) => ({
    key,
    label: key === "classified" ? outcome.met : key === "not-classified" ? outcome.notMet : label,
  }));
}

/** What a record comes to by a set that is misread. */
export interface AnswerMisread {
  readonly misreading: Misreading;
  readonly answer: Answer;
}

/** What each misreading of a set makes of a record. */
export function answersMisread(
  record: SleRecord,
  set: CriteriaSet,
  definitions: Definitions,
  misreadings: readonly Misreading[],
): readonly AnswerMisread[] {
  return misreadings
    .filter(({ sets }) => sets.includes(set.id))
    .flatMap((misreading) => {
      const view = misread({ record, set, definitions }, misreading);
      const read = answerOf(view.record, view.set, view.definitions);
      return read ? [{ misreading, answer: read }] : [];
    });
}
