import { type NumberRead, type NumberStyle, numberAt } from "./numbers.ts";

/** The limits that a laboratory prints beside a value. */
export interface LimitsRead {
  readonly low?: number;
  readonly high?: number;
}

const NOT_A_RANGE = /\b(?:previous|prior|last|was|were|been|stayed|remained|ranged|ranging|on|in|from|to follow)\b/;
const NO_LIMIT = /\b(?:if|when|goal|target|transfuse|treat|aim|give|start|until|previous|prior)\b/;
const LOWER = /\b(?:lower|lln|low(?:er)? limit|minimum)\b/;
const UPPER =
  /\b(?:upper|uln|up to|cut-? ?off|positive (?:from|if|at|above|over)|positive|limit|high|normal (?:up to|below|under)|below|under|less than|neg(?:ative)?)\b/;
/** "Equivocal 10-15", "weak positive 20-40": a band above what is normal. */
const OF_A_BAND = /\b(?:equivocal|borderline|indeterminate|weak|weakly|positive|pos|moderate|medium|strong|high)\b/;
const BANDS = /[;,]\s+(?:[<>]|\d)|;|(?:\d\s*-\s*\d.*){2,}|[<>].*[<>]/;

interface Numbers {
  readonly numbers: readonly NumberRead[];
  readonly between: readonly string[];
}

function numbersIn(text: string, style: NumberStyle): Numbers {
  const numbers: NumberRead[] = [];
  const between: string[] = [];
  let last = 0;
  for (let at = 0; at < text.length; ) {
    const isStart = /[\d<>.,]/.test(text[at] ?? "") && !/[a-z\d^*]/.test(text[at - 1] ?? "");
    const number = isStart ? numberAt(text, at, style) : undefined;
    if (!number) {
      at += 1;
      continue;
    }
    between.push(text.slice(last, at));
    numbers.push(number);
    last = number.end;
    at = number.end;
  }
  between.push(text.slice(last));
  return { numbers, between };
}

/**
 * Reads one range or limit; undefined where it is none, or where several bands are printed. Of a titer, a range printed
 * `<1:80` gives 80, the first titer that counts as positive.
 */
export function limitsIn(written: string, style: NumberStyle): LimitsRead | undefined {
  const text = written.trim();
  if (text === "" || text.length > 80 || NO_LIMIT.test(text)) return undefined;
  const { numbers, between } = numbersIn(withoutUnits(text), style);
  const [first, second] = numbers;
  if (!first || numbers.length > 2) return undefined;
  const before = between[0] ?? "";
  if (NOT_A_RANGE.test(before) && !UPPER.test(before)) return undefined;
  if (second) {
    const isRange = /^\s*(?:-|to|and|\.\.)\s*$/.test(between[1] ?? "") && !first.comparator && !second.comparator;
    return isRange && !OF_A_BAND.test(before) && first.value <= second.value
      ? { low: first.value, high: second.value }
      : undefined;
  }
  if (BANDS.test(text)) return undefined;
  if (first.comparator === "<" || first.atMost) return { high: first.value };
  if (first.comparator === ">" || first.atLeast)
    return UPPER.test(before) || /positive/.test(between[1] ?? "") ? { high: first.value } : { low: first.value };
  if (LOWER.test(before)) return { low: first.value };
  return UPPER.test(before) ? { high: first.value } : undefined;
}

/** Without the digits of units, which are no limits: "10^9/L", "24 h". */
function withoutUnits(text: string): string {
  return text
    .replaceAll(/x?\s?\b10\s?[\^*e]\s?[0-9]{1,2}\b|x?10\([0-9]{1,2}\)/g, " ")
    .replaceAll(/\/\s?24\s?h(?:ours?|rs?)?/g, " ")
    .replaceAll(/mm\^?3/g, " ");
}
