import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { lupus } from "../fhir/bundles/lupus.ts";
import { accessibilityViolations } from "./support/axe.ts";
import { EVERY_KIND, openCalculator } from "./support/calculator.ts";
import { enterMeasurement, enterRecord, unfoldAll } from "./support/enter-record.ts";
import { builtPages, onePageOfEachKind } from "./support/pages.ts";
import { smallTargets } from "./support/targets.ts";
import { test } from "./support/test.ts";

interface State {
  readonly name: string;
  /** Leads from the empty calculator to the state. */
  readonly reach: (page: Page) => Promise<unknown>;
}

/** A page as it is once its scripts have run; before that, the calculator cannot be used by anyone. */
async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForSelector("main:not([data-ready=false])");
}

const sheet = (name: string) => (page: Page) => page.getByRole("banner").getByRole("button", { name }).click();

async function openExamples(page: Page): Promise<void> {
  await sheet("Record")(page);
  await page.getByRole("dialog").getByText("Open an example").click();
  await page.getByRole("dialog").getByRole("listitem").nth(2).waitFor();
}

async function openImport(page: Page, text?: string): Promise<void> {
  await sheet("Record")(page);
  await page.getByRole("dialog").getByRole("button", { name: "Import results (FHIR)" }).click();
  const field = page.getByLabel("Or pasted text");
  await field.waitFor();
  if (text === undefined) return;
  await field.fill(text);
  await page.getByRole("button", { name: "Read the text" }).click();
  await page.getByRole("button", { name: "Read another file" }).waitFor();
}

/** Every state of the calculator that looks different from the others. */
const STATES: readonly State[] = [
  { name: "empty", reach: async () => {} },
  {
    name: "one answer",
    reach: (page) => enterRecord(page, { format: "sle-record/1", findings: { fever: "present" } }),
  },
  { name: "every kind of answer", reach: (page) => enterRecord(page, EVERY_KIND) },
  {
    name: "a worked patient",
    reach: async (page) => {
      await openExamples(page);
      await page.getByRole("dialog").locator("details button").first().click();
      await page.getByText("not a real patient").waitFor();
    },
  },
  { name: "every fold open", reach: unfoldAll },
  {
    name: "every definition open",
    reach: async (page) => {
      const closed = page.locator(".finding-label[aria-expanded=false]:visible");
      while ((await closed.count()) > 0) await closed.first().press("Enter");
    },
  },
  {
    name: "a value that is not believable",
    reach: (page) => enterMeasurement(page, { test: "white-cells", value: 3200, unit: "10*9/L" }),
  },
  {
    name: "a contradiction",
    reach: (page) =>
      enterRecord(page, { format: "sle-record/1", findings: { proteinuria: "present", "proteinuria-500": "absent" } }),
  },
  {
    name: "a value being corrected",
    reach: async (page) => {
      await enterMeasurement(page, { test: "platelets", value: 85, unit: "10*9/L" });
      await page.getByRole("button", { name: /^Edit Platelet/ }).click();
    },
  },
  {
    name: "the sets compared",
    reach: async (page) => {
      await enterRecord(page, EVERY_KIND);
      await page.getByRole("tab", { name: "Compare" }).click();
      await page.getByRole("table").waitFor();
    },
  },
  {
    name: "the scores over time",
    reach: async (page) => {
      await enterRecord(page, EVERY_KIND);
      await page.getByRole("tab", { name: "Over time" }).click();
      await page.getByRole("table").waitFor();
    },
  },
  {
    name: "the quick find with offers",
    reach: async (page) => {
      await page.getByRole("combobox").first().fill("rash");
      await page.getByRole("option").first().waitFor();
    },
  },
  {
    name: "the quick find with nothing found",
    reach: (page) => page.getByRole("combobox").first().fill("zzzz qqqq"),
  },
  { name: "the sheet of the record", reach: sheet("Record") },
  { name: "the menu of examples", reach: openExamples },
  {
    name: "the question before everything is erased",
    reach: async (page) => {
      await sheet("Record")(page);
      await page.getByRole("button", { name: "Erase everything on this device" }).click();
    },
  },
  { name: "the sheet of the import", reach: (page) => openImport(page) },
  { name: "results to confirm", reach: (page) => openImport(page, JSON.stringify(lupus)) },
  { name: "an import that cannot be read", reach: (page) => openImport(page, "<Bundle/>") },
  { name: "the list of keys", reach: sheet("Keys") },
  {
    name: "a damaged link",
    reach: async (page) => {
      await page.evaluate(() => {
        location.hash = "sle1.AAAA.00000000";
      });
    },
  },
  {
    name: "a phone",
    reach: async (page) => {
      await enterRecord(page, EVERY_KIND);
      await page.setViewportSize({ width: 360, height: 780 });
    },
  },
  {
    name: "the result on a phone",
    reach: async (page) => {
      await enterRecord(page, EVERY_KIND);
      await page.setViewportSize({ width: 360, height: 780 });
      await page.locator("#result-bar").click();
    },
  },
];

/** What axe finds in the page as it stands, seen in the light scheme and in the dark one. */
async function inBothSchemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await accessibilityViolations(page)).map((violation) => `${colorScheme}: ${violation}`));
  }
  return found;
}

describe("axe finds nothing wrong in either scheme:", () => {
  test.for(STATES.map((state) => [state.name, state] as const))(
    "the calculator, %s",
    async ([, { reach }], { page }) => {
      await openCalculator(page);
      await reach(page);
      expect(await inBothSchemes(page)).toEqual([]);
    },
  );

  test.for(["http://localhost:9/fhir", "https://elsewhere.example/fhir"])(
    "the page that a record at %s opens",
    async (server, { page }) => {
      await openPage(page, `/launch?iss=${encodeURIComponent(server)}&launch=a`);
      await page.getByText(server).waitFor();
      expect(await inBothSchemes(page)).toEqual([]);
    },
  );
});

/** Each page is opened once, for everything that is asked of every page. */
test("axe finds nothing wrong on any page of the build, and no target is too small on a phone", {
  timeout: 300_000,
}, async ({ page }) => {
  const wide = page.viewportSize() ?? { width: 1280, height: 720 };
  const inBoth = new Set(onePageOfEachKind().map(({ path }) => path));
  const found: string[] = [];
  const small: string[] = [];
  for (const { path } of builtPages()) {
    await page.setViewportSize(wide);
    await openPage(page, path);
    const violations = inBoth.has(path) ? await inBothSchemes(page) : await accessibilityViolations(page);
    found.push(...violations.map((violation) => `${path} ${violation}`));
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 360, height: 780 });
    small.push(...(await smallTargets(page)).map((target) => `${path}: ${target}`));
  }
  expect.soft(small).toEqual([]);
  expect(found).toEqual([]);
});
