/** Misreadings of what a criterion asks for, and of a weight below zero. */
import type { Change, DerivedKind, Misreading } from "../../../criteria/practice/types.ts";
import type { Condition, Criterion } from "../../../criteria/types.ts";
import { amountWords } from "../../definition/vocabulary.ts";
import { positiveFindings } from "../../definition/walk.ts";
import { capitalize, inSentence, list } from "../../explain/values.ts";
import { asked, type Context, derived, partsOf } from "./draft.ts";

export function conditionsMisread(criterion: Criterion, context: Context): readonly Misreading[] {
  const { definitions } = context;
  const all = [...partsOf(criterion.when)];
  const title = inSentence(criterion.title);
  const [see] = positiveFindings(criterion.when);
  const draft = (id: string, kind: DerivedKind, says: readonly [string, string], change: Change) =>
    derived(context, { id: `${id}:${criterion.id}`, kind, says, changes: [change], see });
  const words = (when: readonly Condition[]) => when.map((part) => asked(part, definitions));
  return [
    ...all.flatMap((part) => {
      const together = part.kind === "all" ? part.of.filter(({ kind }) => kind !== "not") : [];
      if (together.length < 2) return [];
      const rule = `${capitalize(list(words(together)))} have to be there together.`;
      const says = `A part of what ${title} asks for was taken as enough.`;
      return [draft("any-of", "any-of", [says, rule], { kind: "any-of", criterion: criterion.id })];
    }),
    ...all.flatMap((part) => {
      if (part.kind !== "atLeast") return [];
      const rule = `${capitalize(asked(part, definitions))} are asked for.`;
      const count = (id: string, kind: DerivedKind, by: 1 | -1, says: string) =>
        draft(id, kind, [says, rule], { kind: "count-off", criterion: criterion.id, by });
      return [
        count("count-fewer", "count-fewer", -1, `For ${title} one sign fewer was taken as enough.`),
        count("count-more", "count-more", 1, `For ${title} one sign more was asked for.`),
      ];
    }),
    ...all.flatMap((part) => {
      const out = part.kind === "all" ? part.of.flatMap((one) => (one.kind === "not" ? [one.of] : [])) : [];
      if (out.length === 0) return [];
      const says = `“${criterion.title}” was counted beside ${list(words(out))}.`;
      const rule = `It counts only where there is no ${list(words(out), "or")}.`;
      return [
        draft("without-exclusion", "without-not", [says, rule], { kind: "without-not", criterion: criterion.id }),
      ];
    }),
    ...(criterion.weight < 0 ? negativeMisread(criterion, context) : []),
  ];
}

function negativeMisread(criterion: Criterion, context: Context): readonly Misreading[] {
  const { id, weight } = criterion;
  const title = inSentence(criterion.title);
  const rule = `${capitalize(title)} subtracts ${amountWords(-weight, context.set.unit)}.`;
  const draft = (kind: DerivedKind, says: string, change: Change) =>
    derived(context, {
      id: `${kind}:${id}`,
      kind,
      says: [says, rule],
      changes: [change],
      see: positiveFindings(criterion.when)[0],
    });
  return [
    draft("negative-dropped", `What ${title} takes away was forgotten.`, { kind: "without-criterion", criterion: id }),
    draft("negative-added", `What ${title} takes away was added.`, { kind: "weights", weights: { [id]: -weight } }),
  ];
}
