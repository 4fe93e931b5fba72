import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "./support/test.ts";

const KEPT = "This patient was changed in another window at the same time. Both are kept, as two patients.";

/** What is present in every patient that is kept on this device. */
const kept = (page: Page): Promise<string[][]> =>
  page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith("sle-patient:"))
      .map((key) => Object.keys(JSON.parse(localStorage.getItem(key) ?? "{}").record.findings).toSorted()),
  );

/** Presses an answer at a given moment. */
const answerAt = (page: Page, finding: string, moment: number): Promise<void> =>
  page.evaluate(
    ([row, at]) => {
      while (Date.now() < at);
      document.querySelector<HTMLInputElement>(`#finding-${row} input[value=present]`)?.click();
    },
    [finding, moment] as const,
  );

async function open(page: Page): Promise<void> {
  await page.goto("/");
  await page.waitForSelector(".calculator[data-ready=true]");
}

const isPresent = (page: Page, finding: string) => page.locator(`#finding-${finding} input[value=present]`).isChecked();

test("two windows that answer in the same moment keep both answers, and say so", async ({ page }) => {
  await open(page);
  const other = await page.context().newPage();
  for (let round = 0; round < 8; round += 1) {
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await open(page);
    await answerAt(page, "fever", 0);
    await other.evaluate(() => sessionStorage.clear()).catch(() => undefined);
    await open(other);
    await expect.poll(() => isPresent(other, "fever")).toBe(true);
    const moment = Date.now() + 150;
    await Promise.all([answerAt(page, "seizure", moment), answerAt(other, "delirium", moment)]);
    const all = async () => JSON.stringify((await kept(page)).toSorted());
    const followed = JSON.stringify([["delirium", "fever", "seizure"]]);
    const apart = JSON.stringify([
      ["delirium", "fever"],
      ["fever", "seizure"],
    ]);
    await expect.poll(all, { message: `round ${round}` }).toSatisfy((found) => [followed, apart].includes(found));
    if ((await all()) === apart)
      await expect
        .poll(async () => (await page.getByText(KEPT).count()) + (await other.getByText(KEPT).count()))
        .toBe(2);
  }
});
