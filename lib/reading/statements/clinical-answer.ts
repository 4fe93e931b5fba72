/** What is said of a finding that a clinician sees or a patient tells. */
import type { BoxSays } from "../boxes.ts";
import type { SentenceContext } from "../context.ts";
import type { Sentence } from "../document.ts";
import { isDrug } from "../explained.ts";
import { isBesideInjury, severalJoints } from "../joints.ts";
import { wordSet } from "../names.ts";
import type { TextState } from "../reading-state.ts";
import { SOMETHING_ELSE as OTHER_NAMES } from "../rules/cues.ts";
import { OF_A_FINDING } from "../rules/of-a-finding.ts";
import type { Token } from "../tokens.ts";
import { answerBehind, isNeverBehind, saysNoMore } from "./answer-behind.ts";
import { type Answer, type Item, saysOf } from "./item.ts";
import { isDashOrMinus, isJoinedToMinus, signOf } from "./signs.ts";

export const SOMETHING_ELSE = "the text says that it was something else";

const DOUBTED_BEHIND: Readonly<Partial<Record<string, string>>> = {
  uncertain: "not certain, or not known",
  hypothetical: "what might be, not what is",
  "something-else": SOMETHING_ELSE,
};

/** What is said of a finding: by a box, a sign, an answer behind it, a denial before or behind it, or its name alone. */
export function clinicalAnswer(
  { tokens, names }: TextState,
  sentence: Sentence,
  item: Item,
  group: { readonly first: Item | undefined; readonly last: Item | undefined },
  context: SentenceContext,
  boxed: BoxSays,
  starts: ReadonlySet<number>,
  ends: ReadonlySet<number>,
): Answer {
  const says = saysOf(tokens, context, item);
  if (boxed === "absent" && isPartOfQuestion(tokens, item)) return { why: PART_DENIED };
  if (boxed === "present" || boxed === "absent") return { status: boxed, isPlain: true };
  if (boxed === "ticked") return { status: "present", isPlain: true };
  if (item.only === "absent") return { status: "absent", isPlain: true };
  const sign = signOf(tokens, item, sentence, starts, ends);
  const isUnclear = sign
    ? sign === "absent" && isDashOrMinus(tokens, item, sentence)
    : isJoinedToMinus(tokens, item, sentence);
  if (isUnclear) return { why: "behind a dash that may be a minus" };
  if (sign) return { status: sign, isPlain: true };
  if (item.only === "signed")
    return (
      answerBehind(tokens, item.to, sentence.to, starts) ??
      (tokens[item.to]?.word === "x" || /^x\d$/.test(tokens[item.to]?.word ?? "")
        ? { status: "present", isPlain: true }
        : undefined)
    );
  if (isSomethingElse(tokens, item, sentence)) return { why: SOMETHING_ELSE };
  const answered = answerBehind(tokens, item.to, sentence.to, starts);
  if (answered && isOfDrug(tokens, item, sentence)) return { why: "in a row on a drug, of which the answer is" };
  if (answered) return answered;
  if (isNeverBehind(tokens, group.last ?? item, sentence)) return { status: "absent", isPlain: true };
  // "Cold does not change the color of his fingers": a denial of the verb with which a name begins.
  const isVerbDenied = says.size === 0 && tokens[item.from - 1]?.word === "not" && context.at(item.from).has("denied");
  const isDenied =
    (says.has("denied") ||
      isVerbDenied ||
      isCountedNone(tokens, item) ||
      isAbsentBefore(tokens, item, sentence) ||
      sentence.section === "denied") &&
    !names.inTexts(item.finding)?.namesDenial;
  // "Thrombocytopenia (lupus anticoagulant negative)": what stands behind a test is its result.
  const isBeforeTest =
    group.last?.written?.result === true && !/^(?:and|or|nor)$/.test(tokens[group.last.from - 1]?.word ?? "");
  const last = (isBeforeTest ? item : group.last) ?? item;
  const behind = isBeforeTest
    ? undefined
    : (context.behind(item === last ? item.to : last.to) ?? (item === last ? undefined : context.behind(item.to)));
  const doubted = behind && DOUBTED_BEHIND[behind];
  if (doubted) return { why: doubted };
  if (behind === "denied" && isOfCause(tokens, last.to, sentence.to))
    return { why: "it is its cause that is denied, or the finding" };
  if (isDenied || behind === "denied") {
    if (isOnlySomethingOf(tokens, item, sentence))
      return { why: "it is something of it that is denied, or the finding" };
    if (says.has("repeated")) return { why: "said of what is new or other only" };
    if (isPartOfQuestion(tokens, item)) return { why: PART_DENIED };
    return says.has("not-denied") && behind !== "denied"
      ? { status: "present", isPlain: false }
      : { status: "absent", isPlain: true };
  }
  if (says.has("repeated")) return { why: "said of what is new or other only" };
  if (says.has("doubtful") || (says.has("behind-denied") && saysNoMore(tokens, item, last, sentence)))
    return { why: "how far the denial before it reaches is not clear" };
  if (item.only === "denied") return undefined;
  return { status: "present", isPlain: true };
}

