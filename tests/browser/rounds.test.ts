import { text } from "node:stream/consumers";
import type { Browser, BrowserContext, Download, Page, Response } from "playwright-core";
import { describe, expect } from "vitest";
import { versionWords } from "../../lib/definition/identity.ts";
import { STATEMENT } from "../../lib/explain/statement.ts";
import type { PreparedRound } from "../../lib/rounds/round.ts";
import { identity, practice, prepared } from "../rounds/support.ts";
import { startApp } from "./support/app.ts";
import { accessibilityViolations } from "./support/axe.ts";
import { legibility } from "./support/legible.ts";
import { LETTER } from "./support/letter.ts";
import { scriptTexts } from "./support/script-texts.ts";
import { test } from "./support/test.ts";

const ROUND = prepared([
  { kind: "finding", finding: "oral-ulcers" },
  { kind: "verdict", set: "eular-acr-2019" },
]);

declare global {
  interface Window {
    heard?: string[];
  }
}

/** Writes down all that an event stream brings, as somebody would who looks at the traffic of the phone. */
function writeDownStreams(): void {
  const heard: string[] = [];
  window.heard = heard;
  const { EventSource: Plain } = window;
  window.EventSource = class extends Plain {
    constructor(address: string | URL) {
      super(address);
      for (const kind of ["view", "beat", "erased"]) {
        this.addEventListener(kind, (event) => heard.push(String((event as MessageEvent).data)));
      }
    }
  };
}

interface Phone {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Everything that came to the phone from the interface. */
  readonly traffic: () => Promise<string>;
}

async function phoneOf(browser: Browser, origin: string): Promise<Phone> {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 360, height: 780 }, hasTouch: true });
  await context.addInitScript(writeDownStreams);
  const page = await context.newPage();
  const answers: Promise<string>[] = [];
  page.on("response", (response) => {
    const isStream = response.url().includes("/events");
    if (response.url().includes("/api/") && !isStream) answers.push(response.text().catch(() => ""));
  });
  const traffic = async () =>
    [...(await Promise.all(answers)), ...(await page.evaluate(() => window.heard ?? []))].join("\n");
  return { context, page, traffic };
}

async function join(phone: Phone, code: string): Promise<void> {
  await phone.page.goto(`/join#${code}`);
  await phone.page.getByRole("button", { name: "Join" }).click();
}

async function answer(page: Page, choice: string, sure: string): Promise<void> {
  await page.getByLabel(choice, { exact: true }).check({ force: true });
  await page.getByLabel(sure, { exact: true }).check({ force: true });
}

const textOf = async (saved: Download) => text(await saved.createReadStream());

const press = (page: Page, name: RegExp) => page.getByRole("button", { name }).click();

/** A room that a program opened, with the rights of a presenter in the browser of this page. */
async function openedRoom(page: Page, round: PreparedRound = ROUND): Promise<string> {
  const answered = await page.request.post("/api/v1/rounds", { data: round });
  return ((await answered.json()) as { code: string }).code;
}

async function command(page: Page, code: string, data: object): Promise<void> {
  const answered = await page.request.put(`/api/v1/rounds/${code}/command`, { data });
  expect(answered.status()).toBe(200);
}

