import { readFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Download, Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { practice } from "../../criteria/practice/index.ts";
import { STATEMENT } from "../../lib/explain/statement.ts";
import { answerOf } from "../../lib/practice/answer.ts";
import { recordOf } from "../../lib/practice/case.ts";
import { openCalculator } from "./support/calculator.ts";
import { test } from "./support/test.ts";

const axe = readFileSync(join(import.meta.dirname, "../../node_modules/axe-core/axe.min.js"), "utf8");

/** What axe finds against WCAG 2.2 AA. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    // The script was evaluated in the page, where types do not reach.
    const found = await Reflect.get(window, "axe").run(document, { runOnly: tags });
    return found.violations.map(
      ({ id, nodes }: { id: string; nodes: { target: string[] }[] }) => `${id} ${nodes[0]?.target}`,
    );
  });
}

/** Presses Tab until the element has the focus, as a person without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("the focus never got there");
}

async function isFocused(target: Locator): Promise<void> {
  await expect.poll(() => target.evaluate((element) => element === document.activeElement)).toBe(true);
}

/** What a download holds. The browser is a remote one, so that it has no path here. */
const textOf = async (download: Download): Promise<string> => text(await download.createReadStream());

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
const choice = (page: Page, name: string) => page.getByRole("radio", { name, exact: true });

/** Opens the whole case, gives the first domain 1, calls it classified, and is a little sure. */
async function answerByPointer(page: Page): Promise<void> {
  await page.locator(".practice-case").waitFor();
  if (await button(page, "Open all").isVisible()) await button(page, "Open all").click();
  const first = page.locator(".practice-points input").first();
  if ((await first.getAttribute("type")) === "checkbox") await first.check();
  else await first.fill("1");
  await page
    .getByRole("group", { name: /^Verdict/ })
    .getByRole("radio")
    .first()
    .check();
  await page.getByRole("radio", { name: "60%" }).check();
  await button(page, "Check").click();
  await page.getByRole("heading", { name: "The four sets" }).waitFor();
}

async function markFindings(page: Page): Promise<void> {
  await page.getByText("Mark single findings, if you like").click();
}

describe("a sitting", () => {
  test("ten cases can be scored with nothing but the keyboard", async ({ page }) => {
    await page.goto("/practice/sitting?set=eular-acr-2019&seed=12&n=10&difficulty=2");
    for (let number = 1; number <= 10; number += 1) {
      await page.getByText(`Case ${number} of 10`).waitFor();
      await isFocused(page.getByRole("heading", { level: 1 }));
      while (await button(page, "Open all").isVisible()) {
        await tabTo(page, button(page, /^Open (history|examination|laboratory|imaging|biopsy)$/));
        await page.keyboard.press("Enter");
      }
      if (number === 1) {
        await tabTo(page, page.getByText("Mark single findings, if you like"));
        await page.keyboard.press("Enter");
        const mark = page.locator(".practice-marks select").last();
        await mark.focus();
        await mark.press("ArrowDown");
        expect(await mark.inputValue()).toBe("counts");
      }
      await tabTo(page, page.getByLabel("Constitutional", { exact: true }));
      await page.keyboard.type("2");
      await tabTo(page, page.getByRole("radio", { name: "Classified", exact: true }));
      await page.keyboard.press("Space");
      await tabTo(page, page.getByRole("radio", { name: "A guess" }));
      await page.keyboard.press("Space");
      await page.keyboard.press("Enter");
      await isFocused(page.locator(".practice-outcome"));
      await tabTo(page, button(page, /^(Next case|See how it went)$/));
      await page.keyboard.press("Enter");
    }
    await page.getByRole("heading", { name: /^\d+ of 10 verdicts right$/ }).waitFor();
    expect(await page.locator(".practice-outcomes li").count()).toBe(10);
  });

  test("ten cases fit a phone, and nothing scrolls sideways", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto("/practice/sitting?set=slicc-2012&seed=5&n=10&difficulty=3");
    for (let number = 1; number <= 10; number += 1) {
      await page.getByText(`Case ${number} of 10`).waitFor();
      await answerByPointer(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await button(page, /^(Next case|See how it went)$/).click();
    }
    await page.getByRole("heading", { name: /of 10 verdicts right/ }).waitFor();
  });

  test("a case opens stage by stage", async ({ page }) => {
    await page.goto("/practice/sitting?set=slerpi&cases=cashier-bruises");
    await page.getByRole("heading", { name: "history" }).waitFor();
    expect(await page.getByText("Petechiae on both shins").count()).toBe(0);
    await button(page, "Open examination").click();
    await page.getByText("Petechiae on both shins").waitFor();
    expect(await page.getByText("White cell count").count()).toBe(0);
    expect(await button(page, "Check").count()).toBe(0);
  });

  test("opening all goes on at the first stage that was not yet open", async ({ page }) => {
    await page.goto("/practice/sitting?set=slerpi&cases=cashier-bruises");
    await button(page, "Open all").click();
    await isFocused(page.getByRole("heading", { name: "examination" }));
    expect(await page.getByRole("heading", { name: "laboratory" }).count()).toBe(1);
  });

  test("11 points for three blood counts are recognized as added up, and the rule is linked", async ({ page }) => {
    await page.goto("/practice/sitting?set=eular-acr-2019&cases=cashier-bruises");
    await button(page, "Open all").click();
    await markFindings(page);
    await page.getByLabel("White cell count").selectOption("counts");
    await page.getByLabel("Constitutional", { exact: true }).fill("2");
    await page.getByLabel("Hematologic", { exact: true }).fill("11");
    await page.getByText("You make it 13 points.").waitFor();
    await page.getByRole("radio", { name: "Classified", exact: true }).check();
    await page.getByRole("radio", { name: "90%" }).check();
    await button(page, "Check").click();
    await page.getByRole("heading", { name: "Verdict and points differ." }).waitFor();
    await page.getByText("Blood counts were added up").waitFor();
    await page.getByText("You: counts. EULAR/ACR 2019: does not count, outranked in its domain.").waitFor();
    const rule = page.getByRole("row").getByRole("link", { name: "Leukopenia" });
    expect(await rule.getAttribute("href")).toBe("/criteria/eular-acr-2019#criterion-leukopenia");
  });

  test("what is missing in an answer is said, and nothing is checked", async ({ page }) => {
    await page.goto("/practice/sitting?set=slerpi&cases=nanny-platelets");
    await button(page, "Open all").click();
    await page.getByLabel("Arthritis").fill("one");
    await button(page, "Check").click();
    await page.getByRole("alert").getByText("One of the points is not a number.").waitFor();
    await isFocused(page.getByLabel("Arthritis"));
    await page.getByLabel("Arthritis").fill("");
    await button(page, "Check").click();
    await page.getByRole("alert").getByText("Choose a verdict.").waitFor();
    await isFocused(page.getByRole("radio", { name: "Above 7", exact: true }));
    expect(await page.getByRole("heading", { name: "The four sets" }).count()).toBe(0);
  });

  test("a rule's own address leads to its cases, and a twin can be scored next", async ({ page }) => {
    await page.goto("/practice/sitting?rule=slerpi/proteinuria&n=5");
    await page.getByText("Case 1 of 5 · SLERPI").waitFor();
    await answerByPointer(page);
    await button(page, /^Score the twin/).click();
    await page.getByText("Case 2 of 6 · SLERPI").waitFor();
  });

  test("an address that names no case says so and offers a choice", async ({ page }) => {
    await page.goto("/practice/sitting?set=slerpi&cases=no-such-case");
    await page.getByText("This address names no case that exists.").waitFor();
    await page.getByRole("link", { name: "Choose cases" }).click();
    await button(page, "Begin").waitFor();
  });

  test("begins from the start page with the chosen set", async ({ page }) => {
    await page.goto("/practice");
    await page.getByLabel("Criteria set").selectOption("acr-1997");
    await page.getByRole("radio", { name: /What is due/ }).check();
    await page.getByLabel("How many").selectOption("5");
    await button(page, "Begin").click();
    await page.getByText("Case 1 of 5 · ACR 1997").waitFor();
  });
});

/** The right answer to a case, by the engine, as a trainee gives it. */
function answerTo(id: string, setId: string) {
  const practiceCase = practice.cases.find((one) => one.id === id);
  const set = definitions.sets.find((one) => one.id === setId);
  if (!practiceCase || !set) throw new Error(`there is no ${id} or no ${setId}`);
  const answer = answerOf(recordOf(practiceCase, definitions), set, definitions);
  if (!answer) throw new Error(`${id} cannot be read`);
  const domains = set.domains.flatMap(({ id: domain, title }) => {
    const points = answer.domains[domain];
    return points === undefined ? [] : [{ title, points }];
  });
  return { domains, verdict: answer.classified ? set.outcome.met : set.outcome.notMet };
}

describe("what a case takes", () => {
  const ordinary = [
    "nurse-red-cheeks",
    "waitress-one-knee",
    "farmer-tender-hands",
    "cashier-bruises",
    "runner-chest-pain",
    "painter-tamponade",
    "schoolboy-chorea",
    "bus-driver-three-counts",
    "actor-voices",
    "guide-pericarditis",
  ];

  test("ten ordinary cases by EULAR/ACR 2019 on a phone take at most eight actions each, and all are right", async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto(`/practice/sitting?set=eular-acr-2019&cases=${ordinary.join(",")}`);
    for (const [position, id] of ordinary.entries()) {
      await page.getByText(`Case ${position + 1} of 10`).waitFor();
      let actions = 0;
      const act = async (what: Promise<void>) => {
        await what;
        actions += 1;
      };
      // Opened at once, the cases that follow come opened.
      if (position === 0) await act(button(page, "Open all").click());
      expect(await button(page, "Open all").count()).toBe(0);
      const { domains, verdict } = answerTo(id, "eular-acr-2019");
      for (const { title, points } of domains) {
        await act(page.getByLabel(title, { exact: true }).fill(String(points)));
      }
      await act(choice(page, verdict).check());
      await act(choice(page, "90%").check());
      await act(button(page, "Check").click());
      await page.getByRole("heading", { name: "You agree with the set." }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await act(button(page, /^(Next case|See how it went)$/).click());
      expect(actions, id).toBeLessThanOrEqual(8);
    }
    await page.getByRole("heading", { name: "10 of 10 verdicts right" }).waitFor();
    await page.getByText("Every point was right in 10 of 10.").waitFor();
    expect(await page.getByRole("link", { name: /you missed/ }).count()).toBe(0);
  });

  test("ten cases by a counting set are ticked with nothing but the keyboard", async ({ page }) => {
    const ids = ordinary.map((id) => id);
    await page.goto(`/practice/sitting?set=acr-1997&cases=${ids.join(",")}`);
    for (const [position, id] of ids.entries()) {
      await page.getByText(`Case ${position + 1} of 10`).waitFor();
      await isFocused(page.getByRole("heading", { level: 1 }));
      if (position === 0) {
        await tabTo(page, button(page, "Open all"));
        await page.keyboard.press("Enter");
      }
      const { domains, verdict } = answerTo(id, "acr-1997");
      for (const { title } of domains) {
        await tabTo(page, page.getByRole("checkbox", { name: title, exact: true }));
        await page.keyboard.press("Space");
      }
      await tabTo(page, choice(page, "Classified"));
      await page.keyboard.press("Space");
      if (verdict !== "Classified") await page.keyboard.press("ArrowDown");
      await tabTo(page, choice(page, "A guess"));
      await page.keyboard.press("Space");
      await page.keyboard.press("Enter");
      await isFocused(page.locator(".practice-outcome"));
      await tabTo(page, button(page, /^(Next case|See how it went)$/));
      await page.keyboard.press("Enter");
    }
    await page.getByRole("heading", { name: "10 of 10 verdicts right" }).waitFor();
  });

  test("the last page opens each of its cases as it was answered, and leads back", async ({ page }) => {
    await page.goto("/practice/sitting?set=slicc-2012&cases=actor-voices,nanny-platelets");
    await page.getByText("The story is not complete: what it does not mention is not known.").waitFor();
    await answerByPointer(page);
    await button(page, "Next case").click();
    await page.getByText("The story is complete: what it does not mention was looked for and is absent.").waitFor();
    await answerByPointer(page);
    await button(page, "See how it went").click();
    await page.reload();
    await button(page, "An actor who hears voices").click();
    await page.getByText("Case 1 of 2, as you answered it").waitFor();
    await page.getByText(/by the letter it counts psychosis, although explained by a drug/).waitFor();
    await button(page, "Back to the list").click();
    await page.getByRole("heading", { name: /of 2 verdicts right/ }).waitFor();
    await page.goto("/practice/progress");
    await page.getByText(/^2 cases answered/).waitFor();
  });

  test("any case can be taken to a round, a generated one too", async ({ page }) => {
    for (const address of [
      "set=slerpi&cases=dancer-old-epilepsy",
      "rule=slerpi/proteinuria&seed=31&n=1&difficulty=2",
    ]) {
      await page.goto(`/practice/sitting?${address}`);
      await answerByPointer(page);
      const title = await page.getByRole("heading", { level: 1 }).innerText();
      await page.getByRole("link", { name: "Hold a round about this patient" }).click();
      await page.waitForURL("**/rounds?case=**");
      expect(await page.getByRole("radio", { name: `From practice: ${title}` }).isChecked()).toBe(true);
      await button(page, "Use this patient").click();
      await page.locator(".prepare-candidates input").first().waitFor();
      const told = page.locator("textarea");
      await expect
        .poll(() => told.evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value).join("\n")))
        .toContain("The story is complete: ");
      await page.evaluate(() => localStorage.clear());
    }
  });

  test("what was chosen is chosen the next time, what is due is said, and erasing forgets both", async ({ page }) => {
    await page.clock.install({ time: new Date("2026-03-01T09:00:00Z") });
    await page.goto("/practice");
    await page.getByLabel("Criteria set").selectOption("slerpi");
    await page.getByRole("radio", { name: "Generated cases, without end" }).check();
    await page.getByLabel("How many").selectOption("5");
    await page.getByLabel("Difficulty").selectOption("3");
    await button(page, "Begin").click();
    await answerByPointer(page);
    await page.clock.setFixedTime(new Date("2026-04-01T09:00:00Z"));
    await page.goto("/practice");
    await page.getByText(/^\d+ rules? (is|are) due: \d+ of SLERPI\.$/).waitFor();
    expect(await page.getByLabel("Criteria set").inputValue()).toBe("slerpi");
    expect(await page.getByRole("radio", { name: "Generated cases, without end" }).isChecked()).toBe(true);
    expect(await page.getByLabel("How many").inputValue()).toBe("5");
    expect(await page.getByLabel("Difficulty").inputValue()).toBe("3");
    await page.goto("/practice/progress");
    await button(page, "Erase").click();
    await button(page, "Erase 1 answer for good").click();
    await page.getByText(/^The history on this device was erased/).waitFor();
    await page.goto("/practice");
    await button(page, "Begin").waitFor();
    expect(await page.getByLabel("Criteria set").inputValue()).toBe("eular-acr-2019");
    expect(await page.getByText(/due: /).count()).toBe(0);
  });
});

