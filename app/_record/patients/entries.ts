import type { SleRecord } from "../../../criteria/types.ts";

/** How many answers and values a record holds, in words: "6 entries". */
export function entriesWords(record: SleRecord): string {
  const count = Object.keys(record.findings ?? {}).length + (record.measurements ?? []).length;
  return count === 1 ? "1 entry" : `${count} entries`;
}
