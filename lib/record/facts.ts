import type { ExplainedBy, FindingId, Status } from "../../criteria/types.ts";

/** Where an answer comes from. */
export type Origin =
  | { readonly kind: "not-answered" }
  | { readonly kind: "stated" }
  /** `by`: positions in the record's measurements of the values that decided it. */
  | { readonly kind: "measured"; readonly by: readonly number[] }
  | { readonly kind: "implied"; readonly by: FindingId }
  | { readonly kind: "assumed"; readonly by: FindingId; readonly why: string };

/** What the record says of one finding, after measurements, implications and assumptions. */
export interface Fact {
  readonly status: Status;
  readonly origin: Origin;
  /** Only on a present finding. */
  readonly explainedBy?: ExplainedBy;
  /**
   * Unknown findings that would lift `explainedBy` if they turned out present,
   * because the explanation was handed on and they would be a route without one.
   */
  readonly liftedBy: readonly FindingId[];
}

/** One fact per finding. A finding is unknown when nothing answers it; unknown is never absent. */
export type Facts = Readonly<Record<FindingId, Fact>>;
