import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { rowId } from "../../app/_store/view-store.ts";
import type { FindingId, SleRecord } from "../../criteria/types.ts";
import { shareFragment } from "../../lib/share/link.ts";
import { EVERY_KIND, openCalculator } from "./support/calculator.ts";
import { test } from "./support/test.ts";

/** What a screen reader says of the answer to a finding beside its name. */
async function described(page: Page, finding: FindingId): Promise<string> {
  return page.locator(`#${rowId(finding)} [role=radiogroup]`).evaluate((group) =>
    (group.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? "")
      .join(" ")
      .trim(),
  );
}

async function press(page: Page, finding: FindingId, key: "p" | "a" | "u"): Promise<void> {
  await page.locator(`#${rowId(finding)} input:checked`).press(key);
}

async function openRecord(page: Page, record: SleRecord): Promise<void> {
  await openCalculator(page);
  await page.goto("about:blank");
  await page.goto(`/#${await shareFragment(record)}`);
  await page.getByText("Opened from a link").waitFor();
}

describe("what an answer is worth", () => {
  test("is said at its row before it is given and after, changes with the record and with the set", async ({
    page,
  }) => {
    await openCalculator(page);
    const says = (finding: FindingId, words: string) => expect.poll(() => described(page, finding)).toBe(words);
    await says("malar-rash", "+6");
    await says("ana-1-80", "opens the entry");
    await press(page, "oral-ulcers", "p");
    await says("oral-ulcers", "+2 counted");
    await says("malar-rash", "+4 (6 in place of 2)");
    await press(page, "malar-rash", "p");
    await says("malar-rash", "+6 counted");
    await says("maculopapular-rash", "adds nothing beside malar rash");
    await says("oral-ulcers", "outranked by acute cutaneous lupus");
    await page.locator("#finding-oral-ulcers select").first().selectOption("infection");
    await says("oral-ulcers", "explained by an infection, not counted");
    await page.locator(".set-line", { hasText: "SLICC 2012" }).click();
    await says("malar-rash", "+1 counted");
    await says("non-scarring-alopecia", "+1");
    await page.keyboard.press("Control+z");
    await says("oral-ulcers", "+1 counted");
    await press(page, "malar-rash", "a");
    await says("malar-rash", "");
  });

  test("of another patient is never said", async ({ page }) => {
    await openRecord(page, EVERY_KIND);
    await expect.poll(() => described(page, "malar-rash")).toBe("+6 counted");
    await expect.poll(() => described(page, "discoid-lupus")).toBe("adds nothing beside malar rash");
    // Everything that the row of discoid lupus says once the malar rash of the one before is gone.
    await page.evaluate(() => {
      const heard: string[] = [];
      new MutationObserver(() => {
        if (!document.querySelector<HTMLInputElement>("#finding-malar-rash [value=unknown]")?.checked) return;
        const says = document.querySelector("#finding-discoid-lupus .worth")?.textContent ?? "";
        if (says !== heard.at(-1)) document.body.dataset["heard"] = heard.concat(says).join(";");
        heard.push(says);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    const other = await shareFragment({ format: "sle-record/1", findings: { seizure: "present" } });
    await page.evaluate((fragment) => {
      location.hash = fragment;
    }, other);
    // What was true of the one before goes before anything is said of this one.
    await expect.poll(() => described(page, "discoid-lupus")).toBe("+4");
    const heard = (await page.locator("body").getAttribute("data-heard"))?.split(";") ?? [];
    expect(heard.filter((says, position) => says !== heard[position - 1])).toEqual(["", "+4"]);
    await expect.poll(() => described(page, "malar-rash")).toBe("+6");
  });

  test("stands at the values that would decide it", async ({ page }) => {
    await openCalculator(page);
    await expect.poll(() => page.locator("#test-c3 .worth").textContent()).toBe("up to +3");
    await expect.poll(() => page.locator("#test-ana-titer .worth").textContent()).toBe("opens the entry");
  });

  test.for([1280, 360])("moves nothing when it comes and when it changes, at %d px", async (width, { page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/");
    await page.waitForSelector(".calculator[data-ready=true]");
    const places = () =>
      page
        .locator(".finding:visible")
        .evaluateAll((rows) => rows.slice(0, 9).map((row) => row.getBoundingClientRect().height));
    const before = await places();
    await page.locator("#finding-malar-rash .worth-amount").waitFor();
    expect(await places()).toEqual(before);
    if (width === 1280) expect(Math.max(...before.slice(2))).toBeLessThanOrEqual(37);
    await press(page, "malar-rash", "p");
    await page.locator("#finding-discoid-lupus .worth", { hasText: "adds nothing" }).waitFor();
    const discoid = page.locator("#finding-discoid-lupus");
    const height = (await discoid.boundingBox())?.height ?? 0;
    await press(page, "malar-rash", "u");
    await page.locator("#finding-discoid-lupus .worth", { hasText: "+4" }).waitFor();
    expect((await discoid.boundingBox())?.height).toBe(height);
  });
});

describe("on a wide screen", () => {
  test("the four verdicts stay in sight while their reasons scroll", async ({ page }) => {
    await openRecord(page, EVERY_KIND);
    const panel = page.locator(".result-panel");
    await panel.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    const { y: top = 0, height = 0 } = (await panel.boundingBox()) ?? {};
    for (const verdict of await page.locator(".set-list .set-line-verdict").all()) {
      const box = await verdict.boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(top);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(top + height);
    }
  });

  test("the sets compared take the whole width, and every way to the questions brings them back", async ({ page }) => {
    await openRecord(page, EVERY_KIND);
    const compare = page.getByRole("tab", { name: "Compare" });
    const question = page.locator("#finding-malar-rash [role=radiogroup]");
    const ways = [
      () => page.getByRole("button", { name: "Back to the questions" }).click(),
      () => page.locator(".compare").getByRole("button", { name: "Malar rash" }).click(),
      () => page.keyboard.press("/"),
    ];
    for (const back of ways) {
      await compare.click();
      await page.locator(".compare").waitFor();
      expect((await page.locator(".result-panel").boundingBox())?.width).toBe(1280);
      expect(await question.isVisible()).toBe(false);
      await back();
      await expect.poll(() => question.isVisible()).toBe(true);
    }
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("quick-find");
  });
});
