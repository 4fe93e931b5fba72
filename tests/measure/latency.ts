import type { BrowserContext, CDPSession, ElementHandle, Page } from "playwright-core";
import type { Status } from "../../criteria/types.ts";
import { type Figure, notJudged, type Place, quantile } from "./figure.ts";
import { type Paints, STAMP_PAINTS, timePaint } from "./paint.ts";

const THROTTLE = 4;
/** Times what the same press takes on a bare page: the middle one, nine of ten, and the first on the page. */
const BARS = { median: 1.5, most: 2, first: 3 } as const;
/** After so many answers of the one page come as many of the other, so that a busy while falls on both. */
const IN_TURN = 5;
const SLOWING_ATTEMPTS = 8;
/** Questions that are answered; each is answered and taken back. */
const QUESTIONS = 20;
const FULL = 60;

/** From the moment the form can be used to the first answer. The reasons and what answers are worth still come then. */
const LOOK_MS = 1000;
/**
 * From pointing at an answer, or having typed one, to pressing. Whoever is faster meets what is worked out once the
 * record rests (app/_calculator/result/robustness.tsx), and waits for it.
 */
const REST_MS = 200;
/** A quick tap of a finger; most take longer. */
const TOUCH_MS = 60;
const FOUND = ["malar", "seizure", "oral ulcers", "pleural effusion"];
const VALUES = ["wbc 3.2", "ana 1:320", "c3 0.62 (0.9)", "plt 85"];
const ROUNDS = 5;

/** The radio button of an answer. */
type Answer = ElementHandle<HTMLElement | SVGElement>;

/** A page, and the one session that slows it down: when that is left, so is the page's slowness. */
interface Screen {
  readonly page: Page;
  readonly devtools: CDPSession;
}

/** A manner of giving an answer. Before it is given it is in view, and the page has come to rest. */
interface Press {
  readonly name: string;
  readonly give: (screen: Screen, answer: Answer, status: Status) => Promise<void>;
}

/** With the pointer on the answer before it presses, as a hand must have it. */
const click: Press = {
  name: "a click",
  give: async ({ page }, answer) => {
    const { x, y } = await inView(page, answer);
    await page.mouse.move(x, y);
    await page.waitForTimeout(REST_MS);
    await stayed(answer, { x, y });
    await page.mouse.down();
    await page.mouse.up();
  },
};

/** Nothing tells beforehand where a finger will come down. Counted from where it is lifted, which is the answer. */
const tap: Press = {
  name: "a tap",
  give: async ({ page, devtools }, answer) => {
    const { x, y } = await inView(page, answer);
    await page.waitForTimeout(REST_MS);
    await stayed(answer, { x, y });
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

interface Point {
  readonly x: number;
  readonly y: number;
}

const AIMS = 10;

/**
 * The middle of an answer, once it is in sight and where it stays: a part of the page that is scrolled into view is laid
 * out only in the next frame, and what stands below it moves then. Whoever aims sees that frame.
 */
async function inView(page: Page, answer: Answer): Promise<Point> {
  let last: Point | undefined;
  for (let aim = 0; aim < AIMS; aim += 1) {
    await answer.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      // Nothing may lie over it, such as the head of its group or the bar of a phone.
      if (!element.parentElement?.contains(hit)) element.scrollIntoView({ block: "center", behavior: "instant" });
    });
    await page.evaluate(() => new Promise((frame) => requestAnimationFrame(() => setTimeout(frame))));
    const box = await answer.boundingBox();
    if (box === null) throw new Error("An answer that is counted on cannot be seen.");
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    if (last && last.x === point.x && last.y === point.y && (await isAt(answer, point))) return point;
    last = point;
  }
  throw new Error("an answer did not come to rest in view");
}

async function isAt(answer: Answer, { x, y }: Point): Promise<boolean> {
  return answer.evaluate(
    (element, [left, top]) => element.parentElement?.contains(document.elementFromPoint(left, top)) ?? false,
    [x, y] as const,
  );
}

