/** Characters that the code of a unit may have. The longest that laboratories send has a third of it. */
export const LONGEST_UNIT = 64;

/**
 * Whether a text can be the code of a unit at all: short, and of the characters that UCUM has, which are those of ASCII
 * that are seen. Asked before anything reads a unit, because reading one takes longer the longer it is, and much more
 * than in proportion.
 */
export function canBeUnit(text: string): boolean {
  return text.length <= LONGEST_UNIT && /^[!-~]+$/.test(text.trim());
}
