/**
 * Lines built from parts whose meaning is known, so that what Enter would take
 * can be held against what was typed. Nothing here asks the project how a number,
 * a unit or a date is read: the readings below are its own.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { context, definitions, testsNotRead } from "../../criteria/index.ts";
import { offersFor } from "../../lib/find/offers.ts";
import { findPlanOf } from "../../lib/find/plan.ts";

const ask = offersFor.bind(undefined, findPlanOf({ definitions, topics: context, notRead: testsNotRead }));
const seed = 20241126;

type Measured = {
  test: string;
  value: number;
  unit: string;
  comparator?: string;
  low?: number;
  high?: number;
  p99?: number;
  date?: string;
  method?: string;
};

/** What Enter would take unasked: a measurement, an answer, or nothing. */
function taken(line: string) {
  const found = ask(line);
  expect(Array.isArray(found.offers), line).toBe(true);
  const [first] = found.offers;
  if (!found.certain || !first) return undefined;
  if (first.kind === "measure") return { measured: first.measurement as Measured };
  if (first.kind === "answer")
    return { finding: first.finding, status: first.status, date: first.date, explainedBy: first.explainedBy };
  return undefined;
}

type Known = {
  names: string[];
  /** UCUM unit, the factor to the first unit, and how people write it. */
  units: { code: string; factor: number; spelled: string[] }[];
  /** In the first unit. For C3, C4 and the counts what a body can have; otherwise what the contract accepts. */
  believable: [number, number];
  /** Numbers that a laboratory prints, in the first unit. */
  usual: [number, number];
  side?: "low" | "high";
};

const counts = (usual: [number, number], believable: [number, number], names: string[]): Known => ({
  names,
  believable,
  usual,
  units: [
    { code: "10*9/L", factor: 1, spelled: ["x10^9/L", "10*9/L", "x 10^9/L", "10^9/l"] },
    { code: "10*3/uL", factor: 1, spelled: ["K/uL", "x10E3/uL", "10^3/µL", "K"] },
    { code: "/uL", factor: 0.001, spelled: ["/uL", "/µL", "cells/uL"] },
    { code: "/mm3", factor: 0.001, spelled: ["/mm3", "/mm³"] },
  ],
});

const complement = (usual: [number, number], believable: [number, number], names: string[]): Known => ({
  names,
  believable,
  usual,
  side: "low",
  units: [
    { code: "g/L", factor: 1, spelled: ["g/L", "g/l"] },
    { code: "mg/dL", factor: 0.01, spelled: ["mg/dL", "mg/dl"] },
  ],
});

const tests: Record<string, Known> = {
  "white-cells": counts([0.5, 30], [0.05, 500], ["wbc", "WCC", "white cells", "leukocytes"]),
  lymphocytes: counts([0.1, 6], [0.01, 400], ["lymphocytes", "ALC", "lymphs"]),
  platelets: counts([10, 600], [1, 3000], ["plt", "PLT", "platelets", "platelet count"]),
  c3: complement([0.2, 2.2], [0.025, 4], ["c3", "C3", "complement C3"]),
  c4: complement([0.02, 0.6], [0.01, 1], ["c4", "C4"]),
  ch50: {
    names: ["CH50", "ch50"],
    believable: [0, 1000],
    usual: [5, 90],
    side: "low",
    units: [{ code: "U/mL", factor: 1, spelled: ["U/mL", "U/ml"] }],
  },
  "anti-dsdna": {
    names: ["dsdna", "anti-dsDNA", "dsDNA"],
    believable: [0, 100_000],
    usual: [10, 900],
    side: "high",
    units: [{ code: "[IU]/mL", factor: 1, spelled: ["IU/mL", "IU/ml"] }],
  },
  "anticardiolipin-igg": {
    names: ["aCL IgG", "anticardiolipin IgG"],
    believable: [0, 2000],
    usual: [2, 150],
    side: "high",
    units: [{ code: "[GPL'U]", factor: 1, spelled: ["GPL"] }],
  },
  temperature: {
    names: ["temp", "temperature", "Tmax"],
    believable: [30, 45],
    usual: [36, 41],
    units: [{ code: "Cel", factor: 1, spelled: ["C", "°C"] }],
  },
  "urine-protein-creatinine-ratio": {
    names: ["upcr", "UPCR", "protein creatinine ratio"],
    believable: [0, 60_000],
    usual: [50, 6000],
    units: [
      { code: "mg/g", factor: 1, spelled: ["mg/g"] },
      { code: "mg/mg", factor: 1000, spelled: ["mg/mg"] },
      { code: "g/g", factor: 1000, spelled: ["g/g"] },
      { code: "mg/mmol", factor: 8.84, spelled: ["mg/mmol"] },
      { code: "g/mmol", factor: 8840, spelled: [] },
    ],
  },
  "urine-protein-24h": {
    names: ["24h urine protein", "24 h urine protein"],
    believable: [0, 60],
    usual: [0.1, 9],
    units: [
      { code: "g/(24.h)", factor: 1, spelled: ["g/24h", "g/d", "g/day"] },
      { code: "mg/(24.h)", factor: 0.001, spelled: ["mg/24h", "mg/d", "mg/24 h"] },
    ],
  },
};

