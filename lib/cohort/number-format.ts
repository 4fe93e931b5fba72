/** What a spreadsheet shows of a number, as far as it says what the number means (ECMA-376 part 1, 18.8.30 and 18.8.31). */

/** A section of a number format: positive numbers, negative ones and zero can have one each. */
interface Section {
  /** What a number has to be for it, where that is said. */
  readonly holds?: (value: number) => boolean;
  /** Its letters of days and times. */
  readonly letters: string;
  readonly isElapsed: boolean;
  readonly isPercent: boolean;
  /** Whether a number stands in it; there may be words alone. */
  readonly hasDigits: boolean;
  /** Digits that are always there, where it shows whole numbers and nothing else. */
  readonly digits: number;
  /** Words beside the number. */
  readonly before: string;
  readonly after: string;
}

export type NumberFormat = readonly Section[];

/** Formats that every workbook has, by their numbers. Those of days in East Asia show a day, in whatever signs. */
const BUILT_IN: Readonly<Record<number, string>> = {
  9: "0%",
  10: "0.00%",
  14: "m/d/yy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yy h:mm",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  ...Object.fromEntries(
    [27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map((id) => [id, "y/m/d"]),
  ),
};

export const builtIn = (id: number): NumberFormat => formatOf(BUILT_IN[id] ?? "General");

/** One sign of a format, or several that belong together. */
const TOKEN = /"([^"]*)"?|\\(.)|[_*].|\[([^\]]*)\]|General|AM\/PM|A\/P|E[+-]|\/\d+|;|[0#?]+|[\s\S]/gi;
const CONDITION = /^(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)$/;

export function formatOf(code: string): NumberFormat {
  const sections: string[][] = [[]];
  for (const [token] of code.matchAll(TOKEN)) {
    if (token === ";") sections.push([]);
    else sections.at(-1)?.push(token);
  }
  return sections.slice(0, 3).map(sectionOf);
}

/** That of a cell of which nothing else is said. */
export const GENERAL: NumberFormat = formatOf("General");

