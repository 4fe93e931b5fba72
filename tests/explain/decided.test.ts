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
      "To decide this, the value needs the laboratory's lower limit.",
    );
  });

  it("compares with the laboratory's limit once it is there", () => {
    expect(decidedSentence("low-c3", [{ test: "c3", value: 62, unit: "mg/dL", low: 90 }])).toBe(
      "62 mg/dL is below the laboratory's lower limit, 90.",
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

/** A rule's own limits in every unit of its test, as the definitions have them, and values around each. */
const around = (Object.keys(definitions.findings) as FindingId[]).flatMap((finding) =>
  (definitions.findings[finding].decidedBy ?? []).flatMap((rule) => {
    const test = definitions.tests[rule.test];
    return test.units.flatMap((unit) => {
      const [up, down] = unit.times ?? [1, 1];
      const published = "value" in rule ? rule.perUnit?.find((one) => one.unit === unit.unit)?.value : undefined;
      const exact = "value" in rule ? (rule.value * down) / up - (unit.plus ?? 0) : 40;
      return [exact, published ?? exact].flatMap((limit) =>
        [0.9, 0.99, 1, 1.01, 1.1].map((times) => {
          const value = Number((limit * times).toPrecision(6));
          const limits = Object.fromEntries((test.limits ?? []).map(({ name }) => [name, 40]));
          return { finding, value: { test: rule.test, value, unit: unit.unit, ...limits, method: "farr" } };
        }),
      );
    });
  }),
);

describe("a comparison that is printed", () => {
  /** "50 mg/mmol", "1:80", "a count of 2", each with its unit. */
  const amounts = (words: string) =>
    [...words.matchAll(/(1:|a count of )?(\d+(?:\.\d+)?(?:e-?\d+)?)(?: ([^\s,.();]+(?: h)?))?/g)].map(
      ([, ratio, number, unit]) => ({ number: Number(number), unit: ratio ?? unit }),
    );

  it("is true of the very numbers that stand in it, in every unit", () => {
    const texts = around.flatMap(({ finding, value }) => decidedSentence(finding, [value]) ?? []);
    let compared = 0;
    for (const text of new Set(texts)) {
      const clauses = text.replace(/^Not met by the values entered: /, "").split(/ and (?=\d|a count)/);
      for (const clause of clauses) {
        const match = /^(.*) (is|is not) (at or above|above|below) (.*?)\.?$/.exec(clause);
        if (!match) continue;
        const [, left = "", verb, side, right = ""] = match;
        const limit = amounts(right).at(-1);
        // The value in the limit's own unit: as it was entered, or as it is converted beside it.
        const same = amounts(left).filter(({ unit }) => unit === limit?.unit || limit?.unit === undefined);
        const [value] = same;
        if (!limit || !value) throw new Error(`nothing to compare: ${text}`);
        const times = right.startsWith("twice") ? 2 : 1;
        const [a, b] = [value.number, limit.number * times];
        const holds = side === "below" ? a < b : side === "above" ? a > b : a >= b;
        expect([text, holds]).toEqual([text, verb === "is"]);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it("names the published limit of the unit, a count without a plural, and a titer as a titer", () => {
    const upcr = (value: number) => [{ test: "urine-protein-creatinine-ratio", value, unit: "mg/mmol" }] as const;
    expect(decidedSentence("proteinuria", upcr(55))).toBe("55 mg/mmol is above 50 mg/mmol.");
    expect(decidedSentence("proteinuria-500", upcr(50))).toBe("50 mg/mmol is at or above 50 mg/mmol.");
    expect(decidedSentence("synovitis-2-joints", [{ test: "swollen-joints", value: 1, unit: "{count}" }])).toBe(
      "Not met by the values entered: a count of 1 is not at or above 2.",
    );
    expect(decidedSentence("ana-above-reference", [{ test: "ana-titer", value: 320, unit: "{titer}", high: 80 }])).toBe(
      "1:320 is at or above the first positive titer, 1:80.",
    );
  });

  it("says which limit was not entered, where it could still have met the finding", () => {
    const igg: Measurement = { test: "anticardiolipin-igg", value: 35, unit: "[GPL'U]", high: 20 };
    expect(decidedSentence("anticardiolipin-medium-high", [igg])).toBe(
      "Not met by the values entered: 35 GPL is not above 40 GPL; the 99th percentile was not entered.",
    );
    expect(decidedSentence("anticardiolipin-medium-high", [{ ...igg, p99: 38 }])).not.toMatch(/not entered\.$/);
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