/** What is aimed at must not move away by itself: a press would then give another answer, or none. */
async function stayed(answer: Answer, point: Point): Promise<void> {
  if (!(await isAt(answer, point))) throw new Error("what was pointed at moved away before it was pressed");
}

const SCREENS = [
  { name: "wide screen", width: 1280, hasTouch: false, press: click },
  { name: "phone", width: 360, hasTouch: true, press: tap },
];

/** The page that is measured, and the bare one beside it. */
interface Pair {
  readonly own: Screen;
  readonly bare: Screen;
}

/** How long answers took to be painted, on the page and on the bare one. */
interface Taken {
  readonly own: readonly Paints[];
  readonly bare: readonly Paints[];
}

const NONE_TAKEN = () => ({ own: [] as Paints[], bare: [] as Paints[] });

/**
 * From an answer to the painted result, on a first visit, with a processor that is four times slower than this one
 * from the beginning: beside the same press on a page that has as many radios and changes one text for it, which no
 * page can do without. Both are pressed in turn.
 */
export async function latency({ origin, browser }: Place): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const { name, width, hasTouch, press } of SCREENS) {
    const context = await browser.newContext({ baseURL: origin, viewport: { width, height: 800 }, hasTouch });
    const figure = async (what: string, measure: () => Promise<Taken>) => {
      try {
        figures.push(...judge(what, await measure()));
      } catch (cause) {
        figures.push(notJudged(`Answer to its paint: ${what}`, BAR, cause));
      }
    };
    try {
      // Opened first: a page that is put behind another one is stored on the device then.
      const bare = await screenOf(context, (page) => page.goto("about:blank"));
      const own = await screenOf(context, (page) => page.goto("/"));
      await own.page.locator(".calculator[data-ready=true]").waitFor();
      const radios = await own.page.locator(".finding input[type=radio]").count();
      await bare.page.setContent(barePage(radios / 3));
      const pair = { own, bare };
      await own.page.bringToFront();
      await own.page.waitForTimeout(LOOK_MS);
      for (const record of ["empty", "full"] as const) {
        const [first, then, no] =
          record === "empty" ? (["present", "unknown", ""] as const) : (["absent", "present", "no "] as const);
        if (record === "full") await answerMany(own.page);
        const where = `${record} record, ${name}`;
        await figure(`${press.name}, ${where}`, () => answers(pair, first, then, press));
        await figure(`${key.name}, ${where}`, () => answers(pair, first, then, key));
        await figure(`Enter in the quick find, ${where}`, () => entries(pair, no));
      }
      figures.push(await mainThread(pair, press, name));
    } catch (cause) {
      figures.push(notJudged(`Answer to its paint: ${name}`, BAR, cause));
    } finally {
      await context.close();
    }
  }
  return figures;
}

/** A page that was slowed down before anything was on it. */
async function screenOf(context: BrowserContext, open: (page: Page) => Promise<unknown>): Promise<Screen> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await slowDown(page, devtools);
  await page.addInitScript(STAMP_PAINTS);
  await open(page);
  return { page, devtools };
}

/** Slows a page down, and makes sure that it is: on a machine with much else to do, by trying again. */
async function slowDown(page: Page, devtools: CDPSession): Promise<void> {
  for (let attempt = 0; attempt < SLOWING_ATTEMPTS; attempt += 1) {
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    const atFullSpeed = await page.evaluate(timeLoop);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE });
    if ((await page.evaluate(timeLoop)) > (atFullSpeed * THROTTLE) / 2) return;
  }
  throw new Error("the page could not be slowed down");
}

/** As many groups of three radios, with the keys of the calculator, and one text that says which was chosen last. */
function barePage(groups: number): string {
  const group = (_: unknown, at: number) => {
    const radios = ["present", "absent", "unknown"].map(
      (value) => `<label><input type="radio" name="q${at}" value="${value}">${value}</label>`,
    );
    return `<div class="finding">${radios.join("")}</div>`;
  };
  return `<!doctype html><p id="said">nothing</p>${Array.from({ length: groups }, group).join("")}<script>
    ${STAMP_PAINTS}
    const say = (one) => { document.getElementById("said").textContent = one.name + " " + one.value; };
    document.addEventListener("change", ({ target }) => say(target));
    document.addEventListener("keydown", ({ key, target }) => {
      const all = [...document.getElementsByName(target.name ?? "")];
      const one = all.find(({ value }) => value.startsWith(key.toLowerCase()));
      if (one) { one.checked = true; say(one); }
    });
  </script>`;
}

