import { beforeEach, describe, expect, test } from "vitest";
import type { Device, Saving } from "../../../../app/_record/session/device.ts";
import { createSession, type Session } from "../../../../app/_record/session/session.ts";
import { readKept } from "../../../../app/_record/session/stored-record.ts";
import { createRecordStore, type RecordStore } from "../../../../app/_store/record-store.ts";
import type { FindingId, SleRecord } from "../../../../criteria/types.ts";
import { answer, labelRecord } from "../../../../lib/record/edit.ts";

/** The storage that windows share, and the windows that hear of its changes. */
class SharedStorage {
  readonly entries = new Map<string, string>();
  readonly windows = new Set<{ device: Device; hear: (id: string | undefined) => void }>();
  lastOpened: string | undefined;
  outcome: Saving = "saved";
  /** While true, other windows hear of nothing, as one does that the system has put to sleep. */
  asleep = false;

  window(): Device {
    let opened: string | undefined;
    const tell = (from: Device, id: string) => {
      if (!this.asleep) for (const one of this.windows) if (one.device !== from) one.hear(id);
    };
    const device: Device = {
      ids: () => [...this.entries.keys()],
      read: (id) => this.entries.get(id),
      write: (id, text) => {
        if (this.outcome !== "saved") return this.outcome;
        this.entries.set(id, text);
        tell(device, id);
        return "saved";
      },
      remove: (id) => {
        this.entries.delete(id);
        tell(device, id);
      },
      opened: () => opened ?? this.lastOpened,
      setOpened: (id) => {
        opened = id;
        this.lastOpened = id;
      },
      subscribe: (hear) => {
        const window = { device, hear };
        this.windows.add(window);
        return () => this.windows.delete(window);
      },
    };
    return device;
  }
}

interface Window {
  readonly store: RecordStore;
  readonly session: Session;
}

let storage: SharedStorage;

beforeEach(() => {
  storage = new SharedStorage();
});

async function openWindow(): Promise<Window> {
  const store = createRecordStore();
  const session = createSession(store, storage.window(), async () => readKept);
  session.start();
  await session.restored();
  return { store, session };
}

const mark = ({ store }: Window, finding: FindingId) => store.edit((record) => answer(record, finding, "present"));
const present = ({ store }: Window): SleRecord => store.getHistory().present;
const marked = (window: Window) => Object.keys(present(window).findings ?? {}).toSorted();
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

function act({ session }: Window, words: string): void {
  const action = session.getState().notice?.actions.find((one) => one.words === words);
  if (!action) throw new Error(`no action "${words}"`);
  action.run();
}

async function labels({ session }: Window): Promise<readonly (string | undefined)[]> {
  return (await session.list()).map((one) => (one.kind === "patient" ? one.patient.record.label : one.kind));
}

test("what is entered is there again after the window was killed", async () => {
  const before = await openWindow();
  mark(before, "malar-rash");
  mark(before, "seizure");
  expect(marked(await openWindow())).toEqual(["malar-rash", "seizure"]);
});

test("nothing is stored before anything is entered", async () => {
  await openWindow();
  expect(storage.entries.size).toBe(0);
});

describe("several patients", () => {
  test("another patient leaves the one before as it was", async () => {
    const window = await openWindow();
    window.store.edit((record) => labelRecord(record, "bed 4"));
    mark(window, "malar-rash");
    window.session.newPatient();
    expect(marked(window)).toEqual([]);
    window.store.edit((record) => labelRecord(record, "bed 5"));
    mark(window, "seizure");
    expect((await labels(window)).toSorted()).toEqual(["bed 4", "bed 5"]);
    const first = (await window.session.list()).find(
      (one) => one.kind === "patient" && one.patient.record.label === "bed 4",
    );
    await window.session.openPatient(first?.id ?? "");
    expect(marked(window)).toEqual(["malar-rash"]);
  });

  test("a deleted patient comes back with undo", async () => {
    const window = await openWindow();
    mark(window, "malar-rash");
    window.session.deletePatient(window.session.getState().id);
    expect(storage.entries.size).toBe(0);
    expect(marked(window)).toEqual([]);
    act(window, "Undo");
    expect(marked(window)).toEqual(["malar-rash"]);
    expect(storage.entries.size).toBe(1);
  });

  test("everything erased is gone from the device, and undo brings everything back", async () => {
    const window = await openWindow();
    mark(window, "malar-rash");
    window.session.newPatient();
    mark(window, "seizure");
    const before = new Map(storage.entries);
    window.session.eraseEverything();
    expect(storage.entries.size).toBe(0);
    expect(marked(window)).toEqual([]);
    act(window, "Undo");
    expect(storage.entries).toEqual(before);
    expect(marked(window)).toEqual(["seizure"]);
  });
});

