import { describe, expect, test } from "vitest";
import { definitions } from "../criteria/index.ts";
import { byParts, type SetId } from "./oracles/completions.ts";
import { assess, parse } from "./support/assess.ts";

describe("worked patients", () => {
  test("there are some, each under its own id, and each expects something of every set", () => {
    const { examples, sets } = definitions;
    expect(examples.length).toBeGreaterThan(200);
    expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length);
    const ids = sets.map(({ id }) => id).sort();
    const partial = examples.filter(({ expect: expected }) => !ids.every((id) => id in expected));
    expect(partial.filter(({ kind }) => kind === "patient").map(({ id }) => id)).toEqual([]);
    const strangers = examples.flatMap(({ expect: expected }) =>
      Object.keys(expected).filter((id) => !ids.includes(id)),
    );
    expect(strangers).toEqual([]);
  });

  test.each(definitions.examples)("$id: $title", ({ record, expect: expected }) => {
    const parsed = parse(JSON.parse(JSON.stringify(record)));
    expect(parsed.issues).toEqual([]);
    const result = assess(record);
    expect(result.issues).toEqual([]);
    for (const [set, { asAssessed, value, verdict }] of Object.entries(expected)) {
      const found = result.results?.[set];
      expect.soft({ asAssessed: found?.asAssessed, value: found?.score.value }, set).toEqual({ asAssessed, value });
      if (verdict) expect.soft(found?.verdict, set).toBe(verdict);
      const second = byParts(record, set as SetId);
      expect.soft(found, `${set}, by the second reading`).toMatchObject({
        verdict: second.verdict,
        asAssessed: second.asAssessed,
        score: { value: second.value, lower: second.lower, upper: second.upper },
      });
    }
  });
});
