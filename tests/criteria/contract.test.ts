import { describe, expect, test } from "vitest";
import { findings, groups, implicatedDrugs } from "../../criteria/findings.ts";
import { sets } from "../../criteria/index.ts";
import { assumptions, implications, otherForms } from "../../criteria/relations.ts";
import { tests } from "../../criteria/tests.ts";
import type {
  Classification,
  Code,
  Condition,
  FindingId,
  NamedLabTest,
  ReferenceFinding,
  Rule,
} from "../../criteria/types.ts";
import contractFile from "../contract/findings.json" with { type: "json" };

/** The parts of the contract file that are compared; the file itself is a copy and is never edited here. */
interface Contract {
  readonly findings: readonly {
    readonly id: string;
    readonly group: string;
    readonly decidedBy?: readonly Readonly<Record<string, unknown>>[];
    readonly readBy: readonly string[];
    readonly codes?: readonly string[];
  }[];
  readonly implies: readonly (readonly string[])[];
  readonly assumes: readonly { readonly when: readonly string[]; readonly then: readonly string[] }[];
  readonly tests: readonly {
    readonly id: string;
    readonly unit: string;
    readonly accepts: readonly string[];
    readonly plausible: readonly number[];
    readonly limits?: string;
    readonly methods?: readonly string[];
  }[];
}
const contract: Contract = contractFile;

const allFindings: [string, ReferenceFinding][] = Object.entries(findings);
const allTests: [string, NamedLabTest][] = Object.entries(tests);
const findingOf = new Map(allFindings);
const testOf = new Map(allTests);

/** A rule without the words, and without the limits of single units, which the contract does not list. */
function decides(rule: Readonly<Record<string, unknown>> | Rule): Record<string, unknown> {
  return Object.fromEntries(Object.entries(rule).filter(([key]) => key !== "note" && key !== "perUnit"));
}

function readIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "present":
    case "recorded":
      return [condition.finding];
    case "not":
      return readIn(condition.of);
    case "all":
    case "any":
    case "atLeast":
      return condition.of.flatMap(readIn);
  }
}

function readByRoutes(rule: Classification): readonly string[] {
  if (rule.kind === "route") return readIn(rule.when);
  return rule.kind === "allOf" || rule.kind === "anyOf" ? rule.of.flatMap(readByRoutes) : [];
}

