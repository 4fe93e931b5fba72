/** What is said of a finding that a test shows, in words. */
import type { BoxSays } from "../boxes.ts";
import type { SentenceContext } from "../context.ts";
import type { Sentence } from "../document.ts";
import { wordSet } from "../names.ts";
import type { TextState } from "../reading-state.ts";
import { type ResultRead, resultBefore, resultBehind, resultInRow, signedBefore } from "../results.ts";
import type { Token } from "../tokens.ts";
import { choiceBehind } from "./answer-behind.ts";
import type { Answer, Item } from "./item.ts";
import { isListedSign, isPlus } from "./signs.ts";

/** What is said of the result of a test: by a word, a sign or a box, beside it or of all that are listed with it. */
export function resultAnswer(
  state: TextState,
  sentence: Sentence,
  item: Item,
  group: { readonly first: Item | undefined; readonly last: Item | undefined },
  context: SentenceContext,
  boxed: BoxSays,
  valued: ReadonlySet<number>,
  names: ReadonlySet<number>,
): Answer {
  const { tokens } = state;
  if (boxed === "present" || boxed === "absent")
    return byResult(item, { result: boxed === "present" ? "positive" : "negative", to: item.to }, state);
  if (boxed === "ticked") return { status: "present", isPlain: true };
  if (valued.has(item.to - 1)) return undefined;
  const chosen = choiceBehind(tokens, item.to, sentence.to);
  if (chosen && "status" in chosen)
    return byResult(item, { result: chosen.status === "present" ? "positive" : "negative", to: item.to }, state);
  const level = item.written?.low ? chosenLevel(tokens, item.to, sentence.to) : undefined;
  if (level) return byResult(item, { result: level, to: item.to }, state);
  const last = group.last && sharesBehind(tokens, item, group.last) ? group.last : item;
  const first = group.first ?? item;
  const stops = (index: number): boolean => names.has(index);
  const own = resultBehind(tokens, item.to, sentence.to, stops);
  const listed = listedSign(tokens, item, sentence);
  // "+ANA - anti-Sm pending", "- anti-Sm positive": the dash only parts what has a result in words of its own.
  const worded = listed && resultBehind(tokens, item.to, endOfSigned(tokens, item.to, sentence), stops);
  const read =
    (worded && worded.result !== listed?.result ? worded : listed) ??
    signedBefore(tokens, sentence.from, item.from) ??
    own ??
    resultBefore(tokens, sentence.from, item.from) ??
    (last === item ? undefined : resultBehind(tokens, last.to, sentence.to, stops)) ??
    (sentence.line.isRow
      ? resultInRow(
          tokens,
          last.to,
          [...names].filter((start) => start >= last.to).reduce((least, start) => Math.min(least, start), sentence.to),
        )
      : undefined) ??
    resultBefore(tokens, sentence.from, first.from);
  if (!read && item.written?.needs === "treponemal-negative" && hasTiter(tokens, item.to))
    return withTreponemal({ status: "present", isPlain: false }, item, state, sentence);
  if (read && item.only === "capitals" && !isPlainResult(tokens, read.to)) return undefined;
  if (
    read?.result === (item.written?.low ? "low" : "positive") &&
    read.to > item.to &&
    !context.at(item.to - 1).has("not-denied")
  ) {
    const denied = deniedBefore(tokens, sentence.from, item, { first, last: group.last ?? item }, read);
    if (denied) return denied === "absent" ? { status: "absent", isPlain: true } : { why: UNCLEAR_REACH };
  }
  const byClass = answerByClass(state, item, sentence, stops);
  if (byClass) return byClass;
  if (read?.result === "negative" && !item.written?.low && hasLaterPositive(tokens, read.to, sentence.to, names))
    return { status: "present", isPlain: false };
  if (read?.result === "negative" && hasLaterTiter(tokens, read.to, sentence.to, names)) return { why: SEVERAL };
  if (read) return withTreponemal(byResult(item, read, state), item, state, sentence);
  const says = context.at(item.to - 1);
  // "No effusion, LA dilated": two capitals without a result of their own are those of something else.
  if (item.only === "capitals") return undefined;
  const behind = context.behind(last.to);
  if (behind === "uncertain") return { why: "no result yet, or none that is certain" };
  if (says.has("denied") && isNotYet(tokens, last.to, sentence.to))
    return { why: "no result yet, or none that is certain" };
  if (behind === "denied" && !item.written?.low && hasLaterPositive(tokens, last.to, sentence.to, names))
    return { status: "present", isPlain: false };
  if (behind === "denied" || (says.has("denied") && !item.written?.low)) return { status: "absent", isPlain: true };
  if (isHad(tokens, first.from, last.to, sentence)) return { status: "present", isPlain: false };
  return hasBareNumber(state, item, sentence) ? { why: NO_RESULT_WORD } : undefined;
}

