import { describe, expect, it } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, Measurement } from "../../criteria/types.ts";
import { limitsLacking, decidedSentence as sentence } from "../../lib/explain/decided.ts";

const decidedSentence = (finding: FindingId, values: readonly Measurement[]) => sentence(finding, values, definitions);

describe("what a value decided", () => {
  it("says which limit a value is below", () => {
    expect(decidedSentence("leukopenia", [{ test: "white-cells", value: 3.2, unit: "10*9/L" }])).toBe(
      "3.2 ×10⁹/L is below 4 ×10⁹/L.",
    );
  });

  it("says not met by the values entered, never that it was never so", () => {
    expect(decidedSentence("leukopenia", [{ test: "white-cells", value: 4, unit: "10*9/L" }])).toBe(
      "Not met by the values entered: 4 ×10⁹/L is not below 4 ×10⁹/L.",
    );
  });

  it("asks for the laboratory's limit where the rule needs one", () => {
    expect(decidedSentence("low-c3", [{ test: "c3", value: 0.6, unit: "g/L" }])).toBe(
      "To decide this, the value needs the laboratory’s lower limit.",
    );
  });

  it("compares with the laboratory's limit once it is there", () => {
    expect(decidedSentence("low-c3", [{ test: "c3", value: 62, unit: "mg/dL", low: 90 }])).toBe(
      "62 mg/dL is below the laboratory’s lower limit, 90.",
    );
  });

  it("leaves open what a comparator leaves open", () => {
    expect(
      decidedSentence("thrombocytopenia", [{ test: "platelets", value: 150, unit: "10*9/L", comparator: "<" }]),
    ).toBe("<150 ×10⁹/L can be on either side of 100 ×10⁹/L.");
  });

  it("asks for the method where a finding depends on it", () => {
    expect(decidedSentence("anti-dsdna-specific", [{ test: "anti-dsdna", value: 95, unit: "[IU]/mL", high: 10 }])).toBe(
      "To decide this, the value needs the method.",
    );
  });

  it("says nothing of a finding whose tests have no value", () => {
    expect(decidedSentence("low-c3", [{ test: "white-cells", value: 3.2, unit: "10*9/L" }])).toBeUndefined();
  });
});

describe("the limits that a value lacks", () => {
  const lacking = (value: Measurement, ...findings: FindingId[]) => limitsLacking(value, findings, definitions);

  it("is the limit of a rule that cannot judge it", () => {
    expect(lacking({ test: "c3", value: 0.6, unit: "g/L" }, "low-c3")).toEqual(["low"]);
  });

  it("is none once the limit is there, or where every rule has its own", () => {
    expect(lacking({ test: "c3", value: 0.6, unit: "g/L", low: 0.9 }, "low-c3")).toEqual([]);
    expect(lacking({ test: "platelets", value: 85, unit: "10*9/L" }, "thrombocytopenia")).toEqual([]);
  });

  it("is asked of the findings that are given, and of no other", () => {
    const titer: Measurement = { test: "ana-titer", value: 320, unit: "{titer}" };
    expect(lacking(titer, "ana-1-80", "ana-above-reference")).toEqual(["high"]);
    expect(lacking(titer, "ana-1-80", "low-c3")).toEqual([]);
  });

  it("is none for rules that read other methods only", () => {
    const value: Measurement = { test: "anti-dsdna", value: 95, unit: "[IU]/mL" };
    expect(lacking({ ...value, method: "farr" }, "anti-dsdna-specific")).toEqual(["high"]);
    expect(lacking({ ...value, method: "elisa" }, "anti-dsdna-specific")).toEqual([]);
  });
});
