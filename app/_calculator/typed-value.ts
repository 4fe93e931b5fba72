/** A number as a person types it: `3.2`, `3,2`, `<20`, `1:320`. */
export type TypedValue =
  | { readonly kind: "number"; readonly value: number; readonly comparator?: "<" | ">" }
  | { readonly kind: "empty" }
  /** `why` is a sentence that says what was read and what would be accepted. */
  | { readonly kind: "unreadable"; readonly why: string };

const NUMBER = /^([<>])?\s*(?:1\s*[:/]\s*)?(\d+(?:[.,]\d+)?|[.,]\d+)$/;
/** Neither surely a decimal comma nor surely a separator of thousands. */
const AMBIGUOUS = /^[<>]?\s*[1-9]\d{0,2},\d{3}$/;

/** Reads what was typed. Nothing is guessed: `3,200` may be either, and is asked for again. */
export function readTyped(text: string): TypedValue {
  const typed = text.trim();
  if (typed === "") return { kind: "empty" };
  if (AMBIGUOUS.test(typed)) {
    const plain = typed.replace(",", "");
    const decimal = typed.replace(",", ".");
    return { kind: "unreadable", why: `Read “${typed}”, which can be ${plain} or ${decimal}. Write one of the two.` };
  }
  const match = NUMBER.exec(typed);
  const [, comparator, digits] = match ?? [];
  if (digits === undefined) {
    return { kind: "unreadable", why: `Read “${typed}”. Write a number such as 3.2, <20 or 1:320.` };
  }
  const value = Number(digits.replace(",", "."));
  return comparator === "<" || comparator === ">" ? { kind: "number", value, comparator } : { kind: "number", value };
}
