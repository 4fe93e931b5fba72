/** What several readers need is said in one place of lib, so that no two of them can drift apart. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const FILES = globSync("{app,lib,scripts}/**/*.{ts,tsx}").map((path) => path.replaceAll("\\", "/"));

function filesWith(pattern: RegExp, files: readonly string[]): readonly string[] {
  return files.filter((path) => pattern.test(readFileSync(path, "utf8")));
}

const inLib = FILES.filter((path) => path.startsWith("lib/"));

test.each([
  ["the unit of titers", /\{titer\}/, FILES, "lib/record/titer.ts"],
  ["what is a day of the calendar", /toISOString\(\)\s*\.startsWith\(/, FILES, "lib/record/day.ts"],
  [
    "the list of limits",
    /"low", "high", "p99"|low: (?:true|"lower limit"),\s*high/,
    inLib,
    "lib/record/limit-names.ts",
  ],
  [
    "what a limit is called",
    /^(?!\s*\/?\*).*["`](?:the laboratory['’]s )?(?:lower|upper) limit/im,
    inLib,
    "lib/record/limit-names.ts",
  ],
  ["the list of causes", /"drug", "infection"|drug: true,\s*infection: true/, inLib, "lib/record/causes.ts"],
  ["how zod is set", /jitless: true/, FILES, "lib/record/jitless.ts"],
  ["what is an object of JSON", /!== null && !Array\.isArray/, FILES, "lib/record/plain-object.ts"],
] as const)("%s", (_, pattern, files, place) => {
  expect(filesWith(pattern, files)).toEqual([place]);
});

test("whoever uses zod has it without code that it compiles", () => {
  const users = filesWith(/from "zod(\/mini)?"/, FILES);
  expect(filesWith(/import ".*\/jitless\.ts"/, users)).toEqual(users);
});
