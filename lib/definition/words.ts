/** "a", "a and b", "a, b and c"; with semicolons where a part has a comma of its own: "a, x; b; and c". */
export function list(parts: readonly string[], word: "and" | "or" = "and"): string {
  const last = parts.at(-1) ?? "";
  if (parts.length < 2) return last;
  const hasComma = parts.some((part) => part.replace(/\([^)]*\)/g, "").includes(", "));
  const before = parts.slice(0, -1).join(hasComma ? "; " : ", ");
  return `${before}${hasComma ? ";" : ""} ${word} ${last}`;
}

/** A label inside a sentence: its first letter small, unless it is an abbreviation or a proper name. */
export function inSentence(label: string): string {
  const first = label.split(/[ -]/)[0] ?? "";
  const ordinary = /^[A-Z][a-z]+,?$/.test(first) && !PROPER.has(first);
  return ordinary ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

const PROPER: ReadonlySet<string> = new Set(["Raynaud", "Coombs", "Dressler", "Felty"]);

/** Whether a label names several things, as "Oral ulcers" and "Tender joints with morning stiffness" do. */
export function isPlural(label: string): boolean {
  const head = label.split(/ (?:with|of|in|for|above|below|on|at) /)[0] ?? "";
  return /[^ius]s$/.test(head);
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
