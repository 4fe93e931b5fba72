import { z } from "zod";
import { error, type Issue } from "../record/issues.ts";

/** Zod tries out whether it may compile code; the security policy forbids it, and a browser reports the attempt. */
z.config({ jitless: true });

export { z };

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
