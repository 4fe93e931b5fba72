/** A wrong id is answered with the one that was meant, from the names that the definitions know, and never with a guess. */
import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, LabTest, NamedFinding, NamedLabTest, TestId } from "../../criteria/types.ts";
import { scorePlanOf, scoreText } from "../../lib/api/score.ts";
import { recordSchema } from "../../lib/record/schema.ts";
import { suggestionsFrom, suggestUnits } from "../../lib/record/suggest.ts";
import { identity } from "../../scripts/identity.ts";

const plan = scorePlanOf(definitions, identity);
const { finding: suggestFinding, test: suggestTest } = suggestionsFrom(definitions);

function said(rest: object): string {
  const { body } = scoreText(plan, JSON.stringify({ format: "sle-record/1", ...rest }));
  expect(body).not.toHaveProperty("results");
  return body.issues.map(({ message }) => message).join("\n");
}

const asTest = (id: string) => said({ measurements: [{ test: id, value: 1, unit: "g/L" }] });
const asFinding = (id: string) => said({ findings: { [id]: "present" } });
const asUnit = (unit: string, test: TestId = "white-cells") => said({ measurements: [{ test, value: 3, unit }] });
const asMethod = (method: string) =>
  said({ measurements: [{ test: "anti-dsdna", value: 3, unit: "[IU]/mL", method }] });
const asCause = (cause: string) => said({ findings: { fever: { status: "present", explainedBy: { cause } } } });

describe("an id that is nearly one is answered with the one that was meant", () => {
  test.each([
    ["wbc", "white-cells"],
    ["WBC", "white-cells"],
    ["leucocytes", "white-cells"],
    ["white_cells", "white-cells"],
    ["whitecells", "white-cells"],
    ["white cell", "white-cells"],
    ["whtie-cells", "white-cells"],
    ["plt", "platelets"],
    ["UPCR", "urine-protein-creatinine-ratio"],
    ["protein creatinine ratio", "urine-protein-creatinine-ratio"],
    ["ds-DNA", "anti-dsdna"],
    ["C3", "c3"],
  ])("test %s: %s, and no list of all", (typed, meant) => {
    expect(asTest(typed)).toContain(`Did you mean "${meant}"?`);
    expect(asTest(typed)).not.toContain("anticardiolipin");
  });

  test.each([
    ["malar_rash", "malar-rash"],
    ["Malar Rash", "malar-rash"],
    ["malr-rash", "malar-rash"],
    ["butterfly rash", "malar-rash"],
    ["leucopenia", "leukopenia"],
    ["haemolytic anaemia", "hemolytic-anemia"],
    ["c3-low", "low-c3"],
    ["seizures", "seizure"],
  ])("finding %s: %s", (typed, meant) => {
    expect(asFinding(typed)).toContain(`Did you mean "${meant}"`);
  });

  test.each([
    ["10^9/L", "10*9/L"],
    ["x10^9/l", "10*9/L"],
    ["K/uL", "10*3/uL"],
    ["cells/µL", "/uL"],
  ])("unit %s: %s", (typed, meant) => {
    expect(asUnit(typed)).toContain(`Did you mean "${meant}"`);
  });

  test.each([
    ["ELISA", "elisa"],
    ["elissa", "elisa"],
    ["CLIFT", "crithidia"],
  ])("method %s: %s", (typed, meant) => {
    expect(asMethod(typed)).toContain(`Did you mean "${meant}"?`);
  });

  test.each([
    ["drugs", "drug"],
    ["Infection", "infection"],
    ["herpes", "infection"],
    ["other disease", "other-disease"],
  ])("cause %s: %s", (typed, meant) => {
    expect(asCause(typed)).toContain(`Did you mean "${meant}"`);
  });

  test.each([
    [{ findings: { fever: "Present" } }, '"present"'],
    [{ finding: {} }, '"findings"'],
    [{ measurements: [{ test: "c3", value: 1, unit: "g/L", units: "g/L" }] }, '"unit"'],
    [{ findings: { fever: { status: "present", explained_by: {} } } }, '"explainedBy"'],
  ])("%j: %s", (rest, meant) => {
    expect(said(rest)).toContain(`Did you mean ${meant}?`);
  });

  test("every name of every finding and test leads to it", () => {
    for (const [id, { label, synonyms }] of Object.entries(definitions.findings) as [FindingId, NamedFinding][]) {
      for (const name of [id, label, ...synonyms]) {
        if (name.length <= 60) expect(suggestFinding(name).length, name).toBeGreaterThan(0);
      }
      expect(suggestFinding(id.replaceAll("-", "_"))).toContain(id);
    }
    for (const [id, lab] of Object.entries(definitions.tests) as [TestId, NamedLabTest][]) {
      for (const name of [id, lab.label, lab.short, ...lab.synonyms]) expect(suggestTest(name), name).toContain(id);
    }
  });

  test("every unit as it is printed leads to a unit of the test", () => {
    for (const lab of Object.values(definitions.tests) as LabTest[]) {
      for (const { unit, label } of lab.units) {
        expect(suggestUnits(label, lab), label).not.toEqual([]);
        expect(suggestUnits(unit.toLowerCase(), lab), unit).not.toEqual([]);
      }
    }
  });
});

describe("what belongs elsewhere is said", () => {
  test("a test among the findings", () => {
    expect(asFinding("wbc")).toContain('Did you mean "white-cells"? That is a test');
  });

  test("a finding among the tests", () => {
    expect(asTest("malar-rash")).toContain('Did you mean "malar-rash"? That is a finding');
  });
});

describe("nothing is suggested where nothing is near", () => {
  test.each(["gout", "constructor", "", " ", "-", "ana-1-160", "k".repeat(40_000), "malar-rash".repeat(4_000)])(
    "finding %.20s",
    (typed) => {
      expect(asFinding(typed)).not.toContain("Did you mean");
    },
  );

  test.each(["creatinine", "hemoglobin", "c5", "x", "k".repeat(40_000)])("test %.20s: all are listed", (typed) => {
    expect(asTest(typed)).not.toContain("Did you mean");
    expect(asTest(typed)).toContain("one of ana-titer, ");
  });

  test.each(["u".repeat(40_000), "10*9/L".repeat(7_000), "mol"])("unit %.20s", (typed) => {
    expect(asUnit(typed)).not.toContain("Did you mean");
  });
});

test("every field of the record format is one that is suggested", () => {
  const { shape } = recordSchema(definitions);
  for (const name of Object.keys(shape)) expect(said({ [`${name}_`]: 1 })).toContain(`"${name}"?`);
  for (const name of Object.keys(shape.measurements.unwrap().element.shape)) {
    const one = { test: "c3", value: 1, unit: "g/L", [`${name}_`]: 1 };
    expect(said({ measurements: [one] })).toContain(`"${name}"?`);
  }
});
