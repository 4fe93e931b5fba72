import type { LabTest } from "../../../criteria/types.ts";
import { isDilution, TITER } from "../../record/titer.ts";
import { unitsWritten } from "../../record/unit-spelling.ts";
import { acceptedUnit, differentUnits } from "../../record/units.ts";
import type { Person } from "./patient-facts.ts";
import { between, printedOtherwise, readQuantity, readTiter } from "./quantity.ts";
import { extensionsOf, saysOtherThanNormal, textContradicts } from "./range-text.ts";
import type { Convert } from "./report.ts";
import { codesOf, type Json, number, object, objects, short, text, wordsOf } from "./resources.ts";

export interface Limits {
  readonly low?: number;
  readonly high?: number;
  readonly remarks: readonly string[];
  readonly needsConverter: boolean;
}

const none = (...remarks: readonly string[]): Limits => ({ remarks, needsConverter: false });

/** What a range stands beside. */
export interface Beside {
  /** The unit that the value was read in. */
  readonly unit: string;
  /** The value as it was sent. */
  readonly sent: Json | undefined;
  readonly test: LabTest;
  readonly person: Person;
  /** The day of the value, YYYY-MM-DD. */
  readonly day: string | undefined;
}

/**
 * The laboratory's limits beside a value, in the unit that the value was read in. Of several ranges, or of one that is
 * bound to some people, the one is taken that provably applies to the patient; else none, and a remark says for whom
 * they are. A limit that can be none is left out with a remark: the value is kept.
 */
export function readRange(ranges: unknown, beside: Beside, convert: Convert | undefined): Limits {
  const all = [...new Map(objects(ranges).map((range) => [JSON.stringify(range), range])).values()];
  const { range, remarks } = chosenOf(all, beside);
  if (!range) return none(...remarks);
  if (beside.unit === TITER) return also(remarks, readFirstPositive(range));
  const words = text(range["text"]);
  const hasNumbers = [range["low"], range["high"]].some((end) => number(object(end)?.["value"]) !== undefined);
  if (hasNumbers && textContradicts(range)) {
    const why = `The text of the range, ${short(words ?? "", 60)}, says something else than its limits, which were not taken`;
    return none(...remarks, `${why}: ${written(range)}.`);
  }
  const low = limit(range["low"], beside, convert);
  const high = limit(range["high"], beside, convert);
  const numbers = { ...(typeof low === "number" && { low }), ...(typeof high === "number" && { high }) };
  const isUnread = low === "unread" || high === "unread";
  const { kept, why } = withoutPlaceholders(numbers, beside.test);
  return {
    ...kept,
    remarks: [
      ...remarks,
      ...(isUnread ? [`A limit in another unit was not taken: ${written(range)}.`] : []),
      ...(why === undefined ? [] : [`${why}: ${written(range)}.`]),
      ...(Object.keys(numbers).length === 0 && !isUnread && words
        ? [`The range is only text, and was not taken: ${short(words, 60)}`]
        : []),
    ],
    needsConverter: low === "convert" || high === "convert",
  };
}

function also(remarks: readonly string[], limits: Limits): Limits {
  return { ...limits, remarks: [...remarks, ...limits.remarks] };
}

/** A number of nothing but nines is what a program writes for "no limit". */
const NINES = /^9{3,}(\.9+)?$/;

/** The limits without those that stand for "none": numbers of nines, below zero, nothing as a limit, two that are the same. */
function withoutPlaceholders({ low, high }: Pick<Limits, "low" | "high">, test: LabTest) {
  const isAsked = (name: "low" | "high") => test.limits?.some((one) => one.name === name) ?? false;
  const isNone = (one: number | undefined) => one !== undefined && (one < 0 || NINES.test(String(one)));
  if (low !== undefined && high !== undefined) {
    if (low > high) return { kept: {}, why: "The range has its lower limit above its upper one, and was not taken" };
    if (low === high) return { kept: {}, why: "The range has the same lower and upper limit, and was not taken" };
  }
  const noHigh = isNone(high) || high === 0;
  const noLow = isNone(low) || (low === 0 && (isAsked("low") || high === undefined || noHigh));
  const kept = {
    ...(low !== undefined && !noLow && { low }),
    ...(high !== undefined && !noHigh && { high }),
  };
  return { kept, why: noLow || noHigh ? "A limit that stands for none was left out" : undefined };
}

/** A range as it was sent, for a remark. */
function written(range: Json): string {
  const side = (name: "low" | "high") => {
    const { value, unit, code, comparator } = object(range[name]) ?? {};
    const parts = [comparator, value, unit ?? code].filter((part) => part !== undefined).join(" ");
    return parts === "" ? [] : [`${name === "low" ? "lower limit" : "upper limit"} ${short(parts, 40)}`];
  };
  return [...side("low"), ...side("high")].join(", ") || short(text(range["text"]) ?? "without limits", 60);
}

