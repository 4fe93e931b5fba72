/** What is suggested for a name that is none, by things made up for it. */
import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { LabTest } from "../../criteria/types.ts";
import { suggester, suggestionsFrom, suggestMethods, suggestUnits } from "../../lib/record/suggest.ts";

const near = (...names: readonly string[]) => suggester(names.map((id) => ({ id, names: [] })));

describe("a name is suggested", () => {
  test("that is the same but for case, signs and the order of words, before all others", () => {
    const suggest = suggester([
      { id: "a", names: ["Oral ulcer"] },
      { id: "b", names: ["ulcer, oral", "mouth sore"] },
      { id: "c", names: ["oral ulcers"] },
    ]);
    expect(suggest("ORAL-ULCER")).toEqual(["a", "b"]);
    expect(suggest("sore mouth")).toEqual(["b"]);
    expect(suggest("oralulcers", "exact")).toEqual(["c"]);
    expect(suggest("oral ulcerz", "exact")).toEqual([]);
    expect(suggest("oral ulcerz")).toEqual(["a", "c"]);
  });

  test("a slip away from four letters on, two from eight on, the nearest first", () => {
    const suggest = near("abcd", "abcdefgh");
    expect(suggest("abxd")).toEqual(["abcd"]);
    expect(suggest("axxd")).toEqual([]);
    expect(near("abc")("abx")).toEqual([]);
    expect(near("abcdefg")("abcdexx")).toEqual([]);
    expect(near("abcdefg")("abcdefx")).toEqual(["abcdefg"]);
    expect(near("abcdefgh")("abcdefxx")).toEqual(["abcdefgh"]);
    expect(near("abcdefgh")("abcdexxx")).toEqual([]);
    expect(near("abcdefxx", "abcdefgx")("abcdefgh")).toEqual(["abcdefgx", "abcdefxx"]);
    expect(near("abcdefghij")("abcdefgh")).toEqual(["abcdefghij"]);
    expect(near("xabcdefgh")("abcdefgh")).toEqual(["xabcdefgh"]);
  });

  test("with the same numbers in it, or none", () => {
    expect(near("ana-1-80", "ana-1-40")("ana 1 81")).toEqual([]);
    expect(near("titer-80")("titre-80")).toEqual(["titer-80"]);
  });

  test("that begins so, from four letters on, the shortest first", () => {
    const suggest = near("thrombocytopenia", "thrombosis", "thrombo");
    expect(suggest("throm")).toEqual(["thrombo", "thrombosis", "thrombocytopenia"]);
    expect(near("leukopenia")("leuk")).toEqual(["leukopenia"]);
    expect(near("leukopenia")("leu")).toEqual([]);
    expect(near("leukopenia")("penia")).toEqual([]);
  });

  test("that shares more than half of all their words, the most alike first", () => {
    const suggest = near("acute lupus rash face", "lupus rash face arm leg", "rash");
    expect(suggest("face rash lupus")).toEqual(["acute lupus rash face", "lupus rash face arm leg"]);
    expect(near("lupus rash face arm leg", "acute lupus rash face")("face rash lupus")).toEqual([
      "acute lupus rash face",
      "lupus rash face arm leg",
    ]);
    // Half is not more than half.
    expect(near("one two")("two")).toEqual([]);
    expect(near("one two three four")("two three")).toEqual([]);
    expect(near("one two three")("three two")).toEqual(["one two three"]);
    expect(near("one two three")("three two five")).toEqual([]);
  });

  test("no more than three, and none for what is no name", () => {
    expect(near("abcda", "abcdb", "abcdc", "abcdd")("abcde")).toEqual(["abcda", "abcdb", "abcdc"]);
    for (const none of ["", "-", " ?! ", 7, null, undefined, ["abcd"]]) expect(near("abcd", "--")(none)).toEqual([]);
    const long = "a".repeat(60);
    expect(near(long)(long)).toEqual([long]);
    expect(near(`${long}a`)(`${long}a`)).toEqual([]);
  });
});

test("tests and findings are known by all of their names", () => {
  const { finding, test: lab, cause, testIds } = suggestionsFrom(definitions);
  expect(testIds).toEqual(Object.keys(definitions.tests));
  for (const [id, one] of Object.entries(definitions.tests)) {
    expect(lab(one.label), one.label).toContain(id);
    expect(lab(one.short), one.short).toContain(id);
  }
  for (const [id, one] of Object.entries(definitions.findings)) expect(finding(one.label), one.label).toContain(id);
  expect(cause("infektion")).toEqual(["infection"]);
  const made = suggestionsFrom({
    findings: {},
    tests: { c3: { ...definitions.tests.c3, label: "Quite another", short: "QA", synonyms: ["third name"] } },
  } as unknown as Parameters<typeof suggestionsFrom>[0]);
  for (const name of ["Quite another", "qa", "third name", "C3"]) expect(made.test(name), name).toEqual(["c3"]);
});

describe("a unit is suggested", () => {
  const lab: LabTest = {
    ...definitions.tests.c3,
    units: [
      { unit: "mg/dL", label: "mg/dL" },
      { unit: "mg/mL", label: "mg/mL" },
      { unit: "mg/L", label: "mg/L" },
      { unit: "mg/uL", label: "mg/uL" },
      { unit: "{quotient}", label: "parts of all" },
    ],
  };

  test("that begins so, or that is written nearly so, by its code or its label", () => {
    expect(suggestUnits("MG/DL", lab)).toEqual(["mg/dL"]);
    expect(suggestUnits("mg", lab)).toEqual(["mg/dL", "mg/mL", "mg/L"]);
    expect(suggestUnits("parts of al", lab)).toEqual(["{quotient}"]);
    expect(suggestUnits("quotiemt", lab)).toEqual(["{quotient}"]);
    expect(suggestUnits("furlong", lab)).toEqual([]);
  });

  test("and none for a text that is longer than any", () => {
    const long = "u".repeat(60);
    const strange: LabTest = { ...lab, units: [{ unit: long, label: long }] };
    expect(suggestUnits(long, strange)).toEqual([long]);
    expect(suggestUnits(`${long}u`, { ...lab, units: [{ unit: `${long}u`, label: `${long}u` }] })).toEqual([]);
  });
});

test("a method is suggested by its whole label and by each of its words", () => {
  const lab: LabTest = {
    ...definitions.tests.c3,
    methods: [
      { id: "m1", label: "Crithidia luciliae test" },
      { id: "m2", label: "an x test" },
    ],
  };
  expect(suggestMethods("crithidia", lab)).toEqual(["m1"]);
  expect(suggestMethods("lucillae", lab)).toEqual(["m1"]);
  expect(suggestMethods("test x an", lab)).toEqual(["m2"]);
  expect(suggestMethods("elisa", lab)).toEqual([]);
  expect(suggestMethods("elisa", definitions.tests.c3)).toEqual([]);
});
