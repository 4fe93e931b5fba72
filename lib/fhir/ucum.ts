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
  return converted(value, from, to) ?? withinArbitrary(value, from, to);
};

/** Of a unit that its own assay defines, such as "[IU]", its prefix, itself, and what it is divided by. */
const ARBITRARY = /^([kmun]?)(\[[^\]]+\])((?:\/[A-Za-z]{1,3})?)$/;

/**
 * UCUM converts an arbitrary unit into no other one. The package refuses it its own multiples as well: 1 [IU]/mL is
 * 1000 [IU]/L, as 1 g/mL is 1000 g/L.
 */
function withinArbitrary(value: number, from: string, to: string): number | undefined {
  const [[, before, unit, per], [, beforeTo, unitTo, perTo]] = [ARBITRARY.exec(from) ?? [], ARBITRARY.exec(to) ?? []];
  if (unit === undefined || unit !== unitTo || (per === "") !== (perTo === "")) return undefined;
  return converted(value, `${before}g${per}`, `${beforeTo}g${perTo}`);
}

function converted(value: number, from: string, to: string): number | undefined {
  try {
    const { status, toVal, msg } = withoutConsole(() => ucum.UcumLhcUtils.getInstance().convertUnitTo(from, value, to));
    if (status !== "succeeded" || toVal === null || (msg ?? []).length > 0) return undefined;
    return Number(toVal.toPrecision(12));
  } catch {
    return undefined;
  }
}
