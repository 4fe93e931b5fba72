import { entryOf } from "../record/entry-of.ts";
import { cellsInRows } from "./cells-in-lines.ts";
import { withSpokenSigns } from "./dictated.ts";
import { wrapsIn } from "./wrapped-lines.ts";

/** A text brought to one way of writing, with the way back: where each of its characters stood. */
export interface PlainText {
  /** Lower case, without marks over letters, markup, and characters that are not seen. */
  readonly text: string;
  /** The same with its capitals; both are of one length. */
  readonly cased: string;
  /** The place of a part of it in the text as it was read. */
  readonly spanOf: (start: number, end: number) => readonly [number, number];
}

const MARKUP =
  /<\/?(?:html|body|table|tr|td|th|div|span|p|br|ul|ol|li|b|i|sup|sub|h[1-6]|!doctype|\?xml)\b[^<>]{0,500}>/i;

/** What characters are written as. Those of no width say nothing and are left out. */
const WRITTEN_AS: Readonly<Record<string, string>> = {
  µ: "u",
  μ: "u",
  "×": "x",
  β: "beta",
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "–": "-",
  "—": "-",
  "−": "-",
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
  "≤": "<=",
  "≥": ">=",
  º: "°",
  "•": "*",
  "▪": "*",
  "●": "*",
  "☑": "[x]",
  "☒": "[x]",
  "✓": "[x]",
  "✔": "[x]",
  "☐": "[ ]",
  "□": "[ ]",
  "℃": "°C",
  "℉": "°F",
  "½": ".5",
  "∶": ":",
  "：": ":",
  "→": "->",
  "➔": "->",
  "➝": "->",
  "⇒": "->",
  "\u0085": "\n",
  "\u2028": "\n",
  "\u2029": "\n",
};

const UNSEEN = /[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/u;
const SUPERSCRIPT = /[⁰¹²³⁴-⁹]/u;
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  ndash: "-",
  mdash: "-",
  minus: "-",
  micro: "u",
  mu: "u",
  times: "x",
  deg: "°",
  le: "<=",
  ge: ">=",
  sup2: "^2",
  sup3: "^3",
  beta: "beta",
  rsquo: "'",
  lsquo: "'",
};
const LINES = new Set([
  "tr",
  "p",
  "div",
  "li",
  "br",
  "ul",
  "ol",
  "table",
  "title",
  "body",
  "head",
  "section",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
]);
const SILENT = new Set(["script", "style", "head", "template", "noscript"]);

/** Longest entity or tag that is looked for, so that a lone sign costs no search to the end. */
const LONGEST_ENTITY = 12;

/** Brings a text to one way of writing, in one pass over it. */
export function plainText(read: string): PlainText {
  const out: string[] = [];
  const places: number[] = [];
  const isMarkup = MARKUP.test(read);
  const hasTicks = TICK.test(read);
  const put = (written: string, at: number): void => {
    for (let unit = 0; unit < written.length; unit += 1) {
      out.push(written[unit] ?? "");
      places.push(at);
    }
  };
  let at = 0;
  while (at < read.length) {
    const character = read[at] ?? "";
    if (isMarkup && character === "<") {
      const next = afterTag(read, at);
      if (next) {
        put(next.written, at);
        at = next.at;
        continue;
      }
    }
    if (isMarkup && character === "&") {
      const end = read.indexOf(";", at);
      const written = end > 0 && end - at <= LONGEST_ENTITY ? entity(read.slice(at + 1, end)) : undefined;
      if (written !== undefined) {
        put(written, at);
        at = end + 1;
        continue;
      }
    }
    const mark = markBehind(read, at, hasTicks);
    if (mark) {
      put(mark, at);
      at += 1;
      continue;
    }
    if (MIDDLE_DOT.test(character) && /\d/.test(read[at - 1] ?? "") && /\d/.test(read[at + 1] ?? "")) {
      put(".", at);
      at += 1;
      continue;
    }
    if (isZeroSign(read, at)) {
      put("no", at);
      at += 1;
      continue;
    }
    put(isMarkup && (character === "\n" || character === "\r") ? " " : writtenAs(character), at);
    at += 1;
  }
  const joined = out.join("");
  const { text, places: placed } = replaced({ text: joined, places }, withoutSigns(joined), "");
  const written = inColumns(cellsInRows(withSpokenSigns(text)))
    .replaceAll(FRAMED, (_, before: string, line: string, behind: string) => `${before} ${line} ${behind}`)
    .replaceAll(OBSERVATION, (_, before: string, name: string, code: string) => `${blank(before)}${name}${blank(code)}`)
    .replaceAll(/[._…](?: ?[._…]){3,}/g, (dots) => " ".repeat(dots.length))
    .replaceAll(/ \.{3}(?= (?:[<>]?\s?\d|pos|neg|not |none|detec|react))/gi, "    ");
  // One blank where a line was broken for its width.
  const { text: cased, places: kept } = replaced({ text: written, places: placed }, wrapsIn(written), " ");
  const lower = cased.toLowerCase();
  return {
    cased,
    text: lower.length === cased.length ? lower : cased.replaceAll(/[A-Z]/g, (capital) => capital.toLowerCase()),
    spanOf: (start, end) => [kept[start] ?? read.length, (kept[end - 1] ?? read.length - 1) + 1],
  };
}

