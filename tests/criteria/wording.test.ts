import { describe, expect, test } from "vitest";
import { eularAcr2019 } from "../../criteria/eular-acr-2019.ts";
import { findings as everyFinding } from "../../criteria/findings.ts";
import {
  childrenStudies,
  context,
  definitions,
  differences,
  implicatedDrugs,
  notIncluded,
  sets,
} from "../../criteria/index.ts";
import { practice } from "../../criteria/practice/index.ts";
import { slicc2012 } from "../../criteria/slicc-2012.ts";
import { sources } from "../../criteria/sources.ts";
import { tests } from "../../criteria/tests.ts";
import type { FindingId, ReferenceFinding, ReferenceLabTest, ReferenceSet } from "../../criteria/types.ts";
import { provenancesOf } from "../../lib/definition/provenance.ts";
import { clauses, criteriaOf, findingsIn, findingsRead } from "../../lib/definition/walk.ts";

/** What is said around the rules: words that change no result and can still mislead whoever gives the answers. */

const findings: Readonly<Record<FindingId, ReferenceFinding>> = everyFinding;
const ids = Object.keys(findings) as FindingId[];

function explanations(id: FindingId): readonly string[] {
  return findings[id].otherExplanations.map(({ label }) => label);
}

function readersOf(id: FindingId): readonly string[] {
  return sets.filter((set) => findingsRead(set).includes(id)).map((set) => set.id);
}

function remarksOf(topic: string): string {
  return context.flatMap(({ id, remarks }) => (id === topic ? remarks.map(({ text }) => text) : [])).join(" ");
}

describe("another explanation", () => {
  test.each(ids)("of %s is not the finding under another name", (id) => {
    const { label, synonyms, related = [], otherExplanations } = findings[id];
    const names = new Set([label, ...synonyms, ...related].map((name) => name.toLowerCase()));
    for (const other of otherExplanations) {
      if (other.source !== undefined || other.cause !== "other-disease") continue;
      const bare = other.label
        .toLowerCase()
        .replace(/\s*\(.*?\)/g, "")
        .replace(/^(idiopathic|primary|immune|autoimmune|acute|chronic|recurrent) /, "");
      expect(names, `${id}: ${other.label}`).not.toContain(bare);
    }
  });

  test.each(ids)("of %s is no disease without a known cause, unless SLE was judged unlikely first", (id) => {
    for (const { label, source } of findings[id].otherExplanations) {
      expect(label, id).not.toMatch(/idiopathic/i);
      if (source === undefined && /\b(primary|immune)\b/i.test(label)) expect(label, id).toMatch(/once SLE is judged/);
    }
  });

  test("of low platelets is ITP only once SLE is judged unlikely, since SLE causes it", () => {
    expect(explanations("thrombocytopenia").filter((label) => label.includes("ITP"))).toEqual([
      "Primary ITP, once SLE is judged unlikely",
    ]);
  });

  test.each(ids)("of %s is heart failure or a nephrotic syndrome only where fluid has gathered", (id) => {
    const fluid = explanations(id).filter((label) => /heart failure|nephrotic/i.test(label));
    if (fluid.length > 0) expect(id).toMatch(/effusion/);
  });

  test("of a pleural effusion is a nephrotic syndrome only once lupus nephritis is judged unlikely", () => {
    const nephrotic = explanations("pleural-effusion").filter((label) => /nephrotic/i.test(label));
    expect(nephrotic).toHaveLength(1);
    for (const label of nephrotic) expect(label).toContain("lupus nephritis is judged unlikely");
    expect(findings["pleural-effusion"].details?.join(" ")).toMatch(/may itself be lupus nephritis/);
  });

  test("of hair loss is an effluvium only with a trigger of its own, since SLE causes one", () => {
    for (const label of explanations("non-scarring-alopecia")) {
      if (/effluvium/i.test(label)) expect(label).toMatch(/with a trigger of its own/);
    }
  });

  test.each([
    ["red-cell-casts", [/IgA nephropathy/, /ANCA/, /anti-GBM/i, /infection-related glomerulonephritis/i]],
    ["other-cellular-casts", [/tubular injury/, /exercise/i]],
    ["false-positive-rpr", [/pregnancy/i, /viral infection/i, /HIV/, /malaria/i, /injected drugs/i]],
    ["low-c4", [/C1-inhibitor deficiency, hereditary or acquired/]],
    ["low-ch50", [/sample handling/i, /C2 deficiency/]],
    ["myelitis", [/MOG antibody/]],
    ["mononeuritis-multiplex", [/hepatitis B or C/i, /leprosy/i, /diabetes/i]],
  ] as const)("of %s is among those that a clinician would think of", (id, expected) => {
    for (const pattern of expected) expect(explanations(id)).toContainEqual(expect.stringMatching(pattern));
  });

  test("of casts is not copied from proteinuria", () => {
    const ofProtein = explanations("proteinuria");
    for (const id of ["red-cell-casts", "other-cellular-casts"] as const) {
      expect(explanations(id).filter((label) => ofProtein.includes(label))).toEqual([]);
    }
    expect(explanations("red-cell-casts")).not.toEqual(explanations("other-cellular-casts"));
  });
});