describe("a sitting that is left", () => {
  const address = "/practice/sitting?set=eular-acr-2019&cases=cashier-bruises,nurse-red-cheeks";

  test("is where it was after a look at a rule, and counts nothing twice", async ({ page }) => {
    await page.goto(address);
    await answerByPointer(page);
    await page.locator(".practice-review a[href*='#criterion-']").first().click();
    await page.waitForURL("**/criteria/**");
    await page.goBack();
    await page.getByRole("heading", { name: "The four sets" }).waitFor();
    await button(page, "Next case").click();
    await page.getByText("Case 2 of 2").waitFor();
    await answerByPointer(page);
    await button(page, "See how it went").click();
    await page.getByRole("heading", { name: / of 2 verdicts right/ }).waitFor();
    await page.goto("/practice/progress");
    await page.getByText(/^2 cases answered/).waitFor();
  });

  test("is where it was in a new tab, with what was marked, typed and chosen", async ({ page }) => {
    await page.goto(address);
    await answerByPointer(page);
    await button(page, "Next case").click();
    await markFindings(page);
    await page.getByLabel("White cell count").selectOption("short");
    await page.getByLabel("Musculoskeletal", { exact: true }).fill("6");
    await page.getByRole("radio", { name: "Cannot be said yet" }).check();
    await page.getByRole("radio", { name: "70%" }).check();
    const context = page.context();
    await page.close();
    const other = await context.newPage();
    await other.goto("/practice");
    await other.getByRole("link", { name: "Go on with EULAR/ACR 2019, case 2 of 2" }).click();
    await other.getByText("You are back where you left off.").waitFor();
    expect(await other.getByLabel("White cell count").inputValue()).toBe("short");
    expect(await other.getByLabel("Musculoskeletal", { exact: true }).inputValue()).toBe("6");
    expect(await other.getByRole("radio", { name: "Cannot be said yet" }).isChecked()).toBe(true);
    expect(await other.getByRole("radio", { name: "70%" }).isChecked()).toBe(true);
    await button(other, "Begin anew").click();
    await other.getByText("Case 1 of 2").waitFor();
    await other.goto("/practice");
    await button(other, "Begin").waitFor();
    expect(await other.getByRole("link", { name: /^Go on with/ }).count()).toBe(0);
  });

  test("can be dropped, and one that was ended can be scored again", async ({ page }) => {
    await page.goto("/practice/sitting?set=slerpi&cases=nanny-platelets");
    await button(page, "Open all").click();
    await page.goto("/practice");
    await button(page, "Drop SLERPI, case 1 of 1").click();
    await page.getByRole("heading", { name: "Not finished yet" }).waitFor({ state: "detached" });
    await page.goto("/practice/sitting?set=slerpi&cases=nanny-platelets");
    await answerByPointer(page);
    await button(page, "See how it went").click();
    await page.reload();
    await page.getByRole("heading", { name: / of 1 verdicts right/ }).waitFor();
    await button(page, "Score these again").click();
    await page.getByText("Case 1 of 1").waitFor();
  });

  test("a rule's address without a number gets another one each time", async ({ page }) => {
    const papers = new Set<string | null>();
    for (let visit = 0; visit < 2; visit += 1) {
      await page.goto("/practice/sitting?rule=slerpi/proteinuria&n=2");
      await page.getByText("Case 1 of 2").waitFor();
      papers.add(new URL(page.url()).searchParams.get("seed"));
    }
    expect(papers.size).toBe(2);
    expect([...papers]).not.toContain(null);
  });
});

