import { describe, expect } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { STATEMENT } from "../../lib/explain/statement.ts";
import { isShareFragment } from "../../lib/share/fragment.ts";
import { accessibilityViolations } from "./support/axe.ts";
import { test } from "./support/test.ts";

const pages = [
  "/criteria",
  ...definitions.sets.map(({ id }) => `/criteria/${id}`),
  "/findings",
  "/about",
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
      // A whole record stands behind the # of a link that opens it in the calculator.
      if (hash && !isShareFragment(hash)) anchors.push(`${pathname}${hash}`);
      waiting.push(pathname);
    }
  }
  const broken = anchors.filter((anchor) => {
    const [path = "", id] = anchor.split("#");
    return !seen.get(path)?.includes(`id="${id}"`);
  });
  expect([...new Set(broken)]).toEqual([]);
  expect(Object.keys(definitions.findings).filter((id) => !seen.has(`/findings/${id}`))).toEqual([]);
  // The machine forms, which the pages link to, are JSON and have no heading.
  const pages = [...seen].filter(([, text]) => text.startsWith("<!DOCTYPE html>"));
  expect(pages.length).toBeGreaterThan(Object.keys(definitions.findings).length);
  for (const [path, html] of pages) expect(html.match(/<h1/g), path).toHaveLength(1);
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

test("a worked patient opens in the calculator, marked as an example, with the result of its page", async ({
  page,
}) => {
  const [set] = definitions.sets;
  await page.goto(`/criteria/${set?.id}`);
  const row = page.locator("#examples tbody tr").first();
  const [score = "no score"] = /[\d.]+/.exec(await row.locator("td").first().innerText()) ?? [];
  await row.getByRole("link", { name: "Open in the calculator" }).click();
  await page.getByText("Opened from a link").waitFor();
  await page.getByText("Example").first().waitFor();
  expect(await page.innerText("main")).toContain(score);
});

test("lines of text are no longer than 80 characters on a wide screen", async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1000 });
  for (const path of pages) {
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    // A character of this typeface is about half as wide as its size on average: measured, not assumed.
    const longest = await page.evaluate(() => {
      const pen = document.createElement("canvas").getContext("2d");
      const sample = "a finding that something else explains better does not count";
      return Math.max(
        ...[...document.querySelectorAll("main :is(p, li)")].map((block) => {
          const style = getComputedStyle(block);
          if (!pen) return 0;
          pen.font = `${style.fontSize} ${style.fontFamily}`;
          return block.getBoundingClientRect().width / (pen.measureText(sample).width / sample.length);
        }),
      );
    });
    expect(longest, path).toBeGreaterThan(20);
    expect(longest, path).toBeLessThanOrEqual(80);
  }
});

test("a page of a set or a finding that does not exist is not found", async ({ page }) => {
  for (const path of ["/criteria/no-such-set", "/findings/no-such-finding"]) {
    expect((await page.request.get(path)).status(), path).toBe(404);
  }
});

/** Every feature that the public description of lupus documents, in its plain words. */
const documented = [
  "red rash made worse by the sun",
  "butterfly-shaped rash on the face",
  "rashes that leave marks elsewhere on the body",
  "psoriasis-like rash in many places",
  "fatigue",
  "loss of appetite",
  "weight loss",
  "fever",
  "fingertips whitening and bruising",
  "muscle pain",
  "joint pain",
  "joint swelling without permanent damage",
  "kidney involvement with protein loss",
  "leg swelling",
  "renal failure",
  "dialysis",
  "kidney tissue findings",
  "side pain with breathing or coughing",
  "inflamed membranes of heart and lung",
  "heart valve involvement",
  "headache",
  "seizures",
  "psychosis",
  "psychosis from high-dose cortisone",
  "weak hands and feet",
  "loss of function",
  "peripheral nerves",
  "vasculitis",
  "clotting and blocked vessels",
  "blood cells",
  "antibodies",
  "complement",
  "biopsy",
  "drug related lupus",
  "neonatal lupus",
  "chronic cutaneous lupus",
  "subacute cutaneous lupus",
  "overlap syndromes",
  "mostly women",
  "hereditary tendency",
  STATEMENT,
];

test("every documented feature is found on the list of findings by its plain words", async ({ page }) => {
  await page.goto("/findings");
  const text = (await page.innerText("body")).replaceAll(/\s+/g, " ").toLowerCase();
  expect(documented.filter((words) => !text.includes(words.toLowerCase()))).toEqual([]);
});
