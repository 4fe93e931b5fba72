import { describe, expect, test } from "vitest";
import { entriesIn } from "../../../app/_find/entries.ts";
import { createRecordStore } from "../../../app/_store/record-store.ts";
import type { FindingId, Measurement, SleRecord, Status } from "../../../criteria/types.ts";
import { answer, dateFinding, explain } from "../../../lib/record/edit.ts";
import { addMeasurement, removeMeasurement, replaceMeasurement } from "../../../lib/record/edit-measurements.ts";

const WBC: Measurement = { test: "white-cells", value: 3.2, unit: "10*9/L" };
const PLATELETS: Measurement = { test: "platelets", value: 85, unit: "10*9/L" };

type Edit = (record: SleRecord) => SleRecord;
const give =
  (finding: FindingId, status: Status = "present"): Edit =>
  (record) =>
    answer(record, finding, status);
const add =
  (measurement: Measurement): Edit =>
  (record) =>
    addMeasurement(record, measurement);

function enter(...edits: readonly Edit[]) {
  const store = createRecordStore();
  for (const edit of edits) store.edit(edit);
  return store;
}

const wordsOf = (store: ReturnType<typeof createRecordStore>) =>
  entriesIn(store.getHistory()).map(({ words }) => words);

describe("what was entered", () => {
  test("stands with the newest first, answers and values in one order", () => {
    const store = enter(give("malar-rash"), add(WBC), give("seizure", "absent"), add(PLATELETS));
    expect(wordsOf(store)).toEqual(["Plt 85 ×10⁹/L", "Seizure absent", "WBC 3.2 ×10⁹/L", "Malar rash"]);
  });

  test.each<readonly [string, Edit, string]>([
    ["explained", (record) => explain(record, "malar-rash", { cause: "infection" }), "Malar rash"],
    ["dated", (record) => dateFinding(record, "malar-rash", "2024-03-02"), "Malar rash"],
    ["answered otherwise", give("malar-rash", "absent"), "Malar rash absent"],
    ["corrected", (record) => replaceMeasurement(record, WBC, { ...WBC, value: 3.4 }), "WBC 3.4 ×10⁹/L"],
  ])("is the newest again once it is %s", (_, edit, first) => {
    expect(wordsOf(enter(give("malar-rash"), add(WBC), give("fever"), edit))[0]).toBe(first);
  });

  test("keeps its order when something is taken back, or taken away", () => {
    const store = enter(give("malar-rash"), add(WBC), add(PLATELETS), give("fever"));
    store.undo();
    expect(wordsOf(store)).toEqual(["Plt 85 ×10⁹/L", "WBC 3.2 ×10⁹/L", "Malar rash"]);
    store.edit((record) => removeMeasurement(record, WBC));
    expect(entriesIn(store.getHistory()).map(({ entry }) => entry)).toEqual([
      { kind: "value", measurement: PLATELETS, position: 0 },
      { kind: "answer", finding: "malar-rash" },
    ]);
  });

  test("taken away and entered again, it is new", () => {
    expect(
      wordsOf(enter(give("malar-rash"), give("fever"), give("malar-rash", "unknown"), give("malar-rash"))),
    ).toEqual(["Malar rash", "Fever"]);
  });

  test("of a record that was opened, all of it is listed, below what came since", () => {
    const store = createRecordStore();
    store.open(add(WBC)(give("malar-rash")({ format: "sle-record/1" })));
    store.edit(give("fever"));
    expect(wordsOf(store)).toEqual(["Fever", "Malar rash", "WBC 3.2 ×10⁹/L"]);
  });

  test("more steps than are kept leave nothing out", () => {
    const flip = Array.from({ length: 300 }, (_, step) => give("fever", step % 2 === 0 ? "present" : "absent"));
    expect(wordsOf(enter(give("malar-rash"), add(WBC), ...flip))).toEqual([
      "Fever absent",
      "Malar rash",
      "WBC 3.2 ×10⁹/L",
    ]);
  });
});

describe("an explanation", () => {
  const lineOf = (first: Edit, ...edits: readonly Edit[]) => entriesIn(enter(first, ...edits).getHistory());

  test("is offered for what is present, and for a value through what it makes present", () => {
    const [absent, value, present] = lineOf(give("malar-rash"), add(WBC), give("seizure", "absent"));
    expect(present?.explains).toBe("malar-rash");
    expect(value?.explains).toBe("leukopenia");
    expect(absent?.explains).toBeUndefined();
    expect(lineOf(add({ ...WBC, value: 6 }))[0]?.explains).toBeUndefined();
  });

  test("marks the finding, and the value behind it", () => {
    const explained: Edit = (record) => explain(record, "leukopenia", { cause: "drug", text: "azathioprine" });
    const lines = lineOf(add(WBC), explained);
    expect(lines.map(({ words, explained }) => [words, explained])).toEqual([
      ["Leukopenia", "a drug (azathioprine)"],
      ["WBC 3.2 ×10⁹/L", "a drug (azathioprine)"],
    ]);
  });
});
