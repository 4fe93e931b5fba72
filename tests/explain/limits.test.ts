import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { FindingId } from "../../criteria/types.ts";
import { decidedByTheSameTest } from "../../lib/definition/ties.ts";
import { limitOf, printedIn } from "../../lib/explain/limits.ts";
import { acceptedUnit, canonical } from "../../lib/record/units.ts";

const { findings, tests } = definitions;

function limitsOf(finding: FindingId) {
  return (findings[finding].decidedBy ?? []).map((rule) => limitOf(rule, tests[rule.test]));
}

describe("a limit in words", () => {
  test.each<[FindingId, string]>([
    ["fever", "above 38.3 °C"],
    ["leukopenia", "below 4 ×10⁹/L"],
    ["ana-1-80", "at least 1:80"],
    ["ana-above-reference", "at least the first titer that the laboratory calls positive"],
    ["low-c3", "below the laboratory's lower limit"],
    ["proteinuria-500", "at least 0.5 g/24 h"],
  ])("of %s is: %s", (finding, words) => {
    expect(limitsOf(finding)[0]?.words).toBe(words);
  });

  test("says what else the rule asks: occasions, methods, a multiple of the limit", () => {
    expect(limitsOf("leukopenia-twice")[0]?.conditions).toEqual(["on 2 separate occasions"]);
    const [others, elisa] = limitsOf("anti-dsdna-slicc");
    expect(others?.conditions).toEqual(["by any method other than ELISA"]);
    expect(elisa).toMatchObject({ words: "above 2 times the laboratory's upper limit", conditions: ["by ELISA"] });
  });

  test("is given in every other unit that the test accepts, and says when it is rounded", () => {
    expect(limitsOf("fever")[0]?.elsewhere).toEqual([{ text: "100.94", exact: true, unit: "°F" }]);
    expect(limitsOf("proteinuria")[1]?.elsewhere).toContainEqual({ text: "50", exact: true, unit: "mg/mmol" });
    expect(limitsOf("thrombocytopenia")[0]?.elsewhere).toContainEqual({ text: "100,000", exact: true, unit: "/µL" });
  });
});

test("a limit that converts exactly converts back to itself", () => {
  for (const finding of Object.values(findings)) {
    for (const rule of finding.decidedBy ?? []) {
      if ("limit" in rule) continue;
      for (const unit of tests[rule.test].units) {
        const { text, exact } = printedIn(rule.value, unit);
        const back = canonical(Number(text.replaceAll(",", "")), acceptedUnit(tests[rule.test], unit.unit) ?? unit);
        if (exact) expect(Number(back.n) / Number(back.d), `${text} ${unit.label}`).toBe(rule.value);
      }
    }
  }
});

test("findings that the same measurement decides stand beside each other", () => {
  expect(decidedByTheSameTest("lymphopenia-1000", findings)).toEqual(["lymphopenia-1500-twice"]);
  expect(decidedByTheSameTest("malar-rash", findings)).toEqual([]);
});
