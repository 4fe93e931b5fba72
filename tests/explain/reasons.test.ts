import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { CriteriaSet, FindingId, Measurement, SleRecord, Statement, Status } from "../../criteria/types.ts";
import { clauseReason, criterionReason } from "../../lib/explain/reasons.ts";
import { list, writeMeasurement } from "../../lib/explain/values.ts";
import type { CriterionState, SetResult } from "../../lib/scoring/result.ts";
import { randomFrom, randomRecord } from "../scoring/support/random-records.ts";
import { assess } from "../support/assess.ts";

function resultOf(record: SleRecord, set: CriteriaSet): SetResult {
  const { results, issues } = assess(record);
  const result = results?.[set.id];
  if (!result) throw new Error(JSON.stringify(issues));
  return result;
}

interface Said {
  readonly where: string;
  readonly state: CriterionState | "rule";
  readonly text: string;
}

function everythingSaid(record: SleRecord): Said[] {
  const context = { definitions, measurements: record.measurements ?? [] };
  return definitions.sets.flatMap((set) => {
    const { domains, rule } = resultOf(record, set);
    return [
      ...domains.flatMap(({ criteria }) =>
        criteria.map(
          (one): Said => ({
            where: `${set.id} ${one.id}`,
            state: one.state,
            text: criterionReason(one, set, context),
          }),
        ),
      ),
      { where: `${set.id} rule`, state: "rule", text: clauseReason(rule, set, context) },
    ];
  });
}

