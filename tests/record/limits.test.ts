import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { AcceptedUnit, Finding, FindingId, LabTest, Measurement, Rule, Status } from "../../criteria/types.ts";
import { interpret } from "../support/assess.ts";

function statusOf(finding: FindingId, measurements: readonly Measurement[]): Status {
  const { facts, issues } = interpret({ format: "sle-record/1", measurements });
  if (!facts) throw new Error(JSON.stringify(issues));
  return facts[finding].status;
}

/** Six more decimals than any limit has, so that a neighbor differs from the limit by less than anyone reports. */
const STEP = 10n ** 9n;

/** A canonical limit in an accepted unit, in billionths; `exact` when nothing was cut off. Written out apart from lib. */
function limitIn(unit: AcceptedUnit, canonical: number): { readonly billionths: bigint; readonly exact: boolean } {
  const [up, down] = unit.times ?? [1, 1];
  const scaled = BigInt(Math.round(canonical * 1e6)) * 1000n * BigInt(down);
  const billionths = scaled / BigInt(up) - BigInt(unit.plus ?? 0) * STEP;
  return { billionths, exact: scaled % BigInt(up) === 0n };
}

/** Billionths as the number that is typed. */
function typed(billionths: bigint): number {
  return Number(`${billionths / STEP}.${String(billionths % STEP).padStart(9, "0")}`);
}

function meets(is: Rule["is"], side: -1 | 0 | 1): boolean {
  return is === "<" ? side < 0 : is === ">" ? side > 0 : side >= 0;
}

interface Place {
  readonly side: -1 | 0 | 1;
  readonly value: number;
}

/**
 * Just below, at and just above; without "at" where the limit has no end of decimals in this unit. The neighbors of a
 * titer are the next whole dilutions.
 */
function around({ billionths, exact }: ReturnType<typeof limitIn>, { unit }: AcceptedUnit): readonly Place[] {
  const step = unit === "{titer}" ? STEP : 1000n;
  const below: Place = { side: -1, value: typed(exact ? billionths - step : billionths) };
  const above: Place = { side: 1, value: typed(exact ? billionths + step : billionths + 1n) };
  return exact ? [below, { side: 0, value: typed(billionths) }, above] : [below, above];
}

/** What "<v" or ">v" says: certain only when every value beyond v, near and far, agrees. */
function beyond(is: Rule["is"], comparator: "<" | ">", side: -1 | 0 | 1): Status {
  const possible = comparator === "<" ? [-1, ...(side > 0 ? [0, 1] : [])] : [...(side < 0 ? [-1, 0] : []), 1];
  const judged = new Set(possible.map((one) => meets(is, one as -1 | 0 | 1)));
  return judged.size === 2 ? "unknown" : judged.has(true) ? "present" : "absent";
}

/** The values on as many days as the finding asks for. */
function onDays(finding: Finding, measurement: Measurement): Measurement[] {
  const occasions = Math.max(...(finding.decidedBy ?? []).map((rule) => rule.occasions ?? 1));
  return Array.from({ length: occasions }, (_, day) => ({ ...measurement, date: `2024-03-0${day + 1}` }));
}

interface Row {
  readonly id: FindingId;
  readonly finding: Finding;
  readonly rule: Rule;
  readonly test: LabTest;
  readonly unit: AcceptedUnit;
}

const rows: readonly Row[] = (Object.entries(definitions.findings) as [FindingId, Finding][]).flatMap(([id, finding]) =>
  (finding.decidedBy ?? []).flatMap((rule) => {
    const test = definitions.tests[rule.test];
    return test.units.map((unit) => ({ id, finding, rule, test, unit }));
  }),
);

function sentence({ id, rule, unit }: Row, places: readonly Place[], is: Rule["is"]): string {
  const counts = places.filter(({ side }) => meets(is, side)).map(({ value }) => value);
  const not = places.filter(({ side }) => !meets(is, side)).map(({ value }) => value);
  return `${id} counts at ${counts.join(" and ")} and not at ${not.join(" and ")} ${unit.label} (${rule.test})`;
}

