/**
 * What an answer does to the page, and in which order: the answer with its results in one frame, all else after it, and
 * nothing false or lost however quickly the next one follows. Counted and not timed.
 */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { rowId } from "../../app/_store/view-store.ts";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, SleRecord } from "../../criteria/types.ts";
import { shareFragment } from "../../lib/share/link.ts";
import { EVERY_KIND, expectedScores, openCalculator, shownScores } from "./support/calculator.ts";
import { test } from "./support/test.ts";

async function openRecord(page: Page, record: SleRecord): Promise<void> {
  await openCalculator(page);
  await page.goto("about:blank");
  await page.goto(`/#${await shareFragment(record)}`);
  await page.getByText("Opened from a link").waitFor();
  await page.locator(".entered-one").first().waitFor();
  await page.locator(".robustness[aria-busy=false]").waitFor();
}

/** What stands on the page, by where it stands, as it was when something was painted. */
interface Painted {
  readonly rows: number;
  /** Rows that change below their answer, where what comes or goes moves all that follows. */
  readonly below: number;
  readonly results: number;
  readonly others: readonly string[];
}

/** Presses a key where the focus is, and says what has changed in the frame of it, and in those after it. */
async function framesOf(page: Page, key: string): Promise<readonly Painted[]> {
  await page.waitForTimeout(300);
  await page.evaluate(() => {
    const frames: Painted[] = [];
    Object.assign(window, { frames });
    let changes: MutationRecord[] = [];
    const observer = new MutationObserver((more) => {
      if (changes.length === 0) requestAnimationFrame(look);
      changes.push(...more);
    });
    function look() {
      const places = changes.map(({ target }) => (target instanceof Element ? target : target.parentElement));
      changes = [];
      const rows = new Set<Element>();
      const below = new Set<Element>();
      const others = new Set<string>();
      let results = 0;
      for (const place of places) {
        const row = place?.closest(".finding");
        if (row) rows.add(row);
        if (row && !place?.closest(".finding-line")) below.add(row);
        if (row) continue;
        // The picture of a score is no more than that, and follows it.
        if (place?.closest(".set-list") && !place.closest(".ruler")) results += 1;
        else if (!place?.closest("[role=status], [role=combobox], search > .relative"))
          others.add(place?.closest("[class]")?.className ?? "");
      }
      frames.push({ rows: rows.size, below: below.size, results, others: [...others] });
    }
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await page.keyboard.press(key);
  await page.locator(".robustness[aria-busy=false]").waitFor();
  await page.waitForTimeout(300);
  return page.evaluate(() => (window as unknown as { frames: Painted[] }).frames);
}

const WBC = { test: "white-cells", value: 5, unit: "10*9/L" } as const;

describe("an answer", () => {
  test("is painted with its results, and nothing else waits in that frame", async ({ page }) => {
    await openRecord(page, EVERY_KIND);
    await page.locator(`#${rowId("malar-rash")} input:checked`).focus();
    const [first, ...later] = await framesOf(page, "a");
    expect(first?.results).toBeGreaterThan(0);
    expect(first?.others).toEqual([]);
    // Its own, and those of which it was an implication.
    expect(first?.rows).toBeLessThanOrEqual(2);
    expect(first?.below).toBe(0);
    // What it does to the rest follows, and the results do not change again.
    expect(later[0]?.others).toContain("ruler");
    expect(later.some(({ below }) => below > 0)).toBe(true);
    expect(later.map(({ results }) => results).filter((results) => results > 0)).toEqual([]);
  });

  test("that the quick find enters is painted with its results and its words, and nothing else waits in that frame", async ({
    page,
  }) => {
    await openRecord(page, EVERY_KIND);
    const field = page.getByRole("combobox").first();
    await field.fill("psychosis");
    await page.locator("[role=option][aria-selected=true]").waitFor();
    const [first, ...later] = await framesOf(page, "Enter");
    expect(first?.results).toBeGreaterThan(0);
    expect(first?.others).toEqual([]);
    expect(first?.below).toBe(0);
    expect(later.some(({ others }) => others.some((place) => place.startsWith("entered")))).toBe(true);
    expect(later.map(({ results }) => results).filter((results) => results > 0)).toEqual([]);
    await page.getByText("Psychosis: present.").waitFor();
  });

  test("that is the first waits for no words of days or numbers from the browser, which take long the first time", async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const asked: string[] = [];
      Object.assign(window, { asked });
      const counted = <Of extends object>(of: Of, names: readonly (keyof Of & string)[]) => {
        for (const name of names) {
          const real = of[name] as (...given: unknown[]) => unknown;
          const noted = new Proxy(real, {
            apply(call, self, given) {
              asked.push(name);
              return Reflect.apply(call, self, given);
            },
            construct(call, given) {
              asked.push(name);
              return Reflect.construct(call, given);
            },
          });
          Object.defineProperty(of, name, { value: noted });
        }
      };
      counted(Date.prototype, ["toLocaleString", "toLocaleDateString", "toLocaleTimeString"]);
      counted(Number.prototype, ["toLocaleString"]);
      counted(Intl, ["DateTimeFormat", "NumberFormat", "PluralRules", "Collator"]);
    });
    await openCalculator(page);
    const asked = page.evaluate(
      () =>
        new Promise((resolve) => {
          const { asked } = window as unknown as { asked: string[] };
          const before = asked.length;
          window.addEventListener(
            "keydown",
            () => requestAnimationFrame(() => setTimeout(() => resolve(asked.slice(before)))),
            { capture: true, once: true },
          );
        }),
    );
    await page.locator(`#${rowId("malar-rash")} input:checked`).press("p");
    expect(await asked).toEqual([]);
    await page.getByText(/^Patient begun \d+ [A-Z][a-z]{2}, 1 entry$/).waitFor();
  });

  test("lays out nothing while it is given", async ({ page }) => {
    await openRecord(page, EVERY_KIND);
    await page.locator(`#${rowId("fever")} input:checked`).focus();
    await page.waitForTimeout(300);
    const devtools = await page.context().newCDPSession(page);
    interface Traced {
      readonly name: string;
      readonly pid: number;
      readonly ts: number;
      readonly dur?: number;
      readonly args: { readonly data?: { readonly type?: string; readonly message?: string } };
    }
    const all: Traced[] = [];
    devtools.on("Tracing.dataCollected", ({ value }) => all.push(...(value as unknown as Traced[])));
    await devtools.send("Tracing.start", {
      transferMode: "ReportEvents",
      traceConfig: { includedCategories: ["devtools.timeline"] },
    });
    // The trace is of the whole browser, in which other tests have their pages.
    await page.evaluate(() => console.timeStamp("this page"));
    await page.keyboard.press("p");
    await page.locator(`#${rowId("fever")} .attribution`).waitFor();
    const complete = new Promise((done) => devtools.once("Tracing.tracingComplete", done));
    await devtools.send("Tracing.end");
    await complete;
    const here = all.find(({ args }) => args.data?.message === "this page")?.pid;
    const events = all.filter(({ pid }) => pid === here);
    const [press, ...more] = events.filter(
      ({ name, args }) => name === "EventDispatch" && args.data?.type === "keydown",
    );
    expect(more).toEqual([]);
    const { ts = 0, dur = 0 } = press ?? {};
    expect(dur).toBeGreaterThan(0);
    const inside = events.filter(({ name, ts: at }) => name === "Layout" && at >= ts && at <= ts + dur);
    expect(inside).toEqual([]);
  });
});

