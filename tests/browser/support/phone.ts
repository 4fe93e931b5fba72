import type { Page } from "playwright-core";

/** A phone as it is held, and as it is turned. */
export const UPRIGHT = { width: 360, height: 780 } as const;
export const TURNED = { width: 780, height: 360 } as const;

/** The calculator on a screen of this size, ready to be used. */
export async function openOn(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.goto("/");
  await page.waitForSelector(".calculator[data-ready=true]");
}

/** Where an element stands in the window, as far as something of it can be seen and nothing lies over its middle. */
export async function seen(page: Page, selector: string): Promise<{ top: number; bottom: number } | undefined> {
  return page.evaluate((wanted) => {
    for (const element of document.querySelectorAll(wanted)) {
      const { left, top, bottom, width, height } = element.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      if (hit && (element.contains(hit) || hit.contains(element)) && height > 0) return { top, bottom };
    }
    return undefined;
  }, selector);
}

/** How far below the upper edge of the window an element stands. */
export async function placeOf(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluate((element) => Math.round(element.getBoundingClientRect().top));
}

/** How far the page is scrolled, and the questions on a wide screen. */
export async function scrolledTo(page: Page): Promise<number> {
  return page.evaluate(() => Math.round(Math.max(scrollY, document.getElementById("questions")?.scrollTop ?? 0)));
}

/** Scrolls until nothing is laid out anew on the way, and brings an element into the middle. */
export async function scrollToMiddle(page: Page, selector: string): Promise<void> {
  for (let times = 0; times < 4; times += 1) {
    await page.locator(selector).evaluate((element) => element.scrollIntoView({ block: "center" }));
    await page.waitForTimeout(150);
  }
}
