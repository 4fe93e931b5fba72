import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/named.ts";
import { type Codebook, type CodedColumn, type FileReading, readCodebook } from "../../lib/cohort/codebook.ts";
import { askedOf, codebookOf, draftFrom, withAnswer, withUnticked } from "../../lib/cohort/draft.ts";
import { guessReading, guessText } from "../../lib/cohort/guess-reading.ts";
import { proposalsFor } from "../../lib/cohort/profile.ts";
import { codedRecord, scoreCoded } from "../../lib/cohort/score-coded.ts";
import { previewFor, surveyOf } from "../../lib/cohort/survey.ts";
import { linesIn } from "../../lib/cohort/table-lines.ts";
import { plan, rowByAssess } from "./support/agree.ts";

const TODAY = "2026-01-01";
const blob = (content: string | Uint8Array) => new Blob([content as BlobPart]);
const nothing = () => undefined;

async function surveyed(content: string | Uint8Array) {
  const file = blob(content);
  const { reading } = await guessReading(file, definitions);
  return { file, reading, survey: await surveyOf(linesIn(file, reading), reading, nothing) };
}

function codebook(file: FileReading, columns: Readonly<Record<string, CodedColumn>>): Codebook {
  const read = readCodebook({ format: "sle-codebook/1", file, columns }, definitions);
  if ("faults" in read) throw new Error(read.faults.join("\n"));
  return read.codebook;
}

describe("how a file seems to have to be read", () => {
  const bytes = (text: string, encoding: BufferEncoding = "utf8") => new Uint8Array(Buffer.from(text, encoding));
  test.each([
    ["commas", bytes("id,rash\n1,0\n"), { separator: ",", decimal: ".", encoding: "utf-8", headerRow: 1 }],
    [
      "semicolons, with a comma before decimals as often as a semicolon",
      bytes("id;WBC;C3\nA;3,2;0,6\nB;4,1;0,9\n"),
      { separator: ";", decimal: ",", headerRow: 1 },
    ],
    [
      "more days with points than numbers with commas",
      bytes("id;from;to;WBC\nA;01.03.2021;02.03.2021;3,2\nB;03.03.2021;04.03.2021;4,1\n"),
      { separator: ";", decimal: "," },
    ],
    [
      "thousands with a point, as often as decimals with a comma",
      bytes("id;plt;WBC\nA;85.000;3,2\nB;150.000;4,1\nC;99.000;\n"),
      { separator: ";", decimal: "," },
    ],
    [
      "thousands with a comma, as often as decimals with a point",
      bytes("id\tplt\tC3\nA\t85,000\t0.62\nB\t150,000\t1.1\nC\t99,000\t\n"),
      { separator: "\t", decimal: "." },
    ],
    ["tabs, and a title over the names", bytes("Export 2024\n\nid\twbc\nA\t3.2\n"), { separator: "\t", headerRow: 3 }],
    [
      "a control character, in Latin-1",
      bytes("Größe\u0001id\n1\u0001a\n", "latin1"),
      { separator: "\u0001", encoding: "windows-1252" },
    ],
    [
      "names of several lines, below a title, and a line that names the separator to Excel",
      bytes(
        'sep=;\r\n"Clinic\r\n2024"\r\nid;"WBC\r\n(G/l)";"C3\r\n(g/l)";note\r\nA;3,2;0,6;"x\r\ny"\r\nB;4,1;0,9;\r\n',
      ),
      { separator: ";", decimal: ",", headerRow: 4 },
    ],
    ["UTF-16 with its mark", bytes("\uFEFFid,rash\nA,1\n", "utf16le"), { encoding: "utf-16le", separator: "," }],
    ["UTF-16 without its mark", bytes("id,rash\nA,1\n", "utf16le"), { encoding: "utf-16le", separator: "," }],
    ["a separator inside quotes", bytes('id,note\nA,"a;b;c"\nB,"d;e;f"\n'), { separator: "," }],
    [
      "patients in columns",
      bytes("Sheet of 2024;;;\nSample;P1;P2;P3\nanti-Sm;POSITIVE;NEG;ND\nC3;0,62;2;NK\nWBC;3,2;4,0;5,0\n"),
      { separator: ";", decimal: ",", shape: "column-per-patient", headerRow: 2 },
    ],
  ] as const)("%s", (_, content, expected) => {
    expect(guessText(content, definitions)).toMatchObject(expected);
  });

  test("what nobody here reads is said in words", async () => {
    await expect(guessReading(blob(""), definitions)).rejects.toThrow("The file is empty");
    await expect(guessReading(blob(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])), definitions)).rejects.toThrow(".xlsx");
    const xlsx = { kind: "xlsx", sheet: "a", decimal: ".", shape: "row-per-patient", headerRow: 1 } as const;
    await expect(guessReading(blob("id\n1\n"), definitions, xlsx)).rejects.toThrow("that of another file");
  });
});

