import { type PhraseFinder, phraseFinder } from "./phrases.ts";
import type { PlainText } from "./plain-text.ts";
import { HEADINGS, PLAIN_HEADINGS, type SectionKind } from "./rules/headings.ts";
import { CHILDREN, FIRST_DEGREE, OTHER_PEOPLE } from "./rules/people.ts";
import { sameWord, type Token } from "./tokens.ts";

/** One line of a text; lines that were only wrapped are one. Positions are of tokens, the end not included. */
export interface Line {
  readonly from: number;
  readonly to: number;
  /** First token behind bullets and numbers. */
  readonly body: number;
  readonly section: SectionKind;
  /** Lines between two blank ones share it. */
  readonly paragraph: number;
  /** It has columns. */
  readonly isRow: boolean;
  /** One of the answers to choose from, under a question. */
  readonly isOption: boolean;
}

export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly line: Line;
  readonly section: SectionKind;
  /** Its place among the sentences of the text. */
  readonly index: number;
}

/** A text in lines and sentences, each with the section that it stands in. */
export interface Structure {
  readonly tokens: readonly Token[];
  readonly lines: readonly Line[];
  readonly sentences: readonly Sentence[];
}

/** A line shorter than this was not wrapped. */
const WRAPPED_FROM = 52;
const GOES_ON = new Set([
  "with",
  "of",
  "and",
  "the",
  "a",
  "an",
  "or",
  "no",
  "for",
  "in",
  "to",
  "her",
  "his",
  "by",
  "at",
  "on",
  "was",
  "is",
]);

/** A line is cut behind a sentence from so many tokens on, and anywhere at so many: no text may cost more than in proportion. */
const LONG_LINE = 300;
const MOST_IN_LINE = 600;

/** Lines that end where no line ends become one with the next (broken for their width: `wrapped-lines.ts`), and a line without end becomes several. */
export function unwrapped(tokens: readonly Token[], { text, cased }: PlainText): readonly Token[] {
  let lineStart = 0;
  return tokens.map((token, at) => {
    if (token.gap !== "line") {
      const length = at - lineStart;
      const isCut =
        length >= MOST_IN_LINE || (length >= LONG_LINE && tokens[at - 1]?.word === "." && token.gap !== "none");
      if (!isCut) return token;
      lineStart = at;
      return { ...token, gap: "line" as const };
    }
    const last = tokens[at - 1];
    const previousLine = lineStart;
    lineStart = at;
    if (!last) return token;
    const between = text.slice(last.end, token.start);
    if (between.indexOf("\n") !== between.lastIndexOf("\n") || /\n[ \t]{2,}/.test(between)) return token;
    const length = last.end - (tokens[previousLine]?.start ?? 0);
    const columns = tokens.slice(previousLine + 1, at).some(({ gap }) => gap === "cell");
    if (!columns && isCutShort(tokens, at, cased[token.start] ?? "")) return { ...token, gap: "blank" as const };
    if (columns || length < WRAPPED_FROM) return token;
    return GOES_ON.has(last.word) || last.word === "," ? { ...token, gap: "blank" as const } : token;
  });
}

/** A text with blanks in the place of the breaks within its lines, so that a unit may stand behind one. */
export function flowing(plain: PlainText, tokens: readonly Token[]): PlainText {
  const parts: string[] = [];
  let from = 0;
  for (const [at, { gap, start }] of tokens.entries()) {
    const end = tokens[at - 1]?.end;
    if (end === undefined || gap === "line" || !plain.text.slice(end, start).includes("\n")) continue;
    parts.push(plain.text.slice(from, end), " ".repeat(start - end));
    from = start;
  }
  return parts.length === 0 ? plain : { ...plain, text: `${parts.join("")}${plain.text.slice(from)}` };
}