/** Every number that a written one can be: a group of three after one mark may be thousands. */
function readings(text: string): number[] {
  const marks = text.replace(/\d/g, "");
  if (marks === "") return [Number(text)];
  if (/^\d*[.,]\d+$/.test(text)) {
    const decimal = Number(text.replace(",", "."));
    return /^[1-9]\d{0,2}[.,]\d{3}$/.test(text) ? [decimal, Number(text.replace(/[.,]/, ""))] : [decimal];
  }
  if (/^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(text)) return [Number(text.replaceAll(",", ""))];
  if (/^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(text)) return [Number(text.replaceAll(".", "").replace(",", "."))];
  return [];
}

const same = (one: number, other: number) =>
  Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));

/** The ways of reading a number, with its limits, for a test that a body can have, each in the first unit. */
function ways(known: Known, text: string, typed: string | undefined, limits: number[]) {
  const [from, to] = known.believable;
  return readings(text).flatMap((value) =>
    known.units
      .filter(({ code }) => typed === undefined || code === typed)
      .map(({ code, factor }) => ({ value, code, canonical: value * factor }))
      .filter(({ canonical, value }) =>
        [canonical, ...limits.map((limit) => (limit * canonical) / value)].every((one) => one >= from && one <= to),
      ),
  );
}

/** Years stand for years as often as for counts; whether a bare one is asked about is not settled. */
const isYear = (text: string) => /^(19|20)\d\d$/.test(text.replace(/[.,]/g, ""));

type Written = { decimals: 0 | 1 | 2 | 3; mark: "." | ","; thousands: "" | "," | "." };

function write(value: number, { decimals, mark, thousands }: Written) {
  const [whole = "", part] = value.toFixed(decimals).split(".");
  const grouped =
    thousands === "" || (part && thousands === mark) ? whole : whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return part ? grouped + mark + part : grouped;
}

const written = fc.record({
  decimals: fc.constantFrom<0 | 1 | 2 | 3>(0, 1, 1, 2, 2, 3),
  mark: fc.constantFrom<"." | ",">(".", ".", ","),
  thousands: fc.constantFrom<"" | "," | ".">("", "", ",", "."),
});

const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2024-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Other ways of writing a day. None may be guessed; all may be asked about. */
const otherDay = day.chain((iso) => {
  const [year = "", month = "", date = ""] = iso.split("-");
  return fc.constantFrom(
    `${date}/${month}/${year}`,
    `${month}/${date}/${year}`,
    `${date}.${month}.${year}`,
    `${date}-${month}-${year.slice(2)}`,
    `${Number(date)}/${Number(month)}/${year.slice(2)}`,
    `${month}/${year}`,
    `${year}/${month}/${date}`,
  );
});

