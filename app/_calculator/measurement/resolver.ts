import { zodResolver } from "@hookform/resolvers/zod";
import type { Resolver } from "react-hook-form";
import * as z from "zod/mini";
import { definitions } from "../../../criteria/core.ts";
import type { LimitName, Measurement, TestId } from "../../../criteria/types.ts";
import { capitalize } from "../../../lib/explain/values.ts";
import "../../../lib/record/jitless.ts";
import { limitDoubts } from "../../../lib/record/limit-doubts.ts";
import { equivalentOf, isDilution, TITER } from "../../../lib/record/titer.ts";
import { acceptedUnit, isPlausible, unitsThatFit } from "../../../lib/record/units.ts";
import type { Typed } from "./typed-measurement.ts";
import { readTyped, type TypedValue } from "./typed-value.ts";

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
  const notWhole = (number: number, code: string): string | undefined => {
    if (code !== TITER || isDilution(number)) return undefined;
    const equivalent = equivalentOf(test, definitions);
    const elsewhere = equivalent
      ? ` Another method's index, ratio or units: answer “${definitions.findings[equivalent.finding].label}” and name the assay.`
      : "";
    return `${number} is no titer, which is a whole dilution such as 160 for 1:160.${elsewhere}`;
  };
  /** A dot may stand between thousands, where both numbers can be believed. */
  const eitherOf = ({ value, orElse }: Extract<TypedValue, { kind: "number" }>, code: string): string | undefined => {
    const unit = acceptedUnit(definition, code);
    if (orElse === undefined || !unit || !isPlausible(orElse, unit, definition)) return undefined;
    return `That can be ${value} or ${orElse}. Write ${value} or ${orElse}.`;
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
      const strange = notWhole(value.value, unit) ?? eitherOf(value, unit) ?? believable(value.value, unit);
      if (strange) problem("value", strange);
      const entered: { [limit in LimitName]?: number } = {};
      for (const name of ["low", "high", "p99"] as const) {
        const limit = limits[name];
        if (limit.kind !== "number") continue;
        const strangeLimit = limit.comparator
          ? "A limit is a plain number."
          : (eitherOf(limit, unit) ?? believableLimit(limit.value, unit));
        if (strangeLimit) problem(name, strangeLimit);
        entered[name] = limit.value;
      }
      const doubts = limitDoubts({ test, value: value.value, unit, ...entered }, definition);
      for (const { limit, certain, why } of doubts) {
        if (certain) problem(limit, `${capitalize(why)}. Correct it, or leave the limit empty.`);
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
