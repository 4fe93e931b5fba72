import type { NamedFinding, NamedLabTest } from "../../criteria/types.ts";
import { unitsSpelled } from "../record/unit-spelling.ts";
import { underHeading } from "./headings.ts";
import type { Nameable } from "./names.ts";
import type { Single } from "./offers.ts";
import { type Part, partsOf } from "./parts.ts";
import { type PairNames, splitSlashes } from "./slashes.ts";
import { squeezed } from "./words.ts";

/** What a part of a line says for sure; `asked` where it is read as a whole and has to be chosen; else undefined. */
export type ReadPart = (text: string) => Single | "asked" | undefined;

/** More parts than this are a letter, and are not looked at one by one. */
export const MOST_PARTS = 12;

/** What joins all of which one thing is said. */
export const AND = /^(?:and|&)$/;

/** Between "Ro+" and "La-", as a slash. What stands apart from both names, as in "sm + ro", may join them. */
const BEHIND_SIGN = /(?<=[a-z\d](?:\++|[-–−])|\([+–−-]+\))\s+(?=[a-z].*[+)–−-]$)/gi;

/**
 * The parts of a line that may each say a fact: those that its marks and words part, and those of a list of values or
 * of results that has none.
 */
export function linePartsOf(
  names: {
    readonly valueNames: ReadonlySet<string>;
    readonly unitNames: ReadonlySet<string>;
    readonly pairNames: PairNames;
  },
  line: string,
  read: ReadPart,
): readonly Part[] {
  const parts = withBoth(partsOf(line).map((part) => withoutHeading(part, read)))
    .flatMap((part) => splitResults(part, read))
    .flatMap(({ text, typed, joint }) => {
      const [only, ...others] = splitValues(names, text, read);
      const rest = others.map((one): Part => ({ text: one, joint: "," }));
      return [{ text: only ?? text, joint, ...(typed && rest.length === 0 && { typed }) }, ...rest];
    })
    .flatMap(({ text, typed, joint }) => {
      const slashed = splitSlashes(
        names.pairNames,
        { text: text.replace(BEHIND_SIGN, "/"), typed: typed ?? text, joint },
        read,
      );
      return slashed.length === 1 && typed ? slashed.map((one) => ({ ...one, typed })) : slashed;
    });
  return parts.flatMap((part) => splitPlus(part, read));
}

/** "Joints: synovitis" begins anew, whatever stands before it. */
function withoutHeading(part: Part, read: ReadPart): Part {
  const text = read(part.text) ? undefined : underHeading(part.text);
  return text === undefined ? part : { text, typed: part.text, joint: part.joint === "" ? "" : ";" };
}

const BOTH_BEFORE = /^both\s+(?=[a-z])/i;
const BOTH_AFTER = /\s+(?:(?:is|are|were)\s+)?(?:both|all)\s+(?=\S+(?:\s+detected)?$)|\s+(?:are|were)\s+(?=\S+$)/i;

/** "C3, C4 both low" and "both C3 and C4 low": two that a word joins. */
function withBoth(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part, at): readonly Part[] => withBothOf(part, parts[at - 1], parts[at + 1]));
}

/** "C3/C4 both low" */
const BOTH_OF_PAIR = /^([^\s/]+)\s*\/\s*([^\s/]+)\s+(?:(?:are|were)\s+)?both\s+(\S.*)$/i;

function withBothOf(part: Part, previous: Part | undefined, next: Part | undefined): readonly Part[] {
  const typed = part.typed ?? part.text;
  const [, one, other, result] = BOTH_OF_PAIR.exec(part.text) ?? [];
  if (one && other && result)
    return [
      { text: one, joint: part.joint },
      { text: `${other} ${result}`, joint: "and" },
    ];
  if (next && AND.test(next.joint) && BOTH_BEFORE.test(part.text))
    return [{ ...part, text: part.text.replace(BOTH_BEFORE, ""), typed }];
  if (previous && /^(?:,|and|&|\/)$/.test(part.joint) && BOTH_AFTER.test(part.text))
    return [{ text: part.text.replace(BOTH_AFTER, " "), typed, joint: "and" }];
  return [part];
}

const RESULT =
  "(?:(?<=[\\s:])(?:pos(?:itive)?|neg(?:ative)?|(?:not )?detected|absent|present|yes|no)|(?<=[a-z\\d]\\s)(?:low|normal)|[+–-]ve|[\\s:]\\(?[yn]\\)?)";
const BEHIND_RESULT = new RegExp(`(?<=${RESULT})\\s+(?=[a-z])`, "gi");
const ONE_RESULT = new RegExp(`^(?!(?:pos|neg|no|low|normal)\\S*\\s)[a-z].*${RESULT}$`, "i");
/** A result before its name. */
const FIRST = "(?:pos(?:itive)?|neg(?:ative)?|[+–-]ve|low|reduced|normal)";
const BEFORE_RESULT = new RegExp(`\\s+(?=${FIRST}\\s+[a-z])`, "gi");
const ONE_FIRST = new RegExp(`^${FIRST}\\s+[a-z](?!.*${RESULT}$)`, "i");

