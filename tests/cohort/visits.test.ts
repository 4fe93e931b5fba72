import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { Measurement, SleRecord } from "../../criteria/types.ts";
import { type Codebook, readCodebook } from "../../lib/cohort/codebook.ts";
import { askedOf } from "../../lib/cohort/draft.ts";
import { proposalsFor } from "../../lib/cohort/profile.ts";
import { rowByAssess } from "./support/agree.ts";
import { scoredBy, TEXT, VISITS } from "./support/scored-by.ts";

const id = { is: "id" } as const;
const dna = { is: "test", test: "anti-dsdna", unit: "[IU]/mL" } as const;
const high = { is: "limit", of: "dna", limit: "high" } as const;
const wbc = { is: "test", test: "white-cells", unit: "10*9/L" } as const;
const day = { is: "date", order: "year-month-day" } as const;
const answer = (finding: string) =>
  ({
    is: "finding",
    finding,
    values: { yes: "present", no: "absent", drug: "explained:drug", "": "unknown" },
  }) as const;

const record = (findings: SleRecord["findings"] = {}, measurements: readonly Measurement[] = []): SleRecord => ({
  format: "sle-record/1",
  findings,
  measurements: [...measurements],
});
const antibodies = (value: number, limit?: number) =>
  ({ test: "anti-dsdna", unit: "[IU]/mL", value, ...(limit !== undefined && { high: limit }) }) as const;
const white = (value: number, date?: string) =>
  ({ test: "white-cells", unit: "10*9/L", value, ...(date !== undefined && { date }) }) as const;

describe("each value is judged by the limit of its own row", () => {
  test.each([
    ["above the first, below the second", [50, 30], [50, 100]],
    ["the other way round", [50, 100], [50, 30]],
    ["above neither of its own, and above that of the other", [50, 100], [20, 30]],
  ])("%s", async (_, first, second) => {
    const { rows } = await scoredBy(`id,dna,high\na,${first}\na,${second}\n`, { id, dna, high });
    const values = [first, second].map(([value = 0, limit]) => antibodies(value, limit));
    expect(rows).toEqual([rowByAssess("a", record({}, values))]);
  });

  test("one without a limit is judged by none, not by that of another row, and that is said", async () => {
    const text = "id,dna,high\na,50,\na,10,30\nb,50,\nb,,30\nc,,30\nc,,100\n";
    const { rows, notes } = await scoredBy(text, { id, dna, high });
    expect(rows).toEqual([
      rowByAssess("a", record({}, [antibodies(50), antibodies(10, 30)])),
      rowByAssess("b", record({}, [antibodies(50)])),
      rowByAssess("c", record()),
    ]);
    expect(notes).toEqual([
      '"dna": values without the laboratory\'s upper limit in their own row, which are not judged by one: 2, the first in line 2.',
      'Patients of whom no column that is read says anything, and who are scored all the same: 1, the first "c".',
    ]);
  });

  test("limits in the units of their columns, of two columns of one test", async () => {
    const c3 = (unit: string) => ({ is: "test", test: "c3", unit }) as const;
    const low = (of: string) => ({ is: "limit", of, limit: "low" }) as const;
    const text = "id,g,glow,mg,mglow\na,0.95,0.9,,\na,,,85,80\nb,0.85,0.8,,\nb,,,85,90\n";
    const columns = { id, g: c3("g/L"), glow: low("g"), mg: c3("mg/dL"), mglow: low("mg") };
    const { rows } = await scoredBy(text, columns);
    const grams = (value: number, limit: number) => ({ test: "c3", unit: "g/L", value, low: limit }) as const;
    const milligrams = (value: number, limit: number) => ({ test: "c3", unit: "mg/dL", value, low: limit }) as const;
    expect(rows).toEqual([
      rowByAssess("a", record({}, [grams(0.95, 0.9), milligrams(85, 80)])),
      rowByAssess("b", record({}, [grams(0.85, 0.8), milligrams(85, 90)])),
    ]);
  });

  test("a limit that cannot be that of its value judges nothing, and that is said with its line", async () => {
    const { rows, notes } = await scoredBy("id,dna,high\na,50,30\nb,50,0\nc,50,9999\n", { id, dna, high }, TEXT);
    expect(rows[1]).toBe(rowByAssess("b", record({}, [antibodies(50)])));
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(
      /^"high": limits that cannot be those of the values beside them.*: 2, the first in line 3:/,
    );
  });

  test("a limit of all rows in another unit than the values is said of their column", async () => {
    const c3 = { is: "test", test: "c3", unit: "g/L", limits: { low: 4.5 } } as const;
    const { notes } = await scoredBy("id,c3\na,0.8\nb,1.1\n", { id, c3 }, TEXT);
    expect(notes.join()).toContain('"c3": ');
    expect(notes.join()).toContain("in line 2");
  });

  test("the first positive titer is written as titers are, and a limit may have its unit", async () => {
    const ana = { is: "test", test: "ana-titer", unit: "{titer}" } as const;
    const columns = { id, ana, first: { is: "limit", of: "ana", limit: "high" }, dna, high } as const;
    const { rows } = await scoredBy("id,ana,first,dna,high\na,1:80,1:160,50,30 IU/mL\n", columns, TEXT);
    const titer = { test: "ana-titer", unit: "{titer}", value: 80, high: 160 } as const;
    expect(rows).toEqual([rowByAssess("a", record({}, [titer, antibodies(50, 30)]))]);
  });
});

