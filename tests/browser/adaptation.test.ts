import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { STATEMENT } from "../../lib/explain/statement.ts";
import { accessibilityViolations } from "./support/axe.ts";
import { EVERY_KIND, openCalculator } from "./support/calculator.ts";
import { enterRecord } from "./support/enter-record.ts";
import { onePageOfEachKind } from "./support/pages.ts";
import { smallTargets } from "./support/targets.ts";
import { test } from "./support/test.ts";

/** What a window of 1280 by 1024 leaves when it is zoomed, in the pixels that the page is laid out in. */
const ZOOMS = [
  { zoom: "200%", width: 640, height: 512 },
  { zoom: "400%", width: 320, height: 256 },
] as const;

/** How far the page is wider than the window, and which texts are cut off. */
async function lossesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const losses: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) losses.push(`the page is ${root.scrollWidth - innerWidth} px too wide`);
    for (const element of document.querySelectorAll("main *, header *")) {
      const { overflowX, textOverflow } = getComputedStyle(element);
      const cut = ["hidden", "clip"].includes(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const shown = element.clientWidth > 1 && element.clientHeight > 1;
      if (shown && (cut || textOverflow === "ellipsis")) losses.push(`cut off: ${element.textContent.slice(0, 60)}`);
    }
    return losses;
  });
}

describe.each(ZOOMS)("zoomed to $zoom", ({ width, height }) => {
  test("the calculator loses nothing and is scrolled in one direction only", async ({ page }) => {
    await openCalculator(page);
    await enterRecord(page, EVERY_KIND);
    await page.setViewportSize({ width, height });
    expect(await lossesOf(page)).toEqual([]);
    await page.locator("#result-bar").click();
    expect(await lossesOf(page)).toEqual([]);
  });

  test.for(onePageOfEachKind().map(({ route, path }) => [route, path] as const))(
    "so does %s",
    async ([, path], { page }) => {
      await page.setViewportSize({ width, height });
      await page.goto(path);
      expect(await lossesOf(page)).toEqual([]);
    },
  );

  test("the first question can be seen and answered", async ({ page }) => {
    await openCalculator(page);
    await page.setViewportSize({ width, height });
    await page.getByRole("radio", { name: "Present" }).first().click({ force: true });
    await page.getByRole("radio", { name: "Present", checked: true }).first().waitFor();
  });
});

interface Stop {
  readonly name: string;
  readonly outlined: boolean;
  readonly inView: boolean;
}

/** What has the focus: whether it says so, and whether anything of it can be seen. */
async function focused(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const area = element.closest("label.answer") ?? element;
    // Between the parts of a date the browser itself marks the one that has the focus.
    const markedByBrowser = element.matches("input[type=date]:not(:focus-visible)");
    const outlined =
      markedByBrowser ||
      [element, ...area.querySelectorAll("*")].some((one) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
      });
    const { left, top, width, height } = area.getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].flatMap((x) =>
      [0.1, 0.5, 0.9].map((y) => document.elementFromPoint(left + x * width, top + y * height)),
    );
    const inView = points.some(
      (hit) => hit !== null && (area.contains(hit) || hit.contains(area)) && hit !== document.body,
    );
    return {
      name: `${element.tagName} ${element.getAttribute("aria-label") ?? element.textContent}`.slice(0, 80),
      outlined,
      inView,
    };
  });
}

/**
 * The same once the page is at rest: what arrives in the moment of the look may move what has the focus, and on a busy
 * machine that takes a while. What stays out of sight is returned so.
 */
async function atRest(page: Page): Promise<Stop | undefined> {
  let stop: Stop | undefined;
  for (let looks = 0; looks < 10 && !stop?.inView; looks += 1) {
    await page.waitForTimeout(300);
    stop = await focused(page);
  }
  return stop;
}

/** Presses Tab until the focus leaves the page. */
async function tabThrough(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  for (let presses = 0; presses < 1_000; presses += 1) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    if (!stop) return stops;
    stops.push(stop.inView ? stop : ((await atRest(page)) ?? stop));
  }
  throw new Error("The focus never left the page");
}

