import { describe, expect, test } from "vitest";
import { context, definitions, testsNotRead } from "../../criteria/index.ts";
import type { FindingId, NamedFinding } from "../../criteria/types.ts";
import { offersFor } from "../../lib/find/offers.ts";
import { findPlanOf } from "../../lib/find/plan.ts";
import * as dictated from "./dictated-lines.ts";
import * as ward from "./ward-lines.ts";
import { written } from "./written.ts";

/** What ward notes put around a fact: times, signs, headings, pairs, values without commas, and tests that are denied. */
const ask = offersFor.bind(undefined, findPlanOf({ definitions, topics: context, notRead: testsNotRead }));
const TODAY = "2026-11-26";
const entered = (line: string) => {
  const { certain, offers } = ask(line, TODAY);
  return certain && offers[0] ? written(offers[0]) : undefined;
};
const offered = (line: string) => ask(line, TODAY).offers.map(written);

const taken = [...ward.taken, ...dictated.taken];
const asked = [...ward.asked, ...dictated.asked];

const NAMES = {
  "malar rash": "malar-rash",
  "mouth ulcers": "oral-ulcers",
  seizures: "seizure",
  photosensitivity: "photosensitivity",
  leukopenia: "leukopenia",
  DVT: "thrombosis",
};

describe("a line of a ward note", () => {
  test.each([...taken])("is taken for what it says: %s", (line, offer) => expect(entered(line)).toBe(offer));

  test.each([...asked])("is asked about: %s", (line = "", first) => {
    expect(entered(line)).toBeUndefined();
    if (first) expect(offered(line)[0]).toBe(first);
  });

  test.each([
    ["malar rash; Neuro: none", "malar-rash present leaving Neuro: none"],
    ["malar rash. Joints: nil", "malar-rash present leaving Joints: nil"],
    ["malar rash, Joints: no", "malar-rash present leaving Joints: no"],
    ["oral ulcers; renal: not done", "oral-ulcers present leaving renal: not done"],
    ["fever; Skin: yes", "fever present leaving Skin: yes"],
    [
      "Skin: discoid rash; Joints: synovitis; Neuro: nil.",
      "discoid-lupus present + synovitis-2-joints present leaving Neuro: nil",
    ],
    ["malar rash; none", "malar-rash present"],
    ["malar rash. None.", "malar-rash present"],
  ])("an answer under a heading, or in a sentence of its own, is said of nothing before it: %s", (line, first) => {
    expect(entered(line)).toBeUndefined();
    expect(offered(line)[0]).toBe(first);
  });

  test("says the same with other blanks and the period of a sentence, or is asked about", () => {
    for (const [line, offer] of taken) {
      expect(entered(line.replaceAll(" ", "\u00a0 ")), line).toBe(offer);
      if (!/[.!?]$/.test(line))
        expect([offer.toLowerCase(), undefined], line).toContain(entered(`${line}.`)?.toLowerCase().replace(/\.$/, ""));
    }
  });

  test("is doubted with all that it says", () => {
    for (const [line] of taken) {
      for (const doubt of ["possible", "query", "mother has", "rule out"])
        expect(entered(`${doubt} ${line}`)).toBeUndefined();
      for (const doubt of ["?", " in mother", " pending"]) expect(entered(line + doubt), line + doubt).toBeUndefined();
    }
  });
});