describe("a codebook says of a limit one thing", () => {
  const faultsOf = (columns: Codebook["columns"]): string => {
    const read = readCodebook({ format: "sle-codebook/1", file: VISITS, columns: { id, ...columns } }, definitions);
    return "faults" in read ? read.faults.join("\n") : "";
  };

  test("two columns of one limit are a fault: the last of them was taken", () => {
    expect(faultsOf({ dna, high, other: high })).toBe(
      'Column "other": it is the upper limit of "dna", and so is "high"; accepted: one, with the other as "ignored".',
    );
    expect(faultsOf({ dna, high, low: { ...high, limit: "low" } })).toBe("");
  });

  test("so is one for all rows beside a column of it: rows with a blank there were judged by the first", () => {
    expect(faultsOf({ dna: { ...dna, limits: { high: 30 } }, high })).toContain(
      'Column "high": it is the upper limit of "dna", which has one for all rows in "limits"; accepted: one of the two.',
    );
    expect(faultsOf({ dna: { ...dna, limits: { high: -30 } } })).toContain(
      "as upper limit of all rows, Anti-dsDNA: read -30",
    );
  });
});

describe("what a visit says is of that visit", () => {
  test("absent at one is no contradiction to what the values of another make present", async () => {
    const text =
      "id,low,twice,day,wbc\na,no,,2024-01-01,5\na,,,2024-02-01,3\nb,no,no,2024-01-01,3\nb,,no,2024-02-01,3\nc,no,,2024-01-01,5\nc,,yes,,\n";
    const columns = { id, low: answer("leukopenia"), twice: answer("leukopenia-twice"), day, wbc };
    const { rows } = await scoredBy(text, columns);
    expect(rows[0]).toBe(rowByAssess("a", record({}, [white(5, "2024-01-01"), white(3, "2024-02-01")])));
    // The row itself says both.
    expect(rows[1]).toMatch(/^b,.*,contradiction$/);
    expect(rows[2]).toBe(rowByAssess("c", record({ "leukopenia-twice": "present" }, [white(5, "2024-01-01")])));
  });

  test("low once a visit is low twice of both, whatever each visit says of twice", async () => {
    const text = "id,twice,day,wbc\na,no,2024-01-01,3\na,no,2024-02-01,3\n";
    const { rows } = await scoredBy(text, { id, twice: answer("leukopenia-twice"), day, wbc });
    expect(rows).toEqual([rowByAssess("a", record({}, [white(3, "2024-01-01"), white(3, "2024-02-01")]))]);
  });

  test("what an absent finding rules out stays ruled out where it is present by another", async () => {
    const { from: narrow, to: wide } = definitions.implications[0] ?? { from: "fever", to: "fever" };
    const others = definitions.implications.flatMap(({ from, to }) => (to === wide && from !== narrow ? [from] : []));
    const text = "id,wide,narrow\na,no,\na,,yes\n";
    const { rows } = await scoredBy(text, { id, wide: answer(wide), narrow: answer(narrow) });
    const ruledOut = Object.fromEntries(others.map((other) => [other, "absent" as const]));
    expect(rows).toEqual([rowByAssess("a", record({ [narrow]: "present", ...ruledOut }))]);
  });

  test("in one row it is a contradiction still, and so it is where a row is a patient", async () => {
    const columns = { id, low: answer("leukopenia"), wbc };
    for (const file of [VISITS, TEXT]) {
      const { rows } = await scoredBy("id,low,wbc\na,no,3\n", columns, file);
      expect(rows[0]).toMatch(/,contradiction$/);
    }
  });
});

