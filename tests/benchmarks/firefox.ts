/**
 * `npm run bench -- firefox`: the calculator, practice and a round in the Firefox of this machine, on the production
 * build (`npm test -- build`). Prints what was seen step by step, and what Firefox complained of; exits with 1 when a
 * step fails. `FIREFOX=/path/to/firefox` names one that is not on the search path. The suite needs none: it runs in the
 * Chromium that comes with it.
 */
import { deepStrictEqual, equal, match, ok } from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { definitions } from "../../criteria/index.ts";
import { practice } from "../../criteria/practice/index.ts";
import { answerOf } from "../../lib/practice/answer.ts";
import { recordOf } from "../../lib/practice/case.ts";
import { openFragment } from "../../lib/share/link.ts";
import { startApp } from "../browser/support/app.ts";
import { EVERY_KIND, expectedScores, openCalculator, shownScores } from "../browser/support/calculator.ts";
import { enterRecord } from "../browser/support/enter-record.ts";
import { firefoxPath, startFirefox } from "../browser/support/firefox.ts";
import { prepared } from "../rounds/support.ts";
import { format } from "../support/assess.ts";

interface Step {
  readonly what: string;
  readonly run: () => Promise<unknown>;
}

/** What a page of a window of its own said or asked for that no page may. */
const complaints: string[] = [];

async function windowOf(browser: Browser, origin: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(`thrown: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { protocol, origin: target } = new URL(request.url());
    if (protocol.startsWith("http") && target !== origin) complaints.push(`asked ${target}`);
  });
  return page;
}

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
const isReady = (page: Page) => page.waitForSelector(".calculator[data-ready=true]");

/** What was copied, as whoever pastes it gets it. */
async function pasted(page: Page): Promise<string> {
  const field = await page.context().newPage();
  await field.setContent("<textarea></textarea>");
  await field.locator("textarea").focus();
  await field.keyboard.press("Control+V");
  const text = await field.locator("textarea").inputValue();
  await field.close();
  await page.bringToFront();
  return text;
}

function calculatorSteps(page: Page, browser: Browser, origin: string): readonly Step[] {
  const malar = page.getByRole("radiogroup", { name: "Malar rash", exact: true });
  const find = page.getByRole("combobox", { name: "Find a finding, or type a value" });
  const isPresent = () => malar.getByRole("radio", { name: "Present" }).isChecked();
  return [
    {
      what: "the calculator opens empty",
      run: async () => {
        await openCalculator(page);
        deepStrictEqual(await shownScores(page), expectedScores({ format: "sle-record/1" }));
      },
    },
    {
      what: "a record of every kind of answer, entered by keyboard, has the engine's score and verdict in each set",
      run: async () => {
        await enterRecord(page, EVERY_KIND);
        deepStrictEqual(await shownScores(page), expectedScores(EVERY_KIND));
      },
    },
    {
      what: "a reload keeps it",
      run: async () => {
        await page.reload();
        await isReady(page);
        await page.getByText("ANA titer").first().waitFor();
        await page.waitForFunction(() => document.querySelectorAll("input[value=present]:checked").length > 3);
        deepStrictEqual(await shownScores(page), expectedScores(EVERY_KIND));
      },
    },
    {
      what: "the short note is copied, with the statement and the version",
      run: async () => {
        await press(page, "Copy note");
        await page.getByText("Copied the short note.").waitFor();
        const note = await pasted(page);
        match(note, /It does not diagnose\./);
        match(note, /app version \d+\.\d+\.\d+/);
      },
    },
    {
      what: "the link is copied, holds the record, and opens it in a browser that has never been here",
      run: async () => {
        await button(page, "Record").press("Enter");
        await press(page, "Copy link");
        await page.getByText("Copied the link.").waitFor();
        const link = await pasted(page);
        ok(link.startsWith(`${origin}/#`), link.slice(0, 60));
        const opened = await openFragment(new URL(link).hash, format);
        equal(opened.kind, "record");
        const other = await windowOf(browser, origin);
        await other.goto(link);
        await other.getByText("Opened from a link").waitFor();
        deepStrictEqual(await shownScores(other), expectedScores(EVERY_KIND));
        equal(new URL(other.url()).hash, "");
        await other.context().close();
        await page.bringToFront();
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "detached" });
      },
    },
    {
      what: "an answer is taken back with Undo and with Ctrl+Z, and given again",
      run: async () => {
        await malar.getByRole("radio", { name: "Present" }).focus();
        await page.keyboard.press("a");
        ok(!(await isPresent()), "the answer was not taken");
        await page.getByRole("banner").getByRole("button", { name: "Undo" }).press("Enter");
        ok(await isPresent(), "Undo did not bring it back");
        await page.keyboard.press("Control+Shift+z");
        ok(!(await isPresent()), "it was not given again");
        await page.keyboard.press("Control+z");
        deepStrictEqual(await shownScores(page), expectedScores(EVERY_KIND));
      },
    },
    {
      what: "the sets are compared, and a row leads back to its question",
      run: async () => {
        await page.getByRole("tab", { name: "Compare" }).click();
        await page.locator(".compare").getByRole("button", { name: "Malar rash" }).click();
        await page.locator(".compare").waitFor({ state: "detached" });
        await page.waitForFunction(() => document.activeElement?.closest("#finding-malar-rash") !== null);
      },
    },
    {
      what: "a finding and a value are found by what is typed, and a definition is read",
      run: async () => {
        await page.keyboard.press("/");
        await find.waitFor();
        await page.keyboard.type("butterfly");
        await page.getByRole("option", { name: /Malar rash/ }).waitFor();
        await page.keyboard.press("Escape");
        await find.focus();
        await page.keyboard.press("Control+A");
        await page.keyboard.press("Delete");
        await page.keyboard.type("c4 0.05 (0.1)");
        await page.getByRole("listbox", { name: "What was found" }).getByRole("option").first().waitFor();
        await page.keyboard.press("Enter");
        await page.locator("#test-c4 .value-line").waitFor();
        const label = page.locator("#finding-malar-rash .finding-label");
        if ((await label.getAttribute("aria-expanded")) !== "true") await label.press("Enter");
        await page.locator("#finding-malar-rash").getByText("Read by").waitFor();
      },
    },
    {
      what: "the page for paper is there for the printer, and gone afterwards",
      run: async () => {
        const papers = () =>
          page.evaluate(() => {
            window.dispatchEvent(new Event("beforeprint"));
            return document.querySelectorAll("article").length;
          });
        for (let times = 0; (await papers()) !== 1; times += 1) {
          ok(times < 50, "no page for paper");
          await page.waitForTimeout(100);
        }
        await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
        await page.locator("article").waitFor({ state: "detached" });
      },
    },
  ];
}

