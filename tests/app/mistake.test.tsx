import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { Mistake } from "../../app/_practice/mistake.tsx";
import { definitions } from "../../criteria/index.ts";
import { practice } from "../../criteria/practice/index.ts";
import type { FindingId, SleRecord } from "../../criteria/types.ts";
import { misreadingsOf } from "../../lib/practice/derived.ts";
import { type Claim, recognize } from "../../lib/practice/recognize.ts";

afterEach(cleanup);

/** The part of the page that explains an answer about a patient with these findings, by EULAR/ACR 2019. */
function explain(claim: Claim, ...present: readonly FindingId[]) {
  const [set] = definitions.sets;
  if (!set) throw new Error("no set");
  const findings = Object.fromEntries(present.map((finding) => [finding, "present"]));
  const record: SleRecord = { format: "sle-record/1", findings };
  const known = misreadingsOf(set, definitions, practice);
  const recognition = recognize(claim, record, set, definitions, known, practice.derivation.priors);
  if (!recognition) throw new Error("the record cannot be read");
  return render(<Mistake recognition={recognition} set={set} />);
}

const lines = () => [...document.querySelectorAll<HTMLElement>(".mistake > ul > li")];
const lessLikely = () => document.querySelector<HTMLDetailsElement>(".mistake details");

describe("which mistake it was", () => {
  test("what is as likely as each other stands together, and what is less likely is folded away", () => {
    explain({ total: 7 }, "ana-1-80", "leukopenia", "thrombocytopenia", "hemolysis", "direct-coombs");
    expect(screen.getByText(/each as likely as the others/)).toBeDefined();
    expect(lines().map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Leukopenia \(3 points\) and thrombocytopenia \(4 points\) were added up/),
      expect.stringMatching(/^Leukopenia \(3 points\) and autoimmune hemolysis \(4 points\) were added up/),
    ]);
    expect(lessLikely()?.open).toBe(false);
    expect(within(lessLikely() as HTMLElement).getByText("Less likely")).toBeDefined();
  });

  const links = () => [...(lines()[0]?.querySelectorAll("a") ?? [])].map((link) => link.getAttribute("href"));

  test("a single one is said alone, and leads to cases in which it matters, written or derived", () => {
    explain({ total: 3 }, "ana-1-80", "leukopenia", "thrombocytopenia");
    expect(screen.getByText("Exactly this answer comes out if:")).toBeDefined();
    expect(lines()).toHaveLength(1);
    expect(links()[1]).toBe(
      "/practice/sitting?set=eular-acr-2019&misreading=take-lighter%3Ahematologic%3Aleukopenia&n=5",
    );
    cleanup();
    explain({ total: 7 }, "ana-1-80", "leukopenia", "thrombocytopenia");
    expect(links()[1]).toBe("/practice/sitting?set=eular-acr-2019&misreading=blood-counts-added&n=5");
  });

  test("a sum that was added up wrongly is said, and no case leads to it", () => {
    const domains = { hematologic: 4, mucocutaneous: 6 };
    explain({ total: 11, domains }, "ana-1-80", "thrombocytopenia", "malar-rash");
    expect(lines()[0]?.textContent).toMatch(/^The sum was added wrongly/);
    expect(links()).toHaveLength(1);
  });

  test("two at once say both", () => {
    explain({ total: 13 }, "ana-1-80", "leukopenia", "thrombocytopenia", "bullous-lupus");
    expect(screen.getByText(/both of these were done/)).toBeDefined();
    expect(lines()[0]?.textContent).toMatch(/Blood counts were added up.*And: “Bullous lupus” was counted as acute/);
  });

  test("a right answer has no mistake, and one that nothing gives says so", () => {
    expect(explain({ total: 4 }, "ana-1-80", "thrombocytopenia").container.textContent).toBe("");
    cleanup();
    expect(explain({ total: 3.25 }, "ana-1-80").container.textContent).toContain("No known misreading");
  });
});
