import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { context, definitions, testsNotRead } from "../../criteria/index.ts";
import type { LabTest, Measurement, TestId } from "../../criteria/types.ts";
import { readMeasurement } from "../../lib/find/measurement.ts";
import { findPlanOf } from "../../lib/find/plan.ts";
import { limitDoubts } from "../../lib/record/limit-doubts.ts";
import { compare } from "../../lib/record/rational.ts";
import { acceptedUnit, canonical, isPlausible } from "../../lib/record/units.ts";

const read = readMeasurement.bind(undefined, findPlanOf({ definitions, topics: context, notRead: testsNotRead }));
const tests = Object.entries(definitions.tests) as [TestId, LabTest][];

const white = { test: "white-cells", unit: "10*9/L" } as const;
const platelets = { test: "platelets", unit: "10*9/L" } as const;
const c3 = { test: "c3", unit: "g/L" } as const;

const typed: readonly (readonly [string, Measurement])[] = [
  ["wbc 3.2", { ...white, value: 3.2 }],
  ["WBC 3,2", { ...white, value: 3.2 }],
  ["wbc 3.200", { ...white, value: 3.2 }],
  ["c3 .55 (.9)", { test: "c3", unit: "g/L", value: 0.55, low: 0.9 }],
  ["wbc 3.2.", { ...white, value: 3.2 }],
  ["wbc: 3.2", { ...white, value: 3.2 }],
  ["wbc=3.2", { ...white, value: 3.2 }],
  ["white cell count 3.2", { ...white, value: 3.2 }],
  ["wbc 3200", { ...white, value: 3200, unit: "/uL" }],
  ["wbc 3.2 x10^9/L", { ...white, value: 3.2 }],
  ["wbc 3.2 10e9/l", { ...white, value: 3.2 }],
  ["wbc 3.2 K/uL", { ...white, value: 3.2, unit: "10*3/uL" }],
  ["wbc 3200 cells per µL", { ...white, value: 3200, unit: "/uL" }],
  ["wbc 3200 /mm³", { ...white, value: 3200, unit: "/mm3" }],
  ["wbc 3.2 2024-05-02", { ...white, value: 3.2, date: "2024-05-02" }],
  ["wbc 2024-05-02 3.2", { ...white, value: 3.2, date: "2024-05-02" }],
  ["plt 85", { ...platelets, value: 85 }],
  ["plt85", { ...platelets, value: 85 }],
  ["plt <20", { ...platelets, value: 20, comparator: "<" }],
  ["plt < 20", { ...platelets, value: 20, comparator: "<" }],
  ["plt 250000", { ...platelets, value: 250000, unit: "/uL" }],
  ["plt 250,000", { ...platelets, value: 250_000, unit: "/uL" }],
  ["ana 1:320", { test: "ana-titer", value: 320, unit: "{titer}" }],
  ["ana 1/320", { test: "ana-titer", value: 320, unit: "{titer}" }],
  ["ana titer 320", { test: "ana-titer", value: 320, unit: "{titer}" }],
  ["ana >1:1280", { test: "ana-titer", value: 1280, unit: "{titer}", comparator: ">" }],
  ["ana 1:160 (1:80)", { test: "ana-titer", value: 160, unit: "{titer}", high: 80 }],
  ["ana 1:160 (<1:80)", { test: "ana-titer", value: 160, unit: "{titer}", high: 80 }],
  ["c3 0.62 (0.9)", { ...c3, value: 0.62, low: 0.9 }],
  ["c3 0,62 (0,9)", { ...c3, value: 0.62, low: 0.9 }],
  ["c3 62 (90)", { ...c3, value: 62, unit: "mg/dL", low: 90 }],
  ["c3 4 (90)", { ...c3, value: 4, unit: "mg/dL", low: 90 }],
  ["c3 0.62 (0.9-1.8)", { ...c3, value: 0.62, low: 0.9, high: 1.8 }],
  ["c3 <0.4 g/L (0.9) 2023-01-31", { ...c3, value: 0.4, low: 0.9, comparator: "<", date: "2023-01-31" }],
  ["ch50 12 (30)", { test: "ch50", value: 12, unit: "U/mL", low: 30 }],
  ["upcr 0.8 mg/mg", { test: "urine-protein-creatinine-ratio", value: 0.8, unit: "mg/mg" }],
  ["upcr 80 mg/mmol", { test: "urine-protein-creatinine-ratio", value: 80, unit: "mg/mmol" }],
  ["24h protein 0.8 g", { test: "urine-protein-24h", value: 0.8, unit: "g/(24.h)" }],
  ["24h protein 800 mg/day", { test: "urine-protein-24h", value: 800, unit: "mg/(24.h)" }],
  ["temp 101 F", { test: "temperature", value: 101, unit: "[degF]" }],
  ["temp 101", { test: "temperature", value: 101, unit: "[degF]" }],
  ["temp 38.5", { test: "temperature", value: 38.5, unit: "Cel" }],
  ["t 38,5 °C", { test: "temperature", value: 38.5, unit: "Cel" }],
  ["dsdna 95 (10) elisa", { test: "anti-dsdna", value: 95, unit: "[IU]/mL", high: 10, method: "elisa" }],
  ["dsdna 95 iu/ml farr (10)", { test: "anti-dsdna", value: 95, unit: "[IU]/mL", high: 10, method: "farr" }],
  ["dsdna 1:80 crithidia (1:10)", { test: "anti-dsdna", value: 80, unit: "{titer}", high: 10, method: "crithidia" }],
  ["dsdna 3.1 index (1.0)", { test: "anti-dsdna", value: 3.1, unit: "{index}", high: 1 }],
  ["acl igg 61", { test: "anticardiolipin-igg", value: 61, unit: "[GPL'U]" }],
  ["acl igg 61 GPL U/mL", { test: "anticardiolipin-igg", value: 61, unit: "[GPL'U]" }],
  ["acl igm 35 (high 20, p99 40)", { test: "anticardiolipin-igm", value: 35, unit: "[MPL'U]", high: 20, p99: 40 }],
  ["sjc 4", { test: "swollen-joints", value: 4, unit: "{count}" }],
  ["sjc 4 joints", { test: "swollen-joints", value: 4, unit: "{count}" }],
  ["leukopenia 5.2", { ...white, value: 5.2 }],
  ["lymphopenia 0.8", { test: "lymphocytes", value: 0.8, unit: "10*9/L" }],
  ["thrombocytopenia 250", { ...platelets, value: 250 }],
  ["fever 37.8", { test: "temperature", value: 37.8, unit: "Cel" }],
  ["fever of 101", { test: "temperature", value: 101, unit: "[degF]" }],
  ["proteinuria 0.9 g/day", { test: "urine-protein-24h", value: 0.9, unit: "g/(24.h)" }],
  ["proteinuria 900 mg/g", { test: "urine-protein-creatinine-ratio", value: 900, unit: "mg/g" }],
];

