import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { lupus } from "../fhir/bundles/lupus.ts";
import { accessibilityViolations } from "./support/axe.ts";
import { openCalculator } from "./support/calculator.ts";
import { startFhirServer } from "./support/fhir-server.ts";
import { LETTER } from "./support/letter.ts";
import { test } from "./support/test.ts";

/** Pastes into what has the focus, as a browser does it. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

/** Pastes into the quick find, which leads several lines to the review. */
async function pasteIntoFind(page: Page, text: string): Promise<void> {
  await page.locator("#quick-find").focus();
  await paste(page, text);
}

/** The words of what has the focus. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? "");

const dialog = (page: Page) => page.getByRole("dialog", { name: "Read a text" });

/** The review of a text, ready to be looked at. */
async function review(page: Page, text: string): Promise<void> {
  await openCalculator(page);
  await pasteIntoFind(page, text);
  await page.getByRole("button", { name: "Read another text" }).waitFor();
}

async function dropOnPage(page: Page, name: string, bytes: Uint8Array | string, type = "text/plain"): Promise<void> {
  const data = await page.evaluateHandle(
    ({ content, as, kind }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(content)], as, { type: kind }));
      return transfer;
    },
    { content: [...(typeof bytes === "string" ? Buffer.from(bytes) : bytes)], as: name, kind: type },
  );
  await page.locator("body").dispatchEvent("drop", { dataTransfer: data });
}

/** What the page holds of the record, as the device keeps it. */
const saved = (page: Page) =>
  page.evaluate(() => Object.values({ ...localStorage }).find((text) => text.includes("measurements")) ?? "");

describe("one review, whatever was read", () => {
  test("a text, an import and a launch are looked at in the same way", async ({ page, complaints, onTestFinished }) => {
    const look = async () => {
      const values = page.getByRole("region", { name: "Laboratory values" });
      await values.getByRole("button", { name: "Confirm all laboratory values" }).waitFor();
      // Keys move, drop and take, and what is taken is said to be in the record.
      await values.getByRole("button", { name: "Confirm all laboratory values" }).focus();
      await page.keyboard.press("ArrowDown");
      expect(await focused(page)).toBe("Confirm");
      await page.keyboard.press("Backspace");
      await expect.poll(() => values.getByText("Dropped").count()).toBe(1);
      await expect.poll(() => focused(page)).toBe("Confirm");
      await page.keyboard.press("Enter");
      await expect.poll(() => values.getByText("In the record").count()).toBe(1);
      return page.getByRole("region", { name: "Possible findings" }).getByRole("listitem").count();
    };
    await review(page, LETTER);
    expect(await look()).toBeGreaterThan(3);
    await page.getByRole("button", { name: "Close" }).click();

    await page.getByRole("button", { name: "Record", exact: true }).click();
    await page.getByRole("button", { name: "Import results (FHIR)" }).click();
    await page.getByLabel("Or pasted text").fill(JSON.stringify(lupus));
    await page.getByRole("button", { name: "Read the text" }).click();
    expect(await look()).toBeGreaterThan(0);

    const server = await startFhirServer(
      lupus.entry.map(({ resource }) => resource),
      "p1",
    );
    onTestFinished(server.stop);
    complaints.push(`request to ${server.origin}`);
    await page.goto(`/launch?iss=${encodeURIComponent(`${server.origin}/fhir`)}&launch=abc`);
    await page.getByRole("button", { name: "Read the chart" }).click();
    expect(await look()).toBeGreaterThan(0);
  });
});

test("two presses in one moment take two proposals, and none is taken back by the second", async ({ page }) => {
  await review(page, LETTER);
  await page.getByRole("button", { name: "Confirm all laboratory values" }).press("Enter");
  await expect.poll(() => focused(page)).toBe("Confirm");
  await page.evaluate(() => {
    for (let times = 0; times < 2; times += 1)
      if (document.activeElement instanceof HTMLElement) document.activeElement.click();
  });
  const findings = page.getByRole("region", { name: "Possible findings" });
  await expect.poll(() => findings.getByText("In the record").count()).toBe(2);
  await page.evaluate(() => {
    for (let times = 0; times < 2; times += 1)
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "Backspace", bubbles: true }));
  });
  await expect.poll(() => findings.getByText("Dropped").count()).toBe(2);
});

