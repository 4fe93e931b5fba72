import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { EVERY_KIND, expectedScores, openCalculator, shownScores } from "./support/calculator.ts";
import { enterMeasurement, enterRecord } from "./support/enter-record.ts";
import { holdScripts } from "./support/hold-scripts.ts";
import { test } from "./support/test.ts";

describe("the calculator by keyboard", () => {
  test("opens empty, with nothing present and nothing absent", async ({ page }) => {
    await openCalculator(page);
    expect(await shownScores(page)).toEqual(expectedScores({ format: "sle-record/1" }));
    expect(await page.locator("input[type=radio]:checked:not([value=unknown])").count()).toBe(0);
  });

  test("takes every kind of answer and shows what each set makes of it", async ({ page }) => {
    await openCalculator(page);
    await enterRecord(page, EVERY_KIND);
    expect(await shownScores(page)).toEqual(expectedScores(EVERY_KIND));
  });

  test("answers with the arrow keys as any group of radio buttons does", async ({ page }) => {
    await openCalculator(page);
    const fever = page.getByRole("radiogroup", { name: "Fever", exact: true });
    await fever.getByRole("radio", { name: "Not known" }).focus();
    await page.keyboard.press("ArrowRight");
    expect(await fever.getByRole("radio", { name: "Present" }).isChecked()).toBe(true);
    await page.keyboard.press("ArrowRight");
    expect(await fever.getByRole("radio", { name: "Absent" }).isChecked()).toBe(true);
  });

  test("opens a definition with Enter and says which sets read the finding", async ({ page }) => {
    await openCalculator(page);
    const label = page.locator("#finding-malar-rash .finding-label");
    await label.press("Enter");
    expect(await label.getAttribute("aria-expanded")).toBe("true");
    await page.locator("#finding-malar-rash").getByText("Read by").waitFor();
  });

  test("leads from an open question in the result to its answer", async ({ page }) => {
    await openCalculator(page);
    const first = page.locator("ol.open-questions button").first();
    const name = await first.textContent();
    await first.press("Enter");
    await page.waitForFunction(() => document.activeElement?.getAttribute("type") === "radio");
    const group = await page.evaluate(() => {
      const id = document.activeElement?.closest("[role=radiogroup]")?.getAttribute("aria-labelledby");
      return id && document.getElementById(id)?.textContent;
    });
    expect(group).toBe(name);
  });
});

