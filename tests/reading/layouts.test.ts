/** Ways of writing that were misread on first sight, each mechanism with relatives, and what stays untaken beside them. */
import { describe, expect, test } from "vitest";
import { read, whys } from "./read.ts";

describe("a unit that is written once for a row of values", () => {
  test.each([
    ["Hb 10.2, WBC 3.1, Plt 85 x10^9/L", ["white-cells 3.1 10*9/L", "platelets 85 10*9/L"]],
    ["WCC 2.8 (4-11) and platelets 91 x10^9/L", ["white-cells 2.8 10*9/L (4-11)", "platelets 91 10*9/L"]],
    [
      "WCC 3.1, plt 88, lymph 0.6 (all x10^9/L)",
      ["white-cells 3.1 10*9/L", "platelets 88 10*9/L", "lymphocytes 0.6 10*9/L"],
    ],
    ["C3 0.61, C4 0.09 g/L", ["c3 0.61 g/L", "c4 0.09 g/L"]],
    ["dsDNA went from 45 to 28 IU/mL", ["anti-dsdna 45 [IU]/mL", "anti-dsdna 28 [IU]/mL"]],
    ["Platelets 88 → 141 -> 200 x10^9/L", ["platelets 88 10*9/L", "platelets 141 10*9/L", "platelets 200 10*9/L"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    // Grams of protein per liter are no giga of cells.
    ["WBC 3.1, protein 12 g/L", []],
    // May be a percentage.
    ["Lymphocytes 30, WBC 4.1 x10^9/L", ["white-cells 4.1 10*9/L"]],
    // Another statement stands between.
    ["WBC 3.1 and she was well. Platelets 85 x10^9/L", ["platelets 85 10*9/L"]],
    ["C3 0.9 to 1.8 g/L", []],
    ["White count 3.4, platelets 122", []],
  ])("is no guess: %s", (text, expected) => {
    expect(read(text)).toEqual(expected);
    expect(whys(text)).toContain("a number without its unit");
  });
});

describe("days and ranges of a printout", () => {
  test.each([
    [
      "Test        Unit     Result   Ref       Previous (22 Nov 2022)\nPlatelets   10^9/L   128      150-400   164",
      ["platelets 128 10*9/L (150-400)", "platelets 164 10*9/L (150-400) 2022-11-22"],
    ],
    [
      "2021-11-03\n  WBC: 5.6 x10^9/L\n  Platelets: 88 x10^9/L\n2022-06-01\n  WBC: cancelled\n  C4: 0.07 g/L",
      ["white-cells 5.6 10*9/L 2021-11-03", "platelets 88 10*9/L 2021-11-03", "c4 0.07 g/L 2022-06-01"],
    ],
    [
      "Date         C3 (g/L)   Plt (10^9/L)\n2021-03-04   0.52       88\nReference    0.9-1.8    150-400",
      ["c3 0.52 g/L (0.9-1.8) 2021-03-04", "platelets 88 10*9/L (150-400) 2021-03-04"],
    ],
    [
      "LUPUS SCREEN     Specimen received 22/05/2024   Specimen collected 21/05/2024\nC3      0.95    g/L    0.90-1.80",
      ["c3 0.95 g/L (0.9-1.8) 2024-05-21"],
    ],
    [
      "TEST           IN RANGE     OUT OF RANGE    REFERENCE RANGE\nWBC                         2.9 L           3.8-10.8 K/uL\nPlatelets      188                          140-400 K/uL",
      ["white-cells 2.9 10*3/uL (3.8-10.8)", "platelets 188 10*3/uL (140-400)"],
    ],
    ["ANA                 Positive\n  Titre             2560", ["ana-titer 2560 {titer}"]],
    ["ANTINUCLEAR ANTIBODIES\nResult: see below. Titre: 1/1280.", ["ana-titer 1280 {titer}"]],
    [
      "| Date | WBC (10^9/L) | C3 (g/L) |\n|------|------|------|\n| 5 Jan 2023 | 3.9 | 0.92 |",
      ["white-cells 3.9 10*9/L 2023-01-05", "c3 0.92 g/L 2023-01-05"],
    ],
    [
      "Test: Complement C3\nValue: 0.69 g/L\nReference interval: 0.75 - 1.65\nDate: 12 Sep 2023\n\nTest: Platelets\nResult: 151\nUnits: x10^9/L\nDate: 03/04/2023",
      ["c3 0.69 g/L (0.75-1.65) 2023-09-12", "platelets 151 10*9/L"],
    ],
    ["Test: Platelets\nResult: 151\nReference interval: 150-400", []],
    ["Anticardiolipin IgM 55 MPL on 14/02/2023.", ["anticardiolipin-igm 55 [MPL'U] 2023-02-14"]],
    ["Thrombocytopenia in 2010 (lowest count 9 x10^9/L).", ["platelets 9 10*9/L"]],
    ["C3 92 (ref 81-157 mg/dL)", ["c3 92 mg/dL (81-157)"]],
    ["WBC 4·1 × 10⁹/L; ANA 1∶640", ["white-cells 4.1 10*9/L", "ana-titer 640 {titer}"]],
  ])("%s", (text, expected) => {
    expect(read(text).filter((line) => /\d/.test(line.split(" ").slice(1).join(" ")))).toEqual(expected);
  });

  test("the day of a letter dates no results below it", () => {
    expect(read("12 March 2023\nDear colleague\nWBC 3.4 x10^9/L")).toEqual(["white-cells 3.4 10*9/L"]);
  });

  test("a titer below another test is none of the one above it", () => {
    expect(read("Smooth muscle antibody   Positive\nTitre   40")).toEqual([]);
  });
});

describe("columns that are headed in another language, or by days", () => {
  const columns = (days: string): string => `Test            ${days}\nC3 (mg/dL)      41          64          81`;

  test("a day is read as the days beside it are written", () => {
    expect(read(columns("10/12/24    10/13/24    10/14/24"))).toEqual([
      "c3 41 mg/dL 2024-10-12",
      "c3 64 mg/dL 2024-10-13",
      "c3 81 mg/dL 2024-10-14",
    ]);
    expect(read(columns("04/01/24    10/01/24    14/01/24"))).toEqual([
      "c3 41 mg/dL 2024-01-04",
      "c3 64 mg/dL 2024-01-10",
      "c3 81 mg/dL 2024-01-14",
    ]);
  });

  test("where the days beside it do not agree, or do not say, it stays without one", () => {
    expect(read(columns("10/12/24    10/13/24    14/01/24"))[0]).toBe("c3 41 mg/dL");
    expect(read(columns("10/12/24    09/11/24    08/10/24"))[0]).toBe("c3 41 mg/dL");
  });

  test("a day in another sentence says nothing of it", () => {
    expect(read("C3 41 mg/dL on 10/12/24, and she was seen on 10/13/24.")).toEqual(["c3 41 mg/dL"]);
  });

  test("German headings, a rule under them, flags and cells that hold no value", () => {
    expect(
      read(
        "Parameter        Einheit   Referenz    12.01.2024   09.02.2024   15.03.2024\n" +
          "----------------------------------------------------------------------\n" +
          "C3 complement    mg/dl     90-180      64 (-)       n.b.         81 (-)\n" +
          "anti-dsDNA       IE/ml     <25         112 (+)      88 (+)       folgt",
      ),
    ).toEqual([
      "c3 64 mg/dL (90-180) 2024-01-12",
      "c3 81 mg/dL (90-180) 2024-03-15",
      "anti-dsdna 112 [IU]/mL (-25) 2024-01-12",
      "anti-dsdna 88 [IU]/mL (-25) 2024-02-09",
    ]);
  });

  test.each([
    "C3 / C4\t0.55 / 0.08\tg/L",
    "C3/C4\t0.55/0.08\tg/L",
    "C4 & C3\t0.08\tg/L",
    "WBC / Platelets    3.1 / 90    10^9/L",
    "Haemoglobin / Platelets\t90\t10^9/L",
  ])("a row of two tests is no translation: %s", (text) => {
    expect(read(text)).toEqual([]);
    expect(whys(text)).toEqual(["which of the tests of its row the value is of is not clear"]);
  });

  test("a column of two tests gives neither", () => {
    expect(read("Date\tC3 / C4\tPlatelets\n2024-05-02\t0.08 g/L\t90 x10^9/L")).toEqual([
      "platelets 90 10*9/L 2024-05-02",
    ]);
  });

  test("a name in two languages is read by the one that is known, and its minus is the flag of its value", () => {
    expect(
      read(
        "Analyse / Test                        Ergebnis / Result   Einheit / Unit   Referenzbereich / Reference range\n" +
          "Komplement C3c / Complement C3        0,55 -              g/l              0,90 - 1,80\n" +
          "Lymphozyten abs. / Lymphocytes abs.   0,71 -              G/l              1,10 - 3,20\n" +
          "Protein/Kreatinin-Quotient / Protein creatinine ratio   1.240 +   mg/g   < 150",
      ),
    ).toEqual([
      "c3 0.55 g/L (0.9-1.8)",
      "lymphocytes 0.71 10*9/L (1.1-3.2)",
      "urine-protein-creatinine-ratio 1240 mg/g (-150)",
    ]);
  });

  test.each(["anti-dsDNA     IE/ml     <25     112 (+)", "dsDNA    <25   88   IU/mL"])(
    "without a heading a limit that stands first is no value: %s",
    (text) => {
      expect(read(text)).toEqual([]);
      expect(whys(text)).toEqual(["which of its numbers is the value is not clear"]);
    },
  );
});

describe("answers and marks of forms", () => {
  test.each([
    [
      "                Yes   No   Unknown\nMalar rash      X\nSeizures              X\nPsychosis                  X",
      ["malar-rash present", "seizure absent"],
    ],
    [
      "Do you get sores in your mouth? No\nHave you had a seizure? Yes, in 2012",
      ["oral-ulcers absent", "seizure present"],
    ],
    ["Fever in the last month? No", ["fever absent"]],
    ["Malar rash Y / N      Oral ulcers Yes/No", []],
    ["Malar rash Y/N: Y", ["malar-rash present"]],
    ["Seizure                0\nPsychosis              8\nVasculitis             0", []],
    ["Anti-dsDNA: ( ) neg (x) pos     Anti-Sm: ( ) neg ( ) pos (x) not done", ["anti-dsdna present"]],
    ["Butterfly rash ✓, oral ulcers ✗, fever ✗", ["malar-rash present", "oral-ulcers absent", "fever absent"]],
    ["Hair loss on that drug? No, on another.", []],
    [
      "Mouth ulcers: N      Fits:             Raynaud's: Y\nFever: N             Hair loss:",
      ["oral-ulcers absent", "raynaud present", "fever absent"],
    ],
    ["Seizures:     No      Psychosis:    Yes", ["seizure absent", "psychosis present"]],
    ["Weight change? Lost 5 kg", ["weight-loss present"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("denials and what is not the patient's now", () => {
  test.each([
    ["Nil mouth ulcers.", ["oral-ulcers absent"]],
    ["ø fever ø seizures", ["fever absent", "seizure absent"]],
    ["Fever nil, hair loss marked.", ["fever absent", "non-scarring-alopecia present"]],
    ["Seizure x1 in 2017 (nil since).", ["seizure present"]],
    ["I was unable to find any synovitis.", ["synovitis-2-joints absent"]],
    ["I could not hear a pericardial rub.", ["pericardial-rub absent"]],
    ["No recurrence of the malar rash.", ["malar-rash present"]],
    ["A man with no previous illness was admitted with a seizure.", ["seizure present"]],
    ["Cold does not change the colour of his fingers.", ["raynaud absent"]],
    ["No DVT or PE.", ["thrombosis absent"]],
    ["No DVT.", []],
    ["Mycophenolate causes leukopenia.", []],
    ["We talked about steroid psychosis.", []],
    ["Dip clear. FH: mum RA. No Raynaud's, no fits.", ["raynaud absent", "seizure absent"]],
    ["Headaches: medication overuse.", ["headache present drug"]],
    ["Psychosis, not drug related.", ["psychosis present"]],
    ["Line-related right jugular thrombosis.", ["thrombosis present other"]],
    ["DVT ppx: heparin", []],
    [
      "ROS: + fatigue, - fever. Neuro: - seizures, + headaches.",
      ["fatigue present", "fever absent", "seizure absent", "headache present"],
    ],
    ["Fatigue - fever - rash since May.", ["fatigue present", "fever present"]],
    ["Echo: no pericardial effusion, LA dilated.", ["pericardial-effusion absent"]],
    ["Unclear: pleurisy in 2012.", []],
    ["Acute pericarditis, most likely lupus.", ["acute-pericarditis present"]],
    ["What is the most likely diagnosis of pericarditis?", []],
    ["Pericardial effusion, new since 2022.", ["pericardial-effusion-new present"]],
    [
      "A CT scan excluded a pleural effusion and the echo excluded pericardial effusion.",
      ["pleural-effusion absent", "pericardial-effusion absent"],
    ],
    ["Neg: sz, Raynaud, hair loss", ["seizure absent", "raynaud absent", "non-scarring-alopecia absent"]],
    ["Syncope rather than a seizure.", []],
    [
      "Not caused by lupus: his seizure in 2011 (alcohol withdrawal); mouth ulcers in 2016 (herpes simplex).",
      ["seizure present metabolic", "oral-ulcers present infection"],
    ],
    ["* FH: nil\n* latest: seizure", ["seizure present"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test("two people by their roles, each with results", () => {
    expect(read("Mother (32): WBC 3.0 x10^9/L, anti-Ro positive.\nBaby (day 2): WBC 9.1 x10^9/L.")).toEqual([]);
    expect(read("Mother: thyroid disease. Father: well.\nWBC 3.0 x10^9/L")).toEqual(["white-cells 3 10*9/L"]);
  });

  test.each([
    ["CP x 2/7, sharp, worse lying flat.", ["pericardial-pain-over-1-day present"]],
    ["Pleurisy for 3/52.", ["pleurisy-over-1-day present"]],
    ["Pleurisy 6/12 ago.", ["pleuritic-pain present"]],
  ])("a time in parts: %s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("a sign behind a colon answers the name before it", () => {
  test.each([
    ["Malar rash: -", ["malar-rash absent"]],
    ["Malar rash ( ) Oral ulcers (x)", ["oral-ulcers present"]],
    ["Malar rash [x]   Oral ulcers [ ]   Fever [x]", ["malar-rash present", "fever present"]],
    ["[ ] Malar rash [x] Oral ulcers", ["oral-ulcers present"]],
    ["Malar rash :- yes\nSeizures :- no", ["malar-rash present", "seizure absent"]],
    ["Seizures: -, psychosis: -", ["seizure absent", "psychosis absent"]],
    ["Malar rash: (-)\nFever: (+)", ["malar-rash absent", "fever present"]],
    [
      "Alopecia: -\nMalar rash: +\nOral ulcers: -",
      ["non-scarring-alopecia absent", "malar-rash present", "oral-ulcers absent"],
    ],
    ["Malar rash: - Oral ulcers: +", ["malar-rash absent", "oral-ulcers present"]],
    [
      "Malar rash: -\nOral ulcers\nAlopecia +",
      ["malar-rash absent", "oral-ulcers present", "non-scarring-alopecia present"],
    ],
    // A dash before words, or at the head of a line, is no minus.
    ["Seizures: - two in 2019", ["seizure present"]],
    ["Skin:\n- malar rash\n- oral ulcers", ["malar-rash present", "oral-ulcers present"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

test("beside a column of results the number of a row is no value", () => {
  expect(read("record,test,result,unit\n1,WBC,3.1,10*9/L\n2,Platelets,88,10*9/L\n")).toEqual([
    "white-cells 3.1 10*9/L",
    "platelets 88 10*9/L",
  ]);
});

describe("one box or one row for more than a name", () => {
  test.each([
    ["[x] Anti-Ro or anti-La\n[x] Seizure", ["seizure present"]],
    ["[x] Oral or nasal ulcers", []],
    ["[x] Malar rash   [x] Oral ulcers", ["malar-rash present", "oral-ulcers present"]],
    ["Platelets < 100 x10^9/L  [x] yes  [ ] no", []],
    ["Hydroxychloroquine    vasculitis     none\nSulfasalazine    seizures    no", []],
    ["CNS    seizures    none", ["seizure absent"]],
    ["On prednisolone      Fever: none", ["fever absent"]],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

test("a digit that a scan read as a letter leaves no number", () => {
  expect(read("ANA 1:64O")).toEqual([]);
  expect(read("Platelets 1O8 x10^9/L")).toEqual([]);
  expect(read("C3 0.7l g/L")).toEqual([]);
});

test("a message in HL7 is read by the names and values of its observations", () => {
  const text = [
    "OBR|1||24-00551|58410-2^CBC^LN|||20240210091500",
    "OBX|1|NM|26515-7^Platelets^LN||91|10*3/uL|150-400|L|||F",
    "OBX|2|NM|4498-2^Complement C4^LN^C4^Complement 4^L||7|mg/dL|12-38|L|||F",
    "OBX|3|ST|11090-8^Anti-Smith^LN||Negative||Negative||||F",
  ].join("\n");
  expect(read(text)).toEqual(["platelets 91 10*3/uL (150-400)", "c4 7 mg/dL (12-38)", "anti-sm absent"]);
});

test("a blank alone may part a range from its day", () => {
  expect(read("Platelets     88 (L)     150 - 450 K/uL 06/18/2024 7:15 AM")).toEqual([
    "platelets 88 10*3/uL (150-450) 2024-06-18",
  ]);
});

test("behind a list of diagnoses the text is of the patient again", () => {
  expect(read("Differential diagnosis:\n1. lupus with pericarditis\n2. viral illness\nPlatelets 88 x10^9/L")).toEqual([
    "platelets 88 10*9/L",
  ]);
});

describe("sheets of scores, samples and cells", () => {
  test.each([
    // What each point counts may stand behind its name, in brackets or in a column.
    ["Psychosis (8)     8\nVasculitis (8)    0\nFever (1)     1", []],
    ["Seizure     8     0\nPericarditis     2     2", []],
    ["Pericardial fluid: WCC 900 /mm3", []],
    [
      "Component\nYour value\nStandard range\nFlag\nPlatelets\n88 x10E3/uL\n150-450\nL\nRNP Antibodies\nPositive\nNegative\n\nC3\n101 mg/dL\n90-180\n",
      ["platelets 88 10*3/uL (150-450)", "anti-rnp present", "c3 101 mg/dL (90-180)"],
    ],
    // A row that lacks a cell ends the table, and nothing is shifted.
    ["Test\nResult\nUnits\nRange\nC3\n77\nC4\n9\nmg/dL\n10-40", []],
    ["Clots: no    Muscle pain: ?", ["thrombosis absent"]],
    ["Platelets in citrate 233 x10^9/L", ["platelets 233 10*9/L"]],
    ["C3 and C4 ↓, CH50 normal", ["low-c3 present", "low-c4 present", "low-ch50 absent"]],
    ["VDRL titre 1:16. Treponemal antibody negative.", ["false-positive-rpr present"]],
    ["VDRL 1:16, TPHA positive.", []],
    ["aCL IgM (+), low titer", ["anticardiolipin-igg-igm-abnormal present"]],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test("signs that were dictated are signs", () => {
    expect(
      read(
        "she denies mouth ulcers full stop she has had pericarditis comma but no seizures full stop no fever full stop",
      ),
    ).toEqual(["oral-ulcers absent", "acute-pericarditis present", "seizure absent", "fever absent"]);
    expect(read("No fever during the period she was away.")).toEqual(["fever absent"]);
  });
});

describe("what a form asks for is no value, and what is ordered no result", () => {
  test.each([
    ["[ ] WBC < 4.0 x10^9/L\n[ ] Urine protein > 0.5 g/24 h", []],
    ["☑ Low platelets (< 100 x10^9/L)", ["thrombocytopenia present"]],
    ["[x] ANA >= 1:80", ["ana-above-reference present"]],
    ["[x] Lowest platelets 71 x10^9/L", ["platelets 71 10*9/L"]],
    ["[x] Fever - highest recorded 38.9 °C", ["temperature 38.9 Cel"]],
    ["[x] CRP   [x] anti-Sm   [x] lupus anticoagulant   [ ] C3", []],
    ["[x] anti-Sm   [x] lupus anticoagulant", ["anti-sm present", "lupus-anticoagulant present"]],
    ["Tests ordered\nanti-Ro positive control", []],
    ["Vasculitis for 6 months: 0\nMyelitis (any): 1\n4. Malar erythema - mild      0", []],
    ["Family history\nEpilepsy - brother\nLatest values\nPlatelets   88 x10^9/L", ["platelets 88 10*9/L"]],
    ["Mouth ulcers? - no.", ["oral-ulcers absent"]],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("units in a row of their own", () => {
  test.each([
    [
      "Day          ALC    C4\n03-Jun-2023  0.6    9\n11-Aug-2023  1.2    14\n             K/uL   mg/dL",
      [
        "lymphocytes 0.6 10*3/uL 2023-06-03",
        "c4 9 mg/dL 2023-06-03",
        "lymphocytes 1.2 10*3/uL 2023-08-11",
        "c4 14 mg/dL 2023-08-11",
      ],
    ],
    ["ALC    C4\n0.6    9\nK/uL   mg/dL", ["lymphocytes 0.6 10*3/uL", "c4 9 mg/dL"]],
    ["ALC    C4\nK/uL   mg/dL\n0.6    9", ["lymphocytes 0.6 10*3/uL", "c4 9 mg/dL"]],
    // Without a day, the second row may be of limits or of another day.
    ["ALC    C4\n0.6    9\n0.9    10\nK/uL   mg/dL", []],
    ["ALC    C4\n0.6    9", []],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("a form that was not filled in, or not for this name", () => {
  test.each([
    ["Discoid lesions: ***    Raynaud's: ***    Headache: daily", ["headache present"]],
    ["Anti-Sm ________    Ro positive", ["anti-ro present"]],
    ["Swollen joints: __", []],
    ["Malar rash ***YES***", ["malar-rash present"]],
    ["Weights: vasculitis 8, fever 1, headache 8.", []],
    ["Malar rash / oral ulcers / alopecia (delete as applicable)", []],
    ["Symptoms (delete as appropriate): malar rash YES / oral ulcers NO", ["malar-rash present", "oral-ulcers absent"]],
    ["Serositis: [pleurisy / pericarditis / none]", []],
    ["Myelitis  ( ) ever  (x) never\nPsychosis  (x) past  ( ) never", ["myelitis absent", "psychosis present"]],
    ["Coombs  pos / neg / not done", []],
    ["Anti-Sm  (pos) / neg", ["anti-sm present"]],
    ["Anti-Sm  pos / (neg)", ["anti-sm absent"]],
    ["Ro [+]  Sm [-]  RNP [ ]", ["anti-ro present", "anti-sm absent"]],
    // What answers one row heads no column of the rows below.
    [
      "Fits        Y [ ]  N [x]\nSerology    Sm [+]   Ro [-]   La",
      ["seizure absent", "anti-sm present", "anti-ro absent"],
    ],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("yes to a question that asks for one of several", () => {
  test.each([
    ["Any pleurisy, Raynaud's or fits? Yes", []],
    ["Any pleurisy, Raynaud's or fits? No", ["pleuritic-pain absent", "raynaud absent", "seizure absent"]],
    ["Seizures or psychosis     Yes", []],
    ["Blood disorder (leukopenia, thrombocytopenia)? Yes, anemia", []],
    ["Headache and fatigue? Yes", ["headache present", "fatigue present"]],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("frames, portals and columns with words in them", () => {
  test.each([
    ["| COMPLEMENT C4, SER  <8       mg/dL      12-38          L       |", ["c4 < 8 mg/dL (12-38)"]],
    ["| PLATELETS           96       K/uL       150-450        LL      |", ["platelets 96 10*3/uL (150-450)"]],
    ["UPCR      1210     mg/g creat 0-200          H", ["urine-protein-creatinine-ratio 1210 mg/g (0-200)"]],
    [
      "Platelet Count\nYour value: 233 Thousand/uL\nStandard range: 140 - 400 Thousand/uL\nLymphocytes\nYour value: 28 %",
      ["platelets 233 10*3/uL (140-400)"],
    ],
    ["Platelets were discussed\nValue: 233 Thousand/uL", []],
    [
      "             07/13/2025   08/14/2025   09/15/2025\nUPCR         188          97           LEAKED      <15      mg/mmol",
      [
        "urine-protein-creatinine-ratio 188 mg/mmol (-15) 2025-07-13",
        "urine-protein-creatinine-ratio 97 mg/mmol (-15) 2025-08-14",
      ],
    ],
    ["Bloods 05-Jun-2024 (fasting): Hb 101; C3 0.5 g/L", ["c3 0.5 g/L 2024-06-05"]],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("answers that are printed beside each other", () => {
  test.each([
    ["Hair loss      yes   no", []],
    ["Hair loss      yes   no   (circled: yes)", ["non-scarring-alopecia present"]],
    ["Hair loss      yes   no   (ticked: no)", ["non-scarring-alopecia absent"]],
    ["Fits           yes   no   (circled: yes - faint)", []],
    ["She has/has not had a seizure.", []],
    ["Denies/reports headache.", []],
    ["Screen: clot previous N, fits ever Y", ["thrombosis absent", "seizure present"]],
    // Days that say where a sheet went head no columns.
    [
      "Drawn: 04-Apr-24   Logged: 05-Apr-24   Signed: 06-Apr-24\nANA (IFT)             1:5120               < 1:80",
      ["ana-titer 5120 {titer} (-80) 2024-04-04"],
    ],
    ["COLL: 11/24/25-0530   STATUS: COMP\n\nC3    52    L    79-152 mg/dl", ["c3 52 mg/dL (79-152) 2025-11-24"]],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("a mark in brackets, and boxes of a line of sentences", () => {
  test.each([
    ["  Headache >3 days          Y  (N)", ["headache absent"]],
    ["  Headache or dizziness     (Y) N", ["headache present"]],
    ["  Hair loss                 Y   N", []],
    [
      "Reports fatigue. Headache [ ]. Hair loss [x]. Raynaud's [ ].",
      ["fatigue present", "non-scarring-alopecia present"],
    ],
    ["Reports [no / mild / severe] headache.", []],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("blanks between thousands", () => {
  test.each([
    ["WCC                2 900          /ul          4 000 - 10 000", ["white-cells 2900 /uL (4000-10000)"]],
    ["Platelets 98 000 /mm3", ["platelets 98000 /mm3"]],
    ["Platelets 88 000 /ul, C3 121 mg/dL", ["platelets 88000 /uL", "c3 121 mg/dL"]],
    ["Plt 155 142 K/uL", []],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("marks under ever and never, and a unit behind its range", () => {
  test.each([
    [
      "                 ever    last year    never\nFits                                   X\nHeadache          X\nFatigue                   X",
      ["seizure absent", "headache present"],
    ],
    ["C3 .............. 88 (90-180) mg/dL  L", ["c3 88 mg/dL (90-180)"]],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
