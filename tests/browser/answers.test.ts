/** Who answers for the app: on every page, and where other people's programs look for it. */
import { describe, expect } from "vitest";
import { identity } from "../../scripts/identity.ts";
import { startApp } from "./support/app.ts";
import { builtPages, onePageOfEachKind } from "./support/pages.ts";
import { test } from "./support/test.ts";

const VERSION = `Version ${identity.version}, definitions ${identity.definitions.slice(7, 19)}`;

/** What a whole room reads from the last row has no small print. */
const BIG_SCREEN = "/rounds/present";

test("every page has a foot that says which version it is, once", async ({ page }) => {
  for (const { path } of onePageOfEachKind()) {
    await page.goto(path);
    const feet = page.locator("footer.site-footer:visible");
    expect(await feet.count(), path).toBe(path === BIG_SCREEN ? 0 : 1);
    if (path === BIG_SCREEN) continue;
    expect((await feet.textContent())?.replaceAll(/\s+/g, " "), path).toContain(VERSION);
  }
});

test("what the foot links to is there", async ({ page, origin }) => {
  await page.goto("/privacy");
  const links = await page
    .locator("footer.site-footer a")
    .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  expect(links.length).toBeGreaterThan(4);
  const paths = new Set(builtPages().map(({ path }) => path));
  for (const href of links) {
    const { pathname, hash } = new URL(href ?? "", origin);
    expect(paths, href ?? "").toContain(pathname);
    await page.goto(`${pathname}${hash}`);
    if (hash) expect(await page.locator(hash).count(), href ?? "").toBe(1);
  }
});

test.for([
  [360, 780],
  [780, 360],
  [1280, 900],
  [1920, 1080],
] as const)(
  "at %i x %i the foot is below the first sight of the calculator and is reached by scrolling",
  async ([width, height], { page }) => {
    await page.setViewportSize({ width, height });
    await page.goto("/");
    await page.locator("main[data-ready=true]").waitFor();
    const foot = page.locator("footer.site-footer:visible");
    expect((await foot.boundingBox())?.y).toBeGreaterThan(height);
    const last = foot.getByRole("link", { name: "Report a fault" });
    await last.scrollIntoViewIfNeeded();
    await last.click({ trial: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  },
);

test("no new page is wider than a phone of 320 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ["/about", "/trust", "/privacy", "/changelog", "/developers"]) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
  }
});

test("no score is written so large that the stroke through its zero is read as a letter", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/");
  const sizeOf = (selector: string) =>
    page
      .locator(`.set-line[aria-pressed=true] ${selector}`)
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  expect(await page.locator(".set-line[aria-pressed=true] .set-line-score > :first-child").textContent()).toBe("0");
  expect(await sizeOf(".set-line-score")).toBeLessThanOrEqual(16);
  expect(await sizeOf(".set-line-verdict")).toBeGreaterThanOrEqual(24);
});

describe("the page for developers says where the app really is", () => {
  test.for(["localhost", "127.0.0.1"])("opened at %s", async (host, { browser, origin }) => {
    const here = `http://${host}:${new URL(origin).port}`;
    const page = await browser.newPage();
    await page.goto(`${here}/developers`);
    for (const path of ["/api/v1/score", "/launch", "/api/v1/cds-services"]) {
      await page.getByText(`${here}${path}`).first().waitFor();
    }
    if (host !== "localhost") expect(await page.locator("main").textContent()).not.toContain("localhost:");
    await page.close();
  });

  test("and without scripts, a word stands for what the page cannot know", async ({ origin }) => {
    const html = await (await fetch(`${origin}/developers`)).text();
    expect(html).toContain("https://THIS-SERVER");
    expect(html).not.toMatch(/localhost:\d/);
  });
});

test("a near miss of an address of the interface is answered with the id that was meant", async ({ origin }) => {
  for (const path of ["sets/slicc", "sets/SLICC_2012", "fhir/Questionnaire/slicc2012"]) {
    const { status, detail } = await (await fetch(`${origin}/api/v1/${path}`)).json();
    expect([status, detail], path).toEqual([404, expect.stringContaining('Did you mean "slicc-2012"?')]);
  }
  const far = await (await fetch(`${origin}/api/v1/sets/${"x".repeat(2000)}`)).json();
  expect(far.detail).not.toContain("Did you mean");
});

describe("security.txt", () => {
  const PATH = "/.well-known/security.txt";

  test("is not there while nobody has set a contact, and what stands there says why", async ({ origin }) => {
    const response = await fetch(origin + PATH);
    expect(response.status).toBe(404);
    const text = await response.text();
    expect(text).toContain("OPERATOR_CONTACT");
    expect(
      text
        .trimEnd()
        .split("\n")
        .every((line) => line.startsWith("#")),
    ).toBe(true);
  });

  test("is there as soon as the operator has, with what RFC 9116 asks for", async () => {
    const app = await startApp({
      OPERATOR_CONTACT: "mailto:someone@hospital.example",
      PUBLIC_ORIGIN: "https://criteria.example",
    });
    try {
      const response = await fetch(app.origin + PATH, { headers: { "X-Forwarded-Host": "evil.example" } });
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
      const text = await response.text();
      expect(text).toContain("Contact: mailto:someone@hospital.example\n");
      expect(text).toContain(`Canonical: https://criteria.example${PATH}\n`);
      expect(Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? "")).toBeGreaterThan(Date.now());
      expect(text).not.toContain("evil");
    } finally {
      await app.stop();
    }
  });
});
