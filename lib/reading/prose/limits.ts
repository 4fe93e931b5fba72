/** The limits that stand before or behind a value in a sentence. */
import type { LabTest } from "../../../criteria/types.ts";
import { limitsIn } from "../limits-in-text.ts";
import type { NumberStyle } from "../numbers.ts";
import type { TextState } from "../reading-state.ts";
import { type UnitRead, unitAfter } from "../unit-after.ts";

/** Limits that stand before the value to which they belong, and the token behind them. */
export interface Printed {
  readonly text: string;
  /** Where their last number ends in the text. */
  readonly unitAt: number;
  readonly to: number;
}

const SAYS_LIMITS =
  /^(?:normal|norm|ref|reference|range|interval|nr|rr|nl|limit|cut-?\s?off|uln|lln|upper|lower|up to|n\s?[:=<>\d]|negative (?:up to|below|under|less|<)|neg (?:<|up to))/;

const IS_LIMITS =
  /^(?:(?:pos(?:itive)?\s(?:from|at|above|over)?\s?)?[<>]|(?:less|more|greater) than|below|under|\d[\d.,]*\s?(?:-|to)\s?\d)/;

const MOST_IN_LIMITS = 70;

/**
 * "(normal less than 30 IU/mL) 85", "[0.9-1.8 g/L]: 0.55", "normal <30 IU/mL": what is normal, before the value or in the
 * place of one. Limits that no word calls so are limits only where a value follows: "(<30 IU/mL)" alone may be the value.
 */
export function limitsBefore(
  { tokens, plain: { text } }: TextState,
  index: number,
  end: number,
  style: NumberStyle,
): Printed | undefined {
  const first = tokens[index];
  if (!first) return undefined;
  const isOpen = first.word === "(" || first.word === "[";
  const from = isOpen ? first.end : first.start;
  const rest = text.slice(from, from + MOST_IN_LIMITS);
  const [inside = ""] = (isOpen ? /^[^()[\]\n]+(?=[)\]])/ : LIMITS_IN_WORDS).exec(rest) ?? [];
  const written = inside.trim();
  const isCalledSo = SAYS_LIMITS.test(written);
  if (!isCalledSo && !(isOpen && IS_LIMITS.test(written))) return undefined;
  const read = limitsIn(written, style);
  if (!read) return undefined;
  let to = index;
  while (to < end && (tokens[to]?.start ?? 0) < from + inside.length + (isOpen ? 1 : 0)) to += 1;
  let next = to;
  while (
    next < end &&
    /^(?:[:=,]|was|is|were|of|at|now|result|value|low|high|raised|reduced)$/.test(tokens[next]?.word ?? "")
  )
    next += 1;
  const isFollowed = next < end && (tokens[next]?.kind === "number" || /^[<>]$/.test(tokens[next]?.word ?? ""));
  if (!isCalledSo && !isFollowed) return undefined;
  const digits = /\d(?=\D*$)/.exec(inside.replace(/(?:x\s?)?10\s?[\^*e]\s?\d+.*$|\/\s?24\s?h.*$/, ""));
  return { text: written, unitAt: from + (digits?.index ?? 0) + 1, to };
}

/** Limits without brackets, by a word and a comparison: "normal <30 IU/mL", "ref 0.9-1.8". */
const LIMITS_IN_WORDS =
  /^(?:normal|norm|ref|reference|range|nr|rr|limit|cut-?\s?off|uln|lln)(?:\s(?:range|interval|value|limit|is|being))?\s?[:=]?\s?(?:(?:[<>]=?|less than|more than|greater than|below|under|up to)\s?[\d.,:]*\d|\d[\d.,]*\s?(?:-|to)\s?\d[\d.,]*)(?:\s?(?:x\s?)?10\s?[\^*e]\s?\d{1,2}\s?\/\s?[a-z]{1,2}|\s?[a-z%]{1,8}\/[a-z0-9.]{1,8})?/;

/** The unit of limits, which is that of a value behind them that has none of its own. */
export function unitOfLimits(
  text: string,
  { unitAt }: Printed,
  valueEnd: number,
  test: LabTest,
): UnitRead | "other" | undefined {
  const read = unitAfter(text, unitAt, test);
  return read === undefined || read === "other" ? read : { ...read, end: valueEnd };
}

interface RangeText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A bare range or limit at a place: "4.0 - 10.5", "<10". */
export function rangeAt(text: string, from: number): RangeText | undefined {
  const found =
    /^[\s,]{0,20}(?:;\s?(?=(?:ref|normal|nr|rr)[a-z]{0,6}\b))?([([]?\s?(?:(?:ref(?:erence)?(?: range)?|normal|nr|rr|range)[\s:]{1,3})?(?:\d[\d.,]*\s?-\s?\d[\d.,]*|[<>]=?\s?(?:1:)?\d[\d.,]*)\s?[)\]]?)/.exec(
      text.slice(from, from + 60),
    );
  if (!found?.[1]) return undefined;
  const end = from + found[0].length;
  return { text: found[1].replaceAll(/[()[\]]/g, ""), start: end - found[1].length, end };
}

export function limitsAmong(written: string, style: NumberStyle): string | undefined {
  if (!/\b(?:previous|previously|prior|was|last)\b/.test(written)) return undefined;
  return written
    .split(/[,;]\s/)
    .map((part) => part.trim())
    .find((part) => SAYS_LIMITS.test(part) && limitsIn(part, style));
}
