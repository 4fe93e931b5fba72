import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { LabTest, TestId } from "../../criteria/types.ts";
import { typedNumber } from "../../lib/record/typed-number.ts";
import { inUnit, unitsWritten, writtenUnits } from "../../lib/record/unit-spelling.ts";
import { noDayIn, takeDay } from "../../lib/record/written-day.ts";

const TODAY = "2026-03-01";

describe("a day in a text", () => {
  test.each([
    ["2025-11-01", "2025-11-01"],
    ["on 2025-11-01", "2025-11-01"],
    ["2025-11-01: ", "2025-11-01"],
    ["3 March 2025", "2025-03-03"],
    ["3rd of March 2025", "2025-03-03"],
    ["March 3, 2025", "2025-03-03"],
    ["Mar 3 2025", "2025-03-03"],
    ["Sept. 30th, 2024", "2024-09-30"],
    ["03-Mar-2025", "2025-03-03"],
    ["03Mar2025", "2025-03-03"],
    ["2025 Mar 3", "2025-03-03"],
    ["today", "2026-03-01"],
    ["Yesterday", "2026-02-28"],
    ["1 day ago", "2026-02-28"],
    ["60 days ago", "2025-12-31"],
  ])("%j is one", (text, day) => {
    expect(takeDay(`plt 85 ${text}`, TODAY)).toMatchObject({ days: [day] });
    expect(takeDay(`plt 85 ${text}`, TODAY)?.why).toBeUndefined();
    expect(takeDay(`plt 85 ${text}`, TODAY)?.rest.replace(":", "").trim()).toBe("plt 85");
  });

  test.each([
    ["03/04/2012", ["2012-03-04", "2012-04-03"]],
    ["3.4.2012", ["2012-03-04", "2012-04-03"]],
    ["25/12/2012", ["2012-12-25"]],
    ["12-25-2012", ["2012-12-25"]],
    ["2012/04/13", ["2012-04-13"]],
  ])("%j is asked about", (text, days) => {
    expect(takeDay(`plt 85 ${text}`, TODAY)).toMatchObject({ days, why: expect.stringContaining(text) });
  });

  test.each(["3/2025", "March 2025", "in 2019", "since 2019", "last week", "5/2/24"])(
    "%j is none, and it is said why",
    (text) => {
      expect(takeDay(`plt 85 ${text}`, TODAY)).toBeUndefined();
      expect(noDayIn(text)).toContain("no single day");
    },
  );

  test.each([
    "30 February 2025",
    "2024-02-30",
    "31/31/2024",
    "1/2560",
    "1:2000",
    "32 March 2025",
    "May 3",
    "wbc 2019",
    "tomorrow",
  ])("%j is none", (text) => {
    expect(takeDay(`ana ${text}`, TODAY)).toBeUndefined();
  });

  test("without a day to count from, today is no day", () => {
    expect(takeDay("plt 85 today")).toBeUndefined();
    expect(takeDay("plt 85 3 days ago")).toBeUndefined();
  });

  test("every day of the calendar is read in words as it is in digits", () => {
    const months = ["January", "Feb", "Mar.", "april", "May", "JUN", "July", "Aug", "Sept", "October", "nov", "Dec"];
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1950-01-01"), max: new Date("2049-12-31"), noInvalidDate: true }),
        (date) => {
          const [iso = "", year, month, day] = /^(\d+)-(\d+)-(\d+)/.exec(date.toISOString()) ?? [];
          const name = months[Number(month) - 1];
          for (const text of [`${Number(day)} ${name} ${year}`, `${name} ${Number(day)}, ${year}`]) {
            expect(takeDay(text)?.days, text).toEqual([iso]);
          }
        },
      ),
    );
  });
});

describe("a number", () => {
  test.each([
    ["3'200", 3200],
    ["3’200", 3200],
    ["1'234'567.5", 1_234_567.5],
    ["85\u202f000", 85_000],
    ["less than 4", 4],
    ["above 38.5", 38.5],
    [".55", 0.55],
  ])("%j is read", (text, value) => {
    expect(typedNumber(text)).toMatchObject({ readings: [value, value], rest: "" });
  });

  test("its comparison may be in words", () => {
    for (const words of ["less than", "Lower than", "fewer than", "below", "under"])
      expect(typedNumber(`${words} 4`)?.comparator, words).toBe("<");
    for (const words of ["more than", "greater than", "above", "over", "higher than"])
      expect(typedNumber(`${words} 4`)?.comparator, words).toBe(">");
    for (const words of ["at least", "at most", "about", "not less", "less"])
      expect(typedNumber(`${words} 4`), words).toBeUndefined();
  });

  test("a mark between thousands stands between thousands", () => {
    for (const text of ["32'00", "3'2000", "0'200", "3''200"]) {
      const read = typedNumber(text);
      expect(read?.rest, text).not.toBe("");
    }
  });
});

