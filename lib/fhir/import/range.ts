import type { LabTest } from "../../../criteria/types.ts";
import { plus, rational, times } from "../../record/rational.ts";
import { acceptedUnit, canonical } from "../../record/units.ts";
import { type Amount, readQuantity, readTiter, TITER } from "./quantity.ts";
import type { Convert } from "./report.ts";
import { codesOf, type Json, number, object, objects, short, text } from "./resources.ts";

export interface Limits {
  readonly low?: number;
  readonly high?: number;
  readonly remarks: readonly string[];
  readonly needsConverter: boolean;
}

const none = (...remarks: readonly string[]): Limits => ({ remarks, needsConverter: false });

/** The laboratory's limits beside a value as it was sent, in the unit that the value was read in. */
export function readRange(
  ranges: unknown,
  unit: string,
  value: Json | undefined,
  test: LabTest,
  convert: Convert | undefined,
): Limits {
  const all = objects(ranges);
  const normal = all.filter((range) => !range["type"] || codesOf(range["type"]).some(({ code }) => code === "normal"));
  if (all.length === 0) return none();
  const [range, another] = normal;
  if (!range || another) return none("Several reference ranges: none was taken. Enter the one that applies.");
  if (unit === TITER) return readFirstPositive(range);
  const words = text(range["text"]);
  const low = limit(range["low"], unit, value, test, convert);
  const high = limit(range["high"], unit, value, test, convert);
  if (typeof low === "number" && typeof high === "number" && low > high) {
    return none("The range has its lower limit above its upper one, and was not taken.");
  }
  const numbers = [low, high].filter((one) => typeof one === "number");
  const remarks = [
    ...(low === "unread" || high === "unread" ? ["A limit in another unit was not taken."] : []),
    ...(numbers.length === 0 && words ? [`The range is only text, and was not taken: ${short(words, 60)}`] : []),
  ];
  return {
    ...(typeof low === "number" && { low }),
    ...(typeof high === "number" && { high }),
    remarks,
    needsConverter: low === "convert" || high === "convert",
  };
}

function limit(
  quantity: unknown,
  unit: string,
  value: Json | undefined,
  test: LabTest,
  convert: Convert | undefined,
): number | "unread" | "convert" | undefined {
  const sent = object(quantity);
  if (!sent) return undefined;
  if (sent["comparator"] !== undefined) return "unread";
  const says = text(sent["code"]) ?? text(sent["unit"]);
  if (says === unit) return number(sent["value"]) ?? "unread";
  // A limit without a unit of its own is in the value's, as that was sent.
  const { unit: words, code, system } = value ?? {};
  const found = readQuantity(
    says === undefined ? { value: sent["value"], unit: words, code, system } : sent,
    test,
    convert,
  );
  if ("why" in found) return found.needsConverter ? "convert" : "unread";
  return between(found.amount, unit, test) ?? "unread";
}

/** An amount in another unit of the test that measures the same, exactly but for the last rounding. */
function between({ value, unit }: Amount, to: string, test: LabTest): number | undefined {
  if (unit === to) return value;
  const [from, into] = [acceptedUnit(test, unit), acceptedUnit(test, to)];
  // Units without a factor between them, such as those of antibodies, do not convert into each other.
  if (!from || !into || !(from.times || into.times)) return undefined;
  const [numerator, denominator] = into.times ?? [1, 1];
  const scaled = times(canonical(value, from), { n: BigInt(denominator), d: BigInt(numerator) });
  const { n, d } = plus(scaled, rational(-(into.plus ?? 0)));
  return Number((Number(n) / Number(d)).toPrecision(12));
}

/** For a titer, a range printed "<1:80" means that 1:80 is the first that the laboratory calls positive. */
function readFirstPositive(range: Json): Limits {
  const words = text(range["text"]);
  const below = readTiter(undefined, words);
  if (below?.comparator === "<") return { high: below.value, remarks: [], needsConverter: false };
  return none("The laboratory's limit was not taken: enter the first titer that it calls positive.");
}
