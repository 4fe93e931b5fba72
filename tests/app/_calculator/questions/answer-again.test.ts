import { expect, test } from "vitest";
import { answerAgain } from "../../../../app/_calculator/questions/answer-again.ts";
import { type History, startHistory, step } from "../../../../app/_store/history.ts";
import type { SleRecord, Status } from "../../../../criteria/types.ts";
import { answer, EMPTY_RECORD, explain } from "../../../../lib/record/edit.ts";

const explained = explain(EMPTY_RECORD, "fever", { cause: "infection" });

function after(...statuses: readonly Status[]): History<SleRecord> {
  return statuses.reduce(
    (history, status) => step(history, answerAgain(history, "fever", status)),
    step(startHistory(EMPTY_RECORD), explained),
  );
}

test.each<readonly Status[]>([["absent"], ["unknown"], ["absent", "unknown"]])(
  "a slip to %s does not lose the explanation",
  (...slips) => {
    expect(after(...slips).present.findings?.fever).not.toEqual(explained.findings?.fever);
    expect(answerAgain(after(...slips), "fever", "present")).toEqual(explained);
  },
);

test("an answer that was corrected and left is not taken for a slip", () => {
  const later = after("absent");
  const elsewhere = step(later, answer(later.present, "malar-rash", "present"));
  expect(answerAgain(elsewhere, "fever", "present").findings).toEqual({ "malar-rash": "present", fever: "present" });
});

test("present, answered present once more, stays as it is", () => {
  const plain = step(startHistory(EMPTY_RECORD), answer(EMPTY_RECORD, "fever", "present"));
  expect(answerAgain(step(plain, explained), "fever", "present")).toEqual(explained);
});

test("the first answer brings nothing along", () => {
  expect(answerAgain(startHistory(EMPTY_RECORD), "fever", "present").findings).toEqual({ fever: "present" });
});
