import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { allFaults } from "../../lib/cohort/all-faults.ts";
import { cohortOf, partScorer } from "../../lib/cohort/cohort.ts";
import { outputColumns, readColumns } from "../../lib/cohort/columns.ts";
import { recordCells } from "../../lib/cohort/csv.ts";
import { outputOf } from "../../lib/cohort/write-rows.ts";
import { pick, randomFrom } from "../scoring/support/random-records.ts";
import { plan, rowByAssess } from "./support/agree.ts";
import { fileOf, randomCohort } from "./support/random-cohort.ts";

const script = fileURLToPath(new URL("../../scripts/cohort.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "cohort-"));
afterAll(() => rmSync(folder, { recursive: true }));
const inFile = join(folder, "in.csv");
const outFile = join(folder, "out.csv");
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
});

const run = (...args: string[]) => spawnSync(process.execPath, [script, ...args], { encoding: "utf8" });

/** Runs the command on a file of this content. */
function cohort(content: string | Uint8Array, ...more: string[]) {
  writeFileSync(inFile, content);
  const { status, stderr } = run(inFile, "--out", outFile, ...more);
  return { status, stderr, output: existsSync(outFile) ? readFileSync(outFile, "utf8") : undefined };
}

/** What is said of a file that cannot be read; it must leave nothing behind. */
function refusal(content: string | Uint8Array, ...more: string[]): string {
  const { status, stderr, output } = cohort(content, ...more);
  expect({ status, output }).toEqual({ status: 2, output: undefined });
  expect(readdirSync(folder)).toEqual(["in.csv"]);
  expect(stderr).not.toMatch(/\n\s+at |node:internal|Error:/);
  return stderr;
}

/** What is said of the file, without how far reading came. */
const saidOf = (stderr: string): readonly string[] => stderr.split("\n").filter((line) => line.startsWith(inFile));

/** As `refusal`, in this process. */
function refusedIn(content: string): string {
  const bytes = new TextEncoder().encode(content.endsWith("\n") ? content : `${content}\n`);
  const cells = recordCells(bytes);
  if ("fault" in cells) return `line 1, column ${cells.fault.column + 1}: ${cells.fault.message}`;
  const columns = readColumns(cells.cells, definitions);
  if ("faults" in columns) {
    return columns.faults
      .map(({ column, message }) => `line 1${column < 0 ? "" : `, column ${column + 1}`}: ${message}`)
      .join();
  }
  const rows = bytes.subarray(bytes.indexOf(0x0a) + 1);
  const part = partScorer(plan, columns.layout)(rows, outputOf(64));
  const fault = cohortOf(columns.layout, 2).take(part, rows);
  if (!fault) throw new Error("nothing was refused");
  const name = columns.layout.header[fault.column - 1];
  return `line ${fault.line}, column ${fault.column}: ${name === undefined ? "" : `"${name}": `}${fault.message}`;
}