describe("a verdict that cannot be said yet", () => {
  test("is right where an unknown answer could change it, and the answers that could are named", async ({ page }) => {
    await page.goto("/practice/sitting?set=eular-acr-2019&cases=locum-missing-ana");
    await button(page, "Open all").click();
    for (const [domain, points] of [
      ["Mucocutaneous", "6"],
      ["Musculoskeletal", "6"],
      ["Hematologic", "3"],
      ["Complement proteins", "3"],
    ] as const) {
      await page.getByLabel(domain, { exact: true }).fill(points);
    }
    await page.getByRole("radio", { name: "Cannot be said yet" }).check();
    await page.getByRole("radio", { name: "Certain" }).check();
    await button(page, "Check").click();
    await page.getByRole("heading", { name: "You agree with the set." }).waitFor();
    await page.getByText("It cannot be said yet. The entry criterion is not known.").waitFor();
  });
});

describe("from the calculator", () => {
  test("a score of one's own is compared, and the misreading that gives it is named", async ({ page }) => {
    await openCalculator(page);
    for (const finding of ["ANA at least 1:80", "Leukopenia", "Thrombocytopenia"]) {
      const answers = page.getByRole("radiogroup", { name: finding, exact: true });
      await answers.getByRole("radio", { checked: true }).focus();
      await page.keyboard.press("p");
    }
    await page.getByText("You make it something else?").click();
    await page.getByLabel("I make it").fill("7");
    await button(page, "Compare").click();
    await page.getByText("EULAR/ACR 2019 comes to 4 points, not 7.").waitFor();
    await page.getByText("Blood counts were added up").waitFor();
    await page.getByLabel("I make it").fill("4");
    await button(page, "Compare").click();
    await page.getByText("EULAR/ACR 2019 comes to 4 points too.").waitFor();
  });

  test("a finding's definition leads to practicing its rule, and so does its reference page", async ({ page }) => {
    await page.goto("/");
    await button(page, "Fever").click();
    await page.getByRole("link", { name: "Practice this rule" }).click();
    await page.getByText("Case 1 of 5 · EULAR/ACR 2019").waitFor();
    await page.goto("/findings/fever");
    await page.getByRole("link", { name: "Practice this rule in EULAR/ACR 2019" }).click();
    await page.getByText("Case 1 of 5 · EULAR/ACR 2019").waitFor();
  });

  test("every criterion of a set's page leads to cases that turn on it", async ({ page }) => {
    await page.goto("/criteria/slerpi");
    await page.locator("#criterion-proteinuria").getByRole("link", { name: "Practice this rule" }).click();
    await page.getByText("Case 1 of 5 · SLERPI").waitFor();
  });
});

