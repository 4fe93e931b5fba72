import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, Measurement, ReferenceSet, SleRecord, Statement, Status } from "../../criteria/types.ts";
import { fullNote, shortNote } from "../../lib/explain/notes.ts";
import { evaluate } from "../../lib/scoring/evaluate.ts";
import { planOf } from "../../lib/scoring/plan.ts";
import { assess, interpret } from "../support/assess.ts";

function record(
  findings: { readonly [F in FindingId]?: Status | Statement },
  measurements: readonly Measurement[] = [],
): SleRecord {
  return { format: "sle-record/1", findings, measurements };
}

function readings(of: SleRecord) {
  const { results = {} } = assess(of);
  return Object.fromEntries(
    Object.entries(results).flatMap(([id, { otherReadings }]) => (otherReadings ? [[id, otherReadings]] : [])),
  );
}

const ratio = (value: number, unit = "mg/mmol"): Measurement => ({
  test: "urine-protein-creatinine-ratio",
  value,
  unit,
});

describe("a ratio between the published equivalent and the exact conversion", () => {
  const patient = (value: number) =>
    record({ "ana-1-80": "present", "synovitis-2-joints": "present", "malar-rash": "absent" }, [ratio(value)]);

  test("counts, and each set that reads it gives the other number", () => {
    const unit = "unit-convention";
    expect(readings(patient(52))).toEqual({
      "slicc-2012": [{ code: unit, finding: "proteinuria-500", value: 2, asAssessed: "not-classified" }],
      "eular-acr-2019": [{ code: unit, finding: "proteinuria", value: 6, asAssessed: "not-classified" }],
      slerpi: [{ code: unit, finding: "proteinuria", value: 5, asAssessed: "not-classified" }],
    });
    expect(assess(patient(52)).results?.["eular-acr-2019"]).toMatchObject({
      asAssessed: "classified",
      score: { value: 10 },
    });
  });

  test.each([49.9, 56.6, 60])("%d mg/mmol has one reading", (value) => {
    expect(readings(patient(value))).toEqual({});
  });

  test("where something else makes the same points there is nothing to add", () => {
    const twice = record({ "ana-1-80": "present" }, [
      ratio(52),
      { test: "urine-protein-24h", value: 1.2, unit: "g/(24.h)" },
    ]);
    expect(readings(twice)).toEqual({});
    expect(readings(record({ proteinuria: "present", "proteinuria-500": "present" }, [ratio(52)]))).toEqual({});
  });

  test("the notes say both", () => {
    const of = patient(52);
    const subject = { record: of, result: assess(of), definitions, version: "0" };
    for (const note of [shortNote(subject), fullNote(subject)]) {
      expect(note).toContain("the score would be 6 points: not classified.");
      expect(note).toContain("published equivalent");
    }
  });
});

describe("explained interstitial lung disease", () => {
  const lung = (status: Status | Statement) =>
    record({
      "ana-above-reference": "present",
      "nonerosive-arthritis": "present",
      "malar-rash": "present",
      "interstitial-lung-disease": status,
    });
  const explained: Statement = { status: "present", explainedBy: { cause: "other-disease", text: "scleroderma" } };

  test("is not counted, and the score with it is given", () => {
    expect(assess(lung(explained)).results?.["slerpi"]?.score.value).toBe(8);
    expect(readings(lung(explained))).toEqual({
      slerpi: [
        {
          code: "explained-subtraction",
          finding: "interstitial-lung-disease",
          value: 7,
          asAssessed: "not-classified",
        },
      ],
    });
  });

  test("unexplained, absent or unknown there is one reading", () => {
    for (const status of ["present", "absent", "unknown"] as const) expect(readings(lung(status))).toEqual({});
  });

  test("is said in words beside the result", () => {
    const of = lung(explained);
    const note = shortNote({ record: of, result: assess(of), definitions, version: "0" });
    expect(note).toContain("SLERPI: Interstitial lung disease subtracts nothing, because something else explains it.");
    expect(note).toContain("Counted, the score would be 7 points: not above 7.");
  });
});

describe("what an explanation takes away, in a set made up for it", () => {
  const written = definitions.sets.find(({ id }) => id === "eular-acr-2019");
  const [domain] = written?.domains ?? [];
  const [criterion] = domain?.criteria ?? [];
  if (!written || !domain || !criterion) throw new Error("the set is missing");
  const { entry: _, ...rest } = written;
  const present = (finding: FindingId) => ({ kind: "present", finding }) as const;
  const weighing = (weight: number): ReferenceSet => ({
    ...rest,
    cautions: [],
    domains: [
      {
        ...domain,
        criteria: [{ ...criterion, weight, when: { kind: "all", of: [present("fever"), present("seizure")] } }],
      },
    ],
    classifiedWhen: {
      kind: "anyOf",
      of: [
        { kind: "scoreAtLeast", score: 1 },
        { kind: "criteriaAtLeast", count: 1, group: domain.group },
      ],
    },
  });
  const facts = (() => {
    const found = interpret(
      record({ fever: "present", seizure: { status: "present", explainedBy: { cause: "drug" } } }),
    );
    if (!found.facts) throw new Error("refused");
    return found.facts;
  })();
  const otherwise = (weight: number) => evaluate(planOf(weighing(weight), definitions), facts).otherReadings;

  test("is given with the finding that is explained where the criterion takes points away", () => {
    expect(otherwise(-1)).toEqual([
      { code: "explained-subtraction", finding: "seizure", value: -1, asAssessed: "classified" },
    ]);
  });

  test("and not where it gives points, or none", () => {
    for (const weight of [0, 0.5, 2]) expect(otherwise(weight)).toBeUndefined();
  });
});
