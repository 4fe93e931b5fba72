/** Alone in its file: zod tries out once whether it may compile code, and remembers. */
import { expect, test } from "vitest";
import { definitions } from "../../criteria/core.ts";
import { parseRecord, recordFormatOf } from "../../lib/record/parse.ts";

test("reading a record compiles no code, which the security policy of the pages forbids and reports", () => {
  const own = globalThis.Function;
  let compiled = 0;
  const count = (): void => {
    compiled += 1;
  };
  globalThis.Function = new Proxy(own, {
    construct: (target, args) => {
      count();
      return Reflect.construct(target, args);
    },
    apply: (target, self, args) => {
      count();
      return Reflect.apply(target, self, args);
    },
  });
  try {
    const measurements = [{ test: "ana-titer", value: 80, unit: "{titer}" }];
    const read = parseRecord(recordFormatOf(definitions), {
      format: "sle-record/1",
      findings: { fever: "present" },
      measurements,
    });
    expect(read.issues).toEqual([]);
  } finally {
    globalThis.Function = own;
  }
  expect(compiled).toBe(0);
});
