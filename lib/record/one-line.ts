/**
 * Characters that are not seen and can make text look like another one: controls, those that turn the direction of
 * text, those of no width, and halves of a character that stand alone. None of them is a letter or a sign.
 */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFF9-\uFFFB]+/gu;

/** Everything that ends a line or leaves a gap, as a blank: U+0085 and the blank of Braille are in no `\s`. */
const GAPS = /[\s\u0085\u2800]+/gu;

/** What is not seen, and the gaps but for the plain blank. */
const WRITTEN_OUT =
  /[^\P{White_Space} ]|[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFF9-\uFFFB\u2800]/gu;

/** Letters carry a few marks above and below; a pile of them is drawn over the lines around. */
const PILES = /(\p{M}{4})\p{M}+/gu;

/** Free text is shown up to this many characters; what is stored stays as it is. */
const MOST = 500;

/**
 * Free text of somebody as it is shown, on the page, in a note, on paper or in a message: one line, nothing in it but
 * what is seen, and not without end. Every text that comes from a file, a link, a form or a program passes through here.
 */
export function oneLine(text: string, most = MOST): string {
  const line = text.replaceAll(GAPS, " ").replaceAll(UNSEEN, "").replaceAll(PILES, "$1").replaceAll(/ +/g, " ").trim();
  if (line.length <= most) return line;
  // A character of two halves is not cut through.
  return `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** Text with what is not seen in it written out, `\u{202E}`, so that a message can say what was read. */
export function writtenOut(text: string): string {
  return text.replaceAll(WRITTEN_OUT, (unseen) =>
    Array.from(unseen, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`).join(""),
  );
}

/** Free text in quotation marks of its own, so that it cannot be taken for words of the app. */
export function quoted(text: string, most?: number): string {
  // The closing mark is the app's alone.
  return `“${oneLine(text, most).replaceAll(/[“”]/g, '"')}”`;
}

/** Free text inside parentheses: in quotation marks where it could leave them, or look like words of the app. */
export function inParentheses(text: string): string {
  const line = oneLine(text);
  return /[()[\]{}“”":;]/.test(line) ? quoted(line) : line;
}