describe("everything erased", () => {
  test("takes the rest of what is on the device along, and undo brings that back first", async () => {
    const said: string[] = [];
    const store = createRecordStore();
    const rest = {
      take: () => {
        said.push(`taken with ${storage.entries.size} patients left`);
        return () => void said.push(`back before ${storage.entries.size} patients`);
      },
      forgetOpened: () => void said.push("forgotten"),
    };
    const session = createSession(store, storage.window(), async () => readKept, rest);
    session.start();
    await session.restored();
    mark({ store, session }, "malar-rash");
    session.eraseEverything();
    expect(said).toEqual(["taken with 0 patients left"]);
    act({ store, session }, "Undo");
    expect(said).toEqual(["taken with 0 patients left", "back before 0 patients"]);
    expect(marked({ store, session })).toEqual(["malar-rash"]);
  });

  test("leaves another window without a word of which patient was open", async () => {
    const one = await openWindow();
    mark(one, "malar-rash");
    const forgotten: string[] = [];
    const store = createRecordStore();
    const rest = { take: () => () => {}, forgetOpened: () => void forgotten.push("now") };
    const other = createSession(store, storage.window(), async () => readKept, rest);
    other.start();
    await other.restored();
    one.session.eraseEverything();
    await settle();
    expect(marked({ store, session: other })).toEqual([]);
    expect(forgotten).not.toEqual([]);
  });
});

describe("what is said of one patient", () => {
  const words = ({ session }: Window) => session.getState().notice?.words;
  const firstId = async ({ session }: Window) =>
    (await session.list()).find((one) => one.text.includes("malar-rash"))?.id ?? "";

  test("is not said of another", async () => {
    const window = await openWindow();
    mark(window, "malar-rash");
    window.session.newPatient();
    mark(window, "seizure");
    window.session.clear();
    expect(words(window)).toContain("cleared");
    await window.session.openPatient(await firstId(window));
    expect(marked(window)).toEqual(["malar-rash"]);
    expect(words(window)).toBeUndefined();
  });

  test("goes once it no longer holds", async () => {
    const window = await openWindow();
    mark(window, "malar-rash");
    window.session.clear();
    mark(window, "seizure");
    expect(words(window)).toBeUndefined();
  });

  test("what was cleared comes back with undo", async () => {
    const window = await openWindow();
    mark(window, "malar-rash");
    window.session.clear();
    act(window, "Undo");
    expect(marked(window)).toEqual(["malar-rash"]);
    expect(words(window)).toBeUndefined();
  });

  test("names another patient only where there is one", async () => {
    const window = await openWindow();
    window.session.openAnother({ format: "sle-record/1", findings: { fever: "present" } }, "Opened from a link");
    expect(words(window)).toBe("Opened from a link.");
    expect(window.session.getState().hasOthers).toBe(false);
    window.session.openAnother({ format: "sle-record/1", findings: { seizure: "present" } }, "Opened from a link");
    expect(words(window)).toBe("Opened from a link, as another patient.");
    expect(window.session.getState().hasOthers).toBe(true);
  });

  test("bringing a deleted patient back leaves the open one with what was entered since", async () => {
    const window = await openWindow();
    mark(window, "malar-rash");
    window.session.newPatient();
    mark(window, "seizure");
    window.session.deletePatient(await firstId(window));
    mark(window, "fever");
    act(window, "Undo");
    expect(marked(window)).toEqual(["fever", "seizure"]);
    expect(storage.entries.size).toBe(2);
  });

  test("every other patient is counted on the page, and a restored one none", async () => {
    const window = await openWindow();
    mark(window, "malar-rash");
    expect(window.session.getState().patientsShown).toBe(0);
    window.session.newPatient();
    expect(window.session.getState().patientsShown).toBe(1);
    expect((await openWindow()).session.getState().patientsShown).toBe(0);
  });
});

