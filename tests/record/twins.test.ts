import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { Condition, FindingId, Measurement, ReferenceSet } from "../../criteria/types.ts";
import { twinPlanOf, twinsOf } from "../../lib/record/twins.ts";
import { assess, interpret } from "../support/assess.ts";

const [set] = definitions.sets;
const [domain] = set?.domains ?? [];
const [criterion] = domain?.criteria ?? [];

function countingIn(when: Condition): readonly FindingId[] {
  if (!set || !domain || !criterion) throw new Error("no set is registered");
  const made: ReferenceSet = { ...set, domains: [{ ...domain, criteria: [{ ...criterion, when }] }] };
  return [...twinPlanOf({ ...definitions, sets: [made] }).counting];
}

test("a finding counts where a criterion asks for it, not where one asks for its absence or takes it however explained", () => {
  const present = (finding: FindingId): Condition => ({ kind: "present", finding });
  expect(
    countingIn({
      kind: "all",
      of: [
        present("fever"),
        { kind: "not", of: present("seizure") },
        { kind: "recorded", finding: "psychosis" },
        { kind: "not", of: { kind: "recorded", finding: "myelitis" } },
        { kind: "any", of: [present("delirium"), { kind: "atLeast", count: 1, of: [present("oral-ulcers")] }] },
      ],
    }),
  ).toEqual(["fever", "delirium", "oral-ulcers"]);
});

const white = (value: number, date: string): Measurement => ({ test: "white-cells", value, unit: "10*9/L", date });

test("findings that the same results make present are twins, and those of other results are not", () => {
  const measurements = [
    white(3.1, "2024-01-02"),
    white(3.2, "2024-02-02"),
    { test: "c3", value: 50, unit: "mg/dL", low: 90 },
  ] as const;
  const { measured } = interpret({ format: "sle-record/1", measurements });
  const plan = twinPlanOf(definitions);
  expect(twinsOf("leukopenia", measured, plan)).toEqual(["leukopenia-twice"]);
  expect(twinsOf("leukopenia-twice", measured, plan)).toEqual(["leukopenia"]);
  expect(twinsOf("low-c3", measured, plan)).toEqual([]);
  expect(twinsOf("fever", measured, plan)).toEqual([]);
  expect(twinsOf("leukopenia", new Map(), plan)).toEqual([]);
  const normal = interpret({ format: "sle-record/1", measurements: [white(6, "2024-01-02")] }).measured;
  expect(twinsOf("leukopenia", normal, plan)).toEqual([]);
});

test("of a result that is explained in one of its findings, the others that still count are said", () => {
  const explained = { status: "present", explainedBy: { cause: "drug" } } as const;
  const measurements = [white(3.1, "2024-01-02"), white(3.2, "2024-02-02")];
  const said = (
    findings: NonNullable<Parameters<typeof assess>[0]["findings"]>,
    values: readonly Measurement[] = measurements,
  ) =>
    assess({ format: "sle-record/1", findings, measurements: values })
      .notices.filter(({ code }) => code === "explained-elsewhere")
      .map(({ finding, message }) => `${finding}: ${message}`);
  const label = (finding: FindingId) => definitions.findings[finding].label;
  expect(said({ leukopenia: explained })).toEqual([
    `leukopenia-twice: "${label("leukopenia-twice")}" still counts where a set reads it, although something else is said to explain "${label("leukopenia")}", which the same result decides. Explain it as well, or take the other explanation back.`,
  ]);
  expect(said({ leukopenia: explained, "leukopenia-twice": explained })).toEqual([]);
  expect(said({})).toEqual([]);
  expect(said({ leukopenia: explained }, [])).toEqual([]);
  // Explained, and of another result.
  expect(said({ fever: explained })).toEqual([]);
});

test("what makes a finding present is what implies it and what it is assumed from, and no absence", () => {
  const [one] = definitions.assumptions;
  if (!one) throw new Error("nothing is assumed");
  const made = (["present", "absent"] as const).flatMap((when) =>
    (["present", "absent"] as const).map((then) => ({
      ...one,
      when: { finding: "fever" as const, status: when },
      // biome-ignore lint/suspicious/noThenProperty: the definitions call it so.
      then: { finding: then === "present" ? ("seizure" as const) : ("psychosis" as const), status: then },
    })),
  );
  const leads = (by: typeof definitions, from: FindingId, to: FindingId) =>
    twinPlanOf(by).steps.some(([start, end]) => start === from && end === to);
  for (const { from, to } of definitions.implications) expect(leads(definitions, to, from), `${to}`).toBe(true);
  for (const assumption of made) {
    const { when, then } = assumption;
    const isPresent = when.status === "present" && then.status === "present";
    expect(leads({ ...definitions, assumptions: [assumption] }, then.finding, "fever")).toBe(isPresent);
  }
});

test("one result alone makes what is assumed from its finding a twin", () => {
  const unit = definitions.tests["swollen-joints"].units[0].unit;
  const { measured } = interpret({
    format: "sle-record/1",
    measurements: [{ test: "swollen-joints", value: 4, unit }],
  });
  expect([...measured.keys()]).toEqual(["synovitis-2-joints"]);
  expect(twinsOf("synovitis-2-joints", measured, twinPlanOf(definitions))).toEqual(["nonerosive-arthritis"]);
  expect(twinsOf("nonerosive-arthritis", measured, twinPlanOf(definitions))).toEqual(["synovitis-2-joints"]);
});
