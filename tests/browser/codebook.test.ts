import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text as textFrom } from "node:stream/consumers";
import type { Download, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { workbookOf } from "../cohort/support/workbook.ts";
import { accessibilityViolations } from "./support/axe.ts";
import { test } from "./support/test.ts";

test.override("installs", true);

const LABEL = "CSV file, chosen or dropped here";

/** A register as one finds it: semicolons, boxes as 0 and 1, codes for what is not known, values with a decimal comma. */
const register = [
  "PATID;malar_rash;oral_ulcers;Thrombocytopenia;WBC (G/L);CENTER;note",
  ...Array.from({ length: 45 }, (_, row) => {
    const wbc = row === 7 ? "hemolyzed" : row === 9 ? "ND" : `${(2 + row / 10).toFixed(1)}`.replace(".", ",");
    return [`P${row}`, row % 2, row % 3 === 0 ? 1 : 0, ["Yes", "No", "ND"][row % 3], wbc, `C${row % 4}`, "x"].join(";");
  }),
].join("\r\n");

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel(LABEL).setInputFiles({ name, mimeType: "", buffer });
}

async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download") as Promise<Download>,
    page.getByRole("button", { name: button }).click(),
  ]);
  return textFrom(await download.createReadStream());
}

const column = (page: Page, name: string) => page.getByRole("region", { name: `Column ${name}`, exact: true });

/** What the command writes for the same file and codebook. */
function byCommand(content: string, codebook: string): string {
  const folder = mkdtempSync(join(tmpdir(), "codebook-"));
  const [from, book, to] = [join(folder, "in.csv"), join(folder, "book.json"), join(folder, "out.csv")];
  writeFileSync(from, content);
  writeFileSync(book, codebook);
  execFileSync(process.execPath, ["scripts/cohort.ts", from, "--out", to, "--codebook", book], { stdio: "pipe" });
  return readFileSync(to, "utf8");
}

describe("a file in somebody else's coding", () => {
  test("is scored once its codebook is made, and again by the codebook that was saved", async ({ page }) => {
    await page.goto("/cohort");
    await choose(page, "register.csv", Buffer.from(register));
    await page.getByText("register.csv has 7 columns and 45 rows").waitFor();
    // Suggestions count once they are taken.
    await page.getByText("0 of 7 columns are said").waitFor();
    for (const name of ["PATID", "malar_rash", "oral_ulcers", "Thrombocytopenia", "WBC (G/L)"]) {
      await column(page, name).getByRole("button", { name: "Take the suggestion" }).click();
    }
    await column(page, "CENTER").getByLabel("This column is").selectOption({ label: "copied through, not read" });
    await page.getByRole("button", { name: "Do not read the 1 column of which nothing is said" }).click();
    for (const name of ["malar_rash", "oral_ulcers"]) {
      await column(page, name).getByLabel("“1”").selectOption({ label: "present" });
    }
    // The question that nobody may guess is asked before anything else.
    const look = page.getByRole("button", { name: "Look at what it makes of the file" });
    await look.click();
    const alert = page.getByRole("alert").filter({ hasText: "The codebook is not whole yet" });
    await alert.getByText('Column "oral_ulcers": does "0" mean absent, or not asked?').waitFor();
    await column(page, "malar_rash").getByLabel("absent: it was looked for in every patient").check();
    await column(page, "oral_ulcers").getByLabel("not asked: only what was seen was ticked").check();
    expect(await accessibilityViolations(page)).toEqual([]);
    await look.click();

    await page.getByText("45 rows read to the last; 1 cannot be read and is kept out.").waitFor();
    const rows = page.getByRole("region", { name: "The first rows, a table that scrolls" });
    expect(await rows.getByRole("row").count()).toBe(21);
    await rows.getByText("Malar rash absent").first().waitFor();
    await page.getByText("line 9, column 5").waitFor();
    await page.getByText('Read "hemolyzed"', { exact: false }).first().waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    const codebook = await saved(page, "Save the codebook (JSON)");
    expect(JSON.parse(codebook)).toMatchObject({
      format: "sle-codebook/1",
      file: { separator: ";", decimal: ",", shape: "row-per-patient", headerRow: 1 },
      columns: {
        oral_ulcers: { unticked: "not-asked", values: { "0": "unknown", "1": "present" } },
        note: { is: "ignored" },
      },
    });
    await page.getByRole("button", { name: "Score the file" }).click();
    await page.getByText("45 patients scored to the last row").waitFor();
    await page.getByRole("heading", { name: "What to ask next" }).waitFor();
    const output = await saved(page, "Save every patient (CSV)");
    expect(output).toBe(byCommand(register, codebook));

    // The patient that opens in the calculator is the one of the row.
    const [opened] = await Promise.all([
      page.context().waitForEvent("page"),
      page.getByRole("button", { name: "Open P4 in the calculator" }).click(),
    ]);
    await opened.waitForSelector("main[data-ready=true]");
    // What was kept is read after the form can be used.
    await expect.poll(() => opened.getByLabel("Your own label for this patient").inputValue()).toBe("P4");
    await opened.close();

    // Another day, the codebook of the same register: the same output. That of another file says so.
    await page.reload();
    await choose(page, "other.csv", Buffer.from("id;ward\n1;A\n"));
    await page.getByText("other.csv has 2 columns").waitFor();
    const load = async () =>
      page
        .getByLabel("A codebook that you saved")
        .setInputFiles({ name: "register-codebook.json", mimeType: "application/json", buffer: Buffer.from(codebook) });
    await load();
    await page.getByText("It may be that of another file").waitFor();
    await choose(page, "register.csv", Buffer.from(register));
    await page.getByText("register.csv has 7 columns").waitFor();
    await load();
    await page.getByText("fits this file and is applied").waitFor();
    await look.click();
    await page.getByRole("button", { name: "Score the file" }).click();
    await page.getByText("45 patients scored to the last row").waitFor();
    expect(await saved(page, "Save every patient (CSV)")).toBe(output);
  });

  test("a workbook of several sheets asks which, says its errors as such, and fits 360 pixels", async ({ page }) => {
    const text = (place: string, words: string) => `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;
    const book = workbookOf([
      { name: "Notes", rows: `<row r="1">${text("A1", "about")}${text("B1", "this")}</row>` },
      {
        name: "Patients",
        rows: `<row r="2">${text("A2", "id")}${text("B2", "malar rash")}</row><row r="3"><c r="A3"><v>7</v></c><c r="B3" t="b"><v>1</v></c></row><row r="4"><c r="A4"><v>8</v></c><c r="B4" t="e"><v>#N/A</v></c></row>`,
      },
    ]);
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto("/cohort");
    await choose(page, "sheets.xlsx", book);
    await page.getByText("The workbook has 2 sheets. This is “Notes”").waitFor();
    await page.getByRole("combobox", { name: "Sheet", exact: true }).selectOption("Patients");
    await page.getByLabel("Line that names the columns").fill("2");
    await page.getByRole("button", { name: "Read it like this" }).click();
    await page.getByText("sheets.xlsx has 2 columns and 2 rows").waitFor();
    await column(page, "malar rash").getByText("“#N/A”, an error of the spreadsheet").first().waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await column(page, "id").getByLabel("This column is").selectOption({ label: "the patient's id" });
    await page.getByText("1 of 2 columns are said").waitFor();
  });
});
