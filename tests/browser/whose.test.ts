import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { openOn, scrollToMiddle, seen, TURNED, UPRIGHT } from "./support/phone.ts";
import { test } from "./support/test.ts";

test.override("installs", true);

const quickFind = (page: Page) => page.getByRole("combobox", { name: /Find a finding/ });
const label = (page: Page) =>
  page.getByRole("banner").getByRole("textbox", { name: "Your own label for this patient" });
const begun = (page: Page) => page.locator(".open-patient-begun").innerText();
const newPatient = (page: Page) => page.getByRole("banner").getByRole("button", { name: "New patient" });
const isPresent = (page: Page, finding: string) =>
  page.locator(`#finding-${finding}`).getByRole("radio", { name: "Present" }).isChecked();

async function enter(page: Page, text: string): Promise<void> {
  await quickFind(page).fill(text);
  await page.getByRole("option").first().waitFor();
  await quickFind(page).press("Enter");
  await page.getByRole("search").getByRole("status").getByRole("button", { name: "Undo" }).waitFor();
}

const labels = (page: Page) =>
  page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith("sle-patient:"))
      .map((key) => JSON.parse(localStorage.getItem(key) ?? "{}").record.label ?? ""),
  );

describe.each([{ width: 1280, height: 900 }, UPRIGHT, TURNED])("whose record it is at $width by $height px", (size) => {
  test("is in view wherever one is, by label or by when it was begun", async ({ page }) => {
    await openOn(page, size);
    expect(await begun(page)).toBe("New patient");
    await enter(page, "malar");
    await enter(page, "wbc 3.2");
    await scrollToMiddle(page, "#finding-thrombocytopenia");
    await expect.poll(() => begun(page)).toMatch(/^(Patient b|B)egun \d{1,2} [A-Z][a-z]+, 2 entries$/);
    expect(await seen(page, ".open-patient-label")).toBeDefined();
    await label(page).fill("bed 4");
    await label(page).press("Enter");
    await expect.poll(() => labels(page)).toEqual(["bed 4"]);
    expect(await seen(page, ".open-patient-field")).toBeDefined();
    expect(await page.locator(".open-patient-begun").isVisible()).toBe(false);
    await page.reload();
    await expect.poll(() => label(page).inputValue()).toBe("bed 4");
  });
});

describe("the label", () => {
  test("is edited where it stands: Escape leaves it, leaving the field keeps it, undo takes it back", async ({
    page,
  }) => {
    await openOn(page, { width: 1280, height: 900 });
    await enter(page, "malar");
    await label(page).fill("bed 4");
    await label(page).press("Escape");
    expect(await label(page).inputValue()).toBe("");
    await label(page).fill("bed 5");
    await page.keyboard.press("Tab");
    await expect.poll(() => labels(page)).toEqual(["bed 5"]);
    await page.getByRole("banner").getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => label(page).inputValue()).toBe("");
    expect(await isPresent(page, "malar-rash")).toBe(true);
  });

  test("says what it must not be, when it is written, and moves nothing with it", async ({ page }) => {
    await openOn(page, UPRIGHT);
    const hint = page.getByText("Never a name, a birth date or a number from the hospital");
    expect(await hint.isVisible()).toBe(false);
    const before = (await page.locator(".statement").boundingBox())?.y;
    await label(page).focus();
    expect(await hint.isVisible()).toBe(true);
    expect((await page.locator(".statement").boundingBox())?.y).toBe(before);
  });
});

describe("a new patient", () => {
  test("is one press away, asks nothing, loses nothing, and leads back", async ({ page }) => {
    await openOn(page, UPRIGHT);
    await enter(page, "malar");
    await label(page).fill("bed 4");
    // Not entered by Enter: what is typed belongs to this patient all the same.
    await newPatient(page).click();
    await expect.poll(() => isPresent(page, "malar-rash")).toBe(false);
    expect(await label(page).inputValue()).toBe("");
    expect(await begun(page)).toBe("New patient");
    await enter(page, "fever");
    await expect.poll(() => labels(page)).toHaveLength(2);
    expect((await labels(page)).toSorted()).toEqual(["", "bed 4"]);
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("banner").getByRole("button", { name: "Record" }).click();
    const patients = page.getByRole("list", { name: "Patients on this device" });
    await patients.getByRole("button", { name: "bed 4", exact: true }).click();
    await expect.poll(() => isPresent(page, "malar-rash")).toBe(true);
    expect(await label(page).inputValue()).toBe("bed 4");
  });

  test("begun by mistake is taken back at once", async ({ page }) => {
    await openOn(page, { width: 1280, height: 900 });
    await enter(page, "malar");
    await newPatient(page).click();
    await page.getByRole("button", { name: "Back to the patient before" }).click();
    await expect.poll(() => isPresent(page, "malar-rash")).toBe(true);
    await expect.poll(() => begun(page)).toMatch(/1 entry$/);
  });
});

describe("on return", () => {
  const said = (page: Page) => page.getByRole("status").getByText(/^Continued from/);

  test("it is said whose record it is, where it is seen and heard, until it is closed", async ({ page }) => {
    await openOn(page, UPRIGHT);
    await enter(page, "malar");
    await enter(page, "fever");
    const again = await page.context().newPage();
    await page.close();
    await openOn(again, UPRIGHT);
    await said(again).waitFor();
    expect(await said(again).innerText()).toMatch(/^Continued from \d{1,2} [A-Z][a-z]+, \d\d:\d\d: 2 entries\.$/);
    await enter(again, "no seizure");
    expect(await said(again).isVisible()).toBe(true);
    await again.getByRole("region", { name: "About this record" }).getByRole("button", { name: "Close" }).click();
    await expect.poll(() => said(again).count()).toBe(0);
    expect(await isPresent(again, "malar-rash")).toBe(true);
  });

  test("nothing is said where nothing was entered, nor of the next patient", async ({ page }) => {
    await openOn(page, UPRIGHT);
    await page.reload();
    await page.waitForSelector(".calculator[data-ready=true]");
    await enter(page, "malar");
    expect(await said(page).count()).toBe(0);
    await page.reload();
    await said(page).waitFor();
    await newPatient(page).click();
    await expect.poll(() => said(page).count()).toBe(0);
  });
});
