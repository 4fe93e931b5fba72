import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bruteForce, byParts, PARTS, relevantFindings, SET_IDS, SETS, type SetId, type World } from "./completions.ts";
import { EULAR_ACR_BITS, eularAcr, eularAcrFromCriteria } from "./eular-acr-2019.ts";
import { GOLDEN } from "./golden.ts";
import { FINDINGS, type Measurement, readRecord, type SleRecord, type Statement, type Status } from "./record.ts";

interface Expected {
  readonly value?: number;
  readonly asAssessed?: string;
  readonly verdict?: string;
  readonly lower?: number;
  readonly upper?: number;
}
interface Case {
  readonly id: string;
  readonly title: string;
  readonly record: SleRecord;
  readonly expect?: Readonly<Partial<Record<SetId, Expected>>>;
  readonly expectIssue?: string;
  readonly expectNotice?: string;
}

const cases: readonly Case[] = JSON.parse(readFileSync(new URL("../contract/cases.json", import.meta.url), "utf8"));
const scored = cases.filter((one) => one.expect !== undefined);
const expectations = scored.flatMap((one) =>
  SET_IDS.flatMap((set) => {
    const expected = one.expect?.[set];
    return expected === undefined ? [] : [{ one, set, expected }];
  }),
);

function unknownThatMatter(record: SleRecord, set: SetId): string[] {
  const { facts } = readRecord(record);
  return relevantFindings(set).filter((finding) => facts[finding]?.status === "unknown");
}

/** A small generator with a seed, so that a failure can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function pick<T>(random: () => number, from: readonly T[]): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error("nothing to pick from");
  return picked;
}

/** Answers unknown findings at random, each answer read before the next, until few enough are left to try all. */
function narrowed(record: SleRecord, set: SetId, left: number, random: () => number): SleRecord {
  let current = record;
  for (;;) {
    const unknown = unknownThatMatter(current, set);
    if (unknown.length <= left) return current;
    const answer: Status | Statement = pick<Status | Statement>(random, [
      "absent",
      "absent",
      "present",
      { status: "present", explainedBy: { cause: pick(random, ["drug", "metabolic", "infection"]) } },
    ]);
    current = { ...current, findings: { ...current.findings, [pick(random, unknown)]: answer } };
  }
}

describe("EULAR/ACR at criterion level", () => {
  const COMBINATIONS = 2 ** EULAR_ACR_BITS.length;

  test("there are 8,388,608 combinations", () => {
    expect(COMBINATIONS).toBe(8_388_608);
  });

  test("the criteria and the findings give the same score and classification, on every 61st combination", () => {
    for (let bits = 0; bits < COMBINATIONS; bits += 61) {
      const world: World = {};
      EULAR_ACR_BITS.forEach(({ findings }, bit) => {
        if ((bits & (1 << bit)) !== 0) for (const finding of findings) world[finding] = "present";
      });
      const { score, classified } = eularAcr(world);
      const fromBits = eularAcrFromCriteria(bits);
      if (fromBits.score !== score || fromBits.classified !== classified) expect.fail(`bits ${bits} differ`);
    }
  });

  test("as many combinations classify as the points of the ten domains allow", () => {
    // How many ways each domain has of giving each number of points.
    const clinical: readonly Readonly<Record<number, number>>[] = [
      { 0: 1, 2: 1 },
      { 0: 1, 3: 1, 4: 6 },
      { 0: 1, 2: 1, 3: 2, 5: 4 },
      { 0: 1, 2: 3, 4: 4, 6: 8 },
      { 0: 1, 5: 1, 6: 2 },
      { 0: 1, 6: 1 },
      { 0: 1, 4: 1, 8: 2, 10: 4 },
    ];
    const immunologic: readonly Readonly<Record<number, number>>[] = [
      { 0: 1, 2: 1 },
      { 0: 1, 3: 2, 4: 1 },
      { 0: 1, 6: 3 },
    ];
    const ways = (domains: readonly Readonly<Record<number, number>>[]): Map<number, number> => {
      let totals = new Map([[0, 1]]);
      for (const domain of domains) {
        const next = new Map<number, number>();
        for (const [total, count] of totals) {
          for (const [points, times] of Object.entries(domain)) {
            const sum = total + Number(points);
            next.set(sum, (next.get(sum) ?? 0) + count * times);
          }
        }
        totals = next;
      }
      return totals;
    };
    let expected = 0;
    for (const [c, clinicalWays] of ways(clinical)) {
      for (const [i, immunologicWays] of ways(immunologic)) {
        if (c > 0 && c + i >= 10) expected += clinicalWays * immunologicWays;
      }
    }
    let classified = 0;
    for (let bits = 0; bits < COMBINATIONS; bits += 1) if (eularAcrFromCriteria(bits).classified) classified += 1;
    expect(classified).toBe(expected);
  });
});