describe("by keyboard alone", () => {
  for (const { width, height } of [
    { width: 1280, height: 900 },
    { width: 360, height: 780 },
    { width: 320, height: 256 },
  ]) {
    test(`the focus is always seen, and never behind something, at ${width} by ${height} px`, {
      timeout: 180_000,
    }, async ({ page }) => {
      await openCalculator(page);
      await enterRecord(page, EVERY_KIND);
      // What is worked out once the record rests would otherwise arrive between a press of Tab and the look at it.
      await page.locator(".robustness[aria-busy=false]").waitFor();
      await page.setViewportSize({ width, height });
      const stops = await tabThrough(page);
      expect(stops.length).toBeGreaterThan(100);
      expect(stops.filter(({ outlined, inView }) => !outlined || !inView)).toEqual([]);
    });
  }

  test.for(onePageOfEachKind().map(({ route, path }) => [route, path] as const))(
    "the focus is always seen on a page of %s",
    { timeout: 120_000 },
    async ([, path], { page }) => {
      await page.setViewportSize({ width: 360, height: 780 });
      await page.goto(path, { waitUntil: "networkidle" });
      const stops = await tabThrough(page);
      expect(stops.length).toBeGreaterThan(0);
      expect(stops.filter(({ outlined, inView }) => !outlined || !inView)).toEqual([]);
    },
  );

  test("a sheet holds the focus, and gives it back to the button that opened it", async ({ page }) => {
    await openCalculator(page);
    const button = page.getByRole("banner").getByRole("button", { name: "Record" });
    for (const leave of [
      () => page.keyboard.press("Escape"),
      () => page.getByRole("dialog").getByRole("button", { name: "Close" }).press("Enter"),
    ]) {
      await button.press("Enter");
      await page.getByRole("dialog").waitFor();
      for (let presses = 0; presses < 30; presses += 1) {
        await page.keyboard.press("Tab");
        const behind = await page.evaluate(() => document.activeElement?.closest("main, header") !== null);
        expect(behind && !(await page.evaluate(() => document.activeElement?.closest("dialog") !== null))).toBe(false);
      }
      await leave();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    }
  });
});

describe("wherever one is", () => {
  test("the first press of Tab offers to skip to the quick find", async ({ page }) => {
    await openCalculator(page);
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatchObject({ name: "A Skip to the content", outlined: true, inView: true });
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("quick-find");
  });

  test("the statement is in view in every sheet, also when it is scrolled", async ({ page }) => {
    await openCalculator(page);
    await page.setViewportSize({ width: 360, height: 640 });
    for (const name of ["Record", "Keys"]) {
      await page.getByRole("button", { name: "Menu" }).click();
      await page.getByRole("banner").getByRole("button", { name }).click();
      const sheet = page.getByRole("dialog");
      await sheet.evaluate((element) => element.scrollTo(0, 200));
      const box = await sheet.getByText(STATEMENT).boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      await page.keyboard.press("Escape");
      await sheet.waitFor({ state: "detached" });
    }
  });

  test("an address that leads nowhere says so, under the statement, with the ways on", async ({ page, complaints }) => {
    complaints.push("404");
    await page.goto("/criteria/nothing");
    await page.getByRole("heading", { name: "There is no page at this address" }).waitFor();
    expect(await page.getByText(STATEMENT).isVisible()).toBe(true);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole("link", { name: "To the calculator" }).click();
    await page.getByRole("combobox", { name: /Find a finding/ }).waitFor();
  });
});

/** Those of every page: accessibility.test.ts. */
describe("targets", () => {
  test("are at least 24 px in the sheets", async ({ page }) => {
    await openCalculator(page);
    for (const name of ["Record", "Keys"]) {
      await page.getByRole("banner").getByRole("button", { name }).click();
      await page.getByRole("dialog").waitFor();
      expect(await smallTargets(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
  });
});

describe("what the reader asked the system for", () => {
  test("less motion: nothing moves", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await openCalculator(page);
    await enterRecord(page, EVERY_KIND);
    const moving = await page.locator("body *").evaluateAll((elements) =>
      elements.flatMap((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        const moves = /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
        return moves ? [element.className.toString()] : [];
      }),
    );
    expect(moving).toEqual([]);
  });

  test("forced colors: an answer, the opened set, the score and the focus are still told apart", async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await openCalculator(page);
    await enterRecord(page, EVERY_KIND);
    const look = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { borderTopColor, borderTopWidth, backgroundColor, outlineStyle, fill, stroke } =
            getComputedStyle(element);
          return { borderTopColor, borderTopWidth, backgroundColor, outlineStyle, fill, stroke };
        });
    expect(await look(".answer:has(:checked) .mark")).not.toEqual(await look(".answer:not(:has(:checked)) .mark"));
    // Forced colors take every background away that is not kept, and the signs of the answers are backgrounds.
    for (const mark of ["plus", "minus"]) {
      const sign = page.locator(`.answer [data-mark=${mark}]`).first();
      expect(await sign.evaluate((element) => getComputedStyle(element).backgroundImage)).toContain("gradient");
    }
    expect(await look(".set-line[aria-pressed=true]")).not.toEqual(await look(".set-line[aria-pressed=false]"));
    expect((await look(".ruler-clinical")).fill).not.toBe((await look(".ruler-track")).fill);
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatchObject({ outlined: true });
  });
});
