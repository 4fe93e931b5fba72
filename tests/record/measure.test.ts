import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { Finding, Measurement, Rule } from "../../criteria/types.ts";
import { measureFinding } from "../../lib/record/measure.ts";

const below = (test: "white-cells" | "platelets", value: number, occasions = 1): Rule => ({
  test,
  is: "<",
  value,
  unit: "10*9/L",
  ...(occasions > 1 && { occasions }),
});
const of = (test: "white-cells" | "platelets", value: number): Measurement => ({ test, value, unit: "10*9/L" });
const statusBy = (rules: readonly Rule[], ...measurements: readonly Measurement[]) => {
  const finding: Finding = { ...definitions.findings.leukopenia, decidedBy: rules };
  return measureFinding(finding, measurements, definitions.tests)?.status;
};

test("a value is judged by the rules of its own test, and says nothing where a finding has none of it", () => {
  const white = below("white-cells", 4);
  expect(statusBy([white], of("white-cells", 6))).toBe("absent");
  expect(statusBy([white], of("white-cells", 6), of("platelets", 3))).toBe("absent");
  expect(statusBy([white], of("platelets", 3))).toBeUndefined();
  const either = [white, below("platelets", 100)];
  expect(statusBy(either, of("white-cells", 50))).toBe("absent");
  expect(statusBy(either, of("platelets", 50))).toBe("present");
  expect(statusBy(either, of("white-cells", 50), of("platelets", 50))).toBe("present");
});

test("a finding is present once it was met as often as any of its rules asks for", () => {
  const rules = [below("white-cells", 4), below("platelets", 100, 2)];
  expect(statusBy(rules, { ...of("white-cells", 3), date: "2024-01-02" })).toBe("unknown");
  expect(
    statusBy(rules, { ...of("white-cells", 3), date: "2024-01-02" }, { ...of("platelets", 50), date: "2024-02-02" }),
  ).toBe("present");
});
