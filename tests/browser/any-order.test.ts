import type { Page } from "playwright-core";
import { expect } from "vitest";
import { answerAgain } from "../../app/_calculator/questions/answer-again.ts";
import { type History, redone, startHistory, step, undone } from "../../app/_store/history.ts";
import { rowId, testRowId } from "../../app/_store/view-store.ts";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, Measurement, SleRecord, Status } from "../../criteria/types.ts";

import { answer, EMPTY_RECORD, isEmpty, statementOf } from "../../lib/record/edit.ts";
import { addMeasurement } from "../../lib/record/edit-measurements.ts";
import { pick, randomFrom } from "../scoring/support/random-records.ts";
import { expectedScores, shownScores } from "./support/calculator.ts";
import { openOn, TURNED, UPRIGHT } from "./support/phone.ts";
import { test } from "./support/test.ts";

/** A page on which all is pressed without a look at it between, and what has to be kept of it. */
interface Device {
  readonly page: Page;
  readonly random: () => number;
  open: History<SleRecord>;
  /** Who was on the page before. */
  readonly others: SleRecord[];
  /** What was done, for whoever reads a failure. */
  readonly log: string[];
}

const FINDINGS = ["malar-rash", "oral-ulcers", "seizure", "psychosis", "fever", "pleural-effusion"] as const;
const STATUSES = ["present", "absent", "unknown"] as const;
const PLATELETS = { test: "platelets", unit: "10*9/L" } as const;

const LINES: Readonly<Record<string, (record: SleRecord) => SleRecord>> = {
  "malar rash": (record) => answer(record, "malar-rash", "present"),
  "fever, no seizures": (record) => answer(answer(record, "fever", "present"), "seizure", "absent"),
  "plt 85": (record) => addMeasurement(record, { ...PLATELETS, value: 85 }),
};

/** Gives the focus to what a selector finds, and says whether it has it. */
const focus = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => {
    const field = document.querySelector<HTMLElement>(wanted);
    field?.focus();
    return field !== null && field === document.activeElement;
  }, selector);

const focusAnswer = (page: Page, finding: FindingId) => focus(page, `#${rowId(finding)} input:checked`);

async function press(device: Device, finding: FindingId, status: Status): Promise<void> {
  expect(await focusAnswer(device.page, finding)).toBe(true);
  await device.page.keyboard.press(status.charAt(0));
  device.open = step(device.open, answerAgain(device.open, finding, status));
}

async function typeValue(device: Device): Promise<Measurement> {
  const value = 50 + Math.floor(device.random() * 100);
  expect(await focus(device.page, `#${testRowId("platelets")} input`)).toBe(true);
  await device.page.keyboard.type(String(value));
  device.open = step(device.open, addMeasurement(device.open.present, { ...PLATELETS, value }));
  return { ...PLATELETS, value };
}

async function beginNext(device: Device): Promise<void> {
  await device.page.getByRole("banner").getByRole("button", { name: "New patient" }).click();
  device.others.push(device.open.present);
  device.open = startHistory(EMPTY_RECORD);
}