/** Words with which no line of a list ends. */
const NEVER_LAST = new Set(
  "a an the of or and with any not nor without denies have has had her his for from by to in on at than be been is was were are but < > = ≤ ≥"
    .split(" ")
    .map(sameWord),
);
/** Words with which a line may end that goes on with a name in capitals. */
const BEFORE_NAME = new Set(["any", "without", "denies", "not", "nor", "or", "of", "the"].map(sameWord));
/** Words with which a line may end that goes on with a number. */
const BEFORE_NUMBER = new Set("was were is are of at < > = ≤ ≥".split(" ").map(sameWord));

/**
 * "She has not had a / malar rash", "oral ulcer- / ation, rash, / seizures", "the platelet count was / 112 / x10^9/L": a
 * line that ends within a sentence, however short.
 */
function isCutShort(tokens: readonly Token[], at: number, begins: string): boolean {
  const [last, next] = [tokens[at - 1], tokens[at]];
  if (!last || tokens[at - 2]?.gap === undefined) return false;
  if (isInBrackets(tokens, at)) return true;
  if (/\d/.test(begins)) return BEFORE_NUMBER.has(last.word);
  if (!/[a-z]/.test(begins)) return BEFORE_NAME.has(last.word);
  // A power of ten is nothing of its own.
  if (last.kind === "number" && /^x(?:10)?$/.test(next?.word ?? "")) return true;
  const isHyphen = last.word === "-" && last.gap === "none" && tokens[at - 2]?.kind === "word";
  return isHyphen || last.word === "," || NEVER_LAST.has(last.word);
}

/** How many tokens of a line may stand behind a bracket that it opens and does not close. */
const MOST_OPEN = 12;

/** "C3 was 0.70 g/L (normal / 0.90-1.80)". */
function isInBrackets(tokens: readonly Token[], at: number): boolean {
  for (let index = at - 1; index >= 0 && index >= at - MOST_OPEN; index -= 1) {
    const { word = "", gap } = tokens[index] ?? {};
    if (/^[)\]]$/.test(word)) return false;
    if (/^[([]$/.test(word)) return true;
    if (gap === "line") return false;
  }
  return false;
}

const PERSON_WORDS = new Set([...FIRST_DEGREE, ...OTHER_PEOPLE, ...CHILDREN, "maternal", "paternal"].map(sameWord));

/** Sections that a line with a heading of its own ends. */
const ENDED_BY_ANY_HEADING = new Set<SectionKind>([
  "family",
  "planned",
  "allergy",
  "medication",
  "query",
  "reference",
  "question",
  "differential",
  "denied",
  "other-fluid",
]);

/** Sections whose heading speaks of its own line only, where something stands behind it. */
const OF_ITS_LINE = new Set<SectionKind>([
  "reference",
  "query",
  "allergy",
  "question",
  "differential",
  "other-fluid",
  "medication",
]);

const headings: PhraseFinder<SectionKind> = phraseFinder([
  ...HEADINGS.flatMap(({ kind, phrases }) => phrases.map((phrase) => [phrase, kind] as const)),
  ...PLAIN_HEADINGS.map((phrase) => [phrase, "plain"] as const),
]);

/** Cuts a text into lines and sentences. */
export function structureOf(tokens: readonly Token[], plain: PlainText): Structure {
  const lines = linesOf(tokens, plain);
  return {
    tokens,
    lines,
    sentences: lines.flatMap((line) => sentencesOf(tokens, line)).map((sentence, index) => ({ ...sentence, index })),
  };
}

interface Heading {
  readonly kind: SectionKind;
  /** Where its text begins. */
  readonly behind: number;
}

/** Sections whose heading may have a few more words before its colon. */
const WITH_MORE_WORDS = new Set<SectionKind>(["family", "planned", "differential", "general"]);

const blood = new Set([
  "blood",
  "bloods",
  "serum",
  "fbc",
  "cbc",
  "hematology",
  "biochemistry",
  "serology",
  "immunology",
]);