test.each(typed)("%j is read as one measurement", (query, measurement) => {
  expect(read(query)).toEqual({ kind: "read", measurement });
});

describe("what could mean several things is asked, never guessed", () => {
  test.each([
    ["upcr 0.8", ["mg/g", "mg/mg", "mg/mmol", "g/mmol"]],
    ["24h protein 0.8", ["g/(24.h)", "mg/(24.h)"]],
    ["lymph 300", ["10*9/L", "/uL"]],
    ["plt 1500", ["10*9/L", "/uL"]],
    ["upcr 800 mg", ["mg/g", "mg/mmol"]],
  ])("%j could be in several units that are not the same", (query, units) => {
    const result = read(query);
    expect(result?.kind === "choose" && result.choices.map(({ unit }) => unit)).toEqual(units);
  });

  test("an anticardiolipin without its class could be any of the three", () => {
    expect(read("acl 61")).toMatchObject({
      kind: "choose",
      choices: [{ test: "anticardiolipin-igg" }, { test: "anticardiolipin-igm" }, { test: "anticardiolipin-iga" }],
    });
  });

  test.each([
    ["platlets 85", "platelets"],
    ["platel 85", "platelets"],
    ["arthritis in 5 joints", "swollen-joints"],
    ["leukopenia 2019", "white-cells"],
  ])("%j is offered as a value and never taken for one", (query, id) => {
    expect(read(query)).toMatchObject({ kind: "choose", choices: [{ test: id }] });
  });

  test("the name of a finding that several tests decide, without a unit, is asked about", () => {
    const result = read("proteinuria 0.3");
    const tests = result?.kind === "choose" ? new Set(result.choices.map((one) => one.test)) : undefined;
    expect(tests).toEqual(new Set(["urine-protein-24h", "urine-protein-creatinine-ratio"]));
  });

  test("so is a dot, which stands between thousands in much of the world", () => {
    for (const [query, values] of [
      ["upcr 1.200 mg/g", [1.2, 1200]],
      ["24h protein 1.250 mg", [1.25, 1250]],
      ["dsdna 1.200 IU/mL (30)", [1.2, 1200]],
      ["plt 1.200 10^9/L", [1.2, 1200]],
    ] as const) {
      const result = read(query);
      expect(result?.kind === "choose" && result.choices.map(({ value }) => value), query).toEqual(values);
    }
    expect(read("plt 150.000 /uL")).toMatchObject({ kind: "problem", choices: [{ value: 150, unit: "10*9/L" }] });
    expect(read("c3 1.050 g/L (0.900)")).toMatchObject({ kind: "read", measurement: { value: 1.05, low: 0.9 } });
    expect(read("temp 38.500")).toMatchObject({ kind: "read", measurement: { value: 38.5 } });
  });

  test.each(["urine protein 300", "urine protein 30", "urine protein 300 mg", "Urine protein 0.8 g"])(
    "%j may be a dipstick or a random sample",
    (query) => {
      const result = read(query);
      expect(result).toMatchObject({
        kind: "choose",
        message: expect.stringContaining("a dipstick or a random sample"),
      });
    },
  );

  test("with the whole unit it is what it says", () => {
    expect(read("urine protein 300 mg/24h")).toMatchObject({ kind: "read", measurement: { value: 300 } });
    expect(read("urine protein 300 mg/dL")).toMatchObject({ kind: "problem" });
  });

  test("a limit that does not go with its value is asked about, and the value stays", () => {
    const offered = (query: string) => {
      const result = read(query);
      if (result?.kind !== "choose") throw new Error(`${query} is ${result?.kind}`);
      return result.choices.map(({ test: _, method: __, ...one }) => one);
    };
    expect(offered("c3 1.2 (90-180)")).toEqual([
      { value: 1.2, unit: "g/L", low: 0.9, high: 1.8 },
      { value: 1.2, unit: "g/L" },
    ]);
    expect(offered("c3 1.2 mg/dL (90-180)")).toEqual([
      { value: 1.2, unit: "g/L", low: 0.9, high: 1.8 },
      { value: 1.2, unit: "mg/dL" },
    ]);
    expect(offered("c3 120 (0.9-1.8)")[0]).toEqual({ value: 120, unit: "mg/dL", low: 90, high: 180 });
    expect(offered("c4 15 (0.1)")[0]).toEqual({ value: 15, unit: "mg/dL", low: 10 });
    expect(offered("c3 62 (180-90)")[0]).toEqual({ value: 62, unit: "mg/dL", low: 90, high: 180 });
    expect(offered("c3 62 (9999)")).toEqual([{ value: 62, unit: "mg/dL" }]);
    expect(offered("c3 62 (0)")).toEqual([{ value: 62, unit: "mg/dL" }]);
    expect(offered("dsdna 95 (9999)")).toEqual([{ value: 95, unit: "[IU]/mL" }]);
    expect(offered("acl igg 61 (999)")).toEqual([
      { value: 61, unit: "[GPL'U]", high: 999 },
      { value: 61, unit: "[GPL'U]" },
    ]);
    expect(offered("wbc 2.8 (4-9999)")).toEqual([{ value: 2.8, unit: "10*9/L", low: 4 }]);
  });

  test("a comma that could stand between thousands or before decimals is asked about where it matters", () => {
    expect(read("upcr 1,200 mg/g")).toMatchObject({ kind: "choose", choices: [{ value: 1200 }, { value: 1.2 }] });
    expect(read("wbc 3,200")).toEqual({ kind: "read", measurement: { ...white, value: 3200, unit: "/uL" } });
    expect(read("ch50 1,500")).toMatchObject({ kind: "problem", choices: [{ value: 1.5 }] });
  });
});