function sectionOf(tokens: readonly string[]): Section {
  let [letters, before, after, digits] = ["", "", "", 0];
  let [isElapsed, isPercent, hasDigits, isWhole] = [false, false, false, true];
  let holds: Section["holds"];
  const word = (text: string): void => {
    if (hasDigits) after += text;
    else before += text;
  };
  for (const token of tokens) {
    const bracket = /^\[(.*)\]$/s.exec(token)?.[1];
    if (bracket !== undefined) {
      const [, sign, limit] = CONDITION.exec(bracket) ?? [];
      if (sign !== undefined) holds = (value) => COMPARE[sign]?.(value, Number(limit)) ?? false;
      if (/^(h+|m+|s+)$/i.test(bracket)) {
        isElapsed = true;
        letters += bracket;
      }
      // A currency, which may be any text, and the language of the format.
      if (bracket.startsWith("$")) word(bracket.slice(1).replace(/-[\w-]*$/, ""));
    } else if (token.startsWith('"')) word(token.slice(1).replace(/"$/, ""));
    else if (token.startsWith("\\")) word(token.slice(1));
    else if (/^[_*]./s.test(token)) continue;
    else if (/^(general|[0#?]+)$/i.test(token)) {
      // Digits behind a point or a stroke are no part of a whole number.
      if (hasDigits && after !== "") isWhole = false;
      digits += token.replace(/[^0]/g, "").length;
      if (/general/i.test(token)) isWhole = false;
      hasDigits = true;
    } else if (/^E[+-]$|^[./]$|^\/\d+$/i.test(token) && (hasDigits || token === ".")) isWhole = false;
    else if (token === "%") isPercent = true;
    else if (/^[ymdhsegb]$/i.test(token)) letters += token;
    else if (!/^(,|@|AM\/PM|A\/P)$/i.test(token)) word(token);
  }
  return {
    ...(holds && { holds }),
    letters: letters.toLowerCase(),
    isElapsed,
    isPercent,
    hasDigits,
    digits: isWhole ? digits : 0,
    before,
    after,
  };
}

const COMPARE: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  "<": (value, limit) => value < limit,
  "<=": (value, limit) => value <= limit,
  ">": (value, limit) => value > limit,
  ">=": (value, limit) => value >= limit,
  "=": (value, limit) => value === limit,
  "<>": (value, limit) => value !== limit,
};

/** Of several sections without conditions the first is for positive numbers and the second for negative ones. */
const USUAL: readonly (readonly ((value: number) => boolean)[])[] = [
  [],
  [() => true],
  [(value) => value >= 0, () => true],
  [(value) => value > 0, (value) => value < 0, () => true],
];

function sectionFor(format: NumberFormat, value: number): Section | undefined {
  const usual = USUAL[format.length] ?? [];
  return format.find((section, at) => (section.holds ?? usual[at])?.(value)) ?? format.at(-1);
}

/** A number of a cell, or a text of that place that is none. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(E[+-]?\d+)?$/i;
/** A spreadsheet keeps 15 digits; a longer whole number was written by another program, and may be an id. */
const LONG = /^[+-]?\d{16,}$/;
/** What changes what a number means: a unit, a sign before a limit, a titer. Blanks, brackets, dashes and currencies do not. */
const MEANT = /[^\s()\p{Pd}\u2212\p{Sc}'"._]/u;

/** What a cell with this number means, as a text. Rounding is for the eye, and is left out. */
export function numberText(written: string, format: NumberFormat, days1904: boolean, decimal: "." | ","): string {
  if (!NUMBER.test(written)) return written;
  const value = Number(Number(written).toPrecision(15));
  if (!Number.isFinite(value)) return written;
  const section = sectionFor(format, value);
  if (section && /[ymdhs]/.test(section.letters)) return timeText(value, section, days1904);
  if (LONG.test(written)) return written.replace(/^\+/, "");
  if (!section?.hasDigits) return inDecimal(value, decimal);
  const { isPercent, digits, before, after } = section;
  const own = isPercent ? Number((value * 100).toPrecision(15)) : value;
  const isMeant = MEANT.test(before + after);
  // A section for negative numbers has its own sign.
  const hasSign = isMeant && section !== format[0] && value < 0;
  const shown = hasSign ? Math.abs(own) : own;
  const padded = Number.isInteger(shown) && !isPercent ? zeros(shown, digits) : inDecimal(shown, decimal);
  const number = `${padded}${isPercent ? "%" : ""}`;
  return isMeant ? `${before}${number}${after}`.trim() : number;
}

const inDecimal = (value: number, decimal: string): string => String(value).replace(".", decimal);

const zeros = (value: number, digits: number): string => {
  const own = String(Math.abs(value));
  return `${value < 0 ? "-" : ""}${/e/.test(own) ? own : own.padStart(digits, "0")}`;
};

const DAY_SECONDS = 86_400;
/** The last day that a spreadsheet knows, in either way to count. */
const [LAST_1900, LAST_1904] = [2_958_465, 2_957_003];

/** A day, a day and time, or a time, as a text; what is no day is no day here either. */
function timeText(value: number, { letters, isElapsed }: Section, days1904: boolean): string {
  if (isElapsed) return `${value < 0 ? "-" : ""}${clock(Math.round(Math.abs(value) * DAY_SECONDS))}`;
  const day = Math.floor(value);
  const seconds = Math.min(Math.round((value - day) * DAY_SECONDS), DAY_SECONDS - 1);
  if (day < 0 || day > (days1904 ? LAST_1904 : LAST_1900)) return "#DATE!";
  if (day === 0 && /[hs]/.test(letters) && !/[yd]/.test(letters)) return clock(seconds);
  return seconds === 0 ? dayText(day, days1904) : `${dayText(day, days1904)}T${clock(seconds)}`;
}

function clock(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}

/** Days are counted from 1904-01-01, or so that 1900-01-01 is 1 and a day that never was, 1900-02-29, is 60. */
function dayText(day: number, days1904: boolean): string {
  if (!days1904 && day === 0) return "1900-01-00";
  if (!days1904 && day === 60) return "1900-02-29";
  const first = days1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day > 60 ? 30 : 31);
  return new Date(first + day * DAY_SECONDS * 1000).toISOString().slice(0, 10);
}