describe("when something was", () => {
  const BEFORE = ["hx of", "h/o", "history of", "past history of", "PMH of", "previous", "prev", "known", "recurrent"];
  const AFTER = ["2019", "in 2019", "since 2019", "(2019)", "in March 2019", "3/2019", "last year", "5 years ago"];
  const OLD = [
    "aged 12",
    "at the age of 12",
    "in childhood",
    "since childhood",
    "from birth",
    ", resolved",
    "- resolved",
  ];

  test("is kept as a note of what is there, whatever it is", () => {
    for (const [name, finding] of Object.entries(NAMES)) {
      for (const line of [
        ...BEFORE.map((one) => `${one} ${name}`),
        ...[...AFTER, ...OLD].map((one) => `${name} ${one}`),
      ]) {
        if (finding === "leukopenia" && /leukopenia \(?2019/.test(line)) continue;
        expect(entered(line), line).toMatch(new RegExp(`^${finding} present, note `));
      }
    }
  });

  test("is no value, and of a name that has values a year alone is asked about", () => {
    for (const line of ["leukopenia 2019", "thrombocytopenia (2019)", "wbc in 2019", "plt 2019", "proteinuria 2019"])
      expect(entered(line), line).toBeUndefined();
    for (const line of ["wbc 3.1 in 2019", "hx of wbc 3.1", "previous plt 85", "c3 0.6 last year"])
      expect(entered(line), line).toBeUndefined();
    expect(entered("leukopenia in 2019")).toBe("leukopenia present, note in 2019");
  });

  test("makes nothing so that is denied, doubted or another's", () => {
    for (const name of Object.keys(NAMES)) {
      for (const line of [
        ...AFTER.flatMap((when) => [`no ${name} ${when}`, `?${name} ${when}`, `mother: ${name} ${when}`]),
        ...BEFORE.flatMap((word) => [
          `${word} possible ${name}`,
          `${word} ${name} in sister`,
          `family ${word} ${name}`,
        ]),
        `${name} not resolved`,
        `${name} resolved?`,
        `${name} free since 2019`,
        `${name} in 2031`,
        `no fever, ${name} 2019`,
        `no fever or ${name} in 2019`,
      ]) {
        expect(entered(line) ?? "", line).not.toContain(`${NAMES[name as keyof typeof NAMES]} present`);
        expect(entered(line) ?? "", line).not.toContain(`${NAMES[name as keyof typeof NAMES]} absent`);
      }
    }
  });

  test("swallows no fact that follows", () => {
    expect(entered("raynaud from childhood, malar rash")).toBe(
      "raynaud present, note from childhood + malar-rash present",
    );
    expect(entered("malar rash 2018, no seizures since 2019")).toBeUndefined();
    expect(entered("raynaud from 2019 in mother")).toBeUndefined();
  });
});

describe("a heading", () => {
  const HEADINGS = ["O/E", "O/E:", "PMH:", "Skin:", "Labs:", "Ix:", "Imp:", "ROS:", "MSK:", "Neuro:", "Echo:"];

  test("changes nothing of what stands under it", () => {
    for (const [name, finding] of Object.entries(NAMES)) {
      for (const heading of HEADINGS) {
        expect(entered(`${heading} ${name}`), `${heading} ${name}`).toMatch(new RegExp(`^${finding} present`));
        expect(entered(`${heading} ?${name}`)).toMatch(/unknown$/);
        expect(entered(`${heading} fever, no mouth sores; ${name} due to HIV`) ?? "").not.toMatch(/^seizure present$/);
      }
    }
    expect(entered("Skin: no malar rash")).toBe("malar-rash absent");
    expect(entered("Skin: no malar rash, oral ulcers")).toBeUndefined();
  });

  test("ends what a denial before it is said of", () => {
    expect(entered("Skin: no malar rash, Joints: synovitis")).toBe("malar-rash absent + synovitis-2-joints present");
  });

  test.each(["FH:", "FHx", "Plan:", "Urine:", "CSF:", "Ddx:", "Allergies:", "Meds:", "Pleural fluid:", "SE:"])(
    "of another's, of a plan or of another fluid is none: %s",
    (heading) => {
      for (const line of [`${heading} seizures`, `${heading} wbc 20`]) expect(entered(line), line).toBeUndefined();
    },
  );
});

describe("a test that is denied", () => {
  const tests = Object.entries<NamedFinding>(definitions.findings).flatMap(([finding, { namesTest = [] }]) =>
    namesTest.filter((name) => /^[a-z-]+$/i.test(name)).map((name) => [name, finding as FindingId] as const),
  );

  test("may be negative or not done, however it is denied", () => {
    expect(tests.length).toBeGreaterThan(20);
    for (const [name, finding] of tests) {
      for (const line of [`no ${name}`, `without ${name}`, `denies ${name}`, `never had ${name}`, `${name}: none`]) {
        expect(entered(line), line).toBeUndefined();
        if (!/^(?:dsdna|anti-dna|ds-dna|anti-double)/i.test(name))
          expect(offered(line), line).toEqual(expect.arrayContaining([`${finding} absent`, `${finding} unknown`]));
      }
      expect(entered(`no fever or ${name}`), name).toBeUndefined();
      expect(offered(`malar rash, no ${name}`)[0], name).toContain(`malar-rash present leaving no ${name}`);
    }
  });

  test.each([
    "anti-Sm negative",
    "neg anti-Sm",
    "negative for anti-Sm",
    "anti-Sm absent",
    "no anti-Sm antibodies",
    "anti-Sm -ve",
  ])("is negative where the result is said, or the antibody is meant: %s", (line) =>
    expect(entered(line)).toBe("anti-sm absent"),
  );
});

describe("several facts that each have to be chosen", () => {
  test.each([
    ["ANA +ve, aCL -ve", ["ana-1-80 present leaving aCL -ve", "ana-above-reference present leaving aCL -ve"]],
    ["no coombs, no anti-Sm", ["direct-coombs absent leaving no anti-Sm", "direct-coombs unknown leaving no anti-Sm"]],
    [
      "RF+, upcr 95",
      ["urine-protein-creatinine-ratio 95 mg/g leaving RF+", "urine-protein-creatinine-ratio 95 mg/mmol leaving RF+"],
    ],
  ])("are offered one after the other: %s", (line, offers) => {
    expect(ask(line).certain).toBe(false);
    expect(offered(line)).toEqual(offers);
    expect(ask(line).message).toMatch(/stays in the field\.$/);
  });

  test.each(["mother ANA +ve, dsDNA -ve", "ANA, aCL negative", "no pleurisy, arthritis", "arthritis or pleurisy"])(
    "are not where what is said of one may be said of another: %s",
    (line) => expect(offered(line).join()).not.toContain("leaving"),
  );

  test("of tests that no set reads are all named", () => {
    expect(ask("RF+, CCP-")).toEqual({
      offers: [],
      message: "No set reads the rheumatoid factor or anti-CCP.",
      certain: false,
    });
  });
});

describe("a dash between a name and its value", () => {
  test.each([
    ["WBC-2.9", "white-cells 2.9 10*9/L"],
    ["plt - 88", "platelets 88 10*9/L"],
    ["ANA-1:640", "ana-titer 640 {titer}"],
  ])("parts them: %s", (line, offer) => expect(entered(line)).toBe(offer));

  test.each(["wbc -2.9", "C3-4", "C4-5", "wbc-3-4", "Ro-52"])("is none where it may be another: %s", (line) =>
    expect(entered(line)).toBeUndefined(),
  );
});

describe("one result of several tests", () => {
  test.each(["C3 and C4 low", "C3 & C4 low", "low C3 and C4", "both C3 and C4 low", "C3, C4 both low"])(
    "is said of each where a word joins them: %s",
    (line) => expect(entered(line)).toBe("low-c3 present + low-c4 present"),
  );

  test.each([
    "C3/C4 low",
    "C3, C4 low",
    "low C3, C4",
    "C3 or C4 low",
    "Ro/La positive",
    "hair loss and malar rash absent",
  ])("is asked about where it may be of one: %s", (line) => expect(entered(line)).toBeUndefined());
});
