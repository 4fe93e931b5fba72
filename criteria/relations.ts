import type { Assumption, Implication, OtherForms } from "./types.ts";

/** True by definition: present passes forward, absent passes backward. */
export const implications = [
  {
    from: "leukopenia-twice",
    to: "leukopenia",
    why: "low on two occasions is low at least once",
  },
  {
    from: "anti-dsdna-specific",
    to: "anti-dsdna",
    why: "positive in a highly specific assay is positive in an assay",
  },
  {
    from: "anti-dsdna-slicc",
    to: "anti-dsdna",
    why: "the SLICC level is never below the laboratory's range",
  },
  {
    from: "false-positive-syphilis-6-months",
    to: "false-positive-rpr",
    why: "false positive for six months is false positive; the non-treponemal test need not be an RPR",
  },
  {
    from: "hemolytic-anemia-with-reticulocytosis",
    to: "hemolytic-anemia",
    why: "hemolytic anemia with reticulocytosis is hemolytic anemia",
  },
  {
    from: "hemolytic-anemia",
    to: "hemolysis",
    why: "hemolytic anemia cannot be without hemolysis",
  },
  {
    from: "proteinuria",
    to: "proteinuria-500",
    why: "more than 500 mg is at least 500 mg",
  },
  {
    from: "biopsy-class-2-or-5",
    to: "biopsy-lupus-nephritis",
    why: "each class is a class of lupus nephritis",
  },
  {
    from: "biopsy-class-3-or-4",
    to: "biopsy-lupus-nephritis",
    why: "each class is a class of lupus nephritis",
  },
  {
    from: "photosensitive-lupus-rash",
    to: "photosensitivity",
    why: "a photosensitive lupus rash is a rash that sunlight brings on",
  },
  {
    from: "pleurisy-over-1-day",
    to: "pleuritic-pain",
    why: "pleurisy for more than one day is pleuritic pain of some length",
  },
  {
    from: "pericardial-pain-over-1-day",
    to: "pericardial-pain",
    why: "pericardial pain for more than one day is pericardial pain of some length",
  },
  {
    from: "pericardial-effusion-new",
    to: "pericardial-effusion",
    why: "a new or worsened effusion is an effusion",
  },
] as const satisfies readonly Implication[];

/** Likely but not certain: applied last, only to a finding that is still unknown, always shown. */
// biome-ignore-start lint/suspicious/noThenProperty: data that is never awaited; the word is the grammar's
export const assumptions = [
  {
    when: { finding: "ana-1-80", status: "present" },
    then: { finding: "ana-above-reference", status: "present" },
    why: "most laboratories' ranges end below 1:80; answer it yourself if yours does not",
  },
  {
    when: { finding: "synovitis-2-joints", status: "present" },
    then: { finding: "nonerosive-arthritis", status: "present" },
    why: "taken as non-erosive until erosions are reported",
  },
  {
    when: { finding: "tender-joints-with-stiffness", status: "present" },
    then: { finding: "nonerosive-arthritis", status: "present" },
    why: "taken as non-erosive until erosions are reported",
  },
  {
    when: { finding: "proteinuria", status: "absent" },
    then: { finding: "proteinuria-500", status: "absent" },
    why: "differs only for a value of exactly 500 mg",
  },
] as const satisfies readonly Assumption[];
// biome-ignore-end lint/suspicious/noThenProperty: end of the assumptions

/**
 * One fact in forms that decide nothing of each other. That protein was found once says nothing of whether it persists,
 * and persistent proteinuria may be known from dipsticks alone, so that it is no value above 0.5 g.
 */
export const otherForms = [
  {
    findings: ["proteinuria", "proteinuria-500", "proteinuria-persistent"],
    why: "protein in the urine, by a value or because it persists",
  },
] as const satisfies readonly OtherForms[];
