import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { verdictWords } from "../../lib/explain/verdict.ts";
import { assess } from "../support/assess.ts";
import { openCalculator } from "./support/calculator.ts";
import { enterRecord, unfoldAll } from "./support/enter-record.ts";
import { test } from "./support/test.ts";

interface WorkedCase {
  readonly id: string;
  readonly record: SleRecord;
  /** Absent for a case that is about an error. */
  readonly expect?: Readonly<Record<string, { readonly value: number }>>;
}

const cases: readonly WorkedCase[] = JSON.parse(
  readFileSync(new URL("../contract/cases.json", import.meta.url), "utf8"),
);

/** Published and constructed cases with the scores that their source or the contract gives. */
const worked = cases.filter(({ expect }) => expect !== undefined);

/** Back to nothing answered, step by step; in the page itself, since thousands of steps would take minutes from here. */
async function takeBack(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Undo", exact: true }).evaluate(async (undo) => {
    while (undo instanceof HTMLElement && undo.ariaDisabled !== "true") {
      undo.click();
      await new Promise((resolve) => setTimeout(resolve));
    }
  });
}

const patients: readonly WorkedCase[] = [...worked, ...definitions.examples];

describe("every worked patient, entered by keyboard", () => {
  // Some thousand key presses: in two pages at once, since this file may run when no other is left.
  test.concurrent.for([0, 1])(
    "gives on the page what the core gives, every second from %i",
    {
      timeout: 900_000,
    },
    async (from, { page }) => {
      await openCalculator(page);
      await unfoldAll(page);
      const wrong: string[] = [];
      for (const { id, record, expect: given } of patients.filter((_, position) => position % 2 === from)) {
        await enterRecord(page, record);
        const shown = await page
          .locator(".set-line")
          .evaluateAll((lines) =>
            lines.map((line) =>
              [".set-line-score > :first-child", ".set-line-verdict"]
                .map((part) => line.querySelector(part)?.textContent)
                .join(" "),
            ),
          );
        const { results } = assess(record);
        const expected = definitions.sets.map((set) => {
          const result = results?.[set.id];
          const score = given?.[set.id]?.value ?? result?.score.value;
          return result ? `${score} ${verdictWords(result, set)}` : " No result";
        });
        if (shown.join() !== expected.join()) wrong.push(`${id}: shows ${shown.join()}, is ${expected.join()}`);
        await takeBack(page);
      }
      expect(wrong).toEqual([]);
    },
  );
});
