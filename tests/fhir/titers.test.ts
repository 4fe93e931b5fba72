import { expect, test } from "vitest";
import { flag, loinc, measurementsIn, platelets, quantity, readAny, whysIn, wordless } from "./support/results.ts";

const ana = (rest: object, code = "5048-4") => readAny(wordless(code, rest));
const ratio = (numerator: object, denominator: object) => ({ valueRatio: { numerator, denominator } });

test("a number that is no whole dilution, or that another unit stands beside, is never a titer", () => {
  for (const rest of [
    quantity(2.5, "{titer}"),
    { valueQuantity: { value: 2.5, unit: "titer" } },
    quantity(2.5, "1"),
    quantity(2.5, "{index}"),
    quantity(2.5, "{ratio}"),
    quantity(0, "{titer}"),
    quantity(-80, "{titer}"),
    quantity(160, "U/mL"),
    quantity(160, "{titer}", { unit: "U/mL" }),
    quantity(160, "{titer}", { unit: "index" }),
    quantity(160, "{titer}", { unit: "AI" }),
    { valueQuantity: { value: 160 } },
    { valueString: "2.5" },
    { valueString: "0.8" },
    { valueString: "1:2.5" },
    { valueString: "1:0" },
    { valueString: "160 U/mL" },
    ratio({ value: 1 }, { value: 2.5 }),
    ratio({ value: 2 }, { value: 160 }),
    ratio({ value: 160 }, { value: 1 }),
    ratio({ value: 1, comparator: "<" }, { value: 80 }),
    ratio({ value: 1, comparator: ">" }, { value: 80, comparator: "<" }),
    ratio({ value: 1 }, { value: 80, comparator: ">=" }),
    { valueInteger: 160 },
  ]) {
    const report = ana(rest);
    expect(report.proposals, JSON.stringify(rest)).toEqual([]);
    const figure = /-?\d+(\.\d+)?/.exec(JSON.stringify(rest))?.[0] ?? "none";
    expect(whysIn(report), JSON.stringify(rest)).toContain(figure);
  }
  const dna = readAny(platelets(0, { code: loinc("5130-0"), ...quantity(2.5, "{titer}") }));
  expect(dna.proposals).toEqual([]);
  expect(whysIn(dna)).toContain("2.5 {titer} is not a titer");
});

test("what is a titer is read as one", () => {
  for (const [rest, measurement] of [
    [quantity(160, "{titer}"), { value: 160 }],
    [quantity(160, "{titer}", { unit: "titre" }), { value: 160 }],
    [{ valueQuantity: { value: 160, unit: "titer" } }, { value: 160 }],
    [{ valueString: "1:640" }, { value: 640 }],
    [{ valueString: "<1:80" }, { value: 80, comparator: "<" }],
    [{ valueString: ">1:1280" }, { value: 1280, comparator: ">" }],
    [ratio({ value: 1 }, { value: 320 }), { value: 320 }],
    [ratio({ value: 1 }, { value: 2560, comparator: ">" }), { value: 2560, comparator: ">" }],
    [ratio({ value: 1 }, { value: 40, comparator: "<" }), { value: 40, comparator: "<" }],
  ] as const) {
    expect(measurementsIn(ana(rest)), JSON.stringify(rest)).toMatchObject([
      { test: "ana-titer", unit: "{titer}", ...measurement },
    ]);
  }
});

test("where the laboratory calls an index positive or negative, it is said what a person can answer", () => {
  for (const [code, word] of [
    ["POS", "positive"],
    ["NEG", "negative"],
    ["H", "high"],
  ] as const) {
    const why = whysIn(
      ana({ ...quantity(2.5, "{index}"), ...flag(code), code: { ...loinc("5048-4"), text: "ANA CTD screen" } }),
    );
    expect(why).toContain(`2.5 {index} (${code}) is not a titer`);
    expect(why).toContain(`It is called ${word}: answer “ANA at least 1:80” (an equivalent positive test) yourself`);
    expect(why).toContain("with the name of the assay in the note (ANA CTD screen)");
  }
  expect(whysIn(ana(flag("POS")))).toContain("It is called positive");
  expect(whysIn(ana({ ...quantity(2.5, "{index}"), ...flag("IND") }))).not.toContain("It is called");
  expect(whysIn(ana(quantity(2.5, "{index}")))).not.toContain("It is called");
});

test("a titer of at least a dilution is shown and left to a person, since a record cannot hold it", () => {
  for (const [rest, shown] of [
    [{ valueString: ">=1:640" }, ">=1:640: the comparator"],
    [{ valueString: "≥1:640" }, "≥1:640: the comparator"],
    [quantity(640, "{titer}", { comparator: ">=" }), ">= 640 {titer}: the comparator"],
  ] as const) {
    const report = ana(rest);
    expect(report.proposals).toEqual([]);
    expect(whysIn(report)).toContain(shown);
  }
});
