/** Where no script runs, each page says so, and what is there to read is read. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { criteriaOf } from "../../lib/definition/walk.ts";
import { onePageOfEachKind } from "./support/pages.ts";
import { UPRIGHT } from "./support/phone.ts";
import { test } from "./support/test.ts";

/** Whether the first place with this text is seen without scrolling, from its first line on, with nothing over it. */
async function isInView(page: Page, text: string): Promise<boolean> {
  const place = page.locator(`:text(${JSON.stringify(text)}):visible`).first();
  return place.evaluate((element) => {
    const { left, top, bottom } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(left + 10, top + 10);
    return hit !== null && element.contains(hit) && bottom <= innerHeight;
  });
}

test("without scripts every page says what can be read, the statement is in view, and criteria and documents are read", async ({
  browser,
  origin,
}) => {
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false, viewport: UPRIGHT });
  const page = await context.newPage();
  // The page of phones is made by the other router, whose pages that list does not name.
  const pages = ["/join", ...onePageOfEachKind().map(({ path }) => path)];
  expect(pages.length).toBeGreaterThan(10);
  for (const path of pages) {
    await page.goto(path);
    expect(await isInView(page, "This browser runs no scripts here."), path).toBe(true);
    expect(await isInView(page, "It does not diagnose."), path).toBe(true);
    expect(await page.getByText("once its scripts have arrived").filter({ visible: true }).count(), path).toBe(0);
  }
  // What the words promise is there.
  await page.goto("/");
  const promised = await page
    .locator("noscript a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(promised.length).toBeGreaterThan(5);
  for (const href of promised) {
    await page.goto(href);
    expect((await page.getByRole("main").innerText()).length, href).toBeGreaterThan(500);
  }
  for (const set of definitions.sets) {
    await page.goto(`/criteria/${set.id}`);
    const read = (await page.getByRole("main").innerText()).toLowerCase();
    for (const { criterion } of criteriaOf(set)) expect(read, set.id).toContain(criterion.title.toLowerCase());
  }
  await page.goto("/findings/fever");
  await page.getByText(definitions.findings.fever.definition).first().waitFor();
  await context.close();
});
