import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { assessmentOf, foresee, foreseeLater, foreseeNoMore } from "../../../app/_store/assessment.ts";
import type { SleRecord } from "../../../criteria/types.ts";
import { answer, EMPTY_RECORD } from "../../../lib/record/edit.ts";
import { assess, interpret } from "../../support/assess.ts";

const rash = () => answer(EMPTY_RECORD, "malar-rash", "present");
const fever = () => answer(EMPTY_RECORD, "fever", "present");

beforeEach(() => {
  vi.useFakeTimers();
  assessmentOf(EMPTY_RECORD);
});
afterEach(() => {
  vi.useRealTimers();
});

test("what was foreseen is shown for the record as it then is, and is not worked out again", () => {
  foresee(rash());
  const first = assessmentOf(rash());
  assessmentOf(EMPTY_RECORD);
  const record = rash();
  const again = assessmentOf(record);
  expect(again.record).toBe(record);
  expect(again.result).toBe(first.result);
  expect(again.result).toEqual(assess(record));
});

test("of several answers that are crossed, only the last is worked out", () => {
  const crossed = vi.fn(rash);
  foreseeLater(crossed);
  foreseeLater(fever);
  vi.runAllTimers();
  expect(crossed).not.toHaveBeenCalled();
  const { result } = assessmentOf(fever());
  assessmentOf(EMPTY_RECORD);
  expect(assessmentOf(fever()).result).toBe(result);
});

test("what is pointed at no longer is not worked out", () => {
  const left = vi.fn(rash);
  foreseeLater(left);
  foreseeNoMore();
  vi.runAllTimers();
  expect(left).not.toHaveBeenCalled();
});

test("nothing that was foreseen is taken for another record", () => {
  const value = { test: "white-cells", value: 3.2, unit: "10*9/L", date: "2024-05-01" } as const;
  const foreseen: SleRecord = {
    ...EMPTY_RECORD,
    findings: { "malar-rash": { status: "present", date: "2024-05-01" } },
    measurements: [value, { test: "platelets", value: 85, unit: "10*9/L" }],
  };
  const [white, platelets] = foreseen.measurements ?? [];
  if (!white || !platelets) throw new Error("The record has two values.");
  const others: readonly SleRecord[] = [
    EMPTY_RECORD,
    { ...foreseen, label: "Another" },
    { ...foreseen, findings: { "malar-rash": "present" } },
    { ...foreseen, findings: { "malar-rash": { status: "present", date: "2024-05-02" } } },
    {
      ...foreseen,
      findings: { "malar-rash": { status: "present", date: "2024-05-01", explainedBy: { cause: "infection" } } },
    },
    { ...foreseen, findings: { ...foreseen.findings, fever: "absent" } },
    { ...foreseen, measurements: [white] },
    { ...foreseen, measurements: [platelets, white] },
    { ...foreseen, measurements: [white, platelets, white] },
    { ...foreseen, measurements: [{ ...white, value: 4.2 }, platelets] },
    { ...foreseen, measurements: [{ ...white, unit: "/uL" }, platelets] },
    { ...foreseen, measurements: [{ ...white, date: "2024-05-02" }, platelets] },
  ];
  for (const record of others) {
    foresee(foreseen);
    const { interpreted, result } = assessmentOf(record);
    expect(interpreted).toEqual(interpret(record));
    expect(result).toEqual(assess(record));
  }
});
