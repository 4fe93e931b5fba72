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
    const { evaluations = {}, result, ...assessment } = assessmentOf(record);
    expect(assessment).toEqual({ record, interpreted: interpret(record) });
    expect(result).toEqual(assess(record));
    // What the page says first is what its whole result says.
    for (const [id, { outline }] of Object.entries(evaluations)) expect(result.results?.[id]).toMatchObject(outline);
    expect(Object.keys(evaluations)).toEqual(Object.keys(result.results ?? {}));
  }
});
