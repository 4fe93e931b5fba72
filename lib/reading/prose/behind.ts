/** What stands behind a value and its unit: ranges, remarks, the day. */
import { limitsIn } from "../limits-in-text.ts";
import type { NumberStyle } from "../numbers.ts";
import type { TextState } from "../reading-state.ts";
import { limitsAmong, rangeAt } from "./limits.ts";
import { behindFlags } from "./units.ts";

interface Behind {
  readonly limits?: string;
  readonly day?: string;
  readonly hasDay: boolean;
  readonly end: number;
}

const IN_BRACKETS = /^[\s,]{0,12}[([]([^()[\]]{1,70})[)\]]/;

const NAMED_RANGE =
  /^[\s,]{0,12}(?:ref(?:erence)?(?: range| interval)?|normal(?: range)?|range|rr|nr|nl|n)\s?[:=]?\s?((?:[<>]=?\s?)?(?:1:)?\d[\d.,]*(?:\s?(?:-|to)\s?\d[\d.,]*)?)/;

/** How a nucleus is stained, behind a titer. */
const PATTERN =
  /^(?:[\s,]{1,3}(?:fine|finely|coarse|coarsely|dense|mixed|homogen(?:e)?ous|diffuse|speckled|nucleolar|centromere|rim|peripheral|nuclear|and|pattern)\b){1,5}/;

const NAMED_IN_BRACKETS = /^\s?[,;]?\s?[([]?(?:ref|normal|nr|rr|range)\b/;

const DAY_BEHIND = /^[\s,]{0,4}(?:(?:on|in|at|dated|from|of|\(|-)\s?){0,2}$/;

export const MOST_BEHIND = 4;

/** What stands behind a value: flags, limits, a day. */
export function behindValue(
  { tokens, plain: { text } }: TextState,
  from: number,
  style: NumberStyle,
  to: number,
): Behind {
  let at = behindFlags(text, from);
  // "1:640 speckled (ref <1:80)": limits only, for other words stand behind other values.
  const pattern = PATTERN.exec(text.slice(at, Math.min(to, at + 60)))?.[0].length ?? 0;
  if (NAMED_IN_BRACKETS.test(text.slice(at + pattern, at + pattern + 20))) at += pattern;
  let limits: string | undefined;
  for (let parts = 0; parts < MOST_BEHIND && at < to; parts += 1) {
    const rest = text.slice(at, Math.min(to, at + 90));
    const brackets = IN_BRACKETS.exec(rest);
    if (brackets?.[1] && !isDayText(tokens, at, at + brackets[0].length)) {
      const read = limitsIn(brackets[1], style);
      // "(previously 31 IU/mL, normal <100)": the limits are a part of it, and the rest is another value.
      if (!read) limits = limits ?? limitsAmong(brackets[1], style);
      // "(booking 221 x10^9/L)" is another value, not a limit.
      if (!read && /\d/.test(brackets[1])) break;
      if (read) limits = limits ?? brackets[1];
      at += brackets[0].length;
      at = behindFlags(text, at);
      continue;
    }
    const named = NAMED_RANGE.exec(rest) ?? undefined;
    const range = named ? undefined : rangeAt(text, at);
    // "(2021-07-14)" begins like a range.
    const bare = range && isDayText(tokens, at, range.end) ? undefined : range;
    if (named?.[1]) {
      limits = limits ?? named[1].replace(/^((?:1:)?\d[\d.,]*)$/, "");
      at += named[0].length;
      continue;
    }
    if (bare && limits === undefined && !/^\s{0,20},/.test(rest)) {
      limits = bare.text;
      at = bare.end;
      continue;
    }
    break;
  }
  const day = dayAfter(tokens, text, at, to);
  return {
    ...(limits && { limits }),
    ...(day?.day && { day: day.day }),
    hasDay: day !== undefined,
    end: day?.end ?? at,
  };
}

function firstTokenFrom(tokens: TextState["tokens"], at: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isDayText(tokens: TextState["tokens"], from: number, to: number): boolean {
  for (let index = firstTokenFrom(tokens, from); (tokens[index]?.start ?? Number.POSITIVE_INFINITY) < to; index += 1)
    if (tokens[index]?.kind === "day") return true;
  return false;
}

export const YEAR = /^(?:19|20)\d\d$/;

/** A day directly behind a value, "on 2 March 2021", "(2 March 2021)", "in 2019": the last has no day to give. */
export function dayAfter(
  tokens: TextState["tokens"],
  text: string,
  at: number,
  to: number,
): { readonly day?: string; readonly end: number } | undefined {
  const first = firstTokenFrom(tokens, at);
  for (let index = first; index < first + 4; index += 1) {
    const token = tokens[index];
    if (!token || token.start >= to || token.gap === "line") return undefined;
    const isYear =
      token.kind === "number" && YEAR.test(token.word) && /(?:in|\()\s?$/.test(text.slice(at, token.start));
    if (token.kind === "day" || isYear) {
      if (!DAY_BEHIND.test(text.slice(at, token.start))) return undefined;
      const close = tokens[index + 1]?.word === ")" ? (tokens[index + 1]?.end ?? token.end) : token.end;
      return { ...(token.day && { day: token.day }), end: close };
    }
  }
  return undefined;
}
