/** Codes, units and titers as laboratories send them, beside the one of each kind that is read first. */
import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { ReferenceLabTest, TestId } from "../../criteria/types.ts";
import {
  flag,
  loinc,
  measurementsIn,
  platelets,
  quantity,
  readAny,
  readText,
  realWorld,
  remarksIn,
  whysIn,
  wordless,
} from "./support/results.ts";

const SNOMED = "http://snomed.info/sct";
const word = (code: string) => ({ valueCodeableConcept: { coding: [{ system: SNOMED, code }] } });
const unit = (words: string) => ({ valueQuantity: { value: 85, unit: words } });
const said = ({ proposals }: ReturnType<typeof readAny>) =>
  proposals.map((one) => (one.kind === "finding" ? `${one.finding} ${one.status}` : one.measurement.test));
const tests = Object.entries(definitions.tests) as [TestId, ReferenceLabTest][];

test("a lupus panel under the codes that laboratories use is proposed whole", () => {
  const report = readText(realWorld("04-lupus-panel-other-loinc"));
  expect(said(report)).toEqual(["ana-above-reference present", "anti-dsdna", "platelets", "white-cells", "c3"]);
  expect(measurementsIn(report)).toMatchObject([
    { value: 285, high: 30 },
    { value: 85 },
    { value: 2.8 },
    { value: 52 },
  ]);
  expect(report.notTaken).toEqual([]);
});

test("every code of a test is read as it, and no code that is near it is", () => {
  for (const [id, { codes = [], otherCodes = [], units, plausible }] of tests) {
    const value = id === "ana-titer" ? 320 : id === "temperature" ? 39 : Math.max(plausible[0], 1);
    for (const { code } of codes) {
      const report = readAny(platelets(0, { code: loinc(code), ...quantity(value, units[0].unit) }));
      expect(measurementsIn(report), `${id} ${code}`).toMatchObject([{ test: id, value }]);
    }
    for (const { code } of otherCodes) {
      const report = readAny(platelets(0, { code: loinc(code), ...quantity(value, units[0].unit) }));
      expect(report.proposals, `${id} ${code}`).toEqual([]);
    }
  }
  const known = tests.flatMap(([, { codes = [] }]) => codes.map(({ code }) => code));
  expect(new Set(known).size).toBe(known.length);
  const near = tests.flatMap(([, { otherCodes = [] }]) => otherCodes.map(({ code }) => code));
  expect(near.filter((code) => known.includes(code))).toEqual([]);
});

test("the check digit of every LOINC code is right, and a code from memory says what awaits a check", () => {
  const ours = [...tests.map(([, one]) => one), ...Object.values(definitions.findings)].flatMap(({ codes = [] }) =>
    codes.filter(({ system }) => system === "loinc"),
  );
  const near = tests.flatMap(([, { otherCodes = [] }]) => otherCodes);
  for (const { code } of [...ours, ...near]) {
    const [digits = "", check] = code.split("-");
    // Modulo 10: every second digit from the right is doubled.
    const sum = [...digits].toReversed().reduce((total, digit, place) => {
      const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1);
      return total + Math.floor(doubled / 10) + (doubled % 10);
    }, 0);
    expect(String((10 - (sum % 10)) % 10), code).toBe(check);
  }
  for (const { code, checked, toConfirm } of ours) {
    if (checked === "from-memory") expect(toConfirm, code).toBeTruthy();
  }
});

test("a code whose result is a word answers its findings by that word, and keeps a titer that stands there instead", () => {
  expect(said(readAny(wordless("42254-3", word("10828004"))))).toEqual(["ana-above-reference present"]);
  expect(said(readAny(wordless("42254-3", word("260385009"))))).toEqual(["ana-above-reference absent"]);
  expect(said(readAny(wordless("47383-5", flag("POS"))))).toEqual(["ana-above-reference present"]);
  expect(measurementsIn(readAny(wordless("42254-3", { valueString: "1:640" })))).toMatchObject([
    { test: "ana-titer", value: 640 },
  ]);
  expect(said(readAny(wordless("6457-6", word("10828004"))))).toContain("anti-dsdna-specific present");
  // The titer's own code asks for a number.
  expect(readAny(wordless("5048-4", word("10828004"))).proposals).toEqual([]);
});

test("a method that the code names is the value's, and another beside it is asked about", () => {
  const on = (rest: object) => readAny(wordless("6457-6", { valueString: "1:40", ...rest }));
  expect(measurementsIn(on({}))).toMatchObject([{ test: "anti-dsdna", value: 40, method: "crithidia" }]);
  const other = on({ method: { text: "Farr" } });
  expect(measurementsIn(other)[0]).not.toHaveProperty("method");
  expect(other.proposals[0]?.isDoubtful).toBe(true);
  expect(remarksIn(other)).toContain("Its code is of the method crithidia, and it names farr");
});

