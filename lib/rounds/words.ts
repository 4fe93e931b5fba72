/** Words that every window of a room uses alike. */
import type { Certainty } from "./room.ts";

export const CERTAINTIES: readonly Certainty[] = [1, 2, 3];

export function certaintyWords(certainty: Certainty): string {
  return certainty === 1 ? "Guessing" : certainty === 2 ? "Fairly sure" : "Sure";
}

const isCause = (key: string) => key.startsWith("explained:");

/** The right answers in words. Where it does not matter which cause explains a finding, none is named. */
export function rightWords(
  right: readonly string[],
  choices: readonly { readonly key: string; readonly label: string }[],
): string {
  const isAnyCause = right.some(isCause) && choices.every(({ key }) => !isCause(key) || right.includes(key));
  const named = right
    .filter((key) => !isAnyCause || !isCause(key))
    .map((key) => choices.find((one) => one.key === key)?.label ?? key);
  return [...(isAnyCause ? ["Present, but something else explains it"] : []), ...named].join(", or: ");
}

/** "12, needs 10": a score beside its threshold. */
export function scoreBeside({
  score,
  threshold,
  comparison,
}: {
  readonly score: number;
  readonly threshold: number;
  readonly comparison: ">=" | ">";
}): string {
  return comparison === ">=" ? `${score}, needs ${threshold}` : `${score}, needs more than ${threshold}`;
}

/** The address that deals cases on these rules. */
export function practiceAddress(rules: readonly string[]): string {
  const some = rules.slice(0, 8);
  return `/practice/sitting?rule=${encodeURIComponent(some.join(","))}&n=${Math.max(5, some.length)}`;
}