const ACTIONS: Readonly<Record<string, (device: Device) => Promise<void>>> = {
  "an answer by key": (device) => press(device, pick(device.random, FINDINGS), pick(device.random, STATUSES)),
  "another answer by key": (device) => press(device, pick(device.random, FINDINGS), pick(device.random, STATUSES)),
  "an answer by a press": async (device) => {
    const finding = pick(device.random, FINDINGS);
    await device.page
      .locator(`#${rowId(finding)}`)
      .getByRole("radio", { name: "Present" })
      .click();
    device.open = step(device.open, answerAgain(device.open, finding, "present"));
  },
  "a line": async (device) => {
    const [line, enter] = pick(device.random, Object.entries(LINES));
    expect(await focus(device.page, "#quick-find")).toBe(true);
    await device.page.keyboard.type(line);
    await device.page.keyboard.press("Enter");
    device.open = step(device.open, enter(device.open.present));
  },
  "a value, with Enter": async (device) => {
    await typeValue(device);
    await device.page.keyboard.press("Enter");
  },
  "a value that is left for an answer": async (device) => {
    await typeValue(device);
    await press(device, pick(device.random, FINDINGS), "absent");
  },
  "a value that is left for a new patient": async (device) => {
    await typeValue(device);
    await beginNext(device);
  },
  "a new patient": beginNext,
  undo: async (device) => {
    expect(await focusAnswer(device.page, "fever")).toBe(true);
    await device.page.keyboard.press("Control+z");
    device.open = undone(device.open);
  },
  redo: async (device) => {
    expect(await focusAnswer(device.page, "fever")).toBe(true);
    await device.page.keyboard.press("Control+Shift+z");
    device.open = redone(device.open);
  },
  "a removed entry": async (device) => {
    const isAnswered = (one: FindingId) => statementOf(device.open.present, one).status === "present";
    const finding = FINDINGS.find(isAnswered);
    if (!finding) return;
    const { label } = definitions.findings[finding];
    await device.page.getByRole("button", { name: `Remove ${label}`, exact: true }).press("Enter");
    device.open = step(device.open, answer(device.open.present, finding, "unknown"));
  },
  "another width": (device) =>
    device.page.setViewportSize(pick(device.random, [{ width: 1280, height: 900 }, UPRIGHT, TURNED])),
};

/** A record as far as these actions change it, whatever the order of its answers. */
function inOrder({ findings = {}, measurements = [] }: SleRecord) {
  return {
    findings: Object.entries(findings).toSorted(([one], [other]) => one.localeCompare(other)),
    values: measurements.map(({ value }) => value),
  };
}

async function expectNothingLost({ page, open, others, log }: Device): Promise<void> {
  const said = log.slice(-12).join("; ");
  const kept = () =>
    page.evaluate(() =>
      Object.entries(localStorage)
        .filter(([key]) => key.startsWith("sle-patient:"))
        .map(([, text]) => JSON.parse(text).record as SleRecord),
    );
  const texts = (records: readonly SleRecord[]) =>
    records
      .filter((record) => !isEmpty(record))
      .map((record) => JSON.stringify(inOrder(record)))
      .toSorted();
  await expect.poll(async () => texts(await kept()), { message: said }).toEqual(texts([...others, open.present]));
  await expect.poll(() => shownScores(page), { message: said }).toEqual(expectedScores(open.present));
  const { findings, values } = inOrder(open.present);
  const checked = () =>
    page
      .locator(".answers[data-derived=false] input:checked:not([value=unknown])")
      .evaluateAll((all) =>
        all.map((one) => (one instanceof HTMLInputElement ? [one.name, one.value] : [])).toSorted(),
      );
  await expect.poll(checked, { message: said }).toEqual(findings);
  await expect
    .poll(() => page.locator(".entered-one").count(), { message: said })
    .toBe(findings.length + values.length);
}

/** What is fetched with the first line and the first value: what waits for that is looked at elsewhere. */
async function fetchCode(page: Page): Promise<void> {
  const find = page.locator("#quick-find");
  await find.fill("malar");
  await page.getByRole("option").first().waitFor();
  await find.fill("");
  const row = page.locator(`#${testRowId("platelets")}`);
  const value = row.getByRole("textbox", { name: "Platelet count", exact: true });
  await value.fill("1");
  await row.getByRole("button", { name: "Add" }).waitFor();
  await value.fill("");
}

test.for([1, 2, 3])(
  "whatever is pressed, in any order and without a pause, is kept of whom it was said: %i",
  async (seed, { page }) => {
    const random = randomFrom(seed);
    await openOn(page, pick(random, [{ width: 1280, height: 900 }, UPRIGHT, TURNED]));
    await fetchCode(page);
    const device: Device = { page, random, open: startHistory(EMPTY_RECORD), others: [], log: [] };
    for (let bursts = 0; bursts < 20; bursts += 1) {
      for (let left = 1 + Math.floor(random() * 4); left > 0; left -= 1) {
        const [name, act] = pick(random, Object.entries(ACTIONS));
        device.log.push(`${name} ${JSON.stringify(inOrder(device.open.present))}`);
        await act(device);
      }
      await expectNothingLost(device);
    }
  },
);