describe("npm run -s cohort", () => {
  test("gives the header of the contract and for each row what `assess` says, with progress on standard error", () => {
    const random = randomFrom(31);
    const made = randomCohort(random, 300);
    const { status, stderr, output } = cohort(fileOf(made));
    expect(status).toBe(0);
    expect(stderr).toMatch(/^300 rows in .* a second\n/m);
    const id = made.header.indexOf("id");
    expect(output).toBe(
      `${[outputColumns(definitions).join(","), ...made.rows.map(({ cells, record }) => rowByAssess(cells[id] ?? "", record))].join("\n")}\n`,
    );
    const header = outputColumns(definitions);
    expect(header.slice(0, 6)).toEqual([
      "id",
      ...["score", "lower", "upper", "as-assessed", "verdict"].map((figure) => `eular-acr-2019 ${figure}`),
    ]);
    expect(header.at(-1)).toBe("issues");
    expect(readdirSync(folder).sort()).toEqual(["in.csv", "out.csv"]);
  });

  test("a large file, scored in several threads, is scored in its order", () => {
    const random = randomFrom(5);
    const made = randomCohort(random, 2_000);
    const columns = made.header.length;
    const id = made.header.indexOf("id");
    const [header = "", ...rows] = fileOf(made).trimEnd().split("\n");
    writeFileSync(inFile, `${header}\n`);
    const copies = Math.ceil((40 << 20) / rows.join("\n").length);
    for (let copy = 0; copy < copies; copy += 1) {
      const own = rows.map((row) =>
        row
          .split(",")
          .with(id, `${copy}-${row.split(",")[id]}`)
          .join(","),
      );
      appendFileSync(inFile, `${own.join("\n")}\n`);
    }
    expect(run(inFile, "--out", outFile).status).toBe(0);
    const scored = made.rows.map(({ cells, record }) => rowByAssess(cells[id] ?? "", record));
    const lines = readFileSync(outFile, "utf8").trimEnd().split("\n");
    expect(lines.length).toBe(1 + copies * rows.length);
    const wrong = lines.slice(1).findIndex((line, at) => line !== `${Math.floor(at / 2_000)}-${scored[at % 2_000]}`);
    expect({ wrong, columns }).toEqual({ wrong: -1, columns });
  });

  test("ids and kept columns are kept as they are; a formula among them is said", () => {
    const content = 'site,id,leukopenia,note\n"Wien, 1","=1+1",1,-5\nB,"a ""b""",0,@x\n';
    const { status, stderr, output = "" } = cohort(content, "--keep", "note,site");
    expect(status).toBe(0);
    const rows: string[][] = parse(output);
    expect(rows[0]?.slice(-3)).toEqual(["note", "site", "issues"]);
    expect(rows.slice(1).map((row) => [row[0], ...row.slice(-3)])).toEqual([
      ["=1+1", "-5", "Wien, 1", ""],
      ['a "b"', "@x", "B", ""],
    ]);
    expect(stderr).toContain("2 ids or kept cells begin as a formula does");
  });

  test("names with a comma are kept where they are quoted, and a name that is a formula is counted", () => {
    const content = 'id,"Name, first",fever,"a ""b""",=x\nP,Ann,1,2,3\n';
    const { status, stderr, output = "" } = cohort(content, "--keep", '"Name, first",=x', "--keep", '"a ""b"""');
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining("1 ids or kept cells begin as") });
    const [header, row] = parse(output) as string[][];
    expect(header?.slice(-4)).toEqual(["Name, first", "=x", 'a "b"', "issues"]);
    expect(row?.slice(-4)).toEqual(["Ann", "3", "2", ""]);
    // The whole of what was written is a name as well.
    expect(cohort(content, "--keep", "Name, first", "--keep", 'a "b"', "--keep", "=x").output).toBe(
      cohort(content, "--keep", '"Name, first"', "--keep", '"a ""b""",=x').output,
    );
  });

  test("a row with an error has empty cells and the code of its issue, and the others are scored", () => {
    const content = "id,leukopenia-twice,leukopenia,white-cells [10*9/L]\na,1,0,\nb,,,9999\nc,,0,3.2\nd,1,,3.2\n";
    const { status, stderr, output = "" } = cohort(content);
    expect(status).toBe(0);
    const rows: string[][] = parse(output).slice(1);
    expect(rows.map((row) => row.at(-1))).toEqual(["contradiction", "implausible-value", "contradiction", ""]);
    expect(rows[0]?.slice(1, -1).join("")).toBe("");
    expect(rows[3]?.[1]).toBe("3");
    expect(stderr).toContain("3 rows have an error");
  });

  test("byte order mark, Windows line ends, empty lines and no last line end change nothing", () => {
    const plain = cohort("id,leukopenia\na,1\nb,0\n").output;
    expect(cohort("\uFEFFid,leukopenia\r\na,1\r\n\r\nb,0").output).toBe(plain);
  });

  test("standard input and output", () => {
    const { stdout, status } = spawnSync(process.execPath, [script, "-", "--out", "-"], {
      encoding: "utf8",
      input: "id,leukopenia\na,1\n",
    });
    expect(status).toBe(0);
    expect(stdout.split("\n")[1]).toMatch(/^a,3,3,/);
  });
});

