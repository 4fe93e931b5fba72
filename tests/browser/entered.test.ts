import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { SleRecord } from "../../criteria/types.ts";
import { accessibilityViolations } from "./support/axe.ts";
import { openOn, placeOf, UPRIGHT } from "./support/phone.ts";
import { test } from "./support/test.ts";

const WIDE = { width: 1280, height: 900 } as const;

const quickFind = (page: Page) => page.getByRole("combobox", { name: /Find a finding/ });
const list = (page: Page) => page.getByRole("list", { name: "Entered so far, the newest first" });
const button = (page: Page, name: string | RegExp) => page.getByRole("search").getByRole("button", { name });

async function enter(page: Page, text: string): Promise<void> {
  await quickFind(page).fill(text);
  await page.getByRole("option").first().waitFor();
  await quickFind(page).press("Enter");
  await page.getByRole("search").getByRole("status").getByRole("button", { name: "Undo" }).waitFor();
}

const namesIn = (page: Page) => list(page).locator(".entered-name").allInnerTexts();
const focusOf = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.id);
const stored = (page: Page) =>
  page.evaluate(() => {
    const key = Object.keys(localStorage).find((one) => one.startsWith("sle-patient:"));
    return JSON.parse(localStorage.getItem(key ?? "") ?? "{}").record as SleRecord;
  });

