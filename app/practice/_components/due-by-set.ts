import { definitions } from "../../../criteria/core.ts";
import { schedule } from "../../../lib/practice/queue.ts";
import { currentProgress } from "../_store/progress-store.ts";

/** How many rules of each set are due at `now`, by the set's id; sets with none are left out. */
export function dueBySet(now: Date): Readonly<Record<string, number>> {
  const due: Record<string, number> = {};
  for (const one of schedule(currentProgress(), definitions, now)) {
    const { id } = one.rule.set;
    if (one.due <= now) due[id] = (due[id] ?? 0) + 1;
  }
  return due;
}
