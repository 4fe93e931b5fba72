import type { Page } from "playwright-core";
import { expect } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { test } from "./support/test.ts";

test.override("installs", true);

/** Waits until the worker has kept everything and answers for the page. */
async function visitOnce(page: Page, path = "/"): Promise<void> {
  await page.goto(path);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
    );
  });
}

async function enter(page: Page, text: string): Promise<void> {
  const field = page.getByRole("combobox", { name: "Find a finding, or type a value" });
  await field.fill(text);
  await field.press("Enter");
  await page.getByRole("search").getByRole("status").getByRole("button", { name: "Undo" }).waitFor();
}

/** Next looks ahead to the pages that are linked; without a network it cannot, and says so. */
const LOOKING_AHEAD = "ERR_INTERNET_DISCONNECTED";

test("after one visit a patient is scored, kept and noted without a network", async ({ page, complaints }) => {
  complaints.push(LOOKING_AHEAD);
  await visitOnce(page);
  await page.context().setOffline(true);
  await page.reload();
  for (const text of ["ana 1:640", "malar", "sjc 4", "c3 0.62 (0.9)", "plt 85"]) await enter(page, text);
  await page.getByRole("status").filter({ hasText: "Classified" }).first().waitFor({ state: "attached" });
  await page.reload();
  const malar = page.getByRole("radiogroup", { name: "Malar rash", exact: true });
  await expect.poll(() => malar.getByRole("radio", { name: "Present" }).isChecked()).toBe(true);
  await page.getByRole("button", { name: "Record", exact: true }).press("Enter");
  await page.getByText(/^Open an example/).press("Enter");
});

test("the app is stored on the device once nobody enters anything, and at once when it is left", async ({ page }) => {
  const isStored = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()) !== undefined);
  const open = async () => {
    await page.goto("/");
    await page.waitForSelector(".calculator[data-ready=true]");
    // Effects of the layout run in the same commit as those of the form, or before.
    await page.clock.runFor(100);
  };
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1_000);
  await open();
  for (const key of ["Tab", "a", "Tab", "Shift"]) {
    await page.clock.runFor(1_800);
    await page.keyboard.press(key);
  }
  await page.clock.runFor(1_800);
  expect(await isStored()).toBe(false);
  await page.clock.runFor(300);
  await expect.poll(isStored).toBe(true);

  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.unregister());
  await open();
  expect(await isStored()).toBe(false);
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await expect.poll(isStored).toBe(true);
});

test("after one visit every reference page can be read without a network", async ({ page, complaints }) => {
  complaints.push(LOOKING_AHEAD);
  await visitOnce(page);
  await page.context().setOffline(true);
  const paths = [
    "/criteria",
    ...definitions.sets.map(({ id }) => `/criteria/${id}`),
    "/findings",
    "/findings/malar-rash",
  ];
  for (const path of paths) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(200);
    expect(await page.textContent("h1"), path).toBeTruthy();
    expect(response?.headers()["content-security-policy"], path).toMatch(/script-src 'self'( 'sha256-[^']+')+/);
  }
});

test("after one visit a sitting is begun, scored, left and taken up again without a network", async ({
  page,
  complaints,
}) => {
  // Without a network Next opens the page as a browser does, and says so.
  complaints.push(LOOKING_AHEAD, "Falling back to browser navigation");
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  await visitOnce(page, "/practice");
  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole("radio", { name: /^Generated/ }).check();
  await press("Begin");
  await page.getByText("Case 1 of 10").waitFor();
  await press("Open all");
  await page.getByRole("radio", { name: "Cannot be said yet" }).check();
  await page.getByRole("radio", { name: "60%" }).check();
  await press("Check");
  await page.getByRole("heading", { name: "The four sets" }).waitFor();
  await page.goto("/practice");
  await page.getByRole("link", { name: /^Go on with/ }).click();
  await page.getByRole("heading", { name: "The four sets" }).waitFor();
});

test("nothing of a record is in what the worker keeps", async ({ page }) => {
  await visitOnce(page);
  await enter(page, "malar 2021-12-24");
  const kept = await page.evaluate(async () => {
    const urls: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) urls.push(url);
    }
    return urls;
  });
  expect(kept.length).toBeGreaterThan(20);
  expect(kept.filter((url) => /[#?]|\/api\//.test(url))).toEqual([]);
});

test("a new version is offered, and taken only when asked", async ({ page }) => {
  await page.context().route("**/_next/static/precache.js", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/"version":"[^"]*"/, '"version":"earlier"');
    await route.fulfill({ response, body });
  });
  const cacheNames = () => page.evaluate(() => caches.keys());
  await visitOnce(page);
  expect(await cacheNames()).toEqual(["sle-earlier"]);
  await enter(page, "malar");
  await page.context().unroute("**/_next/static/precache.js");
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await page.getByText("A new version of this app is ready.").waitFor();
  expect(await cacheNames()).toContain("sle-earlier");
  await page.getByRole("button", { name: "Reload" }).press("Enter");
  await page.getByText("A new version of this app is ready.").waitFor({ state: "hidden" });
  await expect.poll(cacheNames).toEqual([expect.stringMatching(/^sle-[0-9a-f]{16}$/)]);
  const malar = page.getByRole("radiogroup", { name: "Malar rash", exact: true });
  await expect.poll(() => malar.getByRole("radio", { name: "Present" }).isChecked()).toBe(true);
});

test("the app can be installed: name, start, icons", async ({ page, origin }) => {
  await page.goto("/");
  const link = await page.getAttribute('link[rel="manifest"]', "href");
  const manifest = await (await fetch(origin + link)).json();
  expect(manifest).toMatchObject({ start_url: "/", display: "standalone" });
  for (const { src, sizes } of manifest.icons) {
    const bytes = new DataView(await (await fetch(origin + src)).arrayBuffer());
    expect(`${bytes.getUint32(16)}x${bytes.getUint32(20)}`).toBe(sizes);
  }
});
