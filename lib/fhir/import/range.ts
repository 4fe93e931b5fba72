import type { LabTest } from "../../../criteria/types.ts";
import { isDilution, TITER } from "../../record/titer.ts";
import { readTiter } from "./quantity.ts";
import { rangeFor } from "./range-for-whom.ts";
import { type Beside, readLimit } from "./range-limit.ts";
import { textContradicts, writtenRange } from "./range-text.ts";
import type { Convert } from "./report.ts";
import { type Json, number, object, objects, short, text } from "./resources.ts";

export interface Limits {
  readonly low?: number;
  readonly high?: number;
  readonly remarks: readonly string[];
  readonly needsConverter: boolean;
}

const none = (...remarks: readonly string[]): Limits => ({ remarks, needsConverter: false });

/**
 * The laboratory's limits beside a value, in the unit that the value was read in. Of several ranges, or of one that is
 * bound to some people, the one is taken that provably applies to the patient; else none, and a remark says for whom
 * they are. A limit that can be none is left out with a remark: the value is kept.
 */
export function readRange(ranges: unknown, beside: Beside, convert: Convert | undefined): Limits {
  const all = [...new Map(objects(ranges).map((range) => [JSON.stringify(range), range])).values()];
  const { range, remarks } = rangeFor(all, beside.person, beside.day);
  if (!range) return none(...remarks);
  if (beside.unit === TITER) return also(remarks, readFirstPositive(range));
  const words = text(range["text"]);
  const hasNumbers = [range["low"], range["high"]].some((end) => number(object(end)?.["value"]) !== undefined);
  if (hasNumbers && textContradicts(range)) {
    const why = `The text of the range, ${short(words ?? "", 60)}, says something else than its limits, which were not taken`;
    return none(...remarks, `${why}: ${writtenRange(range)}.`);
  }
  const low = readLimit(range["low"], beside, convert);
  const high = readLimit(range["high"], beside, convert);
  const numbers = { ...(typeof low === "number" && { low }), ...(typeof high === "number" && { high }) };
  const isUnread = low === "unread" || high === "unread";
  const { kept, why } = withoutPlaceholders(numbers, beside.test);
  return {
    ...kept,
    remarks: [
      ...remarks,
      ...(isUnread ? [`A limit in another unit was not taken: ${writtenRange(range)}.`] : []),
      ...(why === undefined ? [] : [`${why}: ${writtenRange(range)}.`]),
      ...(Object.keys(numbers).length === 0 && !isUnread && words
        ? [`The range is only text, and was not taken: ${short(words, 60)}`]
        : []),
    ],
    needsConverter: low === "convert" || high === "convert",
  };
}

function also(remarks: readonly string[], limits: Limits): Limits {
  return { ...limits, remarks: [...remarks, ...limits.remarks] };
}

/** A number of nothing but nines is what a program writes for "no limit". */
const NINES = /^9{3,}(\.9+)?$/;

/** The limits without those that stand for "none": numbers of nines, below zero, nothing as a limit, two that are the same. */
function withoutPlaceholders({ low, high }: Pick<Limits, "low" | "high">, test: LabTest) {
  const isAsked = (name: "low" | "high") => test.limits?.some((one) => one.name === name) ?? false;
  const isNone = (one: number | undefined) => one !== undefined && (one < 0 || NINES.test(String(one)));
  if (low !== undefined && high !== undefined) {
    if (low > high) return { kept: {}, why: "The range has its lower limit above its upper one, and was not taken" };
    if (low === high) return { kept: {}, why: "The range has the same lower and upper limit, and was not taken" };
  }
  const noHigh = isNone(high) || high === 0;
  const noLow = isNone(low) || (low === 0 && (isAsked("low") || high === undefined || noHigh));
  const kept = {
    ...(low !== undefined && !noLow && { low }),
    ...(high !== undefined && !noHigh && { high }),
  };
  return { kept, why: noLow || noHigh ? "Of the range, a limit that stands for none was left out" : undefined };
}

/** For a titer, a range printed "<1:80" means that 1:80 is the first that the laboratory calls positive. */
function readFirstPositive(range: Json): Limits {
  const words = text(range["text"]);
  const below = readTiter(undefined, words);
  if (below?.comparator === "<" && isDilution(below.value)) {
    return { high: below.value, remarks: [], needsConverter: false };
  }
  return none("The laboratory's limit was not taken: enter the first titer that it calls positive.");
}
