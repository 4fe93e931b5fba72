import { describe, expect, test } from "vitest";
import { acr1997Examples } from "../../criteria/acr-1997.examples.ts";
import { acr1997 } from "../../criteria/acr-1997.ts";
import { eularAcr2019Examples } from "../../criteria/eular-acr-2019.examples.ts";
import { eularAcr2019 } from "../../criteria/eular-acr-2019.ts";
import { definitions, sets } from "../../criteria/index.ts";
import { slerpiExamples } from "../../criteria/slerpi.examples.ts";
import { slerpi } from "../../criteria/slerpi.ts";
import { slicc2012Examples } from "../../criteria/slicc-2012.examples.ts";
import { slicc2012 } from "../../criteria/slicc-2012.ts";
import { sources } from "../../criteria/sources.ts";
import type { Classification, Condition, CriteriaSet } from "../../criteria/types.ts";
import { clauses, conditionsOf, criteriaOf, findingsRead, leaves } from "../../lib/definition/walk.ts";
import contract from "../contract/findings.json" with { type: "json" };
import { assess } from "../support/assess.ts";

/** A condition in the notation of the clinical specification. */
function written(condition: Condition, inner = false): string {
  switch (condition.kind) {
    case "present":
      return condition.finding;
    case "recorded":
      return `recorded(${condition.finding})`;
    case "not":
      return `NOT ${written(condition.of, true)}`;
    case "atLeast":
      return `AT-LEAST-${condition.count}(${condition.of.map((part) => written(part)).join(", ")})`;
    case "all":
    case "any": {
      const joined = condition.of.map((part) => written(part, true)).join(condition.kind === "all" ? " AND " : " OR ");
      return inner ? `(${joined})` : joined;
    }
  }
}

type Row = readonly [domain: string, group: string, criterion: string, weight: number, logic: string];

function rows(set: CriteriaSet): Row[] {
  return [...criteriaOf(set)].map(({ criterion, domain }) => [
    domain.id,
    domain.group,
    criterion.id,
    criterion.weight,
    written(criterion.when),
  ]);
}

/** The most that a set or a group of its domains can give, domain by domain. */
function maximum(set: CriteriaSet, group?: "clinical" | "immunologic"): number {
  return set.domains
    .filter((domain) => group === undefined || domain.group === group)
    .map((domain) => Math.max(...domain.criteria.map((criterion) => criterion.weight)))
    .reduce((sum, heaviest) => sum + Math.max(0, heaviest), 0);
}

const clinical = "clinical";
const immunologic = "immunologic";

/** For a set in which every criterion is its own domain. */
function own(group: string, id: string, weight: number, logic: string): Row {
  return [id, group, id, weight, logic];
}

