/** Words by which a text says that a result was replaced; a corrected calcium is none. */
const CORRECTED =
  /\b(?:(?:corrected|amended|revised)(?: (?:report|result|value|count|tit(?:er|re)|to|from|on|by)|[:)\],;.])|replaces|supersedes|previously reported|reported in error|(?:disregard|ignore) (?:the )?(?:previous|earlier|first))/i;

/** Words by which a text says that a sample gave no reliable count. */
const UNRELIABLE =
  /^(?:clumped|clump|clumping|spurious|spuriously|artifact|artefact|artifactual|artefactual|unreliable|clotted|contaminated|mislabell?ed|pseudothrombocytopenia|disregard)$/;

/** Whether a word says so. */
export function saysUnreliable(word: string): boolean {
  return UNRELIABLE.test(word);
}

/** Whether words beside a value say that it, or another one, was corrected: only a person can tell which stands. */
export function saysCorrected(words: string): boolean {
  return CORRECTED.test(words);
}