describe("fixed limits, in every accepted unit", () => {
  const fixed = rows.flatMap((row) => {
    const { rule, unit } = row;
    if (!("value" in rule)) return [];
    const published = rule.perUnit?.find((limit) => limit.unit === unit.unit);
    const limit = published
      ? { billionths: BigInt(Math.round(published.value * 1e6)) * 1000n, exact: true }
      : limitIn(unit, rule.value);
    const places = around(limit, unit);
    return [{ title: sentence(row, places, rule.is), row, rule, places }];
  });

  test("there is one for every rule with a number", () => {
    expect(new Set(fixed.map(({ row }) => row.id))).toContain("fever");
    expect(fixed.length).toBeGreaterThan(40);
    // The fixed limits are written in the first unit of their test.
    for (const { rule, row } of fixed) expect(rule.unit).toBe(row.test.units[0].unit);
  });

  test.each(fixed)("$title", ({ row: { id, finding, unit }, rule, places }) => {
    for (const { side, value } of places) {
      const measurement = { test: rule.test, value, unit: unit.unit };
      const once = statusOf(id, [measurement]);
      const enough = statusOf(id, onDays(finding, measurement));
      const expected = meets(rule.is, side) ? "present" : "absent";
      expect(enough, `${value}`).toBe(expected);
      expect(once, `${value} once`).toBe(expected === "present" && (rule.occasions ?? 1) > 1 ? "unknown" : expected);
      for (const comparator of ["<", ">"] as const) {
        const status = statusOf(id, onDays(finding, { ...measurement, comparator }));
        expect(status, `${comparator}${value}`).toBe(beyond(rule.is, comparator, side));
      }
    }
  });
});

describe("the laboratory's own limits, in every accepted unit", () => {
  const own = rows.flatMap((row) => {
    const { rule, test, unit } = row;
    if (!("limit" in rule)) return [];
    const methods = rule.methods ?? (test.methods ?? [{ id: undefined }]).map(({ id }) => id);
    return methods
      .filter((method) => method === undefined || !rule.notMethods?.includes(method))
      .map((method) => ({ row, rule, limit: test.plausible[1] < 10 ? limitIn(unit, 0.25) : limitIn(unit, 20), method }))
      .map(({ limit, method, ...rest }) => {
        const is = rule.is === ">" && rule.limit === "high" && unit.unit === "{titer}" ? ">=" : rule.is;
        const places = around({ ...limit, billionths: limit.billionths * BigInt(rule.times ?? 1) }, unit);
        const by = `${method ? ` by ${method}` : ""} where the limit (${rule.limit}) is ${typed(limit.billionths)}`;
        return { title: sentence(row, places, is) + by, ...rest, is, places, limit: typed(limit.billionths), method };
      });
  });

  test.each(own)("$title", ({ row: { id, unit }, rule, is, places, limit, method }) => {
    for (const { side, value } of places) {
      const measurement = { test: rule.test, value, unit: unit.unit, ...(method && { method }), [rule.limit]: limit };
      expect(statusOf(id, [measurement]), `${value}`).toBe(meets(is, side) ? "present" : "absent");
      for (const comparator of ["<", ">"] as const) {
        const status = statusOf(id, [{ ...measurement, comparator }]);
        expect(status, `${comparator}${value}`).toBe(beyond(is, comparator, side));
      }
    }
  });

  test.each(own)(
    "without its limit nothing is judged: $title",
    ({ row: { id, unit, finding }, rule, places, method }) => {
      // A fixed limit of the same finding still judges.
      const fixed = finding.decidedBy?.some((other) => other.test === rule.test && "value" in other);
      for (const { value } of places) {
        const measurement = { test: rule.test, value, unit: unit.unit, ...(method && { method }) };
        expect(statusOf(id, [measurement])).toBe(fixed ? "absent" : "unknown");
      }
    },
  );

  test.each(own.filter(({ rule }) => rule.methods ?? rule.notMethods))(
    "without a method, or with one that it does not name, its rule judges nothing: $title",
    ({ row: { id, unit, finding, test: lab }, rule, places, limit }) => {
      const judgedBySomeRule = (method: string) =>
        finding.decidedBy?.some(
          ({ methods, notMethods }) => (methods?.includes(method) ?? true) && !notMethods?.includes(method),
        );
      const silent = [undefined, ...(lab.methods ?? []).map((one) => one.id).filter((one) => !judgedBySomeRule(one))];
      for (const method of silent) {
        const value = places.at(-1)?.value ?? 0;
        const measurement = { test: rule.test, value, unit: unit.unit, ...(method && { method }), [rule.limit]: limit };
        expect(statusOf(id, [measurement]), method).toBe("unknown");
      }
    },
  );
});

