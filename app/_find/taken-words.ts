import type { SleRecord, Status } from "../../criteria/types.ts";
import { definitions } from "../../criteria/without-examples.ts";
import { decidedSentence } from "../../lib/explain/decided.ts";
import { inSentence, list, writeMeasurement } from "../../lib/explain/values.ts";
import { measureFinding } from "../../lib/record/measure.ts";
import { decidedBy, reads, setById } from "../_calculator/readers.ts";
import { assessmentOf } from "../_store/assessment.ts";
import type { Takable } from "./take-offer.ts";

const STATUS_WORDS: Readonly<Record<Status, string>> = { present: "present", absent: "absent", unknown: "not known" };

/**
 * What was recorded and what this value did: "White cell count 3.2 ×10⁹/L. Met: leukopenia." Of a finding that the
 * opened set does not read, that too.
 */
export function takenWords(offer: Takable, record: SleRecord, set: string): string {
  const words = offer.kind === "answer" ? answerWords(offer, set) : valueWords(record);
  const { issues } = assessmentOf(record).interpreted;
  const contradictions = issues.filter(({ code }) => code === "contradiction").map(({ message }) => message);
  return [...words, ...contradictions].join(" ");
}

function answerWords({ finding, status, date }: Extract<Takable, { kind: "answer" }>, set: string): readonly string[] {
  const day = date ? `, first seen ${date}` : "";
  const unread = status === "present" && !reads(set, finding) ? setById(set) : undefined;
  return [
    `${definitions.findings[finding].label}: ${STATUS_WORDS[status]}${day}.`,
    ...(unread ? [`Not read by ${unread.short}.`] : []),
  ];
}

/** What the last value of a record did, apart from what the values before it had done. */
function valueWords(record: SleRecord): readonly string[] {
  const value = record.measurements?.at(-1);
  if (!value) return [];
  const { measured, facts } = assessmentOf(record).interpreted;
  const decided = decidedBy(value.test).flatMap((finding) => {
    const all = measured.get(finding);
    const own = measureFinding(definitions.findings[finding], [value], definitions.tests);
    if (!all || !own) return [];
    const name = inSentence(definitions.findings[finding].label);
    return [
      { finding, name, status: all.status, own: own.status, meets: own.occasions.met > 0, fact: facts?.[finding] },
    ];
  });
  const names = (some: typeof decided) => list(some.map(({ name }) => name));
  const met = decided.filter(({ status, meets }) => status === "present" && meets);
  const before = decided.filter(({ status, meets }) => status === "present" && !meets);
  const again = decided.filter(({ status, meets }) => status === "unknown" && meets);
  // What is answered, or follows from an answer, is decided although the value leaves it open.
  const open = decided.filter(({ status, own, meets }) => status === "unknown" && own === "unknown" && !meets);
  const undecided = open.filter(({ fact }) => !fact || fact.origin.kind === "not-answered");
  const assumed = open.flatMap(({ name, fact }) =>
    fact?.origin.kind === "assumed" ? `${name} (${fact.origin.why})` : [],
  );
  const needs = undecided.flatMap(({ finding }) => decidedSentence(finding, [value], definitions) ?? []);
  return [
    `${writeMeasurement(value, definitions)}.`,
    ...(met.length > 0 ? [`Met: ${names(met)}.`] : []),
    ...(met.length + again.length + undecided.length === 0 ? ["Meets no rule."] : []),
    ...(before.length > 0 ? [`Met before by another value: ${names(before)}.`] : []),
    ...(assumed.length > 0 ? [`Assumed: ${list(assumed)}.`] : []),
    ...(again.length > 0 ? [`Needs a value from another date: ${names(again)}.`] : []),
    ...(undecided.length > 0 ? [`Not decided yet: ${names(undecided)}.`] : []),
    ...new Set(needs),
  ];
}
