import type { NamedLabTest } from "../../criteria/types.ts";
import { writtenUnits } from "../record/unit-spelling.ts";
import { limitsAt, type TypedLimit, takeLimits } from "./limits.ts";
import { squeezed, wordsOf } from "./words.ts";

/** What was written beside a value, part by part. */
export interface BesideValue {
  readonly limits: readonly TypedLimit[];
  readonly unit: string;
  /** The unit that the limits were written in, where they have one of their own. */
  readonly limitUnit: string;
  readonly method?: string;
  /** What the laboratory's mark or word says of the value. */
  readonly flags: readonly Flag[];
  /** Words that change nothing and are not kept, such as the pattern of an ANA. */
  readonly unkept: readonly string[];
  /** Those after which the person has to say whether the value is meant. */
  readonly doubted: readonly string[];
}

export type Flag = "low" | "high" | "marked" | "positive" | "negative";

const FLAGS: readonly (readonly [RegExp, Flag])[] = [
  [/^(?:L{1,2}|(?:low|LOW|Low)|↓{1,3})$/, "low"],
  [/^(?:H{1,2}|(?:high|HIGH|High)|↑{1,3})$/, "high"],
  [/^(?:\*{1,3}|!{1,2}|[Aa]bn(?:ormal)?|ABN(?:ORMAL)?|A{1,2}|[Cc]rit(?:ical)?|CRIT(?:ICAL)?|[Ff]lagged)$/, "marked"],
  [/^(?:positive|pos|detected|reactive)$/i, "positive"],
  [/^(?:negative|neg|non-?reactive)$/i, "negative"],
];

const NOTHING: BesideValue = { limits: [], unit: "", limitUnit: "", flags: [], unkept: [], doubted: [] };

/**
 * Reads what stands after a value and what stands in parentheses beside it, in any order: unit, limits with their
 * words, method, the laboratory's mark, and words that a test allows there. Undefined where a part in parentheses is
 * none of these; what is none of them outside is left as the unit, for the message that refuses it.
 */
export function besideValue(after: string, inside: readonly string[], test: NamedLabTest): BesideValue | string {
  let beside: BesideValue = NOTHING;
  for (const part of inside.flatMap((text) => text.split(/;|,(?!\d)|,\s/))) {
    if (part.trim() === "") continue;
    const read = insidePart(part.trim(), test);
    const joined = read && joinedTo(beside, read);
    if (!joined) return part.trim();
    beside = joined;
  }
  const { limits, rest } = takeLimits(after, test);
  const joined = joinedTo(beside, { ...words(rest, test), limits });
  return joined ?? after.trim();
}

/** One part in parentheses: limits with what follows them, or words and a unit. */
function insidePart(part: string, test: NamedLabTest): BesideValue | undefined {
  const limits = limitsAt(part, test);
  const said = words(limits ? limits.rest : part, test);
  if (said.unit !== "" && writtenUnits(said.unit, test).length === 0) return undefined;
  if (!limits) return said;
  return { ...said, limits: limits.limits, unit: "", limitUnit: said.unit };
}

/** Both together; undefined where both say the same thing, each in its own way. */
function joinedTo(one: BesideValue, other: BesideValue): BesideValue | undefined {
  const limits = [...one.limits, ...other.limits];
  if (new Set(limits.map(({ name }) => name)).size < limits.length) return undefined;
  if ((one.unit && other.unit) || (one.method && other.method)) return undefined;
  const method = one.method ?? other.method;
  return {
    limits,
    unit: one.unit || other.unit,
    limitUnit: one.limitUnit || other.limitUnit,
    ...(method && { method }),
    flags: [...one.flags, ...other.flags],
    unkept: [...one.unkept, ...other.unkept],
    doubted: [...one.doubted, ...other.doubted],
  };
}

/** Sorts words into marks, method and what a test allows beside its value; the rest is the unit. */
function words(text: string, test: NamedLabTest): BesideValue {
  const whole = text.replaceAll(/[,;](?=\s|$)/g, " ").trim();
  if (whole === "" || writtenUnits(whole, test).length > 0) return { ...NOTHING, unit: whole };
  const flags: Flag[] = [];
  const unkept: string[] = [];
  const doubted: string[] = [];
  const left: string[] = [];
  for (const word of whole.split(/\s+/)) {
    // A mark may stick to what comes before it: "K/uL*".
    const bare = word.replace(/[*!↓↑,;]+$/u, "");
    const mark = FLAGS.find(([pattern]) => pattern.test(bare === "" ? word.replace(/[,;]$/, "") : bare));
    const stuck = bare === "" ? undefined : FLAGS.find(([pattern]) => pattern.test(word.slice(bare.length)));
    if (stuck) flags.push(stuck[1]);
    if (mark) flags.push(mark[1]);
    else if (isBeside(bare, test.beside)) unkept.push(bare);
    else if (isBeside(bare, test.besideDoubted)) doubted.push(bare);
    else if (!NEUTRAL.has(bare.toLowerCase())) left.push(stuck ? bare : word);
  }
  const { method, rest } = takeMethod(left, test);
  return { ...NOTHING, ...(method && { method }), flags, unkept, doubted, unit: rest.join(" ") };
}

/** What a test is measured in or as, and what says nothing beside its name. */
const NEUTRAL = new Set(["ab", "abs", "absolute", "antibody", "antibodies", "level", "levels", "serum", "plasma"]);

/** Words that join others and say nothing beside a value. */
const JOINING = new Set(["and", "by", "on", "pattern", "with", "via", "method", "assay", "&"]);

function isBeside(word: string, allowed: readonly string[] = []): boolean {
  return word !== "" && allowed.some((one) => squeezed(one) === squeezed(word));
}

/** A method is named by its id or by words of its label that no unit is written with. */
function takeMethod(words: readonly string[], test: NamedLabTest): { method?: string; rest: readonly string[] } {
  for (const { id, label } of test.methods ?? []) {
    const names = methodWords(id, label);
    const others = words.filter((word) => !names.has(squeezed(word)));
    if (others.length < words.length) return { method: id, rest: others.filter((word) => !JOINING.has(word)) };
  }
  return { rest: test.beside ? words.filter((word) => !JOINING.has(word.toLowerCase())) : words };
}

/** The words by which a method is named, without those that a unit is written with. */
export function methodWords(id: string, label: string): ReadonlySet<string> {
  return new Set(wordsOf(`${id} ${label}`).filter((word) => word.length > 3));
}

/** Every word that may stand between the name of some test and its value: methods, and what the tests allow there. */
export function besideWords(tests: readonly NamedLabTest[]): ReadonlySet<string> {
  const methods = tests.flatMap(({ methods = [] }) => methods.flatMap(({ id, label }) => [...methodWords(id, label)]));
  const allowed = tests.flatMap(({ beside = [], besideDoubted = [] }) => [...beside, ...besideDoubted]);
  return new Set([
    ...methods,
    ...allowed.map(squeezed),
    ...JOINING,
    ...[...NEUTRAL].map(squeezed),
    "positive",
    "pos",
    "negative",
    "neg",
    "detected",
    "reactive",
  ]);
}