describe("a unit", () => {
  const accepted = (text: string, test: TestId) => unitsWritten(text, definitions.tests[test]).map(({ unit }) => unit);

  test.each<[TestId, string, readonly string[]]>([
    [
      "white-cells",
      "10*9/L",
      ["G/L", "g/l", "10^9/L", "x10^9/l", "x 10^9/L", "10E9/L", "x10e9/L", "10⁹/L", "/nL", "Gpt/L"],
    ],
    [
      "platelets",
      "10*3/uL",
      [
        "K/uL",
        "K/mcL",
        "k/µl",
        "x10E3/uL",
        "x10(3)/mcL",
        "10^3/uL",
        "thou/cumm",
        "thou/uL",
        "THOU/CUMM",
        "thousand",
        "K/mm3",
        "K/cu mm",
      ],
    ],
    ["platelets", "/mm3", ["/cumm", "cells/cumm", "/cu mm", "/cmm", "per mm3", "/mm³", "cells/cubic mm"]],
    ["lymphocytes", "/uL", ["/uL", "/mcL", "cells/µL", "cells per uL"]],
    ["anti-dsdna", "[IU]/mL", ["IU/mL", "iu/ml", "UI/mL", "IE/ml", "kIU/L", "IU/ml", "I.U./mL"]],
    ["anti-dsdna", "{index}", ["AI", "index", "S/CO", "ratio", "COI"]],
    ["c3", "g/L", ["g/L", "G/L", "g/l", "gm/L", "mg/mL"]],
    ["c3", "mg/dL", ["mg/dl", "MG/DL", "mg%", "mg/100 ml", "mgs/dL"]],
    ["urine-protein-creatinine-ratio", "mg/g", ["mg/g", "mg/g creat", "mg/g Cr", "mg/gCr", "µg/mg", "mg/g creatinine"]],
    ["urine-protein-creatinine-ratio", "mg/mmol", ["mg/mmol", "mg/mmol creatinine", "g/mol"]],
    ["urine-protein-24h", "g/(24.h)", ["g/24h", "g/day", "gm/day", "grams per day", "g in 24 hours", "g/24 hrs"]],
    ["anticardiolipin-igg", "[GPL'U]", ["GPL", "GPL/mL", "GPL-U/mL", "GPL U/mL", "GPL units"]],
    ["temperature", "Cel", ["C", "°C", "deg C", "degrees C", "ºC", "℃", "celsius"]],
    ["temperature", "[degF]", ["F", "°F", "degrees F", "℉"]],
  ])("of %s, %s, has many spellings", (test, unit, spellings) => {
    expect(spellings.filter((text) => accepted(text, test).join() !== unit)).toEqual([]);
  });

  test("one that is so many of another is entered as that, exactly", () => {
    const entered = (value: number, text: string, test: TestId) =>
      writtenUnits(text, definitions.tests[test]).map((one) => `${inUnit(value, one)} ${one.unit.unit}`);
    expect(entered(1.5, "lakh", "platelets")).toEqual(["150000 /uL"]);
    expect(entered(0.85, "lakhs/cumm", "platelets")).toEqual(["85000 /uL"]);
    expect(entered(1.1, "lacs", "platelets")).toEqual(["110000 /uL"]);
    expect(entered(3200, "x10^6/L", "white-cells")).toEqual(["3200 /uL"]);
    expect(entered(550, "mg/L", "c3")).toEqual(["55 mg/dL"]);
    expect(entered(0.062, "g/dl", "c3")).toEqual(["0.62 g/L"]);
  });

  test.each<[TestId, string]>([
    ["urine-protein-24h", "g/L"],
    ["urine-protein-24h", "mg/L"],
    ["urine-protein-creatinine-ratio", "mg/L"],
    ["anti-dsdna", "U/mL"],
    ["anti-dsdna", "IU/L"],
    ["c3", "G"],
    ["c3", "lakh"],
    ["anticardiolipin-igg", "MPL"],
    ["ana-titer", "ratio"],
    ["ana-titer", "IU/mL"],
    ["white-cells", "%"],
    ["white-cells", "/hpf"],
    ["white-cells", "10^12/L"],
    ["platelets", "fL"],
    ["temperature", "K"],
  ])("of %s is not %s", (test, text) => {
    const units = writtenUnits(text, definitions.tests[test]).map(({ unit }) => unit.unit);
    expect(units.filter((unit) => !unit.startsWith(`${text.toLowerCase()}/`))).toEqual([]);
  });

  test("its own label and code are read in every test, and as no multiple", () => {
    for (const one of Object.values<LabTest>(definitions.tests)) {
      for (const unit of one.units) {
        expect(writtenUnits(unit.label, one)[0]).toEqual({ unit });
        expect(writtenUnits(unit.unit, one)[0]).toEqual({ unit });
      }
    }
  });
});
