/** What the page does without until it is painted: nothing may be said falsely, lost or refused before it is there. */
import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { shareFragment } from "../../lib/share/link.ts";
import { openCalculator } from "./support/calculator.ts";
import { holdScripts } from "./support/hold-scripts.ts";
import { test } from "./support/test.ts";

test.override("installs", true);

/** Scripts that the page itself names. All others are what it does without at first. */
async function scriptsOf(page: Page, origin: string): Promise<ReadonlySet<string>> {
  const html = await (await page.request.get(origin)).text();
  return new Set([...html.matchAll(/<script[^>]*\bsrc="([^"]+)"/g)].map(([, src = ""]) => src));
}

/** Lets no script through that the page does not name, until the returned function is called. */
async function holdWhatComesLater(page: Page, origin: string): Promise<() => void> {
  const first = await scriptsOf(page, origin);
  return holdScripts(page, (path) => !first.has(path));
}

const present = (page: Page, name: string) =>
  page.getByRole("radiogroup", { name }).getByRole("radio", { name: "Present" });

describe("before what comes after the first paint is there", () => {
  test.for([1280, 360])("every question, set and ruler has its place, at %d px", async (width, { page, origin }) => {
    await page.setViewportSize({ width, height: 900 });
    const go = await holdWhatComesLater(page, origin);
    await page.goto("/");
    await page.waitForSelector(".calculator[data-ready=true]");
    await page.evaluate(() => document.fonts.ready);
    const places = () =>
      page.evaluate(() =>
        [...document.querySelectorAll(".finding, .test, .set-line, .result-bar, .tabs")]
          .map((place) => [place.id || place.className, place.getBoundingClientRect().top] as const)
          .filter(([, top]) => top > 0 && top < window.innerHeight),
      );
    const before = await places();
    expect(before.length).toBeGreaterThan(5);
    expect(await page.locator(".ruler svg").count()).toBe(0);
    go();
    await page.locator(".ruler svg:visible").first().waitFor();
    await page.locator(".finding:not([hidden]) .worth").filter({ hasText: "+" }).first().waitFor();
    expect(await places()).toEqual(before);
  });

  test("an answer gives its result, no reason is shown, and what was answered is in the reasons that come", async ({
    page,
    origin,
  }) => {
    const go = await holdWhatComesLater(page, origin);
    await openCalculator(page);
    await present(page, "Malar rash").check();
    await expect.poll(() => page.locator(".set-line").first().textContent()).toContain("6");
    expect(await page.locator(".result-panel .item").count()).toBe(0);
    expect(await page.getByRole("tabpanel").textContent()).toContain("Loading");
    go();
    const counted = page.locator(".result-panel .item[data-counted=true]");
    await counted.getByText(/malar/i).first().waitFor();
    await page.locator("#finding-malar-rash").getByText("Explained by").waitFor();
  });

  test("what is typed into the quick find waits for its words, and is never said not to be found", async ({
    page,
    origin,
  }) => {
    const go = await holdWhatComesLater(page, origin);
    await openCalculator(page);
    const field = page.getByRole("combobox", { name: "Find a finding, or type a value" });
    await field.fill("butterfly rash");
    const found = page.locator("search");
    const said = await found.textContent();
    expect(said).not.toMatch(/nothing|not found|no finding|not read/i);
    await field.press("Enter");
    expect(await field.inputValue()).toBe("butterfly rash");
    go();
    await found.getByText("Malar rash: present.").waitFor();
    expect(await present(page, "Malar rash").isChecked()).toBe(true);
  });

  test("a contradiction withholds the result and is said, and its ways out come when they are there", async ({
    page,
    origin,
  }) => {
    const go = await holdWhatComesLater(page, origin);
    await openCalculator(page);
    const blood = page.locator(".question-group", { has: page.locator("#finding-leukopenia-twice") });
    await blood.getByRole("button", { name: "Asked by other sets" }).click();
    await page.locator("#finding-leukopenia input[value=absent]").check();
    await page.locator("#finding-leukopenia-twice input[value=present]").check();
    const problem = page.getByRole("heading", { name: "There is a problem" });
    await problem.waitFor();
    const said = page.locator(".problem-summary li").first();
    const words = await said.textContent();
    expect(words).toMatch(/leukopenia/i);
    expect(await page.locator("#finding-leukopenia .problem").count()).toBe(0);
    go();
    await said.getByRole("button").waitFor();
    expect(await said.textContent()).toBe(words);
    await page.locator("#finding-leukopenia .problem").getByRole("button").first().click();
    await problem.waitFor({ state: "detached" });
  });
});

describe("a file that is dropped before what opens it is there", () => {
  /** Whether the browser was kept from opening it in place of the page. */
  const drop = (page: Page) =>
    page.evaluate(() =>
      ["dragover", "drop"].map((kind) => {
        const dataTransfer = new DataTransfer();
        const record = JSON.stringify({ format: "sle-record/1", findings: { seizure: "present" } });
        dataTransfer.items.add(new File([record], "record.json", { type: "application/json" }));
        return !document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
      }),
    );

  test("does not take the place of the page, and is opened then", async ({ page, origin }) => {
    const go = await holdWhatComesLater(page, origin);
    await openCalculator(page);
    expect(await drop(page)).toEqual([true, true]);
    go();
    await page.getByText("Opened from record.json").waitFor();
    expect(await present(page, "Seizure").isChecked()).toBe(true);
  });

  test.for<readonly [string, (page: Page) => Promise<void>]>([
    ["answered", (page) => present(page, "Malar rash").check()],
    [
      "typed",
      async (page) => {
        const field = page.getByRole("combobox", { name: "Find a finding, or type a value" });
        await field.fill("malar rash");
        await field.press("Enter");
      },
    ],
  ])("is offered to whoever has %s meanwhile, and nothing of that is lost", async ([, goOn], { page, origin }) => {
    const go = await holdWhatComesLater(page, origin);
    await openCalculator(page);
    await drop(page);
    await goOn(page);
    go();
    await page.getByText("The file can be opened now.").waitFor();
    await expect.poll(() => present(page, "Malar rash").isChecked()).toBe(true);
    expect(await present(page, "Seizure").isChecked()).toBe(false);
    await page.getByRole("button", { name: "Open it" }).click();
    await page.getByText("Opened from record.json").waitFor();
    await page.getByRole("button", { name: "Back to the patient before" }).click();
    await expect.poll(() => present(page, "Malar rash").isChecked()).toBe(true);
  });
});

/** Answers no request for a script that the page does not name, as a network that went away; `back` ends that. */
async function loseWhatComesLater(page: Page, origin: string): Promise<() => void> {
  const first = await scriptsOf(page, origin);
  let away = true;
  await page.route(/\.js$/, async (route) => {
    if (away && !first.has(new URL(route.request().url()).pathname)) await route.abort();
    else await route.continue();
  });
  return () => {
    away = false;
  };
}

describe("lines that are entered before what reads them is there", () => {
  const NAME = "Find a finding, or type a value";
  const findings = (page: Page) => page.locator(".entered-one");

  async function enterEarly(page: Page, origin: string, lines: readonly string[]) {
    const go = await holdWhatComesLater(page, origin);
    await openCalculator(page);
    const field = page.getByRole("combobox", { name: NAME });
    for (const line of lines) {
      await field.fill(line);
      await field.press("Enter");
    }
    return { go, field };
  }

  test("are each entered, and what is typed meanwhile stays", async ({ page, origin }) => {
    const { go, field } = await enterEarly(page, origin, ["malar rash", "no seizure", "wbc 3.1"]);
    await field.fill("plt 8");
    go();
    await expect.poll(() => findings(page).count()).toBe(3);
    expect(await field.inputValue()).toBe("plt 8");
  });

  test("are entered once, however often Enter is pressed, and what is typed behind them stays", async ({
    page,
    origin,
  }) => {
    const { go, field } = await enterEarly(page, origin, ["wbc 3.1"]);
    await field.press("Enter");
    await field.pressSequentially(" plt 85");
    go();
    await expect.poll(() => findings(page).count()).toBe(1);
    expect(await field.inputValue()).toBe("plt 85");
  });

  test("are not entered once Escape has taken them back", async ({ page, origin }) => {
    const { go, field } = await enterEarly(page, origin, ["malar rash"]);
    await field.press("Escape");
    go();
    await field.fill("no seizure");
    await page.locator("[role=option][aria-selected=true]").waitFor();
    await field.press("Enter");
    await findings(page).getByText("Seizure").first().waitFor();
    expect(await findings(page).count()).toBe(1);
  });

  test("are never entered for the patient who comes next", async ({ page, origin }) => {
    const { go } = await enterEarly(page, origin, ["malar rash"]);
    await present(page, "Fever").check();
    await page.getByRole("button", { name: "New patient", exact: true }).click();
    go();
    const field = page.getByRole("combobox", { name: NAME });
    await field.fill("no seizure");
    await page.locator("[role=option][aria-selected=true]").waitFor();
    await field.press("Enter");
    await findings(page).getByText("Seizure").first().waitFor();
    expect(await findings(page).count()).toBe(1);
  });

  test("are entered for the patient for whom they were typed, who has left the page, or said not to be", async ({
    page,
    origin,
  }) => {
    const { go } = await enterEarly(page, origin, ["malar rash", "wbc 3.1", "blorp"]);
    await present(page, "Fever").check();
    await page.getByRole("button", { name: "New patient", exact: true }).click();
    await expect.poll(() => present(page, "Fever").isChecked()).toBe(false);
    go();
    const notice = page.getByRole("region", { name: "About this record" });
    await notice.getByText("“blorp” was not entered: it cannot be read").waitFor();
    expect(await present(page, "Malar rash").isChecked()).toBe(false);
    await notice.getByRole("button", { name: "Back to the patient before" }).click();
    await expect.poll(() => present(page, "Malar rash").isChecked()).toBe(true);
    expect(await present(page, "Fever").isChecked()).toBe(true);
    await page.locator("#test-white-cells").getByText("3.1 ×10⁹/L").first().waitFor();
  });

  test("are said not to be entered, with their words, where they cannot be read", async ({ page, origin }) => {
    const { go, field } = await enterEarly(page, origin, ["blorp"]);
    await field.fill("no seiz");
    go();
    await page.locator("search").getByText("“blorp” was not entered.").first().waitFor();
    expect(await field.inputValue()).toBe("no seiz");
  });

  test("of a value are entered once, by whichever way it is left", async ({ page, origin }) => {
    const go = await holdWhatComesLater(page, origin);
    await openCalculator(page);
    const values = page.locator("#test-platelets");
    await values.getByRole("textbox", { name: "Platelet count", exact: true }).focus();
    await page.keyboard.type("85");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    go();
    await values.getByText("85 ×10⁹/L").first().waitFor();
    await page.waitForTimeout(300);
    expect(await values.locator(".value-line").count()).toBe(1);
    expect(await values.locator(".problem").count()).toBe(0);
  });
});

describe("while the patient who was open before is fetched", () => {
  const kept = (page: Page) =>
    page.evaluate(() =>
      Object.entries(localStorage).flatMap(([key, text]) =>
        key.startsWith("sle-patient:") ? [JSON.parse(text).record] : [],
      ),
    );

  test.for<readonly [string, (page: Page) => Promise<void>]>([
    [
      "into the quick find",
      async (page) => {
        const field = page.getByRole("combobox", { name: "Find a finding, or type a value" });
        await field.fill("plt 85");
        await field.press("Enter");
      },
    ],
    [
      "into the field of a value",
      async (page) => {
        await page.getByLabel("Platelet count", { exact: true }).fill("85");
        await page.keyboard.press("Enter");
      },
    ],
  ])("what is typed %s is of another patient", async ([, type], { page, origin }) => {
    await openCalculator(page);
    await present(page, "Malar rash").check();
    const go = await holdWhatComesLater(page, origin);
    await page.reload();
    await page.waitForSelector(".calculator[data-ready=true]");
    await type(page);
    go();
    await page.getByText("The patient before is in the list of patients.").waitFor();
    await page.locator("#test-platelets").getByText("85 ×10⁹/L").first().waitFor();
    const records = await kept(page);
    expect(records).toHaveLength(2);
    expect(records).toContainEqual({ format: "sle-record/1", findings: { "malar-rash": "present" } });
    expect(records).toContainEqual({
      format: "sle-record/1",
      measurements: [{ test: "platelets", value: 85, unit: "10*9/L" }],
    });
  });
});

test("a link is offered to whoever has begun to type before what opens it is there", async ({ page, origin }) => {
  const go = await holdWhatComesLater(page, origin);
  await page.goto(`/#${await shareFragment({ format: "sle-record/1", findings: { seizure: "present" } })}`);
  await page.waitForSelector(".calculator[data-ready=true]");
  const field = page.getByRole("combobox", { name: "Find a finding, or type a value" });
  await field.fill("malar rash");
  await field.press("Enter");
  await field.fill("no fev");
  go();
  await page.getByText("The link can be opened now.").waitFor();
  await expect.poll(() => present(page, "Malar rash").isChecked()).toBe(true);
  expect(await field.inputValue()).toBe("no fev");
  await page.getByRole("button", { name: "Open it" }).click();
  await page.getByText("Opened from a link, as another patient.").waitFor();
  expect(await present(page, "Malar rash").isChecked()).toBe(false);
});

describe("what was asked for of one patient and comes when the next is on the page", () => {
  const next = (page: Page) => page.getByRole("button", { name: "New patient", exact: true }).click();

  test("is no review of a text that was pasted for the one before", async ({ page, origin }) => {
    const go = await holdWhatComesLater(page, origin);
    await openCalculator(page);
    await present(page, "Malar rash").check();
    await page.locator("#quick-find").evaluate((field) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "Malar rash.\nPlatelets 85 x10^9/L");
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    });
    await next(page);
    go();
    await page.getByText("New patient. Nothing is entered yet.").waitFor();
    await page.getByRole("tabpanel").getByText("Loading").waitFor({ state: "detached" });
    await page.waitForTimeout(500);
    expect(await page.locator("dialog").count()).toBe(0);
  });

  test("is no word of what was undone", async ({ page, origin }) => {
    const go = await holdWhatComesLater(page, origin);
    await openCalculator(page);
    await present(page, "Malar rash").check();
    await present(page, "Fever").check();
    await page.keyboard.press("Control+z");
    await next(page);
    go();
    await page.getByRole("tabpanel").getByText("Loading").waitFor({ state: "detached" });
    await page.waitForTimeout(500);
    expect(await page.getByText(/^Undone/).count()).toBe(0);
  });
});

