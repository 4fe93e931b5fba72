/** What is said of a name by the words behind it. */
import { isNamedCause } from "../explained.ts";
import type { Found } from "../phrases.ts";
import { boundsResult } from "../results.ts";
import type { Cue, Says } from "../rules/cues.ts";
import type { Token } from "../tokens.ts";
import { ends } from "./reach.ts";

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

const LIKENS = /^(?:compatible|consistent|in|c|typical|suggestive|characteristic)$/;

function likenedTo(tokens: readonly Token[], at: number, backward: readonly Found<Cue>[]): Says | undefined {
  if (!LIKENS.test(tokens[at]?.word ?? "")) return undefined;
  return backward.find(({ from }) => from === at)?.name.says;
}

export function saidBehind(
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
    // "Erythema of both cheeks, consistent with rosacea": behind a comma stands what it is.
    const likened = index === from && token?.word === "," ? likenedTo(tokens, index + 1, backward) : undefined;
    if (likened) return likened;
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
