import type { Definitions, FindingId, LabTest, Measurement, TestId } from "../../../criteria/types.ts";
import { acceptedUnit, isPlausible } from "../../record/units.ts";
import { SYSTEMS } from "../names.ts";
import { type Flag, limitedFindings, readFlags } from "./flags.ts";
import { type Amount, readQuantity, readTiter, TITER } from "./quantity.ts";
import { readRange } from "./range.ts";
import type { Convert, Proposal } from "./report.ts";
import {
  codesOf,
  dayOf,
  type Json,
  nameOf,
  number,
  object,
  objects,
  short,
  text,
  whyNotRead,
  wordsOf,
} from "./resources.ts";

type Body = Proposal extends infer One ? (One extends unknown ? Omit<One, "id"> : never) : never;

/** What one coded statement comes to. */
export type Outcome =
  | { readonly kind: "proposals"; readonly bodies: readonly Body[] }
  | { readonly kind: "not-taken"; readonly what: string; readonly why: string }
  | { readonly kind: "needs-converter" };

const notTaken = (what: string, why: string): Outcome => ({ kind: "not-taken", what, why });

/** Statuses of a result that stands. */
const FINAL: ReadonlySet<unknown> = new Set(["final", "amended", "corrected"]);

export type ReadObservation = (
  resource: Json,
  convert: Convert | undefined,
  today: string | undefined,
) => readonly Outcome[];

