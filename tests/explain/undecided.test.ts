import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, Measurement, SleRecord, Statement, Status } from "../../criteria/types.ts";
import { findingsRead } from "../../lib/definition/walk.ts";
import { fullNote, shortNote } from "../../lib/explain/notes.ts";
import { notReadBy, presentAgainstValues, undecidedIn } from "../../lib/explain/undecided.ts";
import { judge } from "../../lib/record/measure.ts";
import { randomFrom, randomRecord } from "../scoring/support/random-records.ts";
import { assess, interpret } from "../support/assess.ts";

const ANA: Measurement = { test: "ana-titer", value: 320, unit: "{titer}" };
const C3_WITHOUT_LIMIT: Measurement = { test: "c3", value: 62, unit: "mg/dL" };
const ELISA: Measurement = { test: "anti-dsdna", value: 200, unit: "[IU]/mL", high: 10, method: "elisa" };

function recordOf(
  findings: { readonly [F in FindingId]?: Status | Statement },
  ...measurements: Measurement[]
): SleRecord {
  return { format: "sle-record/1", findings, measurements };
}

function said(setId: string, record: SleRecord): readonly string[] {
  const set = definitions.sets.find(({ id }) => id === setId);
  const result = assess(record).results?.[setId];
  if (!set || !result) throw new Error("no result");
  return undecidedIn(set, result, record, definitions).map(({ entered, why }) => `${entered}: ${why}`);
}

function noteSubject(record: SleRecord) {
  return { record, result: assess(record), definitions, version: "9.9.9" };
}

/** Classified by EULAR/ACR whatever else is answered. */
const CLASSIFIED = recordOf(
  { "biopsy-class-3-or-4": "present", "synovitis-2-joints": "present" },
  ANA,
  C3_WITHOUT_LIMIT,
  ELISA,
);