/** "SSA pos SSB neg" and "low C3 normal C4": names with a result behind each, or before each. */
function splitResults(part: Part, read: ReadPart): readonly Part[] {
  // "Ro+ve" is "Ro +ve".
  const apart = part.text.replaceAll(/(?<=[a-z\d])(?=[+–-]ve(?![a-z]))/gi, " ");
  for (const [between, one] of [
    [BEHIND_RESULT, ONE_RESULT],
    [BEFORE_RESULT, ONE_FIRST],
  ] as const) {
    const pieces = apart.split(between);
    if (pieces.length < 2 || pieces.length > MOST_PARTS || !pieces.every((piece) => one.test(piece))) continue;
    return read(part.text) ? [part] : pieces.map((text, at) => ({ text, joint: at === 0 ? part.joint : "," }));
  }
  return [part];
}

/** "malar rash + oral ulcers": a plus between two that say all for themselves. In "sm + ro" it may be a result. */
function splitPlus(part: Part, read: ReadPart): readonly Part[] {
  const { text, joint } = part;
  const pieces = text.split(/\s\+\s(?=[a-z])/i);
  const areFacts =
    pieces.length > 1 && pieces.length <= MOST_PARTS && pieces.every((one) => (read(one) ?? "asked") !== "asked");
  return areFacts ? pieces.map((one, at) => ({ text: one, joint: at === 0 ? joint : "and" })) : [part];
}

/** The names before which a line of values is split. */
export function valueNamesOf({ definitions, notRead }: Nameable): ReadonlySet<string> {
  const tests = Object.values(definitions.tests).flatMap(({ label, short, synonyms }) => [label, short, ...synonyms]);
  const others = notRead.flatMap(({ label, names }) => [label, ...names]);
  return new Set([...tests, ...others].map(squeezed));
}

/** Those of them that are units as well: "GPL". */
export function unitNamesOf({ definitions }: Nameable): ReadonlySet<string> {
  const tests = Object.values<NamedLabTest>(definitions.tests);
  return new Set(
    tests.flatMap((test) =>
      [test.short, ...test.synonyms].filter((name) => unitsSpelled(name, test).length > 0).map(squeezed),
    ),
  );
}

/** The names that say nothing without a result: those of tests, and of the findings that are a result. */
export function resultNamesOf(nameable: Nameable): ReadonlySet<string> {
  const findings = Object.values<NamedFinding>(nameable.definitions.findings);
  return new Set([...valueNamesOf(nameable), ...findings.flatMap(({ namesTest = [] }) => namesTest.map(squeezed))]);
}

/** So many words has the name of a test at most. */
const LONGEST_NAME = 5;

/** A name and its value in one word: "PLT=88". */
const STUCK = /^(.*?[a-z]\d?[:=-]|[a-z]+)([<>]?[\d.].*)$/i;

/** "c3 0.7 c4 0.08": a line of values without a mark between them, split before the name of each test but the first. */
function splitValues(
  { valueNames, unitNames }: { readonly valueNames: ReadonlySet<string>; readonly unitNames: ReadonlySet<string> },
  text: string,
  read: ReadPart,
): readonly string[] {
  // "aCL IgG 62 GPL <15": the unit of the value before it is no name of the next.
  const isValue = (end: number) => {
    const said = read(words.slice(starts.at(-1), end).join(" "));
    return said !== undefined && said !== "asked" && said.kind === "measure";
  };
  const isUnit = (at: number) => unitNames.has(squeezed(words[at] ?? "")) && (isValue(at + 1) || !isValue(at));
  const words = text.split(/\s+/).flatMap((word) => {
    const [, before = "", name = ""] = /^([<>]?[\d.,]*\d)[/|]([a-z].*)$/i.exec(word) ?? [];
    const isName = [name, STUCK.exec(name)?.[1] ?? ""].some((one) =>
      valueNames.has(squeezed(one.replace(/[:=-]$/, ""))),
    );
    return isName ? [before, name] : [word];
  });
  const starts: number[] = [0];
  // A name within another, "IgG" of "aCL IgG 12", begins nothing.
  for (let at = 1; at < words.length; at += 1) {
    const length = isValueBefore(valueNames, words, at) ? lengthOfName(valueNames, words, at) : 0;
    if (length === 0 || isUnit(at)) continue;
    starts.push(at);
    at += length;
  }
  return starts.map((at, position) =>
    words
      .slice(at, starts[position + 1])
      .join(" ")
      .replace(starts[position + 1] === undefined ? /$/ : /\s+[/|]$/, ""),
  );
}

function isValueBefore(valueNames: ReadonlySet<string>, words: readonly string[], at: number): boolean {
  return at === 1
    ? STUCK.test(words[0] ?? "") && lengthOfName(valueNames, words, 0) === 1
    : /\d/.test(words.slice(1, at).join(" "));
}

/** Of how many words the name is that stands before a value; 0 where none does. */
function lengthOfName(valueNames: ReadonlySet<string>, words: readonly string[], at: number): number {
  for (let length = LONGEST_NAME; length > 0; length -= 1) {
    const name = words.slice(at, at + length);
    const isName = (text: string) => valueNames.has(squeezed(text.replace(/[:=-]$/, "")));
    const [, last] = STUCK.exec(name.at(-1) ?? "") ?? [];
    if (last !== undefined && isName([...name.slice(0, -1), last].join(" "))) return length;
    const next = words.slice(at + length, at + length + 2).join(" ");
    if (/^(?:[=:-]\s)?[<>=:]*\s*[\d.]/.test(next) && isName(name.join(" "))) return length;
  }
  return 0;
}
