/** Denials that hold up to a time only, or with an exception. */
import type { Sentence } from "../document.ts";
import { isDrug } from "../explained.ts";
import type { Token } from "../tokens.ts";
import { type Answer, groupOf, type Item } from "./item.ts";

const DENIED_FOR_A_TIME = "denied up to a time only, which may say that it came then";
const DENIED_EXCEPT = "denied with an exception, which there was";

const DENIED_THIS_TIME = "denied of this time only, which may say that there was some before";

/** How far behind what is denied the time stands until which it is. */
const TIME_WITHIN = 6;

/** "Never had pleurisy until last year", "before 2019 no seizures", "no clot apart from one": why such a denial is not one of all. */
export function deniedInPart(
  tokens: readonly Token[],
  items: readonly Item[],
  at: number,
  { from, to }: Sentence,
  answer: Answer,
): string | undefined {
  const item = items[at];
  if (!item || !answer || "why" in answer || answer.status !== "absent") return undefined;
  const last = groupOf(items, at, tokens).last ?? item;
  for (let index = last.to; index < Math.min(to, last.to + TIME_WITHIN); index += 1) {
    const word = tokens[index]?.word ?? "";
    const except = word === "," ? index + 1 : index;
    if (isExcept(tokens, except)) {
      // "No fever except malar rash": what is excepted is another finding, and not one of these.
      const named = items.filter(({ from: start }) => start > except && start <= except + TIME_WITHIN);
      const isOfAnother = named.length > 0 && !named.some(({ finding }) => finding === item.finding);
      return isOfAnother ? undefined : DENIED_EXCEPT;
    }
    if (/^(?:[,;.)]|and|but|however|though|although)$/.test(word)) break;
    if (isUntil(tokens, index, to)) return DENIED_FOR_A_TIME;
  }
  if (isOnTreatment(tokens, item.from + 1, Math.min(to, last.to + TIME_WITHIN))) return DENIED_ON_TREATMENT;
  if (saysThereWas(tokens, last.to, to)) return DENIED_EXCEPT;
  if (saysThisTime(tokens, last.to, to)) return DENIED_THIS_TIME;
  const first = tokens[from]?.word === "up" || tokens[from]?.word === "not" ? from + 1 : from;
  return isUntil(tokens, first, to) ? DENIED_FOR_A_TIME : undefined;
}

/** "No clot, apart from one in 2010", "no fits except as a child": some of it there was. */
function isExcept(tokens: readonly Token[], index: number): boolean {
  const [word, next] = [tokens[index]?.word ?? "", tokens[index + 1]?.word ?? ""];
  if (/^(?:apart|aside)$/.test(word)) return next === "from";
  if (word === "other") return next === "than";
  if (word === "with") return next === "the" && tokens[index + 2]?.word === "exception";
  return /^(?:except|excepting|save|bar|barring)$/.test(word) && next !== "that";
}

const DENIED_ON_TREATMENT = "denied on treatment, which may say that there was some before";

const TREATMENT = /^(?:treatment|therapy|steroid|pred|hcq|mmf|mtx|aza|tablet|medication|immunosuppression)$/;

/** "No synovitis on prednisolone", "no fits since starting levetiracetam". */
function isOnTreatment(tokens: readonly Token[], from: number, to: number): boolean {
  for (let index = from; index + 1 < to; index += 1) {
    const word = tokens[index]?.word ?? "";
    if (/^[.;:()]$/.test(word)) return false;
    if (word !== "on" && word !== "starting" && word !== "under") continue;
    let at = index + 1;
    while (at < to && /^(?:the|her|his|this|current|low|high|dose|regular|oral)$/.test(tokens[at]?.word ?? "")) at += 1;
    const drug = tokens[at]?.word ?? "";
    // "On the drug" is what a letter says of what the drug may do.
    if (drug !== "drug" && (isDrug(drug) || TREATMENT.test(drug))) return true;
  }
  return false;
}

/** "No ulcer inside the mouth, though there was one at Easter", "no fits, but she had some as a child". */
function saysThereWas(tokens: readonly Token[], from: number, to: number): boolean {
  for (let index = from; index < Math.min(to, from + LIST_WITHIN); index += 1) {
    if (!/^(?:though|although|but|however|yet)$/.test(tokens[index]?.word ?? "")) continue;
    const words = tokens.slice(index + 1, Math.min(to, index + 1 + TIME_WITHIN)).map(({ word }) => word);
    const shows = words.findIndex((word) => SHOWS.test(word));
    if (shows > 0 && /^(?:one|some|several|it|them)$/.test(words[shows + 1] ?? "")) return true;
    const verb = words.findIndex((word) => /^(?:was|were|is|are|had|has|have)$/.test(word));
    const subject = words[verb - 1] ?? "";
    return (
      /^(?:there|she|he|i|we|they)$/.test(subject) &&
      words.slice(verb + 1, verb + 4).some((word) => /^(?:one|some|several|few|two|them|it|ones)$/.test(word))
    );
  }
  return false;
}

/** "No rash today, though photographs show one". */
const SHOWS =
  /^(?:show|showed|document|documented|describe|described|record|recorded|note|noted|saw|found|mention|mentioned)$/;

/** Whether a time stands behind what is denied, past what else is denied: "no swelling, no rash, no ulcers this time". */
function saysThisTime(tokens: readonly Token[], from: number, to: number): boolean {
  for (let index = from; index < Math.min(to, from + LIST_WITHIN); index += 1) {
    const word = tokens[index]?.word ?? "";
    if (/^(?:[;.:(]|but|however|though|although|has|have|had|is|are|was|were)$/.test(word)) return false;
    if (word === "," && !/^(?:no|nor|not|without|or|and)$/.test(tokens[index + 1]?.word ?? "")) return false;
    if (isOfThisTime(tokens, index)) return true;
  }
  return false;
}

const LIST_WITHIN = 30;

/** "No ulcers this time", "no rash with this flare", "on this occasion": there may have been some before. */
function isOfThisTime(tokens: readonly Token[], index: number): boolean {
  const [word, next, last] = [0, 1, 2].map((far) => tokens[index + far]?.word ?? "");
  if (word === "this") return /^(?:time|flare|episode|pregnancy)$/.test(next ?? "");
  return word === "on" && next === "this" && last === "occasion";
}

/** "Until last year", "before 2019", "prior to treatment": a time, where one follows. "Before or since" is all of it. */
function isUntil(tokens: readonly Token[], index: number, to: number): boolean {
  const word = tokens[index]?.word ?? "";
  const isUpTo =
    word === "up" && tokens[index + 1]?.word === "to" && /^(?:19|20)\d\d/.test(tokens[index + 2]?.word ?? "");
  if (isUpTo) return index + 2 < to;
  // "No seizures since childhood": there were some before.
  if (word === "since")
    return index + 1 < to && !/^(?:[,;.:)(/]|she|he|then|we|i|it|they)$/.test(tokens[index + 1]?.word ?? "");
  const isPrior = word === "prior" && tokens[index + 1]?.word === "to";
  if (!/^(?:until|till|before)$/.test(word) && !isPrior) return false;
  const next = tokens[index + (isPrior ? 2 : 1)];
  if (index + 1 >= to || next === undefined || /^(?:[,;.:)(/]|or|and|nor|during)$/.test(next.word)) return false;
  // "None until now" is none so far; "before today" says nothing of today.
  return !/^(?:now|today)$/.test(next.word) || isPrior || word === "before";
}
