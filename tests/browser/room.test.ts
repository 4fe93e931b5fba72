import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { exampleLabel } from "../../app/_record/patients/example-label.ts";
import { examplePatients } from "../../app/_record/patients/example-patients.ts";
import { definitions } from "../../criteria/index.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { shareFragment } from "../../lib/share/link.ts";
import { accessibilityViolations } from "./support/axe.ts";
import { openCalculator } from "./support/calculator.ts";
import { legibility } from "./support/legible.ts";
import { scriptTexts } from "./support/script-texts.ts";
import { test } from "./support/test.ts";

const record: SleRecord = {
  format: "sle-record/1",
  label: "bed 4",
  findings: { "ana-1-80": "present", "malar-rash": "present", "tender-joints-with-stiffness": "present" },
};

const stored = (page: Page) =>
  page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.startsWith("sle-patient:"))
      .map(([, text]) => JSON.parse(text).record as unknown),
  );

async function openInCalculator(page: Page, of: SleRecord): Promise<void> {
  await openCalculator(page);
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    await shareFragment(of),
  );
  await page.getByText("Opened from a link").waitFor();
}

async function openRoom(page: Page, of: SleRecord): Promise<void> {
  await openInCalculator(page, of);
  await page.goto("/show");
  await page.getByRole("button", { name: /^Show the result/ }).waitFor();
}

const sets = (page: Page) => page.locator(".room-sets");
const shownOf = async (page: Page) => (await sets(page).innerText()).replaceAll(/\s+/g, " ");

