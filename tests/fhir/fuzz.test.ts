/**
 * Made-up exports, with what is right worked out here from how each was made, and from nothing that the reader knows:
 * whose a result is, what a unit stands for, which days are occasions, which limit may judge, which version stands.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { takenTogether, withConfirmed } from "../../lib/reading/confirm.ts";
import { EMPTY_RECORD } from "../../lib/record/edit.ts";
import {
  bundle,
  callFor,
  loinc,
  measurementsIn,
  platelets,
  quantity,
  readAny,
  readText,
  remarksIn,
  valuesIn,
} from "./support/results.ts";

const UCUM = "http://unitsofmeasure.org";
const runs = (numRuns: number, seed: number) => ({ numRuns, seed });

const observation = (code: string, rest: object) => ({
  resourceType: "Observation",
  status: "final",
  code: loinc(code),
  subject: { reference: "Patient/1" },
  effectiveDateTime: "2024-02-10",
  ...rest,
});

const cardsOf = (resources: readonly object[], more: object = {}) => {
  const answer = callFor(bundle(...resources), more);
  return answer.kind === "cards" ? answer.cards.map(({ detail }) => detail) : [];
};
const together = (...resources: readonly object[]) =>
  withConfirmed(EMPTY_RECORD, takenTogether(readAny(...resources).proposals)).measurements ?? [];

// ---------------------------------------------------------------- whose

interface Person {
  readonly server: string;
  readonly id: string;
  readonly number: string;
  readonly birthDate: string;
  readonly family: string;
}

const SERVER = "https://a.example/fhir";
const anna: Person = { server: SERVER, id: "1", number: "700", birthDate: "1970-01-01", family: "Alpha" };
/** People who are Anna in one thing each, and never in all. */
const others: readonly Person[] = [
  { server: "https://b.example/fhir", id: "1", number: "701", birthDate: "1990-05-05", family: "Beta" },
  { server: SERVER, id: "11", number: "702", birthDate: "1991-05-05", family: "Alpha" },
  { server: SERVER, id: "A1", number: "7000", birthDate: "1992-05-05", family: "Gamma" },
  { server: "https://a.example/fhir2", id: "1", number: "70", birthDate: "1993-05-05", family: "Delta" },
];
const uuid = ({ number }: Person) => `urn:uuid:00000000-0000-4000-8000-${number.padStart(12, "0")}`;
const numbered = ({ number }: Person) => ({ system: "urn:hospital", value: number });
const patient = (one: Person) => ({
  resourceType: "Patient",
  id: one.id,
  identifier: [numbered(one)],
  name: [{ family: one.family }],
  birthDate: one.birthDate,
});

/** The ways in which exports name a person; each gives what stands in the result and the address of its entry. */
const namings = {
  relative: ({ server, id }: Person) => ({ server, result: { subject: { reference: `Patient/${id}` } } }),
  versioned: ({ server, id }: Person) => ({ server, result: { subject: { reference: `Patient/${id}/_history/3` } } }),
  absolute: ({ server, id }: Person) => ({ server, result: { subject: { reference: `${server}/Patient/${id}` } } }),
  both: (one: Person) => ({
    server: one.server,
    result: { subject: { reference: `${one.server}/Patient/${one.id}`, identifier: numbered(one) } },
  }),
  uuid: (one: Person) => ({ server: one.server, result: { subject: { reference: uuid(one) } } }),
  identifier: (one: Person) => ({ server: one.server, result: { subject: { identifier: numbered(one) } } }),
  contained: (one: Person) => ({
    server: one.server,
    result: { subject: { reference: "#p" }, contained: [{ ...patient(one), id: "p" }] },
  }),
} as const;
const naming = fc.constantFrom(...(Object.keys(namings) as (keyof typeof namings)[]));

function named(one: Person, how: keyof typeof namings, id: string, resource: object) {
  const { server, result } = namings[how](one);
  return { fullUrl: `${server}/Observation/${id}`, resource: { ...resource, id, ...result } };
}
/** Her entry: under its address, and under a UUID where a result names her by it. */
function entries(one: Person, ...ways: readonly (keyof typeof namings)[]) {
  const plain = { fullUrl: `${one.server}/Patient/${one.id}`, resource: patient(one) };
  return ways.includes("uuid") ? [plain, { fullUrl: uuid(one), resource: patient(one) }] : [plain];
}

