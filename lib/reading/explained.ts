import type { Cause, ExplainedBy } from "../../criteria/types.ts";
import { isBehindTitle, wordSet } from "./names.ts";
import { phraseFinder } from "./phrases.ts";
import {
  BEFORE_WHAT_CAME,
  CAUSE_ADJECTIVES,
  CAUSE_QUALIFIERS,
  CAUSE_WORDS,
  CAUSES_IN_FRONT,
  NEEDS_KNOWN_CAUSE,
  NO_LONGER_CAUSE,
  NO_OTHER_CAUSE,
  ONLY_ASKED_FOR,
  PUT_DOWN_TO,
} from "./rules/causes.ts";
import { sameWord, type Token } from "./tokens.ts";

const cues = phraseFinder<"put-down">(PUT_DOWN_TO.map((phrase) => [phrase, "put-down"] as const));
const needsKnown = wordSet(NEEDS_KNOWN_CAUSE);
const noCause = wordSet(NO_OTHER_CAUSE);
const adjectives = wordSet(CAUSE_ADJECTIVES);
const inFront = wordSet(CAUSES_IN_FRONT);
/** Of these, the ones that are not said of a person as well: "known diabetic new seizure". */
const ofFinding = wordSet(CAUSE_ADJECTIVES.filter((one) => !/^(?:diabetic|alcohol|related|induced)/.test(one)));
const describing = wordSet(BEFORE_WHAT_CAME);
const noLongerCause = wordSet(NO_LONGER_CAUSE);
const onlyAskedFor = wordSet(ONLY_ASKED_FOR);
const qualifiers = wordSet(CAUSE_QUALIFIERS);
const causes = CAUSE_WORDS.map(([cause, words, endings]) => ({
  cause,
  words: wordSet(words),
  endings: endings.map(sameWord),
}));

const CAUSED = new Set(["related", "induced"]);
/** Behind "due to" these say that something is planned. */
const IS_TO_BE =
  /^(?:have|start|be|see|attend|undergo|return|repeat|get|begin|receive|come|go|commence|finish|stop|restart|complete)$/;
/** Words that make a remark behind a name the cause of it. */
const SAYS_CAUSE = wordSet(["overuse", "induced", "toxicity", "withdrawal", "related", "sepsis"]);
/** Words of causes that alone name none. */
const IS_NO_NAME = wordSet(["disease", "syndrome", "autoimmune", "line", "stress", "exercise"]);
/** How many words such a remark has. */
const REMARK = 3;
/** How many words in brackets may name a cause. */
const IN_BRACKETS = 7;
/** How many words of a cause are read. */
const CAUSE_LENGTH = 7;

/** What other than lupus the text says explains a finding, in the words behind it, or directly before it. */
export function explanationOf(
  tokens: readonly Token[],
  mention: { readonly from: number; readonly to: number },
  sentence: { readonly from: number; readonly to: number; readonly line: { readonly body: number } },
  stopsAt: number,
  textOf: (from: number, to: number) => string,
  treatedBy: readonly string[] = [],
): ExplainedBy | undefined {
  // "Parapneumonic effusion": the cause is a word of the name.
  if (mention.to > mention.from + 1 && ofFinding.has(tokens[mention.from]?.word ?? ""))
    return {
      cause: kindOf(tokens, mention.from, mention.from + 1) ?? "other-disease",
      text: textOf(mention.from, mention.from + 1),
    };
  const listed = underOtherCauses(tokens, mention, sentence, stopsAt, textOf);
  if (listed) return listed;
  // "Because of azathioprine she had a fever review": it is not the fever that came.
  const before = onlyAskedFor.has(tokens[mention.to]?.word ?? "")
    ? undefined
    : explanationBefore(tokens, mention.from, sentence.from, textOf);
  return before ?? behind(tokens, mention.to, stopsAt, sentence, textOf, false, treatedBy);
}

const HEAD_OF_LIST = 10;
const NOT_WITHIN = 6;

