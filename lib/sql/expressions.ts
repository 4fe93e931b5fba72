/** The few words of SQL that the parts of the query are made of. All three engines have them, with one meaning. */

/** Joined by AND, or TRUE where there is nothing to ask. */
export function allOf(parts: readonly string[]): string {
  return joined(parts, "AND", "TRUE");
}

/** Joined by OR, or FALSE where there is nothing to ask. */
export function anyOf(parts: readonly string[]): string {
  return joined(parts, "OR", "FALSE");
}

function joined(parts: readonly string[], by: "AND" | "OR", nothing: string): string {
  const [first] = parts;
  if (first === undefined) return nothing;
  if (parts.length === 1) return first;
  // More than a line holds stands below each other.
  return parts.length > 8 ? `(\n      ${parts.join(`\n      ${by} `)}\n    )` : `(${parts.join(` ${by} `)})`;
}

/** The value beside the first question that is answered yes. NULL, or `otherwise`, where none is. */
export function firstOf(cases: readonly (readonly [when: string, then: string])[], otherwise?: string): string {
  if (cases.length === 0) return otherwise ?? "NULL";
  const whens = cases.map(([when, then]) => `WHEN ${when} THEN ${then}`).join(" ");
  return `CASE ${whens}${otherwise === undefined ? "" : ` ELSE ${otherwise}`} END`;
}

/** Numbers added up. */
export function sumOf(parts: readonly string[]): string {
  const [first = "0"] = parts;
  return parts.length <= 1 ? first : parts.join(" + ");
}

/** A number as a literal that every engine reads as the same double. */
export function numberOf(value: number): string {
  const text = String(value);
  // A longer one is read as an exact decimal and made a double after it, which not every engine rounds well.
  return text.replace(/\D/g, "").length <= 15 || text.includes("e") ? text : `${text}e0`;
}
