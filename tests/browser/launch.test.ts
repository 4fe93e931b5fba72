import { expect } from "vitest";
import { history } from "../fhir/bundles/history.ts";
import { lupus } from "../fhir/bundles/lupus.ts";
import { startFhirServer } from "./support/fhir-server.ts";
import { test } from "./support/test.ts";

/** Starts a server that ends with the test, however the test ends. */
async function chartServer(
  onTestFinished: (stop: () => Promise<void>) => void,
  resources: readonly object[] = lupus.entry.map(({ resource }) => resource),
  pageSize?: number,
) {
  const server = await startFhirServer(resources, "p1", pageSize);
  onTestFinished(server.stop);
  return server;
}

test("opened from a record, the app reads its chart and takes what is confirmed into a new patient", async ({
  page,
  complaints,
  onTestFinished,
}) => {
  const server = await chartServer(onTestFinished);
  // The record's own server is the one other origin that this page may ask.
  complaints.push(`request to ${server.origin}`);
  await page.goto(`/launch?iss=${encodeURIComponent(`${server.origin}/fhir`)}&launch=abc`);
  await page.getByRole("button", { name: "Read the chart" }).click();
  await page.getByText("8 laboratory values").waitFor();
  // Results are asked for in several questions, each short enough for an address; diagnoses in one.
  const asked = () => server.asked.map((path) => path.split("?")[0]);
  await expect.poll(() => new Set(asked())).toEqual(new Set(["/fhir/Observation", "/fhir/Condition"]));
  expect(asked().filter((path) => path === "/fhir/Condition")).toHaveLength(1);
  for (const path of server.asked) expect(path.length).toBeLessThan(2000);
  await page.getByText("Which results were asked for").click();
  await page.getByText(/^Platelet count: 777-3, 26515-7/).waitFor();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await page.getByRole("button", { name: "Confirm all laboratory values" }).click();
  await page.getByRole("button", { name: "Open in the calculator" }).click();
  await page.waitForURL(/\/$/);
  await page.getByText("Opened from an electronic record").waitFor();
  const entries = () => page.locator(".open-patient-begun").textContent();
  const had = await entries();
  expect(had).toMatch(/\d entries$/);
  await page.reload();
  await expect.poll(entries).toBe(had);
});

test.for([
  [5, 5, []],
  [42, 40, ["MORE (the record): the record has more of them than the 40 that were read: export the chart in parts."]],
] as const)(
  "of %i results on pages of two, %i are read, and no others are left out in silence",
  async ([results, read, not], { page, complaints, onTestFinished }) => {
    const { entry } = JSON.parse(history(results)) as { entry: { resource: object }[] };
    const subject = { reference: "Patient/p1" };
    const values = entry.map(({ resource }) => ({ ...resource, subject }));
    const server = await chartServer(onTestFinished, [{ resourceType: "Patient", id: "p1" }, ...values], 2);
    complaints.push(`request to ${server.origin}`);
    await page.goto(`/launch?iss=${encodeURIComponent(`${server.origin}/fhir`)}&launch=abc`);
    await page.getByRole("button", { name: "Read the chart" }).click();
    await page.getByText(`${read} laboratory values`).waitFor();
    const listed = await page.getByRole("region", { name: "Not taken" }).getByRole("listitem").allTextContents();
    expect(
      listed.map((line) => line.replace(/^Results \(Observation\) under \d+ of the codes, from [\d-]+ on/, "MORE")),
    ).toEqual(not);
  },
);

test("what a record gives is shown when it refuses something else, and what was refused is said", async ({
  page,
  complaints,
  onTestFinished,
}) => {
  const server = await chartServer(onTestFinished);
  complaints.push(`request to ${server.origin}`, "Failed to load resource");
  await page.route(/\/fhir\/Condition/, (route) =>
    route.fulfill({
      status: 403,
      headers: { "Access-Control-Allow-Origin": "*" },
      json: { resourceType: "OperationOutcome" },
    }),
  );
  await page.goto(`/launch?iss=${encodeURIComponent(`${server.origin}/fhir`)}&launch=abc`);
  await page.getByRole("button", { name: "Read the chart" }).click();
  await page.getByText("8 laboratory values").waitFor();
  const rest = await page.getByRole("region", { name: "Not taken" }).textContent();
  expect(rest).toContain("Diagnoses (Condition) (the record): the record did not give them: 403 Forbidden");
  await page.getByRole("button", { name: "Confirm all laboratory values" }).click();
  await page.getByRole("button", { name: "Open in the calculator" }).click();
  await page.waitForURL(/\/$/);
});

test("a record that refuses everything is said, and nothing is taken", async ({ page, complaints, onTestFinished }) => {
  const server = await chartServer(onTestFinished);
  complaints.push(`request to ${server.origin}`, "Failed to load resource");
  await page.route(/\/fhir\/(?:Condition|Observation)/, (route) =>
    route.fulfill({ status: 403, headers: { "Access-Control-Allow-Origin": "*" }, json: {} }),
  );
  await page.goto(`/launch?iss=${encodeURIComponent(`${server.origin}/fhir`)}&launch=abc`);
  await page.getByRole("button", { name: "Read the chart" }).click();
  await page.getByRole("alert").filter({ hasText: "The chart could not be read: 403" }).waitFor();
});

test("what a server gives of another patient is not proposed, and it is said", async ({
  page,
  complaints,
  onTestFinished,
}) => {
  // A search by identifier or a server in disorder: the answer to the question for p1 holds a result of another.
  const server = await chartServer(onTestFinished);
  complaints.push(`request to ${server.origin}`);
  let own = 1;
  await page.route(/\/fhir\/Observation/, async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    for (const { resource } of answer.entry ?? []) {
      if (own === 0) resource.subject = { reference: "Patient/p2" };
      own = 0;
    }
    await route.fulfill({ response, json: answer });
  });
  await page.goto(`/launch?iss=${encodeURIComponent(`${server.origin}/fhir`)}&launch=abc`);
  await page.getByRole("button", { name: "Read the chart" }).click();
  await page.getByText("1 laboratory value,").waitFor();
  const rest = page.getByRole("region", { name: "Not taken" });
  expect(await rest.textContent()).toContain("it names another patient than the one in view");
});

test("opened by itself, the launch page says that there is no chart", async ({ page }) => {
  await page.goto("/launch");
  await page.getByText("not opened from an electronic record").waitFor();
});

test("a record that the app is not set up for is not asked, and the policy names no other", async ({ page }) => {
  const response = await page.goto("/launch?iss=https%3A%2F%2Fevil.example%2Ffhir&launch=abc");
  await page.getByRole("alert").filter({ hasText: "not set up for the record at https://evil.example/fhir" }).waitFor();
  expect(await page.getByRole("button", { name: "Read the chart" }).count()).toBe(0);
  const policy = response?.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("; connect-src 'self' http://localhost:* http://127.0.0.1:*;");
});

test("a server that does not answer is said, and nothing is taken", async ({ page, complaints }) => {
  complaints.push("request to http://localhost:9", "ERR_", "Failed to load");
  await page.goto("/launch?iss=http%3A%2F%2Flocalhost%3A9%2Ffhir&launch=abc");
  await page.getByRole("button", { name: "Read the chart" }).click();
  await page.getByRole("alert").filter({ hasText: "did not answer" }).waitFor();
});
