/** The same patients in files of other codings, shapes and kinds, each with its codebook, come to the same. */
import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { type Codebook, type CodedAnswer, type FileReading, readCodebook } from "../../lib/cohort/codebook.ts";
import { CELL_ANSWERS } from "../../lib/cohort/columns.ts";
import { scoreCoded } from "../../lib/cohort/score-coded.ts";
import { linesIn } from "../../lib/cohort/table-lines.ts";
import { pick, type Random, randomFrom } from "../scoring/support/random-records.ts";
import { plan, scored } from "./support/agree.ts";
import { fileOf, type RandomCohort, randomCohort } from "./support/random-cohort.ts";
import { workbookOf } from "./support/workbook.ts";

type Column = Codebook["columns"][string];

/** A table of texts, and what its columns are. */
interface Coded {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly columns: Codebook["columns"];
}

const answerOf = (cell: string): CodedAnswer => {
  const { status, cause } = CELL_ANSWERS.get(cell) ?? { status: "unknown" };
  return cause ? `explained:${cause}` : status;
};
const ANSWERS = [...new Set([...CELL_ANSWERS.keys()].map(answerOf))];
const WORDS = [
  "",
  "0",
  "1",
  "2",
  "95",
  "yes",
  "No",
  "x",
  "-",
  "+",
  "n/a",
  "1.0",
  "früh",
  "ja, leicht",
  'said "no"',
  "<5",
];

/** The cohort with words of its own for the answers of each finding, and this sign before decimals. */
function codedAnew({ header, rows }: RandomCohort, random: Random, decimal: "." | ","): Coded {
  const names = header.map((name, at) => (random() < 0.5 ? name : `Größe, ${at}`));
  const columns: Record<string, Column> = {};
  const writers = header.map((name, at): ((cell: string) => string) => {
    const own = names[at] as string;
    const [, tested = "", unit, limit] = /^(\S+) (?:\[(.*)\]|(low|high))$/.exec(name) ?? [];
    if (name === "id") columns[own] = { is: "id" };
    else if (unit !== undefined) columns[own] = { is: "test", test: tested, unit };
    else if (limit !== undefined) {
      const of = names[header.findIndex((one) => one.startsWith(`${tested} [`))] as string;
      columns[own] = { is: "limit", of, limit: limit as "low" | "high" };
    } else {
      const words = WORDS.map((word) => ({ word, at: random() })).sort((a, b) => a.at - b.at);
      const wordOf = new Map(ANSWERS.map((answer, place) => [answer, words[place]?.word ?? ""]));
      const values = Object.fromEntries([...wordOf].map(([answer, word]) => [word, answer]));
      columns[own] = { is: "finding", finding: name, values, unticked: "absent" };
      return (cell) => wordOf.get(answerOf(cell)) ?? "";
    }
    return name === "id" ? (cell) => cell : (cell) => cell.replace(".", decimal);
  });
  return { header: names, rows: rows.map(({ cells }) => cells.map((cell, at) => writers[at]?.(cell) ?? "")), columns };
}

/** Each patient in two rows far from each other, a column in one of them; values stay beside their limits. */
function inVisits({ header, rows, columns }: Coded, random: Random): Coded {
  const first = new Map(header.map((name) => [name, random() < 0.5]));
  const isFirst = (name: string): boolean => {
    const column = columns[name];
    return first.get(column?.is === "limit" ? column.of : name) ?? true;
  };
  const blank = (name: string): string => {
    const column = columns[name];
    return column?.is === "finding"
      ? (Object.keys(column.values).find((word) => column.values[word] === "unknown") ?? "")
      : "";
  };
  const half = (which: boolean) =>
    rows.map((cells) =>
      cells.map((cell, at) => {
        const name = header[at] as string;
        return columns[name]?.is === "id" || isFirst(name) === which ? cell : blank(name);
      }),
    );
  return { header, rows: [...half(true), ...half(false)], columns };
}

