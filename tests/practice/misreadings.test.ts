import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { practice } from "../../criteria/practice/index.ts";
import type { FindingId, SleRecord } from "../../criteria/types.ts";
import { type Answer, answerOf } from "../../lib/practice/answer.ts";
import { recordOf } from "../../lib/practice/case.ts";
import { misreadingsOf } from "../../lib/practice/derived.ts";
import { misread } from "../../lib/practice/misread.ts";
import { type Claim, recognize } from "../../lib/practice/recognize.ts";

const { cases, misreadings } = practice;

function setOf(id: string) {
  const set = definitions.sets.find((one) => one.id === id);
  if (!set) throw new Error(`no set ${id}`);
  return set;
}

function recordWith(...present: readonly FindingId[]): SleRecord {
  return { format: "sle-record/1", findings: Object.fromEntries(present.map((finding) => [finding, "present"])) };
}

const singlesOf = (claim: Claim, record: SleRecord, set: string) =>
  recognize(claim, record, setOf(set), definitions, misreadings, practice.derivation.priors)?.singles.map(
    ({ id }) => id,
  );

const same = (a: Answer | undefined, b: Answer | undefined) => JSON.stringify(a) === JSON.stringify(b);

/** Every case, in every set, whose answer this misreading changes, with the wrong answer. */
function changedBy(misreading: (typeof misreadings)[number]) {
  return misreading.sets.flatMap((id) =>
    cases.flatMap((one) => {
      const record = recordOf(one, definitions);
      const view = misread({ record, set: setOf(id), definitions }, misreading);
      const wrong = answerOf(view.record, view.set, view.definitions);
      return wrong && !same(wrong, answerOf(record, setOf(id), definitions)) ? [{ one, record, set: id, wrong }] : [];
    }),
  );
}

describe("misreadings", () => {
  test.each(misreadings.map((misreading) => [misreading.id, misreading] as const))(
    "%s is recognized from at least three cases",
    (_, misreading) => {
      const changed = changedBy(misreading);
      expect(new Set(changed.map(({ one }) => one.id)).size).toBeGreaterThanOrEqual(3);
      for (const { record, set, wrong } of changed.slice(0, 3)) {
        expect(singlesOf(wrong, record, set)).toContain(misreading.id);
      }
    },
  );

  test("each names sets that exist and changes an answer in each of them", () => {
    for (const misreading of misreadings) {
      const sets = new Set(changedBy(misreading).map(({ set }) => set));
      expect([...sets].sort(), misreading.id).toEqual([...misreading.sets].sort());
    }
  });

  test("an unmistaken claim agrees and has no misreading", () => {
    for (const one of cases) {
      const record = recordOf(one, definitions);
      for (const set of definitions.sets) {
        const answer = answerOf(record, set, definitions);
        const found = recognize(answer ?? {}, record, set, definitions, misreadings, practice.derivation.priors);
        expect(found).toMatchObject({ agrees: true, singles: [], pairs: [] });
      }
    }
  });
});

