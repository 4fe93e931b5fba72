import { LIMIT_WORDS } from "../../record/limit-names.ts";
import { type Json, number, object, short, text, written } from "./resources.ts";

/**
 * The words that a normal range is printed with: names of it, comparisons, and units. A text with any other word says
 * for whom the range is, or of what it is the range: children, a positive result, a critical value.
 */
const WORDS_OF_NORMAL = new Set(
  [
    "normal normals normally reference ref range ranges interval limit limits value values of the is in by",
    "to between and or from up until than less more greater equal below above under over upper lower high low least most",
    "uln lln wnl usual expected typical standard laboratory lab",
    "negative neg not detected non nonreactive reactive",
    "x e k l dl ml ul µl nl fl mm cumm mcl g mg ug µg mcg ng kg iu u ku miu ie mmol umol µmol mol creat creatinine crea cr giga tera",
    "h hr hrs hour hours d day thou thousand cells cell count index ratio titer titre dilution gpl mpl apl units unit cel",
  ]
    .join(" ")
    .normalize("NFKC")
    .split(" "),
);

/** "Reactive" is fine in "non-reactive" only, and "detected" in "not detected". */
const POSITIVE = /(?<!non[-\s]?)\breactive|(?<!not )\bdetected|(?<!non[-\s]?|not )\bpositive/i;

/** Characters that the text of a range may have to be compared with its numbers. */
const LONGEST_TEXT = 120;

const POWERS = /[x×]?\s*10\s*(?:[*^eE]\s*\d+|\(\d+\)|[⁰¹²³⁴-⁹]+)|\/\s*24\s*h\w*|\b24\s*h\w*|mm3|mm³|°\s*[cf]\b/gi;
const FIGURE = "\\d+(?:[.,]\\d+)?";

/** What the text of a range says beside its numbers, when that is not only that it is the normal one. */
export function saysOtherThanNormal(range: Json): string | undefined {
  const words = text(range["text"])?.trim();
  if (words === undefined) return undefined;
  // A normal range is printed on a line. The patterns below take much more than in proportion for long texts.
  if (words.length > LONGEST_TEXT) return short(words, LONGEST_TEXT);
  const said =
    words
      .normalize("NFKC")
      .replaceAll(POWERS, " ")
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return said.every((word) => WORDS_OF_NORMAL.has(word)) && !POSITIVE.test(words) ? undefined : words;
}

/** Whether the text of a range gives other numbers than the range has, or the same one as the other end. */
export function textContradicts(range: Json): boolean {
  const plain = (text(range["text"]) ?? "").slice(0, LONGEST_TEXT).replaceAll(POWERS, " ").toLowerCase();
  const figures = [...plain.matchAll(new RegExp(FIGURE, "g"))].map(([one]) => one);
  if (figures.length === 0) return false;
  const low = number(object(range["low"])?.["value"]);
  const high = number(object(range["high"])?.["value"]);
  const [said, from, to] =
    new RegExp(`(${FIGURE})[^\\d<>≤≥]*?(?:-|–|—|\\bto\\b|\\band\\b|\\bbis\\b)[^\\d<>≤≥]*?(${FIGURE})`).exec(plain) ??
    [];
  if (said !== undefined && from !== undefined && to !== undefined) {
    if (low !== undefined && high !== undefined && isInAnotherUnit(low, high, from, to)) return false;
    return (low !== undefined && !isFigure(from, low)) || (high !== undefined && !isFigure(to, high));
  }
  const compared = [
    ...plain.matchAll(
      new RegExp(
        `(>|≥|more than|greater than|above|over|at least|from|<|≤|less than|below|under|up to|until|at most)(?:\\s*=|\\s*or equal to)?[^\\d<>≤≥]*?(${FIGURE})`,
        "g",
      ),
    ),
  ];
  if (compared.length === 0)
    return !figures.every((one) => [low, high].some((end) => end !== undefined && isFigure(one, end)));
  return compared.some(([, sign = "", figure = ""]) => {
    const isLow = /^(?:>|≥|more|greater|above|over|at least|from)/.test(sign);
    const end = isLow ? low : high;
    return end === undefined ? (isLow ? high : low) !== undefined : !isFigure(figure, end);
  });
}

/** A figure may have a comma as decimal sign, or between thousands. */
function readings(figure: string): readonly number[] {
  return [Number(figure.replace(",", ".")), Number(figure.replaceAll(/[.,]/g, ""))];
}

function isFigure(figure: string, value: number): boolean {
  const [decimal, whole] = readings(figure);
  return decimal === value || (/[.,]\d{3}$/.test(figure) && whole === value);
}

/** Both ends are printed as the same ten, hundred or thousandth part: 0.9-1.8 g/L is 90 to 180 mg/dL. */
function isInAnotherUnit(low: number, high: number, from: string, to: string): boolean {
  const [a, b] = [low / (readings(from)[0] ?? 0), high / (readings(to)[0] ?? 0)];
  const power = Math.log10(b);
  return Math.abs(a / b - 1) < 1e-9 && Math.abs(power - Math.round(power)) < 1e-9;
}

/** Extensions that only repeat what stands there. */
const REPEATS = /(?:rendered-?value|original-?text|translation)$/i;

/** The names of extensions that may say for whom a range is, or what it is. */
export function extensionsOf(range: Json): readonly string[] {
  return [range, object(range["low"]), object(range["high"])]
    .flatMap((one) => [one?.["extension"], one?.["modifierExtension"]].flat())
    .flatMap((one) => {
      const url = text(object(one)?.["url"]) ?? (one === undefined ? "" : "without a name");
      return url === "" || REPEATS.test(url) ? [] : [url.split("/").at(-1) ?? url];
    });
}

/** A range as it was sent, for a remark. */
export function writtenRange(range: Json): string {
  const side = (name: "low" | "high") => {
    const { value, unit, code, comparator } = object(range[name]) ?? {};
    const parts = [comparator, value, unit ?? code]
      .map(written)
      .filter((part) => part !== undefined)
      .join(" ");
    return parts === "" ? [] : [`${LIMIT_WORDS[name]} ${short(parts, 40)}`];
  };
  return [...side("low"), ...side("high")].join(", ") || short(text(range["text"]) ?? "without limits", 60);
}