describe("EULAR/ACR 2019", () => {
  test("its criteria, weights and logic are those of the paper", () => {
    expect(rows(eularAcr2019)).toEqual([
      ["constitutional", clinical, "fever", 2, "fever"],
      ["hematologic", clinical, "leukopenia", 3, "leukopenia"],
      ["hematologic", clinical, "thrombocytopenia", 4, "thrombocytopenia"],
      ["hematologic", clinical, "autoimmune-hemolysis", 4, "hemolysis AND direct-coombs"],
      ["neuropsychiatric", clinical, "delirium", 2, "delirium"],
      ["neuropsychiatric", clinical, "psychosis", 3, "psychosis"],
      ["neuropsychiatric", clinical, "seizure", 5, "seizure"],
      ["mucocutaneous", clinical, "non-scarring-alopecia", 2, "non-scarring-alopecia"],
      ["mucocutaneous", clinical, "oral-ulcers", 2, "oral-ulcers"],
      [
        "mucocutaneous",
        clinical,
        "subacute-cutaneous-or-discoid-lupus",
        4,
        "subacute-cutaneous-lupus OR discoid-lupus",
      ],
      ["mucocutaneous", clinical, "acute-cutaneous-lupus", 6, "malar-rash OR maculopapular-rash"],
      ["serosal", clinical, "pleural-or-pericardial-effusion", 5, "pleural-effusion OR pericardial-effusion"],
      [
        "serosal",
        clinical,
        "acute-pericarditis",
        6,
        "acute-pericarditis OR AT-LEAST-2(pericardial-pain, pericardial-rub, pericarditis-ecg, pericardial-effusion-new)",
      ],
      ["musculoskeletal", clinical, "joint-involvement", 6, "synovitis-2-joints OR tender-joints-with-stiffness"],
      ["renal", clinical, "proteinuria", 4, "proteinuria"],
      ["renal", clinical, "biopsy-class-2-or-5", 8, "biopsy-class-2-or-5"],
      ["renal", clinical, "biopsy-class-3-or-4", 10, "biopsy-class-3-or-4"],
      [
        "antiphospholipid-antibodies",
        immunologic,
        "antiphospholipid-antibodies",
        2,
        "anticardiolipin-medium-high OR anti-beta2gp1 OR lupus-anticoagulant",
      ],
      ["complement-proteins", immunologic, "low-c3-or-c4", 3, "low-c3 OR low-c4"],
      ["complement-proteins", immunologic, "low-c3-and-c4", 4, "low-c3 AND low-c4"],
      ["sle-specific-antibodies", immunologic, "anti-dsdna-or-anti-sm", 6, "anti-dsdna-specific OR anti-sm"],
    ]);
  });

  test("ten domains reach 51 points: 39 clinical and 12 immunologic", () => {
    expect(eularAcr2019.domains).toHaveLength(10);
    expect([maximum(eularAcr2019), maximum(eularAcr2019, clinical), maximum(eularAcr2019, immunologic)]).toEqual([
      51, 39, 12,
    ]);
  });

  test("the entry is an ANA of 1:80, whatever explains it", () => {
    expect(written(eularAcr2019.entry.when)).toBe("recorded(ana-1-80)");
  });

  test("it classifies from 10 points with a clinical criterion", () => {
    expect(eularAcr2019.classifiedWhen).toEqual({
      kind: "allOf",
      of: [
        { kind: "scoreAtLeast", score: 10 },
        { kind: "criteriaAtLeast", count: 1, group: clinical },
      ],
    });
  });

  test("immunologic domains alone could pass 10, which is why a clinical criterion is asked for", () => {
    expect(maximum(eularAcr2019, immunologic)).toBeGreaterThan(10);
  });

  test("every clinical weight is at least 2, so one clinical criterion and clinical points above 0 are the same", () => {
    const weights = rows(eularAcr2019).flatMap(([, group, , weight]) => (group === clinical ? [weight] : []));
    expect(Math.min(...weights)).toBe(2);
  });

  test("nothing explained counts", () => {
    expect(eularAcr2019.attribution.kind).toBe("any-other-cause");
  });
});

