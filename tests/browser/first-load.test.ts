/** What the page does without until it is painted: nothing may be said falsely, lost or refused before it is there. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { openCalculator } from "./support/calculator.ts";
import { test } from "./support/test.ts";

/** Scripts that the page itself names. All others are what it does without at first. */
async function scriptsOf(page: Page, origin: string): Promise<ReadonlySet<string>> {
  const html = await (await page.request.get(origin)).text();
  return new Set([...html.matchAll(/<script[^>]*\bsrc="([^"]+)"/g)].map(([, src = ""]) => src));
}

/** Lets no script through that the page does not name, until the returned function is called. */
async function holdWhatComesLater(page: Page, origin: string): Promise<() => void> {
  const first = await scriptsOf(page, origin);
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route(/\.js$/, async (route) => {
    if (!first.has(new URL(route.request().url()).pathname)) await held;
    await route.continue();
  });
  return go;
}

const present = (page: Page, name: string) =>
  page.getByRole("radiogroup", { name }).getByRole("radio", { name: "Present" });

describe("before what comes after the first paint is there", () => {
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
    expect(await page.locator("#finding-leukopenia .problem").count()).toBe(0);
    go();
    await page.locator("#finding-leukopenia .problem").getByRole("button").first().click();
    await problem.waitFor({ state: "detached" });
  });
});

test("what could not be fetched after the first paint is fetched with the next answer", async ({
  page,
  origin,
  complaints,
}) => {
  complaints.push("Failed to load resource");
  const first = await scriptsOf(page, origin);
  let away = true;
  await page.route(/\.js$/, async (route) => {
    if (away && !first.has(new URL(route.request().url()).pathname)) await route.abort();
    else await route.continue();
  });
  const failed = page.waitForEvent("requestfailed");
  await openCalculator(page);
  await failed;
  await present(page, "Malar rash").check();
  expect(await page.getByRole("tabpanel").textContent()).toContain("Loading");
  away = false;
  await present(page, "Oral ulcers").check();
  await page.locator(".result-panel .item[data-counted=true]").getByText(/malar/i).first().waitFor();
});
