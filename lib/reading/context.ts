import type { Sentence } from "./document.ts";
import { isNamedCause } from "./explained.ts";
import { type Found, phraseFinder } from "./phrases.ts";
import { boundsResult } from "./results.ts";
import { BEGINS_ANEW, CUES, type Cue, ENDS, PATIENT_WORDS, type Says } from "./rules/cues.ts";
import {
  CHILDREN,
  FIRST_DEGREE,
  HAS_BORNE,
  HE,
  NOT_BEARER,
  OTHER_PEOPLE,
  OTHER_PERSON_PHRASES,
  PARENTS,
  SHE,
  SOMEBODYS,
  TELLS,
  THING_OF_PERSON,
  WHOSE,
} from "./rules/people.ts";
import { sameWord, type Token } from "./tokens.ts";

const cues = phraseFinder<Cue>(CUES.flatMap((cue) => cue.phrases.map((phrase) => [phrase, cue] as const)));
const ends = new Set(ENDS.map(sameWord));
const anew = new Set(BEGINS_ANEW.map(sameWord));
const patientWords = new Set(PATIENT_WORDS.map(sameWord));
const firstDegree = new Set(FIRST_DEGREE.map(sameWord));
const people = new Set([...FIRST_DEGREE, ...OTHER_PEOPLE].map(sameWord));
const children = new Set(CHILDREN.map(sameWord));
const somebodys = new Set(SOMEBODYS.map(sameWord));
const whose = new Set(WHOSE.map(sameWord));
const hasBorne = new Set(HAS_BORNE.map(sameWord));
const things = new Set(THING_OF_PERSON.map(sameWord));
const otherPersons = phraseFinder<"other-person">(
  OTHER_PERSON_PHRASES.map((phrase) => [phrase, "other-person"] as const),
);
const tells = new Set(TELLS.map(sameWord));
const notBearer = new Set(NOT_BEARER.map(sameWord));

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

/**
 * `doubtful`: a denial whose reach is not clear. `behind-denied`: "headache denied, seizures", where the denial is of what
 * stands before it and perhaps of more.
 */
type Flag = Says | "doubtful" | "behind-denied" | "other-person";
const NOTHING: ReadonlySet<Flag> = new Set();

const REACHES = ["forward", "backward", "sentence"] as const;

/** "May" as a month. */
function isMonth(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    tokens[at]?.word === "may" &&
    (next?.word === ":" ||
      next?.word === "," ||
      next?.kind === "number" ||
      /^(?:in|on|of|since|last|early|late|by)$/.test(tokens[at - 1]?.word ?? ""))
  );
}

/** A verb with its -s is longer as written than as it is compared. */
function isInThirdPerson(token: Token | undefined): boolean {
  return token !== undefined && token.end - token.start > token.word.length;
}

const ASKS_TO_REPEAT = new Set(["to", "please", "will", "plan", "should", "advise", "suggest", "need", "then", "for"]);
const SAYS_RESULT = new Set([
  "positive",
  "pos",
  "negative",
  "neg",
  "normal",
  "low",
  "raised",
  "reactive",
  "detected",
  "was",
  "were",
  "is",
  "showed",
  "remain",
  "remained",
  "came",
  "+",
  "-",
]);
/** How far behind "repeat" its result may stand. */
const RESULT_WITHIN = 8;

/** "Due to pneumonia" gives a cause, and "repeat ANA negative" a result: neither is planned. */
function isNoPlan(tokens: readonly Token[], at: number, { from, to }: Sentence): boolean {
  const word = tokens[at]?.word;
  if (word === "due") {
    return (
      tokens[at + 1]?.word === "to" &&
      !/^(?:have|start|be|see|attend|undergo|return|repeat|get|begin|receive|come|go|commence|finish|stop|restart|complete)$/.test(
        tokens[at + 2]?.word ?? "",
      )
    );
  }
  if (word !== "repeat") return false;
  if (hasReport(tokens, at, to)) return true;
  if (at > from && ASKS_TO_REPEAT.has(tokens[at - 1]?.word ?? "")) return false;
  let saysResult = false;
  for (let index = at + 1; index < Math.min(to, at + RESULT_WITHIN); index += 1) {
    const next = tokens[index]?.word ?? "";
    if (/^(?:if|when|next|since|because|as|unless|until|,|;)$/.test(next)) break;
    // "Repeat anti-Sm": a hyphen inside a name is no minus, as that of "repeat anti-Sm -ve" is.
    const isInName = tokens[index]?.gap === "none" && tokens[index + 1]?.gap === "none";
    if (SAYS_RESULT.has(next) && !(next === "-" && isInName)) saysResult = true;
  }
  return saysResult;
}

/** "Repeat renal biopsy: class IV": behind its colon an examination has what it showed. */
function hasReport(tokens: readonly Token[], at: number, to: number): boolean {
  const colon = tokens.slice(at + 1, Math.min(to, at + RESULT_WITHIN)).findIndex(({ word }) => word === ":");
  return colon > 0 && at + 2 + colon < to && EXAMINATION.test(tokens[at + colon]?.word ?? "");
}

const EXAMINATION = /^(?:biopsy|echo|echocardiogram|ct|hrct|mri|ecg|ekg|cxr|ray|ultrasound|scan|eeg)$/;

/** "ANA (IF) 1:320" names a method, and "we consider the rash to be drug-induced" a judgment: neither is doubt. */
function isNoDoubt(tokens: readonly Token[], at: number, { to }: Sentence): boolean {
  const [word, before] = [tokens[at]?.word ?? "", tokens[at - 1]?.word ?? ""];
  // "Anti-Sm has always been negative": of the patient, and no rule.
  if (word === "alway")
    return /^(?:been|had|has|negative|positive|normal|low|raised|remained)$/.test(tokens[at + 1]?.word ?? "");
  // "Hospital no: 12345".
  if (word === "no") return /^[:.]$/.test(tokens[at + 1]?.word ?? "") && tokens[at + 2]?.kind === "number";
  if (word === "if")
    return (
      (before === "(" && tokens[at + 1]?.word === ")") ||
      before === "by" ||
      (before === "-" && tokens[at]?.gap === "none")
    );
  if (word !== "consider" || !/^(?:we|i|they|team)$/.test(before)) return false;
  return tokens
    .slice(at, Math.min(to, at + JUDGED_WITHIN))
    .some((token, far, all) => token.word === "to" && all[far + 1]?.word === "be");
}

