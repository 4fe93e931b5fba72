import { entryOf } from "../../record/entry-of.ts";
import { readReference } from "./reference.ts";
import { allWordsOf, codesOf, type Json, object, objects, short, text, wordsOf } from "./resources.ts";
import type { Source } from "./source.ts";

/** A comment is shown whole, or so nearly: what it takes back may stand at its end. */
const LONGEST_COMMENT = 1000;

/** Words beside a flag that say nothing that the flag does not. */
const PLAIN_FLAG =
  /^(?:(?:very|critically|significantly|panic|off[ -]scale) )?(?:low|high|normal|abnormal|positive|negative|below|above|detected|not detected|reactive|non-?reactive|indeterminate|equivocal|borderline|within|outside|[a-z<>]{1,3})(?: (?:low|high|normal|abnormal|reference|limits?|range|threshold|cut-?off|flag|alert|panic|the|of))*$/i;

/** Names of specimens that say that something is wrong with them. */
const SPOILED = /h(?:a|ae)?emoly|clot|clump|lip(?:a|ae)?emi|icter|insufficient|contamin|unsatisf|spoil|leak/i;

/** Words of a result's own name that say that something is wrong with it. Hemolytic complement and clotting are names. */
const ALARMING =
  /clump|\bclots?\b|clotted|h(?:a|ae)?emoly[sz]ed|h(?:a|ae)?emolysis|lip(?:a|ae)?emic|icteric|insufficient|contamin|unsatisf|spoil|disregard|ignore|invalid|erroneous|\berrors?\b|wrong|mislabel|do not use|don't use|cancel|reject|unreliable|inaccurate|questionable|suspect|interferen|recollect|redraw|repeat|\bqns\b|not for clinical|\btest (?:patient|data|only)\b|artif|aggregates|spurious|pseudo/i;

/** Codes of LOINC for what is no result and only a comment on others. */
const COMMENT_CODES = new Set(["8251-1", "48767-8", "86467-8", "77202-0", "55107-7", "15417-7"]);

/** HL7's code for data that was made to test a system. */
const TEST_DATA = "HTEST";

export type Finder = (reference: unknown, from: Source) => Json | undefined;

/**
 * Gives what a laboratory wrote beside a result in words of its own. Nobody but a person can tell a harmless comment
 * from one that takes the result back, so that every one is shown, and no program counts a value that has one.
 */
export function commentReader(sources: readonly Source[], find: Finder) {
  const holders = holdersOf(sources, find);
  const backwards = commentsTo(sources, find);
  return {
    /** Comments on the whole of an Observation or Condition: they are on each of its parts. */
    onWhole: (source: Source): readonly string[] => {
      const { resource } = source;
      return distinct([
        ...ownWords(resource),
        ...specimenWords(object(resource["specimen"]), source, find),
        ...(holders.get(resource) ?? []),
        ...linked(source),
        ...narrativeWords(resource),
        ...testData(source),
        // A part without a code that is asked for can be a comment on the others.
        ...objects(resource["component"]).flatMap((part) => (text(part["valueString"]) ? partComment(part) : [])),
      ]);
    },
    onPart: (part: Json): readonly string[] => distinct([...ownWords(part), ...nameWords(part)]),
  };

  /** Comments that are sent as Observations of their own: contained in a result, or joined with it. */
  function linked(source: Source): readonly string[] {
    const { hasMember, derivedFrom, contained } = source.resource;
    const others = [...objects(hasMember), ...objects(derivedFrom)].flatMap(({ reference }) =>
      foundIn(find(reference, source)),
    );
    return [...objects(contained), ...others, ...(backwards.get(source.resource) ?? [])].flatMap((one) =>
      one["resourceType"] === "Observation" ? commentIn(one) : [],
    );
  }
}

const foundIn = (one: Json | undefined): readonly Json[] => (one ? [one] : []);

/** What an Observation beside a result says of it in words, with its notes, when it is no result itself. */
function commentIn(other: Json): readonly string[] {
  const notes = isComment(other) ? ownWords(other) : [];
  return [...partComment(other), ...notes];
}

function isComment(resource: Json): boolean {
  return (
    codesOf(resource["code"]).some(({ code }) => COMMENT_CODES.has(code)) ||
    /\bcomment/i.test(wordsOf(resource["code"]))
  );
}

