import { TITER } from "../record/titer.ts";
import type { Amount } from "./amounts.ts";
import type { Line } from "./document.ts";
import { limitsIn } from "./limits-in-text.ts";
import type { Mention } from "./names.ts";
import { type NumberStyle, numberAt } from "./numbers.ts";
import type { TextState } from "./reading-state.ts";
import { unitAfter } from "./unit-after.ts";

/** A value that a text gives in lines of one label each. */
export interface LabeledValue {
  readonly mention: Mention;
  readonly amount: Amount;
  readonly to: number;
  readonly hasDay: boolean;
}

const NAME = new Set(["test", "result", "name", "analyte", "component", "investigation", "parameter"]);
const VALUE = new Set(["value", "result", "measured", "observed"]);
const UNIT = new Set(["unit"]);
const RANGE = new Set(["reference", "ref", "range", "normal", "interval", "limit"]);
const DAY = new Set(["date", "collected", "collection", "sampled", "taken", "drawn", "sample", "specimen"]);
/** Before the word of a label: "Your value", "Standard range". */
const LEADS = new Set(["your", "standard", "the"]);
/** Behind a name that is alone on its line. */
const OF_NAME = new Set(["count", "level", "absolute", "abs", "serum", "plasma", "ifa", "igg", ",", "-", "(", ")"]);
/** A line that is a name has it among its first tokens. */
const NAMED_WITHIN = 3;
/** Words before the colon of a label. */
const LABEL = 4;
/** Lines of one result. */
const MOST_LINES = 7;

/**
 * Results as portals export them, one thing to a line: "Test: C3", "Value: 0.69 g/L", "Reference: 0.75-1.65",
 * "Date: 12 Sep 2023", or the name alone and below it "Your value: 3.4 K/uL". By the line that has the value.
 */
export function labeledValues(state: TextState, style: NumberStyle): ReadonlyMap<Line, LabeledValue> {
  const { lines, tokens, mentions, plain, words } = state;
  const named = new Map<number, Mention>();
  for (const mention of mentions) {
    const there = named.get(mention.from);
    if (mention.name.kind === "test" && (!there || there.to < mention.to)) named.set(mention.from, mention);
  }
  const labelOf = ({ body, to }: Line): { readonly word: string; readonly behind: number } | undefined => {
    const first = LEADS.has(tokens[body]?.word ?? "") ? body + 1 : body;
    for (let at = first + 1; at < Math.min(to, first + LABEL + 1); at += 1)
      if (tokens[at]?.word === ":") return { word: tokens[first]?.word ?? "", behind: at + 1 };
    return undefined;
  };
  // "Absolute lymphocytes", alone on its line.
  const nameAt = ({ body, to }: Line): number => {
    for (let at = body; at < Math.min(to, body + NAMED_WITHIN); at += 1) if (named.has(at)) return at;
    return body;
  };
  const found = new Map<Line, LabeledValue>();
  for (const [index, line] of lines.entries()) {
    const label = labelOf(line);
    const mention =
      label && NAME.has(label.word) ? named.get(label.behind) : label ? undefined : named.get(nameAt(line));
    if (mention?.name.kind !== "test" || line.to - mention.to > 2) continue;
    if (!label && !tokens.slice(mention.to, line.to).every(({ word }) => OF_NAME.has(word))) continue;
    const test = words.definitions.tests[mention.name.test];
    const of: { value?: Line; at?: number; unit?: number; range?: string; day?: string; hasDay: boolean } = {
      hasDay: false,
    };
    for (const below of lines.slice(index + 1, index + MOST_LINES)) {
      const own = below.paragraph === line.paragraph ? labelOf(below) : undefined;
      if (
        !own ||
        (!label && of.at === undefined && !VALUE.has(own.word) && !RANGE.has(own.word)) ||
        (NAME.has(own.word) && named.has(own.behind))
      )
        break;
      const start = tokens[own.behind]?.start ?? 0;
      if (VALUE.has(own.word) && of.at === undefined) {
        of.value = below;
        of.at = start;
      } else if (UNIT.has(own.word)) of.unit = start;
      else if (RANGE.has(own.word)) of.range = plain.text.slice(start, tokens[below.to - 1]?.end ?? start);
      else if (DAY.has(own.word) && tokens[own.behind]?.kind === "day") {
        of.hasDay = true;
        const day = tokens[own.behind]?.day;
        if (day) of.day = day;
      }
    }
    const number = of.at === undefined ? undefined : numberAt(plain.text, of.at, style);
    if (!number || of.at === undefined || !of.value) continue;
    const isTiter = number.ratio && test.units.some(({ unit }) => unit === TITER);
    const written = isTiter
      ? { unit: TITER, times: [1, 1] as const }
      : (unitAfter(plain.text, number.end, test) ??
        (of.unit === undefined ? undefined : unitAfter(plain.text, of.unit, test)));
    if (!written || written === "other") continue;
    found.set(of.value, {
      mention,
      to: of.value.to,
      hasDay: of.hasDay,
      amount: {
        test: mention.name.test,
        at: of.at,
        number,
        unit: written.unit,
        times: written.times,
        ...(of.range !== undefined && limitsIn(of.range, style) && { limits: of.range }),
        ...(of.day && { day: of.day }),
      },
    });
  }
  return found;
}
