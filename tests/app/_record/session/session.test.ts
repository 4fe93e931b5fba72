import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { writeMoment } from "../../../../app/_record/patients/moment.ts";
import type { Device, Saving } from "../../../../app/_record/session/device.ts";
import { reader } from "../../../../app/_record/session/reader.ts";
import { createSession, type Session } from "../../../../app/_record/session/session.ts";
import { createRecordStore, type RecordStore } from "../../../../app/_store/record-store.ts";
import type { FindingId, SleRecord } from "../../../../criteria/types.ts";
import { answer, labelRecord } from "../../../../lib/record/edit.ts";

interface Listening {
  readonly device: Device;
  readonly hear: Parameters<Device["subscribe"]>[0];
}

/** The storage that windows share, and the windows that hear of its changes. */
class SharedStorage {
  readonly entries = new Map<string, string>();
  readonly windows = new Set<Listening>();
  lastOpened: string | undefined;
  outcome: Saving = "saved";
  /** While true, other windows hear of nothing, as one does that the system has put to sleep. */
  asleep = false;
  /** What windows wrote in the same moment, while none of them sees what another one writes. */
  private moment: { readonly device: Device; readonly id: string; readonly text: string }[] | undefined;

  private tell(from: Device, id: string, text?: string): void {
    if (!this.asleep) for (const one of this.windows) if (one.device !== from) one.hear(id, text);
  }

  /** Each window has a copy of its own in a browser: all of this is done before any of it reaches another one. */
  inTheSameMoment(...acts: readonly (() => void)[]): void {
    const written: NonNullable<typeof this.moment> = [];
    this.moment = written;
    for (const act of acts) act();
    this.moment = undefined;
    for (const { id, text } of written) this.entries.set(id, text);
    for (const { device, id, text } of written) this.tell(device, id, text);
  }

  window(): Device {
    let opened: string | undefined;
    const device: Device = {
      ids: () => [...this.entries.keys()],
      read: (id) =>
        this.moment?.findLast((one) => one.device === device && one.id === id)?.text ?? this.entries.get(id),
      write: (id, text) => {
        if (this.outcome !== "saved") return this.outcome;
        if (this.moment) this.moment.push({ device, id, text });
        else {
          this.entries.set(id, text);
          this.tell(device, id, text);
        }
        return "saved";
      },
      remove: (id) => {
        this.entries.delete(id);
        this.tell(device, id);
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
  const session = createSession(store, storage.window(), async () => reader);
  session.start();
  await session.restored();
  return { store, session };
}

const mark = ({ store }: Window, finding: FindingId) => store.edit((record) => answer(record, finding, "present"));
const present = ({ store }: Window): SleRecord => store.getHistory().present;
const marked = (window: Window) => Object.keys(present(window).findings ?? {}).toSorted();
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

const words = ({ session }: Window) => session.getState().notice?.words;

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
    const takeRest = () => {
      said.push(`taken with ${storage.entries.size} patients left`);
      return () => void said.push(`back before ${storage.entries.size} patients`);
    };
    const forgetOpened = () => void said.push("forgotten");
    const session = createSession(store, storage.window(), async () => reader, forgetOpened);
    session.start();
    await session.restored();
    mark({ store, session }, "malar-rash");
    session.eraseEverything(takeRest);
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
    const forgetOpened = () => void forgotten.push("now");
    const other = createSession(store, storage.window(), async () => reader, forgetOpened);
    other.start();
    await other.restored();
    one.session.eraseEverything();
    await settle();
    expect(marked({ store, session: other })).toEqual([]);
    expect(forgotten).not.toEqual([]);
  });
});

describe("a record that is opened before the page that follows it, as from a chart", () => {
  test("is saved as soon as one does", async () => {
    const store = createRecordStore();
    const session = createSession(store, storage.window(), async () => reader);
    session.openAnother({ format: "sle-record/1", findings: { "malar-rash": "present" } }, "Opened from a chart");
    session.start();
    await session.restored();
    expect(marked({ store, session })).toEqual(["malar-rash"]);
    expect(await session.list()).toHaveLength(1);
    expect(session.getState().notice?.words).toBe("Opened from a chart.");
  });
});

test("what another window did while no page followed the record is there when one does again", async () => {
  const store = createRecordStore();
  const session = createSession(store, storage.window(), async () => reader);
  const stop = session.start();
  await session.restored();
  mark({ store, session }, "malar-rash");
  stop();
  mark(await openWindow(), "seizure");
  session.start();
  await settle();
  expect(marked({ store, session })).toEqual(["malar-rash", "seizure"]);
});

