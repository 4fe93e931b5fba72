import { baseOf, readReference } from "./reference.ts";
import { type Json, number, object, objects, text } from "./resources.ts";

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

/**
 * How a bundle says of itself, or of one in it, that it is not the whole answer: by a further page, or by a count of
 * what its search found. Pages of one search have the same count.
 */
export function isPartOf(root: Json): "next-page" | "count" | undefined {
  const bundles = bundlesIn(root);
  if (bundles.some(({ link }) => objects(link).some(({ relation }) => relation === "next"))) return "next-page";
  const searches = bundles.filter(({ type, total }) => type === "searchset" && number(total) !== undefined);
  for (const [total, pages] of Map.groupBy(searches, (one) => number(one["total"]) ?? 0)) {
    if (total > pages.reduce((sum, { entry }) => sum + objects(entry).length, 0)) return "count";
  }
  return undefined;
}

/** What a bundle or a single resource holds, or why none of it can be read. */
export type Sources = { readonly sources: readonly Source[] } | { readonly why: string };

const isBundle = (resource: Json | undefined) => resource?.["resourceType"] === "Bundle";

const isHolder = (resource: Json | undefined) => isBundle(resource) || resource?.["resourceType"] === "Parameters";

/** The entries of a bundle, or the resources that the answer of an operation has as parameters. */
function entriesOf(holder: Json): readonly Json[] {
  if (isBundle(holder)) return objects(holder["entry"]);
  return objects(holder["parameter"]).flatMap((one) => [one, ...partsOf(one)]);
}

function partsOf(parameter: Json): readonly Json[] {
  return objects(parameter["part"]).flatMap((one) => [one, ...partsOf(one)]);
}

/** A bundle and those in it: the answers to several searches are sent in one, and those to an operation as parameters. */
function bundlesIn(holder: Json): readonly Json[] {
  if (!isHolder(holder)) return [];
  return [holder, ...entriesOf(holder).flatMap(({ resource }) => bundlesIn(object(resource) ?? {}))];
}

/** What a server said in an entry instead of what was asked of it, if it refused or failed. */
function failureIn({ resource, response }: Json): Json | undefined {
  const { status, outcome } = object(response) ?? {};
  if (resource !== undefined || !/^[45]\d\d\b/.test(text(status) ?? "")) return undefined;
  const said = object(outcome);
  const issue = [{ severity: "error", diagnostics: `an answer is missing (${text(status)})` }];
  return said?.["resourceType"] === OUTCOME ? said : { resourceType: OUTCOME, issue };
}

const OUTCOME = "OperationOutcome";

/**
 * What a bundle says of questions that were not answered, or not in full: an OperationOutcome that stands among the
 * results, or with the status of an entry.
 */
export function outcomesIn(root: Json): readonly Json[] {
  return bundlesIn(root)
    .flatMap(entriesOf)
    .map((entry) => object(entry["resource"]) ?? failureIn(entry))
    .filter((one) => one?.["resourceType"] === OUTCOME)
    .filter((one) => one !== undefined);
}

/** The resources of a bundle, with those that they contain, without those that it asks to delete; or the one resource. */
export function sourcesIn(root: Json): Sources {
  if (!isHolder(root)) return { sources: withContained(root, undefined, 0) };
  const bundles = bundlesIn(root);
  if (bundles.some(({ type }) => type === "history")) {
    return { why: "It is a history, which holds earlier versions of a result beside the one that stands." };
  }
  const entries = bundles.flatMap(entriesOf).filter(({ resource }) => !isHolder(object(resource)));
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
    const resource = object(entry["resource"]) ?? failureIn(entry);
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
