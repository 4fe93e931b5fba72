import { describe, expect, test } from "vitest";
import type { ExplainedBy, Measurement, SleRecord } from "../../criteria/types.ts";
import {
  answer,
  dateFinding,
  EMPTY_RECORD,
  explain,
  explainedAlike,
  explainTogether,
  isEmpty,
  labelRecord,
  noteFinding,
  statementOf,
} from "../../lib/record/edit.ts";
import {
  addMeasurement,
  hasMeasurement,
  removeMeasurement,
  replaceMeasurement,
} from "../../lib/record/edit-measurements.ts";

const drug: ExplainedBy = { cause: "drug", text: "heparin" };
const recordOf = (findings: SleRecord["findings"] = {}): SleRecord => ({ format: "sle-record/1", findings });

describe("an answer", () => {
  const full = { status: "present", explainedBy: drug, date: "2024-05-02", note: "seen twice" } as const;

  test("is kept in the shortest form, beside the others", () => {
    const record = recordOf({ seizure: "absent" });
    expect(answer(record, "fever", "present")).toEqual(recordOf({ seizure: "absent", fever: "present" }));
    expect(answer(record, "fever", "unknown")).toEqual(record);
    expect(answer(record, "seizure", "unknown")).toEqual(recordOf());
    expect(answer(EMPTY_RECORD, "fever", "absent")).toEqual(recordOf({ fever: "absent" }));
  });

  test("of present again keeps what is said of it, and another one only the note", () => {
    const record = recordOf({ fever: full });
    expect(answer(record, "fever", "present")).toEqual(record);
    expect(answer(record, "fever", "absent")).toEqual(recordOf({ fever: { status: "absent", note: "seen twice" } }));
    expect(answer(record, "fever", "unknown")).toEqual(recordOf({ fever: { status: "unknown", note: "seen twice" } }));
  });

  test("of present after another takes over nothing but the note", () => {
    // Beside an absent finding an explanation and a date have no effect.
    const absent = recordOf({ fever: { ...full, status: "absent" } });
    expect(answer(absent, "fever", "present")).toEqual(recordOf({ fever: { status: "present", note: "seen twice" } }));
    const { note: _, ...bare } = full;
    expect(answer(recordOf({ fever: bare }), "fever", "absent")).toEqual(recordOf({ fever: "absent" }));
  });

  test("that the record has already is no step: the record is the same, and what was undone can still be redone", () => {
    for (const statement of ["absent", "present", "unknown", full, { status: "unknown", note: "asked" }] as const) {
      const record = recordOf({ fever: statement, seizure: "absent" });
      expect(answer(record, "fever", statementOf(record, "fever").status)).toBe(record);
      expect(explain(record, "fever", statementOf(record, "fever").explainedBy)).toBe(record);
      expect(dateFinding(record, "fever", statementOf(record, "fever").date)).toBe(record);
      expect(noteFinding(record, "fever", statementOf(record, "fever").note ?? "")).toBe(record);
    }
    expect(answer(EMPTY_RECORD, "fever", "unknown")).toBe(EMPTY_RECORD);
  });

  test("has one day and one note, which can be taken away", () => {
    const dated = dateFinding(recordOf({ fever: full }), "fever", "2024-06-01");
    expect(statementOf(dated, "fever")).toEqual({ ...full, date: "2024-06-01" });
    const { date: _, ...undated } = full;
    expect(statementOf(dateFinding(dated, "fever", undefined), "fever")).toEqual(undated);
    const noted = noteFinding(recordOf({ fever: full }), "fever", "once");
    expect(statementOf(noted, "fever")).toEqual({ ...full, note: "once" });
    expect(statementOf(noteFinding(noted, "fever", ""), "fever")).not.toHaveProperty("note");
    expect(noteFinding(recordOf({ fever: "absent" }), "fever", "asked")).toEqual(
      recordOf({ fever: { status: "absent", note: "asked" } }),
    );
  });
});

