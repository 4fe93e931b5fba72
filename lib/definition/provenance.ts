import type { Provenance, ReferenceSet } from "../../criteria/types.ts";
import { criteriaOf } from "./walk.ts";

/** Everything of a set that says where it comes from, with what it is, in the order in which a reader meets it. */
export function* provenancesOf(set: ReferenceSet): Generator<{ readonly title: string; readonly of: Provenance }> {
  if (set.entry) yield { title: set.entry.title, of: set.entry };
  for (const { criterion } of criteriaOf(set)) yield { title: criterion.title, of: criterion };
  yield { title: "Attribution", of: set.attribution };
  for (const decision of set.decisions) yield { title: decision.question, of: decision };
  for (const performance of set.performance) yield { title: performance.cohort, of: performance };
  for (const remark of set.remarks ?? []) yield { title: remark.text, of: remark };
}
