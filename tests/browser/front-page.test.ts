import { expect } from "vitest";
import { test } from "./support/test.ts";

test.override("installs", true);

for (const width of [360, 1280]) {
  test(`the statement is readable without scrolling sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/");
    expect(await page.textContent("body")).toContain("It does not diagnose.");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test("text is set in the typeface that comes with the app", async ({ page }) => {
  await page.goto("/");
  await page.waitForFunction(() =>
    [...document.fonts].some(({ family, status }) => /atkinson/i.test(family) && status === "loaded"),
  );
  const family = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
  expect(family).toMatch(/^atkinsonHyperlegibleNext/);
});
