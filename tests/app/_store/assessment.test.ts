import { expect, test } from "vitest";
import { assessmentOf, foresee } from "../../../app/_store/assessment.ts";
import { definitions } from "../../../criteria/index.ts";
import { assessor } from "../../../lib/assess.ts";
import { answer, EMPTY_RECORD } from "../../../lib/record/edit.ts";

const assess = assessor(definitions);

test("what was foreseen is what the answer comes to, for the record as it then is", () => {
  foresee(answer(EMPTY_RECORD, "malar-rash", "present"));
  const record = answer(EMPTY_RECORD, "malar-rash", "present");
  const assessment = assessmentOf(record);
  expect(assessment.record).toBe(record);
  expect(assessment.result).toEqual(assess(record));
});

test("nothing that was foreseen is taken for another record", () => {
  foresee(answer(EMPTY_RECORD, "malar-rash", "present"));
  for (const record of [
    answer(EMPTY_RECORD, "malar-rash", "absent"),
    answer(EMPTY_RECORD, "fever", "present"),
    answer(answer(EMPTY_RECORD, "malar-rash", "present"), "fever", "present"),
    EMPTY_RECORD,
  ]) {
    expect(assessmentOf(record).result).toEqual(assess(record));
  }
});
