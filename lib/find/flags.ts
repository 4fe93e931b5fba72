import type { Finding, FindingId, Measurement, NamedDefinitions, NamedLabTest } from "../../criteria/types.ts";
import { measureFinding } from "../record/measure.ts";
import { compare, rational } from "../record/rational.ts";
import { TITER } from "../record/titer.ts";
import { acceptedUnit, canonical } from "../record/units.ts";
import type { Flag } from "./beside.ts";

/**
 * Whether a laboratory's mark says the opposite of what the number says: "low" on a value that lies in the range typed
 * beside it, that meets a rule of being high, or that no laboratory has as low. Something in the line is then not what
 * it seems: the number may be another, or the "L" a liter.
 */
export function contradicts(flag: Flag, measurement: Measurement, { findings, tests }: NamedDefinitions): boolean {
  const test: NamedLabTest = tests[measurement.test];
  const { value, low, high } = measurement;
  // Of a titer, the limit is the first that is positive, whatever else its test is measured in.
  const isTiter = measurement.unit === TITER;
  const positiveIsHigh = isTiter || test.limits?.[0]?.name === "high";
  // A comparator says where the value is not, and marks are printed for what it may be.
  const [atLeast, atMost] = [
    measurement.comparator === "<" ? undefined : value,
    measurement.comparator === ">" ? undefined : value,
  ];
  switch (flag) {
    case "marked":
      return false;
    case "negative":
      // Beside a limit that it does not reach, a value is negative, and "<1:80" is the first titer that is; without one,
      // "negative" is a result of its own.
      if (isTiter && high === undefined && atLeast === undefined) return false;
      return (
        !positiveIsHigh || high === undefined || atLeast === undefined || (isTiter ? atLeast >= high : atLeast > high)
      );
    case "positive":
      return (
        !positiveIsHigh || (high !== undefined && atMost !== undefined && (isTiter ? atMost < high : atMost <= high))
      );
    case "low":
      return (
        (low !== undefined && atLeast !== undefined && atLeast >= low) ||
        (high !== undefined && low === undefined && value > high) ||
        (low === undefined && atLeast !== undefined && isBeyond("low", measurement, test)) ||
        meets(measurement, false)
      );
    case "high":
      return (
        (high !== undefined && atMost !== undefined && atMost <= high && !isTiter) ||
        (low !== undefined && high === undefined && value < low) ||
        (high === undefined && low === undefined && atMost !== undefined && isBeyond("high", measurement, test)) ||
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

/** Whether a value without its limit lies beyond every limit from which a laboratory would mark it so. */
function isBeyond(side: "low" | "high", { value, unit: code }: Measurement, test: NamedLabTest): boolean {
  const unit = acceptedUnit(test, code);
  const asked = test.limits?.find(({ name }) => name === side);
  const [lowest, highest] = asked?.believableIn?.[code] ?? asked?.believable ?? [];
  const limit = test.markedTo?.[side] ?? (side === "low" ? highest : lowest);
  if (!unit || code === TITER || limit === undefined) return false;
  const number = asked?.believableIn?.[code] ? rational(value) : canonical(value, unit);
  return compare(number, rational(limit)) * (side === "low" ? 1 : -1) > 0;
}
