import type { LabTest, LimitName } from "../../criteria/types.ts";
import { type TypedNumber, typedNumber } from "../record/typed-number.ts";

export interface TypedLimit {
  readonly name: LimitName;
  readonly number: TypedNumber;
}

const NAMED: readonly (readonly [RegExp, LimitName])[] = [
  [/^(?:p99|99(?:th|\.)?(?:\s*(?:percentile|centile|%))?)[\s:=]+(?=[<>\d])/i, "p99"],
  [/^(?:low|lln|lower(?:\s+limit)?|from)\b[\s:=]*/i, "low"],
  [/^(?:high|uln|upper(?:\s+limit)?|up\s*to|limit)\b[\s:=]*/i, "high"],
];

/**
 * Reads what stands in parentheses after a value: one limit, "(0.9)", which is the one that the test needs most;
 * a range, "(0.9-1.8)"; or named limits, "(high 20, p99 40)". Undefined when it is none of these.
 */
export function typedLimits(text: string, test: LabTest): readonly TypedLimit[] | undefined {
  if (text.trim() === "") return [];
  const range = rangeOf(text);
  // Of a range of titers, nobody can say which is the first that is positive.
  if (range) return range.some(({ number }) => number.ratio) ? undefined : range;
  const limits: TypedLimit[] = [];
  for (const part of text.split(/;|,\s+/)) {
    const limit = oneLimit(part.trim(), test);
    if (!limit || limits.some(({ name }) => name === limit.name)) return undefined;
    limits.push(limit);
  }
  return limits;
}

function rangeOf(text: string): readonly TypedLimit[] | undefined {
  const [from, to, ...more] = text.split(/[-–−]|\bto\b/i).map((part) => numberAlone(part));
  if (!from || !to || more.length > 0) return undefined;
  return [
    { name: "low", number: from },
    { name: "high", number: to },
  ];
}

function oneLimit(part: string, test: LabTest): TypedLimit | undefined {
  const named = NAMED.find(([words]) => words.test(part));
  const name = named?.[1] ?? test.limits?.[0]?.name;
  const number = numberAlone(named ? part.replace(named[0], "") : part);
  if (!name || !number || (number.ratio && /^up/i.test(part))) return undefined;
  return fits(number, name) ? { name, number } : undefined;
}

/**
 * A limit is often printed with a sign: "<20" as an upper one, ">0.9" as a lower one. The other way round the sign may
 * say where the values begin that are not normal, and the person says what is meant.
 */
function fits({ comparator }: TypedNumber, name: LimitName): boolean {
  return comparator === undefined || comparator === (name === "low" ? ">" : "<");
}

function numberAlone(text: string): TypedNumber | undefined {
  const number = typedNumber(text.trim());
  return number?.rest.trim() === "" ? number : undefined;
}