describe("which mistake it was", () => {
  const cytopenias = recordWith("ana-1-80", "leukopenia", "thrombocytopenia", "hemolysis", "direct-coombs");

  test("leukopenia, thrombocytopenia and hemolysis at 11 were added up", () => {
    expect(singlesOf({ total: 11 }, cytopenias, "eular-acr-2019")).toEqual([
      "blood-counts-added",
      "added-within-a-domain",
    ]);
  });

  test("class III with V at 18 was added up", () => {
    const mixed = recordWith("ana-1-80", "biopsy-class-3-or-4", "biopsy-class-2-or-5");
    expect(singlesOf({ total: 18 }, mixed, "eular-acr-2019")).toEqual([
      "renal-items-added",
      "biopsy-classes-added",
      "added-within-a-domain",
    ]);
  });

  test("12 points of antibodies called classified lack the clinical criterion", () => {
    const serology = recordWith("ana-1-80", "anti-sm", "low-c3", "low-c4", "lupus-anticoagulant");
    expect(singlesOf({ total: 12, classified: true }, serology, "eular-acr-2019")).toEqual(["no-clinical-criterion"]);
  });

  test("5 criteria where hemolytic anemia and the Coombs test are both counted", () => {
    const anemia = recordWith("ana-1-80", "malar-rash", "oral-ulcers", "hemolytic-anemia", "direct-coombs");
    expect(singlesOf({ total: 5 }, anemia, "slicc-2012")).toEqual(["coombs-with-anemia"]);
  });

  test("SLERPI at exactly 7 called positive was read as 7 or more", () => {
    const seven = recordWith("malar-rash", "oral-ulcers", "ana-1-80");
    expect(singlesOf({ total: 7, classified: true }, seven, "slerpi")).toEqual(["seven-is-enough"]);
  });

  test("38.1 degrees scored 2 was counted from 38.0", () => {
    const record: SleRecord = {
      format: "sle-record/1",
      measurements: [{ test: "temperature", value: 38.1, unit: "Cel" }],
    };
    expect(singlesOf({ total: 2 }, record, "eular-acr-2019")).toEqual(["fever-at-38"]);
  });

  test("two mistakes at once are found as a pair, and neither alone", () => {
    const record = recordWith("ana-1-80", "leukopenia", "thrombocytopenia", "nasal-ulcers");
    const found = recognize(
      { total: 9 },
      record,
      setOf("eular-acr-2019"),
      definitions,
      misreadings,
      practice.derivation.priors,
    );
    expect(found?.singles).toEqual([]);
    expect(found?.pairs.map((pair) => pair.map(({ id }) => id))).toContainEqual([
      "blood-counts-added",
      "nasal-as-oral",
    ]);
  });

  test("what one and what a second costs is said by the data alone", () => {
    const record = recordWith("ana-1-80", "leukopenia", "thrombocytopenia", "nasal-ulcers");
    const priors = { written: 7, second: 20 };
    const found = recognize({ total: 9 }, record, setOf("eular-acr-2019"), definitions, misreadings, priors);
    const pair = found?.explanations.find(
      ({ misreadings: [one, other] }) => one.id === "blood-counts-added" && other?.id === "nasal-as-oral",
    );
    expect(pair?.cost).toBe(7 + 7 + 20);
  });

  const explained = (claim: Claim, record: SleRecord, set = "eular-acr-2019") => {
    const known = misreadingsOf(setOf(set), definitions, practice);
    const found = recognize(claim, record, setOf(set), definitions, known, practice.derivation.priors);
    return found?.explanations.map((one) => one.misreadings.map(({ id }) => id).join("+")) ?? [];
  };

  test("points for what has no line in the form are known by the total alone", () => {
    const record = recordWith("ana-1-80", "malar-rash");
    expect(explained({ total: 8, domains: { mucocutaneous: 6 } }, record)[0]).toBe("ana-given-points");
  });

  test("a slip is named only where nothing else explains, and a sum only where it is plain that it is wrong", () => {
    const record = recordWith("ana-1-80", "malar-rash", "low-c3", "low-c4");
    const domains = { mucocutaneous: 6, "complement-proteins": 4 };
    expect(explained({ total: 13, domains }, record)).toEqual(["sum-wrong"]);
    expect(explained({ total: 20, domains }, record)).toEqual(["sum-wrong"]);
    const added = { ...domains, "complement-proteins": 6 };
    expect(explained({ total: 11, domains: added }, record)[0]).toBe("complements-added+sum-wrong");
    expect(explained({ total: 16, domains: { ...domains, mucocutaneous: 12 } }, record)).toEqual([
      "counted-twice:mucocutaneous",
    ]);
    for (const total of [9, 11, 12, 14, 16]) {
      const all = explained({ total }, record);
      if (all.length > 1) expect(all.filter((id) => /sum-wrong|counted-twice/.test(id))).toEqual([]);
    }
    // Of a total alone only one that is nearly right is taken for a slip in adding up.
    expect(explained({ total: 37 }, record)).toEqual([]);
  });

  test("without the entry no points: only where it is not met", () => {
    const record: SleRecord = { format: "sle-record/1", findings: { "ana-1-80": "absent", "malar-rash": "present" } };
    expect(explained({ total: 0 }, record)[0]).toBe("points-if-entered");
    expect(explained({ total: 0 }, recordWith("ana-1-80", "malar-rash", "low-c3"))).not.toContain("points-if-entered");
  });

  test("a claim that no known mistake gives is left unexplained", () => {
    const found = recognize(
      { total: 3.25 },
      cytopenias,
      setOf("eular-acr-2019"),
      definitions,
      misreadings,
      practice.derivation.priors,
    );
    expect(found).toMatchObject({ agrees: false, singles: [], pairs: [] });
  });

  test("a record that cannot be read gives no answer", () => {
    const record: SleRecord = {
      format: "sle-record/1",
      measurements: [{ test: "white-cells", value: 3.1, unit: "furlong" }],
    };
    expect(
      recognize({ total: 3 }, record, setOf("slerpi"), definitions, misreadings, practice.derivation.priors),
    ).toBeUndefined();
  });
});