describe("rows of a text", () => {
  const reading = { encoding: "utf-8", separator: ",", decimal: ".", shape: "row-per-patient", headerRow: 1 } as const;
  const rowsOf = async (text: string | Uint8Array, size: number) => {
    const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
    const pieces = (async function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    })();
    const { textLines } = await import("../../lib/cohort/text-lines.ts");
    const found: (readonly [number, readonly string[]])[] = [];
    for await (const { line, cells } of textLines(pieces, reading)) found.push([line, cells]);
    return found;
  };

  test("are the same wherever the pieces end, in a letter, a quoted cell or between the two signs of a line end", async () => {
    const texts = [
      'id,größe\r\nA,"x\r\ny, ""z"""\r\n\r\nB,é😀\r\nC,2',
      'id,größe\nA,"x\ny, ""z"""\n\nB,é😀\nC,2\n',
      'id,größe\rA,"x\ny, ""z"""\r\rB,é😀\rC,2\r',
    ];
    for (const text of texts) {
      const whole = await rowsOf(text, 1000);
      expect(whole.map(([line, cells]) => [line, cells.map((cell) => cell.replace("\r\n", "\n"))])).toEqual([
        [1, ["id", "größe"]],
        [2, ["A", 'x\ny, "z"']],
        [5, ["B", "é😀"]],
        [6, ["C", "2"]],
      ]);
      for (let size = 1; size < 20; size += 1) expect(await rowsOf(text, size), `${size}`).toEqual(whole);
    }
  });

  test("say the line where they cannot be read, in whichever piece it is", async () => {
    for (const size of [3, 1000]) {
      await expect(rowsOf('id,a\nA,1\nB,"x"y\n', size)).rejects.toMatchObject({ line: 3 });
      await expect(rowsOf('id,a\nA,1\nB,"x\n', size)).rejects.toMatchObject({
        line: 3,
        message: expect.stringContaining("never closed"),
      });
    }
    const mixed = Buffer.concat([Buffer.from("id,n\nA,é\nB,é\nC,"), Buffer.from("é\nD,é\n", "latin1")]);
    for (let size = 1; size < mixed.length; size += 1) {
      await expect(rowsOf(mixed, size), `${size}`).rejects.toMatchObject({
        line: 4,
        message: expect.stringContaining("not text in utf-8"),
      });
    }
  });
});

