import type { Definitions } from "../../criteria/types.ts";
import { recordSchema } from "../record/schema.ts";
import { z } from "../record/zod.ts";
import { resultSchema } from "./result-schema.ts";

/** A JSON Schema of draft 2020-12, as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schema of `sle-record/1`, from the schema that reads records. */
export function recordJsonSchema(definitions: Definitions): JsonSchema {
  return { title: "sle-record/1", ...z.toJSONSchema(recordSchema(definitions)) };
}

/** The JSON Schema of `sle-result/1`. */
export function resultJsonSchema(definitions: Definitions): JsonSchema {
  return { title: "sle-result/1", ...z.toJSONSchema(resultSchema(definitions)) };
}

/**
 * The definitions inside these schemas and the schemas themselves, each under one name, with references of the
 * form `#/components/schemas/Name`, as an OpenAPI document wants them.
 */
export function components(roots: Readonly<Record<string, JsonSchema>>): Readonly<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [name, { $schema: _, $defs, ...root }] of Object.entries(roots)) {
    for (const [inner, schema] of Object.entries($defs ?? {})) found[inner] = withoutId(schema);
    found[name] = root;
  }
  return JSON.parse(JSON.stringify(found).replaceAll('"#/$defs/', '"#/components/schemas/')) as typeof found;
}

/** zod names a shared schema with its id, which OpenAPI's place for it already says. */
function withoutId(schema: unknown): unknown {
  const { id: _, ...rest } = schema as Record<string, unknown>;
  return rest;
}
