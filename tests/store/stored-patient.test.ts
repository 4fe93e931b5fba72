import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { readStored } from "../../lib/store/read-stored.ts";
import { savedOver } from "../../lib/store/saves.ts";
import { type StoredPatient, writeStored } from "../../lib/store/write-stored.ts";
import { format } from "../support/assess.ts";

const read = (text: string) => readStored(text, format);

const record: SleRecord = {
  format: "sle-record/1",
  label: "bed 4",
  findings: { seizure: "absent", "malar-rash": { status: "present", date: "2024-03-02", note: "photo" } },
  measurements: [{ test: "c3", value: 0.62, unit: "g/L", low: 0.9 }],
};

test.each([...definitions.examples.map(({ record: example }) => example), record])(
  "a stored patient is read as it was written (%#)",
  (one) => {
    const patient = { record: one, saved: "2024-05-02T10:00:00.000Z" };
    expect(read(writeStored(patient))).toEqual({ kind: "patient", patient });
  },
);

test("when it was begun is kept, and an instant that is none is no reason to lose a patient", () => {
  const patient = { record, saved: "2024-05-02T10:00:00.000Z", begun: "2024-05-01T08:00:00.000Z" };
  expect(read(writeStored(patient))).toEqual({ kind: "patient", patient });
  for (const begun of ["yesterday", "", 5, null]) {
    const { begun: _, ...without } = patient;
    const text = JSON.stringify({ format: "sle-stored/1", saved: patient.saved, begun, record });
    expect(read(text)).toEqual({ kind: "patient", patient: without });
    const unsaved = JSON.stringify({ format: "sle-stored/1", saved: begun, record });
    expect(read(unsaved)).toEqual({ kind: "patient", patient: { record, saved: "" } });
  }
});

test("the saves that it holds are kept in their order, and what is none is no reason to lose a patient", () => {
  const saves = { "w-b": 3, "w-a": 12 };
  const patient = { record, saved: "2024-05-02T10:00:00.000Z", saves };
  const stored = read(writeStored(patient));
  expect(stored).toEqual({ kind: "patient", patient });
  expect(stored.kind === "patient" && Object.keys(stored.patient.saves ?? {})).toEqual(Object.keys(saves));
  for (const none of ["3", 3, [1], null, { a: "1" }, { a: 1.5 }]) {
    const text = JSON.stringify({ format: "sle-stored/1", saved: patient.saved, saves: none, record });
    expect(read(text)).toEqual({ kind: "patient", patient: { record, saved: patient.saved } });
  }
});

test("the sittings of the last saves are remembered, and an entry does not grow without end", () => {
  let patient: StoredPatient = { record, saved: "2024-05-02T10:00:00.000Z" };
  for (let sitting = 0; sitting < 100; sitting += 1) {
    const stored = read(writeStored({ ...patient, saves: savedOver(patient.saves ?? {}, `s${sitting}`) }));
    if (stored.kind === "patient") patient = stored.patient;
  }
  expect(Object.keys(patient.saves ?? {})).toEqual(Array.from({ length: 20 }, (_, at) => `s${at + 80}`));
});

test("what a later version wrote is newer, not damaged", () => {
  expect(read('{"format":"sle-stored/2","anything":[]}')).toEqual({ kind: "newer", format: "sle-stored/2" });
  expect(read('{"format":"sle-stored/10"}').kind).toBe("newer");
});

test.each([
  ["cut off", writeStored({ record, saved: "2024-05-02T10:00:00.000Z" }).slice(0, -9)],
  ["of another program", '{"format":"notes/1"}'],
  ["without a format", '{"record":{"format":"sle-record/1"}}'],
  ["no object", "42"],
  ["null", "null"],
  ["empty", ""],
  [
    "with a finding that is not known",
    '{"format":"sle-stored/1","record":{"format":"sle-record/1","findings":{"gout":"present"}}}',
  ],
])("what is %s cannot be read, and says why", (_, text) => {
  const stored = read(text);
  expect(stored.kind).toBe("unreadable");
  expect(stored.kind === "unreadable" && stored.issues.length).toBeGreaterThan(0);
});
