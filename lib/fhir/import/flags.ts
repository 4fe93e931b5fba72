import type { Definitions, FindingId, Measurement, Rule, TestId } from "../../../criteria/types.ts";
import { calledIn } from "../../reading/short-words.ts";
import { TITER } from "../../record/titer.ts";
import { SYSTEMS } from "../names.ts";
import { allWordsOf, type Coded, codesOf, type Json, objects } from "./resources.ts";

/** What a laboratory says of a result in a code. `abnormal` says neither high nor low, `uncertain` neither yes nor no. */
export type Flag = "positive" | "negative" | "low" | "high" | "abnormal" | "normal" | "uncertain";

/** Codes that mean the same wherever HL7 has listed them: FHIR R4, and the tables before it that records still send. */
const HL7 = [
  "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation",
  "http://hl7.org/fhir/v3/ObservationInterpretation",
  "http://terminology.hl7.org/CodeSystem/v2-0078",
  "http://hl7.org/fhir/v2/0078",
];

const OF_HL7: Readonly<Record<string, Flag>> = {
  POS: "positive",
  DET: "positive",
  RR: "positive",
  NEG: "negative",
  ND: "negative",
  NR: "negative",
  L: "low",
  LL: "low",
  LU: "low",
  H: "high",
  HH: "high",
  HU: "high",
  A: "abnormal",
  AA: "abnormal",
  N: "normal",
  IND: "uncertain",
  E: "uncertain",
  WR: "uncertain",
};
const OF_SNOMED: Readonly<Record<string, Flag>> = {
  "10828004": "positive",
  "52101004": "positive",
  "260373001": "positive",
  "11214006": "positive",
  "131194007": "negative",
  "260385009": "negative",
  "2667000": "negative",
  "260415000": "negative",
};
const OF_LOINC: Readonly<Record<string, Flag>> = {
  "LA6576-8": "positive",
  "LA9633-4": "positive",
  "LA6577-6": "negative",
  "LA9634-2": "negative",
};

const KNOWN: ReadonlyMap<string, Readonly<Record<string, Flag>>> = new Map([
  ...HL7.map((system) => [system, OF_HL7] as const),
  [SYSTEMS.snomed, OF_SNOMED],
  [SYSTEMS.loinc, OF_LOINC],
]);

function flagOf({ system, code }: Coded): Flag | undefined {
  const flags = KNOWN.get(system) ?? {};
  return Object.hasOwn(flags, code) ? flags[code] : undefined;
}

/** The flags of a result, from its coded value and its interpretation; never from words, nor from a local code. */
export function readFlags(part: Json): ReadonlySet<Flag> {
  const said = [...codesOf(part["valueCodeableConcept"]), ...objects(part["interpretation"]).flatMap(codesOf)];
  return new Set(said.map(flagOf).filter((flag) => flag !== undefined));
}

/** The words beside a coded answer that call it the opposite, if so: nothing says which of the two was meant. */
export function calledOtherwise(part: Json): string | undefined {
  return [part["valueCodeableConcept"], ...objects(part["interpretation"])].flatMap((concept) => {
    const flags = new Set(codesOf(concept).map(flagOf));
    return allWordsOf(concept).filter((words) => {
      const called = calledIn(words);
      const [positive, negative] = [called.has("positive"), called.has("negative")];
      return positive !== negative && flags.has(positive ? "negative" : "positive");
    });
  })[0];
}

/** The findings that a value on the far side of the laboratory's own limit is, for one test. */
export type Limited = Readonly<Record<"low" | "high", readonly FindingId[]>>;

/**
 * For each test, the findings that ask for nothing but "below" or "above the laboratory's limit". A flag can stand for
 * those, where the limit itself was not sent; not for a fixed number, a multiple of the limit, a percentile, or a limit
 * of one method only.
 */
export function limitedFindings({ findings }: Definitions): ReadonlyMap<TestId, Limited> {
  const found = new Map<TestId, Limited>();
  for (const [finding, { decidedBy = [] }] of Object.entries(findings) as [
    FindingId,
    Definitions["findings"][FindingId],
  ][]) {
    for (const rule of decidedBy) {
      const side = sideOf(rule);
      const before = found.get(rule.test) ?? { low: [], high: [] };
      if (side) found.set(rule.test, { ...before, [side]: [...before[side], finding] });
    }
  }
  return found;
}

function sideOf(rule: Rule): "low" | "high" | undefined {
  const plain = ["methods", "notMethods", "times", "occasions"].every((part) => !(part in rule));
  if (!plain || !("limit" in rule)) return undefined;
  if (rule.limit === "low" && rule.is === "<") return "low";
  return rule.limit === "high" && rule.is === ">" ? "high" : undefined;
}

/** Whether flags say two things of one result that cannot both be. */
export const contradictory = (flags: ReadonlySet<Flag>) =>
  (["low", "high", "normal", "positive", "negative"] as const).filter((flag) => flags.has(flag)).length > 1;

/** What a flag makes doubtful in a value, or leaves open. The value and its limits are taken as they are. */
export function flagDoubts(flags: ReadonlySet<Flag>, measurement: Measurement, hasLimit: boolean): readonly string[] {
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

/** What a laboratory calls a result, as far as it calls it one thing. */
export function calledOf(flags: ReadonlySet<Flag>): string | undefined {
  const said = (["positive", "negative", "high", "normal", "abnormal"] as const).filter((flag) => flags.has(flag));
  return said.length === 1 && !flags.has("uncertain") ? said[0] : undefined;
}
