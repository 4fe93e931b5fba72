import type { Definitions, FindingId, LabTest, LimitName, Measurement, TestId } from "../../../criteria/types.ts";
import { limitDoubts } from "../../record/limit-doubts.ts";
import { equivalentOf, TITER } from "../../record/titer.ts";
import { acceptedUnit, isPlausible } from "../../record/units.ts";
import { SYSTEMS } from "../names.ts";
import { amountOf, isTiterOnly } from "./amount.ts";
import type { Dated } from "./days.ts";
import { answerByFlags } from "./flag-answer.ts";
import { calledOf, contradictory, type Flag, flagDoubts, limitedFindings, readFlags } from "./flags.ts";
import { otherAssayIn } from "./other-assay.ts";
import { type Body, notTaken, type Outcome } from "./outcome.ts";
import type { Person } from "./patient-facts.ts";
import { type Amount, printedOtherwise } from "./quantity.ts";
import { readRange } from "./range.ts";
import type { Convert } from "./report.ts";
import { codesOf, type Json, nameOf, object, objects, short, text, wordsOf } from "./resources.ts";
import { FINAL } from "./result.ts";
import { absenceOf, originalOf, twoValues } from "./result-words.ts";
import { whyNotRead } from "./unsafe.ts";

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

/** How Observations are read, worked out once for these definitions. */
export interface ObservationPlan {
  readonly definitions: Definitions;
  /** By LOINC code. */
  readonly tests: ReadonlyMap<string, TestId>;
  readonly findings: ReadonlyMap<string, readonly FindingId[]>;
  /** The findings that a test decides by the laboratory's own limits. */
  readonly limited: ReturnType<typeof limitedFindings>;
}

export function observationPlanOf(definitions: Definitions): ObservationPlan {
  return { definitions, ...loincOf(definitions), limited: limitedFindings(definitions) };
}

/** What is read of a part that has a value. */
interface MeasuredPart {
  readonly amount: Amount;
  readonly limits: Pick<Measurement, LimitName>;
  readonly method: string | undefined;
  readonly remarks: readonly string[];
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

/** The parts that can be results: its components, and itself where it has a value or no components. */
export function partsOf({ definitions, tests, findings }: ObservationPlan, resource: Json): readonly Part[] {
  const parts = objects(resource["component"]);
  const own = parts.length > 0 && !hasValue(resource) ? [] : [resource];
  return [...own, ...parts].map((part) => {
    const codes = loincIn(part).filter((code) => tests.has(code) || findings.has(code));
    const testsAsked = codes.flatMap((code) => tests.get(code) ?? []);
    const names = [...testsAsked, ...codes.flatMap((code) => findings.get(code) ?? [])];
    const hasMethods = testsAsked.some((test) => definitions.tests[test].methods !== undefined);
    return { part, codes, asked: distinct(names.toSorted()).join(" "), hasMethods };
  });
}

/** What a part says, in words. */
export function inWords(part: Json): string {
  return originalOf("", part);
}

/** Why nothing of an Observation is read, if so. */
export function refusalOf(resource: Json): Outcome | undefined {
  const what = wordsOf(resource["code"]);
  const unsafe = whyNotRead(resource);
  if (unsafe) return notTaken(what, unsafe);
  if (FINAL.has(resource["status"])) return undefined;
  return notTaken(what, `its status is ${short(text(resource["status"]) ?? "missing", 30)}, not final`);
}

/** Reads an Observation, or a component of it. */
export function readObservation(
  plan: ObservationPlan,
  resource: Json,
  part: Json,
  around: Around,
  convert: Convert | undefined,
): Outcome {
  const what = wordsOf(part["code"]);
  const comments = [...new Set([...around.comments, ...around.commentsOn(part)])];
  const { date, remarks } = around.dated;
  const doubts = [around.doubt, twoValues(part)].filter((doubt) => doubt !== undefined);
  const outcome = readPart(
    plan,
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
  const isAsked = loincIn(part).some((code) => plan.tests.has(code) || plan.findings.has(code));
  if (outcome.kind !== "not-taken" || !isAsked) return outcome;
  // Whoever reads why it was not taken can see what it was.
  const shown = originalOf("", part);
  const why = shown === "" || outcome.why.includes(shown) ? outcome.why : `${outcome.why}: ${shown}`;
  if (comments.length === 0) return notTaken(what, why);
  return notTaken(what, `${why}; the laboratory's comment: ${comments.join("; ")}`);
}

function readPart(plan: ObservationPlan, part: Json, whole: From, convert: Convert | undefined): Outcome {
  const { person, undated, method: _, ...from } = whole;
  const what = wordsOf(part["code"]);
  const loinc = loincIn(part);
  const tests = new Set(loinc.map((code) => plan.tests.get(code)).filter((one) => one !== undefined));
  const findings = [...new Set(loinc.flatMap((code) => plan.findings.get(code) ?? []))];
  const why = whyNothing(part, tests.size, findings.length);
  if (why !== undefined) return notTaken(what, why);
  const [test] = tests;
  const original = originalOf(what, part);
  const flags = readFlags(part);
  const measured = test && readMeasured(plan, part, test, whole, convert);
  if (measured && "kind" in measured) return measured;
  if (measured && test) return valueOutcome(plan, test, measured, flags, original, whole, what);
  const told = test ? flagged(plan, test, flags, {}, { original, ...from }) : [];
  if (told.length > 0) return { kind: "proposals", bodies: told };
  const answer = answerByFlags(flags, findings, original, from, what, test !== undefined);
  if (answer.kind !== "not-taken" || !test || !isTiterOnly(plan.definitions.tests[test])) return answer;
  const advice = adviceFor(plan, test, part, flags);
  return advice === "" ? answer : notTaken(what, `${answer.why}${advice}`);
}

/** A value as it is proposed, with the findings that only its flag says. */
function valueOutcome(
  plan: ObservationPlan,
  test: TestId,
  { amount, limits, method, remarks, ...doubt }: MeasuredPart,
  flags: ReadonlySet<Flag>,
  original: string,
  { person: _, undated, method: __, ...from }: From,
  what: string,
): Outcome {
  const sent = {
    test,
    ...amount,
    ...limits,
    ...(from.date && { date: from.date }),
    ...(method && { method }),
  };
  const { measurement, doubted } = withBelievedLimits(sent, plan.definitions.tests[test]);
  if (!isBelievable(measurement, plan.definitions.tests[test])) {
    return notTaken(what, `${amount.value} ${amount.unit} is not believable in this unit`);
  }
  const noDate = from.date ? [] : ["There is no date: undated values count as one occasion."];
  const doubts = flagDoubts(flags, measurement, plan.limited.has(test));
  const body: Body = {
    kind: "measurement",
    measurement,
    original,
    ...from,
    ...doubt,
    remarks: distinct([...from.remarks, ...remarks, ...doubted, ...undated, ...noDate, ...doubts]),
  };
  return { kind: "proposals", bodies: [body, ...flagged(plan, test, flags, measurement, { original, ...from })] };
}

/**
 * Findings that the laboratory's flag is, where the limit that the flag stands for was not sent. With the limit, the
 * value decides. They are no laboratory values, so that each is confirmed by itself.
 */
function flagged(
  { limited }: ObservationPlan,
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
      remarks: [`Only the laboratory's flag says so (${side}), and its limit was not sent: check it.`, ...from.remarks],
    }));
}