describe("the contract's names and meanings stay", () => {
  test("the findings are those of the contract, no more and no fewer", () => {
    expect(Object.keys(findings).sort()).toEqual(contract.findings.map((f) => f.id).sort());
  });

  test("the groups are those of the contract, no more and no fewer", () => {
    expect(Object.keys(groups).sort()).toEqual([...new Set(contract.findings.map((f) => f.group))].sort());
  });

  test.each(contract.findings)("$id is in its group and decided by its rules", (theirs) => {
    const ours = findingOf.get(theirs.id);
    expect(ours?.group).toBe(theirs.group);
    expect(ours?.decidedBy?.map(decides)).toEqual(theirs.decidedBy?.map(decides));
  });

  test.each(contract.findings.filter((f) => f.codes))("$id carries the contract's codes", (theirs) => {
    const systems: Record<Code["system"], string> = {
      loinc: "LOINC",
      snomed: "SNOMED CT",
      hpo: "HPO",
      icd10: "ICD-10",
    };
    const ours = findingOf.get(theirs.id)?.codes?.map((code) => `${systems[code.system]} ${code.code}`) ?? [];
    expect(ours).toEqual(expect.arrayContaining([...(theirs.codes ?? [])]));
  });

  test("a finding says why it counts nowhere exactly when no set reads it", () => {
    expect(allFindings.filter(([, f]) => f.countsNowhere !== undefined).map(([id]) => id)).toEqual(
      allFindings.filter(([, f]) => f.group === "documented-not-counted").map(([id]) => id),
    );
    for (const theirs of contract.findings) {
      expect(findingOf.get(theirs.id)?.countsNowhere !== undefined, theirs.id).toBe(theirs.readBy.length === 0);
    }
  });

  test.each(contract.findings)("$id is read by the sets that the contract names", ({ id, readBy }) => {
    const readers = sets.filter((set) => {
      const conditions = [...set.domains.flatMap((d) => d.criteria), ...(set.entry ? [set.entry] : [])];
      return [...conditions.flatMap((c) => readIn(c.when)), ...readByRoutes(set.classifiedWhen)].includes(id);
    });
    expect(readers.map((set) => set.id)).toEqual(readBy);
  });

  test("the implications are those of the contract", () => {
    expect(implications.map(({ from, to }) => [from, to])).toEqual(contract.implies);
  });

  test("the assumptions are those of the contract", () => {
    expect(assumptions.map((a) => [a.when.finding, a.when.status, a.then.finding, a.then.status])).toEqual(
      contract.assumes.map((a) => [...a.when, ...a.then]),
    );
  });

  test("the measurements are those of the contract, no more and no fewer", () => {
    expect(Object.keys(tests).sort()).toEqual(contract.tests.map((t) => t.id).sort());
  });

  test.each(contract.tests)("$id has its units, plausible range, limits and methods", (theirs) => {
    const ours = testOf.get(theirs.id);
    expect(ours?.units.map((u) => u.unit)).toEqual([theirs.unit, ...theirs.accepts]);
    expect(ours?.plausible).toEqual(theirs.plausible);
    expect(ours?.methods?.map((m) => m.id)).toEqual(theirs.methods);
    const needed = ours?.limits?.filter((l) => l.required).map((l) => l.name) ?? [];
    const theirsNeeded = theirs.limits?.includes("lower") ? ["low"] : theirs.limits?.includes("upper") ? ["high"] : [];
    expect(needed).toEqual(theirsNeeded);
  });
});

