import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { PracticeCase } from "../../criteria/practice/types.ts";
import type { FindingId, TestId } from "../../criteria/types.ts";
import { mentionsOf, recordOf } from "../../lib/practice/case.ts";
import { markingOf } from "../../lib/practice/marking.ts";
import { assess, interpret } from "../support/assess.ts";

const one: PracticeCase = {
  id: "marking",
  title: "Marking",
  difficulty: 2,
  patient: { age: 30, sex: "male" },
  story: {
    history: "A {patient} with [a clot](thrombosis) and [hemolytic anemia](hemolytic-anemia).",
    examination:
      "[Cheeks](malar-rash), [hair](non-scarring-alopecia), [ulcers](oral-ulcers) [of herpes](!oral-ulcers).",
    laboratory: "{0}. {1}. {2}. {3}. [Coombs](direct-coombs). [Anti-Sm was not sent](?anti-sm).",
  },
  record: {
    format: "sle-record/1",
    findings: {
      thrombosis: "present",
      "hemolytic-anemia": "present",
      "malar-rash": "present",
      "non-scarring-alopecia": "present",
      "oral-ulcers": { status: "present", explainedBy: { cause: "infection", text: "herpes" } },
      "direct-coombs": "present",
    },
    measurements: [
      { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
      { test: "platelets", value: 100, unit: "10*9/L" },
      { test: "white-cells", value: 3.1, unit: "10*9/L", date: "2026-01-01" },
      { test: "white-cells", value: 5.1, unit: "10*9/L", date: "2026-02-01" },
    ],
  },
  otherwise: "unknown",
  notes: [],
};

const outcome = (set: string, about: FindingId | TestId) => outcomeIn(one, set, about);

function outcomeIn(practiceCase: PracticeCase, set: string, about: FindingId | TestId) {
  const record = recordOf(practiceCase, definitions);
  const mention = mentionsOf(practiceCase, definitions).find(({ key }) => key.endsWith(`:${about}`));
  const definition = definitions.sets.find(({ id }) => id === set);
  const result = assess(record).results?.[set];
  const { facts } = interpret(record);
  if (!mention || !definition || !result || !facts) throw new Error("not there");
  return markingOf(mention, definition, result, facts, definitions).outcome;
}

test("a mention is a finding or a test, each once, and an explanation is none", () => {
  expect(mentionsOf(one, definitions).map(({ key }) => key)).toEqual([
    "finding:thrombosis",
    "finding:hemolytic-anemia",
    "finding:malar-rash",
    "finding:non-scarring-alopecia",
    "finding:oral-ulcers",
    "test:ana-titer",
    "test:platelets",
    "test:white-cells",
    "finding:direct-coombs",
    "finding:anti-sm",
  ]);
});

test.each([
  ["eular-acr-2019", "malar-rash", "counts"],
  ["eular-acr-2019", "non-scarring-alopecia", "outranked"],
  ["eular-acr-2019", "oral-ulcers", "explained"],
  ["acr-1997", "oral-ulcers", "counts"],
  ["eular-acr-2019", "thrombosis", "not-read"],
  ["eular-acr-2019", "ana-titer", "counts"],
  ["eular-acr-2019", "platelets", "short"],
  ["eular-acr-2019", "white-cells", "outranked"],
  ["acr-1997", "white-cells", "unknown"],
  ["slicc-2012", "white-cells", "counts"],
  ["slicc-2012", "direct-coombs", "excluded"],
  ["slicc-2012", "hemolytic-anemia", "counts"],
  ["eular-acr-2019", "direct-coombs", "counts"],
  ["slicc-2012", "anti-sm", "unknown"],
] as const)("in %s, %s: %s", (set, about, expected) => {
  expect(outcome(set, about)).toBe(expected);
});

describe("what is read beside the criteria", () => {
  const BIOPSY = "biopsy-lupus-nephritis";
  /** What SLICC makes of a kidney biopsy beside these, which its criteria do not read. */
  const biopsied = (findings: NonNullable<PracticeCase["record"]["findings"]>) => {
    const told = { history: "[Lupus nephritis](biopsy-lupus-nephritis)." };
    const record = { format: "sle-record/1", findings: { [BIOPSY]: "present", ...findings } } as const;
    return outcomeIn({ ...one, story: told, record }, "slicc-2012", BIOPSY);
  };

  test("counts where the route that reads it is met, and is only a part of it where it is not", () => {
    expect(biopsied({ "ana-1-80": "present" })).toBe("counts");
    expect(biopsied({ "anti-dsdna-slicc": "present" })).toBe("counts");
    expect(biopsied({ "ana-above-reference": "absent", "anti-dsdna-slicc": "absent" })).toBe("short");
    expect(biopsied({})).toBe("short");
  });

  test("does not count where something explains it that the set excludes", () => {
    const explained = { status: "present", explainedBy: { cause: "other-disease" } } as const;
    expect(biopsied({ [BIOPSY]: explained, "ana-1-80": "present" })).toBe("explained");
    const story = { laboratory: "[ANA](ana-1-80)." };
    const record = { format: "sle-record/1", findings: { "ana-1-80": explained } } as const;
    expect(outcomeIn({ ...one, story, record }, "eular-acr-2019", "ana-1-80")).toBe("counts");
  });
});