/** How far behind "we consider" stands what something is considered to be. */
const JUDGED_WITHIN = 8;

/** Within a name these begin nothing: "swelling of the ankles". */
const NO_DOUBT = new Set(["the", "her", "this", "present", "positive", "today", "now"]);
/** A verb so near behind "never" or "nor" belongs to it: "nor has she had". */
const NEVER_REACHES = 4;

/** How far "not" alone reaches, in words. */
const NOT_REACHES = 4;
/** Words between a cue and the colon before the list that it speaks of. */
const BEFORE_LIST = new Set([
  "at",
  "any",
  "time",
  "the",
  "following",
  "of",
  "all",
  "today",
  "currently",
  "in",
  "past",
  "ever",
  "for",
  "symptom",
  "had",
  "have",
  "has",
  "been",
  "any",
  "history",
  "sign",
  "evidence",
  "complaint",
  "experienced",
  "these",
  "those",
  "either",
]);
const SINCE_THEN = new Set([
  "since",
  "further",
  "recently",
  "recent",
  "subsequently",
  "thereafter",
  "afterward",
  "again",
  "more",
  "new",
]);
/** How far behind a name its answer may stand. */
const BEHIND = 7;

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

/** "(pt denies)", "(denied by her)": brackets that hold a denial and who denies. */
function isDeniedInBrackets(tokens: readonly Token[], { name, from: cue, to }: Found<Cue>, from: number): boolean {
  if (name.says !== "denied" || !/^(?:denie|denied|denying)$/.test(tokens[cue]?.word ?? "")) return false;
  let close = to;
  if (tokens[close]?.word === "by")
    while (close < to + 4 && tokens[close]?.kind === "word" && tokens[close]?.gap !== "line") close += 1;
  if (tokens[close]?.word !== ")") return false;
  let open = cue - 1;
  while (open > from && DENIES_OR_SO.test(tokens[open]?.word ?? "")) open -= 1;
  return tokens[open]?.word === "(";
}

const DENIES_OR_SO = /^(?:the|she|he|they|i|patient|pt|firmly|repeatedly|was|were|is|all|both)$/;

/** Where brackets open that hold a person and no more: "(sister)", "(pt's brother, not pt)", "(in her aunt)". */
function bracketAround(tokens: readonly Token[], at: number, from: number, to: number): number | undefined {
  let open = at - 1;
  while (open > from && OF_WHOM.test(tokens[open]?.word ?? "")) open -= 1;
  if (tokens[open]?.word !== "(") return undefined;
  const isNot = tokens[at + 1]?.word === "," && tokens[at + 2]?.word === "not";
  const close = isNot ? tokens.slice(at, Math.min(to, at + 7)).findIndex(({ word }) => word === ")") : 1;
  return close > 0 && tokens[at + close]?.word === ")" ? open : undefined;
}

const OF_WHOM = /^(?:in|of|the|her|his|my|their|patient|pt|'|s|younger|older|elder|late|twin|only)$/;

/** "Denies the following:", "had the following": a list of the patient's, and no rule. "Over the following weeks" is a time. */
function isTheFollowing(tokens: readonly Token[], at: number, from: number): boolean {
  return (
    at > from &&
    tokens[at]?.word === "the" &&
    tokens[at + 1]?.word === "following" &&
    (tokens[at - 2]?.word === "none" ||
      /^(?:denie|denied|denying|for|had|report|reported|endorse|endorsed)$/.test(tokens[at - 1]?.word ?? "") ||
      tokens.slice(at + 2, at + 4).some(({ word }) => A_TIME.test(word)))
  );
}

const A_TIME = /^(?:hour|day|night|morning|evening|week|weekend|month|year|spring|summer|autumn|fall|winter)$/;

/** "Should seizures recur, ...", "had the platelets been 40, we would have ...": a condition that no "if" begins. */
function ofInverted(tokens: readonly Token[], { from, to }: Sentence): readonly number[] {
  const word = (at: number): string => tokens[at]?.word ?? "";
  const rest = tokens.slice(from + 1, Math.min(to, from + CONDITION));
  const isHad =
    word(from) === "had" &&
    /^(?:the|she|he|it|they|her|his|this|these|we)$/.test(word(from + 1)) &&
    rest.some((token) => token.word === "would");
  const isShould = word(from) === "should" && tokens[to - 1]?.word !== "?";
  if (!isHad && !isShould) return [];
  const comma = rest.findIndex((token) => /^[,;]$/.test(token.word));
  return rest.slice(0, comma < 0 ? rest.length : comma).map((_, far) => from + 1 + far);
}

/** How far such a condition and what came of it reach. */
const CONDITION = 40;

/** Whether a cue is the head of a list: "Denied:", "negative for the following:". */
function isHeadOfList(
  tokens: readonly Token[],
  { from, to: behind }: Found<Cue>,
  { from: begin, to: end }: Sentence,
): boolean {
  // "Bed no: 7; fever" is a number.
  if (/^(?:no|nil)$/.test(tokens[from]?.word ?? "") && (from > begin || tokens[behind + 1]?.kind === "number"))
    return false;
  let at = behind;
  while (at < end && BEFORE_LIST.has(tokens[at]?.word ?? "")) at += 1;
  return at < end && (tokens[at]?.word === ":" || isDashOfList(tokens, from, at));
}

/** "Denies seizures but has fever; malar rash": what is denied ended before. */
function isEnded(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ word }) => ends.has(word));
}

/** "Denied - seizures": a dash in the place of the colon. */
function isDashOfList(tokens: readonly Token[], cue: number, at: number): boolean {
  return (
    /^(?:denie|denied|denying|negative)$/.test(tokens[cue]?.word ?? "") &&
    tokens[at]?.word === "-" &&
    tokens[at]?.gap !== "none" &&
    tokens[at + 1]?.gap !== "none"
  );
}

