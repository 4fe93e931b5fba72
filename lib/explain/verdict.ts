import type { CriteriaSet } from "../../criteria/types.ts";
import { routesOf } from "../definition/walk.ts";
import type { SetResult } from "../scoring/result.ts";
import { clausesOf } from "../scoring/trace.ts";

/**
 * The verdict of a set in its own words. One that an unknown answer could still undo or bring about says so, and one
 * that a route brought about without the score names the route.
 */
export function verdictWords(result: Judged, set: CriteriaSet): string {
  return verdictParts(result, set).join("; ");
}

/** As `verdictWords`, where semicolons part one set from the next. */
export function verdictInList(result: Judged, set: CriteriaSet): string {
  return verdictParts(result, set).join(", ");
}

type Judged = Pick<SetResult, "verdict" | "asAssessed" | "entry" | "rule">;

function verdictParts(result: Judged, set: CriteriaSet): readonly string[] {
  const { verdict, asAssessed, entry } = result;
  const route = routeTaken(result, set);
  const met = route === undefined ? set.outcome.met : `${set.outcome.met} by ${route}`;
  switch (verdict) {
    case "classified":
      return [met];
    case "not-classified":
      return [set.outcome.notMet];
    case "undetermined":
      if (entry === "unknown") return ["Cannot be evaluated until the entry criterion is known"];
      return [`${asAssessed === "classified" ? met : set.outcome.notMet} so far`, "still open"];
  }
}

/** The short name of the route by which a set classifies as assessed although its score falls short, such as "biopsy". */
export function routeTaken({ asAssessed, rule }: Pick<SetResult, "asAssessed" | "rule">, set: CriteriaSet) {
  if (asAssessed !== "classified") return undefined;
  const parts = clausesOf(rule);
  if (parts.some((clause) => clause.kind === "score" && clause.met === "true")) return undefined;
  const taken = parts.find((clause) => clause.kind === "route" && clause.met === "true");
  return taken?.kind === "route" ? routesOf(set).find(({ title }) => title === taken.title)?.by : undefined;
}