const SET = "eular-acr-2019";
const [MISREAD, READ] = ["cashier-bruises", "nurse-red-cheeks"];

function practiceSteps(page: Page): readonly Step[] {
  const reply = async (points: Readonly<Record<string, number>>, verdict: string) => {
    for (const [domain, number] of Object.entries(points)) {
      // Key by key, as people do: what Playwright fills in over BiDi is no typing, and React does not hear of it.
      const field = page.getByLabel(domain, { exact: true });
      if ((await field.getAttribute("type")) === "checkbox") await field.check();
      else await field.pressSequentially(String(number));
    }
    await page.getByRole("radio", { name: verdict, exact: true }).check();
    await page.getByRole("radio", { name: "90%" }).check();
    await button(page, "Check").click();
  };
  return [
    {
      what: "a case opens, and a wrong reply is told with the misreading that gives it",
      run: async () => {
        await page.goto(`/practice/sitting?set=${SET}&cases=${MISREAD},${READ}`);
        await button(page, "Open all").click();
        await reply({ Constitutional: 2, Hematologic: 11 }, "Classified");
        await page.getByRole("heading", { name: "Verdict and points differ." }).waitFor();
        await page.getByText("Blood counts were added up").waitFor();
        await button(page, "Next case").click();
      },
    },
    {
      what: "a right reply to the next is right, and both are counted",
      run: async () => {
        const practiceCase = practice.cases.find(({ id }) => id === READ);
        const set = definitions.sets.find(({ id }) => id === SET);
        const answer = practiceCase && set && answerOf(recordOf(practiceCase, definitions), set, definitions);
        if (!answer || !set) throw new Error(`${READ} cannot be read`);
        const points = set.domains.flatMap(({ id, title }) => {
          const number = answer.domains[id];
          return number === undefined ? [] : [[title, number] as const];
        });
        await page.getByText("Case 2 of 2").waitFor();
        await reply(Object.fromEntries(points), answer.classified ? set.outcome.met : set.outcome.notMet);
        await page.getByRole("heading", { name: "You agree with the set." }).waitFor();
        await button(page, "See how it went").click();
        await page.getByRole("heading", { name: "1 of 2 verdicts right" }).waitFor();
      },
    },
  ];
}

const ROUND = prepared([
  { kind: "finding", finding: "oral-ulcers" },
  { kind: "verdict", set: SET },
]);

