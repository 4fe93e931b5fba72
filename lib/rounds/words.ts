/** Words that every window of a room uses alike. */
import { list } from "../definition/words.ts";
import type { Certainty } from "./room.ts";

export const CERTAINTIES: readonly Certainty[] = [1, 2, 3];

export function certaintyWords(certainty: Certainty): string {
  return certainty === 1 ? "Guessing" : certainty === 2 ? "Fairly sure" : "Sure";
}

const isCause = (key: string) => key.startsWith("explained:");

/**
 * The right answers in words. Where it does not matter which cause explains a finding, none is named; where it does,
 * those that are right stand in one sentence, or the fewer that are not.
 */
export function rightWords(
  right: readonly string[],
  choices: readonly { readonly key: string; readonly label: string }[],
): string {
  const label = (key: string) => choices.find((one) => one.key === key)?.label ?? key;
  const causes = right.filter(isCause);
  const wrong = choices.flatMap(({ key }) => (isCause(key) && !causes.includes(key) ? [key] : []));
  const named = (keys: readonly string[]) =>
    list(
      keys.map((key) => causeNamed(label(key))),
      "or",
    );
  const explained =
    wrong.length === 0
      ? "something else"
      : wrong.length < causes.length
        ? `something other than ${named(wrong)}`
        : named(causes);
  // A single cause is named as it was offered.
  const asCauses =
    wrong.length === 0 || causes.length > 1 ? `Present, but ${explained} explains it` : causes.map(label).join();
  return [...(causes.length > 0 ? [asCauses] : []), ...right.filter((key) => !isCause(key)).map(label)].join(", or: ");
}

/** "a drug", of the answer "Present, but a drug explains it (such as heparin)". */
function causeNamed(label: string): string {
  return /^Present, but (.+?) explains it/.exec(label)?.[1] ?? label;
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