describe("answers in quick succession", () => {
  /** Every question in view of its row, answered in one go, as no hand could. */
  async function pressAll(page: Page, findings: readonly FindingId[], keys: readonly string[]): Promise<void> {
    await page.evaluate(
      ([ids, all]) => {
        for (const [at, id] of ids.entries()) {
          const row = document.getElementById(id);
          const letter = all[at % all.length];
          row
            ?.querySelector("input:checked")
            ?.dispatchEvent(new KeyboardEvent("keydown", { key: letter ?? "", bubbles: true, cancelable: true }));
        }
      },
      [findings.map(rowId), keys] as const,
    );
  }

  test("are all given, and the page shows what the engine makes of the last record", async ({ page }) => {
    await openCalculator(page);
    const findings: readonly FindingId[] = [
      "fever",
      "malar-rash",
      "discoid-lupus",
      "seizure",
      "oral-ulcers",
      "psychosis",
    ];
    await pressAll(page, findings, ["p", "p", "a"]);
    const record: SleRecord = {
      format: "sle-record/1",
      findings: Object.fromEntries(findings.map((one, at) => [one, at % 3 === 2 ? "absent" : "present"])),
    };
    await expect.poll(() => shownScores(page)).toEqual(expectedScores(record));
    const listed = page.locator(".entered-one .entered-name");
    await expect.poll(() => listed.count()).toBe(findings.length);
    expect(await page.locator(".finding input:checked:not([value=unknown])").count()).toBe(findings.length);
    expect(
      await page.evaluate(
        () =>
          Object.values(localStorage)
            .join()
            .match(/"present"/g)?.length,
      ),
    ).toBe(4);
  });

  test("are each one step that can be undone", async ({ page }) => {
    await openCalculator(page);
    await pressAll(page, ["fever", "malar-rash", "seizure"], ["p"]);
    for (const left of [2, 1, 0]) {
      await page.keyboard.press("Control+z");
      await expect.poll(() => page.locator(".finding input:checked:not([value=unknown])").count()).toBe(left);
      await expect.poll(() => page.locator(".entered-one").count()).toBe(left);
    }
  });

  test("are each entered by the quick find, however fast one line follows the other", async ({ page }) => {
    await openCalculator(page);
    const field = page.getByRole("combobox").first();
    for (const line of ["malar rash", "no seizure", "wbc 3.1"]) {
      await field.fill(line);
      await field.press("Enter");
    }
    const record: SleRecord = {
      format: "sle-record/1",
      findings: { "malar-rash": "present", seizure: "absent" },
      measurements: [{ test: "white-cells", value: 3.1, unit: "10*9/L" }],
    };
    await expect.poll(() => page.locator(".entered-one").count()).toBe(3);
    expect(await shownScores(page)).toEqual(expectedScores(record));
    for (const left of [2, 1, 0]) {
      await field.press("Control+z");
      await expect.poll(() => page.locator(".entered-one").count()).toBe(left);
    }
  });

  test("and the way on from one leads to what it opened", async ({ page }) => {
    await openCalculator(page);
    await page.locator("[data-worth]").first().waitFor();
    const opened = await page.evaluate(async (id) => {
      const row = document.getElementById(id);
      const press = (key: string) =>
        row?.querySelector("input:checked")?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      press("p");
      // React draws it in a task of its own kind, before any frame.
      await Promise.resolve();
      const before = row?.querySelector(".attribution") ?? null;
      press("Tab");
      return [before !== null, row?.querySelector(".attribution") !== null];
    }, rowId("fever"));
    expect(opened).toEqual([false, true]);
  });

  test("and what stood below it of the answer before is neither seen nor said until it is drawn anew", async ({
    page,
  }) => {
    await openRecord(page, { format: "sle-record/1", findings: { leukopenia: "present" }, measurements: [WBC] });
    const row = page.locator(`#${rowId("leukopenia")}`);
    await row.getByText("not met by the values entered").waitFor();
    const atOnce = await row.evaluate(async (element) => {
      const below = [...element.children].filter((part) => !part.matches(".finding-line"));
      const seen = () =>
        below.filter((part) => part.isConnected && getComputedStyle(part).visibility !== "hidden").length;
      const before = seen();
      element
        .querySelector("input:checked")
        ?.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true, cancelable: true }));
      // React draws it in a task of its own kind, before any frame.
      await Promise.resolve();
      const said = element.querySelector("[aria-describedby]")?.getAttribute("aria-describedby")?.split(" ") ?? [];
      return { before, after: seen(), said: said.filter((id) => below.some((part) => part.id === id)) };
    });
    expect(atOnce.before).toBeGreaterThan(0);
    expect(atOnce).toMatchObject({ after: 0, said: [] });
    await expect.poll(() => row.locator("[data-ahead], [data-stale]").count()).toBe(0);
  });

  test("meet a page that is up to date, wherever the next press goes", async ({ page }) => {
    await openRecord(page, EVERY_KIND);
    // In one task, before anything can be painted: an answer, and then what stands first in the list of entries.
    const removed = await page.evaluate((id) => {
      document
        .querySelector(`#${id} input:checked`)
        ?.dispatchEvent(new KeyboardEvent("keydown", { key: "p", bubbles: true, cancelable: true }));
      const list = document.querySelector(".entered-list");
      list?.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
      const first = list?.querySelector(".entered-one");
      const words = first?.querySelector(".entered-name")?.textContent ?? "";
      first?.querySelector<HTMLElement>(".entered-remove")?.click();
      return words;
    }, rowId("psychosis"));
    expect(removed).toBe(definitions.findings.psychosis.label);
    await expect.poll(() => shownScores(page)).toEqual(expectedScores(EVERY_KIND));
  });
});

