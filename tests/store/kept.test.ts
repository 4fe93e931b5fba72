import { beforeEach, describe, expect, test } from "vitest";
import { createKept, type Kept } from "../../lib/store/kept.ts";
import { copyAside, type Places, type Saving } from "../../lib/store/places.ts";
import { readEntry } from "../../lib/store/read-entry.ts";

const KEY = "sle-list/1";

/** The storage that windows share. It can be full, forbidden, or keep windows from hearing of changes. */
class SharedStorage {
  readonly entries = new Map<string, string>();
  outcome: Saving = "saved";
  asleep = false;
  readonly windows = new Map<Places, Parameters<Places["subscribe"]>[0]>();
  /** What windows wrote in the same moment, while none of them sees what another one writes. */
  private moment: { readonly own: Places; readonly key: string; readonly text: string | undefined }[] | undefined;

  private set(own: Places, key: string, text: string | undefined): void {
    if (text === undefined) this.entries.delete(key);
    else this.entries.set(key, text);
    if (!this.asleep) for (const [places, hear] of this.windows) if (places !== own) hear(key, text);
  }

  /**
   * Each window has a copy of its own in a browser: all of this is done before any of it reaches another one, and what
   * they answer to that is done in the same moment as well.
   */
  inTheSameMoment(...acts: readonly (() => void)[]): void {
    this.moment = [];
    for (const act of acts) act();
    for (let turn = 0; this.moment.length > 0; turn += 1) {
      if (turn > 20) throw new Error("the windows answer each other without end");
      const written = this.moment;
      for (const { key, text } of written) {
        if (text === undefined) this.entries.delete(key);
        else this.entries.set(key, text);
      }
      this.moment = [];
      for (const { own, key, text } of written)
        for (const [places, hear] of this.windows) if (places !== own) hear(key, text);
    }
    this.moment = undefined;
  }

  window(): Places {
    const own: Places = {
      keys: () => [...this.entries.keys()],
      read: (key) => {
        if (this.outcome === "forbidden") return "forbidden";
        const written = this.moment?.findLast((one) => one.own === own && one.key === key);
        return { text: written ? written.text : this.entries.get(key) };
      },
      write: (key, text) => {
        if (this.outcome !== "saved") return this.outcome;
        if (this.moment) this.moment.push({ own, key, text });
        else this.set(own, key, text);
        return "saved";
      },
      remove: (key) => {
        if (this.outcome === "forbidden") return;
        if (this.moment) this.moment.push({ own, key, text: undefined });
        else this.set(own, key, undefined);
      },
      subscribe: (hear) => {
        this.windows.set(own, hear);
        return () => this.windows.delete(own);
      },
    };
    return own;
  }
}

let storage: SharedStorage;
/** The ways to close the windows, as far as the store can tell. */
let stops: (() => void)[] = [];
beforeEach(() => {
  storage = new SharedStorage();
  stops = [];
});

const jsonOf = (text: string) => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { issue: { severity: "error", code: "malformed", path: "", message: "no JSON" } as const };
  }
};

function openWindow(): Kept<readonly string[]> {
  const kept = createKept<readonly string[]>(
    {
      key: KEY,
      empty: [],
      isEmpty: (list) => list.length === 0,
      read: (text) =>
        readEntry(jsonOf(text), KEY, (value) => {
          const list: unknown = Reflect.get(value, "list");
          if (list === "throw") throw new Error("cannot be used");
          return Array.isArray(list) ? { value: list as string[] } : { issues: [] };
        }),
      write: (list, saves) => JSON.stringify({ format: KEY, list, saves }),
      join: (one, other) => [...new Set([...one, ...other])].toSorted(),
    },
    storage.window(),
  );
  stops.push(kept.subscribe(() => {}));
  kept.getState();
  return kept;
}

const add = (kept: Kept<readonly string[]>, word: string) => kept.change((list) => [...list, word]);
const listOf = (kept: Kept<readonly string[]>) => kept.getState().value;

test("what is added is there in another window, and after all were closed", () => {
  const [one, other] = [openWindow(), openWindow()];
  add(one, "a");
  add(other, "b");
  expect(listOf(one)).toEqual(["a", "b"]);
  expect(listOf(openWindow())).toEqual(["a", "b"]);
});

test("two windows that hear nothing of each other lose nothing of either", () => {
  const [one, other] = [openWindow(), openWindow()];
  storage.asleep = true;
  add(one, "a");
  add(other, "b");
  add(one, "c");
  expect(listOf(openWindow())).toEqual(["a", "b", "c"]);
});

