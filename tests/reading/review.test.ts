import { describe, expect, test } from "vitest";
import { definitions, inTexts, testsNotRead } from "../../criteria/index.ts";
import type { Measurement, SleRecord } from "../../criteria/types.ts";
import { reviewOfImport } from "../../lib/fhir/import/as-review.ts";
import { importPlanOf, readImport } from "../../lib/fhir/import/import.ts";
import { convertUcum } from "../../lib/fhir/ucum.ts";
import { checked, otherwiseIn } from "../../lib/reading/checks.ts";
import { heldIn, takenTogether, withConfirmed } from "../../lib/reading/confirm.ts";
import { decoded } from "../../lib/reading/decoded.ts";
import { partsOf, shownText } from "../../lib/reading/marks.ts";
import { readText } from "../../lib/reading/read-text.ts";
import { type Review, type ReviewItem, reviewOfText } from "../../lib/reading/review.ts";
import { EMPTY_RECORD } from "../../lib/record/edit.ts";
import { lupus } from "../fhir/bundles/lupus.ts";

const by = { definitions, today: "2026-01-01" };
const ofText = (text: string): Review =>
  checked(reviewOfText(text, readText(text, { definitions, notRead: testsNotRead, inTexts })), by);

/** The same fact from a source that gives times and from one that gives none. */
function valued(measurement: Partial<Measurement>, more: Partial<ReviewItem> = {}): ReviewItem {
  const whole = { test: "platelets", value: 85, unit: "10*9/L", ...measurement } as const;
  return {
    id: `${Math.random()}`,
    kind: "measurement",
    measurement: whole,
    ...(whole.date && { date: whole.date }),
    place: { kind: "text", from: [0, 1], line: 1 },
    original: "",
    sureness: "plain",
    remarks: [],
    ...more,
  } as ReviewItem;
}
const checkedItems = (...items: ReviewItem[]) => checked({ refused: [], read: "", items, passed: [] }, by).items;

describe("checks that hold whatever was read", () => {
  test("a limit in another unit is left out and said, and the value is kept", () => {
    const [item] = checkedItems(valued({ test: "c3", value: 0.62, unit: "g/L", low: 90 }));
    expect(item).toMatchObject({ measurement: { value: 0.62, unit: "g/L" } });
    expect(item?.kind === "measurement" && item.measurement.low).toBeUndefined();
    expect(item?.remarks.join()).toMatch(/A limit was left out \(low 90\).*another unit/);
  });

  test("a value that is hard to believe is doubtful, and the unit that would fit is named", () => {
    const [item] = checkedItems(valued({ test: "white-cells", value: 3200, unit: "10*9/L" }));
    expect(item?.isDoubtful).toBe(true);
    expect(item?.remarks.join()).toMatch(/hard to believe\. It would fit in .*µL/);
    expect(takenTogether(item ? [item] : [])).toEqual([]);
  });

  test("a value of a day that cannot be is doubtful", () => {
    for (const date of ["2031-05-01", "0024-05-01"]) expect(checkedItems(valued({ date }))[0]?.isDoubtful).toBe(true);
    expect(checkedItems(valued({ date: "2024-05-01" }))[0]?.isDoubtful).toBeUndefined();
  });

  test("of two values of one day without times none is taken with the others, in whichever units they are", () => {
    const day = { date: "2024-05-01" };
    expect(takenTogether(checkedItems(valued({ value: 82, ...day }), valued({ value: 182, ...day })))).toEqual([]);
    expect(
      takenTogether(checkedItems(valued({ value: 82, ...day }), valued({ value: 82_000, unit: "/uL", ...day }))),
    ).toHaveLength(2);
    expect(takenTogether(checkedItems(valued({ value: 82, ...day }), valued({ value: 182 })))).toHaveLength(2);
    // A source with times has told its results apart itself.
    const timed = { hasTimes: true } as const;
    expect(
      takenTogether(checkedItems(valued({ value: 82, ...day }, timed), valued({ value: 182, ...day }, timed))),
    ).toHaveLength(2);
  });

  test("where the text says that a result was corrected, a person takes the one that stands", () => {
    const { items } = ofText("Platelets 82 x10^9/L\nCorrected report: Platelets 182 x10^9/L");
    expect(items).toHaveLength(2);
    expect(takenTogether(items)).toEqual([]);
    expect(items.map(({ remarks }) => remarks.join())).toEqual([
      expect.stringContaining("corrected"),
      expect.stringContaining("corrected"),
    ]);
    const other = ofText("Corrected calcium 2.4 mmol/L\nPlatelets 182 x10^9/L").items;
    expect(takenTogether(other)).toHaveLength(1);
  });

  test("the order is that of the questions", () => {
    const { items } = ofText("C3 0.62 g/L (0.9-1.8). Anti-Sm positive. Oral ulcers. Fever. White cells 3.1 x10^9/L.");
    expect(items.map((item) => (item.kind === "finding" ? item.finding : item.measurement.test))).toEqual([
      "fever",
      "oral-ulcers",
      "white-cells",
      "anti-sm",
      "c3",
    ]);
  });
});