describe("a column that is kept", () => {
  test("keeps all that the rows of a patient say, and that they differ is said", async () => {
    const columns = {
      id,
      fever: answer("fever"),
      sex: { is: "kept" },
      group: { is: "kept", reference: { case: "has", control: "has-not" } },
    } as const;
    const text = "id,fever,sex,group\na,yes,F,case\nb,no,F,case\na,yes,M,control\nb,,F ,\na,,F,case\n";
    const { rows, notes } = await scoredBy(text, columns);
    expect(rows.map((row) => row.split(",").slice(-3))).toEqual([
      ["F | M", "case | control", ""],
      ["F", "case", ""],
    ]);
    expect(notes).toEqual([
      '"sex": patients whose rows say different things, which are all kept: 1, the first "a", with "F | M".',
      '"group": patients whose rows say different things, which are all kept: 1, the first "a", with "case | control".',
    ]);
  });
});

describe("names that every object has", () => {
  const names = ["constructor", "toString", "hasOwnProperty", "valueOf"] as const;

  test("are names of columns, values, ids and kept cells as others are", async () => {
    const columns = {
      id,
      constructor: { is: "finding", finding: "fever", values: { constructor: "present", toString: "absent" } },
      toString: { is: "test", test: "white-cells", unit: "10*9/L", values: { valueOf: "unknown" } },
      hasOwnProperty: { is: "kept" },
    } as const;
    const { rows, unread } = await scoredBy(
      "id,constructor,toString,hasOwnProperty\n__proto__,constructor,3,__proto__\nconstructor,toString,valueOf,b\nc,valueOf,toString,c\nd,__proto__,__proto__,\n",
      columns,
    );
    const kept = (row: string, text: string) => row.replace(/,$/, `,${text},`);
    expect(rows.slice(0, 2)).toEqual([
      kept(rowByAssess("__proto__", record({ fever: "present" }, [white(3)])), "__proto__"),
      kept(rowByAssess("constructor", record({ fever: "absent" })), "b"),
    ]);
    for (const row of rows.slice(2)) expect(row).toMatch(/,malformed$/);
    expect(unread.cells).toBe(4);
  });

  test("values of such a name are asked about where a codebook is made", () => {
    const values = new Map<string, number>([...names, "__proto__"].map((name) => [name, 1]));
    const profile = { name: "x", rows: 5, blank: 0, numbers: 0, values, words: values };
    const column = { is: "finding", finding: "fever", values: {} } as const;
    expect(askedOf(profile, column, TEXT, definitions)).toEqual({ unticked: [], unsaid: [...values.keys()] });
    expect(proposalsFor([{ ...profile, name: "fever" }], definitions)[0]?.questions).toHaveLength(5);
  });

  test.each([
    ["a column", '{"id":{"is":"id"},"__proto__":{"is":"kept"}}', "columns: "],
    [
      "a value",
      '{"id":{"is":"id"},"x":{"is":"finding","finding":"fever","values":{"__proto__":"present"}}}',
      "columns > x > values: ",
    ],
    [
      "a finding",
      '{"id":{"is":"id"},"x":{"is":"findings","values":{"a":{"__proto__":"present"}}}}',
      "columns > x > values > a: ",
    ],
  ])("the one that no codebook can hold is refused as %s", (_, columns, where) => {
    const read = readCodebook({ format: "sle-codebook/1", file: VISITS, columns: JSON.parse(columns) }, definitions);
    expect(read).toEqual({
      faults: [
        `${where}a column, a value or a field cannot have the name "__proto__"; rename it in the file and here.`,
      ],
    });
  });

  test("a file with such a column is told to rename it, and not to name it in the codebook", async () => {
    await expect(scoredBy("id,__proto__\na,1\n", { id })).rejects.toThrow(
      /^The file has a column "__proto__", a name that no codebook can have; rename it in the file\.$/,
    );
  });
});

