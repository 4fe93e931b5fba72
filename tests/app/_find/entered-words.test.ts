import { describe, expect, it } from "vitest";
import { enteredWords } from "../../../app/_find/entered-words.ts";
import { take } from "../../../app/_find/take-offer.ts";
import type { Measurement, SleRecord } from "../../../criteria/types.ts";
import { EMPTY_RECORD } from "../../../lib/record/edit.ts";

/** What is said of the last of some values, entered one after the other. */
function said(...values: readonly Measurement[]): string {
  let record: SleRecord = EMPTY_RECORD;
  let words = "";
  for (const measurement of values) {
    const offer = { kind: "measure", measurement } as const;
    const before = record;
    record = take(before, offer);
    words = enteredWords(offer, record, "eular-acr-2019", before);
  }
  return words;
}

const platelets = (value: number): Measurement => ({ test: "platelets", value, unit: "10*9/L" });
const white = (value: number, date?: string): Measurement => ({
  test: "white-cells",
  value,
  unit: "10*9/L",
  ...(date && { date }),
});

it("is said of an answer that the record had already that it is there", () => {
  const offer = { kind: "answer", finding: "seizure", status: "absent", through: "seizure" } as const;
  const record = take(EMPTY_RECORD, offer);
  expect(enteredWords(offer, take(record, offer), "slicc-2012", record)).toBe(
    "Seizure: absent. Already in the record.",
  );
  const noted = { ...offer, note: "asked" };
  expect(enteredWords(noted, take(record, noted), "slicc-2012", record)).not.toContain("Already");
});

it("is said of an entered finding what is kept as its note", () => {
  const offer = { kind: "answer", finding: "seizure", status: "present", note: "in 2019", through: "seizure" } as const;
  const record = take(EMPTY_RECORD, offer);
  expect(record.findings?.seizure).toMatchObject({ status: "present", note: "in 2019" });
  expect(enteredWords(offer, record, "eular-acr-2019", EMPTY_RECORD)).toBe("Seizure: present, note: in 2019.");
});