describe("against the record", () => {
  const record: SleRecord = {
    format: "sle-record/1",
    findings: { "malar-rash": "absent", "oral-ulcers": "present" },
    measurements: [{ test: "platelets", value: 82, unit: "10*9/L", date: "2024-05-01" }],
  };
  const otherwise = otherwiseIn(record, definitions);
  const held = heldIn(record);

  test("what the record has is said so and is not taken twice", () => {
    const { items } = ofText("Platelets 82 x10^9/L on 1 May 2024. Oral ulcers.");
    expect(items.map(held)).toEqual([true, true]);
    expect(withConfirmed(record, items)).toEqual(record);
  });

  test("what the record has not is taken, and then is had", () => {
    const { items } = ofText("Platelets 182 x10^9/L on 2 May 2024. C3 0.4 g/L. Malar rash. Fever.");
    expect(items.map(held)).toEqual(items.map(() => false));
    const more = withConfirmed(record, items);
    expect(more.measurements).toHaveLength(3);
    expect(more.findings).toMatchObject({ "malar-rash": "present", "oral-ulcers": "present", fever: "present" });
    expect(items.map(heldIn(more))).toEqual(items.map(() => true));
    expect(withConfirmed(record, [])).toBe(record);
  });

  test("another value of the same day, and the opposite answer, are said", () => {
    const { items } = ofText("Platelets 182 x10^9/L on 1 May 2024. Malar rash. Oral ulcers.");
    expect(items.map((item) => otherwise(item)?.kind)).toEqual(["answer", undefined, "value"]);
    expect(ofText("Platelets 182 x10^9/L on 2 May 2024.").items.map(otherwise)).toEqual([undefined]);
  });

  test("what explains a finding is entered with it, and a record without it says less", () => {
    const { items } = ofText("Leukopenia attributed to azathioprine.");
    const [item] = items;
    expect(item).toMatchObject({ kind: "finding", finding: "leukopenia", explainedBy: { cause: "drug" } });
    const bare: SleRecord = { format: "sle-record/1", findings: { leukopenia: "present" } };
    expect(items.map(heldIn(bare))).toEqual([false]);
    const confirmed = withConfirmed(bare, items);
    expect(confirmed.findings?.leukopenia).toMatchObject({ status: "present", explainedBy: { cause: "drug" } });
    expect(items.map(heldIn(confirmed))).toEqual([true]);
  });
});

describe("one shape for every source", () => {
  test("an import keeps its own checks: a choice, a doubt and a remark stay with their value", () => {
    const report = readImport(importPlanOf(definitions), JSON.stringify(lupus), convertUcum);
    const review = checked(reviewOfImport(report), by);
    expect(review.items).toHaveLength(report.proposals.length);
    for (const proposal of report.proposals) {
      const item = review.items.find(({ id }) => id === proposal.id);
      expect(item?.place).toEqual({ kind: "part", name: proposal.source });
      expect(item?.choice).toBe(proposal.choice);
      expect(item?.remarks).toEqual(expect.arrayContaining([...proposal.remarks]));
    }
    expect(review.passed.map(({ what, why, count }) => [what, why, count])).toEqual(
      report.notTaken.map(({ what, why, count }) => [what, why, count]),
    );
    expect(withConfirmed(EMPTY_RECORD, review.items).measurements).toHaveLength(8);
  });

  test("how much was read is told, and which words say that a result was corrected", () => {
    expect(ofText("Fever").read).toBe("1 word");
    expect(ofText("Oral ulcers today").read).toBe("3 words");
    const { items } = ofText("Corrected report: platelets 182 x10^9/L\nC3 0.4 g/L");
    expect(items.map(({ saysCorrected }) => saysCorrected)).toEqual([true, undefined]);
  });

  test("a text that is refused as a whole says why once", () => {
    const review = ofText(
      "Patientin mit Arthritis und Exanthem, die Blutwerte sind nicht auffällig, wir haben sie gesehen.",
    );
    expect(review.refused).toEqual([expect.stringContaining("German")]);
    expect(review.items).toEqual([]);
  });

  test.for(["\n", "\r\n", "\r", "\u2028", "\u0085"])(
    "each place has its line and its words, in lines that end in %j",
    (end) => {
      const lines = ["Seen today.", "Platelets 82 x10^9/L", "Possible malar rash.", "Oral ulcers."];
      const { items, passed } = ofText(lines.join(end));
      expect(items.map(({ place, original }) => [place.kind === "text" && place.line, original])).toEqual([
        [4, "Oral ulcers."],
        [2, "Platelets 82 x10^9/L"],
      ]);
      expect(passed[0]).toMatchObject({ place: { line: 3 }, what: "Possible malar rash." });
    },
  );
});

