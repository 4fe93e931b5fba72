import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text as textFrom } from "node:stream/consumers";
import type { Download, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { definitions } from "../../criteria/core.ts";
import { versionWords } from "../../lib/definition/identity.ts";
import { STATEMENT } from "../../lib/explain/statement.ts";
import { identity } from "../../scripts/identity.ts";
import { type RandomCohort, randomCohort } from "../cohort/support/random-cohort.ts";
import { randomFrom } from "../scoring/support/random-records.ts";
import { accessibilityViolations } from "./support/axe.ts";
import { test } from "./support/test.ts";

test.override("installs", true);

/** A cohort with a column of somebody else's, in which two centers begin as a formula does. */
function cohortFile(count: number): { readonly cohort: RandomCohort; readonly text: string } {
  const cohort = randomCohort(randomFrom(42), count);
  const lines = [cohort.header, ...cohort.rows.map(({ cells }) => cells)].map((cells, row) =>
    [...cells, row === 0 ? "center" : row === 5 || row === 9 ? "=1+1" : `C${row % 7}`].join(","),
  );
  return { cohort, text: `${lines.join("\n")}\n` };
}

const csv = (text: string, name = "registry.csv") => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

async function choose(page: Page, text: string): Promise<void> {
  await page.goto("/cohort");
  await page.getByLabel("CSV file, chosen or dropped here").setInputFiles(csv(text));
}

async function score(page: Page, text: string): Promise<void> {
  await choose(page, text);
  await page.getByRole("checkbox", { name: "center" }).check();
  await page.getByRole("button", { name: "Score the file" }).click();
  await page.getByText("scored to the last row").waitFor();
}

/** What the command writes for the same file. */
function byCommand(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "cohort-"));
  const [from, to] = [join(folder, "in.csv"), join(folder, "out.csv")];
  writeFileSync(from, text);
  execFileSync(process.execPath, ["scripts/cohort.ts", from, "--out", to, "--keep", "center"], { stdio: "pipe" });
  return readFileSync(to, "utf8");
}

async function downloaded(page: Page, name: string): Promise<{ readonly file: string; readonly text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent("download") as Promise<Download>,
    page.getByRole("button", { name }).click(),
  ]);
  return { file: download.suggestedFilename(), text: await textFrom(await download.createReadStream()) };
}

const { cohort, text } = cohortFile(2000);
const expected = byCommand(text);
const [head = "", ...lines] = expected.trimEnd().split("\n");
const columns = head.split(",");
const rows = lines.map((line) => Object.fromEntries(line.split(",").map((cell, at) => [columns[at], cell])));

