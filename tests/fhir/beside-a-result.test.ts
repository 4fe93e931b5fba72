import { describe, expect, test } from "vitest";
import {
  cardFor,
  loinc,
  measurementsIn,
  platelets,
  quantity,
  readAny,
  readValid,
  remarksIn,
  valuesIn,
  wordless,
} from "./support/results.ts";

const value = platelets(45, { id: "o" });
const held = [{ reference: "Observation/o" }];
const subject = { reference: "Patient/1" };

describe("a result that stands in something that was taken back is shown with that, and no card counts it", () => {
  const panel = { resourceType: "Observation", code: loinc("58410-2"), subject, hasMember: held };
  const order = { resourceType: "List", mode: "working", subject, entry: [{ item: { reference: "Observation/o" } }] };
  const document = {
    resourceType: "Composition",
    type: { text: "Report" },
    subject,
    date: "2024-02-11",
    author: [{ display: "A" }],
    title: "Report",
  };
  test.each([
    ["panel", { ...panel, status: "entered-in-error" }],
    ["panel", { ...panel, status: "cancelled" }],
    ["list", { ...order, status: "entered-in-error" }],
    ["document", { ...document, status: "entered-in-error", section: [{ entry: held }] }],
    ["document", { ...document, status: "entered-in-error", section: [{ title: "a", section: [{ entry: held }] }] }],
  ])("a %s", (kind, holder) => {
    const report = readValid(value, holder);
    expect(valuesIn(report)).toEqual([45]);
    expect(remarksIn(report)).toContain(`The ${kind} that holds it is ${holder.status}`);
    expect(cardFor([value, holder])).not.toContain("Thrombocytopenia");
  });

  test("one that stands takes nothing from it, and neither does one that holds another result", () => {
    for (const holder of [
      { ...panel, status: "final" },
      { ...panel, status: "entered-in-error", hasMember: [{ reference: "Observation/other" }] },
      { ...order, status: "current" },
    ]) {
      expect(remarksIn(readValid(value, holder))).toBe("");
      expect(cardFor([value, holder])).toContain("Thrombocytopenia");
    }
  });
});

describe("a result of another fluid than its code says is doubtful", () => {
  const cells = { ...platelets(2.8), code: loinc("6690-2"), ...quantity(2.8, "10*9/L") };
  const specimen = (type: object) => ({ resourceType: "Specimen", id: "s", subject, type });
  test.each<[string, object, readonly object[]]>([
    ["a display", { specimen: { display: "Synovial fluid, knee" } }, []],
    ["a type in words", { specimen: { reference: "Specimen/s" } }, [specimen({ text: "CSF" })]],
    [
      "a coded type",
      { specimen: { reference: "Specimen/s" } },
      [
        specimen({
          coding: [{ system: "http://snomed.info/sct", code: "418564007", display: "Pleural fluid specimen" }],
        }),
      ],
    ],
    ["a contained one", { specimen: { reference: "#s" }, contained: [specimen({ text: "Urine, midstream" })] }, []],
    ["its name", { code: { ...loinc("6690-2"), text: "WBC, ascitic fluid" } }, []],
  ])("by %s", (_, rest, others) => {
    const report = readAny({ ...cells, ...rest }, ...others);
    expect(report.proposals).toMatchObject([{ isDoubtful: true }]);
    expect(remarksIn(report)).toContain("another fluid");
    expect(cardFor([{ ...cells, ...rest }, ...others])).not.toContain("Leukopenia");
  });

  test("blood, serum and a method that has a microscope are none, and urine is not where urine is asked for", () => {
    const titer = { ...platelets(0), code: { ...loinc("5048-4"), text: "ANA by fluorescence microscopy" } };
    for (const [sent, words] of [
      [cells, "Whole blood, EDTA"],
      [cells, "Serum or plasma"],
      [{ ...titer, ...quantity(640, "{titer}") }, "Serum"],
      [{ ...cells, code: loinc("2890-2"), ...quantity(800, "mg/g") }, "Urine, spot"],
    ] as const) {
      expect(readAny({ ...sent, specimen: { display: words } }).proposals[0]).not.toHaveProperty("isDoubtful");
    }
  });
});

test("of values of one moment that differ, one that stands there twice is as open as once", () => {
  const cells = (count: number, rest: object = {}) => ({
    ...platelets(0),
    ...quantity(count, "10*9/L"),
    code: loinc("6690-2"),
    ...rest,
  });
  const sent = [
    cells(3.1, { id: "a", effectiveDateTime: "2024-02-10T08:00:00Z" }),
    cells(6.5, { id: "b" }),
    cells(3.1, { id: "c", referenceRange: [{ low: { value: 4, unit: "10*9/L" } }] }),
  ];
  for (const order of [sent, sent.toReversed(), [sent[1], sent[0], sent[2]].map((one) => one ?? {})]) {
    const { proposals } = readValid(...order);
    expect(proposals).toHaveLength(3);
    for (const one of proposals) expect(one).toHaveProperty("choice");
    expect(cardFor(order)).not.toContain("Leukopenia");
  }
});

test("a result that names nobody beside others that name the patient is doubtful, and is not where none does", () => {
  const { subject: _, ...unnamed } = platelets(20, { effectiveDateTime: "2024-03-01" });
  expect(readAny(value, unnamed).proposals.map(({ isDoubtful }) => isDoubtful)).toEqual([undefined, true]);
  expect(readAny(unnamed).proposals[0]).not.toHaveProperty("isDoubtful");
  const report = {
    resourceType: "DiagnosticReport",
    status: "final",
    code: { text: "Blood count" },
    subject,
    contained: [{ ...unnamed, id: "c" }],
    result: [{ reference: "#c" }],
  };
  for (const { isDoubtful } of readAny(value, report).proposals) expect(isDoubtful).toBeUndefined();
});

test("a bare number that is coded as a titer and is of no series of dilutions is doubtful", () => {
  for (const number of [1, 3, 8, 137, 500]) {
    const sent = wordless("5048-4", quantity(number, "{titer}"));
    expect(readAny(sent).proposals, String(number)).toMatchObject([{ isDoubtful: true }]);
    expect(cardFor([sent])).not.toContain("Antinuclear");
  }
  for (const rest of [
    quantity(160, "{titer}"),
    quantity(80, "{titer}"),
    { valueString: "1:60" },
    { valueRatio: { numerator: { value: 1 }, denominator: { value: 60 } } },
  ]) {
    expect(readAny(wordless("5048-4", rest)).proposals[0], JSON.stringify(rest)).not.toHaveProperty("isDoubtful");
  }
});

test("of a range in another unit neither end is kept, and of two days none is taken", () => {
  const c3 = {
    ...platelets(0),
    code: loinc("4485-9"),
    ...quantity(62, "mg/dL"),
    referenceRange: [{ low: { value: 0.9 }, high: { value: 1.8 } }],
  };
  const [measurement] = measurementsIn(readValid(c3));
  expect(measurement).toEqual({ test: "c3", value: 62, unit: "mg/dL", date: "2024-02-10" });
  const twice = platelets(85, { effectivePeriod: { start: "2023-01-01", end: "2023-01-01" } });
  expect(measurementsIn(readAny(twice))[0]).not.toHaveProperty("date");
  expect(remarksIn(readAny(twice))).toContain("2024-02-10 and 2023-01-01");
  const same = platelets(85, { effectiveInstant: "2024-02-10T08:00:00Z" });
  expect(measurementsIn(readAny(same))).toMatchObject([{ date: "2024-02-10" }]);
});
