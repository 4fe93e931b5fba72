import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { ProgressTables } from "../../app/practice/_components/progress-tables.tsx";
import { eraseProgress, importProgress } from "../../app/practice/_store/progress-store.ts";
import { definitions } from "../../criteria/index.ts";
import { practice } from "../../criteria/practice/index.ts";
import { misreadingsOf } from "../../lib/practice/derived.ts";
import type { Attempt, Progress } from "../../lib/practice/progress.ts";

afterEach(() => {
  cleanup();
  eraseProgress();
});

/** The lines in which the page says what was misread, for wrong answers that these explain. */
function linesOf(...misread: readonly (readonly [set: string, id: string])[]): readonly HTMLLIElement[] {
  const attempts = misread.map(([set, id], position): Attempt => {
    const at = `2026-01-01T09:00:00.${String(position).padStart(3, "0")}Z`;
    return { at, case: `case ${position}`, set, sure: 80, right: false, rules: [], misreadings: [id] };
  });
  const progress: Progress = { format: "sle-practice/1", attempts };
  expect(importProgress(JSON.stringify(progress))).toBeUndefined();
  render(<ProgressTables />);
  return [...document.querySelectorAll<HTMLLIElement>(".practice-notes li")];
}

function saidIn(set: string, id: string) {
  const of = definitions.sets.find((one) => one.id === set);
  const found = of && misreadingsOf(of, definitions, practice).find((one) => one.id === id);
  if (!found) throw new Error(`no ${id} in ${set}`);
  return `${found.title} ${found.rule}`;
}

describe("what was misread, of all answers", () => {
  test("is said as the set that was answered by says it, and leads to cases of that set", () => {
    const id = "limit-equal:white-cells";
    const [first, second, third] = linesOf(
      ["acr-1997", id],
      ["acr-1997", id],
      ["eular-acr-2019", id],
      ["slerpi", "units-ignored"],
    );
    expect(first?.textContent).toContain(saidIn("acr-1997", id));
    expect(first?.textContent).toContain("on 2 separate occasions");
    expect(first?.textContent).toMatch(/\(ACR 1997, 2 cases\)$/);
    expect(second?.textContent).toContain(saidIn("eular-acr-2019", id));
    expect(third?.querySelector("a")?.getAttribute("href")).toBe(
      "/practice/sitting?set=slerpi&misreading=units-ignored&n=5",
    );
  });

  test("is left out where the set has no such misreading, and makes way for what it has", () => {
    const gone = ["a", "b", "c", "d", "e"].map((id) => ["slerpi", id] as const);
    const lines = linesOf(...gone, ["slicc-2012", "more-than-ten"], ["slicc-2012", "more-than-four"]);
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining(saidIn("slicc-2012", "more-than-four")),
    ]);
  });
});
