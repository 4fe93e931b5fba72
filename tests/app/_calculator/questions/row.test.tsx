import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { FindingRow } from "../../../../app/_calculator/questions/row.tsx";
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

test("an answer that is pressed is given only when it is released", () => {
  const { record } = row();
  fireEvent.pointerDown(screen.getByLabelText("Present"));
  expect(record()).toEqual(EMPTY_RECORD);
  fireEvent.click(screen.getByLabelText("Present"));
  expect(record()).toEqual(answer(EMPTY_RECORD, "malar-rash", "present"));
});

test("an answer that was pressed and not given leaves no trace in the one that is", () => {
  const { record } = row();
  fireEvent.pointerDown(screen.getByLabelText("Present"));
  fireEvent.click(screen.getByLabelText("Absent"));
  expect(record()).toEqual(answer(EMPTY_RECORD, "malar-rash", "absent"));
});
