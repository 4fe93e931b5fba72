import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { shareFragment } from "../../lib/share/link.ts";
import { openCalculator } from "./support/calculator.ts";
import { test } from "./support/test.ts";

/** A classified patient with a value of every kind that is not decided, in an undated and a dated part. */
const RECORD: SleRecord = {
  format: "sle-record/1",
  findings: {
    fever: { status: "present", date: "2024-01-05" },
    "synovitis-2-joints": { status: "present", date: "2024-02-01" },
    proteinuria: { status: "present", date: "2024-03-11" },
    thrombocytopenia: "present",
    "oral-ulcers": { status: "present", explainedBy: { cause: "infection", text: "herpes simplex" } },
  },
  measurements: [
    { test: "ana-titer", value: 640, unit: "{titer}" },
    { test: "c3", value: 62, unit: "mg/dL", date: "2024-02-10" },
    { test: "anti-dsdna", value: 200, unit: "[IU]/mL", high: 10, method: "elisa" },
    { test: "white-cells", value: 3200, unit: "/uL" },
    { test: "platelets", value: 250, unit: "10*9/L" },
  ],
};

async function open(
  page: Page,
  record: SleRecord,
  set = "EULAR/ACR 2019",
  last: string | RegExp = /^(What carries it|What would be enough|Not known, and could)/,
): Promise<void> {
  await openCalculator(page);
  await page.goto("about:blank");
  await page.goto(`/#${await shareFragment(record)}`);
  await page.getByText("Opened from a link").waitFor();
  await page.locator(".set-line", { hasText: set }).click();
  // Which of them depends on the record; the set that was chosen before a reload has worked it out already.
  await page.getByRole("heading", { name: last }).first().waitFor();
}

function part(page: Page, title: string) {
  return page.locator(".part").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
}

describe("the reasons", () => {
  test("name what was entered and is not decided although the set classifies, and each leads to its question", async ({
    page,
  }) => {
    await open(page, RECORD);
    expect(await page.locator(".set-line[aria-pressed=true] .set-line-verdict").textContent()).toBe("Classified");
    const undecided = part(page, "Entered, not decided");
    expect(await undecided.locator("li").allTextContents()).toEqual([
      expect.stringContaining("Complement C3 62 mg/dL, 2024-02-100Low C3 needs the laboratory's lower limit."),
      expect.stringContaining("ELISA"),
    ]);
    await undecided.getByRole("button").first().click();
    const row = page.locator("#test-c3");
    await row.locator(":focus").waitFor();
    expect(await row.getAttribute("data-arrived")).toBe("");
    await page.waitForFunction(() => !document.querySelector("[data-arrived]"));
  });

  test("say what a set does not read, and list each open question once", async ({ page }) => {
    await open(page, { format: "sle-record/1", findings: { fever: "present", "malar-rash": "present" } }, "ACR 1997");
    await part(page, "Entered, not read by this set").waitFor();
    expect(await part(page, "Entered, not read by this set").textContent()).toContain("Fever.");
    const three: SleRecord = {
      format: "sle-record/1",
      findings: { "malar-rash": "present", "oral-ulcers": "present", "nonerosive-arthritis": "present" },
    };
    await open(page, three, "ACR 1997");
    await part(page, "What would be enough").waitFor();
    for (const more of await page.getByRole("button", { name: /^Show all/ }).all()) await more.click();
    const names = await page.locator(".open-questions button").allTextContents();
    expect(names.length).toBeGreaterThan(10);
    expect(names).toEqual([...new Set(names)]);
  });

  test("keep the focus when what had it is taken back, and stay where they are until they are worked out anew", async ({
    page,
  }) => {
    await open(page, { format: "sle-record/1", findings: { "ana-1-80": "present", "malar-rash": "present" } });
    const answer = page.locator("#finding-seizure input[value=absent]");
    await answer.press("a");
    await page.locator(".robustness[aria-busy=false]").waitFor();
    const enough = part(page, "What would be enough");
    await enough.getByRole("button", { name: /^Show all/ }).focus();
    await page.keyboard.press("Control+z");
    expect(await enough.isVisible()).toBe(true);
    await page.locator(".robustness[aria-busy=false]").waitFor();
    await enough.getByRole("button", { name: "Seizure" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest(".robustness") !== null)).toBe(true);
    await enough.getByRole("button", { name: "Seizure" }).focus();
    await page.keyboard.press("Control+y");
    await enough.getByRole("button", { name: "Seizure" }).waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.closest(".robustness") !== null)).toBe(true);
  });

  test("lead from each criterion, and from each set that reads a finding, to its rule", async ({ page }) => {
    await open(page, RECORD);
    await page.locator("#finding-low-c3 .finding-label").press("Enter");
    await page.locator("#finding-low-c3 .definition").waitFor();
    const links = [
      ...(await page.locator(".item-title").evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""))),
      ...(await page
        .locator("#finding-low-c3 .definition a[href^='/criteria']")
        .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""))),
    ];
    expect(links.filter((href) => !href.startsWith("/criteria/eular"))).toHaveLength(2);
    const pages = new Map<string, string>();
    for (const href of links) {
      const [path = "", anchor] = href.split("#");
      if (!pages.has(path)) pages.set(path, await (await page.request.get(path)).text());
      expect(pages.get(path), href).toContain(`id="${anchor}"`);
    }
  });

  test("show a route that classifies as past the line, in the row and in the bar", async ({ page }) => {
    await open(
      page,
      { format: "sle-record/1", findings: { "biopsy-class-3-or-4": "present", "ana-1-80": "present" } },
      "SLICC 2012",
    );
    const line = page.locator(".set-line[aria-pressed=true]");
    expect(await line.locator(".set-line-score").textContent()).toBe("1, biopsy instead of 4");
    expect(await line.locator(".set-line-verdict").textContent()).toBe("Classified by biopsy");
    const [past, threshold] = await Promise.all(
      [".ruler-route circle", ".ruler-threshold"].map((mark) => line.locator(mark).boundingBox()),
    );
    expect(past?.x).toBeGreaterThan((threshold?.x ?? 0) + (threshold?.width ?? 0));
    expect(await page.locator(".set-line").first().locator(".ruler-route").count()).toBe(0);
  });
});