test("discoid lupus asks for no scar, plug or mucin in every lesion", () => {
  const { definition, details = [] } = findings["discoid-lupus"];
  expect(definition).toMatch(/tend to end in sunken scars/);
  expect(definition).toMatch(/on the scalp often with plugged follicles/);
  expect(details).toContainEqual(expect.stringMatching(/early lesion.*may show neither/));
  for (const detail of details) {
    if (detail.includes("biopsied")) expect(detail).toMatch(/plugs and mucin may be missing/);
  }
  const written = [...criteriaOf(eularAcr2019)].find(({ criterion }) => criterion.id.includes("discoid"))?.criterion;
  expect(written?.definition).toMatch(/often with plugged follicles .*on the scalp/);
});

describe("the differences between the sets", () => {
  const pointOf = (topic: string) => differences.find((one) => one.topic === topic)?.point ?? "";
  const NAMES = { "EULAR/ACR": "eular-acr-2019", SLICC: "slicc-2012", "ACR 1997": "acr-1997", SLERPI: "slerpi" };
  const named = (words: string) =>
    Object.entries(NAMES).flatMap(([name, id]) =>
      words.replace("EULAR/ACR", "EULAR").includes(name.replace("/ACR", "")) ? [id] : [],
    );

  test.each(differences.filter(({ point }) => /^Read by/.test(point)))(
    "$topic is read by the sets that are named and by no other",
    ({ point, findings: of }) => {
      const readers = new Set(of.flatMap((id) => readersOf(id)));
      expect(sets.map(({ id }) => id).filter((id) => readers.has(id))).toEqual(named(point));
    },
  );

  test.each(differences.filter(({ point }) => /^Absent from/.test(point)))(
    "$topic is read by every set except those that are named",
    ({ point, findings: of }) => {
      const readers = new Set<string>(of.flatMap((id) => readersOf(id)));
      expect(sets.map(({ id }) => id).filter((id) => !readers.has(id))).toEqual(named(point));
    },
  );

  test("urinary casts are in two sets, of which one takes red cell casts alone", () => {
    expect(readersOf("red-cell-casts")).toEqual(["slicc-2012", "acr-1997"]);
    expect(readersOf("other-cellular-casts")).toEqual(["acr-1997"]);
    expect(pointOf("Urinary casts")).toMatch(/ACR 1997, red cell casts alone in SLICC, none in the other two/);
  });

  test("an effusion alone scores in EULAR/ACR, and pain for more than a day counts in SLICC", () => {
    const weights = Object.fromEntries(
      [...criteriaOf(eularAcr2019)].map(({ criterion: { id, weight } }) => [id, weight]),
    );
    expect(weights["acute-pericarditis"]).toBe((weights["pleural-or-pericardial-effusion"] ?? 0) + 1);
    expect(readersOf("pericardial-pain-over-1-day")).toEqual(["slicc-2012"]);
    const [topic] = differences.filter((one) => one.topic === "Pericarditis");
    expect(topic?.findings).toContain("pericardial-pain-over-1-day");
    expect(topic?.point).toMatch(
      /an effusion alone scores a point less.*in SLICC also typical pain for more than a day/,
    );
  });

  test("a rub counts as pleurisy in every set except EULAR/ACR", () => {
    expect(readersOf("pleural-rub")).toEqual(["slicc-2012", "acr-1997", "slerpi"]);
    expect(pointOf("Pleurisy without effusion")).toMatch(/Nothing in EULAR\/ACR; in SLICC a rub.*in the others a rub/);
  });

  test("the biopsy route of SLICC takes two antibodies, and they are named", () => {
    const routes = [...clauses(slicc2012.classifiedWhen as ReferenceSet["classifiedWhen"])].flatMap((clause) =>
      clause.kind === "route" ? findingsIn(clause.when) : [],
    );
    expect(routes).toEqual(["biopsy-lupus-nephritis", "ana-above-reference", "anti-dsdna-slicc"]);
    expect(pointOf("Kidney biopsy")).toContain("ANA or anti-dsDNA");
    for (const words of [pointOf("Kidney biopsy"), slicc2012.purpose]) expect(words).not.toMatch(/an antibody/);
    expect(slicc2012.decisions).toContainEqual(
      expect.objectContaining({ question: "Is the biopsy route sound?", source: ["biopsy-findings-study"] }),
    );
  });
});

