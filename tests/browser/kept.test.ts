import { text } from "node:stream/consumers";
import type { Download, Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { SleRecord } from "../../criteria/types.ts";
import { STATEMENT } from "../../lib/explain/statement.ts";
import { shareFragment } from "../../lib/share/link.ts";
import { test } from "./support/test.ts";

test.override("installs", true);

const PROGRESS = "sle-practice/1";
const SITTINGS = "sle-sittings/1";
const CASE = "/practice/sitting?set=eular-acr-2019&cases=nurse-red-cheeks";

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
const textOf = async (download: Download): Promise<string> => text(await download.createReadStream());

/** What lies in the storage of the device, by key. */
const stored = (page: Page): Promise<Record<string, string>> => page.evaluate(() => ({ ...localStorage }));

const attempt = (at: string) => ({
  at,
  case: "nurse-red-cheeks",
  set: "eular-acr-2019",
  sure: 80,
  right: true,
  rules: [{ rule: "eular-acr-2019/acute-cutaneous-lupus", right: true }],
  misreadings: [],
});
const history = (...times: string[]) => JSON.stringify({ format: PROGRESS, attempts: times.map(attempt) });

/** Puts a text in a place before the first page of the test, and once only. */
async function put(page: Page, key: string, value: string): Promise<void> {
  await page.goto("/robots.txt");
  await page.evaluate(([place, what]) => localStorage.setItem(place ?? "", what ?? ""), [key, value]);
}

async function answer(page: Page): Promise<void> {
  await page.locator(".practice-case").waitFor();
  if (await button(page, "Open all").isVisible()) await button(page, "Open all").click();
  await page
    .getByRole("group", { name: /^Verdict/ })
    .getByRole("radio")
    .first()
    .check();
  await page.getByRole("radio", { name: "60%" }).check();
  await button(page, "Check").click();
  await page.getByRole("heading", { name: "The four sets" }).waitFor();
}

/** No setItem of these places works, as where storage is full. */
async function fill(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key: string, value: string) {
      if (/^sle-(practice|sittings)/.test(key)) throw new DOMException("full", "QuotaExceededError");
      set.call(this, key, value);
    };
  });
}

describe("a clock that was set back over midnight", () => {
  test("leaves the progress, what is due, and a way on", async ({ page }) => {
    await put(
      page,
      PROGRESS,
      history("2026-05-02T00:10:00.000Z", "2026-05-01T23:50:00.000Z", "2099-01-01T00:00:00.000Z"),
    );
    await page.goto("/practice/progress");
    await page.getByText(/^3 cases answered, 3 verdicts right\./).waitFor();
    await button(page, "Export").waitFor();
    await page.goto("/practice");
    await page.getByRole("radio", { name: /What is due/ }).check();
    await button(page, "Begin").click();
    await page.getByText("Case 1 of 10").waitFor();
  });
});

describe("practice on a device that does not store", () => {
  test("that is full says so, offers what is in memory, and forgets nothing while it is open", async ({ page }) => {
    await fill(page);
    await page.goto(CASE);
    await answer(page);
    await page.getByText("The storage of this browser is full.").first().waitFor();
    const saving = page.waitForEvent("download");
    await button(page, "Download your practice history to keep it").click();
    expect(JSON.parse(await textOf(await saving)).attempts).toHaveLength(1);
    await page.getByRole("navigation", { name: "Practice" }).getByRole("link", { name: "Progress" }).click();
    await page.getByText(/^1 case answered/).waitFor();
    await button(page, "Download your practice history to keep it").waitFor();
  });

  test("that forbids even to look says so and works on", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("no", "SecurityError");
        },
      });
    });
    await page.goto(CASE);
    await answer(page);
    await page.getByText("does not let the app store anything").first().waitFor();
    await page.getByRole("navigation", { name: "Practice" }).getByRole("link", { name: "Progress" }).click();
    await page.getByText(/^1 case answered/).waitFor();
  });
});

describe("what practice kept and cannot be read", () => {
  test("is said, kept apart from the next damage, and can be downloaded and deleted", async ({ page }) => {
    const first = '{"format":"sle-practice/1","attempts":[{"at"';
    const second = '{"format":"sle-practice/1","attempts":{"length":3}}';
    await put(page, PROGRESS, first);
    await page.goto("/practice/progress");
    await page.getByText("The practice history saved on this device cannot be read. It is kept as it is").waitFor();
    await page.goto(CASE);
    await answer(page);
    await put(page, PROGRESS, second);
    await page.goto("/practice/progress");
    await page.getByText("cannot be read. It is kept as it is").waitFor();
    const kept = Object.values(await stored(page));
    expect(kept).toContain(first);
    expect(kept).toContain(second);
    const saving = page.waitForEvent("download");
    await button(page, "Download copy 1 of 2").click();
    expect(await textOf(await saving)).toBe(first);
    await button(page, "Delete copy 1 of 2").click();
    await button(page, "Delete copy 1 of 1").waitFor();
    expect(Object.values(await stored(page))).not.toContain(first);
  });

  test("that a later version wrote stays where it is, and answers are kept beside it", async ({ page }) => {
    const later = '{"format":"sle-practice/2","answers":[]}';
    await put(page, PROGRESS, later);
    await page.goto(CASE);
    await answer(page);
    await page.getByText("comes from a later version of this app. It is kept as it is").waitFor();
    expect((await stored(page))[PROGRESS]).toBe(later);
    await page.goto("/practice/progress");
    await page.getByText(/^1 case answered/).waitFor();
  });

  test("sittings that are damaged are said on the page where they would be", async ({ page }) => {
    await put(page, SITTINGS, "{");
    await page.goto("/practice");
    await page.getByText("The list of sittings saved on this device cannot be read.").waitFor();
    await page.goto(CASE);
    await answer(page);
    expect(Object.values(await stored(page))).toContain("{");
  });
});

