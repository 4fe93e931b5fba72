/** Of which of several findings a cause is said. */
import type { Sentence } from "../document.ts";
import { wordSet } from "../names.ts";
import type { Token } from "../tokens.ts";
import type { Item, Statement } from "./item.ts";

const BACK = wordSet([
  "this",
  "these",
  "it",
  "they",
  "both",
  "former",
  "latter",
  "all",
  "eruption",
  "rash",
  "lesion",
  "effusion",
  "symptom",
  "abnormality",
  "finding",
  "episode",
]);

/** Of which findings of the sentence before one says the cause: "the former", "both", or the last where it does not say. */
export function meantBy(
  tokens: readonly Token[],
  { from, to }: Sentence,
  earlier: readonly Statement[],
): { readonly statements: readonly Statement[]; readonly isClear: boolean } {
  const present = earlier.filter(({ status }) => status === "present");
  const words = tokens.slice(from, Math.min(to, from + SUBJECT)).map(({ word }) => word);
  const isClear = earlier.length === 1 || words.some((word) => OF_SEVERAL.has(word));
  if (words.includes("former")) return { statements: present.slice(0, 1), isClear: earlier.length === 2 };
  if (words.includes("latter")) return { statements: present.slice(-1), isClear };
  const isOfAll = words.some((word) => word === "all") || (words.includes("both") && present.length === 2);
  if (isOfAll) return { statements: present, isClear };
  if (words.some((word) => OF_SEVERAL.has(word))) return { statements: present, isClear: false };
  return { statements: earlier.at(-1)?.status === "present" ? present.slice(-1) : [], isClear: earlier.length === 1 };
}

/** How far from its beginning a sentence says of what it speaks. */
const SUBJECT = 6;

const OF_SEVERAL = wordSet(["former", "latter", "both", "all", "these", "they", "each"]);

/** "This was due to ...": whether a sentence speaks of what the one before named. */
export function refersBack(tokens: readonly Token[], { from, to }: Sentence): boolean {
  return tokens.slice(from, to).some(({ word }) => BACK.has(word));
}

/** "Thrombocytopenia resolved; attributed to heparin": what stands behind the semicolon has no subject of its own. */
export function goesOnWithCause(tokens: readonly Token[], { from, line }: Sentence): boolean {
  if (from <= line.body || !/^[;.]$/.test(tokens[from - 1]?.word ?? "")) return false;
  let at = from;
  while (
    /^(?:the|former|latter|was|were|probably|likely|later|subsequently|both|all|again|since)$/.test(
      tokens[at]?.word ?? "",
    )
  )
    at += 1;
  return /^(?:attributed|ascribed|due|secondary|owing|caused|induced|provoked|precipitated|triggered|explained|felt|thought|considered|judged|put|related)$/.test(
    tokens[at]?.word ?? "",
  );
}

/** "Likely due to heparin": a cause that is not sure. */
export function isOnlyLikely({ word }: Token, at: number, all: readonly Token[]): boolean {
  return (
    /^(?:likely|possibly|probably|presumably|maybe|perhap|suspected)$/.test(word) &&
    /^(?:due|secondary|related|caused|attributed|attributable|triggered|provoked|precipitated)$/.test(
      all[at + 1]?.word ?? "",
    )
  );
}

/** "A, unlike B, was due to C"; "A, but not B, was due to C": what stands between the commas is not what goes on. */
export function setApart(
  tokens: readonly Token[],
  { from, to }: Item,
  sentence: Sentence,
): "unlike" | "not" | undefined {
  const isArticle = /^(?:the|her|his|this)$/.test(tokens[from - 1]?.word ?? "");
  const at = isArticle ? from - 2 : from - 1;
  const word = tokens[at]?.word ?? "";
  const goesOn =
    to + 1 < sentence.to &&
    tokens[to]?.word === "," &&
    /^(?:was|were|is|are|has|had|have)$/.test(tokens[to + 1]?.word ?? "");
  if (at <= sentence.from || !goesOn) return undefined;
  if (word === "unlike") return "unlike";
  return word === "not" && /^(?:but|,|and)$/.test(tokens[at - 1]?.word ?? "") ? "not" : undefined;
}

/**
 * Whether what is said of the cause behind a row of names is said of this one: "A and B, the latter attributed to C" is
 * said of B, "A and B, both due to C" of both. "A and B due to C" can be read either way, and so is only worked out for
 * A. A name that is joined by "plus", or whose relative clause follows, has its cause alone.
 */
export function shareOf(
  tokens: readonly Token[],
  item: Item,
  first: Item,
  last: Item,
  stopsAt: number,
): "all" | "unclear" | "none" {
  if (first === last) return "all";
  const behind = tokens.slice(last.to, Math.min(stopsAt, last.to + CAUSE_WITHIN)).map(({ word }) => word);
  const [saysFirst, saysLast] = ["first", "last"].map((place) =>
    behind.some((word, at) => word === place && behind[at - 1] === "the" && !OF_TIMES.has(behind[at + 1] ?? "")),
  );
  if (saysLast || behind.includes("latter")) return item === last ? "all" : "none";
  if (saysFirst || behind.includes("former")) return item === first ? "all" : "none";
  if (item === last || behind.some((word) => OF_ALL.has(word))) return "all";
  const between = tokens.slice(item.to, last.from).map(({ word }) => word);
  const isOwnClause = behind[0] === "that" || (behind[0] === "which" && between.includes(","));
  return isOwnClause || between.includes("plus") ? "none" : "unclear";
}

const CAUSE_WITHIN = 6;

const OF_TIMES = wordSet(["year", "month", "week", "day", "time", "visit", "admission", "episode", "dose", "course"]);

const OF_ALL = new Set(["both", "all", "each", "these", "were", "are", "they"]);