describe("the data agree with each other", () => {
  test("findings are listed group by group, in the order of the groups", () => {
    const listed = allFindings.map(([, f]) => f.group);
    expect(listed).toEqual(Object.keys(groups).flatMap((id) => listed.filter((group) => group === id)));
  });

  test("a rule uses the canonical unit, the limits and the methods of its test", () => {
    for (const [id, finding] of allFindings) {
      for (const rule of finding.decidedBy ?? []) {
        const measured: NamedLabTest = tests[rule.test];
        if ("limit" in rule) expect(measured.limits?.map((l) => l.name) ?? [], id).toContain(rule.limit);
        else expect(rule.unit, id).toBe(measured.units[0].unit);
        const methods = measured.methods?.map((m) => m.id) ?? [];
        for (const method of [...(rule.methods ?? []), ...(rule.notMethods ?? [])])
          expect(methods, id).toContain(method);
      }
    }
  });

  test("every limit that a test asks for is used by a rule, and every test decides something", () => {
    const rules: Rule[] = allFindings.flatMap(([, f]) => f.decidedBy ?? []);
    for (const [id, measured] of allTests) {
      const used = rules.filter((rule) => rule.test === id);
      expect(used.length, id).toBeGreaterThan(0);
      const limits = new Set(used.flatMap((rule) => ("limit" in rule ? [rule.limit] : [])));
      expect(new Set(measured.limits?.map((l) => l.name)), id).toEqual(limits);
    }
  });

  test("only the two ratio rules have limits of their own for a unit, the same ones", () => {
    const rules = allFindings.flatMap(([id, f]) => (f.decidedBy ?? []).map((rule): [string, Rule] => [id, rule]));
    const perUnit = rules.flatMap(([id, rule]) => ("value" in rule && rule.perUnit ? [[id, rule.perUnit]] : []));
    const limits = [
      { unit: "mg/mmol", value: 50 },
      { unit: "g/mmol", value: 0.05 },
    ];
    expect(perUnit).toEqual([
      ["proteinuria", limits],
      ["proteinuria-500", limits],
    ]);
  });

  test("only the three forms of protein in the urine are one fact of which none decides another", () => {
    expect(otherForms.map((one) => one.findings)).toEqual([
      ["proteinuria", "proteinuria-500", "proteinuria-persistent"],
    ]);
  });

  // Entered and canonical values are written as [numerator, denominator] so that the check is exact.
  test.each([
    ["white-cells", "10*3/uL", [4, 1], [4, 1]],
    ["white-cells", "/uL", [4000, 1], [4, 1]],
    ["white-cells", "/mm3", [3999, 1], [3999, 1000]],
    ["lymphocytes", "10*3/uL", [3, 2], [3, 2]],
    ["lymphocytes", "/uL", [1500, 1], [3, 2]],
    ["lymphocytes", "/mm3", [1000, 1], [1, 1]],
    ["platelets", "10*3/uL", [100, 1], [100, 1]],
    ["platelets", "/uL", [100000, 1], [100, 1]],
    ["platelets", "/mm3", [99000, 1], [99, 1]],
    ["temperature", "[degF]", [10094, 100], [383, 10]],
    ["temperature", "[degF]", [212, 1], [100, 1]],
    ["urine-protein-24h", "mg/(24.h)", [500, 1], [1, 2]],
    ["urine-protein-creatinine-ratio", "mg/mg", [1, 2], [500, 1]],
    ["urine-protein-creatinine-ratio", "g/g", [1, 2], [500, 1]],
    ["urine-protein-creatinine-ratio", "mg/mmol", [100, 1], [884, 1]],
    ["urine-protein-creatinine-ratio", "g/mmol", [1, 10], [884, 1]],
    ["c3", "mg/dL", [90, 1], [9, 10]],
    ["c4", "mg/dL", [10, 1], [1, 10]],
    ["anti-dsdna", "{index}", [7, 5], [7, 5]],
    ["anti-dsdna", "{titer}", [80, 1], [80, 1]],
  ] as const)("%s in %s converts exactly", (id, unit, [value, per], [canonical, canonicalPer]) => {
    const accepted = testOf.get(id)?.units.find((u) => u.unit === unit);
    const [numerator, denominator] = accepted?.times ?? [1, 1];
    expect(accepted).toBeDefined();
    expect((value + (accepted?.plus ?? 0) * per) * numerator * canonicalPer).toBe(canonical * denominator * per);
  });

  test("conversions are whole numbers, the canonical unit converts by nothing, and units are listed once", () => {
    for (const [id, measured] of allTests) {
      const [canonical, ...others] = measured.units;
      expect(canonical.plus ?? canonical.times, id).toBeUndefined();
      expect(new Set(measured.units.map((u) => u.unit)).size, id).toBe(measured.units.length);
      for (const unit of others) {
        for (const part of [...(unit.times ?? []), unit.plus ?? 0]) expect(Number.isSafeInteger(part), id).toBe(true);
      }
    }
  });

  test("a word typed in the quick find names one measurement only", () => {
    const words = allTests.flatMap(([, t]) => [...new Set([t.short, ...t.synonyms].map((w) => w.toLowerCase()))]);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });

  test("the short name of a test is among the words that find it", () => {
    for (const [id, measured] of allTests) {
      expect(
        measured.synonyms.map((w) => w.toLowerCase()),
        id,
      ).toContain(measured.short.toLowerCase());
    }
  });

  test("no synonym, explanation, code or drug is listed twice in one place", () => {
    const twice = (list: readonly string[]) => list.filter((item, at) => list.indexOf(item) !== at);
    for (const [id, f] of allFindings) {
      expect(twice([...f.synonyms, ...(f.related ?? [])].map((s) => s.toLowerCase())), id).toEqual([]);
      expect(twice(f.otherExplanations.map((o) => o.label)), id).toEqual([]);
      expect(twice((f.codes ?? []).map((c) => c.system + c.code)), id).toEqual([]);
      expect(f.synonyms.length, id).toBeGreaterThan(0);
    }
    for (const { group, drugs } of implicatedDrugs) expect(twice(drugs), group).toEqual([]);
  });

  test("everything survives JSON", () => {
    const all = { groups, findings, tests, implications, assumptions, implicatedDrugs };
    expect(JSON.parse(JSON.stringify(all))).toStrictEqual(all);
  });

  test("the words are American, in full sentences where they explain, and calm", () => {
    const british = /titre|haem|oedema|anaemi|leucop|generalis|behaviour|judgement|colour|centre|diarrhoea|oesoph/i;
    for (const [id, f] of allFindings) {
      const sentences = [f.definition, ...(f.details ?? []), ...(f.countsNowhere ? [f.countsNowhere] : [])];
      for (const sentence of sentences) expect(sentence, id).toMatch(/^[A-Z0-9][^!]*\.$/);
      for (const words of [f.label, ...sentences]) expect(words, id).not.toMatch(british);
    }
    for (const [id, t] of allTests) {
      const words = [t.label, t.hint ?? "", ...(t.limits ?? []).map((l) => l.label)];
      for (const text of words) expect(text, id).not.toMatch(/!/);
      for (const text of words) expect(text, id).not.toMatch(british);
    }
  });
});

