import type { Code, FindingId, NamedDefinitions, NamedLabTest, TestId } from "../../../criteria/types.ts";
import { fluidIn } from "../../reading/short-words.ts";
import { SYSTEMS } from "../names.ts";
import { isTiterOnly } from "./amount.ts";
import { isBelievable, withBelievedLimits } from "./believable.ts";
import type { Dated } from "./days.ts";
import { answerByFlags, saidByFlag } from "./flag-answer.ts";
import { calledOtherwise, type Flag, flagDoubts, limitedFindings, readFlags } from "./flags.ts";
import { lookAlike, lookAlikesOf, namedOtherwise } from "./look-alike.ts";
import { adviceFor, type MeasuredPart, readMeasured } from "./measured-part.ts";
import { type Body, type Left, notTaken, type Outcome } from "./outcome.ts";
import type { Person } from "./patient-facts.ts";
import { isInOtherUnit } from "./quantity.ts";
import type { Convert } from "./report.ts";
import { allWordsOf, codesOf, type Json, nameOf, objects, short, text, wordsOf } from "./resources.ts";
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
  /** The names of what it was measured in. */
  readonly specimen: readonly string[];
  /** What makes it doubtful whose it is. */
  readonly doubt?: string;
}

/** How Observations are read, worked out once for these definitions. */
export interface ObservationPlan {
  readonly definitions: NamedDefinitions;
  /** By LOINC code. */
  readonly tests: ReadonlyMap<string, TestId>;
  readonly findings: ReadonlyMap<string, readonly FindingId[]>;
  /** The findings that a test decides by the laboratory's own limits. */
  readonly limited: ReturnType<typeof limitedFindings>;
  /** The findings that a test decides. */
  readonly decided: ReadonlyMap<TestId, readonly FindingId[]>;
  /** What a code of a test says beside which test it is. */
  readonly coded: ReadonlyMap<string, Code>;
  readonly lookAlikes: ReturnType<typeof lookAlikesOf>;
}