describe("windows that save in the same moment", () => {
  const WORDS = [..."abcdefghijklmnopqrstuvwxyz"];

  test("lose nothing of either", () => {
    const [one, other] = [openWindow(), openWindow()];
    for (let moment = 0; moment < 20; moment += 2) {
      storage.inTheSameMoment(
        () => add(one, WORDS[moment] ?? ""),
        () => add(other, WORDS[moment + 1] ?? ""),
      );
      const all = WORDS.slice(0, moment + 2);
      for (const kept of [one, other, openWindow()]) expect(listOf(kept)).toEqual(all);
    }
  });

  test("lose nothing whatever the order, and however many there are", () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      storage = new SharedStorage();
      let state = seed;
      const below = (most: number) => {
        state = (state * 48_271) % 2_147_483_647;
        return state % most;
      };
      const windows = Array.from({ length: 2 + below(3) }, openWindow);
      const words = WORDS.map((word) => () => add(windows[below(windows.length)] ?? openWindow(), word));
      while (words.length > 0) storage.inTheSameMoment(...words.splice(0, 1 + below(4)));
      for (const kept of [...windows, openWindow()]) expect(listOf(kept), `seed ${seed}`).toEqual(WORDS);
    }
  });

  test.each([
    ["the one that was written over", 0],
    ["the one that wrote over it", 1],
  ])("lose nothing where %s is closed before it hears of it", (_, closed) => {
    const windows = [openWindow(), openWindow()] as const;
    storage.inTheSameMoment(
      () => add(windows[0], "a"),
      () => add(windows[1], "b"),
      () => storage.windows.delete([...storage.windows.keys()][closed] as Places),
    );
    expect(listOf(windows[1 - closed] as Kept<readonly string[]>)).toEqual(["a", "b"]);
    expect(listOf(openWindow())).toEqual(["a", "b"]);
  });

  test("and have no room for both keep in memory what the device has not, and say so", () => {
    const [one, other] = [openWindow(), openWindow()];
    storage.inTheSameMoment(
      () => add(one, "a"),
      () => add(other, "b"),
      () => (storage.outcome = "full"),
    );
    for (const kept of [one, other]) expect(kept.getState()).toMatchObject({ value: ["a", "b"], saving: "full" });
    storage.outcome = "saved";
    add(one, "c");
    expect(listOf(openWindow())).toEqual(["a", "b", "c"]);
  });

  test("do not bring back what one of them took out after the other had saved it", () => {
    const [one, other] = [openWindow(), openWindow()];
    add(one, "a");
    add(one, "b");
    other.change((list) => list.filter((word) => word !== "a"));
    storage.inTheSameMoment(
      () => add(one, "c"),
      () => add(other, "d"),
    );
    for (const kept of [one, other, openWindow()]) expect(listOf(kept)).toEqual(["b", "c", "d"]);
  });

  test("lose nothing where one of them erases: it is still there, or can be put back", () => {
    for (const erasesFirst of [true, false]) {
      storage = new SharedStorage();
      const [one, other] = [openWindow(), openWindow()];
      add(one, "a");
      const erase = () => one.change(() => []);
      const save = () => add(other, "b");
      storage.inTheSameMoment(...(erasesFirst ? [erase, save] : [save, erase]));
      for (const kept of [one, other]) expect(listOf(kept)).toEqual(erasesFirst ? ["a", "b"] : []);
      if (!erasesFirst) other.putBack();
      expect(listOf(openWindow())).toEqual(["a", "b"]);
    }
  });
});

test("a window to which nobody listened knows what others saved meanwhile, and brings back nothing erased", () => {
  const one = openWindow();
  add(one, "a");
  for (const stop of stops) stop();
  add(openWindow(), "b");
  expect(listOf(one)).toEqual(["a", "b"]);
  for (const stop of stops) stop();
  storage.entries.clear();
  add(openWindow(), "c");
  one.subscribe(() => {});
  expect(listOf(one)).toEqual(["c"]);
  expect(listOf(openWindow())).toEqual(["c"]);
});

test("a window that slept while another one erased brings nothing of it back", () => {
  const one = openWindow();
  add(one, "a");
  storage.asleep = true;
  openWindow().change(() => []);
  add(openWindow(), "b");
  storage.asleep = false;
  for (const hear of storage.windows.values()) hear(KEY, undefined);
  for (const hear of storage.windows.values()) hear(KEY, storage.entries.get(KEY));
  expect(listOf(one)).toEqual(["b"]);
  expect(listOf(openWindow())).toEqual(["b"]);
});

test("an entry of an earlier version, which says nothing of saves, is read and followed", () => {
  const one = openWindow();
  add(one, "a");
  const text = JSON.stringify({ format: KEY, list: ["a", "b"] });
  storage.window().write(KEY, text);
  expect(listOf(one)).toEqual(["a", "b"]);
  expect(storage.entries.get(KEY)).toBe(text);
});

describe("a device that does not store", () => {
  test.each(["full", "forbidden"] as const)("that is %s says so, keeps in memory, and saves once it can", (outcome) => {
    const kept = openWindow();
    storage.outcome = outcome;
    add(kept, "a");
    add(kept, "b");
    expect(kept.getState()).toMatchObject({ value: ["a", "b"], saving: outcome });
    storage.outcome = "saved";
    add(kept, "c");
    expect(kept.getState()).toMatchObject({ value: ["a", "b", "c"], saving: "saved" });
    expect(listOf(openWindow())).toEqual(["a", "b", "c"]);
  });

  test("what it could not save is joined to what another window saved meanwhile", () => {
    const [one, other] = [openWindow(), openWindow()];
    storage.outcome = "full";
    add(one, "a");
    storage.outcome = "saved";
    add(other, "b");
    expect(listOf(one)).toEqual(["a", "b"]);
    add(one, "c");
    expect(listOf(openWindow())).toEqual(["a", "b", "c"]);
  });
});

