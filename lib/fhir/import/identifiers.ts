import { codesOf, type Json, object, objects, text, wordsOf } from "./resources.ts";

/**
 * What an identifier is worth. `proof`: two that are the same are of one person. `name`: two that differ are of two
 * people, but two that are the same may be as well. `nothing`: it stands for "not known".
 */
type Worth = "proof" | "name" | "nothing";

/** Words that stand where a number is not known, without signs and spaces. */
const UNKNOWN = new Set(
  [
    ...["unknown", "unk", "unkn", "na", "none", "nil", "null", "nan", "undefined", "notavailable", "unavailable"],
    ...["notapplicable", "notassigned", "unassigned", "notknown", "notgiven", "notprovided", "notrecorded", "missing"],
    ...["pending", "tbd", "tba", "empty", "blank", "default", "test", "dummy", "placeholder", "anonymous", "anon"],
    ...["noid", "nomrn", "nossn", "nonumber", "nomedicalrecordnumber", "refused", "declined", "withheld", "masked"],
    ...["redacted", "hidden", "asku", "asked", "nask", "notasked", "nav", "temp", "temporary", "noinformation", "ni"],
    ...["unbekannt", "keine", "ohne", "entfällt", "inconnu", "néant", "desconocido", "ninguno", "sconosciuto"],
    ...["onbekend", "okänd", "ukendt", "ukjent", "desconhecido"],
  ].map((word) => word.normalize("NFKC")),
);

/** Numbers that people type where they have none. */
const TYPED = new Set(["123456789", "1234567890", "0123456789", "987654321", "9876543210"]);

/** Systems of numbers of which some can be nobody's: in the US, area 000, 666 or 9xx, group 00 and serial 0000. */
const US_SSN = /us-ssn|2\.16\.840\.1\.113883\.4\.1$/i;
const NO_SSN = /^(?:000|666|9\d\d)|^\d{3}00|0000$/;

/** Kinds of number that a family, a household or a whole group can share (table 0203 of HL7 version 2). */
const SHARED = new Set("MB SN AN ANT ANC AND GI GN BA BC AM DI DS MS VS EN NE NH NII NIIP XV XX ANON GL".split(" "));
const SHARED_WORDS = /\b(?:member|subscriber|insur\w*|policy|payer|payor|guarantor|family|household|account|group)\b/i;

/** What an identifier of a person or of a result proves: a placeholder or a shared number proves nothing. */
export function worthOf(identifier: Json): Worth {
  const value = plain(text(identifier["value"]) ?? "");
  const system = text(identifier["system"])?.trim() ?? "";
  if (value === "" || UNKNOWN.has(value)) return "nothing";
  const isPlaceholder =
    /^(.)\1{2,}$/u.test(value) ||
    /^0+$/.test(value) ||
    // Masked: "XXX-XX-6789" is the number of many.
    /[x*#•]{3,}/.test((text(identifier["value"]) ?? "").toLowerCase().replaceAll(/[\s\-./]/g, "")) ||
    TYPED.has(value) ||
    (US_SSN.test(system) && NO_SSN.test(value));
  const isNowhere = plain(system) === "";
  return isPlaceholder || isNowhere || isShared(identifier["type"]) ? "name" : "proof";
}

function isShared(type: unknown): boolean {
  if (type === undefined || type === null) return false;
  return codesOf(type).some(({ code }) => SHARED.has(code)) || SHARED_WORDS.test(allWords(type));
}

function allWords(type: unknown): string {
  const coding = object(type)?.["coding"];
  return [wordsOf(type), ...objects(coding).map(({ display }) => text(display) ?? "")].join(" ");
}

function plain(value: string): string {
  return value
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
