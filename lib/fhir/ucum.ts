import ucum from "@lhncbc/ucum-lhc";
import { withoutConsole } from "../silence.ts";
import type { Convert } from "./import/report.ts";
import { canBeUnit } from "./unit-text.ts";

/**
 * The converter of the US National Library of Medicine. A large package: this module is only ever loaded when a unit
 * has to be converted.
 *
 * A unit that the package had to correct or to guess is not converted. What comes back is rounded to 12 digits, which
 * is more than any laboratory reports and less than its binary arithmetic blurs. The package prints units that it
 * cannot read, and a unit may hold what nobody may print; so it is given no way to. A unit on which it breaks, such as
 * one that is called as what every object has, "constructor", is one that it cannot read.
 */
export const convertUcum: Convert = (value, from, to) => {
  if (!canBeUnit(from) || !canBeUnit(to)) return undefined;
  try {
    const { status, toVal, msg } = withoutConsole(() => ucum.UcumLhcUtils.getInstance().convertUnitTo(from, value, to));
    if (status !== "succeeded" || toVal === null || (msg ?? []).length > 0) return undefined;
    return Number(toVal.toPrecision(12));
  } catch {
    return undefined;
  }
};
