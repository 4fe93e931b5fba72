import type { Response } from "playwright-core";
import type { Figure, Place } from "./figure.ts";

const BAR_KB = 190;
/** Below it, the server compresses nothing: it would gain nothing. */
const SMALLEST_COMPRESSED = 1024;

interface Served {
  readonly path: string;
  readonly kind: string;
  readonly bytes: number;
  readonly compressed: boolean;
}

/**
 * What the calculator loads before anyone touches it, in bytes as they came over the wire. Nothing is waited for
 * but the page itself: what is loaded on a press is not needed for the page.
 */
export async function weight({ origin, browser }: Place): Promise<readonly Figure[]> {
  const context = await browser.newContext({ baseURL: origin, serviceWorkers: "block" });
  const page = await context.newPage();
  const responses: Response[] = [];
  page.on("response", (response) => responses.push(response));
  await page.goto("/", { waitUntil: "networkidle" });
  await page.waitForTimeout(2_000);
  const served = await Promise.all(responses.map(describe));
  await context.close();

  const scripts = served.filter(({ kind }) => kind === "script");
  for (const { path, bytes, kind } of [...served].sort((a, b) => b.bytes - a.bytes)) {
    console.log(`  ${kind.padEnd(10)} ${kilobytes(bytes).padStart(9)}  ${path}`);
  }
  const kb = sum(scripts) / 1000;
  const plain = served.filter(
    ({ kind, bytes, compressed }) =>
      !compressed && bytes > SMALLEST_COMPRESSED && ["script", "document", "stylesheet"].includes(kind),
  );
  return [
    {
      what: "JavaScript of the calculator page, compressed",
      bar: `<= ${BAR_KB} kB`,
      figure: `${kb.toFixed(1)} kB in ${scripts.length} files`,
      holds: kb <= BAR_KB,
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

async function describe(response: Response): Promise<Served> {
  const { responseBodySize } = await response.request().sizes();
  const encoding = (await response.allHeaders())["content-encoding"];
  return {
    path: new URL(response.url()).pathname,
    kind: response.request().resourceType(),
    bytes: responseBodySize,
    compressed: encoding !== undefined && encoding !== "identity",
  };
}

function sum(served: readonly Served[]): number {
  return served.reduce((total, { bytes }) => total + bytes, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
