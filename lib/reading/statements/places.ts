/** Clinics, services and societies that are called by what they are for. */
import type { Sentence } from "../document.ts";
import { wordSet } from "../names.ts";
import type { TextState } from "../reading-state.ts";
import type { Item } from "./item.ts";

const PLACES = wordSet([
  "clinic",
  "unit",
  "service",
  "department",
  "team",
  "center",
  "ward",
  "nurse",
  "foundation",
  "registry",
  "mdt",
  "society",
  "helpline",
  "research",
  "uk",
]);

const BESIDE_IN_PLACE = wordSet([
  "and",
  "&",
  "/",
  ",",
  "-",
  "specialist",
  "follow",
  "up",
  "clinical",
  "rheumatism",
  "outpatient",
  "assessment",
]);

/** "Vasculitis and Lupus Clinic", "the headache service": what a place is called. */
export function namesPlace({ tokens, words }: TextState, { to }: Pick<Item, "to">, sentence: Sentence): boolean {
  const isBeside = (word: string) => BESIDE_IN_PLACE.has(word) || words.inTexts.treatedIn.includes(word);
  let at = to;
  while (at < sentence.to && tokens[at]?.gap !== "cell" && isBeside(tokens[at]?.word ?? "")) at += 1;
  const place = tokens[at];
  return at < sentence.to && place !== undefined && place.gap !== "cell" && PLACES.has(place.word);
}