// ---------------------------------------------------------------- whom a range is for

/** Ranges that are not the normal one, of which so many are shown. */
const MOST_OTHERS = 5;

/** Whether a range is for this patient: `all` when it is for everybody. */
type Applies = "all" | "yes" | "no" | "unclear";

function chosenOf(all: readonly Json[], { person, day }: Beside): { range?: Json; remarks: readonly string[] } {
  const others = all.filter((range) => !isNormal(range));
  const normal = all
    .filter(isNormal)
    .map((range) => ({ range, applies: appliesTo(range, person, day), whom: whomOf(range) }));
  const remarks = others
    .slice(0, MOST_OTHERS)
    .map((range) => `A range that is not the normal one (${wordsOf(range["type"])}) was not taken: ${written(range)}.`);
  const possible = normal.filter(({ applies }) => applies !== "no");
  const [only] = possible;
  if (only && possible.length === 1 && only.applies !== "unclear") {
    const isChosen = only.applies === "yes" || normal.length > 1;
    const said =
      only.applies === "yes"
        ? `The range for ${only.whom} was taken, which applies to the patient: `
        : "The range for everybody else was taken: ";
    return { range: only.range, remarks: isChosen ? [...remarks, `${said}${written(only.range)}.`] : remarks };
  }
  if (normal.length === 0) return { remarks };
  const list = normal.map(({ range, whom }) => `${written(range)}${whom === "" ? "" : ` (for ${whom})`}`).join("; ");
  const why =
    normal.length > 1
      ? "Several reference ranges: none was taken. Enter the one that applies"
      : "The range is for some people only, or no normal one, and was not taken. Enter its limits if it applies";
  return { remarks: [...remarks, `${why}: ${short(list, 300)}.`] };
}

/** A range of the kind that says what is usual in healthy people, which is also what one without a kind is. */
function isNormal({ type }: Json): boolean {
  if (type === undefined || type === null) return true;
  const codes = codesOf(type).map(({ code }) => code);
  if (codes.length > 0) return codes.every((code) => code === "normal");
  return /^normal( range)?$/i.test(text(object(type)?.["text"])?.trim() ?? "");
}

function whomOf(range: Json): string {
  const { low, high } = object(range["age"]) ?? {};
  const [from, to] = [low, high].map((end) => {
    const { value, unit, code } = object(end) ?? {};
    return value === undefined ? undefined : `${value} ${unit ?? code ?? ""}`.trim();
  });
  const age = range["age"] === undefined ? [] : [`ages ${from ?? "0"} to ${to ?? "any"}`];
  const people = range["appliesTo"] === undefined ? [] : objects(range["appliesTo"]).map(wordsOf);
  const said = saysOtherThanNormal(range);
  return short([...age, ...people, ...(said === undefined ? [] : [said]), ...extensionsOf(range)].join(", "), 100);
}

function appliesTo(range: Json, person: Person, day: string | undefined): Applies {
  const bounds = [
    ...(range["age"] === undefined ? [] : [appliesByAge(object(range["age"]) ?? {}, person.birthDate, day)]),
    ...(range["appliesTo"] === undefined ? [] : [appliesByKind(objects(range["appliesTo"]), person.gender)]),
    ...(saysOtherThanNormal(range) === undefined ? [] : [appliesByKind([{ text: range["text"] }], person.gender)]),
    ...extensionsOf(range).map((): Applies => "unclear"),
  ];
  if (bounds.length === 0) return "all";
  if (bounds.includes("no")) return "no";
  return bounds.every((bound) => bound === "yes") ? "yes" : "unclear";
}

const SEXES: Readonly<Record<string, "male" | "female">> = {
  male: "male",
  m: "male",
  men: "male",
  man: "male",
  "248153007": "male",
  female: "female",
  f: "female",
  women: "female",
  woman: "female",
  "248152002": "female",
};

/** Only a sex can be compared: of a pregnancy, a race or a phase of the cycle nothing is known. */
function appliesByKind(kinds: readonly Json[], gender: string | undefined): Applies {
  const all = kinds.map((kind) => {
    const words = [...codesOf(kind).map(({ code }) => code), wordsOf(kind)].map((one) => one.toLowerCase());
    const sexes = new Set(words.map((one) => (Object.hasOwn(SEXES, one) ? SEXES[one] : undefined)));
    return sexes.size === 1 ? [...sexes][0] : [...sexes].find((sex) => sex !== undefined);
  });
  const known = gender === "male" || gender === "female";
  if (known && all.some((sex) => sex !== undefined && sex !== gender)) return "no";
  return known && all.length > 0 && all.every((sex) => sex === gender) ? "yes" : "unclear";
}

