/** Words by which a text says that a result was replaced; a corrected calcium is none. */
const CORRECTED =
  /\b(?:(?:corrected|amended|revised)(?: (?:report|result|value|count|tit(?:er|re)|to|from|on|by)|[:)\],;.])|replaces|supersedes|previously reported|reported in error|(?:disregard|ignore) (?:the )?(?:previous|earlier|first))/i;

/** Whether words beside a value say that it, or another one, was corrected: only a person can tell which stands. */
export function saysCorrected(words: string): boolean {
  return CORRECTED.test(words);
}
