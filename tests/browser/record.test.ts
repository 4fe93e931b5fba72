import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page, Request } from "playwright-core";
import { describe, expect } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { isEmpty } from "../../lib/record/edit.ts";
import { crc32 } from "../../lib/share/crc32.ts";
import { openFragment, shareFragment } from "../../lib/share/link.ts";
import { format } from "../support/assess.ts";
import { holdScripts } from "./support/hold-scripts.ts";
import { test } from "./support/test.ts";

const record: SleRecord = {
  format: "sle-record/1",
  label: "bed 4",
  findings: {
    "malar-rash": { status: "present", date: "2024-03-02", explainedBy: { cause: "infection", text: "parvovirus" } },
    "oral-ulcers": { status: "present", note: "painless" },
    seizure: "absent",
    psychosis: "unknown",
  },
  measurements: [{ test: "c3", value: 0.62, unit: "g/L", low: 0.9, date: "2024-03-02" }],
};

const quickFind = (page: Page) => page.getByRole("combobox", { name: "Find a finding, or type a value" });
const radio = (page: Page, finding: string, answer: string) =>
  page.getByRole("radiogroup", { name: finding, exact: true }).getByRole("radio", { name: answer });
const isMarked = (page: Page, finding: string, answer: string) =>
  expect.poll(() => radio(page, finding, answer).isChecked()).toBe(true);

async function type(page: Page, text: string): Promise<void> {
  await quickFind(page).fill(text);
  await quickFind(page).press("Enter");
  await page.getByRole("search").getByRole("status").getByRole("button", { name: "Undo" }).waitFor();
}

async function openSheet(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Record", exact: true }).press("Enter");
  await page.getByRole("dialog", { name: "Record" }).waitFor();
}

async function savedRecords(page: Page): Promise<SleRecord[]> {
  return page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith("sle-patient:"))
      .map((key) => JSON.parse(localStorage.getItem(key) ?? "{}").record),
  );
}

describe("kept on this device", () => {
  test("answers are there again after the page is closed without warning", async ({ page }) => {
    await page.goto("/");
    await type(page, "malar");
    await type(page, "wbc 3.2");
    const again = await page.context().newPage();
    await page.close({ runBeforeUnload: false });
    await again.goto("/");
    await isMarked(again, "Malar rash", "Present");
    await isMarked(again, "Leukopenia", "Present");
  });

  test("an answer in one window is in the other, and none is lost", async ({ page }) => {
    await page.goto("/");
    await type(page, "malar");
    const other = await page.context().newPage();
    await other.goto("/");
    await isMarked(other, "Malar rash", "Present");
    await type(other, "no seizure");
    await isMarked(page, "Seizure", "Absent");
    await type(page, "non-scarring alopecia");
    await isMarked(other, "Non-scarring alopecia", "Present");
  });

  test("a damaged entry is said, kept, and not written over", async ({ page }) => {
    await page.addInitScript(() => {
      if (localStorage.length > 0) return;
      localStorage.setItem("sle-patient:old", '{"format":"sle-stored/1","rec');
      localStorage.setItem("sle-opened", "old");
    });
    await page.goto("/");
    await page.getByText("cannot be read. It is kept as it is").waitFor();
    await type(page, "malar");
    expect(await page.evaluate(() => localStorage.getItem("sle-patient:old"))).toBe('{"format":"sle-stored/1","rec');
  });

  test("where nothing may be stored, the app says so and works on", async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("no", "SecurityError");
      };
    });
    await page.goto("/");
    await type(page, "malar");
    await page.getByText("does not let the app store anything").waitFor();
    await isMarked(page, "Malar rash", "Present");
  });

  test("everything is erased with one question, and undo brings it back", async ({ page }) => {
    await page.goto("/");
    await type(page, "malar");
    await openSheet(page);
    await page.getByRole("button", { name: "Erase everything on this device" }).press("Enter");
    await page.getByRole("button", { name: "Erase everything", exact: true }).press("Enter");
    await isMarked(page, "Malar rash", "Not known");
    expect(await savedRecords(page)).toEqual([]);
    await page.getByRole("status").getByRole("button", { name: "Undo" }).press("Enter");
    await isMarked(page, "Malar rash", "Present");
    expect(await savedRecords(page)).toHaveLength(1);
  });

  test("a second patient has a label of its own, and the first is one step away", async ({ page }) => {
    await page.goto("/");
    await type(page, "malar");
    await page.getByRole("textbox", { name: "Your own label for this patient" }).fill("bed 4");
    await page.getByRole("button", { name: "New patient" }).press("Enter");
    await isMarked(page, "Malar rash", "Not known");
    await type(page, "no malar");
    await openSheet(page);
    await page
      .getByRole("list", { name: "Patients on this device" })
      .getByRole("button", { name: "bed 4", exact: true })
      .press("Enter");
    await isMarked(page, "Malar rash", "Present");
  });
});

