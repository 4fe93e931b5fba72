import { describe, expect, test } from "vitest";
import { context, definitions, testsNotRead } from "../../criteria/index.ts";
import { offersFor } from "../../lib/find/offers.ts";
import { findPlanOf } from "../../lib/find/plan.ts";

const offers = offersFor.bind(undefined, findPlanOf({ definitions, topics: context, notRead: testsNotRead }));

test("a measurement that can be read is the only offer, and Enter takes it", () => {
  expect(offers("plt 85")).toEqual({
    offers: [{ kind: "measure", measurement: { test: "platelets", value: 85, unit: "10*9/L" } }],
    certain: true,
  });
});

test("a measurement that can mean several things has to be chosen", () => {
  const { offers: choices, certain, message } = offers("24h protein 0.8");
  expect(choices).toHaveLength(2);
  expect(certain).toBe(false);
  expect(message).toContain("Choose one");
});

test("a denied finding is offered as absent", () => {
  expect(offers("no malar").offers[0]).toMatchObject({ kind: "answer", finding: "malar-rash", status: "absent" });
});

test("a finding with a day is offered as first seen on it", () => {
  expect(offers("discoid 2023-11-02").offers[0]).toMatchObject({ finding: "discoid-lupus", date: "2023-11-02" });
});

test("a test without a value asks for the value", () => {
  expect(offers("upcr").offers).toContainEqual({ kind: "value-wanted", test: "urine-protein-creatinine-ratio" });
});

test("words that name nothing say so", () => {
  expect(offers("zzyzx")).toEqual({ offers: [], certain: false, message: "Nothing is found by these words." });
});

test("nothing typed offers nothing and says nothing", () => {
  expect(offers("  ")).toEqual({ offers: [], certain: false });
});

test("a subject that is no finding is offered to be read about", () => {
  expect(offers("neonatal lupus").offers).toContainEqual(
    expect.objectContaining({ kind: "read", topic: expect.objectContaining({ id: "newborns" }) }),
  );
});

test.each([
  ["proteinuria", "The name fits more than one. Choose one."],
  ["arthritis", "The name fits more than one. Choose one."],
  ["ana", "The name fits more than one. Choose one."],
  ["malar?", 'Not read: "malar?". Choose one if it is meant.'],
  ["mallar rash", 'Not read: "mallar". Did you mean "Malar rash"? Choose one if it is meant.'],
  ["malar rash -", 'Not read: "-". Choose one if it is meant.'],
  ["fever 3 days", 'Not read: "3 days". Choose one if it is meant.'],
  ["ssa 60", 'Not read: "60". Choose one if it is meant.'],
  ["no malar 2024-03-02", 'Not read: "2024-03-02". Choose one if it is meant.'],
  ["plt positive", 'Not read: "positive". Choose one if it is meant.'],
  ["family history of seizure", 'Not read: "seizure". Choose one if it is meant.'],
  ["leukopenia 2019", '"2019" may be a year. Choose it if it is the value.'],
  ["platlets 85", '"platlets" is not the name of a test. Choose one if it is meant.'],
  ["creatinine 1.4", "No set reads creatinine. It does not decide renal failure."],
  ["raised creatinine", "No set reads creatinine. It does not decide renal failure."],
  [
    "hemoglobin 9.1",
    "No set reads hemoglobin. It does not decide hemolytic anemia or hemolytic anemia with reticulocytosis.",
  ],
  ["esr 80", "No set reads ESR."],
  ["3.2", "Nothing is found by these words."],
])("%j enters nothing unasked, and says why", (query, message) => {
  expect(offers(query)).toMatchObject({ certain: false, message });
});

test.each(["red rash", "sun", "skin", "wrist", "haptoglobin", "age", "ECG", "overlap syndrome", "drug-induced lupus"])(
  "%j names no finding, and is offered without being entered",
  (query) => {
    expect(offers(query).certain).toBe(false);
  },
);

test.each([
  ["malar", "malar-rash"],
  ["butterfly", "malar-rash"],
  ["rash malar", "malar-rash"],
  ["C3 low", "low-c3"],
  ["LN class 5", "biopsy-class-2-or-5"],
  ["Raynaud’s", "raynaud"],
  ["haemolytic anaemia", "hemolytic-anemia"],
])("%j is whole in a name, or begins a label that nothing else begins with", (query, finding) => {
  const { certain, offers: listed } = offers(query);
  expect(certain).toBe(true);
  expect(listed[0]).toMatchObject({ kind: "answer", finding, status: "present" });
});

test("the name of a test asks for its value", () => {
  expect(offers("plt").certain).toBe(true);
  expect(offers("plt").offers[0]).toEqual({ kind: "value-wanted", test: "platelets" });
});

test("an index of a solid-phase ANA is answered, with what was typed as its note, and never entered", () => {
  const { offers: offered, certain, message } = offers("ana 2.5 index 2024-05-02");
  expect(certain).toBe(false);
  expect(message).toContain("no titer");
  const note = "ana 2.5 index";
  expect(offered).toEqual([
    { kind: "answer", finding: "ana-1-80", status: "present", note, through: note, date: "2024-05-02" },
    { kind: "answer", finding: "ana-1-80", status: "absent", note, through: note },
  ]);
});

test("a day on which nothing was seen is never taken", () => {
  for (const query of ["wbc 3.2 0001-01-01", "malar rash 2031-01-01", "wbc 3.2 9999-12-31", "malar rash 1850-01-01"]) {
    const { offers: offered, certain, message } = offers(query, "2026-11-26");
    expect([offered, certain], query).toEqual([[], false]);
    expect(message, query).toMatch(/year|future/);
  }
});

describe("no text takes the page down or keeps it busy", () => {
  const nines = "9".repeat(309);
  const letter = "Malar rash since 2019, no seizure. ".repeat(1200);

  test.each([
    `c3 ${nines}`,
    `wbc ${nines}`,
    `ana 1:${nines}`,
    `c3 62 (${nines})`,
    `upcr 0.${nines}`,
    `temp ${"9".repeat(60)}`,
    `wbc 1e${"9".repeat(40)}`,
    `c3 ${" ".repeat(100_000)}x`,
    `malar${"-".repeat(5000)}`,
    "(".repeat(10_000),
    letter,
  ])("%#", (query) => {
    const { offers: offered, certain, message = "" } = offers(query);
    expect(certain).toBe(false);
    expect(offered.filter(({ kind }) => kind === "measure")).toEqual([]);
    expect(message.length).toBeLessThan(400);
  });

  test("what is longer than an entry is not looked at, however long it is", () => {
    const took = (text: string) => {
      const start = performance.now();
      for (let round = 0; round < 200; round += 1) offers(text);
      return performance.now() - start;
    };
    took(letter);
    const [short, long] = [
      Math.min(...[1, 2, 3].map(() => took(letter))),
      Math.min(...[1, 2, 3].map(() => took(letter.repeat(16)))),
    ];
    // 16 times the text; reading it would take 16 times as long at least. A floor keeps the clock's grain out of it.
    expect(long / Math.max(short, 0.5)).toBeLessThan(8);
  });
});
