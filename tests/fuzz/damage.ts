/** Damage to texts: what is cut, copied and slipped in anywhere, and JSON that is still JSON and says something else. */
import { pick, type Random } from "../scoring/support/random-records.ts";

/** What people, programs and damage put into texts. */
const PIECES = [
  "",
  "\0",
  "\uFEFF",
  "\u202E",
  "\u2028",
  "\r",
  "{",
  "}",
  "[",
  "]",
  '"',
  "\\",
  ",",
  ":",
  "null",
  "true",
  "-0",
  "1e309",
  "0.1e-400",
  "999999999999999999999",
  "NaN",
  "present",
  "absent",
  "unknown",
  '"__proto__":{}',
  "<script>",
  "1:80",
  "<",
  ">",
  "≥",
  "µ",
  "\u00B2",
  "10^9/L",
  "mg/dL",
  "2024-02-30",
  "0001-01-01",
  "\uD800",
  "😀",
  "%2E",
  "#",
  "|",
  "\t",
  "no ",
  "/",
] as const;

/** What may stand in JSON where something else should. */
const VALUES: readonly unknown[] = [
  null,
  true,
  false,
  "",
  "present",
  "1e3",
  "2024-02-30",
  "\u0000",
  "__proto__",
  "constructor",
  0,
  -1,
  0.1,
  1e21,
  Number.MAX_VALUE,
  Number.MIN_VALUE,
  [],
  {},
  [[[[]]]],
  { toString: 1 },
];

const upTo = (random: Random, most: number) => Math.floor(random() * (most + 1));

/** A text that something was done to. The same for the same random numbers. */
export function damaged(seeds: readonly string[], random: Random): string {
  const text = seeds[upTo(random, seeds.length - 1)] ?? "";
  if (/^\s*[[{]/.test(text) && random() < 0.6) return damagedJson(text, seeds, random);
  return damagedText(text, seeds, random);
}

/** A few cuts, copies, insertions, swaps and pieces of another. */
function damagedText(from: string, seeds: readonly string[], random: Random): string {
  let text = from;
  for (let left = upTo(random, 4); left > 0; left -= 1) {
    const start = upTo(random, text.length);
    const end = Math.min(text.length, start + upTo(random, 12));
    const [before, within, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
    switch (upTo(random, 5)) {
      case 0:
        text = before + after;
        break;
      case 1:
        text = before + within + within + after;
        break;
      case 2:
        text = before + pick(random, PIECES) + after;
        break;
      case 3:
        text = before + String(upTo(random, 2000) / 10) + after;
        break;
      case 4: {
        const other = seeds[upTo(random, seeds.length - 1)] ?? "";
        const place = upTo(random, other.length);
        text = before + other.slice(place, place + upTo(random, 60)) + after;
        break;
      }
      default:
        text = before + within.split("").reverse().join("") + after;
    }
  }
  return text;
}

/** A place in JSON: what holds a value, and where. */
interface Place {
  readonly holder: unknown[] | Record<string, unknown>;
  readonly key: string | number;
}

function placesIn(value: unknown, found: Place[] = []): Place[] {
  if (typeof value !== "object" || value === null) return found;
  const holder = value as unknown[] | Record<string, unknown>;
  for (const key of Array.isArray(holder) ? holder.keys() : Object.keys(holder)) {
    found.push({ holder, key });
    placesIn(valueAt({ holder, key }), found);
  }
  return found;
}

const valueAt = ({ holder, key }: Place): unknown => (holder as Record<string | number, unknown>)[key];

function put({ holder, key }: Place, value: unknown): void {
  // As a property of its own, whatever it is called.
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

function take({ holder, key }: Place): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

/** Values and names left out, said twice, exchanged, or taken from another text of the same kind. */
function damagedJson(text: string, seeds: readonly string[], random: Random): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return damagedText(text, seeds, random);
  }
  for (let left = 1 + upTo(random, 2); left > 0; left -= 1) {
    const places = placesIn(value);
    if (places.length === 0) break;
    const [one, other] = [pick(random, places), pick(random, places)];
    const [first, second] = [valueAt(one), valueAt(other)];
    switch (upTo(random, 6)) {
      case 0:
        take(one);
        break;
      case 1:
        // Its own: what is put into it later must not be in the next text, or in itself.
        put(one, structuredClone(pick(random, VALUES)));
        break;
      case 2:
        // A copy: a value that holds itself is no JSON.
        put(one, structuredClone(second));
        break;
      case 3:
        if (Array.isArray(one.holder)) one.holder.push(structuredClone(first));
        else put({ ...one, key: String(other.key) }, first);
        break;
      case 4:
        if (typeof first === "number") put(one, first * pick(random, [10, 0.1, 1000, -1, 1 + Number.EPSILON]));
        else if (typeof first === "string") put(one, first + pick(random, PIECES));
        else put(one, [first]);
        break;
      case 5:
        put({ ...one, key: Array.isArray(one.holder) ? one.key : pick(random, PIECES) }, first);
        break;
      default: {
        const strange = seeds[upTo(random, seeds.length - 1)] ?? "";
        try {
          const theirs = placesIn(JSON.parse(strange));
          if (theirs.length > 0) put(one, valueAt(pick(random, theirs)));
        } catch {
          take(one);
        }
      }
    }
  }
  return JSON.stringify(value);
}