describe("what cannot be read is reported and kept", () => {
  test.each([
    ["damaged", '{"format":"sle-stored/1","rec'],
    ["newer", '{"format":"sle-stored/2","record":{}}'],
  ])("an entry that is %s", async (_, text) => {
    storage.entries.set("old", text);
    storage.lastOpened = "old";
    const window = await openWindow();
    expect(window.session.getState().notice?.words).toMatch(/kept as it is/);
    mark(window, "malar-rash");
    expect(storage.entries.get("old")).toBe(text);
    expect(storage.entries.size).toBe(2);
    expect(marked(await openWindow())).toEqual(["malar-rash"]);
  });
});

describe("a device that does not store", () => {
  test.each(["full", "forbidden"] as const)("storage that is %s is said, and the app works on", async (outcome) => {
    storage.outcome = outcome;
    const window = await openWindow();
    mark(window, "malar-rash");
    mark(window, "seizure");
    expect(window.session.getState().saving).toBe(outcome);
    expect(marked(window)).toEqual(["malar-rash", "seizure"]);
    storage.outcome = "saved";
    mark(window, "fever");
    expect(window.session.getState().saving).toBe("saved");
    expect(marked(await openWindow())).toEqual(["fever", "malar-rash", "seizure"]);
  });

  test("another patient and back loses nothing that could not be saved", async () => {
    storage.outcome = "forbidden";
    const window = await openWindow();
    mark(window, "malar-rash");
    window.session.openAnother({ format: "sle-record/1", findings: { seizure: "present" } }, "Opened.");
    act(window, "Back to the patient before");
    expect(marked(window)).toEqual(["malar-rash"]);
  });
});

describe("two windows on one patient", () => {
  test("an answer in one is there in the other, and neither loses any", async () => {
    const one = await openWindow();
    mark(one, "malar-rash");
    const other = await openWindow();
    mark(other, "seizure");
    await settle();
    mark(one, "fever");
    await settle();
    expect(marked(one)).toEqual(["fever", "malar-rash", "seizure"]);
    expect(marked(other)).toEqual(marked(one));
  });

  test("what came from the other window can be undone", async () => {
    const one = await openWindow();
    mark(one, "malar-rash");
    const other = await openWindow();
    mark(other, "seizure");
    await settle();
    one.store.undo();
    await settle();
    expect(marked(one)).toEqual(["malar-rash"]);
    expect(marked(other)).toEqual(["malar-rash"]);
  });

  test("answers given while neither heard of the other are both kept, as two patients", async () => {
    const one = await openWindow();
    mark(one, "malar-rash");
    const other = await openWindow();
    storage.asleep = true;
    mark(other, "seizure");
    mark(one, "fever");
    expect(one.session.getState().notice?.words).toContain("Both are kept");
    const kept = (await one.session.list()).map((patient) =>
      patient.kind === "patient" ? Object.keys(patient.patient.record.findings ?? {}).toSorted() : [],
    );
    expect(kept).toContainEqual(["fever", "malar-rash"]);
    expect(kept).toContainEqual(["malar-rash", "seizure"]);
  });

  test("a patient deleted in one window can be brought back in the other", async () => {
    const one = await openWindow();
    mark(one, "malar-rash");
    const other = await openWindow();
    one.session.deletePatient(one.session.getState().id);
    await settle();
    expect(marked(other)).toEqual([]);
    act(other, "Undo");
    expect(marked(other)).toEqual(["malar-rash"]);
    expect(storage.entries.size).toBe(1);
  });
});
