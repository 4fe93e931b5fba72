import type { Person } from "./patient-facts.ts";
import { extensionsOf, saysOtherThanNormal, writtenRange } from "./range-text.ts";
import { codesOf, type Json, number, object, objects, short, text, wordsOf, written } from "./resources.ts";

/** Ranges that are not the normal one, of which so many are shown. */
const MOST_OTHERS = 5;

/** Whether a range is for this patient: `all` when it is for everybody. */
type Applies = "all" | "yes" | "no" | "unclear";

/** Of several ranges, the one that provably applies to the patient on that day; else none, and for whom they are. */
export function rangeFor(
  all: readonly Json[],
  person: Person,
  day: string | undefined,
): { readonly range?: Json; readonly remarks: readonly string[] } {
  const others = all.filter((range) => !isNormal(range));
  const normal = all
    .filter(isNormal)
    .map((range) => ({ range, applies: appliesTo(range, person, day), whom: whomOf(range) }));
  const remarks = others
    .slice(0, MOST_OTHERS)
    .map(
      (range) =>
        `A range that is not the normal one (${wordsOf(range["type"])}) was not taken: ${writtenRange(range)}.`,
    );
  const possible = normal.filter(({ applies }) => applies !== "no");
  const [only] = possible;
  if (only && possible.length === 1 && only.applies !== "unclear") {
    const isChosen = only.applies === "yes" || normal.length > 1;
    const said =
      only.applies === "yes"
        ? `The range for ${only.whom} was taken, which applies to the patient: `
        : "The range for everybody else was taken: ";
    return { range: only.range, remarks: isChosen ? [...remarks, `${said}${writtenRange(only.range)}.`] : remarks };
  }
  if (normal.length === 0) return { remarks };
  const list = normal
    .map(({ range, whom }) => `${writtenRange(range)}${whom === "" ? "" : ` (for ${whom})`}`)
    .join("; ");
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
    const amount = written(value);
    return amount === undefined ? undefined : `${amount} ${text(unit) ?? text(code) ?? ""}`.trim();
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
