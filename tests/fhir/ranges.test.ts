import { expect, test } from "vitest";
import {
  loinc,
  measurementsIn,
  platelets,
  quantity,
  readAny,
  readText,
  readValid,
  realWorld,
  remarksIn,
} from "./support/results.ts";

const c3 = (rest: object) => platelets(0, { code: loinc("4485-9"), ...quantity(62, "mg/dL"), ...rest });
const range = (low: number, high: number, rest: object = {}) => ({
  low: { value: low },
  high: { value: high },
  ...rest,
});
const years = (low: number, high: number) => ({
  age: { low: { value: low, unit: "a" }, high: { value: high, unit: "a" } },
});
const sex = (code: string) => ({ appliesTo: [{ coding: [{ system: "http://snomed.info/sct", code }] }] });
const limits = (report: ReturnType<typeof readAny>) => measurementsIn(report).map(({ low, high }) => [low, high]);

test("a limit is read by its printed unit where that is the value's own, or another name of an accepted one", () => {
  expect(measurementsIn(readText(realWorld("07-limit-printed-unit")))).toMatchObject([
    { value: 62, low: 90, high: 180 },
  ]);
  for (const [low, high, expected] of [
    [{ value: 90, unit: "mg/dl" }, { value: 180, unit: "mg/dl" }, [90, 180]],
    [{ value: 90, unit: "MG/DL" }, undefined, [90, undefined]],
    [{ value: 0.9, unit: "g/l" }, { value: 1.8, unit: "g/L" }, [90, 180]],
    [{ value: 90, unit: "mg/dl", code: "mg/dl", system: "http://unitsofmeasure.org" }, undefined, [90, undefined]],
    [{ value: 90, code: "mg/dL", system: "http://unitsofmeasure.org" }, undefined, [90, undefined]],
    [{ value: 90, unit: "mg/dl" }, { value: 1.8, unit: "g/l" }, [90, 180]],
  ] as const) {
    const report = readValid(c3({ referenceRange: [{ low, ...(high && { high }) }] }));
    expect(limits(report), JSON.stringify([low, high])).toEqual([expected]);
  }
  const count = platelets(90, { ...quantity(90, "10*9/L", { unit: "10^9/L" }) });
  for (const unit of ["10^9/L", "x10E9/L", "K/uL", "10*3/uL"]) {
    const report = readValid({ ...count, referenceRange: [{ low: { value: 150, unit } }] });
    expect(measurementsIn(report), unit).toMatchObject([{ value: 90, low: 150 }]);
  }
});

test("a limit that is in no unit of the test, or not in the value's, is left out and shown", () => {
  for (const low of [
    { value: 90, unit: "points" },
    { value: 90, unit: "U/mL" },
    { value: 90, comparator: "<" },
  ]) {
    const report = readAny(c3({ referenceRange: [{ low }] }));
    expect(limits(report)).toEqual([[undefined, undefined]]);
    expect(remarksIn(report)).toMatch(/was not taken: lower limit (< )?90/);
  }
});

test("a placeholder for a limit is left out and shown, and the value and the other limit are kept", () => {
  const white = readText(realWorld("10-limit-sentinel"));
  expect(measurementsIn(white)).toEqual([
    { test: "white-cells", value: 2.8, unit: "10*3/uL", date: "2024-02-10", low: 4 },
  ]);
  expect(remarksIn(white)).toContain("9999");
  for (const [low, high, expected] of [
    [90, 999, [90, undefined]],
    [90, 99999, [90, undefined]],
    [90, 999.9, [90, undefined]],
    [90, 0, [undefined, undefined]],
    [90, -1, [undefined, undefined]],
    [0, 180, [undefined, 180]],
    [-1, 180, [undefined, 180]],
    [0, 0, [undefined, undefined]],
    [90, 90, [undefined, undefined]],
    [9999, 9999, [undefined, undefined]],
    [180, 90, [undefined, undefined]],
    [0, 9999, [undefined, undefined]],
  ] as const) {
    const report = readAny(c3({ referenceRange: [range(low, high)] }));
    expect(limits(report), `${low} to ${high}`).toEqual([expected]);
    expect(measurementsIn(report)).toMatchObject([{ value: 62 }]);
    expect(remarksIn(report), `${low} to ${high}`).toMatch(/limit/);
  }
  // From nothing to ten is how the range of an antibody is printed.
  const dna = platelets(0, { code: loinc("5130-0"), ...quantity(95, "[IU]/mL"), referenceRange: [range(0, 10)] });
  expect(limits(readAny(dna))).toEqual([[0, 10]]);
});