const whiteCells = (value: number, rest: object = {}) =>
  observation("6690-2", { ...quantity(value, "10*9/L"), ...rest });

test("one person is one, however her results name her", () => {
  fc.assert(
    fc.property(naming, naming, fc.boolean(), (first, second, turned) => {
      const all = [
        ...entries(anna, first, second),
        named(anna, first, "a", platelets(85)),
        named(anna, second, "b", whiteCells(3.2)),
      ];
      expect(valuesIn(readAny(...(turned ? all.reverse() : all))).sort()).toEqual([3.2, 85]);
    }),
    runs(120, 1),
  );
});

test("two people are never taken for one, whoever of them is in the file, and in whatever order", () => {
  fc.assert(
    fc.property(
      naming,
      naming,
      fc.constantFrom(...others),
      fc.constantFrom("none", "one", "two"),
      fc.boolean(),
      (mine, theirs, other, known, turned) => {
        const all = [
          ...(known === "none" ? [] : entries(anna, mine)),
          ...(known === "two" ? entries(other, theirs) : []),
          named(anna, mine, "a", platelets(85)),
          named(other, theirs, "b", whiteCells(3.2)),
        ];
        const inFile = turned ? all.reverse() : all;
        // A number beside an address, and no entry of either, may be of one person or of two: then a person is asked.
        const isUnclear = known === "none" && mine !== theirs && [mine, theirs].includes("identifier");
        expect((isUnclear ? together(...inFile) : valuesIn(readAny(...inFile))).length).toBeLessThan(2);
      },
    ),
    runs(250, 2),
  );
});

test("a card for Anna never counts another's value, and counts hers where the result proves that it is hers", () => {
  fc.assert(
    fc.property(naming, naming, fc.constantFrom(...others), fc.boolean(), (mine, theirs, other, known) => {
      const chart = { fhirServer: SERVER };
      const people = [...entries(anna, mine), ...(known ? entries(other, theirs) : [])];
      const normal = named(anna, mine, "a", platelets(250));
      expect(cardsOf([...people, normal, named(other, theirs, "b", platelets(45))], chart)).toEqual([]);
      expect(cardsOf([...people, named(other, theirs, "b", platelets(45))], chart)).toEqual([]);
      if (mine !== "contained")
        expect(cardsOf([...people, named(anna, mine, "a", platelets(45))], chart).length).toBe(1);
    }),
    runs(150, 3),
  );
});

// ---------------------------------------------------------------- units

type Factors = Readonly<Record<string, number>>;
/** What one of each unit is in the first, by the tables of the SI and of UCUM. */
const kinds: readonly { readonly code: string; readonly range: readonly [number, number]; readonly units: Factors }[] =
  [
    {
      code: "777-3",
      range: [20, 900],
      units: {
        "10*9/L": 1,
        "10*3/uL": 1,
        "10*3/mm3": 1,
        "10*6/mL": 1,
        "10*9.{cells}/L": 1,
        "10*3{Platelets}/uL": 1,
        "/nL": 1,
        "10*12/L": 1000,
        "10*11/L": 100,
        "/uL": 0.001,
        "/mm3": 0.001,
        "{cells}/uL": 0.001,
        "10^9/L": 1,
      },
    },
    {
      code: "4485-9",
      range: [0.2, 2],
      units: { "g/L": 1, "mg/dL": 0.01, "mg/L": 0.001, "ug/mL": 0.001, "mg/mL": 1, "g/dL": 10, "ug/dL": 0.00001 },
    },
    {
      code: "2889-4",
      range: [0.1, 8],
      units: { "g/(24.h)": 1, "mg/(24.h)": 0.001, "g/d": 1, "mg/d": 0.001 },
    },
    {
      code: "2890-2",
      range: [50, 5000],
      // One mmol of creatinine is 0.113 g by its formula, and 0.1131 g (1/8.84) by the laboratories' convention.
      units: { "mg/g": 1, "mg/mg": 1000, "g/g": 1000, "mg/g{creat}": 1, "ug/mg": 1, "mg/mmol": 8.84, "g/mmol": 8840 },
    },
  ];
