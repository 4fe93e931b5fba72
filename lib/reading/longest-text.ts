/** The longest text that is read, in UTF-16 code units: some 60,000 words, more than any letter has. */
export const LONGEST_TEXT = 400_000;