describe("several patients", () => {
  async function newPatient(page: Page): Promise<void> {
    await page.getByRole("button", { name: "New patient" }).press("Enter");
  }
  const patients = (page: Page) => page.getByRole("list", { name: "Patients on this device" });
  const label = (page: Page) =>
    page.getByRole("banner").getByRole("textbox", { name: "Your own label for this patient" });
  const begun = (page: Page) => page.getByRole("banner").locator(".open-patient-begun").innerText();

  test("the open one is named on the page, and in the list by label or by what was found first", async ({ page }) => {
    await page.goto("/");
    await type(page, "malar");
    await type(page, "ana 1:640");
    await expect.poll(() => begun(page)).toMatch(/^Begun \d+ \p{L}+, 2 entries$/u);
    await newPatient(page);
    await page.getByText("New patient. Nothing is entered yet.").waitFor();
    await expect.poll(() => quickFind(page).evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await begun(page)).toBe("New patient");
    await label(page).fill("bed 4");
    await label(page).press("Enter");
    expect(await label(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await openSheet(page);
    await patients(page).getByText("bed 4").waitFor();
    await patients(page)
      .getByRole("button", { name: /^Malar rash, ANA 1:640/ })
      .press("Enter");
    await isMarked(page, "Malar rash", "Present");
    expect(await label(page).inputValue()).toBe("");
    expect(await begun(page)).toMatch(/2 entries$/);
  });

  test("nothing said of one, opened for it or typed for it is left for the next", async ({ page }) => {
    await page.goto("/");
    await type(page, "malar");
    const definition = page.locator("#finding-malar-rash .finding-label");
    await definition.press("Enter");
    await quickFind(page).fill("fev");
    await newPatient(page);
    expect(await definition.getAttribute("aria-expanded")).toBe("false");
    expect(await quickFind(page).inputValue()).toBe("");
    await type(page, "fever");
    await openSheet(page);
    await page.getByRole("button", { name: "Start again" }).press("Enter");
    await page.getByRole("button", { name: "Clear every answer" }).press("Enter");
    await page.getByText("Every answer was cleared.").waitFor();
    await openSheet(page);
    await patients(page).getByRole("button", { name: "Malar rash", exact: true }).press("Enter");
    await isMarked(page, "Malar rash", "Present");
    expect(await page.getByText("Every answer was cleared.").count()).toBe(0);
  });

  test("a label that is being typed when another record is dropped on the page is no label of that one", async ({
    page,
  }) => {
    await page.goto("/");
    await type(page, "malar");
    await label(page).focus();
    await page.keyboard.type("bed 4");
    await page.evaluate(
      (file) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([file], "next.json", { type: "application/json" }));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      },
      JSON.stringify({ format: "sle-record/1", findings: { seizure: "present" } }),
    );
    await isMarked(page, "Seizure", "Present");
    expect(await label(page).inputValue()).toBe("");
    await label(page).focus();
    await quickFind(page).focus();
    expect((await savedRecords(page)).map((one) => one.label)).toEqual([undefined, undefined]);
  });

  test("to start again is asked first, and undone at once", async ({ page }) => {
    await page.goto("/");
    await type(page, "malar");
    await openSheet(page);
    await page.getByRole("button", { name: "Start again" }).press("Enter");
    await page.getByRole("button", { name: "Keep the answers" }).press("Enter");
    await isMarked(page, "Malar rash", "Present");
    await page.getByRole("button", { name: "Start again" }).press("Enter");
    await page.getByRole("button", { name: "Clear every answer" }).press("Enter");
    await isMarked(page, "Malar rash", "Not known");
    await page.getByRole("main").getByRole("status").getByRole("button", { name: "Undo" }).press("Enter");
    await isMarked(page, "Malar rash", "Present");
    expect(await page.getByText("Every answer was cleared.").count()).toBe(0);
  });

  test("nothing is cleared or erased by a key that is held down on the way to the question", async ({ page }) => {
    await page.goto("/");
    await type(page, "malar");
    const before = await savedRecords(page);
    await openSheet(page);
    for (const name of ["Start again", "Erase everything on this device"]) {
      await page.getByRole("button", { name }).focus();
      for (let held = 0; held < 4; held += 1) await page.keyboard.down("Enter");
      await page.keyboard.up("Enter");
      await page.getByRole("button", { name: /^Keep/ }).press("Enter");
      expect(await savedRecords(page)).toEqual(before);
    }
  });

  test("what was deleted is said in the sheet, with undo, and the focus is never lost", async ({ page }) => {
    await page.goto("/");
    await type(page, "malar");
    await newPatient(page);
    await type(page, "fever");
    await openSheet(page);
    await patients(page).getByRole("button", { name: "Delete Malar rash" }).press("Enter");
    const said = page.getByRole("dialog").getByRole("region", { name: "About this record" });
    await said.getByText("The patient was deleted").waitFor();
    expect(await said.evaluate((box) => box === document.activeElement)).toBe(true);
    await said.getByRole("button", { name: "Undo" }).press("Enter");
    await patients(page).getByRole("button", { name: "Malar rash", exact: true }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H2");
  });
});

describe("undo and redo", () => {
  test("say which step they took, and keep the focus", async ({ page }) => {
    await page.goto("/");
    await type(page, "discoid 2024-03-02");
    const undo = page.getByRole("banner").getByRole("button", { name: "Undo" });
    await undo.press("Enter");
    await page.getByText("Undone: discoid lupus present.").waitFor();
    expect(await undo.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press("Control+Shift+z");
    await page.getByText("Redone: discoid lupus present.").waitFor();
  });

  test("Ctrl+Z takes the last answer back and Ctrl+Shift+Z gives it again, but not while typing", async ({ page }) => {
    await page.goto("/");
    await type(page, "malar");
    await page.keyboard.type("w");
    await page.keyboard.press("Control+z");
    await isMarked(page, "Malar rash", "Present");
    await radio(page, "Malar rash", "Present").focus();
    await page.keyboard.press("Control+z");
    await isMarked(page, "Malar rash", "Not known");
    await page.keyboard.press("Control+Shift+z");
    await isMarked(page, "Malar rash", "Present");
  });
});

describe("a share link", () => {
  test("opens the whole record as another patient, and is no longer in the address", async ({ page }) => {
    await page.goto("/");
    await type(page, "fever");
    await page.evaluate(
      (fragment) => {
        location.hash = fragment;
      },
      await shareFragment(record),
    );
    await page.getByText("Opened from a link, as another patient.").waitFor();
    await isMarked(page, "Malar rash", "Present");
    await isMarked(page, "Seizure", "Absent");
    expect(new URL(page.url()).hash).toBe("");
    const saved = await savedRecords(page);
    expect(saved).toHaveLength(2);
    expect(saved).toContainEqual(record);
    await page.getByRole("button", { name: "Back to the patient before" }).press("Enter");
    await isMarked(page, "Fever", "Present");
  });

  test("that is damaged or newer says so and loads nothing", async ({ page }) => {
    const fragment = await shareFragment(record);
    await page.goto(`/#${fragment.slice(0, -12)}`);
    await page.getByText("The link is damaged").waitFor();
    await isMarked(page, "Malar rash", "Not known");
    await page.goto("about:blank");
    await page.goto(`/#r9.abc.${crc32("r9.abc")}`);
    await page.getByText("The link comes from a later version").waitFor();
    expect(await savedRecords(page)).toEqual([]);
  });

  test("that is damaged says whose patient is still there", async ({ page }) => {
    await page.goto("/");
    await type(page, "malar");
    await page.evaluate(
      (fragment) => {
        location.hash = fragment;
      },
      `${(await shareFragment(record)).slice(0, -12)}`,
    );
    await page.getByText("You still see your own patient.").waitFor();
    await isMarked(page, "Malar rash", "Present");
  });

  test("nothing of the record is ever sent: not by a link, an answer, a note, a file or a reload", async ({ page }) => {
    const requests: Request[] = [];
    page.on("request", (request) => requests.push(request));
    const secret = { ...record, label: "zebra-31415" } satisfies SleRecord;
    const fragment = await shareFragment(secret);
    await page.goto(`/#${fragment}`);
    await page.getByText("Opened from a link").waitFor();
    await type(page, "discoid 2021-12-24");
    await openSheet(page);
    await page.getByRole("button", { name: "Copy link" }).press("Enter");
    await page.getByRole("button", { name: "Copy full note" }).press("Enter");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download" }).press("Enter"),
    ]);
    await download.saveAs(join(tmpdir(), `sent-${process.pid}.json`));
    await page.reload();
    await isMarked(page, "Discoid lupus", "Present");
    const sent = await Promise.all(
      requests.map(async (request) =>
        [request.method(), request.url(), JSON.stringify(await request.allHeaders()), request.postData() ?? ""].join(
          "\n",
        ),
      ),
    );
    expect(sent.length).toBeGreaterThan(5);
    const remote = sent.filter((text) => !text.includes("blob:"));
    for (const trace of ["zebra", "31415", "2021-12-24", "parvovirus", "malar", fragment.slice(3, 20)]) {
      expect(remote.filter((text) => text.split("\n").slice(1).join().includes(trace))).toEqual([]);
    }
    expect(remote.filter((text) => !text.startsWith("GET"))).toEqual([]);
  });
});

