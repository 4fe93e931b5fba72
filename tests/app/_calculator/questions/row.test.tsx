import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { FindingRow } from "../../../../app/_calculator/questions/row.tsx";
import { assessmentOf } from "../../../../app/_store/assessment.ts";
import { createRecordStore } from "../../../../app/_store/record-store.ts";
import { RecordStoreContext } from "../../../../app/_store/use-record.ts";
import { answer, EMPTY_RECORD } from "../../../../lib/record/edit.ts";

afterEach(cleanup);

function row() {
  const store = createRecordStore();
  render(
    <RecordStoreContext value={store}>
      <FindingRow finding="malar-rash" hidden={false} />
    </RecordStoreContext>,
  );
  return { record: () => store.getHistory().present };
}

/** What was worked out for a record before, as long as nothing else was foreseen since. */
function workedOut(status: "present" | "absent") {
  const { result } = assessmentOf(answer(EMPTY_RECORD, "malar-rash", status));
  assessmentOf(EMPTY_RECORD);
  return result;
}

test("an answer that is pressed is worked out, and given only when it is released", () => {
  const { record } = row();
  fireEvent.pointerDown(screen.getByLabelText("Present"));
  expect(record()).toEqual(EMPTY_RECORD);
  const foreseen = workedOut("present");
  fireEvent.click(screen.getByLabelText("Present"));
  expect(record()).toEqual(answer(EMPTY_RECORD, "malar-rash", "present"));
  expect(assessmentOf(record()).result).toBe(foreseen);
});

test("an answer that was pressed and not given leaves no trace in the one that is", () => {
  const { record } = row();
  fireEvent.pointerDown(screen.getByLabelText("Present"));
  const foreseen = workedOut("present");
  fireEvent.click(screen.getByLabelText("Absent"));
  expect(record()).toEqual(answer(EMPTY_RECORD, "malar-rash", "absent"));
  expect(assessmentOf(record()).result).toEqual(workedOut("absent"));
  expect(assessmentOf(record()).result).not.toEqual(foreseen);
});
