import { saidBehind } from "./context/behind.ts";
import { isInThirdPerson, isMonth, isNoDoubt, isNoPlan, isTheFollowing, ofInverted } from "./context/no-cue.ts";
import {
  bears,
  bearsChild,
  bracketAround,
  children,
  comesWithChild,
  firstDegree,
  isBeside,
  isChildOf,
  isOfAMan,
  isOfOtherSex,
  isOfPatient,
  isSomebodys,
  isToldOfByParent,
  OF_A_MAN,
  OF_A_WOMAN,
  ofTeller,
  otherPersons,
  people,
  personScope,
  somebodys,
  YOUNG,
} from "./context/people.ts";
import {
  type Flag,
  forward,
  goesOn,
  isAnswer,
  isDeniedInBrackets,
  isEnded,
  isHeadOfList,
  isOfWhatIsBefore,
} from "./context/reach.ts";
import type { Sentence } from "./document.ts";
import { type Found, phraseFinder } from "./phrases.ts";
import { CUES, type Cue, PATIENT_WORDS, type Says } from "./rules/cues.ts";
import { HE, SHE } from "./rules/people.ts";
import { sameWord, type Token } from "./tokens.ts";

const cues = phraseFinder<Cue>(CUES.flatMap((cue) => cue.phrases.map((phrase) => [phrase, cue] as const)));

const patientWords = new Set(PATIENT_WORDS.map(sameWord));

/** What the words of a sentence make of what is named in it (ConText: negation, temporality, experiencer). */
export interface SentenceContext {
  /** What is said of the token at this place by cues before it. */
  readonly at: (index: number) => ReadonlySet<Flag>;
  /** What is said of a name by cues behind it, from this place on. */
  readonly behind: (index: number) => Says | undefined;
  /** General statement or advice. */
  readonly whole: Says | undefined;
  readonly isQuestion: boolean;
  /** A relative of the first degree, where one bears what follows. */
  readonly relative: number | undefined;
}

const NOTHING: ReadonlySet<Flag> = new Set();

const REACHES = ["forward", "backward", "sentence"] as const;

/** A sentence's context with what the next sentence of its line needs of it. */
export interface ContextBefore extends SentenceContext {
  /** The other person that it spoke of last. */
  readonly bearer?: string;
  /** The other person that it named last, who may only have told of the patient. */
  readonly nearby?: string;
  /** "He" or "she", where that was the other person. */
  readonly pronoun?: string;
  /** The patient has borne a child: "the baby" is hers. */
  readonly hasChild?: true;
  /** Its line begins with another person and a colon: "Mother: SLE. Raynaud's." */
  readonly ofLabel?: true;
  /** What is said of a list that a semicolon parts: "Denied: seizures; psychosis". */
  readonly ofList?: Flag;
}

/**
 * Reads the cues of a sentence. `before` is what the sentence before it left: its bearer, within one line, for "; he
 * had", and whether the patient has a child, from there to the end of the text.
 */
