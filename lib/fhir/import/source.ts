import { baseOf, readReference } from "./reference.ts";
import { type Json, object, objects, text } from "./resources.ts";

/** A resource where it stands in what was read. */
export interface Source {
  readonly resource: Json;
  /** The resource that contains it, or itself: a reference such as "#p" leads to what this one contains. */
  readonly whole: Json;
  readonly isContained: boolean;
  /** Where the bundle says that the whole is. */
  readonly fullUrl: string | undefined;
  readonly position: number;
}

/** Whether a bundle says of itself, or of one in it, that there is a further page, which is not in it. */
export function hasNextPage(root: Json): boolean {
  return (
    isBundle(root) && bundlesIn(root).some(({ link }) => objects(link).some(({ relation }) => relation === "next"))
  );
}

/** What a bundle or a single resource holds, or why none of it can be read. */
export type Sources = { readonly sources: readonly Source[] } | { readonly why: string };

const isBundle = (resource: Json | undefined) => resource?.["resourceType"] === "Bundle";

/** A bundle and those in it: the answers to several searches are sent in one. */
function bundlesIn(bundle: Json): readonly Json[] {
  const inside = objects(bundle["entry"]).map(({ resource }) => object(resource));
  return [bundle, ...inside.filter((one) => one !== undefined && isBundle(one)).flatMap((one) => bundlesIn(one ?? {}))];
}

/** The resources of a bundle, with those that they contain, without those that it asks to delete; or the one resource. */
export function sourcesIn(root: Json): Sources {
  if (!isBundle(root)) return { sources: withContained(root, undefined, 0) };
  const bundles = bundlesIn(root);
  if (bundles.some(({ type }) => type === "history")) {
    return { why: "It is a history, which holds earlier versions of a result beside the one that stands." };
  }
  const entries = bundles.flatMap(({ entry }) => objects(entry)).filter(({ resource }) => !isBundle(object(resource)));
  const deleted = new Set<string>();
  for (const entry of entries) {
    const { method, url } = object(entry["request"]) ?? {};
    if (text(method)?.toUpperCase() !== "DELETE") continue;
    const named = readReference(url);
    // What a search would find, a reader of a file cannot know.
    if (named?.kind !== "resource") return { why: "It asks to delete results that it does not name." };
    deleted.add(`${named.type}/${named.id}`);
  }
  const sources = entries.flatMap((entry, position) => {
    const resource = object(entry["resource"]);
    return resource ? withContained(resource, text(entry["fullUrl"]), position) : [];
  });
  const nameIn = (whole: Json) => `${text(whole["resourceType"])}/${text(whole["id"])}`;
  return { sources: sources.filter(({ whole }) => !deleted.has(nameIn(whole))) };
}

function withContained(whole: Json, fullUrl: string | undefined, position: number): readonly Source[] {
  return [whole, ...objects(whole["contained"])]
    .filter((resource) => text(resource["resourceType"]) !== undefined)
    .map((resource) => ({ resource, whole, isContained: resource !== whole, fullUrl, position }));
}

/** Finds the resources that others refer to, within what was read: nothing is fetched. */
export function resourceFinder(sources: readonly Source[]): (reference: unknown, from: Source) => Json | undefined {
  const known = new Map<string, Json>();
  for (const { resource, isContained, fullUrl } of sources) {
    if (isContained) continue;
    const id = text(resource["id"]);
    if (fullUrl) known.set(key(readReference(fullUrl)) ?? fullUrl, resource);
    if (id) known.set(`${baseOf(fullUrl) ?? ""} ${resource["resourceType"]}/${id}`, resource);
  }
  return (reference, from) => {
    const named = readReference(reference, from.fullUrl);
    if (named?.kind === "contained") return objects(from.whole["contained"]).find(({ id }) => id === named.id);
    const found = key(named);
    return found === undefined ? undefined : known.get(found);
  };
}

function key(named: ReturnType<typeof readReference>): string | undefined {
  if (named?.kind === "resource") return `${named.base ?? ""} ${named.type}/${named.id}`;
  return named?.kind === "urn" ? named.urn : undefined;
}

/** A name under which versions of one resource are the same. Undefined for one that has no id or is contained. */
export function identityOf({ resource, isContained, fullUrl }: Source): string | undefined {
  const id = text(resource["id"]);
  return isContained || !id ? undefined : `${baseOf(fullUrl) ?? ""} ${resource["resourceType"]}/${id}`;
}

/** Whether a resource is read as a result: an Observation, or a diagnosis. */
export function isResult({ resource: { resourceType } }: Source): boolean {
  return resourceType === "Observation" || resourceType === "Condition";
}
