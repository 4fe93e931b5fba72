import { entryOf } from "../record/entry-of.ts";
import { IN_PARTS, MINUTES, NUMBER_WORDS } from "./rules/durations.ts";
import type { Token } from "./tokens.ts";

/** Behind a time, these make it a distance from something else. */
const NOT_A_DURATION = new Set(["ago", "after", "before", "later", "earlier", "into", "postpartum", "time"]);

/** The longest time that the words from one token to another speak of, in minutes; "three weeks ago" is none. */
export function longestIn(tokens: readonly Token[], from: number, to: number): number {
  let longest = 0;
  for (let index = from; index < to; index += 1) {
    const unit = entryOf(MINUTES, tokens[index]?.word ?? "");
    const next = tokens[index + 1]?.word ?? "";
    const isAge =
      next === "old" ||
      (next === "-" && tokens[index + 2]?.word === "old") ||
      (next === "of" && tokens[index + 2]?.word === "age");
    if (unit === undefined || isAge || NOT_A_DURATION.has(next)) continue;
    longest = Math.max(longest, unit * countBefore(tokens, index, from));
  }
  for (let index = from; index + 2 < to; index += 1) {
    const [count, sign, parts] = [tokens[index], tokens[index + 1], tokens[index + 2]];
    const unit = count?.kind === "number" && sign?.word === "/" ? entryOf(IN_PARTS, parts?.word ?? "") : undefined;
    // "2/7" is two days, "3/52" three weeks and "6/12" six months; "1/7/2024" is a day, and "4/12 ago" a distance.
    if (unit === undefined || tokens[index - 1]?.word === "/" || NOT_A_DURATION.has(tokens[index + 3]?.word ?? ""))
      continue;
    longest = Math.max(longest, unit * Number(count?.word));
  }
  return longest;
}

function countBefore(tokens: readonly Token[], index: number, from: number): number {
  let at = index - 1;
  if (tokens[at]?.word === "-" || tokens[at]?.word === "the") at -= 1;
  if (at < from) return 0;
  const { kind, word } = tokens[at] ?? { kind: "sign", word: "" };
  if (kind === "number") return Math.min(Number(word.replace(",", ".")), leastOfRange(tokens, at, from));
  return (entryOf(NUMBER_WORDS, word) ?? 0) * (tokens[at - 1]?.word === "half" ? 0.5 : 1);
}

/** "20-30 min", "1 to 2 days": what is surely reached is the lower end. */
function leastOfRange(tokens: readonly Token[], at: number, from: number): number {
  const [least, between] = [tokens[at - 2], tokens[at - 1]];
  const isRange = at - 2 >= from && least?.kind === "number" && /^(?:-|–|to)$/.test(between?.word ?? "");
  return isRange ? Number(least.word.replace(",", ".")) : Number.POSITIVE_INFINITY;
}