/** A line of a message in HL7 version 2 with an observation: what stands before its name, the name, and its code system. */
const OBSERVATION = /^(OBX\t\d*\t[A-Z]{2,3}\t[^\t^\n]*\^)([^\t^\n]*)((?:\^[^\t\n]*)?)/gm;

/** "| WBC    3.1    K/uL  |": a line between the two sides of a frame, whose columns are parted by blanks. */
const FRAMED = /^( *)\t([^\t\n]*)\t( *)$/gm;

const blank = (part: string): string => " ".repeat(part.length);

/** A text, and for each of its characters the place of what it was read from. */
interface Placed {
  readonly text: string;
  readonly places: readonly number[];
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** The text with other characters, as many or fewer, in the place of parts of it. */
function replaced({ text, places }: Placed, parts: readonly Part[], by: string): Placed {
  if (parts.length === 0) return { text, places };
  const texts: string[] = [];
  const kept: number[][] = [];
  let at = 0;
  for (const { from, to } of parts) {
    texts.push(text.slice(at, from), by);
    kept.push(places.slice(at, from + by.length));
    at = to;
  }
  return { text: `${texts.join("")}${text.slice(at)}`, places: [...kept, places.slice(at)].flat() };
}

/** Bold in Markdown; between letters or digits the sign is another, as in 10**9. */
const BOLD = /(?<![\p{L}\d*])\*\*(?!\s)[^*\n]{1,80}(?<!\s)\*\*(?![\p{L}\d*])/gu;
/** Before a point that has no columns. */
const TABS = /^\t+(?=[^\t\n]*$)/gm;
const QUOTED = /^(?:> ?)+/gm;
/** Of the lines of a text, more than so many begin with the sign of a quotation where they are quoted. */
const MOST_QUOTED = 0.5;

/** What was written, without the signs by which it was set or quoted. */
function withoutSigns(text: string): readonly Part[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "").length;
  const quotes = [...text.matchAll(QUOTED)];
  const isQuoted = quotes.length > 1 && quotes.length > lines * MOST_QUOTED;
  const bold = [...text.matchAll(BOLD)].flatMap(({ index, 0: { length } }) => [
    { from: index, to: index + 2 },
    { from: index + length - 2, to: index + length },
  ]);
  return [...(isQuoted ? quotes : []), ...text.matchAll(TABS)]
    .map(({ index, 0: sign }) => ({ from: index, to: index + sign.length }))
    .concat(bold, blanksInNumbers(text))
    .sort((one, other) => one.from - other.from);
}

/** A line with a count of cells in so much blood. */
const COUNTED = /^.*(?:\s|cells? ?)\/ ?(?:ul|µl|μl|mm3|mm\^?3|cmm|mcl)\b.*$/gim;
const GROUPED =
  /(?<![\p{L}\d.,:/-]|\d )\d{1,3}( )\d{3}(?![\d.,:/]\d|\d| \d{3}(?!\d))(?=\s*(?:[/)-]|cells?\b)| {2,}|$)/gu;

/** "2 900 /ul", "98 000 /mm3": the blanks between thousands, in lines of counts that have them. */
function blanksInNumbers(text: string): readonly Part[] {
  return [...text.matchAll(COUNTED)].flatMap(({ index, 0: line }) =>
    [...line.matchAll(GROUPED)].map((found) => {
      const at = index + found.index + found[0].indexOf(" ");
      return { from: at, to: at + 1 };
    }),
  );
}

/** A decimal point in the middle of the line, as British print has it. */
const MIDDLE_DOT = /[\u00b7\u2219\u22c5]/;
const TICK = /[\u2713\u2714]/;
const CROSS = /[\u2717\u2718\u2715\u2716]/;

/**
 * Marks behind what they answer: a tick is a yes, and a cross a no where the text has ticks, too. Alone a cross may be
 * what a form is filled in with.
 */