function roundSteps(page: Page, phone: Page, file: string): readonly Step[] {
  const answer = async (choice: string, sure: string) => {
    await phone.getByLabel(choice, { exact: true }).check({ force: true });
    await phone.getByLabel(sure, { exact: true }).check({ force: true });
    await phone.getByText("Sent. You can change it").waitFor();
    await page.getByText("1 of 1 have answered").waitFor();
  };
  return [
    {
      what: "a round is opened from its file, and a phone joins",
      run: async () => {
        await page.goto("/rounds");
        await page.locator("input[type=file]").setInputFiles(file);
        await page.getByText(`Opened: ${ROUND.title}.`).waitFor();
        await press(page, /^Open the room/);
        await page.waitForURL("**/rounds/present#*");
        await page.getByText("Join with a phone").waitFor();
        await phone.setViewportSize({ width: 360, height: 780 });
        await phone.goto(`/join${new URL(page.url()).hash}`);
        await press(phone, /^Join/);
        await phone.getByText("You are in").waitFor();
        await page.getByText("1 joined").waitFor();
      },
    },
    {
      what: "a first vote, the discussion and a second vote, and the key on both screens",
      run: async () => {
        await page.bringToFront();
        await page.keyboard.press("Space");
        await page.getByRole("button", { name: "Open the vote" }).waitFor();
        await page.keyboard.press("Space");
        await page.getByText("0 of 1 have answered").waitFor();
        await answer("Present, and it counts", "Sure");
        await press(page, /^Close the vote/);
        await page.getByRole("row", { name: /^Present, and it counts 1, 100%/ }).waitFor();
        await press(page, /^Discuss/);
        await press(page, /^Vote again/);
        await phone.getByText("Your first answer: Present, and it counts (sure).").waitFor();
        await answer("Absent", "Guessing");
        await press(page, /^Close the vote/);
        await press(page, /^Show the key/);
        for (const window of [page, phone]) await window.getByRole("heading", { name: /^Key: Present, but/ }).waitFor();
      },
    },
    {
      what: "a phone that is reloaded is the same voter, and the next question reaches it",
      run: async () => {
        await phone.reload();
        await phone.getByRole("heading", { name: /^Key: Present, but/ }).waitFor();
        await press(page, /^Next: question 2/);
        await press(page, /^Open the vote/);
        await phone.getByRole("heading", { name: "Question 2" }).waitFor();
        await phone.getByRole("radio").first().check({ force: true });
        await phone.getByLabel("Sure", { exact: true }).check({ force: true });
        await page.getByText("1 of 1 have answered").waitFor();
        await press(page, /^Close the vote/);
      },
    },
    {
      what: "the round ends with its summary, the phone has its own paper, and the room is erased",
      run: async () => {
        await press(page, /^End the round/);
        await press(page, /^End it and show the summary/);
        await page.getByRole("heading", { name: "The round has ended" }).waitFor();
        await phone.getByText("Your own paper").waitFor();
        await phone.getByText("First answer: Present, and it counts (sure): not right").waitFor();
        await press(page, /^Erase now/);
        await press(page, /^Erase it now/);
        for (const window of [page, phone]) await window.getByRole("heading", { name: "The room is over" }).waitFor();
      },
    },
  ];
}

/** A step that waits for longer than this waits for nothing. */
const LONGEST = 180_000;

function inTime(run: () => Promise<unknown>): Promise<unknown> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("it came to no end")), LONGEST);
  return Promise.race([run(), promise]).finally(() => clearTimeout(timer));
}

async function runAll(browser: Browser, origin: string, folder: string): Promise<boolean> {
  const file = join(folder, "round.json");
  writeFileSync(file, JSON.stringify(ROUND));
  // In turn: of several windows, only the one in front has the keyboard.
  const chains = [
    async () => calculatorSteps(await windowOf(browser, origin), browser, origin),
    async () => practiceSteps(await windowOf(browser, origin)),
    async () => {
      const phone = await windowOf(browser, origin);
      return roundSteps(await windowOf(browser, origin), phone, file);
    },
  ];
  let failed = 0;
  for (const chain of chains) {
    for (const { what, run } of await chain()) {
      try {
        await inTime(run);
        console.log(`seen    ${what}`);
      } catch (error) {
        failed += 1;
        console.log(`FAILED  ${what}\n        ${error instanceof Error ? error.message : String(error)}`);
        // What follows stands on it.
        break;
      }
    }
  }
  // The room that was erased is asked for once more by windows that do not know yet.
  const said = complaints.filter((one) => !/404/.test(one));
  console.log(said.length === 0 ? "It complained of nothing." : `It complained:\n  ${said.join("\n  ")}`);
  return failed === 0 && said.length === 0;
}

const path = firefoxPath();
if (!path) {
  console.error("There is no Firefox on the search path: FIREFOX=/path/to/firefox npm run bench -- firefox");
  process.exitCode = 2;
} else {
  const folder = mkdtempSync(join(tmpdir(), "sle-firefox-"));
  const app = await startApp({ DATA_DIR: folder });
  const browser = await startFirefox(path);
  console.log(`Firefox ${browser.version()}`);
  try {
    if (!(await runAll(browser, app.origin, folder))) process.exitCode = 1;
  } finally {
    await browser.close();
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
