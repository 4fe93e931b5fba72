import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { STATEMENT } from "../../lib/explain/statement.ts";
import { shareFragment } from "../../lib/share/link.ts";
import { openOn, placeOf, scrolledTo, scrollToMiddle, seen, TURNED, UPRIGHT } from "./support/phone.ts";
import { test } from "./support/test.ts";

const ENLARGED = { width: 320, height: 256 } as const;
const SCREENS = [UPRIGHT, TURNED, ENLARGED] as const;
const BOTH = [UPRIGHT, TURNED] as const;

const focusOf = (page: Page) => page.evaluate(() => document.activeElement?.textContent || document.activeElement?.id);

async function enter(page: Page, text: string): Promise<void> {
  await page.getByRole("combobox", { name: /Find a finding/ }).fill(text);
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("option").first().waitFor({ state: "hidden" });
}

describe.each(SCREENS)("the header at $width by $height px", (size) => {
  test("is one line that stays, says whose record it is, and holds everything else in a menu", async ({ page }) => {
    await openOn(page, size);
    const header = page.getByRole("banner");
    for (const place of ["#finding-fever", "#finding-thrombocytopenia"]) {
      const { y, height } = (await header.boundingBox()) ?? { y: -1, height: 0 };
      expect(y).toBe(0);
      expect(height).toBeLessThanOrEqual(48);
      for (const control of [".open-patient-field", ".open-patient > button", ".site-menu-button"]) {
        expect(await seen(page, control), control).toBeDefined();
      }
      await scrollToMiddle(page, place);
    }
    const menu = page.getByRole("button", { name: "Menu" });
    await menu.press("Enter");
    for (const name of ["Calculator", "Criteria", "Findings", "Practice"]) {
      expect(await header.getByRole("link", { name, exact: true }).isVisible()).toBe(true);
    }
    for (const name of ["Undo", "Redo", "Copy note", "Record", "Keys"]) {
      expect(await header.getByRole("button", { name, exact: true }).isVisible()).toBe(true);
    }
    await page.keyboard.press("Escape");
    expect(await header.getByRole("button", { name: "Record" }).isVisible()).toBe(false);
    expect(await focusOf(page)).toBe("Menu");
    const before = await scrolledTo(page);
    await menu.click();
    await header.getByRole("button", { name: "Record" }).click();
    await page.getByRole("dialog", { name: "Record" }).waitFor();
    expect(await page.locator(".site-menu").isVisible()).toBe(false);
    expect(await scrolledTo(page)).toBe(before);
  });
});

describe.each(SCREENS)("the statement at $width by $height px", (size) => {
  test.for(["/", "/criteria", "/practice", "/about"])(
    "is whole at the top of %s, and one line of it stays",
    async (path, { page }) => {
      await page.setViewportSize(size);
      await page.goto(path, { waitUntil: "networkidle" });
      const whole = (await page.locator(".statement").boundingBox()) ?? { y: -1, height: 0 };
      expect(whole.y).toBeGreaterThanOrEqual(0);
      expect(whole.y + whole.height).toBeLessThan(size.height);
      await page.evaluate(() => window.scrollTo(0, 400));
      for (const y of [500, 100_000]) {
        await page.evaluate((top) => window.scrollTo(0, top), y);
        const line = await seen(page, ".statement-short");
        expect(line).toBeDefined();
        expect((line?.bottom ?? 0) - (line?.top ?? 0)).toBeLessThanOrEqual(48);
        const heights = await page.locator(".statement-short").evaluate((one) => [one.scrollHeight, one.clientHeight]);
        expect(heights[0]).toBe(heights[1]);
      }
      const line = page.locator(".statement-short");
      expect(await line.innerText()).toContain("It does not diagnose.");
      await line.click();
      expect(await page.locator(".statement").innerText()).toBe(STATEMENT);
      expect(await seen(page, ".statement > p")).toBeDefined();
      await line.press("Enter");
      expect(await seen(page, ".statement > p")).toBeUndefined();
    },
  );

  test("goes from whole to one line without moving anything", async ({ page }) => {
    await openOn(page, size);
    const first = page.locator(".question-group").first();
    const at = async () => Math.round(((await first.boundingBox())?.y ?? 0) + (await scrolledTo(page)));
    const before = await at();
    for (const y of [1, 20, 40, 60, 100, 200]) {
      await page.evaluate((top) => window.scrollTo(0, top), y);
      expect(await at()).toBe(before);
    }
  });
});