/** Words that change what a number says. No line with one may be entered unasked as it stands. */
const spoiling = [
  "%",
  "?",
  "3+",
  "/hpf",
  "not",
  "clumped",
  "2.9",
  "7.1",
  "yesterday",
  "weeks",
  "and",
  "pending",
  "normal",
  "x ULN",
  "mother",
];
const spoilingBefore = ["urine dipstick", "csf", "mother", "if", "target", "pleural fluid", "no", "?"];

type Limit = "none" | "one" | "range" | "reversed" | "placeholder" | "zero" | "far" | "other-unit" | "words";

const line = fc.constantFrom(...Object.keys(tests)).chain((id) => {
  const known = tests[id] as Known;
  return fc.record({
    id: fc.constant(id),
    name: fc.constantFrom(...known.names),
    unit: fc.constantFrom(...known.units),
    unitTyped: fc.boolean(),
    spelling: fc.nat({ max: 3 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    written,
    comparator: fc.constantFrom(...Array<string>(8).fill(""), "<", ">", "< ", "> ", "≤", "≥ ", ">=", "~"),
    limit: fc.constantFrom<Limit>(
      ...Array<Limit>(5).fill("none"),
      ...Array<Limit>(3).fill("one"),
      ...Array<Limit>(3).fill("range"),
      ...(["reversed", "placeholder", "zero", "far", "other-unit", "words"] as const),
    ),
    dash: fc.constantFrom("-", " - ", "–"),
    date: fc.oneof(
      { weight: 4, arbitrary: fc.constant("") },
      { weight: 2, arbitrary: day },
      { weight: 1, arbitrary: otherDay },
    ),
    spoil: fc.oneof({ weight: 14, arbitrary: fc.constant("") }, { weight: 1, arbitrary: fc.constantFrom(...spoiling) }),
    spoilBefore: fc.oneof(
      { weight: 14, arbitrary: fc.constant("") },
      { weight: 1, arbitrary: fc.constantFrom(...spoilingBefore) },
    ),
    separator: fc.constantFrom(" ", " ", ": ", " = ", "  "),
  });
});

type Line = typeof line extends fc.Arbitrary<infer T> ? T : never;

/** Numbers without a unit of which it is not settled yet what should be asked. */
function leftOut(id: string, value: number, spelled: string) {
  if (spelled !== "") return false;
  if (id === "c3") return value > 2.2 && value < 7;
  if (id === "c4") return value > 0.6 && value < 3;
  return id === "platelets" && value < 10;
}

/** A line and what it says, or nothing where it falls among what is left out. */
function build(parts: Line) {
  const known = tests[parts.id] as Known;
  const { unit } = parts;
  const [from, to] = known.usual;
  const canonical = from * (to / from) ** parts.share;
  const number = write(canonical / unit.factor, parts.written);
  const spelled =
    parts.unitTyped && unit.spelled.length > 0 ? (unit.spelled[parts.spelling % unit.spelled.length] as string) : "";
  const value = Number((canonical / unit.factor).toFixed(parts.written.decimals));
  if (value <= 0 || leftOut(parts.id, value, spelled)) return undefined;

  const low = Number((value * (known.side === "high" ? 0.2 : 1.3)).toPrecision(2));
  const high = Number((value * (known.side === "high" ? 0.6 : 2.6)).toPrecision(2));
  const one = known.side === "high" ? high : low;
  const text = (limit: number) => String(limit).replace(".", parts.written.mark);
  const limits = {
    none: "",
    one: `(${text(one)})`,
    range: `(${text(low)}${parts.dash}${text(high)})`,
    reversed: `(${text(high)}${parts.dash}${text(low)})`,
    placeholder: "(9999)",
    zero: "(0)",
    far: `(${text(Number((one * 100_000).toPrecision(2)))})`,
    "other-unit": `(${text(one)} mol/L)`,
    words: "(see report)",
  }[parts.limit];

  const query = [
    parts.spoilBefore,
    parts.name + parts.separator + parts.comparator + number,
    spelled,
    limits,
    parts.spoil,
    parts.date,
  ]
    .filter((part) => part !== "")
    .join(" ");
  return { query, known, number, typed: spelled === "" ? undefined : unit.code, one, low, high };
}

describe("a line built from known parts", () => {
  test("what Enter takes is what was typed, by the only way of reading it", () => {
    let entered = 0;
    fc.assert(
      fc.property(line, (parts) => {
        const built = build(parts);
        if (!built) return;
        const { query, known, number, typed } = built;
        const got = taken(query);
        if (!got) return;
        const say = `${query}  ->  ${JSON.stringify(got)}`;

        expect(got.measured, say).toBeDefined();
        const measured = got.measured as Measured;
        entered += 1;
        expect(measured.test, say).toBe(parts.id);
        expect(parts.spoil + parts.spoilBefore, say).toBe("");

        // The number and its unit.
        const limits = { one: [built.one], range: [built.low, built.high] }[parts.limit as string] ?? [];
        const possible = ways(known, number, typed, limits);
        const mine = possible.filter(({ value, code }) => code === measured.unit && same(value, measured.value));
        if (!isYear(number)) expect(mine.length, say).toBe(1);
        const factor = known.units.find(({ code }) => code === measured.unit)?.factor ?? Number.NaN;
        for (const way of possible)
          expect(same(way.canonical, measured.value * factor), `${say} or ${way.canonical}`).toBe(true);
        if (typed !== undefined) expect(measured.unit, say).toBe(typed);

        // The comparator.
        const comparator = parts.comparator.trim();
        expect(["", "<", ">"], say).toContain(comparator);
        expect(measured.comparator ?? "", say).toBe(comparator);

        // The limits: the ones typed, all of them, on their side, none that cannot be one.
        expect(["none", "one", "range"], say).toContain(parts.limit);
        const given = [measured.low, measured.high, measured.p99].filter((l) => l !== undefined);
        if (parts.limit === "none") expect(given, say).toEqual([]);
        if (parts.limit === "one") expect(measured[known.side ?? "p99"], say).toBeCloseTo(built.one, 9);
        if (parts.limit === "range") {
          expect(measured.low, say).toBeCloseTo(built.low, 9);
          expect(measured.high, say).toBeCloseTo(built.high, 9);
        }
        for (const limit of given) {
          expect(limit / measured.value, say).toBeGreaterThan(0.001);
          expect(limit / measured.value, say).toBeLessThan(1000);
        }

        // The day.
        if (parts.date === "") expect(measured.date, say).toBeUndefined();
        else if (/^\d{4}-/.test(parts.date)) expect(measured.date, say).toBe(parts.date);
        else expect.unreachable(`${say}: this day has no single reading`);
      }),
      { seed, numRuns: 5000 },
    );
    // Asking about everything would pass all of the above.
    expect(entered).toBeGreaterThan(500);
  });

  test("the parts in another order say the same or are asked about", () => {
    fc.assert(
      fc.property(line, fc.infiniteStream(fc.nat()), (parts, order) => {
        const built = build({ ...parts, spoil: "", spoilBefore: "", limit: "none", separator: " " });
        if (!built || isYear(built.number)) return;
        const words = built.query.split(" ");
        for (let last = words.length - 1; last > 0; last -= 1) {
          const other = (order.next().value as number) % (last + 1);
          [words[last], words[other]] = [words[other] as string, words[last] as string];
        }
        const query = words.join(" ");
        const got = taken(query);
        if (!got?.measured) return;
        const say = `${query}  ->  ${JSON.stringify(got)}`;
        const { measured } = got;
        const numbers = words.flatMap((word) => readings(word.replace(/^[<>≤≥~=]+/, "")));
        expect(
          numbers.some((number) => same(number, measured.value)),
          say,
        ).toBe(true);
        if (measured.date) expect(words, say).toContain(measured.date);
      }),
      { seed, numRuns: 1000 },
    );
  });
});

describe("titers", () => {
  const ladder = [40, 80, 100, 160, 320, 640, 1000, 1280, 2560, 5120];
  const title = fc.constantFrom("ana", "ANA", "ana titer", "ANA titre", "ANF");

  test("a whole dilution is entered as it is, with its comparator and its day", () => {
    fc.assert(
      fc.property(
        title,
        fc.constantFrom(...ladder),
        fc.constantFrom("1:", "1/", "1 : "),
        fc.constantFrom("", "<", ">", "> "),
        fc.option(day),
        (name, dilution, style, comparator, date) => {
          const query = `${name} ${comparator}${style}${dilution}${date ? ` ${date}` : ""}`;
          expect(taken(query)?.measured, query).toEqual({
            test: "ana-titer",
            value: dilution,
            unit: "{titer}",
            ...(comparator ? { comparator: comparator.trim() } : {}),
            ...(date ? { date } : {}),
          });
        },
      ),
      { seed, numRuns: 1000 },
    );
  });

  test("nothing else is", () => {
    const other = fc.oneof(
      fc.double({ min: 0.1, max: 400, noNaN: true }).map((n) => `${n.toFixed(1)}5`),
      fc
        .tuple(fc.constantFrom(...ladder), fc.constantFrom("index", "units", "U/mL", "IU/mL", "AI"))
        .map((w) => w.join(" ")),
      fc
        .tuple(
          fc.constantFrom("index", "ratio", "ELISA", "CLIA", "multiplex", "S/CO", "screen"),
          fc.constantFrom(...ladder),
        )
        .map((w) => w.join(" ")),
      fc.constantFrom(...ladder).map((n) => `1:${n}.5`),
      fc.constantFrom(...ladder).map((n) => `1:${n}-1:${n * 2}`),
      fc.constantFrom(...ladder).map((n) => `1:${n} and 1:${n * 2}`),
      fc.constantFrom(...ladder).map((n) => `≥1:${n}`),
      fc.constantFrom(...ladder).map((n) => `>=1:${n}`),
      fc.constantFrom(...ladder).map((n) => `${n}:1`),
      fc.constantFrom(...ladder).map((n) => `${n}%`),
      fc.constantFrom(...ladder).map((n) => `-${n}`),
      fc.integer({ min: 1950, max: 2040 }).map(String),
      fc.constantFrom("1+", "2+", "+++", "1.320", "1,320", "1:1.280", "1:0", "0"),
    );
    fc.assert(
      fc.property(title, other, fc.option(day), (name, rest, date) => {
        const query = `${name} ${rest}${date ? ` ${date}` : ""}`;
        expect(taken(query), query).toBeUndefined();
      }),
      { seed, numRuns: 1000 },
    );
  });

  test("a titer of any test is whole", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("ana", "dsdna", "ANA titer", "anti-dsDNA"),
        fc.double({ min: 0.1, max: 3000, noNaN: true }),
        fc.nat({ max: 3 }),
        fc.constantFrom("", "1:", "1/"),
        fc.constantFrom("", " titer", " crithidia", " elisa", " (10)", " (1:40)"),
        (name, number, decimals, style, rest) => {
          const query = `${name} ${style}${number.toFixed(decimals)}${rest}`;
          const measured = taken(query)?.measured;
          if (measured?.unit === "{titer}") {
            expect(Number.isInteger(measured.value), query).toBe(true);
            for (const limit of [measured.low, measured.high])
              if (limit !== undefined) expect(Number.isInteger(limit), query).toBe(true);
          }
        },
      ),
      { seed, numRuns: 1200 },
    );
  });
});

