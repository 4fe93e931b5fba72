/**
 * JSON.parse keeps about 17 digits of a number: 3.99999999999999999999 becomes 4, which is not below 4 any more. Such a
 * number is left as text, so that whoever reads the data refuses it in its place as what is no number.
 */
export function withRoundedAsText(json: string): string {
  if (!LONG.test(json)) return json;
  return json.replace(TEXT_OR_NUMBER, (part) => (part.startsWith('"') || !isRounded(part) ? part : `"${part}"`));
}

/** Digits that every double keeps. */
const KEPT = 15;
const LONG = /\d[\d.]{15}/;
/** A text that does not end goes to the end, so that it is gone through once. */
const TEXT_OR_NUMBER = /"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$)|-?\d[\d.]*(?:[eE][+-]?\d+)?/g;

/** Digits that a program prints of a double at most. */
const MOST_PRINTED = 100;

/**
 * Whether a number was sent that is another than the short one that is read of it. A limit is short, so where what is
 * read is not, none lies between: 3.3333333333333333, as a database prints a quotient, is read as it is.
 */
export function isRounded(written: string): boolean {
  const own = figuresOf(written);
  const value = Number(written);
  if (own.digits.length <= KEPT || !Number.isFinite(value) || figuresOf(String(value)).digits.length > KEPT)
    return false;
  // A program that prints 17 digits of its double, or all that there are, loses nothing here.
  const { digits, exponent } = figuresOf(value.toPrecision(Math.min(Math.max(own.digits.length, 17), MOST_PRINTED)));
  return digits !== own.digits || exponent !== own.exponent;
}

/** The digits of a number between its first and its last that is not 0, and the power of ten of the first. */
function figuresOf(written: string): { readonly digits: string; readonly exponent: number } {
  const [mantissa = "", power = "0"] = written.replace("-", "").split(/[eE]/);
  const [whole = "", fraction = ""] = mantissa.split(".");
  const all = whole + fraction;
  let from = 0;
  while (all[from] === "0") from += 1;
  let to = all.length;
  while (to > from && all[to - 1] === "0") to -= 1;
  return { digits: all.slice(from, to), exponent: from === to ? 0 : Number(power) + whole.length - from };
}