describe("progress", () => {
  test("stays on the device, can be exported, erased and brought back", async ({ page }) => {
    await page.goto("/practice/sitting?set=eular-acr-2019&cases=nurse-red-cheeks");
    await answerByPointer(page);
    await page.goto("/practice/progress");
    await page.getByText("1 case answered, 1 verdict right.").waitFor();
    const saving = page.waitForEvent("download");
    await button(page, "Export").click();
    const buffer = Buffer.from(await textOf(await saving));
    await button(page, "Erase").click();
    await button(page, "Erase 1 answer for good").click();
    await page.getByText("Nothing has been answered on this device yet.").waitFor();
    await page.reload();
    await page.getByText("Nothing has been answered on this device yet.").waitFor();
    await page
      .getByLabel("Import")
      .setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") });
    await page.getByText("This is not a practice file, or it is damaged. Nothing was changed.").waitFor();
    await page.getByLabel("Import").setInputFiles({ name: "sle-practice.json", mimeType: "application/json", buffer });
    await page.getByText("1 case answered, 1 verdict right.").waitFor();
    await page.reload();
    await page.getByRole("row", { name: "60% too few to say 1 of 1" }).waitFor();
  });
});

describe("on paper", () => {
  const address = "/practice/paper?set=slicc-2012&seed=spring&n=5&difficulty=2";

  test("the same number prints the same sheet and key", async ({ page, browser, origin }) => {
    await page.goto(address);
    const other = await browser.newPage({ baseURL: origin });
    await other.goto(address);
    for (const each of [page, other]) await choice(each, "Sheet and key").check();
    const sheet = (on: Page) => on.getByRole("region", { name: "Sheet" }).innerText();
    const key = (on: Page) => on.getByRole("region", { name: "Key" }).innerText();
    expect(await sheet(other)).toBe(await sheet(page));
    expect(await key(other)).toBe(await key(page));
    expect(await page.getByRole("region", { name: "Sheet" }).getByRole("article").count()).toBe(5);
    await other.close();
  });

  test("the answers are printed with the questions only when asked for", async ({ page }) => {
    await page.goto(address);
    const [sheet, key] = ["Sheet", "Key"].map((name) => page.getByRole("region", { name }));
    await sheet?.waitFor();
    expect(await key?.count()).toBe(0);
    await choice(page, "Key").check();
    expect([await sheet?.count(), await key?.count()]).toEqual([0, 1]);
  });

  test("paper carries the cases, the key and the statement, and no controls", async ({ page }) => {
    await page.goto(address);
    await choice(page, "Sheet and key").check();
    await page.getByRole("region", { name: "Key" }).waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await button(page, "Print").isVisible()).toBe(false);
    expect(await page.getByRole("region", { name: "Sheet" }).getByText(STATEMENT).isVisible()).toBe(true);
    expect(await page.getByRole("region", { name: "Key" }).getByText(STATEMENT).isVisible()).toBe(true);
  });

  test("flashcards are saved as a file of tab-separated lines", async ({ page }) => {
    await page.goto(address);
    const saving = page.waitForEvent("download");
    await button(page, /^Save as flashcards/).click();
    const download = await saving;
    expect(download.suggestedFilename()).toBe("sle-practice.tsv");
    const lines = (await textOf(download)).trimEnd().split("\n");
    expect(lines.filter((line) => !line.startsWith("#")).map((line) => line.split("\t").length)).toEqual([
      3, 3, 3, 3, 3,
    ]);
  });
});

