/** What a spreadsheet takes for a formula when it opens a file: one rule for every file that is written. */

/** How a formula begins, also behind blanks and in the wide forms of East Asian keyboards. */
const BEGINS = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;
/** A sign alone, and a number with its sign, are what they are. */
const SIGNED = /^\s*[+-](?:[\d.,]*\d[.,]?(?:[eE][+-]?\d{1,3})?)?\s*$/;

/** Whether a cell that is copied as it is would be one. */
export function looksLikeFormula(text: string): boolean {
  return BEGINS.test(text) && !SIGNED.test(text);
}

/** A text of ours as a cell: with a mark in front where it begins so, by which it is text. A number is written as one. */
export function inert(text: string): string {
  return BEGINS.test(text) ? `'${text}` : text;
}
