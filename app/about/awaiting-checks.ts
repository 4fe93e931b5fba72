import type { CheckState, ReferenceDefinitions } from "../../criteria/types.ts";
import { provenancesOf } from "../../lib/definition/provenance.ts";

interface AwaitingCheck {
  /** The set and the rule, as people name them. */
  readonly path: string;
  readonly checked: CheckState;
  readonly toConfirm: string;
}

/** Everything that the sets say and that has not been read in full in its source. */
export function awaitingChecks({ sets }: ReferenceDefinitions): readonly AwaitingCheck[] {
  return sets.flatMap((set) =>
    [...provenancesOf(set)]
      .filter(({ of }) => of.checked !== "yes")
      .map(({ title, of: { checked, toConfirm } }) => ({
        path: `${set.short}: ${title}`,
        checked,
        toConfirm: toConfirm ?? "",
      })),
  );
}