test("a limit that lies in another unit than the value is left out and shown, and the value is kept", () => {
  const report = readAny(c3({ ...quantity(1.2, "g/L"), referenceRange: [range(90, 180)] }));
  expect(measurementsIn(report)).toMatchObject([{ value: 1.2, unit: "g/L" }]);
  expect(limits(report)).toEqual([[undefined, undefined]]);
  expect(remarksIn(report)).toContain("90");
});

test("a range for some people only is not taken, and it is said whom it is for", () => {
  const child = readText(realWorld("19-pediatric-range"));
  expect(limits(child)).toEqual([[undefined, undefined]]);
  expect(remarksIn(child)).toContain("(for ages 0 a to 1 a)");
  for (const [bound, whom] of [
    [years(0, 1), "ages 0 a to 1 a"],
    [sex("248152002"), "248152002"],
    [{ appliesTo: [{ text: "Pregnant women" }] }, "Pregnant women"],
    [{ age: { high: { value: 6, unit: "months" } } }, "ages 0 to 6 months"],
    [
      {
        type: {
          coding: [{ system: "http://terminology.hl7.org/CodeSystem/referencerange-meaning", code: "therapeutic" }],
        },
      },
      "therapeutic",
    ],
    [{ type: { text: "Critical" } }, "Critical"],
  ] as const) {
    const report = readValid(c3({ referenceRange: [range(50, 120, bound)] }));
    expect(limits(report), whom).toEqual([[undefined, undefined]]);
    expect(remarksIn(report)).toContain(whom);
    expect(remarksIn(report)).toContain("lower limit 50, upper limit 120");
  }
});

test("of several ranges the one is taken that provably applies to the patient, and that is said", () => {
  const patient = (rest: object) => ({ resourceType: "Patient", id: "1", ...rest });
  const ages = [range(50, 120, years(0, 1)), range(90, 180, years(18, 99))];
  const adult = readValid(patient({ birthDate: "1990-05-01" }), c3({ referenceRange: ages }));
  expect(limits(adult)).toEqual([[90, 180]]);
  expect(remarksIn(adult)).toContain("ages 18 a to 99 a");
  expect(limits(readValid(patient({ birthDate: "2023-06-01" }), c3({ referenceRange: ages })))).toEqual([[50, 120]]);
  // Of an age on the border, of a birth date that is not known, and of another patient's, nothing is guessed.
  for (const rest of [{ birthDate: "2006-02-10" }, {}, { gender: "female" }, { id: "2", birthDate: "1990-05-01" }]) {
    const report = readValid(patient(rest), c3({ referenceRange: ages }));
    expect(limits(report), JSON.stringify(rest)).toEqual([[undefined, undefined]]);
    expect(remarksIn(report)).toContain("Several reference ranges");
  }
  const sexes = [range(50, 120, sex("248153007")), range(90, 180, sex("248152002"))];
  expect(limits(readValid(patient({ gender: "female" }), c3({ referenceRange: sexes })))).toEqual([[90, 180]]);
  expect(limits(readValid(patient({ gender: "other" }), c3({ referenceRange: sexes })))).toEqual([
    [undefined, undefined],
  ]);
  const general = [range(50, 120, years(0, 1)), range(90, 180)];
  expect(limits(readValid(patient({ birthDate: "1990-05-01" }), c3({ referenceRange: general })))).toEqual([[90, 180]]);
  expect(limits(readValid(patient({}), c3({ referenceRange: general })))).toEqual([[undefined, undefined]]);
  expect(
    limits(readValid(patient({ birthDate: "1990-05-01" }), c3({ referenceRange: [range(50, 120, years(0, 1))] }))),
  ).toEqual([[undefined, undefined]]);
  const critical = range(30, 400, { type: { text: "Critical" } });
  expect(limits(readValid(c3({ referenceRange: [range(90, 180), critical] })))).toEqual([[90, 180]]);
  expect(limits(readValid(c3({ referenceRange: [range(90, 180), range(90, 180)] })))).toEqual([[90, 180]]);
});