describe("what was entered and is not decided", () => {
  test("is said of a set that classifies as of one that does not", () => {
    expect(assess(CLASSIFIED).results?.["eular-acr-2019"]?.verdict).toBe("classified");
    const expected = [
      "Complement C3 62 mg/dL: low C3 needs the laboratory's lower limit",
      "Anti-dsDNA 200 IU/mL, upper limit 10, ELISA: anti-dsDNA in a highly specific assay is read from values by Crithidia luciliae immunofluorescence (CLIFT) or Farr radioimmunoassay only",
    ];
    expect(said("eular-acr-2019", CLASSIFIED)).toEqual(expected);
    expect(said("eular-acr-2019", recordOf({}, C3_WITHOUT_LIMIT, ELISA))).toEqual(expected);
  });

  test("names a comparator that leaves it open, and a second occasion that is asked for", () => {
    const open: Measurement = { test: "platelets", value: 150, unit: "10*9/L", comparator: "<" };
    expect(said("eular-acr-2019", recordOf({}, open))).toEqual([
      "Platelet count <150 ×10⁹/L: thrombocytopenia cannot be told: <150 ×10⁹/L can be on either side of 100 ×10⁹/L",
    ]);
    const once: Measurement = { test: "white-cells", value: 3.2, unit: "10*9/L" };
    expect(said("acr-1997", recordOf({}, once))).toEqual([
      "White cell count 3.2 ×10⁹/L: leukopenia on two occasions needs such a value from another date as well",
    ]);
  });

  test("asks for limit and method together when both are missing", () => {
    const bare: Measurement = { test: "anti-dsdna", value: 200, unit: "[IU]/mL" };
    expect(said("eular-acr-2019", recordOf({}, bare))[0]).toMatch(/needs the method and the laboratory's upper limit$/);
  });

  test("names a present finding that is not enough alone, but not one that counts elsewhere in the set", () => {
    expect(said("slerpi", recordOf({ "low-c4": "present" }))).toEqual([
      "Low C4: not enough alone for low C3 and low C4, where low C3 is not known",
    ]);
    expect(said("eular-acr-2019", recordOf({ "low-c4": "present" }))).toEqual([]);
  });

  test("is empty once it is decided, whichever way", () => {
    const low = { ...C3_WITHOUT_LIMIT, low: 90 };
    expect(said("eular-acr-2019", recordOf({}, low))).toEqual([]);
    expect(said("eular-acr-2019", recordOf({ "low-c3": "absent" }, C3_WITHOUT_LIMIT))).toEqual([]);
    expect(said("eular-acr-2019", recordOf({}, ANA))).toEqual([]);
  });

  test("is never missing, on 300 random records: every value is decided, waiting, or not read", () => {
    const random = randomFrom(8);
    let waiting = 0;
    for (let round = 0; round < 300; round += 1) {
      const record = randomRecord(random, random());
      const { results } = assess(record);
      const { facts } = interpret(record);
      if (!results || !facts) continue;
      for (const set of definitions.sets) {
        const result = results[set.id];
        if (!result) throw new Error(`no result of ${set.id}`);
        const found = new Set(undecidedIn(set, result, record, definitions).map(({ position }) => position));
        for (const [position, value] of (record.measurements ?? []).entries()) {
          const waits = findingsRead(set).some(
            (finding) =>
              facts[finding].status === "unknown" &&
              definitions.findings[finding].decidedBy?.some(({ test: id }) => id === value.test) &&
              !definitions.findings[finding].decidedBy?.some(
                (rule) => rule.test === value.test && judge(rule, value, definitions.tests[value.test]) === "not-met",
              ),
          );
          if (waits) waiting += 1;
          expect([set.id, position, found.has(position)]).toEqual([set.id, position, waits]);
        }
      }
    }
    expect(waiting).toBeGreaterThan(20);
  });
});

describe("what a set does not read", () => {
  function notRead(setId: string, record: SleRecord) {
    const set = definitions.sets.find(({ id }) => id === setId);
    const { facts } = interpret(record);
    if (!set || !facts) throw new Error("no such set, or no facts");
    const { instead, unread } = notReadBy(set, record, facts, definitions);
    return { instead: instead.map(({ entered, why }) => `${entered} ${why}`), unread };
  }

  test("is named, values among it", () => {
    const fever = recordOf({ fever: "present" }, { test: "temperature", value: 39, unit: "Cel" });
    expect(notRead("slicc-2012", fever)).toEqual({ instead: [], unread: ["fever", "highest temperature 39 °C"] });
  });

  test("leaves out what acts through an implication or an assumption", () => {
    const through = recordOf({ "biopsy-class-3-or-4": "present", "ana-1-80": "present", proteinuria: "present" });
    expect(notRead("slicc-2012", through)).toEqual({ instead: [], unread: [] });
  });

  const upcr: Measurement = { test: "urine-protein-creatinine-ratio", value: 95, unit: "mg/mmol" };

  test.each<readonly [string, string, SleRecord, string]>([
    [
      "another form of a value",
      "acr-1997",
      recordOf({}, upcr),
      "Urine protein-to-creatinine ratio 95 mg/mmol asks for persistent proteinuria: answer that",
    ],
    [
      "another form of an answer",
      "acr-1997",
      recordOf({ proteinuria: "present" }),
      "Proteinuria above 0.5 g per 24 h asks for persistent proteinuria: answer that",
    ],
    [
      "what was answered absent",
      "acr-1997",
      recordOf({ "proteinuria-persistent": "absent" }, upcr),
      "Urine protein-to-creatinine ratio 95 mg/mmol asks for persistent proteinuria, which is absent",
    ],
    [
      "a value as well as an answer",
      "eular-acr-2019",
      recordOf({ "proteinuria-persistent": "present" }),
      "Persistent proteinuria asks for proteinuria above 0.5 g per 24 h: answer that",
    ],
    [
      "more than one occasion",
      "acr-1997",
      recordOf({ leukopenia: "present" }, { test: "white-cells", value: 3.2, unit: "10*9/L" }),
      "Leukopenia asks for leukopenia on two occasions: enter a value from another date, or answer that",
    ],
    [
      "what is present and explained",
      "eular-acr-2019",
      recordOf({ "proteinuria-500": "present", proteinuria: { status: "present", explainedBy: { cause: "drug" } } }),
      "Urine protein of 500 mg per 24 h or more asks for proteinuria above 0.5 g per 24 h, which is present, and explained by a drug",
    ],
    [
      "what an assumption was overridden for",
      "slicc-2012",
      recordOf({ "ana-1-80": "present", "ana-above-reference": "absent" }),
      "ANA at least 1:80 asks for ANA above the laboratory's range, which is absent",
    ],
    [
      "what an assumption starts from",
      "eular-acr-2019",
      recordOf({ "nonerosive-arthritis": "present" }),
      "Non-erosive arthritis of two or more joints asks for synovitis of two or more joints or tender joints with morning stiffness: answer that",
    ],
  ])("names %s where the set asks for it otherwise", (_, setId, record, words) => {
    expect(notRead(setId, record)).toEqual({ instead: [words], unread: [] });
  });

  test("says of a result that is in the record twice what it says once", () => {
    const twice = recordOf({}, upcr, { ...upcr, high: 20 });
    expect(notRead("acr-1997", twice).instead).toHaveLength(1);
    const values = fullNote(noteSubject(twice))
      .split("\n")
      .filter((line) => /^ {2}Urine protein-to-creat/.test(line));
    expect(values).toEqual(["  Urine protein-to-creatinine ratio 95 mg/mmol, upper limit 20"]);
  });

  test("says of a value above a fixed limit that only the laboratory's range is missing", () => {
    const value: Measurement = { test: "anticardiolipin-igg", value: 55, unit: "[GPL'U]" };
    for (const set of ["acr-1997", "slerpi"]) {
      const [words = ""] = said(set, recordOf({}, value));
      expect(words).toContain("needs the laboratory's upper limit; 55 ");
      expect(words).toMatch(/is above 40 .*only this laboratory's range is missing: enter its limit, or answer it$/);
      expect(said(set, recordOf({}, { ...value, value: 25 }))[0]).toMatch(/needs the laboratory's upper limit$/);
    }
    expect(said("eular-acr-2019", recordOf({}, value))).toEqual([]);
  });
});

describe("a finding stated present", () => {
  const normal: Measurement = { test: "platelets", value: 250, unit: "10*9/L" };
  const low: Measurement = { test: "platelets", value: 85, unit: "10*9/L" };

  test("stands beside values that do not meet it, which is said and is no error", () => {
    const record = recordOf({ thrombocytopenia: "present" }, normal);
    expect(presentAgainstValues(record, definitions)).toEqual([
      { finding: "thrombocytopenia", values: "250 ×10⁹/L is not below 100 ×10⁹/L" },
    ]);
    expect(assess(record).issues).toEqual([]);
    expect(assess(record).results?.["eular-acr-2019"]?.score.value).toBe(4);
    const line =
      "Stated present, not met by the values entered: thrombocytopenia (250 ×10⁹/L is not below 100 ×10⁹/L).";
    expect(fullNote(noteSubject(record))).toContain(line);
    expect(shortNote(noteSubject(record))).toContain(line);
  });

  test("is not questioned by a value that meets it, cannot be judged, or is of another finding", () => {
    expect(presentAgainstValues(recordOf({ thrombocytopenia: "present" }, normal, low), definitions)).toEqual([]);
    expect(presentAgainstValues(recordOf({ "low-c3": "present" }, C3_WITHOUT_LIMIT), definitions)).toEqual([]);
    expect(presentAgainstValues(recordOf({ leukopenia: "present" }, normal), definitions)).toEqual([]);
    expect(presentAgainstValues(recordOf({ thrombocytopenia: "absent" }, normal), definitions)).toEqual([]);
  });
});

describe("the notes", () => {
  test("say what opened the entry criterion and what is not decided, although the set classifies", () => {
    const note = shortNote(noteSubject(CLASSIFIED));
    expect(note).toContain("ANA at least 1:80 (ANA titer 1:320; ");
    expect(note).toContain("entry criterion of EULAR/ACR 2019)");
    // What counts in another set is no value that was left out.
    expect(note).toMatch(/^Not counted: complement C3 62 mg\/dL: low C3 needs the laboratory's lower limit\.$/m);
    expect(fullNote(noteSubject(CLASSIFIED))).toMatch(/^ {2}Entered, not decided: Complement C3 62 mg\/dL/m);
  });

  test("say by which route a set classifies, and how it was met", () => {
    const record = recordOf({ "biopsy-class-3-or-4": "present" }, ANA);
    const note = shortNote(noteSubject(record));
    expect(note).toContain("SLICC 2012 classified by biopsy (1 criterion)");
    expect(note).toContain("class III or IV lupus nephritis (classification by biopsy in SLICC 2012)");
    expect(fullNote(noteSubject(record))).toContain(
      "Biopsy-proven lupus nephritis with ANA or anti-dsDNA: met by biopsy-proven lupus nephritis",
    );
  });

  test("do not say the title of a criterion twice", () => {
    expect(fullNote(noteSubject(recordOf({ fever: "present" })))).toContain("  + Fever, 2 points.\n");
  });
});