/**
 * "No source of fever was found", "a cause for the recurrent seizures could not be identified", "no antibiotics for the
 * fever": what is denied is something of the finding, which is there or not.
 */
function isOnlySomethingOf(tokens: readonly Token[], { from }: Item, sentence: Sentence): boolean {
  let at = from - 1;
  while (at > sentence.from && from - at <= MOST_BETWEEN && !LEADS_TO_IT.test(tokens[at]?.word ?? "")) at -= 1;
  return (
    LEADS_TO_IT.test(tokens[at]?.word ?? "") &&
    tokens.slice(at + 1, from).every(({ word }) => /^[a-z]+$/.test(word)) &&
    OF_A_FINDING.test(tokens[at - 1]?.word ?? "")
  );
}

const LEADS_TO_IT = /^(?:of|for|behind|from|to)$/;
/** Words between that and the finding: "the first of her generalized tonic". */
const MOST_BETWEEN = 5;

/** "Absent malar rash": at the beginning of a clause it is of what follows. */
function isAbsentBefore(tokens: readonly Token[], { from }: Item, sentence: Sentence): boolean {
  const begins = from - 1 === sentence.from || /^(?:[,;(]|and|with|but)$/.test(tokens[from - 2]?.word ?? "");
  return from > sentence.from && begins && tokens[from - 1]?.word === "absent" && tokens[from]?.gap === "blank";
}

/** "Joints: 6 tender, 0 swollen", "none swollen": the word on which a name turns is counted, and there is none. */
function isCountedNone(tokens: readonly Token[], { from, to }: Item): boolean {
  const count = tokens[to - 2];
  return (
    to - 2 > from &&
    /^(?:0|zero|none|nil)$/.test(count?.word ?? "") &&
    tokens[to - 1]?.gap === "blank" &&
    !/^[/.-]$/.test(tokens[to - 3]?.word ?? "")
  );
}

const OTHER_THINGS = wordSet(
  [...OTHER_NAMES.matchAll(/[a-z]+/g)].map(([word]) => word).concat("musculoskeletal", "muscular", "viral"),
);

/** "Discoid lupus: biopsy 2020 = nummular eczema", "pleurisy: ER 2019, diagnosis musculoskeletal". */
function isSomethingElse(tokens: readonly Token[], { to: from }: Item, { to }: Sentence): boolean {
  if (tokens[from]?.word !== ":") return false;
  return tokens
    .slice(from, to)
    .some(
      ({ word }, at) =>
        /^(?:=|diagnosis|dx|diagnosed)$/.test(word) &&
        tokens.slice(from + at + 1, Math.min(to, from + at + 5)).some((next) => OTHER_THINGS.has(next.word)),
    );
}

/** "Psychosis due to lupus was excluded": which may leave another cause. */
function isOfCause(tokens: readonly Token[], from: number, to: number): boolean {
  const [word, next] = [tokens[from]?.word ?? "", tokens[from + 1]?.word ?? ""];
  if (from + 1 >= to) return false;
  return /^(?:due|secondary|attributable|attributed|related)$/.test(word)
    ? next === "to"
    : word === "caused" && next === "by";
}

/** "Azathioprine    vasculitis    none": of a row on a drug, what stands in the next column is said of the drug. */
function isOfDrug(tokens: readonly Token[], { from, to }: Item, { line }: Sentence): boolean {
  let cell = from;
  while (cell > line.body && tokens[cell]?.gap !== "cell") cell -= 1;
  const isLabel = tokens[to]?.word === ":";
  return !isLabel && cell > line.body && tokens.slice(line.body, cell).some(({ word }) => isDrug(word));
}

const PART_DENIED = "a part of the question is denied, not all of it";

/** Whether what is denied is only a part of what is asked: "no DVT", but not "no DVT or PE". */
function isPartOfQuestion(tokens: readonly Token[], { from, to, written }: Item): boolean {
  const parts = written?.presentOnly;
  if (!parts?.includes(tokens[from]?.word ?? "")) return false;
  return !(tokens[from]?.word === "dvt" && tokens[to - 1]?.word === "pe");
}

/** What else must be so before a finding is taken, by its entry for texts. */
export function needed(
  answer: Answer,
  item: Item,
  state: TextState,
  sentence: Sentence,
  stiff: boolean,
  boxed: BoxSays,
): Answer {
  if (!answer || "why" in answer) return answer;
  const { tokens } = state;
  if (answer.status === "present" && isBesideOther(tokens, item, sentence))
    return { why: "beside words that make it another finding" };
  if (!item.written?.needs) return answer;
  const joints = severalJoints(state, sentence);
  if (item.written.needs === "several-joints") {
    const named = tokens.slice(item.from, item.to).map(({ word }) => word);
    const isGeneral = named.includes("joint") || named.includes("synovitis");
    if (answer.status === "absent") return isGeneral ? answer : { why: "one joint is denied, not all" };
    if (
      tokens
        .slice(Math.max(0, item.from - 1), item.to)
        .some(({ word }, at, all) => word === "bony" && isSwelling(all[at + 1]))
    )
      return { why: "a swelling of bone, and not of a joint" };
    if (isBesideInjury(state, sentence)) return { why: "swelling beside an injury, which may be of it" };
    if (joints === "yes" || (isGeneral && joints === "unsaid" && (boxed !== undefined || named.includes("swollen"))))
      return answer;
    if (joints === "at-most") return { why: "at most so many joints, which may be fewer than two" };
    return { why: joints === "no" ? "one joint, and two or more are asked" : "it does not say how many joints" };
  }
  if (item.written.needs === "morning-stiffness") {
    if (answer.status === "absent") return undefined;
    return stiff && joints === "yes" ? answer : { why: "tender joints without half an hour of morning stiffness" };
  }
  return answer;
}

const isSwelling = (token: Token | undefined): boolean => /^(?:swelling|swollen|enlargement)$/.test(token?.word ?? "");

/** How near such a word stands. */
const BESIDE = 14;

/** "Hair loss with scarring plaques", but not "hair loss without scarring", "non-scarring". */
function isBesideOther(tokens: readonly Token[], { from, to, written }: Item, sentence: Sentence): boolean {
  if (!written?.notBeside) return false;
  // "Alopecia? Yes, with scarring."
  const end = tokens[sentence.to - 1]?.word === "?" ? sentence.line.to : sentence.to;
  for (let index = Math.max(sentence.from, from - BESIDE); index < Math.min(end, to + BESIDE); index += 1) {
    if (!written.notBeside.includes(tokens[index]?.word ?? "")) continue;
    const before = tokens.slice(Math.max(0, index - 3), index).map(({ word }) => word);
    const behind = tokens.slice(index + 1, Math.min(end, index + 5)).map(({ word }) => word);
    // "Sparing the nasolabial folds", "the nasolabial folds are spared".
    const isDenied =
      before.some((word) => /^(?:no|non|not|without|never|nil|avoid|avoiding|spar.*)$/.test(word)) ||
      behind.some((word) => /^(?:spar.*|uninvolved|clear|not)$/.test(word));
    if (!isDenied && tokens[index + 1]?.word !== ":") return true;
  }
  return false;
}
