/** How windows of a round follow it through networks that treat streams badly. */
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { prepared } from "../rounds/support.ts";
import { freePort, startApp } from "./support/app.ts";
import { type Between, startBetween } from "./support/between.ts";
import { test as base } from "./support/test.ts";

const test = base.extend("between", async ({ origin }, { onCleanup }) => {
  const between = await startBetween(origin);
  onCleanup(between.stop);
  return between;
});

const ROUND = prepared([
  { kind: "finding", finding: "oral-ulcers" },
  { kind: "verdict", set: "eular-acr-2019" },
]);
/** What is waited for comes when a busy machine has time. */
const POLL = { timeout: 30_000, interval: 100 };
const LIVE = "Connected";
const ASKING = "Connected, a few seconds behind";

/** A room, with the presenter's own way to the app, past whatever stands in the way of the others. */
async function openedRoom(page: Page) {
  const answered = await page.request.post("/api/v1/rounds", { data: ROUND });
  const { code } = (await answered.json()) as { code: string };
  const command = async (data: object) => {
    const done = await page.request.put(`/api/v1/rounds/${code}/command`, { data });
    expect(done.status()).toBe(200);
  };
  const move = (from: string, to: string) => command({ kind: "move", question: "q1", from, move: to });
  const answeredBy = async () => {
    const view = await page.request.get(`/api/v1/rounds/${code}/view?as=presenter`);
    return ((await view.json()) as { question?: { answered?: number } }).question?.answered;
  };
  return { code, open: () => move("draft", "open"), close: () => move("first-vote", "close"), answeredBy };
}

const contextAt = (browser: Browser, { origin }: Between) =>
  browser.newContext({ baseURL: origin, viewport: { width: 360, height: 780 } });

async function joined(context: BrowserContext, code: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`/join#${code}`);
  const join = page.getByRole("button", { name: "Join" });
  const isIn = page.getByText("You are in");
  await join.or(isIn).first().waitFor();
  if ((await join.count()) > 0) await join.click();
  await isIn.waitFor();
  return page;
}

const connection = (page: Page) => page.locator("[data-connection]").innerText();

async function answer(page: Page, choice: string): Promise<void> {
  await page.getByLabel(choice, { exact: true }).check({ force: true });
  await page.getByLabel("Sure", { exact: true }).check({ force: true });
  await page.getByText("Sent. You can change it").waitFor();
}

describe("a stream that falls silent", () => {
  test("is taken for dead after three signs of life that did not come, and another is opened", async ({
    page,
    browser,
    between,
  }) => {
    const room = await openedRoom(page);
    const context = await contextAt(browser, between);
    const phone = await context.newPage();
    await phone.clock.install();
    await phone.goto(`/join#${room.code}`);
    await phone.getByRole("button", { name: "Join" }).click();
    await expect.poll(() => connection(phone), POLL).toBe(LIVE);
    expect(between.asked()).toBe(1);
    between.silence();
    await room.open();
    // Two signs of life late: nothing is done yet, and nothing has come.
    await phone.clock.fastForward(20_000);
    expect([between.asked(), between.open()]).toEqual([1, 1]);
    expect(await phone.getByText("You are in").count()).toBe(1);
    await phone.clock.fastForward(12_000);
    await phone.getByText("Choose an answer.").waitFor();
    await expect.poll(() => connection(phone), POLL).toBe(LIVE);
    await expect.poll(() => [between.asked(), between.open()], POLL).toEqual([2, 1]);
    await answer(phone, "Absent");
    expect(await room.answeredBy()).toBe(1);
    await context.close();
  });

  test("is not waited for by whoever looks at the page again", async ({ page, browser, between }) => {
    const room = await openedRoom(page);
    const context = await contextAt(browser, between);
    const phone = await context.newPage();
    await phone.clock.install();
    await phone.goto(`/join#${room.code}`);
    await phone.getByRole("button", { name: "Join" }).click();
    await expect.poll(() => connection(phone), POLL).toBe(LIVE);
    between.silence();
    await room.open();
    await phone.clock.fastForward(13_000);
    expect(between.asked()).toBe(1);
    await phone.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await phone.getByText("Choose an answer.").waitFor();
    await expect.poll(() => [between.asked(), between.open()], POLL).toEqual([2, 1]);
    await context.close();
  });
});

describe("where streams do not come through", () => {
  test.for(["keep", "refuse"] as const)(
    "the room is asked every few seconds: %s",
    async (kind, { page, browser, between }) => {
      between.treat(kind);
      const room = await openedRoom(page);
      const context = await contextAt(browser, between);
      const phone = await joined(context, room.code);
      await expect.poll(() => connection(phone), POLL).toBe(ASKING);
      await room.open();
      await phone.getByText("Choose an answer.").waitFor();
      await answer(phone, "Absent");
      expect(await room.answeredBy()).toBe(1);
      await room.close();
      await phone.getByText("First vote: 1 answered").waitFor();
      expect(await connection(phone)).toBe(ASKING);
      expect(between.open()).toBeLessThanOrEqual(1);
      await context.close();
    },
  );

  test("and a stream is tried again, so that it is followed at once as soon as one comes through", async ({
    page,
    browser,
    between,
  }) => {
    between.treat("keep");
    const room = await openedRoom(page);
    const context = await contextAt(browser, between);
    const phone = await context.newPage();
    await phone.clock.install();
    await phone.goto(`/join#${room.code}`);
    await phone.getByRole("button", { name: "Join" }).click();
    await phone.getByText("You are in").waitFor();
    await phone.clock.fastForward(5000);
    await expect.poll(() => connection(phone), POLL).toBe(ASKING);
    between.treat("pass");
    await phone.clock.fastForward(31_000);
    await expect.poll(() => connection(phone), POLL).toBe(LIVE);
    await expect.poll(between.open, POLL).toBe(1);
    await context.close();
  });
});

