import { sameWord, type Token } from "./tokens.ts";

/** One place of a phrase: words that may stand there, beginnings of words, or some other words between. */
type Place =
  | { readonly words: ReadonlySet<string>; readonly beginnings: readonly string[] }
  | { readonly upTo: number; readonly acrossCommas: boolean };

interface Compiled<Name> {
  readonly name: Name;
  readonly places: readonly Place[];
  readonly loose: boolean;
}

/** A phrase that was found. `head` is the token on which it turns: the last of it. */
export interface Found<Name> {
  readonly name: Name;
  readonly from: number;
  readonly to: number;
  /** A word of it was misspelled. */
  readonly slip: boolean;
  /** Other words may stand within it. */
  readonly loose: boolean;
}

/** Finds the phrases of a list in a text. */
export interface PhraseFinder<Name> {
  /** Those that begin with this token, the longest first. */
  readonly at: (tokens: readonly Token[], index: number) => readonly Found<Name>[];
}

/** The words of phrases, to which a word with a slip of the fingers is brought back. */
export interface Spelling {
  readonly slipOf: (word: string) => string | undefined;
}

/** Signs that may stand between the words of one name. */
const INSIDE_NAME = new Set(["-", "/", "(", ")", "'", ":", "*", "&", '"']);

/**
 * Compiles phrases, `(a|b) [c] d* ..3 e`, each with what it names. A phrase is looked for only where its first word
 * stands, and a row of other words in it is short, so that the time grows with the text and not faster.
 */
export function phraseFinder<Name>(
  phrases: readonly (readonly [string, Name])[],
  spelling?: Spelling,
): PhraseFinder<Name> {
  const byWord = new Map<string, Compiled<Name>[]>();
  const byBeginning = new Map<string, Compiled<Name>[]>();
  for (const [phrase, name] of phrases) {
    for (const places of waysToWrite(phrase)) {
      const [first] = places;
      if (!first || !("words" in first)) continue;
      const compiled = { name, places, loose: places.some((place) => "upTo" in place) };
      for (const word of first.words) into(byWord, word, compiled);
      for (const beginning of first.beginnings) into(byBeginning, beginning.slice(0, BEGINNING), compiled);
    }
  }
  const known = new Map<string, readonly Compiled<Name>[]>();
  const candidates = (token: Token): readonly Compiled<Name>[] => {
    const there = known.get(token.word);
    if (there) return there;
    const exact = [...(byWord.get(token.word) ?? []), ...(byBeginning.get(token.word.slice(0, BEGINNING)) ?? [])];
    const meant = exact.length === 0 && token.kind === "word" ? spelling?.slipOf(token.word) : undefined;
    const found = meant ? (byWord.get(meant) ?? []) : exact;
    if (known.size > MOST_KNOWN) known.clear();
    known.set(token.word, found);
    return found;
  };
  return {
    at: (tokens, index) => {
      const first = tokens[index];
      if (!first || (first.kind !== "word" && first.kind !== "number" && first.kind !== "sign")) return [];
      const begun = candidates(first);
      if (begun.length === 0) return NONE;
      const found: Found<Name>[] = [];
      for (const { name, places, loose } of begun) {
        const end = match(tokens, index, places, 0, spelling);
        if (end && !(end.slip && end.exact === 0 && !end.long))
          found.push({ name, from: index, to: end.to, slip: end.slip, loose });
      }
      return found.length > 1 ? found.sort((one, other) => other.to - one.to) : found;
    },
  };
}

const BEGINNING = 4;
/** So many words are remembered with what can begin at them. */
const MOST_KNOWN = 20_000;
const NONE: readonly never[] = [];

function into<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const there = map.get(key);
  if (there) there.push(value);
  else map.set(key, [value]);
}

interface End {
  readonly to: number;
  readonly slip: boolean;
  /** Words of four letters or more that were spelled right, and whether a misspelled one was long enough to be sure. */
  readonly exact: number;
  readonly long: boolean;
}

function match(
  tokens: readonly Token[],
  at: number,
  places: readonly Place[],
  place: number,
  spelling: Spelling | undefined,
): End | undefined {
  const wanted = places[place];
  if (!wanted) return { to: at, slip: false, exact: 0, long: false };
  if (!("words" in wanted)) {
    let here = at;
    for (let skipped = 0; skipped <= wanted.upTo; skipped += 1) {
      const rest = match(tokens, here, places, place + 1, spelling);
      if (rest) return rest;
      const next = skipOne(tokens, here, wanted.acrossCommas);
      if (next === undefined) return undefined;
      here = next;
    }
    return undefined;
  }
  const last = places[place - 1];
  const here = place === 0 ? at : behindSigns(tokens, at, last !== undefined && "upTo" in last && last.acrossCommas);
  const token = here === undefined ? undefined : tokens[here];
  if (here === undefined || !token || token.kind === "day" || token.kind === "box") return undefined;
  const exact = wanted.words.has(token.word) || wanted.beginnings.some((beginning) => token.word.startsWith(beginning));
  const meant = exact || token.kind !== "word" ? undefined : spelling?.slipOf(token.word);
  if (!exact && !(meant && wanted.words.has(meant))) return undefined;
  const rest = match(tokens, here + 1, places, place + 1, spelling);
  if (!rest) return undefined;
  const long = meant !== undefined && meant.length >= SURE_LENGTH;
  return {
    to: rest.to,
    slip: rest.slip || !exact,
    exact: rest.exact + (exact && token.word.length >= 4 ? 1 : 0),
    long: rest.slip ? rest.long && (exact || long) : long,
  };
}

