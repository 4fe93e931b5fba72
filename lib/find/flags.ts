import type { Definitions, Finding, FindingId, LabTest, Measurement } from "../../criteria/types.ts";
import { measureFinding } from "../record/measure.ts";
import type { Flag } from "./beside.ts";

/**
 * Whether a laboratory's mark says the opposite of what the number says: "low" on a value that lies in the range typed
 * beside it, or that meets a rule of being high. Something in the line is then not what it seems.
 */
export function contradicts(flag: Flag, measurement: Measurement, { findings, tests }: Definitions): boolean {
  const test: LabTest = tests[measurement.test];
  const { value, low, high } = measurement;
  const positiveIsHigh = test.titer === true || test.limits?.[0]?.name === "high";
  // A comparator says where the value is not, and marks are printed for what it may be.
  const [atLeast, atMost] = [
    measurement.comparator === "<" ? undefined : value,
    measurement.comparator === ">" ? undefined : value,
  ];
  switch (flag) {
    case "marked":
      return false;
    case "negative":
      // Beside a limit that it does not reach, a value is negative; without one, "negative" is a result of its own.
      return (
        !positiveIsHigh ||
        high === undefined ||
        atLeast === undefined ||
        (test.titer ? atLeast >= high : atLeast > high)
      );
    case "positive":
      return (
        !positiveIsHigh || (high !== undefined && atMost !== undefined && (test.titer ? atMost < high : atMost <= high))
      );
    case "low":
      return (
        (low !== undefined && atLeast !== undefined && atLeast >= low) ||
        (high !== undefined && low === undefined && value > high) ||
        meets(measurement, false)
      );
    case "high":
      return (
        (high !== undefined && atMost !== undefined && atMost <= high && !test.titer) ||
        (low !== undefined && high === undefined && value < low) ||
        meets(measurement, true)
      );
  }

  /** Whether the value meets a rule that asks for low values, or for high ones. */
  function meets(one: Measurement, below: boolean): boolean {
    return (Object.keys(findings) as FindingId[]).some((id) => {
      const finding: Finding = findings[id];
      const rules = (finding.decidedBy ?? []).filter((rule) => rule.test === one.test);
      if (!rules.some((rule) => (rule.is === "<") === below)) return false;
      return (measureFinding(finding, [one], tests)?.occasions.met ?? 0) > 0;
    });
  }
}
