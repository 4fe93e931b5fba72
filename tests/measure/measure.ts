/**
 * `npm run measure`: the measures that the app is held to, taken on the production build in a real browser, as one
 * table. `npm run measure -- weight latency` takes only those; `--path /practice` restricts Lighthouse to that page;
 * `--strict` fails when a bar is missed. Where a machine decides a figure, the figure is a ratio to a floor that the
 * same run measures in turn with it (an empty page of the same framework, a bare page of radios, an empty handler), so
 * that a busy machine does not decide the verdict; what could not be judged all the same is said to be so. No test
 * asserts a time.
 */
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { freePort, startApp } from "../browser/support/app.ts";
import { startChromium } from "../browser/support/chromium.ts";
import { browserTests } from "./browser-tests.ts";
import { type Figure, type Measure, notJudged } from "./figure.ts";
import { startFloor } from "./floor.ts";
import { latency } from "./latency.ts";
import { lighthouseScores, machine } from "./lighthouse.ts";
import { mistake } from "./mistake.ts";
import { score } from "./score.ts";
import { weight } from "./weight.ts";

const measures: Readonly<Record<string, Measure>> = {
  lighthouse: lighthouseScores,
  weight,
  latency,
  score,
  mistake,
  axe: browserTests("axe, every page and every state, light and dark", "accessibility.test.ts"),
  zoom: browserTests("Zoom, keyboard, targets, motion, forced colors", "adaptation.test.ts"),
  offline: browserTests("Offline after the first visit", "offline.test.ts"),
  origins: browserTests("Requests to other origins over a long session", "origins.test.ts"),
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { strict: { type: "boolean" }, path: { type: "string", multiple: true } },
});
const names = positionals.length > 0 ? positionals : Object.keys(measures);
const unknown = names.filter((name) => !(name in measures));
if (unknown.length > 0) {
  console.error(`There is no measure ${unknown.join(", ")}: choose from ${Object.keys(measures).join(", ")}.`);
  process.exit(1);
}

const port = await freePort();
const app = await startApp();
const server = await startChromium(port);
const browser = await chromium.connect(server.wsEndpoint());
let floor: ReturnType<typeof startFloor> | undefined;
const floorOrigin = async () => {
  floor ??= startFloor();
  return (await floor).origin;
};
const place = {
  origin: app.origin,
  floor: floorOrigin,
  browser,
  debuggingPort: port,
  ...(values.path && { paths: values.path }),
};
const figures: Figure[] = [];
try {
  for (const name of names) {
    console.log(`\n== ${name}`);
    try {
      figures.push(...((await measures[name]?.(place)) ?? []));
    } catch (cause) {
      figures.push(notJudged(name, "-", cause));
    }
  }
} finally {
  await browser.close();
  await server.close();
  await app.stop();
  await floor?.then(
    ({ stop }) => stop(),
    () => undefined,
  );
}

console.log(`\nThis machine: ${machine()}.`);
console.log("\n| what | bar | figure | holds |\n| --- | --- | --- | --- |");
for (const { what, bar, figure, holds } of figures) {
  console.log(`| ${what} | ${bar} | ${figure} | ${holds === undefined ? "not judged" : holds ? "yes" : "no"} |`);
}
if (values.strict && figures.some(({ holds }) => holds === false)) process.exitCode = 1;
