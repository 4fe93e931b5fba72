/** What interpreting a record says of it: what was assumed, what was probably meant, and what is wrong. */
import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { Definitions, FindingId, Measurement, SleRecord } from "../../criteria/types.ts";
import { interpret as interpretBy, recordPlanOf } from "../../lib/record/interpret.ts";
import { interpret } from "../support/assess.ts";

const recordOf = (findings: SleRecord["findings"], ...measurements: readonly Measurement[]): SleRecord => ({
  format: "sle-record/1",
  ...(findings && { findings }),
  measurements,
});

const messages = (record: SleRecord) => interpret(record, "2026-11-23").issues.map(({ message }) => message);

describe("an assumption", () => {
  test.each(definitions.assumptions)(
    "$when.finding $when.status: $then.finding is assumed $then.status, and it is said",
    ({ when, then, why }) => {
      const { facts, notices } = interpret(recordOf({ [when.finding]: when.status }));
      expect(facts?.[then.finding]).toEqual({
        status: then.status,
        origin: { kind: "assumed", by: when.finding, why },
        liftedBy: [],
      });
      const { label } = definitions.findings[then.finding];
      expect(notices).toContainEqual({
        code: "assumed",
        finding: then.finding,
        message: `${label} is assumed ${then.status}: ${why}.`,
      });
      for (const answer of ["present", "absent"] as const) {
        const answered = interpret(recordOf({ [when.finding]: when.status, [then.finding]: answer }));
        if (!answered.facts) continue;
        expect(answered.facts[then.finding]).toMatchObject({ status: answer, origin: { kind: "stated" } });
        expect(answered.notices.filter(({ code, finding }) => code === "assumed" && finding === then.finding)).toEqual(
          [],
        );
      }
      const other = interpret(recordOf({ [when.finding]: when.status === "present" ? "absent" : "present" })).facts;
      expect(other?.[then.finding].origin.kind).not.toBe("assumed");
    },
  );
});

test("everything that a finding implies is present with it, and a finding that implies one of several absent things absent", () => {
  const [one] = definitions.implications;
  if (!one) throw new Error("nothing implies anything");
  const implies = (to: FindingId) => ({ ...one, from: "fever" as const, to });
  const more: Definitions = {
    ...definitions,
    implications: [...definitions.implications, implies("seizure"), implies("psychosis"), implies("myelitis")],
  };
  const read = (record: SleRecord) => interpretBy(recordPlanOf(more), record).facts;
  const facts = read(recordOf({ fever: "present" }));
  for (const finding of ["seizure", "psychosis", "myelitis"] as const)
    expect(facts?.[finding]).toMatchObject({ status: "present", origin: { kind: "implied", by: "fever" } });
  for (const finding of ["seizure", "psychosis", "myelitis"] as const)
    expect(read(recordOf({ [finding]: "absent" }))?.fever).toMatchObject({ status: "absent" });
});

describe("a mistake in a value", () => {
  const value = (more: Partial<Measurement>): Measurement => ({ test: "c3", value: 62, unit: "mg/dL", ...more });

  test("keeps everything back, and no contradiction is looked for beside it", () => {
    const { issues, notices, measured, facts } = interpret(
      recordOf({ "low-c3": "absent" }, value({ low: 90 }), value({ unit: "mg" })),
    );
    expect(issues.map(({ code }) => code)).toEqual(["unaccepted-unit"]);
    expect(notices).toEqual([]);
    expect(measured.size).toBe(0);
    expect(facts).toBeUndefined();
  });

  test("names the units in which the number would be believable, where there are any", () => {
    expect(messages(recordOf({}, { test: "white-cells", value: 3200, unit: "10*9/L" }))).toEqual([
      expect.stringMatching(/, which is not believable; accepted: .+\. 3200 would fit \/uL or \/mm3\.$/),
    ]);
    expect(messages(recordOf({}, value({ value: 1e9 })))).toEqual([expect.stringMatching(/accepted: 0 to 5 g\/L\.$/)]);
    // One unit alone.
    expect(messages(recordOf({}, { test: "temperature", value: 101, unit: "Cel" }))).toEqual([
      expect.stringMatching(/ 101 would fit \[degF\]\.$/),
    ]);
  });

  test("has what was probably meant beside the first hundred, and no more is looked up", () => {
    const wrong = Array.from({ length: 103 }, () => value({ unit: "mgs/dl" }));
    const said = messages(recordOf({}, ...wrong));
    expect(said).toHaveLength(103);
    expect(said.map((message) => message.includes('Did you mean "mg/dL"?'))).toEqual(wrong.map((_, at) => at < 100));
  });

  test("a first positive titer is a whole dilution, and nothing is below what is believable", () => {
    const titer = (high: number) => messages(recordOf({}, { test: "ana-titer", value: 160, unit: "{titer}", high }));
    expect(titer(0)).toEqual([expect.stringMatching(/read 0 \{titer\}, which is not believable; accepted: 1 to /)]);
    expect(titer(1)).toEqual([
      expect.stringMatching(
        /1 titer is a limit that no laboratory is likely to have\. The value is judged by it: check it\.$/,
      ),
    ]);
    for (const none of [2.5, -1])
      expect(titer(none)).toEqual([
        expect.stringContaining(`read ${none} as the first positive titer; accepted: a whole`),
      ]);
  });

  test("a limit in reverse is not used, which is said", () => {
    expect(messages(recordOf({}, value({ low: 180, high: 90 })))).toEqual([
      expect.stringMatching(/The value is not judged by it: correct the value/),
    ]);
  });
});

describe("a contradiction", () => {
  test("names the value as it was entered, with its comparator and the unit's usual name", () => {
    const values: readonly [Measurement, string][] = [
      [{ test: "white-cells", value: 3.2, unit: "10*9/L" }, "3.2"],
      [{ test: "white-cells", value: 3.2, unit: "10*9/L", comparator: "<" }, "<3.2"],
    ];
    for (const [measurement, written] of values) {
      const { label, units, short } = definitions.tests["white-cells"] as (typeof definitions.tests)["white-cells"];
      expect(label).toBeDefined();
      const unit = units.find((one) => one.unit === "10*9/L")?.label;
      expect(unit).not.toBe("10*9/L");
      expect(messages(recordOf({ leukopenia: "absent" }, measurement))).toEqual([
        expect.stringContaining(`the value entered (${short} ${written} ${unit}) meets its rule`),
      ]);
    }
  });
});

test("of an answer both are said: a day that cannot be, and an explanation without effect", () => {
  const { issues } = interpret(
    recordOf({ fever: { status: "absent", date: "2031-01-01", explainedBy: { cause: "drug" } } }),
    "2026-11-23",
  );
  expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
    "bad-date findings.fever.date",
    "explanation-without-finding findings.fever.explainedBy",
  ]);
});
