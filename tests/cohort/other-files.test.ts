import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, describe, expect, test } from "vitest";
import writeWorkbook from "write-excel-file/node";
import { definitions } from "../../criteria/named.ts";
import type { FileReading } from "../../lib/cohort/codebook.ts";
import { guessReading } from "../../lib/cohort/guess-reading.ts";
import { linesIn } from "../../lib/cohort/table-lines.ts";
import { rowByAssess } from "./support/agree.ts";
import { ofLengths, type PlainColumn, parquetOf } from "./support/parquet.ts";
import { workbookOf, zipOf } from "./support/workbook.ts";

const folder = mkdtempSync(join(tmpdir(), "tables-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function rowsIn(file: Blob, reading: FileReading) {
  const rows: (readonly [number, readonly string[]])[] = [];
  for await (const { line, cells } of linesIn(file, reading)) rows.push([line, cells]);
  return rows;
}

async function readAs(bytes: Uint8Array, more: Partial<Extract<FileReading, { kind: "xlsx" }>> = {}) {
  const file = new Blob([bytes as BlobPart]);
  const guess = await guessReading(file, definitions);
  return { guess, rows: await rowsIn(file, { ...guess.reading, ...more } as FileReading) };
}

const text = (place: string, words: string) =>
  `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;

describe("workbooks", () => {
  test("one that another library wrote: texts, numbers, days, boxes and blank cells", async () => {
    const path = join(folder, "other.xlsx");
    const row = (id: string, day: Date | null, wbc: number | null, box: boolean | null) => [
      { value: id, type: String },
      day && { value: day, type: Date, format: "dd/mm/yyyy" },
      wbc === null ? null : { value: wbc, type: Number },
      box === null ? null : { value: box, type: Boolean },
    ];
    const cells = [
      ["id", "day", "WBC", "rash"].map((value) => ({ value, type: String })),
      row("A", new Date(Date.UTC(2024, 1, 10)), 3.2, true),
      row("B", null, 0.1 + 0.2, false),
      row("C", new Date(Date.UTC(2024, 1, 29)), null, null),
    ];
    await writeWorkbook(cells as never).toFile(path);
    const { guess, rows } = await readAs(readFileSync(path));
    expect(guess).toMatchObject({
      sheets: ["Sheet1"],
      reading: { kind: "xlsx", sheet: "Sheet1", headerRow: 1 },
      notes: [],
    });
    expect(rows).toEqual([
      [1, ["id", "day", "WBC", "rash"]],
      [2, ["A", "2024-02-10", "3.2", "TRUE"]],
      // A workbook shows 15 digits: the sum that was worked out is 0.3, and not above it.
      [3, ["B", "", "0.3", "FALSE"]],
      [4, ["C", "2024-02-29", "", ""]],
    ]);
  });

  const sheets = [
    { name: "Read me", rows: `<row r="1">${text("A1", "hello")}</row>` },
    {
      name: "Data",
      rows: `<row r="2">${text("A2", "Register of 2024")}</row>
<row r="4"><c r="A4" t="s"><v>0</v></c><c r="B4" t="s"><v>1</v></c>${text("C4", "WBC")}${text("D4", " day ")}</row>
<row r="6"><c r="A6"><v>7</v></c><c r="B6" t="b"><v>1</v></c><c r="C6"><f>1+2.2</f><v>3.2</v></c><c r="D6" s="1"><v>45332</v></c></row>
<row r="7"><c r="A7"><v>8</v></c><c r="B7" t="e"><v>#N/A</v></c><c r="C7" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D7" s="2"><v>45332.5</v></c></row>
<row r="8"><c r="A8" t="str"><f>CONCATENATE("P",9)</f><v>P9</v></c><c r="C8"><f>A1+1</f></c><c r="D8"><v>1E-3</v></c></row>`,
      after: '<mergeCells count="1"><mergeCell ref="B7:B8"/></mergeCells>',
    },
    { name: "Lists", state: "hidden", rows: "" },
  ] as const;
  const strings = ["<si><t>Sample</t></si>", "<si><r><t>ra</t></r><r><rPr><b/></rPr><t>sh</t></r></si>"];

  test("several sheets, names not in line 1, results of formulas, errors, merged cells: each in words, at its line", async () => {
    const file = new Blob([workbookOf(sheets, strings) as BlobPart]);
    const first = await guessReading(file, definitions);
    expect(first.sheets).toEqual(["Read me", "Data"]);
    const asked = { kind: "xlsx", sheet: "Data", decimal: ",", shape: "row-per-patient", headerRow: 4 } as const;
    const { notes } = await guessReading(file, definitions, asked);
    expect(notes).toEqual([
      expect.stringContaining("merged cells (B7:B8)"),
      expect.stringContaining("1 cell is a formula whose result the file does not hold"),
    ]);
    expect(await rowsIn(file, asked)).toEqual([
      [4, ["Sample", "rash", "WBC", " day "]],
      // Numbers are written as texts of the file would be.
      [6, ["7", "TRUE", "3,2", "2024-02-10"]],
      [7, ["8", "#N/A", "#DIV/0!", "2024-02-10T12:00:00"]],
      // What was never worked out is no blank cell.
      [8, ["P9", "", "=A1+1", "0,001"]],
    ]);
    const only = await guessReading(new Blob([workbookOf(sheets.slice(1), strings) as BlobPart]), definitions);
    expect(only.reading).toMatchObject({ sheet: "Data", headerRow: 4 });
  });

  test("days counted from 1904, patients in columns, and what stands beside the names", async () => {
    const data = `<row r="1">${text("A1", "id")}${text("B1", "P1")}${text("C1", "P2")}</row><row r="2">${text("A2", "day")}<c r="B2" s="1"><v>43870</v></c></row>`;
    const bytes = workbookOf([{ name: "S", rows: data }], [], { dates1904: true });
    expect((await readAs(bytes, { shape: "column-per-patient" })).rows).toEqual([
      [1, ["id", "P1", "P2"]],
      [2, ["day", "2024-02-10", ""]],
    ]);
    const beside = `<row r="1">${text("A1", "id")}</row><row r="2">${text("A2", "P1")}${text("D2", "x")}</row>`;
    expect((await readAs(workbookOf([{ name: "S", rows: beside }]), { headerRow: 1 })).rows).toEqual([
      [1, ["id"]],
      [2, ["P1", "", "", "x"]],
    ]);
  });

  test("what is no workbook, or has no such sheet, is said in words", async () => {
    await expect(readAs(Buffer.from("PK\u0003\u0004junk"))).rejects.toThrow("cannot be read as one");
    await expect(readAs(workbookOf(sheets, strings).subarray(0, 900))).rejects.toThrow("cannot be read as one");
    await expect(readAs(zipOf({ "a.txt": "x" }))).rejects.toThrow("cannot be read as one");
    const file = new Blob([workbookOf(sheets, strings) as BlobPart]);
    const other = { kind: "xlsx", sheet: "Daten", decimal: ".", shape: "row-per-patient", headerRow: 1 } as const;
    await expect(rowsIn(file, other)).rejects.toThrow("no sheet “Daten”; it has “Read me”, “Data”");
  });
});

describe("Parquet as DuckDB writes it", async () => {
  const instance = await DuckDBInstance.create(":memory:");
  const duckdb = await instance.connect();
  afterAll(() => duckdb.closeSync());

  async function written(select: string, options = ""): Promise<Uint8Array> {
    const path = join(folder, "table.parquet");
    await duckdb.run(`COPY (${select}) TO '${path}' (FORMAT parquet${options})`);
    return readFileSync(path);
  }

  const values = `SELECT * FROM (VALUES
    ('A', 3::BIGINT, 0.9::FLOAT, 0.62::DOUBLE, 0.07::DECIMAL(9,2), true, DATE '2024-02-10', TIMESTAMP '2024-02-10 12:30:00', 'ü, "x"'),
    ('B', NULL, NULL, 'nan'::DOUBLE, NULL, NULL, NULL, NULL, NULL)) t(id, n, f, d, dec, box, day, moment, words)`;
  const expected = [
    [1, ["id", "n", "f", "d", "dec", "box", "day", "moment", "words"]],
    // 0.9 of four bytes is 0.9, and not below a limit of 0.9.
    [2, ["A", "3", "0.9", "0.62", "0.07", "TRUE", "2024-02-10", "2024-02-10T12:30:00", 'ü, "x"']],
    [3, ["B", "", "", "NaN", "", "", "", "", ""]],
  ];

  test.each(["snappy", "zstd", "gzip", "brotli", "lz4_raw", "uncompressed"])("%s", async (codec) => {
    const { guess, rows } = await readAs(await written(values, `, CODEC ${codec}`));
    expect(guess.reading).toEqual({ kind: "parquet", decimal: ".", shape: "row-per-patient", headerRow: 1 });
    expect(rows).toEqual(expected);
  });

  test("every row of several groups, in order, and values of more than one part as a text that no code is", async () => {
    const { rows } = await readAs(
      await written("SELECT 'P' || i AS id, [i, 2] AS list FROM range(5000) t(i)", ", ROW_GROUP_SIZE 2048"),
    );
    expect(rows.length).toBe(5001);
    expect(rows.slice(1).every(([line, [id]], at) => line === at + 2 && id === `P${at}`)).toBe(true);
    expect(rows[3]?.[1][1]).toBe('["2","2"]');
  });

  test("decimals and whole numbers keep every digit, in each of the ways to write them", async () => {
    const select = `SELECT 0.07::DECIMAL(4,2) a, (-1234567890123.4567)::DECIMAL(18,4) b, 12345678901234567890.1234567891::DECIMAL(38,10) c,
      (-0.01)::DECIMAL(38,2) d, 1.005::DECIMAL(9,3) e, 3::DECIMAL(18,0) f, NULL::DECIMAL(9,2) g, 18446744073709551615::UBIGINT h,
      4294967295::UINTEGER i, (-9223372036854775808)::BIGINT j, 9007199254740993::BIGINT k`;
    const digits = ["0.07", "-1234567890123.4567", "12345678901234567890.1234567891", "-0.01", "1.005", "3", ""];
    const whole = ["18446744073709551615", "4294967295", "-9223372036854775808", "9007199254740993"];
    const { rows } = await readAs(await written(select));
    expect(rows[1]?.[1]).toEqual([...digits, ...whole]);
    const file = new Blob([(await written("SELECT (-12.5)::DECIMAL(9,1) a, [0.5::DECIMAL(3,1)] b")) as BlobPart]);
    const { reading } = await guessReading(file, definitions);
    expect((await rowsIn(file, { ...reading, decimal: "," }))[1]?.[1]).toEqual(["-12,5", "[0.5]"]);
  });

  test("a moment says that it is one, and its day is said to be that of Greenwich; times and spans of time are no numbers", async () => {
    const select = `SELECT TIMESTAMPTZ '2024-02-10 22:00:00-05' moment, TIMESTAMPTZ '2024-02-10 00:00:00+00' midnight,
      TIMESTAMP '2024-02-10 00:00:00' here, TIME '12:30:00' clock, INTERVAL 3 DAY span`;
    const { guess, rows } = await readAs(await written(select));
    const [, cells] = rows[1] ?? [0, []];
    expect(cells.slice(0, 4)).toEqual(["2024-02-11T03:00:00Z", "2024-02-10T00:00:00Z", "2024-02-10", "12:30:00"]);
    expect(cells[4]).toMatch(/^["[]/);
    expect(guess.notes).toEqual([expect.stringContaining('"moment"'), expect.stringContaining('"midnight"')]);
  });

  test("bytes that are a text are one, whatever the file says of them; others are no code", async () => {
    const { rows } = await readAs(await written("SELECT 'present'::BLOB a, '\\xFF\\xFE'::BLOB b"));
    expect(rows[1]?.[1]).toEqual(["present", "[255,254]"]);
  });

  test("the command reads it by its codebook, and a workbook by one of a workbook alone", async () => {
    const [from, book, to] = ["cohort.parquet", "book.json", "out.csv"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(from, await written("SELECT * FROM (VALUES ('A', true), ('B', NULL)) t(id, rash)"));
    const columns = {
      id: { is: "id" },
      rash: { is: "finding", finding: "malar-rash", values: { TRUE: "present", "": "unknown" }, unticked: "not-asked" },
    };
    const run = (file: object) => {
      writeFileSync(book, JSON.stringify({ format: "sle-codebook/1", file, columns }));
      return spawnSync(process.execPath, ["scripts/cohort.ts", from, "--out", to, "--codebook", book], {
        encoding: "utf8",
      });
    };
    expect(run({ kind: "parquet", decimal: ".", shape: "row-per-patient", headerRow: 1 }).status).toBe(0);
    const rows = readFileSync(to, "utf8").trimEnd().split("\n").slice(1);
    expect(rows).toEqual([
      rowByAssess("A", { format: "sle-record/1", findings: { "malar-rash": "present" } }),
      rowByAssess("B", { format: "sle-record/1" }),
    ]);
    const xlsx = { kind: "xlsx", sheet: "S", decimal: ".", shape: "row-per-patient", headerRow: 1 };
    const other = run(xlsx);
    expect({ status: other.status, stderr: other.stderr }).toEqual({
      status: 2,
      stderr: expect.stringContaining("It is no xlsx, as the codebook says"),
    });

    // What the page says of a workbook before it is read, the command says at its end; a cell that is damaged has its place.
    const names = `<row r="1">${text("A1", "id")}${text("B1", "rash")}</row><row r="2" hidden="1">${text("A2", "A")}<c r="B2" t="b"><v>1</v></c></row>`;
    const after = '<mergeCells><mergeCell ref="B2:B3"/></mergeCells>';
    writeFileSync(from, workbookOf([{ name: "S", rows: `${names}<row r="3">${text("A3", "B")}</row>`, after }]));
    const said = run(xlsx);
    expect(said.status).toBe(0);
    expect(said.stderr).toMatch(/merged cells \(B2:B3\)[\s\S]*1 row is hidden/);
    writeFileSync(from, workbookOf([{ name: "S", rows: `${names}<row r="3"><c r="B3" t="s"><v>9</v></c></row>` }]));
    expect(run(xlsx).stderr).toContain("line 3, column 2: the workbook is damaged: cell B3");
  });

  test("a file that is cut off is said to be none", async () => {
    const whole = await written(values);
    await expect(readAs(whole.subarray(0, whole.length - 20))).rejects.toThrow("cannot be read as such");
  });
});

describe("Parquet as older programs write it", () => {
  const [INT32, INT64, INT96, FLOAT, BYTES, FIXED] = [1, 2, 3, 4, 6, 7] as const;
  const ints = (...values: readonly number[]) => Buffer.from(Int32Array.from(values).buffer);
  const longs = (...values: readonly bigint[]) => Buffer.from(BigInt64Array.from(values).buffer);
  const textOf = async (column: Omit<PlainColumn, "name">) =>
    (await readAs(parquetOf(1, [{ name: "v", ...column }]))).rows[1]?.[1][0];

  test.each([
    ["a byte", { type: INT32, means: 11, values: ints(255) }, "255"],
    ["four bytes without a sign", { type: INT32, means: 13, values: ints(-1) }, "4294967295"],
    ["eight bytes without a sign", { type: INT64, means: 14, values: longs(-1n) }, "18446744073709551615"],
    ["a decimal of four bytes", { type: INT32, means: 5, scale: 9, values: ints(-1) }, "-0.000000001"],
    ["a decimal of bytes", { type: BYTES, means: 5, scale: 2, values: ofLengths(Uint8Array.of(0xff, 0xf8)) }, "-0.08"],
    ["a float", { type: FLOAT, values: Buffer.from(Float32Array.of(0.1).buffer) }, "0.1"],
    ["a day before 1970", { type: INT32, means: 6, values: ints(-1) }, "1969-12-31"],
    ["no day", { type: INT32, means: 6, values: ints(2_147_483_647) }, "#DATE!"],
    ["a moment", { type: INT64, means: 9, values: longs(0n) }, "1970-01-01T00:00:00Z"],
    ["a moment just before", { type: INT64, means: 10, values: longs(-1n) }, "1969-12-31T23:59:59Z"],
    ["a time", { type: INT32, means: 7, values: ints(45_000_000) }, "12:30:00"],
    ["a time to a millionth", { type: INT64, means: 8, values: longs(86_399_999_999n) }, "23:59:59"],
    ["no time", { type: INT64, means: 8, values: longs(90_000_000_000n) }, "#TIME!"],
    ["a text of JSON", { type: BYTES, means: 19, values: ofLengths('"yes"') }, "yes"],
    [
      "a number of JSON",
      { type: BYTES, means: 19, values: ofLengths("12345678901234567890.10") },
      "12345678901234567890.10",
    ],
    ["no JSON", { type: BYTES, means: 19, values: ofLengths("{oops") }, "{oops"],
    ["a text without a name", { type: BYTES, values: ofLengths("früh") }, "früh"],
    [
      "a span of time",
      { type: FIXED, length: 12, means: 21, values: Buffer.alloc(12, 0xfe) },
      `[${Array(12).fill(254)}]`,
    ],
  ] as const)("%s", async (_, column, text) => {
    expect(await textOf(column)).toBe(text);
  });

  test("a moment of twelve bytes", async () => {
    const values = Buffer.alloc(12);
    values.writeBigInt64LE(45_000_000_000_000n);
    // The day of the Julian calendar: 1970-01-01 is 2440588.
    values.writeInt32LE(2_440_588 + Date.UTC(2024, 1, 10) / 86_400_000, 8);
    expect(await textOf({ type: INT96, values })).toBe("2024-02-10T12:30:00Z");
  });

  test("a column with fewer or more values than there are rows is damaged, and no blanks are made of it", async () => {
    const id = { name: "id", type: BYTES, means: 0, values: ofLengths("A", "B") };
    for (const count of [1, 3]) {
      const values = ints(...Array(count).fill(7));
      const file = parquetOf(2, [id, { name: "v", type: INT32, values, count }]);
      await expect(readAs(file)).rejects.toThrow(`"v" has ${count} values in 2 rows`);
    }
  });
});
