import { type TypedNumber, typedNumber } from "../record/typed-number.ts";

/** How a text writes its numbers. */
export type NumberStyle = "english" | "continental";

/** A number as it stands at a place of a text. */
export interface NumberRead {
  readonly value: number;
  /** As it would be in the other way of writing, where that is another number. */
  readonly otherwise?: number;
  readonly comparator?: "<" | ">";
  /** "At least": said of a value, and no comparator of a record. */
  readonly atLeast: boolean;
  /** "At most": what a record cannot hold. */
  readonly atMost: boolean;
  readonly ratio: boolean;
  readonly end: number;
}

const SHAPE =
  /(?:(<=|>=|=<|=>|<|>|(?:less|greater|more) than)\s{0,4})?((?:1\s?[:/]\s?|1 in )(?=\d))?(?:([<>])\s{0,2})?(\d+(?:[.,]\d+)*|[.,]\d+)/y;

/** "1:32O", "1l2": a letter that a scan read in the place of a digit, so that the number is another. */
const LETTER_IN_NUMBER = /^[oil](?![a-z])/i;

/** Indian digits: 1,45,000. */
const LAKHS = /^\d{1,2}(?:,\d{2})+,\d{3}$/;

/** Reads the number that begins at a place, with its comparator; undefined when none does. */
export function numberAt(text: string, from: number, style: NumberStyle): NumberRead | undefined {
  SHAPE.lastIndex = from;
  const found = SHAPE.exec(text);
  if (!found || LETTER_IN_NUMBER.test(text.slice(from + found[0].length, from + found[0].length + 2))) return undefined;
  const [whole, before, ratio, inside, digits = ""] = found;
  const typed = LAKHS.test(digits) ? typedNumber(digits.replaceAll(",", "")) : typedNumber(digits);
  if (!typed) return undefined;
  const written = before ?? inside;
  const sign = written?.endsWith("than") ? (written.startsWith("less") ? "<" : ">") : written;
  const { value, otherwise } = inStyle(typed, style);
  return {
    value,
    ...(otherwise !== undefined && { otherwise }),
    ...((sign === "<" || sign === ">") && { comparator: sign }),
    atLeast: sign === ">=" || sign === "=>",
    atMost: sign === "<=" || sign === "=<",
    ratio: ratio !== undefined,
    end: from + whole.length,
  };
}

function inStyle(
  { readings: [english, continental] }: TypedNumber,
  style: NumberStyle,
): { value: number; otherwise?: number } {
  const [value, other] = style === "english" ? [english, continental] : [continental, english];
  return value === other ? { value } : { value, otherwise: other };
}

/** Whether a text uses decimal commas: it has some, and more of them than of decimal points. */
export function styleOf(text: string): NumberStyle {
  const commas = text.match(/(?<![\d.,])\d+,\d{1,2}(?![\d,.]|\s?(?:,|and|&)\s?\d)/g)?.length ?? 0;
  const points = text.match(/(?<![\d.,])\d+\.\d{1,2}(?![\d.])/g)?.length ?? 0;
  return commas > 0 && commas > points ? "continental" : "english";
}