describe("a cohort of 2,000 rows", () => {
  test("gives what the command writes, byte for byte, and tables that no spreadsheet executes", async ({ page }) => {
    await choose(page, text);
    const go = page.getByRole("button", { name: "Score the file" });
    expect(await go.isDisabled()).toBe(true);
    await page.getByRole("checkbox", { name: "center" }).check();
    await go.click();
    await page.getByText("2,000 patients scored to the last row").waitFor();
    const output = await downloaded(page, "Save every patient (CSV)");
    expect(output.file).toBe("registry-scored.csv");
    expect(output.text).toBe(expected);
    await page.getByText("2 ids or copied cells begin as a formula does").waitFor();
    const sets = await downloaded(page, "Verdicts by set (CSV)");
    for (const { id } of definitions.sets) {
      const open = rows.filter((row) => row[`${id} verdict`] === "undetermined").length;
      expect(
        sets.text
          .split("\r\n")
          .find((line) => line.startsWith(id))
          ?.split(",")[4],
      ).toBe(String(open));
    }
    await page.getByLabel("Reference column").selectOption("center");
    await page.getByRole("group", { name: "C1", exact: true }).getByLabel("has SLE").check();
    await page.getByRole("group", { name: "C2", exact: true }).getByLabel("has not").check();
    const reference = await downloaded(page, "The sets against the reference (CSV)");
    const [first] = definitions.sets;
    const both = rows.filter(
      (row) => row[`${first?.id} as-assessed`] === "classified" && row["center"] === "C1",
    ).length;
    expect(reference.text.split("\r\n")[1]?.split(",")[2]).toBe(String(both));
    const picture = await downloaded(page, "Save the picture of the verdicts (SVG)");
    expect(picture.text).toMatch(/^<svg[^>]*xmlns/);
    expect(picture.text).not.toContain("var(");
    // It goes where the page around it does not.
    const foot = [...picture.text.matchAll(/<text [^>]*font-size="12"[^>]*>([^<]*)</g)].map(([, line]) => line);
    expect(foot.join(" ")).toBe(`${STATEMENT} SLE classification criteria, version ${versionWords(identity)}.`);
    for (const table of [sets, reference]) {
      expect(table.text).toContain(`\r\nversion,"${versionWords(identity)}"`);
      expect(table.text).toContain(`\r\nstatement,${STATEMENT},`);
    }
    // As assessed a set leaves nobody open, and no column says how many.
    const against = page.getByRole("table", { name: /likelihood ratios/ });
    expect(
      await against
        .nth(0)
        .getByRole("columnheader", { name: /ndetermined/ })
        .count(),
    ).toBe(0);
    expect(await against.nth(1).getByRole("columnheader", { name: "Left out: undetermined" }).count()).toBe(1);
    expect(await page.getByLabel("Methods paragraph").inputValue()).toContain("applied to 2,000 patients");
  });

  test("lists every patient as rows that are looked at, by what is undetermined, and opens one", async ({ page }) => {
    await score(page, text);
    const table = page.getByRole("table", { name: "Score and verdict of each patient by each set" });
    const drawn = await table.getByRole("row").count();
    expect(drawn).toBeGreaterThan(5);
    expect(drawn).toBeLessThan(100);
    expect(await table.getAttribute("aria-rowcount")).toBe("2001");
    await page.getByLabel("Show").selectOption("disagree");
    const differ = rows.filter((row) => new Set(definitions.sets.map(({ id }) => row[`${id} as-assessed`])).size > 1);
    await expect.poll(() => table.getAttribute("aria-rowcount")).toBe(String(differ.length + 1));
    await page.getByLabel("Show").selectOption("all");
    // By keyboard through rows that are not there yet.
    await page.getByRole("region", { name: "Patients, a list that scrolls" }).focus();
    await page.keyboard.press("End");
    await table.getByText("P1999", { exact: true }).waitFor();
    expect(await table.getByRole("row").count()).toBeLessThan(100);

    const at = cohort.rows.findIndex(
      (row, position) =>
        position > 1000 && rows[position]?.["issues"] === "" && (row.record.measurements?.length ?? 0) > 2,
    );
    await page.getByLabel("Id holds").fill(`P${at}`);
    const [opened] = await Promise.all([
      page.context().waitForEvent("page"),
      page.getByRole("button", { name: `Open P${at} in the calculator` }).click(),
    ]);
    await opened.waitForSelector("main[data-ready=true]");
    const set = definitions.sets[0];
    const value = rows[at]?.[`${set?.id} score`] ?? "none";
    await expect.poll(() => opened.locator(".set-line").first().textContent()).toContain(value);
    expect(await opened.getByLabel("Your own label for this patient").inputValue()).toBe(`P${at}`);
    expect(await page.getByText("2,000 patients scored").count()).toBe(1);
  });

  test.for(["light", "dark"] as const)(
    "has no axe violation, and fits 360 pixels: %s",
    async (colorScheme, { page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 360, height: 780 });
      await choose(page, text);
      await page.getByRole("checkbox", { name: "center" }).waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      await page.getByRole("checkbox", { name: "center" }).check();
      await page.getByRole("button", { name: "Score the file" }).click();
      await page.getByText("scored to the last row").waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      const wide = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(await wide()).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 1280, height: 900 });
      expect(await accessibilityViolations(page)).toEqual([]);
      expect(await wide()).toBeLessThanOrEqual(0);
    },
  );
});

