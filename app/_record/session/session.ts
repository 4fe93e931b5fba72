import { createStore } from "zustand/vanilla";
import type { SleRecord } from "../../../criteria/types.ts";
import { EMPTY_RECORD, isEmpty } from "../../../lib/record/edit.ts";
import type { Issue } from "../../../lib/record/issues.ts";
import type { ReadStored } from "../../../lib/store/read-stored.ts";
import { writeStored } from "../../../lib/store/write-stored.ts";
import type { RecordStore } from "../../_store/record-store.ts";
import { entriesWords } from "../patients/entries.ts";
import { writeMoment } from "../patients/moment.ts";
import type { Device, Saving } from "./device.ts";

/** Something that happened to a record as a whole, and what can be done about it. */
export interface Notice {
  readonly words: string;
  /** What was wrong, where, and what would be accepted. */
  readonly issues?: readonly Issue[];
  readonly actions: readonly { readonly words: string; readonly run: () => void }[];
  /** The notice goes as soon as another record is on the page: what it says or offers would no longer hold. */
  readonly holdsFor?: SleRecord;
}

export interface SessionState {
  /** Of the patient on the page. */
  readonly id: string;
  /** How many patients were on this page one after the other: what was typed for one is no other's. */
  readonly patientsShown: number;
  /** When the patient on the page was begun, as an ISO instant; unknown of one without an answer, or from earlier versions. */
  readonly begun?: string | undefined;
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
  /**
   * Opens a record as another patient; the one before stays on the device. The words say where it comes from, unless
   * the record itself does.
   */
  openAnother(record: SleRecord, words?: string): void;
  newPatient(): void;
  /** Takes back every answer of this patient, with a way back. */
  clear(): void;
  deletePatient(id: string): void;
  /** Takes every patient off this device and whatever else the app keeps there, with a way back. */
  eraseEverything(): void;
  /** Whether nothing is entered for the patient on the page. */
  isBlank(): boolean;
  say(notice: Notice | undefined): void;
}

/** Loads what reads a stored text, which an empty page does without. */
export type LoadReader = () => Promise<(text: string) => ReadStored>;

/** What is on this device beside the patients. */
export interface Rest {
  /** Takes all of it away, with a way back. */
  take(): () => void;
  forgetOpened(): void;
}