describe("SLICC 2012", () => {
  test("its criteria and logic are those of the paper", () => {
    expect(rows(slicc2012)).toEqual([
      own(
        clinical,
        "acute-or-subacute-cutaneous",
        1,
        "malar-rash OR maculopapular-rash OR photosensitive-lupus-rash OR bullous-lupus OR ten-variant-lupus OR subacute-cutaneous-lupus",
      ),
      own(clinical, "chronic-cutaneous", 1, "discoid-lupus OR other-chronic-cutaneous-lupus"),
      own(clinical, "oral-or-nasal-ulcers", 1, "oral-ulcers OR nasal-ulcers"),
      own(clinical, "non-scarring-alopecia", 1, "non-scarring-alopecia"),
      own(clinical, "synovitis", 1, "synovitis-2-joints OR tender-joints-with-stiffness"),
      own(
        clinical,
        "serositis",
        1,
        "pleurisy-over-1-day OR pleural-effusion OR pleural-rub OR pericardial-pain-over-1-day OR pericardial-effusion OR pericardial-rub OR pericarditis-ecg OR acute-pericarditis",
      ),
      own(clinical, "renal", 1, "proteinuria-500 OR red-cell-casts"),
      own(
        clinical,
        "neurologic",
        1,
        "seizure OR psychosis OR mononeuritis-multiplex OR myelitis OR peripheral-neuropathy OR cranial-neuropathy OR delirium",
      ),
      own(clinical, "hemolytic-anemia", 1, "hemolytic-anemia"),
      own(clinical, "leukopenia-or-lymphopenia", 1, "leukopenia OR lymphopenia-1000"),
      own(clinical, "thrombocytopenia", 1, "thrombocytopenia"),
      own(immunologic, "ana", 1, "ana-above-reference"),
      own(immunologic, "anti-dsdna", 1, "anti-dsdna-slicc"),
      own(immunologic, "anti-sm", 1, "anti-sm"),
      own(
        immunologic,
        "antiphospholipid-antibodies",
        1,
        "lupus-anticoagulant OR false-positive-rpr OR anticardiolipin-medium-high OR anti-beta2gp1",
      ),
      own(immunologic, "low-complement", 1, "low-c3 OR low-c4 OR low-ch50"),
      own(immunologic, "direct-coombs", 1, "direct-coombs AND NOT recorded(hemolytic-anemia)"),
    ]);
  });

  test("17 criteria: 11 clinical and 6 immunologic", () => {
    expect([maximum(slicc2012), maximum(slicc2012, clinical), maximum(slicc2012, immunologic)]).toEqual([17, 11, 6]);
  });

  test("it classifies from 4 criteria with one of each kind, or by the biopsy route with ANA or anti-dsDNA", () => {
    const rule: Classification = slicc2012.classifiedWhen;
    expect(rule).toMatchObject({
      kind: "anyOf",
      of: [
        {
          kind: "allOf",
          of: [
            { kind: "scoreAtLeast", score: 4 },
            { kind: "criteriaAtLeast", count: 1, group: clinical },
            { kind: "criteriaAtLeast", count: 1, group: immunologic },
          ],
        },
        { kind: "route" },
      ],
    });
    const routes = [...clauses(rule)].flatMap((clause) => (clause.kind === "route" ? [written(clause.when)] : []));
    expect(routes).toEqual(["biopsy-lupus-nephritis AND (ana-above-reference OR anti-dsdna-slicc)"]);
  });

  test("an explained finding does not count where the item prints exclusions or asks for a lesion of lupus", () => {
    expect(slicc2012.attribution.kind).toBe("as-printed");
    const printed = [
      "oral-ulcers",
      "nasal-ulcers",
      "non-scarring-alopecia",
      "mononeuritis-multiplex",
      "peripheral-neuropathy",
      "cranial-neuropathy",
      "delirium",
      "leukopenia",
      "lymphopenia-1000",
      "thrombocytopenia",
    ];
    const serositis = [
      "pleurisy-over-1-day",
      "pleural-effusion",
      "pleural-rub",
      "pericardial-pain-over-1-day",
      "pericardial-effusion",
      "pericardial-rub",
      "pericarditis-ecg",
      "acute-pericarditis",
    ];
    const ofLupus = [
      "malar-rash",
      "maculopapular-rash",
      "photosensitive-lupus-rash",
      "bullous-lupus",
      "ten-variant-lupus",
      "subacute-cutaneous-lupus",
      "discoid-lupus",
      "other-chronic-cutaneous-lupus",
      "biopsy-lupus-nephritis",
    ];
    expect(Object.entries(slicc2012.attribution.excludes).sort()).toEqual(
      [...printed, ...serositis, ...ofLupus].map((id) => [id, "any"]).sort(),
    );
  });
});