/** What stands in a line headed "Not caused by lupus:", with its cause in brackets where one is given. */
function underOtherCauses(
  tokens: readonly Token[],
  mention: { readonly from: number; readonly to: number },
  { line: { body } }: { readonly line: { readonly body: number } },
  stopsAt: number,
  textOf: (from: number, to: number) => string,
): ExplainedBy | undefined {
  const head = tokens.slice(body, Math.min(mention.from, body + HEAD_OF_LIST)).map(({ word }) => word);
  const colon = head.indexOf(":");
  const not = head.findIndex((word) => word === "not" || word === "unrelated");
  const isHeaded =
    not >= 0 &&
    colon > not &&
    head
      .slice(not, colon)
      .some((word) => /^(?:caused|cause|due|attributed|attributable|related|unrelated|from)$/.test(word)) &&
    head.slice(not, Math.min(colon, not + NOT_WITHIN)).some((word) => word === "lupus" || word === "sle");
  if (!isHeaded) return undefined;
  const open = tokens.slice(mention.to, stopsAt).findIndex(({ word }) => word === "(");
  const from = open < 0 ? undefined : mention.to + open + 1;
  const to = from === undefined ? undefined : endOfCause(tokens, from, stopsAt);
  return from === undefined || to === undefined
    ? { cause: kindOf(tokens, mention.to, stopsAt) ?? "other", text: textOf(body, body + colon) }
    : { cause: kindOf(tokens, from, to) ?? "other", text: textOf(from, to) };
}

/** What a sentence says of the finding in the one before it: "I consider the eruption to be caused by it". */
export function explanationIn(
  tokens: readonly Token[],
  sentence: { readonly from: number; readonly to: number },
  context: { readonly from: number; readonly to: number },
  textOf: (from: number, to: number) => string,
): ExplainedBy | undefined {
  return behind(tokens, sentence.from, sentence.to, context, textOf, true);
}

/** What words directly before a name say explains it: "steroid-induced psychosis". */
export function explanationBefore(
  tokens: readonly Token[],
  first: number,
  from: number,
  textOf: (from: number, to: number) => string,
): ExplainedBy | undefined {
  const nearest = tokens[first - 1]?.word ?? "";
  // "Line-related right jugular thrombosis": up to two words of the name itself stand between.
  const far = [2, 3].find(
    (back) =>
      first - back >= from &&
      CAUSED.has(tokens[first - back]?.word ?? "") &&
      tokens
        .slice(first - back + 1, first)
        .every(({ kind, word }) => kind === "word" && word !== "and" && word !== "or"),
  );
  if (far !== undefined && !adjectives.has(nearest)) return explanationBefore(tokens, first - far + 1, from, textOf);
  // "A parapneumonic left pleural effusion": how large it was and where may stand between.
  const described = [2, 3, 4, 5].find(
    (back) => first - back >= from && ofFinding.has(tokens[first - back]?.word ?? ""),
  );
  if (described !== undefined && isOnlyDescribed(tokens, first - described + 1, first))
    return explanationBefore(tokens, first - described + 1, from, textOf);
  const last = nearest;
  if (first - 1 >= from && inFront.has(last) && tokens[first]?.gap === "blank")
    return { cause: kindOf(tokens, first - 1, first) ?? "drug", text: textOf(first - 1, first) };
  if (first - 1 < from || !adjectives.has(last)) return causeInFront(tokens, first, from, textOf);
  const hasCause = last === "induced" || last === "related";
  let start = first - 1;
  if (hasCause) {
    if (tokens[first - 2]?.word === "-") start = first - 3;
    else start = first - 2;
  }
  if (start < from || noCause.has(tokens[start]?.word ?? "")) return undefined;
  const cause = kindOf(tokens, start, first) ?? (hasCause ? "drug" : "other-disease");
  return { cause, text: textOf(start, first) };
}

/** Words between what causes and what it causes: "led to severe". */
const MOST_TO_NAME = 5;

/**
 * Of a fronted cause, whether the finding is plainly what came of it, or only may be: "due to heparin, leukopenia
 * developed". "Following heparin" says when, too.
 */
