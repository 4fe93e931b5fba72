import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { scorePlanOf, scoreText } from "../../lib/api/score.ts";
import { isTooDeep } from "../../lib/record/json-depth.ts";
import { identity } from "../../scripts/identity.ts";
import { assess } from "../support/assess.ts";

const score = scoreText.bind(undefined, scorePlanOf(definitions, identity));

test("the interface scores every worked example as the engine does", () => {
  for (const { id, record } of definitions.examples) {
    expect(score(JSON.stringify(record)), id).toEqual({ status: 200, body: { ...assess(record), app: identity } });
  }
});

test("a contradiction is refused with the engine's issues and with problem details beside them", () => {
  const { status, body } = score(
    '{"format":"sle-record/1","findings":{"leukopenia":"absent","leukopenia-twice":"present"}}',
  );
  expect(status).toBe(422);
  expect(body).toMatchObject({
    type: "/developers#record-not-readable",
    status: 422,
    app: identity,
    format: "sle-result/1",
    issues: [{ severity: "error", code: "contradiction", path: "findings.leukopenia" }],
  });
  expect(body).not.toHaveProperty("results");
});

test("text that is not JSON is refused as malformed, with its place", () => {
  const { status, body } = score('{"format":');
  expect(status).toBe(422);
  expect(body.issues).toMatchObject([{ code: "malformed", path: "" }]);
});

test("text nested half a million deep is refused before it is read", () => {
  const { status, body } = score(`${"[".repeat(500_000)}`);
  expect(status).toBe(422);
  expect(body.issues[0]?.message).toContain("nested deeper than 64");
});

test("brackets inside strings are not nesting, escaped quotes included", () => {
  expect(isTooDeep(JSON.stringify({ note: '"[[[\\"{{{' }), 1)).toBe(false);
  expect(isTooDeep("[[]]", 1)).toBe(true);
  expect(isTooDeep(JSON.stringify(Array.from({ length: 100 }, () => [])), 2)).toBe(false);
});