describe("entered so far", () => {
  test("stands under the field, the newest first, however it was entered", async ({ page }) => {
    await openOn(page, WIDE);
    await enter(page, "malar");
    await enter(page, "wbc 3.2");
    await page.locator("#finding-seizure").getByRole("radio", { name: "Absent" }).press("a");
    await expect.poll(() => namesIn(page)).toEqual(["Seizure absent", "WBC 3.2 ×10⁹/L", "Malar rash"]);
    const field = await quickFind(page).boundingBox();
    const entered = await list(page).boundingBox();
    expect((entered?.y ?? 0) - (field?.y ?? 0)).toBeLessThan(100);
    await page.reload();
    await expect.poll(() => list(page).getByRole("listitem").count()).toBe(3);
  });

  test("leads to the question of an answer and opens a value to be corrected", async ({ page }) => {
    await openOn(page, WIDE);
    await enter(page, "malar");
    await enter(page, "wbc 3.2");
    await enter(page, "wbc 2.9 2024-02-10");
    await button(page, /^Edit Malar rash/).press("Enter");
    await expect
      .poll(() => page.locator("#finding-malar-rash").evaluate((row) => row.contains(document.activeElement)))
      .toBe(true);
    await button(page, /^Edit WBC 3.2/).press("Enter");
    const value = page.locator("#test-white-cells").getByLabel("White cell count", { exact: true });
    await expect.poll(() => value.inputValue()).toBe("3.2");
    await expect.poll(() => value.evaluate((field) => field === document.activeElement)).toBe(true);
    await value.fill("3.4");
    await value.press("Enter");
    await expect.poll(() => namesIn(page)).toEqual(["WBC 3.4 ×10⁹/L", "WBC 2.9 ×10⁹/L", "Malar rash"]);
  });

  test("opens what explains an entry, and marks it once something does", async ({ page }) => {
    await openOn(page, WIDE);
    await enter(page, "oral ulcers");
    await enter(page, "wbc 3.2");
    for (const [name, finding] of [
      [/^Explain Oral ulcers/, "Oral ulcers"],
      [/^Explain WBC/, "Leukopenia"],
    ] as const) {
      await button(page, name).press("Enter");
      const cause = page.getByLabel(`${finding}: explained by something else`);
      await expect.poll(() => cause.evaluate((field) => field === document.activeElement)).toBe(true);
      await cause.selectOption("drug");
    }
    await expect.poll(() => list(page).locator('[data-explained="true"]').count()).toBe(3);
    expect(await button(page, "Oral ulcers: explained by a drug").innerText()).toContain("explained");
  });

  test("takes an entry away with all that was said of it, says so, goes on to the next, and brings it back", async ({
    page,
  }) => {
    await openOn(page, WIDE);
    await enter(page, "malar");
    await enter(page, "oral ulcers 2024-02-10");
    await enter(page, "plt 85");
    const before = await stored(page);
    await button(page, /^Remove Oral ulcers/).press("Enter");
    await page.getByText(/^Removed: Oral ulcers/).waitFor();
    expect(await namesIn(page)).toEqual(["Plt 85 ×10⁹/L", "Malar rash"]);
    await expect.poll(() => focusOf(page)).toBe("Remove Malar rash");
    await page.keyboard.press("Control+z");
    await expect.poll(() => stored(page)).toEqual(before);
    for (const name of [/^Remove Plt/, /^Remove Oral/, /^Remove Malar/]) await button(page, name).press("Enter");
    await expect.poll(() => focusOf(page)).toBe("quick-find");
    expect(await list(page).count()).toBe(0);
    await page.getByRole("main").getByRole("button", { name: "Open an example" }).waitFor();
  });

  test("has given the focus on when the next key comes, however soon: none is pressed in another place", async ({
    page,
  }) => {
    await openOn(page, WIDE);
    for (const text of ["malar", "oral ulcers", "plt 85"]) await enter(page, text);
    await page.waitForLoadState("networkidle");
    /** Presses a button, and says what a key that comes in the same moment would be pressed on. */
    const then = (one: Locator) =>
      one.evaluate((pressed: HTMLElement) => {
        pressed.focus();
        pressed.click();
        const { activeElement: focused } = document;
        return focused?.getAttribute("aria-label") ?? focused?.closest("[id]")?.id;
      });
    expect(await then(button(page, /^Remove Oral ulcers/))).toBe("Remove Malar rash");
    expect(await then(button(page, /^Edit Malar rash/))).toBe("Present");
    expect(await then(button(page, /^Explain Malar rash/))).toBe("Malar rash: explained by something else");
    expect(await then(button(page, /^Edit Plt/))).toMatch(/^Edit Platelet/);
    expect(await then(page.getByRole("banner").getByRole("button", { name: "New patient" }))).toBe("quick-find");
  });

  test("loses one entry to a double click, and to a key that is held down", async ({ page }) => {
    await openOn(page, WIDE);
    for (const text of ["malar", "oral ulcers", "plt 85 2024-01-01", "plt 86 2024-02-01", "plt 87 2024-03-01"])
      await enter(page, text);
    await page.waitForLoadState("networkidle");
    await button(page, /^Remove Plt 87/).dblclick({ delay: 50 });
    await expect.poll(() => namesIn(page)).toHaveLength(4);
    await button(page, /^Remove Plt 86/).focus();
    for (let held = 0; held < 5; held += 1) {
      await page.keyboard.down("Enter");
      // The next comes once this one is drawn.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    }
    await page.keyboard.up("Enter");
    expect((await stored(page)).measurements).toHaveLength(1);
    expect(await namesIn(page)).toHaveLength(3);
    await page.waitForTimeout(600);
    await button(page, /^Remove Plt 85/).click();
    await expect.poll(() => namesIn(page)).toHaveLength(2);
  });

  test("is read as sentences: what was said does not run into the button after it", async ({ page }) => {
    await openOn(page, WIDE);
    await enter(page, "malar");
    expect(await page.getByRole("search").getByRole("status").allTextContents()).toContain("Malar rash: present. Undo");
    for (const text of await list(page).getByRole("listitem").allTextContents())
      expect(text).toBe("Malar rash explain ");
    await page.getByRole("button", { name: "New patient" }).click();
    const notices = page.locator(".notices").getByRole("region", { name: "About this record" });
    expect(await notices.textContent()).toBe("New patient. Nothing is entered yet. Back to the patient before Close");
  });
});

describe.each([WIDE, UPRIGHT, { width: 780, height: 360 }])("entries at $width by $height px", (size) => {
  test("move no question, folded or opened, and are scrolled in their own place", { timeout: 120_000 }, async ({
    page,
  }) => {
    await openOn(page, size);
    const place = () => placeOf(page, "#group-antinuclear-antibodies");
    const before = await place();
    const typed = [
      "malar",
      "no seizure",
      "wbc 3.2",
      "c3 0.62",
      "plt <20",
      "fever",
      "sjc 4",
      "upcr 95 mg/mmol",
      "coombs positive",
    ];
    for (const text of typed.slice(0, 5)) {
      await enter(page, text);
      expect(await place(), text).toBe(before);
    }
    await button(page, /^All 5 of what was entered/).click();
    const opened = await place();
    for (const text of typed.slice(5)) {
      await enter(page, text);
      expect(await place(), text).toBe(opened);
    }
    await expect.poll(() => list(page).getByRole("listitem").count()).toBe(typed.length);
    await button(page, /^Fewer of what was entered/).click();
    expect(await place()).toBe(before);
    // Every entry is reached, and seen once it is.
    for (const remove of await list(page).locator(".entered-remove").all()) {
      await remove.focus();
      const hidden = await remove.evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return !element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      });
      expect(hidden).toBe(false);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
