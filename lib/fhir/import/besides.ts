import { addTo } from "./groups.ts";
import { isNamed, type Naming, namingOf } from "./naming.ts";
import { type Json, object, objects } from "./resources.ts";
import type { Source } from "./source.ts";
import { kindOfSubject } from "./unsafe.ts";

/** What an Observation or Condition refers to that is of somebody as well. */
const BELONGS = ["specimen", "encounter", "basedOn", "partOf", "hasMember", "derivedFrom"];

/** The subjects of what results belong to: what contains them, their reports and panels, specimens, orders and visits. */
export function besidesOf(
  sources: readonly Source[],
  results: readonly Source[],
  find: (reference: unknown, from: Source) => Json | undefined,
  home: string | undefined,
): ReadonlyMap<Source, readonly Naming[]> {
  const places = new Map(sources.map((source) => [source.resource, source]));
  const found = (references: unknown, from: Source) =>
    [references].flat().flatMap((one) => places.get(find(object(one)?.["reference"], from) ?? {}) ?? []);
  const holders = new Map<Source, Source[]>();
  for (const source of sources) {
    const { result, hasMember, entry } = source.resource;
    const listed = source.resource["resourceType"] === "List" ? objects(entry).map(({ item }) => item) : [];
    for (const held of [result, hasMember, listed].flatMap((one) => found(one, source))) addTo(holders, held, source);
  }
  const besides = results.map((source) => {
    const whole = source.isContained ? (places.get(source.whole) ?? []) : [];
    const others = [
      ...[whole].flat(),
      ...(holders.get(source) ?? []),
      ...BELONGS.flatMap((name) => found(source.resource[name], source)),
    ];
    const subjects = others
      .filter((other) => other !== source && kindOfSubject(other.resource) === undefined)
      .map((other) => namingOf(other, home));
    return [source, subjects.filter(isNamed)] as const;
  });
  return new Map(besides);
}
