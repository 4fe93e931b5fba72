/** How far a cue before a name reaches: the ends of its scope, insertions, lists under one head. */
import type { Sentence } from "../document.ts";
import type { Found } from "../phrases.ts";
import { BEGINS_ANEW, type Cue, ENDS, type Says } from "../rules/cues.ts";
import { sameWord, type Token } from "../tokens.ts";
import { SAYS_RESULT } from "./no-cue.ts";

export const ends = new Set(ENDS.map(sameWord));

const anew = new Set(BEGINS_ANEW.map(sameWord));

/**
 * `doubtful`: a denial whose reach is not clear. `behind-denied`: "headache denied, seizures", where the denial is of what
 * stands before it and perhaps of more.
 */
export type Flag = Says | "doubtful" | "behind-denied" | "other-person";

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

/** "(pt denies)", "(denied by her)": brackets that hold a denial and who denies. */
export function isDeniedInBrackets(
  tokens: readonly Token[],
  { name, from: cue, to }: Found<Cue>,
  from: number,
): boolean {
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

/** Whether a cue is the head of a list: "Denied:", "negative for the following:". */
export function isHeadOfList(
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
export function isEnded(tokens: readonly Token[], from: number, to: number): boolean {
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
export function goesOn(
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

/** "Fever nil, alopecia mild": behind a name "nil" is the answer to it, and reaches no further. "Mouth: nil ulcers" denies. */
export function isAnswer(tokens: readonly Token[], at: number, from: number, to: number): boolean {
  if (tokens[at]?.word !== "nil" || at === from) return false;
  const isOfLabel = tokens[at - 1]?.word === ":" && tokens[at + 1]?.kind === "word";
  if (isOfLabel && !tokens.slice(at, to).some(({ word }) => word === ":")) return false;
  return !/^(?:[,;.(/*]|and|but|with)$/.test(tokens[at - 1]?.word ?? "");
}

/** "Infection ruled out, fever persists", "cough denied, fever since May": what stands before is denied, and no more. */
export function isOfWhatIsBefore(
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

export function forward(
  tokens: readonly Token[],
  cue: Found<Cue>,
  end: number,
  flag: (index: number, says: Flag) => void,
): void {
  const { name, from } = cue;
  const behind = pastInsertion(tokens, cue, end);
  const alone =
    tokens[from]?.word === "not" && (cue.to === from + 1 || (cue.to === from + 2 && tokens[from + 1]?.word === "yet"));
  const isNever = /^(?:nor|never|not)$/.test(tokens[from]?.word ?? "");
  // "Has not, in the last year, had any": whether of that time only, or at all.
  let doubtful = alone && behind > cue.to;
  let words = 0;
  // "She is not aware of any sun sensitivity": "any" goes on with the denial.
  const any = alone ? anyBehind(tokens, behind, end) : undefined;
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
    if (ends.has(token.word) || (token.word === "other" && tokens[index + 1]?.word === "than")) return;
    if (token.word === "(") depth += 1;
    else if (token.word === ")") depth -= 1;
    if (isBracketed && depth === 0) return;
    // "Possible pleural effusion, no pericardial effusion": what is denied is not in doubt.
    if (name.says === "uncertain" && /^(?:no|nil|without)$/.test(token.word) && tokens[index - 1]?.word === ",") return;
    const isNext = name.says === "denied" && index > behind && !doubtful && /^(?:,|and)$/.test(last(index));
    const amount = isNext ? amountIn(tokens, index, end) : undefined;
    if (amount === "some" && last(index) === ",") return;
    if (amount || (isNext && last(index) === "," && isPlaced(tokens, from, index, end))) doubtful = true;
    if (name.says === "prevented" && /^(?:because|since|due|after|when|for|with|given)$/.test(token.word)) return;
    if (alone && token.word === ",") return;
    if (alone && any === undefined && words > NOT_REACHES) return;
    if (any !== undefined && index > any && (index > any + ANY_REACHES || leavesAny(tokens, index))) return;
    if (any !== undefined && index <= any && words > NOT_REACHES) continue;
    if (any !== undefined && token.word === "with") doubtful = true;
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

/** Where "any" stands behind "not" in one clause. */
function anyBehind(tokens: readonly Token[], from: number, end: number): number | undefined {
  for (let index = from; index < Math.min(end, from + ANY_WITHIN); index += 1) {
    if (tokens[index]?.word === "any") return index;
    if (tokens[index]?.kind !== "word" || COMES_BETWEEN.test(tokens[index]?.word ?? "")) return undefined;
  }
  return undefined;
}

const ANY_WITHIN = 9;
const ANY_REACHES = 5;
/** What stands behind these is no longer what there is none of: "not on any treatment for mouth ulcers". */
const LEAVES_ANY =
  /^(?:for|because|since|when|while|after|before|despite|due|to|from|on|against|that|which|who|but|until|if|as)$/;
/** "Any antibodies to Ro" are none of them left. */
function leavesAny(tokens: readonly Token[], index: number): boolean {
  const word = tokens[index]?.word ?? "";
  return LEAVES_ANY.test(word) && !(word === "to" && tokens[index - 1]?.word === "antibody");
}

const COMES_BETWEEN = /^(?:for|because|since|when|while|after|before|despite|that|which|who|and|but|until|if|as)$/;

/** "No malar rash, discoid plaques on both ears": behind a comma, what has its place may well be there. */
function isPlaced(tokens: readonly Token[], cue: number, index: number, end: number): boolean {
  if (!/^(?:no|nil)$/.test(tokens[cue]?.word ?? "") || hasOr(tokens, index, end)) return false;
  for (let at = index; at + 1 < end && !/^[,;.(]$/.test(tokens[at]?.word ?? ""); at += 1)
    if (/^(?:on|over|in|of|at)$/.test(tokens[at]?.word ?? "") && SIDES.test(tokens[at + 1]?.word ?? "")) return true;
  return false;
}

const SIDES = /^(?:both|left|right|bilateral)$/;

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