describe("a letter", () => {
  test("is in the record by keyboard alone, in few keys", async ({ page }) => {
    await openCalculator(page);
    let keys = 0;
    const press = async (key: string) => {
      keys += 1;
      await page.keyboard.press(key);
    };
    await press("/");
    keys += 1;
    await paste(page, LETTER);
    const all = page.getByRole("button", { name: "Confirm all laboratory values" });
    await all.waitFor();
    // Nothing counts before it is confirmed, and the first key confirms the values.
    expect(await saved(page)).toBe("");
    await expect.poll(() => all.evaluate((button) => button === document.activeElement)).toBe(true);
    await press("Enter");
    const values = page.getByRole("region", { name: "Laboratory values" });
    await expect.poll(() => values.getByText("In the record").count()).toBe(7);
    const findings = page.getByRole("region", { name: "Possible findings" });
    const proposed = await findings.getByRole("listitem").count();
    for (let left = proposed; left > 0; left -= 1) {
      await expect.poll(() => focused(page)).toBe("Confirm");
      const now = await findings.getByText("In the record").count();
      await press("Enter");
      await expect.poll(() => findings.getByText("In the record").count()).toBe(now + 1);
    }
    await expect.poll(() => focused(page)).toBe("Done");
    await press("Enter");
    await dialog(page).waitFor({ state: "detached" });
    // One key to find, one to paste, one for the values, one for each finding, one to leave.
    expect(keys).toBe(proposed + 4);
    expect(await page.locator("#finding-malar-rash input:checked").getAttribute("value")).toBe("present");
    expect(await page.locator("#finding-seizure input:checked").getAttribute("value")).toBe("absent");
    await expect.poll(() => saved(page)).toContain('"platelets"');
  });

  test("shows what was read in its place: a proposal leads to its mark, and a mark to its proposal", async ({
    page,
  }) => {
    await review(page, LETTER);
    const mark = dialog(page).getByRole("link", { name: "oral ulcers" });
    await mark.click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
      .toBe("Confirm Oral ulcers: present");
    expect(await mark.getAttribute("data-looked")).toBe("");
    await dialog(page)
      .getByRole("button", { name: /^Line \d+: show Anti-Sm/ })
      .click();
    await expect.poll(() => focused(page)).toBe("Anti-Sm");
    const passed = page.getByRole("region", { name: "Not taken" });
    expect(await passed.textContent()).toContain("another person, not the patient");
  });

  test("says what the record has, and takes nothing twice", async ({ page }) => {
    await review(page, LETTER);
    await page.getByRole("button", { name: "Confirm all laboratory values" }).click();
    await page.getByRole("button", { name: "Read another text" }).click();
    await page.getByLabel("The text").fill(LETTER);
    await page.getByRole("button", { name: "Read the text" }).click();
    const values = page.getByRole("region", { name: "Laboratory values" });
    await expect.poll(() => values.getByText("In the record").count()).toBe(7);
    expect(await page.getByRole("button", { name: "Confirm all laboratory values" }).isDisabled()).toBe(true);
  });

  test("each confirmation is one step that is taken back", async ({ page }) => {
    await review(page, LETTER);
    const held = dialog(page).getByText("In the record");
    await page.getByRole("button", { name: "Confirm all laboratory values" }).click();
    await expect.poll(() => held.count()).toBe(7);
    await expect.poll(() => focused(page)).toBe("Confirm");
    await page.keyboard.press("Enter");
    await expect.poll(() => held.count()).toBe(8);
    await page.keyboard.press("Control+z");
    await expect.poll(() => held.count()).toBe(7);
    await page.keyboard.press("Control+z");
    await expect.poll(() => held.count()).toBe(0);
  });

  test("dropped on the page as a file is read, and a record beside it is opened as before", async ({ page }) => {
    await openCalculator(page);
    await dropOnPage(page, "letter.txt", LETTER);
    await page.getByText("7 laboratory values").waitFor();
    await page.getByRole("button", { name: "Close" }).click();
    const record = { format: "sle-record/1", findings: { seizure: "present" } };
    await dropOnPage(page, "patient", JSON.stringify(record), "");
    await page.getByText("Opened from patient").waitFor();
  });

  test("gives way to another text, and to another patient, of whom it is not", async ({ page }) => {
    await review(page, LETTER);
    await page.getByText("7 laboratory values").waitFor();
    await dropOnPage(page, "second.txt", "Platelets 82 x10^9/L");
    await page.getByText("1 laboratory value,").waitFor();
    await dropOnPage(
      page,
      "patient.json",
      JSON.stringify({ format: "sle-record/1", findings: { seizure: "present" } }),
    );
    await dialog(page).waitFor({ state: "detached" });
    await page.getByText("Opened from patient.json").waitFor();
  });

  test("one line pasted into the quick find stays there", async ({ page }) => {
    await openCalculator(page);
    await pasteIntoFind(page, "wbc 3.2\n");
    await page.getByRole("button", { name: "Paste text" }).waitFor();
    expect(await dialog(page).count()).toBe(0);
  });

  test("is asked for by the button, and read as soon as it is pasted", async ({ page }) => {
    await openCalculator(page);
    await page.getByRole("button", { name: "Paste text" }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
    await paste(page, LETTER);
    await page.getByText("7 laboratory values").waitFor();
  });
});

describe("what cannot be read is said", () => {
  const two =
    "Patient 1: Ms A, 34 years. Malar rash. Platelets 82 x10^9/L.\nPatient 2: Ms B, 51 years. Oral ulcers. Platelets 182 x10^9/L.";
  const german =
    "Die Patientin hat ein Exanthem und eine Arthritis der Hände.\nWir haben sie heute gesehen, die Blutwerte sind nicht auffällig und das Fieber ist weg.";
  test.for([
    ["two patients", two, /patient/],
    ["another language", german, /German/],
    ["data of a program", '{\n"resourceType":"Bundle"}', /data of a program/],
  ] as const)("%s", async ([, text, why], { page }) => {
    await openCalculator(page);
    await pasteIntoFind(page, text);
    await page.getByRole("button", { name: "Read another text" }).waitFor();
    expect(await dialog(page).getByRole("alert").textContent()).toMatch(why);
    expect(await dialog(page).locator("[data-review-row]").count()).toBe(0);
  });

  test.for([
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xff), /no text in UTF-8/],
    ["a PDF", Buffer.from("%PDF-1.7\n"), /This is a PDF.*copy and paste/],
  ] as const)("%s that is dropped", async ([, bytes, why], { page }) => {
    await openCalculator(page);
    await dropOnPage(page, "file", bytes, "");
    await page.getByRole("button", { name: "Read another text" }).waitFor();
    expect(await dialog(page).getByRole("alert").textContent()).toMatch(why);
  });

  test("100 MB are refused before a thread is begun, and the page goes on", async ({ page }) => {
    await openCalculator(page);
    const workers: unknown[] = [];
    page.on("worker", (worker) => workers.push(worker));
    await page.locator("#quick-find").focus();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "malar rash\n".repeat(9_500_000));
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, cancelable: true, bubbles: true }),
      );
    });
    await page.getByRole("button", { name: "Read another text" }).waitFor();
    expect(await dialog(page).getByRole("alert").textContent()).toMatch(/104,500,000 characters.*no more than 400,000/);
    expect(workers).toEqual([]);
    await page.getByRole("button", { name: "Close" }).click();
    await page.locator("#quick-find").fill("malar");
    await page.getByRole("option").first().waitFor();
  });

  test("marks that turn the direction of text are shown in their places", async ({ page }) => {
    await review(page, "Oral ulcers.\nplatelets \u202E28\u202C x10^9/L\nAnti-Sm positive.");
    const shown = await dialog(page).getByRole("region", { name: "The text" }).textContent();
    expect(shown).toContain("\u242328\u2423");
    expect(await dialog(page).textContent()).not.toMatch(/[\u202A-\u202E]/);
  });
});