describe("a patient whom the device does not keep", () => {
  test.each<[string, (window: Window, kept: string) => unknown]>([
    ["a new one", ({ session }) => session.newPatient()],
    ["one of the list", ({ session }, kept) => session.openPatient(kept)],
  ])("can be come back to from %s for as long as that one is on the page", async (_, turn) => {
    const window = await openWindow();
    mark(window, "fever");
    const { id } = window.session.getState();
    window.session.newPatient();
    storage.outcome = "full";
    mark(window, "malar-rash");
    await turn(window, id);
    mark(window, "seizure");
    act(window, "Back to the patient before");
    expect(marked(window)).toEqual(["malar-rash"]);
  });
});

describe("a change of the patient who was on the page", () => {
  const FEVER = (record: SleRecord) => answer(record, "fever", "present");

  test("is made where that patient is kept, though another is on the page", async () => {
    const window = await openWindow();
    mark(window, "malar-rash");
    const before = window.session.getState();
    window.session.newPatient();
    mark(window, "seizure");
    expect(await window.session.changeOf(before, FEVER)).toBe(true);
    expect(marked(window)).toEqual(["seizure"]);
    await window.session.openPatient(before.id);
    expect(marked(window)).toEqual(["fever", "malar-rash"]);
  });

  test("is there for whoever takes the way back", async () => {
    const window = await openWindow();
    mark(window, "malar-rash");
    const before = window.session.getState();
    window.session.newPatient();
    await window.session.changeOf(before, FEVER);
    act(window, "Back to the patient before");
    await settle();
    expect(marked(window)).toEqual(["fever", "malar-rash"]);
    expect(storage.entries.size).toBe(1);
  });

  test("is followed by another window that has that patient open", async () => {
    const one = await openWindow();
    mark(one, "malar-rash");
    const other = await openWindow();
    const before = one.session.getState();
    one.session.newPatient();
    await one.session.changeOf(before, FEVER);
    await settle();
    expect(marked(other)).toEqual(["fever", "malar-rash"]);
    mark(other, "seizure");
    await settle();
    expect(storage.entries.size).toBe(1);
  });

  test.each<[string, (window: Window) => void]>([
    ["cleared", ({ session }) => session.clear()],
    ["deleted", ({ session }) => session.deletePatient(session.getState().id)],
    ["erased", ({ session }) => session.eraseEverything()],
  ])("is not made of one that was %s", async (_, end) => {
    const window = await openWindow();
    mark(window, "malar-rash");
    const before = window.session.getState();
    end(window);
    expect(await window.session.changeOf(before, FEVER)).toBe(false);
    expect(marked(window)).toEqual([]);
    expect([...storage.entries.values()].join()).not.toContain("fever");
  });
});

test("what was open before waits in the list where another patient was begun, if only by what is typed", async () => {
  mark(await openWindow(), "malar-rash");
  const store = createRecordStore();
  const session = createSession(store, storage.window(), async () => reader);
  session.start();
  await session.restored(() => true);
  expect(marked({ store, session })).toEqual([]);
  expect(await session.list()).toHaveLength(1);
  expect(session.getState().notice?.words).toBe("The patient before is in the list of patients.");
});

test.for<[string, (session: Session) => void]>([
  ["a new one is asked for", (session) => session.newPatient()],
  [
    "another record is opened",
    (session) => session.openAnother({ format: "sle-record/1", findings: { fever: "absent" } }),
  ],
])("what was open before waits in the list where %s before it has come", async ([, begin]) => {
  mark(await openWindow(), "malar-rash");
  const store = createRecordStore();
  let come = (_: typeof reader) => {};
  const session = createSession(
    store,
    storage.window(),
    () => new Promise<typeof reader>((resolve) => (come = resolve)),
  );
  session.start();
  const restored = session.restored();
  begin(session);
  const begun = present({ store, session });
  come(reader);
  await restored;
  expect(present({ store, session })).toBe(begun);
  expect(session.getState().notice?.words).toBe("The patient before is in the list of patients.");
});

