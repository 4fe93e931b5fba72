import { describe, expect, it, vi } from "vitest";
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
