/** On which line of a file something stands: as an editor shows it, by the page and by command, whatever ends its lines. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, test } from "vitest";
import { definitions } from "../../criteria/core.ts";
import { type FileReading, readCodebook, type TextReading } from "../../lib/cohort/codebook.ts";
import { cohortOf, partScorer } from "../../lib/cohort/cohort.ts";
import { readColumns } from "../../lib/cohort/columns.ts";
import { lineEndsIn } from "../../lib/cohort/line-ends.ts";
import { scoreFile } from "../../lib/cohort/score-file.ts";
import { previewFor } from "../../lib/cohort/survey.ts";
import { filled } from "../../lib/cohort/table.ts";
import { linesIn } from "../../lib/cohort/table-lines.ts";
import { textLines } from "../../lib/cohort/text-lines.ts";
import { outputOf } from "../../lib/cohort/write-rows.ts";
import { pick, type Random, randomFrom } from "../scoring/support/random-records.ts";
import { plan } from "./support/agree.ts";

const script = fileURLToPath(new URL("../../scripts/cohort.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "lines-"));
afterAll(() => rmSync(folder, { recursive: true }));

const reading: TextReading = {
  encoding: "utf-8",
  separator: ",",
  decimal: ".",
  shape: "row-per-patient",
  headerRow: 1,
};
const asked = { is: "finding", values: { "1": "present", "0": "absent", "": "unknown" }, unticked: "absent" };
const columns = { note: { is: "ignored" }, id: { is: "id" }, fever: { ...asked, finding: "fever" } };

const bookOf = (file: FileReading, of: unknown = columns) => ({ format: "sle-codebook/1", file, columns: of });

function codebook(file: FileReading, of?: unknown) {
  const read = readCodebook(bookOf(file, of), definitions);
  if ("faults" in read) throw new Error(read.faults.join("\n"));
  return read.codebook;
}

/** The line of a text that an editor shows at a position. */
const editorLine = (text: string, at: number): number => text.slice(0, at).split(/\r\n|\n|\r/).length;

/** The lines on which cells that cannot be read begin: each is `bad`, and stands nowhere else. */
const badLines = (text: string): readonly number[] =>
  [...text.matchAll(/bad/g)].map(({ index }) => editorLine(text, index));

/** What the command says of a file: the lines that it names. */
function byCommand(content: string, ...more: readonly string[]): readonly number[] {
  const from = join(folder, "in.csv");
  writeFileSync(from, content);
  const { stderr } = spawnSync(process.execPath, [script, from, "--out", join(folder, "out.csv"), ...more], {
    encoding: "utf8",
  });
  return [...stderr.matchAll(/in\.csv: line (\d+)/g)].map(([, line]) => Number(line));
}

function byCodebook(content: string, file: FileReading = reading, of?: unknown): readonly number[] {
  writeFileSync(join(folder, "book.json"), JSON.stringify(bookOf(file, of)));
  return byCommand(content, "--codebook", join(folder, "book.json"));
}