/** A reader of Observations for these definitions: the resource itself and each of its components. */
export function observationReader(definitions: Definitions): ReadObservation {
  const codes = loincOf(definitions);
  const limited = limitedFindings(definitions);
  return (resource, convert, today) => {
    const what = wordsOf(resource["code"]);
    const unsafe = whyNotRead(resource);
    if (unsafe) return [notTaken(what, unsafe)];
    if (!FINAL.has(resource["status"])) {
      return [notTaken(what, `its status is ${short(text(resource["status"]) ?? "missing", 30)}, not final`)];
    }
    const source = nameOf(resource);
    const date =
      dayOf(resource["effectiveDateTime"]) ??
      dayOf(object(resource["effectivePeriod"])?.["start"]) ??
      dayOf(resource["effectiveInstant"]);
    if (date && today && date > today) return [notTaken(what, `its date, ${date}, lies in the future`)];
    const parts = objects(resource["component"]);
    const own = parts.length > 0 && !hasValue(resource) ? [] : [resource];
    return [...own, ...parts].map((part) => readPart(part, { source, ...(date && { date }) }, convert));
  };

  function readPart(part: Json, from: { source: string; date?: string }, convert: Convert | undefined): Outcome {
    const what = wordsOf(part["code"]);
    const loinc = codesOf(part["code"]).filter(({ system }) => system === SYSTEMS.loinc);
    const tests = new Set(loinc.map(({ code }) => codes.tests.get(code)).filter((one) => one !== undefined));
    if (tests.size > 1) return notTaken(what, "its codes name more than one test");
    const [test] = tests;
    const findings = [...new Set(loinc.flatMap(({ code }) => codes.findings.get(code) ?? []))];
    if (!test && findings.length === 0)
      return notTaken(what, "no criterion asks for it, or its code is not known here");
    const unsafe = whyNotRead(part);
    if (unsafe) return notTaken(what, unsafe);
    const absent = object(part["dataAbsentReason"]);
    if (absent) return notTaken(what, `there is no value: ${wordsOf(absent)}`);
    if (part["interpretation"] !== undefined && !Array.isArray(part["interpretation"])) {
      return notTaken(what, "it is not FHIR R4: its interpretation is not a list");
    }
    const original = originalOf(what, part);
    const flags = readFlags(part);
    const measured = test && readMeasured(part, test, convert);
    if (measured && "kind" in measured) return measured;
    if (measured && test) {
      const { amount, limits, method, remarks } = measured;
      const measurement = {
        test,
        ...amount,
        ...limits,
        ...(from.date && { date: from.date }),
        ...(method && { method }),
      };
      if (!isBelievable(measurement, definitions.tests[test])) {
        return notTaken(what, `${amount.value} ${amount.unit}, or a limit beside it, is not believable in this unit`);
      }
      const undated = from.date ? [] : ["There is no date: undated values count as one occasion."];
      const doubts = flagDoubts(flags, measurement, limited.has(test));
      const body: Body = {
        kind: "measurement",
        measurement,
        original,
        ...from,
        remarks: [...remarks, ...undated, ...doubts],
      };
      return { kind: "proposals", bodies: [body, ...flagged(test, flags, measurement, { original, ...from })] };
    }
    const told = test ? flagged(test, flags, {}, { original, ...from }) : [];
    if (told.length > 0) return { kind: "proposals", bodies: told };
    return readAnswer(flags, findings, original, from, what, test !== undefined);
  }

  /**
   * Findings that the laboratory's flag is, where the limit that the flag stands for was not sent. With the limit, the
   * value decides. They are no laboratory values, so that each is confirmed by itself.
   */
  function flagged(
    test: TestId,
    flags: ReadonlySet<Flag>,
    limits: Pick<Measurement, "low" | "high">,
    from: Pick<Body, "source" | "original" | "date">,
  ): readonly Body[] {
    return (["low", "high"] as const)
      .filter((side) => flags.has(side) && limits[side] === undefined && !contradictory(flags))
      .flatMap((side) => (limited.get(test)?.[side] ?? []).map((finding) => ({ finding, side })))
      .map(({ finding, side }) => ({
        kind: "finding" as const,
        finding,
        status: "present" as const,
        ...from,
        remarks: [`Only the laboratory's flag says so (${side}), and its limit was not sent: check it.`],
      }));
  }

  function readMeasured(part: Json, id: TestId, convert: Convert | undefined) {
    const test: LabTest = definitions.tests[id];
    const what = wordsOf(part["code"]);
    const amount = amountOf(part, test, convert);
    if (amount === undefined) return undefined;
    if ("why" in amount)
      return amount.needsConverter ? { kind: "needs-converter" as const } : notTaken(what, amount.why);
    const range = readRange(part["referenceRange"], amount.amount.unit, object(part["valueQuantity"]), test, convert);
    if (range.needsConverter) return { kind: "needs-converter" as const };
    const { remarks, needsConverter: _, ...limits } = range;
    const words = part["method"] === undefined ? undefined : wordsOf(part["method"]);
    const method = words === undefined ? undefined : test.methods?.find((one) => names(words, one.id));
    const unread = words && test.methods && !method ? [`The method was not recognized: ${words}`] : [];
    return { amount: amount.amount, limits, method: method?.id, remarks: [...remarks, ...unread] };
  }
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

function isBelievable({ unit, value, low, high }: Measurement, test: LabTest): boolean {
  const accepted = acceptedUnit(test, unit);
  const numbers = [value, low, high].filter((one) => one !== undefined);
  return accepted !== undefined && numbers.every((one) => isPlausible(one, accepted, test));
}

function hasValue(resource: Json): boolean {
  return Object.keys(resource).some((key) => key.startsWith("value"));
}

function amountOf(part: Json, test: LabTest, convert: Convert | undefined) {
  const isTiter = test.units.some(({ unit }) => unit === TITER);
  const titer: Amount | undefined = isTiter ? readTiter(part["valueRatio"], part["valueString"]) : undefined;
  if (titer) return { amount: titer };
  const quantity = object(part["valueQuantity"]);
  if (quantity) return readQuantity(quantity, test, convert);
  if (number(part["valueInteger"]) !== undefined) return { why: "there is no unit" };
  if (part["valueRatio"] !== undefined) return { why: "the ratio is not a titer of the form 1:160" };
  return undefined;
}

const contradictory = (flags: ReadonlySet<Flag>) =>
  (["low", "high", "normal", "positive", "negative"] as const).filter((flag) => flags.has(flag)).length > 1;

/** What a flag makes doubtful in a value, or leaves open. The value and its limits are taken as they are. */
function flagDoubts(flags: ReadonlySet<Flag>, measurement: Measurement, hasLimit: boolean): readonly string[] {
  const { value, unit, low, high, comparator } = measurement;
  if (contradictory(flags)) return ["It is flagged in two ways at once: check the source."];
  if (low === undefined && high === undefined) {
    return hasLimit && flags.has("abnormal")
      ? ["It is flagged abnormal, which says neither low nor high: enter the laboratory's limit."]
      : [];
  }
  if (comparator) return [];
  // The limit of a titer is the first that the laboratory calls positive.
  const isLow = low !== undefined && value < low;
  const isHigh = high !== undefined && (unit === TITER ? value >= high : value > high);
  const denied =
    (flags.has("low") && low !== undefined && !isLow) ||
    (flags.has("high") && high !== undefined && !isHigh) ||
    (flags.has("normal") && (isLow || isHigh));
  return denied ? ["The laboratory's flag and its limits do not agree: check the source."] : [];
}

/** A result without a number: positive or negative as its codes say, never as its words seem to say. */
function readAnswer(
  flags: ReadonlySet<Flag>,
  findings: readonly FindingId[],
  original: string,
  from: { source: string; date?: string },
  what: string,
  hasTest: boolean,
): Outcome {
  const [positive, negative] = [flags.has("positive"), flags.has("negative")];
  if (positive && negative) return notTaken(what, "it is called positive and negative at once");
  if (flags.has("uncertain")) return notTaken(what, "it is called neither positive nor negative");
  if (!positive && !negative) {
    const flag = (["low", "high", "abnormal", "normal"] as const).find((one) => flags.has(one));
    return notTaken(
      what,
      flag
        ? `it has no result that can be read, and its flag (${flag}) does not say positive or negative`
        : "its result is not one that can be read with certainty",
    );
  }
  if (findings.length === 0 || hasTest) return notTaken(what, "its result is not a number with a unit");
  const remarks = [
    "Check that it meets the definition before you confirm it.",
    ...(findings.length > 1
      ? ["The same result is proposed for more than one finding; it need not be all of them."]
      : []),
  ];
  const status = positive ? ("present" as const) : ("absent" as const);
  return {
    kind: "proposals",
    bodies: findings.map((finding): Body => ({ kind: "finding", finding, status, original, ...from, remarks })),
  };
}

/** The words and figures of a result, as the source has them. */
function originalOf(what: string, part: Json): string {
  const quantity = object(part["valueQuantity"]);
  const value = quantity
    ? [quantity["comparator"], quantity["value"], quantity["unit"] ?? quantity["code"]]
        .filter((one) => one !== undefined)
        .join(" ")
    : (text(part["valueString"]) ?? (part["valueCodeableConcept"] ? wordsOf(part["valueCodeableConcept"]) : ""));
  const ratio = object(part["valueRatio"]);
  const titer = ratio ? `${object(ratio["numerator"])?.["value"]}:${object(ratio["denominator"])?.["value"]}` : "";
  const flags = objects(part["interpretation"]).map(wordsOf).join(", ");
  return short([what, value, titer, flags && `(${flags})`].filter((one) => one !== "").join(" "));
}

function loincOf({ tests, findings }: Definitions) {
  const byTest = new Map<string, TestId>();
  for (const [id, { codes = [] }] of Object.entries(tests) as [TestId, LabTest][]) {
    for (const { system, code } of codes) if (system === "loinc") byTest.set(code, id);
  }
  const byFinding = new Map<string, FindingId[]>();
  for (const [id, { codes = [] }] of Object.entries(findings) as [FindingId, Definitions["findings"][FindingId]][]) {
    for (const { system, code } of codes) {
      if (system === "loinc") byFinding.set(code, [...(byFinding.get(code) ?? []), id]);
    }
  }
  return { tests: byTest, findings: byFinding };
}
