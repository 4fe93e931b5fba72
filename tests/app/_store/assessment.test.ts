import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { assessmentOf, foresee, foreseeLater } from "../../../app/_store/assessment.ts";
import { definitions } from "../../../criteria/index.ts";
import { assessor } from "../../../lib/assess.ts";
import { answer, EMPTY_RECORD } from "../../../lib/record/edit.ts";

const assess = assessor(definitions);
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

test("nothing that was foreseen is taken for another record", () => {
  foresee(rash());
  for (const record of [
    answer(EMPTY_RECORD, "malar-rash", "absent"),
    fever(),
    answer(rash(), "fever", "present"),
    EMPTY_RECORD,
  ]) {
    expect(assessmentOf(record).result).toEqual(assess(record));
  }
});