async function accessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityViolations(page), `${page.url()}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

const inView = async (page: Page) => {
  const box = await page.getByText(STATEMENT).first().boundingBox();
  return box !== null && box.y >= 0 && box.y < (page.viewportSize()?.height ?? 0) / 2;
};

describe("a teaching round", () => {
  test("with one presenter and three phones, through reload, sleep, offline, a late comer and another presenter", {
    timeout: 240_000,
  }, async ({ page, browser, origin, complaints }) => {
    // Once the room is erased, what asks for it is told so.
    complaints.push("404");
    const [one, two, late] = await Promise.all([1, 2, 3].map(() => phoneOf(browser, origin)));
    if (!one || !two || !late) throw new Error("three phones");
    await page.setViewportSize({ width: 1280, height: 900 });

    await page.goto("/rounds");
    await page.locator("input[type=file]").setInputFiles({
      name: "round.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(ROUND)),
    });
    await page.getByText("Opened: A woman with a rash.").waitFor();
    await accessible(page);
    await press(page, /^Open the room/);
    await page.waitForURL("**/rounds/present#*");
    const code = new URL(page.url()).hash.slice(1);
    await page.getByText("Join with a phone").waitFor();
    expect(await inView(page)).toBe(true);
    // No phone can open localhost: that is said, and the code leads to an address of the machine where it has one.
    await page.getByText(/which no phone can reach\. The code leads to:|^No phone can reach localhost/).waitFor();
    await page.getByText(/kept for 24 hours/).waitFor();
    await accessible(page);

    await one.page.goto(`/join#${code}`);
    await one.page.getByRole("button", { name: "Join" }).waitFor();
    expect(await inView(one.page)).toBe(true);
    await accessible(one.page);
    await press(one.page, /^Join/);
    await one.page.getByText("You are in").waitFor();
    await join(two, code);
    await page.getByText("2 joined").waitFor();

    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Open the vote" }).waitFor();
    await page.keyboard.press("Space");
    await page.getByText("0 of 2 have answered").waitFor();
    await accessible(page);

    await answer(one.page, "Present, and it counts", "Sure");
    await one.page.getByText("Sent. You can change it").waitFor();
    await page.getByText("1 of 2 have answered").waitFor();
    await accessible(one.page);

    // Offline for a moment.
    await two.context.setOffline(true);
    await answer(two.page, "Absent", "Guessing");
    await two.page.getByText("Kept here. It will be sent when the network is back.").waitFor();
    await two.context.setOffline(false);
    await two.page.getByText("Sent. You can change it").waitFor();
    await page.getByText("2 of 2 have answered").waitFor();

    // The same phone is the same voter after a reload, and knows its answer.
    await one.page.reload();
    await one.page.getByText("Sent. You can change it").waitFor();
    expect(await one.page.getByLabel("Present, and it counts", { exact: true }).isChecked()).toBe(true);
    await page.getByText("2 joined").waitFor();

    // A late comer sees the question at once.
    await join(late, code);
    await late.page.getByRole("heading", { name: "Question 1" }).waitFor();
    await late.page.getByLabel("Present, but something else explains it").check({ force: true });
    await late.page.getByText("Say what explains it.").waitFor();
    await late.page.getByLabel(/^Present, but an infection explains it/).check({ force: true });
    await late.page.getByText("Not sent yet: say how sure you are.").waitFor();
    await late.page.getByLabel("Fairly sure").check({ force: true });
    await late.page.getByText("Sent. You can change it").waitFor();
    await page.getByText("3 of 3 have answered").waitFor();

    // Nothing of others has reached a phone, nor a key, nor a note.
    for (const phone of [one, two, late]) {
      const traffic = await phone.traffic();
      expect(traffic).toContain('"sle-room/1"');
      expect(traffic).not.toMatch(/"joined":\d|"answered"|"count"|"percent"|"key":\{|"reading"|Secret notes/);
    }

    // Asleep while the vote is closed.
    await one.context.setOffline(true);
    await press(page, /^Close the vote/);
    const row = (name: RegExp) => page.getByRole("row", { name });
    await row(/^Present, and it counts 1, 33%/).waitFor();
    await row(/^Absent 1, 33%/).waitFor();
    expect(await row(/^Present, and it counts/).innerText()).toMatch(/\d+\s+\w/);
    await accessible(page);
    await one.context.setOffline(false);
    await one.page.getByText("First vote: 3 answered").waitFor();
    await one.page.getByText("What each answer makes of the patient").waitFor();
    await accessible(one.page);

    await press(page, /^Discuss/);
    await press(page, /^Vote again/);
    await two.page.getByText("Your first answer: Absent (guessing).").waitFor();
    expect(await two.page.locator(".voter-bars").count()).toBe(0);
    await two.page.getByLabel("Present, but something else explains it").check({ force: true });
    await two.page.getByLabel(/^Present, but an infection explains it/).check({ force: true });
    await two.page.getByLabel("Sure", { exact: true }).check({ force: true });
    await page.getByText("1 of 3 have answered").waitFor();
    await press(page, /^Close the vote/);
    await page.getByText(/went from “Absent” to “Present, but an infection/).waitFor();
    await accessible(page);
    await press(page, /^Show the key/);
    await page.getByRole("heading", { name: /^Key: Present, but/ }).waitFor();
    await two.page.getByRole("heading", { name: /^Key: Present, but/ }).waitFor();
    await accessible(page);
    await accessible(two.page);

    // Notes are hidden until they are asked for; a host link moves control to another machine.
    expect(await page.getByText("Secret notes 1").count()).toBe(0);
    await page.keyboard.press("n");
    await page.getByText("Secret notes 1").waitFor();
    await press(page, /^Copy a host link/);
    const link = await page.getByLabel(/Host link|Copied/).inputValue();
    await accessible(page);
    const elsewhere = await browser.newContext({ baseURL: origin });
    const other = await elsewhere.newPage();
    await other.goto(link);
    await other.getByRole("button", { name: "Next: question 2" }).waitFor();
    expect(other.url()).toBe(`${origin}/rounds/present#${code}`);
    await press(other, /^Next: question 2/);
    await press(other, /^Open the vote/);
    await one.page.getByRole("heading", { name: "Question 2" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Question 2" }).waitFor();
    await press(page, /^Close the vote/);
    await press(other, /^End the round/);
    await press(other, /^End it and show the summary/);
    await other.getByRole("heading", { name: "The round has ended" }).waitFor();
    await page.getByRole("heading", { name: "The round has ended" }).waitFor();
    await accessible(page);

    const downloaded = async (name: string) => {
      const saved = page.waitForEvent("download");
      await page.getByRole("link", { name }).click();
      return textOf(await saved);
    };
    expect((await downloaded("Download CSV")).split("\r\n")[0]).toContain("question");
    const json = JSON.parse(await downloaded("Download JSON"));
    expect([json.format, json.statement, json.joined]).toEqual(["sle-round-results/1", STATEMENT, 3]);
    // On paper: the summary with the statement, and nothing to press.
    await page.emulateMedia({ media: "print" });
    await page.getByText("By question: how many were right").waitFor();
    expect(await page.getByText(STATEMENT).first().isVisible()).toBe(true);
    expect(await page.locator("button:visible").count()).toBe(0);
    await page.emulateMedia({ media: null });

    // Each phone has its own paper.
    await one.page.getByText("Your own paper").waitFor();
    await one.page.getByText("First answer: Present, and it counts (sure): not right").waitFor();
    for (const window of [one.page, page]) {
      await window.getByText(`Worked out by version ${versionWords(identity)}.`).waitFor();
    }
    expect(await one.page.getByText("Second answer:").count()).toBe(0);
    await two.page.getByText(/^Second answer: Present, but an infection .*\(sure\): right/).waitFor();
    const practice = await one.page.getByRole("link", { name: "Practice the rules you missed" }).getAttribute("href");
    expect(practice).toMatch(/^\/practice\/sitting\?rule=/);
    await accessible(one.page);

    await press(page, /^Erase now/);
    await press(page, /^Erase it now/);
    await page.getByRole("heading", { name: "The room is over" }).waitFor();
    await one.page.getByRole("heading", { name: "The room is over" }).waitFor();
    await Promise.all([one.context, two.context, late.context, elsewhere].map((context) => context.close()));
  });

  test("a phone is told calmly when the presenter is away, and several windows of it are one voter", async ({
    page,
    browser,
    origin,
  }) => {
    const code = await openedRoom(page);
    const phone = await phoneOf(browser, origin);
    await join(phone, code);
    await phone.page.getByText("The presenter's page is away for the moment.").waitFor();
    const second = await phone.context.newPage();
    await second.goto(`/join#${code}`);
    await second.getByText("You are in").waitFor();
    await page.goto(`/rounds/present?as=screen#${code}`);
    await page.getByText("1 joined").waitFor();
    expect(await page.getByRole("button").count()).toBe(0);
    await command(page, code, { kind: "go-to", question: "q1" });
    await command(page, code, { kind: "move", question: "q1", from: "draft", move: "open" });
    for (const window of [phone.page, second]) await window.getByText("Choose an answer.").waitFor();
    // A question that nobody answered is shown its key all the same.
    await command(page, code, { kind: "move", question: "q1", from: "first-vote", move: "close" });
    await command(page, code, { kind: "move", question: "q1", from: "first-closed", move: "reveal" });
    for (const window of [phone.page, second])
      await window.getByRole("heading", { name: /^Key: Present, but/ }).waitFor();
    await phone.context.close();
  });

  test("on a slow network a press is not lost: the next is taken once the one before is on the page", async ({
    page,
  }) => {
    const code = await openedRoom(page);
    await command(page, code, { kind: "go-to", question: "q1" });
    await page.route("**/command", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await page.goto(`/rounds/present#${code}`);
    for (const name of [/^Open the vote/, /^Close the vote/, /^Discuss/, /^Vote again/, /^Close the vote/]) {
      await press(page, name);
    }
    await page.getByText("the second vote is closed").waitFor();
  });

  test("a code that leads nowhere says so, and a typed one is taken in any writing", async ({ page, complaints }) => {
    complaints.push("404");
    const code = await openedRoom(page, { ...ROUND, numbered: true });
    await page.goto("/join");
    await page.getByLabel("The code on the screen").fill("nonsense");
    await press(page, /^Go on/);
    await page.getByText("A code has eight letters and digits").waitFor();
    await accessible(page);
    await page.goto("/join#AAAAAAAA");
    await page.getByText("There is no room of this code").waitFor();
    await page.getByLabel("The code on the screen").fill(`${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`);
    await press(page, /^Go on/);
    await page.getByText("each phone gets a number").waitFor();
    await page.getByText("kept for 24 hours").waitFor();
  });

  test("where rooms cannot be kept, the page says why and everything else works", async ({ browser }) => {
    const app = await startApp({ DATA_DIR: "/dev/null/rooms" });
    const context = await browser.newContext({ baseURL: app.origin });
    const page = await context.newPage();
    await page.goto("/rounds");
    await page.getByText("The server has no folder that it can write in").waitFor();
    await press(page, /^Use this patient/);
    await page.locator(".prepare-candidates input").first().check();
    await page.getByText("1 question").waitFor();
    await press(page, /^Open the room/);
    await expect.poll(() => page.getByText("The server has no folder that it can write in").count()).toBe(2);
    await accessible(page);
    await context.close();
    await app.stop();
  });
});

