import type { Amount } from "./amounts.ts";
import type { Line } from "./document.ts";
import type { Mention } from "./names.ts";
import type { Token } from "./tokens.ts";

/** So many words may stand between a box and the name of what it asks for. */
const MOST_BEFORE = 6;
/** So many tokens a unit and its gap may have between a number and a box: "x 10^9/L". */
const MOST_BEHIND = 7;
const ENDS_ITEM = /^(?:[,;:.]|positive|pos|yes|negative|neg|no)$/;

/**
 * Whether a number is what a form asks for, and not what was measured: one that is compared, beside its box,
 * "[x] platelets < 100", "ANA >= 1:80 [ ] yes", or any behind a box that is not ticked.
 */
export function isCriterion(tokens: readonly Token[], { from }: Mention, { number }: Amount, line: Line): boolean {
  const isCompared = number.comparator !== undefined || number.atLeast || number.atMost;
  const box = boxBefore(tokens, from, line);
  if (box) return isCompared || box.ticked !== true;
  return isCompared && hasBoxBehind(tokens, from, number.end, line);
}

function boxBefore(tokens: readonly Token[], name: number, line: Line): Token | undefined {
  for (let at = name - 1; at >= Math.max(line.from, name - MOST_BEFORE); at -= 1) {
    const token = tokens[at];
    if (token?.kind === "box") return token;
    if (ENDS_ITEM.test(token?.word ?? "")) return undefined;
  }
  return undefined;
}

function hasBoxBehind(tokens: readonly Token[], name: number, numberEnd: number, line: Line): boolean {
  let next = name;
  while (next < line.to && (tokens[next]?.start ?? 0) < numberEnd) next += 1;
  const behind = tokens.slice(next, Math.min(line.to, next + MOST_BEHIND));
  const box = behind.findIndex(({ kind }) => kind === "box");
  return box >= 0 && !behind.slice(0, box).some(({ word }) => /^[,;]$/.test(word));
}