describe("while what comes after the first paint cannot be fetched", () => {
  test("that is said at the top and among the reasons, and it is fetched with the next answer", async ({
    page,
    origin,
    complaints,
  }) => {
    complaints.push("Failed to load resource");
    const back = await loseWhatComesLater(page, origin);
    await openCalculator(page);
    await page.locator("#questions").getByText("What explains scores and problems could not be fetched").waitFor();
    await present(page, "Malar rash").check();
    await expect.poll(() => page.locator(".set-line").first().textContent()).toContain("6");
    back();
    await present(page, "Oral ulcers").check();
    await page.locator(".result-panel .item[data-counted=true]").getByText(/malar/i).first().waitFor();
    await expect.poll(() => page.getByText("could not be fetched").count()).toBe(0);
  });

  // Each is code of its own. None may take the page away, or stay silent for good.
  const parts: readonly (readonly [string, (page: Page) => Promise<void>, (page: Page) => Locator])[] = [
    ["Compare", (page) => page.getByRole("tab", { name: "Compare" }).click(), (page) => page.locator(".compare")],
    [
      "Over time",
      (page) => page.getByRole("tab", { name: "Over time" }).click(),
      (page) => page.getByRole("tabpanel").getByText("Give dates"),
    ],
    [
      "a definition",
      (page) => page.locator("#finding-malar-rash .finding-label").click(),
      (page) => page.locator("#finding-malar-rash .definition"),
    ],
    [
      "the record",
      (page) => page.getByRole("button", { name: "Record", exact: true }).click(),
      (page) => page.getByRole("dialog"),
    ],
    ["the keys", (page) => page.getByRole("button", { name: "Keys" }).click(), (page) => page.getByRole("dialog")],
    [
      "pasted text",
      (page) => page.getByRole("button", { name: "Paste text" }).click(),
      (page) => page.getByRole("dialog"),
    ],
  ];
  test.for(parts)(
    "%s is said not to have come, leaves the page as it is, and comes",
    async ([, open, there], { page, origin, complaints }) => {
      complaints.push("Failed to load resource");
      const back = await loseWhatComesLater(page, origin);
      await openCalculator(page);
      await present(page, "Malar rash").check();
      await open(page);
      const said = page.getByText("This part could not be fetched");
      await said.first().waitFor();
      expect(await present(page, "Malar rash").count()).toBe(1);
      back();
      await page.locator(".problem", { has: said }).getByRole("button", { name: "Try again" }).last().click();
      await there(page).first().waitFor();
    },
  );

  test("a typed line stays and says so", async ({ page, origin, complaints }) => {
    complaints.push("Failed to load resource");
    const back = await loseWhatComesLater(page, origin);
    await openCalculator(page);
    const field = page.getByRole("combobox", { name: "Find a finding, or type a value" });
    await field.fill("malar rash");
    await page.locator("search").getByText("What reads this line could not be fetched").first().waitFor();
    await field.press("Enter");
    expect(await field.inputValue()).toBe("malar rash");
    back();
    await field.press("Enter");
    await expect.poll(() => present(page, "Malar rash").isChecked()).toBe(true);
  });

  test("a note that cannot be written is said not to be copied", async ({ page, origin, complaints }) => {
    complaints.push("Failed to load resource");
    await loseWhatComesLater(page, origin);
    await openCalculator(page);
    await present(page, "Malar rash").check();
    await page.getByRole("button", { name: "Copy note" }).click();
    await page.getByText("The short note was not copied").waitFor();
  });

  test("the patient who was open before, and a link, are opened when they can be", async ({
    page,
    origin,
    complaints,
  }) => {
    complaints.push("Failed to load resource");
    // A browser that does not let the app keep its scripts for when there is no network.
    await page.addInitScript("delete Navigator.prototype.serviceWorker");
    const back = await loseWhatComesLater(page, origin);
    await openCalculator(page);
    await present(page, "Discoid lupus").check();
    await page.goto("about:blank");
    await page.goto(`/#${await shareFragment({ format: "sle-record/1", findings: { "malar-rash": "present" } })}`);
    await page.getByText("What opens the patients on this device could not be fetched").waitFor();
    expect(await page.evaluate(() => location.hash)).not.toBe("");
    back();
    await expect.poll(() => present(page, "Malar rash").isChecked(), { timeout: 40_000 }).toBe(true);
    expect(await page.evaluate(() => location.hash)).toBe("");
    await page.getByRole("button", { name: "Back to the patient before" }).click();
    await expect.poll(() => present(page, "Discoid lupus").isChecked()).toBe(true);
  });

  test("a link that comes late is offered, and changes no patient who was begun meanwhile", async ({
    page,
    origin,
    complaints,
  }) => {
    complaints.push("Failed to load resource");
    await page.addInitScript("delete Navigator.prototype.serviceWorker");
    const back = await loseWhatComesLater(page, origin);
    await page.goto(`/#${await shareFragment({ format: "sle-record/1", findings: { "malar-rash": "present" } })}`);
    await page.getByText("The link or file cannot be opened yet").waitFor();
    await present(page, "Discoid lupus").check();
    back();
    await page.getByRole("button", { name: "Open it" }).click({ timeout: 40_000 });
    await expect.poll(() => present(page, "Malar rash").isChecked()).toBe(true);
    expect(await present(page, "Discoid lupus").isChecked()).toBe(false);
    await page.getByRole("button", { name: "Back to the patient before" }).click();
    await expect.poll(() => present(page, "Discoid lupus").isChecked()).toBe(true);
  });
});
