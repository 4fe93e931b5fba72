import { globSync } from "node:fs";
import { dirname, join } from "node:path";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { recordJsonSchema, resultJsonSchema } from "../../lib/api/json-schema.ts";
import { openApi } from "../../lib/api/openapi.ts";
import { OPERATIONS } from "../../lib/api/operations.ts";
import { type Result, refused, signed } from "../../lib/assess.ts";
import { error } from "../../lib/record/issues.ts";
import { identity } from "../../scripts/identity.ts";
import { assess } from "../support/assess.ts";

const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
formats(ajv);
const isRecord = ajv.compile(recordJsonSchema(definitions));
const isResult = ajv.compile(resultJsonSchema(definitions));

test("the OpenAPI document passes the linter's recommended rules without a warning", async () => {
  const config = await createConfig({ extends: ["recommended-strict"] });
  const problems = await lintFromString({ source: JSON.stringify(openApi(definitions, "0.0.0")), config });
  expect(problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`)).toEqual([]);
});

test("the linter notices a reference that leads nowhere", async () => {
  const config = await createConfig({ extends: ["recommended-strict"] });
  const broken = JSON.stringify(openApi(definitions, "0.0.0")).replaceAll("#/components/schemas/Trace", "#/nowhere");
  expect(await lintFromString({ source: broken, config })).not.toEqual([]);
});

test("every worked example is a record by its JSON Schema, and its result a result by its own", () => {
  expect(definitions.examples.length).toBeGreaterThan(100);
  for (const { id, record } of definitions.examples) {
    expect(isRecord(record), `${id}: ${ajv.errorsText(isRecord.errors)}`).toBe(true);
    const result: Result = JSON.parse(JSON.stringify(assess(record)));
    expect(isResult(result), `${id}: ${ajv.errorsText(isResult.errors)}`).toBe(true);
    const answered = signed(result, identity);
    expect(isResult(answered), `${id}: ${ajv.errorsText(isResult.errors)}`).toBe(true);
  }
});

test("a refusal is a result by its JSON Schema", () => {
  expect(isResult(refused([error("malformed", "findings", "why", ["label"])]))).toBe(true);
});

test("the JSON Schema of a record refuses what the parser refuses", () => {
  for (const wrong of [
    {},
    { format: "sle-record/2" },
    { format: "sle-record/1", findings: { nonsense: "present" } },
    { format: "sle-record/1", findings: { fever: "yes" } },
    { format: "sle-record/1", findings: { fever: { status: "present", date: "2024-02-30" } } },
    { format: "sle-record/1", measurements: [{ test: "c3", value: "0.5", unit: "g/L" }] },
    { format: "sle-record/1", name: "someone" },
  ]) {
    expect(isRecord(wrong), JSON.stringify(wrong)).toBe(false);
  }
});

/** The addresses and methods that the routes of the app take, as they say themselves. */
async function routes(): Promise<string[]> {
  const root = join(import.meta.dirname, "../../app/api/v1");
  const files = globSync("**/route.ts", { cwd: root }).filter((file) => !file.includes("[[..."));
  const taken = await Promise.all(
    files.map(async (file) => {
      const { OPTIONS } = (await import(join(root, file))) as { OPTIONS: (request: Request) => Response };
      const allow = OPTIONS(new Request("http://localhost/")).headers.get("allow") ?? "";
      const path = join("/api/v1", dirname(file)).replaceAll(/\[(\w+)\]/g, "{$1}");
      return allow
        .split(", ")
        .filter((method) => method !== "HEAD" && method !== "OPTIONS")
        .map((method) => `${method} ${path}`);
    }),
  );
  return taken.flat();
}

test("the document has every address that the app takes, each with its methods, and no other", async () => {
  const described = Object.entries(openApi(definitions, "0.0.0").paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.toSorted()).toEqual((await routes()).toSorted());
  expect(described).toContain("PUT /api/v1/rounds/{code}/votes/{question}/{ballot}");
});

test("every part of an address in braces is described, and every problem is explained", () => {
  for (const { path, parameters = [], problems, id } of OPERATIONS) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(
      parameters.filter(({ oneOf }) => !oneOf).map(({ name }) => name),
      id,
    ).toEqual(inPath);
    expect(new Set(problems).size, id).toBe(problems.length);
  }
});