/** A line on another sample than the urine: "Blood: WBC ...", "Serum  ...". A dipstick has a row of blood, too. */
function isOfBlood(tokens: readonly Token[], at: number, to: number): boolean {
  if (!blood.has(tokens[at]?.word ?? "")) return false;
  if (tokens[at]?.word !== "blood") return true;
  return (
    tokens[at + 1]?.kind === "day" || (tokens[at + 1]?.word === ":" && tokens[at + 2]?.kind === "word" && to > at + 4)
  );
}

/** The heading that stands at a place: known words and a colon, or known words alone on their line. */
function headingAt(tokens: readonly Token[], from: number, to: number): Heading | undefined {
  const [found] = headings.at(tokens, from);
  if (!found || found.to > to) return undefined;
  let behind = found.to;
  while (
    behind < to &&
    tokens[behind]?.kind === "sign" &&
    /[()-]/.test(tokens[behind]?.word ?? "") &&
    tokens[behind + 1]?.word === ":"
  )
    behind += 1;
  if (behind >= to) return { kind: found.name, behind };
  if (tokens[behind]?.word === ":") return { kind: found.name, behind: behind + 1 };
  // "Blood 16 August 2022: ...".
  if (found.name === "plain" && tokens[behind]?.kind === "day" && tokens[behind + 1]?.word === ":")
    return { kind: found.name, behind: behind + 2 };
  // "Plan" or "URINE (same date)" alone, and "to do: ..." with a few words before the colon.
  const colon = tokens.slice(behind, Math.min(to, behind + 4)).findIndex(({ word }) => word === ":");
  if (
    colon >= 0 &&
    (WITH_MORE_WORDS.has(found.name) || tokens[from]?.word === "guide" || tokens[from]?.word === "reminder")
  )
    return { kind: found.name, behind: behind + colon + 1 };
  return tokens[behind]?.word === "(" && to - behind <= 5 ? { kind: found.name, behind: to } : undefined;
}

function hasOwnHeading(tokens: readonly Token[], from: number, to: number): boolean {
  const colon = tokens.slice(from, Math.min(to, from + 5)).findIndex(({ word }) => word === ":");
  return colon > 0 && !PERSON_WORDS.has(tokens[from]?.word ?? "");
}

function linesOf(tokens: readonly Token[], { text }: PlainText): readonly Line[] {
  const lines: Line[] = [];
  let section: SectionKind = "plain";
  let paragraph = 0;
  let wasEmptyHeading = false;
  let wasBulleted = false;
  let lineOnly = false;
  let beganInLine = false;
  let underQuestion = false;
  let asksOfList = false;
  for (let from = 0; from < tokens.length; ) {
    let to = from + 1;
    while (to < tokens.length && tokens[to]?.gap !== "line") to += 1;
    const previous = tokens[from - 1];
    const begins = tokens[from]?.start ?? 0;
    const between = text.slice(previous?.end ?? 0, begins);
    const isBlankBefore = between.indexOf("\n") !== between.lastIndexOf("\n");
    if (isBlankBefore) paragraph += 1;
    if (isBlankBefore && !wasEmptyHeading) section = "plain";
    const body = behindBullet(tokens, from, to);
    const isBulleted = body > from;
    const heading = headingAt(tokens, body, to);
    if (lineOnly) section = "plain";
    // "Denied: fits." ends with its line; "Denied: fits," goes on, and so may what has no sign at its end.
    if (section === "denied" && beganInLine && !isBulleted && previous?.word === ".") section = "plain";
    lineOnly = heading !== undefined && heading.behind < to && (isBulleted || OF_ITS_LINE.has(heading.kind));
    if (heading) section = heading.kind;
    else if (section === "urine" && isOfBlood(tokens, body, to)) section = "plain";
    else if (!isBulleted && ENDED_BY_ANY_HEADING.has(section) && hasOwnHeading(tokens, body, to)) section = "plain";
    // What stands behind a list of diagnoses is of the patient again.
    else if (section === "differential" && wasBulleted && !isBulleted) section = "plain";
    wasBulleted = isBulleted;
    wasEmptyHeading = heading !== undefined && heading.behind >= to;
    if (heading) beganInLine = !wasEmptyHeading;
    const letter = tokens[from]?.word === "(" ? from + 1 : from;
    const isOption =
      underQuestion &&
      (asksOfList ? /^(?:[a-h]|\d)$/ : /^[a-h]$/).test(tokens[letter]?.word ?? "") &&
      /[.):]/.test(tokens[letter + 1]?.word ?? "");
    if (!isOption) {
      underQuestion = tokens[to - 1]?.word === "?";
      asksOfList = underQuestion && tokens.slice(from, to).some(({ word }) => word === "true" || word === "following");
    }
    lines.push({ from, to, body, section, paragraph, isRow: isRow(tokens, from, to), isOption });
    from = to;
  }
  return lines;
}

