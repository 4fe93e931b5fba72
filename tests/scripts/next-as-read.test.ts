import { describe, expect, test } from "vitest";
import { asRead, READ_IN_PART } from "../../scripts/next-as-read.ts";

/** What a module that was made so exports. */
function run(source: string): Record<string, unknown> {
  const module = { exports: {} };
  new Function("module", source)(module);
  return module.exports;
}

describe("what a browser gets of Next's own modules", () => {
  test.for(READ_IN_PART)("%s: what is read of it is as Next has it, and what is left out says so", async (pattern) => {
    const path = pattern.replace("**/next/dist/", "");
    const real: Record<string, unknown> = await import(`next/dist/${path}`);
    const made = run(asRead(path));
    for (const [name, value] of Object.entries(made)) expect(value).toBe(real[name]);
    const [left = ""] = Object.keys(real).filter((name) => name !== "default" && !(name in made));
    expect(left).not.toBe("");
    expect(() => made[left]).toThrow(`${left} is left out in the browser`);
  });

  test("no other module is touched", () => {
    expect(() => asRead("client/index.js")).toThrow(RangeError);
  });
});
