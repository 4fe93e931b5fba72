import { describe, expect, it } from "vitest";
import { enteredWords } from "../../../app/_find/entered-words.ts";
import { offersFor } from "../../../app/_find/offers-for.ts";
import { take } from "../../../app/_find/take-offer.ts";
import type { SleRecord } from "../../../criteria/types.ts";
import { EMPTY_RECORD } from "../../../lib/record/edit.ts";

const TODAY = "2026-11-26";

/** Types a line and takes the offer at a position; Enter takes the first where it is certain, else arrows lead to one. */
function enter(record: SleRecord, line: string, position = 0): { record: SleRecord; keys: number; words: string } {
  const { offers, certain } = offersFor(line, TODAY);
  const offer = offers[position];
  if (offer?.kind !== "measure" && offer?.kind !== "answer" && offer?.kind !== "several") throw new Error(line);
  const after = take(record, offer);
  const words = enteredWords(offer, after, "eular-acr-2019", record);
  return { record: after, keys: line.length + 1 + (certain && position === 0 ? 0 : position + 1), words };
}

describe("a whole patient, typed as it would be jotted down", () => {
  /** What is typed, and which offer is meant where several are. */
  const lines: readonly (readonly [string, number?])[] = [
    ["ana 1:640 speckled"],
    ["malar"],
    ["mouth ulcers, herpes"],
    ["wbc 3.1, plt 85, lymph .7"],
    ["c3 .55 (.9), c4 .08 (.1)"],
    ["upcr 95", 1],
    ["anti-sm pos"],
    ["dsdna 85 (20, elisa)"],
    ["arthritis of both wrists and MCPs"],
    ["-seizure"],
  ];

  it("takes at most 190 keystrokes, and every fact is in the record as it was typed", () => {
    let [record, keys]: [SleRecord, number] = [EMPTY_RECORD, 0];
    for (const [line, position] of lines) {
      const entered = enter(record, line, position);
      record = entered.record;
      keys += entered.keys;
    }
    expect(keys).toBeLessThanOrEqual(190);
    expect(record.findings).toEqual({
      "malar-rash": "present",
      "oral-ulcers": { status: "present", explainedBy: { cause: "infection", text: "herpes" } },
      "anti-sm": "present",
      "synovitis-2-joints": { status: "present", note: "arthritis of both wrists and MCPs" },
      seizure: "absent",
    });
    expect(record.measurements).toEqual([
      { test: "ana-titer", value: 640, unit: "{titer}" },
      { test: "white-cells", value: 3.1, unit: "10*9/L" },
      { test: "platelets", value: 85, unit: "10*9/L" },
      { test: "lymphocytes", value: 0.7, unit: "10*9/L" },
      { test: "c3", value: 0.55, unit: "g/L", low: 0.9 },
      { test: "c4", value: 0.08, unit: "g/L", low: 0.1 },
      { test: "urine-protein-creatinine-ratio", value: 95, unit: "mg/mmol" },
      { test: "anti-dsdna", value: 85, unit: "[IU]/mL", high: 20, method: "elisa" },
    ]);
  });
});

describe("what is said of a line", () => {
  it("is said of each of its facts", () => {
    const { words } = enter(EMPTY_RECORD, "wbc 3.1, plt 85");
    expect(words).toContain("White cell count 3.1 ×10⁹/L. Met: leukopenia.");
    expect(words).toContain("Platelet count 85 ×10⁹/L. Met: thrombocytopenia.");
  });

  it("names what explains a finding, and what was read and not kept", () => {
    expect(enter(EMPTY_RECORD, "mouth ulcers, herpes").words).toBe(
      "Oral ulcers: present, explained by an infection (herpes).",
    );
    expect(enter(EMPTY_RECORD, "ana 1:640 speckled").words).toContain("Not kept, since no set reads it: speckled.");
  });
});

it("an explanation that is typed explains what the same value decides as well", () => {
  const { record } = enter(enter(EMPTY_RECORD, "upcr 95 mg/mmol").record, "proteinuria due to diabetes");
  const explainedBy = { cause: "other-disease", text: "diabetes" };
  expect(record.findings).toEqual({
    proteinuria: { status: "present", explainedBy },
    "proteinuria-500": { status: "present", explainedBy },
  });
});