describe("preparing a round", () => {
  test("from a written case: questions best first, ordered, kept through a reload, saved and opened again", async ({
    page,
  }) => {
    await page.goto("/rounds");
    await press(page, /^Use this patient/);
    const boxes = page.locator(".prepare-candidates input");
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    const words = () =>
      page.getByLabel(/^Question \d+$/).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    const [first = "", second = ""] = await words();
    await page.getByRole("button", { name: `Later: ${first}` }).click();
    expect(await words()).toEqual([second, first]);
    await page.getByLabel("Or ask about any finding").selectOption("psychosis");
    await press(page, /^Add the question/);
    await page.getByLabel("Question 3").fill("Is this psychosis, or the steroids?");
    await page.getByLabel("Notes, for you alone").nth(2).fill("Ask about steroids first.");
    await page.getByRole("button", { name: `Remove: ${first}` }).click();
    await press(page, /^Put back/);
    expect(await words()).toEqual([second, first, "Is this psychosis, or the steroids?"]);
    await page.reload();
    await page.getByLabel("Question 3").waitFor();
    expect(await words()).toEqual([second, first, "Is this psychosis, or the steroids?"]);
    const saved = page.waitForEvent("download");
    await press(page, /^Save as a file/);
    const file = await textOf(await saved);
    await press(page, /^Start again/);
    expect(await page.getByLabel(/^Question \d+$/).count()).toBe(0);
    await page.locator("input[type=file]").setInputFiles({
      name: "round.json",
      mimeType: "application/json",
      buffer: Buffer.from(file),
    });
    await page.getByLabel("Question 3").waitFor();
    expect(await page.getByLabel("Notes, for you alone").nth(2).inputValue()).toBe("Ask about steroids first.");
  });

  test("a round that another patient took the place of is one press away, and none of its questions gets into the next", async ({
    page,
  }) => {
    await page.goto("/rounds");
    await press(page, /^Use this patient/);
    const questions = page.locator(".prepare-candidates input");
    await questions.nth(0).check();
    await questions.nth(1).check();
    await questions.nth(1).uncheck();
    await page.getByRole("button", { name: /^Put back/ }).waitFor();
    await page.getByLabel("Title, which everybody sees").fill("For Friday");
    await page.getByLabel(/^Case/).selectOption({ index: 1 });
    // As a hand does that is used to double clicks.
    await page.getByRole("button", { name: /^Use this patient/ }).dblclick();
    const back = page.getByRole("button", { name: /^Take back/ });
    await back.waitFor();
    expect(await page.getByRole("button", { name: /^Put back/ }).count()).toBe(0);
    await back.click();
    expect(await page.getByLabel("Title, which everybody sees").inputValue()).toBe("For Friday");
    await page.getByLabel("Question 1").waitFor();
  });

  test("every source gives a patient", async ({ page }) => {
    await page.goto("/rounds");
    for (const source of ["A generated case, by number", "A worked example"]) {
      await page.getByLabel(source).check();
      if (source === "A worked example")
        await expect
          .poll(() =>
            page
              .getByLabel(/^Example/)
              .locator("option")
              .count(),
          )
          .toBeGreaterThan(3);
      await press(page, /^Use this patient/);
      await expect.poll(() => page.locator(".prepare-candidates input").count()).toBeGreaterThan(2);
    }
    await page.getByLabel(/^The patient who is open in the calculator/).check();
    await press(page, /^Use this patient/);
    await page.getByText("Nothing is entered in the calculator.").waitFor();
    await page.goto("/");
    await page.getByRole("radiogroup", { name: "Malar rash" }).getByRole("radio", { name: "Present" }).check();
    await page.goto("/rounds?patient=open");
    await page.getByLabel("The patient who is open in the calculator: Malar rash").waitFor();
    await press(page, /^Use this patient/);
    await expect.poll(() => page.getByLabel("Text of part 1").inputValue()).toBe("Malar rash.");
    await page.goto(`/rounds?case=${practice.cases[1]?.id}`);
    await press(page, /^Use this patient/);
    await expect.poll(() => page.getByLabel("Title, which everybody sees").inputValue()).toBe(practice.cases[1]?.title);
  });
});

