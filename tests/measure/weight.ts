import type { Browser, Page, Response } from "playwright-core";
import type { Figure, Place } from "./figure.ts";

const BAR_KB = 190;
/** Times what an empty page of the same framework loads. */
const BAR_RATIO = 1.35;
/** Below it, the server compresses nothing: it would gain nothing. */
const SMALLEST_COMPRESSED = 1024;

interface Served {
  readonly path: string;
  readonly kind: string;
  readonly bytes: number;
  readonly compressed: boolean;
  /** Asked for before the page could be used. */
  readonly early: boolean;
}

/**
 * What the calculator loads before anyone touches it, in bytes as they came over the wire, beside an empty page of the
 * same framework. The first load is what is asked for until the form can be used; what comes after that, while the
 * page is at rest, is told apart.
 */
export async function weight({ origin, floor, browser }: Place): Promise<readonly Figure[]> {
  const served = await load(browser, origin, '.calculator[data-ready="true"]');
  const empty = await load(browser, await floor(), "p");
  const scripts = served.filter(({ kind }) => kind === "script");
  const first = scripts.filter(({ early }) => early);
  const least = empty.filter(({ kind }) => kind === "script");
  for (const { path, bytes, kind, early } of [...served].sort((a, b) => b.bytes - a.bytes)) {
    console.log(`  ${kind.padEnd(10)} ${kilobytes(bytes).padStart(9)}  ${early ? "" : "later "}${path}`);
  }
  const [kb, ratio] = [sum(first) / 1000, sum(first) / sum(least)];
  const plain = served.filter(
    ({ kind, bytes, compressed }) =>
      !compressed && bytes > SMALLEST_COMPRESSED && ["script", "document", "stylesheet"].includes(kind),
  );
  return [
    {
      what: "First-load scripts of the calculator, against an empty page of the same framework",
      bar: `<= ${BAR_RATIO}x`,
      figure: `${ratio.toFixed(2)}x (${kilobytes(sum(first))} against ${kilobytes(sum(least))})`,
      holds: ratio <= BAR_RATIO,
    },
    {
      what: "JavaScript of the calculator page, compressed",
      bar: `<= ${BAR_KB} kB`,
      figure: `${kb.toFixed(1)} kB in ${first.length} files`,
      holds: kb <= BAR_KB,
    },
    {
      what: "Scripts that come by themselves once the form can be used",
      bar: "-",
      figure: `${kilobytes(sum(scripts) - sum(first))} in ${scripts.length - first.length} files`,
      holds: true,
    },
    {
      what: "Text answers of the calculator page that are not compressed",
      bar: "none",
      figure: plain.length === 0 ? "none" : plain.map(({ path }) => path).join(", "),
      holds: plain.length === 0,
    },
    {
      what: "Everything else that the calculator page loads (page, styles, font)",
      bar: "-",
      figure: kilobytes(sum(served) - sum(scripts)),
      holds: true,
    },
  ];
}

/** All that a page loads by itself, with whether it was asked for before `usable` was there. */
async function load(browser: Browser, origin: string, usable: string): Promise<readonly Served[]> {
  const context = await browser.newContext({ baseURL: origin, serviceWorkers: "block" });
  const page = await context.newPage();
  await page.addInitScript(markWhenThere, usable);
  const responses: Response[] = [];
  page.on("response", (response) => responses.push(response));
  await page.goto("/", { waitUntil: "networkidle" });
  await page.waitForTimeout(2_000);
  const late = await askedForLater(page);
  const served = await Promise.all(responses.map((response) => describe(response, late)));
  await context.close();
  return served;
}

const USABLE = "usable";

/** Runs in the page. Marks when an element is there, by the page's own clock. */
function markWhenThere(selector: string): void {
  const look = () => {
    if (!document.querySelector(selector)) return;
    performance.mark("usable");
    watching.disconnect();
  };
  const watching = new MutationObserver(look);
  watching.observe(document, { subtree: true, childList: true, attributes: true });
}

/** The addresses of what the page asked for after it was usable. */
async function askedForLater(page: Page): Promise<ReadonlySet<string>> {
  const late = await page.evaluate((mark) => {
    const usable = performance.getEntriesByName(mark)[0]?.startTime;
    if (usable === undefined) return undefined;
    const asked = performance.getEntriesByType("resource").filter(({ startTime }) => startTime > usable);
    return asked.map(({ name }) => name);
  }, USABLE);
  if (!late) throw new Error("the page was never usable");
  return new Set(late);
}

async function describe(response: Response, late: ReadonlySet<string>): Promise<Served> {
  const { responseBodySize } = await response.request().sizes();
  const encoding = (await response.allHeaders())["content-encoding"];
  return {
    path: new URL(response.url()).pathname,
    kind: response.request().resourceType(),
    bytes: responseBodySize,
    compressed: encoding !== undefined && encoding !== "identity",
    early: !late.has(response.url()),
  };
}

function sum(served: readonly Served[]): number {
  return served.reduce((total, { bytes }) => total + bytes, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
