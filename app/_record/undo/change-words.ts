import { definitions } from "../../../criteria/core.ts";
import type { SleRecord } from "../../../criteria/types.ts";
import { changesBetween } from "../../../lib/explain/changes.ts";

export function changeWords(before: SleRecord, after: SleRecord): string {
  return changesBetween(before, after, definitions);
}
