import type { Misreading } from "../../criteria/practice/types.ts";
import { inSentence } from "../explain/values.ts";
import type { Explanation } from "./recognize.ts";

/** A misreading in one sentence: what was done, and what the set says instead. */
export function misreadingSentence(misreading: Misreading): string {
  return `${clause(misreading)}.`;
}

/** Everything that an explanation says was done, and what the set says instead, in one sentence. */
export function explanationSentence({ misreadings }: Pick<Explanation, "misreadings">): string {
  return `${misreadings.map((one, position) => (position === 0 ? clause(one) : inClause(clause(one)))).join("; and ")}.`;
}

function clause({ title, rule }: Misreading): string {
  return `${withoutEnd(title)}: ${inClause(withoutEnd(rule))}`;
}

const withoutEnd = (sentence: string) => sentence.replace(/\.$/, "");

/** A sentence within another: its first word small, unless it is an abbreviation or a name. */
function inClause(sentence: string): string {
  return sentence.startsWith("A ") ? `a${sentence.slice(1)}` : inSentence(sentence);
}
