import { createStore } from "zustand/vanilla";
import type { SleRecord } from "../../../criteria/types.ts";
import { EMPTY_RECORD, isEmpty } from "../../../lib/record/edit.ts";
import type { Issue } from "../../../lib/record/issues.ts";
import { newId, type Saves, savedOver } from "../../../lib/store/saves.ts";
import { type StoredPatient, writeStored } from "../../../lib/store/write-stored.ts";
import type { RecordStore } from "../../_store/record-store.ts";
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

/** What lies in the place of the patient on the page, as this window last wrote or read it. */
interface Known {
  readonly text: string | undefined;
  readonly record: SleRecord;
  /** When that was, as an ISO instant. */
  readonly saved: string;
  readonly saves: Saves;
}

/** A patient as one is shown. */
export interface Shown {
  readonly id: string;
  readonly record: SleRecord;
  /** What lies in storage. */
  readonly text?: string | undefined;
  readonly saved?: string | undefined;
  readonly begun?: string | undefined;
  readonly saves?: Saves | undefined;
}

/** What this window saved of a patient. */
export interface OwnSave {
  readonly text: string;
  readonly saves: Saves;
}

/** The patient on the page: what is said of it, how it is saved, and how another takes its place. */
export interface PatientOnPage {
  getState(): SessionState;
  subscribe(listener: () => void): () => void;
  say(notice: Notice | undefined): void;
  /** What this window last wrote or read. */
  known(): Known;
  /** Shows a record under an id, with nothing before it to undo and nothing left that was said of another. */
  show(shown: Shown): void;
  /** Shows another patient than the one that is on the page. */
  turnTo(shown: Shown): void;
  /** As `turnTo`, with a patient of whom nothing is known yet. */
  turnToNew(): void;
  /** Takes what another window wrote of the same patient. */
  take(text: string, patient: StoredPatient): void;
  /** What this window saved last of each patient, by id, until a save of another window is seen to hold it. */
  readonly ownSaves: Map<string, OwnSave>;
  /** The patient on the page lies in another place from now on, with this text where it could be kept. */
  moveTo(id: string, text?: string): void;
  /** The way back to the patient on the page as it is now, with what lay in storage; `then` follows it. */
  wayBack(entries: readonly (readonly [string, string])[], then: (id: string) => void): () => void;
  /** Every answer is to be taken back: what was typed for them goes as well. */
  startOver(): void;
  /** Writes what the record store has, where it was not written yet. */
  save(): void;
}

export function createPatientOnPage(store: RecordStore, device: Device): PatientOnPage {
  const { getState, setState, subscribe } = createStore(
    (): SessionState => ({ id: newId(), patientsShown: 0, saving: "saved" }),
  );
  let known: Known = { text: undefined, record: EMPTY_RECORD, saved: "", saves: {} };
  const ownSaves = new Map<string, OwnSave>();
  /** The time that the patient on the page is open in this window, by a name that no other has. */
  let sitting = newId();

  const page: PatientOnPage = {
    getState,
    subscribe,
    say(notice) {
      const { notice: _, ...rest } = getState();
      setState({ ...rest, ...(notice && { notice }) }, true);
    },
    known: () => known,
    show({ id, record, text, saved = "", begun, saves = {} }) {
      known = { text, record, saved, saves };
      page.say(undefined);
      page.moveTo(id, text);
      setState({ begun });
      store.open(record);
    },
    turnTo(shown) {
      page.startOver();
      page.show(shown);
    },
    turnToNew: () => page.turnTo({ id: newId(), record: EMPTY_RECORD }),
    // An earlier version of the app does not say, and took what was there.
    take(text, { record, saved, saves = known.saves }) {
      known = { text, record, saved, saves };
      store.replace(record);
    },
    ownSaves,
    moveTo(id, text) {
      setState({ id });
      device.setOpened(id);
      known = { ...known, text };
      sitting = newId();
    },
    wayBack(entries, then) {
      const { id, begun } = getState();
      const { text, record, saved, saves } = known;
      return () => {
        for (const [entry, stored] of entries) device.write(entry, stored);
        page.say(undefined);
        // Still on the page: it may have been changed since, and stays as it is.
        if (id !== getState().id) page.turnTo({ id, record, text, saved, begun, saves });
        then(id);
      };
    },
    startOver: () => setState({ patientsShown: getState().patientsShown + 1 }),
    save() {
      const record = store.getHistory().present;
      const { holdsFor } = getState().notice ?? {};
      if (holdsFor && holdsFor !== record) page.say(undefined);
      if (record === known.record) return;
      if (device.read(getState().id) !== known.text) keepBoth();
      const saved = new Date().toISOString();
      if (known.text === undefined) {
        device.setOpened(getState().id);
        setState({ begun: getState().begun ?? saved });
      }
      const { id, begun } = getState();
      const saves = savedOver(known.saves, sitting);
      const text = writeStored({ record, saved, saves, ...(begun && { begun }) });
      const saving = device.write(id, text);
      known = { text: saving === "saved" ? text : known.text, record, saved, saves };
      if (saving === "saved") ownSaves.set(id, { text, saves });
      if (saving !== getState().saving) setState({ saving });
    },
  };

  /** Another window changed this patient and this one has not heard of it yet: neither is written over. */
  function keepBoth(): void {
    ownSaves.delete(getState().id);
    // Where the other window puts what this one saved before, should it hear of that.
    page.moveTo(sitting);
    page.say({ words: BOTH_KEPT, actions: [] });
  }
  return page;
}

export const BOTH_KEPT = "This patient was changed in another window at the same time. Both are kept, as two patients.";

/** Whether nothing was entered, not even a label: there is nothing to lose. */
export function isUntouched(record: SleRecord): boolean {
  return isEmpty(record) && record.label === undefined;
}