describe("ACR 1997", () => {
  test("its criteria and logic are those of the 1982 paper and the 1997 letter", () => {
    expect(rows(acr1997)).toEqual([
      own(clinical, "malar-rash", 1, "malar-rash"),
      own(clinical, "discoid-rash", 1, "discoid-lupus"),
      own(clinical, "photosensitivity", 1, "photosensitivity"),
      own(clinical, "oral-ulcers", 1, "oral-ulcers OR nasal-ulcers"),
      own(clinical, "arthritis", 1, "nonerosive-arthritis"),
      own(
        clinical,
        "serositis",
        1,
        "pleuritic-pain OR pleural-rub OR pleural-effusion OR pericarditis-ecg OR pericardial-rub OR pericardial-effusion OR acute-pericarditis",
      ),
      own(clinical, "renal-disorder", 1, "proteinuria-persistent OR red-cell-casts OR other-cellular-casts"),
      own(clinical, "neurologic-disorder", 1, "seizure OR psychosis"),
      own(
        clinical,
        "hematologic-disorder",
        1,
        "hemolytic-anemia-with-reticulocytosis OR leukopenia-twice OR lymphopenia-1500-twice OR thrombocytopenia",
      ),
      own(
        immunologic,
        "immunologic-disorder",
        1,
        "anti-dsdna OR anti-sm OR anticardiolipin-igg-igm-abnormal OR lupus-anticoagulant OR false-positive-syphilis-6-months",
      ),
      own(immunologic, "ana", 1, "ana-above-reference"),
    ]);
  });

  test("it classifies from 4 of 11 criteria of any kind", () => {
    expect(maximum(acr1997)).toBe(11);
    expect(acr1997.classifiedWhen).toEqual({ kind: "scoreAtLeast", score: 4 });
  });

  test("an explained finding does not count only where the item prints the cause", () => {
    expect(acr1997.attribution.kind).toBe("as-printed");
    expect(acr1997.attribution.excludes).toEqual({
      seizure: ["drug", "metabolic"],
      psychosis: ["drug", "metabolic"],
      thrombocytopenia: ["drug"],
      "ana-above-reference": ["drug"],
    });
  });

  test("the accuracy of the 1982 set, 96% and 96%, is not quoted for it", () => {
    const quoted = acr1997.performance.flatMap((row) => ("sensitivity" in row ? [row.sensitivity] : []));
    expect(quoted).toEqual(["82.8%", "83%", "86%", "81%", "77.3%", "70.5%", "68.7%", "84.1%", "76.5%"]);
  });
});

describe("SLERPI", () => {
  test("its features, points and logic are those of table 1 of the paper, four rows awaiting a check", () => {
    expect(rows(slerpi)).toEqual([
      own(clinical, "malar-or-maculopapular-rash", 3, "malar-rash OR maculopapular-rash"),
      own(clinical, "subacute-cutaneous-or-discoid-lupus", 2, "subacute-cutaneous-lupus OR discoid-lupus"),
      own(clinical, "alopecia", 1.5, "non-scarring-alopecia"),
      own(clinical, "mucosal-ulcers", 1, "oral-ulcers OR nasal-ulcers"),
      own(clinical, "arthritis", 2, "nonerosive-arthritis"),
      own(
        clinical,
        "serositis",
        1.5,
        "pleuritic-pain OR pleural-rub OR pleural-effusion OR pericarditis-ecg OR pericardial-rub OR pericardial-effusion OR acute-pericarditis",
      ),
      own(clinical, "leukopenia", 1.5, "leukopenia"),
      own(
        clinical,
        "thrombocytopenia-or-autoimmune-hemolysis",
        4.5,
        "thrombocytopenia OR (hemolysis AND direct-coombs)",
      ),
      own(
        clinical,
        "neurologic-disorder",
        1.5,
        "seizure OR psychosis OR mononeuritis-multiplex OR myelitis OR peripheral-neuropathy OR cranial-neuropathy OR delirium",
      ),
      own(clinical, "proteinuria", 4.5, "proteinuria"),
      own(immunologic, "ana", 3, "ana-above-reference"),
      own(immunologic, "low-c3-and-c4", 2, "low-c3 AND low-c4"),
      own(
        immunologic,
        "immunologic-disorder",
        2.5,
        "anti-dsdna OR anti-sm OR anticardiolipin-igg-igm-abnormal OR lupus-anticoagulant OR false-positive-syphilis-6-months OR anti-beta2gp1",
      ),
      own(clinical, "interstitial-lung-disease", -1, "interstitial-lung-disease"),
    ]);
  });

  test("the positive features add up to 30.5, and only lung disease subtracts", () => {
    expect(maximum(slerpi)).toBe(30.5);
    expect(rows(slerpi).flatMap(([, , id, weight]) => (weight < 0 ? [id] : []))).toEqual(["interstitial-lung-disease"]);
  });

  test("the four rows that await a check are the ones that make up the missing 8 points", () => {
    const awaiting = [...criteriaOf(slerpi)].filter(({ criterion }) => criterion.checked !== "yes");
    expect(awaiting.map(({ criterion }) => criterion.id)).toEqual(["alopecia", "arthritis", "serositis", "ana"]);
    expect(awaiting.reduce((sum, { criterion }) => sum + criterion.weight, 0)).toBe(8);
  });

  test("it is positive above 7, not at 7", () => {
    expect(slerpi.classifiedWhen).toEqual({ kind: "scoreAbove", score: 7 });
  });

  test("nothing explained counts", () => {
    expect(slerpi.attribution.kind).toBe("any-other-cause");
  });

  test("it always says that four rows await a check and that suspicion is presupposed", () => {
    const standing = slerpi.cautions.flatMap((caution) => ("when" in caution ? [] : [caution.code]));
    expect(standing).toEqual(["awaiting-check", "clinical-suspicion"]);
  });
});

