import type { LabTest } from "../../../criteria/types.ts";
import { unitsWritten } from "../../record/unit-spelling.ts";
import { acceptedUnit, differentUnits } from "../../record/units.ts";
import type { Person } from "./patient-facts.ts";
import { between, printedOtherwise, readQuantity } from "./quantity.ts";
import type { Convert } from "./report.ts";
import { type Json, number, object, text } from "./resources.ts";

/** What a range stands beside. */
export interface Beside {
  /** The unit that the value was read in. */
  readonly unit: string;
  /** The value as it was sent. */
  readonly sent: Json | undefined;
  readonly test: LabTest;
  readonly person: Person;
  /** The day of the value, YYYY-MM-DD. */
  readonly day: string | undefined;
}

/** One limit of a range in the unit that the value beside it was read in, or why there is none. */
export function readLimit(
  quantity: unknown,
  { unit, sent: value, test }: Beside,
  convert: Convert | undefined,
): number | "unread" | "convert" | undefined {
  const sent = object(quantity);
  if (!sent) return undefined;
  const amount = number(sent["value"]);
  if (sent["comparator"] !== undefined || amount === undefined) return "unread";
  const [code, words] = [text(sent["code"])?.trim(), text(sent["unit"])?.trim()];
  if (code === undefined && words === unit) return amount;
  // A limit without a unit of its own, or with the value's own, is in the value's, as that was sent.
  const isValues = (code === undefined || code === text(value?.["code"])) && isSame(words, text(value?.["unit"]));
  if (code === unit && (words === undefined || isValues || !printedOtherwise(sent, { value: amount, unit }, test))) {
    return amount;
  }
  if ((code === undefined && words === undefined) || isValues) {
    return inValuesUnit({ ...value, value: amount, comparator: undefined }, unit, test, convert);
  }
  const found = readQuantity(sent, test, convert);
  if (!("why" in found) && printedOtherwise(sent, found.amount, test)) return "unread";
  if (!("why" in found)) return between(found.amount, unit, test) ?? "unread";
  if (found.needsConverter) return "convert";
  // What the code does not say, the words may: "mg/dl", "10^9/L".
  const [meant, another] = differentUnits(words === undefined ? [] : unitsWritten(words, test));
  if (!meant || another || (code !== undefined && acceptedUnit(test, code))) return "unread";
  return between({ value: amount, unit: meant.unit }, unit, test) ?? "unread";
}

function isSame(words: string | undefined, others: string | undefined): boolean {
  return words === undefined ? false : words.toLowerCase() === others?.trim().toLowerCase();
}

function inValuesUnit(quantity: Json, unit: string, test: LabTest, convert: Convert | undefined) {
  const found = readQuantity(quantity, test, convert);
  if ("why" in found) return found.needsConverter ? "convert" : "unread";
  return between(found.amount, unit, test) ?? "unread";
}
