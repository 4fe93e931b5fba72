import type { Definitions, FindingId, LabTest, Measurement, TestId } from "../../../criteria/types.ts";
import { limitDoubts } from "../../record/limit-doubts.ts";
import { equivalentOf, TITER } from "../../record/titer.ts";
import { acceptedUnit, isPlausible } from "../../record/units.ts";
import { SYSTEMS } from "../names.ts";
import { FINAL } from "./corrections.ts";
import type { Dated } from "./days.ts";
import { type Flag, limitedFindings, readFlags } from "./flags.ts";
import type { Person } from "./people.ts";
import { type Amount, isTiter, printedOtherwise, type Read, readQuantity, readTiter } from "./quantity.ts";
import { readRange } from "./range.ts";
import type { Convert, Proposal } from "./report.ts";
import { codesOf, type Json, nameOf, number, object, objects, short, text, wordsOf } from "./resources.ts";
import { whyNotRead } from "./unsafe.ts";

export type Body = Proposal extends infer One ? (One extends unknown ? Omit<One, "id"> : never) : never;

/** What one coded statement comes to. */
export type Outcome =
  | { readonly kind: "proposals"; readonly bodies: readonly Body[] }
  | { readonly kind: "not-taken"; readonly what: string; readonly why: string }
  | { readonly kind: "needs-converter" };

const notTaken = (what: string, why: string): Outcome => ({ kind: "not-taken", what, why });

/** An Observation or a component of it, with the codes by which it is known here: none when no criterion asks for it. */
export interface Part {
  readonly part: Json;
  readonly codes: readonly string[];
  /** The tests and findings that the codes stand for. */
  readonly asked: string;
  /** Whether the test is done by methods whose results are told apart. */
  readonly hasMethods: boolean;
}

/** What is known of a result from what stands around it. */
export interface Around {
  readonly dated: Dated;
  readonly person: Person;
  /** What the laboratory wrote beside the whole of it, and beside one part. */
  readonly comments: readonly string[];
  readonly commentsOn: (part: Json) => readonly string[];
  /** What makes it doubtful whose it is. */
  readonly doubt?: string;
}

export interface ObservationReader {
  /** The parts that can be results: its components, and itself where it has a value or no components. */
  readonly partsOf: (resource: Json) => readonly Part[];
  /** Why nothing of an Observation is read, if so. */
  readonly refusal: (resource: Json) => Outcome | undefined;
  readonly read: (resource: Json, part: Json, around: Around, convert: Convert | undefined) => Outcome;
  /** What a part says, in words. */
  readonly said: (part: Json) => string;
}

interface From {
  readonly source: string;
  readonly date?: string;
  readonly person: Person;
  /** The method of the whole, where the part has none. */
  readonly method: unknown;
  readonly undated: readonly string[];
  readonly remarks: readonly string[];
  readonly hasComment?: true;
  readonly isDoubtful?: true;
}

