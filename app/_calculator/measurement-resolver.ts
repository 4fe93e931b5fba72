import { zodResolver } from "@hookform/resolvers/zod";
import type { Resolver } from "react-hook-form";
import * as z from "zod/mini";
import type { LimitName, Measurement, TestId } from "../../criteria/types.ts";
import { definitions } from "../../criteria/without-examples.ts";
import { acceptedUnit, isPlausible, unitsThatFit } from "../../lib/record/units.ts";
import type { Typed } from "./typed-measurement.ts";
import { readTyped } from "./typed-value.ts";

const day = z.union([z.literal(""), z.iso.date("Write the date as YYYY-MM-DD.")]);

const typedNumber = z.pipe(
  z.string(),
  z.transform((text, context) => {
    const read = readTyped(text);
    if (read.kind === "unreadable") context.issues.push({ code: "custom", message: read.why, input: text });
    return read;
  }),
);

/** Reads one typed measurement of a test. Believable or not is judged in the unit that was chosen. */
export function measurementResolver(test: TestId): Resolver<Typed, unknown, Measurement> {
  const definition = definitions.tests[test];
  const believable = (number: number, code: string): string | undefined => {
    const unit = acceptedUnit(definition, code);
    if (!unit || isPlausible(number, unit, definition)) return undefined;
    const [lowest, highest] = definition.plausible;
    const range = `between ${lowest} and ${highest} ${definition.units[0].label}`.trim();
    const slip = unitsThatFit(number, definition).length > 0 ? "" : " Check the number.";
    return `${number} ${unit.label} is not believable. Accepted is a value ${range}.${slip}`;
  };
  const believableLimit = (number: number, code: string): string | undefined => {
    const strange = believable(number, code);
    const unit = acceptedUnit(definition, code);
    const slip = unitsThatFit(number, definition).length > 0 && unit;
    return strange && slip ? `${strange} Write the limit in ${unit.label}, as the value is.` : strange;
  };
  const schema = z.pipe(
    z.object({
      value: typedNumber,
      unit: z.string(),
      low: typedNumber,
      high: typedNumber,
      p99: typedNumber,
      date: day,
      method: z.string(),
    }),
    z.transform(({ value, unit, date, method, ...limits }, context): Measurement => {
      const problem = (path: keyof Typed, message: string) =>
        context.issues.push({ code: "custom", path: [path], message, input: path });
      if (value.kind !== "number") {
        if (value.kind === "empty") problem("value", "Enter a value.");
        return { test, value: 0, unit };
      }
      const strange = believable(value.value, unit);
      if (strange) problem("value", strange);
      const entered: { [limit in LimitName]?: number } = {};
      for (const name of ["low", "high", "p99"] as const) {
        const limit = limits[name];
        if (limit.kind !== "number") continue;
        const strangeLimit = limit.comparator ? "A limit is a plain number." : believableLimit(limit.value, unit);
        if (strangeLimit) problem(name, strangeLimit);
        entered[name] = limit.value;
      }
      return {
        test,
        value: value.value,
        unit,
        ...(value.comparator && { comparator: value.comparator }),
        ...(date && { date }),
        ...entered,
        ...(method && { method }),
      };
    }),
  );
  return zodResolver(schema) as Resolver<Typed, unknown, Measurement>;
}