/** Time that the main thread works for an answer, at full speed, whatever else the machine does meanwhile. */
async function mainThread({ own, bare }: Pair, press: Press, name: string): Promise<Figure> {
  const what = `Main-thread time of an answer: ${press.name}, full record, ${name}`;
  const worked: number[] = [];
  for (const { page, devtools } of [own, bare]) {
    await page.bringToFront();
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    const [ones, others] = [await radios(page, "present"), await radios(page, "absent")];
    const all = ones.flatMap((one, at) => [others[at], one]).filter((one) => one !== undefined);
    worked.push(
      (await tracedTasks(devtools, async () => {
        for (const one of all) await timePaint(page, () => press.give({ page, devtools }, one, "present"));
      })) / all.length,
    );
  }
  const [ms = Number.NaN, least = Number.NaN] = worked;
  if (!(ms > 0 && least > 0)) return notJudged(what, "-", "the trace has no task of the page");
  const figure = `${ms.toFixed(1)} ms, ${(ms / least).toFixed(1)}x a bare page (${least.toFixed(1)} ms)`;
  return { what, bar: "-", figure, holds: true };
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly processId?: number } };
}

/** Milliseconds of its thread's own time that the tasks of a page took while something was done, from a trace. */
async function tracedTasks(devtools: CDPSession, act: () => Promise<void>): Promise<number> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
  devtools.on("Tracing.dataCollected", collect);
  const done = new Promise((resolve) => devtools.once("Tracing.tracingComplete", resolve));
  const categories = "toplevel,disabled-by-default-devtools.timeline,devtools.timeline,__metadata";
  await devtools.send("Tracing.start", { categories, transferMode: "ReportEvents" });
  await act();
  await devtools.send("Tracing.end");
  await done;
  devtools.off("Tracing.dataCollected", collect);
  const own = events.findLast(({ args }) => args?.data?.processId !== undefined)?.args?.data?.processId;
  const main = new Set(
    events
      .filter(
        ({ name, args, pid }) => name === "thread_name" && args?.name === "CrRendererMain" && (!own || pid === own),
      )
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events.filter(({ name, pid, tid }) => name === "RunTask" && main.has(`${pid} ${tid}`));
  return tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
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

const BAR = `median <= ${BARS.median}x, 9 of 10 <= ${BARS.most}x, first <= ${BARS.first}x`;

/** The result has the bar. What else follows from an answer comes after it on purpose, and is said beside it. */
function judge(what: string, { own, bare }: Taken): readonly Figure[] {
  const times = (paints: readonly Paints[], of: keyof Paints) => paints.map((one) => one[of]);
  const written = (all: readonly number[]) => all.map((one) => one.toFixed(0)).join(" ");
  const of = (measured: readonly number[]) => ({
    median: quantile(measured, 0.5),
    most: quantile(measured, 0.9),
    first: measured[0] ?? Number.NaN,
  });
  const parts = Object.keys(BARS) as (keyof typeof BARS)[];
  console.log(`  ${what}: ${written(times(own, "result"))}`);
  console.log(`    all that follows: ${written(times(own, "all"))}`);
  console.log(`    bare page: ${written(times(bare, "result"))}`);
  const least = of(times(bare, "result"));
  const figure = (part: keyof Paints): [string, boolean] => {
    const ours = of(times(own, part));
    // The first press of a page meets code that never ran: it is compared with the first of the other page.
    const ratio = (one: keyof typeof BARS) => ours[one] / least[one];
    const words = `${parts.map((one) => `${ratio(one).toFixed(1)}x`).join(" / ")} (median ${ours.median.toFixed(0)} against ${least.median.toFixed(0)} ms, n = ${own.length})`;
    return [words, parts.every((one) => ratio(one) <= BARS[one])];
  };
  const [result, holds] = figure("result");
  const [all] = figure("all");
  const measured = `at ${THROTTLE}x throttle, against a bare page: ${what}`;
  return [
    { what: `Answer to the paint of its result ${measured}`, bar: BAR, figure: result, holds },
    { what: `Answer to the paint of all that follows from it ${measured}`, bar: "-", figure: all, holds: true },
  ];
}

/**
 * The first answers of a kind, looked up once and by their mark-up: reading the roles and names of all the page takes
 * longer than an answer, lays out what is out of view, and leaves garbage that an answer would then have to wait for.
 */
async function radios(page: Page, value: Status): Promise<Answer[]> {
  const all = await page.$$(`.finding:not([hidden]) input[value=${value}]`);
  return all.slice(0, QUESTIONS);
}

/** Questions are answered and taken back, some on the page, then as many on the bare one. */
async function answers(pair: Pair, first: Status, then: Status, press: Press): Promise<Taken> {
  const taken = NONE_TAKEN();
  const marks = { own: await marksOf(pair.own.page, first, then), bare: await marksOf(pair.bare.page, first, then) };
  for (let from = 0; from < marks.own.length; from += IN_TURN) {
    for (const side of ["own", "bare"] as const) {
      await pair[side].page.bringToFront();
      for (const [status, one] of marks[side].slice(from, from + IN_TURN)) {
        taken[side].push(await timePaint(pair[side].page, () => press.give(pair[side], one, status)));
        if (!(await one.isChecked())) throw new Error("the answer was not given");
      }
    }
  }
  return taken;
}

/** The answers to press, in their order: each question's first, then what takes it back. */
async function marksOf(page: Page, first: Status, then: Status): Promise<readonly (readonly [Status, Answer])[]> {
  const [firsts, thens] = [await radios(page, first), await radios(page, then)];
  return firsts.flatMap((one, question) => {
    const other = thens[question];
    if (!other) throw new Error("a question has no such answer");
    return [[first, one] as const, [then, other] as const];
  });
}

/** Undone outside of the count, so that every entry meets the same record. Beside each, a key on the bare page. */
async function entries({ own, bare }: Pair, no: string): Promise<Taken> {
  const taken = NONE_TAKEN();
  const { page } = own;
  const field = page.locator("[role=combobox]").first();
  const texts = [...FOUND.map((finding) => `${no}${finding}`), ...VALUES];
  const marks = await marksOf(bare.page, "present", "absent");
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.bringToFront();
    for (const text of texts) {
      const before = await page.evaluate(allAnswers);
      await field.fill(text);
      await page.locator("[role=option][aria-selected=true]").waitFor();
      taken.own.push(
        await timePaint(page, async () => {
          await page.waitForTimeout(REST_MS);
          await field.press("Enter");
        }),
      );
      if ((await page.evaluate(allAnswers)) === before) throw new Error(`nothing was entered by "${text}"`);
      await undo(page);
    }
    await bare.page.bringToFront();
    for (const [status, one] of marks.slice(0, texts.length))
      taken.bare.push(await timePaint(bare.page, () => key.give(bare, one, status)));
  }
  return taken;
}

/** By whichever button of the frame is in view: that of the header, or on a phone, where it is in the menu, of the bar. */
async function undo(page: Page): Promise<void> {
  await page.locator("header button:visible, .result-bar button:visible", { hasText: "Undo" }).first().click();
}

/** Runs in the page. Every answer and every value, as text to compare. */
function allAnswers(): string {
  const answers = [...document.querySelectorAll<HTMLInputElement>(".finding input:checked")];
  const values = [...document.querySelectorAll(".value-line")];
  return [...answers.map(({ name, value }) => `${name} ${value}`), ...values.map((line) => line.textContent)].join();
}

async function answerMany(page: Page): Promise<void> {
  const present = await page.$$(".finding:not([hidden]) input[value=present]");
  // Not by a pointer: what an answer opens a frame later moves the next one, which nobody aims at here.
  for (const answer of present.slice(0, FULL)) await answer.evaluate((element) => (element as HTMLElement).click());
}