describe("findings", () => {
  const finding = fc.constantFrom(
    ["malar rash", "malar-rash"],
    ["butterfly rash", "malar-rash"],
    ["oral ulcers", "oral-ulcers"],
    ["pericardial rub", "pericardial-rub"],
    ["seizure", "seizure"],
    ["psychosis", "psychosis"],
    ["raynaud", "raynaud"],
    ["photosensitivity", "photosensitivity"],
    ["non-scarring alopecia", "non-scarring-alopecia"],
    ["pleural effusion", "pleural-effusion"],
  );

  test("said, denied, dated", () => {
    fc.assert(
      fc.property(finding, fc.constantFrom("", "no "), fc.option(day), ([name = "", id = ""], before, date) => {
        const query = `${before}${name}${date ? ` ${date}` : ""}`;
        const got = taken(query);
        // A day is the day when it was first seen: with an absence it is asked about.
        if (date && before !== "" && !got) return;
        expect(got, query).toMatchObject({
          finding: id,
          status: before === "" ? "present" : "absent",
        });
        expect(got?.date, query).toBe(date ?? undefined);
      }),
      { seed, numRuns: 400 },
    );
  });

  test("doubted, of another person, with a number or undone by another word: asked about", () => {
    fc.assert(
      fc.property(
        finding,
        fc.constantFrom(
          ...["possible _", "query _", "rule out _", "r/o _", "mother had _", "probable _", "suspected _"],
          ...["_?", "_ unlikely", "_ 3", "no _ in 2019", "?_ in 2019", "no longer has _", "no new _"],
          ...["_ ++", "_ -", "_ (?)", "not without _", "_ present absent", "_ due to lupus", "possible _ since 2019"],
        ),
        ([name = ""], frame) => {
          const query = frame.replace("_", name);
          expect(taken(query), query).toBeUndefined();
        },
      ),
      { seed, numRuns: 600 },
    );
  });
});

