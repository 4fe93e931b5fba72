import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { Condition, FindingId, SleRecord } from "../../criteria/types.ts";
import { assess } from "../../lib/assess.ts";
import { type Codebook, type CodedAnswer, headerFaults, readCodebook } from "../../lib/cohort/codebook.ts";
import { rowCoder } from "../../lib/cohort/coded-rows.ts";
import { criteriaOf, findingsIn } from "../../lib/definition/walk.ts";
import { lastDay } from "../../lib/record/day.ts";
import { plan, rowByAssess } from "./support/agree.ts";

const script = fileURLToPath(new URL("../../scripts/cohort.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "codebook-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = { encoding: "utf-8", separator: ",", decimal: ".", shape: "row-per-patient", headerRow: 1 } as const;

/** Runs the command on a file and a codebook for it. */
function coded(content: string | Uint8Array, codebook: unknown) {
  const [from, book, to] = ["in.csv", "book.json", "out.csv"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(from, content);
  writeFileSync(
    book,
    typeof codebook === "string" ? codebook : JSON.stringify({ format: "sle-codebook/1", ...(codebook as object) }),
  );
  rmSync(to, { force: true });
  const { status, stderr } = spawnSync(process.execPath, [script, from, "--out", to, "--codebook", book], {
    encoding: "utf8",
  });
  const lines = existsSync(to) ? readFileSync(to, "utf8").trimEnd().split("\n") : [];
  return { status, stderr, rows: lines.slice(1), header: lines[0]?.split(",") ?? [] };
}

const record = (findings: SleRecord["findings"] = {}, measurements: SleRecord["measurements"] = []): SleRecord => ({
  format: "sle-record/1",
  findings,
  measurements,
});

function faultsOf(columns: Codebook["columns"]): readonly string[] {
  const read = readCodebook({ format: "sle-codebook/1", file, columns: { id: { is: "id" }, ...columns } }, definitions);
  return "faults" in read ? read.faults : [];
}

describe("five layouts as they are found", () => {
  test("a register: criteria by number, 95 to 99 for what is not known, C3 as 1 normal and 2 low", () => {
    const known = { "0": "absent", "1": "present", "2": "present", "95": "unknown", "99": "unknown" } as const;
    const codebook = {
      file,
      columns: {
        PATID: { is: "id" },
        ACR01: { is: "criterion", set: "acr-1997", criterion: "malar-rash", values: known },
        ACR06: {
          is: "criterion",
          set: "acr-1997",
          criterion: "serositis",
          presentAs: ["pleuritic-pain"],
          values: known,
        },
        C3: { is: "finding", finding: "low-c3", values: { "1": "absent", "2": "present", "97": "unknown" } },
        CENTER: { is: "kept" },
        FORM: { is: "ignored" },
      },
    };
    const { status, rows, header } = coded(
      "PATID,ACR01,ACR06,C3,CENTER,FORM\n17,1,2,2,Wien,x\n18,0,0,97,Graz,\n19,95,99,1,,\n",
      codebook,
    );
    expect(status).toBe(0);
    const serosa = [
      "pleuritic-pain",
      "pleural-rub",
      "pleural-effusion",
      "pericarditis-ecg",
      "pericardial-rub",
      "pericardial-effusion",
      "acute-pericarditis",
    ];
    const absent = Object.fromEntries(["malar-rash", ...serosa].map((id) => [id, "absent"]));
    const withCenter = (row: string, center: string) => row.replace(/,$/, `,${center},`);
    expect(rows).toEqual([
      withCenter(
        rowByAssess("17", record({ "malar-rash": "present", "pleuritic-pain": "present", "low-c3": "present" })),
        "Wien",
      ),
      withCenter(rowByAssess("18", record(absent)), "Graz"),
      withCenter(rowByAssess("19", record({ "low-c3": "absent" })), ""),
    ]);
    expect(header.slice(-2)).toEqual(["CENTER", "issues"]);
  });

  test("a laboratory sheet: patients in columns, the names in row 2, ND and NK, units in the cell, < and >", () => {
    const codebook = {
      file: { ...file, shape: "column-per-patient", headerRow: 2, separator: ";", decimal: "," },
      columns: {
        Sample: { is: "id" },
        "anti-Sm": {
          is: "finding",
          finding: "anti-sm",
          values: { POSITIVE: "present", Positive: "present", NEG: "absent", ND: "unknown", NK: "unknown" },
        },
        C3: { is: "test", test: "c3", unit: "g/L", limits: { low: 0.9 }, values: { NK: "unknown" } },
        WBC: { is: "test", test: "white-cells", unit: "10*9/L", values: { "Not Done": "unknown" } },
        Class: {
          is: "findings",
          values: {
            "IV+III": { "biopsy-class-3-or-4": "present" },
            II: { "biopsy-class-2-or-5": "present", "biopsy-class-3-or-4": "absent" },
            ND: "unknown",
          },
        },
      },
    };
    const content =
      "Sheet of 2024;;;\nSample;P1;P2;P3\nanti-Sm;POSITIVE;NEG;ND\nC3;0,62 g/L;>2;NK\nWBC;3,2;Not Done;4,0\nClass;IV+III;ND;II\n";
    const { status, stderr, rows } = coded(content, codebook);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining("could not be read") });
    const c3 = (value: number, comparator?: ">") =>
      ({ test: "c3", value, unit: "g/L", low: 0.9, ...(comparator && { comparator }) }) as const;
    const wbc = (value: number) => ({ test: "white-cells", value, unit: "10*9/L" }) as const;
    expect(rows).toEqual([
      rowByAssess("P1", record({ "anti-sm": "present", "biopsy-class-3-or-4": "present" }, [c3(0.62), wbc(3.2)])),
      rowByAssess("P2", record({ "anti-sm": "absent" }, [c3(2, ">")])),
      rowByAssess("P3", record({ "biopsy-class-2-or-5": "present", "biopsy-class-3-or-4": "absent" }, [wbc(4)])),
    ]);
  });

  test("one row a visit: what was ever present is, values are serial, and so low twice is low twice", () => {
    const codebook = {
      file: { ...file, shape: "row-per-visit" },
      columns: {
        id: { is: "id" },
        day: { is: "date", order: "day-month-year" },
        rash: {
          is: "finding",
          finding: "malar-rash",
          values: { no: "absent", yes: "present", drug: "explained:drug", "": "unknown" },
        },
        wbc: { is: "test", test: "white-cells", unit: "10*9/L" },
      },
    };
    const content =
      "id,day,rash,wbc\na,01.02.2020,no,3.1\nb,01.02.2020,drug,3.1\na,03.04.2021,yes,3.5\nb,01.02.2020,no,3.5\na,05.06.2022,no,6\n";
    const { status, rows } = coded(content, codebook);
    expect(status).toBe(0);
    const wbc = (value: number, date: string) => ({ test: "white-cells", value, unit: "10*9/L", date }) as const;
    expect(rows).toEqual([
      rowByAssess(
        "a",
        record({ "malar-rash": "present" }, [wbc(3.1, "2020-02-01"), wbc(3.5, "2021-04-03"), wbc(6, "2022-06-05")]),
      ),
      rowByAssess(
        "b",
        record({ "malar-rash": { status: "present", explainedBy: { cause: "drug" } } }, [
          wbc(3.1, "2020-02-01"),
          wbc(3.5, "2020-02-01"),
        ]),
      ),
    ]);
  });

  test("titers, some of them none: a row that cannot be read is listed, marked, and not guessed", () => {
    const codebook = {
      file: { ...file, encoding: "iso-8859-1", separator: "\u0001" },
      columns: {
        Größe: { is: "ignored" },
        id: { is: "id" },
        ANA: {
          is: "test",
          test: "ana-titer",
          unit: "{titer}",
          values: { "0": "unknown", "-": "unknown", TR: "unknown" },
        },
      },
    };
    const lines = [
      "Größe\u0001id\u0001ANA",
      "1\u0001a\u000164",
      "1\u0001b\u00011:256",
      "1\u0001c\u0001+1(30)",
      "1\u0001d\u0001-",
      "1\u0001e\u00010.5",
      "1\u0001f\u0001>=1000",
    ];
    const { status, stderr, rows } = coded(Buffer.from(lines.join("\r\n"), "latin1"), codebook);
    expect(status).toBe(0);
    const ana = (value: number) => record({}, [{ test: "ana-titer", value, unit: "{titer}" }]);
    const blank = (id: string, code: string) => `${id},${",".repeat(definitions.sets.length * 5)}${code}`;
    expect(rows).toEqual([
      rowByAssess("a", ana(64)),
      rowByAssess("b", ana(256)),
      blank("c", "malformed"),
      rowByAssess("d", record()),
      blank("e", "implausible-value"),
      blank("f", "malformed"),
    ]);
    expect(stderr).toContain('in.csv: line 4, column 3: "ANA": Read "+1(30)"; accepted: one number');
    expect(stderr).toContain('line 7, column 3: "ANA": Read ">=1000"');
    expect(stderr).toContain('line 6, column 3: "ANA": ANA titer: read 0.5 as a titer; accepted: a whole dilution');
    expect(stderr).toContain('3 rows could not be read and are marked "malformed"');
  });

  test("REDCap: an unticked box is 0, and means what the person says that it means", () => {
    const columns = (unticked: "absent" | "not-asked") => ({
      record_id: { is: "id" },
      rash: {
        is: "finding",
        finding: "malar-rash",
        values: { "1": "present", "0": unticked === "absent" ? "absent" : "unknown" },
        unticked,
      },
    });
    const content = "\uFEFFrecord_id,rash\n1,1\n2,0\n";
    for (const unticked of ["absent", "not-asked"] as const) {
      const { rows } = coded(content, { file, columns: columns(unticked) });
      expect(rows[1]).toBe(rowByAssess("2", record(unticked === "absent" ? { "malar-rash": "absent" } : {})));
    }
    const utf16 = Buffer.from(content, "utf16le");
    expect(coded(utf16, { file: { ...file, encoding: "utf-16le" }, columns: columns("absent") }).rows.length).toBe(2);
    expect(coded(utf16, { file, columns: columns("absent") }).stderr).toContain("begins as one in utf-16le does");
  });
});

describe("nothing is assumed", () => {
  test.each([
    ["0 and 1", { "0": "absent", "1": "present" }, '"not-asked"'],
    ["0, 1 and a code for unknown", { "0": "absent", "1": "present", "99": "unknown" }, "0 means"],
    ["a tick and a blank", { X: "present", "": "absent" }, "a blank cell means"],
    ["a tick and a blank that is unknown", { checked: "present", "": "unknown" }, "a blank cell means"],
  ] as const)("%s: the codebook has to say what is not ticked", (_, values, message) => {
    const finding = { is: "finding", finding: "fever", values } as const;
    expect(faultsOf({ x: finding }).join()).toContain(message);
    expect(
      faultsOf({
        x: { ...finding, unticked: Object.values(values).includes("absent" as never) ? "absent" : "not-asked" },
      }),
    ).toEqual([]);
  });

  test("the two answers to the question must not contradict each other", () => {
    expect(
      faultsOf({
        x: { is: "finding", finding: "fever", values: { "0": "absent", "1": "present" }, unticked: "not-asked" },
      }).join(),
    ).toContain('"unticked" says that 0 means not-asked');
  });

  test.each([
    ["0.0 and 1.0", { "0.0": "absent", "1.0": "present" }],
    ["0 and 0.0 beside 1", { "0": "absent", "0.0": "absent", "1": "present" }],
    ["a decimal comma", { "0,00": "absent", "1,00": "present", "": "unknown" }],
    ["true and false", { TRUE: "present", FALSE: "absent" }],
    ["the words of a box", { Checked: "present", Unchecked: "absent" }],
    ["1, 1.0 and blanks", { "1": "present", "1.0": "present", "": "absent" }],
    ["one mark in two cases, and blanks", { x: "present", X: "present", "": "absent" }],
  ] as const)("%s cannot tell absent from not asked either, and each value has to agree", (_, values) => {
    const finding = { is: "finding", finding: "fever", values } as const;
    expect(faultsOf({ x: finding }).join()).toContain('"not-asked"');
    expect(faultsOf({ x: { ...finding, unticked: "absent" } })).toEqual([]);
    const not = Object.values(values).filter((said) => said === "absent").length;
    expect(faultsOf({ x: { ...finding, unticked: "not-asked" } }).length).toBe(not);
  });

  test("a column of several findings must not contradict its answer to the question", () => {
    const several = (unticked: "absent" | "not-asked", off: "unknown" | Readonly<Record<string, CodedAnswer>>) =>
      faultsOf({
        x: { is: "findings", values: { "0": off, "1": { fever: "present", seizure: "present" } }, unticked },
      });
    expect(several("absent", { fever: "absent", seizure: "absent" })).toEqual([]);
    expect(several("not-asked", "unknown")).toEqual([]);
    expect(several("not-asked", { fever: "unknown" })).toEqual([]);
    for (const faults of [
      several("not-asked", { fever: "absent", seizure: "absent" }),
      several("not-asked", { fever: "unknown", seizure: "absent" }),
      several("absent", "unknown"),
      several("absent", { fever: "absent", seizure: "present" }),
      several("absent", {}),
    ]) {
      expect(faults.join()).toMatch(/"unticked" says that 0 means (absent|not-asked), and "values" that it means/);
    }
  });

  test("a column that has the name of one of the output cannot be kept", () => {
    for (const name of ["issues", "slerpi score", "eular-acr-2019 verdict"]) {
      expect(faultsOf({ [name]: { is: "kept" } }).join()).toContain("is a column of the output and cannot be kept");
    }
    const read = readCodebook(
      { format: "sle-codebook/1", file, columns: { Patient: { is: "id" }, id: { is: "kept" } } },
      definitions,
    );
    expect("faults" in read && read.faults.join()).toContain('Column "id": it is a column of the output');
  });

  test("yes and no, 1 and 2 need no question", () => {
    expect(
      faultsOf({ x: { is: "finding", finding: "fever", values: { yes: "present", no: "absent", "": "unknown" } } }),
    ).toEqual([]);
    expect(
      faultsOf({ x: { is: "finding", finding: "fever", values: { "1": "absent", "2": "present", "": "unknown" } } }),
    ).toEqual([]);
  });

  test("an item of several findings has to name those that are present when it is", () => {
    const item = {
      is: "criterion",
      set: "acr-1997",
      criterion: "serositis",
      values: { n: "absent", y: "present" },
    } as const;
    expect(faultsOf({ x: item }).join()).toContain('"presentAs"');
    expect(faultsOf({ x: { ...item, presentAs: ["fever"] } }).join()).toContain("no finding of this criterion");
    expect(faultsOf({ x: { ...item, presentAs: ["pleural-rub"] } })).toEqual([]);
    expect(faultsOf({ x: { ...item, values: { n: "absent", "": "unknown" }, unticked: "not-asked" } })).toEqual([]);
  });

  test("an item that is not met rules out only what would have met it alone", () => {
    const meets = (condition: Condition, finding: FindingId): boolean => {
      switch (condition.kind) {
        case "present":
        case "recorded":
          return condition.finding === finding;
        case "all":
          return condition.of.every((part) => meets(part, finding));
        case "any":
          return condition.of.some((part) => meets(part, finding));
        case "atLeast":
          return condition.of.filter((part) => meets(part, finding)).length >= condition.count;
        case "not":
          // Nothing else is known, so that it may as well not hold.
          return false;
      }
    };
    const item = (set: string, criterion: string) =>
      ({ is: "criterion", set, criterion, values: { no: "absent" } }) as const;
    const coder = (set: string, criterion: string) =>
      rowCoder(
        { format: "sle-codebook/1", file, columns: { id: { is: "id" }, x: item(set, criterion) } },
        ["id", "x"],
        definitions,
      );
    const silent: string[] = [];
    for (const set of definitions.sets) {
      for (const { criterion } of criteriaOf(set)) {
        const alone = findingsIn(criterion.when).filter((finding) => meets(criterion.when, finding));
        if (alone.length === 0) {
          silent.push(criterion.id);
          expect(faultsOf({ x: item(set.id, criterion.id) }).join(), criterion.id).toContain("rules out no finding");
        } else {
          const { answers } = coder(set.id, criterion.id).row(["1", "no"]);
          expect([...answers], criterion.id).toEqual(alone.map((finding) => [finding, "absent"]));
        }
      }
    }
    expect(silent).toContain("low-c3-and-c4");
    const unknown = { ...item("slerpi", "low-c3-and-c4"), values: { no: "unknown" } } as const;
    expect(faultsOf({ x: unknown })).toEqual([]);
  });

  test("ids, units, methods and columns that are none are named, with what was probably meant", () => {
    expect(faultsOf({ x: { is: "finding", finding: "leucopenia", values: {} } }).join()).toContain(
      'Did you mean "leukopenia"',
    );
    expect(faultsOf({ x: { is: "test", test: "c3", unit: "mg/L" } }).join()).toContain("accepted: g/L, mg/dL");
    expect(faultsOf({ x: { is: "test", test: "anti-dsdna", unit: "{index}", method: "ria" } }).join()).toContain(
      "farr",
    );
    expect(faultsOf({ x: { is: "limit", of: "y", limit: "low" } }).join()).toContain("no column of a test");
    expect(faultsOf({ y: { is: "id" } }).join()).toContain("2 columns say which patient");
  });

  test("a codebook of another file is refused, and so is one that leaves columns out", () => {
    const { codebook } = readCodebook(
      { format: "sle-codebook/1", file, columns: { id: { is: "id" }, a: { is: "kept" } } },
      definitions,
    ) as { codebook: Codebook };
    expect(headerFaults(codebook, ["id", "a"])).toEqual([]);
    expect(headerFaults(codebook, ["id", "b"]).join(" ")).toMatch(
      /file has not: "a".*another file.*codebook has not: "b"/,
    );
    const { status, stderr } = coded("id,b\n1,2\n", { file, columns: { id: { is: "id" }, a: { is: "kept" } } });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringContaining("It may be that of another file"),
    });
    expect(existsSync(join(folder, "out.csv"))).toBe(false);
  });

  test("two columns of a row that say different things of a finding keep the row out", () => {
    const values = { y: "present", n: "absent", "": "unknown" };
    const columns = {
      id: { is: "id" },
      a: { is: "finding", finding: "fever", values },
      b: { is: "finding", finding: "fever", values },
    };
    const { rows, stderr } = coded("id,a,b\n1,y,n\n2,y,\n3,,n\n", { file, columns });
    expect(rows[0]).toMatch(/,malformed$/);
    expect(rows.slice(1)).toEqual([
      rowByAssess("2", record({ fever: "present" })),
      rowByAssess("3", record({ fever: "absent" })),
    ]);
    expect(stderr).toContain("fever is absent here, and present in another column");
  });
});

