/** Ways to end a line that are not the two usual ones: a lone carriage return, and what some programs write for it. */
const OTHER_ENDS = /\r(?!\n)|[\v\f\u0085\u2028\u2029]/g;

/** The text with every end of a line written in a usual way, each position where it was. */
export function withUsualLineEnds(text: string): string {
  return text.replaceAll(OTHER_ENDS, "\n");
}
