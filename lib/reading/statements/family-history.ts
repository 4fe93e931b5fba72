/** A relative of the first degree and the disease in one sentence. */
import { isGenitive } from "../context/people.ts";
import type { Sentence } from "../document.ts";
import { wordSet } from "../names.ts";
import type { TextState } from "../reading-state.ts";
import { CHILDREN, FIRST_DEGREE, OTHER_PEOPLE } from "../rules/people.ts";
import type { Token } from "../tokens.ts";
import type { Statement } from "./item.ts";

/** "Her mother has lupus": a relative of the first degree and the disease in one sentence. */
export function familyHistory(state: TextState, sentence: Sentence, blocked: string | undefined): readonly Statement[] {
  const { tokens, words } = state;
  const { relative } = state.contextOf(sentence);
  if (relative === undefined || (blocked !== undefined && sentence.section !== "family")) return [];
  const { finding, diseases } = words.inTexts.familyHistory;
  for (let index = sentence.from; index < sentence.to; index += 1) {
    if (!diseases.includes(tokens[index]?.word ?? "")) continue;
    const says = state.contextOf(sentence).at(index);
    if (!says.has("other-person") && sentence.section !== "family") continue;
    if (says.has("denied") || says.has("uncertain") || says.has("hypothetical") || says.has("doubtful")) continue;
    if (tokens[index - 1]?.word === "neonatal" || tokens[index - 1]?.word === "?") continue;
    // "A lupus anticoagulant", "runs the lupus clinic", "lupus-like": the name of something else.
    const next = tokens[index + 1]?.word === "-" ? index + 2 : index + 1;
    if (NOT_THE_DISEASE.has(tokens[next]?.word ?? "")) continue;
    const bearer = nearestPerson(state, sentence, index);
    if (bearer === undefined) continue;
    return [
      {
        finding,
        status: "present",
        from: Math.min(bearer, index),
        to: Math.max(bearer, index) + 1,
        sentence,
        isPlain: true,
      },
    ];
  }
  return [];
}

/**
 * Whether a relative is one of the first degree by blood: no mother-in-law or adoptive mother, and nobody's whom the words
 * beside make a relative of somebody else, "her mother's sister", "the mother of her husband", "on her mother's side".
 */
function isByBlood(tokens: readonly Token[], at: number, { from, to }: Sentence): boolean {
  const person = tokens[at];
  const behind = tokens.slice(at + 1, Math.min(to, at + 6)).map(({ word }) => word);
  const words = behind.filter((word) => word !== "-" && word !== "(");
  if ((words[0] === "in" && words[1] === "law") || NOT_BY_BLOOD.test(words[0] ?? "")) return false;
  const isOfAnother = words[0] === "of" && PEOPLE.all.has(words[1] ?? "");
  if (
    isOfAnother ||
    (words[0] === "of" && /^(?:her|his|the|their|my)$/.test(words[1] ?? "") && PEOPLE.all.has(words[2] ?? ""))
  )
    return false;
  // "Her mother's sister", "her mother's side".
  if (person && isGenitive(person, person.word) && (PEOPLE.all.has(words[0] ?? "") || words[0] === "side"))
    return false;
  let before = at - 1;
  while (
    before > from &&
    /^(?:-|younger|older|elder|eldest|youngest|oldest|little|big|late|own|twin|identical|other|only)$/.test(
      tokens[before]?.word ?? "",
    )
  )
    before -= 1;
  const last = tokens[before];
  if (!last || before < from) return true;
  return !NOT_BY_BLOOD.test(last.word) && !(PEOPLE.all.has(last.word) && isGenitive(last, last.word));
}

const NOT_BY_BLOOD = /^(?:adoptive|adopted|adopting|foster|step|half|god|surrogate|ex|inlaw)$/;

const NOT_THE_DISEASE = wordSet([
  "anticoagulant",
  "inhibitor",
  "pernio",
  "vulgaris",
  "like",
  "clinic",
  "nurse",
  "charity",
  "unit",
]);

/** The last person before the disease, if a relative of the first degree: "mother well, cousin with lupus" is none. */
function nearestPerson(state: TextState, sentence: Sentence, disease: number): number | undefined {
  const { relative } = state.contextOf(sentence);
  if (relative === undefined) return undefined;
  const { first, all } = PEOPLE;
  for (let index = disease; index >= sentence.from; index -= 1) {
    const word = state.tokens[index]?.word ?? "";
    const isInBrackets = state.tokens[index - 1]?.word === "(" && state.tokens[index + 1]?.word === ")";
    if (all.has(word) && word !== "family" && !isInBrackets)
      return first.has(word) && isByBlood(state.tokens, index, sentence) ? index : undefined;
  }
  const isFirst = first.has(state.tokens[relative]?.word ?? "") && isByBlood(state.tokens, relative, sentence);
  return isFirst ? relative : undefined;
}

const PEOPLE = {
  first: wordSet([...FIRST_DEGREE, ...CHILDREN]),
  all: wordSet([...FIRST_DEGREE, ...CHILDREN, ...OTHER_PEOPLE]),
};
