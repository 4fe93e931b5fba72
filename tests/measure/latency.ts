import type { ElementHandle, Page } from "playwright-core";
import type { Status } from "../../criteria/types.ts";
import type { Figure, Place } from "./figure.ts";
import { stampPaints, takePaint } from "./paint.ts";

const THROTTLE = 4;
const MEDIAN_MS = 50;
const WORST_MS = 100;
/** Questions that are answered; each is answered and taken back. */
const QUESTIONS = 20;
const FULL = 60;
/** From seeing an answer to pressing it, nobody is faster. */
const REST_MS = 200;
const TYPED = ["malar", "seizure", "wbc 3.2", "ana 1:320", "c3 0.62 (0.9)", "plt 85", "alopecia", "pleural effusion"];

/** From an answer to the painted result, with a processor that is four times slower than this one. */
export async function latency({ origin, browser }: Place): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const [width, screen] of [
    [1280, "wide screen"],
    [360, "phone"],
  ] as const) {
    const context = await browser.newContext({ baseURL: origin, viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.addInitScript(stampPaints);
    await page.goto("/", { waitUntil: "networkidle" });
    await page.locator(".calculator[data-ready=true]").waitFor();
    // Storing the app for use without a network takes a processor for two seconds of the first visit of all.
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE });

    figures.push(judge(`a click, empty record, ${screen}`, await clicks(page, "present", "unknown")));
    figures.push(judge(`Enter in the quick find, ${screen}`, await entries(page)));
    await answerMany(page);
    figures.push(judge(`a click, full record, ${screen}`, await clicks(page, "absent", "present")));
    figures.push(judge(`Enter in the quick find, full record, ${screen}`, await entries(page)));
    await context.close();
  }
  return figures;
}

function judge(what: string, milliseconds: readonly number[]): Figure {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const worst = sorted.at(-1) ?? Number.NaN;
  console.log(`  ${what}: ${milliseconds.map((one) => one.toFixed(0)).join(" ")}`);
  return {
    what: `Answer to painted result at ${THROTTLE}x throttle: ${what}`,
    bar: `median < ${MEDIAN_MS} ms, worst < ${WORST_MS} ms`,
    figure: `${median.toFixed(0)} / ${worst.toFixed(0)} ms (n = ${sorted.length})`,
    holds: median < MEDIAN_MS && worst < WORST_MS,
  };
}

/**
 * The first answers of a kind, looked up once and by their mark-up: reading the roles and names of all the page takes
 * longer than an answer, lays out what is out of view, and leaves garbage that an answer would then have to wait for.
 */
async function radios(page: Page, value: Status): Promise<ElementHandle[]> {
  const all = await page.$$(`.finding:not([hidden]) input[value=${value}]`);
  return all.slice(0, QUESTIONS);
}

async function clicks(page: Page, first: Status, then: Status): Promise<number[]> {
  const taken: number[] = [];
  const [firsts, thens] = [await radios(page, first), await radios(page, then)];
  for (const [question, answer] of firsts.entries()) {
    for (const one of [answer, thens[question]]) {
      if (!one) throw new Error("A question has no such answer.");
      await pointAt(page, one);
      await page.mouse.down();
      await page.mouse.up();
      taken.push(await takePaint(page));
    }
  }
  return taken;
}

/** As a hand does before it presses: the answer is in view, the pointer on it, and the page has come to rest. */
async function pointAt(page: Page, answer: ElementHandle): Promise<void> {
  await answer.scrollIntoViewIfNeeded();
  const box = await answer.boundingBox();
  if (box === null) throw new Error("An answer that is counted on cannot be seen.");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForTimeout(REST_MS);
}

/** Undone outside of the count, so that every entry meets the same record. */
async function entries(page: Page): Promise<number[]> {
  const taken: number[] = [];
  const field = page.locator("[role=combobox]").first();
  for (const text of [...TYPED, ...TYPED, ...TYPED, ...TYPED, ...TYPED]) {
    await field.fill(text);
    await page.locator("[role=option]").first().waitFor();
    await takePaint(page);
    await field.press("Enter");
    taken.push(await takePaint(page));
    const undo = page.locator("header button", { hasText: "Undo" });
    if (await undo.isEnabled()) await undo.click();
  }
  return taken;
}

async function answerMany(page: Page): Promise<void> {
  const present = await page.$$(".finding:not([hidden]) input[value=present]");
  for (const answer of present.slice(0, FULL)) await answer.click({ force: true });
}
