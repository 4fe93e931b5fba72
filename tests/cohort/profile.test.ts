import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { type Codebook, readCodebook } from "../../lib/cohort/codebook.ts";
import { rowCoder } from "../../lib/cohort/coded-rows.ts";
import { previewOf, profiler, proposalsFor, readingCounter } from "../../lib/cohort/profile.ts";

function proposed(header: readonly string[], rows: readonly (readonly string[])[]) {
  const gathered = profiler(header);
  for (const row of rows) gathered.add(row);
  return new Map(proposalsFor(gathered.profiles(), definitions).map((one) => [one.column, one]));
}

describe("proposals for a codebook", () => {
  test("a column of 0 and 1 is asked what 0 means, and neither is proposed", () => {
    const [rash] = [...proposed(["malar_rash"], [["0"], ["1"], ["0"]]).values()];
    expect(rash?.proposed).toEqual({ is: "finding", finding: "malar-rash", values: {} });
    expect(rash?.questions).toEqual([
      { about: "unticked", text: 'malar_rash holds only "0" and "1": does "0" mean absent, or not asked?' },
      { about: "value", text: 'malar_rash: what does "1" mean? It occurs once.' },
    ]);
  });

  test("ticks and blanks are asked about, whatever the tick is", () => {
    const [one] = [...proposed(["Anti-Sm"], [["x"], [""], [""]]).values()];
    expect(one?.questions[0]?.text).toContain("does a blank cell mean absent, or not asked?");
  });

  test("words that say the same everywhere are proposed, codes are asked about", () => {
    const [one] = [...proposed(["thrombocytopenia"], [["Yes"], ["NO"], ["ND"], ["95"]]).values()];
    expect(one?.proposed).toEqual({
      is: "finding",
      finding: "thrombocytopenia",
      values: { Yes: "present", NO: "absent", ND: "unknown" },
    });
    expect(one?.questions.map(({ text }) => text)).toEqual(['thrombocytopenia: what does "95" mean? It occurs once.']);
  });

  test("a test by its name, with its unit where the name says it, and with the limit that it needs", () => {
    const rows = Array.from({ length: 60 }, (_, row) => [`P${row}`, `${3 + row / 10}`, `${0.5 + row / 100}`]);
    const found = proposed(["PatID", "WBC (G/L)", "C3"], rows);
    expect(found.get("PatID")?.proposed).toEqual({ is: "id" });
    expect(found.get("WBC (G/L)")?.proposed).toEqual({ is: "test", test: "white-cells", unit: "10*9/L" });
    expect(found.get("C3")?.proposed).toBeUndefined();
    expect(found.get("C3")?.questions.map(({ about }) => about)).toEqual(["unit", "limit"]);
  });

  test("a column of which nothing is known gets no proposal", () => {
    expect(proposed(["shoe size"], [["42"]]).get("shoe size")).toEqual({
      column: "shoe size",
      others: [],
      questions: [],
    });
  });
});

describe("what a codebook makes of a file", () => {
  const header = ["id", "rash", "WBC"];
  const { codebook } = readCodebook(
    {
      format: "sle-codebook/1",
      file: { encoding: "utf-8", separator: ",", decimal: ",", shape: "row-per-patient", headerRow: 1 },
      columns: {
        id: { is: "id" },
        rash: { is: "finding", finding: "malar-rash", values: { "1": "present", "2": "absent" } },
        WBC: { is: "test", test: "white-cells", unit: "10*9/L", values: { ND: "unknown" } },
      },
    },
    definitions,
  ) as { codebook: Codebook };
  const coder = rowCoder(codebook, header, definitions);
  const rows = [
    ["a", "1", "3,2"],
    ["b", "2", "<4"],
    ["c", "3", "ND"],
    ["d", "1", "3.2"],
  ];

  test("the preview says how each cell was read", () => {
    expect(previewOf(coder, rows.slice(0, 3), [0, 1, 2])).toEqual([
      ["a", "malar-rash: present", "3.2"],
      ["b", "malar-rash: absent", "<4"],
      ["c", expect.stringMatching(/^not read: Read "3", of which the codebook does not say/), "nothing"],
    ]);
  });

  test("every reading is counted", () => {
    const counter = readingCounter(coder, header, [0, 1, 2]);
    for (const row of rows) counter.add(row);
    const counts = counter.counts();
    expect(Object.fromEntries(counts.get("rash") ?? [])).toEqual({
      "malar-rash: present": 2,
      "malar-rash: absent": 1,
      "not read": 1,
    });
    expect(Object.fromEntries(counts.get("WBC") ?? [])).toEqual({ number: 2, nothing: 1, "not read": 1 });
  });

  test("rows that cannot be read are listed by row and column", () => {
    const unread = rows.map((cells) => coder.row(cells).faults.map(({ column }) => column));
    expect(unread).toEqual([[], [], [1], [2]]);
  });
});