/** A reader of Observations for these definitions: the resource itself and each of its components. */
export function observationReader(definitions: Definitions): ObservationReader {
  const codes = loincOf(definitions);
  const limited = limitedFindings(definitions);
  return {
    partsOf: (resource) => {
      const parts = objects(resource["component"]);
      const own = parts.length > 0 && !hasValue(resource) ? [] : [resource];
      return [...own, ...parts].map((part) => {
        const known = loincIn(part).filter((code) => codes.tests.has(code) || codes.findings.has(code));
        const tests = known.flatMap((code) => codes.tests.get(code) ?? []);
        const names = [...tests, ...known.flatMap((code) => codes.findings.get(code) ?? [])];
        const hasMethods = tests.some((test) => definitions.tests[test].methods !== undefined);
        return { part, codes: known, asked: distinct(names.toSorted()).join(" "), hasMethods };
      });
    },
    said: (part) => originalOf("", part),
    refusal: (resource) => {
      const what = wordsOf(resource["code"]);
      const unsafe = whyNotRead(resource);
      if (unsafe) return notTaken(what, unsafe);
      if (FINAL.has(resource["status"])) return undefined;
      return notTaken(what, `its status is ${short(text(resource["status"]) ?? "missing", 30)}, not final`);
    },
    read: (resource, part, around, convert) => {
      const what = wordsOf(part["code"]);
      const comments = [...new Set([...around.comments, ...around.commentsOn(part)])];
      const { date, remarks } = around.dated;
      const doubts = [around.doubt, twoValues(part)].filter((doubt) => doubt !== undefined);
      const outcome = readPart(
        part,
        {
          source: nameOf(resource),
          person: around.person,
          method: resource["method"],
          undated: remarks,
          remarks: [...comments.map((comment) => `The laboratory's comment: ${comment}`), ...doubts],
          ...(date && { date }),
          ...(doubts.length > 0 && { isDoubtful: true as const }),
          ...(comments.length > 0 && { hasComment: true as const }),
        },
        convert,
      );
      const isAsked = loincIn(part).some((code) => codes.tests.has(code) || codes.findings.has(code));
      if (outcome.kind !== "not-taken" || !isAsked) return outcome;
      // Whoever reads why it was not taken can see what it was.
      const shown = originalOf("", part);
      const why = shown === "" || outcome.why.includes(shown) ? outcome.why : `${outcome.why}: ${shown}`;
      if (comments.length === 0) return notTaken(what, why);
      return notTaken(what, `${why}; the laboratory's comment: ${comments.join("; ")}`);
    },
  };

  function readPart(part: Json, whole: From, convert: Convert | undefined): Outcome {
    const { person, undated, method: _, ...from } = whole;
    const what = wordsOf(part["code"]);
    const loinc = loincIn(part);
    const tests = new Set(loinc.map((code) => codes.tests.get(code)).filter((one) => one !== undefined));
    if (tests.size > 1) return notTaken(what, "its codes name more than one test");
    const [test] = tests;
    const findings = [...new Set(loinc.flatMap((code) => codes.findings.get(code) ?? []))];
    if (!test && findings.length === 0)
      return notTaken(what, "no criterion asks for it, or its code is not known here");
    const unsafe = whyNotRead(part);
    if (unsafe) return notTaken(what, unsafe);
    const absent = absenceOf(part);
    if (absent !== undefined) return notTaken(what, absent);
    if (part["interpretation"] !== undefined && !Array.isArray(part["interpretation"])) {
      return notTaken(what, "it is not FHIR R4: its interpretation is not a list");
    }
    const original = originalOf(what, part);
    const flags = readFlags(part);
    const measured = test && readMeasured(part, test, whole, convert);
    if (measured && "kind" in measured) return measured;
    if (measured && test) {
      const { amount, limits, method, remarks, ...doubt } = measured;
      const sent = {
        test,
        ...amount,
        ...limits,
        ...(from.date && { date: from.date }),
        ...(method && { method }),
      };
      const { measurement, doubted } = withBelievedLimits(sent, definitions.tests[test]);
      if (!isBelievable(measurement, definitions.tests[test])) {
        return notTaken(what, `${amount.value} ${amount.unit} is not believable in this unit`);
      }
      const noDate = from.date ? [] : ["There is no date: undated values count as one occasion."];
      const doubts = flagDoubts(flags, measurement, limited.has(test));
      const body: Body = {
        kind: "measurement",
        measurement,
        original,
        ...from,
        ...doubt,
        remarks: distinct([...from.remarks, ...remarks, ...doubted, ...undated, ...noDate, ...doubts]),
      };
      return { kind: "proposals", bodies: [body, ...flagged(test, flags, measurement, { original, ...from })] };
    }
    const told = test ? flagged(test, flags, {}, { original, ...from }) : [];
    if (told.length > 0) return { kind: "proposals", bodies: told };
    const answer = readAnswer(flags, findings, original, from, what, test !== undefined);
    if (answer.kind !== "not-taken" || !test || !isTiterOnly(definitions.tests[test])) return answer;
    const advice = adviceFor(test, part, flags);
    return advice === "" ? answer : notTaken(what, `${answer.why}${advice}`);
  }

  /**
   * Findings that the laboratory's flag is, where the limit that the flag stands for was not sent. With the limit, the
   * value decides. They are no laboratory values, so that each is confirmed by itself.
   */
  function flagged(
    test: TestId,
    flags: ReadonlySet<Flag>,
    limits: Pick<Measurement, "low" | "high">,
    from: Pick<Body, "source" | "original" | "date" | "remarks" | "hasComment" | "isDoubtful">,
  ): readonly Body[] {
    return (["low", "high"] as const)
      .filter((side) => flags.has(side) && limits[side] === undefined && !contradictory(flags))
      .flatMap((side) => (limited.get(test)?.[side] ?? []).map((finding) => ({ finding, side })))
      .map(({ finding, side }) => ({
        kind: "finding" as const,
        finding,
        status: "present" as const,
        ...from,
        remarks: [
          `Only the laboratory's flag says so (${side}), and its limit was not sent: check it.`,
          ...from.remarks,
        ],
      }));
  }

  function readMeasured(part: Json, id: TestId, { person, date, method }: From, convert: Convert | undefined) {
    const test: LabTest = definitions.tests[id];
    const what = wordsOf(part["code"]);
    const amount = amountOf(part, test, convert);
    if (amount === undefined) return undefined;
    if ("why" in amount) {
      if (amount.needsConverter) return { kind: "needs-converter" as const };
      const isWordless = isTiterOnly(test) || amount.isNoTiter;
      return notTaken(what, `${amount.why}${isWordless ? adviceFor(id, part, readFlags(part)) : ""}`);
    }
    const { unit } = amount.amount;
    const assay = unit === TITER ? otherAssayIn(part, method, test) : undefined;
    if (assay !== undefined) {
      const why = `${originalOf("", part)} is no titer of immunofluorescence: it is of another assay (${short(assay, 60)})`;
      return notTaken(what, `${why}${adviceFor(id, part, readFlags(part))}`);
    }
    const sent = object(part["valueQuantity"]);
    const range = readRange(part["referenceRange"], { unit, sent, test, person, day: date }, convert);
    if (range.needsConverter) return { kind: "needs-converter" as const };
    const doubt = sent && printedOtherwise(sent, amount.amount, test, isAntibodyUnit(test) ? unlike(test) : []);
    const { remarks, needsConverter: _, ...limits } = range;
    const words = part["method"] === undefined ? undefined : wordsOf(part["method"]);
    const known = words === undefined ? undefined : test.methods?.find((one) => names(words, one.id));
    const unread = words && test.methods && !known ? [`The method was not recognized: ${words}`] : [];
    return {
      amount: amount.amount,
      limits,
      method: known?.id,
      remarks: [...(doubt ? [doubt] : []), ...remarks, ...unread],
      ...(doubt && { isDoubtful: true as const }),
    };
  }

  /** Tests that have a unit of their own for one class of antibody, other than this one's. */
  function unlike(test: LabTest): readonly LabTest[] {
    return (Object.values(definitions.tests) as LabTest[]).filter((one) => one !== test && isAntibodyUnit(one));
  }

  /** What a person can answer where an assay gives no titer, or none that can be read. */
  function adviceFor(test: TestId, part: Json, flags: ReadonlySet<Flag>): string {
    const called = calledOf(flags);
    if (called === undefined) return "";
    const equivalent = equivalentOf(test, definitions);
    if (!equivalent) return `. It is called ${called}`;
    const { label } = definitions.findings[equivalent.finding];
    const assay = wordsOf(part["method"] ?? part["code"]);
    return `. It is called ${called}: answer “${label}” (${equivalent.words}) yourself, if it is one, with the name of the assay in the note (${assay})`;
  }
}

