import type { Cause, CriteriaSet, FindingId } from "../../criteria/types.ts";

const NONE: readonly Cause[] = [];

/** The causes for which a set does not count an explained finding. */
export function excludedCauses(set: CriteriaSet, finding: FindingId): "any" | readonly Cause[] {
  switch (set.attribution.kind) {
    case "any-other-cause":
      return "any";
    case "as-printed":
      return set.attribution.excludes[finding] ?? NONE;
  }
}