export function createSession(store: RecordStore, device: Device, loadReader: LoadReader, rest?: Rest): Session {
  const { getState, setState, subscribe } = createStore(
    (): SessionState => ({ id: newId(), patientsShown: 0, saving: "saved" }),
  );
  /** What this window last wrote or read in the patient's place. */
  let known: Known = { text: undefined, record: EMPTY_RECORD };
  /** When that was, as an ISO instant. */
  let savedAt = "";
  const become = (next: Partial<SessionState>) => setState(next);
  const say = (notice: Notice | undefined) => {
    const { notice: _, ...rest } = getState();
    setState({ ...rest, ...(notice && { notice }) }, true);
  };
  const read = async (text: string) => (await loadReader())(text);

  /** Shows a record under an id, with nothing before it to undo and nothing left that was said of another. */
  const show = (id: string, record: SleRecord, text: string | undefined, begun?: string) => {
    known = { text, record };
    say(undefined);
    become({ id, begun });
    device.setOpened(id);
    store.open(record);
  };

  /** Shows another patient than the one that is on the page. */
  const turnTo = (...shown: Parameters<typeof show>) => {
    become({ patientsShown: getState().patientsShown + 1 });
    show(...shown);
  };

  const save = () => {
    const record = store.getHistory().present;
    const { holdsFor } = getState().notice ?? {};
    if (holdsFor && holdsFor !== record) say(undefined);
    if (record === known.record) return;
    if (device.read(getState().id) !== known.text) keepBoth();
    const saved = new Date().toISOString();
    if (known.text === undefined) {
      device.setOpened(getState().id);
      become({ begun: getState().begun ?? saved });
    }
    const { begun } = getState();
    const text = writeStored({ record, saved, ...(begun && { begun }) });
    const saving = device.write(getState().id, text);
    known = { text: saving === "saved" ? text : known.text, record };
    savedAt = saved;
    if (saving !== getState().saving) become({ saving });
  };

  /** Another window changed this patient and this one has not heard of it yet: neither is written over. */
  const keepBoth = () => {
    become({ id: newId() });
    device.setOpened(getState().id);
    say({
      words: "This patient was changed in another window at the same time. Both are kept, as two patients.",
      actions: [],
    });
  };

  /** Another window changed or removed the patient that is on the page. */
  const follow = async (id: string | undefined) => {
    if (id !== undefined && id !== getState().id) return;
    const text = device.read(getState().id);
    if (text === undefined && device.ids().length === 0) rest?.forgetOpened();
    if (text === known.text) return;
    if (text === undefined) return removedElsewhere();
    const stored = await read(text);
    if (stored.kind !== "patient" || device.read(getState().id) !== text) return;
    known = { text, record: stored.patient.record };
    savedAt = stored.patient.saved;
    store.replace(stored.patient.record);
  };

  const removedElsewhere = () => {
    const undo = wayBack(known.text === undefined ? [] : [[getState().id, known.text]]);
    turnTo(newId(), EMPTY_RECORD, undefined);
    // Where everything was erased, nothing is left of which patient it was.
    if (device.ids().length === 0) rest?.forgetOpened();
    say({ words: "This patient was deleted in another window.", actions: [{ words: "Undo", run: undo }] });
  };

  let restoring: Promise<void> | undefined;
  const restore = async () => {
    const id = device.opened();
    const text = id === undefined ? undefined : device.read(id);
    if (id === undefined || text === undefined) return;
    const stored = await read(text);
    if (stored.kind !== "patient") say((await import("./unreadable-notice.ts")).unreadableNotice(stored, text));
    else if (session.isBlank()) {
      const { record, saved, begun } = stored.patient;
      show(id, record, text, begun);
      savedAt = saved;
      sayContinued(record, saved);
    }
    // Whoever was quicker than the device has begun another patient.
    else say({ words: "The patient before is in the list of patients.", actions: [] });
  };

  /** Whose record it is that stands on the page, for whoever comes back to it and may have another patient by now. */
  const sayContinued = (record: SleRecord, saved: string) => {
    if (isUntouched(record)) return;
    const when = Number.isNaN(Date.parse(saved)) ? "before" : writeMoment(saved);
    say({ words: `Continued from ${when}: ${entriesWords(record)}.`, actions: [] });
  };

  /** The way back to the patient on the page as it is now, with what lay in storage. */
  const wayBack = (entries: readonly (readonly [string, string])[] = []) => {
    const { id, begun } = getState();
    const { text, record } = known;
    return () => {
      for (const [entry, stored] of entries) device.write(entry, stored);
      say(undefined);
      // Still on the page: it may have been changed since, and stays as it is.
      if (id !== getState().id) turnTo(id, record, text, begun);
      void follow(id);
    };
  };

  const session: Session = {
    getState,
    subscribe,
    start() {
      let left = Number.POSITIVE_INFINITY;
      const onVisible = () => {
        if (document.visibilityState !== "visible") {
          left = Date.now();
          return;
        }
        void follow(undefined);
        // A window that was left open is come back to as well.
        if (Date.now() - left >= AWAY && !getState().notice) sayContinued(known.record, savedAt);
      };
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
      const all = entriesOn(device).map(([id, text]) => ({ id, text, ...read(text) }));
      const worthListing = all.filter((one) => one.kind !== "patient" || !isUntouched(one.patient.record));
      const savedAt = (one: ReadStored) => (one.kind === "patient" ? one.patient.saved : "");
      return worthListing.sort((a, b) => savedAt(b).localeCompare(savedAt(a)));
    },
    async openPatient(id) {
      const text = device.read(id);
      const stored = text === undefined ? undefined : await read(text);
      if (stored?.kind === "patient") turnTo(id, stored.patient.record, text, stored.patient.begun);
    },
    openAnother(record, words) {
      const before = isUntouched(known.record) ? undefined : wayBack();
      turnTo(newId(), EMPTY_RECORD, undefined);
      store.open(record);
      if (before) {
        const said = words === undefined ? "Opened as another patient." : `${words}, as another patient.`;
        say({ words: said, actions: [{ words: WAY_BACK, run: before }] });
      } else if (words !== undefined) say({ words: `${words}.`, actions: [] });
    },
    newPatient() {
      const before = isUntouched(known.record) ? undefined : wayBack();
      turnTo(newId(), EMPTY_RECORD, undefined);
      const actions = before ? [{ words: WAY_BACK, run: before }] : [];
      say({ words: "New patient. Nothing is entered yet.", actions, holdsFor: EMPTY_RECORD });
    },
    clear() {
      become({ patientsShown: getState().patientsShown + 1 });
      store.erase();
      const holdsFor = store.getHistory().present;
      say({ words: "Every answer was cleared.", actions: [{ words: "Undo", run: store.undo }], holdsFor });
    },
    deletePatient(id) {
      const text = device.read(id);
      const undo = wayBack(text === undefined ? [] : [[id, text]]);
      device.remove(id);
      if (id === getState().id) turnTo(newId(), EMPTY_RECORD, undefined);
      say({ words: "The patient was deleted from this device.", actions: [{ words: "Undo", run: undo }] });
    },
    eraseEverything() {
      const entries = entriesOn(device);
      const undo = wayBack(entries);
      for (const [id] of entries) device.remove(id);
      turnTo(newId(), EMPTY_RECORD, undefined);
      const putBack = rest?.take();
      const run = () => {
        putBack?.();
        undo();
      };
      say({
        words: "Every patient was erased from this device, and all that was practiced on it.",
        actions: [{ words: "Undo", run }],
      });
    },
    isBlank: () => isUntouched(store.getHistory().present),
    say,
  };
  return session;
}

/** What lies in a patient's place, and the record that it holds. */
interface Known {
  readonly text: string | undefined;
  readonly record: SleRecord;
}

/** Whether nothing was entered, not even a label: there is nothing to lose. */
function isUntouched(record: SleRecord): boolean {
  return isEmpty(record) && record.label === undefined;
}

/** What lies in the place of each patient. */
function entriesOn(device: Device): readonly (readonly [id: string, text: string])[] {
  return device.ids().flatMap((id) => {
    const text = device.read(id);
    return text === undefined ? [] : [[id, text] as const];
  });
}

/** After how long out of sight the next patient may be before the reader, in milliseconds. */
const AWAY = 10 * 60 * 1000;

const WAY_BACK = "Back to the patient before";

/** `crypto.randomUUID` is missing where the app is served without TLS, as in a hospital's own network. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join("-");
}