describe("believable values", () => {
  const tests = Object.entries(definitions.tests) as [Measurement["test"], LabTest][];
  const edges = tests.flatMap(([id, lab]) => lab.units.map((unit) => ({ id, lab, unit, label: unit.label })));

  test.each(edges)("$id in $label: both ends of the range are taken, and nothing beyond them", ({ id, lab, unit }) => {
    const codes = (value: number) =>
      interpret({ format: "sle-record/1", measurements: [{ test: id, value, unit: unit.unit }] }).issues.map(
        ({ code }) => code,
      );
    const places = (end: number) => around(limitIn(unit, end), unit);
    const [lowest, highest] = lab.plausible;
    // Zero has no neighbor below that `typed` could write; it is covered by the negative number.
    for (const { side, value } of lowest > 0 && unit.unit !== "{titer}" ? places(lowest) : []) {
      expect(codes(value), `${value}`).toEqual(side < 0 ? ["implausible-value"] : []);
    }
    for (const { side, value } of places(highest)) {
      expect(codes(value), `${value}`).toEqual(side > 0 ? ["implausible-value"] : []);
    }
    expect(codes(-1)).toEqual(["implausible-value"]);
  });
});

describe("the limits that people get wrong, by hand", () => {
  test.each([
    ["thrombocytopenia", "platelets", "10*9/L", 99, 100],
    ["thrombocytopenia", "platelets", "/mm3", 99_999, 100_000],
    ["leukopenia", "white-cells", "10*9/L", 3.9, 4],
    ["leukopenia", "white-cells", "/uL", 3999, 4000],
    ["lymphopenia-1000", "lymphocytes", "10*3/uL", 0.99, 1],
    ["fever", "temperature", "Cel", 38.4, 38.3],
    ["fever", "temperature", "[degF]", 101, 100.9],
    ["fever", "temperature", "[degF]", 100.95, 100.94],
    ["ana-1-80", "ana-titer", "{titer}", 80, 79],
    ["proteinuria", "urine-protein-24h", "g/(24.h)", 0.51, 0.5],
    ["proteinuria-500", "urine-protein-24h", "mg/(24.h)", 500, 499.9],
    ["proteinuria", "urine-protein-creatinine-ratio", "mg/mmol", 50.1, 50],
    ["proteinuria", "urine-protein-creatinine-ratio", "g/mmol", 0.0501, 0.05],
    ["proteinuria-500", "urine-protein-creatinine-ratio", "mg/mmol", 50, 49.9],
    ["proteinuria", "urine-protein-creatinine-ratio", "g/g", 0.51, 0.5],
    ["anticardiolipin-medium-high", "anticardiolipin-igg", "[GPL'U]", 41, 40],
    ["anticardiolipin-medium-high", "anticardiolipin-iga", "[APL'U]", 41, 40],
    ["synovitis-2-joints", "swollen-joints", "{count}", 2, 1],
  ] as const)("%s by %s in %s counts at %d and not at %d", (finding, id, unit, counts, not) => {
    expect(statusOf(finding, [{ test: id, value: counts, unit }])).toBe("present");
    expect(statusOf(finding, [{ test: id, value: not, unit }])).toBe("absent");
  });
});