export function isWorkedOut(tokens: readonly Token[], first: number, from: number): boolean {
  const fronted = frontedCause(tokens, first, from);
  return fronted !== undefined && (tokens[from]?.word === "following" || !isHadThen(tokens, fronted.to, first));
}

/** "Heparin caused thrombocytopenia", "methotrexate led to oral ulcers", "due to heparin she had thrombocytopenia". */
function causeInFront(
  tokens: readonly Token[],
  first: number,
  from: number,
  textOf: (from: number, to: number) => string,
): ExplainedBy | undefined {
  const fronted = frontedCause(tokens, first, from);
  if (fronted) {
    const { start, to } = fronted;
    const cause =
      isHadThen(tokens, to, first) || cameThen(tokens, to, first) ? causeIn(tokens, start, to, start) : undefined;
    return cause && { cause, text: textOf(start, to) };
  }
  for (let index = first - 1; index > from && index >= first - MOST_TO_NAME; index -= 1) {
    const word = tokens[index]?.word ?? "";
    if (/^(?:[,;.:()]|and|or|but|not|no|flare|relapse|lupus|sle)$/.test(word)) return undefined;
    const ofTwo =
      (/^(?:led|leading)$/.test(word) && tokens[index + 1]?.word === "to") ||
      (/^(?:resulted|resulting)$/.test(word) && tokens[index + 1]?.word === "in");
    const isVerb = ofTwo || /^(?:caused|provoked|precipitated|triggered)$/.test(word);
    if (!isVerb || tokens[index + 1]?.word === "by") continue;
    if (!isOnlyDescribed(tokens, index + (ofTwo ? 2 : 1), first)) return undefined;
    const start = Math.max(from, index - MOST_TO_NAME);
    let clause = start;
    while (clause > from && !/^[,;.:]$/.test(tokens[clause - 1]?.word ?? "")) clause -= 1;
    const cause = causeIn(tokens, start, index, clause);
    return cause && { cause, text: textOf(start, index) };
  }
  return undefined;
}

/** The cause with which a sentence begins, before the subject of what follows. */
function frontedCause(
  tokens: readonly Token[],
  first: number,
  from: number,
): { readonly start: number; readonly to: number } | undefined {
  const [fronted] = cues.at(tokens, from);
  if (!fronted || !/^(?:due|because|secondary|owing|as|following)$/.test(tokens[from]?.word ?? "")) return undefined;
  const end = endOfCause(tokens, fronted.to, first);
  const subject = tokens
    .slice(fronted.to, end)
    .findIndex(({ word }) => /^(?:she|he|there|the|her|his|patient)$/.test(word));
  return { start: fronted.to, to: subject > 0 ? fronted.to + subject : end };
}

/** "She developed severe", "there was a": the subject and its verb directly before the name. */
function isHadThen(tokens: readonly Token[], from: number, first: number): boolean {
  let at = from;
  while (at < first && /^(?:,|the|our|this)$/.test(tokens[at]?.word ?? "")) at += 1;
  if (!/^(?:she|he|i|patient|pt|there)$/.test(tokens[at]?.word ?? "")) return false;
  at += 1;
  while (at < first && /^(?:has|have|then|also|later|subsequently)$/.test(tokens[at]?.word ?? "")) at += 1;
  const verb = tokens[at]?.word ?? "";
  const isVerb = /^(?:had|developed|develop|got|get|suffered|experienced|was|were)$/.test(verb);
  if (!isVerb && tokens[at - 1]?.word !== "has") return false;
  return isOnlyDescribed(tokens, isVerb ? at + 1 : at, first);
}

/** "Due to heparin, thrombocytopenia developed": what is named came then. Of what resolved or was watched nothing is said. */
function cameThen(tokens: readonly Token[], from: number, first: number): boolean {
  if (!isOnlyDescribed(tokens, tokens[from]?.word === "," ? from + 1 : from, first)) return false;
  for (let index = first; index < first + MOST_TO_NAME; index += 1) {
    const word = tokens[index]?.word ?? "";
    if (/^[,;.]$/.test(word)) return false;
    if (/^(?:developed|occurred|appeared|ensued|arose|emerged|noted|seen|found|observed)$/.test(word)) return true;
  }
  return false;
}