describe("figures", () => {
  test("how many patients with lupus have ANA is said at any titer, and apart from the estimate for 1:80", () => {
    const said = remarksOf("ana-negative");
    expect(said).toContain("13,080 patients");
    expect(said).toContain(`12,542 (${((100 * 12_542) / 13_080).toFixed(1)}%)`);
    expect(said).toMatch(/97\.8% was estimated/);
    expect(said).not.toMatch(/97\.8% had/);
    for (const figure of ["96.1%", "98.3%", "95.2%", "98.9%", "99.6%", "96.6%", "91.3%"])
      expect(said).toContain(figure);
    expect(said).not.toMatch(/results change over the years/);
  });

  test("SLERPI's are not of the best cohorts alone", () => {
    const { performance } = sets.find(({ id }) => id === "slerpi") as ReferenceSet;
    const figures = performance.map(({ sensitivity, specificity }) => [sensitivity, specificity]);
    expect(figures).toContainEqual(["98.3%", "89.4%"]);
    expect(figures).toContainEqual(["95.4%", "92.8%"]);
    expect(figures).toContainEqual([`${((100 * 1031) / 1162).toFixed(1)}%`, undefined]);
    const subgroups = performance.filter(({ cohort }) => /^(Early|Nephritis|Neuropsychiatric)/.test(cohort));
    expect(subgroups.map(({ cohort }) => Number(/: (\d+) people/.exec(cohort)?.[1]))).toEqual([276, 48, 61]);
  });

  test("of children name the newer studies, and agree in the table and on the pages of the sets", () => {
    expect(childrenStudies.map(({ source }) => source[0])).toEqual(
      expect.arrayContaining(["children-china", "children-southwest-china"]),
    );
    for (const { source, slicc, acr, eularAcr } of childrenStudies) {
      for (const [id, cell] of [
        ["slicc-2012", slicc],
        ["acr-1997", acr],
        ["eular-acr-2019", eularAcr],
      ] as const) {
        const rows = sets.find((set) => set.id === id)?.performance ?? [];
        for (const row of rows.filter((one) => one.source.includes(source[0]))) {
          for (const figure of [row.sensitivity, row.specificity])
            if (figure) expect(cell, row.cohort).toContain(figure);
        }
      }
    }
  });

  test("of a series of skin disease come with the number of people", () => {
    expect(remarksOf("skin-only")).toMatch(
      /15 people with acute .* 4\.8 .* 26 with subacute 2\.7, and 21 with chronic 2\.5/,
    );
  });
});

describe("drugs to think of", () => {
  test("are graded by how often or by how surely, never by both in one group", () => {
    for (const { group } of implicatedDrugs) expect(group).not.toMatch(/definite or|or high risk/i);
    const graded = (risk: string) => implicatedDrugs.find(({ group }) => group === `Risk ${risk}`)?.drugs;
    expect(graded("high")).toEqual(["procainamide", "hydralazine"]);
    expect(graded("moderate")).toEqual(["quinidine"]);
    expect(graded("low")).toEqual(expect.arrayContaining(["isoniazid", "minocycline", "methyldopa", "chlorpromazine"]));
  });

  test("stand in one group each, apart from those of the skin", () => {
    const drugs = implicatedDrugs.flatMap(({ group, drugs: of }) => (/^(Risk|Association)/.test(group) ? of : []));
    expect(drugs.length).toBe(new Set<string>(drugs).size);
  });
});

