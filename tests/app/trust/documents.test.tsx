/** What a reviewer reads is made from one source, and every test that it names exists. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import TrustPage from "../../../app/trust/page.tsx";
import { hazards } from "../../../lib/trust/hazards.ts";
import { intendedUse } from "../../../lib/trust/intended-use.ts";
import { trustDocuments } from "../../../lib/trust/markdown.ts";
import { threats } from "../../../lib/trust/threats.ts";
import type { ProvedBy } from "../../../lib/trust/types.ts";
import { evidence, mutatedCode, mutation } from "../../../scripts/traceability.ts";

const root = join(import.meta.dirname, "../../..");
afterEach(cleanup);

const named: readonly ProvedBy[] = [...hazards, ...threats].flatMap(({ controls }) =>
  controls.map(({ provedBy }) => provedBy),
);

/** Whether a file has a test with this title, or one that begins so. */
function hasTest({ file, title }: ProvedBy): boolean {
  if (!existsSync(join(root, file))) return false;
  const source = readFileSync(join(root, file), "utf8");
  return ['"', "`", "'"].some((quote) => source.includes(`${quote}${title}`));
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
});

describe("the documents", () => {
  test.each(Object.entries(trustDocuments()))("%s is as it is now: npm run -s trace -- --write", (path, text) => {
    expect(readFileSync(join(root, path), "utf8")).toBe(text);
  });

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
    for (const { folder, mutants, noticed } of mutatedCode) {
      expect(noticed / mutants, folder).toBeGreaterThan(0.5);
      expect(rows.filter((row) => row?.startsWith(`${folder}${mutants}`) && row.includes(`${noticed}`))).toHaveLength(
        1,
      );
    }
  });

  test("makes no claim of a regulatory kind", () => {
    const { container } = render(<TrustPage />);
    expect(container.textContent).not.toMatch(/\b(CE mark|FDA|MDR|certified|compliant|approved)\b/i);
  });
});
