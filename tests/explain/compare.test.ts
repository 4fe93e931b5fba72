import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, SleRecord } from "../../criteria/types.ts";
import { cellText, comparison } from "../../lib/explain/compare.ts";
import { disagreement } from "../../lib/explain/disagreement.ts";
import { assess, interpret } from "../support/assess.ts";

function compare(record: SleRecord) {
  const { facts } = interpret(record);
  const { results } = assess(record);
  if (!facts || !results) throw new Error("the record has an error");
  const rows = comparison(facts, results, definitions);
  return { rows, results, sentences: disagreement(results, rows, definitions) };
}

/** What a finding did in each set, in the order EULAR/ACR, SLICC, ACR, SLERPI. */
function rowOf(record: SleRecord, finding: FindingId): readonly string[] {
  const row = compare(record).rows.find((one) => one.finding === finding);
  return definitions.sets.map((set) => {
    const cell = row?.cells[set.id];
    return cell ? cellText(cell, set, definitions) : "no row";
  });
}

const present = (...findings: FindingId[]): SleRecord => ({
  format: "sle-record/1",
  findings: Object.fromEntries(findings.map((finding) => [finding, "present"])),
});

describe("what a finding did in each set", () => {
  test("counts, weighs or is no item", () => {
    expect(rowOf(present("ana-1-80", "fever"), "fever")).toEqual(["+2", "not an item", "not an item", "not an item"]);
    expect(rowOf(present("ana-1-80"), "ana-1-80")).toEqual(["entry criterion", "+1", "+1", "+3"]);
  });

  test("is outranked in a domain and counted elsewhere", () => {
    expect(rowOf(present("leukopenia", "thrombocytopenia"), "leukopenia")).toEqual([
      "outranked by thrombocytopenia",
      "+1",
      "asks for leukopenia on two occasions: answer that",
      "+1.5",
    ]);
  });

  test("shares a criterion with another finding", () => {
    const [, slicc, acr] = rowOf(present("malar-rash", "photosensitive-lupus-rash"), "photosensitive-lupus-rash");
    expect(slicc).toBe("same criterion as malar rash");
    expect(acr).toBe("+1");
  });

  test("is excluded, explained or needs another", () => {
    expect(rowOf(present("hemolytic-anemia", "direct-coombs"), "direct-coombs")[1]).toBe("excluded by another item");
    expect(rowOf(present("low-c4"), "low-c4")[3]).toBe("needs low C3 as well");
    const explained: SleRecord = {
      format: "sle-record/1",
      findings: { "oral-ulcers": { status: "present", explainedBy: { cause: "infection", text: "herpes" } } },
    };
    expect(rowOf(explained, "oral-ulcers")).toEqual([
      "explained by an infection (herpes)",
      "explained by an infection (herpes)",
      "+1, although explained by an infection (herpes): no exclusion printed",
      "explained by an infection (herpes)",
    ]);
  });

  test("opens the biopsy route", () => {
    expect(rowOf(present("biopsy-class-3-or-4", "ana-1-80"), "biopsy-class-3-or-4")[1]).toMatch(/^route: biopsy/);
  });

  test("is listed last when no set reads it", () => {
    expect(compare(present("raynaud", "malar-rash")).rows.map(({ finding }) => finding)).toEqual([
      "malar-rash",
      "raynaud",
    ]);
  });

  test("adds up to the score: the weights of the counted cells are the points of the set", () => {
    for (const { record, id } of definitions.examples) {
      const { rows, results } = compare(record);
      for (const set of definitions.sets) {
        const counted = new Map(
          rows.flatMap(({ cells }) => {
            const cell = cells[set.id];
            return cell?.kind === "counted" ? [[cell.criterion, cell.weight] as const] : [];
          }),
        );
        const sum = [...counted.values()].reduce((total, weight) => total + weight, 0);
        const score = results[set.id]?.score.value ?? 0;
        expect(sum, `${id} in ${set.id}`).toBeLessThanOrEqual(score + (set.id === "slerpi" ? 1 : 0));
      }
    }
  });
});

describe("why the sets disagree", () => {
  test("nothing is said when they agree", () => {
    expect(compare(present("ana-1-80", "malar-rash", "oral-ulcers", "synovitis-2-joints")).sentences).toEqual([]);
  });

  test("an entry criterion that is not met is named", () => {
    const record: SleRecord = {
      format: "sle-record/1",
      findings: {
        ...present("malar-rash", "photosensitivity", "oral-ulcers", "nonerosive-arthritis").findings,
        "ana-1-80": "absent",
        "ana-above-reference": "absent",
      },
    };
    expect(compare(record).sentences).toContain(
      "EULAR/ACR 2019: the entry criterion is not met, and its score of 6 would not be enough either.",
    );
  });

  test("a missing clinical criterion, a route, a stricter definition and a weight are named", () => {
    const antibodies = present(
      "ana-1-80",
      "anti-dsdna-specific",
      "anti-dsdna-slicc",
      "low-c3",
      "low-c4",
      "lupus-anticoagulant",
    );
    expect(compare(antibodies).sentences.join(" ")).toContain("asks for 1 clinical criterion besides the score");
    expect(compare(present("ana-1-80", "biopsy-class-2-or-5")).sentences.join(" ")).toContain("by a route of its own");
    const counts = compare(present("ana-1-80", "leukopenia", "thrombocytopenia")).sentences.join(" ");
    expect(counts).toContain("leukopenia does not suffice, since it asks for leukopenia on two occasions");
    expect(counts).toContain("thrombocytopenia is 4.5 of more than 7 in SLERPI and 1 of 4 here");
  });

  test("every patient on whom the sets disagree gets an opening and a sentence for each set that does not classify", () => {
    for (const { record } of definitions.examples) {
      const { results, sentences } = compare(record);
      const no = definitions.sets.filter((set) => results[set.id]?.asAssessed === "not-classified");
      if (no.length === 0 || no.length === definitions.sets.length) expect(sentences).toEqual([]);
      else
        for (const set of no) expect(sentences.slice(1).some((sentence) => sentence.startsWith(set.short))).toBe(true);
      for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
  });
});
