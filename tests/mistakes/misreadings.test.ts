/** Every known misreading of a set, made of the whole engine, is noticed by a record that was worked out by hand. */
import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { practice } from "../../criteria/practice/index.ts";
import type { CriteriaSet } from "../../criteria/types.ts";
import type { WorkedRecord } from "../../lib/check/worked.ts";
import { type Answer, answerOf } from "../../lib/practice/answer.ts";
import { misread } from "../../lib/practice/misread.ts";
import { workedMaterial } from "../../scripts/traceability.ts";

const { records } = workedMaterial();

/** Whether an answer is what was worked out, as far as that says. */
function isExpected({ total, classified }: Answer, { value, asAssessed }: WorkedRecord["expect"][string]): boolean {
  return (
    (value === undefined || value === total) &&
    (asAssessed === undefined || (asAssessed === "classified") === classified)
  );
}

/** The first worked record whose result another answer contradicts. */
function noticedBy(set: CriteriaSet, answer: (record: WorkedRecord["record"]) => Answer | undefined) {
  return records.find(({ record, expect: expected }) => {
    const found = expected[set.id] && answer(record);
    return found !== undefined && !isExpected(found, expected[set.id] ?? {});
  })?.id;
}

test("read as they are, no set contradicts a worked record", () => {
  for (const set of definitions.sets)
    expect(
      noticedBy(set, (record) => answerOf(record, set, definitions)),
      set.id,
    ).toBeUndefined();
});

test.each(practice.misreadings.map((one) => [one.id, one] as const))("%s", (_, misreading) => {
  for (const id of misreading.sets) {
    const set = definitions.sets.find((one) => one.id === id);
    expect(set, id).toBeDefined();
    if (!set) continue;
    const noticed = noticedBy(set, (record) => {
      const view = misread({ record, set, definitions }, misreading);
      return answerOf(view.record, view.set, view.definitions);
    });
    expect(noticed, `no worked record notices ${misreading.id} in ${id}`).toBeDefined();
  }
});