describe("a value of which the opened set asks for another form", () => {
  const protein: SleRecord = {
    format: "sle-record/1",
    measurements: [{ test: "urine-protein-creatinine-ratio", value: 95, unit: "mg/mmol" }],
  };

  test("stays in sight with the question beside it, and is nowhere said to be no item", async ({ page }) => {
    await open(page, protein, "ACR 1997");
    const asked = part(page, "Entered, and asked for otherwise");
    expect(await asked.textContent()).toContain("This set asks for persistent proteinuria: answer that.");
    expect(await page.locator("#test-urine-protein-creatinine-ratio").getByText("95 mg/mmol").isVisible()).toBe(true);
    const row = page.locator("#finding-proteinuria");
    expect(await row.textContent()).toContain("ACR 1997 asks for persistent proteinuria: answer that.");
    await page.getByRole("tab", { name: "Compare" }).click();
    const place = definitions.sets.findIndex(({ short }) => short === "ACR 1997");
    const cell = page.locator(".compare tbody tr").filter({ hasText: "Proteinuria" }).locator("td").nth(place);
    expect(await cell.textContent()).toBe("asks for persistent proteinuria: answer that");
    await page.getByRole("tab", { name: "Reasons" }).click();
    await asked.getByRole("button", { name: "Persistent proteinuria" }).click();
    await page.locator("#finding-proteinuria-persistent :focus").waitFor();
    await page.locator("#finding-proteinuria-persistent input[value=absent]").press("a");
    await asked.getByText("This set asks for persistent proteinuria, which is absent.").waitFor();
  });
});

describe("an explanation of a result", () => {
  test("is said to explain all that the result decides, is one step, and is taken out of each", async ({ page }) => {
    await open(page, {
      format: "sle-record/1",
      measurements: [{ test: "anti-dsdna", value: 95, unit: "[IU]/mL", high: 10, method: "crithidia" }],
    });
    const row = page.locator("#finding-anti-dsdna-specific");
    const twins = row.getByRole("list", { name: /also explains$/ }).locator("li");
    await row.getByRole("combobox", { name: /explained by something else$/ }).selectOption("drug");
    expect(await twins.allTextContents()).toEqual([
      "Also explains: anti-dsDNA above the laboratory's range Take it out",
      "Also explains: anti-dsDNA at the SLICC level Take it out",
    ]);
    await twins.first().getByRole("button").click();
    await row.getByRole("button", { name: "Explain anti-dsDNA above the laboratory's range as well" }).waitFor();
    expect(await twins.count()).toBe(1);
    await page.getByText("although something else is said to explain").first().waitFor();
    await page.keyboard.press("Control+z");
    await twins.nth(1).waitFor();
    await page.keyboard.press("Control+z");
    await twins.first().waitFor({ state: "detached" });
    expect(await row.getByRole("combobox", { name: /explained by something else$/ }).inputValue()).toBe("");
  });
});

