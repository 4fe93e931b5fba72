/** Misreadings of what something else explains. */
import type { Misreading } from "../../../criteria/practice/types.ts";
import { criteriaOf, findingsIn, routesOf } from "../../definition/walk.ts";
import { list, writeCause } from "../../explain/values.ts";
import { type Context, derived } from "./draft.ts";

export function attributionsMisread(context: Context): readonly Misreading[] {
  const { set, definitions } = context;
  const read = new Set([...criteriaOf(set)].flatMap(({ criterion }) => findingsIn(criterion.when)));
  const gates = [...(set.entry ? [set.entry.when] : []), ...routesOf(set).map(({ when }) => when)].flatMap(findingsIn);
  const every = [...new Set([...read, ...gates])];
  const excluding = set.attribution;
  const printed =
    excluding.kind === "as-printed" ? every.filter((finding) => excluding.excludes[finding] !== "any") : [];
  const excluded = printed.map((finding) =>
    derived(context, {
      id: `explained-left-out:${finding}`,
      kind: "explained-not-counted",
      says: [
        `“${definitions.findings[finding].label}” was left out because something else explains it.`,
        "Only what the item prints takes an explained finding out.",
      ],
      changes: [{ kind: "not-counted", finding, explained: true }],
      see: finding,
    }),
  );
  const left = every.map((finding) => {
    const { label } = definitions.findings[finding];
    return derived(context, {
      id: `not-counted:${finding}`,
      kind: "not-counted",
      says: [
        `“${label}” was left out, as if it were not there or something else explained it.`,
        "It is there, and it counts here.",
      ],
      changes: [{ kind: "not-counted", finding }],
      see: finding,
    });
  });
  const counted = [...read].flatMap((finding) => {
    const causes = excluding.kind === "as-printed" ? excluding.excludes[finding] : "any";
    if (causes === undefined) return [];
    const explains = causes === "any" ? "something else" : list(causes.map(writeCause), "or");
    const { label } = definitions.findings[finding];
    return [
      derived(context, {
        id: `explained-counted:${finding}`,
        kind: "explained-counted",
        says: [
          `“${label}” was counted although something else explains it better.`,
          `Where ${explains} explains it, it does not count in this set.`,
        ],
        changes: [{ kind: "explained-counted", finding }],
        see: finding,
      }),
    ];
  });
  return [...excluded, ...left, ...counted];
}
