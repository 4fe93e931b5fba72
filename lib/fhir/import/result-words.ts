import { type Json, number, object, objects, short, text, wordsOf, written } from "./resources.ts";

/** The words and figures of a result, as the source has them. */
export function originalOf(what: string, part: Json): string {
  const quantity = object(part["valueQuantity"]);
  const value = quantity
    ? [quantity["comparator"], quantity["value"], quantity["unit"] ?? quantity["code"]]
        .map(written)
        .filter((one) => one !== undefined)
        .join(" ")
    : (text(part["valueString"]) ??
      number(part["valueInteger"])?.toString() ??
      (part["valueCodeableConcept"] ? wordsOf(part["valueCodeableConcept"]) : ""));
  const ratio = object(part["valueRatio"]);
  const titer = ratio ? [ratio["numerator"], ratio["denominator"]].map(partOfRatio).join(":") : "";
  const flags = objects(part["interpretation"]).map(wordsOf).join(", ");
  return short([what, value, titer, flags && `(${flags})`].filter((one) => one !== "").join(" "));
}

function partOfRatio(part: unknown): string {
  const { comparator, value } = object(part) ?? {};
  return `${written(comparator) ?? ""}${written(value) ?? ""}`;
}

/** FHIR gives a result one value: of two, nothing says which is meant. */
export function twoValues(part: Json): string | undefined {
  const values = Object.keys(part).filter((name) => /^value[A-Z]/.test(name));
  if (values.length < 2) return undefined;
  const said = values.map((name) => originalOf("", { [name]: part[name] }) || name).join(" and ");
  return `It has more than one value, ${short(said, 100)}: check which is meant.`;
}

/** Why there is no value, as FHIR says it in an element of its own or in an extension of the value. */
export function absenceOf(part: Json): string | undefined {
  const shown = originalOf("", part);
  const beside = shown === "" ? "" : `, although a value stands beside it: ${shown}`;
  const reason = object(part["dataAbsentReason"]);
  if (reason) return `there is no value: ${wordsOf(reason)}${beside}`;
  const inside = Object.entries(part)
    .filter(([name]) => /^_?value[A-Z]/.test(name))
    .flatMap(([, value]) => extensionsIn(value));
  const { valueCode } = inside.find(({ url }) => text(url)?.endsWith("/data-absent-reason")) ?? {};
  return valueCode === undefined ? undefined : `there is no value: ${short(text(valueCode) ?? "unknown", 40)}${beside}`;
}

/** The extensions of a value and of its parts. */
function extensionsIn(value: unknown): readonly Json[] {
  const parts = Object.entries(object(value) ?? {});
  return parts.flatMap(([name, part]) => (name === "extension" ? objects(part) : extensionsIn(part)));
}
