import type { CheckState, Definitions, Provenance } from "../../criteria/types.ts";
import { criteriaOf } from "../../lib/definition/walk.ts";

interface AwaitingCheck {
  /** The set and the rule, as people name them. */
  readonly path: string;
  readonly checked: CheckState;
  readonly toConfirm: string;
}

/** Every entry criterion, item, attribution and decision that has not been read in full in its source. */
export function awaitingChecks({ sets }: Definitions): readonly AwaitingCheck[] {
  return sets.flatMap((set) => {
    const rules: readonly (readonly [string, Provenance])[] = [
      ...(set.entry ? [[set.entry.title, set.entry] as const] : []),
      ...[...criteriaOf(set)].map(({ criterion }) => [criterion.title, criterion] as const),
      ["Attribution", set.attribution],
      ...set.decisions.map((decision) => [decision.question, decision] as const),
    ];
    return rules.flatMap(([title, { checked, toConfirm }]) =>
      checked === "yes" ? [] : [{ path: `${set.short}: ${title}`, checked, toConfirm: toConfirm ?? "" }],
    );
  });
}
