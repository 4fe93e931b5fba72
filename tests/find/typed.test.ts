import { describe, expect, test } from "vitest";
import { context, definitions, testsNotRead } from "../../criteria/index.ts";
import type { FindingId, NamedFinding } from "../../criteria/types.ts";
import { offersFor } from "../../lib/find/offers.ts";
import { findPlanOf } from "../../lib/find/plan.ts";
import { hostile, taken as lines } from "./typed-lines.ts";
import { written } from "./written.ts";

/**
 * Lines that were written down before the reader was looked at: what a registrar types in clinic, with what is right
 * by the definitions. What Enter takes of them is exactly that; where the line is not certain, it is asked.
 */
const ask = offersFor.bind(undefined, findPlanOf({ definitions, topics: context, notRead: testsNotRead }));
const TODAY = "2026-11-26";
const findings = Object.entries(definitions.findings) as [FindingId, NamedFinding][];

/** What Enter takes, as a short line; undefined where it takes nothing. */
function taken(line: string): string | undefined {
  const { certain, offers } = ask(line, TODAY);
  return certain && offers[0] ? written(offers[0]) : undefined;
}

function offered(line: string): readonly string[] {
  return ask(line, TODAY).offers.map(written);
}

describe("a name of one kind of a finding", () => {
  const kinds = findings.flatMap(([finding, { namesKind = [], namesWider = [] }]) =>
    namesKind.map((name) => [name, finding, namesWider.includes(name)] as const),
  );

  test.each(kinds)(
    "%s says %s where it is there, and its denial leaves the other kinds open",
    (name, finding, isWider) => {
      expect(taken(name)).toBe(isWider ? undefined : `${finding} present`);
      for (const line of [`no ${name}`, `denies ${name}`, `${name} absent`, `never had ${name}`]) {
        expect(taken(line), line).toBeUndefined();
        expect(offered(line).join(" "), line).toContain(`${finding} absent`);
      }
      expect(taken(`no fever or ${name}`)).toBeUndefined();
    },
  );

  test.each(["no generalised seizure", "no haemodialysis", "no haemoglobin casts"])(
    "is so in British spelling: %s",
    (line) => expect(taken(line)).toBeUndefined(),
  );

  test("is one of the finding's own names", () => {
    for (const [finding, { synonyms, namesKind = [] }] of findings) {
      expect(synonyms, finding).toEqual(expect.arrayContaining([...namesKind]));
    }
  });

  test.each(["no butterfly rash", "denies mouth ulcers", "no Raynaud's", "no blood clot", "no kidney failure"])(
    "is none where the name is the finding itself: %s",
    (line) => expect(taken(line)).toMatch(/ absent$/),
  );
});

describe("the beginning of a label", () => {
  test.each([
    ["malar", "malar-rash"],
    ["discoid", "discoid-lupus"],
    ["subacute cutaneous", "subacute-cutaneous-lupus"],
    ["bullous", "bullous-lupus"],
    ["delirium", "delirium"],
    ["seiz", "seizure"],
    ["thrombocyto", "thrombocytopenia"],
  ])("says it where what is left out says little: %s", (line, finding) => {
    expect(taken(line)).toBe(`${finding} present`);
    expect(taken(`no ${line}`)).toBe(`${finding} absent`);
  });

  test.each([
    ["evidence", "hemolysis"],
    ["persistent", "proteinuria-persistent"],
    ["pericardial pain", "pericardial-pain"],
    ["oral", "oral-ulcers"],
    ["nasal", "nasal-ulcers"],
    ["muscle", "myalgia"],
    ["head", "headache"],
    ["toxic", "ten-variant-lupus"],
    ["peripheral", "peripheral-neuropathy"],
    ["cranial", "cranial-neuropathy"],
    ["leukopenia on two", "leukopenia-twice"],
    ["family", "family-history"],
    ["mononeuritis", "mononeuritis-multiplex"],
  ])("is asked about where it names no finding, or a wider one: %s", (line, finding) => {
    expect(taken(line)).toBeUndefined();
    expect(taken(`${line} 2024-05-02`)).toBeUndefined();
    expect(offered(line).join(" ")).toContain(`${finding} present`);
  });

  test.each(["no evidence", "no family", "no muscle", "no head", "no oral", "negative evidence", "no persistent"])(
    "denies nothing unasked: %s",
    (line) => expect(taken(line)).toBeUndefined(),
  );
});

