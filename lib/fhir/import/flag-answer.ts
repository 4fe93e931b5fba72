import type { FindingId, Measurement, TestId } from "../../../criteria/types.ts";
import { contradictory, type Flag, type limitedFindings } from "./flags.ts";
import { type Body, notTaken, type Outcome } from "./outcome.ts";

/** A result without a number: positive or negative as its codes say, never as its words seem to say. */
export function answerByFlags(
  flags: ReadonlySet<Flag>,
  findings: readonly FindingId[],
  original: string,
  from: Pick<Body, "source" | "date" | "remarks" | "hasComment" | "isDoubtful">,
  what: string,
  hasTest: boolean,
): Outcome {
  const [positive, negative] = [flags.has("positive"), flags.has("negative")];
  if (positive && negative) return notTaken(what, "it is called positive and negative at once");
  if (flags.has("uncertain")) return notTaken(what, "it is called neither positive nor negative");
  if (!positive && !negative) {
    const flag = (["low", "high", "abnormal", "normal"] as const).find((one) => flags.has(one));
    return notTaken(
      what,
      flag
        ? `it has no result that can be read, and its flag (${flag}) does not say positive or negative`
        : "its result is not one that can be read with certainty",
    );
  }
  if (findings.length === 0 || hasTest) return notTaken(what, "its result is not a number with a unit");
  const remarks = [
    ...from.remarks,
    "Check that it meets the definition before you confirm it.",
    ...(findings.length > 1
      ? ["The same result is proposed for more than one finding; it need not be all of them."]
      : []),
  ];
  const status = positive ? ("present" as const) : ("absent" as const);
  return {
    kind: "proposals",
    bodies: findings.map((finding): Body => ({ kind: "finding", finding, status, original, ...from, remarks })),
  };
}

/**
 * Findings that the laboratory's flag is, where the limit that the flag stands for was not sent. With the limit, the
 * value decides. They are no laboratory values, so that each is confirmed by itself.
 */
export function saidByFlag(
  limited: ReturnType<typeof limitedFindings>,
  test: TestId,
  flags: ReadonlySet<Flag>,
  limits: Pick<Measurement, "low" | "high">,
  from: Pick<Body, "source" | "original" | "date" | "remarks" | "hasComment" | "isDoubtful">,
): readonly Body[] {
  return (["low", "high"] as const)
    .filter((side) => flags.has(side) && limits[side] === undefined && !contradictory(flags))
    .flatMap((side) => (limited.get(test)?.[side] ?? []).map((finding) => ({ finding, side })))
    .map(({ finding, side }) => ({
      kind: "finding" as const,
      finding,
      status: "present" as const,
      ...from,
      remarks: [`Only the laboratory's flag says so (${side}), and its limit was not sent: check it.`, ...from.remarks],
    }));
}