describe("what a person with fresh eyes found entered and wrong is asked about", () => {
  test.each([
    // An upper bound is no lower limit.
    "c3 1.2 (<1.8)",
    "C3 120 mg/dL (<180)",
    "c4 20 mg/dL (<40)",
    "ch50 50 (<60)",
    "c3 1.2 (1.8)",
    "c3 120 (180)",
    "c4 20 (40)",
    "c3 0.62 (2)",
    // Another unit than the first that is possible.
    "c4 2",
    "c4 <1.5",
    "c4 2 (0.1-0.4)",
    "c3 3",
    "c3 <5",
    "plt 1.5",
    "platelets 2.1 (1.5-4.1)",
    // A year.
    "wbc in 2019",
    "wbc 2019",
    "dsdna 2015 elisa",
    "acl igg 1998",
    // A titer that was not typed as one, and ranges of titers.
    "dsdna 95 (1:10)",
    "ana 1:80 (1:40-1:80)",
    "ana 1:80 (>1:80)",
    "ana 1:80 (up to 1:80)",
    // A group of four.
    "plt 1,5000",
    "wbc 3,2000",
  ])("%j", (query) => {
    expect(read(query)?.kind).not.toBe("read");
  });

  test("an index is told from units by its limit, and a typed unit settles a year", () => {
    expect(read("dsdna 2.3 (1.0)")).toMatchObject({ kind: "read", measurement: { unit: "{index}", high: 1 } });
    expect(read("wbc 2019 /uL")).toMatchObject({ kind: "read", measurement: { value: 2019 } });
    expect(read("c4 1.5 g/L")).toMatchObject({ kind: "read", measurement: { unit: "g/L" } });
    expect(read("c4 20 (>10)")).toMatchObject({ kind: "read", measurement: { low: 10 } });
  });
});