describe("the golden cases of the specification", () => {
  test("there are 37 of them", () => {
    expect(GOLDEN).toHaveLength(37);
  });

  for (const { number, title, record, expect: expected } of GOLDEN) {
    test(`${number}. ${title}`, () => {
      expect(readRecord(record).contradictions).toEqual([]);
      const actual = Object.fromEntries(
        SET_IDS.map((set) => {
          const { value, asAssessed } = byParts(record, set);
          return [set, { value, asAssessed }];
        }),
      );
      expect(actual).toEqual(expected);
    });
  }
});

describe("the worked cases", () => {
  for (const one of scored) {
    test(one.title, () => {
      for (const [set, expected] of Object.entries(one.expect ?? {})) {
        const { value, asAssessed, verdict, lower, upper } = byParts(one.record, set as SetId);
        const fields: Expected = { value, asAssessed, verdict, lower, upper };
        const asked = Object.keys(expected).filter((field) => field in fields) as (keyof Expected)[];
        for (const field of asked) expect.soft(fields[field], `${set} ${field}`).toBe(expected[field]);
      }
    });
  }

  for (const one of cases.filter((each) => each.expectIssue === "contradiction")) {
    test(`${one.title}: contradicts itself and has no result`, () => {
      expect(readRecord(one.record).contradictions).not.toEqual([]);
      expect(() => byParts(one.record, "slerpi")).toThrow("contradiction");
      expect(() => bruteForce(one.record, "slerpi")).toThrow("contradiction");
    });
  }

  for (const one of cases.filter((each) => each.expectNotice !== undefined)) {
    test(`${one.title}: gives the notice ${one.expectNotice}`, () => {
      expect(readRecord(one.record).notices.map((notice) => notice.code)).toContain(one.expectNotice);
    });
  }

  const invalid = cases.filter((one) => one.expectIssue !== undefined && one.expectIssue !== "contradiction");
  test(`${invalid.length} cases are about input that is no record and are left to the reader of records`, () => {
    expect(scored.length + invalid.length).toBe(cases.length - 2);
  });
});

describe("brute force", () => {
  const few = expectations.filter(({ one, set }) => unknownThatMatter(one.record, set).length <= 16);

  test(`gives what is expected of the ${few.length} of ${expectations.length} results with few enough unknown findings`, () => {
    for (const { one, set, expected } of few) {
      const outcome = bruteForce(one.record, set);
      expect(outcome, `${one.id} ${set}`).toMatchObject({
        value: expected.value ?? outcome.value,
        verdict: expected.verdict ?? outcome.verdict,
        lower: expected.lower ?? outcome.lower,
        upper: expected.upper ?? outcome.upper,
      });
    }
  });

  for (const set of SET_IDS) {
    test(`agrees with the reading part by part on every worked case, narrowed down to 8 unknown findings: ${set}`, () => {
      const random = randomFrom(20191997);
      for (const one of scored) {
        const record = narrowed(one.record, set, 8, random);
        expect(bruteForce(record, set), JSON.stringify(record)).toEqual(byParts(record, set));
      }
    }, 60_000);
  }

  test("agrees with the reading part by part where an explanation is handed on and can be lifted", () => {
    const random = randomFrom(2012);
    const handedOn: readonly string[] = [
      "leukopenia-twice",
      "hemolytic-anemia-with-reticulocytosis",
      "hemolytic-anemia",
      "biopsy-class-2-or-5",
      "photosensitive-lupus-rash",
      "pleurisy-over-1-day",
      "pericardial-pain-over-1-day",
      "pericardial-effusion-new",
      "ana-1-80",
      "synovitis-2-joints",
    ];
    for (let round = 0; round < 300; round += 1) {
      const set = pick(random, SET_IDS);
      const findings: Record<string, Statement> = {};
      for (const finding of handedOn) {
        if (random() < 0.5) findings[finding] = { status: "present", explainedBy: { cause: "drug" } };
      }
      const record = narrowed({ findings }, set, 8, random);
      expect(bruteForce(record, set), JSON.stringify(record)).toEqual(byParts(record, set));
    }
  }, 60_000);

  test("refuses more than 22 unknown findings", () => {
    expect(() => bruteForce({}, "acr-1997")).toThrow("36 unknown findings are too many");
  });

  test("no part of a set can be reached from outside it", () => {
    for (const set of SET_IDS) {
      expect(relevantFindings(set), set).toEqual(FINDINGS.filter((finding) => PARTS[set].flat().includes(finding)));
      expect(new Set(PARTS[set].flat()).size, set).toBe(PARTS[set].flat().length);
    }
  });

  test("open names a finding only when its answer alone can change the classification", () => {
    const allButUlcers = relevantFindings("eular-acr-2019").filter((finding) => finding !== "oral-ulcers");
    const findings: Record<string, Status> = Object.fromEntries(allButUlcers.map((finding) => [finding, "absent"]));
    for (const finding of ["ana-1-80", "anti-sm", "lupus-anticoagulant"]) findings[finding] = "present";
    expect(bruteForce({ findings }, "eular-acr-2019")).toEqual({
      verdict: "undetermined",
      lower: 8,
      upper: 10,
      asAssessed: "not-classified",
      value: 8,
      open: ["oral-ulcers"],
    });
  });
});