/** Records that make a bar say much and little. */
const RECORDS: readonly (readonly [what: string, record: SleRecord, words: RegExp])[] = [
  ["nothing", { format: "sle-record/1" }, /0 \/ 10/],
  [
    "classified",
    { format: "sle-record/1", findings: { "ana-1-80": "present", "malar-rash": "present", seizure: "present" } },
    /11 \/ 10[\s\S]*Classified/,
  ],
  ["the entry not met", { format: "sle-record/1", findings: { "ana-1-80": "absent", fever: "present" } }, /\/ 10/],
  [
    "a biopsy",
    { format: "sle-record/1", findings: { "ana-1-80": "present", "biopsy-class-3-or-4": "present" } },
    /\/ 10/,
  ],
  [
    "a contradiction",
    { format: "sle-record/1", findings: { proteinuria: "present", "proteinuria-500": "absent" } },
    /No result/,
  ],
];

describe.each(SCREENS)("the bar at $width by $height px", (size) => {
  test("is in view with the score, whatever it says, and has one height", { timeout: 120_000 }, async ({ page }) => {
    await openOn(page, size);
    const heights = new Set<number>();
    for (const [what, record, words] of RECORDS) {
      await page.evaluate(
        (fragment) => {
          location.hash = fragment;
        },
        await shareFragment({ ...record, label: what }),
      );
      await page
        .locator(".open-patient-field")
        .and(page.locator(`[value="${what}"]`))
        .waitFor();
      for (const { id } of definitions.sets) {
        await page.locator("#result-bar").click();
        await page
          .locator(".set-line")
          .nth(definitions.sets.findIndex((set) => set.id === id))
          .click();
        await page.getByRole("button", { name: "Back to the questions" }).click();
        const bar = page.locator(".result-bar");
        const { y, height } = (await bar.boundingBox()) ?? { y: 0, height: 0 };
        heights.add(height);
        expect(y + height).toBeLessThanOrEqual(size.height);
        expect(await seen(page, ".result-bar-score"), `${what} ${id}`).toBeDefined();
        if (id === definitions.sets[0]?.id) expect(await bar.innerText()).toMatch(words);
        for (const name of ["Undo", "Find", "Groups"]) {
          expect(await bar.getByRole("button", { name, exact: true }).isVisible(), name).toBe(true);
        }
        // Nothing in it is cut off, or lies over something else.
        expect(
          await bar.evaluate((element) =>
            [...element.querySelectorAll("span, button")].flatMap((one) => {
              const box = one.getBoundingClientRect();
              const around = (one.closest("button") ?? element).getBoundingClientRect();
              const out = box.width > 1 && (box.right > around.right + 1 || box.bottom > around.bottom + 1);
              return out ? [`${one.className} ${one.textContent}`] : [];
            }),
          ),
          `${what} ${id}`,
        ).toEqual([]);
      }
    }
    expect([...heights]).toHaveLength(1);
    expect([...heights][0]).toBeLessThanOrEqual(64);
  });

  test("takes the last step back where one is", async ({ page }) => {
    await openOn(page, size);
    await scrollToMiddle(page, "#finding-malar-rash");
    const row = page.locator("#finding-malar-rash");
    await row.getByRole("radio", { name: "Present" }).click({ force: true });
    await page.locator(".result-bar").getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => row.getByRole("radio", { name: "Not known" }).isChecked()).toBe(true);
  });
});

describe("turned", () => {
  test.for(["malar-rash", "thrombocytopenia", "anti-sm", "low-c3"])(
    "the phone keeps the question in view: %s",
    async (finding, { page }) => {
      await openOn(page, UPRIGHT);
      await scrollToMiddle(page, `#finding-${finding}`);
      await page.waitForTimeout(300);
      for (const size of [TURNED, UPRIGHT, TURNED]) {
        await page.setViewportSize(size);
        await expect.poll(() => seen(page, `#finding-${finding} .finding-label`)).toBeDefined();
        await page.waitForTimeout(500);
        expect(await seen(page, `#finding-${finding} .finding-label`), JSON.stringify(size)).toBeDefined();
      }
    },
  );

  test("it keeps the answer that has the focus in view", async ({ page }) => {
    await openOn(page, UPRIGHT);
    await scrollToMiddle(page, "#finding-seizure");
    await page.locator("#finding-psychosis").getByRole("radio", { name: "Absent" }).click({ force: true });
    await page.waitForTimeout(400);
    await page.setViewportSize(TURNED);
    await expect.poll(() => seen(page, "#finding-psychosis .finding-label")).toBeDefined();
  });

  test("so does a window that becomes wide", async ({ page }) => {
    await openOn(page, UPRIGHT);
    await scrollToMiddle(page, "#finding-seizure");
    await page.waitForTimeout(300);
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect.poll(() => seen(page, "#finding-seizure .finding-label")).toBeDefined();
  });

  test("at the top it stays at the top", async ({ page }) => {
    await openOn(page, UPRIGHT);
    await page.setViewportSize(TURNED);
    await page.waitForTimeout(300);
    expect(await scrolledTo(page)).toBe(0);
  });
});

