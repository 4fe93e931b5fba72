import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, SleRecord } from "../../criteria/types.ts";
import { leftWithout } from "../../lib/explain/robustness-words.ts";
import { inSentence, list } from "../../lib/explain/values.ts";
import { planOf } from "../../lib/scoring/plan.ts";
import { robustnessOf } from "../../lib/scoring/robustness.ts";
import { randomFrom, randomRecord } from "../scoring/support/random-records.ts";
import { assess, interpret } from "../support/assess.ts";

function said(setId: string, record: SleRecord): string | undefined {
  const set = definitions.sets.find(({ id }) => id === setId);
  const { facts } = interpret(record);
  if (!set || !facts) throw new Error("no such set, or no facts");
  const left = leftWithout(robustnessOf(planOf(set, definitions), facts), set);
  const name = (finding: FindingId) => inSentence(definitions.findings[finding].label);
  return left && `${left.before}${list(left.findings.map(name))}${left.after}`;
}

const present = (...findings: FindingId[]): SleRecord => ({
  format: "sle-record/1",
  findings: Object.fromEntries(findings.map((finding) => [finding, "present"])),
});

describe("what is left without an answer", () => {
  test("names the one that weighs most", () => {
    const record = present("ana-1-80", "malar-rash", "synovitis-2-joints", "biopsy-class-3-or-4");
    expect(said("eular-acr-2019", record)).toBe(
      "No other single answer carries it. Without class III or IV lupus nephritis, which weighs most, 12 points are left.",
    );
  });

  test("does not say that of one beside an item that weighs more and rests on two", () => {
    const joints: readonly FindingId[] = ["synovitis-2-joints", "tender-joints-with-stiffness"];
    const record = present("ana-1-80", "malar-rash", "maculopapular-rash", ...joints, "proteinuria", "fever");
    expect(said("eular-acr-2019", record)).toBe(
      "No other single answer carries it. Without proteinuria above 0.5 g per 24 h, 14 points are left; no other single answer takes more off.",
    );
  });

  test("names all that tie", () => {
    const record = present("ana-1-80", "malar-rash", "synovitis-2-joints", "proteinuria", "thrombocytopenia");
    expect(said("eular-acr-2019", record)).toBe(
      "No other single answer carries it. Without any one of malar rash and synovitis of two or more joints, which weigh most, 14 points are left.",
    );
  });

  test("names none where each counts one", () => {
    const record = present("malar-rash", "oral-ulcers", "low-c3", "anti-sm", "thrombocytopenia", "seizure");
    expect(said("slicc-2012", record)).toBe(
      "No single answer carries it. Without any one of them, at least 5 criteria are left.",
    );
  });

  test("is true of 300 random patients: nothing that counts is heavier than what is said to weigh most", () => {
    const weighted = definitions.sets
      .filter(({ unit }) => unit === "points")
      .map((set) => ({ set, plan: planOf(set, definitions) }));
    const random = randomFrom(5);
    let told = 0;
    for (let round = 0; round < 300; round += 1) {
      const record = randomRecord(random, 0.6 + 0.4 * random());
      const { facts } = interpret(record);
      const { results } = assess(record);
      for (const { set, plan } of weighted) {
        const result = results?.[set.id];
        // What would classify is another question, and takes long.
        if (!facts || result?.asAssessed !== "classified") continue;
        const left = leftWithout(robustnessOf(plan, facts), set);
        if (!left || !/weighs? most/.test(left.after)) continue;
        told += 1;
        const most = Math.max(...result.domains.map(({ points }) => points));
        const remaining = Number(/([\d.]+) points? (?:is|are) left/.exec(left.after)?.[1]);
        expect(result.score.value - remaining).toBeGreaterThanOrEqual(most);
      }
    }
    expect(told).toBeGreaterThan(10);
  });
});