const OF_LETTER = "A letter or a printout, pasted or dropped";

async function drop(page: Page, name: string, content: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([called, words]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([words], called, { type: "text/plain" }));
      return transfer;
    },
    [name, content] as const,
  );
  await page.locator("body").dispatchEvent("drop", { dataTransfer });
}

describe("a round on a letter", () => {
  test("is made by the review, and nothing that says whose letter it is gets into the room", async ({ page }) => {
    const sent: string[] = [];
    page.on("request", (request) => sent.push(request.postData() ?? ""));
    await page.goto("/rounds");
    await page.getByLabel(OF_LETTER).check();
    await page.getByLabel("The text").fill(LETTER);
    await press(page, /^Read the text/);
    const use = page.locator(".prepare-letter").getByRole("button", { name: "Use this patient" });
    await page.getByText("Nothing counts until you confirm it.").waitFor();
    expect(await use.isDisabled()).toBe(true);
    await press(page, /^Confirm all laboratory values/);
    await page.getByRole("button", { name: "Confirm Malar rash: present" }).click();
    // What was read is there again after a look at another source.
    await page.getByLabel("A worked example").check();
    await page.getByLabel(OF_LETTER).check();
    await page.getByText("8 entries confirmed.").waitFor();
    await accessible(page);
    await use.click();
    await page.getByText("Patient: A patient.").waitFor();
    const told = await page
      .getByLabel(/^Text of part/)
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    expect(told.join("\n")).toMatch(/Malar rash[\s\S]*Platelet count 92/);
    await page.locator(".prepare-candidates input").first().check();
    // Nothing of this patient is in the way of the next.
    await press(page, /^Read another patient/);
    expect(await page.getByLabel("The text").inputValue()).toBe("");
    expect(await page.getByText(/confirmed\.$/).count()).toBe(0);
    await press(page, /^Open the room/);
    await page.waitForURL("**/rounds/present#*");
    await page.getByText("Join with a phone").waitFor();
    const code = new URL(page.url()).hash.slice(1);
    const views = await Promise.all(
      ["presenter", "screen"].map(async (as) =>
        (await page.request.get(`/api/v1/rounds/${code}/view?as=${as}`)).text(),
      ),
    );
    const all = [...sent, ...views, ...told].join("\n");
    expect(all).toContain('"malar-rash"');
    expect(all).not.toMatch(/Okafor|Lindqvist|teacher|March|2024|2022|34-year/);
    // Nor is it anybody's in the calculator.
    expect(
      await page.evaluate(() => Object.keys({ ...localStorage }).filter((key) => key.startsWith("sle-patient:"))),
    ).toEqual([]);
  });

  test("dropped anywhere on the page is read, and a round that is dropped is opened", async ({ page }) => {
    await page.goto("/rounds");
    await page.getByLabel(OF_LETTER).waitFor();
    await drop(page, "letter.txt", LETTER);
    await page.getByRole("button", { name: "Confirm all laboratory values" }).waitFor();
    expect(await page.getByLabel(OF_LETTER).isChecked()).toBe(true);
    await drop(page, "again.txt", "ANA 1:320");
    await page.getByText("1 laboratory value,").waitFor();
    await drop(page, "round.json", JSON.stringify(ROUND));
    await page.getByText("Opened: A woman with a rash.").waitFor();
    await drop(page, "record.json", '{"format":"sle-record/1"}');
    await page.getByText("The file was not opened.").waitFor();
    expect(await page.getByLabel("Title, which everybody sees").inputValue()).toBe(ROUND.title);
  });
});

