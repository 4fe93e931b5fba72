/** Whose it is that a sentence speaks of: relatives and others, and where it comes back to the patient. */
import type { Sentence } from "../document.ts";
import { phraseFinder } from "../phrases.ts";
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
} from "../rules/people.ts";
import { sameWord, type Token } from "../tokens.ts";

export const firstDegree = new Set(FIRST_DEGREE.map(sameWord));

export const people = new Set([...FIRST_DEGREE, ...OTHER_PEOPLE].map(sameWord));

export const children = new Set(CHILDREN.map(sameWord));

export const somebodys = new Set(SOMEBODYS.map(sameWord));

const whose = new Set(WHOSE.map(sameWord));

const hasBorne = new Set(HAS_BORNE.map(sameWord));

const things = new Set(THING_OF_PERSON.map(sameWord));

export const otherPersons = phraseFinder<"other-person">(
  OTHER_PERSON_PHRASES.map((phrase) => [phrase, "other-person"] as const),
);

const tells = new Set(TELLS.map(sameWord));

const notBearer = new Set(NOT_BEARER.map(sameWord));

/** Where brackets open that hold a person and no more: "(sister)", "(pt's brother, not pt)", "(in her aunt)". */
export function bracketAround(tokens: readonly Token[], at: number, from: number, to: number): number | undefined {
  let open = at - 1;
  while (open > from && OF_WHOM.test(tokens[open]?.word ?? "")) open -= 1;
  if (tokens[open]?.word !== "(") return undefined;
  const isNot = tokens[at + 1]?.word === "," && tokens[at + 2]?.word === "not";
  const close = isNot ? tokens.slice(at, Math.min(to, at + 7)).findIndex(({ word }) => word === ")") : 1;
  return close > 0 && tokens[at + close]?.word === ")" ? open : undefined;
}

const OF_WHOM = /^(?:in|of|the|her|his|my|their|patient|pt|'|s|younger|older|elder|late|twin|only)$/;

export const YOUNG = /^(?:girl|boy|lad|lass|teenager|youngster|toddler)$/;

/** "Her daughter should be tested. The girl has": whom a word for a young person takes up. */
export function isChildOf(person: string | undefined): boolean {
  return (
    person !== undefined &&
    (children.has(person) || /^(?:daughter|son|niece|nephew|grandchild|granddaughter|grandson)$/.test(person))
  );
}

/** How far back a word of the patient is looked for. */
const PATIENT_WITHIN = 15;

export const OF_A_WOMAN = /^(?:she|her|herself)$/;

export const OF_A_MAN = /^(?:he|his|him|himself)$/;

/**
 * "Her partner drove her in; he has a cold", "his wife says that he fell. She has a fever": the patient is of the other
 * sex, so that it is the partner. "She tells me that" goes on with the patient.
 */
export function isOfOtherSex(tokens: readonly Token[], { from, to }: Sentence, person: string): boolean {
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
export function isOfAMan(tokens: readonly Token[], from: number): boolean {
  const { woman, man } = sexesBefore(tokens, from);
  return man && !woman;
}

const GIVES_HISTORY = /^(?:gave|give) an? (?:history|account|description)/;

/** How near behind a pronoun its verb stands: "she also had noticed". */
const VERB_WITHIN = 3;

/** "She was delivered at 36 weeks", "in her second pregnancy": the patient is a mother. A patient's mother is not. */
export function bearsChild(tokens: readonly Token[], { from, to }: Sentence): boolean {
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
export function comesWithChild(tokens: readonly Token[], { from, to }: Sentence): boolean {
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
export function isOfPatient(tokens: readonly Token[], at: number, from: number, hasChild: boolean): boolean {
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
export function isToldOfByParent(tokens: readonly Token[], at: number, from: number): boolean {
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
export function ofTeller(tokens: readonly Token[], at: number, { from, to }: Sentence): readonly number[] {
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
export function isSomebodys(tokens: readonly Token[], at: number, from: number): boolean {
  const before = tokens.slice(Math.max(from, at - 2), at);
  return before.some((token) => whose.has(token.word) || people.has(token.word));
}

/** "Lives with her two children", "the birth of her baby": a companion, and what the patient has gone through. */
export function isBeside(tokens: readonly Token[], at: number, from: number): boolean {
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

/** Whether a person in the text is the one who has what is named, rather than the one who tells of it. */
export function bears(tokens: readonly Token[], at: number, from: number, to: number): boolean {
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
export function personScope(tokens: readonly Token[], at: number, from: number, to: number): readonly number[] {
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
