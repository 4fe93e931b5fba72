import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { asRead, READ_IN_PART } from "../../scripts/next-as-read.ts";

const require = createRequire(import.meta.url);

/** Of each, something that Next exports and no page reads in a browser. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  "shared/lib/constants.js": "PHASE_PRODUCTION_BUILD",
  "lib/constants.js": "RSC_SUFFIX",
  "compiled/path-to-regexp/index.js": "pathToRegexp",
  "client/components/router-reducer/reducers/server-action-reducer.js": "serverActionReducer",
};

/** What a module that was made so exports. */
function run(source: string): Record<string, unknown> {
  const module = { exports: {} };
  new Function("module", source)(module);
  return module.exports;
}

describe("what a browser gets of Next's own modules", () => {
  test.for(READ_IN_PART)("%s: what is read of it is as Next has it, and what is left out says so", (pattern) => {
    const path = pattern.replace("**/next/dist/", "");
    const left = LEFT_OUT[path] ?? "";
    expect(readFileSync(require.resolve(`next/dist/${path}`), "utf8")).toMatch(new RegExp(`\\b${left}\\b`));
    const made = run(asRead(path));
    for (const [name, value] of Object.entries(made)) expect(require(`next/dist/${path}`)[name]).toBe(value);
    expect(left in made).toBe(false);
    expect(() => made[left]).toThrow(`${left} is left out in the browser`);
  });

  test("no other module is touched", () => {
    expect(() => asRead("client/index.js")).toThrow(RangeError);
  });
});