describe("what is said of an entered value", () => {
  it("is what this value did, not what an earlier one did", () => {
    expect(said(platelets(85))).toBe("Platelet count 85 ×10⁹/L. Met: thrombocytopenia.");
    expect(said(platelets(85), platelets(250))).toBe(
      "Platelet count 250 ×10⁹/L. Meets no rule. Met before by another value: thrombocytopenia.",
    );
    expect(said(platelets(85), platelets(80))).toBe("Platelet count 80 ×10⁹/L. Met: thrombocytopenia.");
    expect(said(platelets(250))).toBe("Platelet count 250 ×10⁹/L. Meets no rule.");
  });

  it("names what is assumed as assumed, with its reason", () => {
    expect(said({ test: "ana-titer", value: 640, unit: "{titer}" })).toBe(
      "ANA titer 1:640. Met: ANA at least 1:80. Assumed: ANA above the laboratory's range (most laboratories' ranges end below 1:80; answer it yourself if yours does not).",
    );
  });

  it("says what a value lacks that decides nothing", () => {
    expect(said({ test: "c3", value: 0.62, unit: "g/L" })).toBe(
      "Complement C3 0.62 g/L. Not decided yet: low C3. To decide this, the value needs the laboratory's lower limit.",
    );
  });

  it("is not that it meets no rule where it lacks a limit, although another value met the rule", () => {
    const c3 = (value: number, low?: number): Measurement => ({
      test: "c3",
      value,
      unit: "g/L",
      ...(low !== undefined && { low }),
    });
    expect(said(c3(0.6, 0.9), c3(0.5))).toBe(
      "Complement C3 0.5 g/L. Met before by another value: low C3. Not decided by this value: low C3. To decide this, the value needs the laboratory's lower limit.",
    );
    expect(said(c3(0.5, 0.9), c3(0.5))).not.toContain("Meets no rule");
    const dsdna: Measurement = { test: "anti-dsdna", value: 200, unit: "[IU]/mL" };
    expect(said({ ...dsdna, high: 10, method: "farr" }, dsdna)).toMatch(
      /Not decided by this value: .*needs the method/,
    );
    const open: Measurement = { ...platelets(150), comparator: "<" };
    expect(said(platelets(85), open)).toMatch(/Not decided by this value: thrombocytopenia\. .*either side/);
  });

  it("is said once of a value that is entered again with its limit", () => {
    const c3: Measurement = { test: "c3", value: 0.5, unit: "g/L" };
    expect(said(c3, { ...c3, low: 0.9 })).toBe("Complement C3 0.5 g/L, lower limit 0.9. Met: low C3.");
  });

  it("says of the opened set only what it reads, and what a titer leaves shut", () => {
    const words = said({ test: "ana-titer", value: 40, unit: "{titer}" });
    expect(words).not.toMatch(/not decided yet/i);
    expect(words).toContain(
      "EULAR/ACR 2019: The entry criterion is not met by the titers entered; a higher titer of any other day would open it.",
    );
  });

  it("says that another date is needed where two occasions are asked for, and when they are complete", () => {
    expect(said(white(3.2, "2024-01-01"))).toContain("Needs a value from another date: leukopenia on two occasions.");
    expect(said(white(3.2, "2024-01-01"), white(3.1, "2024-02-01"))).toBe(
      "White cell count 3.1 ×10⁹/L, 2024-02-01. Met: leukopenia and leukopenia on two occasions.",
    );
    expect(said(white(3.2), white(5))).toBe(
      "White cell count 5 ×10⁹/L. Meets no rule. Met before by another value: leukopenia.",
    );
  });

  it("leaves out what the person has answered", () => {
    const record: SleRecord = { ...EMPTY_RECORD, findings: { "low-c3": "absent" } };
    const offer = { kind: "measure", measurement: { test: "c3", value: 0.62, unit: "g/L" } } as const;
    expect(enteredWords(offer, take(record, offer), "eular-acr-2019", record)).not.toContain("Not decided");
  });

  it("says that a value contradicts an answer", () => {
    const record: SleRecord = { ...EMPTY_RECORD, findings: { thrombocytopenia: "absent" } };
    const offer = { kind: "measure", measurement: platelets(85) } as const;
    expect(enteredWords(offer, take(record, offer), "eular-acr-2019", record)).toContain(
      "Take the answer back or correct the value.",
    );
  });
});

it("says which answer was recorded, and its day", () => {
  const offer = { kind: "answer", finding: "fever", status: "present", date: "2024-05-02", through: "Fever" } as const;
  expect(enteredWords(offer, take(EMPTY_RECORD, offer), "eular-acr-2019", EMPTY_RECORD)).toBe(
    "Fever: present, first seen 2024-05-02.",
  );
});

it("says so when the opened set does not read what was recorded present", () => {
  const words = (status: "present" | "absent", set: string) => {
    const offer = { kind: "answer", finding: "nonerosive-arthritis", status, through: "Arthritis" } as const;
    return enteredWords(offer, take(EMPTY_RECORD, offer), set, EMPTY_RECORD);
  };
  expect(words("present", "eular-acr-2019")).toContain(
    "EULAR/ACR 2019 asks for synovitis of two or more joints or tender joints with morning stiffness: answer that.",
  );
  expect(words("present", "acr-1997")).not.toContain("Not read");
  expect(words("absent", "eular-acr-2019")).not.toMatch(/Not read|asks for/);
  const fever = { kind: "answer", finding: "fever", status: "present", through: "Fever" } as const;
  expect(enteredWords(fever, take(EMPTY_RECORD, fever), "acr-1997", EMPTY_RECORD)).toContain("Not read by ACR 1997.");
  const protein = { ...fever, finding: "proteinuria" } as const;
  expect(enteredWords(protein, take(EMPTY_RECORD, protein), "slicc-2012", EMPTY_RECORD)).not.toMatch(
    /Not read|asks for/,
  );
  expect(enteredWords(protein, take(EMPTY_RECORD, protein), "acr-1997", EMPTY_RECORD)).toContain(
    "ACR 1997 asks for persistent proteinuria: answer that.",
  );
});