describe("preparing where what is kept cannot be read", () => {
  test("says so of the round, of the rooms and of the patient, and loses none", async ({ page }) => {
    const damaged = { "sle-round-draft": "{cut", "sle-rounds-opened": "off", "sle-patient:a": "{damaged" };
    await page.goto("/rounds");
    await page.evaluate((entries) => {
      for (const [key, text] of Object.entries(entries)) localStorage.setItem(key, text);
      localStorage.setItem("sle-opened", "a");
    }, damaged);
    await page.reload();
    for (const what of ["round in preparation", "list of opened rooms", "record"]) {
      await page.getByText(`The ${what} saved on this device cannot be read. It is kept as it is`).waitFor();
    }
    expect(await page.getByRole("button", { name: "Download it" }).count()).toBe(3);
    await accessible(page);
    await press(page, /^Use this patient/);
    await page.locator(".prepare-candidates input").first().check();
    await press(page, /^Open the room/);
    await page.getByText("Join with a phone").waitFor();
    const kept = await page.evaluate(() => Object.values({ ...localStorage }));
    expect(kept).toEqual(expect.arrayContaining(Object.values(damaged)));
    await page.goto("/rounds");
    await page.getByText("1 question").waitFor();
    await page.getByText("Rooms opened in this browser").waitFor();
  });
});

