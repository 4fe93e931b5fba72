import type { LabTest, NamedLabTest } from "../../../criteria/types.ts";
import { TITER } from "../../record/titer.ts";
import { type Amount, isTiter, type Read, readQuantity, readTiter } from "./quantity.ts";
import type { Convert } from "./report.ts";
import { type Json, number, object, text } from "./resources.ts";
import { originalOf } from "./result-words.ts";

export function isTiterOnly(test: LabTest): boolean {
  return test.units.every(({ unit }) => unit === TITER);
}

const WHAT_A_TITER_IS =
  "which is 1 to a whole number: its assay gives an index, a ratio or units, or its dilution cannot be read";

/** At least, or at most, a number. */
const INCLUSIVE = /^\s*(?:[<>]=|[≤≥])/;

const WHY_NOT_INCLUSIVE = "the comparator cannot be kept: a record has < and >. Enter the titer yourself";

type MaybeRead = (Read & { readonly isNoTiter?: true }) | undefined;

/** The number of a result with its unit, or why it cannot be read; undefined where it says no number. */
export function amountOf(part: Json, test: NamedLabTest, convert: Convert | undefined): MaybeRead {
  const hasTiter = test.units.some(({ unit }) => unit === TITER);
  const titer: Amount | undefined = hasTiter
    ? readTiter(part["valueRatio"], part["valueString"], test.beside)
    : undefined;
  if (titer) return { amount: titer };
  const shown = originalOf("", part);
  const noTiter = (more = ""): MaybeRead => ({
    why: `${shown} is not a titer, ${WHAT_A_TITER_IS}${more}`,
    isNoTiter: true,
  });
  const quantity = object(part["valueQuantity"]);
  if (quantity) {
    const read = readQuantity(quantity, test, isTiterOnly(test) ? () => undefined : convert);
    if ("why" in read && isTiterOnly(test) && INCLUSIVE.test(shown)) return { why: `${shown}: ${read.why}` };
    if ("why" in read) return isTiterOnly(test) ? noTiter(` (${read.why})`) : read;
    return read.amount.unit === TITER && !isTiter(read.amount, quantity) ? noTiter() : read;
  }
  if (number(part["valueInteger"]) !== undefined) return { why: `there is no unit: ${shown}` };
  if (part["valueRatio"] !== undefined)
    return { why: `${shown}: the ratio is not a titer of the form 1:160, and is read as nothing else` };
  if (isTiterOnly(test) && INCLUSIVE.test(shown)) return { why: `${shown}: ${WHY_NOT_INCLUSIVE}` };
  // Text with a figure in it is a result that could not be read, and not the word "positive".
  return isTiterOnly(test) && /\d/.test(text(part["valueString"]) ?? "") ? noTiter() : undefined;
}