describe("shown to a room", () => {
  test("the patient is there and the result is not, until the space bar shows it", async ({ page }) => {
    await openRoom(page, record);
    const text = await page.getByRole("main").innerText();
    expect(text).toContain("Malar rash");
    for (const { outcome } of definitions.sets) {
      expect(text).not.toContain(outcome.met);
      expect(text).not.toContain(outcome.notMet);
    }
    await page.locator("h1").click();
    await page.keyboard.press("Space");
    for (const { short } of definitions.sets) expect(await shownOf(page)).toContain(short);
    expect(await shownOf(page)).toContain("12 points, needs 10");
    await page.keyboard.press("Space");
    expect(await shownOf(page)).not.toContain("points");
  });

  test("one answer is changed by keyboard alone, hidden at first, and the record stays as it is", async ({ page }) => {
    await openRoom(page, record);
    const before = await stored(page);
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    const finding = page.getByLabel("What if one answer were another?");
    for (let press = 0; press < 5 && (await finding.inputValue()) !== "malar-rash"; press += 1) {
      await page.keyboard.press("ArrowDown");
    }
    expect(await finding.inputValue()).toBe("malar-rash");
    const absent = page.getByRole("button", { name: "Absent" });
    while (!(await absent.evaluate((button) => button === document.activeElement))) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await shownOf(page)).toContain("After the change Hidden");
    expect(await shownOf(page)).not.toContain("6 points, needs 10");
    await page.getByRole("button", { name: /^Show what changes/ }).press("Space");
    expect(await shownOf(page)).toContain("12 points, needs 10");
    expect(await shownOf(page)).toContain("After: another verdict");
    expect(await shownOf(page)).toContain("6 points, needs 10");
    await page.getByText("Trying changes nothing in the record, unless you keep it.").waitFor();
    expect(await stored(page)).toEqual(before);
    await page.reload();
    await page.getByRole("button", { name: /^Show the result/ }).waitFor();
    expect(await stored(page)).toEqual(before);
  });

  test("a change that is kept is in the record, and can be undone", async ({ page }) => {
    await openRoom(page, record);
    const [before] = await stored(page);
    await page.getByLabel("What if one answer were another?").selectOption({ label: "Malar rash" });
    await page.getByRole("button", { name: "Absent" }).click();
    await page.getByRole("button", { name: "Keep this change" }).click();
    await page.getByText("Kept: malar rash absent.").waitFor();
    expect((await stored(page))[0]).toEqual({ ...record, findings: { ...record.findings, "malar-rash": "absent" } });
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone.").waitFor();
    expect((await stored(page))[0]).toEqual(before);
    // What was answered before is not the room's to take back.
    expect(await page.getByRole("button", { name: "Undo" }).count()).toBe(0);
  });

  test("another patient that is opened there begins hidden, with nothing of the one before", async ({ page }) => {
    await openRoom(page, record);
    await page.getByLabel("What if one answer were another?").selectOption({ label: "Malar rash" });
    await page.getByRole("button", { name: "Absent" }).click();
    await page.getByRole("button", { name: "Keep this change" }).click();
    await page.getByRole("button", { name: /^Show the result/ }).click();
    const other = { format: "sle-record/1", label: "Bed 7", findings: { seizure: "present" } } as const;
    const fragment = await shareFragment(other);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, fragment);
    await page.getByRole("heading", { level: 1, name: "Bed 7" }).waitFor();
    await page.getByRole("button", { name: /^Show the result/ }).waitFor();
    await page.getByText("Opened from a link, as another patient.").waitFor();
    expect(await page.getByText("Kept:").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Undo" }).count()).toBe(0);
  });

  test("what could change a verdict is named only once the result is shown", async ({ page }) => {
    await openRoom(page, record);
    const groups = () => page.locator("optgroup").evaluateAll((all) => all.map((one) => one.getAttribute("label")));
    expect(await groups()).not.toContain("Not known, and could change a verdict");
    await page.getByRole("button", { name: /^Show the result/ }).click();
    expect(await groups()).toContain("Not known, and could change a verdict");
  });

  test("an example says that it is one, and not what it teaches", async ({ page }) => {
    const [example] = examplePatients;
    if (!example) throw new Error("There is no example.");
    await openRoom(page, { ...example.record, label: exampleLabel(example.title) });
    await page.getByText("Example, not a real patient.").waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.getByRole("main").innerText()).not.toContain(example.teaches);
  });

  test("is reached from the sheet of the record, and the way back loses nothing", async ({ page }) => {
    await openInCalculator(page, record);
    await page.getByRole("radio", { name: "Absent" }).first().waitFor();
    const undo = page.getByRole("button", { name: "Undo" });
    await page.locator("#finding-discoid-lupus").getByRole("radio", { name: "Present" }).check({ force: true });
    await expect.poll(() => undo.getAttribute("aria-disabled")).toBe("false");
    const before = await stored(page);
    await page.getByRole("button", { name: "Record", exact: true }).click();
    await page.getByRole("link", { name: "Show to a room" }).click();
    await page.waitForURL("**/show");
    await page.getByRole("button", { name: /^Show the result/ }).waitFor();
    await page.getByRole("link", { name: "Back to the calculator" }).click();
    await page.waitForSelector(".calculator[data-ready=true]");
    expect(await stored(page)).toEqual(before);
    expect(await undo.getAttribute("aria-disabled")).toBe("false");
    expect(await page.locator("#finding-malar-rash").getByRole("radio", { name: "Present" }).isChecked()).toBe(true);
  });

  test("an empty record and one with an error say so", async ({ page }) => {
    await page.goto("/show");
    await page.getByText("Nothing is entered.").waitFor();
    await openInCalculator(page, {
      format: "sle-record/1",
      findings: { leukopenia: "absent" },
      measurements: [{ test: "white-cells", value: 3, unit: "10*9/L" }],
    });
    await page.goto("/show");
    await page.getByText('No result: "Leukopenia" is stated absent').waitFor();
    expect(await page.locator(".room-set").count()).toBe(0);
  });

  test.for([
    [1920, 1080],
    [1280, 900],
    [780, 360],
    [360, 780],
    [320, 640],
  ] as const)("at %i by %i nothing is cut off and the statement stays in view", async ([width, height], { page }) => {
    await openRoom(page, definitions.examples[0]?.record ?? record);
    await page.setViewportSize({ width, height });
    await page.keyboard.press("Space");
    await page.getByLabel("What if one answer were another?").selectOption({ label: "Malar rash" });
    await page.getByRole("button", { name: "Absent" }).click();
    await page.getByRole("button", { name: /^Show what changes/ }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    for (const y of [0, 300, 100_000]) {
      await page.evaluate((to) => window.scrollTo(0, to), y);
      const box = await page.locator(".room-statement p").boundingBox();
      expect(box?.y ?? -1).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(height / 2);
    }
    if (width < 1920) return;
    const sizes = await page
      .locator(".room :is(p, h1, h2, h3, button, a, select, summary, label, strong, kbd):visible")
      .evaluateAll((all) =>
        all
          .filter((one) => one.getBoundingClientRect().width > 1)
          .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
      );
    expect(sizes.length).toBeGreaterThan(20);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(28);
  });

  test.for(["light", "dark"] as const)("has the higher contrast throughout: %s", async (colorScheme, { page }) => {
    await page.emulateMedia({ colorScheme });
    await openRoom(page, definitions.examples[0]?.record ?? record);
    await page.keyboard.press("Space");
    const read = await legibility(page, ".room");
    expect(read.length).toBeGreaterThan(8);
    expect(read.filter(({ contrast }) => contrast < 7)).toEqual([]);
    await page.getByLabel("What if one answer were another?").selectOption({ label: "Malar rash" });
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  test("is no part of what the calculator loads first", async ({ page }) => {
    const loaded = scriptTexts(page);
    await openCalculator(page);
    const texts = await loaded();
    expect(texts.length).toBeGreaterThan(3);
    for (const text of texts) expect(text).not.toContain("Show what changes");
  });
});