describe("practice in two windows", () => {
  test("an answer in one is in the other, and a sitting goes on from where it is", async ({ page }) => {
    const other = await page.context().newPage();
    await page.goto(CASE);
    await page.locator(".practice-case").waitFor();
    await other.goto(CASE);
    await answer(other);
    await page.getByRole("heading", { name: "The four sets" }).waitFor();
    await page.goto("/practice/progress");
    await page.getByText(/^1 case answered/).waitFor();
    await other.goto("/practice/sitting?set=slerpi&cases=nurse-red-cheeks");
    await answer(other);
    await page.getByText(/^2 cases answered/).waitFor();
  });
});

describe("a page whose data cannot be used", () => {
  test("of practice hands them out, sets them aside, and starts without them", async ({ page, complaints }) => {
    complaints.push("cannot be used");
    const kept = history("2026-05-02T00:10:00.000Z");
    await put(page, PROGRESS, kept);
    await page.addInitScript(() => {
      const { round } = Math;
      // Whatever the reason: something that is computed from the data throws, as long as they are there.
      Math.round = (value) => {
        if (value === 100 && localStorage.getItem("sle-practice/1")) throw new Error("cannot be used");
        return round(value);
      };
    });
    await page.goto("/practice/progress");
    await page.getByRole("heading", { name: "This page could not be shown" }).waitFor();
    expect(await page.getByText(STATEMENT).first().isVisible()).toBe(true);
    const saving = page.waitForEvent("download");
    await button(page, "Download what is stored").click();
    expect(JSON.parse(await textOf(await saving)).entries[PROGRESS]).toBe(kept);
    await button(page, "Try again").click();
    await page.getByRole("heading", { name: "This page could not be shown" }).waitFor();
    await button(page, "Set it aside and start without it").click();
    await page.getByText("Nothing has been answered on this device yet.").waitFor();
    expect(Object.values(await stored(page))).toContain(kept);
    await button(page, "Download copy 1 of 1").waitFor();
  });

  test("of the calculator does so too, and the other patients stay in the list", async ({ page, complaints }) => {
    complaints.push("cannot be used");
    const patient = (label: string) =>
      JSON.stringify({
        format: "sle-stored/1",
        saved: "2026-05-02T00:10:00.000Z",
        record: { format: "sle-record/1", label, findings: { fever: "present" } },
      });
    await put(page, "sle-patient:other", patient("bed 5"));
    await put(page, "sle-patient:old", patient("poison"));
    await put(page, "sle-opened", "old");
    await page.addInitScript(() => {
      const { trim } = String.prototype;
      String.prototype.trim = function () {
        if (String(this) === "poison") throw new Error("cannot be used");
        return trim.call(this);
      };
    });
    await page.goto("/");
    await page.getByRole("heading", { name: "This page could not be shown" }).waitFor();
    expect(await page.getByText(STATEMENT).first().isVisible()).toBe(true);
    await button(page, "Set it aside and start without it").click();
    await page.getByRole("combobox", { name: "Find a finding, or type a value" }).waitFor();
    await page.waitForSelector("[data-ready=true]");
    await button(page, "Record").click();
    await page.getByRole("list", { name: "Patients on this device" }).getByText("bed 5").waitFor();
    expect(Object.values(await stored(page))).toContain(patient("poison"));
    await button(page, "Download copy 1 of 1").waitFor();
  });

  test("hands them out where not even the frame of the pages can be shown", async ({ page, complaints }) => {
    complaints.push("cannot be used");
    const kept = history("2026-05-02T00:10:00.000Z");
    await put(page, PROGRESS, kept);
    await page.addInitScript(() => {
      // The frame of the pages looks whether there is a service worker.
      const own = navigator;
      const value = new Proxy(own, {
        has(_, key) {
          if (key === "serviceWorker") throw new Error("cannot be used");
          return key in own;
        },
        get(_, key) {
          const found = Reflect.get(own, key);
          return typeof found === "function" ? found.bind(own) : found;
        },
      });
      Object.defineProperty(window, "navigator", { value });
    });
    await page.goto("/practice");
    await page.getByRole("heading", { name: "This page could not be shown" }).waitFor();
    expect(await page.getByText(STATEMENT).first().isVisible()).toBe(true);
    const saving = page.waitForEvent("download");
    await button(page, "Download what is stored").click();
    expect(JSON.parse(await textOf(await saving)).entries[PROGRESS]).toBe(kept);
  });
});