describe("an entry criterion that titers keep shut", () => {
  test("says what would open it, and the bar shows no points as possible", async ({ page }) => {
    await open(
      page,
      { format: "sle-record/1", measurements: [{ test: "ana-titer", value: 40, unit: "{titer}" }] },
      "EULAR/ACR 2019",
      "The rule",
    );
    await page
      .locator(".clause")
      .getByText("The entry criterion is not met by the titers entered; a higher titer of any other day would open it.")
      .waitFor();
    expect(await page.locator(".score .ruler-ghost").count()).toBe(1);
    expect(await page.locator(".set-line").first().locator(".ruler-ghost").count()).toBe(0);
    expect(await page.locator(".set-line").nth(1).locator(".ruler-ghost").count()).toBe(1);
    expect(await page.locator(".score").textContent()).toContain("so that no score classifies");
  });
});

describe("an answer that the values entered do not meet", () => {
  test("is marked with both ways out, and its value is led to", async ({ page }) => {
    await open(page, RECORD);
    const problem = page.locator("#finding-thrombocytopenia .problem");
    expect(await problem.textContent()).toContain("250 ×10⁹/L is not below 100 ×10⁹/L");
    await problem.getByRole("button", { name: "Enter the value of that day" }).click();
    await page.locator("#test-platelets :focus").waitFor();
    await problem.getByRole("button", { name: /^Take back/ }).click();
    await problem.waitFor({ state: "detached" });
    expect(await page.locator("#finding-thrombocytopenia").textContent()).toContain("Not met by the values entered");
  });

  test("beside a value in another unit stands what it is in the unit of the limit", async ({ page }) => {
    await open(page, RECORD);
    await page.locator("#finding-leukopenia").getByText("3200 /µL (3.2 ×10⁹/L) is below 4 ×10⁹/L.").waitFor();
  });
});

/** Words of the tables, and dates anywhere in the result, that stand on two lines. */
async function brokenWords(page: Page, within: string, pattern: string): Promise<string[]> {
  return page.locator(within).evaluateAll((elements, source) => {
    const broken: string[] = [];
    for (const element of elements) {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        for (const match of (node.textContent ?? "").matchAll(new RegExp(source, "g"))) {
          const range = document.createRange();
          range.setStart(node, match.index);
          range.setEnd(node, match.index + match[0].length);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (lines.size > 1) broken.push(match[0]);
        }
      }
    }
    return broken;
  }, pattern);
}

describe("the other views of the result", () => {
  test("say first what has no date, and why a score that is enough is not met", async ({ page }) => {
    await open(page, RECORD);
    await page.getByRole("tab", { name: "Over time" }).click();
    const view = page.locator(".timeline");
    await view.waitFor();
    expect(await view.locator("li").allTextContents()).toContain("ANA titer 1:640");
    const [first] = await view.locator("figure").all();
    expect(await first?.textContent()).toContain(
      "score enough from 2024-03-11, but what meets the entry criterion has no date",
    );
    expect(await first?.locator(".ruler-marks text").allTextContents()).toEqual(["2024-01-05", "2024-03-11"]);
    expect(await first?.locator(".is-held-back").count()).toBe(1);
    await view.getByRole("button", { name: "ANA titer 1:640" }).click();
    await page.locator("#test-ana-titer :focus").waitFor();
  });

  test.for([360, 1280, 1920])("break no word of their tables and no date, at %d px", async (width, { page }) => {
    await open(page, RECORD);
    await page.setViewportSize({ width, height: 900 });
    if (width < 960) await page.locator(".result-bar-result").click();
    for (const view of ["Reasons", "Compare", "Over time"]) {
      await page.getByRole("tab", { name: view }).click();
      await page.getByRole("tabpanel", { name: view }).waitFor();
      if (view !== "Reasons") await page.locator(".grid-table").waitFor();
      expect(await brokenWords(page, ".grid-table", "[A-Za-z]+")).toEqual([]);
      expect(await brokenWords(page, ".result-panel", "\\d{4}-\\d{2}-\\d{2}")).toEqual([]);
    }
  });

  test("leave the questions where they are", async ({ page }) => {
    await open(page, RECORD);
    const place = () => page.locator("#finding-malar-rash").boundingBox();
    for (const width of [1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      await page.getByRole("tab", { name: "Reasons" }).click();
      const before = await place();
      await page.getByRole("tab", { name: "Compare" }).click();
      await page.locator(".compare").waitFor();
      expect(await place()).toEqual(before);
    }
  });

  test("say in the cell that a set prints no exclusion for an explained finding that counts", async ({ page }) => {
    await open(page, RECORD);
    await page.getByRole("tab", { name: "Compare" }).click();
    const row = page.locator(".compare tbody tr").filter({ hasText: "Oral ulcers" });
    const place = definitions.sets.findIndex(({ short }) => short === "ACR 1997");
    expect(await row.locator("td").nth(place).textContent()).toBe(
      "+1, although explained by an infection (herpes simplex): no exclusion printed",
    );
  });
});
