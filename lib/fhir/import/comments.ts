import { readReference } from "./reference.ts";
import { type Json, object, objects, short, text, wordsOf } from "./resources.ts";
import type { Source } from "./source.ts";

/** A comment is shown whole, or so nearly: what it takes back may stand at its end. */
const LONGEST_COMMENT = 1000;

/** Words beside a flag that say nothing that the flag does not. */
const PLAIN_FLAG =
  /^(?:(?:very|critically|significantly|panic|off[ -]scale) )?(?:low|high|normal|abnormal|positive|negative|below|above|detected|not detected|reactive|non-?reactive|indeterminate|equivocal|borderline|within|outside|[a-z<>]{1,3})(?: (?:low|high|normal|abnormal|reference|limits?|range|threshold|cut-?off|flag|alert|panic|the|of))*$/i;

/** Names of specimens that say that something is wrong with them. */
const SPOILED = /h(?:a|ae)?emoly|clot|clump|lip(?:a|ae)?emi|icter|insufficient|contamin|unsatisf|spoil|leak/i;

export type Finder = (reference: unknown, from: Source) => Json | undefined;

/**
 * Gives what a laboratory wrote beside a result in words of its own. Nobody but a person can tell a harmless comment
 * from one that takes the result back, so that every one is shown, and no program counts a value that has one.
 */
export function commentReader(sources: readonly Source[], find: Finder) {
  const reports = reportsOf(sources, find);
  return {
    /** Comments on the whole of an Observation or Condition: they are on each of its parts. */
    onWhole: (source: Source): readonly string[] => {
      const { resource } = source;
      return distinct([
        ...ownWords(resource),
        ...specimenWords(object(resource["specimen"]), source, find),
        ...(reports.get(resource) ?? []),
        // A part without a code that is asked for can be a comment on the others.
        ...objects(resource["component"]).flatMap((part) => (text(part["valueString"]) ? partComment(part) : [])),
      ]);
    },
    onPart: (part: Json): readonly string[] => distinct(ownWords(part)),
  };
}

function partComment(part: Json): readonly string[] {
  const words = text(part["valueString"]);
  // A titer is written as text too, and is a result; so is "negative".
  const isResult = words !== undefined && (PLAIN_FLAG.test(words.trim()) || /^[\s<>=\d.,:/]+$/.test(words));
  return words === undefined || isResult ? [] : [`${wordsOf(part["code"])}: ${words}`];
}

function distinct(comments: readonly string[]): readonly string[] {
  return [...new Set(comments.map((comment) => short(comment, LONGEST_COMMENT)).filter((comment) => comment !== ""))];
}

function ownWords(part: Json): readonly string[] {
  const notes = [part["note"], part["comment"], part["comments"]].flatMap((note) =>
    typeof note === "string" ? [note] : objects(note).flatMap((one) => text(one["text"]) ?? []),
  );
  const interpretations = objects(part["interpretation"]).flatMap((concept) => {
    const words = text(concept["text"]);
    const displays = objects(concept["coding"]).flatMap(({ display, code }) => [text(display), text(code)]);
    const isPlain = words !== undefined && (PLAIN_FLAG.test(words.trim()) || displays.includes(words));
    return words === undefined || isPlain ? [] : [words];
  });
  return [...notes, ...interpretations, ...extensionWords(part)];
}

/** Words in extensions, however deep, of a result and of its value. */
function extensionWords(part: Json): readonly string[] {
  const value = object(part["valueQuantity"]);
  return [part, value].flatMap((one) => objects(one?.["extension"])).flatMap(wordsInExtension);
}

function wordsInExtension(extension: Json): readonly string[] {
  const { valueString, valueMarkdown, valueAnnotation, valueCodeableConcept } = extension;
  const own = [valueString, valueMarkdown, object(valueAnnotation)?.["text"], object(valueCodeableConcept)?.["text"]];
  return [...own.flatMap((words) => text(words) ?? []), ...objects(extension["extension"]).flatMap(wordsInExtension)];
}

function specimenWords(reference: Json | undefined, source: Source, find: Finder): readonly string[] {
  if (!reference) return [];
  const specimen = find(reference["reference"], source);
  const display = text(reference["display"]);
  const named = [display, specimen && wordsOf(specimen["type"])].filter(
    (words): words is string => words !== undefined && SPOILED.test(words),
  );
  const status = text(specimen?.["status"]);
  return [
    ...named,
    ...(status && status !== "available" ? [status] : []),
    ...objects(specimen?.["condition"]).map(wordsOf),
    ...objects(specimen?.["note"]).flatMap((note) => text(note["text"]) ?? []),
  ].map((words) => `Specimen: ${words}`);
}

/** What reports conclude, by the results that they hold. */
function reportsOf(sources: readonly Source[], find: Finder): ReadonlyMap<Json, readonly string[]> {
  const found = new Map<Json, string[]>();
  for (const source of sources) {
    const { resource } = source;
    if (resource["resourceType"] !== "DiagnosticReport") continue;
    const conclusion = text(resource["conclusion"]);
    const status = text(resource["status"]);
    const isUnsafe = status === "entered-in-error" || status === "cancelled";
    const words = [
      ...(conclusion === undefined ? [] : [`The report concludes: ${conclusion}`]),
      ...(isUnsafe ? [`The report that holds it is ${status}`] : []),
    ];
    for (const { reference } of words.length > 0 ? objects(resource["result"]) : []) {
      const result = find(reference, source);
      if (result) found.set(result, [...(found.get(result) ?? []), ...words]);
    }
  }
  return found;
}

/** Whether a specimen is another one: two that are named are, unless they are named alike. */
export function specimenOf(source: Source): string {
  const { reference, display, identifier } = object(source.resource["specimen"]) ?? {};
  const named = readReference(reference, source.fullUrl);
  if (named?.kind === "contained") {
    const inside = objects(source.whole["contained"]).find(({ id }) => id === named.id);
    return inside ? JSON.stringify([inside["identifier"], inside["accessionIdentifier"], inside["type"]]) : "";
  }
  return named || identifier ? JSON.stringify([named, identifier]) : (text(display)?.trim().toLowerCase() ?? "");
}
