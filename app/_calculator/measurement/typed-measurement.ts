import { definitions } from "../../../criteria/core.ts";
import type { Measurement, TestId } from "../../../criteria/types.ts";

/** What is typed for one measurement, as text. An empty field was not entered. */
export interface Typed {
  value: string;
  unit: string;
  low: string;
  high: string;
  p99: string;
  date: string;
  method: string;
}

export function emptyTyped(test: TestId, unit: string = definitions.tests[test].units[0].unit): Typed {
  return { value: "", unit, low: "", high: "", p99: "", date: "", method: "" };
}

export function typedOf({ value, comparator, unit, low, high, p99, date, method }: Measurement): Typed {
  const text = (limit: number | undefined) => (limit === undefined ? "" : String(limit));
  return {
    value: `${comparator ?? ""}${value}`,
    unit,
    low: text(low),
    high: text(high),
    p99: text(p99),
    date: date ?? "",
    method: method ?? "",
  };
}
