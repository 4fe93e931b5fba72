/**
 * What an answer makes the browser do, counted and not timed: a rule that asks the whole page `:has()` something, or a
 * list whose lines all move, has every element styled anew at each answer, and nothing else shows it.
 */
import type { CDPSession } from "playwright-core";
import { expect } from "vitest";
import { test } from "./support/test.ts";

test.override("installs", true);

interface TraceEvent {
  readonly name: string;
  readonly args: { readonly elementCount?: number; readonly beginData?: { readonly frame?: string } };
}

test("an answer in a full record styles few elements anew", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/");
  await page.locator(".calculator[data-ready=true]").waitFor();
  const present = await page.$$(".finding:not([hidden]) input[value=present]");
  expect(present.length).toBeGreaterThan(30);
  // Not by a pointer: what an answer opens moves the next one.
  for (const answer of present) await answer.evaluate((element) => (element as HTMLElement).click());
  await page.locator(".entered-one").nth(30).waitFor({ state: "attached" });
  await page.locator(".robustness[aria-busy=false]").waitFor();
  const all = await page.locator("*").count();

  const absent = page.locator(".finding:not([hidden]) input[value=absent]").nth(5);
  await absent.scrollIntoViewIfNeeded();
  await absent.focus();
  await page.waitForTimeout(500);
  const devtools = await page.context().newCDPSession(page);
  const styled = await elementsStyled(devtools, async () => {
    await page.keyboard.press("a");
    await page.locator(".entered-one").first().getByText("absent").waitFor();
    await page.locator(".robustness[aria-busy=false]").waitFor();
  });
  expect(styled).toBeGreaterThan(0);
  expect(styled).toBeLessThan(all / 10);
});

/** How many elements the browser styled anew meanwhile, each as often as it was. */
async function elementsStyled(devtools: CDPSession, change: () => Promise<void>): Promise<number> {
  let styled = 0;
  // The trace is of the whole browser, in which the pages of another file are styled too.
  const { frameTree } = await devtools.send("Page.getFrameTree");
  devtools.on("Tracing.dataCollected", ({ value }) => {
    for (const { name, args } of value as unknown as readonly TraceEvent[])
      if (name === "UpdateLayoutTree" && args.beginData?.frame === frameTree.frame.id) styled += args.elementCount ?? 0;
  });
  await devtools.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["devtools.timeline"] },
  });
  await change();
  const complete = new Promise((done) => devtools.once("Tracing.tracingComplete", done));
  await devtools.send("Tracing.end");
  await complete;
  return styled;
}