test("reactive and non-reactive are read in every list of HL7 and SNOMED CT that has them", () => {
  for (const code of ["20507-0", "5292-8", "22461-8"]) {
    expect(said(readAny(wordless(code, word("11214006"))))).toEqual(["false-positive-rpr present"]);
    expect(said(readAny(wordless(code, word("131194007"))))).toEqual(["false-positive-rpr absent"]);
    expect(said(readAny(wordless(code, flag("RR"))))).toEqual(["false-positive-rpr present"]);
    expect(said(readAny(wordless(code, flag("NR"))))).toEqual(["false-positive-rpr absent"]);
    expect(readAny(wordless(code, flag("WR"))).proposals).toEqual([]);
  }
  expect(whysIn(readAny(wordless("31147-2", { valueString: "1:4" })))).toContain("1:4");
});

test("two codes of one test are one test where one is a correction or was taken back", () => {
  const numbered = { identifier: [{ system: "urn:lab", value: "ACC1" }] };
  const wrong = platelets(82, { id: "a", ...numbered });
  const right = platelets(182, { id: "b", status: "corrected", code: loinc("26515-7"), ...numbered });
  expect(measurementsIn(readAny(wrong, right)).map(({ value }) => value)).toEqual([182]);
  const back = platelets(20, { id: "b", status: "entered-in-error", code: loinc("26515-7"), ...numbered });
  expect(readAny(wrong, back).proposals.map(({ isDoubtful }) => isDoubtful)).toEqual([true]);
});

test("a result that looks like one of ours by its name is listed with its value, whatever its code is", () => {
  const named = (text: string, rest: object = quantity(85, "10*9/L")) =>
    whysIn(
      readAny(wordless("99999-9", { ...rest, code: { coding: [{ system: "urn:lab", code: "X", display: text }] } })),
    );
  expect(named("Platelets [#/volume] in Blood")).toBe(
    "its name looks like “Platelet count”, but its code is none that is read for it: 85 10*9/L. Enter it yourself if it is the same",
  );
  for (const [text, label] of [
    ["WBC", "White cell count"],
    ["Leukocytes [#/volume] in Blood", "White cell count"],
    ["Nuclear Ab [Titer] in Serum", "ANA titer"],
    ["DNA double strand IgG Ab [Units/volume]", "Anti-dsDNA"],
    ["dsDNA Ab IgG", "Anti-dsDNA"],
    ["Complement C3", "Complement C3"],
    ["Cardiolipin IgM Ab", "Anticardiolipin IgM"],
    ["Smith extractable nuclear Ab", "Anti-Sm"],
    ["LUPUS ANTICOAGULANT", "Lupus anticoagulant"],
    ["Direct Coombs, B", "Direct Coombs test positive"],
    ["RPR", "False-positive RPR"],
    ["Beta 2 Glycoprotein 1 IgG", "Anti-beta-2-glycoprotein I"],
  ] as const) {
    expect(named(text, { valueString: "see below" }), text).toContain(`looks like “${label}”`);
    expect(named(text, { valueString: "see below" }), text).toContain(": see below.");
  }
  for (const text of [
    "Sodium",
    "Platelet mean volume",
    "C3a",
    "Hemoglobin",
    "Tissue transglutaminase Ab",
    "DNA, viral",
  ]) {
    expect(named(text), text).toBe("no criterion asks for it, or its code is not known here");
  }
});

test("what is named as one of ours and has no unit of it is listed, and is no result of it", () => {
  const percent = { code: "736-9", display: "Lymphocytes/100 leukocytes in Blood by Automated count" };
  for (const [coding, words] of [
    [percent, "%"],
    [{ code: "X", display: "Platelets, mean volume" }, "fL"],
    [{ code: "X", display: "C3 nephritic factor" }, "{ratio}"],
  ] as const) {
    const result = wordless("736-9", { code: { coding: [{ system: "urn:lab", ...coding }] }, ...quantity(12, words) });
    const { notTaken } = readAny(result);
    expect(notTaken).toMatchObject([{ why: expect.stringContaining(`12 ${words}, which is no unit of it`) }]);
    expect(notTaken[0]).not.toHaveProperty("test");
  }
});

test("what is not taken by its status is shown with its value", () => {
  expect(whysIn(readAny(platelets(45, { status: "preliminary" })))).toBe(
    "its status is preliminary, not final: 45 10*9/L",
  );
  const panel = wordless("58410-2", { status: "preliminary" });
  const part = (code: string, value: number) => ({ code: loinc(code), ...quantity(value, "10*9/L") });
  const report = readAny({ ...panel, component: [part("777-3", 45), part("6690-2", 3.1), part("718-7", 9)] });
  expect(whysIn(report)).toContain("not final: 45 10*9/L, 3.1 10*9/L");
  expect(whysIn(report)).not.toContain("9 10*9/L,");
});

