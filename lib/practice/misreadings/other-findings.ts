/** One finding counted as another that is near it. */
import type { DerivedKind, Misreading } from "../../../criteria/practice/types.ts";
import type { Condition, FindingId } from "../../../criteria/types.ts";
import { closure, implied } from "../../definition/implications.ts";
import { amountWords } from "../../definition/vocabulary.ts";
import { criteriaOf, positiveFindings } from "../../definition/walk.ts";
import { inSentence, list } from "../../explain/values.ts";
import { asked, type Context, derived, nearness } from "./draft.ts";

/** Whether a finding that is present meets the criterion by itself. */
function meets(when: Condition, finding: FindingId, { definitions }: Context): boolean {
  const reached = closure([finding], implied(definitions));
  const holds = (part: Condition): boolean => {
    switch (part.kind) {
      case "present":
      case "recorded":
        return reached.has(part.finding);
      case "all":
        return part.of.every(holds);
      case "any":
        return part.of.some(holds);
      case "atLeast":
        return part.of.filter(holds).length >= part.count;
      case "not":
        return !holds(part.of);
    }
  };
  return holds(when);
}

/** Each finding counted for each criterion that reads a near one. */
export function countedAsOthers(context: Context): readonly Misreading[] {
  const { set, definitions } = context;
  const findings = Object.keys(definitions.findings) as FindingId[];
  return [...criteriaOf(set)].flatMap(({ criterion, domain }) => {
    const read = positiveFindings(criterion.when);
    return findings.flatMap((finding) => {
      // What a criterion reads of several things is misread as one of them ("any-of"), and not as another finding.
      if (read.includes(finding) || meets(criterion.when, finding, context)) return [];
      const near = read.map((other) => nearness(finding, other, context));
      if (!near.some((one) => one !== undefined)) return [];
      const own = [...criteriaOf(set)].filter((one) => positiveFindings(one.criterion.when).includes(finding));
      const inDomain = own.filter((one) => one.domain === domain);
      const isOfDomain = inDomain.length > 0;
      // An item of the same weight in the same domain gives the same points.
      if (isOfDomain && inDomain.every((one) => one.criterion.weight === criterion.weight)) return [];
      const label = definitions.findings[finding].label;
      const as = `${inSentence(criterion.title)} (${amountWords(criterion.weight, set.unit)})`;
      const draft = (suffix: string, kind: DerivedKind, title: string, instead: boolean) =>
        derived(context, {
          id: `counted-as:${finding}:${criterion.id}${suffix}`,
          kind,
          says: [title, `Only ${asked(criterion.when, definitions)} counts there.`],
          changes: [{ kind: "counted-as", finding, criterion: criterion.id, instead }],
          see: finding,
        });
      if (own.length === 0) {
        const kind = near.includes("kin") ? "counted-as-kin" : "counted-as-neighbor";
        return [draft("", kind, `“${label}” was counted as ${as}.`, false)];
      }
      return [
        draft(
          isOfDomain ? "" : ":instead",
          "counted-instead",
          `“${label}” was counted as ${as} in place of ${list(own.map((one) => inSentence(one.criterion.title)))}.`,
          true,
        ),
        ...(isOfDomain ? [] : [draft("", "counted-also", `“${label}” was counted as ${as} as well.`, false)]),
      ];
    });
  });
}
