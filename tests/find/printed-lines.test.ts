import { describe, expect, test } from "vitest";
import { context, definitions, testsNotRead } from "../../criteria/index.ts";
import { offersFor } from "../../lib/find/offers.ts";
import { findPlanOf } from "../../lib/find/plan.ts";
import { written } from "./written.ts";

/** Rows of laboratories' printouts as they are pasted, and what stands around values in notes. */
const ask = offersFor.bind(undefined, findPlanOf({ definitions, topics: context, notRead: testsNotRead }));
const entered = (line: string) => {
  const { certain, offers } = ask(line, "2026-11-26");
  return certain && offers[0] ? written(offers[0]) : undefined;
};
const offered = (line: string) => ask(line, "2026-11-26").offers.map(written);

describe("a limit", () => {
  test.each([
    ["aCL IgM 48 MPL <12", "anticardiolipin-igm 48 [MPL'U], high 12"],
    ["acl igm 48 H MPL <12.5", "anticardiolipin-igm 48 [MPL'U], high 12.5"],
    ["aCL IgG 33 GPL, GPL <20", "anticardiolipin-igg 33 [GPL'U] + anticardiolipin-igg <20 [GPL'U]"],
    ["anticardiolipin igm 48 H MPL 0-12", "anticardiolipin-igm 48 [MPL'U], low 0, high 12"],
    ["dsDNA 31 IU/mL <15", "anti-dsdna 31 [IU]/mL, high 15"],
    ["anti-dsDNA 31 H IU/mL 0-15", "anti-dsdna 31 [IU]/mL, low 0, high 15"],
    ["C4 0.05 >0.12", "c4 0.05 g/L, low 0.12"],
    ["ANA 1:320 A <1:40", "ana-titer 320 {titer}, high 40"],
    ["GPL 14 MPL 52", "anticardiolipin-igg 14 [GPL'U] + anticardiolipin-igm 52 [MPL'U]"],
  ])("at the end of a line is that of the value before it: %s", (line, offer) => expect(entered(line)).toBe(offer));

  test.each(["aCL IgM 48 MPL 12", "wbc 3.4 <4", "dsDNA 31 IU/mL >15", "plt 92 3-7", "C4 0.05 <0.12"])(
    "is none that may be another number: %s",
    (line) => expect(entered(line)).toBeUndefined(),
  );

  test.each(["acl iga 17 APL (<12)", "acl iga 17 (12)", "aCL IgA 17 APL <12", "anticardiolipin IgA 17 (ref 12)"])(
    "of a range is no 99th percentile: %s",
    (line) => expect(entered(line)).toBe("anticardiolipin-iga 17 [APL'U], high 12"),
  );

  test("is the 99th percentile where it says so", () =>
    expect(entered("acl iga 17 APL (p99 12)")).toBe("anticardiolipin-iga 17 [APL'U], p99 12"));
});

describe("a row of a table", () => {
  test.each([
    ["C4|0.06|g/L|0.1-0.4|L", "c4 0.06 g/L, low 0.1, high 0.4"],
    ["Platelets | 74 | L | 150-400", "platelets 74 10*9/L, low 150, high 400"],
    ["Lymphocytes (Absolute) 0.8 L x10E3/uL 1.0-4.0", "lymphocytes 0.8 10*3/uL, low 1, high 4"],
    ["discoid rash | mouth ulcers | plt 74", "discoid-lupus present + oral-ulcers present + platelets 74 10*9/L"],
  ])("%s", (line, offer) => expect(entered(line)).toBe(offer));

  test.each(["plt|74|wbc|3.1", "Hb|10.1|g/dL", "age|34|wbc|3.1"])("is asked about where it holds more: %s", (line) =>
    expect(entered(line)).toBeUndefined(),
  );
});

describe("a mark", () => {
  test.each([
    ["plt ↓74", "platelets 74 10*9/L"],
    ["C4 ↓ 0.06 (0.1)", "c4 0.06 g/L, low 0.1"],
    ["dsDNA ↑31 IU/mL (<15), wbc ↓2.8", "anti-dsdna 31 [IU]/mL, high 15 + white-cells 2.8 10*9/L"],
  ])("before its value is that of the value: %s", (line, offer) => expect(entered(line)).toBe(offer));

  test.each(["C3 0.42 H", "c3 55 mg/dL high", "C4 0.03 ↑", "ch50 12 H", "plt ↑74"])(
    "that says high of what no laboratory has as high is asked about: %s",
    (line) => {
      expect(entered(line)).toBeUndefined();
      expect(ask(line).message).toContain('"high" may not go with');
    },
  );

  test.each(["C3 2.1 H", "C4 0.6 H", "ch50 90 H", "c3 1.0 H (0.9)"])("that may be so is taken: %s", (line) =>
    expect(entered(line)).toBeDefined(),
  );
});

describe("a line that speaks against itself", () => {
  test.each([
    "no thrombocytopenia, plt 61",
    "denies fever; T 39.1",
    "C4 normal, C4 0.04 (0.1-0.4)",
    "malar rash, no proteinuria, upcr 120 mg/mmol",
    "wbc 2.2 and no leukopenia",
  ])("is asked about: %s", (line) => {
    expect(entered(line)).toBeUndefined();
    expect(ask(line).message).toContain("its words that there is none");
  });

  test.each(["no thrombocytopenia, plt 210", "no fever, T 37.1", "thrombocytopenia in 2019, plt 210"])(
    "is taken where it does not: %s",
    (line) => expect(entered(line)).toBeDefined(),
  );
});