test("a copied column with too many values to be asked about is named, and so is why it is no reference", async ({
  page,
}) => {
  const lines = Array.from({ length: 31 }, (_, row) => `P${row},${row % 2},V${row},${row % 30}`);
  await choose(page, `id,fever,serial,month\n${lines.join("\n")}\n`);
  await page.getByRole("button", { name: "Copy all of them through" }).click();
  await page.getByRole("button", { name: "Score the file" }).click();
  await page.getByText("31 patients scored to the last row").waitFor();
  const section = page.getByRole("region", { name: "Against a reference" });
  expect(await section.getByText(/^Not offered/).textContent()).toMatch(/more than 30 different values .*: serial\.$/);
  expect(await section.getByLabel("Reference column").getByRole("option").allTextContents()).toEqual(["none", "month"]);
});

describe("what goes wrong", () => {
  test("a ragged file says the line and the column, and nothing looks like a result", async ({ page }) => {
    await choose(page, "id,fever,malar-rash\nA,1,0\nB,1\nC,0,0\n");
    const said = await page.getByRole("main").getByRole("alert").textContent();
    expect(said).toContain("registry.csv was not scored");
    expect(said).toContain("line 3, column 3");
    expect(said).toContain("The row ends after 2 of 3 cells");
    expect(await page.getByRole("button", { name: /Save/ }).count()).toBe(0);
    expect(await page.getByRole("table").count()).toBe(0);
    // Corrected and chosen again, it is scored.
    await page.getByLabel("CSV file, chosen or dropped here").setInputFiles(csv("id,fever,malar-rash\nA,1,0\nB,1,\n"));
    await page.getByText("2 patients scored to the last row").waitFor();
  });

  test("a file that is not read by its columns says what would be accepted, and a fault that no tick mends", async ({
    page,
  }) => {
    await choose(page, "patient,malar_rash,c3 low\nA,1,0\n");
    await page.getByText("malar-rash", { exact: true }).first().waitFor();
    const said = await page.getByRole("main").getByRole("alert").textContent();
    expect(said).toContain('There is no column "id"');
    expect(await page.getByRole("button", { name: "Score the file" }).count()).toBe(0);
  });

  test("Cancel ends the thread at once, and nothing of the file is kept", async ({ page }) => {
    await page.goto("/cohort");
    await page.getByLabel("CSV file, chosen or dropped here").waitFor();
    // Far too long to be scored before the press.
    const data = await page.evaluateHandle(() => {
      const cells = ",1,0,".concat(",0".repeat(60));
      const names = ["id", "fever", "malar-rash", "kept"].concat(Array.from({ length: 60 }, (_, at) => `k${at}`));
      const parts = [`${names.join(",")}\n`];
      for (let part = 0; part < 60; part += 1) {
        let block = "";
        for (let row = 0; row < 20_000; row += 1) block += `P${part * 20_000 + row}${cells}\n`;
        parts.push(block);
      }
      const transfer = new DataTransfer();
      transfer.items.add(new File(parts, "large.csv", { type: "text/csv" }));
      return transfer;
    });
    await page.getByRole("region", { name: "Choose a file" }).dispatchEvent("drop", { dataTransfer: data });
    await page.getByRole("button", { name: "Copy all of them through" }).click();
    await page.getByRole("button", { name: "Score the file" }).click();
    await page.getByText(/[1-9][\d,]* rows, [\d,]+ a second, .* left/).waitFor();
    expect(page.workers().length).toBe(1);
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("Stopped. Nothing of large.csv was kept.").waitFor();
    await expect.poll(() => page.workers().length).toBe(0);
    expect(await page.getByRole("button", { name: /Save/ }).count()).toBe(0);
  });
});
