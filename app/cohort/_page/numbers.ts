import type { Estimate, PointOrEstimate } from "../../../lib/cohort/statistics.ts";

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
export function kappaWords(kappa: PointOrEstimate | undefined): string {
  return kappa ? withInterval(kappa) : "none: one says the same of all";
}

/** "3.75 (3.32 to 4.24)". */
export function ratioWords(ratio: PointOrEstimate | undefined): string {
  return ratio ? withInterval(ratio) : "none: nobody to compare";
}

function withInterval({ value, low, high }: PointOrEstimate): string {
  if (low !== undefined && high !== undefined) return `${two(value)} (${two(low)} to ${two(high)})`;
  const words = value === Number.POSITIVE_INFINITY ? "infinite" : Number.isInteger(value) ? String(value) : two(value);
  return `${words.replace("-", "−")}, without an interval`;
}

/** With the sign for minus, and never "-0.00". */
function two(number: number): string {
  const rounded = Math.round(number * 100) / 100;
  return `${rounded < 0 ? "−" : ""}${Math.abs(rounded).toFixed(2)}`;
}