const close = (one: number, other: number) => Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));
const sent = fc.constantFrom(...kinds).chain(({ code, range, units }) =>
  fc.record({
    code: fc.constant(code),
    units: fc.constant(units),
    unit: fc.constantFrom(...Object.keys(units)),
    amount: fc.double({ min: range[0], max: range[1], noNaN: true }).map((value) => Number(value.toPrecision(4))),
  }),
);

test("a value in any unit of UCUM with a known factor is the same amount afterwards", () => {
  fc.assert(
    fc.property(sent, ({ code, units, unit, amount }) => {
      const value = Number((amount / (units[unit] ?? 1)).toPrecision(12));
      const [measurement, ...more] = measurementsIn(readAny(observation(code, quantity(value, unit))));
      expect(more).toEqual([]);
      const factor = units[measurement?.unit ?? ""];
      expect(factor, `${value} ${unit} became ${measurement?.value} ${measurement?.unit}`).toBeDefined();
      expect(close((measurement?.value ?? 0) * (factor ?? 0), amount)).toBe(true);
    }),
    runs(250, 4),
  );
});

test("a unit of another kind never becomes a value", () => {
  const wrong = [
    "%",
    "mg",
    "mol/L",
    "mm[Hg]",
    "{index}",
    "1",
    "g",
    "L",
    "[IU]/mL",
    "U/L",
    "10*9",
    "mg/h/L",
    "Cel",
    "zorks",
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.constantFrom(...wrong),
      fc.double({ min: 0.1, max: 500, noNaN: true }),
      (kind, unit, value) => {
        expect(valuesIn(readAny(observation(kind.code, quantity(value, unit))))).toEqual([]);
      },
    ),
    runs(150, 5),
  );
});

test("an ANA titer is a whole dilution that says that it is one", () => {
  const number = fc.oneof(
    fc.constantFrom(40, 80, 160, 320, 640, 1280),
    fc.double({ min: 0.01, max: 3000, noNaN: true }),
  );
  const unit = fc.constantFrom("{titer}", "{index}", "{ratio}", "U/mL", "[IU]/mL", "[arb'U]/mL", "1");
  const printed = fc.constantFrom("", "index", "ratio", "U");
  fc.assert(
    fc.property(number, unit, printed, (value, code, label) => {
      const valueQuantity = { value, system: UCUM, code, ...(label && { unit: label }) };
      const isTiter = code === "{titer}" && label === "" && Number.isInteger(value);
      expect(valuesIn(readAny(observation("5048-4", { valueQuantity })))).toEqual(isTiter ? [value] : []);
    }),
    runs(200, 6),
  );
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 3000, noNaN: true }),
      fc.constantFrom("1:", "1/", "", "2:", "0:", "ratio "),
      (value, before) => {
        const read = valuesIn(readAny(observation("5048-4", { valueString: `${before}${value}` })));
        const allowed =
          before === "2:" || before === "0:" || before === "ratio " || !Number.isInteger(value) ? [] : [value];
        for (const one of read) expect(allowed).toContain(one);
      },
    ),
    runs(120, 7),
  );
});

// ---------------------------------------------------------------- days

const HOUR = 3_600_000;
const two = (value: number) => String(value).padStart(2, "0");
/** A moment as written at so many hours from Greenwich. */
const at = (moment: number, hours: number) =>
  `${new Date(moment + hours * HOUR).toISOString().slice(0, 19)}${hours === 0 ? "Z" : `${hours < 0 ? "-" : "+"}${two(Math.abs(hours))}:00`}`;
const localDay = (moment: number, hours: number) => at(moment, hours).slice(0, 10);
const occasions = (...moments: readonly string[]) =>
  new Set(
    together(...moments.map((when, k) => whiteCells(3.1 + k / 10, { id: `o${k}`, effectiveDateTime: when }))).flatMap(
      ({ date }) => date ?? [],
    ),
  ).size;

