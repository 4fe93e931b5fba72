import type { Condition } from "../../criteria/types.ts";
import type { Leaf } from "../definition/walk.ts";

/**
 * What is left of a condition once the facts are read, as a question about the answers to the findings that are still
 * unknown (bit i of `answers` is set when the i-th of them is present). It is settled, met when any of some bits is
 * set, or anything else. A condition is judged for each way of answering, of which there are hundreds; what the facts
 * say of it is read once.
 */
export type LeftOpen = boolean | number | ((answers: number) => boolean);

/** Whether what is left of a condition is met by these answers. */
export function isMet(left: LeftOpen, answers: number): boolean {
  if (typeof left === "number") return (left & answers) !== 0;
  return typeof left === "boolean" ? left : left(answers);
}

/** What is left of a condition, by what is left of each leaf. */
export function leftOf(condition: Condition, read: (leaf: Leaf) => boolean | number): LeftOpen {
  switch (condition.kind) {
    case "present":
    case "recorded":
      return read(condition);
    case "all":
      return all(condition.of.map((part) => leftOf(part, read)));
    case "any":
      return any(condition.of.map((part) => leftOf(part, read)));
    case "atLeast":
      return atLeast(
        condition.count,
        condition.of.map((part) => leftOf(part, read)),
      );
    case "not":
      return not(leftOf(condition.of, read));
  }
}

function all(parts: readonly LeftOpen[]): LeftOpen {
  if (parts.includes(false)) return false;
  const open = parts.filter((part) => part !== true);
  const [only = true] = open;
  return open.length < 2 ? only : (answers) => open.every((part) => isMet(part, answers));
}

function any(parts: readonly LeftOpen[]): LeftOpen {
  if (parts.includes(true)) return true;
  const open = parts.filter((part) => typeof part === "function");
  const bits = parts.reduce<number>((sum, part) => (typeof part === "number" ? sum | part : sum), 0);
  if (open.length > 0) return (answers) => (bits & answers) !== 0 || open.some((part) => part(answers));
  return bits === 0 ? false : bits;
}

function atLeast(count: number, parts: readonly LeftOpen[]): LeftOpen {
  const missing = count - parts.filter((part) => part === true).length;
  const open = parts.filter((part) => typeof part !== "boolean");
  if (open.length < missing) return false;
  return (answers) => open.filter((part) => isMet(part, answers)).length >= missing;
}

function not(part: LeftOpen): LeftOpen {
  return typeof part === "boolean" ? !part : (answers) => !isMet(part, answers);
}
