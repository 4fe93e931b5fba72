import { act, cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Announcement } from "../../../../app/_calculator/result/announcement.tsx";
import { createRecordStore } from "../../../../app/_store/record-store.ts";
import { RecordStoreContext } from "../../../../app/_store/use-record.ts";
import type { FindingId } from "../../../../criteria/types.ts";
import { answer } from "../../../../lib/record/edit.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test("the score waits until the answers pause, and says the last one alone", async () => {
  const store = createRecordStore();
  const { getByRole } = render(
    <RecordStoreContext value={store}>
      <Announcement />
    </RecordStoreContext>,
  );
  const said = () => getByRole("status").textContent;
  const heard = new Set([said()]);
  const give = async (finding: FindingId) => {
    act(() => store.edit((record) => answer(record, finding, "present")));
    heard.add(said());
    await act(() => vi.advanceTimersByTimeAsync(300));
    heard.add(said());
  };
  for (const finding of ["ana-1-80", "malar-rash", "seizure"] as const) await give(finding);
  expect(heard.size).toBe(1);
  await act(() => vi.advanceTimersByTimeAsync(2_000));
  expect(said()).toContain("EULAR/ACR 2019: 11, needs 10. Classified");
});
