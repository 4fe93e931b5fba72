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

  /** What each column of a few patients is proposed as, in a word or two. */
  function inShort(header: string, ...rows: readonly string[]): Readonly<Record<string, string>> {
    const found = proposed(
      header.split("|"),
      rows.map((row) => row.split("|")),
    );
    return Object.fromEntries(
      [...found].map(([name, { proposed: one }]) => {
        if (one?.is === "test") return [name, `${one.test} ${one.unit}`];
        if (one?.is === "limit") return [name, `${one.limit} of ${one.of}`];
        return [name, one?.is === "finding" ? one.finding : (one?.is ?? "")];
      }),
    );
  }

  test("few numbers are values of a test, and a finding of the same name is not proposed for them", () => {
    expect(
      inShort(
        "id|Lymphocytes (G/L)|anti-dsDNA [IU/mL]|ANA|platelets [10*9/L]|Coombs date",
        "a|0.8|12|1:320|85|2024-02-10",
        "b|1.9|>200|neg|120|10/02/2024",
        "c|2.0|<0.5|1/80|-99|13.03.2024",
      ),
    ).toEqual({
      id: "id",
      "Lymphocytes (G/L)": "lymphocytes 10*9/L",
      "anti-dsDNA [IU/mL]": "anti-dsdna [IU]/mL",
      ANA: "ana-titer {titer}",
      "platelets [10*9/L]": "platelets 10*9/L",
      "Coombs date": "",
    });
  });

  test("codes of the same columns are answers to the finding", () => {
    expect(inShort("id|lymphopenia|dsDNA|ANA", "a|1|2|9", "b|0|1|1", "c|99|-9|0")).toEqual({
      id: "id",
      lymphopenia: "lymphopenia-1000",
      dsDNA: "anti-dsdna",
      ANA: "ana-1-80",
    });
  });

  test("numbers of a finding that a test decides may be values of that test, and days are none", () => {
    const found = proposed(["proteinuria", "Coombs"], [["1.2", "2024-02-10"], ["0.3", "02/11/2024"]]); // biome-ignore format: rows
    expect(found.get("proteinuria")).toMatchObject({
      others: ["urine-protein-24h", "urine-protein-creatinine-ratio"],
    });
    expect(found.get("proteinuria")).not.toHaveProperty("proposed");
    expect(found.get("Coombs")).toEqual({ column: "Coombs", others: [], questions: [] });
  });

  test("limits are proposed as those of the column beside them, and never as values or as a finding", () => {
    expect(
      inShort(
        "id|C4 (g/L)|C4 lower ref|c4_upper|aCL IgM|aCL IgM 99th percentile|anti-dsDNA IU/mL|anti-dsDNA cut-off IU/mL",
        "a|0.05|0.1|0.4|55|38|90|10",
        "b|0.2|0.1|0.4|12|38|3|10",
      ),
    ).toEqual({
      id: "id",
      "C4 (g/L)": "c4 g/L",
      "C4 lower ref": "low of C4 (g/L)",
      c4_upper: "high of C4 (g/L)",
      "aCL IgM": "anticardiolipin-igm [MPL'U]",
      "aCL IgM 99th percentile": "p99 of aCL IgM",
      "anti-dsDNA IU/mL": "anti-dsdna [IU]/mL",
      "anti-dsDNA cut-off IU/mL": "high of anti-dsDNA IU/mL",
    });
  });

  test("the limits of a cohort file of one's own are those of its values", () => {
    expect(inShort("id|c3 [mg/dL]|c3 low|c3 high", "a|62|90|180", "b|110|90|180")).toEqual({
      id: "id",
      "c3 [mg/dL]": "c3 mg/dL",
      "c3 low": "low of c3 [mg/dL]",
      "c3 high": "high of c3 [mg/dL]",
    });
  });

  test("which of two columns a limit is of is not guessed, and low alone may be a finding or a value", () => {
    expect(inShort("id|C3 first (g/L)|C3 last (g/L)|C3 LLN", "a|0.5|0.7|0.9", "b|1.1|1.2|0.9")).toMatchObject({
      "C3 LLN": "",
    });
    expect(inShort("id|C3 (g/L)|C3 low", "a|0.5|1", "b|1.1|0")).toMatchObject({ "C3 low": "low-c3" });
    expect(inShort("id|C3 low", "a|0.5", "b|1.1")["C3 low"]).not.toContain("low of");
    expect(inShort("id|dsDNA ref", "a|0-15", "b|0-15")).toMatchObject({ "dsDNA ref": "" });
  });

  test("a unit is found behind a name and among other words in parentheses", () => {
    expect(
      inShort("id|Temp °F|WCC 10^9/L|Platelets (nadir, K/uL)|C4 mg/dL", "a|101.5|3.2|85|6", "b|98.6|5.1|220|25"),
    ).toEqual({
      id: "id",
      "Temp °F": "temperature [degF]",
      "WCC 10^9/L": "white-cells 10*9/L",
      "Platelets (nadir, K/uL)": "platelets 10*3/uL",
      "C4 mg/dL": "c4 mg/dL",
    });
  });

  test("a row of units below the names says the unit, and is no value", () => {
    const rows = ["|10^9/L|mg/dL|IU/mL", "a|3.2|62|neg", "b|4.5|110|<10"].map((row) => row.split("|"));
    const found = proposed(["id", "WCC", "C3", "ds-DNA"], rows);
    expect(found.get("WCC")?.proposed).toEqual({
      is: "test",
      test: "white-cells",
      unit: "10*9/L",
      values: { "10^9/L": "unknown" },
    });
    expect(found.get("C3")?.proposed).toMatchObject({ unit: "mg/dL", values: { "mg/dL": "unknown" } });
    const mixed = proposed(["C3"], [["g/L"], ["mg/dL"], ["0.5"], ["62"], ["110"]]);
    expect(mixed.get("C3")).not.toHaveProperty("proposed");
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
