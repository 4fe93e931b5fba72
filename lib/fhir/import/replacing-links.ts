import { readReference } from "./reference.ts";
import { type Json, object, objects, short, text } from "./resources.ts";
import { isFinal, pointIn, type Result } from "./result.ts";
import { identityOf, type Source } from "./source.ts";
import { type Fate, whyReplaced } from "./which-stands.ts";

/** A result that says which one it replaces, or of which it was made. */
export function decideLinks(results: readonly Result[], fates: Map<Result, Fate>): void {
  const linking = results.filter((result) => isFinal(result) && linksOf(result.source.resource).length > 0);
  if (linking.length === 0) return;
  const named = namedIn(results);
  for (const result of linking) {
    for (const { reference, isPlain } of linksOf(result.source.resource)) {
      const others = named(reference, result.source).filter((other) => other.source !== result.source);
      const alike = others.filter(({ codes }) => codes === result.codes);
      // What is replaced in so many words is replaced under whatever code.
      for (const other of isPlain && alike.length === 0 ? others : alike.slice(-1)) {
        if (!isPlain && pointIn(other) !== pointIn(result)) continue;
        if (fates.get(other)?.kind === "replaced") continue;
        fates.set(other, { kind: "replaced", by: result, why: whyReplaced(other, result) });
      }
    }
  }
}

/** Finds results by what a reference names. */
function namedIn(results: readonly Result[]): (reference: unknown, from: Source) => readonly Result[] {
  const byName = Map.groupBy(results, ({ source }) => identityOf(source));
  const byUrl = Map.groupBy(results, ({ source }) => source.fullUrl?.toLowerCase());
  return (reference, from) => {
    const named = readReference(reference, from.fullUrl);
    if (named?.kind === "resource") return byName.get(`${named.base ?? ""} ${named.type}/${named.id}`) ?? [];
    return named?.kind === "urn" ? (byUrl.get(named.urn.toLowerCase()) ?? []) : [];
  };
}

/** One that replaced another and was then taken back, or is not final, leaves the other in doubt. */
export function doubtByRetractedLinks(
  all: readonly Result[],
  results: readonly Result[],
  fates: Map<Result, Fate>,
): void {
  const linking = all.filter(
    (result) => !isFinal(result) && linksOf(result.source.resource).some(({ isPlain }) => isPlain),
  );
  if (linking.length === 0) return;
  const named = namedIn(results);
  for (const { source } of linking) {
    for (const { reference } of linksOf(source.resource).filter(({ isPlain }) => isPlain)) {
      for (const other of named(reference, source)) {
        if (other.source === source || fates.has(other)) continue;
        const status = short(text(source.resource["status"]) ?? "missing", 30);
        fates.set(other, {
          kind: "doubtful",
          why: `Another result says that it replaces this one, and has the status ${status}: check whether this one stands.`,
        });
      }
    }
  }
}

function linksOf(resource: Json): readonly { readonly reference: unknown; readonly isPlain: boolean }[] {
  const replaced = objects(resource["extension"])
    .filter(({ url }) => /(replaces|supersedes)$/i.test(text(url) ?? ""))
    .map(({ valueReference }) => ({ reference: object(valueReference)?.["reference"], isPlain: true }));
  const derived = objects(resource["derivedFrom"]).map(({ reference }) => ({ reference, isPlain: false }));
  return [...replaced, ...derived];
}