test("units that mean the same are read, with a code and without", () => {
  const read = (code: string, rest: object) => measurementsIn(readAny(wordless(code, rest)))[0];
  for (const words of [
    ...["K/uL", "K/µL", "k/mcL", "10^9/L", "10E9/L", "x10^9/L", "x 10E3/uL", "x10(3)/mcL", "10³/µL", "10**9/L"],
    ...["thou/uL", "THOU/CUMM", "Thousand/uL", "Tsd/µl", "G/L", "Gpt/L", "10*3/mm3", "10^3/mm^3"],
  ]) {
    expect(read("777-3", unit(words)), words).toMatchObject({ test: "platelets", value: 85 });
    expect(["10*9/L", "10*3/uL"], words).toContain(read("777-3", unit(words))?.unit);
    expect(read("777-3", quantity(85, words)), `code ${words}`).toMatchObject({ test: "platelets", value: 85 });
  }
  for (const words of ["/cumm", "cells/mcL", "cells/cu mm", "/mm3"]) {
    expect(read("777-3", { valueQuantity: { value: 85000, unit: words } }), words).toMatchObject({ value: 85000 });
  }
  for (const [code, words, accepted] of [
    ["3181-5", "GPL U/mL", "[GPL'U]"],
    ["3181-5", "GPL/mL", "[GPL'U]"],
    ["3181-5", "GPL-U/mL", "[GPL'U]"],
    ["3181-5", "U GPL/mL", "[GPL'U]"],
    ["3182-3", "MPL U/mL", "[MPL'U]"],
    ["5076-5", "APL", "[APL'U]"],
    ["5130-0", "IU/mL", "[IU]/mL"],
    ["5130-0", "IE/mL", "[IU]/mL"],
    ["5130-0", "kIU/L", "[IU]/mL"],
    ["2890-2", "mg/g creat", "mg/g"],
    ["2890-2", "mg/gCr", "mg/g"],
    ["34366-5", "mg/mmol creatinine", "mg/mmol"],
    ["2889-4", "mg/24 hr", "mg/(24.h)"],
    ["2889-4", "mg/day", "mg/(24.h)"],
  ] as const) {
    expect(read(code, unit(words)), words).toMatchObject({ value: 85, unit: accepted });
  }
  expect(read("4485-9", unit("g/L"))).toBeUndefined();
  expect(read("4485-9", { valueQuantity: { value: 0.62, unit: "G/L" } })).toMatchObject({ value: 0.62, unit: "g/L" });
  expect(read("4485-9", { valueQuantity: { value: 620, unit: "mg/L" } })).toMatchObject({ value: 0.62, unit: "g/L" });
  for (const [code, words] of [
    ["777-3", "%"],
    ["777-3", "10^12/L"],
    ["777-3", "M/uL"],
    ["2889-4", "g"],
    ["2889-4", "mg/dL"],
    ["2890-2", "ratio"],
    ["3181-5", "U/mL"],
    ["3181-5", "MPL"],
    ["5130-0", "U/mL"],
    ["731-0", "/100 WBC"],
  ] as const) {
    const report = readAny(wordless(code, unit(words)));
    expect(report.proposals, `${code} ${words}`).toEqual([]);
    expect(whysIn(report), `${code} ${words}`).toContain(`85 ${words}`);
  }
});

test("titers as laboratories print them are read, and what may be something else is not", () => {
  const titer = (valueString: string) => measurementsIn(readAny(wordless("5048-4", { valueString })))[0];
  for (const [words, value, comparator] of [
    ["1:640", 640, undefined],
    ["1/640", 640, undefined],
    [" 1 : 640 ", 640, undefined],
    ["1:1,280", 1280, undefined],
    ["1:1.280", 1280, undefined],
    ["1:1 280", 1280, undefined],
    ["Titer 1:160", 160, undefined],
    ["titre: 1:160", 160, undefined],
    ["Positive 1:320", 320, undefined],
    ["POSITIVE, 1:320 (fine speckled)", 320, undefined],
    ["1:640 homogeneous", 640, undefined],
    ["1:640 Homogeneous and speckled pattern", 640, undefined],
    ["Negative <1:40", 40, "<"],
    ["<1/80", 80, "<"],
    [">1:2560 speckled", 2560, ">"],
  ] as const) {
    expect(titer(words), words).toMatchObject({ test: "ana-titer", value, unit: "{titer}" });
    expect(titer(words)?.comparator, words).toBe(comparator);
  }
  for (const words of [
    ...["1:160 cytoplasmic", "1:160, 1:640", "1:160-1:320", "1:160 repeat", "Negative 1:40", "1:80 borderline"],
    ...[
      "2:160",
      "1:2.5",
      "1:16.5",
      "1:12,80",
      "1:160?",
      "1:160 U/mL",
      "not 1:160",
      "1:160 in 2019",
      "11:160",
      "01/02/2024",
    ],
  ]) {
    const report = readAny(wordless("5048-4", { valueString: words }));
    expect(report.proposals, words).toEqual([]);
    expect(whysIn(report), words).toContain(words.trim());
  }
});
