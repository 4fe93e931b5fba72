import { chromium, type Page } from "playwright-core";
import { test as base, expect, inject } from "vitest";

/**
 * Next fetches the styles of a page that is linked before anybody goes there. When a test stays a few seconds, as on a
 * busy machine, Chromium says that they were not used yet; that is what looking ahead is.
 */
const EARLY = "was preloaded using link preload but not used within a few seconds";

/** Collects what no page may ever do, whatever the test is about. */
function watch(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (!["error", "warning"].includes(message.type()) || message.text().includes(EARLY)) return;
    complaints.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { protocol, origin: target } = new URL(request.url());
    if (protocol.startsWith("http") && target !== origin) complaints.push(`request to ${target}`);
  });
  return complaints;
}

/**
 * A test with a page in a browser profile of its own. It also fails when the page
 * logs an error or a warning (a policy violation is one), throws, or asks another
 * origin for anything.
 */
export const test = base
  .extend("origin", { scope: "worker" }, () => inject("origin"))
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which other fixtures this one needs
  .extend("browser", { scope: "worker" }, async ({}, { onCleanup }) => {
    const browser = await chromium.connect(inject("browserEndpoint"));
    onCleanup(() => browser.close());
    return browser;
  })
  /**
   * Whether a visit installs the service worker, which then fetches the whole app: in each new profile that is several
   * times the work of most tests, and it is done long after they are. The files of tests in which it can matter, by
   * what it keeps or answers later, say so; the others use the app as a browser does that allows no worker.
   */
  .extend("installs", false as boolean)
  /** Complaints that the test expects; it removes those that it caused on purpose. */
  .extend("complaints", (): string[] => [])
  .extend("page", async ({ browser, origin, complaints, installs }, { onCleanup }) => {
    const context = await browser.newContext({ baseURL: origin, locale: "en-US", timezoneId: "UTC" });
    if (!installs) await context.addInitScript("delete Navigator.prototype.serviceWorker");
    const page = await context.newPage();
    const seen = watch(page, origin);
    onCleanup(async () => {
      await context.close();
      expect(seen.filter((complaint) => !complaints.some((expected) => complaint.includes(expected)))).toEqual([]);
    });
    return page;
  });
