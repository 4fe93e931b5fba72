import { definitions } from "../../../criteria/core.ts";
import type { SleRecord } from "../../../criteria/types.ts";
import type { Context } from "../../../lib/explain/values.ts";

/** What the sentences of `lib/explain` need beside a result. */
export function contextOf(record: SleRecord): Context {
  return { definitions, measurements: record.measurements ?? [] };
}