test("nothing that is said anywhere claims what was found to be wrong", () => {
  const everything = JSON.stringify({ definitions, context, differences, notIncluded, implicatedDrugs, practice });
  for (const claim of [
    /healthy carrier/i,
    /benign ethnic/i,
    /nobody tests/i,
    /no set was made for (children|them)/i,
    /often follows the systemic/i,
    /gone from the newer/i,
  ]) {
    expect(everything).not.toMatch(claim);
  }
});

test("the criteria of 2023 for antiphospholipid syndrome are said to change none of the sets", () => {
  expect(definitions.groups.antiphospholipid.hint).toMatch(/2023.*neither changes these four sets/);
  expect(findings["anticardiolipin-medium-high"].details).toContainEqual(
    expect.stringMatching(/40 to 79 units moderate and 80 or more high/),
  );
});

test("why a clinical criterion is asked for is said where classification is explained", () => {
  expect(remarksOf("classification-and-diagnosis")).toMatch(
    /44% of 89 patients reached 10 EULAR\/ACR points on blood tests alone.*at least one clinical criterion/,
  );
});

test("a remark on a set is of its page alone: it is no caution, and speaks of nobody's result", () => {
  const remarks = sets.flatMap((set) => (set.remarks ?? []).map(({ text }) => text));
  expect(remarks).toContainEqual(expect.stringMatching(/20 or more at diagnosis.*867.*classification only/));
  const besideResults = sets.flatMap((set) => set.cautions.map(({ message }) => message));
  for (const remark of remarks) expect(besideResults).not.toContain(remark);
});

describe("what was confirmed", () => {
  const CONFIRMED = [
    "61261009",
    "90128006",
    "239891002",
    "200938002",
    "68815009",
    "52042003",
    "36402006",
    "95332009",
    "48813009",
    "196075003",
    "HP:0025300",
  ];

  test.each(CONFIRMED)("code %s is marked as read wherever it stands", (code) => {
    const marks = ids.flatMap((id) => (findings[id].codes ?? []).filter((one) => one.code === code));
    expect(marks.length).toBeGreaterThan(0);
    for (const { checked } of marks) expect(checked).toBe("yes");
  });

  test("of code 32677-7 its use was read and not its name, and each place says so and where", () => {
    const marks = [...Object.values(findings), ...Object.values<ReferenceLabTest>(tests)]
      .flatMap(({ codes = [] }) => codes)
      .filter(({ code }) => code === "32677-7");
    expect(marks).toHaveLength(4);
    for (const { checked, source, toConfirm } of marks) {
      expect([checked, source]).toEqual(["partly", "laboratory-catalogs"]);
      expect(toConfirm).toBeTruthy();
    }
  });

  test.each([
    ["eular-acr-2019", "Antiphospholipid antibodies"],
    ["eular-acr-2019", "Which assays are equivalent to HEp-2 immunofluorescence?"],
    ["acr-1997", "A dipstick of 3+."],
  ])("%s: %s no longer awaits a check", (id, title) => {
    const of = [...provenancesOf(sets.find((set) => set.id === id) as ReferenceSet)].filter(
      (one) => one.title === title,
    );
    expect(of.map((one) => one.of.checked)).toEqual(["yes"]);
    for (const { source } of of.map((one) => one.of)) {
      expect(source.length).toBeGreaterThan(0);
      for (const one of source) expect(sources).toHaveProperty(one);
    }
  });

  test("the table of EULAR/ACR from acute cutaneous lupus on still awaits one", () => {
    const open = [...criteriaOf(eularAcr2019)].filter(({ criterion }) => criterion.checked !== "yes");
    expect(open.map(({ criterion }) => criterion.id)).toContain("acute-cutaneous-lupus");
  });
});