const DAMAGED = [
  ["cut off", '{"format":"sle-list/1","list":["a"'],
  ["of a wrong shape", '{"format":"sle-list/1","list":7}'],
  ["such that reading it throws", '{"format":"sle-list/1","list":"throw"}'],
  ["of another program", '{"format":"notes/1"}'],
  ["no object", "42"],
  ["null", "null"],
  ["empty", ""],
  ["of a version that never was", '{"format":"sle-list/0"}'],
] as const;

describe("what cannot be read is reported and kept", () => {
  test.each(DAMAGED)("a text that is %s", (_, text) => {
    storage.entries.set(KEY, text);
    const kept = openWindow();
    expect(kept.getState()).toMatchObject({ value: [], unread: { kind: "unreadable", text } });
    add(kept, "a");
    expect([...storage.entries.values()]).toContain(text);
    expect(listOf(openWindow())).toEqual(["a"]);
  });

  test("each further damage is kept apart, and the same one only once", () => {
    for (const [, text] of DAMAGED) {
      storage.entries.set(KEY, text);
      openWindow();
      add(openWindow(), "a");
    }
    const kept = [...storage.entries.values()];
    for (const [, text] of DAMAGED) expect(kept.filter((one) => one === text)).toHaveLength(1);
  });

  test("damage while the page is open takes nothing from memory", () => {
    const kept = openWindow();
    add(kept, "a");
    storage.entries.set(KEY, "{");
    add(kept, "b");
    expect(listOf(openWindow())).toEqual(["a", "b"]);
    expect([...storage.entries.values()]).toContain("{");
  });

  test("where there is no room for a copy, nothing is written over it, and a later save finds room", () => {
    storage.entries.set(KEY, "{");
    storage.outcome = "full";
    const kept = openWindow();
    add(kept, "a");
    expect(kept.getState()).toMatchObject({ value: ["a"], saving: "full" });
    expect(storage.entries.get(KEY)).toBe("{");
    storage.outcome = "saved";
    add(kept, "b");
    expect([...storage.entries.values()]).toContain("{");
    expect(listOf(openWindow())).toEqual(["a", "b"]);
  });
});

describe("what a later version wrote", () => {
  const LATER = '{"format":"sle-list/12","entries":{}}';

  test("stays where it is, and this version keeps its own beside it", () => {
    storage.entries.set(KEY, LATER);
    const kept = openWindow();
    expect(kept.getState()).toMatchObject({ value: [], unread: { kind: "newer", text: LATER } });
    add(kept, "a");
    add(openWindow(), "b");
    expect(storage.entries.get(KEY)).toBe(LATER);
    expect(listOf(openWindow())).toEqual(["a", "b"]);
  });

  test("that comes while the page is open takes nothing from memory", () => {
    const kept = openWindow();
    add(kept, "a");
    storage.entries.set(KEY, LATER);
    add(kept, "b");
    expect(storage.entries.get(KEY)).toBe(LATER);
    expect(listOf(openWindow())).toEqual(["a", "b"]);
  });

  test("that goes again leaves one list", () => {
    storage.entries.set(KEY, LATER);
    add(openWindow(), "a");
    storage.entries.delete(KEY);
    add(openWindow(), "b");
    expect(listOf(openWindow())).toEqual(["a", "b"]);
    expect(storage.entries.size).toBe(1);
  });
});

describe("storage that is emptied while the page is open", () => {
  test("leaves nothing of it behind, and it can be put back", () => {
    const [one, other] = [openWindow(), openWindow()];
    add(one, "a");
    other.change(() => []);
    expect(one.getState()).toMatchObject({ value: [], taken: ["a"] });
    add(one, "b");
    expect(listOf(openWindow())).toEqual(["b"]);
    one.putBack();
    expect(listOf(openWindow())).toEqual(["a", "b"]);
    expect(one.getState().taken).toBeUndefined();
  });

  test("is noticed at the next change, without a word from anybody", () => {
    const kept = openWindow();
    add(kept, "a");
    storage.entries.clear();
    add(kept, "b");
    expect(kept.getState()).toMatchObject({ value: ["b"], taken: ["a"] });
  });
});

test("copies of one name get numbers, and the same text one", () => {
  const places = storage.window();
  for (const text of ["1", "2", "1", "3", "2"]) expect(copyAside(places, "x", text)).toBe("saved");
  expect(storage.entries).toEqual(
    new Map([
      ["x", "1"],
      ["x 2", "2"],
      ["x 3", "3"],
    ]),
  );
});