describe("files and codebooks that are damaged", () => {
  const columns = { id: { is: "id" }, a: { is: "finding", finding: "fever", values: { y: "present", n: "absent" } } };
  test.each([
    ["a codebook that is no JSON", "id,a\n1,y\n", "{", "line 1, column 2"],
    ["a codebook of another format", "id,a\n1,y\n", { format: "sle-record/1", file, columns }, "format"],
    ["a workbook", "PK\u0003\u0004", { file, columns }, "in.csv: It is no text, as the codebook says"],
    ["nothing at all", "", { file, columns }, "in.csv: The file is empty"],
    ["a ragged row", "id,a\n1,y\n2\n", { file, columns }, "line 3: the row has 1 cells and the header 2"],
    ["a bad quote", 'id,a\n1,"y"x\n', { file, columns }, "line 2"],
    ["an id twice", "id,a\n1,y\n1,n\n", { file, columns }, 'line 3, column 1: there is a second row with the id "1"'],
    ["bytes of another encoding", Buffer.from("id,a\n\xfc,y\n", "latin1"), { file, columns }, "not text in utf-8"],
    ["no header", "x\n", { file: { ...file, headerRow: 5 }, columns }, "no line 5"],
  ])("%s", (_, content, codebook, message) => {
    const { status, stderr, rows } = coded(content, codebook);
    expect({ status, rows }).toEqual({ status: 2, rows: [] });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at |node:internal/);
  });
});

