import type { Estimate } from "../../../lib/cohort/statistics.ts";

export const whole = (number: number): string => number.toLocaleString("en-US");

const percent = (part: number): string => `${(100 * part).toFixed(1)}%`;

/** "12 (0.6%)", of so many. */
export function counted(count: number, of: number): string {
  return of === 0 ? whole(count) : `${whole(count)} (${percent(count / of)})`;
}

/** "52.0% (49.8% to 54.2%)". */
export function shareWords(share: Estimate | undefined): string {
  return share ? `${percent(share.value)} (${percent(share.low)} to ${percent(share.high)})` : "no patient";
}

export function sharePlain(count: number, of: number): string {
  return of === 0 ? "no patient" : percent(count / of);
}

/** "0.82 (0.79 to 0.85)". */
export function kappaWords(kappa: Estimate | undefined): string {
  return kappa ? `${two(kappa.value)} (${two(kappa.low)} to ${two(kappa.high)})` : "none: one says the same of all";
}

/** "3.75 (3.32 to 4.24)". */
export function ratioWords(ratio: Estimate | undefined): string {
  return ratio ? `${two(ratio.value)} (${two(ratio.low)} to ${two(ratio.high)})` : "none";
}

/** With the sign for minus, and never "-0.00". */
function two(number: number): string {
  const rounded = Math.round(number * 100) / 100;
  return `${rounded < 0 ? "−" : ""}${Math.abs(rounded).toFixed(2)}`;
}