describe("several values of one test", () => {
  test.each([
    ["plt 61 → 140", "platelets 61 10*9/L + platelets 140 10*9/L"],
    ["C3 0.4, 0.6, 0.8 g/L (0.9)", "c3 0.4 g/L, low 0.9 + c3 0.6 g/L, low 0.9 + c3 0.8 g/L, low 0.9"],
    ["ana 1:40 then 1:320", "ana-titer 40 {titer} + ana-titer 320 {titer}"],
    [
      "upcr from 140 to 60 mg/mmol",
      "urine-protein-creatinine-ratio 140 mg/mmol + urine-protein-creatinine-ratio 60 mg/mmol",
    ],
  ])("are offered together, and not taken: %s", (line, offer) => {
    expect(entered(line)).toBeUndefined();
    expect(offered(line)[0]).toBe(offer);
  });

  test("are offered beside the first alone, where the second may be its limit", () => {
    expect(offered("C4 0.05, 0.12")).toEqual(["c4 0.05 g/L + c4 0.12 g/L", "c4 0.05 g/L leaving 0.12"]);
  });

  test.each([
    "wbc 2.8-3.4",
    "wbc 2.8 no 3.4",
    "C4 0.05/0.1",
    "dsDNA 85/15",
    "plt 61, 12/11/25",
    "plt 61, 4 swollen joints",
    "C3, C4: 0.4, 0.06",
  ])("are none where a number may be of something else: %s", (line) => {
    expect(entered(line)).toBeUndefined();
    expect(offered(line).filter((offer) => / \+ /.test(offer))).toEqual([]);
  });

  test("of two names before two numbers, none is given to the other", () => {
    for (const line of ["C3 and C4 0.4 and 0.06", "C3, C4: 0.4, 0.06", "wbc, plt: 3.1, 74"])
      expect(
        offered(line).filter((offer) => /\d g\/L|10\*9/.test(offer)),
        line,
      ).toEqual([]);
  });
});

describe("a result in words", () => {
  test.each([
    ["ANA negative <1:160", "ana-titer <160 {titer}"],
    ["ANA <1:40 neg", "ana-titer <40 {titer}"],
    ["ana neg (<1:80)", "ana-titer <80 {titer}"],
  ])("that a titer says as well is taken: %s", (line, offer) => expect(entered(line)).toBe(offer));

  test.each(["ANA negative 1:160", "dsDNA neg <10", "dsDNA <10 IU/mL neg", "ANA <1:40 neg pos"])(
    "that says more than the value, or else, is asked about: %s",
    (line) => expect(entered(line)).toBeUndefined(),
  );

  test.each([
    ["coombs neg x3", "direct-coombs absent"],
    ["anti-Sm negative twice", "anti-sm absent"],
    ["pleural effusion -ve on CXR", "pleural-effusion absent"],
    ["dsdna neg (0-15)", "anti-dsdna absent"],
    ["afebrile", "fever absent"],
  ])("that denies is offered as that first: %s", (line, first) => {
    expect(entered(line)).toBeUndefined();
    expect(offered(line)[0]).toBe(first);
  });

  test.each([
    ["anti-Sm done, negative", "anti-sm absent"],
    ["coombs sent: neg", "direct-coombs absent"],
    ["lupus anticoagulant tested positive", "lupus-anticoagulant present"],
    ["SSA checked, not detected", "anti-ro absent"],
    ["no anti-Sm sent", "anti-sm unknown"],
    ["coombs not tested", "direct-coombs unknown"],
  ])("of what was done is not lost, and of what was not is none: %s", (line, offer) =>
    expect(entered(line)).toBe(offer),
  );

  test.each([
    ["hemolytic anemia, DAT neg", "hemolytic-anemia present + direct-coombs absent"],
    ["livedo and seizure, LAC negative", "seizure present + lupus-anticoagulant absent leaving livedo"],
    ["seizure and psychosis negative", "seizure absent + psychosis absent"],
    ["seizure, psychosis (denied)", "seizure present + psychosis absent"],
  ])("of a test behind a finding is rather its own, and is asked about: %s", (line, first) => {
    expect(entered(line)).toBeUndefined();
    expect(offered(line)[0]).toBe(first);
  });

  test("of at least a titer is offered as that titer, and not taken", () => {
    for (const line of ["ANA ≥1:320", "ana >= 1/320"]) {
      expect(entered(line)).toBeUndefined();
      expect(offered(line)).toEqual(["ana-titer 320 {titer}"]);
    }
  });
});

describe("what stands in parentheses", () => {
  test.each([
    ["discoid rash (absent)", "discoid-lupus absent"],
    ["seizure (no), psychosis (yes)", "seizure absent + psychosis present"],
    ["coombs (neg), malar rash (present)", "direct-coombs absent + malar-rash present"],
    ["anti-Sm (positive)", "anti-sm present"],
  ])("is an answer: %s", (line, offer) => expect(entered(line)).toBe(offer));

  test.each(["seizure (no fever)", "malar rash (no?)", "oral ulcers (not sure)", "PE (no)", "no malar rash (no)"])(
    "is none where it says more, or less: %s",
    (line) => expect(entered(line)).toBeUndefined(),
  );

  test("explains what it stands beside, where what stands before has its own", () =>
    expect(entered("seizure (2017), mouth ulcers (HSV)")).toBe(
      "seizure present, note 2017 + oral-ulcers present, explained by infection HSV",
    ));

  test("may explain the whole list, and rather explains the last of it", () => {
    expect(entered("fever, mouth ulcers (HSV)")).toBeUndefined();
    expect(offered("fever, mouth ulcers (HSV)")[0]).toBe(
      "fever present + oral-ulcers present, explained by infection HSV",
    );
  });
});

test.each(["LN", "no LN", "LN negative", "LN present"])("lymph nodes are no lupus nephritis: %s", (line) =>
  expect(entered(line)).toBeUndefined(),
);
