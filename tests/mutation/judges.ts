/** The tests that judge a mutant of the definitions, the quickest first. */
export const JUDGES = [
  "tests/criteria/codes-and-ranges.test.ts",
  "tests/criteria/contract.test.ts",
  "tests/pitfalls.test.ts",
  "tests/cases.test.ts",
  "tests/record/limits.test.ts",
  "tests/criteria/spec.test.ts",
  "tests/check/worked.test.ts",
  "tests/examples.test.ts",
  "tests/check/lint.test.ts",
  "tests/record/interpret.test.ts",
  "tests/record/parse.test.ts",
  "tests/scoring/explained-counted.test.ts",
] as const;

/** Tests that start a process of their own, which would read the definitions as they are. */
export const ELSEWHERE = /on the command line/;