/** A misspelled word as long as this is no other word. */
const SURE_LENGTH = 7;

/** The next token within one name; undefined where the name cannot go on. */
function behindSigns(tokens: readonly Token[], at: number, acrossCommas: boolean): number | undefined {
  let here = at;
  for (let signs = 0; signs < 3; signs += 1) {
    const token = tokens[here];
    if (!token || token.gap === "line" || (token.gap === "cell" && !acrossCommas)) return undefined;
    // "Ankles ++ edema": two signs of how much, and no "and".
    const isDegree = token.word === "+" && (tokens[here + 1]?.word === "+" || tokens[here - 1]?.word === "+");
    if (token.kind !== "sign" || !(isDegree || INSIDE_NAME.has(token.word) || (acrossCommas && token.word === ",")))
      return here;
    here += 1;
  }
  return undefined;
}

/** A new thought begins with these. */
const NOT_PASSED = new Set(["but", "although", "though", "however", "whereas", "except", "which", "who"]);

/** One other word passed over, with the signs before it; undefined where the clause ends. */
function skipOne(tokens: readonly Token[], at: number, acrossCommas: boolean): number | undefined {
  let here = at;
  for (let signs = 0; signs < 4; signs += 1) {
    const token = tokens[here];
    if (!token || token.gap === "line" || token.kind === "box") return undefined;
    if (token.gap === "cell" && !acrossCommas) return undefined;
    if (token.kind !== "sign") return NOT_PASSED.has(token.word) ? undefined : here + 1;
    const passes =
      token.word === "-" ||
      token.word === "/" ||
      token.word === "+" ||
      token.word === "&" ||
      (acrossCommas && (token.word === "," || token.word === ":" || token.word === "(" || token.word === ")"));
    if (!passes) return undefined;
    here += 1;
  }
  return undefined;
}

/** Every row of places that a phrase stands for, with and without what may be missing. */
function waysToWrite(phrase: string): readonly (readonly Place[])[] {
  let ways: (readonly Place[])[] = [[]];
  for (const part of phrase.match(/\([^)]*\)|\[[^\]]*\]|[^\s]+/g) ?? []) {
    const places = placesOf(part.replace(/^[[(]|[\])]$/g, ""));
    const longer = ways.flatMap((way) => places.map((place) => [...way, ...place]));
    ways = part.startsWith("[") ? [...ways, ...longer] : longer;
  }
  return ways.filter((way) => way.length > 0);
}

/** Alternatives of one word each are one place; where one has several words, each alternative is a row of its own. */
function placesOf(part: string): readonly (readonly Place[])[] {
  const gap = /^(\.\.|,,)(\d+)$/.exec(part);
  if (gap) return [[{ upTo: Number(gap[2]), acrossCommas: gap[1] === ",," }]];
  const alternatives = part.split("|").map((words) => words.trim().split(" ").filter(Boolean));
  const single = alternatives.filter((words) => words.length === 1).flat();
  const rows = alternatives.filter((words) => words.length > 1).map((words) => words.map((word) => placeOf([word])));
  return single.length > 0 ? [[placeOf(single)], ...rows] : rows;
}

function placeOf(words: readonly string[]): Place {
  return {
    words: new Set(words.filter((word) => !word.endsWith("*")).map(sameWord)),
    beginnings: words.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1)),
  };
}

/** The words of phrases that are long enough to be known again when one letter of them is wrong. */
export function spellingOf(phrases: readonly string[], otherWords: ReadonlySet<string>): Spelling {
  const words = new Set(
    phrases
      .flatMap((phrase) => phrase.match(/[a-z]+\*?/g) ?? [])
      .filter((word) => !word.endsWith("*"))
      .map(sameWord),
  );
  const byShorter = new Map<string, string>();
  for (const word of words) {
    if (word.length < 4) continue;
    for (const shorter of [word, ...withoutOne(word)]) if (!byShorter.has(shorter)) byShorter.set(shorter, word);
  }
  const known = new Map<string, string | undefined>();
  return {
    slipOf: (word) => {
      if (known.has(word)) return known.get(word);
      if (known.size > MOST_KNOWN) known.clear();
      const meant = slip(word);
      known.set(word, meant);
      return meant;
    },
  };

  function slip(word: string): string | undefined {
    if (words.has(word) || otherWords.has(word) || word.length < 3 || word.length > LONGEST_WORD) return undefined;
    const direct = byShorter.get(word);
    if (direct) return direct;
    return word.length < 4
      ? undefined
      : withoutOne(word)
          .map((shorter) => byShorter.get(shorter))
          .find((meant) => meant !== undefined);
  }
}

const LONGEST_WORD = 24;

function withoutOne(word: string): readonly string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}
