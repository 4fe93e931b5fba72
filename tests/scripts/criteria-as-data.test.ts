import { describe, expect, test } from "vitest";
import { context } from "../../criteria/context.ts";
import { definitions } from "../../criteria/core.ts";
import { findingDefinitions } from "../../criteria/finding-definitions.ts";
import { definitions as written } from "../../criteria/index.ts";
import { definitions as named } from "../../criteria/named.ts";
import { names } from "../../criteria/names.ts";
import { otherExplanations } from "../../criteria/other-explanations.ts";
import { testsNotRead } from "../../criteria/tests-not-read.ts";
import type { FindingId, NamedDefinitions, TestId } from "../../criteria/types.ts";
import { assess, assessmentPlanOf } from "../../lib/assess.ts";
import { offersFor } from "../../lib/find/offers.ts";
import { findPlanOf } from "../../lib/find/plan.ts";
import nextConfig from "../../next.config.ts";
import { changelog, released, resultChanges } from "../../scripts/changelog.ts";
import { asData } from "../../scripts/criteria-as-data.ts";
import { identity } from "../../scripts/identity.ts";
import { moduleAsData } from "../../scripts/module-as-data.ts";

async function inBrowser(file: string): Promise<Readonly<Record<string, unknown>>> {
  return import(`data:text/javascript,${encodeURIComponent(asData(file))}`);
}

describe("what the browser gets of the criteria", () => {
  test.each([
    ["core.ts", { definitions }],
    ["finding-definitions.ts", { findingDefinitions }],
    ["names.ts", { names }],
    ["other-explanations.ts", { otherExplanations }],
  ])("of %s is what everyone else gets", async (file, exported) => {
    expect({ ...(await inBrowser(file)) }).toEqual(exported);
  });

  test.each([
    ["identity.ts", { identity }],
    ["changelog.ts", { changelog, released, resultChanges }],
  ])("of scripts/%s is the same constants", async (file, exported) => {
    const data = await moduleAsData(file);
    expect({ ...(await import(`data:text/javascript,${encodeURIComponent(data)}`)) }).toEqual(exported);
  });

  test("every module that is loaded as data is one that can be", () => {
    const [pattern = ""] = Object.keys(nextConfig.turbopack?.rules ?? {});
    const [, files = ""] = /criteria\/\{(.*)\}\.ts$/.exec(pattern) ?? [];
    expect(files.split(",").length).toBe(4);
    for (const file of files.split(",")) expect(asData(`${file}.ts`)).toContain("JSON.parse");
  });
});

describe("the definitions without words and sources", () => {
  const words = JSON.stringify(definitions);

  test("score every worked patient as the written ones do", () => {
    const [plan, planAsWritten] = [assessmentPlanOf(definitions), assessmentPlanOf(written)];
    for (const { record } of written.examples) expect(assess(plan, record)).toEqual(assess(planAsWritten, record));
  });

  test("hold nothing of what only the reference pages print", () => {
    expect(words).not.toMatch(
      /"(?:checked|source|toConfirm|citations|decisions|mistakes|notItems|definition|details)":/,
    );
    expect(words).not.toMatch(/"(?:synonyms|related|codes|alsoSaidOf|otherAssays|otherExplanations)":/);
    expect(words.length).toBeLessThan(JSON.stringify(written).length / 2);
  });

  test("and what to think of before a finding counts comes by itself", () => {
    for (const id of Object.keys(written.findings) as FindingId[]) {
      const labels = written.findings[id].otherExplanations.map(({ label, cause }) => ({ label, cause }));
      expect(otherExplanations[id]).toEqual(labels);
    }
  });

  test("and the words of every finding come by themselves", () => {
    for (const id of Object.keys(written.findings) as FindingId[]) {
      const { definition, details } = written.findings[id];
      expect(findingDefinitions[id]).toEqual({ definition, ...(details && { details }) });
    }
  });
});

describe("the definitions with names", () => {
  test("have what the core has, in its order, with every name and code that is written", () => {
    expect(Object.keys(named.findings)).toEqual(Object.keys(definitions.findings));
    expect(Object.keys(named.tests)).toEqual(Object.keys(definitions.tests));
    for (const id of Object.keys(written.findings) as FindingId[]) {
      const { definition, details, perUnitSource, codes, otherExplanations, ...uncoded } = written.findings[id];
      const { codes: coded, otherExplanations: explanations, ...ours } = named.findings[id];
      expect(ours).toEqual(uncoded);
      expect(ours).toMatchObject(definitions.findings[id]);
      expect(coded).toEqual(codes?.map(({ checked: _, source: __, toConfirm: ___, note: ____, ...code }) => code));
      expect(explanations).toEqual(otherExplanations.map(({ source: _, ...explanation }) => explanation));
    }
    for (const id of Object.keys(written.tests) as TestId[]) {
      const { codes, otherCodes, ...uncoded } = written.tests[id];
      const { codes: coded, ...ours } = named.tests[id];
      expect(ours).toEqual(uncoded);
      expect(coded).toEqual(codes?.map(({ checked: _, source: __, toConfirm: ___, note: ____, ...code }) => code));
    }
  });

  test("let the quick find offer what the written ones do", () => {
    const planOf = (given: NamedDefinitions) =>
      findPlanOf({ definitions: given, topics: context, notRead: testsNotRead });
    const [plan, planAsWritten] = [planOf(named), planOf(written)];
    const typed = [
      ...Object.values(names.findings).flatMap(({ synonyms, related = [] }) => [
        ...synonyms.slice(-1),
        ...related.slice(-1),
      ]),
      ...Object.values(names.tests).map(({ synonyms }) => `${synonyms.at(-1)} 3.2`),
      "photograph",
      "clinician",
    ];
    for (const name of typed) {
      const offers = offersFor(planAsWritten, name, "2025-11-25");
      expect(offersFor(plan, name, "2025-11-25"), name).toEqual(offers);
    }
  });
});