/** "We do not have the Smith yet", "no ENA back": it is the result that is not there. */
function isNotYet(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, Math.min(to, from + YET_WITHIN))
    .some(({ word }) => /^(?:yet|back|available|result|through)$/.test(word));
}

const YET_WITHIN = 4;

/** "C3 (low) normal", "C4 low (normal)": both are printed, and the one in brackets is taken. */
function chosenLevel(tokens: readonly Token[], from: number, to: number): "low" | "negative" | undefined {
  const words = tokens
    .slice(from, Math.min(to, from + 4))
    .map(({ word }) => word)
    .join(" ");
  const [, first, second] = /^(\( )?(?:low|normal) (\( |\) )?/.exec(words) ?? [];
  if (first && second === ") ")
    return /^\( low \) normal/.test(words) ? "low" : /^\( normal \) low/.test(words) ? "negative" : undefined;
  if (!first && second === "( ")
    return /^low \( normal \)/.test(words) ? "negative" : /^normal \( low \)/.test(words) ? "low" : undefined;
  return undefined;
}

/** "RPR 1:8": diluted it reacts as well. */
function hasTiter(tokens: readonly Token[], from: number): boolean {
  const at = /^(?::|titer|of|=)$/.test(tokens[from]?.word ?? "") ? from + 1 : from;
  return tokens[at]?.word === "1" && tokens[at + 1]?.word === ":" && /^[1-9]\d*$/.test(tokens[at + 2]?.word ?? "");
}

/** Where the next sign of such a line stands. */
function endOfSigned(tokens: readonly Token[], from: number, sentence: Sentence): number {
  const at = tokens.slice(from, sentence.to).findIndex(({ word }) => word === "+" || word === "-");
  return at < 0 ? sentence.to : from + at;
}

/** "+ ANA - anti-Sm", "+ANA, -anti-Sm": the sign before a test, in a line whose signs stand before what they speak of. */
function listedSign(tokens: readonly Token[], { from, to }: Item, sentence: Sentence): ResultRead | undefined {
  const sign = tokens[from - 1]?.word;
  if (sign === "+" && isPlus(tokens, sentence.line.body)) return { result: "positive", to };
  return sign === "-" && isListedSign(tokens, from - 1, sentence) ? { result: "negative", to } : undefined;
}

const SEVERAL = "several results, and they are not the same";

/** "ANA neg (<1:40) 2010, 1:640 2021": behind the word for one result stands the titer of another. */
function hasLaterTiter(tokens: readonly Token[], from: number, to: number, names: ReadonlySet<number>): boolean {
  let isOpen = false;
  for (let index = from; index < to && !names.has(index); index += 1) {
    const word = tokens[index]?.word ?? "";
    if (word === ";") return false;
    if (word === "(") isOpen = true;
    else if (word === ")") isOpen = false;
    const isRatio = word === "1" && tokens[index + 1]?.word === ":" && /^\d+$/.test(tokens[index + 2]?.word ?? "");
    if (isRatio && !isOpen && !/^[<(=]$/.test(tokens[index - 1]?.word ?? "") && index > from) return true;
  }
  return false;
}

/** "Initially negative but now positive", "negative in 2015 and positive in 2020", "negative, having been positive in May". */
function hasLaterPositive(tokens: readonly Token[], from: number, to: number, names: ReadonlySet<number>): boolean {
  for (let index = from; index < Math.min(to, from + LATER_WITHIN) && !names.has(index); index += 1) {
    if (/^[;()[\]]$/.test(tokens[index]?.word ?? "")) return false;
    if (!/^(?:positive|pos)$/.test(tokens[index]?.word ?? "")) continue;
    let at = index - 1;
    while (at > from && LATER_VERB.test(tokens[at]?.word ?? "")) at -= 1;
    const next = tokens[index + 1];
    const isEnd =
      index + 1 >= to ||
      next?.kind === "day" ||
      next?.kind === "number" ||
      /^(?:[.,;:)]|in|on|at|by|since|from|when|after|before|again|once|twice|with|earlier|previously)$/.test(
        next?.word ?? "",
      );
    return isEnd && /^(?:and|but|then|although|though|,)$/.test(tokens[at]?.word ?? "") && at >= from;
  }
  return false;
}

const LATER_WITHIN = 14;
const LATER_VERB =
  /^(?:is|was|has|had|have|having|been|become|became|turned|it|now|later|then|subsequently|since|again|weakly|strongly|previously|today|currently|recently|once|repeat)$/;

const CLASS = /^ig[agm]$/;
/** Between two classes these make one result that of both. */
const JOINS_CLASSES = /^(?:[/,&]|and|or|nor|anti)$/;
const ONE_CLASS = "one class is negative, and of the other nothing is said";

/**
 * The result of an antibody of which any class will do, where its classes have results of their own: "IgG negative, IgM
 * positive" is positive, and "IgG 88 U/mL (IgM negative)" nothing that can be told in words.
 */
function answerByClass(
  state: TextState,
  { finding, from, to, written }: Item,
  sentence: Sentence,
  stops: (index: number) => boolean,
): Answer {
  const { tokens } = state;
  const named: readonly string[] = written?.named ?? [];
  if (named.length === 0) return undefined;
  let end = to;
  while (end < Math.min(sentence.to, to + CLASSES_WITHIN) && !stops(end) && tokens[end]?.word !== ";") end += 1;
  const places: number[] = [];
  let start = from;
  while (
    start > sentence.from &&
    (CLASS.test(tokens[start - 1]?.word ?? "") || JOINS_CLASSES.test(tokens[start - 1]?.word ?? ""))
  )
    start -= 1;
  for (let index = start; index < end; index += 1) if (CLASS.test(tokens[index]?.word ?? "")) places.push(index);
  const results = new Map<string, ResultRead["result"]>();
  let behind: ResultRead["result"] | undefined;
  for (let at = places.length - 1; at >= 0; at -= 1) {
    const place = places[at] ?? 0;
    const next = places[at + 1] ?? end;
    const isJoined = tokens.slice(place + 1, next).every(({ word }) => JOINS_CLASSES.test(word));
    const own = resultBehind(tokens, Math.max(place + 1, Math.min(to, next)), next, stops)?.result;
    behind = own ?? (isJoined && next < end ? behind : undefined);
    if (behind) results.set(tokens[place]?.word ?? "", behind);
  }
  const read = named.map((one) => results.get(one));
  if (read.includes("positive")) return { status: "present", isPlain: true };
  if (!read.includes("negative") || !read.includes(undefined)) return undefined;
  const isElsewhere = named.every((one) => results.has(one) || isNegativeNearby(state, finding, one, from));
  return isElsewhere ? undefined : { why: ONE_CLASS };
}

/** Whether the text says of another class in a row or a sentence nearby that it is negative. */
function isNegativeNearby(
  { tokens, mentions }: TextState,
  finding: Item["finding"],
  one: string,
  from: number,
): boolean {
  return mentions.some((mention) => {
    if (mention.name.kind !== "finding" || mention.name.finding !== finding) return false;
    if (Math.abs(mention.from - from) > ROWS_WITHIN) return false;
    const start = Math.max(0, mention.from - 1);
    const at = tokens.slice(start, mention.to + 2).findIndex(({ word }) => word === one);
    const behind = Math.max(mention.to, start + at + 1);
    let end = behind;
    while (end < behind + CLASSES_WITHIN && !CLASS.test(tokens[end]?.word ?? "")) end += 1;
    return at >= 0 && resultBehind(tokens, behind, end, () => false)?.result === "negative";
  });
}

const ROWS_WITHIN = 60;

const CLASSES_WITHIN = 16;

const UNCLEAR_REACH = "how far the denial before it reaches is not clear";

/** Words between a denial and the tests of which it is: "no evidence of antibodies to Sm". */
const LEADS_TO_TEST =
  /^(?:a|an|any|the|of|to|for|against|was|were|been|be|yet|once|time|point|stage|occasion|her|his|antibody|autoantibody|evidence|detectable|significant|circulating|serum|anti|ig[agm]|either|-)$/;
const EXISTS = /^(?:detected|detectable|found|present|seen|identified|demonstrated|observed)$/;

/**
 * "No anti-Sm antibodies were detected", "neither Ro nor La was found", "never ANA positive": the denial stands directly
 * before the tests, and what stands behind them is its verb.
 */
function deniedBefore(
  tokens: readonly Token[],
  begin: number,
  item: Item,
  { first, last }: { readonly first: Item; readonly last: Item },
  read: ResultRead,
): "absent" | "unclear" | undefined {
  const behind = tokens.slice(item.to, read.to).map(({ word }) => word);
  const isVerb = behind.some((word) => /^(?:was|were|is|are|been|be|has|have)$/.test(word));
  const exists = behind.some((word) => EXISTS.test(word));
  const denies = (from: number): boolean => {
    let at = from - 1;
    while (at > begin && LEADS_TO_TEST.test(tokens[at]?.word ?? "")) at -= 1;
    return at >= begin && /^(?:no|nor|neither|not|never|nil|without|none)$/.test(tokens[at]?.word ?? "");
  };
  if (denies(item.from)) return "absent";
  if (first === item || !(isVerb || exists) || !denies(first.from)) return undefined;
  const listed = tokens.slice(first.to, last.to).map(({ word }) => word);
  return isVerb || listed.some((word) => /^(?:or|nor|and|\/)$/.test(word)) ? "absent" : "unclear";
}

const NO_RESULT_WORD = "a number, and no word that says whether it is positive";

const UNIT_OF_ANTIBODY = /^\s{0,2}(?:[a-z]{0,3}u|units?|[agm]pl|index|ai)(?![a-z0-9])/;

/** "B2GPI IgG 80 U/mL": a result in figures of what is asked for in words. */
function hasBareNumber(state: TextState, { to, only }: Item, sentence: Sentence): boolean {
  const { tokens, plain } = state;
  // Where the record asks for the figure, too, its own reader says why it was not taken.
  const isMeasured = state
    .mentionsOf(sentence)
    .some(({ name, from, to: end }) => name.kind !== "finding" && name.kind !== "other-test" && from < to && end >= to);
  if (only || isMeasured) return false;
  for (let index = to; index < Math.min(sentence.to, to + 4); index += 1) {
    const token = tokens[index];
    if (token?.kind === "number") return UNIT_OF_ANTIBODY.test(plain.text.slice(token.end, token.end + 12));
    if (!token || !/^(?:igg|igm|iga|antibody|ab|[:=<>(-]|of|was|is|at|level)$/.test(token.word)) return false;
  }
  return false;
}

const PLAIN_RESULT = wordSet([
  "ve",
  "positive",
  "pos",
  "negative",
  "neg",
  "+",
  "-",
  ")",
  "detected",
  "reactive",
  "absent",
  "found",
]);

/** Whether a result that ends here is one that only a test can have: "LA normal" is of an atrium. */
function isPlainResult(tokens: readonly Token[], to: number): boolean {
  return PLAIN_RESULT.has(tokens[to - 1]?.word ?? "");
}

/** "Sm, RNP and La negative" is said of all three; "anti-Ro antibodies, lupus anticoagulant negative" of the last. */
function sharesBehind(tokens: readonly Token[], item: Item, last: Item): boolean {
  const between = tokens.slice(item.to, last.from).map(({ word }) => word);
  return (
    between.some((word) => word === "and" || word === "or" || word === "/" || word === "&" || word === "nor") ||
    !between.includes("antibody")
  );
}

const HAS = wordSet([
  "has",
  "had",
  "carries",
  "carried",
  "carrying",
  "known",
  "with",
  "showed",
  "showing",
  "revealed",
  "positive",
  "demonstrated",
  "found",
]);

/** Before antibodies without a result, these say that the patient has them. */
const IS_OF = wordSet(["with", "show", "showed", "has", "had", "carry", "carries", "carried", "known", "sle", "lupus"]);

/** "With anti-Ro antibodies", "anti-Sm antibodies were found". */
function isHad(tokens: readonly Token[], from: number, to: number, sentence: Sentence): boolean {
  const next = tokens[to]?.word ?? "";
  const isCarried = /^(?:carry|carries|carried|carrying|carrie)$/.test(tokens[from - 1]?.word ?? "");
  if (isCarried && (to >= sentence.to || /^(?:[,.;)]|and|but)$/.test(next))) return tokens[from]?.word === "anti";
  const leads = /^(?:to|against)$/.test(tokens[from - 1]?.word ?? "") && tokens[from - 2]?.word === "antibody";
  if (leads) {
    const before = tokens.slice(sentence.from, from).map(({ word }) => word);
    return before.some((word) => HAS.has(word)) && !before.some((word) => /^(?:no|not|never|nor|without)$/.test(word));
  }
  if (next !== "antibody") return false;
  const after = tokens.slice(to + 1, to + 5).map(({ word }) => word);
  if (after.includes("found") || after.includes("present")) return true;
  const before = tokens.slice(Math.max(sentence.from, from - 12), from).map(({ word }) => word);
  const isEnd = to + 1 >= sentence.to || /^(?:[,.;)]|and|but|with|which)$/.test(tokens[to + 1]?.word ?? "");
  return isEnd && before.some((word) => word === ":" || IS_OF.has(word));
}