describe("every page of practice", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`has no accessibility violation and fits 360 px, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.emulateMedia({ colorScheme });
      const clean = async (what: string) => {
        expect(await violations(page), what).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(360);
        expect(await page.getByText(STATEMENT).first().isVisible(), what).toBe(true);
      };
      await page.goto("/practice");
      await button(page, "Begin").waitFor();
      await clean("start");
      await page.goto("/practice/sitting?set=eular-acr-2019&cases=cashier-bruises");
      await button(page, "Open all").click();
      await clean("a case");
      await page.goto("/practice");
      await page.getByRole("heading", { name: "Not finished yet" }).waitFor();
      await clean("start, with a sitting to go on with");
      await page.goBack();
      await page.getByText("You are back where you left off.").waitFor();
      await clean("a case that is taken up again");
      await answerByPointer(page);
      await clean("its review");
      await button(page, /^(Next case|See how it went)$/).click();
      await page.getByRole("heading", { name: /verdicts right/ }).waitFor();
      await clean("the end");
      await page.goto("/practice/progress");
      await page.getByRole("heading", { name: "How sure, how right" }).waitFor();
      await clean("progress");
      await page.goto("/practice/paper");
      await choice(page, "Sheet and key").check();
      await page.getByRole("region", { name: "Key" }).waitFor();
      await clean("paper");
    });
  }
});
