import { exercised } from "../../../../scripts/traceability.ts";

/** How many records that were worked out by hand exercise an item, by what they show: "counted 12, not met 14". */
export function workedRecords(kind: "criterion" | "entry", path: string): string {
  const ways = Object.entries(exercised[`${kind} ${path}`] ?? {});
  return ways.map(([way, count]) => `${way} ${count}`).join("; ");
}
