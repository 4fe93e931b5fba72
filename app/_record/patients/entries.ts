import type { SleRecord } from "../../../criteria/types.ts";

/** How many answers and values a record holds, in words: "6 entries". */
export function entriesWords(record: SleRecord): string {
  const count = countEntries(record);
  return count === 1 ? "1 entry" : `${count} entries`;
}

/** How many answers and values a record holds. */
export function countEntries({ findings = {}, measurements = [] }: SleRecord): number {
  return Object.keys(findings).length + measurements.length;
}