describe("findings from measurements", () => {
  const statusOf = (finding: string, ...measurements: readonly Measurement[]): Status | undefined =>
    readRecord({ measurements }).facts[finding]?.status;
  const platelets = (value: number, more: Partial<Measurement> = {}): Measurement => ({
    test: "platelets",
    value,
    unit: "10*9/L",
    ...more,
  });
  const white = (value: number, date?: string): Measurement => ({
    test: "white-cells",
    value,
    unit: "10*9/L",
    ...(date === undefined ? {} : { date }),
  });
  const dsdna = (value: number, more: Partial<Measurement>): Measurement => ({
    test: "anti-dsdna",
    value,
    unit: "[IU]/mL",
    ...more,
  });

  test("a limit belongs to neither side in any unit", () => {
    const at = (finding: string, test: string, value: number, unit: string): Status | undefined =>
      statusOf(finding, { test, value, unit });
    expect(at("fever", "temperature", 100.94, "[degF]")).toBe("absent");
    expect(at("fever", "temperature", 100.95, "[degF]")).toBe("present");
    expect(at("fever", "temperature", 38.300000000000004, "Cel")).toBe("present");
    expect(at("lymphopenia-1000", "lymphocytes", 1000, "/mm3")).toBe("absent");
    expect(at("leukopenia", "white-cells", 3.9999999, "10*3/uL")).toBe("present");
    expect(at("proteinuria", "urine-protein-24h", 0.5, "g/(24.h)")).toBe("absent");
    expect(at("proteinuria-500", "urine-protein-24h", 500, "mg/(24.h)")).toBe("present");
    expect(at("proteinuria", "urine-protein-creatinine-ratio", 50, "mg/mmol")).toBe("absent");
    expect(at("proteinuria", "urine-protein-creatinine-ratio", 50.01, "mg/mmol")).toBe("present");
    expect(at("proteinuria", "urine-protein-creatinine-ratio", 0.05657, "g/mmol")).toBe("present");
    expect(at("synovitis-2-joints", "swollen-joints", 2, "{count}")).toBe("present");
  });

  test("an inequality decides only what is certain", () => {
    expect(statusOf("thrombocytopenia", platelets(100, { comparator: "<" }))).toBe("present");
    expect(statusOf("thrombocytopenia", platelets(101, { comparator: "<" }))).toBe("unknown");
    expect(statusOf("thrombocytopenia", platelets(100, { comparator: ">" }))).toBe("absent");
    expect(statusOf("thrombocytopenia", platelets(99, { comparator: ">" }))).toBe("unknown");
    const ana = (value: number, comparator: "<" | ">"): Measurement => ({
      test: "ana-titer",
      value,
      unit: "{titer}",
      comparator,
    });
    expect(statusOf("ana-1-80", ana(80, "<"))).toBe("absent");
    expect(statusOf("ana-1-80", ana(160, "<"))).toBe("unknown");
    expect(statusOf("ana-1-80", ana(80, ">"))).toBe("present");
    expect(statusOf("ana-1-80", ana(40, ">"))).toBe("unknown");
    const cardiolipin = (p99: number): Measurement => ({
      test: "anticardiolipin-igg",
      value: 50,
      unit: "[GPL'U]",
      comparator: "<",
      p99,
    });
    // It may be 45: not over the 99th percentile, yet over 40 units.
    expect(statusOf("anticardiolipin-medium-high", cardiolipin(60))).toBe("unknown");
  });

  test("a value that no rule can judge leaves a finding unknown beside a normal one", () => {
    expect(statusOf("anti-dsdna", dsdna(5, { high: 10 }))).toBe("absent");
    expect(statusOf("anti-dsdna", dsdna(5, { high: 10 }), dsdna(500, {}))).toBe("unknown");
    expect(statusOf("anti-dsdna", dsdna(11, { high: 10 }), dsdna(500, {}))).toBe("present");
  });

  test("a rule for a method judges no value by another method or without one", () => {
    expect(statusOf("anti-dsdna-slicc", dsdna(500, { high: 10 }))).toBe("unknown");
    expect(statusOf("anti-dsdna-slicc", dsdna(20, { high: 10, method: "elisa" }))).toBe("absent");
    expect(statusOf("anti-dsdna-slicc", dsdna(20.1, { high: 10, method: "elisa" }))).toBe("present");
    expect(statusOf("anti-dsdna-slicc", dsdna(11, { high: 10, method: "other" }))).toBe("present");
    expect(statusOf("anti-dsdna-specific", dsdna(500, { high: 10, method: "elisa" }))).toBe("unknown");
    expect(statusOf("anti-dsdna-specific", dsdna(11, { high: 10, method: "farr" }))).toBe("present");
  });

  test("the first positive titer is positive, the upper limit of anything else is not", () => {
    expect(statusOf("anti-dsdna", dsdna(10, { high: 10 }))).toBe("absent");
    expect(statusOf("anti-dsdna", dsdna(10, { high: 10, unit: "{titer}", method: "crithidia" }))).toBe("present");
  });

  test("two dates are two occasions, and values without a date add none to a dated one", () => {
    const twice = "leukopenia-twice";
    expect(statusOf(twice, white(3, "2024-01-01"), white(3.5, "2024-02-01"))).toBe("present");
    expect(statusOf(twice, white(3, "2024-01-01"), white(3.5, "2024-01-01"))).toBe("unknown");
    expect(statusOf(twice, white(3), white(3.5))).toBe("unknown");
    expect(statusOf(twice, white(3, "2024-01-01"), white(3.5))).toBe("unknown");
    expect(statusOf(twice, white(5, "2024-01-01"), white(3.5))).toBe("unknown");
    expect(statusOf(twice, white(5, "2024-01-01"), white(6))).toBe("absent");
  });

  test("a published equivalent that exact conversion does not pass is pointed out", () => {
    const codes = (value: number, unit: string): string[] =>
      readRecord({ measurements: [{ test: "urine-protein-creatinine-ratio", value, unit }] })
        .notices.map((notice) => notice.code)
        .filter((code) => code === "unit-convention");
    expect(codes(49.9, "mg/mmol")).toEqual([]);
    // At 50 only the rule that asks for "at least" counts; above it, both do.
    expect(codes(50, "mg/mmol")).toEqual(["unit-convention"]);
    expect(codes(0.056, "g/mmol")).toEqual(["unit-convention", "unit-convention"]);
    expect(codes(56.57, "mg/mmol")).toEqual([]);
    expect(codes(450, "mg/g")).toEqual([]);
  });
});

