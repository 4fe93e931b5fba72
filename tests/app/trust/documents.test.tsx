/** What a reviewer reads is made from one source, and every test that it names exists. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import TrustPage from "../../../app/trust/page.tsx";
import { STATEMENT } from "../../../lib/explain/statement.ts";
import { hazards } from "../../../lib/trust/hazards.ts";
import { intendedUse } from "../../../lib/trust/intended-use.ts";
import { trustDocuments } from "../../../lib/trust/markdown.ts";
import { threats } from "../../../lib/trust/threats.ts";
import type { ProvedBy } from "../../../lib/trust/types.ts";
import { evidence, fuzzed, mutatedCode, mutation } from "../../../scripts/traceability.ts";
import { runningTests } from "../../support/running-tests.ts";

const root = join(import.meta.dirname, "../../..");
afterEach(cleanup);

const named: readonly ProvedBy[] = [...hazards, ...threats].flatMap(({ controls }) =>
  controls.map(({ provedBy }) => provedBy),
);

/** Whether a file has a test that runs and has this title, or one that begins so. */
function hasTest({ file, title }: ProvedBy): boolean {
  if (!existsSync(join(root, file))) return false;
  return runningTests(file, readFileSync(join(root, file), "utf8")).some((one) => one.startsWith(title));
}

describe("every control names a test that exists", () => {
  test.each(named)("$file: $title", (one) => {
    expect(one.file).toMatch(/^tests\/.*\.test\.tsx?$/);
    expect(hasTest(one)).toBe(true);
  });

  test("one that does not is missed", () => {
    expect(hasTest({ file: "tests/pitfalls.test.ts", title: "0. nothing of the kind" })).toBe(false);
    expect(hasTest({ file: "tests/nowhere.test.ts", title: "1." })).toBe(false);
  });

  test.each([
    ["as it is", 'test("named", () => check());', true],
    ["for each row", 'test.each([1])("named", check);', true],
    ["for each row of a table", "test.for(rows)(`named`, check);", true],
    ["within others", 'describe("all", () => { test("named", () => check()); });', true],
    ["of which one before it is skipped", 'test.skip("other", () => check()); test("named", () => check());', true],
    ["commented out", '// test("named", () => check());', false],
    ["skipped", 'test.skip("named", () => check());', false],
    ["skipped for each row", 'test.each([1]).skip("named", check);', false],
    ["skipped by its options", 'test("named", { skip: true }, () => check());', false],
    ["skipped on a condition", 'test.skipIf(slow)("named", () => check());', false],
    ["that can skip itself", 'test("named", ({ skip }) => { skip(); check(); });', false],
    ["that can skip itself by its context", 'test("named", (context) => { context.skip(slow); check(); });', false],
    ["within others that are skipped", 'describe.skip("all", () => { test("named", () => check()); });', false],
    ["left to be written", 'test.todo("named");', false],
    ["that is to fail", 'test.fails("named", () => check());', false],
    ["beside one that alone runs", 'test.only("other", () => check()); test("named", () => check());', false],
    ["without a body", 'test("named", () => {});', false],
    ["that is only a text", 'const title = "named";', false],
  ])("a test %s", (_, source, runs) => {
    expect(runningTests("some.test.ts", source).includes("named")).toBe(runs);
  });
});

describe("the documents", () => {
  test.each(Object.entries(trustDocuments(STATEMENT)))(
    "%s is as it is now: npm run -s trace -- --write",
    (path, text) => {
      expect(readFileSync(join(root, path), "utf8")).toBe(text);
    },
  );

  test("hazards and threats are told once each, with what remains", () => {
    const ids = [...hazards, ...threats].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, remains } of [...hazards, ...threats]) expect(remains, id).toMatch(/\.$/);
  });
});

describe("the page", () => {
  test("answers what a reviewer asks, with every hazard, threat and part of the intended use", () => {
    const { container } = render(<TrustPage />);
    const asked = [
      "What is it for?",
      "Who says so?",
      "How was it tested?",
      "What can go wrong?",
      "Who looks after it?",
    ];
    for (const title of [...asked, "What changed?", "What is still unchecked?"])
      expect(screen.getByRole("heading", { level: 2, name: new RegExp(title.replace("?", "\\?")) })).toBeDefined();
    const text = container.textContent ?? "";
    for (const { hazard } of hazards) expect(text).toContain(hazard);
    for (const { threat } of threats) expect(text).toContain(threat);
    for (const { says } of intendedUse) for (const sentence of says) expect(text).toContain(sentence);
    for (const { file } of named) expect(text).toContain(file);
  });

  test("gives the numbers of the trace and of the last whole run of mutants", () => {
    const { container } = render(<TrustPage />);
    const text = container.textContent ?? "";
    expect(evidence.gaps).toBe(0);
    expect(text).toContain(`${evidence.records} records with results that were worked out`);
    expect(text).toContain(`${mutation.mutants} changes in all; the tests noticed ${mutation.noticed}.`);
    const rows = screen.getAllByRole("row").map((row) => row.textContent);
    expect(mutatedCode.map(({ folder }) => folder)).toContain("lib/scoring");
    for (const { folder, mutants, noticed, left, bar, on, sampledFrom } of mutatedCode) {
      const made = sampledFrom === undefined ? `${mutants}, all` : `${mutants}, a sample of ${sampledFrom}`;
      const share = Math.floor((noticed / mutants) * 1000) / 10;
      const reached = share >= bar ? "reached" : "not reached";
      const start = `${folder}${made}${noticed}, ${share}%${bar}%, ${reached}`;
      const counts = `${left.same}${left.reasoned}${left.unexplained}${on}, `;
      expect(rows.filter((row) => row?.startsWith(start + counts))).toHaveLength(1);
      expect(noticed + left.same + left.reasoned + left.unexplained).toBe(mutants);
    }
  });

  test("gives the inputs of the last long run of the fuzzer by their kinds, and what went wrong", () => {
    const { container } = render(<TrustPage />);
    const text = container.textContent ?? "";
    expect(fuzzed.texts + fuzzed.records + fuzzed.rows).toBe(fuzzed.inputs);
    for (const number of [fuzzed.inputs, fuzzed.texts, fuzzed.records, fuzzed.rows])
      expect(text).toContain(`${number.toLocaleString("en-US")} `);
    expect(text.includes("None of them went wrong.")).toBe(fuzzed.faults === 0);
  });

  test("makes no claim of a regulatory kind", () => {
    const { container } = render(<TrustPage />);
    expect(container.textContent).not.toMatch(/\b(CE mark|FDA|MDR|certified|compliant|approved)\b/i);
  });
});