export function observationPlanOf(definitions: NamedDefinitions): ObservationPlan {
  return {
    definitions,
    ...loincOf(definitions),
    limited: limitedFindings(definitions),
    decided: decidedBy(definitions),
    lookAlikes: lookAlikesOf(definitions),
  };
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
export function partsOf({ definitions, tests, findings, decided }: ObservationPlan, resource: Json): readonly Part[] {
  const parts = objects(resource["component"]);
  const own = parts.length > 0 && !hasValue(resource) ? [] : [resource];
  return [...own, ...parts].map((part) => {
    const codes = loincIn(part).filter((code) => tests.has(code) || findings.has(code));
    const testsAsked = codes.flatMap((code) => tests.get(code) ?? []);
    // Two codes of one test ask for the same, whichever findings name one of them.
    const names = [
      ...testsAsked,
      ...testsAsked.flatMap((test) => decided.get(test) ?? []),
      ...codes.flatMap((code) => findings.get(code) ?? []),
    ];
    const hasMethods = testsAsked.some((test) => definitions.tests[test].methods !== undefined);
    return { part, codes, asked: distinct(names.toSorted()).join(" "), hasMethods };
  });
}

/** What a part says, in words. */
export function inWords(part: Json): string {
  return originalOf("", part);
}

/** Why nothing of an Observation is read, if so. */
export function refusalOf(resource: Json): Left | undefined {
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
  const comments = [...new Set([...around.comments, ...around.commentsOn(part)])];
  const { date, remarks } = around.dated;
  const otherwise = namedOtherwise(part, plan.lookAlikes, labelsOf(plan, part));
  const ofOther = otherFluid(plan, part, around.specimen);
  const doubts = [around.doubt, twoValues(part), otherwise, ofOther].filter((doubt) => doubt !== undefined);
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
  const shown = withValue(outcome, [part]);
  if (comments.length === 0) return shown;
  return { ...shown, why: `${shown.why}; the laboratory's comment: ${comments.join("; ")}` };
}

/** What the codes of a part stand for: tests, findings, and the tests that decide those. */
function labelsOf({ definitions, tests, findings }: ObservationPlan, part: Json): ReadonlySet<string> {
  const loinc = loincIn(part);
  const named = loinc.flatMap((code) => findings.get(code) ?? []).map((id) => definitions.findings[id]);
  const asked = [
    ...loinc.flatMap((code) => tests.get(code) ?? []),
    ...named.flatMap(({ decidedBy = [] }) => decidedBy.map(({ test }) => test)),
  ];
  return new Set([...asked.map((test) => definitions.tests[test].label), ...named.map(({ label }) => label)]);
}

/** In words, that a result is of another fluid than its code says, by its specimen or its name. */
function otherFluid({ definitions, tests }: ObservationPlan, part: Json, specimen: readonly string[]) {
  const test = loincIn(part).flatMap((code) => tests.get(code) ?? [])[0];
  const isOfUrine = test !== undefined && /urine/i.test(definitions.tests[test].label);
  const other = [...specimen, ...allWordsOf(part["code"])].find((words) => {
    const fluid = fluidIn(words);
    return fluid === "other-fluid" || (fluid === "urine" && test !== undefined && !isOfUrine);
  });
  return other && `It seems to be of another fluid than its code says: ${short(other)}.`;
}

/** Whoever reads why something was not taken can see what it was. */
export function withValue(outcome: Left, parts: readonly Json[]): Left {
  const shown = short(
    parts
      .map((part) => originalOf("", part))
      .filter((one) => one !== "")
      .join(", "),
  );
  return shown === "" || outcome.why.includes(shown) ? outcome : { ...outcome, why: `${outcome.why}: ${shown}` };
}

function readPart(plan: ObservationPlan, part: Json, whole: From, convert: Convert | undefined): Outcome {
  const what = wordsOf(part["code"]);
  const loinc = loincIn(part);
  const tests = new Set(loinc.map((code) => plan.tests.get(code)).filter((one) => one !== undefined));
  const findings = [...new Set(loinc.flatMap((code) => plan.findings.get(code) ?? []))];
  if (tests.size === 0 && findings.length === 0) return unknownCode(plan, part, what);
  const why = whyNothing(part, tests.size);
  if (why !== undefined) return notTaken(what, why);
  const [test] = tests;
  const outcome = readKnown(plan, part, whole, convert, { test, findings, loinc });
  return outcome.kind === "not-taken" && test ? { ...outcome, test } : outcome;
}

/** A result of which no code is known here. One that seems to be of a test is shown, so that it is not overlooked. */
function unknownCode(plan: ObservationPlan, part: Json, what: string): Outcome {
  const seems = whyNotRead(part) || absenceOf(part) ? undefined : lookAlike(part, plan.lookAlikes);
  const shown = originalOf("", part);
  if (!seems || shown === "") return notTaken(what, "no criterion asks for it, or its code is not known here");
  const why = `its name looks like “${seems.label}”, but its code is none that is read for it: ${shown}`;
  // A percentage of lymphocytes is named as their number is, and is another test.
  const isOther = seems.test && isInOtherUnit(part, plan.definitions.tests[seems.test]);
  if (isOther) return notTaken(what, `${why}, which is no unit of it`);
  return { ...notTaken(what, `${why}. Enter it yourself if it is the same`), ...(seems.test && { test: seems.test }) };
}

interface Known {
  readonly test: TestId | undefined;
  readonly findings: readonly FindingId[];
  readonly loinc: readonly string[];
}

function readKnown(
  plan: ObservationPlan,
  part: Json,
  whole: From,
  convert: Convert | undefined,
  { test, findings, loinc }: Known,
): Outcome {
  const { person: _, undated: __, method: ___, ...from } = whole;
  const what = wordsOf(part["code"]);
  const coded = loinc.flatMap((code) => plan.coded.get(code) ?? []);
  const original = originalOf(what, part);
  const flags = readFlags(part);
  const measured = test && readMeasured(plan.definitions, part, test, whole, convert);
  if (measured && "kind" in measured) return measured;
  if (measured && test) return valueOutcome(plan, test, byCode(measured, coded), flags, original, whole, what);
  const told = test ? saidByFlag(plan.limited, test, flags, {}, { original, ...from }) : [];
  if (told.length > 0) return { kind: "proposals", bodies: told };
  const asksForNumber = test !== undefined && !coded.some(({ presence }) => presence);
  const answer = answerByFlags(flags, findings, original, from, what, asksForNumber);
  if (answer.kind !== "not-taken" || !test || !isTiterOnly(plan.definitions.tests[test])) return answer;
  const advice = adviceFor(plan.definitions, test, part, flags);
  return advice === "" ? answer : notTaken(what, `${answer.why}${advice}`);
}

/** What was read with the method that the code names. Where the result names another, a person has to say which. */
function byCode(measured: MeasuredPart, coded: readonly Code[]): MeasuredPart {
  const method = coded.find((one) => one.method)?.method;
  if (method === undefined || measured.method === method) return measured;
  if (measured.method === undefined) return { ...measured, method };
  const { method: named, ...rest } = measured;
  const doubt = `Its code is of the method ${method}, and it names ${named}: enter the method yourself.`;
  return { ...rest, method: undefined, remarks: [...measured.remarks, doubt], isDoubtful: true };
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
  return {
    kind: "proposals",
    bodies: [body, ...saidByFlag(plan.limited, test, flags, measurement, { original, ...from })],
  };
}

function decidedBy({ findings }: NamedDefinitions): ReadonlyMap<TestId, readonly FindingId[]> {
  const all = Object.entries(findings) as [FindingId, NamedDefinitions["findings"][FindingId]][];
  const pairs = all.flatMap(([finding, { decidedBy: rules = [] }]) => rules.map(({ test }) => ({ test, finding })));
  return new Map(
    [...Map.groupBy(pairs, ({ test }) => test)].map(([test, of]) => [test, of.map(({ finding }) => finding)]),
  );
}

function loincIn(part: Json): readonly string[] {
  return codesOf(part["code"])
    .filter(({ system }) => system === SYSTEMS.loinc)
    .map(({ code }) => code);
}

function distinct(remarks: readonly string[]): readonly string[] {
  return [...new Set(remarks)];
}

/** Why nothing of a part is read, if so, whose codes name so many tests. */
function whyNothing(part: Json, tests: number): string | undefined {
  if (tests > 1) return "its codes name more than one test";
  const why = whyNotRead(part) || absenceOf(part);
  if (why) return why;
  const otherwise = calledOtherwise(part);
  if (otherwise) return `its words say something else than its code: ${short(otherwise)}`;
  const flags = part["interpretation"];
  return flags === undefined || Array.isArray(flags)
    ? undefined
    : "it is not FHIR R4: its interpretation is not a list";
}

function hasValue(resource: Json): boolean {
  return Object.keys(resource).some((key) => key.startsWith("value"));
}

function loincOf({ tests, findings }: NamedDefinitions) {
  const byTest = new Map<string, TestId>();
  const coded = new Map<string, Code>();
  for (const [id, { codes = [] }] of Object.entries(tests) as [TestId, NamedLabTest][]) {
    for (const one of codes) {
      if (one.system !== "loinc") continue;
      byTest.set(one.code, id);
      coded.set(one.code, one);
    }
  }
  const byFinding = new Map<string, FindingId[]>();
  for (const [id, { codes = [] }] of Object.entries(findings) as [
    FindingId,
    NamedDefinitions["findings"][FindingId],
  ][]) {
    for (const { system, code } of codes) {
      if (system === "loinc") byFinding.set(code, [...(byFinding.get(code) ?? []), id]);
    }
  }
  return { tests: byTest, findings: byFinding, coded };
}
