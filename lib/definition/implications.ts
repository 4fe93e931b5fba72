import type { Definitions, FindingId } from "../../criteria/types.ts";

/** One step from a finding to another: of an implication, of an assumption, or backward along either. */
export type Step = readonly [from: FindingId, to: FindingId];

type Related = Pick<Definitions, "implications" | "assumptions">;

/** From what is present to what strictly follows. */
export function implied({ implications }: Pick<Definitions, "implications">): readonly Step[] {
  return implications.map(({ from, to }) => [from, to]);
}

/** From what an assumption starts from to what it fills in. */
export function assumed({ assumptions }: Pick<Definitions, "assumptions">): readonly Step[] {
  return assumptions.map(({ when, then }) => [when.finding, then.finding]);
}

export function backward(steps: readonly Step[]): readonly Step[] {
  return steps.map(([from, to]) => [to, from]);
}

/** Everything that steps lead to, however many, those that they start from first. */
export function closure(start: Iterable<FindingId>, steps: readonly Step[]): ReadonlySet<FindingId> {
  const reached = new Set(start);
  // A Set visits what is added while it is walked.
  for (const finding of reached) for (const [from, to] of steps) if (from === finding) reached.add(to);
  return reached;
}

/** Everything that steps lead to from one finding, without itself. */
export function reachedFrom(finding: FindingId, steps: readonly Step[]): ReadonlySet<FindingId> {
  const reached = new Set(closure([finding], steps));
  reached.delete(finding);
  return reached;
}

/** Every finding that strictly follows when this one is present. */
export function widerThan(finding: FindingId, definitions: Pick<Definitions, "implications">): ReadonlySet<FindingId> {
  return reachedFrom(finding, implied(definitions));
}

/** Every finding from which this one strictly follows. */
export function narrowerThan(
  finding: FindingId,
  definitions: Pick<Definitions, "implications">,
): ReadonlySet<FindingId> {
  return reachedFrom(finding, backward(implied(definitions)));
}

/** The findings through which these can be reached: themselves, what implies them, and what they are assumed from. */
export function sourcesOf(findings: Iterable<FindingId>, definitions: Related): ReadonlySet<FindingId> {
  return closure(findings, backward([...implied(definitions), ...assumed(definitions)]));
}