describe("the text with its marks", () => {
  test.for([
    "No malar rash, but oral ulcers. Possible seizure. Platelets 82 x10^9/L.",
    "Oral ulcers. ".repeat(50),
    "nothing of it",
    "",
  ])("every position is in one part, in order: %#", (text) => {
    const review = ofText(text);
    const parts = partsOf(text, review);
    expect(parts.map(({ from }) => text.slice(...from)).join("")).toBe(text);
    const ids = parts.flatMap((part) => (part.kind === "proposal" ? [part.id] : [])).toSorted();
    expect(ids).toEqual(review.items.map(({ id }) => id).toSorted());
  });

  test("where two places overlap, the proposal is marked", () => {
    const place = (from: readonly [number, number]) => ({ kind: "text", from, line: 1 }) as const;
    const item = valued({}, { id: "7", place: place([2, 6]) });
    const passed = [{ what: "", why: "", count: 1, place: place([0, 4]) }];
    expect(partsOf("0123456789", { items: [item], passed })).toEqual([
      { kind: "plain", from: [0, 2] },
      { kind: "proposal", from: [2, 6], id: "7" },
      { kind: "plain", from: [6, 10] },
    ]);
  });

  test("what was not taken is marked in its place, before and behind what was", () => {
    const place = (from: readonly [number, number]) => ({ kind: "text", from, line: 1 }) as const;
    const items = [valued({}, { id: "b", place: place([20, 24]) }), valued({}, { id: "a", place: place([6, 9]) })];
    const passed = [
      [26, 28],
      [10, 12],
      [0, 3],
      [22, 25],
      [4, 6],
      [9, 10],
    ].map(([start = 0, end = 0]) => ({ what: "", why: "", count: 1, place: place([start, end]) }));
    const elsewhere = { what: "", why: "", count: 1, place: { kind: "part", name: "Observation/1" } as const };
    expect(partsOf("0123456789".repeat(3), { items, passed: [...passed, elsewhere] })).toEqual([
      { kind: "passed", from: [0, 3] },
      { kind: "plain", from: [3, 4] },
      { kind: "passed", from: [4, 6] },
      { kind: "proposal", from: [6, 9], id: "a" },
      { kind: "passed", from: [9, 10] },
      { kind: "passed", from: [10, 12] },
      { kind: "plain", from: [12, 20] },
      { kind: "proposal", from: [20, 24], id: "b" },
      { kind: "plain", from: [24, 26] },
      { kind: "passed", from: [26, 28] },
      { kind: "plain", from: [28, 30] },
    ]);
  });

  test("the words that were not taken are told, and no more of the text", () => {
    const text = "WBC 3.1 x10^9/L, Plt 88. ANA ELISA 3.2, anticardiolipin 45. Possible malar rash now.";
    const { notTaken } = readText(text, { definitions, notRead: testsNotRead, inTexts });
    expect(notTaken.map(({ from, why }) => [text.slice(...from), why])).toEqual([
      ["Plt 88", "a number without its unit"],
      ["ANA ELISA 3.2", "the result of another assay, which is no titer"],
      ["anticardiolipin 45", "a number without a unit that says which class it is"],
      ["malar rash", "not certain"],
    ]);
  });

  test("marks that turn the direction of text are shown, each in its place", () => {
    const text = "plt \u202E29\u202C x10^9/L";
    expect(shownText(text)).toHaveLength(text.length);
    expect(shownText(text)).not.toMatch(/[\u202A-\u202E]/);
  });
});

describe("the bytes of a file", () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  test("UTF-8 and UTF-16 are read, with their marks", () => {
    expect(decoded(utf8("\uFEFFWBC 3.1 /µL"))).toEqual({ text: "WBC 3.1 /µL" });
    const wide = Buffer.from("\uFEFFplt 82", "utf16le");
    expect(decoded(wide)).toEqual({ text: "plt 82" });
    expect(decoded(Buffer.from(wide).swap16())).toEqual({ text: "plt 82" });
  });

  test.for([
    ["a PDF", utf8("%PDF-1.7\n"), /This is a PDF.*copy and paste/],
    ["a document", utf8("PK\u0003\u0004"), /word processor/],
    ["another encoding", Uint8Array.of(0x57, 0x42, 0x43, 0x20, 0xb5, 0x4c), /no text in UTF-8/],
  ] as const)("%s is refused, with what to do", ([, bytes, why]) => {
    expect(decoded(bytes)).toEqual({ why: expect.stringMatching(why) });
  });
});