describe("what is said to explain a finding", () => {
  test("goes with it, and it is never entered without", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("malar rash", "oral ulcers", "seizure", "psychosis", "leukopenia", "pleural effusion"),
        fc.constantFrom("due to", "d/t", "secondary to", "caused by", "attributed to", ", due to"),
        fc.constantFrom(
          ...[
            ["drugs", "drug"],
            ["azathioprine", "drug"],
            ["a virus", undefined],
            ["sepsis", "infection"],
            ["HIV", "infection"],
            ["lymphoma", "malignancy"],
            ["uremia", "metabolic"],
            ["diabetes", "other-disease"],
            ["stress", undefined],
            ["the weather", undefined],
          ],
        ),
        (name, because, [text = "", cause]) => {
          const query = `${name} ${because} ${text}`;
          const got = taken(query);
          if (cause === undefined) expect(got, query).toBeUndefined();
          else expect(got?.explainedBy, query).toEqual({ cause, text });
        },
      ),
      { seed, numRuns: 400 },
    );
  });
});

describe("anything at all", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...["wbc", "c3", "ana", "dsdna", "upcr", "urine protein", "malar rash", "no", "elisa", "%", "(", ")", "[", "]"],
      ...["<", ">", "≤", "1:", "1/", "2024-05-02", "2024-13-45", "3/4/24", "g/L", "mg/dL", "titer", "index", ".", ","],
      ...[
        "-",
        "+",
        "0",
        "-0",
        "1e9",
        "9999",
        "NaN",
        "__proto__",
        "constructor",
        "\u202e",
        "\u0000",
        "\n",
        "\t",
        "µ",
        "٣",
        "３",
      ],
    ),
    fc.double({ noNaN: true }).map(String),
    fc.integer({ min: 0, max: 100_000 }).map(String),
    fc.string({ unit: "binary", maxLength: 12 }),
  );

  test("comes back without an error, and a number entered was typed", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), fc.constantFrom("", " "), (pieces, joint) => {
        const query = pieces.join(joint);
        const got = taken(query);
        if (!got?.measured) return;
        const { value, unit, date } = got.measured;
        const numbers = query.match(/[\d.,]+/g) ?? [];
        expect(
          numbers.some((text) =>
            readings(text.replace(/^[.,]+(?=\d+[.,])|[.,]+$/g, "")).some((number) => same(number, value)),
          ),
          `${JSON.stringify(query)} -> ${JSON.stringify(got)}`,
        ).toBe(true);
        if (unit === "{titer}") expect(Number.isInteger(value), query).toBe(true);
        if (date) expect(query).toContain(date);
      }),
      { seed, numRuns: 1000 },
    );
  });

  test.each([
    ["a number without end", `c3 ${"9".repeat(5000)}`],
    ["a unit without end", `c3 0.62 ${"mg/".repeat(20_000)}dL`],
    ["blanks", `c3${" ".repeat(100_000)}x`],
    ["brackets", `c3 0.62 ${"(".repeat(20_000)}`],
    ["a range without end", `c3 0.62 (${"0.9-".repeat(20_000)})`],
    ["a number of marks", `wbc ${"1,".repeat(20_000)}`],
    ["days", `wbc 3.2 ${"2024-05-02 ".repeat(5000)}`],
    ["noes", `${"no ".repeat(20_000)}malar rash`],
    ["a letter", "The patient has a malar rash, no oral ulcers, WBC 3.2, ANA 1:320. ".repeat(700)],
    ["letters outside the first plane", "𝟛".repeat(10_000)],
  ])("a text of any length is answered and not entered: %s", (_, query) => {
    expect(taken(query)).toBeUndefined();
  });
});

