import type { Definitions, LimitName, Measurement } from "../../criteria/types.ts";
import { acceptedUnit } from "../record/units.ts";

const LIMITS: Record<LimitName, string> = { low: "lower limit", high: "upper limit", p99: "99th percentile" };

/** A measurement in words, as it is read back to the person who typed it: "Complement C3 0.62 g/L, lower limit 0.9". */
export function measurementWords(measurement: Measurement, { tests }: Pick<Definitions, "tests">): string {
  const test = tests[measurement.test];
  const unit = acceptedUnit(test, measurement.unit);
  const titer = unit?.label === "titer";
  const number = (value: number) =>
    titer ? `1:${value}` : value.toLocaleString("en-US", { maximumFractionDigits: 20 });
  const value = `${measurement.comparator ?? ""}${number(measurement.value)}`;
  const limits = (["low", "high", "p99"] as const).flatMap((name) => {
    const limit = measurement[name];
    const words = titer && name === "high" ? "positive from" : LIMITS[name];
    return limit === undefined ? [] : [`${words} ${number(limit)}`];
  });
  const method = test.methods?.find(({ id }) => id === measurement.method)?.label ?? measurement.method;
  const named = [`${test.label} ${value}${titer ? "" : ` ${unit?.label ?? measurement.unit}`}`, ...limits];
  return [...named, ...(method ? [method] : []), ...(measurement.date ? [measurement.date] : [])].join(", ");
}
