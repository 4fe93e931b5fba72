import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "./support/test.ts";

const quickFind = (page: Page) => page.getByRole("combobox", { name: "Find a finding, or type a value" });
const offer = (page: Page, name: string | RegExp) => page.getByRole("option", { name });
const said = (page: Page, words: string) => page.getByRole("search").getByRole("status").filter({ hasText: words });
const answerOf = (page: Page, finding: string) => page.getByRole("radiogroup", { name: finding, exact: true });

/** Types into the quick find and takes what it offers first. */
async function enter(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.getByRole("listbox", { name: "What was found" }).getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
}

async function openFind(page: Page): Promise<void> {
  await page.goto("/");
  // Disabled until its scripts have arrived.
  await page.waitForFunction(() => !document.querySelector("[data-ready=false]"));
  await page.keyboard.press("/");
  await page.waitForFunction(() => document.activeElement?.id === "quick-find");
}

describe("the quick find, by keyboard", () => {
  test("a slash leads to the field from anywhere, and Enter marks the finding present", async ({ page }) => {
    await openFind(page);
    await enter(page, "butterfly");
    await said(page, "Malar rash: present.").waitFor();
    expect(await quickFind(page).inputValue()).toBe("");
    expect(await answerOf(page, "Malar rash").getByRole("radio", { name: "Present" }).isChecked()).toBe(true);
  });

  test("a slash before each entry, as from elsewhere, is no part of it", async ({ page }) => {
    await openFind(page);
    for (const finding of ["fever", "seizure"]) {
      await page.keyboard.press("/");
      await enter(page, finding);
    }
    expect(await answerOf(page, "Fever").getByRole("radio", { name: "Present" }).isChecked()).toBe(true);
    expect(await answerOf(page, "Seizure").getByRole("radio", { name: "Present" }).isChecked()).toBe(true);
  });

  test("no, a minus sign and Shift+Enter mark a finding absent", async ({ page }) => {
    await openFind(page);
    await enter(page, "no seizure");
    await said(page, "Seizure: absent.").waitFor();
    await enter(page, "-psychosis");
    await said(page, "Psychosis: absent.").waitFor();
    await page.keyboard.type("headache");
    await offer(page, /Headache/).waitFor();
    await page.keyboard.press("Shift+Enter");
    await said(page, "Headache: absent.").waitFor();
  });

  test("a value is read back before it is entered, and what it decides is said after", async ({ page }) => {
    await openFind(page);
    await page.keyboard.type("wbc 3.2");
    await offer(page, /White cell count 3\.2 ×10⁹\/L/).waitFor();
    await page.keyboard.press("Enter");
    await said(page, "Met: leukopenia.").waitFor();
  });

  test("a value that fits several units waits for a choice", async ({ page }) => {
    await openFind(page);
    await page.keyboard.type("24h protein 0.8");
    await page.getByRole("status").filter({ hasText: "Choose one, or type the unit." }).waitFor({ state: "attached" });
    await page.keyboard.press("Enter");
    expect(await quickFind(page).inputValue()).toBe("24h protein 0.8");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await said(page, "0.8 g/24 h").waitFor();
  });

  test("a slip of units is caught as it is typed and offers the unit that fits", async ({ page }) => {
    await openFind(page);
    await page.keyboard.type("plt 250000 10^9/L");
    await page.getByRole("status").filter({ hasText: "is not believable" }).waitFor({ state: "attached" });
    await offer(page, /250000 \/µL/).click();
    await said(page, "Platelet count 250000 /µL").waitFor();
  });

  test("Ctrl+Enter goes to the question instead of answering it", async ({ page }) => {
    await openFind(page);
    await page.keyboard.type("discoid");
    await offer(page, /Discoid lupus/)
      .first()
      .waitFor();
    await page.keyboard.press("Control+Enter");
    const unknown = answerOf(page, "Discoid lupus").getByRole("radio", { name: "Not known" });
    await expect.poll(() => unknown.evaluate((radio) => radio === document.activeElement)).toBe(true);
  });

  test("Ctrl+Enter on a typed value goes to where it would be entered, and leaves it typed", async ({ page }) => {
    await openFind(page);
    await page.keyboard.type("wbc 3.2");
    await offer(page, /White cell count 3.2/)
      .first()
      .waitFor();
    await page.keyboard.press("Control+Enter");
    const field = page.getByLabel("White cell count", { exact: true });
    await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await quickFind(page).inputValue()).toBe("wbc 3.2");
  });

  test("what was recorded can be undone where it is said", async ({ page }) => {
    await openFind(page);
    await enter(page, "malar");
    await page.getByRole("search").getByRole("button", { name: "Undo" }).click();
    await said(page, "Taken back: Malar rash: present.").waitFor();
    expect(await quickFind(page).evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await answerOf(page, "Malar rash").getByRole("radio", { name: "Not known" }).isChecked()).toBe(true);
  });

  test("what was not read is said, and Enter enters nothing and leads nowhere", async ({ page }) => {
    await openFind(page);
    for (const [text, message] of [
      ["creatinine 1.4", "No set reads creatinine."],
      ["thrombocytopenia ?", 'Not read: "?".'],
      ["arthritis", "The name fits more than one. Choose one."],
    ] as const) {
      await quickFind(page).fill(text);
      await page.getByRole("status").filter({ hasText: message }).waitFor({ state: "attached" });
      await page.keyboard.press("Enter");
      expect(await quickFind(page).inputValue()).toBe(text);
    }
    await quickFind(page).fill("overlap syndrome");
    await offer(page, /Overlap/).waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("Choose one of these.").first().waitFor();
    expect(new URL(page.url()).pathname).toBe("/");
    expect(
      await page.getByRole("main").getByRole("radio", { name: "Present", exact: true, checked: true }).count(),
    ).toBe(0);
  });

  test("the name of a finding with a number is its value, and what an earlier value met stays said so", async ({
    page,
  }) => {
    await openFind(page);
    await enter(page, "thrombocytopenia 85");
    await said(page, "Platelet count 85 ×10⁹/L. Met: thrombocytopenia.").waitFor();
    await enter(page, "plt 250");
    await said(page, "Meets no rule. Met before by another value: thrombocytopenia.").waitFor();
  });

  test("Ctrl+Z in the empty field takes the last entry back, and in a text it is the field's own", async ({ page }) => {
    await openFind(page);
    await enter(page, "malar");
    await said(page, "Malar rash: present.").waitFor();
    await page.keyboard.type("x");
    await page.keyboard.press("Control+z");
    expect(await answerOf(page, "Malar rash").getByRole("radio", { name: "Present" }).isChecked()).toBe(true);
    await quickFind(page).fill("");
    await page.keyboard.press("Control+z");
    expect(await answerOf(page, "Malar rash").getByRole("radio", { name: "Not known" }).isChecked()).toBe(true);
    await page.keyboard.press("Control+Shift+z");
    await said(page, "Redone.").waitFor();
    expect(await answerOf(page, "Malar rash").getByRole("radio", { name: "Present" }).isChecked()).toBe(true);
  });

  test("a whole patient of ten findings needs nothing but the keyboard", async ({ page }) => {
    await openFind(page);
    const typed = [
      "ana 1:640",
      "malar",
      "alopecia",
      "oral ulcers",
      "sjc 4",
      "wbc 2.9",
      "plt 85",
      "c3 0.62 (0.9)",
      "c4 0.05 (0.1)",
      "no seizure",
    ];
    for (const text of typed) await enter(page, text);
    await page
      .getByRole("status")
      .filter({ hasText: /Classified/ })
      .first()
      .waitFor({ state: "attached" });
  });
});