/** What a laboratory calls a result, as far as it calls it one thing. */
function calledOf(flags: ReadonlySet<Flag>): string | undefined {
  const said = (["positive", "negative", "high", "normal", "abnormal"] as const).filter((flag) => flags.has(flag));
  return said.length === 1 && !flags.has("uncertain") ? said[0] : undefined;
}

function loincIn(part: Json): readonly string[] {
  return codesOf(part["code"])
    .filter(({ system }) => system === SYSTEMS.loinc)
    .map(({ code }) => code);
}

function distinct(remarks: readonly string[]): readonly string[] {
  return [...new Set(remarks)];
}

/** FHIR gives a result one value: of two, nothing says which is meant. */
function twoValues(part: Json): string | undefined {
  const values = Object.keys(part).filter((name) => /^value[A-Z]/.test(name));
  if (values.length < 2) return undefined;
  const said = values.map((name) => originalOf("", { [name]: part[name] }) || name).join(" and ");
  return `It has more than one value, ${short(said, 100)}: check which is meant.`;
}

/** Why there is no value, as FHIR says it in an element of its own or in an extension of the value. */
function absenceOf(part: Json): string | undefined {
  const shown = originalOf("", part);
  const beside = shown === "" ? "" : `, although a value stands beside it: ${shown}`;
  const reason = object(part["dataAbsentReason"]);
  if (reason) return `there is no value: ${wordsOf(reason)}${beside}`;
  const inside = Object.entries(part)
    .filter(([name]) => /^_?value[A-Z]/.test(name))
    .flatMap(([, value]) => extensionsIn(value));
  const { valueCode } = inside.find(({ url }) => text(url)?.endsWith("/data-absent-reason")) ?? {};
  return valueCode === undefined ? undefined : `there is no value: ${short(text(valueCode) ?? "unknown", 40)}${beside}`;
}

/** The extensions of a value and of its parts. */
function extensionsIn(value: unknown): readonly Json[] {
  const parts = Object.entries(object(value) ?? {});
  return parts.flatMap(([name, part]) => (name === "extension" ? objects(part) : extensionsIn(part)));
}