describe("a codebook that a person makes", () => {
  test("a box that was not ticked is asked about before anything is scored, however its values are said", async () => {
    const { reading, survey } = await surveyed("id,malar_rash\nA,1\nB,0\nC,\n");
    const [id, rash] = survey.profiles;
    if (!id || !rash) throw new Error("no columns");
    const draft = new Map<string, CodedColumn>([["id", { is: "id" }]]);
    const header = ["id", "malar_rash"];
    expect(codebookOf(reading, draft, survey.profiles, definitions)).toMatchObject({
      faults: [expect.stringContaining('codebook has not: "malar_rash"')],
    });
    let column: CodedColumn = { is: "finding", finding: "malar-rash", values: {} } as const;
    expect(askedOf(rash, column, reading, definitions)).toEqual({ unticked: ["0"], unsaid: ["1", ""] });
    column = withAnswer(withAnswer(column, rash, "1", "present"), rash, "", "unknown");
    draft.set("malar_rash", column);
    // The value alone does not answer the question.
    for (const zero of [undefined, "absent", "unknown"] as const) {
      draft.set("malar_rash", zero ? withAnswer(column, rash, "0", zero) : column);
      const made = codebookOf(reading, draft, survey.profiles, definitions);
      expect(made).toEqual({ faults: ['Column "malar_rash": does "0" mean absent, or not asked?'] });
    }
    draft.set("malar_rash", withUnticked(column, ["0"], "not-asked"));
    const made = codebookOf(reading, draft, survey.profiles, definitions);
    if (!("codebook" in made)) throw new Error("no codebook");
    expect(made.codebook.columns["malar_rash"]).toEqual({
      is: "finding",
      finding: "malar-rash",
      values: { "1": "present", "": "unknown", "0": "unknown" },
      unticked: "not-asked",
    });
    // Saved and loaded, it is the same; of another file, it says so.
    const again = readCodebook(JSON.parse(JSON.stringify(made.codebook)), definitions);
    expect(again).toEqual({ codebook: made.codebook });
    expect(draftFrom(made.codebook, header)).toEqual({ draft: new Map(Object.entries(made.codebook.columns)) });
    expect(draftFrom(made.codebook, ["id", "rash"])).toMatchObject({
      faults: [expect.stringContaining("that of another file"), expect.stringContaining('has not: "rash"')],
    });
  });

  test("where a third value tells absent from not asked there is no question, and none is left over", async () => {
    const { reading, survey } = await surveyed("id,rash\nA,1\nB,0\nC,9\n");
    const [, rash] = survey.profiles;
    if (!rash) throw new Error("no column");
    const column = { is: "finding", finding: "malar-rash", values: { "0": "absent", "1": "present" } } as const;
    expect(askedOf(rash, column, reading, definitions)).toEqual({ unticked: [], unsaid: ["9"] });
    const unknown = withAnswer<Extract<CodedColumn, { is: "finding" }>>(column, rash, "9", "unknown");
    expect(askedOf(rash, unknown, reading, definitions).unticked).toEqual(["0"]);
    const answered = withUnticked(unknown, ["0"], "absent");
    expect(withAnswer(answered, rash, "9", "absent")).not.toHaveProperty("unticked");
  });

  test("a box of a spreadsheet that is TRUE or FALSE is asked about, and FALSE is no suggestion of absent", () => {
    const counts = new Map([
      ["TRUE", 1],
      ["FALSE", 2],
    ]);
    const profile = { name: "malar rash", rows: 3, blank: 0, numbers: 0, values: counts, words: counts };
    const [one] = proposalsFor([profile], definitions);
    expect(one?.proposed).toEqual({ is: "finding", finding: "malar-rash", values: { TRUE: "present" } });
  });

  test("days are proposed where one order alone fits, asked about where two do, and a day of birth is none", () => {
    const days = (name: string, ...texts: readonly string[]) => {
      const words = new Map(texts.map((text) => [text, 1]));
      return proposalsFor([{ name, rows: 2, blank: 0, numbers: 0, values: words, words }], definitions)[0];
    };
    expect(days("visit", "31.12.2020", "01.02.2021")?.proposed).toEqual({ is: "date", order: "day-month-year" });
    expect(days("visit", "2020-12-31")?.proposed).toEqual({ is: "date", order: "year-month-day" });
    expect(days("visit", "01/02/2021")).toMatchObject({ questions: [{ about: "order" }] });
    expect(days("visit", "01/02/2021")).not.toHaveProperty("proposed");
    expect(days("date of birth", "31.12.1980")).not.toHaveProperty("proposed");
  });

  test("words of a column of numbers are asked about, however many numbers there are", async () => {
    const rows = Array.from({ length: 80 }, (_, row) => `P${row},${3 + row / 100}`).join("\n");
    const { reading, survey } = await surveyed(`id,WBC\n${rows}\nX,ND\nY,<2\nZ,hemolyzed\n`);
    const column = { is: "test", test: "white-cells", unit: "10*9/L" } as const;
    const [, wbc] = survey.profiles;
    if (!wbc) throw new Error("no column");
    expect(askedOf(wbc, column, reading, definitions)).toEqual({ unticked: [], unsaid: ["ND", "hemolyzed"] });
    expect(wbc.range).toEqual([3, 3.79]);
  });

  test("a file of a hundred thousand columns is looked at, and a codebook for it is held to it, in a moment", async () => {
    const names = ["id", ...Array.from({ length: 100_000 }, (_, at) => `gene${at}`)];
    const file = blob(`${names.join(",")}\n${names.map((_, at) => at % 2).join(",")}\n`);
    const { reading } = await guessReading(file, definitions);
    const survey = await surveyOf(linesIn(file, reading), reading, nothing);
    expect(survey.profiles.length).toBe(names.length);
    const draft = new Map(names.map((name): [string, CodedColumn] => [name, { is: name === "id" ? "id" : "ignored" }]));
    expect(codebookOf(reading, draft, survey.profiles, definitions)).toHaveProperty("codebook");
    draft.delete("gene7");
    expect(codebookOf(reading, draft, survey.profiles, definitions)).toMatchObject({
      faults: [expect.stringContaining("gene7")],
    });
  });
});

