import type { ExplainedBy, FindingId, Measurement, NamedFinding } from "../../criteria/types.ts";
import { CAUSES } from "../record/causes.ts";
import { measureFinding } from "../record/measure.ts";
import { causeIn, explainedIn } from "./explained.ts";
import { readMeasurement } from "./measurement.ts";
import type { FindPlan } from "./plan.ts";

/** A value with what may explain the findings that it makes present. */
export interface CausedValue {
  readonly kind: "caused-value";
  readonly measurement: Measurement;
  /** For each way in which it can be explained, the findings with their explanation. */
  readonly ways: readonly (readonly ExplainedFinding[])[];
  readonly message: string;
}

/** A finding with what explains it. */
export interface ExplainedFinding {
  readonly finding: FindingId;
  readonly label: string;
  readonly explainedBy: ExplainedBy;
}

/**
 * "temp 38.9 due to infection": the value, and the cause of the fever that it makes. A cause is said of a finding and
 * of no number, so that it is always asked. Undefined where the text is no value with a cause.
 * `saysMore` is whether what should be a cause goes on to the next fact.
 */
export function causedValueIn(
  plan: FindPlan,
  { undated, date = "" }: { readonly undated: string; readonly date?: string | undefined },
  saysMore: (text: string) => boolean,
  today?: string,
): CausedValue | undefined {
  for (const { words, text: cause, as } of explainedIn(undated)) {
    // "Anti" begins a cause, and "anti ds dna" the name of the test.
    if (as === "before" && readMeasurement(plan, undated, today)?.kind === "read") continue;
    const typed = readMeasurement(plan, `${words} ${date}`.trim(), today);
    if (typed?.kind !== "read" || typed.unkept !== undefined) continue;
    const { measurement } = typed;
    const made = findingsOf(plan, measurement);
    const known = made.flatMap(([finding, { label, ...one }]): readonly ExplainedFinding[] => {
      const named = causeIn(plan.causes, cause, { label, ...one });
      return named?.kind === "cause" ? [{ finding, label, explainedBy: { cause: named.cause, text: cause } }] : [];
    });
    if (known.length > 0)
      return {
        kind: "caused-value",
        measurement,
        ways: [known],
        message: `Is "${cause}" what explains it? Choose one.`,
      };
    if (as !== "said" || saysMore(cause)) continue;
    const isItself = made.some(([, one]) => causeIn(plan.causes, cause, one)?.kind === "disease-itself");
    if (made.length === 0 || isItself) {
      const why = isItself
        ? `"${cause}" is no other explanation.`
        : `The value alone makes nothing present that "${cause}" could explain.`;
      return { kind: "caused-value", measurement, ways: [], message: `${why} Choose the value if it is meant.` };
    }
    const ways = CAUSES.map((kind) =>
      made.map(([finding, { label }]) => ({ finding, label, explainedBy: { cause: kind, text: cause } })),
    );
    return { kind: "caused-value", measurement, ways, message: `What kind of cause is "${cause}"? Choose one.` };
  }
  return undefined;
}

/** The findings that one value makes present by itself. */
function findingsOf(
  { definitions }: FindPlan,
  measurement: Measurement,
): readonly (readonly [FindingId, NamedFinding])[] {
  return (Object.entries(definitions.findings) as [FindingId, NamedFinding][]).filter(
    ([, finding]) => measureFinding(finding, [measurement], definitions.tests)?.status === "present",
  );
}