export function contextOf(
  tokens: readonly Token[],
  sentence: Sentence,
  before?: Partial<Pick<ContextBefore, "bearer" | "nearby" | "pronoun" | "hasChild" | "ofList" | "ofLabel" | "whole">>,
): ContextBefore {
  const flags = new Map<number, Set<Flag>>();
  const flag = (index: number, says: Flag): void => {
    const there = flags.get(index);
    if (there) there.add(says);
    else flags.set(index, new Set([says]));
  };
  const backward: Found<Cue>[] = [];
  let whole: Says | undefined;
  let relative: number | undefined;
  let bearer: string | undefined;
  let nearby: string | undefined;
  const { from, to } = sentence;
  let ofList = tokens[from - 1]?.word === ";" ? before?.ofList : undefined;
  if (ofList) ofList = goesOn(tokens, from, to, ofList, flag);
  const beginsLabel =
    from === sentence.line.body && people.has(tokens[from]?.word ?? "") && tokens[from + 1]?.word === ":";
  // Behind "Mother: lupus." what has no subject and no label of its own is still hers.
  const isOfLabel =
    before?.ofLabel === true && !tokens.slice(from, to).some(({ word }) => patientWords.has(word) || word === ":");
  if (isOfLabel) for (let index = from; index < to; index += 1) flag(index, "other-person");
  for (const index of ofInverted(tokens, sentence)) flag(index, "hypothetical");
  const namesPatient = tokens
    .slice(from, to)
    .some(({ word }, at) => patientWords.has(word) && !(word === "patient" && tokens[from + at - 1]?.word === "a"));
  // "In the series of 90 effusions 7% were lupus; ANA 1:80 in 31%": what a semicolon parts goes on.
  if (tokens[from - 1]?.word === ";" && before?.whole === "general" && !namesPatient) whole = before.whole;
  const bornOf = before?.bearer;
  const spokenOf = bornOf ?? before?.nearby;
  const first = tokens[from]?.word ?? "";
  const isNextPoint = tokens[from - 1]?.word === ";";
  const isSame =
    bornOf !== undefined &&
    ((HE.has(bornOf) && first === "he" && (isNextPoint || !isOfAMan(tokens, from))) ||
      (SHE.has(bornOf) && first === "she" && isNextPoint));
  const isOfPronoun = spokenOf !== undefined && (before?.pronoun === first || isOfOtherSex(tokens, sentence, spokenOf));
  const pronoun = isOfPronoun ? first : before?.pronoun;
  if (isSame || isOfPronoun) {
    const isPatient = first === "he" ? OF_A_WOMAN : OF_A_MAN;
    for (let index = from; index < to && !isPatient.test(tokens[index]?.word ?? ""); index += 1)
      flag(index, "other-person");
    bearer = spokenOf;
  }
  const hasChild = before?.hasChild === true || bearsChild(tokens, sentence) || comesWithChild(tokens, sentence);
  for (let at = from; at < to; ) {
    const word = tokens[at]?.word ?? "";
    if (people.has(word)) nearby = word;
    for (const index of ofTeller(tokens, at, sentence)) flag(index, "other-person");
    const [phrase] =
      /^(?:patient|man|woman|lady|gentleman|girl|boy|person|student|one|bed|room|cord|umbilical|fellow|neighbo.*|another|other|the|a)$/.test(
        word,
      )
        ? otherPersons.at(tokens, at)
        : [];
    const isPerson =
      (people.has(word) && !isToldOfByParent(tokens, at, from) && bears(tokens, at, from, to)) ||
      (YOUNG.test(word) &&
        tokens[at - 1]?.word === "the" &&
        isChildOf(nearby ?? before?.nearby) &&
        bears(tokens, at, from, to)) ||
      (somebodys.has(word) && isSomebodys(tokens, at, from) && bears(tokens, at, from, to)) ||
      (children.has(word) &&
        isOfPatient(tokens, at, from, hasChild) &&
        !isBeside(tokens, at, from) &&
        bears(tokens, at, from, to));
    // "DVT (sister), lupus": what stands before the brackets is hers, and nothing behind them.
    const opens = people.has(word) ? bracketAround(tokens, at, from, to) : undefined;
    if (opens !== undefined) {
      relative = relative ?? (firstDegree.has(word) ? at : undefined);
      for (let index = opens - 1; index >= from && !/^[,;.:]$/.test(tokens[index]?.word ?? ""); index -= 1)
        flag(index, "other-person");
    } else if (phrase && phrase.to <= to) {
      bearer = "patient";
      for (const index of personScope(tokens, phrase.to - 1, from, to)) flag(index, "other-person");
    } else if (isPerson) {
      relative = relative ?? (firstDegree.has(word) || children.has(word) ? at : undefined);
      bearer = word;
      if (tokens[at + 1]?.word === ":") ofList = "other-person";
      for (const index of personScope(tokens, at, from, to)) flag(index, "other-person");
    }
    const found = cues
      .at(tokens, at)
      .filter((one) => one.to <= to && !(one.name.inThirdPerson && !isInThirdPerson(tokens[at])));
    const [longest] = found;
    if (!longest || isMonth(tokens, at) || isNoPlan(tokens, at, sentence) || isNoDoubt(tokens, at, sentence)) {
      at += 1;
      continue;
    }
    for (const reach of REACHES) {
      const one = found.find(({ name }) => name.reach === reach);
      if (!one) continue;
      if (reach === "sentence" && isTheFollowing(tokens, at, from)) continue;
      if (reach === "sentence") whole = one.name.unlessPatient && namesPatient ? whole : (whole ?? one.name.says);
      else if (reach === "backward") backward.push(one);
      // "DVT (pt denies)": what brackets deny stands before them.
      else if (isDeniedInBrackets(tokens, one, from))
        backward.push({ ...one, name: { ...one.name, reach: "backward" } });
      else if (isOfWhatIsBefore(tokens, at, from, one, found))
        for (let index = one.to; index < to; index += 1) flag(index, "behind-denied");
      else if (!isAnswer(tokens, at, from, to)) {
        forward(tokens, one, to, flag);
        if (isHeadOfList(tokens, one, sentence)) ofList = one.name.says;
        // "Denies seizures; hair loss": whether the next point is denied as well is not said.
        else if (
          one.name.says === "denied" &&
          (/^(?:denie|denied|denying|negative)$/.test(word) || (word === "no" && one.to - one.from > 2)) &&
          !isEnded(tokens, at, to)
        )
          ofList = "doubtful";
      }
    }
    at = longest.to > at + 1 && longest.name.reach !== "sentence" ? longest.to : at + 1;
  }
  // "Her mother has seizures; psychosis": the next point, where it says no more, is hers.
  if (!ofList && bearer && flags.get(to - 2)?.has("other-person")) ofList = "other-person";
  const last = tokens[to - 1];
  return {
    at: (index) => flags.get(index) ?? NOTHING,
    behind: (index) => saidBehind(tokens, index, to, backward),
    whole,
    // "Clots: no    Muscle pain: ?": an answer, and no question.
    isQuestion: last?.word === "?" && last.kind === "sign" && tokens[to - 2]?.word !== ":",
    relative,
    ...(bearer && { bearer }),
    // "He has a fever. She has seizures. He ...": still the same, until somebody else is named.
    ...(nearby ? { nearby } : pronoun && spokenOf && { nearby: spokenOf, pronoun }),
    ...(hasChild && { hasChild }),
    ...((beginsLabel || isOfLabel) && { ofLabel: true as const }),
    ...(ofList && { ofList }),
  };
}