/** What no sentence may have, whatever the record. */
const FLAWS: readonly (readonly [string, RegExp])[] = [
  ["is empty or only a stop", /^\W*$/],
  ["does not start with a capital letter", /^[^A-Z0-9]/],
  ["does not end with a period", /[^.]$/],
  ["has two spaces or a space too many", / {2}|^ | $| [.,;:)]|\( /],
  ["has two stops together", /[.,;:]{2}/],
  ["has a part that is missing", /undefined|null|NaN|\[object|\(\)|: \.|, but \.|by \./],
  ["shows an id", /[a-z]+-[a-z]+-[a-z0-9]+-(?:twice|high|new|day|rash)|\{titer\}|10\*9/],
  ["gives advice or a probability", /should|treat|therap|diagnos|probab|likely|%/i],
];

function flawsOf({ where, text }: Said): string[] {
  return FLAWS.filter(([, pattern]) => pattern.test(text)).map(([flaw]) => `${where}: ${flaw}: ${text}`);
}

describe("every reason is a sentence", () => {
  test(`on all ${definitions.examples.length} worked patients, in every state`, () => {
    const said = definitions.examples.flatMap(({ record }) => everythingSaid(record));
    expect([...new Set(said.flatMap(flawsOf))]).toEqual([]);
    expect(new Set(said.map(({ state }) => state))).toEqual(
      new Set(["counted", "outranked", "explained", "excluded", "not-met", "unknown", "rule"]),
    );
  });

  test("on 500 random records", () => {
    const random = randomFrom(40);
    const records = Array.from({ length: 500 }, () => randomRecord(random, random()));
    expect([...new Set(records.flatMap(everythingSaid).flatMap(flawsOf))]).toEqual([]);
  });
});

describe("what the sentences say", () => {
  function said(
    set: string,
    criterion: string,
    findings: { readonly [F in FindingId]?: Status | Statement },
    measurements: readonly Measurement[] = [],
  ): string | undefined {
    return everythingSaid({ format: "sle-record/1", findings, measurements }).find(
      ({ where }) => where === `${set} ${criterion}`,
    )?.text;
  }
  const herpes: Statement = { status: "present", explainedBy: { cause: "infection", text: "herpes simplex" } };
  const drug: Statement = { status: "present", explainedBy: { cause: "drug" } };
  const platelets = (value: number): Measurement => ({ test: "platelets", value, unit: "10*9/L", date: "2024-02-10" });

  test("counted: by which finding, and how it is known", () => {
    expect(said("eular-acr-2019", "fever", { fever: "present" })).toBe("Fever.");
    expect(said("eular-acr-2019", "thrombocytopenia", {}, [platelets(88)])).toBe(
      "Thrombocytopenia (Platelet count 88 ×10⁹/L, 2024-02-10).",
    );
    expect(said("slicc-2012", "renal", { proteinuria: "present" })).toBe(
      "Urine protein of 500 mg per 24 h or more (follows from proteinuria above 0.5 g per 24 h).",
    );
    expect(said("acr-1997", "oral-ulcers", { "oral-ulcers": herpes })).toBe(
      "Oral ulcers, counted although explained by an infection (herpes simplex).",
    );
  });

  test("outranked: by which criterion, and why", () => {
    expect(said("eular-acr-2019", "leukopenia", { leukopenia: "present", thrombocytopenia: "present" })).toBe(
      "Met by leukopenia, but thrombocytopenia (4) counts instead: it is heavier, and a domain counts once.",
    );
    expect(
      said("eular-acr-2019", "oral-ulcers", { "oral-ulcers": "present", "non-scarring-alopecia": "present" }),
    ).toBe(
      "Met by oral ulcers, but non-scarring alopecia (2) counts instead: it weighs the same, and a domain counts once.",
    );
  });

  test("explained: by what, and what could still meet it", () => {
    expect(said("eular-acr-2019", "oral-ulcers", { "oral-ulcers": herpes })).toBe(
      "Oral ulcers, but explained by an infection (herpes simplex); in this set that does not count.",
    );
    expect(said("acr-1997", "neurologic-disorder", { seizure: drug })).toBe(
      "Seizure, but explained by a drug; in this set that does not count. Not known, and could still meet it: psychosis.",
    );
  });

  test("excluded: by which rule of the set", () => {
    expect(said("slicc-2012", "direct-coombs", { "direct-coombs": "present", "hemolytic-anemia": "present" })).toBe(
      "Direct Coombs test positive, but this set leaves it out because hemolytic anemia is present.",
    );
    expect(said("slicc-2012", "direct-coombs", { "hemolytic-anemia": "present" })).toBe(
      "Left out by this set because hemolytic anemia is present.",
    );
  });

  test("not met: never more than the values say, and what was found beside", () => {
    expect(said("eular-acr-2019", "thrombocytopenia", {}, [platelets(120)])).toBe(
      "Not met by the values entered: thrombocytopenia (Platelet count 120 ×10⁹/L, 2024-02-10).",
    );
    expect(said("eular-acr-2019", "autoimmune-hemolysis", { hemolysis: "present", "direct-coombs": "absent" })).toBe(
      "Present, but not enough alone: evidence of hemolysis. Absent: direct Coombs test positive.",
    );
    const cells = { test: "white-cells", value: 6, unit: "10*9/L" } as const;
    const lymphocytes = { test: "lymphocytes", value: 2, unit: "10*9/L" } as const;
    expect(said("slicc-2012", "leukopenia-or-lymphopenia", {}, [cells, lymphocytes])).toBe(
      "Not met by the values entered: leukopenia (White cell count 6 ×10⁹/L) and lymphopenia below 1,000 (Lymphocyte count 2 ×10⁹/L).",
    );
  });

  test("unknown: what is asked, and what is there already", () => {
    expect(said("eular-acr-2019", "low-c3-and-c4", { "low-c4": "present" })).toBe(
      "Not known: low C3. Present, but not enough alone: low C4.",
    );
  });

  test("the rule: each part, reached or not", () => {
    expect(said("eular-acr-2019", "rule", { "ana-1-80": "absent", "malar-rash": "present" })).toBe(
      "Entry criterion not met. Absent: ANA at least 1:80. 6 points (10 or more needed): not reached. At least one clinical criterion: met.",
    );
    expect(said("eular-acr-2019", "rule", {})).toBe(
      "Entry criterion not known: ANA at least 1:80, ever. The set cannot be applied until it is. 0 points (10 or more needed): not reached. At least one clinical criterion: not met, none counted.",
    );
    expect(said("slerpi", "rule", { thrombocytopenia: "present", "anti-sm": "present" })).toBe(
      "7 points (more than 7 needed): not reached.",
    );
    expect(said("slicc-2012", "rule", { "biopsy-lupus-nephritis": "present", "anti-dsdna-slicc": "present" })).toBe(
      "Biopsy-proven lupus nephritis with ANA or anti-dsDNA: met by biopsy-proven lupus nephritis and anti-dsDNA at the SLICC level.",
    );
    expect(said("acr-1997", "rule", { "malar-rash": "present" })).toBe("1 criterion (4 or more needed): not reached.");
  });
});

describe("lists and values in a sentence", () => {
  test.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b and c"],
    [["a, of a kind", "b", "c"], "a, of a kind; b; and c"],
    [["a (x, y)", "b"], "a (x, y) and b"],
    [["fewer than 1,500", "b"], "fewer than 1,500 and b"],
  ])("%j is written %j", (parts, text) => {
    expect(list(parts)).toBe(text);
  });

  test.each<readonly [Measurement, string]>([
    [{ test: "swollen-joints", value: 6, unit: "{count}" }, "Swollen joints 6"],
    [{ test: "ana-titer", value: 320, unit: "{titer}", high: 80 }, "ANA titer 1:320, positive from 1:80"],
    [{ test: "platelets", value: 20, unit: "10*9/L", comparator: "<" }, "Platelet count <20 ×10⁹/L"],
    [
      { test: "anti-dsdna", value: 95, unit: "[IU]/mL", high: 10, method: "elisa", date: "2024-02-10" },
      "Anti-dsDNA 95 IU/mL, upper limit 10, ELISA, 2024-02-10",
    ],
  ])("%j is written %j", (measurement, text) => {
    expect(writeMeasurement(measurement, definitions)).toBe(text);
  });
});