/** Says of the next point of a list what its head says, up to where something new begins; gives the flag for the point after it. */
function goesOn(
  tokens: readonly Token[],
  from: number,
  to: number,
  says: Flag,
  flag: (index: number, says: Flag) => void,
): Flag | undefined {
  const isNew = (index: number): boolean => {
    const word = tokens[index]?.word ?? "";
    return ends.has(word) || anew.has(word) || word === ":" || word === "+";
  };
  // "Her mother has lupus; anti-Ro negative": a result of its own is the patient's.
  const saysMore = tokens.slice(from, to).some(({ word }, at) => isNew(from + at) || SAYS_RESULT.has(word));
  if (says === "other-person" && saysMore) return undefined;
  for (let index = from; index < to; index += 1) {
    if (tokens[index]?.kind === "box" || isNew(index)) return undefined;
    flag(index, says);
  }
  return says;
}

const YOUNG = /^(?:girl|boy|lad|lass|teenager|youngster|toddler)$/;

/** "Her daughter should be tested. The girl has": whom a word for a young person takes up. */
function isChildOf(person: string | undefined): boolean {
  return (
    person !== undefined &&
    (children.has(person) || /^(?:daughter|son|niece|nephew|grandchild|granddaughter|grandson)$/.test(person))
  );
}

/** How far back a word of the patient is looked for. */
const PATIENT_WITHIN = 15;

const OF_A_WOMAN = /^(?:she|her|herself)$/;
const OF_A_MAN = /^(?:he|his|him|himself)$/;

/**
 * "Her partner drove her in; he has a cold", "his wife says that he fell. She has a fever": the patient is of the other
 * sex, so that it is the partner. "She tells me that" goes on with the patient.
 */
function isOfOtherSex(tokens: readonly Token[], { from, to }: Sentence, person: string): boolean {
  const first = tokens[from]?.word;
  if (first !== "he" && first !== "she") return false;
  if (person === "family" || (first === "he" ? SHE : HE).has(person)) return false;
  const next = tokens.slice(from + 1, Math.min(to, from + 1 + VERB_WITHIN));
  if (next.some(({ word }) => tells.has(word))) return false;
  if (GIVES_HISTORY.test(next.map(({ word }) => word).join(" "))) return false;
  const { woman, man } = sexesBefore(tokens, from);
  return first === "he" ? woman && !man : man && !woman;
}

function sexesBefore(tokens: readonly Token[], from: number): { readonly woman: boolean; readonly man: boolean } {
  const before = tokens.slice(Math.max(0, from - PATIENT_WITHIN), from).map(({ word }) => word);
  return {
    woman: before.some((word) => OF_A_WOMAN.test(word)),
    man: before.some((word) => OF_A_MAN.test(word)),
  };
}

/** "His father had seizures. He had a fever": the patient is a man as well, and a letter is about the patient. */
function isOfAMan(tokens: readonly Token[], from: number): boolean {
  const { woman, man } = sexesBefore(tokens, from);
  return man && !woman;
}

const GIVES_HISTORY = /^(?:gave|give) an? (?:history|account|description)/;

/** How near behind a pronoun its verb stands: "she also had noticed". */
const VERB_WITHIN = 3;

/** "She was delivered at 36 weeks", "in her second pregnancy": the patient is a mother. A patient's mother is not. */
function bearsChild(tokens: readonly Token[], { from, to }: Sentence): boolean {
  let isPatient = false;
  let hasChild = false;
  for (let index = from; index < to; index += 1) {
    const word = tokens[index]?.word ?? "";
    if (/^g\d$/.test(word) && /^p\d$/.test(tokens[index + 1]?.word ?? "")) return true;
    // "First baby delivered at 35 weeks": one of several, and so no patient.
    if (children.has(word) && isOneOfSeveral(tokens, index)) return true;
    if (firstDegree.has(word) || children.has(word)) return isPatient && hasChild;
    if (/^(?:she|her|i|woman|lady|patient)$/.test(word)) isPatient = true;
    if (hasBorne.has(word)) hasChild = true;
  }
  return isPatient && hasChild;
}

/** "She came with her partner and the baby": the child is hers. "Mother came with the baby": the child is the patient. */
function comesWithChild(tokens: readonly Token[], { from, to }: Sentence): boolean {
  const words = tokens.slice(from, to).map(({ word }) => word);
  const together = words.indexOf("with");
  const child = words.findIndex((word, at) => at > together && at <= together + COMPANY && children.has(word));
  if (together < 0 || child < 0 || !/^(?:the|her|his|their|new|a)$/.test(words[child - 1] ?? "")) return false;
  const before = words.slice(0, together);
  return (
    before.some((word) => /^(?:she|patient|i|lady|woman)$/.test(word)) && !words.some((word) => firstDegree.has(word))
  );
}

/** How far behind "with" those stand who came along. */
const COMPANY = 6;

/** How far before a child the word stands that says whose it is: "her three-year-old child". */
const WHOSE_WITHIN = 6;

/**
 * Whether a child is the patient's, and so not the patient: "her baby", "the baby" of a patient who has borne one. A
 * child of whom a parent tells is the patient: "mother brought her child", "their baby has", "my child".
 */
function isOfPatient(tokens: readonly Token[], at: number, from: number, hasChild: boolean): boolean {
  if (tokens[at + 1]?.word === "of" && /^(?:hers|his|theirs)$/.test(tokens[at + 2]?.word ?? "")) return true;
  for (let index = at - 1; index >= Math.max(from, at - WHOSE_WITHIN); index -= 1) {
    const token = tokens[index];
    if (!token) break;
    if (whose.has(token.word)) return !isOfTeller(tokens, index, from);
    if (token.kind === "word" && isGenitive(token, "patient")) return true;
    if (/^(?:as|a|an|this|the|[,;:.])$/.test(token.word)) break;
  }
  return isOneOfSeveral(tokens, at) || (hasChild && /^(?:the|that)$/.test(tokens[at - 1]?.word ?? ""));
}

