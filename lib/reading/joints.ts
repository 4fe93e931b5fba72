import { entryOf } from "../record/entry-of.ts";
import type { Sentence } from "./document.ts";
import { longestIn } from "./durations.ts";
import { wordSet } from "./names.ts";
import type { TextState } from "./reading-state.ts";
import { MINUTES, NUMBER_WORDS } from "./rules/durations.ts";

const JOINT_WORDS = wordSet([
  "joint",
  "mcp",
  "mcpj",
  "pip",
  "pipj",
  "dip",
  "metacarpophalangeal",
  "interphalangeal",
  "wrist",
  "knee",
  "ankle",
  "elbow",
  "shoulder",
  "finger",
  "knuckle",
  "mtp",
  "hand",
  "feet",
  "foot",
]);
const MANY = wordSet([
  "both",
  "bilateral",
  "bilaterally",
  "bilat",
  "several",
  "multiple",
  "all",
  "many",
  "symmetrical",
  "symmetric",
  "polyarticular",
  "widespread",
  "most",
]);
const ONE = wordSet(["only", "single", "one", "isolated"]);
const ORDINALS = wordSet(["second", "third", "fourth", "fifth", "2nd", "3rd", "4th", "5th", "2", "3", "4", "5"]);

/** Whether the words of a place name a joint, as a leg is none. */
export function namesJoint(tokens: TextState["tokens"], from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ word }) => JOINT_WORDS.has(word));
}

const INJURIES = wordSet([
  "fracture",
  "fractured",
  "sprain",
  "sprained",
  "contusion",
  "dislocation",
  "dislocated",
  "hemarthrosis",
]);

/** "Left distal radius fracture. Swollen wrist and fingers": a swelling that is told beside an injury. */
export function isBesideInjury(state: TextState, sentence: Sentence): boolean {
  const before = state.sentences[sentence.index - 1];
  return [before?.line === sentence.line ? before : undefined, sentence].some((one) => {
    if (!one) return false;
    const context = state.contextOf(one);
    return state.tokens
      .slice(one.from, one.to)
      .some(({ word }, at) => INJURIES.has(word) && context.at(one.from + at).size === 0);
  });
}

/**
 * Whether a sentence speaks of two or more joints: `no` where it says one, `at-most` where it only says how many it are not,
 * `unsaid` where it does not say.
 */
export function severalJoints(
  { tokens, plain }: TextState,
  { from, to }: Pick<Sentence, "from" | "to">,
): "yes" | "no" | "at-most" | "unsaid" {
  const named = new Set<string>();
  let plural = false;
  let ordinals = 0;
  let many = false;
  let one = false;
  let atMost = false;
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    if (!token) continue;
    if (JOINT_WORDS.has(token.word)) {
      named.add(token.word);
      const written = plain.text.slice(token.start, token.end);
      if (written.endsWith("s") && written !== token.word) plural = true;
      if (written === "feet") plural = true;
    }
    if (/^(?:mcp|pip|mtp)\d/.test(token.word)) {
      named.add(token.word);
      ordinals += 1;
    }
    const isAtMostWord = token.word === "most" && tokens[index - 1]?.word === "at";
    if ((MANY.has(token.word) && !isAtMostWord) || isBothSides(tokens, index)) many = true;
    if ((ONE.has(token.word) && !isOfTime(tokens[index + 1])) || isFewerThanTwo(tokens, index)) one = true;
    if (isAtMost(tokens, index)) atMost = true;
    if (ORDINALS.has(token.word)) ordinals += 1;
    if ((token.word === "nd" || token.word === "rd" || token.word === "th") && token.gap === "none") ordinals += 1;
  }
  if (one && !many) return "no";
  if (atMost && !many) return "at-most";
  if (plural || many || ordinals >= 2 || named.size >= 2) return "yes";
  return named.size === 1 && !named.has("joint") ? "no" : "unsaid";
}

/** "For one hour": one of something else than joints. */
const isOfTime = (next: TextState["tokens"][number] | undefined): boolean =>
  entryOf(MINUTES, next?.word ?? "") !== undefined;

/** "B/L knee swelling". */
function isBothSides(tokens: TextState["tokens"], index: number): boolean {
  const [one, sign, other] = tokens.slice(index, index + 3).map(({ word }) => word);
  return one === "b" && sign === "/" && other === "l";
}

/** "Fewer than two swollen joints", "no more than one", but not "no fewer than two". */
function isFewerThanTwo(tokens: TextState["tokens"], index: number): boolean {
  const [number, than, less, no] = [0, 1, 2, 3].map((back) => tokens[index - back]?.word ?? "");
  if (than !== "than") return false;
  return /^(?:2|two)$/.test(number ?? "") && less !== "more"
    ? /^(?:less|fewer)$/.test(less ?? "") && !/^(?:no|not|never)$/.test(no ?? "")
    : /^(?:1|one|2|two)$/.test(number ?? "") && less === "more" && /^(?:no|not)$/.test(no ?? "");
}

/** "Up to 3 swollen joints", "no more than three", "fewer than 4": perhaps none. */
function isAtMost(tokens: TextState["tokens"], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== "number" && !(token && entryOf(NUMBER_WORDS, token.word) !== undefined)) return false;
  if (!countsJoints(tokens, index + 1)) return false;
  const [last, second, third] = [1, 2, 3].map((back) => tokens[index - back]?.word ?? "");
  if ((second === "up" && last === "to") || (second === "at" && last === "most")) return true;
  if (last !== "than") return false;
  const isNo = /^(?:no|not|never)$/.test(third ?? "");
  return isNo ? /^(?:more|greater)$/.test(second ?? "") : /^(?:less|fewer)$/.test(second ?? "");
}

/** "Three swollen joints", "three": not "three weeks", "two hours", "5 mg". */
function countsJoints(tokens: TextState["tokens"], from: number): boolean {
  let at = from;
  while (
    /^(?:swollen|tender|active|inflamed|painful|affected|small|large|other|different)$/.test(tokens[at]?.word ?? "")
  )
    at += 1;
  const next = tokens[at];
  return next?.kind !== "word" || next.gap === "line" || JOINT_WORDS.has(next.word);
}

/** Half an hour: from it on, stiffness in the morning counts beside tenderness. */
const LONG_STIFFNESS = 30;

/** Whether the text says that the morning stiffness lasts for half an hour or longer. */
export function hasLongStiffness(state: TextState): boolean {
  const { tokens, sentences } = state;
  return sentences.some((sentence) => {
    for (let index = sentence.from; index < sentence.to; index += 1) {
      const word = tokens[index]?.word ?? "";
      if (word !== "stiffness" && word !== "stiff" && word !== "ems") continue;
      const says = state.contextOf(sentence).at(index);
      if (says.size > 0) continue;
      // What lasts for weeks or months is the illness, not the morning.
      const minutes = [index, sentence.from].map((from) => shortTime(state, from, sentence.to));
      if (minutes.some((time) => time >= LONG_STIFFNESS)) return true;
    }
    return false;
  });
}

function shortTime({ tokens }: TextState, from: number, to: number): number {
  let longest = 0;
  for (let index = from; index < to; index += 1) {
    if (!/^(?:min|minute|hour|hr|h)$/.test(tokens[index]?.word ?? "")) continue;
    longest = Math.max(longest, longestIn(tokens, Math.max(from, index - 4), index + 1));
  }
  return longest;
}