describe("what cannot be read ends with 2, the line and the column, and leaves no output", () => {
  test.each([
    [
      "a cell that is no answer",
      "id,leukopenia\na,1\nb,2\n",
      'line 3, column 2: "leukopenia": Read "2"; accepted: 1 or present',
    ],
    ["another case of letters", "id,leukopenia\na,Present\n", 'line 2, column 2: "leukopenia": Read "Present"'],
    ["a space beside an answer", "id,leukopenia,fever\na, 1,1\n", 'line 2, column 2: "leukopenia": Read " 1"'],
    ["a cause that is none", "id,leukopenia\na,explained:flu\n", 'Read "explained:flu"'],
    ["a decimal comma", 'id,c3 [g/L]\na,"0,9"\n', 'line 2, column 2: "c3 [g/L]": Read "0,9"; accepted: one number'],
    ["a comparator", "id,c3 [g/L]\na,<0.9\n", 'Read "<0.9"'],
    ["a number that is none", "id,c3 [g/L]\na,1e999\n", 'Read "1e999"'],
    ["too few cells", "id,leukopenia\na,1\nb\n", 'line 3, column 2: "leukopenia": The row ends after 1 of 2 cells'],
    ["too many cells", "id,leukopenia\na,1,0\n", "line 2, column 3: The row has more cells than the 2"],
    [
      "too few cells before a row that begins with a comma",
      "id,fever,seizure\na,\n,1\n",
      'line 2, column 3: "seizure": The row ends after 2 of 3 cells',
    ],
    ["a lone carriage return between two commas", "id,fever,seizure\na,\r,1\n", "line 2, column 2"],
    ["a bad quote", 'id,leukopenia\na"b,1\n', "line 2, column 1"],
    [
      "a quote that is never closed, behind a cell of two lines",
      'id,fever,leukopenia\n"a\nb",1,1\n"c,1,0\n',
      'line 4, column 1: "id": A quotation mark is opened',
    ],
    ["a zero byte", "id,leukopenia\na\0,1\n", "line 2, column 1"],
    ["a zero byte in an answer", "id,leukopenia,fever\na,\0,1\n", "line 2, column 2"],
    ["no id in a row", "id,leukopenia\n,1\n", 'line 2, column 1: "id": The row has no id'],
    [
      "semicolons between columns, as a spreadsheet writes them where a comma stands before decimals",
      "id;fever;c3 [g/L]\r\na;1;0,9\r\n",
      'line 1, column 1: There is one column, "id;fever;c3 [g/L]"; accepted: a comma between columns, or a codebook',
    ],
    ["no column of ids", "leukopenia\n1\n", 'line 1: There is no column "id"'],
    ["a column twice", "id,fever,fever\na,1,1\n", "line 1, column 3: There is a second column"],
    ["a column that is none", "id,leucopenia\na,1\n", 'line 1, column 2: "leucopenia" is neither'],
    ["a unit that the test does not accept", "id,c3 [mg/L]\na,1\n", "accepted: g/L, mg/dL"],
    ["a limit without its value", "id,c3 low\na,1\n", 'there is no column "c3 [UNIT]"'],
    [
      "an id twice, once in quotes",
      'id,leukopenia\na,1\nb,1\n"a",0\n',
      'line 4, column 1: "id": There is a second row with the id "a"; accepted: one row a patient.',
    ],
    [
      "lines that end in a lone carriage return",
      "id,leukopenia\ra,1\r",
      "line 1, column 2: There is a carriage return",
    ],
  ])("%s", (_, content, message) => {
    expect(refusedIn(content)).toContain(message);
  });

  test.each([
    ["a cell", "id,fever\na,x\n", 'line 2, column 2: "fever": Read "x"'],
    ["a column", "id,fewer\na,1\n", 'line 1, column 2: "fewer" is neither'],
    ["the header", 'id,"fever\na,1\n', "line 1, column 2: A quotation mark is opened"],
    ["an id twice", 'id,fever\na,1\nb,1\n"a",0\n', "The first is in line 2."],
    ["nothing at all", "", "the file is empty"],
  ])("by the command itself: %s", (_, content, message) => {
    expect(refusal(content)).toContain(message);
  });

  test("all of it is said, each with its line and column, in the order of the file", () => {
    const content = [
      "id,fever,c3 [g/L],seizure",
      "a,2,0.9,1",
      "b,1,low,x",
      "c,1,,0",
      "a,0,,0",
      ",1,,",
      "d,1",
      'e"f"g,1,,1',
      '"two',
      'lines",no,1e999,1',
      "g,1,,1,1",
      "h,\0,,?",
      "i,1,,yes",
    ].join("\n");
    const said = saidOf(refusal(content));
    expect(
      said.map((line) =>
        line.replace(`${inFile}: `, "").replace(/(: (?:"[^"]*": )?[^;.]*)[;.].*?( The first.*)?$/, "$1$2"),
      ),
    ).toEqual([
      'line 2, column 2: "fever": Read "2"',
      'line 3, column 3: "c3 [g/L]": Read "low"',
      'line 3, column 4: "seizure": Read "x"',
      'line 5, column 1: "id": There is a second row with the id "a" The first is in line 2.',
      'line 6, column 1: "id": The row has no id',
      'line 7, column 3: "c3 [g/L]": The row ends after 2 of 4 cells',
      'line 8, column 1: "id": A quotation mark stands inside a cell that is not quoted',
      'line 10, column 2: "fever": Read "no"',
      'line 10, column 3: "c3 [g/L]": Read "1e999"',
      "line 11, column 5: The row has more cells than the 4 of the header",
      'line 12, column 2: "fever": There is a zero byte, which no text has',
      'line 13, column 4: "seizure": Read "yes"',
    ]);
  });

  test("as many as can be looked at, and how many more there are; the first is the one that reading stops at", () => {
    const rows = Array.from({ length: 50 }, (_, at) => `p${at},${at % 2 === 0 ? "x" : "1"},${at < 10 ? "y" : "0"}`);
    const said = saidOf(refusal(`id,fever,seizure\n${rows.join("\n")}\n`));
    expect(said.length).toBe(21);
    expect(said[0]).toContain('line 2, column 2: "fever": Read "x"; accepted: 1 or present');
    expect(said.at(-1)).toBe(`${inFile}: and 15 more.`);
  });

  test("of 3,000 damaged files, the first that is listed is the one that scoring stops at, and the last line is counted", () => {
    const random = randomFrom(404);
    const pieces = [
      ",",
      ",",
      ",",
      "\n",
      "\n",
      "\r\n",
      '"',
      '""',
      "1",
      "0",
      "x",
      "P",
      "0.9",
      "",
      "\0",
      "\r",
      "\xff",
      "present",
    ];
    const columns = readColumns(["id", "fever", "c3 [g/L]"], definitions);
    if ("faults" in columns) throw new Error("a column is unknown");
    const score = partScorer(plan, columns.layout);
    let faulty = 0;
    for (let round = 0; round < 3_000; round += 1) {
      const rows = Array.from({ length: 4 }, (_, at) => `${at},1,0.8\n`).join("");
      const damage = Array.from({ length: 1 + Math.floor(random() * 12) }, () => pick(random, pieces)).join("");
      const at = Math.floor(random() * rows.length);
      const bytes = Buffer.from(`${rows.slice(0, at)}${damage}${rows.slice(at)}\n`, "latin1");
      const { fault, faults, lines, rows: rowsScored } = score(bytes, outputOf(64));
      const what = JSON.stringify(bytes.toString("latin1"));
      expect(faults?.first[0], what).toEqual(fault);
      expect(lines, what).toBe(bytes.toString("latin1").split(/\r\n|\n|\r/).length - 1);
      if (!fault) {
        // Cell by cell there are as many rows, and nothing is wrong with any of them.
        let ids = 0;
        const again = allFaults(columns.layout, bytes, { at: 0, line: 0 }, () => {
          ids += 1;
        });
        expect({ count: again.count, ids }, what).toEqual({ count: 0, ids: rowsScored });
        continue;
      }
      faulty += 1;
      const places = faults?.first.map(({ line, column }) => line * 1_000 + column) ?? [];
      expect(places, what).toEqual(places.toSorted((one, other) => one - other));
    }
    expect(faulty).toBeGreaterThan(1_000);
  });

  test("in any number of parts and threads, and also where a mark that is never closed ends what can be looked at", () => {
    const rows = Array.from({ length: 400_000 }, (_, at) => `${"patient".repeat(8)}${at},1\n`);
    rows[3] = "first,x\n";
    rows[200_000] = "second,y\n";
    rows[300_000] = "first,1\n";
    rows[399_990] = '"third,1\n';
    writeFileSync(inFile, `id,leukopenia\n${rows.join("")}`);
    expect(statSync(inFile).size).toBeGreaterThan(24 << 20);
    const { status, stderr } = run(inFile, "--out", outFile);
    expect(status).toBe(2);
    const said = saidOf(stderr);
    expect(said.map((line) => line.slice(inFile.length + 2).replace(/;.*?( The|$)/, "$1"))).toEqual([
      'line 5, column 2: "leukopenia": Read "x"',
      'line 200002, column 2: "leukopenia": Read "y"',
      'line 300002, column 1: "id": There is a second row with the id "first" The first is in line 5.',
      'line 399992, column 1: "id": A quotation mark is opened here and never closed.',
      "what stands behind line 399992 was not looked at.",
    ]);
    expect(readdirSync(folder)).toEqual(["in.csv"]);
  });

  test("what stands first is said, also where a large file goes wrong at its end", () => {
    writeFileSync(inFile, "id,leukopenia\n");
    const rows = Array.from({ length: 1_000_000 }, (_, row) => `patient-number-${row},1\n`);
    for (let copy = 0; copy < 2; copy += 1) appendFileSync(inFile, rows.join("").replaceAll("patient", `p${copy}`));
    appendFileSync(inFile, "last,x\n");
    const { status, stderr } = run(inFile, "--out", outFile);
    expect(status).toBe(2);
    expect(stderr).toContain('line 2000002, column 2: "leukopenia": Read "x"');
    expect(readdirSync(folder)).toEqual(["in.csv"]);
  });

  test("bytes of another encoding", () => {
    expect(refusal(Buffer.from("id,leukopenia\nM\xfcller,1\n", "latin1"))).toContain("line 2, column 1");
    expect(refusal(Buffer.from("\uFEFFid,leukopenia\na,1\n", "utf16le"))).toContain("UTF-16");
  });

  test("100,000 columns that are none: the first are named, and that there are more", () => {
    const names = Array.from({ length: 100_000 }, (_, at) => `x${at}`);
    const said = refusal(`id,${names.join(",")}\na${",1".repeat(100_000)}\n`);
    expect(said).toContain("99990 more columns cannot be read");
    expect(said.length).toBeLessThan(5_000);
  });

  test("a column to keep that is not there", () => {
    expect(refusal("id,fever\na,1\n", "--keep", "site")).toContain('There is no column "site" to keep');
  });

  test("the output would replace the input, by its name, a link or a second name", () => {
    writeFileSync(inFile, "id,fever\na,1\n");
    linkSync(inFile, join(folder, "same.csv"));
    symlinkSync(inFile, join(folder, "link.csv"));
    for (const name of ["in.csv", "same.csv", "link.csv"]) {
      const { status, stderr } = run(inFile, "--out", join(folder, name));
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: expect.stringContaining("would replace the file that is read"),
      });
    }
    expect(readFileSync(inFile, "utf8")).toBe("id,fever\na,1\n");
  });

  test("a link to nothing as the output is said, and stays a link to nothing", () => {
    writeFileSync(inFile, "id,fever\na,1\n");
    const link = join(folder, "link.csv");
    for (const to of [join(folder, "moved.csv"), join(folder, "none", "moved.csv"), "link.csv"]) {
      symlinkSync(to, link);
      const { status, stderr } = run(inFile, "--out", link);
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: expect.stringContaining(`it is a link to ${to}, where`),
      });
      expect(readdirSync(folder).sort()).toEqual(["in.csv", "link.csv"]);
      expect(lstatSync(link).isSymbolicLink()).toBe(true);
      rmSync(link);
    }
  });

  test("an output that was there before stays as it was", () => {
    writeFileSync(outFile, "before");
    writeFileSync(inFile, "id,fever\na,7\n");
    expect(run(inFile, "--out", outFile).status).toBe(2);
    expect(readFileSync(outFile, "utf8")).toBe("before");
    expect(readdirSync(folder).sort()).toEqual(["in.csv", "out.csv"]);
  });

  test.runIf(existsSync("/dev/full"))("a disk that is full", () => {
    writeFileSync(inFile, "id,fever\na,1\n");
    const { status, stderr } = run(inFile, "--out", "/dev/full");
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("the disk is full") });
  });

  test("no file, no output, no such folder, a folder: each is said", () => {
    writeFileSync(inFile, "id,fever\na,1\n");
    expect(run().stderr).toContain("usage:");
    expect(run(inFile).status).toBe(2);
    expect(run(join(folder, "none.csv"), "--out", outFile).stderr).toContain("no such file");
    expect(run(inFile, "--out", join(folder, "none", "out.csv")).stderr).toContain("no such file or folder");
    expect(run(inFile, "--out", folder).stderr).toContain("it is a folder");
    expect(run(folder, "--out", outFile).stderr).toContain("it is a folder");
  });
});

