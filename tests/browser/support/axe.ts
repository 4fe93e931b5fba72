import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const source = readFileSync(join(import.meta.dirname, "../../../node_modules/axe-core/axe.min.js"), "utf8");

/** What axe finds wrong with the page as it stands, one line for each place. */
export async function accessibilityViolations(page: Page): Promise<string[]> {
  // Half a megabyte: once for each document.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(`${source}\nvoid 0`);
  // What axe tells of all that is right is many times as long, and stays there.
  const violations = await page.evaluate<AxeResults["violations"]>(
    "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)",
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary ?? ""}`),
  );
}
