import { error, type Issue } from "../record/issues.ts";
import type { z } from "../record/zod.ts";

/** The JSON in a text of any length, or the issue that it is none. */
export function jsonOf(text: string): { readonly value: unknown } | { readonly issue: Issue } {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { issue: error("malformed", "", "Not JSON, or cut off. It was kept as it is.") };
  }
}

/** Reads a value that fits a schema; the first mistake says where it does not. */
export function fitting<Value>(schema: z.ZodType<Value>) {
  return (value: object): { readonly value: Value } | { readonly issues: readonly Issue[] } => {
    const { success, data, error: wrong } = schema.safeParse(value);
    if (success) return { value: data };
    const [first] = wrong.issues;
    return { issues: [error("malformed", first?.path.join(".") ?? "", first?.message ?? "Damaged.")] };
  };
}