describe("a run that is interrupted", () => {
  async function interrupted(signal: NodeJS.Signals): Promise<number | null> {
    writeFileSync(inFile, "id,fever\n");
    const child: ChildProcess = spawn(process.execPath, [script, "-", "--out", outFile], {
      stdio: ["pipe", "ignore", "pipe"],
    });
    child.stdin?.write("id,fever\na,1\n");
    // It waits for more, with a part of the output written.
    while (!readdirSync(folder).some((name) => name.endsWith(".part")))
      await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill(signal);
    return new Promise((resolve) => child.on("close", resolve));
  }

  test.each([
    ["SIGINT" as const, 130],
    ["SIGTERM" as const, 143],
  ])("by %s leaves nothing behind", async (signal, code) => {
    expect(await interrupted(signal)).toBe(code);
    expect(readdirSync(folder)).toEqual(["in.csv"]);
  });

  test("of npm alone, which passes it on to its shell only, leaves nothing behind either", async () => {
    writeFileSync(outFile, "before");
    // Whoever sends goes on sending: the end of what is read would end the command as well.
    const feeder = spawn("sh", ["-c", "printf 'id,fever\\na,1\\n'; exec sleep 100"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const child = spawn("npm", ["run", "-s", "cohort", "--", "-", "--out", outFile], {
      cwd: join(import.meta.dirname, "../.."),
      stdio: [feeder.stdout, "ignore", "ignore"],
    });
    const isWriting = () => readdirSync(folder).some((name) => name.endsWith(".part"));
    await expect.poll(isWriting, { timeout: 60_000 }).toBe(true);
    child.kill("SIGTERM");
    await expect.poll(isWriting, { timeout: 60_000 }).toBe(false);
    feeder.kill();
    expect(readFileSync(outFile, "utf8")).toBe("before");
  });
});

test("a reader of standard output that stops is said, and is no crash", () => {
  writeFileSync(inFile, `id,fever\n${Array.from({ length: 200_000 }, (_, row) => `p${row},1`).join("\n")}\n`);
  const piped = 'set -o pipefail; "$0" "$1" "$2" --out - | head -1 > /dev/null';
  const { status, stderr } = spawnSync("bash", ["-c", piped, process.execPath, script, inFile], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("whoever reads has stopped.") });
  expect(stderr).not.toContain("node:");
});

test("a column that has the name of one of the output cannot be kept", () => {
  for (const name of ["issues", "slerpi score"]) {
    const { status, stderr } = cohort(`id,${name},fever\na,9,1\n`, "--keep", name);
    expect(status).toBe(2);
    expect(stderr).toContain("line 1, column 2");
  }
});

test("the output has the rights of the file that it replaces", () => {
  writeFileSync(outFile, "before", { mode: 0o600 });
  expect(cohort("id,fever\na,1\n").status).toBe(0);
  expect(statSync(outFile).mode & 0o777).toBe(0o600);
});