describe("what is said of one patient", () => {
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
    window.session.openAnother({ format: "sle-record/1", findings: { seizure: "present" } }, "Opened from a link");
    expect(words(window)).toBe("Opened from a link, as another patient.");
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

  describe("that save in the same moment", () => {
    const kept = async ({ session }: Window) =>
      (await session.list())
        .map((one) => (one.kind === "patient" ? Object.keys(one.patient.record.findings ?? {}).toSorted() : []))
        .toSorted();
    const BOTH = [
      ["fever", "malar-rash"],
      ["malar-rash", "seizure"],
    ];

    async function twoWindows(): Promise<readonly [Window, Window]> {
      const one = await openWindow();
      mark(one, "malar-rash");
      return [one, await openWindow()];
    }
    const close = (window: number) => storage.windows.delete([...storage.windows][window] as Listening);

    test("keep both answers as two patients, and both say so", async () => {
      const [one, other] = await twoWindows();
      storage.inTheSameMoment(
        () => mark(one, "fever"),
        () => mark(other, "seizure"),
      );
      await settle();
      expect(await kept(one)).toEqual(BOTH);
      expect(marked(one)).toEqual(["fever", "malar-rash"]);
      expect(marked(other)).toEqual(["malar-rash", "seizure"]);
      for (const window of [one, other]) expect(words(window)).toContain("Both are kept");
      mark(one, "psychosis");
      mark(other, "delirium");
      await settle();
      expect(await kept(one)).toEqual([
        ["delirium", "malar-rash", "seizure"],
        ["fever", "malar-rash", "psychosis"],
      ]);
    });

    test("keep every answer where one answered twice", async () => {
      const [one, other] = await twoWindows();
      storage.inTheSameMoment(
        () => mark(one, "fever"),
        () => mark(other, "seizure"),
        () => mark(one, "psychosis"),
        () => mark(other, "delirium"),
      );
      await settle();
      expect(await kept(one)).toEqual([
        ["delirium", "malar-rash", "seizure"],
        ["fever", "malar-rash", "psychosis"],
      ]);
    });

    test.each([
      ["the one that was written over", 0],
      ["the one that wrote over it", 1],
    ])("keep both where %s is closed before it hears of it", async (_, closed) => {
      const windows = await twoWindows();
      storage.inTheSameMoment(
        () => mark(windows[0], "fever"),
        () => mark(windows[1], "seizure"),
        () => close(closed),
      );
      await settle();
      expect(await kept(windows[1 - closed] as Window)).toEqual(BOTH);
    });

    test("keep both where one has turned to another patient meanwhile, who stays on its page", async () => {
      const [one, other] = await twoWindows();
      storage.inTheSameMoment(
        () => mark(one, "fever"),
        () => one.session.newPatient(),
        () => mark(other, "seizure"),
        () => close(1),
      );
      await settle();
      expect(await kept(one)).toEqual(BOTH);
      expect(marked(one)).toEqual([]);
      expect(words(one)).toContain("A patient was changed in two windows");
    });

    test("keep both where one has come back to the patient with what the other answered", async () => {
      const [one, other] = await twoWindows();
      const { id } = one.session.getState();
      storage.asleep = true;
      storage.inTheSameMoment(
        () => mark(one, "fever"),
        () => mark(other, "seizure"),
        () => one.session.newPatient(),
        () => close(1),
      );
      storage.asleep = false;
      await one.session.openPatient(id);
      for (const { hear } of storage.windows) hear(id, storage.entries.get(id));
      await settle();
      expect(await kept(one)).toEqual(BOTH);
      mark(one, "psychosis");
      expect(await kept(one)).toEqual([
        ["fever", "malar-rash"],
        ["malar-rash", "psychosis", "seizure"],
      ]);
    });

    test("and have no room for both offer what would be lost", async () => {
      const [one, other] = await twoWindows();
      storage.inTheSameMoment(
        () => mark(one, "fever"),
        () => mark(other, "seizure"),
      );
      storage.outcome = "full";
      await settle();
      expect(marked(one)).toEqual(["fever", "malar-rash"]);
      for (const window of [one, other]) {
        expect(words(window)).toContain("Only one of the two could be kept");
        expect(window.session.getState().notice?.actions.map((action) => action.words)).toEqual(["Download it"]);
      }
      storage.outcome = "saved";
      mark(one, "psychosis");
      expect(await kept(one)).toEqual([
        ["fever", "malar-rash", "psychosis"],
        ["malar-rash", "seizure"],
      ]);
    });
  });

  test("one that slept while the other answered on from its answer follows it, and keeps nothing apart", async () => {
    const one = await openWindow();
    mark(one, "malar-rash");
    const other = await openWindow();
    mark(one, "fever");
    await settle();
    storage.asleep = true;
    mark(other, "seizure");
    for (let opened = 0; opened < 5; opened += 1) {
      const third = await openWindow();
      mark(third, "psychosis");
      third.store.undo();
    }
    storage.asleep = false;
    for (const { hear } of storage.windows) hear(undefined);
    await settle();
    expect(marked(one)).toEqual(["fever", "malar-rash", "seizure"]);
    expect(storage.entries.size).toBe(1);
  });

  test("of which one is of an earlier version follow each other", async () => {
    const one = await openWindow();
    mark(one, "malar-rash");
    const { id } = one.session.getState();
    const { saves: _, ...entry } = JSON.parse(storage.entries.get(id) ?? "");
    entry.record.findings.seizure = "present";
    storage.window().write(id, JSON.stringify(entry));
    await settle();
    expect(marked(one)).toEqual(["malar-rash", "seizure"]);
    expect(storage.entries.size).toBe(1);
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

describe("whose record it is", () => {
  const NOON = Date.parse("2026-11-25T12:00:00Z");
  const comeBackAfter = (minutes: number) => {
    const visibility = vi.spyOn(document, "visibilityState", "get");
    visibility.mockReturnValue("hidden");
    document.dispatchEvent(new Event("visibilitychange"));
    vi.setSystemTime(Date.now() + minutes * 60_000);
    visibility.mockReturnValue("visible");
    document.dispatchEvent(new Event("visibilitychange"));
    visibility.mockRestore();
  };

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: NOON });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("is said on return, with when it was left and how much it holds", async () => {
    const window = await openWindow();
    mark(window, "malar-rash");
    mark(window, "fever");
    vi.setSystemTime(NOON + 26 * 3_600_000);
    const again = await openWindow();
    expect(words(again)).toBe(`Continued from ${writeMoment(new Date(NOON).toISOString())}: 2 entries.`);
    expect(words(again)).toMatch(/^Continued from 25 Nov, \d\d:\d\d: 2 entries\.$/);
    again.session.say(undefined);
    mark(again, "seizure");
    expect(words(again)).toBeUndefined();
  });

  test("is not said where there is nothing to return to", async () => {
    expect(words(await openWindow())).toBeUndefined();
  });

  test("is said of a window that was left open, once another patient may be there, and of no other", async () => {
    const window = await openWindow();
    comeBackAfter(60);
    await Promise.resolve();
    expect(words(window)).toBeUndefined();
    mark(window, "malar-rash");
    comeBackAfter(1);
    await Promise.resolve();
    expect(words(window)).toBeUndefined();
    comeBackAfter(60);
    await Promise.resolve();
    expect(words(window)).toMatch(/^Continued from 25 Nov, \d\d:\d\d: 1 entry\.$/);
  });

  test("stays the day on which it was begun, however often it is saved and opened, and is the next one's own", async () => {
    const window = await openWindow();
    expect(window.session.getState().begun).toBeUndefined();
    mark(window, "malar-rash");
    const { id, begun } = window.session.getState();
    expect(begun).toBe(new Date(NOON).toISOString());
    vi.setSystemTime(NOON + 3 * 24 * 3_600_000);
    const again = await openWindow();
    mark(again, "fever");
    expect(again.session.getState().begun).toBe(begun);
    again.session.newPatient();
    expect(again.session.getState().begun).toBeUndefined();
    mark(again, "seizure");
    expect(again.session.getState().begun).toBe(new Date(Date.now()).toISOString());
    await again.session.openPatient(id);
    expect(again.session.getState().begun).toBe(begun);
  });

  test("of an entry from an earlier version, no day is made up", async () => {
    storage.entries.set(
      "old",
      '{"format":"sle-stored/1","record":{"format":"sle-record/1","findings":{"fever":"present"}}}',
    );
    storage.lastOpened = "old";
    const window = await openWindow();
    expect(words(window)).toBe("Continued from before: 1 entry.");
    mark(window, "seizure");
    expect(window.session.getState().begun).toBeUndefined();
  });

  test("with a label and no answer yet it is in the list, and there is a way back to it", async () => {
    const window = await openWindow();
    window.store.edit((record) => labelRecord(record, "bed 4"));
    window.session.newPatient();
    const listed = await window.session.list();
    expect(listed.map((one) => one.kind === "patient" && one.patient.record.label)).toEqual(["bed 4"]);
    act(window, "Back to the patient before");
    expect(present(window).label).toBe("bed 4");
  });
});