/** "First baby delivered", "the second baby had": one of the patient's. "First child of healthy parents" is a patient. */
function isOneOfSeveral(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1]?.word ?? "", tokens[at + 1]?.word ?? ""];
  return (
    OF_PREGNANCIES.test(before) &&
    !/^(?:of|to|born|,|presented|admitted|in)$/.test(next) &&
    !/^(?:their|our)$/.test(tokens[at - 2]?.word ?? "")
  );
}

const OF_PREGNANCIES = /^(?:first|second|third|fourth|previous|last|older|elder|eldest|youngest)$/;

/**
 * Whether "her", "their" or "my" before a child is a parent's who tells of the patient: a parent stands before it, or
 * it is "my" or "their" of nobody who is the patient ("I have lupus and my child", "she and her husband ... their").
 */
function isOfTeller(tokens: readonly Token[], possessive: number, from: number): boolean {
  const before = tokens.slice(from, possessive).map(({ word }) => word);
  if (before.some((word, at) => parents.has(word) && !isCompanion(before, at))) return true;
  const word = tokens[possessive]?.word;
  if (word === "my") return !before.some((one, at) => one === "i" && IS_OF_SPEAKER.test(before[at + 1] ?? ""));
  return word === "their" && !before.some((one) => /^(?:she|he|patient|pt|husband|wife|partner)$/.test(one));
}

const parents = new Set(PARENTS.map(sameWord));
/** What one says of oneself: "I have", but not "I noticed". */
const IS_OF_SPEAKER = /^(?:have|had|am|was|get|got|also|and|develop|developed)$/;

/** "Accompanied by her mother": who came along tells nothing. */
function isCompanion(words: readonly string[], at: number): boolean {
  return /^(?:her|his|my)$/.test(words[at - 1] ?? "") && notBearer.has(words[at - 2] ?? "");
}

/** "Parents noticed that their daughter has", "mother brought her son": the patient, told of by a parent. */
function isToldOfByParent(tokens: readonly Token[], at: number, from: number): boolean {
  if (!/^(?:son|daughter)$/.test(tokens[at]?.word ?? "")) return false;
  for (let index = at - 1; index >= Math.max(from, at - WHOSE_WITHIN); index -= 1) {
    const word = tokens[index]?.word ?? "";
    if (/^(?:her|his|their)$/.test(word)) {
      const before = tokens.slice(from, index).map((token) => token.word);
      return before.some((one, place) => parents.has(one) && !/^(?:her|his|my)$/.test(before[place - 1] ?? ""));
    }
    if (/^(?:a|an|the|[,;:.]|and)$/.test(word)) return false;
  }
  return false;
}

/** "Her husband, who tells me that he has pericarditis": what a relative of the other sex says of himself. */
function ofTeller(tokens: readonly Token[], at: number, { from, to }: Sentence): readonly number[] {
  const word = tokens[at]?.word ?? "";
  const isHe = HE.has(word);
  if (!isHe && !SHE.has(word)) return [];
  const before = beforeAge(tokens, at);
  if (before < from || tokens[before]?.word !== (isHe ? "her" : "his")) return [];
  const scope: number[] = [];
  const isPatient = isHe ? OF_A_WOMAN : OF_A_MAN;
  for (let index = at + 1; index < to; index += 1) {
    const token = tokens[index];
    if (scope.length > 0 && isPatient.test(token?.word ?? "")) break;
    const verbs = tokens.slice(index + 1, index + 1 + VERB_WITHIN).map(({ word: verb }) => verb);
    const isPronoun = token?.word === (isHe ? "he" : "she");
    if (isPronoun && scope.length === 0 && verbs.some((verb) => tells.has(verb) || SEES.test(verb))) return [];
    if (isPronoun || scope.length > 0) scope.push(index);
  }
  return scope;
}

const SEES = /^(?:seen|see|heard|found|thinks|think|thought|believe|believed|wonder|worrie|worried)$/;

/** "Her boss", "her sister's dog", "my previous manager". */
function isSomebodys(tokens: readonly Token[], at: number, from: number): boolean {
  const before = tokens.slice(Math.max(from, at - 2), at);
  return before.some((token) => whose.has(token.word) || people.has(token.word));
}

/** "Lives with her two children", "the birth of her baby": a companion, and what the patient has gone through. */
function isBeside(tokens: readonly Token[], at: number, from: number): boolean {
  const before = tokens.slice(Math.max(from, at - 4), at).map(({ word }) => word);
  return (
    before.includes("with") ||
    before.some((word, place) => hasBorne.has(word) && before[place + 1] === "of") ||
    /^(?:feeding|breastfeeding|nursing|carrying)$/.test(before.at(-2) ?? "")
  );
}

/** "The patient's": a word is compared without its ending, and is longer as written. */
export function isGenitive({ word, start, end }: Token, of: string): boolean {
  return word === of && end - start > of.length;
}

