import { worthOf } from "./identifiers.ts";
import { type Facts, factsOf, identifiersOf, keysOf, nameKey, wordsIn } from "./patient-facts.ts";
import { baseOf, readReference } from "./reference.ts";
import { type Json, object, objects, text } from "./resources.ts";
import { isResult, type Source } from "./source.ts";

/** The ways in which a subject is named. */
export interface Naming {
  /** A name that only this patient's record has: where it is, or the resource that contains it. */
  readonly record?: string;
  readonly identifiers: readonly string[];
  /** A number that tells people apart and proves nothing of whom it is. */
  readonly number?: string;
  readonly display?: string;
  readonly facts: readonly Facts[];
}

/** The naming of a subject of whom nothing is said. */
export const NOBODY: Naming = { identifiers: [], facts: [] };

/** Whether a naming says anything of whom it is. */
export const isNamed = ({ record, identifiers, number, display }: Naming) =>
  record !== undefined || identifiers.length > 0 || number !== undefined || display !== undefined;

const UNKNOWN = "";

/** The name of the record that a reference leads to; one without a server is on that of the patient in view. */
export function recordOf(named: ReturnType<typeof readReference>, home: string | undefined): string | undefined {
  switch (named?.kind) {
    case "resource":
      return `${named.type}/${named.id} on ${named.base ?? home ?? UNKNOWN}`;
    case "urn":
      return named.urn;
    case "other":
      return `other ${named.words}`;
    default:
      return undefined;
  }
}

/** Whether a name is of a resource that another contains, which is no record of a patient by itself. */
export function isLocal(record: string): boolean {
  return record.startsWith("contained ") || record.startsWith("missing ");
}

/** The names of a Patient resource: where it is, then its id. */
export function namesOf({ resource, fullUrl }: Source, home: string | undefined): readonly string[] {
  const id = text(resource["id"])?.trim();
  const own =
    id === undefined ? undefined : recordOf({ kind: "resource", base: baseOf(fullUrl), type: "Patient", id }, home);
  return [recordOf(readReference(fullUrl), home), own].filter((name) => name !== undefined);
}

/** Who is named in one resource, or in the one that contains it. */
export function namingOf(source: Source, home: string | undefined): Naming {
  // What a resource contains is of whom the whole is of, where it does not say itself.
  const { subject: said, patient: ofOldKind } = source.resource;
  const subject = object(said) ?? (isResult(source) ? undefined : object(ofOldKind)) ?? object(source.whole["subject"]);
  if (!subject) return NOBODY;
  const named = readReference(subject["reference"], source.fullUrl);
  const own = identifiersOf([object(subject["identifier"])]);
  const number = numberOf(object(subject["identifier"]));
  const written = { births: undefined, gender: undefined, family: undefined, given: undefined };
  const given: Facts[] = own.size > 0 ? [{ ...written, identifiers: own }] : [];
  const display = text(subject["display"]);
  const shown = display === undefined ? undefined : wordsIn(display);
  if (named?.kind === "contained") {
    const patient = objects(source.whole["contained"]).find(({ id }) => id === named.id);
    const content = patient && contentOf(patient);
    // A contained patient without any content says as little as no subject.
    if (content === "{}") return { ...number, identifiers: keysOf(own), facts: given };
    const facts = patient ? [...given, factsOf(patient)] : given;
    return {
      // Its id says nothing: the same content, or else the same name, is the same patient.
      record:
        content === undefined ? `missing ${source.position} ${named.id}` : `contained ${nameKey(facts) ?? content}`,
      identifiers: facts.flatMap(({ identifiers }) => keysOf(identifiers)),
      facts,
      ...number,
      ...(shown && { display: shown }),
    };
  }
  const record = recordOf(named, home);
  return {
    ...(record && { record }),
    identifiers: keysOf(own),
    ...number,
    facts: given,
    ...(shown && { display: shown }),
  };
}

/** What a contained patient says beside how it is stored. */
function contentOf({ id: _, meta: _meta, text: _text, resourceType: _type, ...content }: Json): string {
  return JSON.stringify(content);
}

/** A number by which a subject is named, although it proves nothing. */
function numberOf(identifier: Json | undefined): { readonly number?: string } {
  const value = text(identifier?.["value"])?.trim();
  if (!identifier || value === undefined || worthOf(identifier) !== "name") return {};
  return { number: `number ${JSON.stringify([text(identifier["system"])?.trim() ?? "", value])}` };
}