/** Whether nothing but articles and words of how much stand in some place: "a severe", "the development of". */
function isOnlyDescribed(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .every(
      ({ word }, at) =>
        describing.has(word) ||
        (word === "of" && /^(?:development|onset|appearance|occurrence)$/.test(tokens[from + at - 1]?.word ?? "")),
    );
}

/** A known cause, unless its clause says that it ended, was feared or was only looked for: "stopping steroids". */
function causeIn(tokens: readonly Token[], start: number, to: number, clause: number): Cause | undefined {
  const isNone = tokens
    .slice(clause, to)
    .some(
      ({ word }, at) =>
        noLongerCause.has(word) || (word === "withdrawal" && !WITHDRAWN.test(tokens[clause + at - 1]?.word ?? "")),
    );
  return isNone ? undefined : knownIn(tokens, start, to);
}

/** Of these the withdrawal is a cause of its own. */
const WITHDRAWN = /^(?:alcohol|ethanol|benzodiazepine|barbiturate|opiate|opioid)$/;

/** The kind of a cause that is known, and is not lupus. */
function knownIn(tokens: readonly Token[], from: number, to: number): Cause | undefined {
  return tokens.slice(from, to).some(({ word }) => noCause.has(word)) ? undefined : kindOf(tokens, from, to);
}