function markBehind(read: string, at: number, hasTicks: boolean): string | undefined {
  const character = read[at] ?? "";
  const isTick = TICK.test(character);
  if (!isTick && !CROSS.test(character)) return undefined;
  const isBehind =
    /[\p{L})]\s?$/u.test(read.slice(Math.max(0, at - 2), at)) &&
    /^(?:\s?[,;.)\n\r]|$)/.test(read.slice(at + 1, at + 3));
  if (isTick) return isBehind ? "yes" : undefined;
  return isBehind ? (hasTicks ? "no" : "?") : hasTicks ? "no" : "[ ]";
}

const ZERO = /[\u00f8\u00d8\u2205]/;

/** The sign for nothing that notes use for "no": alone, and not a letter of a word. */
function isZeroSign(read: string, at: number): boolean {
  if (!ZERO.test(read[at] ?? "")) return false;
  return !/\p{L}/u.test(read[at - 1] ?? "") && /^\s\p{L}/u.test(read.slice(at + 1, at + 3));
}

const COLUMN_NAMES =
  /^(?:test|analyte|analysis|component|parameter|name|value|result|unit|units|low|high|lower|upper|date|collected|range|reference|ref(?:erence)? (?:low|high|range)|flag|status|comment)$/i;

/** The lines of a file of separated values with tabs in the place of its signs, so that they are columns like others. */
function inColumns(text: string): string {
  let sign: string | undefined;
  let count = 0;
  return text
    .split("\n")
    .map((line) => {
      const heading = [",", ";"].find((one) => {
        const parts = tabbed(line, one)
          .split("\t")
          .map((part) => part.trim());
        return parts.length >= 3 && parts.filter((part) => COLUMN_NAMES.test(part)).length >= 2;
      });
      const cells = heading ?? sign;
      const read = cells === undefined ? line : tabbed(line, cells);
      if (heading) {
        sign = heading;
        count = read.split("\t").length;
      } else if (sign === undefined || read.split("\t").length !== count) sign = undefined;
      return sign ? read : line;
    })
    .join("\n");
}

/** A line with tabs in the place of a sign, but for where it stands within quotation marks, and without those. */
function tabbed(line: string, sign: string): string {
  if (!line.includes('"')) return line.replaceAll(sign, "\t");
  let isQuoted = false;
  return Array.from({ length: line.length }, (_, at) => {
    const character = line[at] ?? "";
    if (character === '"') isQuoted = !isQuoted;
    if (character === '"') return " ";
    return character === sign && !isQuoted ? "\t" : character;
  }).join("");
}

function writtenAs(character: string): string {
  if (character === "|") return "\t";
  if (character <= "~")
    return character < " " && character !== "\n" && character !== "\t" ? (character === "\r" ? "" : " ") : character;
  const other = WRITTEN_AS[character];
  if (other !== undefined) return other;
  if (UNSEEN.test(character)) return "";
  if (SUPERSCRIPT.test(character)) return `^${character.normalize("NFKD")}`;
  return character.normalize("NFKD").replaceAll(/\p{M}/gu, "");
}

function entity(name: string): string | undefined {
  const code = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
  if (!code) return entryOf(ENTITIES, name.toLowerCase());
  const point = code[1] ? Number.parseInt(code[1], 16) : Number(code[2]);
  return point > 0x10ffff ? "" : [...String.fromCodePoint(point)].map(writtenAs).join("");
}

/** What stands in the place of a tag, and where the text goes on; undefined where none begins. */
function afterTag(read: string, at: number): { readonly written: string; readonly at: number } | undefined {
  if (read.startsWith("<!--", at)) return { written: " ", at: behind(read, "-->", at) };
  if (read.startsWith("<?", at)) return { written: " ", at: behind(read, "?>", at) };
  const name = /^<\/?([a-z][a-z0-9]*)|^<!/i.exec(read.slice(at, at + 24));
  if (!name) return undefined;
  const end = read.indexOf(">", at);
  if (end < 0) return undefined;
  const tag = (name[1] ?? "").toLowerCase();
  if (SILENT.has(tag) && read[at + 1] !== "/") return { written: " ", at: behind(read, `</${tag}>`, at) };
  const written = LINES.has(tag)
    ? "\n"
    : tag === "td" || tag === "th"
      ? "\t"
      : tag === "sup" && read[at + 1] !== "/"
        ? "^"
        : "";
  return { written, at: end + 1 };
}

function behind(read: string, sign: string, at: number): number {
  const end = read.indexOf(sign, at);
  return end < 0 ? read.length : end + sign.length;
}
