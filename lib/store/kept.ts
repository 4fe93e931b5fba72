import { holdsSave, togetherHold } from "./holds-save.ts";
import { copyAside, type Places, type Saving } from "./places.ts";
import type { ReadEntry } from "./read-entry.ts";
import { newId, type Saves, savedOver } from "./saves.ts";

/** What is kept in a place of the device: how it is read, written and joined with what another window wrote. */
export interface KeptKind<Value> {
  readonly key: string;
  readonly empty: Value;
  readonly isEmpty: (value: Value) => boolean;
  readonly read: (text: string) => ReadEntry<Value>;
  /** Where the text says which saves it holds, no window can write over what it does not know. */
  readonly write: (value: Value, saves?: Saves) => string;
  /** Both as one; what both have stays once, and the first stays as it is where it holds the other. */
  readonly join: (one: Value, other: Value) => Value;
}

/** Something that lies in the way and cannot be read. It is never written over. */
export interface Unread {
  readonly kind: "newer" | "unreadable";
  readonly text: string;
}

export interface KeptState<Value> {
  readonly value: Value;
  readonly saving: Saving;
  readonly unread?: Unread;
  /** What was here until another window, or the browser, took it away. */
  readonly taken?: Value;
}

/**
 * A value that is kept on the device. As with patients: every change is saved as it happens, what could not be saved
 * stays in memory and is said, and nothing stored is ever written over by an older state of another window, or where
 * it is damaged or of a later version.
 */
export interface Kept<Value> {
  getState(): KeptState<Value>;
  subscribe(listener: () => void): () => void;
  change(how: (value: Value) => Value): void;
  /** Brings back what was taken away. */
  putBack(): void;
  /** What was said of what could not be read, or was taken away, has been seen. */
  seen(): void;
}

/** The place of a copy of what could not be read; further ones get numbers. */
export const damagedName = (key: string): string => `${key} damaged`;

/** Where this version keeps its own while a later version's lies in the place. */
export const besideName = (key: string): string => `${key} beside a later version`;

/**
 * Its listeners are its own, since the store of the rest, zustand, tells them of every change: what is first found on the
 * device while React reads the state is taken in without telling, as a component must not be changed by a render.
 */