function readMeasured(
  plan: ObservationPlan,
  part: Json,
  id: TestId,
  { person, date, method }: From,
  convert: Convert | undefined,
) {
  const test: LabTest = plan.definitions.tests[id];
  const what = wordsOf(part["code"]);
  const amount = amountOf(part, test, convert);
  if (amount === undefined) return undefined;
  if ("why" in amount) {
    if (amount.needsConverter) return { kind: "needs-converter" as const };
    const isWordless = isTiterOnly(test) || amount.isNoTiter;
    return notTaken(what, `${amount.why}${isWordless ? adviceFor(plan, id, part, readFlags(part)) : ""}`);
  }
  const { unit } = amount.amount;
  const assay = unit === TITER ? otherAssayIn(part, method, test) : undefined;
  if (assay !== undefined) {
    const why = `${originalOf("", part)} is no titer of immunofluorescence: it is of another assay (${short(assay, 60)})`;
    return notTaken(what, `${why}${adviceFor(plan, id, part, readFlags(part))}`);
  }
  const sent = object(part["valueQuantity"]);
  const range = readRange(part["referenceRange"], { unit, sent, test, person, day: date }, convert);
  if (range.needsConverter) return { kind: "needs-converter" as const };
  const doubt =
    sent && printedOtherwise(sent, amount.amount, test, isAntibodyUnit(test) ? unlike(test, plan.definitions) : []);
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
function unlike(test: LabTest, { tests }: Definitions): readonly LabTest[] {
  return (Object.values(tests) as LabTest[]).filter((one) => one !== test && isAntibodyUnit(one));
}

/** What a person can answer where an assay gives no titer, or none that can be read. */
function adviceFor({ definitions }: ObservationPlan, test: TestId, part: Json, flags: ReadonlySet<Flag>): string {
  const called = calledOf(flags);
  if (called === undefined) return "";
  const equivalent = equivalentOf(test, definitions);
  if (!equivalent) return `. It is called ${called}`;
  const { label } = definitions.findings[equivalent.finding];
  const assay = wordsOf(part["method"] ?? part["code"]);
  return `. It is called ${called}: answer “${label}” (${equivalent.words}) yourself, if it is one, with the name of the assay in the note (${assay})`;
}

function loincIn(part: Json): readonly string[] {
  return codesOf(part["code"])
    .filter(({ system }) => system === SYSTEMS.loinc)
    .map(({ code }) => code);
}

function distinct(remarks: readonly string[]): readonly string[] {
  return [...new Set(remarks)];
}

/** Whether the units of a test are those of one class of antibody, such as GPL. */
function isAntibodyUnit(test: LabTest): boolean {
  return test.units.every(({ unit }) => /^\[[A-Z]+'U\]$/.test(unit));
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

/** Why nothing of a part is read, if so, with what its codes name: so many tests and so many findings. */
function whyNothing(part: Json, tests: number, findings: number): string | undefined {
  if (tests > 1) return "its codes name more than one test";
  if (tests === 0 && findings === 0) return "no criterion asks for it, or its code is not known here";
  const why = whyNotRead(part) || absenceOf(part);
  if (why) return why;
  const flags = part["interpretation"];
  return flags === undefined || Array.isArray(flags)
    ? undefined
    : "it is not FHIR R4: its interpretation is not a list";
}

function isBelievable({ unit, value, low, high }: Measurement, test: LabTest): boolean {
  const accepted = acceptedUnit(test, unit);
  const numbers = [value, low, high].filter((one) => one !== undefined);
  return accepted !== undefined && numbers.every((one) => isPlausible(one, accepted, test));
}

function hasValue(resource: Json): boolean {
  return Object.keys(resource).some((key) => key.startsWith("value"));
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