/** "Fever nil, alopecia mild": behind a name "nil" is the answer to it, and reaches no further. "Mouth: nil ulcers" denies. */
function isAnswer(tokens: readonly Token[], at: number, from: number, to: number): boolean {
  if (tokens[at]?.word !== "nil" || at === from) return false;
  const isOfLabel = tokens[at - 1]?.word === ":" && tokens[at + 1]?.kind === "word";
  if (isOfLabel && !tokens.slice(at, to).some(({ word }) => word === ":")) return false;
  return !/^(?:[,;.(/*]|and|but|with)$/.test(tokens[at - 1]?.word ?? "");
}

/** "Infection ruled out, fever persists", "cough denied, fever since May": what stands before is denied, and no more. */
function isOfWhatIsBefore(
  tokens: readonly Token[],
  at: number,
  from: number,
  { name, to }: Found<Cue>,
  found: readonly Found<Cue>[],
): boolean {
  return (
    name.says === "denied" &&
    namesWhatIsDenied(tokens, at, from) &&
    tokens[to]?.word === "," &&
    found.some((one) => one.to === to && one.name.reach === "backward" && one.name.says === "denied")
  );
}

/** Whether a clause before "denied" names what is, and not who denies: "she firmly denied", "systematically denied". */
function namesWhatIsDenied(tokens: readonly Token[], at: number, from: number): boolean {
  let clause = at;
  while (clause > from && !/^[,;.]$/.test(tokens[clause - 1]?.word ?? "")) clause -= 1;
  const before = tokens.slice(clause, at).map(({ word }) => word);
  return before.some((word) => !word.endsWith("ly")) && !before.some((word) => DENIES.test(word));
}

const DENIES = /^(?:she|he|they|i|we|patient|pt|who|mr|mrs|ms|miss)$/;

/** "She denied, when asked, seizures", "has not, in the last year, had": past what stands between two commas; else where the cue ends. */
function pastInsertion(tokens: readonly Token[], { from, to }: Found<Cue>, end: number): number {
  if (!/^(?:denie|denied|denying|never|not)$/.test(tokens[from]?.word ?? "") || tokens[to]?.word !== ",") return to;
  if (!INSERTS.test(tokens[to + 1]?.word ?? "")) return to;
  const close = tokens.slice(to + 1, Math.min(end, to + 2 + INSERTED)).findIndex(({ word }) => word === ",");
  return close < 0 ? to : to + 2 + close;
}

const INSERTS = /^(?:when|however|though|although|after|on|to|as|at|by|for|in|so|through|via|despite|even|again|.*ly)$/;
/** How many words may be inserted. */
const INSERTED = 6;

/** Whether a person in the text is the one who has what is named, rather than the one who tells of it. */
function bears(tokens: readonly Token[], at: number, from: number, to: number): boolean {
  if (isOnlyWhose(tokens, at, from)) return false;
  // "Came with her sister, who is anti-Ro positive".
  if (isDescribed(tokens, at)) return true;
  if (at > from && notBearer.has(tokens[at - 1]?.word ?? "")) return false;
  const before = beforeAge(tokens, at);
  if (before > from && notBearer.has(tokens[before - 1]?.word ?? "")) return false;
  // "Like the rest of her family": compared with them, and not one of them.
  if (tokens.slice(Math.max(from, at - 5), at).some(({ word }) => word === "like" || word === "unlike")) return false;
  if (tokens[at]?.word === "partner" && tokens[at - 1]?.word === "by") return false;
  const behind = tokens[at + 1]?.word === "-" ? tokens[at + 2] : tokens[at + 1];
  if (things.has(behind?.word ?? "")) return false;
  // "This 45-year-old carer", "a 45-year-old retired carer".
  if (isOfAge(tokens, at, from) && !isOfPatient(tokens, at, from, false)) return false;
  if (isCaredFor(tokens, at, from)) return false;
  if (isPatientHimself(tokens, at, from) || (tokens[at]?.word === "donor" && isSource(tokens, at, from))) return false;
  const next = tokens.slice(at + 1, Math.min(to, at + 3)).map(({ word }) => word);
  // "Mother is worried that her child has".
  if (/^(?:worried|concerned|afraid)$/.test(next[1] ?? "") && tokens[at + 3]?.word === "that") return false;
  return !next.some((word) => tells.has(word));
}

/** "First child of healthy parents", "born to a mother": whose child the patient is. */
function isOnlyWhose(tokens: readonly Token[], at: number, from: number): boolean {
  if (!parents.has(tokens[at]?.word ?? "")) return false;
  const before = tokens.slice(Math.max(from, at - WORDS_OF_ROLE), at).map(({ word }) => word);
  const joint = before.findLastIndex((word) => word === "of" || word === "to");
  return joint > 0 && /^(?:child|infant|baby|girl|boy|daughter|son|born)$/.test(before[joint - 1] ?? "");
}

/** "Sister who has", "mother, who was": what follows is said of the person, and not told by it. */
function isDescribed(tokens: readonly Token[], at: number): boolean {
  const who = tokens[at + 1]?.word === "," ? at + 2 : at + 1;
  return tokens[who]?.word === "who" && /^(?:is|was|has|had|also|takes|take|suffer)$/.test(tokens[who + 1]?.word ?? "");
}

/** "45-year-old retired carer": the person whose age it is. */
function isOfAge(tokens: readonly Token[], at: number, from: number): boolean {
  for (let index = at - 1; index >= Math.max(from, at - WORDS_OF_ROLE); index -= 1) {
    const token = tokens[index];
    if (token?.word === "old") return true;
    if (token?.kind !== "word" && token?.word !== "-") return false;
    if (whose.has(token.word) || /^(?:with|and|whose|of|a|an|the|has|had|is|was)$/.test(token.word)) return false;
  }
  return false;
}

/** How many words say what kind of carer or donor one is: "full-time unpaid carer". */
const WORDS_OF_ROLE = 5;

/** "She cares for her mother and has": whom the patient cares for, of whom nothing more is said. */
function isCaredFor(tokens: readonly Token[], at: number, from: number): boolean {
  if (!whose.has(tokens[at - 1]?.word ?? "") || !/^(?:for|after)$/.test(tokens[at - 2]?.word ?? "")) return false;
  const cares = tokens.slice(Math.max(from, at - 4), at - 2);
  return (
    cares.some(({ word }) => /^(?:care|cares|caring|cared|carer|caregiver|look|looks|looking|looked)$/.test(word)) &&
    !/^(?:who|whose|with|,|\(|-)$/.test(tokens[at + 1]?.word ?? "")
  );
}

/** "She is a blood donor", "as a carer": what the patient is. */
function isPatientHimself(tokens: readonly Token[], at: number, from: number): boolean {
  for (let index = at - 1; index > from && index >= at - WORDS_OF_ROLE; index -= 1) {
    if (!/^an?$/.test(tokens[index]?.word ?? "")) continue;
    const [subject, verb] = [tokens[index - 2]?.word ?? "", tokens[index - 1]?.word ?? ""];
    return verb === "as" || (/^(?:is|was|became)$/.test(verb) && /^(?:she|he|patient|i)$/.test(subject));
  }
  return false;
}

/** "A kidney from a living donor": where something came from. */
function isSource(tokens: readonly Token[], at: number, from: number): boolean {
  return tokens.slice(Math.max(from, at - 4), at).some(({ word }) => word === "from" || word === "by" || word === "of");
}

/** The word before a person, past what says which of several: "her younger sister", "his late father". */
function beforeAge(tokens: readonly Token[], at: number): number {
  let before = at - 1;
  while (before > 0 && OF_SEVERAL.test(tokens[before]?.word ?? "")) before -= 1;
  return before;
}

const OF_SEVERAL = /^(?:younger|older|elder|eldest|youngest|oldest|little|big|late|twin|identical|other|only)$/;

/** From the person to the end of the sentence; and before it, where it stands behind "in her", "family history of". */
function personScope(tokens: readonly Token[], at: number, from: number, to: number): readonly number[] {
  const scope: number[] = [];
  for (let index = at; index < to; index += 1) {
    const isBack = index > at && isPatientAgain(tokens, index, at);
    if (isBack) break;
    scope.push(index);
  }
  // "In her mother", "in a photosensitive mother".
  const near = beforeAge(tokens, at);
  const place = /^(?:in|of|an?|the|her|his|my|their|our)$/.test(tokens[near]?.word ?? "") ? near : near - 1;
  const before = [tokens[place]?.word ?? "", tokens[place - 1]?.word ?? ""];
  const isBehindIn = before.includes("in") || before.includes("of");
  if (isBehindIn) {
    for (let index = at - 1; index >= from && !/^[,;:]$/.test(tokens[index]?.word ?? ""); index -= 1) scope.push(index);
  }
  return scope;
}

/** Whether the sentence comes back to the patient: "and she herself has", "and the patient has", "his mother ... and he". */
function isPatientAgain(tokens: readonly Token[], index: number, person: number): boolean {
  const token = tokens[index];
  if (!token) return false;
  const [next, before] = [tokens[index + 1]?.word ?? "", tokens[index - 1]?.word ?? ""];
  if (/^(?:herself|himself|myself|themselve)$/.test(next)) return /^(?:she|he|patient|pt|i)$/.test(token.word);
  if (/^(?:herself|himself|myself)$/.test(token.word)) return /^(?:and|,|but|while|whereas)$/.test(before);
  const bearer = tokens[person]?.word ?? "";
  if ((token.word === "he" && SHE.has(bearer)) || (token.word === "she" && HE.has(bearer))) return true;
  if (token.word === "i") return /^(?:have|had|get|got|also)$/.test(next);
  if (/^(?:she|he)$/.test(token.word) && isOfChildDoneWith(tokens, person, index)) return true;
  if ((token.word !== "patient" && token.word !== "pt") || isGenitive(token, token.word)) return false;
  const joint = /^(?:the|our|this)$/.test(before) ? (tokens[index - 2]?.word ?? "") : before;
  return /^(?:and|,|;|but|while|whereas|that|though|although)$/.test(joint) && !/^(?:in|next|opposite)$/.test(next);
}

/** "Her baby is well and she has", "her children are fine, but she": all is said of the child, or there are several. */
function isOfChildDoneWith(tokens: readonly Token[], person: number, index: number): boolean {
  const child = tokens[person];
  if (
    !child ||
    !(children.has(child.word) || /^(?:newborn|neonate)$/.test(child.word)) ||
    !/^(?:and|,|but|while|whereas|though|although)$/.test(tokens[index - 1]?.word ?? "")
  )
    return false;
  const isSeveral = /^(?:children|babie)$/.test(child.word) || isGenitive(child, child.word);
  const last = tokens
    .slice(person + 1, index - 1)
    .filter(({ word }) => !/^(?:,|now|today|currently|again)$/.test(word));
  const isDaughter = last.some(({ word }) => /^(?:girl|boy|she|he|daughter|son)$/.test(word));
  const isWell = /^(?:well|fine|healthy|thriving|unaffected|asymptomatic)$/.test(last.at(-1)?.word ?? "");
  return !isDaughter && (isSeveral || (isWell && last.at(-2)?.word !== "not"));
}

/** How far before a cue its bracket may open. */
const OPENS_WITHIN = 6;

function isInBracket(tokens: readonly Token[], at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - OPENS_WITHIN); index -= 1) {
    const token = tokens[index];
    if (token?.word === "(") return true;
    if (!token || token.word === ")" || tokens[index + 1]?.gap === "line") return false;
  }
  return false;
}

function forward(
  tokens: readonly Token[],
  cue: Found<Cue>,
  end: number,
  flag: (index: number, says: Flag) => void,
): void {
  const { name, from } = cue;
  const behind = pastInsertion(tokens, cue, end);
  const alone = tokens[from]?.word === "not" && cue.to === from + 1;
  const isNever = /^(?:nor|never|not)$/.test(tokens[from]?.word ?? "");
  // "Has not, in the last year, had any": whether of that time only, or at all.
  let doubtful = alone && behind > cue.to;
  let words = 0;
  // "Fever (denies rigors), malar rash": what begins in brackets ends with them.
  let depth = isInBracket(tokens, from) ? 1 : 0;
  const isBracketed = depth > 0;
  const passesAll = name.says === "hypothetical" || name.says === "planned";
  const last = (index: number): string => tokens[index - 1]?.word ?? "";
  // "Joint pain without swelling, dry eyes and tiredness": the list may be of what there is.
  const isInList =
    tokens[from]?.word === "without" && tokens[from - 1]?.kind === "word" && tokens[from]?.gap === "blank";
  for (let index = behind; index < end; index += 1) {
    const token = tokens[index];
    if (!token) return;
    if (token.kind === "word") words += 1;
    if (token.kind === "box") return;
    if (ends.has(token.word)) return;
    if (token.word === "(") depth += 1;
    else if (token.word === ")") depth -= 1;
    if (isBracketed && depth === 0) return;
    // "Possible pleural effusion, no pericardial effusion": what is denied is not in doubt.
    if (name.says === "uncertain" && /^(?:no|nil|without)$/.test(token.word) && tokens[index - 1]?.word === ",") return;
    const isNext = name.says === "denied" && index > behind && !doubtful && /^(?:,|and)$/.test(last(index));
    const amount = isNext ? amountIn(tokens, index, end) : undefined;
    if (amount === "some" && last(index) === ",") return;
    if (amount) doubtful = true;
    if (name.says === "prevented" && /^(?:because|since|due|after|when|for|with|given)$/.test(token.word)) return;
    if (alone && (words > NOT_REACHES || token.word === ",")) return;
    // "Whether 1:640 means that": the sign of a ratio, and of no label.
    const isRatio = token.word === ":" && tokens[index - 1]?.kind === "number" && tokens[index + 1]?.kind === "number";
    if (
      token.word === ":" &&
      !isRatio &&
      !passesAll &&
      !tokens.slice(behind, index).every(({ word }) => BEFORE_LIST.has(word))
    )
      return;
    if (
      token.kind === "sign" &&
      token.word === "-" &&
      token.gap !== "none" &&
      tokens[index + 1]?.gap !== "none" &&
      !passesAll &&
      !(isDashOfList(tokens, from, index) && tokens.slice(behind, index).every(({ word }) => BEFORE_LIST.has(word)))
    )
      return;
    if (name.says === "denied" && index > behind && isPresentingWith(tokens, index)) return;
    if (index > behind && anew.has(token.word)) {
      if (name.says === "denied" && isNewClause(tokens, index)) return;
      if (/^(?:,|and|\))$/.test(last(index)) && !passesAll) return;
      if (name.says === "denied" && !NO_DOUBT.has(token.word) && !(isNever && index - behind < NEVER_REACHES))
        doubtful = true;
    }
    // "No rash, hair - thin, nails: normal": a label of its own begins anew.
    if (name.says === "denied" && last(index) === "," && isLabel(tokens, index)) return;
    if (isInList && token.word === "," && !hasOr(tokens, index, end)) doubtful = true;
    if (name.says === "denied" && index > behind && isSign(tokens, index)) return;
    // "Heparin did not cause leukopenia": who caused it is denied, and not that it came.
    if (name.says === "denied" && CAUSES.test(token.word) && last(index) !== "-") doubtful = true;
    flag(index, doubtful ? "doubtful" : name.says);
  }
}

/**
 * "No malar rash, 1+ leg edema", "no splenomegaly, incidental small pleural effusion": behind a comma the words for how
 * much of it there is say that there is some, unless the list of what is denied goes on with "or".
 */
function amountIn(tokens: readonly Token[], index: number, end: number): "some" | "perhaps" | undefined {
  const [token, next] = [tokens[index], tokens[index + 1]];
  const isGrade = token?.kind === "number" && next?.word === "+" && next.gap === "none";
  const isCounted = /^(?:[1-9]|one|single|two|three|four|five|six|several|multiple|few)$/.test(token?.word ?? "");
  if (SAYS_WHICH.test(token?.word ?? "")) return "perhaps";
  if (!isGrade && !SAYS_SOME.test(token?.word ?? "") && !(isCounted && next?.kind === "word")) return undefined;
  return hasOr(tokens, index, end) ? "perhaps" : "some";
}

function hasOr(tokens: readonly Token[], index: number, end: number): boolean {
  return tokens
    .slice(index + 1, Math.min(end, index + LIST_WITHIN))
    .some(({ word }) => word === "or" || word === "nor");
}

/** "No consolidation, left pleural effusion": which one it is may be said of one that is there, or of one that is denied. */
const SAYS_WHICH = /^(?:an?|left|right|bilateral|large|marked|gross|extensive|widespread|soft|loud)$/;
function isLabel(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  if (tokens[index]?.kind !== "word" || !next) return false;
  return next.word === ":" || (next.word === "-" && next.gap !== "none" && tokens[index + 2]?.gap !== "none");
}

/** How far behind such a word the "or" of its list may stand. */
const LIST_WITHIN = 40;

const SAYS_SOME =
  /^(?:mild|slight|trace|minimal|moderate|small|trivial|tiny|faint|subtle|occasional|incidental|residual|healing|scattered|some|only|just)$/;

const CAUSES =
  /^(?:cause|caused|causing|led|leading|lead|provoke|provoked|trigger|triggered|precipitate|precipitated|result|resulted|resulting|produce|produced|induce|responsible)$/;

/** "With no previous illness was admitted with seizures": what is denied ends where the patient comes or tells. */
function isNewClause(tokens: readonly Token[], index: number): boolean {
  const [word, next] = [tokens[index]?.word ?? "", tokens[index + 1]?.word ?? ""];
  if (/^(?:was|were|is)$/.test(word))
    return /^(?:admitted|referred|brought|transferred|hospitalized|hospitalised)$/.test(next);
  return /^(?:presented|complain|endorse|endorsed)$/.test(word) && /^(?:with|of|to)$/.test(next);
}

/** "No PMH p/w fever", "nil of note c/o a rash", "no allergies presenting with": with these words what brought the patient begins. */
function isPresentingWith(tokens: readonly Token[], index: number): boolean {
  const [word, next, after] = [0, 1, 2].map((far) => tokens[index + far]?.word ?? "");
  if (next === "/") return (word === "p" && after === "w") || (word === "c" && after === "o");
  return word === "presenting" && /^(?:with|to|for)$/.test(next ?? "");
}

function isSign(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.word === "+" && tokens[index]?.gap !== "none";
}

function saidBehind(
  tokens: readonly Token[],
  from: number,
  to: number,
  backward: readonly Found<Cue>[],
): Says | undefined {
  let words = 0;
  // "Ulcers (not seen)" says who saw them, not whether there were any.
  let isInBrackets = false;
  let open = from;
  for (let index = from; index < to && words <= BEHIND; index += 1) {
    const token = tokens[index];
    // "Psychosis (hallucinations, delusions) denied": within brackets a comma parts only what stands there.
    if (isInBrackets && token?.word === ",") {
      open = index + 1;
      continue;
    }
    // "Dialysis, discussed on the first day, was never needed": past what stands between two commas.
    const close = index === from && token?.word === "," ? endOfInsertion(tokens, index, to) : undefined;
    if (close !== undefined) {
      index = close;
      continue;
    }
    if (!token || token.kind === "box" || /^[,;.]$/.test(token.word)) return undefined;
    if (ends.has(token.word)) return undefined;
    // "88 (neg <20)": from where it is negative.
    if (boundsResult(tokens, index) || (isInBrackets && isOfBand(tokens, index))) return undefined;
    const found = backward.filter((one) => one.from === index).sort((one, other) => other.to - one.to)[0];
    // "Seizure in 2017 (nil since)": none later is not none at all.
    if (found && SINCE_THEN.has(tokens[found.to]?.word ?? "")) return undefined;
    // "Pericarditis considered, felt to be unlikely", and not "considered to be due to".
    if (
      !found &&
      IS_CONSIDERED.test(token.word) &&
      isClauseEnd(tokens[index + 1], index + 1, to) &&
      !isConsideredToBe(tokens, index, to)
    )
      return "uncertain";
    // "Malar rash vs rosacea" is one or the other. In brackets what it was told from may stand.
    if (index === from && IS_ONE_OR_OTHER.test(token.word)) return "uncertain";
    // "Pleurisy likely due to lupus": its cause is likely, and not it.
    if (found?.name.says === "uncertain" && IS_OF_CAUSE.test(tokens[found.to]?.word ?? "")) return undefined;
    if (found && /^(?:denied|uncertain)$/.test(found.name.says)) {
      const of = negativeOf(tokens, isInBrackets ? open : from, found, isInBrackets && found.name.says === "denied");
      if (of === "cause") return undefined;
      if (of === "other") return "uncertain";
    }
    if (found)
      return isInBrackets && found.name.says === "denied" && token.word === "not" ? "uncertain" : found.name.says;
    if (/^[([]$/.test(token.word)) {
      isInBrackets = true;
      open = index + 1;
    } else if (/^[)\]]$/.test(token.word)) isInBrackets = false;
    if (token.kind === "word") words += 1;
  }
  return undefined;
}

/** "41 U (<20 neg / 20-39 weak)": what a laboratory calls the values of a band. */
function isOfBand(tokens: readonly Token[], index: number): boolean {
  return (
    /^(?:negative|neg|normal)$/.test(tokens[index]?.word ?? "") &&
    tokens[index - 1]?.kind === "number" &&
    /^(?:<|>|=|-|to|below|under)$/.test(tokens[index - 2]?.word ?? "")
  );
}

/** Where the second comma of an insertion stands, behind which the sentence goes on with its verb. */
function endOfInsertion(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let index = from + 1; index < Math.min(to, from + 2 + BEHIND); index += 1) {
    const word = tokens[index]?.word ?? "";
    if (/^[;.:()]$/.test(word)) return undefined;
    if (word !== ",") continue;
    const isVerb = /^(?:was|were|is|are|has|have|had)$/.test(tokens[index + 1]?.word ?? "");
    return isVerb && index > from + 2 ? index : undefined;
  }
  return undefined;
}

/**
 * Of what something is negative that stands behind a name: of a `cause`, "ulcers (herpes negative)", "fever with negative
 * cultures", so that nothing is said of the finding; of something `other` in brackets, "pericarditis (echo negative)",
 * which may well deny it; or else of the finding.
 */
function negativeOf(
  tokens: readonly Token[],
  from: number,
  { from: cue, to }: Found<Cue>,
  isBracketed: boolean,
): "cause" | "other" | undefined {
  const next = tokens[to]?.word ?? "";
  if (/^(?:negative|neg|normal)$/.test(tokens[cue]?.word ?? "")) {
    if (isOfCause(next)) return "cause";
    if (/^(?:biopsy|echo|ct|ctpa|mri|doppler|cxr|imaging|ecg|ekg|scan|ultrasound|film|histology)$/.test(next))
      return "other";
  }
  let last = cue - 1;
  while (last >= from && (SAYS_NO_MORE.has(tokens[last]?.word ?? "") || tokens[last]?.kind !== "word")) last -= 1;
  const word = last >= from ? (tokens[last]?.word ?? "") : "";
  if (/^(?:with|despite)$/.test(word)) return "cause";
  const isByTest = /^(?:on|by|in|at|from|of|the|a)$/.test(tokens[last - 1]?.word ?? "");
  if (isOfCause(word) && !isByTest) return "cause";
  const others = tokens
    .slice(from, cue)
    .filter(({ kind, word: one }) => kind === "word" && !one.endsWith("ly") && !SAYS_NO_MORE.has(one));
  if (isBracketed && others.some((one) => isOfCause(one.word))) return "cause";
  return isBracketed && others.length > 0 ? "other" : undefined;
}

const isOfCause = (word: string): boolean => isNamedCause(word) || FINDS_CAUSES.has(word);

/** Between a name and its denial these are of the denial: "ulcers (currently absent)", "rash was not seen". */
const SAYS_NO_MORE = new Set(
  "patient pt she he was were is are be been has have had now today currently current all both also again recently ever completely entirely still here there on examination exam in clinic at time present and or yet so far by us me patient she he this visit any history symptom episode".split(
    " ",
  ),
);
const IS_ONE_OR_OTHER = /^(?:vs|versus)$/;
const IS_CONSIDERED = /^(?:considered|entertained|queried|questioned|debated)$/;

/** "Considered by neurology to be due to lupus": an opinion of what it is, and not whether. */
function isConsideredToBe(tokens: readonly Token[], at: number, to: number): boolean {
  const behind = tokens.slice(at + 1, Math.min(to, at + 1 + BEHIND)).map(({ word }) => word);
  const end = behind.findIndex((word) => /^[,;.)]$/.test(word));
  return (end < 0 ? behind : behind.slice(0, end)).some((word, index, all) => word === "to" && all[index + 1] === "be");
}

function isClauseEnd(token: Token | undefined, index: number, to: number): boolean {
  return (
    index >= to ||
    !token ||
    token.gap === "line" ||
    /^(?:[,;.)]|but|and|given|initially|unlikely|less|by|at|in|on)$/.test(token.word)
  );
}

const IS_OF_CAUSE = /^(?:due|secondary|related|caused|attributed|attributable|triggered|provoked|precipitated)$/;
/** Tests that look for a cause, and for no finding. */
const FINDS_CAUSES = new Set(
  "culture swab serology virology pcr screen antigen hsv hiv cmv ebv tb csf eeg malaria dengue pathogen".split(" "),
);
