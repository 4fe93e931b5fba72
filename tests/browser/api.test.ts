import { rm } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { generate } from "openapi-typescript-codegen";
import { expect } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { signed } from "../../lib/assess.ts";
import { identity } from "../../scripts/identity.ts";
import { assess } from "../support/assess.ts";
import { test } from "./support/test.ts";

const CONSTANTS = [
  "sets",
  "sets/slerpi",
  "findings",
  "schema/record",
  "schema/result",
  "openapi.json",
  "fhir/Questionnaire/slerpi",
];

function post(origin: string, body: BodyInit, type = "application/json"): Promise<Response> {
  return fetch(`${origin}/api/v1/score`, { method: "POST", headers: { "Content-Type": type }, body });
}

test("a record scores over HTTP as it does on the command line, to the byte", async ({ origin }) => {
  for (const { id, record } of definitions.examples.slice(0, 20)) {
    const response = await post(origin, JSON.stringify(record));
    expect(response.status, id).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.text()).toBe(`${JSON.stringify(signed(assess(record), identity), null, 2)}\n`);
  }
});

test("a client generated from the OpenAPI document scores a case", async ({ origin }) => {
  const document = await (await fetch(`${origin}/api/v1/openapi.json`)).json();
  const output = join(import.meta.dirname, "../../.artifacts/generated-client");
  await rm(output, { recursive: true, force: true });
  await generate({ input: document, output, httpClient: "fetch", useUnionTypes: true });
  const client = await import(/* @vite-ignore */ join(output, "index.ts"));
  client.OpenAPI.BASE = origin;
  const [example] = definitions.examples;
  expect(await client.DefaultService.score(example?.record)).toEqual(
    signed(assess(example?.record ?? { format: "sle-record/1" }), identity),
  );
  await expect(client.DefaultService.score({ format: "sle-record/9" })).rejects.toMatchObject({
    status: 422,
    body: { issues: [{ code: "malformed", path: "format" }] },
  });
});

test("what is constant carries an ETag, and is not sent again to who has it", async ({ origin }) => {
  for (const path of CONSTANTS) {
    const first = await fetch(`${origin}/api/v1/${path}`);
    expect(first.status, path).toBe(200);
    expect(first.headers.get("cache-control")).toBe("public, max-age=300, must-revalidate");
    expect(Object.keys(await first.json()).length).toBeGreaterThan(1);
    const etag = first.headers.get("etag") ?? "";
    const again = await fetch(`${origin}/api/v1/${path}`, { headers: { "If-None-Match": `W/"other", ${etag}` } });
    expect(again.status, path).toBe(304);
    const changed = await fetch(`${origin}/api/v1/${path}`, { headers: { "If-None-Match": '"other"' } });
    expect(changed.status, path).toBe(200);
  }
});

test("any origin may call, and a program in a browser can read why it was refused", async ({ origin }) => {
  const asked = await fetch(`${origin}/api/v1/score`, {
    method: "OPTIONS",
    headers: { Origin: "https://ehr.example" },
  });
  expect(asked.status).toBe(204);
  expect(asked.headers.get("access-control-allow-origin")).toBe("*");
  expect(asked.headers.get("access-control-allow-methods")).toBe("POST, OPTIONS");
  const refused = await post(origin, "{}");
  expect(refused.status).toBe(422);
  expect(refused.headers.get("access-control-allow-origin")).toBe("*");
});

test("bad requests are refused with problem details that say what would be accepted", async ({ origin }) => {
  const cases: [Response | Promise<Response>, number, string][] = [
    [post(origin, "{", "application/json"), 422, "Not valid JSON"],
    [post(origin, "", "application/json"), 422, "The text is empty"],
    [post(origin, new Uint8Array([0x22, 0xff, 0x22]), "application/json"), 422, "not UTF-8"],
    [post(origin, "<record/>", "application/xml"), 415, "accepted: application/json"],
    [post(origin, "{}", "application/json; charset=latin1"), 415, "accepted: application/json"],
    [post(origin, `"${"x".repeat(1_000_000)}"`), 413, "1,000,000 bytes"],
    [post(origin, "[".repeat(900_000)), 422, "nested deeper"],
    [fetch(`${origin}/api/v1/score`), 405, "POST"],
    [fetch(`${origin}/api/v1/sets/no-such-set`), 404, '"no-such-set"'],
    [fetch(`${origin}/api/v1/sets`, { method: "DELETE" }), 405, "GET"],
  ];
  for (const [pending, status, says] of cases) {
    const response = await pending;
    expect(response.status, says).toBe(status);
    expect(response.headers.get("content-type"), says).toBe("application/problem+json");
    const problem = await response.json();
    expect(problem, says).toMatchObject({
      status,
      title: expect.any(String),
      type: expect.stringMatching(/^\/developers#/),
    });
    expect(problem.detail).toContain(says);
    if (status !== 404 && status !== 405) expect(problem.issues, says).toMatchObject([{ severity: "error" }]);
  }
});

test("a body of unknown length is cut off at the limit", async ({ origin }) => {
  const status = await new Promise((resolve, reject) => {
    const sending = request(`${origin}/api/v1/score`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
    });
    sending.on("response", (response) => {
      resolve(response.statusCode);
      sending.destroy();
    });
    sending.on("error", reject);
    for (let sent = 0; sent < 1_200_000; sent += 100_000) sending.write(" ".repeat(100_000));
  });
  expect(status).toBe(413);
});

test("a record of a thousand measurements is scored", async ({ origin }) => {
  const measurements = Array.from({ length: 1000 }, (_, day) => ({
    test: "white-cells",
    value: 3 + (day % 50) / 10,
    unit: "10*9/L",
    date: new Date(Date.UTC(2020, 0, day + 1)).toISOString().slice(0, 10),
  }));
  const response = await post(origin, JSON.stringify({ format: "sle-record/1", measurements }));
  expect(response.status).toBe(200);
});
