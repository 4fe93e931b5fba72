import ucum from "@lhncbc/ucum-lhc";
import type { Convert } from "./import/report.ts";

/**
 * The converter of the US National Library of Medicine. A large package: this module is only ever loaded when a unit
 * has to be converted.
 *
 * A unit that the package had to correct or to guess is not converted. What comes back is rounded to 12 digits, which
 * is more than any laboratory reports and less than its binary arithmetic blurs.
 */
export const convertUcum: Convert = (value, from, to) => {
  const { status, toVal, msg } = ucum.UcumLhcUtils.getInstance().convertUnitTo(from, value, to);
  if (status !== "succeeded" || toVal === null || (msg ?? []).length > 0) return undefined;
  return Number(toVal.toPrecision(12));
};
