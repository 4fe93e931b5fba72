/**
 * Codes, and the ranges that only make the app ask, a second time. Nothing else says what they are: a set's rules are in
 * the contract and in the second readings of the papers, and these are in no paper. So a slip of the hand is noticed
 * here, and a change is made in two places on purpose.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findings } from "../../criteria/findings.ts";
import { tests } from "../../criteria/tests.ts";
import type { Code, Finding, FindingNames, LabTest, TestNames } from "../../criteria/types.ts";

interface Written {
  readonly findings: Readonly<Record<string, readonly string[]>>;
  readonly tests: Readonly<Record<string, unknown>>;
}
const written: Written = JSON.parse(readFileSync(new URL("codes-and-ranges.json", import.meta.url), "utf8"));

const codeWords = ({ system, code, presence, method }: Code) =>
  [system, code, ...(presence ? ["presence"] : []), ...(method ? [`by ${method}`] : [])].join(" ");

describe("codes and ranges stand as they were written down", () => {
  test.each(Object.entries(findings) as [string, Finding & FindingNames][])("%s", (id, { codes = [] }) => {
    expect(codes.map(codeWords)).toEqual(written.findings[id] ?? []);
  });

  test.each(Object.entries(tests) as [string, LabTest & TestNames][])(
    "%s",
    (id, { codes = [], usual, limits = [], methods = [], titer, markedTo }) => {
      const ranges = {
        codes: codes.map(codeWords),
        ...(usual && { usual }),
        ...(titer && { titer }),
        ...(markedTo && { markedTo }),
        limits: limits.map(({ name, required, believable, believableIn }) => ({
          name,
          required,
          ...(believable && { believable }),
          ...(believableIn && { believableIn }),
        })),
        methods: methods.map(({ id: method, ...rest }) =>
          [method, ...(("units" in rest && rest.units) || [])].join(" "),
        ),
      };
      expect(ranges).toEqual(written.tests[id]);
    },
  );
});