const DAYS: Readonly<Record<string, number>> = { a: 365.25, mo: 30.4375, wk: 7, d: 1 };
const AGE_UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(a|y|yrs?|years?|an_j)$/i, "a"],
  [/^(mo|months?|mo_j)$/i, "mo"],
  [/^(wk|w|weeks?)$/i, "wk"],
  [/^(d|days?)$/i, "d"],
];

/** Compares ages with a margin on both sides, as "0 to 1 year" may or may not mean all of the second year. */
function appliesByAge({ low, high }: Json, birthDate: string | undefined, day: string | undefined): Applies {
  if (birthDate === undefined || day === undefined || !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(birthDate)) return "unclear";
  const [youngest, oldest] = [
    age(`${birthDate}-12-31`.slice(0, 10), day),
    age(birthDate.length === 4 ? `${birthDate}-01-01` : `${birthDate}-01`.slice(0, 10), day),
  ];
  const from = ageIn(low, 0);
  const to = ageIn(high, Number.POSITIVE_INFINITY);
  if (!from || !to || Number.isNaN(youngest) || Number.isNaN(oldest)) return "unclear";
  if (oldest < from.days - 2 || youngest > to.days + to.unit + 2) return "no";
  return youngest >= from.days + 2 && oldest <= to.days - 2 ? "yes" : "unclear";
}

function age(birth: string, day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${birth}T00:00:00Z`)) / (24 * 60 * 60 * 1000);
}

function ageIn(end: unknown, without: number): { readonly days: number; readonly unit: number } | undefined {
  const { value, unit, code } = object(end) ?? {};
  if (end === undefined) return { days: without, unit: 0 };
  const words = (text(code) ?? text(unit) ?? "").trim();
  const name = AGE_UNITS.find(([spelled]) => spelled.test(words))?.[1];
  const days = name === undefined ? undefined : DAYS[name];
  const count = number(value);
  return days === undefined || count === undefined ? undefined : { days: count * days, unit: days };
}

// ---------------------------------------------------------------- one limit

function limit(
  quantity: unknown,
  { unit, sent: value, test }: Beside,
  convert: Convert | undefined,
): number | "unread" | "convert" | undefined {
  const sent = object(quantity);
  if (!sent) return undefined;
  const amount = number(sent["value"]);
  if (sent["comparator"] !== undefined || amount === undefined) return "unread";
  const [code, words] = [text(sent["code"])?.trim(), text(sent["unit"])?.trim()];
  if (code === undefined && words === unit) return amount;
  // A limit without a unit of its own, or with the value's own, is in the value's, as that was sent.
  const isValues = (code === undefined || code === text(value?.["code"])) && isSame(words, text(value?.["unit"]));
  if (code === unit && (words === undefined || isValues || !printedOtherwise(sent, { value: amount, unit }, test))) {
    return amount;
  }
  if ((code === undefined && words === undefined) || isValues) {
    return inValuesUnit({ ...value, value: amount, comparator: undefined }, unit, test, convert);
  }
  const found = readQuantity(sent, test, convert);
  if (!("why" in found) && printedOtherwise(sent, found.amount, test)) return "unread";
  if (!("why" in found)) return between(found.amount, unit, test) ?? "unread";
  if (found.needsConverter) return "convert";
  // What the code does not say, the words may: "mg/dl", "10^9/L".
  const [meant, another] = differentUnits(words === undefined ? [] : unitsWritten(words, test));
  if (!meant || another || (code !== undefined && acceptedUnit(test, code))) return "unread";
  return between({ value: amount, unit: meant.unit }, unit, test) ?? "unread";
}

function isSame(words: string | undefined, others: string | undefined): boolean {
  return words === undefined ? false : words.toLowerCase() === others?.trim().toLowerCase();
}

function inValuesUnit(quantity: Json, unit: string, test: LabTest, convert: Convert | undefined) {
  const found = readQuantity(quantity, test, convert);
  if ("why" in found) return found.needsConverter ? "convert" : "unread";
  return between(found.amount, unit, test) ?? "unread";
}

/** For a titer, a range printed "<1:80" means that 1:80 is the first that the laboratory calls positive. */
function readFirstPositive(range: Json): Limits {
  const words = text(range["text"]);
  const below = readTiter(undefined, words);
  if (below?.comparator === "<" && isDilution(below.value)) {
    return { high: below.value, remarks: [], needsConverter: false };
  }
  return none("The laboratory's limit was not taken: enter the first titer that it calls positive.");
}