describe("what is wrong", () => {
  test("an unbelievable value stays where it was typed, and one press gives it the unit that fits", async ({
    page,
  }) => {
    await openCalculator(page);
    await enterMeasurement(page, { test: "white-cells", value: 3200, unit: "10*9/L" });
    const row = page.locator("#test-white-cells");
    await row.getByRole("alert").waitFor();
    expect(await row.getByRole("textbox").first().inputValue()).toBe("3200");
    expect(await row.getByRole("button", { name: /^It is/ }).allTextContents()).toEqual(["It is 3200 /µL"]);
    await row.getByRole("button", { name: "It is 3200 /µL" }).press("Enter");
    await page.locator("#finding-leukopenia").getByText("is below 4").waitFor();
  });

  test("a value that is entered because something below it is pressed does not move what is pressed", async ({
    page,
  }) => {
    await openCalculator(page);
    const field = page.getByLabel("Platelet count", { exact: true });
    await field.fill("250");
    // What checks it has arrived.
    await page.locator("#test-platelets").getByRole("button", { name: "Add" }).waitFor();
    const answer = page.locator("#finding-thrombocytopenia").getByRole("radio", { name: "Absent" });
    await answer.scrollIntoViewIfNeeded();
    const box = await answer.boundingBox();
    if (!box) throw new Error("The answer cannot be seen.");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    // A slow press: whatever leaving the field brings about has time to happen.
    await page.waitForTimeout(300);
    await page.mouse.up();
    await page.locator("#test-platelets .value-line").getByText("250").first().waitFor();
    await expect.poll(() => answer.isChecked()).toBe(true);
  });

  describe("a value that is typed and left by a press", () => {
    async function typed(page: Page) {
      await openCalculator(page);
      await page.locator("#finding-fever input[value=present]").check();
      await page.getByLabel("Platelet count", { exact: true }).fill("85");
      await page.locator("#test-platelets").getByRole("button", { name: "Add" }).waitFor();
    }

    test("is entered for its own patient before the next one comes", async ({ page }) => {
      await typed(page);
      await page.getByRole("button", { name: "New patient", exact: true }).click();
      const kept = page.evaluate(() =>
        Object.entries(localStorage).flatMap(([key, text]) =>
          key.startsWith("sle-patient:") ? [JSON.parse(text).record] : [],
        ),
      );
      expect(await kept).toEqual([
        {
          format: "sle-record/1",
          findings: { fever: "present" },
          measurements: [{ test: "platelets", value: 85, unit: "10*9/L" }],
        },
      ]);
    });

    test("is in the note that is copied with that press", async ({ page, origin }) => {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin });
      await typed(page);
      await page.getByRole("button", { name: "Copy note" }).click();
      await page.getByText("Copied the short note.").waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/platelet count 85/i);
    });
  });

  test("a number that can be read in two ways is asked for again, and nothing is entered", async ({ page }) => {
    await openCalculator(page);
    const field = page.getByLabel("Platelet count", { exact: true });
    await field.fill("85,000");
    await field.press("Enter");
    await page.getByText("which can be 85000 or 85.000").waitFor();
    expect(await page.locator("#test-platelets .value-line").count()).toBe(0);
  });

  test("a value without the limit that it needs asks for it, and entering it there decides the finding", async ({
    page,
  }) => {
    await openCalculator(page);
    await enterMeasurement(page, { test: "c3", value: 0.62, unit: "g/L" });
    const values = page.locator("#test-c3");
    const limit = values.getByLabel("Lower limit of your laboratory's range, in the same unit", { exact: true });
    await values.getByRole("button", { name: /^Enter the laboratory's lower limit for Complement C3/ }).press("Enter");
    await expect.poll(() => limit.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type("90");
    await page.keyboard.press("Enter");
    await values.getByText("Write the limit in g/L, as the value is.").waitFor();
    await limit.fill("0.9");
    await limit.press("Enter");
    await values.getByText("0.62 g/L, lower limit 0.9").waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
      .toMatch(/^Edit .*0\.62 g\/L, lower limit 0\.9$/);
    const low = page.getByRole("radiogroup", { name: definitions.findings["low-c3"].label, exact: true });
    expect(await low.getByRole("radio", { name: "Present" }).isChecked()).toBe(true);
  });

  test("a limit is asked for only where nothing but the value could answer", async ({ page }) => {
    await openCalculator(page);
    await enterMeasurement(page, { test: "ana-titer", value: 40, unit: "{titer}" });
    const asks = page.locator("#test-ana-titer").getByRole("button", { name: /^Enter the laboratory's upper limit/ });
    await asks.waitFor();
    await enterMeasurement(page, { test: "ana-titer", value: 320, unit: "{titer}" });
    await page.locator("#test-ana-titer").getByText("1:320").waitFor();
    await expect.poll(() => asks.count()).toBe(0);
  });

  test("the focus goes on to where the work goes on, after a value is added, corrected, left and removed", async ({
    page,
  }) => {
    await openCalculator(page);
    const values = page.locator("#test-platelets");
    const value = values.getByRole("textbox", { name: "Platelet count", exact: true });
    await value.focus();
    await page.keyboard.type("85");
    await values.getByLabel("Date").fill("2024-02-10");
    await values.getByLabel("Date").press("Enter");
    await values.getByText("85 ×10⁹/L, 2024-02-10").waitFor();
    await expect.poll(() => value.evaluate((field) => field === document.activeElement)).toBe(true);
    const edit = values.getByRole("button", { name: /^Edit/ });
    await edit.press("Enter");
    await expect.poll(() => value.inputValue()).toBe("85");
    await expect.poll(() => value.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => edit.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await value.inputValue()).toBe("");
    await values.getByRole("button", { name: /^Remove/ }).press("Enter");
    await expect.poll(() => value.evaluate((field) => field === document.activeElement)).toBe(true);
  });

  describe("while one is corrected and the record changes elsewhere", () => {
    const value = (test: "white-cells" | "platelets" | "c3", value: number, unit: string) => ({ test, value, unit });
    const wbc = value("white-cells", 3.2, "10*9/L");
    const c3 = value("c3", 62, "mg/dL");
    const all = [wbc, value("platelets", 85, "10*9/L"), c3];
    const corrected = value("platelets", 86, "10*9/L");
    const entered = (page: Page, name: string) =>
      page.locator(".entered").getByRole("button", { name: `Remove ${name}`, exact: true });
    const inRow = (page: Page, test: string) =>
      page
        .locator(`#test-${test}`)
        .getByRole("button", { name: /^Remove/ })
        .last();

    test.for<readonly [string, (page: Page) => Promise<void>, readonly (typeof wbc)[]]>([
      ["another is removed from the list", (page) => entered(page, "WBC 3.2 ×10⁹/L").click(), [corrected, c3]],
      ["another is removed at its row", (page) => inRow(page, "white-cells").click(), [corrected, c3]],
      ["it is removed from the list itself", (page) => entered(page, "Plt 85 ×10⁹/L").click(), [wbc, c3]],
      ["it is removed at its row", (page) => inRow(page, "platelets").click(), [wbc, c3]],
    ])("%s: no other value takes it", async ([, change, left], { page }) => {
      await openCalculator(page);
      await enterRecord(page, { format: "sle-record/1", measurements: all });
      const platelets = page.locator("#test-platelets");
      await platelets.getByRole("button", { name: /^Edit/ }).click();
      const field = platelets.getByRole("textbox", { name: "Platelet count", exact: true });
      await expect.poll(() => field.inputValue()).toBe("85");
      await field.fill("86");
      await change(page);
      const values = () =>
        page.evaluate(() => {
          const [place] = Object.entries(localStorage).filter(([key]) => key.startsWith("sle-patient:"));
          return JSON.parse(place?.[1] ?? "{}").record?.measurements;
        });
      await expect.poll(values).toEqual(left);
      await page.waitForTimeout(300);
      expect(await values()).toEqual(left);
      expect(await field.inputValue()).toBe("");
    });
  });

  test("a value that is removed while the code of its form comes is not opened to be corrected", async ({ page }) => {
    await openCalculator(page);
    const find = page.getByRole("combobox", { name: "Find a finding, or type a value" });
    await find.fill("plt 85");
    await page.locator("[role=option][aria-selected=true]").waitFor();
    await find.press("Enter");
    const values = page.locator("#test-platelets");
    const edit = values.getByRole("button", { name: /^Edit/ });
    await edit.waitFor();
    const go = await holdScripts(page);
    await edit.press("Enter");
    await values.getByRole("button", { name: /^Remove/ }).press("Enter");
    go();
    const field = values.getByRole("textbox", { name: "Platelet count", exact: true });
    // With its code there, it asks for the rest as soon as something is typed.
    await field.fill("9");
    await values.getByRole("button", { name: "Add" }).waitFor();
    expect(await values.getByRole("button", { name: "Save" }).count()).toBe(0);
  });

  test("a value that is half typed is not entered because another window is looked at", async ({ page }) => {
    await openCalculator(page);
    const values = page.locator("#test-platelets");
    const field = values.getByRole("textbox", { name: "Platelet count", exact: true });
    await field.focus();
    await page.keyboard.type("8");
    await values.getByRole("button", { name: "Add" }).waitFor();
    // As a browser does that is left: the field keeps its place. A browser without a window cannot be left.
    await field.dispatchEvent("focusout");
    await page.waitForTimeout(300);
    expect(await values.locator(".value-line").count()).toBe(0);
    await page.keyboard.type("5");
    await page.keyboard.press("Tab");
    await page.locator("#test-white-cells").getByRole("textbox", { name: "White cell count", exact: true }).focus();
    await values.getByText("85 ×10⁹/L").first().waitFor();
    expect(await values.locator(".value-line").count()).toBe(1);
  });

  test("what is typed before the form's code has arrived is kept and entered", async ({ page }) => {
    await openCalculator(page);
    const go = await holdScripts(page);
    const values = page.locator("#test-platelets");
    const value = values.getByRole("textbox", { name: "Platelet count", exact: true });
    await value.focus();
    await page.keyboard.type("85");
    await page.keyboard.press("Enter");
    expect(await values.locator(".value-line").count()).toBe(0);
    go();
    await values.getByText("85 ×10⁹/L").waitFor();
    expect(await value.inputValue()).toBe("");
  });

  describe("what is typed before the form's code has arrived, for a patient who is turned from meanwhile,", () => {
    const notice = (page: Page) => page.getByRole("region", { name: "About this record" });

    async function typeAndTurn(page: Page, typed: string): Promise<void> {
      const value = page.locator("#test-platelets").getByRole("textbox", { name: "Platelet count", exact: true });
      await value.focus();
      await page.keyboard.type(typed);
      await page.getByRole("button", { name: "New patient", exact: true }).click();
      await expect.poll(() => value.inputValue()).toBe("");
    }

    test("is entered for that patient", async ({ page }) => {
      await openCalculator(page);
      await feverPresent(page);
      const go = await holdScripts(page);
      await typeAndTurn(page, "85");
      go();
      await page.getByText("Platelet count “85” was entered for the patient for whom it was typed.").waitFor();
      expect(await page.locator(".value-line").count()).toBe(0);
      await page.getByRole("button", { name: "Back to the patient before" }).click();
      await page.locator("#test-platelets").getByText("85 ×10⁹/L").waitFor();
      expect(await page.locator("#finding-fever").getByRole("radio", { name: "Present" }).isChecked()).toBe(true);
      await page.reload();
      await page.locator("#test-platelets").getByText("85 ×10⁹/L").waitFor();
    });

    test("is said not to be entered where it cannot be read, and the way back stays", async ({ page }) => {
      await openCalculator(page);
      await feverPresent(page);
      const go = await holdScripts(page);
      await typeAndTurn(page, "8x");
      go();
      await notice(page).getByText("Platelet count “8x” was not entered: it cannot be read").waitFor();
      await notice(page).getByRole("button", { name: "Back to the patient before" }).click();
      await expect
        .poll(() => page.locator("#finding-fever").getByRole("radio", { name: "Present" }).isChecked())
        .toBe(true);
    });

    test("is said not to be entered where nothing else was entered for that one", async ({ page }) => {
      await openCalculator(page);
      const go = await holdScripts(page);
      await typeAndTurn(page, "85");
      go();
      await notice(page).getByText("the patient for whom it was typed is not kept on this device").waitFor();
      expect(await page.locator(".value-line").count()).toBe(0);
    });
  });

  test("a contradiction withholds every result, is shown at both places, and each button is a way out", async ({
    page,
  }) => {
    await openCalculator(page);
    await enterRecord(page, {
      format: "sle-record/1",
      findings: { leukopenia: "absent" },
      measurements: [{ test: "white-cells", value: 3.2, unit: "10*9/L" }],
    });
    await page.getByRole("heading", { name: "There is a problem" }).waitFor();
    expect(new Set(Object.values(await shownScores(page)))).toEqual(new Set([" No result"]));
    await expect.poll(() => page.locator("#test-white-cells .problem").count()).toBe(1);
    await page
      .locator("#finding-leukopenia")
      .getByRole("button", { name: /^Take back/ })
      .press("Enter");
    await page.getByRole("heading", { name: "There is a problem" }).waitFor({ state: "detached" });
    expect((await shownScores(page))["EULAR/ACR 2019"]).toContain("3 ");
  });
});

async function feverPresent(page: Page) {
  await openCalculator(page);
  const row = page.locator("#finding-fever");
  await row.getByRole("radio", { name: "Present" }).focus();
  await page.keyboard.press("p");
  return { row, add: row.getByRole("button", { name: "Fever: add the day first seen" }) };
}

test("the day first seen is asked for with a button, and its field stays while a day in it is cleared", async ({
  page,
}) => {
  const { row, add } = await feverPresent(page);
  await add.press("Enter");
  const field = row.getByLabel("Fever: first seen");
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
  await field.fill("2024-03-11");
  await field.fill("");
  expect(await field.isVisible()).toBe(true);
  await field.fill("2024-03-12");
  await page.reload();
  await expect.poll(() => field.inputValue()).toBe("2024-03-12");
});

test("a day typed key by key is one step, and one that is not complete is said to be none", async ({ page }) => {
  const { row, add } = await feverPresent(page);
  await add.press("Enter");
  const field = row.getByLabel("Fever: first seen");
  await page.keyboard.type("0315");
  await field.blur();
  await row.getByText("The day is not complete, so none is recorded.").waitFor();
  await field.focus();
  await page.keyboard.type("03152024");
  await expect.poll(() => field.inputValue()).toBe("2024-03-15");
  await field.blur();
  expect(await row.locator(".problem").count()).toBe(0);
  const undo = page.getByRole("banner").getByRole("button", { name: "Undo" });
  await field.focus();
  await page.keyboard.press("Backspace");
  await field.blur();
  await row.getByText("The day is not complete, so none is recorded.").waitFor();
  await undo.press("Enter");
  await expect.poll(() => field.inputValue()).toBe("2024-03-15");
  expect(await row.locator(".problem").count()).toBe(0);
  await undo.press("Enter");
  await expect.poll(() => field.inputValue()).toBe("");
  expect(await row.getByRole("radio", { name: "Present" }).isChecked()).toBe(true);
});

test("a field for a day that nothing was typed into goes with Escape", async ({ page }) => {
  const { add } = await feverPresent(page);
  await add.press("Enter");
  await page.keyboard.press("Escape");
  await expect.poll(() => add.evaluate((button) => button === document.activeElement)).toBe(true);
});

describe("a date that is hard to believe", () => {
  test("is kept and doubted beside its field, and one press corrects a short year", async ({ page }) => {
    await openCalculator(page);
    await enterRecord(page, { format: "sle-record/1", findings: { fever: { status: "present", date: "2999-01-01" } } });
    const row = page.locator("#finding-fever");
    await row.getByLabel("Fever: first seen").blur();
    await row.getByText("2999-01-01 is in the future.").waitFor();
    await row.getByLabel("Fever: first seen").fill("0024-01-05");
    await row.getByLabel("Fever: first seen").blur();
    await row.getByRole("button", { name: "It is 2024-01-05" }).press("Enter");
    await expect.poll(() => row.getByLabel("Fever: first seen").inputValue()).toBe("2024-01-05");
    expect(await row.locator(".problem").count()).toBe(0);
    expect(await row.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  });

  test("is doubted on a value too", async ({ page }) => {
    await openCalculator(page);
    await enterMeasurement(page, { test: "platelets", value: 85, unit: "10*9/L", date: "2999-05-05" });
    await page.locator("#test-platelets").getByText("85 ×10⁹/L: 2999-05-05 is in the future.").waitFor();
    await page.locator("#test-platelets .value-line").waitFor();
  });
});

describe("on a phone", () => {
  const place = (page: Page) => page.evaluate(() => Math.round(window.scrollY));
  const focusOf = (page: Page) => page.evaluate(() => document.activeElement?.id);

  async function openPhone(page: Page): Promise<void> {
    await openCalculator(page);
    await page.setViewportSize({ width: 360, height: 740 });
  }

  test("the questions are as they were left, whichever way the result is closed", async ({ page }) => {
    await openPhone(page);
    await page.locator("#finding-thrombocytopenia").scrollIntoViewIfNeeded();
    const before = await place(page);
    expect(before).toBeGreaterThan(500);
    for (const close of [
      () => page.getByRole("button", { name: "Back to the questions" }).click(),
      () => page.keyboard.press("Escape"),
      () => page.goBack(),
    ]) {
      await page.locator("#result-bar").click();
      await page.waitForFunction(() => document.activeElement?.id === "result-heading" && "covered" in history.state);
      await close();
      await expect.poll(() => focusOf(page)).toBe("result-bar");
      expect(Math.abs((await place(page)) - before)).toBeLessThan(10);
      await page.waitForFunction(() => !("covered" in history.state));
    }
    expect(new URL(page.url()).pathname).toBe("/");
  });

  test("an answer that opens its row leaves the rows below where a finger may be on its way to them", async ({
    page,
  }) => {
    await openPhone(page);
    const row = page.locator("#finding-malar-rash");
    const next = page.locator("#finding-discoid-lupus");
    await page.locator("#finding-seizure").scrollIntoViewIfNeeded();
    await row.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const placeOf = async () => Math.round((await next.boundingBox())?.y ?? Number.NaN);
    const before = await placeOf();
    const height = (await row.boundingBox())?.height ?? 0;
    for (const [answer, opened] of [
      ["Present", true],
      ["Absent", false],
      ["Present", true],
    ] as const) {
      await row.getByRole("radio", { name: answer }).click();
      await expect.poll(async () => ((await row.boundingBox())?.height ?? 0) > height + 30).toBe(opened);
      // As it is painted: a row that has grown is scrolled by in the frame that shows it.
      await page.evaluate(() => new Promise((frame) => requestAnimationFrame(() => setTimeout(frame))));
      expect(Math.abs((await placeOf()) - before)).toBeLessThanOrEqual(2);
    }
  });

  test("the opened result is in view, however low the screen", async ({ page }) => {
    await openPhone(page);
    await page.setViewportSize({ width: 320, height: 256 });
    await page.locator("#result-bar").click();
    await expect.poll(() => focusOf(page)).toBe("result-heading");
    await expect
      .poll(async () => (await page.locator("#result-heading").boundingBox())?.y)
      .toSatisfy((y: number) => y >= 0 && y < 200);
  });

  test("Back closes a sheet and stays on the page", async ({ page }) => {
    await openPhone(page);
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("banner").getByRole("button", { name: "Record" }).click();
    await page.getByRole("dialog").waitFor();
    await page.waitForFunction(() => "covered" in history.state);
    await page.goBack();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(new URL(page.url()).pathname).toBe("/");
  });

  test("the quick find and every group are one press away, wherever one is", async ({ page }) => {
    await openPhone(page);
    await page.locator("#finding-thrombocytopenia").scrollIntoViewIfNeeded();
    await page.getByRole("button", { name: "Groups" }).click();
    await page.getByRole("navigation", { name: "Groups of findings" }).getByRole("link", { name: "Kidney" }).click();
    await expect.poll(() => page.getByRole("heading", { name: "Kidney" }).boundingBox()).toMatchObject({});
    const heading = await page.getByRole("heading", { name: "Kidney" }).boundingBox();
    expect(heading?.y).toBeLessThan(400);
    expect(await page.getByRole("navigation", { name: "Groups of findings" }).isVisible()).toBe(false);
    await page.getByRole("button", { name: "Find", exact: true }).click();
    expect(await focusOf(page)).toBe("quick-find");
  });
});

describe("the page", () => {
  test("can be read before its scripts have run, and says by its controls that they cannot be used yet", async ({
    browser,
    origin,
  }) => {
    const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/");
    await page.getByRole("main").getByRole("heading", { name: "Kidney" }).waitFor();
    expect(await page.getByRole("radio", { name: "Present" }).first().isDisabled()).toBe(true);
    expect(await page.getByRole("combobox", { name: /Find a finding/ }).isDisabled()).toBe(true);
    await context.close();
  });

  test("keeps the chosen set and view of the result over a reload", async ({ page }) => {
    await openCalculator(page);
    await page.getByRole("button", { name: /^SLICC 2012/ }).click();
    await page.getByRole("tab", { name: "Reasons" }).press("End");
    await page.reload();
    await page.locator(".set-line[aria-pressed=true]").getByText("SLICC 2012").waitFor();
    const last = page.getByRole("tab", { name: "Over time", selected: true });
    await last.press("Home");
    await page.getByRole("tab", { name: "Reasons", selected: true }).waitFor();
  });

  test("keeps the focus in the row when a contradiction is taken back", async ({ page }) => {
    await openCalculator(page);
    await enterRecord(page, {
      format: "sle-record/1",
      findings: { leukopenia: "absent" },
      measurements: [{ test: "white-cells", value: 3.2, unit: "10*9/L" }],
    });
    const row = page.locator("#finding-leukopenia");
    await row.getByRole("button", { name: /^Take back/ }).press("Enter");
    await expect.poll(() => row.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  });
});

describe("on every screen", () => {
  for (const width of [320, 360, 640]) {
    test(`nothing has to be scrolled sideways at ${width} px, with every kind of answer`, async ({ page }) => {
      await openCalculator(page);
      await enterRecord(page, EVERY_KIND);
      await page.setViewportSize({ width, height: 780 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }

  test("every control is at least 24 px high and wide", async ({ page }) => {
    await openCalculator(page);
    await enterRecord(page, EVERY_KIND);
    const small = await page.locator("button:visible, select:visible, input:visible").evaluateAll((controls) =>
      controls.flatMap((control) => {
        const { width, height } = control.getBoundingClientRect();
        return width < 24 || height < 24
          ? [`${control.textContent || control.getAttribute("aria-label")} ${width} × ${height}`]
          : [];
      }),
    );
    expect(small).toEqual([]);
  });
});