test("two draws are two occasions when their days are two in every zone that is named, and one when they are of one night", () => {
  const moment = fc
    .integer({ min: Date.UTC(2010, 0, 1) / 60_000, max: Date.UTC(2024, 0, 1) / 60_000 })
    .map((minute) => minute * 60_000);
  const zone = fc.constantFrom(0, -10, -8, -5, 1, 2, 9, 12);
  fc.assert(
    fc.property(moment, zone, zone, fc.integer({ min: 0, max: 96 * 60 }), (first, a, b, minutes) => {
      const second = first + minutes * 60_000;
      const sameDay = [a, b].some((hours) => localDay(first, hours) === localDay(second, hours));
      const apart = minutes > 48 * 60;
      const count = occasions(at(first, a), at(second, b));
      if (sameDay) expect(count).toBeLessThan(2);
      else if (apart || a === b) expect(count).toBe(2);
    }),
    runs(250, 8),
  );
});

test("a day that stands for none, that does not exist or that is to come is no occasion", () => {
  const none = [
    ...["0001-01-01", "0001-01-01T00:00:00Z", "1900-01-01", "1900-01-01T00:00:00+01:00", "1899-12-30", "9999-12-31"],
    ...["9999-12-31T23:59:59.999Z", "2099-06-01", "2026-07-02", "2024-02-30", "2023-02-29", "2024-13-01", "1000-01-01"],
    ...["1753-01-01", "1970-01-01T00:00:00Z", "1969-12-31T19:00:00-05:00", "2024", "2024-02", "", "yesterday"],
  ];
  fc.assert(
    fc.property(fc.constantFrom(...none), fc.boolean(), (placeholder, turned) => {
      const days = ["2024-02-10T08:00:00Z", placeholder];
      expect(occasions(...(turned ? days.reverse() : days))).toBe(1);
      const low = days.map((when, k) => whiteCells(3.1 + k / 10, { id: `o${k}`, effectiveDateTime: when }));
      expect(cardsOf(low).join(" ")).not.toContain("ACR 1997: 1");
    }),
    runs(60, 9),
  );
});

// ---------------------------------------------------------------- limits

test("a limit judges only where it is one of this value: else it is left out with a word, and the value stays", () => {
  const years = (low: number, high: number) => ({
    age: { low: { value: low, system: UCUM, code: "a" }, high: { value: high, system: UCUM, code: "a" } },
  });
  const inUnit = (unit: string) => (value: number) => ({ value, unit, system: UCUM, code: unit });
  const [mgdl, gl] = [inUnit("mg/dL"), inUnit("g/L")];
  const fine = fc.integer({ min: 75, max: 100 });
  const range = fine.chain((low) =>
    fc.constantFrom(
      { range: { low: { value: low }, high: { value: 180 } }, expected: low },
      { range: { low: mgdl(low), high: mgdl(180) }, expected: low },
      { range: { low: gl(low / 100), high: gl(1.8) }, expected: low },
      { range: { low: { value: low, unit: "mg/dl" } }, expected: low },
      { range: { low: { value: low }, high: { value: 9999 } }, expected: low },
      { range: { low: { value: low }, high: { value: 999.9 } }, expected: low },
      { range: { low: { value: low / 100 }, high: { value: 1.8 } } },
      { range: { low: { value: 180 }, high: { value: low } } },
      { range: { low: { value: 0 }, high: { value: 180 } } },
      { range: { low: { value: -1 }, high: { value: 180 } } },
      { range: { low: { value: 9999 } } },
      { range: { low: { value: 999.9 } } },
      { range: { low: gl(low) } },
      { range: { low: inUnit("U/mL")(low) } },
      { range: { low: { value: low }, ...years(0, 1) } },
      { range: { low: { value: low }, appliesTo: [{ text: "Female" }] } },
      { range: { low: { value: low }, type: { text: "critical" } } },
      { range: { low: { value: low }, type: { coding: [{ code: "therapeutic" }] } } },
    ),
  );
  fc.assert(
    fc.property(range, fc.integer({ min: 45, max: 74 }), ({ range: sentRange, ...rest }, value) => {
      const expected = "expected" in rest ? rest.expected : undefined;
      const result = observation("4485-9", { ...quantity(value, "mg/dL"), referenceRange: [sentRange] });
      const report = readAny(result);
      const [measurement] = measurementsIn(report);
      expect(measurement?.value).toBe(value);
      if (expected === undefined) {
        expect(measurement?.low).toBeUndefined();
        expect(remarksIn(report)).not.toBe("");
      } else expect(close(measurement?.low ?? 0, expected)).toBe(true);
      expect(cardsOf([result]).length).toBe(expected === undefined ? 0 : 1);
    }),
    runs(300, 10),
  );
});

