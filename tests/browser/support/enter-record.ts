import type { Locator, Page } from "playwright-core";
import { rowId, testRowId } from "../../../app/_store/view-store.ts";
import { definitions } from "../../../criteria/index.ts";
import type { FindingId, Measurement, SleRecord } from "../../../criteria/types.ts";
import { asStatement } from "../../../lib/record/interpret.ts";

/** Enters a whole record on the calculator with nothing but the keyboard, by the names that a reader hears. */
export async function enterRecord(page: Page, record: SleRecord): Promise<void> {
  await unfoldAll(page);
  for (const measurement of record.measurements ?? []) await enterMeasurement(page, measurement);
  for (const [finding, answer] of Object.entries(record.findings ?? {})) {
    if (answer === undefined) continue;
    const { status, explainedBy, date } = asStatement(answer);
    const { label } = definitions.findings[finding as FindingId];
    // Only its own row is searched for the name: reading the names of a whole page takes longer than anything else here.
    const row = page.locator(`#${rowId(finding as FindingId)}`);
    const group = row.getByRole("radiogroup", { name: label, exact: true });
    await group.getByRole("radio", { checked: true }).focus();
    await page.keyboard.press(status === "present" ? "p" : status === "absent" ? "a" : "u");
    if (explainedBy) {
      await choose(row.getByLabel(`${label}: explained by something else`, { exact: true }), explainedBy.cause);
      if (explainedBy.text) {
        await row.getByLabel(`${label}: what explains it`, { exact: true }).focus();
        await page.keyboard.type(explainedBy.text);
        await page.keyboard.press("Enter");
      }
    }
    if (date) {
      const field = row.getByLabel(`${label}: first seen`, { exact: true });
      if (!(await field.isVisible())) {
        await row.getByRole("button", { name: `${label}: add the day first seen`, exact: true }).press("Enter");
      }
      await field.fill(date);
    }
  }
}

/** Types the value in its form, chooses unit and method, and presses Enter. */
export async function enterMeasurement(page: Page, measurement: Measurement): Promise<void> {
  const test = definitions.tests[measurement.test];
  const row = page.locator(`#${testRowId(measurement.test)}`);
  const form = row.getByRole("form", { name: `${test.label}: enter a value`, exact: true });
  const value = form.getByLabel(test.label, { exact: true });
  await type(page, value, `${measurement.comparator ?? ""}${measurement.value}`);
  if (test.units.length > 1) await choose(form.getByLabel(`${test.label}, unit`), measurement.unit);
  for (const { name, label } of test.limits ?? []) {
    const limit = measurement[name];
    const field = form.getByLabel(label, { exact: true });
    // The page keeps the limits of the value before.
    if (limit !== undefined) await type(page, field, String(limit));
    else if ((await field.inputValue()) !== "") await type(page, field, "");
  }
  if (measurement.method) await choose(form.getByLabel("Method"), measurement.method);
  if (measurement.date) await form.getByLabel("Date").fill(measurement.date);
  await value.press("Enter");
}

/** Opens every fold, so that every question can be reached. */
export async function unfoldAll(page: Page): Promise<void> {
  const folded = page.locator(".fold[aria-expanded=false]");
  while ((await folded.count()) > 0) await folded.first().press("Enter");
}

async function type(page: Page, field: Locator, text: string): Promise<void> {
  await field.focus();
  await page.keyboard.press("Control+A");
  if (text === "") await page.keyboard.press("Delete");
  else await page.keyboard.type(text);
}

/** Chooses an option as a keyboard does: focus, then the arrow keys until it is there. */
async function choose(select: Locator, value: string): Promise<void> {
  await select.focus();
  const [from, to] = await select.evaluate((element: HTMLSelectElement, wanted) => {
    const values = [...element.options].map((option) => option.value);
    return [element.selectedIndex, values.indexOf(wanted)];
  }, value);
  const steps = (to ?? 0) - (from ?? 0);
  for (let step = 0; step < Math.abs(steps); step += 1) await select.press(steps > 0 ? "ArrowDown" : "ArrowUp");
}