// ---------------------------------------------------------------- documented features

const wordsOf = (text: string) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
const smallWords = new Set([
  "a",
  "and",
  "as",
  "at",
  "by",
  "for",
  "from",
  "in",
  "of",
  "on",
  "or",
  "that",
  "the",
  "with",
]);

/** Findings whose label, synonyms and related words hold every word of the query, each as the start of a word. */
function find(query: string): string[] {
  const asked = wordsOf(query).filter((word) => word !== "" && !smallWords.has(word));
  return allFindings
    .filter(([, f]) => {
      const known = [f.label, ...f.synonyms, ...(f.related ?? [])].flatMap(wordsOf);
      return asked.every((word) => known.some((w) => w.startsWith(word)));
    })
    .map(([id]) => id);
}

const serosal = ["pleuritic-pain", "pleurisy-over-1-day", "pleural-rub", "pleural-effusion"] as const;
const pericardial = [
  "acute-pericarditis",
  "pericardial-pain",
  "pericardial-pain-over-1-day",
  "pericardial-rub",
  "pericarditis-ecg",
  "pericardial-effusion",
  "pericardial-effusion-new",
] as const;
const biopsies = ["biopsy-lupus-nephritis", "biopsy-class-2-or-5", "biopsy-class-3-or-4"] as const;
const antiphospholipid = [
  "lupus-anticoagulant",
  "anticardiolipin-medium-high",
  "anticardiolipin-igg-igm-abnormal",
  "anti-beta2gp1",
  "false-positive-rpr",
  "false-positive-syphilis-6-months",
] as const;

