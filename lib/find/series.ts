import type { Measurement } from "../../criteria/types.ts";

const NUMBER = "[<>]?\\s?(?:1\\s?[:/]\\s?)?\\d+(?:[.,]\\d+)?";
/** What stands between values of one test. A dash may be a range, and what is behind a slash the limit. */
const BETWEEN = "\\s*(?:→|⟶|⇒|[-–—=]{1,2}>|,(?=\\s)|&|(?<=\\s)(?:and|then|to)(?=\\s))\\s*";
const NUMBERS = new RegExp(`(?<=\\s)${NUMBER}(?:${BETWEEN}${NUMBER}){1,7}(?![\\d.,:/]*\\d)`, "i");
const DAY = /(?<![\d.,])\d{1,4}([/.])\d{1,2}\1\d{1,4}(?![\d.,])/;

/**
 * "plt 85 → 150" and "wbc 3.2, 2.9, 4.1 K/uL": the values of one test one after the other, of which no day is said.
 * Undefined where one of them is no value by itself.
 */
export function seriesIn(
  text: string,
  read: (text: string) => Measurement | undefined,
): readonly Measurement[] | undefined {
  const found = NUMBERS.exec(text);
  if (!found || DAY.test(found[0])) return undefined;
  const [numbers] = found;
  const before = text.slice(0, found.index).replace(/\sfrom\s+$/i, " ");
  const after = text.slice(found.index + numbers.length);
  const each = numbers.split(new RegExp(BETWEEN, "i")).map((number) => read(`${before}${number}${after}`));
  const values = each.filter((one) => one !== undefined);
  const isOne = values.every(({ test, unit }) => test === values[0]?.test && unit === values[0]?.unit);
  return values.length === each.length && isOne ? values : undefined;
}