declare global {
  interface Window {
    fallAsleep?: () => void;
    /** What called meanwhile is heard now. */
    wake?: () => void;
  }
}

/** As a window that a phone has put away: its stream, its timers and the other windows call in vain until it wakes. */
function canFallAsleep(): void {
  let missed: (() => void)[] | undefined;
  for (const kind of [EventSource, BroadcastChannel]) {
    const { addEventListener } = kind.prototype;
    kind.prototype.addEventListener = function (this: EventTarget, type: string, listener: (event: Event) => void) {
      addEventListener.call(this, type, (event: Event) => {
        if (missed) missed.push(() => listener.call(this, event));
        else listener.call(this, event);
      });
    };
  }
  const { setInterval: plain } = window;
  window.setInterval = ((run: () => void, every: number) => plain(() => !missed && run(), every)) as typeof setInterval;
  window.fallAsleep = () => {
    missed = [];
  };
  window.wake = () => {
    const all = missed ?? [];
    missed = undefined;
    for (const run of all) run();
  };
}

describe("many windows of one browser", () => {
  test("share one stream, leave connections to vote by, and go on when the first is closed", {
    timeout: 120_000,
  }, async ({ page, browser, between }) => {
    const room = await openedRoom(page);
    const context = await contextAt(browser, between);
    const windows: Page[] = [];
    for (let turn = 0; turn < 8; turn += 1) windows.push(await joined(context, room.code));
    const [first, second, ...others] = windows;
    if (!first || !second) throw new Error("eight windows");
    for (const window of windows) await expect.poll(() => connection(window), POLL).toBe(LIVE);
    await expect.poll(between.open, POLL).toBe(1);
    expect(between.most()).toBeLessThanOrEqual(2);
    await room.open();
    for (const window of windows) await window.getByText("Choose an answer.").waitFor();
    await answer(second, "Absent");
    expect(await room.answeredBy()).toBe(1);
    await first.close();
    await expect.poll(between.open, POLL).toBe(1);
    await room.close();
    for (const window of [second, ...others]) {
      await window.getByText("First vote: 1 answered").waitFor();
      await expect.poll(() => connection(window), POLL).toBe(LIVE);
    }
    expect(between.open()).toBe(1);
    expect(between.most()).toBeLessThanOrEqual(2);
    await context.close();
  });

  test("go on when the one that holds the stream falls asleep", { timeout: 120_000 }, async ({
    page,
    browser,
    between,
  }) => {
    const room = await openedRoom(page);
    const context = await contextAt(browser, between);
    const first = await context.newPage();
    await first.addInitScript(canFallAsleep);
    await first.goto(`/join#${room.code}`);
    await first.getByRole("button", { name: "Join" }).click();
    await expect.poll(() => connection(first), POLL).toBe(LIVE);
    const second = await context.newPage();
    await second.clock.install();
    await second.goto(`/join#${room.code}`);
    await expect.poll(() => connection(second), POLL).toBe(LIVE);
    expect(between.asked()).toBe(1);
    await first.evaluate(() => window.fallAsleep?.());
    await room.open();
    // Well before the stream itself would be taken for dead.
    await second.clock.fastForward(7000);
    await second.getByText("Choose an answer.").waitFor();
    expect(await connection(second)).toBe(LIVE);
    await answer(second, "Absent");
    expect(await room.answeredBy()).toBe(1);
    expect(await first.getByText("You are in").count()).toBe(1);
    await first.evaluate(() => window.wake?.());
    await first.getByText("Sent. You can change it").or(first.getByText("Choose an answer.")).waitFor();
    for (const window of [first, second]) await expect.poll(() => connection(window), POLL).toBe(LIVE);
    await expect.poll(between.open, POLL).toBe(1);
    await context.close();
  });
});

test("a server that stops and starts again is joined anew by phone and presenter, by themselves", {
  timeout: 180_000,
}, async ({ browser, onTestFinished }) => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), "sle-rooms-"));
  const port = await freePort();
  let app = await startApp({ DATA_DIR }, port);
  onTestFinished(async () => {
    await app.stop();
    rmSync(DATA_DIR, { recursive: true, force: true });
  });
  const context = await browser.newContext({ baseURL: app.origin });
  const presenter = await context.newPage();
  const room = await openedRoom(presenter);
  await presenter.goto(`/rounds/present#${room.code}`);
  const phones = await browser.newContext({ baseURL: app.origin, viewport: { width: 360, height: 780 } });
  const phone = await joined(phones, room.code);
  await room.open();
  await phone.getByText("Choose an answer.").waitFor();
  const gone = once(app.process, "exit");
  app.process.kill("SIGKILL");
  await gone;
  await phone.getByLabel("Absent", { exact: true }).check({ force: true });
  await phone.getByLabel("Sure", { exact: true }).check({ force: true });
  await phone.getByText("Kept here. It will be sent when the network is back.").waitFor();
  await expect.poll(() => connection(presenter), POLL).toContain("No connection");
  app = await startApp({ DATA_DIR }, port);
  await phone.getByText("Sent. You can change it").waitFor();
  for (const page of [phone, presenter]) await expect.poll(() => connection(page), POLL).toBe(LIVE);
  await presenter.getByText("1 of 1 have answered").waitFor();
  await Promise.all([context.close(), phones.close()]);
});
