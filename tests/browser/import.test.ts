import type { Page } from "playwright-core";
import { expect } from "vitest";
import { history } from "../fhir/bundles/history.ts";
import { lupus } from "../fhir/bundles/lupus.ts";
import { test } from "./support/test.ts";

test.override("installs", true);

async function openImport(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await page.getByRole("button", { name: "Import results (FHIR)" }).click();
  await page.getByRole("heading", { name: "Import from a record" }).waitFor();
}

/** Threads of the page that are at work. */
const threads = (page: Page) => page.workers().length;

const file = (text: string) => ({ name: "chart.json", mimeType: "application/json", buffer: Buffer.from(text) });

test("a bundle from a file fills the form, after its laboratory values are confirmed", async ({ page }) => {
  await openImport(page);
  await page.getByLabel("File, chosen or dropped here").setInputFiles(file(JSON.stringify(lupus)));
  await page.getByText("8 laboratory values").waitFor();
  expect(await page.getByText("In the record").count()).toBe(0);
  await page.getByRole("button", { name: "Confirm all laboratory values" }).click();
  expect(await page.getByText("In the record").count()).toBe(8);
  await page.getByRole("button", { name: /^Confirm Anti-Sm/ }).click();
  expect(await page.getByText("In the record").count()).toBe(9);
  expect(await page.getByRole("region", { name: "Not taken" }).textContent()).toContain("Hemoglobin (2 times");
  await page.getByRole("button", { name: "Close" }).click();
  const present = page.locator("#finding-anti-sm input:checked");
  expect(await present.getAttribute("value")).toBe("present");
  expect(await page.getByRole("main").first().textContent()).toContain("84");
});

test("nothing counts before it is confirmed", async ({ page }) => {
  await openImport(page);
  await page.getByLabel("File, chosen or dropped here").setInputFiles(file(JSON.stringify(lupus)));
  await page.getByText("8 laboratory values").waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  expect(await page.locator("#finding-anti-sm input:checked").getAttribute("value")).not.toBe("present");
});

test("pasted text that cannot be read says why, and markup in it is only shown", async ({ page }) => {
  await openImport(page);
  await page.getByLabel("Or pasted text").fill("<Bundle/>");
  await page.getByRole("button", { name: "Read the text" }).click();
  expect(await page.getByRole("dialog").getByRole("alert").textContent()).toContain("XML");
  await page.getByRole("button", { name: "Read another file" }).click();
  const markup = {
    resourceType: "Observation",
    status: "final",
    code: { text: "<img src=x onerror=\"document.title='ran'\">" },
  };
  await page.getByLabel("Or pasted text").fill(JSON.stringify(markup));
  await page.getByRole("button", { name: "Read the text" }).click();
  await page.getByText("<img src=x onerror").waitFor();
  expect(await page.title()).not.toBe("ran");
});

test("a bundle dropped on the sheet is read", async ({ page }) => {
  await openImport(page);
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "chart.json", { type: "application/json" }));
    return transfer;
  }, JSON.stringify(lupus));
  await page.getByRole("region", { name: "Choose what to read" }).dispatchEvent("drop", { dataTransfer: data });
  await page.getByText("8 laboratory values").waitFor();
});

test("a bundle of 20 MB is read in a thread of its own, which ends with it", async ({ page }) => {
  await openImport(page);
  const started = page.waitForEvent("worker");
  await page.getByLabel("File, chosen or dropped here").setInputFiles(file(history(60_000)));
  await started;
  await page.getByText("60000 resources read").waitFor();
  await expect.poll(() => threads(page)).toBe(0);
});

test("a reading can be stopped, and another begun", async ({ page }) => {
  await openImport(page);
  await page.getByLabel("File, chosen or dropped here").setInputFiles(file(history(68_000)));
  await page.getByRole("button", { name: "Stop reading" }).click();
  await expect.poll(() => threads(page)).toBe(0);
  await page.getByLabel("Or pasted text").fill(JSON.stringify(lupus));
  await page.getByRole("button", { name: "Read the text" }).click();
  await page.getByText("8 laboratory values").waitFor();
  expect(await page.getByText("resources read").textContent()).not.toContain("68000");
});

test("a sheet that is closed while it reads leaves no thread behind", async ({ page }) => {
  await openImport(page);
  await page.getByLabel("File, chosen or dropped here").setInputFiles(file(history(68_000)));
  await page.getByRole("button", { name: "Stop reading" }).waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await expect.poll(() => threads(page)).toBe(0);
});

test("without a network a bundle is read and its units are converted", async ({ page, complaints }) => {
  // Next looks ahead to the pages that are linked; without a network it cannot, and says so.
  complaints.push("ERR_INTERNET_DISCONNECTED");
  await page.goto("/");
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.context().setOffline(true);
  await openImport(page);
  await page.getByLabel("File, chosen or dropped here").setInputFiles(file(JSON.stringify(lupus)));
  await page.getByText("8 laboratory values").waitFor();
});
