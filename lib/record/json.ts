import { writtenOut } from "./one-line.ts";

/**
 * What JSON.parse does not say: where exactly a text stops being JSON, in the same words in every browser,
 * and which key an object holds twice, of which JSON.parse would silently drop the first.
 */

export interface Flaw {
  /** Position in the text, from 0. */
  readonly at: number;
  /** What stands there, short. */
  readonly read: string;
  readonly accepted: string;
  /** Set when an object holds a key twice, with the dotted path of that key in the data. */
  readonly repeated?: { readonly key: string; readonly path: string };
}

/** The objects and lists around a position, outermost first. */
type Place = { readonly keys: Set<string>; at: string } | { readonly keys?: never; at: number };

type Next = "value" | "value or ]" | "key" | "key or }" | ":" | ", or end" | "nothing";

interface Scan {
  readonly text: string;
  readonly around: Place[];
  at: number;
  next: Next;
}

/**
 * The first place where the text is not JSON or repeats a key, or undefined.
 * It goes through the text once and never recurses, however deep the text is nested.
 */
export function firstFlaw(text: string): Flaw | undefined {
  const scan: Scan = { text, around: [], at: 0, next: "value" };
  for (;;) {
    scan.at = after(BLANK, text, scan.at);
    if (scan.next === "nothing" && scan.at === text.length) return undefined;
    const flaw = step(scan);
    if (flaw) return flaw;
  }
}

function step(scan: Scan): Flaw | undefined {
  const char = scan.text[scan.at];
  const place = scan.around.at(-1);
  switch (scan.next) {
    case "nothing":
      return flawHere(scan, "nothing after the end");
    case "value or ]":
      return char === "]" ? leave(scan) : readValue(scan, "a value, or ] to end the list");
    case "value":
      return readValue(scan, 'an object, a list, text in "quotation marks", a number, true, false or null');
    case "key or }":
      return char === "}" ? leave(scan) : readKey(scan, 'a key in "quotation marks", or } to end the object');
    case "key":
      return readKey(scan, 'a key in "quotation marks"');
    case ":":
      return char === ":" ? move(scan, 1, "value") : flawHere(scan, "a colon after the key");
    case ", or end": {
      const end = place?.keys ? "}" : "]";
      if (char === end) return leave(scan);
      if (char !== ",") return flawHere(scan, `a comma, or ${end} to end the ${place?.keys ? "object" : "list"}`);
      if (place && !place.keys) place.at += 1;
      return move(scan, 1, place?.keys ? "key" : "value");
    }
  }
}

function readValue(scan: Scan, accepted: string): Flaw | undefined {
  const char = scan.text[scan.at];
  if (char === "{") {
    scan.around.push({ keys: new Set(), at: "" });
    return move(scan, 1, "key or }");
  }
  if (char === "[") {
    scan.around.push({ at: 0 });
    return move(scan, 1, "value or ]");
  }
  const text = char === '"' ? readText(scan) : undefined;
  if (text?.flaw) return text.flaw;
  const end = text?.end ?? after(SIMPLE, scan.text, scan.at);
  if (end === scan.at) return flawHere(scan, accepted);
  return move(scan, end - scan.at, scan.around.length > 0 ? ", or end" : "nothing");
}

function readKey(scan: Scan, accepted: string): Flaw | undefined {
  const place = scan.around.at(-1);
  if (!place?.keys || scan.text[scan.at] !== '"') return flawHere(scan, accepted);
  const { end, flaw } = readText(scan);
  if (flaw) return flaw;
  const written = scan.text.slice(scan.at, end);
  const key = written.includes("\\") ? String(JSON.parse(written)) : written.slice(1, -1);
  place.at = key;
  if (place.keys.has(key)) {
    const path = scan.around.map(({ at }) => at).join(".");
    return { ...flawHere(scan, "each key once in an object"), repeated: { key, path } };
  }
  place.keys.add(key);
  return move(scan, end - scan.at, ":");
}

const IN_TEXT = 'text up to the next "; a line break in it is written \\n, a quotation mark \\", a backslash \\\\';

/** Where the text in quotation marks that starts here ends, or the flaw in it. */
function readText({ text, at: start }: Scan): { readonly end: number; readonly flaw?: Flaw } {
  for (let at = start + 1; ; ) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return { end: at + 1 };
    const end = code === 0x5c ? after(ESCAPE, text, at) : code >= 0x20 ? at + 1 : at;
    if (end === at) return { end, flaw: { at, read: wordAt(text, at), accepted: IN_TEXT } };
    at = end;
  }
}

function move(scan: Scan, by: number, next: Next): undefined {
  scan.at += by;
  scan.next = next;
}

function leave(scan: Scan): undefined {
  scan.around.pop();
  return move(scan, 1, scan.around.length > 0 ? ", or end" : "nothing");
}

function flawHere({ text, at }: Scan, accepted: string): Flaw {
  return { at, read: wordAt(text, at), accepted };
}

const BLANK = /[ \t\n\r]*/y;
const SIMPLE = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;
const WORD = /[\p{L}\p{N}\\/'+._-]{1,20}|./suy;

/** The position after what the pattern matches here; the same position when it does not match. */
function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function wordAt(text: string, at: number): string {
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0];
  return word === undefined ? "the end" : writtenOut(JSON.stringify(word));
}