const quoted = (cell: string): string => (/["\r\n]|^$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The table as a text in this setting. */
function textOf(table: readonly (readonly string[])[], separator: string, lineEnd: string, encoding: string): Blob {
  const text = table
    .map((cells) => cells.map((cell) => (cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : quoted(cell))))
    .map((cells) => cells.join(separator) + lineEnd)
    .join("");
  const bytes =
    encoding === "utf-16le"
      ? Buffer.from(`\ufeff${text}`, "utf16le")
      : Buffer.from(text, encoding === "utf-8" ? "utf8" : "latin1");
  return new Blob([bytes as BlobPart]);
}

/** The table as a sheet: what is a number is one there, but for those of more digits than spreadsheets hold. */
function sheetOf(table: readonly (readonly string[])[]): Blob {
  const strings = [...new Set(table.flat())];
  const at = new Map(strings.map((text, place) => [text, place]));
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const cellOf = (text: string): string =>
    text === ""
      ? "<c/>"
      : String(Number(Number(text).toPrecision(15))) === text
        ? `<c><v>${text}</v></c>`
        : `<c t="s"><v>${at.get(text)}</v></c>`;
  const rows = table.map((cells, row) => `<row r="${row + 1}">${cells.map(cellOf).join("")}</row>`).join("");
  const shared = strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
  return new Blob([workbookOf([{ name: "S", rows }], shared) as BlobPart]);
}

const turned = (table: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  (table[0] ?? []).map((_, at) => table.map((cells) => cells[at] ?? ""));

async function scoredByCodebook(file: Blob, reading: FileReading, { columns }: Coded): Promise<readonly string[]> {
  const read = readCodebook({ format: "sle-codebook/1", file: reading, columns }, definitions);
  if ("faults" in read) throw new Error(read.faults.join("\n"));
  const decoder = new TextDecoder();
  let output = "";
  const write = (bytes: Uint8Array) => {
    output += decoder.decode(bytes, { stream: true });
  };
  await scoreCoded(plan, linesIn(file, reading), read.codebook, "2026-01-01", write, () => undefined);
  return output.trimEnd().split("\n");
}

describe.each(["row-per-patient", "column-per-patient", "row-per-visit"] as const)("%s", (shape) => {
  test.each([1, 28, 40])("texts and workbooks of random cohorts (seed %i)", async (seed) => {
    const random = randomFrom(seed);
    const cohort = randomCohort(random, 40);
    // What is absent at one visit does not contradict another.
    const isKept = (row: string): boolean => shape !== "row-per-visit" || !row.endsWith("contradiction");
    const whole = scored(fileOf(cohort));
    const expected = whole.filter(isKept);
    const scoredRows = async (...file: Parameters<typeof scoredByCodebook>) =>
      (await scoredByCodebook(...file)).filter((_, at) => isKept(whole[at] ?? ""));
    for (let round = 0; round < 4; round += 1) {
      const decimal = pick(random, [".", ","] as const);
      const plain = codedAnew(cohort, random, decimal);
      const coded = shape === "row-per-visit" ? inVisits(plain, random) : plain;
      const above = pick(random, [0, 1, 3]);
      const upright = [coded.header, ...coded.rows];
      const table = shape === "column-per-patient" ? turned(upright) : upright;
      const width = table[0]?.length ?? 0;
      const padded = [
        ...Array.from({ length: above }, () => ["Export", ...Array<string>(width - 1).fill("")]),
        ...table,
      ];
      const layout = { decimal, shape, headerRow: above + 1 };
      const separator = pick(random, [",", ";", "\t", "|"]);
      const encoding = pick(random, ["utf-8", "utf-16le", "iso-8859-1", "windows-1252"] as const);
      const asText = textOf(padded, separator, pick(random, ["\n", "\r\n"]), encoding);
      expect(await scoredRows(asText, { encoding, separator, ...layout }, coded)).toEqual(expected);
      if (decimal === ",") continue;
      expect(await scoredRows(sheetOf(padded), { kind: "xlsx", sheet: "S", ...layout }, coded)).toEqual(expected);
    }
  });
});

test("where patients stand in columns, a row that lacks a cell is refused, and one that ends in blanks is not", async () => {
  const columns = {
    id: { is: "id" },
    rash: { is: "finding", finding: "malar-rash", values: { yes: "present", "": "unknown" }, unticked: "not-asked" },
    fever: { is: "finding", finding: "fever", values: { yes: "present", "": "unknown" }, unticked: "not-asked" },
  } as const;
  const layout = { decimal: ".", shape: "column-per-patient", headerRow: 1 } as const;
  const reading = { encoding: "utf-8", separator: ",", ...layout } as const;
  const read = (text: string) => scoredByCodebook(new Blob([text]), reading, { header: [], rows: [], columns });
  const whole = await read("rash,yes,\nid,A,B\nfever,,yes\n");
  expect(whole).toEqual(scored("id,malar-rash,fever\nA,1,\nB,,1\n"));
  expect(await read("rash,yes,,,\nid,A,B,,\nfever,,yes,,\n")).toEqual(whole);
  await expect(read("rash,yes\nid,A,B\nfever,yes\n")).rejects.toThrow("and that of line 2 has 3");
});