describe.each(BOTH)("Find at $width by $height px", (size) => {
  test("comes to where it is called, and goes back there", async ({ page }) => {
    await openOn(page, size);
    await scrollToMiddle(page, "#finding-seizure");
    const before = await placeOf(page, "#finding-seizure");
    const moved = async () => Math.abs((await placeOf(page, "#finding-seizure")) - before);
    const find = page.locator(".result-bar").getByRole("button", { name: "Find", exact: true });
    for (const leave of [
      async () => {
        await page.keyboard.press("Escape");
      },
      async () => {
        await page.getByRole("button", { name: "Back to where you were" }).click();
      },
    ]) {
      await find.click();
      expect(await focusOf(page)).toBe("quick-find");
      expect(await seen(page, "#quick-find")).toBeDefined();
      await enter(page, "malar");
      expect(await seen(page, "#quick-find")).toBeDefined();
      await expect.poll(moved).toBeLessThanOrEqual(2);
      await leave();
      await expect.poll(() => focusOf(page)).toBe("Find");
      await expect.poll(moved).toBeLessThanOrEqual(2);
      expect(await seen(page, "#quick-find")).toBeUndefined();
      expect(await seen(page, "#finding-seizure .finding-label")).toBeDefined();
    }
  });

  test("lets go once one has gone on to something else", async ({ page }) => {
    await openOn(page, size);
    await scrollToMiddle(page, "#finding-seizure");
    await page.locator(".result-bar").getByRole("button", { name: "Find", exact: true }).click();
    await page.locator("#finding-seizure").getByRole("radio", { name: "Absent" }).click({ force: true });
    await expect.poll(() => seen(page, "#quick-find")).toBeUndefined();
    expect(await page.locator("#finding-seizure").getByRole("radio", { name: "Absent" }).isChecked()).toBe(true);
  });
});

test("on a wide screen a slash brings the field to the answer that has the focus, and Escape leads back", async ({
  page,
}) => {
  await openOn(page, { width: 1280, height: 900 });
  await scrollToMiddle(page, "#finding-seizure");
  const radio = page.locator("#finding-seizure").getByRole("radio", { name: "Not known" });
  await radio.focus();
  const before = await placeOf(page, "#finding-seizure");
  expect(await scrolledTo(page)).toBeGreaterThan(500);
  await page.keyboard.press("/");
  expect(await seen(page, "#quick-find")).toBeDefined();
  await enter(page, "no fever");
  await page.keyboard.press("Escape");
  await expect.poll(() => radio.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(Math.abs((await placeOf(page, "#finding-seizure")) - before)).toBeLessThanOrEqual(2);
});

/** As browsers do that hold nothing in its place by themselves. */
async function holdNothing(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const part of document.querySelectorAll<HTMLElement>("*")) part.style.overflowAnchor = "none";
  });
}

test.for(
  [...BOTH, { width: 1280, height: 900 }].flatMap((size) => [
    { ...size, how: "press" as const },
    { ...size, how: "key" as const },
  ]),
)("an answer that contradicts stays where it was given, by $how at $width by $height px", async (given, { page }) => {
  const { how, ...size } = given;
  await openOn(page, size);
  await enter(page, "wbc 3.1");
  await page.locator(".robustness[aria-busy=false]").first().waitFor({ state: "attached" });
  await holdNothing(page);
  await scrollToMiddle(page, "#finding-leukopenia");
  const before = await placeOf(page, "#finding-leukopenia .finding-line");
  const absent = page.locator("#finding-leukopenia input[value=absent]");
  if (how === "press") await absent.click({ force: true });
  else await page.locator("#finding-leukopenia input:checked").press("a");
  await page.getByRole("heading", { name: "There is a problem" }).waitFor({ state: "attached" });
  await page.waitForTimeout(1000);
  const moved = (await placeOf(page, "#finding-leukopenia .finding-line")) - before;
  expect(await absent.isChecked()).toBe(true);
  // By a press, what opens below it may lift it so that what stands below stays.
  expect(moved).toBeLessThanOrEqual(2);
  expect(moved).toBeGreaterThanOrEqual(how === "press" ? -200 : -2);
});