describe("what a codebook makes of a file", () => {
  const file = { encoding: "utf-8", separator: ",", decimal: ".", shape: "row-per-patient", headerRow: 1 } as const;
  const columns = {
    id: { is: "id" },
    rash: {
      is: "finding",
      finding: "malar-rash",
      values: { y: "present", n: "absent", "": "unknown", d: "explained:drug" },
    },
    wbc: { is: "test", test: "white-cells", unit: "10*9/L" },
    note: { is: "ignored" },
    group: { is: "kept", reference: { case: "has" } },
  } as const;
  const content = "id,rash,wbc,note,group\nA,y,3.1,x,case\nB,?,4,x,\nC,n,,x,case\nD,d,low,x,control\n";

  test("twenty rows as they stand and as they are read, every reading counted, and what cannot be read with its place", async () => {
    const preview = await previewFor(plan, linesIn(blob(content), file), codebook(file, columns), TODAY, nothing);
    expect(preview.columns).toEqual(["id", "rash", "wbc", "group"]);
    expect(preview.first[1]).toEqual({
      line: 3,
      cells: ["B", "?", "4", ""],
      readings: ["B", expect.stringMatching(/^not read/), "4", ""],
    });
    expect(Object.fromEntries(preview.counts.get("rash") ?? [])).toEqual({
      "malar-rash: present": 1,
      "malar-rash: absent": 1,
      "malar-rash: explained:drug": 1,
      "not read": 1,
    });
    expect(preview.unread).toMatchObject({
      rows: 2,
      cells: 2,
      list: [
        { line: 3, column: 2, of: "rash" },
        { line: 5, column: 3, of: "wbc" },
      ],
    });
    expect(preview).not.toHaveProperty("fault");
  });

  test("a second row of a patient is said, with the way out of it", async () => {
    const twice = `${content}A,n,,x,\n`;
    const preview = await previewFor(plan, linesIn(blob(twice), file), codebook(file, columns), TODAY, nothing);
    expect(preview).toMatchObject({ repeats: true, fault: { line: 6, message: expect.stringContaining('"A"') } });
    const visits = { ...file, shape: "row-per-visit" } as const;
    const joined = await previewFor(plan, linesIn(blob(twice), visits), codebook(visits, columns), TODAY, nothing);
    expect(joined).toMatchObject({ repeats: false, rows: 5 });
  });

  test("scored, each row is what `assess` says of the record that opens in the calculator", async () => {
    const book = codebook(file, columns);
    const pieces: Uint8Array[] = [];
    const scored = await scoreCoded(
      plan,
      linesIn(blob(content), file),
      book,
      TODAY,
      (one) => pieces.push(one),
      nothing,
    );
    const rows = Buffer.concat(pieces).toString().trimEnd().split("\n").slice(1);
    expect(scored.heard.unread.rows).toBe(2);
    expect(scored.columns.count).toBe(4);
    for (const [position, group] of [
      [0, "case"],
      [2, "case"],
    ] as const) {
      const record = await codedRecord(plan, linesIn(blob(content), file), book, TODAY, position);
      expect(rows[position]).toBe(rowByAssess(record.label ?? "", record).replace(/,$/, `,${group},`));
    }
    expect(rows[1]).toMatch(/^B,,.*,malformed$/);
    // Half a record looks like a whole one.
    await expect(codedRecord(plan, linesIn(blob(content), file), book, TODAY, 3)).rejects.toThrow('Read "low"');
  });
});
