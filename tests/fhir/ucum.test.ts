import { afterEach, expect, test, vi } from "vitest";
import { convertUcum } from "../../lib/fhir/ucum.ts";
import { canBeUnit, LONGEST_UNIT } from "../../lib/fhir/unit-text.ts";
import { withoutConsole } from "../../lib/silence.ts";

const LEVELS = ["debug", "dir", "error", "info", "log", "trace", "warn"] as const;
const spied = () => LEVELS.map((level) => vi.spyOn(console, level).mockImplementation(() => undefined));
afterEach(() => vi.restoreAllMocks());

test("units are converted as before, with blanks around them too", () => {
  expect(convertUcum(1.2, "g/L", "mg/dL")).toBe(120);
  expect(convertUcum(1.2, " g/L ", "mg/dL")).toBe(120);
  expect(convertUcum(1.2, "mol/L", "mg/dL")).toBeUndefined();
});

test("a unit that its assay defines is converted into its own multiples, and into no other unit", () => {
  for (const [value, from, to, expected] of [
    [285000, "[IU]/L", "[IU]/mL", 285],
    [0.3, "k[IU]/mL", "[IU]/mL", 300],
    [30, "k[IU]/L", "[IU]/mL", 30],
    [700, "u[IU]/mL", "m[IU]/mL", 0.7],
    [12, "[arb'U]/dL", "[arb'U]/mL", 0.12],
    [40, "[IU]/mL", "[GPL'U]/mL", undefined],
    [40, "[IU]", "[IU]/mL", undefined],
    [40, "[IU]/g", "[IU]/mL", undefined],
    [40, "[IU]/h", "[IU]/mL", undefined],
    [40, "[constructor]/L", "[constructor]/h", undefined],
  ] as const) {
    expect(convertUcum(value, from, to), `${from} ${to}`).toBe(expected);
  }
});

test("what cannot be a unit is not given to the converter", () => {
  const texts = [
    "g{a}".repeat(17),
    "m".repeat(LONGEST_UNIT + 1),
    "mg dL",
    "mg\ndL",
    "\u001b[31mg",
    "mg\u202e",
    "µg",
    "",
  ];
  for (const text of texts) {
    expect(canBeUnit(text), text).toBe(false);
    expect(convertUcum(1, text, "g/L"), text).toBeUndefined();
    expect(convertUcum(1, "g/L", text), text).toBeUndefined();
  }
});

test("a unit that is called as what every object has is one that cannot be read", () => {
  for (const name of Object.getOwnPropertyNames(Object.prototype)) {
    for (const unit of [name, `${name}/L`, `m${name}`]) {
      expect(convertUcum(1, unit, "g/L"), unit).toBeUndefined();
      expect(convertUcum(1, "g/L", unit), unit).toBeUndefined();
    }
  }
});

test("the converter prints nothing, whatever unit it is given", () => {
  const consoles = spied();
  const parts = [
    "pH.",
    "(",
    ")",
    "Cel.",
    "(g)",
    "[",
    "]",
    "{",
    "}",
    "/",
    ".",
    "2",
    "-",
    "10*",
    "B[V].",
    "Anna{Mey}",
    "%",
  ];
  for (const one of parts) {
    for (const other of parts) {
      for (const unit of [one + other, other + one + other, one.repeat(5) + other]) convertUcum(1, unit, "mg/dL");
    }
  }
  for (const print of consoles) expect(print).not.toHaveBeenCalled();
});

test("the console is as it was afterwards, also when something was thrown", () => {
  const consoles = spied();
  const thrown = () =>
    withoutConsole(() => {
      console.error("not this");
      throw new Error("thrown");
    });
  expect(thrown).toThrow("thrown");
  expect(withoutConsole(() => 1)).toBe(1);
  for (const [position, level] of LEVELS.entries()) {
    console[level]("this");
    expect(consoles[position]?.mock.calls).toEqual([["this"]]);
  }
});