describe("what is no titer is never entered as one", () => {
  test.each([
    "ana 2.5",
    "ana 0.8",
    "ana <0.5",
    "ana 2,5",
    "ana 2.5 index",
    "ana 1.8 ratio",
    "ana 45 U/mL",
    "ana 45 IU/mL",
    "ana 30 units",
    "ana 3.2 elisa",
    "ana elisa 3.2",
    "ana elisa 160",
    "ana by eia 40",
    "ana screen 2",
    "anti-nuclear antibodies 1.4",
    "ana 1:2.5",
    "ana 80.5",
    "ana 3",
    "ana 45",
    "ana 1.280",
    "ANA titre 2.5",
  ])("%j", (query) => {
    expect(read(query)).toMatchObject({ kind: "other-assay", finding: "ana-1-80" });
  });

  test("a whole number may be a titer all the same, and is offered as one where nothing speaks against it", () => {
    const titers = (query: string) => {
      const result = read(query);
      return result?.kind === "other-assay" && result.choices.map(({ value }) => value);
    };
    expect(titers("ana 45")).toEqual([45]);
    expect(titers("ana 1.280")).toEqual([1280]);
    expect(titers("ana 45 U/mL")).toEqual([]);
    expect(titers("ana 2.5")).toEqual([]);
  });

  test.each(["ana 80", "ana 160", "ana 1280", "ana 100", "ana 3200", "ana <40"])(
    "%j is not written as one: it is offered, and not entered unasked",
    (query) => {
      expect(read(query)).toMatchObject({
        kind: "choose",
        message: expect.stringContaining("is not written as a titer"),
        choices: [{ test: "ana-titer", unit: "{titer}" }],
      });
    },
  );

  test.each([
    "ana 1:45",
    "ana 1:80",
    "ana titer 160",
    "ana titre 1280",
    "ana 3200 speckled",
    "ana 45 titer",
    "ana <1:40",
  ])("%j is one", (query) => {
    expect(read(query)).toMatchObject({ kind: "read", measurement: { test: "ana-titer" } });
  });

  test("a titer of another test is whole too", () => {
    expect(read("dsdna 1:2.5")).toMatchObject({ kind: "problem" });
    for (const query of ["dsdna 1.5 crithidia", "dsdna 95 crithidia", "dsdna 95 (1:10)"]) {
      expect(read(query), query).toMatchObject({ kind: "choose" });
    }
    expect(read("dsdna 40 crithidia (10)")).toMatchObject({
      kind: "read",
      measurement: { value: 40, unit: "{titer}", high: 10 },
    });
    expect(read("dsdna 10.5 titer")).toMatchObject({ kind: "problem" });
  });
});

describe("what cannot be read says why", () => {
  test.each([
    ["plt 250000 10^9/L", "not believable"],
    ["wbc 0", "not believable"],
    ["temp 20", "not believable"],
    ["wbc 3.2 furlong", 'read "furlong" as its unit; accepted: ×10⁹/L'],
    ["wbc 3.2 (4)", "needs no limit"],
    ["c3 0.62 (low-ish)", "as its limit"],
    ["wbc 3.2 5/2/24", "a date is written as 2024-05-02"],
    ["wbc 3.2 2024-02-30", "a date is written as 2024-05-02"],
    ["wbc -3", 'type a number, not "-3"'],
    ["plt <=20", 'type a number, not "<=20"'],
    ["plt ~20", 'type a number, not "~20"'],
    ["wbc 3.2 1", 'read "1" as its unit'],
    ["plt 85 10", 'read "10" as its unit'],
    ["c3 62 mg/d (90)", 'read "mg/d" as its unit'],
    ["wbc 1:80 /uL", 'read "/uL" as its unit'],
    ["dsdna 95 elisa- (10)", 'read "elisa-" as its unit'],
  ])("%j", (query, message) => {
    const result = read(query);
    expect(result?.kind).toBe("problem");
    expect(result?.kind === "problem" && result.message).toContain(message);
  });

  test("a slip of units names the unit that fits", () => {
    expect(read("plt 250000 10^9/L")).toMatchObject({ choices: [{ value: 250000, unit: "/uL" }] });
  });
});

