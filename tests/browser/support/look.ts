/**
 * `npm run look -- / /criteria/slicc-2012`: pictures of pages of the production
 * build, at the widths and in the schemes that are looked at before anything is
 * called done. They land in .artifacts/look.
 */
import { join } from "node:path";
import { chromium } from "playwright-core";
import { startApp } from "./app.ts";
import { startChromium } from "./chromium.ts";

const folder = join(import.meta.dirname, "../../../.artifacts/look");
const paths = process.argv.length > 2 ? process.argv.slice(2) : ["/"];

const app = await startApp();
const server = await startChromium();
const browser = await chromium.connect(server.wsEndpoint());
for (const path of paths) {
  const name = path.replaceAll(/[^\w-]+/g, "_");
  for (const width of [360, 768, 1280, 1920]) {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      await page.goto(app.origin + path, { waitUntil: "networkidle" });
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      await page.close();
    }
  }
  const page = await browser.newPage();
  await page.goto(app.origin + path, { waitUntil: "networkidle" });
  await page.pdf({ path: join(folder, `${name}.pdf`), format: "A4" });
  await page.close();
}
await browser.close();
await server.close();
await app.stop();
console.log(`Pictures are in ${folder}`);