// ---------------------------------------------------------------- corrections and comments

test("of the versions of one result the last stands alone, in whatever order they come", () => {
  const way = fc.constantFrom("version", "updated", "issued", "corrected");
  const values = fc.uniqueArray(fc.integer({ min: 20, max: 400 }), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(
      way,
      values,
      fc.boolean(),
      fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
      (how, all, retracted, keys) => {
        const drawn = how === "corrected" ? all.slice(0, 2) : all;
        const last = drawn.at(-1) ?? 0;
        const isRetracted = retracted && (how === "version" || how === "updated");
        const versions = drawn.map((value, k) => {
          const isLast = k === drawn.length - 1;
          const moment = at(Date.UTC(2024, 1, 11) + k * HOUR, k % 2 === 0 ? 0 : -8);
          return platelets(value, {
            id: how === "version" || how === "updated" ? "a" : `a${k}`,
            effectiveDateTime: "2024-02-10T08:00:00Z",
            ...(how === "version" && { meta: { versionId: String(k + 8) } }),
            ...(how === "updated" && { meta: { lastUpdated: moment } }),
            ...(how === "issued" && { issued: moment }),
            ...(how === "corrected" && isLast && { status: "corrected" }),
            ...(isRetracted && isLast && { status: "entered-in-error" }),
          });
        });
        const shuffled = versions.map((one, k) => ({ one, key: keys[k] ?? 0 })).sort((a, b) => a.key - b.key);
        const inFile = shuffled.map(({ one }) => one);
        expect(together(...inFile).map(({ value }) => value)).toEqual(isRetracted ? [] : [last]);
        expect(cardsOf(inFile).length).toBe(!isRetracted && last < 100 ? 1 : 0);
      },
    ),
    runs(250, 11),
  );
});

test("two values of one moment are never both taken, and no card rests on one of them", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 99 }),
      fc.integer({ min: 101, max: 400 }),
      fc.boolean(),
      (low, normal, turned) => {
        const both = [platelets(low, { id: "a" }), platelets(normal, { id: "b" })];
        if (turned) both.reverse();
        expect(together(...both).length).toBeLessThan(2);
        expect(cardsOf(both)).toEqual([]);
      },
    ),
    runs(60, 12),
  );
});

test("whatever the laboratory wrote beside a value is shown, and no card counts the value", () => {
  const words = fc.constantFrom(
    "Platelet clumps",
    "hemolyzed",
    "Disregard: wrong tube",
    "see previous",
    "<b>clumps</b>",
  );
  const place = fc.constantFrom("one", "second", "whole");
  fc.assert(
    fc.property(words, place, fc.integer({ min: 20, max: 99 }), (text, where, value) => {
      const note = where === "second" ? [{ text: "first" }, { text }] : [{ text }];
      const result =
        where === "whole"
          ? {
              ...observation("58410-2", { component: [{ code: loinc("777-3"), ...quantity(value, "10*9/L") }] }),
              note,
            }
          : platelets(value, { note });
      const report = readText(result);
      expect(report.proposals.every(({ hasComment }) => hasComment)).toBe(true);
      if (report.proposals.length > 0) expect(remarksIn(report)).toContain(text);
      expect(cardsOf([result])).toEqual([]);
    }),
    runs(80, 13),
  );
});
