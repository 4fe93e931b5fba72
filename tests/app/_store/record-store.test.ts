import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createRecordStore } from "../../../app/_store/record-store.ts";
import { answer, EMPTY_RECORD } from "../../../lib/record/edit.ts";

describe("the record store", () => {
  it("undoes and redoes an answer", () => {
    const store = createRecordStore();
    store.edit((record) => answer(record, "fever", "present"));
    store.undo();
    expect(store.getHistory().present).toEqual(EMPTY_RECORD);
    store.redo();
    expect(store.getHistory().present.findings).toEqual({ fever: "present" });
  });

  it("brings an erased record back with undo", () => {
    const store = createRecordStore();
    store.edit((record) => answer(record, "fever", "present"));
    store.erase();
    expect(store.getHistory().present).toEqual(EMPTY_RECORD);
    store.undo();
    expect(store.getHistory().present.findings).toEqual({ fever: "present" });
  });

  it("forgets what could be redone once something else is answered", () => {
    const store = createRecordStore();
    store.edit((record) => answer(record, "fever", "present"));
    store.undo();
    store.edit((record) => answer(record, "seizure", "absent"));
    store.redo();
    expect(store.getHistory().present.findings).toEqual({ seizure: "absent" });
  });

  it("undoes nothing of the patient before, once another is opened", () => {
    const store = createRecordStore();
    store.edit((record) => answer(record, "fever", "present"));
    store.open({ format: "sle-record/1", findings: { seizure: "present" } });
    store.undo();
    expect(store.getHistory().present.findings).toEqual({ seizure: "present" });
  });

  it("takes an edit that changes nothing for no step, and calls nobody", () => {
    const store = createRecordStore();
    const listener = vi.fn();
    store.subscribe(listener);
    store.edit((record) => record);
    expect(store.getHistory().past).toEqual([]);
    expect(listener).not.toHaveBeenCalled();
  });

  it("forgets the oldest of more than two hundred steps", () => {
    const store = createRecordStore();
    for (let round = 0; round < 205; round += 1) {
      store.edit((record) => answer(record, "fever", round % 2 === 0 ? "present" : "absent"));
    }
    expect(store.getHistory().past).toHaveLength(200);
  });
});

describe("an answer that is pressed", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const followed = () => {
    const store = createRecordStore();
    const [atOnce, late] = [vi.fn(), vi.fn()];
    store.subscribe(atOnce);
    store.subscribeLate(late);
    return { store, atOnce, late };
  };
  const press = (store: ReturnType<typeof createRecordStore>, status: "present" | "absent") =>
    store.press((record) => answer(record, "fever", status));

  it("is told to those who follow late once it is painted, and once for several", () => {
    const { store, atOnce, late } = followed();
    press(store, "present");
    press(store, "absent");
    expect([atOnce.mock.calls.length, late.mock.calls.length]).toEqual([2, 0]);
    vi.advanceTimersByTime(1_000);
    expect(late).toHaveBeenCalledOnce();
    expect(store.getHistory().past).toHaveLength(2);
  });

  it("is told to them before whatever is not pressed, and not again", () => {
    for (const step of ["undo", "erase", "catchUp"] as const) {
      const { store, late } = followed();
      press(store, "present");
      store[step]();
      expect(late).toHaveBeenCalledOnce();
      vi.advanceTimersByTime(1_000);
      expect(late).toHaveBeenCalledOnce();
    }
  });

  it("is told inside of what was given for it", () => {
    const { store, late } = followed();
    const around = vi.fn((tell: () => void) => {
      expect(late).not.toHaveBeenCalled();
      tell();
    });
    store.press((record) => answer(record, "fever", "present"), around);
    store.catchUp();
    store.catchUp();
    expect([around.mock.calls.length, late.mock.calls.length]).toEqual([1, 1]);
  });

  it("and changes nothing is told to nobody", () => {
    const { store, atOnce, late } = followed();
    store.press((record) => record);
    vi.advanceTimersByTime(1_000);
    expect([atOnce.mock.calls.length, late.mock.calls.length]).toEqual([0, 0]);
  });
});