/** Whether the units of a test are those of one class of antibody, such as GPL. */
function isAntibodyUnit(test: LabTest): boolean {
  return test.units.every(({ unit }) => /^\[[A-Z]+'U\]$/.test(unit));
}

/** Words for the one method that gives a titer. */
const DILUTED = /\b(?:i?ifa?|iifa|immuno-?fluorescen\w*|fluorescen\w*|hep-?2)\b/i;

/** The words by which a result says that it was made by an assay that gives no titer, if so. */
function otherAssayIn(part: Json, method: unknown, test: LabTest): string | undefined {
  const concepts = [part["code"], part["method"], method].filter((one) => one !== undefined);
  const said = concepts.flatMap((concept) => [
    wordsOf(concept),
    ...objects(object(concept)?.["coding"]).flatMap(({ display }) => text(display) ?? []),
  ]);
  if (said.some((words) => DILUTED.test(words))) return undefined;
  return said.find((words) => {
    const plain = ` ${
      words
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(" ") ?? ""
    } `;
    return test.otherAssays?.some((assay) => plain.includes(` ${assay} `));
  });
}

function isTiterOnly(test: LabTest): boolean {
  return test.units.every(({ unit }) => unit === TITER);
}

/** A measurement without the limits that cannot be its own. Its value is kept, whatever was sent beside it. */
function withBelievedLimits(measurement: Measurement, test: LabTest) {
  const doubts = limitDoubts(measurement, test);
  const doubted = new Set<string>(doubts.map(({ limit }) => limit));
  const kept = Object.fromEntries(Object.entries(measurement).filter(([name]) => !doubted.has(name)));
  return {
    measurement: doubts.length === 0 ? measurement : (kept as unknown as Measurement),
    doubted: doubts.map(({ limit, why }) => `A limit was left out (${limit} ${measurement[limit]}): ${why}.`),
  };
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

const WHAT_A_TITER_IS =
  "which is 1 to a whole number: its assay gives an index, a ratio or units, or its dilution cannot be read";

/** At least, or at most, a number. */
const INCLUSIVE = /^\s*(?:[<>]=|[≤≥])/;

const WHY_NOT_INCLUSIVE = "the comparator cannot be kept: a record has < and >. Enter the titer yourself";

type MaybeRead = (Read & { readonly isNoTiter?: true }) | undefined;

function amountOf(part: Json, test: LabTest, convert: Convert | undefined): MaybeRead {
  const hasTiter = test.units.some(({ unit }) => unit === TITER);
  const titer: Amount | undefined = hasTiter ? readTiter(part["valueRatio"], part["valueString"]) : undefined;
  if (titer) return { amount: titer };
  const shown = originalOf("", part);
  const noTiter = (more = ""): MaybeRead => ({
    why: `${shown} is not a titer, ${WHAT_A_TITER_IS}${more}`,
    isNoTiter: true,
  });
  const quantity = object(part["valueQuantity"]);
  if (quantity) {
    const read = readQuantity(quantity, test, isTiterOnly(test) ? () => undefined : convert);
    if ("why" in read && isTiterOnly(test) && INCLUSIVE.test(shown)) return { why: `${shown}: ${read.why}` };
    if ("why" in read) return isTiterOnly(test) ? noTiter(` (${read.why})`) : read;
    return read.amount.unit === TITER && !isTiter(read.amount, quantity) ? noTiter() : read;
  }
  if (number(part["valueInteger"]) !== undefined) return { why: `there is no unit: ${shown}` };
  if (part["valueRatio"] !== undefined) return { why: `${shown}: the ratio is not a titer of the form 1:160` };
  if (isTiterOnly(test) && INCLUSIVE.test(shown)) return { why: `${shown}: ${WHY_NOT_INCLUSIVE}` };
  // Text with a figure in it is a result that could not be read, and not the word "positive".
  return isTiterOnly(test) && /\d/.test(text(part["valueString"]) ?? "") ? noTiter() : undefined;
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
  from: Pick<Body, "source" | "date" | "remarks" | "hasComment" | "isDoubtful">,
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
    ...from.remarks,
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
    : (text(part["valueString"]) ??
      number(part["valueInteger"])?.toString() ??
      (part["valueCodeableConcept"] ? wordsOf(part["valueCodeableConcept"]) : ""));
  const ratio = object(part["valueRatio"]);
  const titer = ratio ? [ratio["numerator"], ratio["denominator"]].map(partOfRatio).join(":") : "";
  const flags = objects(part["interpretation"]).map(wordsOf).join(", ");
  return short([what, value, titer, flags && `(${flags})`].filter((one) => one !== "").join(" "));
}

function partOfRatio(part: unknown): string {
  const { comparator, value } = object(part) ?? {};
  return `${comparator ?? ""}${value ?? ""}`;
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
