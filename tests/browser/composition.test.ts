import type { CDPSession, Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { openCalculator } from "./support/calculator.ts";
import { test } from "./support/test.ts";

/** The keys of somebody who composes text, as an input method gives them to the browser. */
async function inputMethod(page: Page) {
  const session: CDPSession = await page.context().newCDPSession(page);
  const press = (key: string, code: number) =>
    session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key, windowsVirtualKeyCode: code });
  return {
    compose: (text: string) =>
      session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length }),
    /** A key that is for what is composed. */
    press: (key: string) => press(key, 229),
    take: (text: string) => session.send("Input.insertText", { text }),
  };
}

const label = (page: Page) =>
  page.getByRole("banner").getByRole("textbox", { name: "Your own label for this patient" });

const stored = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify({ ...localStorage }));

describe("text that is composed", () => {
  test("in the label is entered once it is taken, and no beginning of it", async ({ page }) => {
    await openCalculator(page);
    const { compose, press, take } = await inputMethod(page);
    await label(page).focus();
    await compose("びょうし");
    await press("Enter");
    await press("Escape");
    expect(await label(page).inputValue()).toBe("びょうし");
    expect(await stored(page)).not.toContain("びょうし");
    await take("病室4");
    await page.keyboard.press("Enter");
    await expect.poll(() => stored(page)).toContain('label\\":\\"病室4');
  });

  test("in what explains a finding is entered once it is taken", async ({ page }) => {
    await openCalculator(page);
    const { compose, press, take } = await inputMethod(page);
    const row = page.locator("#finding-fever");
    await row.getByRole("radio", { name: "Present" }).check();
    await row.getByLabel("Fever: explained by something else").selectOption("infection");
    await row.getByLabel("Fever: what explains it").focus();
    await compose("かん");
    await press("Enter");
    expect(await stored(page)).not.toContain("かん");
    await take("感染");
    await page.keyboard.press("Enter");
    await expect.poll(() => stored(page)).toContain("感染");
  });

  test("in the quick find is not taken before it is whole", async ({ page }) => {
    await openCalculator(page);
    const { compose, press, take } = await inputMethod(page);
    const find: Locator = page.getByRole("combobox", { name: /Find a finding/ });
    await find.focus();
    await compose("malar");
    await page.getByRole("option").first().waitFor();
    await press("Enter");
    await press("Escape");
    expect(await find.inputValue()).toBe("malar");
    expect(await page.locator("#finding-malar-rash").getByRole("radio", { name: "Present" }).isChecked()).toBe(false);
    await take("malar");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.locator("#finding-malar-rash").getByRole("radio", { name: "Present" }).isChecked())
      .toBe(true);
  });
});
