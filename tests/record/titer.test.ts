import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { equivalentOf, isDilution, isUsualDilution } from "../../lib/record/titer.ts";

describe("a titer", () => {
  test("is a whole number of parts, and at least one", () => {
    for (const titer of [1, 2, 3, 80, 1280]) expect(isDilution(titer), `${titer}`).toBe(true);
    for (const none of [0, -1, -80, 0.5, 2.5, 79.9, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY])
      expect(isDilution(none), `${none}`).toBe(false);
  });

  test.each([
    ["doubled from 1:10", [10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120, 10_240]],
    ["doubled from 1:16", [16, 32, 64, 128, 256, 512, 1024]],
    ["doubled from 1:50", [50, 100, 200, 400, 800, 1600, 3200]],
    ["in half powers of ten", [10, 32, 100, 320, 1000, 3200, 10_000, 32_000, 100_000]],
  ])("is one that laboratories report: %s", (_, titers) => {
    expect(titers.filter((titer) => !isUsualDilution(titer))).toEqual([]);
  });

  test("is none that laboratories report where no series has it", () => {
    const others = [1, 2, 3, 5, 8, 9, 11, 12, 15, 17, 25, 30, 33, 45, 48, 60, 90, 120, 150, 240, 300, 500, 600, 2000];
    expect([...others, 0, -10, -80, 12.5, 3.2, 160.5].filter(isUsualDilution)).toEqual([]);
  });
});

test("a test done by a method without a titer is answered by the finding that says so, and others by none", () => {
  const tests = Object.keys(definitions.tests) as (keyof typeof definitions.tests)[];
  const answered = tests.filter((id) => equivalentOf(id, definitions));
  expect(answered).toEqual(["ana-titer"]);
  const { finding, words } = equivalentOf("ana-titer", definitions) ?? {};
  if (!finding) throw new Error("no finding");
  const named = definitions.findings[finding];
  expect(words).toBe(named.equivalentTest);
  // Whatever else decides the finding beside the titer.
  const findings = { ...definitions.findings, [finding]: { ...named, decidedBy: [...(named.decidedBy ?? [])] } };
  const [rule] = named.decidedBy ?? [];
  if (!rule) throw new Error("no rule");
  findings[finding] = { ...named, decidedBy: [rule, { ...rule, test: "c3" }] };
  expect(equivalentOf("ana-titer", { findings })?.finding).toBe(finding);
  expect(equivalentOf("c3", { findings })?.finding).toBe(finding);
});
