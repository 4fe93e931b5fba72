import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/core.ts";
import { findingDefinitions } from "../../criteria/finding-definitions.ts";
import { definitions as written } from "../../criteria/index.ts";
import type { FindingId } from "../../criteria/types.ts";
import { assess, assessmentPlanOf } from "../../lib/assess.ts";
import nextConfig from "../../next.config.ts";
import { changelog, released } from "../../scripts/changelog.ts";
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
  ])("of %s is what everyone else gets", async (file, exported) => {
    expect({ ...(await inBrowser(file)) }).toEqual(exported);
  });

  test.each([
    ["identity.ts", { identity }],
    ["changelog.ts", { changelog, released }],
  ])("of scripts/%s is the same constants", async (file, exported) => {
    const data = await moduleAsData(file);
    expect({ ...(await import(`data:text/javascript,${encodeURIComponent(data)}`)) }).toEqual(exported);
  });

  test("every module that is loaded as data is one that can be", () => {
    const [pattern = ""] = Object.keys(nextConfig.turbopack?.rules ?? {});
    const [, files = ""] = /criteria\/\{(.*)\}\.ts$/.exec(pattern) ?? [];
    expect(files.split(",").length).toBe(2);
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
    expect(words.length).toBeLessThan(JSON.stringify(written).length / 2);
  });

  test("and the words of every finding come by themselves", () => {
    for (const id of Object.keys(written.findings) as FindingId[]) {
      const { definition, details } = written.findings[id];
      expect(findingDefinitions[id]).toEqual({ definition, ...(details && { details }) });
    }
  });
});
