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
  private readonly windows = new Map<Places, (key: string | undefined) => void>();

  window(): Places {
    const tell = (key: string) => {
      if (!this.asleep) for (const [places, hear] of this.windows) if (places !== own) hear(key);
    };
    const own: Places = {
      keys: () => [...this.entries.keys()],
      read: (key) => (this.outcome === "forbidden" ? "forbidden" : { text: this.entries.get(key) }),
      write: (key, text) => {
        if (this.outcome !== "saved") return this.outcome;
        this.entries.set(key, text);
        tell(key);
        return "saved";
      },
      remove: (key) => {
        if (this.outcome === "forbidden") return;
        this.entries.delete(key);
        tell(key);
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
beforeEach(() => {
  storage = new SharedStorage();
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
      write: (list) => JSON.stringify({ format: KEY, list }),
      join: (one, other) => [...new Set([...one, ...other])].toSorted(),
    },
    storage.window(),
  );
  kept.subscribe(() => {});
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
