/** A number as it stands at the beginning of a text. */
export interface TypedNumber {
  readonly comparator?: "<" | ">";
  /** Written as 1:320. */
  readonly ratio: boolean;
  /** As the number is read in English, and on the continent; for most numbers both are the same. */
  readonly readings: Readings;
  /** What follows it. */
  readonly rest: string;
}

/**
 * "3,200" is 3200 where a comma stands between thousands and 3.2 where it stands before decimals; "1.200" is 1.2 and
 * 1200. A number that only one of the two ways of writing has is the same in both.
 */
export type Readings = readonly [english: number, continental: number];

/** More digits than a double keeps apart are a slip, and would cost time wherever they are reckoned with exactly. */
const MOST_DIGITS = 15;

/** "less than" and "more than" in words. "At least" and "at most" are neither, and stay with the words before. */
export const COMPARING = /(?:less|lower|fewer|more|greater|higher)\s+than|below|under|above|over/i;

/** A bare `<=` is no comparator of a record: a laboratory reports `<20` or a number. */
const SHAPE = new RegExp(
  `^[\\s:=]*(?:([<>])|(${COMPARING.source})(?=\\s))?\\s*(1\\s*[:/]\\s*(?=\\d))?` +
    // Marks that stand between thousands and nowhere else: 3'200, and the narrow spaces of printed tables.
    "([1-9]\\d{0,2}(?:['’\u00a0\u2009\u202f]\\d{3})+(?![\\d'’])(?:[.,]\\d+)?|\\d[\\d.,]*|[.,]\\d+)(.*)$",
  "is",
);

/** Reads the number with which a text begins, with its comparator; undefined when there is none. */
export function typedNumber(text: string): TypedNumber | undefined {
  const [, sign, comparing, ratio, digits = "", rest = ""] = SHAPE.exec(text) ?? [];
  const readings = readingsOf(digits.replace(/[.,]+$/, ""));
  if (!readings) return undefined;
  const comparator = comparing ? (/^(?:less|lower|fewer|below|under)/i.test(comparing) ? "<" : ">") : sign;
  return {
    ...((comparator === "<" || comparator === ">") && { comparator }),
    ratio: ratio !== undefined,
    readings,
    rest,
  };
}

const ENGLISH = /^(?:\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/;
/** "1,5000" is a slip for 15,000 or 1,50,000: a comma before decimals has few of them, unless a 0 stands before it. */
const CONTINENTAL = /^(?:0?,\d+|(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d{1,3})?)$/;

function readingsOf(written: string): Readings | undefined {
  const grouped = /['’\u00a0\u2009\u202f]/.test(written);
  // Beside such a mark, a comma or a dot stands before decimals.
  const digits = grouped ? written.replaceAll(/['’\u00a0\u2009\u202f]/g, "").replace(",", ".") : written;
  if (!/\d/.test(digits) || digits.replaceAll(/[.,]/g, "").length > MOST_DIGITS) return undefined;
  const english = ENGLISH.test(digits) ? Number(digits.replaceAll(",", "")) : undefined;
  const continental =
    !grouped && CONTINENTAL.test(digits) ? Number(digits.replaceAll(".", "").replace(",", ".")) : undefined;
  const [first = continental, second = english] = [english, continental];
  return first === undefined || second === undefined ? undefined : [first, second];
}
