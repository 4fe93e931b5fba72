import type { CDPSession, ElementHandle, Page } from "playwright-core";
import type { Status } from "../../criteria/types.ts";
import type { Figure, Place } from "./figure.ts";
import { stampPaints, timePaint } from "./paint.ts";

const THROTTLE = 4;
const MEDIAN_MS = 50;
const WORST_MS = 100;
/** Questions that are answered; each is answered and taken back. */
const QUESTIONS = 20;
const FULL = 60;

/** From the moment the form can be used to the first answer. The app is still being stored on the device then. */
const LOOK_MS = 1000;
/**
 * From pointing at an answer, or having typed one, to pressing. Whoever is faster meets what is worked out once the
 * record rests (app/_calculator/result/robustness.tsx), and waits for it.
 */
const REST_MS = 200;
/** A quick tap of a finger; most take longer. */
const TOUCH_MS = 60;
const FOUND = ["malar", "seizure", "alopecia", "pleural effusion"];
const VALUES = ["wbc 3.2", "ana 1:320", "c3 0.62 (0.9)", "plt 85"];
const ROUNDS = 5;

/** A page, and the one session that slows it down: when that is left, so is the page's slowness. */
interface Screen {
  readonly page: Page;
  readonly devtools: CDPSession;
}

/** A manner of giving an answer. Before it is given it is in view, and the page has come to rest. */
interface Press {
  readonly name: string;
  readonly give: (screen: Screen, answer: ElementHandle, status: Status) => Promise<void>;
}

/** With the pointer on the answer before it presses, as a hand must have it. */
const click: Press = {
  name: "a click",
  give: async ({ page }, answer) => {
    const { x, y } = await middle(answer);
    await page.mouse.move(x, y);
    await page.waitForTimeout(REST_MS);
    await page.mouse.down();
    await page.mouse.up();
  },
};

/** Nothing tells beforehand where a finger will come down. Counted from where it is lifted, which is the answer. */
const tap: Press = {
  name: "a tap",
  give: async ({ page, devtools }, answer) => {
    const { x, y } = await middle(answer);
    await page.waitForTimeout(REST_MS);
    // The finger is lifted in its own time, however long the page takes over its coming down.
    const down = devtools.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
    await page.waitForTimeout(TOUCH_MS);
    const up = devtools.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await Promise.all([down, up]);
  },
};

const key: Press = {
  name: "P, A or U",
  give: async ({ page }, answer, status) => {
    await answer.focus();
    await page.waitForTimeout(REST_MS);
    await page.keyboard.press(status.charAt(0));
  },
};

async function middle(answer: ElementHandle): Promise<{ readonly x: number; readonly y: number }> {
  await answer.scrollIntoViewIfNeeded();
  const box = await answer.boundingBox();
  if (box === null) throw new Error("An answer that is counted on cannot be seen.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const SCREENS = [
  { name: "wide screen", width: 1280, hasTouch: false, press: click },
  { name: "phone", width: 360, hasTouch: true, press: tap },
];

/**
 * From an answer to the painted result, on a first visit, with a processor that is four times slower than this one
 * from the beginning.
 */
export async function latency({ origin, browser }: Place): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const { name, width, hasTouch, press } of SCREENS) {
    const context = await browser.newContext({ baseURL: origin, viewport: { width, height: 800 }, hasTouch });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const screen = { page, devtools };
    const atFullSpeed = await page.evaluate(timeLoop);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE });
    await page.addInitScript(stampPaints);
    await page.goto("/");
    await page.locator(".calculator[data-ready=true]").waitFor();
    await page.waitForTimeout(LOOK_MS);
    for (const record of ["empty", "full"] as const) {
      const [first, then, no] =
        record === "empty" ? (["present", "unknown", ""] as const) : (["absent", "present", "no "] as const);
      if (record === "full") await answerMany(page);
      const where = `${record} record, ${name}`;
      figures.push(judge(`${press.name}, ${where}`, await answers(screen, first, then, press)));
      figures.push(judge(`${key.name}, ${where}`, await answers(screen, first, then, key)));
      figures.push(judge(`Enter in the quick find, ${where}`, await entries(page, no)));
    }
    if ((await page.evaluate(timeLoop)) < (atFullSpeed * THROTTLE) / 2)
      throw new Error("The page was not slowed down.");
    await context.close();
  }
  return figures;
}

/** Runs in the page. Milliseconds that the same work takes, whatever else the machine does. */
function timeLoop(): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now();
    let sum = 0;
    for (let step = 0; step < 5_000_000; step += 1) sum += step % 7;
    if (sum > 0) best = Math.min(best, performance.now() - start);
  }
  return best;
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

async function answers(screen: Screen, first: Status, then: Status, press: Press): Promise<number[]> {
  const { page } = screen;
  const taken: number[] = [];
  const [firsts, thens] = [await radios(page, first), await radios(page, then)];
  for (const [question, answer] of firsts.entries()) {
    for (const [status, one] of [
      [first, answer],
      [then, thens[question]],
    ] as const) {
      if (!one) throw new Error("A question has no such answer.");
      taken.push(await timePaint(page, () => press.give(screen, one, status)));
      if (!(await one.isChecked())) throw new Error("The answer was not given.");
    }
  }
  return taken;
}

/** Undone outside of the count, so that every entry meets the same record. */
async function entries(page: Page, no: string): Promise<number[]> {
  const taken: number[] = [];
  const field = page.locator("[role=combobox]").first();
  const texts = [...FOUND.map((finding) => `${no}${finding}`), ...VALUES];
  for (const text of Array.from({ length: ROUNDS }, () => texts).flat()) {
    const before = await page.evaluate(allAnswers);
    await field.fill(text);
    await page.locator("[role=option][aria-selected=true]").waitFor();
    taken.push(
      await timePaint(page, async () => {
        await page.waitForTimeout(REST_MS);
        await field.press("Enter");
      }),
    );
    if ((await page.evaluate(allAnswers)) === before) throw new Error(`Nothing was entered by "${text}".`);
    await page.locator("header button", { hasText: "Undo" }).click();
  }
  return taken;
}

/** Runs in the page. Every answer and every value, as text to compare. */
function allAnswers(): string {
  const answers = [...document.querySelectorAll<HTMLInputElement>(".finding input:checked")];
  const values = [...document.querySelectorAll(".value-line")];
  return [...answers.map(({ name, value }) => `${name} ${value}`), ...values.map((line) => line.textContent)].join();
}

async function answerMany(page: Page): Promise<void> {
  const present = await page.$$(".finding:not([hidden]) input[value=present]");
  for (const answer of present.slice(0, FULL)) await answer.click({ force: true });
}
