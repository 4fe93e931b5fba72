import type { Definitions, FindingId, TestId } from "../../criteria/types.ts";
import { CAUSES } from "./causes.ts";
import { z } from "./zod.ts";

export const STATUSES = ["present", "absent", "unknown"] as const;

/**
 * The shape of a record, `sle-record/1`, for these definitions. Units, believable ranges and contradictions
 * are not its business: they depend on more than one place and are judged in `interpret.ts`.
 */
export function recordSchema({ findings, tests }: Pick<Definitions, "findings" | "tests">) {
  const date = z.iso.date().meta({ id: "Day", description: "A calendar day, YYYY-MM-DD" });
  const statement = z.strictObject({
    status: z.enum(STATUSES),
    explainedBy: z
      .strictObject({ cause: z.enum(CAUSES), text: z.string().optional() })
      .optional()
      .meta({ description: "Something other than SLE explains the finding better" }),
    date: date.optional(),
    note: z.string().optional(),
  });
  const answer = z.union([z.enum(STATUSES), statement.meta({ id: "Statement" })]).meta({ id: "Answer" });
  const answers = Object.fromEntries(
    Object.entries(findings).map(([id, { label }]) => [id, answer.optional().meta({ description: label })]),
  ) as Record<FindingId, z.ZodOptional<typeof answer>>;
  const measured = z.strictObject({
    test: z.enum(Object.keys(tests) as [TestId, ...TestId[]]),
    value: z.number(),
    unit: z.string().meta({ description: "UCUM code of a unit that the test accepts" }),
    comparator: z.enum(["<", ">"]).optional(),
    date: date.optional(),
    low: z.number().optional(),
    high: z.number().optional(),
    p99: z.number().optional(),
    method: z.string().optional(),
  });
  const measurement = measured.meta({ id: "Measurement" });
  return z.strictObject({
    format: z.literal("sle-record/1"),
    label: z.string().optional().meta({ description: "The user's own reference; never a name or birth date" }),
    findings: z.strictObject(answers).optional(),
    measurements: z.array(measurement).optional(),
  });
}