describe("an explanation", () => {
  test("makes the finding present and leaves what else is said of it", () => {
    const record = recordOf({ fever: { status: "absent", date: "2024-05-02", note: "n" }, seizure: "absent" });
    expect(explain(record, "fever", drug).findings).toEqual({
      seizure: "absent",
      fever: { status: "present", date: "2024-05-02", note: "n", explainedBy: drug },
    });
    expect(explain(explain(recordOf(), "fever", drug), "fever", undefined)).toEqual(recordOf({ fever: "present" }));
  });

  const twins = ["leukopenia-twice", "lymphopenia-1000"] as const;

  test("is that of the twins as well, each of which can be taken out again", () => {
    const together = explainTogether(recordOf(), "leukopenia", drug, twins);
    const explained = { status: "present", explainedBy: drug };
    expect(together.findings).toEqual({
      leukopenia: explained,
      "leukopenia-twice": explained,
      "lymphopenia-1000": explained,
    });
    expect(explainedAlike(together, "leukopenia", twins)).toEqual(twins);
    const less = explain(together, "lymphopenia-1000", undefined);
    expect(explainedAlike(less, "leukopenia", twins)).toEqual(["leukopenia-twice"]);
    // One that was taken out stays out when the explanation is corrected.
    const corrected = explainTogether(less, "leukopenia", { cause: "infection" }, twins);
    expect(statementOf(corrected, "lymphopenia-1000")).toEqual({ status: "present" });
    expect(statementOf(corrected, "leukopenia-twice").explainedBy).toEqual({ cause: "infection" });
  });

  test("of a twin stands where it says something else, be it in the cause or in the words", () => {
    for (const other of [
      { cause: "drug", text: "quinine" },
      { cause: "other", text: "heparin" },
    ] as const) {
      const record = recordOf({ "leukopenia-twice": { status: "present", explainedBy: other } });
      const together = explainTogether(record, "leukopenia", drug, twins);
      expect(statementOf(together, "leukopenia-twice").explainedBy).toEqual(other);
      expect(explainedAlike(together, "leukopenia", twins)).toEqual(["lymphopenia-1000"]);
    }
  });

  test("that is taken back is taken back from the finding alone", () => {
    const together = explainTogether(recordOf(), "leukopenia", drug, twins);
    const back = explainTogether(together, "leukopenia", undefined, twins);
    expect(statementOf(back, "leukopenia")).toEqual({ status: "present" });
    expect(statementOf(back, "leukopenia-twice").explainedBy).toEqual(drug);
    expect(explainedAlike(back, "leukopenia", twins)).toEqual([]);
    expect(explainedAlike(recordOf(), "leukopenia", twins)).toEqual([]);
  });
});

describe("values", () => {
  const value = (value: number, more: Partial<Measurement> = {}): Measurement => ({
    test: "c3",
    value,
    unit: "mg/dL",
    ...more,
  });
  const three = { ...EMPTY_RECORD, measurements: [value(1), value(2), value(3)] };

  test("are added behind, replaced and removed one at a time", () => {
    expect(addMeasurement(EMPTY_RECORD, value(1)).measurements).toEqual([value(1)]);
    expect(addMeasurement(three, value(4)).measurements).toEqual([value(1), value(2), value(3), value(4)]);
    expect(removeMeasurement(three, value(2)).measurements).toEqual([value(1), value(3)]);
    expect(replaceMeasurement(three, value(2), value(9)).measurements).toEqual([value(1), value(9), value(3)]);
  });

  test("are found wherever they stand by now, and no other value is touched", () => {
    const [one, two, last] = [value(1), value(2), value(3)];
    const record = { ...EMPTY_RECORD, measurements: [one, two, last] };
    const shorter = removeMeasurement(record, one);
    expect(replaceMeasurement(shorter, two, value(9)).measurements).toEqual([value(9), last]);
    expect(removeMeasurement(shorter, two).measurements).toEqual([last]);
    expect(removeMeasurement(shorter, one)).toBe(shorter);
    expect(replaceMeasurement(shorter, one, value(9)).measurements).toEqual([two, last, value(9)]);
    expect(hasMeasurement(shorter, two)).toBe(true);
    expect(hasMeasurement(shorter, one)).toBe(false);
  });

  test("that are equal are told apart while they are the same objects", () => {
    const [one, twin] = [value(1), value(1)];
    const record = { ...EMPTY_RECORD, measurements: [one, value(2), twin] };
    expect(replaceMeasurement(record, twin, value(9)).measurements).toEqual([value(1), value(2), value(9)]);
    expect(removeMeasurement(record, twin).measurements?.[0]).toBe(one);
  });

  test("of one result are one entry where the second says more", () => {
    expect(addMeasurement(three, value(2, { low: 90 })).measurements).toEqual([
      value(1),
      value(2, { low: 90 }),
      value(3),
    ]);
    const limited = addMeasurement(three, value(2, { low: 90 }));
    expect(addMeasurement(limited, value(2, { low: 80 })).measurements).toHaveLength(4);
  });
});

test("a record is empty while nothing is answered and nothing was measured", () => {
  expect(isEmpty(EMPTY_RECORD)).toBe(true);
  expect(isEmpty({ ...EMPTY_RECORD, findings: {}, measurements: [], label: "B-7" })).toBe(true);
  expect(isEmpty(answer(EMPTY_RECORD, "fever", "absent"))).toBe(false);
  expect(isEmpty({ ...EMPTY_RECORD, findings: {}, measurements: [{ test: "c3", value: 1, unit: "mg/dL" }] })).toBe(
    false,
  );
});

test("a label is kept as it is, and taken away by an empty one", () => {
  const labeled = labelRecord(recordOf({ fever: "absent" }), "B-7");
  expect(labeled).toEqual({ ...recordOf({ fever: "absent" }), label: "B-7" });
  expect(labelRecord(labeled, "B-8").label).toBe("B-8");
  expect(labelRecord(labeled, "")).toEqual(recordOf({ fever: "absent" }));
});
