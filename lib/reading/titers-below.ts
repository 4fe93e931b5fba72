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
 * Names for lines that begin with "Titer" or an assay alone, below the line that names their test ("ANA   Positive", and then
 * "Titer   2560"): that of the nearest line above, where its test has titers, or where it is a heading.
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
    if (hasName(line)) return [];
    const places = [...titersIn(tokens, line), ...assayIn(tokens, line)];
    if (places.length === 0) return [];
    for (let above = index - 1; above >= Math.max(0, index - MOST_ABOVE); above -= 1) {
      const other = lines[above];
      if (!other || other.paragraph !== line.paragraph) return [];
      const mention = nameOf(other);
      if (!mention) continue;
      const { name } = mention;
      if (name.kind !== "test") return [];
      const hasTiters = definitions.tests[name.test].units.some(({ unit }) => unit === TITER);
      const isHeading = tokens.slice(other.body, other.to).every(({ word }) => word !== ":") && !other.isRow;
      return places.flatMap(({ from, to, isTiter }) =>
        (isTiter ? hasTiters : isHeading) ? [{ ...mention, from, to }] : [],
      );
    }
    return [];
  });

  function hasName({ body, to }: Line): boolean {
    for (let at = body; at < to; at += 1) if (named.has(at)) return true;
    return false;
  }
}

interface Place {
  readonly from: number;
  readonly to: number;
  readonly isTiter: boolean;
}

/** "Titer" at the beginning of a line or of a sentence in it. */
function titersIn(tokens: readonly Token[], { body, to }: Line): readonly Place[] {
  for (let at = body; at < to; at += 1) {
    const isBeginning = at === body || (/^[.;]$/.test(tokens[at - 1]?.word ?? "") && tokens[at + 1]?.word === ":");
    if (tokens[at]?.word === "titer" && isBeginning) return [{ from: at, to: at + 1, isTiter: true }];
  }
  return [];
}

const ASSAY = new Set([
  "elisa",
  "eia",
  "feia",
  "clia",
  "ria",
  "immunoassay",
  "radioimmunoassay",
  "chemiluminescence",
  "farr",
]);
const BEFORE_COLON = 5;

/** An assay by name before a colon, under a heading that names what it measures: "Enzyme immunoassay: 96 IU/mL". */
function assayIn(tokens: readonly Token[], { body, to }: Line): readonly Place[] {
  const colon = tokens.slice(body, Math.min(to, body + BEFORE_COLON)).findIndex(({ word }) => word === ":");
  return colon > 0 && ASSAY.has(tokens[body + colon - 1]?.word ?? "")
    ? [{ from: body, to: body + colon, isTiter: false }]
    : [];
}