function isRow(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from + 1, to)
    .some(({ gap }, at) => gap === "cell" && !/^[.:;]$/.test(tokens[from + at]?.word ?? ""));
}

function behindBullet(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (
    at < to &&
    tokens[at]?.kind === "sign" &&
    /[*#>-]/.test(tokens[at]?.word ?? "") &&
    (tokens[at + 1]?.gap !== "none" || tokens[at]?.word === "#" || tokens[at]?.word === "*")
  )
    at += 1;
  const [number, point] = [tokens[at], tokens[at + 1]];
  if (
    number?.kind === "number" &&
    /^\d{1,2}$/.test(number.word) &&
    /^[.)]$/.test(point?.word ?? "") &&
    tokens[at + 2]?.gap !== "none"
  )
    at += 2;
  return Math.min(at, to);
}

const NO_END = new Set([
  "dr",
  "mr",
  "mrs",
  "ms",
  "prof",
  "vs",
  "approx",
  "e",
  "g",
  "i",
  "no",
  "st",
  "fig",
  "ref",
  "tel",
  "cf",
  "incl",
  "inc",
  "abs",
]);

/** "No m/r/g. 1+ edema", "protein 1.2 g. No rash": the last of several letters, or a unit, and no "e.g.". */
function isLetterOrUnit(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return /^[egi]$/.test(tokens[at]?.word ?? "") && (before?.word === "/" || before?.kind === "number");
}

function endsSentence(tokens: readonly Token[], at: number, to: number): boolean {
  const [sign, next] = [tokens[at], tokens[at + 1]];
  if (sign?.kind !== "sign") return false;
  const isBeforeGap = at + 1 >= to || next?.gap !== "none";
  if (sign.word === ".")
    return isBeforeGap && (!NO_END.has(tokens[at - 1]?.word ?? "") || isLetterOrUnit(tokens, at - 1));
  if (sign.word === "?" || sign.word === "!") return isBeforeGap && sign.gap === "none";
  return sign.word === ";";
}

function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .some(({ word }) =>
      /^(?:she|he|i|has|have|is|are|was|were|report|endorse|complain|admit|describe|developed|showed|noted|present|positive|confirmed|:)$/.test(
        word,
      ),
    );
}

function sentencesOf(tokens: readonly Token[], line: Line): readonly Omit<Sentence, "index">[] {
  const sentences: Omit<Sentence, "index">[] = [];
  let section = line.section;
  for (let from = line.body; from < line.to; ) {
    let to = from;
    while (to < line.to && !endsSentence(tokens, to, line.to)) to += 1;
    to = Math.min(to + 1, line.to);
    const heading = from > line.body ? headingAt(tokens, from, to) : undefined;
    // "FH: mother RA. No Raynaud's": within a line the history of the family ends where no relative is named.
    if (
      section === "family" &&
      line.section !== "family" &&
      !tokens.slice(from, to).some(({ word }) => PERSON_WORDS.has(word))
    )
      section = line.section;
    // "Denied: fits. Oral ulcers are present": what has a verb of its own is no point of the list.
    if (section === "denied" && from > line.body && hasVerb(tokens, from, to)) section = "plain";
    if (heading) section = heading.kind;
    sentences.push({ from, to, line, section });
    from = to;
  }
  return sentences;
}
