import { typedNumber } from "../../../lib/record/typed-number.ts";

/** A number as a person types it: `3.2`, `3,2`, `<20`, `1:320`. */
export type TypedValue =
  | {
      readonly kind: "number";
      readonly value: number;
      readonly comparator?: "<" | ">";
      /** What the same digits are where a dot stands between thousands. */
      readonly orElse?: number;
    }
  | { readonly kind: "empty" }
  /** `why` is a sentence that says what was read and what would be accepted. */
  | { readonly kind: "unreadable"; readonly why: string };

/** Text of a message is as short as what a person types for a number. */
const MOST_SHOWN = 24;

/** Reads what was typed. Nothing is guessed: `3,200` may be 3200 or 3.2, and is asked for again. */
export function readTyped(text: string): TypedValue {
  const typed = text.trim();
  if (typed === "") return { kind: "empty" };
  const number = /^[<>\d.,]/.test(typed) ? typedNumber(typed) : undefined;
  if (number?.rest.trim() !== "") {
    const shown = typed.length > MOST_SHOWN ? `${typed.slice(0, MOST_SHOWN)}…` : typed;
    return { kind: "unreadable", why: `Read “${shown}”. Write a number such as 3.2, <20 or 1:320.` };
  }
  const [english, continental] = number.readings;
  if (english !== continental && typed.includes(",")) {
    const decimal = typed.replace(",", ".");
    return { kind: "unreadable", why: `Read “${typed}”, which can be ${english} or ${decimal}. Write one of the two.` };
  }
  return {
    kind: "number",
    value: english,
    ...(number.comparator && { comparator: number.comparator }),
    ...(english !== continental && { orElse: continental }),
  };
}