describe("a long text", () => {
  const LONG = "Malar rash and platelets 85 x10^9/L are here.\n".repeat(8_500);

  test("is read beside the page, which handles keys meanwhile, and can be stopped", async ({ page }) => {
    await openCalculator(page);
    await pasteIntoFind(page, LONG);
    const stop = page.getByRole("button", { name: "Stop reading" });
    await stop.waitFor();
    await expect.poll(() => page.workers().length).toBe(1);
    await page.evaluate(() => addEventListener("keydown", ({ key }) => document.body.setAttribute("data-key", key)));
    await page.keyboard.press("F2");
    expect(await page.locator("body").getAttribute("data-key")).toBe("F2");
    // Still reading: the key was handled meanwhile.
    expect(page.workers()).toHaveLength(1);
    await stop.click();
    await expect.poll(() => page.workers().length).toBe(0);
    await page.getByLabel("The text").fill(LETTER);
    await page.getByRole("button", { name: "Read the text" }).click();
    await page.getByText("7 laboratory values").waitFor();
  });

  test("that says the same 10,000 times proposes it once", async ({ page }) => {
    await review(page, "Malar rash.\n".repeat(10_000));
    expect(await dialog(page).locator("[data-review-row]").count()).toBe(1);
    expect(await dialog(page).getByRole("link", { name: "Malar rash" }).count()).toBe(1);
  });
});

describe("for everyone", () => {
  test.for([
    ["light", 360],
    ["dark", 360],
    ["light", 1280],
    ["dark", 1280],
  ] as const)("axe finds nothing, %s, %i px", async ([colorScheme, width], { page }) => {
    await page.emulateMedia({ colorScheme });
    await review(page, LETTER);
    await page.setViewportSize({ width, height: 800 });
    if (width < 960) {
      expect(await dialog(page).getByRole("region", { name: "The text" }).isVisible()).toBe(false);
      await page.getByRole("button", { name: "Show the text" }).click();
    }
    await dialog(page).getByRole("button", { name: "Drop Oral ulcers: present" }).click();
    await dialog(page).getByRole("button", { name: "Confirm Malar rash: present" }).click();
    expect(await accessibilityViolations(page)).toEqual([]);
    const overflow = await dialog(page).evaluate((sheet) => sheet.scrollWidth - sheet.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test("the empty sheet has nothing that axe finds", async ({ page }) => {
    await openCalculator(page);
    await page.getByRole("button", { name: "Paste text" }).click();
    await page.getByLabel("The text").waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
