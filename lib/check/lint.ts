import type { ReferenceDefinitions } from "../../criteria/types.ts";
import { type Fault, type LintRule, problem } from "./fault.ts";
import { idRules } from "./ids.ts";
import { limitRules } from "./limits.ts";
import { verdictRules } from "./verdicts.ts";

const rules: readonly LintRule[] = [...idRules, ...limitRules, ...verdictRules];

/** Static analysis of definitions: what the types cannot say. Errors must be mended; infos are facts to know. */
export function lint(definitions: ReferenceDefinitions): readonly Fault[] {
  const notJson = notJsonSafe(definitions);
  return notJson.length > 0 ? notJson : rules.flatMap((rule) => rule(definitions));
}

/** ReferenceDefinitions travel as JSON: a function, a class or an undefined would be lost on the way. */
function notJsonSafe(definitions: ReferenceDefinitions): readonly Fault[] {
  const lost = pathsLost(definitions, JSON.parse(JSON.stringify(definitions)), "");
  return lost.map((path) => problem("not-json", path, "This value does not survive a JSON round trip."));
}

function pathsLost(before: unknown, after: unknown, path: string): readonly string[] {
  if (typeof before !== "object" || before === null) return Object.is(before, after) ? [] : [path];
  if (typeof after !== "object" || after === null || Object.getPrototypeOf(before) !== Object.getPrototypeOf(after))
    return [path];
  return Object.keys(before).flatMap((key) => {
    const inner = path === "" ? key : `${path}.${key}`;
    return pathsLost(Reflect.get(before, key), Reflect.get(after, key), inner);
  });
}
