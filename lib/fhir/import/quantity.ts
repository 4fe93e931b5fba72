import type { AcceptedUnit, LabTest } from "../../../criteria/types.ts";
import { plus, rational, times } from "../../record/rational.ts";
import { isDilution, TITER } from "../../record/titer.ts";
import { unitsSpelled, unitsWritten } from "../../record/unit-spelling.ts";
import { acceptedUnit, canonical } from "../../record/units.ts";
import { UCUM } from "../names.ts";
import { canBeUnit, LONGEST_UNIT } from "../unit-text.ts";
import type { Convert } from "./report.ts";
import { type Json, number, object, short, text } from "./resources.ts";

export interface Amount {
  readonly value: number;
  readonly unit: string;
  readonly comparator?: "<" | ">";
}

/** An amount in a unit of the test, or why there is none. */
export type Read = { readonly amount: Amount } | Refused;

interface Refused {
  readonly why: string;
  readonly needsConverter?: true;
}

/** A unit that says nothing about a dimension: converting from it would be guessing what it is a ratio of. */
const SAYS_NOTHING = /^(1|%|\{[^}]*\}|)$/;

/** Reads a FHIR Quantity as an amount of a test. A comparator that includes its limit is not one that a record has. */
export function readQuantity(quantity: Json, test: LabTest, convert: Convert | undefined): Read {
  const value = number(quantity["value"]);
  if (value === undefined) return { why: "the value is not a number, or has more digits than can be kept" };
  const comparator = text(quantity["comparator"]);
  if (comparator !== undefined && comparator !== "<" && comparator !== ">") {
    return { why: `the comparator ${short(comparator, 10)} cannot be kept: a record has < and >` };
  }
  const found = inUnitOf(value, quantity, test, convert);
  return "why" in found ? found : { amount: { ...found, ...(comparator && { comparator }) } };
}

function inUnitOf(
  value: number,
  quantity: Json,
  test: LabTest,
  convert: Convert | undefined,
): Omit<Amount, "comparator"> | Refused {
  const system = text(quantity["system"]);
  const sent = system === undefined || system === UCUM ? text(quantity["code"])?.trim() : undefined;
  const code = sent === undefined ? undefined : usualCode(sent);
  const words = text(quantity["unit"]);
  const accepted =
    test.units.find(({ unit }) => unit === code) ??
    (code === undefined && words !== undefined ? writtenInFull(words, test) : undefined);
  if (accepted) return { value, unit: accepted.unit };
  // A unit without a code is one of UCUM where it can be read so.
  const from = code ?? words?.trim();
  const wanted = test.units.map(({ unit }) => unit).join(", ");
  if (from === undefined) return { why: `there is no unit; accepted: ${wanted}` };
  if (!canBeUnit(from) || SAYS_NOTHING.test(from)) {
    // Some send a unit as people write it where its code belongs.
    const meant = SAYS_NOTHING.test(from) ? undefined : writtenInFull(from, test);
    if (meant) return { value, unit: meant.unit };
    return { why: `the unit ${short(from, 30)} is not a UCUM unit of this test; accepted: ${wanted}` };
  }
  if (!convert) return { why: "the unit has to be converted", needsConverter: true as const };
  for (const { unit } of test.units) {
    const converted = convert(value, from, unit);
    if (converted !== undefined) return { value: converted, unit };
  }
  const meant = writtenInFull(from, test);
  if (meant) return { value, unit: meant.unit };
  return { why: `the unit ${short(from, 30)} cannot be converted; accepted: ${wanted}` };
}

/** Whether a result has a unit, and one that the test does not have, as it is coded or written. */
export function isInOtherUnit(part: Json, test: LabTest): boolean {
  const { code, unit } = object(part["valueQuantity"]) ?? {};
  const written = [code, unit].map(text).filter((one) => one !== undefined);
  return written.length > 0 && written.every((one) => unitsSpelled(short(one, LONGEST_UNIT), test).length === 0);
}

/** The one accepted unit that a text is in full, as people and laboratories write units: K/uL, x10^9/L, mg/24 hr. */
function writtenInFull(words: string, test: LabTest): AcceptedUnit | undefined {
  if (words.length > LONGEST_UNIT) return undefined;
  const meant = unitsSpelled(words, test);
  return meant.length === 1 ? meant[0] : undefined;
}

/**
 * Codes that laboratories send for units that are one: the units of anticardiolipin are of a milliliter by definition,
 * and UCUM has the international unit in two spellings. UCUM has no factor between them, so that nothing converts them.
 */