test("ids, kept cells and names of kept columns that begin as a formula does are counted", () => {
  const columns = { id: { is: "id" }, "=note": { is: "kept" } };
  const { status, stderr, rows } = coded("id,=note\n+a,-5\nb,\uff1d1\nc, =2\n", { file, columns });
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: expect.stringContaining("4 ids or kept cells begin as a formula does, and are kept as they are: import"),
  });
  expect(rows[0]).toMatch(/^\+a,.*,-5,$/);
});

test("what a codebook keeps is a cell of its own in the output", () => {
  const columns = { id: { is: "id" }, note: { is: "kept" } };
  const { rows } = coded('id,note\n"a,b","x ""y"""\n', { file, columns });
  const [cells] = parse(rows.join("\n")) as string[][];
  expect([cells?.[0], cells?.at(-2)]).toEqual(["a,b", 'x "y"']);
});
describe("what a spreadsheet or a register writes besides", () => {
  const asked = { is: "finding", finding: "fever", values: { "1": "present", "0": "absent" }, unticked: "absent" };
  const german = { ...file, separator: ";", decimal: "," };
  const columns = { id: { is: "id" }, fever: asked };
  const ids = (rows: readonly string[]) => rows.map((row) => row.split(",")[0]);

  test("rows and columns in which nothing stands are none", () => {
    const trailing = "id;fever;;\r\na;1;;\r\n;;;\r\nb;0;;\r\n ; ;;\r\n";
    const { rows, stderr } = coded(trailing, { file: german, columns });
    expect({ ids: ids(rows), stderr }).toEqual({ ids: ["a", "b"], stderr: expect.not.stringContaining("line") });
    const turned = { ...german, shape: "column-per-patient" };
    expect(ids(coded("id;a;b;\r\n;;;\r\nfever;1;0;\r\n", { file: turned, columns }).rows)).toEqual(["a", "b"]);
    // What stands behind the last column is never dropped.
    expect(coded("id;fever;;\na;1;;\nb;0;x;\n", { file: german, columns }).stderr).toContain(
      "line 3: the row has 4 cells and the header 2",
    );
    expect(
      coded("id;fever;\na;1;\nb\n", { file: german, columns: { ...columns, "": { is: "ignored" } } }).stderr,
    ).toContain("line 3: the row has 1 cells and the header 3");
  });

  test("of a kept column, what stands in one visit alone is not lost in the next", () => {
    const visits = 'id,fever,group,seen\na,1,case,first\nb,0,control,first\na,,,second\nb,," ",\n';
    const kept = { ...columns, fever: { ...asked, values: { ...asked.values, "": "unknown" } } };
    const { rows } = coded(visits, {
      file: { ...file, shape: "row-per-visit" },
      columns: { ...kept, group: { is: "kept", reference: { case: "has", control: "has-not" } }, seen: { is: "kept" } },
    });
    expect(rows.map((row) => row.split(",").slice(-3))).toEqual([
      ["case", "first | second", ""],
      ["control", "first", ""],
    ]);
  });

  test("a blank beside an id makes no other patient of it", () => {
    const twice = "id,fever\na,1\n a\u00A0,0\n";
    expect(coded(twice, { file, columns }).stderr).toContain("line 3, column 1: there is a second row with the id");
    const { rows } = coded(twice, { file: { ...file, shape: "row-per-visit" }, columns });
    expect(rows).toEqual([rowByAssess("a", record({ fever: "present" }))]);
  });

  test.each(['"', "\n", "\r"])("%j between columns is refused", (separator) => {
    const { status, stderr } = coded("id,fever\n", { file: { ...file, separator }, columns });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("neither a quotation mark nor") });
  });

  test("UTF-16 with tabs, as Excel saves a text, with marks and lines in cells", () => {
    const content = Buffer.from('\uFEFFid\tfever\tnote\r\na\t1\t"x ""y""\r\nz"\r\n', "utf16le");
    const { rows } = coded(content, {
      file: { ...file, encoding: "utf-16le", separator: "\t" },
      columns: { ...columns, note: { is: "kept" } },
    });
    expect(rows.join("\n")).toMatch(/^a,.*,"x ""y""\r\nz",$/s);
    const wrong = { ...file, encoding: "windows-1252" };
    expect(coded("\uFEFFid,fever\na,1\n", { file: wrong, columns }).stderr).toContain("begins as one in utf-8 does");
  });
});