function behind(
  tokens: readonly Token[],
  from: number,
  stopsAt: number,
  sentence: { readonly from: number; readonly to: number },
  textOf: (from: number, to: number) => string,
  onlyPlain = false,
  treatedBy: readonly string[] = [],
): ExplainedBy | undefined {
  const next = tokens[from];
  if (!onlyPlain && next && /^[,(]$/.test(next.word) && adjectives.has(tokens[from + 1]?.word ?? "")) {
    const to = endOfRemark(tokens, from + 1, endOfCause(tokens, from + 1, stopsAt));
    if (namesOnlyCauses(tokens, from + 1, to))
      return { cause: kindOf(tokens, from + 1, to) ?? "other-disease", text: textOf(from + 1, to) };
  }
  // "Seizure in 2019 (hyponatremia)": the year stands between.
  const isDated =
    !onlyPlain &&
    /^(?:in|on|of|since)$/.test(next?.word ?? "") &&
    /^(?:number|day)$/.test(tokens[from + 1]?.kind ?? "") &&
    tokens[from + 2]?.word === "(";
  if (isDated && from + 2 < stopsAt) return behind(tokens, from + 2, stopsAt, sentence, textOf, false, treatedBy);
  // "Malar rash (rosacea)", "oral ulcers (herpes)": a disease alone in brackets. A drug there may be what treats it.
  if (!onlyPlain && next?.word === "(") {
    const close = tokens
      .slice(from + 1, Math.min(from + 2 + IN_BRACKETS, stopsAt))
      .findIndex(({ word }) => word === ")");
    const to = endOfNamed(tokens, from + 1, from + 1 + close);
    const isNamed =
      namesOnlyCauses(tokens, from + 1, to) &&
      tokens
        .slice(from + 1, to)
        .some(
          ({ word }) => !IS_NO_NAME.has(word) && causes.some(({ cause, words }) => cause !== "drug" && words.has(word)),
        );
    const cause = isNamed ? knownIn(tokens, from + 1, to) : undefined;
    if (cause && cause !== "drug") return { cause, text: textOf(from + 1, to) };
  }
  // "Pleural effusion (2012) - heart failure": in a list of problems the cause alone stands behind the dash.
  const remark = onlyPlain ? undefined : behindYear(tokens, from, stopsAt);
  if (remark !== undefined) {
    const end = tokens.slice(remark, stopsAt).findIndex(({ word }) => /^[.;)]$/.test(word));
    const to = end < 0 ? stopsAt : remark + end;
    const isNamed =
      namesOnlyCauses(tokens, remark, to) && tokens.slice(remark, to).some(({ word }) => isNamedCause(word));
    const cause = isNamed ? knownIn(tokens, remark, to) : undefined;
    if (cause && cause !== "drug") return { cause, text: textOf(remark, to) };
  }
  // "Headaches: medication overuse", "rash - drug induced": a cause that says so itself, in the place of a remark.
  if (!onlyPlain && next && /^[:,(-]$/.test(next.word)) {
    const last = tokens
      .slice(from + 1, Math.min(from + 1 + REMARK, stopsAt))
      .findIndex(({ word }) => SAYS_CAUSE.has(word));
    const to = from + 2 + last;
    const isDenied = tokens.slice(from + 1, to).some(({ word }) => word === "not" || word === "no" || word === "non");
    // "Leukopenia, steroid-induced diabetes", "fever, sepsis screen": it belongs to what stands behind.
    const isOfNext = isNoun(tokens[to]);
    const cause = last >= 0 && !isDenied && !isOfNext ? kindOf(tokens, from + 1, to) : undefined;
    if (cause) return { cause, text: textOf(from + 1, to) };
  }
  for (let index = from; index < stopsAt; index += 1) {
    const induced = inducedAt(tokens, from, index, textOf);
    if (induced) return induced;
    const [found] = cues.at(tokens, index);
    if (!found || found.to > stopsAt) continue;
    const isDenied = tokens
      .slice(Math.max(from, index - 2), index)
      .some(({ word }) => word === "not" || word === "no" || word === "never");
    if (isDenied || NO_LONGER_SO.test(tokens[index - 1]?.word ?? "")) continue;
    const word = tokens[index]?.word ?? "";
    if (word === "2" && !isSecondary(tokens, index, found.to)) continue;
    // "Fever, due to see her doctor": no cause, but a plan.
    if (word === "due" && IS_TO_BE.test(tokens[found.to]?.word ?? "")) continue;
    const isInside = /^(?:was|were|is|are)$/.test(word);
    const start = isInside ? index + 1 : found.to;
    const to = isInside ? found.to : endOfCause(tokens, start, stopsAt);
    const said = tokens.slice(start, Math.min(to, start + 5)).map((token) => token.word);
    if (said.some((one) => noCause.has(one))) continue;
    // "Malar rash while on hydroxychloroquine" came in spite of what treats it.
    const isGiven = (one: string) => TREATS.test(one) || treatedBy.some((ending) => one.endsWith(ending));
    if (/^whil(?:e|st)$/.test(word) && said.some(isGiven)) continue;
    const isPronoun = said.some((one) => one === "it" || one === "this" || one === "them");
    const cause =
      kindOf(tokens, start, to) ??
      (isPronoun ? kindOf(tokens, sentence.from, sentence.to, ["infection", "drug"]) : undefined);
    if (!cause && (needsKnown.has(word) || onlyPlain)) continue;
    if (cause === "drug" && needsKnown.has(word) && isTreated(tokens, from, index, start, to)) continue;
    return { cause: cause ?? "other", text: textOf(start, to) };
  }
  return undefined;
}

/** Where a remark begins behind a dash or a colon, past a year and a word in brackets: "Seizure (single) 2001 - ...". */
function behindYear(tokens: readonly Token[], from: number, to: number): number | undefined {
  let at = from;
  if (tokens[at]?.word === "(") {
    const close = tokens.slice(at, Math.min(to, at + REMARK + 2)).findIndex(({ word }) => word === ")");
    if (close < 0) return undefined;
    at += close + 1;
  }
  if (tokens[at]?.word === "in") at += 1;
  if (/^(?:19|20)\d\d$/.test(tokens[at]?.word ?? "") || tokens[at]?.kind === "day") at += 1;
  const isDash = tokens[at]?.word === "-" && tokens[at]?.gap !== "none" && tokens[at + 1]?.gap !== "none";
  return at + 1 < to && (isDash || tokens[at]?.word === ":") ? at + 1 : undefined;
}

/**
 * "Seizures felt to be well controlled on lamotrigine", "improved following dexamethasone", "she benefited from naproxen":
 * before the drug stands that it helped. In a clause before, as in "resolved and was felt to be due to", it is said of no drug.
 */
function isTreated(tokens: readonly Token[], from: number, cue: number, start: number, to: number): boolean {
  let clause = cue;
  while (clause > from && !/^(?:,|and|but)$/.test(tokens[clause - 1]?.word ?? "")) clause -= 1;
  let drug = start;
  while (drug < to && !kindOf(tokens, drug, drug + 1, ["drug"])) drug += 1;
  return tokens.slice(clause, drug).some(({ word }) => IS_TREATED.test(word));
}

/**
 * What is given for lupus: a finding "while on" it may have come in spite of it, and no cause is said. What is given for
 * one finding alone stands beside it (`treatedBy`): psychosis came in spite of clozapine, and leukopenia did not.
 */
const TREATS =
  /(?:quine|pentin|gabalin|sporin|sporine|olimus|cept|plostim|bopag|axone|ovir|profen|coxib|fenac)$|^(?:hcq|ivig|naproxen|colchicine|aspirin|dexamethasone)$/;
/** Of what was treated, or whose treatment was changed, a drug is no cause. */
const IS_TREATED =
  /^(?:improved|improving|resolved|resolving|settled|settling|responded|responding|controlled|remitted|recovered|subsided|cleared|benefited|benefitted|switched|changed|converted|stopped|treated)$/;

/** "(hyponatremia, Na 112)": the cause, without the value that shows it. */
function endOfNamed(tokens: readonly Token[], from: number, to: number): number {
  const comma = tokens.slice(from, Math.max(from, to)).findIndex(({ word }) => word === ",");
  if (comma < 1) return to;
  const hasValue = tokens.slice(from + comma, to).some(({ kind }) => kind === "number");
  return hasValue ? from + comma : to;
}

/** "Initially attributed to heparin": it is not any more. */
const NO_LONGER_SO = /^(?:initially|originally|wrongly|mistakenly|erroneously|falsely|incorrectly)$/;

/** "2/2 heparin", "2° to": secondary to. "2 2-week courses", "power 2/2" are numbers. */
function isSecondary(tokens: readonly Token[], index: number, to: number): boolean {
  if (tokens[to - 1]?.word === "to") return true;
  if (/^(?:grade|power|score|stage|class|reflex|[:=/])$/.test(tokens[index - 1]?.word ?? "")) return false;
  const sign = tokens[index + 1];
  return sign?.word === "°" || (sign?.word === "/" && sign.gap === "none" && tokens[index + 2]?.gap === "none");
}

/**
 * Whether some words say nothing but causes: "heart failure", "herpes and candida", "urinary tract infection". In "infection
 * screen", "HIV tested", "unlike rosacea" a cause is only spoken of.
 */
function namesOnlyCauses(tokens: readonly Token[], from: number, to: number): boolean {
  if (to <= from) return false;
  return tokens
    .slice(from, to)
    .every(
      ({ word, kind }) =>
        /^(?:and|[/&+,-])$/.test(word) ||
        (kind !== "sign" && (isCauseWord(word) || adjectives.has(word) || qualifiers.has(word))),
    );
}

/** Whether a word names a cause in full: "herpes", but not "nephritis". */
export function isNamedCause(word: string): boolean {
  return !IS_NO_NAME.has(word) && causes.some(({ words }) => words.has(word));
}

type CauseWords = (typeof causes)[number];

function isOneOf({ words, endings }: CauseWords, word: string): boolean {
  return words.has(word) || (word.length > 6 && endings.some((ending) => word.endsWith(ending)));
}

function isCauseWord(word: string): boolean {
  return causes.some((cause) => isOneOf(cause, word));
}

/** Whether a word is the name of a drug. */
export function isDrug(word: string): boolean {
  return causes.some((one) => one.cause === "drug" && isOneOf(one, word));
}

/** "Malignant on cytology", "viral in origin": where a remark behind a comma ends. */
function endOfRemark(tokens: readonly Token[], from: number, to: number): number {
  const at = tokens.slice(from, to).findIndex(({ word }) => /^(?:on|in|at|by|after|with|confirmed|from)$/.test(word));
  return at < 0 ? to : from + at;
}

/** A word that goes on with what is said, and begins nothing. */
function isNoun(token: Token | undefined): boolean {
  return (
    token?.kind === "word" &&
    token.gap !== "line" &&
    token.gap !== "cell" &&
    !/^(?:and|but|by|in|from|on|with|since|which|that|now|then|after|resolved|per|or|to|as|at|when|during)$/.test(
      token.word,
    )
  );
}

/** "Was drug-induced", "(heparin-induced)": the cause stands before the word. */
function inducedAt(
  tokens: readonly Token[],
  from: number,
  index: number,
  textOf: (from: number, to: number) => string,
): ExplainedBy | undefined {
  if (!CAUSED.has(tokens[index]?.word ?? "") || /^(?:by|to)$/.test(tokens[index + 1]?.word ?? "")) return undefined;
  const start = tokens[index - 1]?.word === "-" ? index - 2 : index - 1;
  const before = tokens[start - 1]?.word ?? "";
  const next = tokens[index + 1];
  // "Leukopenia, resolved, azathioprine-related.", but not "leukopenia, steroid-induced diabetes".
  const isRemark = /^[,:(-]$/.test(before) && (!next || next.gap === "line" || /^[,.;)]$/.test(next.word));
  if (start < from || !(isRemark || /^(?:was|were|be|been|is|are|being|as|probably|clearly)$/.test(before)))
    return undefined;
  const isDenied = /^(?:not|never)$/.test(tokens[start - 2]?.word ?? "");
  const cause = isDenied || noCause.has(tokens[start]?.word ?? "") ? undefined : kindOf(tokens, start, start + 1);
  return cause && { cause, text: textOf(start, index + 1) };
}

function endOfCause(tokens: readonly Token[], from: number, stopsAt: number): number {
  let to = from;
  while (
    to < stopsAt &&
    to - from < CAUSE_LENGTH &&
    !/^[,;.()]$/.test(tokens[to]?.word ?? "") &&
    !["which", "and", "but", "that", "since", "rather", "instead", "not"].includes(tokens[to]?.word ?? "")
  )
    to += 1;
  return Math.max(to, Math.min(from + 1, stopsAt));
}

/** "Herpes-free", "herpes negative", "non-infective", "infection excluded": the cause is named to say that it is none. */
function isCauseDenied(tokens: readonly Token[], from: number, index: number): boolean {
  let before = index - 1;
  if (tokens[before]?.word === "-") before -= 1;
  if (before >= from && /^(?:no|non|not|without|never|anti)$/.test(tokens[before]?.word ?? "")) return true;
  let next = index + 1;
  while (
    /^(?:-|simplex|zoster|virus|viru|pcr|igg|igm|swab|serology|test|is|was|were|been|has)$/.test(
      tokens[next]?.word ?? "",
    )
  )
    next += 1;
  const word = tokens[next]?.word ?? "";
  return (
    /^(?:free|negative|neg|naive|excluded|absent)$/.test(word) ||
    (word === "ruled" && tokens[next + 1]?.word === "out") ||
    (word === "not" && /^(?:detected|found|seen|present|isolated)$/.test(tokens[next + 1]?.word ?? ""))
  );
}

/** "Dr Gold", "the gold standard": what somebody or something else is called. */
function isInName(tokens: readonly Token[], at: number): boolean {
  return isBehindTitle(tokens, at) || tokens[at + 1]?.word === "standard";
}

/** The kind of cause that some words speak of: the first of them that is known. */
function kindOf(tokens: readonly Token[], from: number, to: number, only?: readonly Cause[]): Cause | undefined {
  for (let index = from; index < to; index += 1) {
    const word = tokens[index]?.word ?? "";
    const found = causes.find(
      ({ cause, words, endings }) =>
        (!only || only.includes(cause)) &&
        (words.has(word) || (word.length > 6 && endings.some((ending) => word.endsWith(ending)))),
    );
    if (found && !isCauseDenied(tokens, from, index) && !isInName(tokens, index)) return found.cause;
  }
  return undefined;
}