describe("a dash that stands apart", () => {
  test.each(["- malar rash", "– oral ulcers", "− seizure"])(
    "denies, or begins a list, and is asked about: %s",
    (line) => {
      expect(taken(line)).toBeUndefined();
      const [present, absent] = offered(line);
      expect([present, absent]).toEqual([expect.stringMatching(/ present$/), expect.stringMatching(/ absent$/)]);
    },
  );

  test("denies where it stands at the name", () => expect(taken("-malar rash")).toBe("malar-rash absent"));
});

test("a parenthesis that holds a limit and a cause leaves none of its signs in the cause", () => {
  expect(offered("c3 0.6 (0.9, cirrhosis)")[0]).toBe(
    "c3 0.6 g/L, low 0.9 + low-c3 present, explained by other-disease cirrhosis",
  );
});

describe("lines of a registrar", () => {
  test("are enough to be a clinic", () => {
    expect(lines.length).toBeGreaterThan(200);
    expect(hostile.length).toBeGreaterThan(250);
    expect(new Set([...lines.map(([line]) => line), ...hostile]).size).toBe(lines.length + hostile.length);
  });

  test("are taken for exactly what they say", () => {
    const read = lines.map(([line]) => [line, taken(line)]);
    expect(read).toEqual(lines);
  });

  test("are asked about where they are no certain fact of this patient", () => {
    expect(hostile.filter((line) => taken(line) !== undefined)).toEqual([]);
  });
});

describe("classes of a lupus nephritis", () => {
  const [proliferative, others] = ["biopsy-class-3-or-4 present", "biopsy-class-2-or-5 present"];
  test.each([
    ["LN IV", proliferative],
    ["lupus nephritis class 5", others],
    ["LN class II", others],
    ["class IV LN", proliferative],
    ["LN III+V", `${proliferative} + ${others}`],
    ["LN class 4 + 5", `${proliferative} + ${others}`],
    ["lupus nephritis class IV and V", `${proliferative} + ${others}`],
    ["LN III/IV", proliferative],
    ["class II or V lupus nephritis", others],
    ["LN class III, malar rash", `${proliferative} + malar-rash present`],
  ])("are each recorded: %s", (line, said) => expect(taken(line)).toBe(said));

  test.each(["LN IV/V", "LN class III or V", "class 4+5", "class III+V", "class III/V LN"])(
    "are asked about where it may be one or both, or of another disease: %s",
    (line) => {
      expect(taken(line)).toBeUndefined();
      expect(offered(line)[0]).toBe(`${proliferative} + ${others}`);
    },
  );

  test.each(["no LN class III", "LN 3", "LN IV cyclophosphamide", "LN, 3 swollen joints", "LN IV-S", "NYHA class III"])(
    "are taken from nothing else: %s",
    (line) => expect(taken(line)).toBeUndefined(),
  );
});

test.each([
  ["oral and nasal ulcers", "oral-ulcers present + nasal-ulcers present"],
  ["no oral or nasal ulcers", "oral-ulcers absent + nasal-ulcers absent"],
  ["no pleural or pericardial effusion", "pleural-effusion absent + pericardial-effusion absent"],
  ["peripheral and cranial neuropathy", "peripheral-neuropathy present + cranial-neuropathy present"],
  ["muscle and joint pain", "myalgia present + arthralgia present"],
  ["neither malar rash nor oral ulcers", "malar-rash absent + oral-ulcers absent"],
  ["malar rash + oral ulcers", "malar-rash present + oral-ulcers present"],
  ["no fever. Malar rash", "fever absent + malar-rash present"],
  ["oral ulcers. No seizure.", "oral-ulcers present + seizure absent"],
  ["Ro pos, La neg", "anti-ro present + anti-la absent"],
  ["SSA neg, SSB pos", "anti-ro absent + anti-la present"],
])("two facts that share a word, or stand in two sentences, are both read: %s", (line, said) => {
  expect(taken(line)).toBe(said);
});