test("a common value that no set reads is known as such", () => {
  for (const query of ["creatinine 1.4", "haemoglobin 9.1 g/dl", "esr 80", "crea 140 umol/L"]) {
    expect(read(query)?.kind, query).toBe("not-read");
  }
});

test.each(["malar", "wbc", "c3 low", "proteinuria", "fever 3 days", "no wbc 3.2", "ssa 60", "", "   ", "3.2"])(
  "%j is no measurement",
  (query) => {
    expect(read(query)).toBeUndefined();
  },
);

/** Any measurement that a test accepts, with its limits and date. */
const measurement: fc.Arbitrary<Measurement> = fc.constantFrom(...tests).chain(([id, test]) => {
  const limits = (test.limits ?? []).map(({ name }) => name);
  return (
    fc
      .record({
        unit: fc.constantFrom(...test.units),
        value: fc.integer({ min: 1, max: 999_999 }),
        places: fc.integer({ min: 0, max: 3 }),
        limit: fc.option(fc.constantFrom("low", "high", "p99", ...limits), { nil: undefined }),
        date: fc.option(fc.date({ min: new Date("1950-01-01"), max: new Date("2049-12-31"), noInvalidDate: true }), {
          nil: undefined,
        }),
        method: fc.option(fc.constantFrom(...(test.methods ?? []).map((one) => one.id), undefined), { nil: undefined }),
        comparator: fc.constantFrom(undefined, "<", ">"),
      })
      // A titer is whole, a limit beside its like is believed, and what a dot can mean otherwise is asked about.
      .filter(({ value, places, unit, limit }) => {
        const number = value / 10 ** places;
        const whole = unit.unit !== "{titer}" || Number.isInteger(number);
        const plain = !/^[1-9]\d{0,2}\.\d{3}$/.test(String(number));
        const doubts = limit ? limitDoubts({ test: id, value: number, unit: unit.unit, [limit]: number }, test) : [];
        return isPlausible(number, unit, test) && whole && plain && doubts.length === 0;
      })
      .map(({ unit, value, places, limit, date, method, comparator }) => ({
        test: id,
        value: value / 10 ** places,
        unit: unit.unit,
        ...(comparator && { comparator }),
        ...(limit && limits.includes(limit) && { [limit]: value / 10 ** places }),
        ...(method && { method }),
        ...(date && { date: date.toISOString().slice(0, 10) }),
      }))
  );
});

/** The measurement as a person would type it. */
function asTyped(one: Measurement, withUnit: boolean): string {
  const { short, units } = definitions.tests[one.test];
  const unit = units.find(({ unit }) => unit === one.unit);
  const limits = (["low", "high", "p99"] as const).filter((name) => one[name] !== undefined);
  return [
    short,
    `${one.comparator ?? ""}${unit?.label === "titer" ? "1:" : ""}${one.value}`,
    ...(withUnit && unit?.label !== "titer" ? [unit?.label] : []),
    ...limits.map((name) => `(${name} ${one[name]})`),
    ...(one.method ? [one.method] : []),
    ...(one.date ? [one.date] : []),
  ].join(" ");
}

test("whatever is typed with its unit is read as it was meant", () => {
  fc.assert(
    fc.property(measurement, (meant) => {
      expect(read(asTyped(meant, true))).toEqual({ kind: "read", measurement: meant });
    }),
    { seed: 1, numRuns: 2000 },
  );
});

test("without a unit, what was meant is read or is among the choices", () => {
  fc.assert(
    fc.property(measurement, (meant) => {
      const test = definitions.tests[meant.test];
      const exact = (one: Measurement) => {
        const unit = acceptedUnit(test, one.unit);
        return unit && canonical(one.value, unit);
      };
      const result = read(asTyped(meant, false));
      const offered = result?.kind === "read" ? [result.measurement] : result?.kind === "choose" ? result.choices : [];
      const needsLimit = test.limits?.some(({ required }) => required);
      const same = offered.some((one) => {
        const [a, b] = [exact(one), exact(meant)];
        return needsLimit ? one.value === meant.value : a !== undefined && b !== undefined && compare(a, b) === 0;
      });
      expect(same).toBe(true);
    }),
    { seed: 2, numRuns: 2000 },
  );
});

test("no text makes the reader throw", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("", "wbc ", "c3 ", "ana 1:", "dsdna 95 ("),
      (text, start) => {
        read(start + text);
      },
    ),
    { seed: 3, numRuns: 2000 },
  );
});