describe("lines as they are written", () => {
  test.each([
    ["lymphocytes 18%", "a percentage of white cells"],
    ["lymphocytes 18", "probably the same"],
    ["wbc 5-10/hpf", "urine"],
    ["urine wbc 25/hpf", "urine"],
    ["csf wbc 5", "another fluid"],
    ["pleural fluid wbc 800", "another fluid"],
    ["wbc 4.0 - 11.0", "a range, no value"],
    ["wbc (4-11)", "a range, no value"],
    ["C3 0.9-1.8", "a range, no value"],
    ["wbc 3.2 -> 2.8", "two values"],
    ["wbc 3.2/2.8/2.9", "three values"],
    ["wbc 3.2 plt 80", "two tests"],
    ["C3/C4 0.62/0.08", "two tests"],
    ["transfuse if plt <10", "a plan"],
    ["plt 80 clumps seen", "no reliable count"],
    ["wbc 3.2 2/5/24", "two days"],
    ["temp 38.5 F", "not alive"],
    ["fever for 40 days", "a duration"],
    ["fever 3/7", "a duration"],
    ["ANA 5.6 index", "no titer"],
    ["ANA ELISA 45", "no titer"],
    ["ANA S/CO 4.1", "no titer"],
    ["anca 1:320", "another test"],
    ["C3 0.62 (90-180)", "a range in mg/dL"],
    ["C3 62 (0.9-1.8)", "a range in g/L"],
    ["C3 0.62 (1.8-0.9)", "reversed"],
    ["C3 0.62 (0.9-9999)", "a placeholder"],
    ["C3 62% of normal", "a percentage"],
    ["C3a 120", "another test"],
    ["C4d 12", "another test"],
    ["CD4 200", "another test"],
    ["T4 8", "another test"],
    ["anti-dsDNA 95 U/mL", "not international units"],
    ["dsdna 5x ULN", "a multiple"],
    ["dsdna 95 (neg <10, equivocal 10-15, pos >15)", "bands"],
    ["dsdna 1.234", "a dot between thousands or before decimals"],
    ["dsdna 1,234 IU/mL", "a comma between thousands or before decimals"],
    ["ssdna 95", "another test"],
    ["aCL IgG 45 MPL", "the unit of IgM"],
    ["anticardiolipin 45", "IgG, IgM or IgA"],
    ["beta2gp1 IgG 45", "another test"],
    ["IgG 1200", "another test"],
    ["urine protein 300", "perhaps a dipstick"],
    ["urine protein 300 mg/dL", "a dipstick"],
    ["urine protein 1.2 g/L", "a random sample"],
    ["urine protein 3+", "a dipstick"],
    ["proteinuria 2+", "a dipstick"],
    ["protein 300", "anything"],
    ["UPCR 0.8", "three units"],
    ["UPCR 800", "two units"],
    ["ACR 30 mg/mmol", "albumin"],
    ["albuminuria 300 mg/24h", "albumin"],
    ["Bence Jones protein 1.2 g/24h", "another protein"],
    ["PCR 12 mg/L", "C-reactive protein in Spanish"],
    ["swollen joints 6 weeks", "a duration"],
    ["SJC 4/28", "a fraction"],
    ["TJC 6", "tender joints"],
    ["NYHA class III", "of the heart"],
    ["ckd class 4", "of the kidney"],
    ["anti-smooth muscle positive", "another antibody"],
    ["anti-Sm/RNP positive", "two antibodies"],
    ["LA positive", "two antibodies"],
    ["indirect coombs positive", "another test"],
    ["scarring alopecia", "another finding"],
    ["genital ulcers", "another finding"],
    ["no oral ulcers or malar rash", "two findings"],
    ["malar rash but no oral ulcers", "two findings"],
    ["steroid psychosis", "explained"],
    ["febrile seizure", "explained"],
    ["leukopenia, azathioprine", "perhaps explained"],
    ["leukopenia not due to azathioprine", "not explained"],
    ["leukopenia due to lupus", "explained by the disease itself"],
    ["leukopenia 2019", "a year"],
  ])("%s is not entered unasked (%s)", (query) => {
    expect(taken(query)).toBeUndefined();
  });

  test.each<[string, Partial<Measured>]>([
    ["WBC 3.2 K/uL", { test: "white-cells", value: 3.2, unit: "10*3/uL" }],
    ["WBC 3,200", { test: "white-cells", value: 3200, unit: "/uL" }],
    ["WCC 3.2 x 10^9/L (4.0-11.0)", { test: "white-cells", value: 3.2, unit: "10*9/L" }],
    ["ALC 760", { test: "lymphocytes", value: 760, unit: "/uL" }],
    ["lymphocytes 760/mm³", { test: "lymphocytes", value: 760, unit: "/mm3" }],
    ["PLT 80,000", { test: "platelets", value: 80_000, unit: "/uL" }],
    ["plt 80k", { test: "platelets", value: 80, unit: "10*3/uL" }],
    ["T 38,5 °C", { test: "temperature", value: 38.5, unit: "Cel" }],
    ["temp 101.3", { test: "temperature", value: 101.3, unit: "[degF]" }],
    ["ANA 1:80 (<1:80)", { test: "ana-titer", value: 80, unit: "{titer}", high: 80 }],
    ["C3 0,62 g/l (0,9-1,8)", { test: "c3", value: 0.62, unit: "g/L", low: 0.9, high: 1.8 }],
    ["C3 102 (82-167) mg/dL", { test: "c3", value: 102, unit: "mg/dL", low: 82, high: 167 }],
    ["C3 62 (90-180)", { test: "c3", value: 62, unit: "mg/dL", low: 90, high: 180 }],
    ["C4 8 (10-40)", { test: "c4", value: 8, unit: "mg/dL", low: 10, high: 40 }],
    ["C4 <0.02", { test: "c4", value: 0.02, unit: "g/L", comparator: "<" }],
    ["CH50 >60 U/mL (31-60)", { test: "ch50", value: 60, comparator: ">", low: 31 }],
    [
      "dsdna > 300 IU/mL (<10) elisa",
      { test: "anti-dsdna", value: 300, unit: "[IU]/mL", comparator: ">", high: 10, method: "elisa" },
    ],
    ["dsdna 2.3 index (1.0)", { test: "anti-dsdna", value: 2.3, unit: "{index}", high: 1 }],
    ["dsDNA 1:40 crithidia", { test: "anti-dsdna", value: 40, unit: "{titer}", method: "crithidia" }],
    ["aCL IgG 45 GPL (p99 40)", { test: "anticardiolipin-igg", value: 45, p99: 40 }],
    ["uPCR 90 mg/mmol", { test: "urine-protein-creatinine-ratio", value: 90, unit: "mg/mmol" }],
    ["urine protein 1.2 g/24h", { test: "urine-protein-24h", value: 1.2, unit: "g/(24.h)" }],
    ["proteinuria > 500 mg/24h", { test: "urine-protein-24h", value: 500, comparator: ">" }],
    ["swollen joints 5", { test: "swollen-joints", value: 5, unit: "{count}" }],
  ])("%s is entered as it stands", (query, measured) => {
    expect(taken(query)?.measured).toMatchObject(measured);
  });
});