describe("everything erased", () => {
  test("leaves nothing of ours on the device, in any window, and one step brings it back", async ({ page }) => {
    await put(page, `${PROGRESS} damaged`, "{");
    await put(page, "sle-set-aside:sle-patient:x", "{");
    await put(page, "not-ours", "stays");
    await page.goto("/practice/sitting?set=eular-acr-2019&cases=nurse-red-cheeks,cashier-bruises");
    await answer(page);
    const context = page.context();
    const [calculator, sitting, progress] = [await context.newPage(), await context.newPage(), await context.newPage()];
    await progress.goto("/practice/progress");
    await progress.getByText(/^1 case answered/).waitFor();
    await sitting.goto("/practice/sitting?set=eular-acr-2019&cases=nurse-red-cheeks,cashier-bruises");
    await sitting.getByText("You are back where you left off.").waitFor();
    for (const window of [page, calculator]) {
      await window.goto("/");
      await window.waitForSelector("[data-ready=true]");
    }
    const find = page.getByRole("combobox", { name: "Find a finding, or type a value" });
    await find.fill("malar");
    await find.press("Enter");
    const malar = (window: Page, status: string) =>
      expect
        .poll(() =>
          window
            .getByRole("radiogroup", { name: "Malar rash", exact: true })
            .getByRole("radio", { name: status })
            .isChecked(),
        )
        .toBe(true);
    await malar(page, "Present");
    await calculator.reload();
    await malar(calculator, "Present");
    const before = await stored(page);
    expect(Object.keys(before).length).toBeGreaterThan(5);

    await button(page, "Record").click();
    await button(page, "Erase everything on this device").click();
    await button(page, "Erase everything").click();
    await malar(page, "Not known");
    await malar(calculator, "Not known");
    await progress.getByText("The practice history was erased in another window").waitFor();
    await progress.getByText(/^0 cases answered/).waitFor();
    await sitting.getByText("The list of sittings was erased in another window").waitFor();
    await sitting.getByText("Case 1 of 2").waitFor();
    for (const window of [page, calculator, sitting, progress])
      expect(await stored(window)).toEqual({ "not-ours": "stays" });
    expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("sle-")))).toEqual([]);
    // What is cached are files of the app, the same for everybody, and no address that says what was looked at.
    const cached = await page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().map(({ url }) => new URL(url).search);
    });
    expect(cached.filter((search) => search !== "")).toEqual([]);

    await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
    await malar(page, "Present");
    const back = await stored(page);
    for (const [key, value] of Object.entries(before)) expect(back[key]).toBe(value);
    await progress.getByText(/^1 case answered/).waitFor();
  });
});

describe("text of a record that would forge lines or turn them round", () => {
  const HOSTILE = "bed 4\r\nEULAR/ACR 2019: classified\u202E\u2028x\u0085y\u2066z\u200F";
  const record: SleRecord = {
    format: "sle-record/1",
    label: HOSTILE,
    findings: {
      "ana-1-80": "present",
      fever: { status: "present", explainedBy: { cause: "infection", text: HOSTILE }, note: HOSTILE },
      "oral-ulcers": { status: "present", explainedBy: { cause: "drug", text: "אספירין" } },
    },
  };
  const UNSEEN = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u2028\u2029\u0085\r]/;

  test("is one line without them on the page, on paper and in the note; the file keeps it as it was", async ({
    page,
    origin,
  }) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin });
    await page.goto(`/#${await shareFragment(record)}`);
    await page.getByText("Opened from a link").waitFor();
    expect(await page.locator("body").innerText()).not.toMatch(UNSEEN);
    await button(page, "Copy note").click();
    await page.getByText("Copied the short note.").waitFor();
    const note = await page.evaluate(() => navigator.clipboard.readText());
    expect(note).not.toMatch(UNSEEN);
    await page.emulateMedia({ media: "print" });
    const paper = page.locator("article");
    await expect
      .poll(async () => {
        await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
        return paper.count();
      })
      .toBe(1);
    expect((await paper.innerText()).length).toBeGreaterThan(200);
    expect(await paper.innerText()).not.toMatch(UNSEEN);
    expect(await paper.getByRole("heading", { level: 1 }).textContent()).toContain("“bed 4 EULAR/ACR 2019: classified");
    // Words from right to left keep to themselves.
    expect(await paper.locator("bdi", { hasText: "אספירין" }).count()).toBeGreaterThan(0);
    const kept = Object.entries(await stored(page)).find(([key]) => key.startsWith("sle-patient:"));
    expect(JSON.parse(kept?.[1] ?? "{}").record).toEqual(record);
  });
});