describe("out and in", () => {
  test("the copied link opens the same record elsewhere", async ({ page, origin }) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin });
    await page.goto(`/#${await shareFragment(record)}`);
    await page.getByText("Opened from a link").waitFor();
    await openSheet(page);
    await page.getByRole("button", { name: "Copy link" }).press("Enter");
    await page.getByText("Copied the link.").waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.startsWith(`${origin}/#`)).toBe(true);
    const opened = await openFragment(new URL(link).hash, format);
    expect(opened).toEqual({ kind: "record", record });
  });

  test("the copied notes carry version, set and statement", async ({ page, origin }) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin });
    await page.goto("/");
    await type(page, "malar");
    await page.getByRole("button", { name: "Copy note" }).press("Enter");
    await page.getByText("Copied the short note.").waitFor();
    const note = await page.evaluate(() => navigator.clipboard.readText());
    expect(note).toContain("It does not diagnose.");
    expect(note).toContain("2019");
    expect(note).toMatch(/app version \d+\.\d+\.\d+/);
  });

  test("where copying is forbidden, the text is shown to be copied by hand", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
    });
    await page.goto("/");
    await type(page, "malar");
    await page.getByRole("button", { name: "Copy note" }).press("Enter");
    const text = page.getByRole("textbox", { name: /did not let the app copy/ });
    expect(await text.inputValue()).toContain("It does not diagnose.");
    // It is of this record alone.
    await page.getByRole("button", { name: "New patient", exact: true }).click();
    await text.waitFor({ state: "detached" });
  });

  test("a downloaded file opens again as it was", async ({ page }) => {
    await page.goto(`/#${await shareFragment(record)}`);
    await page.getByText("Opened from a link").waitFor();
    await openSheet(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download" }).press("Enter"),
    ]);
    expect(download.suggestedFilename()).toBe("sle-record-bed-4.json");
    const path = join(tmpdir(), `record-${process.pid}.json`);
    await download.saveAs(path);
    const file = JSON.parse(await readFile(path, "utf8"));
    expect(file.record).toEqual(record);
    expect(Object.keys(file.result.results)).toEqual(definitions.sets.map(({ id }) => id));
    await page.getByLabel("Record file").setInputFiles(path);
    await page.getByText("as another patient.").waitFor();
    expect((await savedRecords(page)).filter((one) => one.label === "bed 4")).toEqual([record, record]);
  });

  test("a file with mistakes says where each is and what would be accepted, and changes nothing", async ({ page }) => {
    await page.goto("/");
    await type(page, "malar");
    const path = join(tmpdir(), `mistakes-${process.pid}.json`);
    await writeFile(path, '{"format":"sle-record/1","findings":{"gout":"present","seizure":"maybe"}}');
    await openSheet(page);
    await page.getByLabel("Record file").setInputFiles(path);
    const problems = page.getByRole("alert", { name: "What could not be read" });
    await problems.waitFor();
    const text = await problems.textContent();
    expect(text).toContain("findings.gout");
    expect(text).toContain("findings.seizure");
    expect(text).toContain('"present", "absent" or "unknown"');
    await isMarked(page, "Malar rash", "Present");
    expect(await savedRecords(page)).toHaveLength(1);
  });

  const patients = definitions.examples.filter(({ kind }) => kind === "patient");

  test("of a patient who has left the page before its code has come is not printed, and the next one neither", async ({
    page,
  }) => {
    await page.addInitScript(() => {
      window.print = () => document.body.setAttribute("data-printed", "");
    });
    await page.goto("/");
    await openSheet(page);
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).press("Enter");
    const go = await holdScripts(page);
    await radio(page, "Fever", "Present").check();
    await openSheet(page);
    await page.getByRole("button", { name: "Print", exact: true }).press("Enter");
    await page.getByRole("button", { name: "New patient", exact: true }).press("Enter");
    await isMarked(page, "Fever", "Not known");
    await radio(page, "Seizure", "Present").check();
    go();
    await page.getByText("Nothing was printed").waitFor();
    expect(await page.locator("[data-printed]").count()).toBe(0);
    await openSheet(page);
    await page.getByRole("button", { name: "Print", exact: true }).press("Enter");
    await page.locator("[data-printed]").waitFor({ state: "attached" });
  });

  /** Opens a record and waits until the page for paper can be printed, which is fetched once there is something to. */
  async function openForPaper(page: Page, printed: SleRecord): Promise<void> {
    await page.goto(`/#${await shareFragment(printed)}`);
    await page.getByText("Opened from a link").waitFor();
    await expect
      .poll(
        async () => {
          await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
          return page.locator("article").count();
        },
        { timeout: 10_000 },
      )
      .toBe(1);
  }

  test.for(patients.filter(({ record: one }) => !isEmpty(one)))(
    "fits on one page of A4 and of Letter, with every day, the statement and lines for a pen: $title",
    async ({ record: printed }, { page }) => {
      await openForPaper(page, printed);
      await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
      for (const format of ["A4", "Letter"]) {
        const pdf = (await page.pdf({ format, preferCSSPageSize: true })).toString("latin1");
        expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
        // The page is of the paper that was asked for.
        expect(pdf).toMatch(format === "A4" ? /MediaBox \[0 0 59[56]/ : /MediaBox \[0 0 612 792/);
      }
      await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
      await page.emulateMedia({ media: "print" });
      const text = (await page.locator("body").innerText()).replaceAll(/\s+/g, " ");
      expect(text).toContain("It does not diagnose.");
      expect(text).toMatch(/app version \d+\.\d+\.\d+/);
      for (const { short } of definitions.sets) expect(text).toContain(short);
      for (const word of ["Patient", "Born", "Number", "Name", "Signature", "Date"]) expect(text).toContain(word);
      for (const [day] of JSON.stringify([printed.findings, printed.measurements]).matchAll(/\d{4}-\d{2}-\d{2}/g)) {
        expect(text).toContain(day);
      }
      expect(text).toContain("No other finding is known, except where it follows from these.");
      expect(text).not.toContain("Find a finding");
    },
  );

  test.for(["Pacific/Kiritimati", "Pacific/Pago_Pago"])(
    "bears the day on which it is printed where the reader is: %s",
    async (timezoneId, { browser, origin }) => {
      const context = await browser.newContext({ baseURL: origin, locale: "en-US", timezoneId });
      const page = await context.newPage();
      await openForPaper(page, record);
      const day = await page.evaluate(() => {
        const now = new Date();
        return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((one) => `${one}`.padStart(2, "0")).join("-");
      });
      expect(await page.locator("article").textContent()).toContain(`printed ${day} from`);
      await context.close();
    },
  );

  test("an example is one press from the empty form, and marked as one wherever its result is", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto("/");
    await page.waitForSelector("[data-ready=true]");
    await page.getByRole("main").getByRole("button", { name: "Open an example" }).press("Enter");
    const example = definitions.examples.find(({ kind }) => kind === "patient");
    // What an example shows is no part of the menu: it would be the answer before the question.
    await page.getByRole("button", { name: example?.title ?? "", exact: true }).waitFor();
    const menu = await page.getByRole("dialog").innerText();
    for (const { teaches } of patients) expect(menu).not.toContain(teaches);
    await page.getByRole("button", { name: example?.title ?? "", exact: true }).press("Enter");
    await page.getByText("Example, not a real patient.").waitFor();
    expect(await page.getByRole("main").getByRole("button", { name: "Open an example" }).count()).toBe(0);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    const label = page.getByRole("banner").getByRole("textbox", { name: "Your own label for this patient" });
    expect(await label.inputValue()).toMatch(/^Example: /);
    await page.reload();
    await page.getByText("Example, not a real patient.").waitFor();
    await page.locator("#result-bar").click();
    await page.getByRole("heading", { name: "Result Example" }).waitFor();
  });

  test("the list of keys opens with a question mark, and its switch turns single keys off", async ({ page }) => {
    await page.goto("/");
    await page.waitForFunction(() => !document.querySelector("[data-ready=false]"));
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await page.getByRole("checkbox", { name: "Use the keys / and ?" }).press("Space");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.keyboard.press("/");
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await quickFind(page).evaluate((field) => field === document.activeElement)).toBe(false);
  });
});