function usualCode(code: string): string {
  return code.replace(/^(\[[GMA]PL'U\])\/mL$/, "$1").replace("[iU]", "[IU]");
}

/**
 * Why a unit that is printed beside the code of an amount is another one, if so: the sender's program then lost what
 * the laboratory wrote, or the other way round. A printed unit that cannot be read says nothing. `others` are tests
 * whose units are never those of this one.
 */
export function printedOtherwise(
  quantity: Json,
  { value, unit }: Pick<Amount, "value" | "unit">,
  test: LabTest,
  others: readonly LabTest[] = [],
): string | undefined {
  const words = text(quantity["unit"])?.trim();
  const sent = number(quantity["value"]);
  if (words === undefined || sent === undefined || text(quantity["code"]) === undefined) return undefined;
  const meant = unitsWritten(words, test);
  const isOthers = meant.length === 0 && others.some((other) => unitsWritten(words, other).length > 0);
  const isSame = meant.some((one) => {
    const converted = between({ value: sent, unit: one.unit }, unit, test);
    return converted !== undefined && Math.abs(converted - value) <= 0.01 * Math.abs(value);
  });
  if (isSame || (meant.length === 0 && !isOthers)) return undefined;
  return `Its unit is printed ${short(words, 30)} and coded ${short(text(quantity["code"]) ?? "", 30)}, which are not the same: check which is right.`;
}

/** An amount in another unit of the test that measures the same, exactly but for the last rounding. */
export function between({ value, unit }: Amount, to: string, test: LabTest): number | undefined {
  if (unit === to) return value;
  const [from, into] = [acceptedUnit(test, unit), acceptedUnit(test, to)];
  // Units without a factor between them, such as those of antibodies, do not convert into each other.
  if (!from || !into || !(from.times || into.times || isOneSize(test))) return undefined;
  const [numerator, denominator] = into.times ?? [1, 1];
  const scaled = times(canonical(value, from), { n: BigInt(denominator), d: BigInt(numerator) });
  const { n, d } = plus(scaled, rational(-(into.plus ?? 0)));
  return Number((Number(n) / Number(d)).toPrecision(12));
}

/** Whether the units of a test are of one kind: then two without a factor, such as 10*9/L and 10*3/uL, are the same. */
function isOneSize(test: LabTest): boolean {
  return test.units.some(({ times: factor }) => factor !== undefined);
}

/** Characters that a titer in words may have. The pattern below takes much more than in proportion for long ones. */
const LONGEST_TITER = 64;

/** A titer written as a ratio, 1:160, or as text, "1:160" or "<1:40". A titer is a dilution, one part in a whole number. */
export function readTiter(ratio: unknown, words: unknown, beside: readonly string[] = []): Amount | undefined {
  const written = object(ratio);
  if (written) {
    const [above, below] = [object(written["numerator"]), object(written["denominator"])];
    const value = number(below?.["value"]);
    // "<" beside the 1 is not read: as a fraction it would be a higher titer, and as it is written a lower one.
    if (above?.["value"] !== 1 || above["comparator"] !== undefined) return undefined;
    const bound = below?.["comparator"];
    const comparator = bound === "<" || bound === ">" ? bound : undefined;
    if (value === undefined || !isDilution(value) || bound !== comparator) return undefined;
    return { value, unit: TITER, ...(comparator && { comparator }) };
  }
  const said = text(words) ?? "";
  if (said.length > LONGEST_TITER) return undefined;
  const [, before = "", comparator, digits, after = ""] = A_TITER.exec(said) ?? [];
  const value = Number(digits?.replaceAll(/[ ,.]/g, ""));
  if (digits === undefined || !isDilution(value)) return undefined;
  const called = before.toLowerCase();
  // "Negative 1:40" can mean that 1:40 is the first titer that was looked at; "negative <1:40" cannot.
  if (called.startsWith("n") && comparator !== "<") return undefined;
  const others = after.toLowerCase().match(/[^\s,;()/&+-]+/g) ?? [];
  if (others.some((word) => !beside.includes(word) && !JOINING.has(word))) return undefined;
  return { value, unit: TITER, ...((comparator === "<" || comparator === ">") && { comparator }) };
}

/** Words that join others and say nothing by themselves. */
const JOINING: ReadonlySet<string> = new Set(["and", "with", "pattern", "patterns"]);

/**
 * One part in a whole number, with thousands parted or not, after a word for it and before words of the pattern:
 * "1:640", "1/640", "< 1 : 80", "Positive 1:1,280 (fine speckled)". A second figure makes it something else.
 */
const A_TITER =
  /^\s*(?:(tit(?:er|re)|positive|pos|negative|neg)\b[\s:.,;=]*)?([<>]?)\s*1\s*[:/]\s*(\d{1,7}|\d{1,3}(?:[ ,.]\d{3}){1,2})(?![\d.,:/])([^\d<>=?]*)$/i;

/** Words that can stand beside a titer as its unit. Anything else says that the number is of another kind. */
const TITER_WORDS = /^(?:\{?tit(?:er|re)s?\}?|dil(?:ution)?s?|\{dilution\}|reciprocal.*|[<>]?\s*1\s*[:/].*)$/i;

/** Whether an amount that is coded as a titer can be one: a whole dilution, and no other unit printed beside it. */
export function isTiter({ value }: Amount, quantity: Json): boolean {
  const words = text(quantity["unit"])?.trim();
  return isDilution(value) && (words === undefined || TITER_WORDS.test(words));
}
