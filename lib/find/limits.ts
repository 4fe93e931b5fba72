import type { LabTest, LimitName } from "../../criteria/types.ts";
import { type TypedNumber, typedNumber } from "../record/typed-number.ts";

export interface TypedLimit {
  readonly name: LimitName;
  readonly number: TypedNumber;
}

/** One limit or one range as it was written, and what follows it, such as its unit. */
export interface WrittenLimits {
  readonly limits: readonly TypedLimit[];
  readonly rest: string;
}

const SIDE = "(?:\\s+(?:limit|ref(?:erence)?|value))*(?:\\s+of\\s+(?:the\\s+)?(?:normal|range|reference))*";
const NAMED: readonly (readonly [RegExp, LimitName])[] = [
  [/^(?:p99|99(?:th|\.)?(?:\s*(?:percentile|centile|%))?)[\s:=]+(?=[<>\d])/i, "p99"],
  [new RegExp(`^(?:low|lln|lower${SIDE}|from)\\b[\\s:=]*`, "i"), "low"],
  [new RegExp(`^(?:high|uln|upper${SIDE}|up\\s*to|limit)\\b[\\s:=]*`, "i"), "high"],
];
/** Words that say that a limit follows, and not which. */
const NEUTRAL =
  /^(?:(?:normal(?:ly)?|norm|nl|ref(?:erence)?|(?:reference\s+)?(?:range|interval)|values?|limits|rr|nr|cut[\s-]?off|expected|neg(?:ative)?(?=\s*<)|n(?=[\s:=]*[<>\d.]))\b\.?[\s:=]*)+/i;
const DASH = /^([^\d]*?)\s*(?:[-–−]|\bto\b)\s*(?=[.,]?\d)/i;

/**
 * Reads what begins with a limit: one number, "0.9", which is the limit that the test needs most; a range, "0.9-1.8";
 * or a named one, "ULN 20", "ref <20". Undefined when it is none of these.
 */
export function limitsAt(text: string, test: LabTest): WrittenLimits | undefined {
  const said = text.trim().replace(NEUTRAL, "");
  const named = NAMED.find(([words]) => words.test(said));
  const first = typedNumber(named ? said.replace(named[0], "") : said);
  if (!first) return undefined;
  const dash = DASH.exec(first.rest);
  if (dash) {
    const second = typedNumber(first.rest.slice(dash[0].length));
    // Of a range of titers, nobody can say which is the first that is positive.
    if (!second || named || [first, second].some(({ ratio, comparator }) => ratio || comparator)) return undefined;
    if (DASH.test(second.rest)) return undefined;
    const limits: readonly TypedLimit[] = [
      { name: "low", number: first },
      { name: "high", number: second },
    ];
    return { limits, rest: second.rest.trim() || (dash[1] ?? "").trim() };
  }
  const name = named?.[1] ?? unnamedOf(test) ?? bySign(first);
  if (!name || (first.ratio && /^up/i.test(said)) || !fits(first, name)) return undefined;
  return { limits: [{ name, number: first }], rest: first.rest.trim() };
}

/** A number without a word is the limit that the test needs most, and of a range never the 99th percentile. */
function unnamedOf({ limits: [first] = [] }: LabTest): LimitName | undefined {
  return first?.name === "p99" ? "high" : first?.name;
}

/**
 * A limit is often printed with a sign: "<20" as an upper one, ">0.9" as a lower one. The other way round the sign may
 * say where the values begin that are not normal, and the person says what is meant.
 */
function fits({ comparator }: TypedNumber, name: LimitName): boolean {
  return comparator === undefined || comparator === (name === "low" ? ">" : "<");
}

/** The limit of a test that asks for none: "<15" is an upper one. */
function bySign({ comparator }: TypedNumber): LimitName | undefined {
  return comparator && (comparator === "<" ? "high" : "low");
}

const WORDS =
  "(?:lln|uln|(?:lower|upper)\\s+(?:limit|ref|normal)|normal|norm|nl|ref(?:erence)?|range|interval|rr|cut[\\s-]?off|p99|99th)";
const SAID = new RegExp(`(?:^|[\\s,;])(?=${WORDS}\\b[^\\d]*\\d)`, "i");
/** "62 GPL <15": a number with its sign at the end. */
const SIGNED = /(?:^|\s)(?=[<>]\s?(?:1\s?[:/]\s?)?\d[\d.,]*$)/;
const BARE = /(?:^|\s)(?=(\d[\d.,]*)\s*[-–−]\s*(\d[\d.,]*)(?=\s|$))/;

/**
 * Takes limits that stand after a value outside of parentheses: named, "ULN 20" and "ref 0.9-1.8", a bare range, or a
 * number with its sign. A bare range of small whole numbers, "4-11", is left: it may be a day.
 */
export function takeLimits(text: string, test: LabTest): WrittenLimits {
  let limits: readonly TypedLimit[] = [];
  let rest = text;
  for (let round = 0; round < 3; round += 1) {
    const bare = limits.length === 0 ? BARE.exec(rest) : null;
    const isDay =
      bare &&
      [bare[1], bare[2]].every((part) => /^\d{1,2}$/.test(part ?? "") && Number(part) >= 1 && Number(part) <= 31);
    const signed = limits.length === 0 && test.limits ? SIGNED.exec(rest) : null;
    const found = SAID.exec(rest) ?? (isDay ? null : (bare ?? signed));
    const read = found && limitsAt(rest.slice(found.index), test);
    if (!found || !read) break;
    limits = [...limits, ...read.limits];
    rest = `${rest.slice(0, found.index)} ${read.rest}`;
  }
  return { limits, rest: rest.trim() };
}
