import { phraseFinder } from "./phrases.ts";
import { plainText } from "./plain-text.ts";
import { type Result, resultsIn } from "./results.ts";
import { CUES, type Says } from "./rules/cues.ts";
import { HEADINGS } from "./rules/headings.ts";
import { TAKE_BACK_ANYWHERE, TAKE_BACK_AT_THE_BEGINNING } from "./rules/names-in-other-languages.ts";
import { FIRST_DEGREE, OTHER_PEOPLE, OTHER_PERSON_PHRASES } from "./rules/people.ts";
import { sameWord, tokensOf } from "./tokens.ts";

/** Characters of a name or a result that are looked at. */
const LONGEST = 300;

type Reach = "anywhere" | "at the beginning" | "at the end" | "nothing";

const doubts: ReadonlySet<Says> = new Set(["uncertain", "hypothetical", "something-else"]);
/** Doubts of a sentence that are a part of names: "delirium due to known physiological condition". */
const OF_NAMES = /physiolog/;
const cues = phraseFinder<Reach>([
  ...CUES.flatMap(({ says, reach, phrases }) =>
    phrases
      .filter((phrase) => !OF_NAMES.test(phrase))
      .map((phrase): readonly [string, Reach] => [phrase, reachOf(says, reach)]),
  ),
  ...OTHER_PERSON_PHRASES.map((phrase) => [phrase, "anywhere"] as const),
  ...TAKE_BACK_ANYWHERE.map((phrase) => [phrase, "anywhere"] as const),
  ...TAKE_BACK_AT_THE_BEGINNING.map((phrase) => [phrase, "at the beginning"] as const),
  ...HEADINGS.filter(({ kind }) => kind === "family").flatMap(({ phrases }) =>
    phrases.map((phrase) => [phrase, "anywhere"] as const),
  ),
]);
const fluids = phraseFinder<"other-fluid" | "urine">(
  HEADINGS.flatMap(({ kind, phrases }) =>
    // Microscopy by itself is of any fluid.
    kind === "other-fluid" || kind === "urine"
      ? phrases
          .filter((phrase) => kind !== "urine" || phrase.startsWith("urin"))
          .map((phrase) => [phrase, kind] as const)
      : [],
  ),
);
const people = new Set([...FIRST_DEGREE, ...OTHER_PEOPLE].map(sameWord));

/** Names of diagnoses hold denials themselves, of what stands behind: "epilepsy, not intractable". */
function reachOf(says: Says, reach: "forward" | "backward" | "sentence"): Reach {
  if (doubts.has(says)) return "anywhere";
  if (says !== "denied") return "nothing";
  return reach === "backward" ? "at the end" : "at the beginning";
}

/** Whether the few words that name a diagnosis say that it is another person's, that there is none, or that it is not certain. */
export function isTakenBack(words: string): boolean {
  const tokens = tokensOf(plainText(words.slice(0, LONGEST)));
  return tokens.some(({ word }, index) => {
    if (word === "?" || people.has(word)) return true;
    const found = cues.at(tokens, index);
    // "No further seizures" denies none, although "no" begins it.
    if (found[0]?.name === "nothing") return false;
    return found.some(
      ({ name, to }) =>
        name === "anywhere" ||
        (name === "at the beginning" && index === 0) ||
        (name === "at the end" && to === tokens.length),
    );
  });
}

/** All that the few words of a result call it. */
export function calledIn(words: string): ReadonlySet<Result> {
  return resultsIn(tokensOf(plainText(words.slice(0, LONGEST))));
}

/** The fluid of the body, other than blood, that the few words for a specimen or a test name. */
export function fluidIn(words: string): "other-fluid" | "urine" | undefined {
  const tokens = tokensOf(plainText(words.slice(0, LONGEST)));
  const found = tokens.flatMap((_, index) => fluids.at(tokens, index).map(({ name }) => name));
  return found.find((name) => name === "other-fluid") ?? found[0];
}