describe("ids", () => {
  const columns = { id, fever: answer("fever") };

  test("two spellings are two patients, and that is said", async () => {
    for (const file of [VISITS, TEXT]) {
      const text = "id,fever\nP01,yes\np01,no\nP1,no\nP10,no\n7,no\n07,no\n";
      const { rows, notes } = await scoredBy(text, columns, file);
      expect(rows).toHaveLength(6);
      expect(notes).toEqual([
        'Ids that are like another but for case, blanks, zeros or signs, and are taken for other patients: 3, the first "p01" in line 3.',
      ]);
    }
  });

  test("long numbers as a spreadsheet shortens them are no ids by which rows are joined", async () => {
    const { rows, unread } = await scoredBy("id,fever\n1.23457E+11,yes\n1.23457E+11,no\n2,no\n", columns);
    expect(rows[0]).toMatch(/,malformed$/);
    expect(rows[1]).toBe(rowByAssess("2", record({ fever: "absent" })));
    expect(unread.list.map(({ line, column }) => [line, column])).toEqual([
      [2, 1],
      [3, 1],
    ]);
  });

  test("a remark below the patients is scored as one of whom nothing is said, and that is said", async () => {
    const file = "id,fever\nA1,yes\nA2,no\nPlatelets are nadirs,\nData locked by the coordinator,\n";
    for (const shape of [VISITS, TEXT]) {
      const { notes } = await scoredBy(file, columns, shape);
      expect(notes).toEqual([
        'Patients of whom no column that is read says anything, and who are scored all the same: 2, the first "Platelets are nadirs".',
      ]);
    }
  });

  test("a line of totals below the patients is scored as one, and that is said", async () => {
    const { notes } = await scoredBy("id,fever\nMax,yes\nb,no\n\nTotal,\nN = 2,\n", columns, TEXT);
    expect(notes).toEqual([
      'Ids that a line of totals or remarks has, of which each is scored as a patient: 2, the first "Total" in line 5.',
    ]);
  });
});

describe("what cannot be is said with its place", () => {
  test("a number that stands for nothing known, of a value and of a limit", async () => {
    const text = "id,dna,high,wbc\na,-99,30,5\nb,50,-99,5\nc,,-99,5\nd,50,30,-99\n";
    const { rows, unread } = await scoredBy(text, { id, dna, high, wbc }, TEXT);
    expect(rows.map((row) => row.slice(row.lastIndexOf(",") + 1))).toEqual([
      "implausible-value",
      "implausible-value",
      "",
      "implausible-value",
    ]);
    expect(unread.list.map(({ line, of }) => `${line} ${of}`)).toEqual(["2 dna", "3 high", "5 wbc"]);
  });

  test("a titer that a spreadsheet made a time of", async () => {
    const ana = { is: "test", test: "ana-titer", unit: "{titer}" } as const;
    const { unread } = await scoredBy("id,ana\na,02:20\nb,2:20:00 AM\nc,1:1:80\n", { id, ana }, TEXT);
    expect(unread.list.map(({ message }) => message.includes("makes a time of a titer"))).toEqual([true, true, false]);
  });

  test("a zero byte in an id or a kept cell marks its row, and the rest is scored", async () => {
    const { rows, unread } = await scoredBy(
      "id,k,wbc\na\0,x,3\nb,x\0y,3\nc,,3\n",
      { id, k: { is: "kept" }, wbc },
      TEXT,
    );
    expect(rows.map((row) => row.includes("malformed"))).toEqual([true, true, false]);
    expect(unread.list.map(({ line, column }) => [line, column])).toEqual([
      [2, 1],
      [3, 2],
    ]);
  });
});