describe("findings from findings", () => {
  const drug: Statement = { status: "present", explainedBy: { cause: "drug" } };

  test("present passes forward to the end of the chain and absent passes backward", () => {
    const forward = readRecord({ findings: { "hemolytic-anemia-with-reticulocytosis": "present" } }).facts;
    expect(forward["hemolysis"]).toEqual({ status: "present" });
    const backward = readRecord({ findings: { hemolysis: "absent" } }).facts;
    expect(backward["hemolytic-anemia-with-reticulocytosis"]).toEqual({ status: "absent" });
  });

  test("a normal value beside a finding that follows from another changes nothing", () => {
    const { facts, contradictions } = readRecord({
      findings: { "leukopenia-twice": "present" },
      measurements: [{ test: "white-cells", value: 7, unit: "10*9/L" }],
    });
    expect(facts["leukopenia"]).toEqual({ status: "present" });
    expect(contradictions).toEqual([]);
  });

  test("an explanation is handed on until another route makes the finding present without one", () => {
    const cause = (findings: Readonly<Record<string, Status | Statement>>, measurements: readonly Measurement[] = []) =>
      readRecord({ findings, measurements }).facts;
    expect(cause({ "biopsy-class-2-or-5": drug })["biopsy-lupus-nephritis"]).toEqual({
      status: "present",
      explainedBy: "drug",
    });
    expect(cause({ "biopsy-class-2-or-5": drug, "biopsy-class-3-or-4": "present" })["biopsy-lupus-nephritis"]).toEqual({
      status: "present",
    });
    expect(cause({ "leukopenia-twice": drug, leukopenia: "present" })["leukopenia"]).toEqual({ status: "present" });
    expect(
      cause({ "leukopenia-twice": drug }, [{ test: "white-cells", value: 3, unit: "10*9/L" }])["leukopenia"],
    ).toEqual({ status: "present" });
  });

  test("an explanation stated on a finding is its own and no other route lifts it", () => {
    const { facts } = readRecord({
      findings: { "leukopenia-twice": "present", leukopenia: drug },
      measurements: [{ test: "white-cells", value: 3, unit: "10*9/L" }],
    });
    expect(facts["leukopenia"]).toEqual({ status: "present", explainedBy: "drug" });
    expect(facts["leukopenia-twice"]).toEqual({ status: "present" });
  });

  test("an assumption gives way to any answer and carries an explanation only when every source has one", () => {
    const arthritis = (findings: Readonly<Record<string, Status | Statement>>) =>
      readRecord({ findings }).facts["nonerosive-arthritis"];
    expect(arthritis({ "synovitis-2-joints": drug })).toEqual({ status: "present", explainedBy: "drug" });
    expect(arthritis({ "synovitis-2-joints": drug, "tender-joints-with-stiffness": "present" })).toEqual({
      status: "present",
    });
    expect(arthritis({ "synovitis-2-joints": "present", "nonerosive-arthritis": "absent" })).toEqual({
      status: "absent",
    });
    expect(arthritis({ "synovitis-2-joints": "absent" })).toEqual({ status: "unknown" });
    expect(readRecord({ findings: { proteinuria: "absent" } }).facts["proteinuria-500"]).toEqual({ status: "absent" });
    const measured = readRecord({
      measurements: [{ test: "ana-titer", value: 80, unit: "{titer}", high: 160 }],
    });
    expect(measured.facts["ana-1-80"]).toEqual({ status: "present" });
    expect(measured.facts["ana-above-reference"]).toEqual({ status: "absent" });
    expect(measured.notices).toEqual([]);
  });

  test("an answer can lift the explanation that another finding handed on", () => {
    const settled = relevantFindings("slicc-2012").filter((finding) => !finding.startsWith("biopsy"));
    const findings: Record<string, Status | Statement> = Object.fromEntries(
      settled.map((finding) => [finding, "absent"]),
    );
    findings["ana-above-reference"] = "present";
    findings["biopsy-class-2-or-5"] = { status: "present", explainedBy: { cause: "infection" } };
    const outcome = bruteForce({ findings }, "slicc-2012");
    expect(outcome).toMatchObject({ verdict: "undetermined", lower: 1, upper: 1, open: ["biopsy-class-3-or-4"] });
  });

  test("a set reads a complete world with its own rule of attribution", () => {
    const world: World = { "direct-coombs": "present", "hemolytic-anemia": { explainedBy: "drug" } };
    expect(SETS["slicc-2012"](world).criteria).toMatchObject({ "hemolytic-anemia": true, "direct-coombs": false });
    expect(SETS["acr-1997"]({ seizure: { explainedBy: "metabolic" } }).score).toBe(0);
    expect(SETS["acr-1997"]({ seizure: { explainedBy: "infection" } }).score).toBe(1);
    expect(SETS["acr-1997"]({ thrombocytopenia: { explainedBy: "metabolic" } }).score).toBe(1);
    expect(SETS["slerpi"]({ "interstitial-lung-disease": { explainedBy: "other" } }).score).toBe(0);
    expect(SETS["slerpi"]({ "interstitial-lung-disease": "present" }).score).toBe(-1);
  });
});