/** Comments by the results of which they say that they were made, and by those of the reports and panels they are in. */
function commentsTo(sources: readonly Source[], find: Finder): ReadonlyMap<Json, readonly Json[]> {
  const found = new Map<Json, Json[]>();
  const add = (result: Json | undefined, comment: Json) => {
    if (result && result !== comment) found.set(result, [...(found.get(result) ?? []), comment]);
  };
  for (const source of sources) {
    const { resource } = source;
    const { derivedFrom, hasMember, focus, partOf, result } = resource;
    if (resource["resourceType"] === "Observation" && isComment(resource)) {
      for (const { reference } of [derivedFrom, hasMember, focus, partOf].flatMap((list) => objects(list)))
        add(find(reference, source), resource);
      if (source.isContained) add(source.whole, resource);
    }
    const members = [...objects(result), ...objects(hasMember)].flatMap(({ reference }) =>
      foundIn(find(reference, source)),
    );
    const comments = members.filter((one) => one["resourceType"] === "Observation" && isComment(one)).slice(0, 20);
    for (const comment of comments) for (const member of members) add(member, comment);
  }
  return found;
}

/** The words of a resource that no other part of it has: FHIR calls such a narrative `additional`. */
function narrativeWords(resource: Json): readonly string[] {
  const { status, div } = object(resource["text"]) ?? {};
  if (status !== "additional") return [];
  const words = (text(div) ?? "")
    .slice(0, 10_000)
    .replaceAll(/<[^>]{0,500}>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return words === "" ? [] : [words];
}

function nameWords(part: Json): readonly string[] {
  const { text: own, coding } = object(part["code"]) ?? {};
  const names = [text(own), ...objects(coding).map(({ display }) => text(display))];
  return names.filter((name): name is string => name !== undefined && ALARMING.test(name));
}

function testData({ resource, whole }: Source): readonly string[] {
  const marks = [resource, whole].flatMap((one) => {
    const { security, tag } = object(one["meta"]) ?? {};
    return [...objects(security), ...objects(tag)].map(({ code }) => code);
  });
  return marks.includes(TEST_DATA) ? ["It is marked as data that was made to test a system (HTEST)"] : [];
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

/** The names of what a result was measured in, as far as it says so. */
export function specimenNames(source: Source, find: Finder): readonly string[] {
  const { reference, display } = object(source.resource["specimen"]) ?? {};
  const type = object(find(reference, source)?.["type"]);
  return [text(display), ...allWordsOf(type)].filter((words) => words !== undefined);
}

function specimenWords(reference: Json | undefined, source: Source, find: Finder): readonly string[] {
  if (!reference) return [];
  const specimen = find(reference["reference"], source);
  const named = specimenNames(source, find).filter((words) => SPOILED.test(words));
  const status = text(specimen?.["status"]);
  return [
    ...named,
    ...(status && status !== "available" ? [status] : []),
    ...objects(specimen?.["condition"]).map(wordsOf),
    ...objects(specimen?.["note"]).flatMap((note) => text(note["text"]) ?? []),
  ].map((words) => `Specimen: ${words}`);
}

/** What holds results, in words, with the references in it. */
const HOLDERS: Readonly<Record<string, (resource: Json) => readonly [string, readonly Json[]]>> = {
  DiagnosticReport: ({ result }) => ["report", objects(result)],
  Observation: ({ hasMember }) => ["panel", objects(hasMember)],
  List: ({ entry }) => ["list", objects(objects(entry).map(({ item }) => item))],
  Composition: ({ section }) => ["document", entriesOf(section)],
};

function entriesOf(sections: unknown): readonly Json[] {
  return objects(sections).flatMap(({ entry, section }) => [...objects(entry), ...entriesOf(section)]);
}

/** What is said of reports and of all else that holds results, by the results: what it concludes, and that it was taken back. */
function holdersOf(sources: readonly Source[], find: Finder): ReadonlyMap<Json, ReadonlySet<string>> {
  const found = new Map<Json, Set<string>>();
  for (const source of sources) {
    const { resource } = source;
    const [kind, held] = entryOf(HOLDERS, text(resource["resourceType"]) ?? "")?.(resource) ?? [];
    if (kind === undefined || held === undefined) continue;
    const conclusion = text(resource["conclusion"]);
    const status = text(resource["status"]);
    const isTakenBack = status === "entered-in-error" || status === "cancelled";
    const words = [
      ...(conclusion === undefined ? [] : [`The ${kind} concludes: ${conclusion}`]),
      ...(isTakenBack ? [`The ${kind} that holds it is ${status}`] : []),
    ];
    for (const { reference } of words.length > 0 ? held : []) {
      const result = find(reference, source);
      if (!result) continue;
      const said = found.get(result) ?? new Set();
      found.set(result, said);
      for (const one of words) said.add(one);
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