test.for([1280, 360])("what an answer is worth moves no row when it comes, at %d px", async (width, { page }) => {
  await page.setViewportSize({ width, height: 900 });
  await page.goto("/");
  await page.waitForSelector(".calculator[data-ready=true]");
  const heightOf = (finding: FindingId) =>
    page.locator(`#${rowId(finding)} .finding-line`).evaluate((line) => line.getBoundingClientRect().height);
  const worthOf = (finding: FindingId) => page.locator(`#${rowId(finding)} .worth`);
  const press = (finding: FindingId) => page.locator(`#${rowId(finding)} input:checked`).press("p");
  await worthOf("biopsy-class-2-or-5").filter({ hasText: "+8" }).waitFor();
  const before = await heightOf("biopsy-class-2-or-5");
  await press("biopsy-class-3-or-4");
  await worthOf("biopsy-class-2-or-5").filter({ hasText: "adds nothing beside class III or IV" }).waitFor();
  expect(await heightOf("biopsy-class-2-or-5")).toBe(before);
  const pain = await heightOf("pericardial-pain");
  for (const finding of ["acute-pericarditis", "pericardial-pain", "pericardial-rub", "pericarditis-ecg"] as const) {
    await press(finding);
  }
  await worthOf("pericardial-pain").filter({ hasText: "ECG of pericarditis" }).waitFor();
  expect(await heightOf("pericardial-pain")).toBe(pain);
  // All of it can be read in the opened row.
  const cut = () => worthOf("pericardial-pain").evaluate((words) => words.scrollHeight > words.clientHeight + 1);
  expect(await cut()).toBe(true);
  await page.locator(`#${rowId("pericardial-pain")} .finding-label`).click();
  expect(await cut()).toBe(false);
});