describe("sizes", () => {
  test.for(["light", "dark"] as const)("on a big screen: %s", async (colorScheme, { page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 1920, height: 1080 });
    const code = await openedRoom(page);
    await page.goto(`/rounds/present#${code}`);
    await page.getByText("Join with a phone").waitFor();
    const box = async (selector: string) =>
      (await page.locator(selector).first().boundingBox()) ?? { width: 0, height: 0, y: 0 };
    expect((await box(".stage-qr")).width).toBeGreaterThanOrEqual(240);
    expect((await box(".stage-qr")).y + (await box(".stage-qr")).height).toBeLessThanOrEqual(1080);
    const sizeOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
    expect(await sizeOf(".stage-joining .stage-code")).toBeGreaterThanOrEqual(48);
    await expectLegible(page);
    for (const data of [
      { kind: "go-to", question: "q1" },
      { kind: "move", question: "q1", from: "draft", move: "open" },
    ]) {
      await command(page, code, data);
    }
    await page.request.get(`/api/v1/rounds/${code}`);
    await page.request.put(`/api/v1/rounds/${code}/voter`);
    await page.request.put(`/api/v1/rounds/${code}/votes/q1/1`, { data: { choice: "counts", certainty: 2 } });
    await command(page, code, { kind: "move", question: "q1", from: "first-vote", move: "close" });
    // What is new is in view, wherever somebody had scrolled to.
    await page.getByRole("row", { name: /^Present, and it counts 1/ }).waitFor();
    await page.evaluate(() => window.scrollTo(0, 200));
    await command(page, code, { kind: "move", question: "q1", from: "first-closed", move: "reveal" });
    await page.getByRole("heading", { name: /^Key/ }).waitFor();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
    expect(await sizeOf(".stage-corner .stage-code")).toBeGreaterThanOrEqual(48);
    expect((await box(".stage-corner .stage-qr")).width).toBeGreaterThanOrEqual(150);
    await expectLegible(page);
    await command(page, code, { kind: "end" });
    await page.getByRole("heading", { name: "The round has ended" }).waitFor();
    await expectLegible(page);
  });

  test.for([
    [360, 780],
    [320, 640],
    [780, 360],
  ] as const)("at %i by %i nothing is cut off", async ([width, height], { page }) => {
    await page.setViewportSize({ width, height });
    const code = await openedRoom(page);
    const fits = async () =>
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.goto(`/rounds/present#${code}`);
    await page.getByText("Join with a phone").waitFor();
    await fits();
    await page.goto("/rounds");
    await press(page, /^Use this patient/);
    await page.locator(".prepare-candidates input").first().check();
    await fits();
    await page.goto(`/join#${code}`);
    await press(page, /^Join/);
    await command(page, code, { kind: "go-to", question: "q1" });
    await command(page, code, { kind: "move", question: "q1", from: "draft", move: "open" });
    await page.getByText("Choose an answer.").waitFor();
    await fits();
    const heights = await page
      .locator(".voter-choice")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(48);
    await page.evaluate(() => window.scrollTo(0, 100_000));
    expect(await inView(page)).toBe(true);
  });

  test("a phone loads at most 117 kB of script in a whole round, and none of it holds the criteria", async ({
    page,
  }) => {
    const scripts: Response[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") scripts.push(response);
    });
    /** Bytes as they came over the wire. */
    const loaded = async () => {
      const sizes = await Promise.all(scripts.map((one) => one.request().sizes()));
      return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    };
    const texts = scriptTexts(page);
    const code = await openedRoom(page);
    await page.goto(`/join#${code}`);
    await page.getByRole("button", { name: "Join" }).waitFor();
    const atDoor = await loaded();
    await press(page, /^Join/);
    await page.getByText("You are in").waitFor();
    await command(page, code, { kind: "move", question: "q1", from: "draft", move: "open" });
    await answer(page, "Absent", "Sure");
    await page.getByText("Sent. You can change it").waitFor();
    await command(page, code, { kind: "move", question: "q1", from: "first-vote", move: "close" });
    await page.getByText("First vote: 1 answered").waitFor();
    await command(page, code, { kind: "move", question: "q1", from: "first-closed", move: "reveal" });
    await page.getByRole("heading", { name: /^Key/ }).waitFor();
    await command(page, code, { kind: "end" });
    await page.getByText("Your own paper").waitFor();
    const inTheEnd = await loaded();
    // The room itself is not counted out: what shows it came after the door.
    expect(atDoor).toBeGreaterThan(50_000);
    expect(inTheEnd).toBeGreaterThan(atDoor);
    expect(inTheEnd).toBeLessThanOrEqual(117_000);
    const all = (await texts()).join("\n");
    expect(all).toContain("Kept here. It will be sent");
    for (const word of ["malar-rash", "ZodError", "QueryClient"]) expect(all).not.toContain(word);
  });
});

/** 28 px at the least, and the higher contrast, wherever something is read. */
async function expectLegible(page: Page): Promise<void> {
  const found = await legibility(page, ".stage");
  expect(found.length).toBeGreaterThan(8);
  expect(found.filter(({ size, contrast }) => size < 28 || contrast < 7)).toEqual([]);
}