test.for([...BOTH, { width: 1280, height: 900 }])(
  "what the quick find enters and contradicts moves nothing that is being read, at $width by $height px",
  async (size, { page }) => {
    await openOn(page, size);
    await holdNothing(page);
    await page.locator(".robustness[aria-busy=false]").first().waitFor({ state: "attached" });
    await scrollToMiddle(page, "#finding-seizure");
    await page.locator("#finding-seizure").getByRole("radio", { name: "Not known" }).focus();
    const before = await placeOf(page, "#finding-seizure");
    await page.keyboard.press("/");
    await enter(page, "no leukopenia");
    // Each entry is to keep the place by itself.
    await page.waitForTimeout(1000);
    await enter(page, "wbc 3.1");
    await page.getByRole("heading", { name: "There is a problem" }).waitFor({ state: "attached" });
    // Until all that follows is drawn, and what was moved by it put back.
    await page.waitForTimeout(1000);
    expect(Math.abs((await placeOf(page, "#finding-seizure")) - before)).toBeLessThanOrEqual(2);
  },
);

describe.each([...BOTH, { width: 1280, height: 900 }])("a jump to a group at $width by $height px", (size) => {
  test("shows its head and its first line, under nothing", { timeout: 120_000 }, async ({ page }) => {
    await openOn(page, size);
    for (const group of Object.keys(definitions.groups)) {
      if (size.width < 960) await page.getByRole("button", { name: "Groups" }).click();
      await page.locator(`#groups a[href="#group-${group}"]`).click();
      await page.waitForTimeout(200);
      expect(await seen(page, `#group-${group}`), group).toBeDefined();
      // The first line after the head, whatever it is.
      const first = await page.evaluate((id) => {
        const head = document.getElementById(id)?.closest(".group-head");
        const line = head?.nextElementSibling;
        const [above, below] = [head?.getBoundingClientRect(), line?.getBoundingClientRect()];
        return above && below && below.top >= above.bottom - 1;
      }, `group-${group}`);
      expect(first, group).toBe(true);
    }
  });
});

describe.each(BOTH)("what is said of a step at $width by $height px", (size) => {
  test("covers neither the bar nor the tabs", async ({ page }) => {
    await openOn(page, size);
    await enter(page, "malar");
    await page.locator(".result-bar").getByRole("button", { name: "Undo" }).click();
    await page.locator(".said").getByText("Undone").waitFor();
    const said = (await page.locator(".said").boundingBox()) ?? { y: 0, height: 9999 };
    const bar = (await page.locator(".result-bar").boundingBox()) ?? { y: 0 };
    expect(said.y + said.height).toBeLessThanOrEqual(bar.y);
    await page.locator("#result-bar").click();
    const tabs = page.getByRole("tablist");
    await tabs.waitFor();
    // Wherever the tabs are scrolled to.
    for (const share of [0.3, 0.6, 0.9]) {
      await page.getByRole("button", { name: "Menu" }).click();
      await page
        .getByRole("banner")
        .getByRole("button", { name: "Redo" })
        .or(page.getByRole("banner").getByRole("button", { name: "Undo" }))
        .and(page.locator("[aria-disabled=false]"))
        .first()
        .click();
      await page
        .locator(".said")
        .getByText(/Undone|Redone/)
        .waitFor();
      await tabs.evaluate((element, part) => {
        window.scrollBy(0, element.getBoundingClientRect().top - window.innerHeight * part);
      }, share);
      const covered = await tabs.getByRole("tab").evaluateAll((all) => {
        const said = document.querySelector<HTMLElement>(".said");
        if (said) said.style.pointerEvents = "auto";
        return all.flatMap((tab) => {
          const { left, top, width, height } = tab.getBoundingClientRect();
          const hit = document.elementFromPoint(left + width / 2, top + height / 2);
          return hit && said?.contains(hit) ? [tab.textContent] : [];
        });
      });
      expect(covered).toEqual([]);
    }
  });
});
