import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The files that take longest, the longest first. Vitest begins with the largest file, and some of the smallest take
 * minutes: one of them begun last keeps one processor waiting for the other.
 */
const LONGEST = [
  "scoring/complete-records",
  "mutation/code",
  "mutation/mutation",
  "scoring/partial-records",
  "find/scope",
  "sql/agree",
  "scoring/properties",
  "cohort/command",
  "find/certain",
  "find/ward-lines",
  "reading/whole-text",
  "cohort/codebook",
  "practice/generate",
  "scripts/misread",
  "api/growth",
  "check/trace",
  "find/fuzz",
  "fhir/import",
  "scripts/score",
  "fuzz/readers",
  "oracles/oracles",
  "scripts/sql",
  "explain/worth",
  "cohort/agree",
  "browser/damage",
  "browser/accessibility",
  "browser/fhir",
  "browser/examples",
  "browser/phone",
  "browser/practice",
  "browser/rounds-api",
  "browser/rounds",
  "browser/adaptation",
  "browser/record",
  "browser/rounds-connection",
  "browser/kept",
  "browser/calculator",
].map((name) => `/tests/${name}.test.ts`);

const rank = ({ moduleId }: TestSpecification): number => {
  const place = LONGEST.findIndex((name) => moduleId.endsWith(name));
  return place === -1 ? LONGEST.length : place;
};

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
