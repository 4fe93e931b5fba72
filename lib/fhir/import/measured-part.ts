import type {
  LabTest,
  LimitName,
  Measurement,
  NamedDefinitions,
  NamedLabTest,
  TestId,
} from "../../../criteria/types.ts";
import { equivalentOf, isUsualDilution, TITER } from "../../record/titer.ts";
import { amountOf, isTiterOnly } from "./amount.ts";
import { calledOf, type Flag, readFlags } from "./flags.ts";
import { otherAssayIn } from "./other-assay.ts";
import { notTaken, type Outcome } from "./outcome.ts";
import type { Person } from "./patient-facts.ts";
import { type Amount, printedOtherwise } from "./quantity.ts";
import { readRange } from "./range.ts";
import type { Convert } from "./report.ts";
import { type Json, object, short, wordsOf } from "./resources.ts";
import { originalOf } from "./result-words.ts";

/** What is read of a part that has a value. */
export interface MeasuredPart {
  readonly amount: Amount;
  readonly limits: Pick<Measurement, LimitName>;
  readonly method: string | undefined;
  readonly remarks: readonly string[];
  readonly isDoubtful?: true;
}

/** What is known of a part from the whole that it is of. */
interface Of {
  readonly person: Person;
  readonly date?: string;
  readonly method: unknown;
}

/** Reads the value of a part, with the laboratory's limits and the method; undefined where there is no value. */
export function readMeasured(
  definitions: NamedDefinitions,
  part: Json,
  id: TestId,
  { person, date, method }: Of,
  convert: Convert | undefined,
): MeasuredPart | Exclude<Outcome, { readonly kind: "proposals" }> | undefined {
  const test: NamedLabTest = definitions.tests[id];
  const what = wordsOf(part["code"]);
  const amount = amountOf(part, test, convert);
  if (amount === undefined) return undefined;
  if ("why" in amount) {
    if (amount.needsConverter) return { kind: "needs-converter" as const };
    const isWordless = isTiterOnly(test) || amount.isNoTiter;
    return notTaken(what, `${amount.why}${isWordless ? adviceFor(definitions, id, part, readFlags(part)) : ""}`);
  }
  const { unit } = amount.amount;
  const assay = unit === TITER ? otherAssayIn(part, method, test) : undefined;
  if (assay !== undefined) {
    const why = `${originalOf("", part)} is no titer of immunofluorescence: it is of another assay (${short(assay, 60)})`;
    return notTaken(what, `${why}${adviceFor(definitions, id, part, readFlags(part))}`);
  }
  const sent = object(part["valueQuantity"]);
  const range = readRange(part["referenceRange"], { unit, sent, test, person, day: date }, convert);
  if (range.needsConverter) return { kind: "needs-converter" as const };
  const doubts = [
    sent && printedOtherwise(sent, amount.amount, test, isAntibodyUnit(test) ? unlike(test, definitions) : []),
    sent && unusualTiter(amount.amount),
  ].filter((doubt) => doubt !== undefined);
  const { remarks, needsConverter: _, ...limits } = range;
  const words = part["method"] === undefined ? undefined : wordsOf(part["method"]);
  const known = words === undefined ? undefined : test.methods?.find((one) => names(words, one.id));
  const unread = words && test.methods && !known ? [`The method was not recognized: ${words}`] : [];
  return {
    amount: amount.amount,
    limits,
    method: known?.id,
    remarks: [...doubts, ...remarks, ...unread],
    ...(doubts.length > 0 && { isDoubtful: true as const }),
  };
}

/** A bare number that is coded as a titer may be an index: those of laboratories are of a few series. */
function unusualTiter({ value, unit }: Amount): string | undefined {
  if (unit !== TITER || isUsualDilution(value)) return undefined;
  return `1:${value} is no dilution that laboratories usually make: check that it is a titer, and no index.`;
}

/** Tests that have a unit of their own for one class of antibody, other than this one's. */
function unlike(test: LabTest, { tests }: NamedDefinitions): readonly LabTest[] {
  return (Object.values(tests) as LabTest[]).filter((one) => one !== test && isAntibodyUnit(one));
}

/** What a person can answer where an assay gives no titer, or none that can be read. */
export function adviceFor(definitions: NamedDefinitions, test: TestId, part: Json, flags: ReadonlySet<Flag>): string {
  const called = calledOf(flags);
  if (called === undefined) return "";
  const equivalent = equivalentOf(test, definitions);
  if (!equivalent) return `. It is called ${called}`;
  const { label } = definitions.findings[equivalent.finding];
  const assay = wordsOf(part["method"] ?? part["code"]);
  return `. It is called ${called}: answer “${label}” (${equivalent.words}) yourself, if it is one, with the name of the assay in the note (${assay})`;
}

/** Whether the units of a test are those of one class of antibody, such as GPL. */
function isAntibodyUnit(test: LabTest): boolean {
  return test.units.every(({ unit }) => /^\[[A-Z]+'U\]$/.test(unit));
}

/** Whether words name a method by its id, as a word of its own. `other` is no name. */
function names(words: string, id: string): boolean {
  return (
    id !== "other" &&
    words
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .includes(id)
  );
}
