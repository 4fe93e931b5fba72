import { describe, expect } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { accessibilityViolations } from "./support/axe.ts";
import { test } from "./support/test.ts";

const pages = [
  "/criteria",
  ...definitions.sets.map(({ id }) => `/criteria/${id}`),
  "/findings",
  "/findings/leukopenia-twice",
  "/findings/pericardial-effusion-new",
  "/findings/anticardiolipin-medium-high",
  "/findings/raynaud",
];

describe.each(pages)("%s", (path) => {
  test.for(["light", "dark"] as const)(
    "has nothing for axe to object to in the %s scheme",
    async (scheme, { page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(path);
      expect(await accessibilityViolations(page)).toEqual([]);
    },
  );

  test("is read on a phone without scrolling sideways, the statement in view from top to bottom", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    for (const y of [0, 100_000]) {
      await page.evaluate((top) => window.scrollTo(0, top), y);
      const statement = await page.getByText("It does not diagnose.").first().boundingBox();
      expect(statement?.y).toBeGreaterThanOrEqual(0);
      expect(statement?.y).toBeLessThan(740);
    }
  });
});

/** Addresses on this site that a page links to, the part after # kept. */
function linksIn(html: string): readonly string[] {
  return [...html.matchAll(/<a [^>]*href="(\/[^"]*|#[^"]*)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
}

test("every link inside the site leads to a page, and to a place on it, and every finding is reached", async ({
  origin,
}) => {
  const seen = new Map<string, string>();
  const waiting = ["/criteria"];
  const anchors: string[] = [];
  for (const path of waiting) {
    if (seen.has(path)) continue;
    const response = await fetch(origin + path);
    expect(response.status, path).toBe(200);
    const html = await response.text();
    seen.set(path, html);
    for (const href of linksIn(html)) {
      const { pathname, hash } = new URL(href, origin + path);
      if (hash) anchors.push(`${pathname}${hash}`);
      waiting.push(pathname);
    }
  }
  const broken = anchors.filter((anchor) => {
    const [path = "", id] = anchor.split("#");
    return !seen.get(path)?.includes(`id="${id}"`);
  });
  expect([...new Set(broken)]).toEqual([]);
  expect(Object.keys(definitions.findings).filter((id) => !seen.has(`/findings/${id}`))).toEqual([]);
  for (const [path, html] of seen) expect(html.match(/<h1/g), path).toHaveLength(1);
});

test("the pages are read with scripts off: all their words are in what the server sends", async ({
  browser,
  origin,
}) => {
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
  const page = await context.newPage();
  const [first] = definitions.sets;
  await page.goto(`/criteria/${first?.id}`);
  expect(await page.textContent("h1")).toBe(first?.title);
  await page.getByRole("link", { name: definitions.findings.fever.label }).first().click();
  await page.waitForURL("**/findings/fever");
  await context.close();
});
