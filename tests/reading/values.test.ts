/** Values in sentences and tables, their units, limits and days; and what is no value. */
import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { LabTest } from "../../criteria/types.ts";
import { daysIn } from "../../lib/reading/days.ts";
import { limitsIn } from "../../lib/reading/limits-in-text.ts";
import { styleOf } from "../../lib/reading/numbers.ts";
import { UNIT_WORDS } from "../../lib/reading/rules/unit-words.ts";
import { unitAfter } from "../../lib/reading/unit-after.ts";
import { read, whys } from "./read.ts";

describe("in a sentence", () => {
  test.each([
    ["WBC 3.1 x10^9/L", ["white-cells 3.1 10*9/L"]],
    ["The white cell count was 3.1 x 10⁹/L.", ["white-cells 3.1 10*9/L"]],
    ["PLT 84,000/mm3", ["platelets 84000 /mm3"]],
    ["Platelet count 1,45,000 /cumm", ["platelets 145000 /mm3"]],
    ["plt 19 THOU/CUMM", ["platelets 19 10*3/uL"]],
    ["C3 62 mg/dL (90-180)", ["c3 62 mg/dL (90-180)"]],
    ["C3 0.6 g/L (NR 0.75-1.65)", ["c3 0.6 g/L (0.75-1.65)"]],
    ["C4 180 mg/L", ["c4 0.18 g/L"]],
    ["dsDNA >300 IU/mL (<10)", ["anti-dsdna > 300 [IU]/mL (-10)"]],
    ["Anti-dsDNA 22 IU/mL (upper limit 30)", ["anti-dsdna 22 [IU]/mL (-30)"]],
    ["ANA 1:640 speckled", ["ana-titer 640 {titer}"]],
    ["ANA positive at 1 in 320", ["ana-titer 320 {titer}"]],
    ["ANA titre 640 (positive from 1:160)", ["ana-titer 640 {titer} (-160)"]],
    ["ANA >1:1,280", ["ana-titer > 1280 {titer}"]],
    ["ANA ≥1:1280", ["ana-titer 1280 {titer}"]],
    ["aCL IgG 23 GPL, IgM 8 MPL", ["anticardiolipin-igg 23 [GPL'U]", "anticardiolipin-igm 8 [MPL'U]"]],
    ["Anticardiolipin 45 GPL", ["anticardiolipin-igg 45 [GPL'U]"]],
    ["A 24-hour collection contained 2.9 g of protein per 24 h.", ["urine-protein-24h 2.9 g/(24.h)"]],
    ["Swollen joint count 7, tender joint count 11", ["swollen-joints 7 {count}"]],
    ["Temp 101.8 F", ["temperature 101.8 [degF]"]],
    ["Low-grade fever of 37.9 °C", ["temperature 37.9 Cel"]],
    [
      "UPCR 310 mg/mmol on 2 March 2021, 124 mg/mmol on 7 September 2021",
      [
        "urine-protein-creatinine-ratio 310 mg/mmol 2021-03-02",
        "urine-protein-creatinine-ratio 124 mg/mmol 2021-09-07",
      ],
    ],
    [
      "Platelets 71 x10^9/L on 2023-07-18 and 166 x10^9/L on 2023-08-09",
      ["platelets 71 10*9/L 2023-07-18", "platelets 166 10*9/L 2023-08-09"],
    ],
    ["Bloods 03/04/2012: WBC 3.1 x10^9/L", ["white-cells 3.1 10*9/L"]],
    ["Bloods 28/04/2012: WBC 3.1 x10^9/L", ["white-cells 3.1 10*9/L 2012-04-28"]],
    ["Clinic letter of 2 May 2024. WBC 3.1 x10^9/L", ["white-cells 3.1 10*9/L"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("limits in front of their value, repeats, and the hours of a day", () => {
  test.each([
    ["Anti-dsDNA (normal less than 30 IU/mL) 85", ["anti-dsdna 85 [IU]/mL (-30)"]],
    ["Anti-dsDNA (normal less than 30 IU/mL): 85 IU/mL", ["anti-dsdna 85 [IU]/mL (-30)"]],
    ["Anti-dsDNA (<30 IU/mL) was 85", ["anti-dsdna 85 [IU]/mL (-30)"]],
    ["Anti-dsDNA (N <30 IU/mL) 85", ["anti-dsdna 85 [IU]/mL (-30)"]],
    ["Anti-dsDNA (positive >30 IU/mL) 85", ["anti-dsdna 85 [IU]/mL (-30)"]],
    ["Anti-dsDNA (ELISA, normal <30 IU/mL) 85", ["anti-dsdna 85 [IU]/mL (-30)"]],
    ["C3 [0.9-1.8 g/L] 0.55", ["c3 0.55 g/L (0.9-1.8)"]],
    ["C3 (ref 0.9 to 1.8 g/L): 0.55 g/L", ["c3 0.55 g/L (0.9-1.8)"]],
    ["C3 (ref 90-180 mg/dL) 0.55 g/L", ["c3 0.55 g/L"]],
    ["Anti-dsDNA, normal <30 IU/mL: 85", ["anti-dsdna 85 [IU]/mL (-30)"]],
    ["Platelets (normal 150-400 x10^9/L) 88 x10^9/L", ["platelets 88 10*9/L (150-400)"]],
    ["Anti-dsDNA (normal less than 30 IU/mL) positive", ["anti-dsdna present"]],
    ["Anti-dsDNA normal <30 IU/mL", []],
    ["Anti-dsDNA (<30 IU/mL)", ["anti-dsdna < 30 [IU]/mL"]],
    ["Bloods 2 May 2024: C3 45 mg/dL; previously 95 mg/dL", ["c3 45 mg/dL 2024-05-02", "c3 95 mg/dL"]],
    ["C3 45 mg/dL; repeat on 20 March 2024 was 95 mg/dL", ["c3 45 mg/dL", "c3 95 mg/dL 2024-03-20"]],
    ["C3 45 mg/dL; repeat at 95 mg/dL planned", ["c3 45 mg/dL"]],
    ["C3 45 mg/dL; repeat to be at 95 mg/dL", ["c3 45 mg/dL"]],
    ["WBC 3.2 K/uL (prior 4.4 on 2023-02-08)", ["white-cells 3.2 10*3/uL", "white-cells 4.4 10*3/uL 2023-02-08"]],
    ["Platelets 88 x10^9/L (previous admission 120)", ["platelets 88 10*9/L"]],
    [
      "Platelets 97 x10^9/L on 9 April and 182 x10^9/L on 16 April 2024",
      ["platelets 97 10*9/L", "platelets 182 10*9/L 2024-04-16"],
    ],
    [
      "Anti-dsDNA 28 IU/mL (previously 31 IU/mL, normal <100)",
      ["anti-dsdna 28 [IU]/mL (-100)", "anti-dsdna 31 [IU]/mL (-100)"],
    ],
    ["ANA (IF) 1:320", ["ana-titer 320 {titer}"]],
    ["High control 142 IU/mL for anti-dsDNA", []],
    ["Internal control serum anti-dsDNA 88 IU/mL", []],
    ["C3 0.5 g/L, quality control passed", ["c3 0.5 g/L"]],
    ["She was seen after 24 h. Urine protein 1.2 g", []],
    ["Observed for 24 h, urine protein 1.2 g", []],
    ["Urine protein 24 h later 1.2 g", []],
    ["24 h urine protein 1.2 g", ["urine-protein-24h 1.2 g/(24.h)"]],
    ["A 24-hour collection of urine protein was 1.2 g", ["urine-protein-24h 1.2 g/(24.h)"]],
    ["Fewer than 2 swollen joints", []],
    ["No fewer than 3 swollen joints", ["swollen-joints 3 {count}"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("a comparator, a count and a unit in words", () => {
  test.each([
    ["C4 less than 0.02 g/L", ["c4 < 0.02 g/L"]],
    ["ANA greater than 1:2560", ["ana-titer > 2560 {titer}"]],
    ["Platelets fell to less than 20 x10^9/L", ["platelets < 20 10*9/L"]],
    ["She has more than 3 swollen joints", ["swollen-joints > 3 {count}"]],
    ["C4 0.08 grams per litre", ["c4 0.08 g/L"]],
    ["Urine protein creatinine ratio 12 milligrams per millimole", ["urine-protein-creatinine-ratio 12 mg/mmol"]],
    ["Platelets 89 x 10 to the 9th per litre", ["platelets 89 10*9/L"]],
    ["Platelets 1.1 lakhs", ["platelets 110000 /mm3"]],
    ["Tmax at home 101.8 F", ["temperature 101.8 [degF]"]],
    ["ANA by IFA - 4+ homogeneous, 1:1280", ["ana-titer 1280 {titer}"]],
    // 28, 44, 66 and 68 are sets of joints beside a count of them, and numbers elsewhere.
    ["Platelets - 44 x10^9/L", ["platelets 44 10*9/L"]],
    ["C3 - 66 mg/dL", ["c3 66 mg/dL"]],
    ["Lymphocytes abs. 0.71 x10^9/L", ["lymphocytes 0.71 10*9/L"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    "Platelets greater than 100 x10^9/L is the target",
    "A UPCR of 500 mg/g was our threshold",
    "She has fewer than 2 swollen joints",
    "At most 3 swollen joints in one knee",
    "ANA 4+ homogeneous",
  ])("says no value: %s", (text) => {
    expect(read(text).filter((one) => /\d/.test(one.replace("synovitis-2-joints", "")))).toEqual([]);
  });

  test("fewer than two are not two or more", () => {
    expect(read("She has fewer than 2 swollen joints")).toEqual([]);
  });
});

describe("a mass in 24 hours, by its name", () => {
  test.each([
    ["24-hour urine protein 1.2 g.", ["urine-protein-24h 1.2 g/(24.h)"]],
    ["Proteinuria of 1.2 g daily", ["urine-protein-24h 1.2 g/(24.h)"]],
    ["24h urine protein 600 mg", ["urine-protein-24h 600 mg/(24.h)"]],
    ["Urine protein (24 h): 0.8 g", ["urine-protein-24h 0.8 g/(24.h)"]],
    [
      "24-h urine protein 500 mg, previously 300 mg",
      ["urine-protein-24h 500 mg/(24.h)", "urine-protein-24h 300 mg/(24.h)"],
    ],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each(["Urine protein 600 mg", "24-hour urine protein 1.2 g/L", "dsDNA 86 U/mL"])("is none: %s", (text) => {
    expect(read(text)).toEqual([]);
    expect(whys(text)).toEqual(["its unit is none that the record accepts for it"]);
  });
});

describe("a value without the name of its test", () => {
  test.each([
    [
      "C3 low at 45 mg/dL on 02/13/2024; repeat on 03/20/2024 was 95 mg/dL",
      ["c3 45 mg/dL 2024-02-13", "c3 95 mg/dL 2024-03-20"],
    ],
    ["Platelets 90 x10^9/L. Repeat was 95 x10^9/L.", ["platelets 90 10*9/L", "platelets 95 10*9/L"]],
    [
      "UPCR 500 mg/g. Previously 300 mg/g.",
      ["urine-protein-creatinine-ratio 500 mg/g", "urine-protein-creatinine-ratio 300 mg/g"],
    ],
    [
      "C3 45 mg/dL on 02/13/2024, a repeat on 03/20/2024 was 95 mg/dL",
      ["c3 45 mg/dL 2024-02-13", "c3 95 mg/dL 2024-03-20"],
    ],
  ])("is that of the test before it: %s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    [
      "Labs 4/22/2024: UPCR 0.31 g/g (prior 1.9 g/g at dx).",
      ["urine-protein-creatinine-ratio 0.31 g/g 2024-04-22", "urine-protein-creatinine-ratio 1.9 g/g"],
    ],
    [
      "Labs 4/22/2024: dsDNA 66 IU/mL down from 301 IU/mL.",
      ["anti-dsdna 66 [IU]/mL 2024-04-22", "anti-dsdna 301 [IU]/mL"],
    ],
  ])("of an earlier day has not the day of the heading: %s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ["C3 45 mg/dL and C4 10 mg/dL; repeat was 95 mg/dL", ["c3 45 mg/dL", "c4 10 mg/dL"]],
    ["Platelets 90 x10^9/L. Her husband's repeat was 95 x10^9/L.", ["platelets 90 10*9/L"]],
    ["The result was 45 mg/dL.", []],
  ])("is listed: %s", (text, expected) => {
    expect(read(text)).toEqual(expected);
    expect(whys(text)).toEqual(["a value whose test is not clear"]);
  });

  test.each([
    ["White count has ranged from 2.1 to 3.4 x10^9/L", "a span of values, and no single one"],
    ["Anticardiolipin IgG 60 GPL; IgM <10 MPL", "a value whose test is not clear"],
    ["Anti-beta-2 glycoprotein I IgG 80 U/mL", "a number, and no word that says whether it is positive"],
    ["Anti-Sm 12 units", "a number, and no word that says whether it is positive"],
  ])("is listed with its reason: %s", (text, why) => {
    expect(whys(text)).toContain(why);
  });

  test.each([
    "C3 0.5 g/L (normal 0.9 to 1.8 g/L)",
    "C3 0.5 g/L (reference from 0.9 to 1.8 g/L)",
    "CRP 4 mg/L (<5 mg/L)",
  ])("is a range or another test's: %s", (text) => {
    expect(whys(text).filter((why) => /span|not clear/.test(why))).toEqual([]);
  });

  test.each(["C3 45 mg/dL; repeat CRP was 95 mg/L", "C3 0.5 g/L; 29F", "Fever; mycophenolate 1.5 g/day"])(
    "is another test's, an age or a dose: %s",
    (text) => {
      expect(whys(text)).not.toContain("a value whose test is not clear");
      expect(read(text)).toHaveLength(1);
    },
  );
});

describe("in a table", () => {
  test.each([
    ["WBC      3.1   L   4.0 - 10.5   K/uL", ["white-cells 3.1 10*3/uL (4-10.5)"]],
    ["Test\tResult\tUnits\tRange\nPlatelets\t96\t10*9/L\t150 - 450", ["platelets 96 10*9/L (150-450)"]],
    ["| C3 | 0.95 | g/L | 0.90-1.80 |", ["c3 0.95 g/L (0.9-1.8)"]],
    [
      "             12-Jan-2024   09-Feb-2024   Range\nC4 g/L       0.09          <0.08         0.10-0.40",
      ["c4 0.09 g/L (0.1-0.4) 2024-01-12", "c4 < 0.08 g/L (0.1-0.4) 2024-02-09"],
    ],
    [
      "Date         C3 (g/L)   Plt (10^9/L)\n2021-03-04   0.52       88",
      ["c3 0.52 g/L 2021-03-04", "platelets 88 10*9/L 2021-03-04"],
    ],
    ["Ref. range     Units     Test       Result\n0.90-1.80      g/L       C3         0.84", ["c3 0.84 g/L (0.9-1.8)"]],
    ["test,value,unit,low,high\nC4,0.18,g/L,0.10,0.40", ["c4 0.18 g/L (0.1-0.4)"]],
    [
      "Collected: 2023-09-09\nTest        Result   Units     Previous   Range\nPlatelets   131      10^9/L    144        150-400",
      ["platelets 131 10*9/L (150-400) 2023-09-09"],
    ],
    [
      "Leukocytes   2.900   /µl   4.000-10.000\nC3           0,61    g/l   0,9-1,8\nC4           0,05    g/l   0,1-0,4",
      ["white-cells 2900 /uL (4000-10000)", "c3 0.61 g/L (0.9-1.8)", "c4 0.05 g/L (0.1-0.4)"],
    ],
    ["ANA titer    1:640   H   <1:80", ["ana-titer 640 {titer} (-80)"]],
    ["<table><tr><td>C3</td><td><b>0.66</b> g/L</td><td>0.90&ndash;1.80</td></tr></table>", ["c3 0.66 g/L (0.9-1.8)"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("is no value of the record", () => {
  test.each([
    "Lymphocytes %   18.9   20 - 50   %",
    "Urine albumin:creatinine ratio 98 mg/mmol",
    "CSF white cells 4 /mm3",
    "Pleural fluid: WBC 1.9 x10^9/L",
    "Immunofluorescence: IgG 3+, C3 3+",
    "mycophenolate 1.5 g/day for the proteinuria",
    "MRI cervical spine: C3/C4 disc bulge",
    "platelet count below 100 x10^9/L",
    "thrombocytopenia <100 x10^9/L",
    "ANA of at least 1:80 is the entry criterion.",
    "ANA screen (ELISA) 2.7 index",
    "WBC 3.1",
    "dsDNA 86 U/mL",
    "Anticardiolipin IgG 22 U/mL",
    "WBC 3100 x10^9/L",
    "VDRL reactive 1:4",
    "Urine protein 300 mg/dL",
    "aspirin 75 mg, platelets stable",
    "Next bloods due 03-May-2024 (FBC, C3, C4)",
  ])("%s", (text) => {
    expect(read(text).filter((line) => /\d/.test(line.split(" ")[1] ?? ""))).toEqual([]);
  });
});

test.each([
  ["2024-02-28", "2024-02-28"],
  ["28 Feb 2024", "2024-02-28"],
  ["1st of March 2024", "2024-03-01"],
  ["Feb 28, 2024", "2024-02-28"],
  ["28.02.2024", "2024-02-28"],
  ["02/28/2024", "2024-02-28"],
  ["28/02/24", "2024-02-28"],
  ["05/05/2024", "2024-05-05"],
  ["03/04/2012", undefined],
  ["30 Feb 2024", undefined],
  ["March 2021", undefined],
  ["01/01/1900", undefined],
])("the day %s", (written, day) => {
  expect(daysIn(written.toLowerCase()).map((one) => one.day)).toEqual([day]);
});

test.each(["1.34 g/g", "100/38.5/a", "120/80", "11-14", "c3/c4", "10*9/l"])("%s is no day", (written) => {
  expect(daysIn(written)).toEqual([]);
});

test.each([
  ["0.9-1.8", { low: 0.9, high: 1.8 }],
  ["ref 150 to 400", { low: 150, high: 400 }],
  ["<1:80", { high: 80 }],
  ["lower limit 0.9", { low: 0.9 }],
  ["> 0.10", { low: 0.1 }],
  ["up to 20", { high: 20 }],
  ["cut-off 20", { high: 20 }],
  ["<10 negative; 10-15 equivocal; >15 positive", undefined],
  ["20-39 low, 40-79 moderate", undefined],
  ["transfuse if <10", undefined],
  ["1.8-0.9", undefined],
  ["9", undefined],
])("the limits %s", (written, limits) => {
  expect(limitsIn(written, "english")).toEqual(limits);
});

test.each([
  ["C3 0,61; C4 0,05", "continental"],
  ["C3 0.61 and MCP 2,3", "english"],
  ["3,100/mm3", "english"],
])("the style of %s", (text, style) => {
  expect(styleOf(text)).toBe(style);
});

describe("every way to write a unit is read by some test, as that unit", () => {
  const tests: readonly LabTest[] = Object.values(definitions.tests);
  test.each(
    UNIT_WORDS.flatMap(({ unit, words, times }) => words.map((word) => [word, unit, times ?? [1, 1]] as const)),
  )("%s is %s", (word, unit, times) => {
    const read = tests
      .map((one) => unitAfter(`12 ${word} `, 2, one))
      .filter((one) => one !== undefined && one !== "other");
    expect(read).toContainEqual({ unit, times, end: 3 + word.length });
  });
});

test("the ends of a span are told to be one, however far before them it says so", () => {
  const span = "a span of values, and no single one";
  expect(whys("Platelets ranged this past year 45 to 88 x10^9/L.")).toEqual([span]);
  expect(whys("Platelets have ranged from 45 to 88 x10^9/L.")).toEqual([span]);
  expect(whys("Platelets between 45 and 88 x10^9/L.")).toEqual([span]);
  expect(whys("Normal platelets range from 150 to 400 x10^9/L.")).not.toContain(span);
});

test("a mass of 24 hours is one of the protein of 24 hours alone", () => {
  expect(read("24-hour urine protein 1.2 g")).toEqual(["urine-protein-24h 1.2 g/(24.h)"]);
  for (const text of ["24-hour UPCR 1.2 g", "24-hour C3 0.5 g"]) {
    expect(read(text)).toEqual([]);
    expect(whys(text)).toEqual(["its unit is none that the record accepts for it"]);
  }
});

describe("what stands between a name, its value and its limits", () => {
  test.each([
    ["The C4, which was 0.06 g/L in May, has recovered.", ["c4 0.06 g/L"]],
    ["His lymphocytes, which today are 0.7 x10^9/L, worry us.", ["lymphocytes 0.7 10*9/L"]],
    ["Platelets, which the GP wanted above 50 x10^9/L, bear watching.", []],
    ["ANA 1:320 fine speckled (ref <1:40).", ["ana-titer 320 {titer} (-40)"]],
    ["ANA 1:160 nucleolar pattern, normal <1:80", ["ana-titer 160 {titer} (-80)"]],
    ["ANA 1:320 homogeneous (previously 1:80)", ["ana-titer 320 {titer}"]],
    // A sample that was not reliable.
    ["Platelets 41 x10^9/L (spurious, EDTA clumping).", []],
    ["Platelets 41 x10^9/L. The film showed clumped platelets.", []],
    ["Platelets 41 x10^9/L, without clumping on the film.", ["platelets 41 10*9/L"]],
    ["Platelets 141 x10^9/L; an earlier sample had clumped.", ["platelets 141 10*9/L"]],
    ["WBC 3.2 x10^9/L. The urine was contaminated.", ["white-cells 3.2 10*9/L"]],
    ["UPCR on the same sample 0.4 g/g.", ["urine-protein-creatinine-ratio 0.4 g/g"]],
    // A result in a word behind its number and unit, and a sign in brackets.
    ["Anti-Sm 61 AU/mL (pos), anti-Ro 2 AU/mL (neg).", ["anti-sm present", "anti-ro absent"]],
    ["Anti-Sm 61 AU/mL, positive >20.", []],
    ["She has (+) anti-Sm, (-) anti-RNP.", ["anti-sm present", "anti-rnp absent"]],
    ["Anti-Sm (+) anti-RNP (-)", ["anti-sm present", "anti-rnp absent"]],
    ["The pericardium contained no fluid.", ["pericardial-effusion absent"]],
    ["Central chest pain, worse when she breathes in.", ["pleuritic-pain present"]],
    ["A sore inside the lower lip.", ["oral-ulcers present"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
