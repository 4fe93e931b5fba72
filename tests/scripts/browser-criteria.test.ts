import { describe, expect, it } from "vitest";
import { findingDefinitions } from "../../criteria/finding-definitions.ts";
import { definitions } from "../../criteria/index.ts";
import type { Definitions, Finding, FindingId } from "../../criteria/types.ts";
import { assessor } from "../../lib/assess.ts";
import { fullNote } from "../../lib/explain/notes.ts";
import { forBrowser, inWords } from "../../scripts/browser-criteria.ts";

const inBrowser: Definitions = forBrowser(definitions);

describe("the criteria that the browser gets", () => {
  it("score every worked patient as the criteria themselves do, and say it in the same words", () => {
    const [assess, assessInBrowser] = [assessor(definitions), assessor(inBrowser)];
    for (const { record } of definitions.examples) {
      const result = assess(record);
      expect(assessInBrowser(record)).toEqual(result);
      const subject = { record, result, version: "0" };
      expect(fullNote({ ...subject, definitions: inBrowser })).toBe(fullNote({ ...subject, definitions }));
    }
  });

  it("leave every finding and every measurement as it is asked", () => {
    const asked = ({ findings }: Definitions) =>
      Object.values(findings).map(({ label, synonyms, related, decidedBy }) => ({
        label,
        synonyms,
        related,
        // Where a limit was read is for the reference pages.
        decidedBy: decidedBy?.map((rule) =>
          "value" in rule && rule.perUnit ? { ...rule, perUnit: rule.perUnit.limits } : rule,
        ),
      }));
    expect(asked(inBrowser)).toEqual(asked(definitions));
    const measured = ({ tests }: Definitions) => Object.values(tests).map(({ codes: _, ...test }) => test);
    expect(measured(inBrowser)).toEqual(measured(definitions));
  });

  it("come with what every finding is, in words, when it is asked for", () => {
    const words = inWords(definitions);
    for (const [id, { definition, details }] of Object.entries<Finding>(definitions.findings)) {
      expect(words[id as FindingId]).toEqual({ definition, ...(details && { details }) });
      expect(findingDefinitions[id as FindingId]).toMatchObject({ definition });
    }
  });
});