test.each(["no or fever", "denies and fever", "never or oral ulcers", "no/fever"])(
  "a denial of nothing shares no word: %s",
  (line) => expect(taken(line)).toBeUndefined(),
);

test.each([
  ["low c3, c4", "low-c3 present + low-c4 present"],
  ["low c3/c4", "low-c3 present + low-c4 present"],
  ["c3, c4 reduced", "low-c3 present + low-c4 present"],
  ["↓C3/C4", "low-c3 present + low-c4 present"],
  ["C3↓", "low-c3 present"],
  ["pericardial rub not heard", "pericardial-rub absent"],
  ["malar rash never seen", "malar-rash absent"],
  ["tamponade and seizure negative", "pericardial-effusion absent + seizure absent"],
  ["wbc 3 200", "white-cells 3200 /uL"],
  ["plt 150 120", "platelets 150120 /uL"],
  ["wrist synovitis", "synovitis-2-joints present, note wrist synovitis"],
  ["synovitis both wrists", "synovitis-2-joints present, note synovitis both wrists"],
  ["treated for pericarditis", "acute-pericarditis present"],
  ["steroid psychosis", "psychosis present, explained by drug steroid"],
  ["herpes simplex mouth ulcers", "oral-ulcers present, explained by infection herpes simplex"],
  ["azathioprine wbc 3.1", "white-cells 3.1 10*9/L + leukopenia present, explained by drug azathioprine"],
  ["seizures in her sister", "seizure present"],
])("what is likely and not sure is the first that is offered, and the reason is said: %s", (line, first) => {
  expect(taken(line)).toBeUndefined();
  expect(offered(line)[0]).toBe(first);
  expect(ask(line, TODAY).message).toBeDefined();
});

test.each([
  ["plt 85 000", "platelets 85000 /uL"],
  ["ana 1 in 320", "ana-titer 320 {titer}"],
  ["ANA (+) 1:320", "ana-titer 320 {titer}"],
  ["ANA ++ 1/640 speckled", "ana-titer 640 {titer}, not kept speckled"],
  ["• malar rash", "malar-rash present"],
  ["2) wbc 3.1", "white-cells 3.1 10*9/L"],
])("other signs for what is read are read: %s", (line, said) => expect(taken(line)).toBe(said));

describe("what is not sure of a line does not take the rest with it", () => {
  test.each([
    [
      "malar rash, oral ulcers, wbc 3.1, no PE",
      "malar-rash present + oral-ulcers present + white-cells 3.1 10*9/L",
      "no PE",
    ],
    ["wbc 3.1, no fever, no PE, plt 85", "white-cells 3.1 10*9/L + fever absent + platelets 85 10*9/L", "no PE"],
    ["malar rash; no dialysis", "malar-rash present", "no dialysis"],
    ["no PE but malar rash", "malar-rash present", "no PE"],
    ["LN class 3, 5 swollen joints", "biopsy-class-3-or-4 present", "5 swollen joints"],
    ["LN class IV, 1.2 g/d proteinuria", "biopsy-class-3-or-4 present", "1.2 g/d proteinuria"],
    ["12. May 2024 wbc 3.1", "white-cells 3.1 10*9/L", "12. May 2024"],
  ])("%s", (line, facts, left) => {
    expect(taken(line)).toBeUndefined();
    expect(offered(line)[0]).toBe(`${facts} leaving ${left}`);
  });
});

test.each([
  ["no pericardial effusion or tamponade", "pericardial-effusion absent"],
  ["no ILD or lung fibrosis", "interstitial-lung-disease absent"],
  ["no renal failure or dialysis", "renal-failure absent"],
  ["no oral or palate ulcers", "oral-ulcers absent"],
])("a kind that is denied with its own finding adds nothing: %s", (line, fact) => {
  expect(taken(line)).toBe(fact);
});