/** Rows of the documented domains: plain words and clinical words, and what they have to find. */
const documented: readonly (readonly [query: string, ids: readonly FindingId[]])[] = [
  ["red rash made worse by the sun", ["photosensitivity", "photosensitive-lupus-rash"]],
  ["sun-sensitive", ["photosensitivity", "photosensitive-lupus-rash"]],
  ["photosensitivity", ["photosensitivity", "photosensitive-lupus-rash"]],
  ["butterfly-shaped rash on the face", ["malar-rash"]],
  ["butterfly rash", ["malar-rash"]],
  ["malar", ["malar-rash"]],
  ["ACLE", ["malar-rash", "maculopapular-rash"]],
  ["rashes that leave marks elsewhere on the body", ["discoid-lupus", "other-chronic-cutaneous-lupus"]],
  ["discoid", ["discoid-lupus"]],
  ["DLE", ["discoid-lupus"]],
  ["panniculitis", ["other-chronic-cutaneous-lupus"]],
  ["chilblain", ["other-chronic-cutaneous-lupus"]],
  ["psoriasis-like rash in many places", ["subacute-cutaneous-lupus"]],
  ["subacute cutaneous lupus", ["subacute-cutaneous-lupus"]],
  ["SCLE", ["subacute-cutaneous-lupus"]],
  ["chronic cutaneous lupus", ["discoid-lupus", "other-chronic-cutaneous-lupus"]],
  ["fatigue", ["fatigue"]],
  ["tired", ["fatigue"]],
  ["loss of appetite", ["anorexia"]],
  ["anorexia", ["anorexia"]],
  ["weight loss", ["weight-loss"]],
  ["fever", ["fever"]],
  ["high temperature", ["fever"]],
  ["fingertips whitening and bruising", ["raynaud"]],
  ["fingertips whitening", ["raynaud"]],
  ["raynaud", ["raynaud"]],
  ["muscle pain", ["myalgia"]],
  ["myalgia", ["myalgia"]],
  ["joint pain", ["arthralgia", "tender-joints-with-stiffness"]],
  ["arthralgia", ["arthralgia"]],
  ["joint swelling without permanent damage", ["synovitis-2-joints", "nonerosive-arthritis"]],
  ["arthritis", ["synovitis-2-joints", "tender-joints-with-stiffness", "nonerosive-arthritis"]],
  ["swollen joints", ["synovitis-2-joints", "nonerosive-arthritis"]],
  ["morning stiffness", ["tender-joints-with-stiffness"]],
  ["kidney involvement with protein loss", ["proteinuria", "proteinuria-500", "proteinuria-persistent"]],
  ["protein in urine", ["proteinuria", "proteinuria-500", "proteinuria-persistent"]],
  ["UPCR", ["proteinuria", "proteinuria-500"]],
  ["leg swelling", ["leg-edema"]],
  ["oedema", ["leg-edema"]],
  ["renal failure", ["renal-failure"]],
  ["dialysis", ["renal-failure"]],
  ["kidney tissue findings", biopsies],
  ["kidney biopsy", biopsies],
  ["lupus nephritis", biopsies],
  ["LN class 4", ["biopsy-class-3-or-4"]],
  ["class IV", ["biopsy-class-3-or-4"]],
  ["LN class 5", ["biopsy-class-2-or-5"]],
  ["membranous", ["biopsy-class-2-or-5"]],
  ["side pain with breathing or coughing", ["pleuritic-pain", "pleurisy-over-1-day"]],
  ["inflamed membranes of heart and lung", [...serosal, ...pericardial]],
  ["serositis", [...serosal, ...pericardial]],
  ["pericarditis", ["acute-pericarditis", "pericarditis-ecg"]],
  ["fluid around the lung", ["pleural-effusion"]],
  ["fluid around the heart", ["pericardial-effusion", "pericardial-effusion-new"]],
  ["heart valve involvement", ["valve-disease"]],
  ["libman-sacks", ["valve-disease"]],
  ["headache", ["headache"]],
  ["seizures", ["seizure"]],
  ["fits", ["seizure"]],
  ["psychosis", ["psychosis"]],
  ["psychosis from high-dose cortisone", ["psychosis"]],
  ["confusion", ["delirium"]],
  ["weak hands and feet", ["peripheral-neuropathy", "mononeuritis-multiplex"]],
  ["loss of function of peripheral nerves", ["peripheral-neuropathy", "mononeuritis-multiplex"]],
  ["nerves", ["peripheral-neuropathy", "mononeuritis-multiplex", "cranial-neuropathy"]],
  ["spinal cord", ["myelitis"]],
  ["vasculitis", ["vasculitis"]],
  ["clotting and blocked vessels", ["thrombosis"]],
  ["blood clot", ["thrombosis"]],
  ["clotting", ["thrombosis", "lupus-anticoagulant", "anticardiolipin-medium-high", "anti-beta2gp1"]],
  ["APLA", antiphospholipid],
  ["antiphospholipid antibodies", antiphospholipid],
  ["aCL", ["anticardiolipin-medium-high", "anticardiolipin-igg-igm-abnormal"]],
  ["LAC", ["lupus-anticoagulant"]],
  [
    "blood cells",
    [
      "leukopenia",
      "leukopenia-twice",
      "lymphopenia-1000",
      "lymphopenia-1500-twice",
      "thrombocytopenia",
      "hemolysis",
      "hemolytic-anemia",
      "hemolytic-anemia-with-reticulocytosis",
      "direct-coombs",
    ],
  ],
  ["low white blood cells", ["leukopenia", "leukopenia-twice"]],
  ["low platelets", ["thrombocytopenia"]],
  ["plt", ["thrombocytopenia"]],
  ["low lymphocytes", ["lymphopenia-1000", "lymphopenia-1500-twice"]],
  ["AIHA", ["hemolysis", "hemolytic-anemia", "direct-coombs"]],
  ["anaemia", ["hemolytic-anemia", "hemolytic-anemia-with-reticulocytosis"]],
  ["DAT", ["direct-coombs"]],
  ["coombs", ["direct-coombs"]],
  [
    "antibodies",
    ["ana-1-80", "ana-above-reference", "anti-dsdna", "anti-sm", ...antiphospholipid, "anti-ro", "anti-la", "anti-rnp"],
  ],
  ["ANA", ["ana-1-80", "ana-above-reference"]],
  ["dsDNA", ["anti-dsdna", "anti-dsdna-specific", "anti-dsdna-slicc"]],
  ["crithidia", ["anti-dsdna-specific"]],
  ["smith", ["anti-sm"]],
  ["complement", ["low-c3", "low-c4", "low-ch50"]],
  ["SSA", ["anti-ro"]],
  ["SSB", ["anti-la"]],
  ["RNP", ["anti-rnp"]],
  ["drug related lupus", ["ana-above-reference"]],
  ["drug-induced lupus", ["ana-above-reference"]],
  ["neonatal lupus", ["anti-ro", "anti-la"]],
  ["overlap syndromes", ["anti-rnp"]],
  ["mostly women", ["family-history"]],
  ["mostly 15 to 45", ["family-history"]],
  ["hereditary tendency", ["family-history"]],
  ["hair loss", ["non-scarring-alopecia"]],
  ["mouth ulcers", ["oral-ulcers"]],
  ["nose ulcers", ["nasal-ulcers"]],
  ["rash all over the body", ["maculopapular-rash"]],
  ["blisters", ["bullous-lupus"]],
  ["toxic epidermal necrolysis", ["ten-variant-lupus"]],
  ["dipstick", ["proteinuria-persistent"]],
  ["urine casts", ["red-cell-casts", "other-cellular-casts"]],
  ["lung fibrosis", ["interstitial-lung-disease"]],
];

describe("every documented feature is found by plain words and by clinical words", () => {
  test.each(documented)("%s", (query, ids) => {
    expect(find(query)).toEqual(expect.arrayContaining([...ids]));
  });

  test("no finding is out of reach of all these queries", () => {
    const reached = new Set(documented.flatMap(([query]) => find(query)));
    expect(Object.keys(findings).filter((id) => !reached.has(id))).toEqual([]);
  });

  test.each([
    ["butterfly", ["malar-rash"]],
    ["low platelets", ["thrombocytopenia"]],
    ["dialysis", ["renal-failure"]],
    ["fits", ["seizure"]],
    ["hair loss", ["non-scarring-alopecia"]],
    ["LN class 4", ["biopsy-class-3-or-4"]],
    ["raynaud", ["raynaud"]],
  ] as const)("%s finds nothing else", (query, ids) => {
    expect(find(query)).toEqual(ids);
  });
});
