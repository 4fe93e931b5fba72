import { expect } from "vitest";
import { EVERY_KIND, openCalculator } from "./support/calculator.ts";
import { enterRecord } from "./support/enter-record.ts";
import { onePageOfEachKind } from "./support/pages.ts";
import { test } from "./support/test.ts";

test.override("installs", true);

test("a long session asks nobody else for anything, and sends nobody anything", { timeout: 180_000 }, async ({
  page,
  origin,
}) => {
  const asked: { url: string; method: string; body: string | null }[] = [];
  // Of the whole profile: also what a service worker asks for, and what other tabs do.
  page.context().on("request", (request) => {
    asked.push({ url: request.url(), method: request.method(), body: request.postData() });
  });
  await openCalculator(page);
  await enterRecord(page, EVERY_KIND);
  for (const view of ["Compare", "Over time"]) {
    await page.getByRole("tab", { name: view }).click();
    await page.getByRole("table").waitFor();
  }
  await page.getByRole("combobox").first().fill("butterfly rash");
  await page.getByRole("option").first().waitFor();
  await page.getByRole("banner").getByRole("button", { name: "Record" }).click();
  await page.getByRole("dialog").getByText("Open an example").click();
  await page.getByRole("dialog").locator("details button").first().click();
  for (const { path } of onePageOfEachKind()) await page.goto(path, { waitUntil: "networkidle" });
  await page.goto("/", { waitUntil: "networkidle" });

  expect(asked.length).toBeGreaterThan(10);
  const foreign = asked.filter(({ url }) => /^(https?|wss?):/.test(url) && new URL(url).origin !== origin);
  expect(foreign).toEqual([]);
  expect(asked.filter(({ method, body }) => method !== "GET" || body !== null)).toEqual([]);
});
