/** What to think of before a finding is taken as a sign of SLE: loaded right after the first paint, for its attribution. */
import { findings } from "./findings.ts";
import type { FindingId, OtherExplanation, ReferenceFinding } from "./types.ts";

const explanations = ({ otherExplanations }: ReferenceFinding): readonly OtherExplanation[] =>
  otherExplanations.map(({ label, cause }) => ({ label, cause }));

export const otherExplanations = Object.fromEntries(
  Object.entries<ReferenceFinding>(findings).map(([id, finding]) => [id, explanations(finding)]),
) as Readonly<Record<FindingId, readonly OtherExplanation[]>>;
