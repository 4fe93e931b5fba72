import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The files that take longest, the longest first. Vitest begins with the largest file, and some of the smallest take
 * minutes: one of them begun last keeps one processor waiting for the other.
 */
const LONGEST = [
  "mutation/code",
  "mutation/mutation",
  "scoring/complete-records",
  "scoring/partial-records",
  "find/scope",
  "cohort/command",
  "scoring/explained-counted",
  "api/growth",
  "scripts/misread",
  "scoring/properties",
  "practice/generate",
  "cohort/codebook",
  "fhir/import",
  "oracles/oracles",
  "cohort/complete",
  "scoring/any-set",
  "fuzz/readers",
  "find/fuzz",
  "explain/worth",
  "cohort/agree",
  "sql/agree",
  "sql/spark",
  "scripts/score",
  "scripts/sql",
  "fuzz/agreement",
  "rounds/store",
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