describe("all sets", () => {
  test("the registry lists them as the contract does", () => {
    expect(sets.map((set) => set.id)).toEqual(["eular-acr-2019", "slicc-2012", "acr-1997", "slerpi"]);
  });

  test("EULAR/ACR and SLERPI give points, the others count criteria", () => {
    expect(sets.map(({ id, unit }) => [id, unit])).toEqual([
      ["eular-acr-2019", "points"],
      ["slicc-2012", "criteria"],
      ["acr-1997", "criteria"],
      ["slerpi", "points"],
    ]);
  });

  test("what is said beside a result, and when", () => {
    const said = sets.flatMap(({ id, cautions }) =>
      cautions.map(({ code, finding, when }) => [id, code, finding ?? "no finding", when ? written(when) : "always"]),
    );
    expect(said).toEqual([
      ["slicc-2012", "exactly-500-mg", "proteinuria-500", "recorded(proteinuria-500) AND NOT recorded(proteinuria)"],
      ["acr-1997", "one-rash-two-criteria", "no finding", "malar-rash AND photosensitivity"],
      ["slerpi", "awaiting-check", "no finding", "always"],
      ["slerpi", "clinical-suspicion", "no finding", "always"],
      [
        "slerpi",
        "explained-subtraction",
        "interstitial-lung-disease",
        "recorded(interstitial-lung-disease) AND NOT interstitial-lung-disease",
      ],
    ]);
  });

  test.each(sets)("$short reads the findings that the contract says it reads, and no other", (set) => {
    const theirs = contract.findings.filter((finding) => finding.readBy.includes(set.id)).map((finding) => finding.id);
    expect([...findingsRead(set)].sort()).toEqual(theirs.sort());
  });

  test.each(sets)("$short explains every finding that another set reads and it does not", (set) => {
    const read: readonly string[] = findingsRead(set);
    const explained = Object.keys(set.notItems);
    expect(explained.filter((id) => read.includes(id))).toEqual([]);
    const elsewhere = contract.findings.filter((finding) => finding.readBy.length > 0 && !read.includes(finding.id));
    expect(elsewhere.map((finding) => finding.id).filter((id) => !explained.includes(id))).toEqual([]);
  });

  test("an explained finding is read as recorded in two places only: the ANA entry and the Coombs exclusion", () => {
    const recorded = sets.flatMap((set) =>
      [...conditionsOf(set)].flatMap((condition) =>
        [...leaves(condition)].flatMap(({ leaf, negated }) =>
          leaf.kind === "recorded" || negated ? [[set.id, leaf.kind, leaf.finding, negated]] : [],
        ),
      ),
    );
    expect(recorded).toEqual([
      ["eular-acr-2019", "recorded", "ana-1-80", false],
      ["slicc-2012", "recorded", "hemolytic-anemia", true],
    ]);
  });

  test.each(sets.filter((set) => set.attribution.kind === "as-printed"))(
    "$short excludes only findings that it reads",
    (set) => {
      const read: readonly string[] = findingsRead(set);
      const excluded = set.attribution.kind === "as-printed" ? Object.keys(set.attribution.excludes) : [];
      expect(excluded.filter((id) => !read.includes(id))).toEqual([]);
    },
  );

  test.each(sets.filter((set) => set.id !== "eular-acr-2019"))("in $short every criterion is its own domain", (set) => {
    for (const domain of set.domains) expect(domain.criteria.map((criterion) => criterion.id)).toEqual([domain.id]);
  });

  test.each(sets)("$short says what awaits a check wherever something does, and nowhere else", (set) => {
    const statements = [
      set.attribution,
      ...(set.entry ? [set.entry] : []),
      ...[...criteriaOf(set)].map(({ criterion }) => criterion),
      ...set.performance,
      ...set.decisions,
    ];
    for (const statement of statements) {
      expect(statement.toConfirm !== undefined, JSON.stringify(statement)).toBe(statement.checked !== "yes");
      expect(statement.source.length, JSON.stringify(statement)).toBeGreaterThan(0);
    }
  });

  test.each(sets)("$short prints figures only when they were read", (set) => {
    for (const row of set.performance) expect(row.checked, row.cohort).toBe("yes");
  });

  test("a source is an address or a citation with its locator kept apart", () => {
    for (const [id, source] of Object.entries(sources)) {
      expect(source.citation, id).not.toMatch(/https?:|doi/i);
    }
  });

  test("an address leads to the work or page itself, and never to the home page of where it stands", () => {
    const addresses = Object.values(sources).flatMap((source) => ("url" in source ? [source.url] : []));
    expect(addresses.length).toBeGreaterThan(30);
    expect(addresses.filter((url) => new URL(url).pathname.replaceAll("/", "") === "")).toEqual([]);
  });

  test("every example has an id of its own and expects something of every set", () => {
    const ids = definitions.examples.map((example) => example.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const example of definitions.examples) {
      expect(Object.keys(example.expect), example.id).toEqual(sets.map((set) => set.id));
    }
  });

  test.each([
    [eularAcr2019, eularAcr2019Examples],
    [slicc2012, slicc2012Examples],
    [acr1997, acr1997Examples],
    [slerpi, slerpiExamples],
  ] as const)("every criterion of $short is met in one of its own examples", (set, examples) => {
    const met = new Set<string>();
    for (const example of examples) {
      for (const domain of assess(example.record).results?.[set.id]?.domains ?? []) {
        for (const criterion of domain.criteria) if (criterion.state === "counted") met.add(criterion.id);
      }
    }
    expect([...criteriaOf(set)].map(({ criterion }) => criterion.id).filter((id) => !met.has(id))).toEqual([]);
  });

  test("every set classifies a whole patient whom each other set does not", () => {
    const patients = definitions.examples.filter((example) => example.kind === "patient");
    for (const one of sets) {
      for (const other of sets.filter((set) => set !== one)) {
        const apart = patients.filter(
          ({ expect: expected }) =>
            expected[one.id]?.asAssessed === "classified" && expected[other.id]?.asAssessed === "not-classified",
        );
        expect(apart.length, `${one.id} without ${other.id}`).toBeGreaterThan(0);
      }
    }
  });

  test("the 37 golden cases of the specification are among the examples", () => {
    const numbers = definitions.examples.flatMap(({ id }) => /^golden-(\d\d)-/.exec(id)?.[1] ?? []);
    expect(numbers.sort()).toEqual(Array.from({ length: 37 }, (_, index) => String(index + 1).padStart(2, "0")));
  });
});
