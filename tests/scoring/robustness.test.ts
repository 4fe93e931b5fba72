import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, SleRecord } from "../../criteria/types.ts";
import { answer } from "../../lib/record/edit.ts";
import { planOf } from "../../lib/scoring/plan.ts";
import { robustnessOf } from "../../lib/scoring/robustness.ts";
import { assess, interpret } from "../support/assess.ts";

function classified(record: SleRecord, set: string): boolean {
  return assess(record).results?.[set]?.asAssessed === "classified";
}

function withPresent(record: SleRecord, findings: readonly FindingId[]): SleRecord {
  return findings.reduce((sum, finding) => answer(sum, finding, "present"), record);
}

/** Four patients far apart: nothing entered but a rash, an infection, antibodies only, and a full history. */
const PATIENTS = [
  "patient-first-visit",
  "patient-infection-mimic",
  "patient-antibodies-only",
  "patient-serial-findings",
];
const patients = definitions.examples.filter(({ id }) => PATIENTS.includes(id));

describe.each(definitions.sets)("what decides $short", (set) => {
  const robustness = robustnessOf.bind(undefined, planOf(set, definitions));

  test.each(patients)("$title: every minimal set of answers classifies, and none of its parts does", ({ record }) => {
    const facts = interpret(record).facts;
    if (!facts) throw new Error("the example has an error");
    const { wouldClassify } = robustness(facts);
    for (const findings of wouldClassify.slice(0, 12)) {
      expect(classified(withPresent(record, findings), set.id), findings.join()).toBe(true);
      for (const left of findings) {
        const fewer = findings.filter((finding) => finding !== left);
        expect(classified(withPresent(record, fewer), set.id), fewer.join()).toBe(false);
      }
    }
  });

  test.each(patients)("$title: no single answer that classifies is missing", ({ record }) => {
    const facts = interpret(record).facts;
    if (!facts || classified(record, set.id)) return;
    const singles = robustness(facts).wouldClassify.filter(({ length }) => length === 1);
    const open = assess(record).results?.[set.id]?.open ?? [];
    const bruteForce = open.filter((finding) => classified(withPresent(record, [finding]), set.id));
    expect(singles.flat().sort()).toEqual([...bruteForce].sort());
  });
});

describe("what carries a classification", () => {
  const facts = (record: SleRecord) => {
    const found = interpret(record).facts;
    if (!found) throw new Error("the record has an error");
    return found;
  };
  const eular = definitions.sets.find(({ id }) => id === "eular-acr-2019");
  if (!eular) throw new Error("EULAR/ACR is not registered");
  const robustness = robustnessOf.bind(undefined, planOf(eular, definitions));

  test("each of three answers that add up to exactly enough, and the entry criterion", () => {
    const record = withPresent({ format: "sle-record/1" }, ["ana-1-80", "synovitis-2-joints", "low-c3", "low-c4"]);
    expect(robustness(facts(record)).carriedBy).toEqual(["synovitis-2-joints", "low-c3", "low-c4", "ana-1-80"]);
    expect(robustness(facts(record)).heaviest).toBeUndefined();
  });

  test("nothing but the entry criterion where two ways lead to ten", () => {
    const record = withPresent({ format: "sle-record/1" }, [
      "ana-1-80",
      "malar-rash",
      "synovitis-2-joints",
      "biopsy-class-3-or-4",
    ]);
    expect(robustness(facts(record)).carriedBy).toEqual(["ana-1-80"]);
    expect(robustness(facts(record)).heaviest).toEqual({
      findings: ["biopsy-class-3-or-4"],
      left: 12,
      weighsMost: true,
    });
  });

  test("no answer where the score stands without each of them, and what is then left", () => {
    const slicc = definitions.sets.find(({ id }) => id === "slicc-2012");
    if (!slicc) throw new Error("SLICC is not registered");
    const record = withPresent({ format: "sle-record/1" }, [
      "malar-rash",
      "oral-ulcers",
      "seizure",
      "anti-sm",
      "low-c3",
      "direct-coombs",
    ]);
    const { carriedBy, heaviest } = robustnessOf(planOf(slicc, definitions), facts(record));
    expect(carriedBy).toEqual([]);
    expect(heaviest?.left).toBe(5);
    expect(heaviest?.weighsMost).toBe(true);
  });

  test("what takes the most off the score alone does not weigh most where an item that counts for more rests on two", () => {
    const record = withPresent({ format: "sle-record/1" }, [
      "ana-1-80",
      "biopsy-class-3-or-4",
      "anti-dsdna-specific",
      "anti-sm",
      "synovitis-2-joints",
      "tender-joints-with-stiffness",
      "malar-rash",
      "maculopapular-rash",
      "fever",
    ]);
    const more = withPresent({ format: "sle-record/1" }, [
      "ana-1-80",
      "anti-dsdna-specific",
      "anti-sm",
      "synovitis-2-joints",
      "tender-joints-with-stiffness",
      "fever",
    ]);
    expect(robustness(facts(record)).heaviest).toMatchObject({ findings: ["biopsy-class-3-or-4"], weighsMost: true });
    expect(robustness(facts(more))).toEqual({
      carriedBy: ["ana-1-80"],
      wouldClassify: [],
      heaviest: { findings: ["fever"], left: 12, weighsMost: false },
    });
  });

  test("nothing takes anything off a score of which every item rests on two findings", () => {
    const record = withPresent({ format: "sle-record/1" }, [
      "ana-1-80",
      "anti-dsdna-specific",
      "anti-sm",
      "synovitis-2-joints",
      "tender-joints-with-stiffness",
    ]);
    expect(robustness(facts(record))).toEqual({ carriedBy: ["ana-1-80"], wouldClassify: [] });
  });
});