async function* piecesOf(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const nothing = () => undefined;
const scored = (text: string) => scoreFile(plan, () => piecesOf(text, 7), ["note"], nothing, nothing);

const previewed = (text: string, file: FileReading = reading, of?: unknown) =>
  previewFor(plan, linesIn(new Blob([text]), file), codebook(file, of), "2026-01-01", nothing);

async function byPage(
  text: string,
  file: FileReading = reading,
  of?: unknown,
): Promise<readonly (number | undefined)[]> {
  const { unread } = await previewed(text, file, of);
  return unread.list.map(({ line }) => line);
}

/** Ends of lines of every kind, in cells and behind rows, empty lines, a mark at the begin and no end at the last line. */
const MIXED = [
  '\uFEFFnote,id,"fever"\r\n',
  '"one\r\ntwo\nthree\rfour",a,bad\n',
  "\r\n",
  "\n",
  "x,b,1\r\n",
  '"\r\r\n\n\r\n",c,bad\r\n',
  '"a ""quoted""\r\n\r\n",d,"bad"\n',
  '"\r",e,bad',
];

describe("with ends of every kind in one file", () => {
  const text = MIXED.join("");
  const expected = [5, 13, 16, 18];

  test("the lines of an editor", () => {
    expect(badLines(text)).toEqual(expected);
  });

  test("are those of the command, with a codebook and without", () => {
    expect(byCodebook(text)).toEqual(expected);
    expect(byCommand(text, "--keep", "note")).toEqual(expected);
    // In the header as well: a name of several lines moves those behind it.
    expect(byCommand('id,"fever\r\r\n",seizure,"x\ny","leukopenia"\n')).toEqual([1, 3]);
    expect(byCommand('id,"fever\r\r\n",seizure,"x\ny",leukopenia"\n')).toEqual([4]);
  });

  test("are those of the page", async () => {
    expect(await byPage(text)).toEqual(expected);
    await expect(scored(text)).rejects.toMatchObject({ line: expected[0], column: 3 });
  });

  test("and of an id that is repeated, with the line of the first", async () => {
    const twice = '\uFEFFnote,id,fever\r\n"\r\n\r",a,1\r\n\n"\n\r",a,0\n';
    const [first, second] = [...twice.matchAll(/a,\d/g)].map(({ index }) => editorLine(twice, index));
    expect([first, second]).toEqual([4, 8]);
    await expect(scored(twice)).rejects.toMatchObject({
      line: 8,
      column: 2,
      message: expect.stringContaining("The first is in line 4."),
    });
    expect(await previewed(twice)).toMatchObject({ repeats: true, fault: { line: 8 } });
    expect(byCodebook(twice)).toEqual([8]);
    expect(byCommand(twice, "--keep", "note")).toEqual([8]);
  });

  test("where patients stand in columns, with empty lines between their rows", async () => {
    const turned = 'id,a,b\r\n\r\n\nnote,"1\r2\n3",x\rfever,"0\n",bad\nseizure,1,bad';
    const file = { ...reading, shape: "column-per-patient" } as const;
    const of = { ...columns, fever: { ...asked, finding: "fever", values: { ...asked.values, "0\n": "absent" } } };
    const all = { ...of, seizure: { ...asked, finding: "seizure" } };
    expect(await byPage(turned, file, all)).toEqual(badLines(turned));
    expect(byCodebook(turned, file, all)).toEqual(badLines(turned));
  });

  test("of a quotation mark, its own", async () => {
    const rows = async (text: string, size: number) => {
      for await (const _ of textLines(piecesOf(text, size), reading));
    };
    for (const size of [1, 2, 1000]) {
      const open = 'id,a\r\n"x\r\ny\r",1\r\n\r\nB,"x\r\n\r\n';
      await expect(rows(open, size)).rejects.toMatchObject({
        line: 6,
        message: expect.stringContaining("never closed"),
      });
      await expect(rows('id,a\r\n"x\r\ny\r",1\r\n\r\nB,"x\r\n"y\r\n', size)).rejects.toMatchObject({ line: 7 });
      await expect(rows('id,a\r\n"x\r\ny\r",1\n\nB,x"\r\n', size)).rejects.toMatchObject({ line: 6 });
    }
  });
});

const ENDS = ["\n", "\r\n", "\r"];
const INSIDE = ["a", "", " ", "é", '""', ",", ...ENDS, ...ENDS];

/** A file of few rows with ends of several kinds, `bad` in places. */
function randomFile(random: Random, ends: readonly string[], last: boolean): string {
  const rows = Array.from({ length: 1 + Math.floor(random() * 6) }, (_, row) => {
    const note = Array.from({ length: Math.floor(random() * 6) }, () => pick(random, INSIDE)).join("");
    const empty = random() < 0.3 ? pick(random, ends) : "";
    return `${empty}"${note}",p${row},${pick(random, ["1", '""', "bad", '"bad"'])}`;
  });
  const mark = random() < 0.3 ? "\uFEFF" : "";
  return `${mark}note,id,fever${pick(random, ends)}${rows.map((row) => row + pick(random, ends)).join("")}`.replace(
    last ? /$/ : /[\r\n]+$/,
    "",
  );
}

test("1,500 files of both kinds name the lines that an editor shows, wherever their pieces end", async () => {
  const random = randomFrom(20_261_127);
  const read = readColumns(["note", "id", "fever"], definitions, ["note"]);
  if ("faults" in read) throw new Error("a column is unknown");
  const score = partScorer(plan, read.layout);
  let bad = 0;
  for (let round = 0; round < 1_500; round += 1) {
    const any = randomFile(random, ENDS, random() < 0.5);
    const lines = badLines(any);
    bad += lines.length;
    const found: number[] = [];
    for await (const { line, cells } of textLines(piecesOf(any, 1 + Math.floor(random() * 30)), reading)) {
      expect(cells, JSON.stringify(any)).toHaveLength(3);
      if (cells[2] === "bad") found.push(line + editorLine(cells[0] ?? "", Number.POSITIVE_INFINITY) - 1);
    }
    expect(found, JSON.stringify(any)).toEqual(lines);

    // Without a codebook, a lone carriage return ends no row.
    const plain = randomFile(random, ["\n", "\r\n"], true).replace(/^\uFEFF/, "");
    const bytes = new TextEncoder().encode(plain);
    const begin = bytes.indexOf(0x0a) + 1;
    const rows = bytes.subarray(begin);
    const cohort = cohortOf(read.layout, 2);
    const part = score(rows, outputOf(64));
    cohort.take(part, rows);
    expect(
      cohort.faults().first.map(({ line }) => line),
      JSON.stringify(plain),
    ).toEqual(badLines(plain));
    expect(part.lines, JSON.stringify(plain)).toBe(lineEndsIn(rows, 0, rows.length));
    expect(part.lines).toBe(editorLine(plain, plain.length) - 2);
  }
  expect(bad).toBeGreaterThan(1_000);
});

test("3,000 damaged texts are read as csv-parse reads them whole, or refused as it refuses them", async () => {
  const random = randomFrom(41_800);
  let refused = 0;
  for (let round = 0; round < 3_000; round += 1) {
    const text = randomFile(random, ENDS, random() < 0.5).replace(/^\uFEFF/, "");
    const at = Math.floor(random() * text.length);
    const damage = pick(random, ["", '"', '""', '"""', "\n", "\r", ",", "a"]);
    const damaged = text.slice(0, at) + damage + text.slice(at + (random() < 0.5 ? 1 : 0));
    let whole: readonly (readonly string[])[] | undefined;
    try {
      whole = parse(damaged, {
        record_delimiter: ["\r\n", "\n", "\r"],
        relax_column_count: true,
        skip_empty_lines: true,
      });
    } catch {
      refused += 1;
    }
    const rows: (readonly string[])[] = [];
    const read = (async () => {
      for await (const { cells } of textLines(piecesOf(damaged, 1 + Math.floor(random() * 20)), reading))
        rows.push(cells);
      return rows;
    })();
    const what = JSON.stringify(damaged);
    // Blank cells behind the last column are none, and a row of nothing else is none.
    const written = (all: readonly (readonly string[])[]) =>
      all.map((cells) => cells.slice(0, filled(cells))).filter(({ length }) => length > 0);
    if (whole) expect(written(await read), what).toEqual(written(whole));
    else await expect(read, what).rejects.toMatchObject({ line: expect.any(Number) });
  }
  expect(refused).toBeGreaterThan(200);
});
