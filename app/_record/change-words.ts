import type { SleRecord } from "../../criteria/types.ts";
import { definitions } from "../../criteria/without-examples.ts";
import { changesBetween } from "../../lib/explain/changes.ts";

export function changeWords(before: SleRecord, after: SleRecord): string {
  return changesBetween(before, after, definitions);
}
