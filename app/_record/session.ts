import type { SleRecord } from "../../criteria/types.ts";
import { EMPTY_RECORD, isEmpty } from "../../lib/record/edit.ts";
import type { Issue } from "../../lib/record/issues.ts";
import type { ReadStored } from "../../lib/store/read-stored.ts";
import { writeStored } from "../../lib/store/write-stored.ts";
import type { RecordStore } from "../_store/record-store.ts";
import type { Device, Saving } from "./device.ts";
import { download } from "./download.ts";

/** Something that happened to a record as a whole, and what can be done about it. */
export interface Notice {
  readonly words: string;
  /** What was wrong, where, and what would be accepted. */
  readonly issues?: readonly Issue[];
  readonly actions: readonly { readonly words: string; readonly run: () => void }[];
}

export interface SessionState {
  /** Of the patient on the page. */
  readonly id: string;
  readonly saving: Saving;
  readonly notice?: Notice;
}

/** A line in the list of patients. */
export type Listed = { readonly id: string; readonly text: string } & ReadStored;

/**
 * Which patient is on the page, and what is kept of all of them on this device. It follows the record store: every
 * step is saved as it happens. Nothing stored is ever written over by another patient, by a damaged or newer entry
 * that could not be read, or by an older state of another window.
 */
export interface Session {
  getState(): SessionState;
  subscribe(listener: () => void): () => void;
  /** Follows the record store and the other windows. Returns the way to stop. */
  start(): () => void;
  /** Opens, once, what was open before. */
  restored(): Promise<void>;
  list(): Promise<readonly Listed[]>;
  openPatient(id: string): Promise<void>;
  /** Opens a record as another patient; the one before stays on the device. */
  openAnother(record: SleRecord, words?: string): void;
  deletePatient(id: string): void;
  eraseEverything(): void;
  say(notice: Notice | undefined): void;
}

/** Loads what reads a stored text, which an empty page does without. */
export type LoadReader = () => Promise<(text: string) => ReadStored>;

