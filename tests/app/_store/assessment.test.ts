import { expect, test } from "vitest";
import { assessmentOf } from "../../../app/_store/assessment.ts";
import { answer, EMPTY_RECORD } from "../../../lib/record/edit.ts";
import { assess, interpret } from "../../support/assess.ts";

const rash = answer(EMPTY_RECORD, "malar-rash", "present");
const fever = answer(EMPTY_RECORD, "fever", "present");

test("a record is worked out once for all who read it in a row", () => {
  const first = assessmentOf(rash);
  expect(assessmentOf(rash)).toBe(first);
});

test("what was worked out for one record is not shown for the next", () => {
  for (const record of [EMPTY_RECORD, rash, fever, rash]) {
    expect(assessmentOf(record)).toEqual({ record, interpreted: interpret(record), result: assess(record) });
  }
});
