import type { Sentence } from "./document.ts";
import type { Mention } from "./names.ts";
import type { NumberStyle } from "./numbers.ts";
import { firstValue } from "./prose/first-value.ts";
import { isBareClass, isClassTest, longestNames, nextName } from "./prose/names.ts";
import { nextValue } from "./prose/next-value.ts";
import type { NoValue, ProseValue } from "./prose/value.ts";
import type { TextState } from "./reading-state.ts";

/** Reads the values of a sentence, in order. */
export function valuesInSentence(
  state: TextState,
  sentence: Sentence,
  style: NumberStyle,
): { readonly values: readonly ProseValue[]; readonly none: readonly NoValue[] } {
  const values: ProseValue[] = [];
  const none: NoValue[] = [];
  const mentions = longestNames(state.mentionsOf(sentence));
  let behind = sentence.from;
  let lastClassless: Mention | undefined;
  for (const mention of mentions) {
    if (mention.from < behind) continue;
    const { name } = mention;
    if (name.kind !== "test" && name.kind !== "classless" && !isBareClass(state, mention, lastClassless)) continue;
    const end = nextName(mentions, mention, sentence.to);
    if (name.kind === "classless" || (name.kind === "test" && isClassTest(state, name.test))) lastClassless = mention;
    const first = firstValue(state, sentence, mention, end, style);
    if (!first) continue;
    if ("why" in first) {
      none.push(first);
      continue;
    }
    values.push(first);
    behind = first.to;
    for (let next = nextValue(state, first, end, style); next; next = nextValue(state, next, end, style)) {
      values.push(next);
      behind = next.to;
    }
  }
  return { values, none };
}