export function createKept<Value>(kind: KeptKind<Value>, places: Places): Kept<Value> {
  const { key, empty, isEmpty, join } = kind;
  const beside = besideName(key);
  let state: KeptState<Value> = { value: empty, saving: "saved" };
  const sitting = newId();
  /** Which saves the memory holds. */
  let saves: Saves = {};
  /** What this window last read or wrote in the place, and whether that is a later version's. */
  let looked = false;
  let inPlace: string | undefined;
  let isNewer = false;
  /** The same for the place beside it. */
  let inBeside: string | undefined;
  /** Whether the memory holds something that storage does not. */
  let unsaved = false;
  /** Whether a copy of what cannot be read is safe, so that its place may be written to. */
  let copied: Saving = "saved";
  const listeners = new Set<() => void>();

  /** Tells whoever listens, where something changes. */
  const telling = (act: () => void) => {
    const before = state;
    act();
    if (state !== before) for (const listener of listeners) listener();
  };

  /** Copies what cannot be read to a place of its own. */
  const copyDamaged = (): Saving => {
    const damaged = [inPlace, inBeside].filter((text) => text !== undefined && kind.read(text).kind === "unreadable");
    const outcomes = damaged.map((text) => copyAside(places, damagedName(key), text ?? ""));
    return outcomes.find((outcome) => outcome !== "saved") ?? "saved";
  };

  /** Takes in what lies on the device now, other than before. */
  const takeIn = (here: string | undefined, there: string | undefined): void => {
    const had = looked && (inPlace !== undefined || inBeside !== undefined);
    const wasKnown = looked;
    [looked, inPlace, inBeside] = [true, here, there];
    const entries = [here, there].map((text) => (text === undefined ? undefined : kind.read(text)));
    const [own, besides] = entries;
    isNewer = own?.kind === "newer";
    copied = copyDamaged();
    const readable = entries.filter((entry) => entry?.kind === "read");
    const damaged = own?.kind === "unreadable" ? here : besides?.kind === "unreadable" ? there : undefined;
    const unread: Unread | undefined =
      isNewer && here !== undefined
        ? { kind: "newer", text: here }
        : damaged === undefined
          ? undefined
          : { kind: "unreadable", text: damaged };
    // What this window has and a damaged or full place has not, it goes on having.
    const holds = unsaved || (wasKnown && unread !== undefined);
    const gone = had && here === undefined && there === undefined;
    const { unread: _, taken, ...before } = state;
    const found = readable.map(({ value }) => value).reduce(join, empty);
    // An entry of an earlier version does not say, and is taken for what follows.
    if (readable.length > 0) saves = readable.map((entry) => entry.saves ?? saves).reduce(togetherHold);
    const taking = gone && !isEmpty(state.value) ? state.value : taken;
    if (gone) unsaved = false;
    else if (holds) unsaved = true;
    state = {
      ...before,
      value: holds && !gone ? join(found, state.value) : found,
      saving: gone ? "saved" : copied === "saved" ? before.saving : copied,
      ...(unread && { unread }),
      ...(taking !== undefined && { taken: taking }),
    };
  };

  /**
   * Looks at what lies on the device now. Where it may have been saved in the same moment as something else, by a window
   * that did not know of that, both are joined and saved: what was here, and what that window is heard to have saved.
   */
  const look = (sameMoment = false, heard?: string): void => {
    const [here, there] = [places.read(key), places.read(beside)];
    if (here === "forbidden" || there === "forbidden") return;
    const before = { value: state.value, saves };
    if (!looked || here.text !== inPlace || there.text !== inBeside) takeIn(here.text, there.text);
    // What was erased is not brought back.
    if (!sameMoment || (inPlace ?? inBeside) === undefined) return;
    const other = heard === undefined || heard === inPlace ? undefined : kind.read(heard);
    const apart = [before, ...(other?.kind === "read" ? [other] : [])].filter((one) => !holdsSave(saves, one.saves));
    if (apart.length === 0) return;
    const both = apart.map(({ value }) => value).reduce(join, state.value);
    for (const one of apart) saves = togetherHold(one.saves ?? {}, saves);
    // Each window that finds it out does the same: what is whole already is not saved once more.
    if (kind.write(both) !== kind.write(state.value)) put(both);
  };

  /** Saves a value. */
  const put = (value: Value): void => {
    const place = isNewer ? beside : key;
    const next = savedOver(saves, sitting);
    const text = isEmpty(value) ? undefined : kind.write(value, next);
    // There may be room for the copy by now.
    if (copied !== "saved") copied = copyDamaged();
    let saving = copied;
    if (copied === "saved") {
      if (text === undefined) places.remove(place);
      else saving = places.write(place, text);
      if (saving === "saved") {
        saves = next;
        if (isNewer) inBeside = text;
        else {
          inPlace = text;
          // What lay beside a later version is in the place now.
          if (inBeside !== undefined) places.remove(beside);
          inBeside = undefined;
        }
      }
    }
    looked = true;
    unsaved = saving !== "saved";
    state = { ...state, value, saving };
  };

  let stop: (() => void) | undefined;
  return {
    getState() {
      // While nobody listens, nothing is heard of other windows.
      if (!stop) look();
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      if (!stop) {
        stop = places.subscribe((changed, text) => {
          if (changed === undefined || changed === key || changed === beside)
            telling(() => look(text !== undefined, text));
        });
        look();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = undefined;
      };
    },
    change: (how) =>
      telling(() => {
        look(stop !== undefined);
        const next = how(state.value);
        if (next !== state.value || unsaved) put(next);
      }),
    putBack: () =>
      telling(() => {
        look();
        const { taken, ...rest } = state;
        if (taken === undefined) return;
        state = rest;
        put(join(state.value, taken));
      }),
    seen: () =>
      telling(() => {
        const { unread: _, taken: __, ...rest } = state;
        state = rest;
      }),
  };
}