const VAGUE = "it does not say which component is low";

/** Of what is low or not, "undetectable" says that it is low. */
const NONE_LEFT = wordSet(["undetectable", "undetected", "absent", "nil", "none", "detected", "detectable"]);

function byResult(item: Item, { result, to }: ResultRead, { tokens, mentions }: TextState): Answer {
  if (result === "not-known") return { why: "no result yet, or none that is certain" };
  if (item.written?.low) {
    const isVague = !tokens.slice(item.from, item.to).some(({ word }) => /\d/.test(word));
    if (result === "low") return isVague ? { why: VAGUE } : { status: "present", isPlain: true };
    if (result !== "negative") return undefined;
    const isNone = tokens.slice(Math.max(item.to, to - 2), to).some(({ word }) => NONE_LEFT.has(word));
    if (!isNone) return { status: "absent", isPlain: true };
    return isVague ? { why: VAGUE } : { status: "present", isPlain: true };
  }
  if (result === "low") return undefined;
  if (result === "negative") return { status: "absent", isPlain: true };
  if (item.written?.named) {
    const near = tokens.slice(item.from, Math.max(to, item.to + 2)).map(({ word }) => word);
    if (!item.written.named.some((word) => near.includes(word)))
      return { why: "it does not say of which class the antibody is" };
  }
  return mentions.length > 0 ? { status: "present", isPlain: true } : undefined;
}

const NEAR = 40;

/** A reactive test for reagin is false only beside a treponemal test that is negative. */
function withTreponemal(answer: Answer, item: Item, state: TextState, sentence: Sentence): Answer {
  if (item.written?.needs !== "treponemal-negative" || !answer || "why" in answer || answer.status === "absent")
    return answer;
  const { tokens } = state;
  const other = state.treponemal.find(({ from }) => Math.abs(from - item.from) < NEAR);
  const read = other && resultBehind(tokens, other.to, Math.min(tokens.length, other.to + 8), () => false);
  return read?.result === "negative"
    ? { status: "present", isPlain: false }
    : { why: `no negative treponemal test beside it in "${state.textOf(sentence.from, sentence.to).slice(0, 60)}"` };
}
