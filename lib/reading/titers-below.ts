import { TITER } from "../record/titer.ts";
import type { Line } from "./document.ts";
import type { Mention } from "./names.ts";
import type { Token } from "./tokens.ts";
import type { ReadingWords } from "./types.ts";

/** How many lines above its titer a test may be named. */
const MOST_ABOVE = 2;
/** A line's name stands among its first tokens. */
const NAMED_WITHIN = 3;

/**
 * Names for lines that begin with "Titer" alone, below the line that names their test ("ANA   Positive", and then
 * "Titer   2560"): that of the nearest line above, where its test has titers.
 */
export function titersBelow(
  lines: readonly Line[],
  tokens: readonly Token[],
  mentions: readonly Mention[],
  { definitions }: ReadingWords,
): readonly Mention[] {
  const named = new Map<number, Mention>();
  for (const mention of mentions) {
    const { kind } = mention.name;
    if (kind !== "test" && kind !== "other-test" && kind !== "classless") continue;
    const there = named.get(mention.from);
    if (!there || there.to < mention.to) named.set(mention.from, mention);
  }
  const nameOf = ({ body, to }: Line): Mention | undefined => {
    for (let at = body; at < Math.min(to, body + NAMED_WITHIN); at += 1) {
      const mention = named.get(at);
      if (mention) return mention;
    }
    return undefined;
  };
  return lines.flatMap((line, index) => {
    if (tokens[line.body]?.word !== "titer" || nameOf(line)) return [];
    for (let above = index - 1; above >= Math.max(0, index - MOST_ABOVE); above -= 1) {
      const other = lines[above];
      if (!other || other.paragraph !== line.paragraph) return [];
      const mention = nameOf(other);
      if (!mention) continue;
      const { name } = mention;
      return name.kind === "test" && definitions.tests[name.test].units.some(({ unit }) => unit === TITER)
        ? [{ ...mention, from: line.body, to: line.body + 1 }]
        : [];
    }
    return [];
  });
}