describe("one row a visit, where the rows disagree", () => {
  const values = {
    no: "absent",
    yes: "present",
    drug: "explained:drug",
    infection: "explained:infection",
    other: "explained",
    another: "explained:other",
    "": "unknown",
  };
  const codebook = {
    file: { ...file, shape: "row-per-visit" },
    columns: { id: { is: "id" }, rash: { is: "finding", finding: "malar-rash", values } },
  };
  const visits = (...said: readonly string[]) =>
    coded(`id,rash\n${said.map((one) => `a,${one}\n`).join("")}b,yes\n`, codebook);

  test("two explanations of one finding keep the patient out, whichever came first, and both are said", () => {
    const [first, second] = [visits("drug", "no", "infection"), visits("infection", "drug")];
    for (const { rows, stderr } of [first, second]) {
      expect(rows[0]).toMatch(/^a,.*,malformed$/);
      expect(rows[1]).toBe(rowByAssess("b", record({ "malar-rash": "present" })));
      expect(stderr).toMatch(
        /in\.csv: the patient "a": malar-rash is explained:\w+ in one row, and explained:\w+ in another/,
      );
      expect(stderr).toContain("explained:drug");
      expect(stderr).toContain("explained:infection");
    }
    expect(visits("drug", "other").rows[0]).toMatch(/,malformed$/);
  });

  test("where it was once present without one, and where the explanation is the same, nothing is in doubt", () => {
    expect(visits("drug", "infection", "yes").rows[0]).toBe(rowByAssess("a", record({ "malar-rash": "present" })));
    expect(visits("other", "another").rows[0]).toBe(
      rowByAssess("a", record({ "malar-rash": { status: "present", explainedBy: { cause: "other" } } })),
    );
    expect(visits("drug", "", "no", "drug").rows[0]).toBe(
      rowByAssess("a", record({ "malar-rash": { status: "present", explainedBy: { cause: "drug" } } })),
    );
  });
});
describe("days of a codebook", () => {
  const columns = {
    id: { is: "id" },
    day: { is: "date", order: "year-month-day" },
    wbc: { is: "test", test: "white-cells", unit: "10*9/L" },
  } as const;

  test("a day that cannot be is said with its line and column, and is no value that cannot be", () => {
    const year = new Date().getUTCFullYear() + 2;
    const { rows, stderr } = coded(
      `id,day,wbc\na,2020-01-01,3\nb,${year}-01-01,3\nc,0202-01-01,3\nd,2020-01-01,3000\ne,1899-12-31,3\n`,
      { file, columns },
    );
    const white = { test: "white-cells", value: 3, unit: "10*9/L", date: "2020-01-01" } as const;
    expect(rows[0]).toBe(rowByAssess("a", record({}, [white])));
    const codes = (some: readonly string[]) => some.map((row) => row.slice(row.lastIndexOf(",") + 1));
    expect(codes(rows.slice(1))).toEqual(["bad-date", "bad-date", "implausible-value", "bad-date"]);
    // As of a record with that day.
    const later = { ...white, date: `${year}-01-01` };
    expect(assess(plan, record({}, [later]), lastDay(Date.now())).issues.map(({ code }) => code)).toEqual(["bad-date"]);
    // What is no day, and a second fault beside one.
    const others = coded("id,day,wbc\na,2020-02-30,3\nb,soon,3\nc,2020-02-30,many\n", { file, columns });
    expect(codes(others.rows)).toEqual(["bad-date", "bad-date", "malformed"]);
    expect(others.stderr).toContain('line 3, column 2: "day": Read "soon"; accepted: a day as year-month-day');
    expect(stderr).toContain(`line 3, column 2: "day": ${year}-01-01 is in the future`);
    expect(stderr).toContain('line 4, column 2: "day": The year 202 is before 1900');
    expect(stderr).toContain('line 6, column 2: "day": The year 1899 is before 1900');
  });

  test("two columns of days are a fault, since nothing says of which the values are", () => {
    const day = { is: "date", order: "year-month-day" } as const;
    expect(faultsOf({ seen: day, drawn: day }).join()).toContain('2 columns are the day of a row ("seen", "drawn")');
    expect(faultsOf({ seen: day })).toEqual([]);
  });
});
test("a limit is a number: one that the laboratory prints with a sign is not read without it", () => {
  const columns = {
    id: { is: "id" },
    c3: { is: "test", test: "c3", unit: "g/L" },
    low: { is: "limit", of: "c3", limit: "low" },
  };
  const { rows, stderr } = coded("id,c3,low\na,0.7,0.9\nb,0.7,<0.9\nc,0.7,> 0.9\nd,<0.7,0.9\n", { file, columns });
  const c3 = { test: "c3", value: 0.7, unit: "g/L", low: 0.9 } as const;
  expect(rows[0]).toBe(rowByAssess("a", record({}, [c3])));
  for (const row of rows.slice(1, 3)) expect(row).toMatch(/,malformed$/);
  expect(rows[3]).toBe(rowByAssess("d", record({}, [{ ...c3, comparator: "<" }])));
  expect(stderr).toContain('line 3, column 3: "low": Read "<0.9"; accepted: one number');
  expect(stderr).toContain('line 4, column 3: "low": Read "> 0.9"; accepted: one number');
});
