/** Denials that hold up to a time only. */
import type { Sentence } from "../document.ts";
import type { Token } from "../tokens.ts";
import { type Answer, groupOf, type Item } from "./item.ts";

export const DENIED_FOR_A_TIME = "denied up to a time only, which may say that it came then";

/** How far behind what is denied the time stands until which it is. */
const TIME_WITHIN = 6;

/** "Never had pleurisy until last year", "before 2019 no seizures": absent up to then, and so not absent. */
export function isForATime(
  tokens: readonly Token[],
  items: readonly Item[],
  at: number,
  { from, to }: Sentence,
  answer: Answer,
): boolean {
  const item = items[at];
  if (!item || !answer || "why" in answer || answer.status !== "absent") return false;
  const last = groupOf(items, at, tokens).last ?? item;
  for (let index = last.to; index < Math.min(to, last.to + TIME_WITHIN); index += 1) {
    const word = tokens[index]?.word ?? "";
    if (/^(?:[,;.)]|and|but|however|though|although)$/.test(word)) break;
    if (isUntil(tokens, index, to)) return true;
  }
  const first = tokens[from]?.word === "up" || tokens[from]?.word === "not" ? from + 1 : from;
  return isUntil(tokens, first, to);
}

/** "Until last year", "before 2019", "prior to treatment": a time, where one follows. "Before or since" is all of it. */
function isUntil(tokens: readonly Token[], index: number, to: number): boolean {
  const word = tokens[index]?.word ?? "";
  const isUpTo =
    word === "up" && tokens[index + 1]?.word === "to" && /^(?:19|20)\d\d/.test(tokens[index + 2]?.word ?? "");
  if (isUpTo) return index + 2 < to;
  const isPrior = word === "prior" && tokens[index + 1]?.word === "to";
  if (!/^(?:until|till|before)$/.test(word) && !isPrior) return false;
  const next = tokens[index + (isPrior ? 2 : 1)];
  if (index + 1 >= to || next === undefined || /^(?:[,;.:)(/]|or|and|nor|during)$/.test(next.word)) return false;
  // "None until now" is none so far; "before today" says nothing of today.
  return !/^(?:now|today)$/.test(next.word) || isPrior || word === "before";
}
