import { createConfig, lintFromString } from "@redocly/openapi-core";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { recordJsonSchema, resultJsonSchema } from "../../lib/api/json-schema.ts";
import { openApi } from "../../lib/api/openapi.ts";
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
