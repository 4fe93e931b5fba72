/**
 * What stands in a workbook, by ECMA-376: each value is read as it is meant, or as a text that no number and no code is,
 * or the workbook is refused.
 */
import { crc32, deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/named.ts";
import type { FileReading } from "../../lib/cohort/codebook.ts";
import { CohortFault } from "../../lib/cohort/file-parts.ts";
import { guessReading } from "../../lib/cohort/guess-reading.ts";
import { linesIn } from "../../lib/cohort/table-lines.ts";
import { unpacked, type ZipPart, zipParts } from "../../lib/cohort/zip-parts.ts";
import { asLarge, type SheetParts, type WorkbookMore, workbookOf } from "./support/workbook.ts";

const reading: FileReading = { kind: "xlsx", sheet: "S", decimal: ".", shape: "row-per-patient", headerRow: 1 };

async function rowsOf(bytes: Uint8Array, more: { readonly sheet?: string; readonly decimal?: "," } = {}) {
  const rows: (readonly [number, ...string[]])[] = [];
  const file = new Blob([bytes as BlobPart]);
  for await (const { line, cells } of linesIn(file, { ...reading, ...more } as FileReading))
    rows.push([line, ...cells]);
  return rows;
}

async function notesOf(bytes: Uint8Array) {
  return (await guessReading(new Blob([bytes as BlobPart]), definitions, reading)).notes;
}

/** A sheet S with a column "v" of these cells, of which each is given without its place. */
function columnOf(
  cells: readonly string[],
  more: WorkbookMore & Partial<SheetParts> = {},
  strings: readonly string[] = [],
) {
  const rows = ["<c t='inlineStr'><is><t>v</t></is></c>", ...cells].map((cell) => `<row>${cell}</row>`).join("");
  const { after = "" } = more;
  return workbookOf([{ name: "S", rows, after }], strings, more);
}

/** What is read of a column of these cells. */
async function textsOf(...args: Parameters<typeof columnOf>): Promise<readonly (string | undefined)[]> {
  const rows = new Map((await rowsOf(columnOf(...args))).map(([line, text]) => [line, text]));
  return args[0].map((_, at) => rows.get(at + 2) ?? "");
}

const number = (written: number | string, style = 0): string => `<c s="${style}"><v>${written}</v></c>`;
/** Of one number in one format. */
const shown = async (written: number | string, format: string): Promise<string | undefined> =>
  (await textsOf([number(written, 3)], { formats: [format] }))[0];

describe("numbers", () => {
  test.each([
    [0.15, "0%", "15%"],
    [0.155, "0.0%;[Red]-0.0%", "15.5%"],
    [-0.07, "0%", "-7%"],
    [0.6, '"<"0.0', "<0.6"],
    [0.6, "\\<0.0", "<0.6"],
    [600, '0" mg/g"', "600 mg/g"],
    [38.5, '0.0\\ "°C"', "38.5 °C"],
    [-2, '0" d";-0" d"', "-2 d"],
    [160, '"1:"0', "1:160"],
    [0, '0" mg";-0" mg";"none"', "0"],
    [0.5, '[<1]"under "0.0;0', "under 0.5"],
    [2, '[<1]"under "0.0;0', "2"],
    [7, "00000", "00007"],
    [-7, "000", "-007"],
    [7, '"P-"000', "P-007"],
    [7.5, "00.0", "7.5"],
    [0.4951, "0.0", "0.4951"],
    [-3.5, "#,##0.00_);[Red](#,##0.00)", "-3.5"],
    [3.5, "[$€-407] #,##0.00", "3.5"],
    [90, "[$mg/dL] 0", "mg/dL 90"],
    [3, '0"+"', "3+"],
    [3.2, '0.0"*"', "3.2*"],
    [3.5, "[$-en-US]0.0", "3.5"],
    [3.5, "# ?/?", "3.5"],
    [3.5, "#\\ ??/16", "3.5"],
    [3500, "0.0E+00", "3500"],
    [3.5, "[Magenta]0.0", "3.5"],
    [3.5, "0.0_d*h", "3.5"],
  ])("%s shown by %s is %s", async (value, format, text) => {
    expect(await shown(value, format)).toBe(text);
  });

  test("15 digits of a number that was worked out, and every digit of a longer whole number", async () => {
    const written = ["0.30000000000000004", "3.1999999999999997", "1.23456789012E+11", "1E-3", "-0", " 3.2 "];
    expect(await textsOf(written.map((one) => number(one)))).toEqual([
      "0.3",
      "3.2",
      "123456789012",
      "0.001",
      "0",
      "3.2",
    ]);
    await fc.assert(
      fc.asyncProperty(fc.bigInt({ min: 10n ** 15n, max: 10n ** 30n }), async (whole) => {
        expect(await textsOf([number(String(whole)), number(String(-whole))])).toEqual([String(whole), String(-whole)]);
      }),
      { numRuns: 30 },
    );
  });

  test("what is no number of a workbook stays the text that it is, whatever a programming language makes of it", async () => {
    const none = ["0x10", "0b11", "1_000", "INF", "NaN", "1e400", "3,2", "abc", "1 2"];
    expect(await textsOf(none.map((one) => number(one)))).toEqual(none);
  });

  test("a decimal comma stands in every number, and in no day", async () => {
    const bytes = columnOf([number(3.2), number("0.15", 3), number("45332.5", 2)], { formats: ["0.0%"] });
    expect((await rowsOf(bytes, { decimal: "," })).map(([, text]) => text)).toEqual([
      "v",
      "3,2",
      "15%",
      "2024-02-10T12:00:00",
    ]);
  });
});

describe("days and times", () => {
  test("every day that can be, counted from 1900 and from 1904", async () => {
    const day = fc.integer({ min: 61, max: 2_958_465 });
    await fc.assert(
      fc.asyncProperty(fc.array(day, { minLength: 1, maxLength: 20 }), fc.boolean(), async (days, dates1904) => {
        const first = Date.UTC(1899, 11, 30);
        const written = days.map((one) => number(dates1904 ? one - 1462 : one, 1));
        const kept = days.map((one) => new Date(first + one * 86_400_000).toISOString().slice(0, 10));
        const texts = await textsOf(written, { dates1904 });
        expect(texts).toEqual(kept.map((text, at) => (dates1904 && (days[at] ?? 0) < 1462 ? "#DATE!" : text)));
      }),
      { numRuns: 40 },
    );
  });

  test("around the day that never was, and beyond all days", async () => {
    const days = [1, 59, 60, 61, 0, -1, 2_958_465, 2_958_466, 1e12].map((one) => number(one, 1));
    expect(await textsOf(days)).toEqual([
      ...[
        "1900-01-01",
        "1900-02-28",
        "1900-02-29",
        "1900-03-01",
        "1900-01-00",
        "#DATE!",
        "9999-12-31",
        "#DATE!",
        "#DATE!",
      ],
    ]);
  });

  test.each([
    ["dd\\.mm\\.yyyy", "2024-02-10T18:00:00"],
    ["[$-407]d. mmm yyyy", "2024-02-10T18:00:00"],
    ['"seen on "d/m/yy', "2024-02-10T18:00:00"],
    ["mmm-yy", "2024-02-10T18:00:00"],
    ["h:mm", "2024-02-10T18:00:00"],
    ["[h]:mm", "1087986:00:00"],
  ])("%s says that a number is one", async (format, text) => {
    expect(await shown(45332.75, format)).toBe(text);
  });

  test("a time alone is no day and no titer: 1:160 that a spreadsheet took for a time is no 3:40", async () => {
    const times = [number(0.15277777777777776, 3), number(0.06944444444444445, 4), number(0.99999999, 4)];
    expect(await textsOf(times, { formats: ["[h]:mm", "h:mm"] })).toEqual(["03:40:00", "01:40:00", "23:59:59"]);
  });

  test("a number is none where only a word beside it has its letters, or the workbook says so of a usual format", async () => {
    for (const format of ['0.0" days"', '"d"0.0', "0.0\\d", 'General" h"', "[Red]0.0"]) {
      expect(await shown(3.5, format), format).toMatch(/3\.5/);
    }
    const change = (parts: Record<string, string>) => ({
      ...parts,
      "xl/styles.xml": (parts["xl/styles.xml"] ?? "").replace(
        "<numFmts>",
        '<numFmts><numFmt numFmtId="14" formatCode="0.0"/>',
      ),
    });
    expect(await textsOf([number(3.5, 1)], { change })).toEqual(["3.5"]);
  });

  test("days that are written out", async () => {
    const days = [
      "2024-02-10",
      "2024-02-10T00:00:00",
      "2024-02-10T12:30:15.5",
      "2024-02-30",
      "13:45:30",
      "2024-02-10T23:30:00Z",
    ];
    expect(
      await textsOf(
        days.map((day) => `<c t="d" s="1"><v>${day}</v></c>`),
        { dates1904: true },
      ),
    ).toEqual([
      ...["2024-02-10", "2024-02-10", "2024-02-10T12:30:15", "2024-02-30", "13:45:30", "2024-02-10T23:30:00Z"],
    ]);
  });
});

describe("texts, boxes and formulas", () => {
  test("a text in all ways to write it, without how it is pronounced", async () => {
    const strings = [
      '<si><r><t>mal</t></r><r><rPr><strike/></rPr><t xml:space="preserve">ar </t></r></si>',
      "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si>",
      "<si><t>a&amp;b&#10;&lt;1<![CDATA[<2]]><!-- 3 --></t></si>",
      "<si><t>_x000D__x005F_x000D__xZZ_</t></si>",
      "<si/>",
    ];
    const cells = [...strings.keys()].map((at) => `<c t="s"><v>${at}</v></c>`);
    const own = "<c t='inlineStr'><is><r><t>00</t></r><r><t>7</t></r><rPh><t>x</t></rPh></is></c>";
    const texts = await textsOf([...cells, own, "<c t='str'><v>007</v></c>", "<c t='s'/>", "<c t='b'/>"], {}, strings);
    expect(texts).toEqual(["malar ", "東京", "a&b\n<1<2", "\r_x000D__xZZ_", "", "007", "007", "", ""]);
  });

  test("boxes are true or false in both ways to write it, and errors are what they say", async () => {
    const boxes = ["1", "0", "true", "false"].map((one) => `<c t="b"><v>${one}</v></c>`);
    expect(await textsOf([...boxes, "<c t='e'><v>#N/A</v></c>", "<c t='e'/>"])).toEqual([
      ...["TRUE", "FALSE", "TRUE", "FALSE", "#N/A", "#ERROR!"],
    ]);
  });

  const formulas = [
    "<c><f>1+1</f><v>2</v></c>",
    '<c t="str"><f>IF(A1="x","","y")</f><v></v></c>',
    "<c><f>1+2</f></c>",
    "<c><f>1+3</f><v/></c>",
    '<c><f t="shared" si="0"/></c>',
    '<c><f t="shared" si="0"/><v>6</v></c>',
  ];

  test("a formula is its result, and no blank and no zero where it has none", async () => {
    expect(await textsOf(formulas)).toEqual(["2", "", "=1+2", "=1+3", "=", "6"]);
    expect(await notesOf(columnOf(formulas))).toEqual([expect.stringContaining("3 cells are formulas whose result")]);
  });

  test.each(['<calcPr fullCalcOnLoad="1"/>', '<calcPr calcCompleted="0"/>'])(
    "%s: results that a program wrote for a spreadsheet to work out are none",
    async (behind) => {
      const texts = await textsOf([...formulas, number(3)], { behind });
      expect(texts).toEqual(["=1+1", '=IF(A1="x","","y")', "=1+2", "=1+3", "=", "=", "3"]);
    },
  );
});

describe("rows, columns and sheets", () => {
  const text = (place: string, words: string) => `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const simple = (value: number) =>
    `<row r="1">${text("A1", "id")}${text("B1", "v")}</row><row r="2">${text("A2", "P1")}<c r="B2"><v>${value}</v></c></row>`;

  test("places that are left out follow the one before; empty cells to the ends of a sheet are none", async () => {
    const rows = `<row>${text("A1", "id")}<c t="inlineStr"><is><t>v</t></is></c></row><row r="4"><c r="b4"><v>1</v></c><c/><c><v>2</v></c></row>
<row>${text("A5", "P2")}<c r="XFD5" s="1"/></row><row r="1048576"><c r="XFD1048576" s="1"/></row>`;
    expect(await rowsOf(workbookOf([{ name: "S", rows }]))).toEqual([
      [1, "id", "v"],
      [4, "", "1", "", "2"],
      [5, "P2", ""],
    ]);
  });

  test.each([
    ["a cell twice", '<row r="2"><c r="B2"><v>3</v></c><c r="B2"><v>4</v></c></row>'],
    ["a value twice", '<row r="2"><c r="B2"><v>3</v><v>4</v></c></row>'],
    ["rows in two places", '</sheetData><sheetData><row r="1"><c r="B1"><v>3</v></c></row>'],
    ["a cell behind a later one", '<row r="2"><c r="B2"><v>3</v></c><c r="A2"><v>4</v></c></row>'],
    ["a cell of another row", '<row r="2"><c r="B3"><v>3</v></c></row>'],
    ["a cell that is nowhere", '<row r="2"><c r="2B"><v>3</v></c></row>'],
    ["a row twice", '<row r="2"><c><v>3</v></c></row><row r="2"><c><v>4</v></c></row>'],
    ["rows out of their order", '<row r="3"><c><v>3</v></c></row><row r="2"><c><v>4</v></c></row>'],
    ["a column too far", '<row r="2"><c r="XFE2"><v>3</v></c></row>'],
    ["a row too far", '<row r="1048577"><c><v>3</v></c></row>'],
    ["a text that is not there", '<row r="2"><c t="s"><v>1</v></c></row>'],
    ["a text of no number", '<row r="2"><c t="s"><v>0x0</v></c></row>'],
    ["a box of a third kind", '<row r="2"><c t="b"><v>2</v></c></row>'],
    ["a cell of an unknown kind", '<row r="2"><c t="z"><v>2</v></c></row>'],
    ["a text that the file declares", '<row r="2"><c t="inlineStr"><is><t>&own;</t></is></c></row>'],
    ["an end in the middle", '<row r="2"><c><v>12'],
  ])("%s is refused, and none of the two taken", async (_, rows) => {
    const names = `<row r="1">${text("A1", "id")}${text("B1", "v")}</row>`;
    await expect(rowsOf(workbookOf([{ name: "S", rows: names + rows }], ["<si><t>x</t></si>"]))).rejects.toThrow(
      CohortFault,
    );
  });

  test("hidden rows and columns and merged cells are read and said", async () => {
    const rows = `${simple(3)}<row r="3" hidden="1"><c r="B3"><v>4</v></c></row>`;
    const after = '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>';
    const change = (parts: Record<string, string>) => ({
      ...parts,
      "xl/worksheets/sheet1.xml": (parts["xl/worksheets/sheet1.xml"] ?? "").replace(
        "<sheetData>",
        '<cols><col min="2" max="16384" hidden="1"/></cols><sheetData>',
      ),
    });
    const bytes = workbookOf([{ name: "S", rows, after }], [], { change });
    expect(await rowsOf(bytes)).toHaveLength(3);
    expect(await notesOf(bytes)).toEqual([
      expect.stringContaining("merged cells (A2:A3)"),
      expect.stringContaining("1 row is hidden"),
      expect.stringContaining("1 column is hidden"),
    ]);
  });

  test("a sheet is the one of that very name, wherever its part is; one of a chart is none", async () => {
    const sheets = [1, 2, 3].map((value) => ({ name: ["Data", "DATA", "S"][value - 1] ?? "", rows: simple(value) }));
    const moved = (parts: Record<string, string>) => {
      const { "xl/worksheets/sheet2.xml": second = "", "xl/_rels/workbook.xml.rels": relations = "", ...rest } = parts;
      const own = relations
        .replace("worksheets/sheet2.xml", "/xl/a%20b/Two.xml")
        .replace(/worksheet"(?= Target="worksheets\/sheet3)/, 'chartsheet"');
      return { ...rest, "xl/_rels/workbook.xml.rels": own, "XL\\a b\\two.xml": second };
    };
    const bytes = workbookOf(sheets, [], { change: moved });
    expect(await rowsOf(bytes, { sheet: "DATA" })).toContainEqual([2, "P1", "2"]);
    await expect(rowsOf(bytes)).rejects.toThrow("no sheet “S”; it has “Data”, “DATA”");
    const twice = workbookOf([...sheets, { name: "Data", rows: simple(4) }]);
    await expect(rowsOf(twice, { sheet: "Data" })).rejects.toThrow("two sheets “Data”");
  });

  test.each(["strict", "prefixed", "UTF-16", "ISO-8859-1"])("the %s dialect is read alike", async (dialect) => {
    const rows = `${simple(3)}<row r="3">${text("A3", "fr&#252;h")}<c r="B3" s="1"><v>45332</v></c></row>`;
    const change = (parts: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => {
          if (dialect === "strict") {
            return [
              name,
              part
                .replaceAll(
                  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                  "http://purl.oclc.org/ooxml/spreadsheetml/main",
                )
                .replaceAll(
                  "http://schemas.openxmlformats.org/officeDocument/2006/",
                  "http://purl.oclc.org/ooxml/officeDocument/",
                ),
            ];
          }
          if (dialect === "prefixed" && /^xl\/(workbook|styles|worksheets)/.test(name)) {
            return [name, part.replace(/<(\/?)([a-z])/gi, "<$1x:$2").replace('xmlns="', 'xmlns:x="')];
          }
          return [name, part];
        }),
      );
    const encoded = (parts: Record<string, string>) => {
      const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
      const bytes =
        dialect === "UTF-16"
          ? Buffer.from(`\ufeff${sheet}`, "utf16le")
          : Buffer.from(sheet.replace("UTF-8", dialect).replace("&#252;", "ü"), "latin1");
      return { ...parts, "xl/worksheets/sheet1.xml": bytes as unknown as string };
    };
    const isEncoded = dialect === "UTF-16" || dialect === "ISO-8859-1";
    const bytes = workbookOf([{ name: "S", rows }], [], { change: isEncoded ? encoded : change });
    expect(await rowsOf(bytes)).toEqual([
      [1, "id", "v"],
      [2, "P1", "3"],
      [3, "früh", "2024-02-10"],
    ]);
  });
});

describe("archives", () => {
  const sound = columnOf([number(3), '<c t="s"><v>0</v></c>', number(45332, 1)], {}, ["<si><t>present</t></si>"]);
  const rows = [
    [1, "v"],
    [2, "3"],
    [3, "present"],
    [4, "2024-02-10"],
  ];
  /** The rows, or that it was refused in words. */
  const outcome = (bytes: Uint8Array) =>
    rowsOf(bytes).catch((cause: unknown) => {
      if (cause instanceof CohortFault) return "refused";
      throw cause;
    });

  test("cut off anywhere, it is refused", async () => {
    expect(await outcome(sound)).toEqual(rows);
    for (let length = 4; length < sound.length; length += 17)
      expect(await outcome(sound.subarray(0, length))).toBe("refused");
  });

  test("as archives of more than 4 GB are, it is read alike", async () => {
    expect(await outcome(asLarge(sound))).toEqual(rows);
  });

  test.each([
    ["an archive", sound],
    ["one as for more than 4 GB", asLarge(sound)],
  ])("whichever byte of %s is damaged, the same rows are read or none", async (_, whole) => {
    const place = fc.integer({ min: 4, max: whole.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const damaged = Buffer.from(whole);
        damaged[at] = (damaged[at] ?? 0) ^ mask;
        expect([rows, "refused"]).toContainEqual(await outcome(damaged));
      }),
      { numRuns: 500 },
    );
  });

  test("a part that is there twice, has a password, or unpacks to more than any table is refused", async () => {
    const twice = (parts: Record<string, string>) => [
      ...Object.entries(parts),
      ["XL/worksheets/sheet1.xml", (parts["xl/worksheets/sheet1.xml"] ?? "").replace("<v>3", "<v>4")] as const,
    ];
    await expect(rowsOf(columnOf([number(3)], { change: twice }))).rejects.toThrow("twice");
    const list = sound.indexOf("PK\u0001\u0002");
    for (const [at, value, why] of [
      [8, 1, "password"],
      [10, 12, "a way that is not read"],
      [27, 0xff, "no table"],
      // More or less than the list says, and another checksum.
      [24, 1, "damaged"],
      [25, 0x7f, "damaged"],
      [16, 0, "damaged"],
    ] as const) {
      const other = Buffer.from(sound);
      for (let entry = list; entry >= 0; entry = other.indexOf("PK\u0001\u0002", entry + 1)) other[entry + at] = value;
      await expect(rowsOf(other)).rejects.toThrow(why);
    }
  });

  test("of a part that unpacks to more than the list says, no more is read", async () => {
    const [name, real] = [Buffer.from("xl/workbook.xml"), Buffer.alloc(64 << 20, " ")];
    const packed = deflateRawSync(real);
    const entry = Buffer.alloc(46);
    entry.write("PK\u0001\u0002", "latin1");
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(real), 16);
    for (const [at, size] of [
      [20, packed.length],
      [24, 1000],
    ] as const)
      entry.writeUInt32LE(size, at);
    entry.writeUInt16LE(name.length, 28);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), entry.subarray(6, 32)]);
    const end = Buffer.alloc(22);
    end.write("PK\u0005\u0006", "latin1");
    end.fill(1, 8, 9).fill(1, 10, 11);
    end.writeUInt32LE(entry.length + name.length, 12);
    end.writeUInt32LE(local.length + name.length + packed.length, 16);
    const part = (await zipParts(new Blob([local, name, packed, entry, name, end] as BlobPart[]))).get(
      "xl/workbook.xml",
    );
    let read = 0;
    const all = async () => {
      for await (const piece of unpacked(part as ZipPart)) read += piece.length;
    };
    await expect(all()).rejects.toThrow("its part xl/workbook.xml is damaged");
    expect(read).toBeLessThan(1 << 20);
  });

  test("of two archives in one file, none is read as the other", async () => {
    const other = columnOf([number(4)]);
    const others = await rowsOf(other);
    expect(others).not.toEqual(rows);
    expect([others, "refused"]).toContainEqual(await outcome(Buffer.concat([sound, other])));
    expect([rows, "refused"]).toContainEqual(await outcome(Buffer.concat([sound, Buffer.from("\r\n")])));
  });

  test.each([
    ["content.xml", "OpenDocument"],
    ["xl/workbook.bin", ".xlsb"],
    ["word/document.xml", ".docx"],
  ])("a file of another program, by its %s, is called by its name", async (part, kind) => {
    const change = () => ({ [part]: "" });
    await expect(rowsOf(columnOf([], { change }))).rejects.toThrow(kind);
  });
});

test.each([
  ["\xd0\xcf\x11\xe0\xa1\xb1", ".xls"],
  ["<?xml version='1.0'?><Workbook/>", "page or XML"],
  ["<html><table><tr><td>id</td></tr></table></html>", "page or XML"],
  ["ARROW1\0\0", "Arrow"],
  ["ORC\n\x03", "ORC"],
])("%j is called what it is, and not read as a text", async (begins, kind) => {
  await expect(guessReading(new Blob([Buffer.from(begins, "latin1")]), definitions)).rejects.toThrow(kind);
});

test.each(["ORCID,v\nA,1\n", "<0.5,id\n1,A\n", "ARROW1,id\nx,A\n"])("%j is a text", async (text) => {
  expect((await guessReading(new Blob([text]), definitions)).reading).toMatchObject({ encoding: "utf-8" });
});