export function createSession(store: RecordStore, device: Device, loadReader: LoadReader): Session {
  let state: SessionState = { id: newId(), saving: "saved" };
  /** What this window last wrote or read in the patient's place. */
  let known: { readonly text: string | undefined; readonly record: SleRecord } = {
    text: undefined,
    record: EMPTY_RECORD,
  };
  const listeners = new Set<() => void>();
  const become = (next: Partial<SessionState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  const say = (notice: Notice | undefined) => {
    const { notice: _, ...rest } = state;
    state = rest;
    become(notice ? { notice } : {});
  };
  const read = async (text: string) => (await loadReader())(text);

  /** Shows a record under an id, with nothing before it to undo. */
  const show = (id: string, record: SleRecord, text: string | undefined) => {
    known = { text, record };
    become({ id });
    device.setOpened(id);
    store.open(record);
  };

  const save = () => {
    const record = store.getHistory().present;
    if (record === known.record) return;
    if (device.read(state.id) !== known.text) keepBoth();
    if (known.text === undefined) device.setOpened(state.id);
    const text = writeStored({ record, saved: new Date().toISOString() });
    const saving = device.write(state.id, text);
    known = { text: saving === "saved" ? text : known.text, record };
    if (saving !== state.saving) become({ saving });
  };

  /** Another window changed this patient and this one has not heard of it yet: neither is written over. */
  const keepBoth = () => {
    become({ id: newId() });
    device.setOpened(state.id);
    say({
      words: "This patient was changed in another window at the same time. Both are kept, as two patients.",
      actions: [],
    });
  };

  /** Another window changed or removed the patient that is on the page. */
  const follow = async (id: string | undefined) => {
    if (id !== undefined && id !== state.id) return;
    const text = device.read(state.id);
    if (text === known.text) return;
    if (text === undefined) return removedElsewhere();
    const stored = await read(text);
    if (stored.kind !== "patient" || device.read(state.id) !== text) return;
    known = { text, record: stored.patient.record };
    store.replace(stored.patient.record);
  };

  const removedElsewhere = () => {
    const undo = wayBack(known.text === undefined ? [] : [[state.id, known.text]]);
    show(newId(), EMPTY_RECORD, undefined);
    say({ words: "This patient was deleted in another window.", actions: [{ words: "Undo", run: undo }] });
  };

  let restoring: Promise<void> | undefined;
  const restore = async () => {
    const id = device.opened();
    const text = id === undefined ? undefined : device.read(id);
    if (id === undefined || text === undefined) return;
    const stored = await read(text);
    if (stored.kind !== "patient") say(unreadableNotice(stored, text));
    else if (isEmpty(store.getHistory().present)) show(id, stored.patient.record, text);
    // Whoever was quicker than the device has begun another patient.
    else say({ words: "The patient before is in the list of patients.", actions: [] });
  };

  /** The way back to the patient on the page as it is now, with what lay in storage. */
  const wayBack = (entries: readonly (readonly [string, string])[] = []) => {
    const { id } = state;
    const { text, record } = known;
    return () => {
      for (const [entry, stored] of entries) device.write(entry, stored);
      show(id, record, text);
      say(undefined);
    };
  };

  const session: Session = {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      const onVisible = () => document.visibilityState === "visible" && void follow(undefined);
      document.addEventListener("visibilitychange", onVisible);
      const stops = [store.subscribe(save), device.subscribe((id) => void follow(id))];
      return () => {
        document.removeEventListener("visibilitychange", onVisible);
        for (const stop of stops) stop();
      };
    },
    restored() {
      restoring ??= restore();
      return restoring;
    },
    async list() {
      const read = await loadReader();
      const all = device.ids().flatMap((id) => {
        const text = device.read(id);
        return text === undefined ? [] : [{ id, text, ...read(text) }];
      });
      const worthListing = all.filter((one) => one.kind !== "patient" || !isEmpty(one.patient.record));
      const savedAt = (one: ReadStored) => (one.kind === "patient" ? one.patient.saved : "");
      return worthListing.sort((a, b) => savedAt(b).localeCompare(savedAt(a)));
    },
    async openPatient(id) {
      const text = device.read(id);
      const stored = text === undefined ? undefined : await read(text);
      if (stored?.kind === "patient") show(id, stored.patient.record, text);
    },
    openAnother(record, words) {
      const actions = isEmpty(known.record) ? [] : [{ words: "Back to the patient before", run: wayBack() }];
      show(newId(), EMPTY_RECORD, undefined);
      store.open(record);
      say(words === undefined ? undefined : { words, actions });
    },
    deletePatient(id) {
      const text = device.read(id);
      const undo = wayBack(text === undefined ? [] : [[id, text]]);
      device.remove(id);
      if (id === state.id) show(newId(), EMPTY_RECORD, undefined);
      say({ words: "The patient was deleted from this device.", actions: [{ words: "Undo", run: undo }] });
    },
    eraseEverything() {
      const entries = device.ids().flatMap((id) => {
        const text = device.read(id);
        return text === undefined ? [] : [[id, text] as const];
      });
      const undo = wayBack(entries);
      for (const [id] of entries) device.remove(id);
      show(newId(), EMPTY_RECORD, undefined);
      say({ words: "Every patient was erased from this device.", actions: [{ words: "Undo", run: undo }] });
    },
    say,
  };
  return session;
}

function unreadableNotice(stored: Exclude<ReadStored, { kind: "patient" }>, text: string): Notice {
  const words =
    stored.kind === "newer"
      ? "The record saved on this device comes from a later version of this app. It is kept as it is; reload to get that version."
      : "The record saved on this device cannot be read. It is kept as it is, in the list of patients.";
  return { words, actions: [{ words: "Download it", run: () => download(text, "sle-record-kept.json") }] };
}

/** `crypto.randomUUID` is missing where the app is served without TLS, as in a hospital's own network. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join("-");
}
