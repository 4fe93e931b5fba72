import type { Definitions, Finding, FindingId, TestId } from "../../criteria/types.ts";

/** UCUM's annotation for a titer, the reciprocal of a dilution: 320 for 1:320. */
export const TITER = "{titer}";

/**
 * Whether a number can be a titer: serum is diluted one part in a whole number of parts. 2.5 is what a solid-phase
 * assay gives, an index, a ratio or units, and says nothing of a dilution.
 */
export function isDilution(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1;
}

/** Series in which laboratories dilute: doubled from 1:10 or 1:16, from 1:50, or in half powers of ten. */
const SERIES: readonly ((titer: number) => boolean)[] = [
  (titer) => isDoubled(titer, 10),
  (titer) => isDoubled(titer, 16),
  (titer) => isDoubled(titer, 50),
  (titer) => [1, 3.2].some((half) => Number.isInteger(Math.log10(titer / half))),
];

function isDoubled(titer: number, from: number): boolean {
  return titer >= from && Number.isInteger(Math.log2(titer / from));
}

/**
 * Whether a bare number, not written 1:320, is a dilution that laboratories report. Another whole number can be one
 * too, but as likely it is the result of another method, so that whoever typed it is asked.
 */
export function isUsualDilution(value: number): boolean {
  return isDilution(value) && value >= 10 && SERIES.some((belongs) => belongs(value));
}

/** The finding that answers a test which was done by a method without a titer, and the words for it there. */
export function equivalentOf(
  test: TestId,
  { findings }: Pick<Definitions, "findings">,
): { readonly finding: FindingId; readonly words: string } | undefined {
  for (const [finding, { decidedBy = [], equivalentTest }] of Object.entries(findings) as [FindingId, Finding][]) {
    if (equivalentTest && decidedBy.some((rule) => rule.test === test)) return { finding, words: equivalentTest };
  }
  return undefined;
}
