import type { SleRecord } from "../../../criteria/types.ts";
import { EMPTY_RECORD } from "../../../lib/record/edit.ts";
import type { RecordStore } from "../../_store/record-store.ts";
import { followWindows, type LoadReader, restore } from "./coming-back.ts";
import { type Device, entriesOn } from "./device.ts";
import type { Listed } from "./listed.ts";
import { createPatientOnPage, isUntouched, type Notice, type SessionState } from "./patient-on-page.ts";

export type { LoadReader, Notice, SessionState };

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
  /** Opens, once, what was open before, where nothing was begun meanwhile, if only by what is typed. */
  restored(isBegun?: () => boolean): Promise<void>;
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
  /**
   * Changes the record of the patient who was on the page in this state, and perhaps no longer is. Resolves to whether it
   * was changed: one that is kept nowhere any more is not.
   */
  changeOf(state: SessionState, change: (record: SleRecord) => SleRecord): Promise<boolean>;
  deletePatient(id: string): void;
  /** Takes every patient off this device and, as is given, whatever else the app keeps there, with a way back. */
  eraseEverything(takeRest?: () => () => void): void;
  /** Whether nothing is entered for the patient on the page. */
  isBlank(): boolean;
  say(notice: Notice | undefined): void;
}

export function createSession(
  store: RecordStore,
  device: Device,
  loadReader: LoadReader,
  forgetOpened: () => void = () => {},
): Session {
  const page = createPatientOnPage(store, device);
  const { getState, subscribe, say } = page;
  const windows = followWindows(page, device, loadReader, forgetOpened);
  const isBlank = () => isUntouched(store.getHistory().present);
  const wayBack = (entries: Parameters<typeof page.wayBack>[0] = []) =>
    page.wayBack(entries, (id) => void windows.changed(id));
  /** Says what took the place of the patient before, with the way back to that one where there is something to lose. */
  const toAnother = (open: () => void, words: (hadOne: boolean) => string | undefined, holdsFor?: SleRecord) => {
    const before = isUntouched(page.known().record) ? undefined : wayBack();
    open();
    const said = words(before !== undefined);
    const actions = before ? [{ words: WAY_BACK, run: before }] : [];
    if (said !== undefined) say({ words: said, actions, ...(holdsFor && { holdsFor }) });
  };
  /** Whether the device did not take what was entered last: a patient on another page is in its list. */
  const isOnlyHere = () => getState().saving !== "saved";
  let restoring: Promise<void> | undefined;

  return {
    getState,
    subscribe,
    start() {
      // A page that does not follow the store may have opened a record, as from a chart.
      page.save();
      const stops = [
        store.subscribe(page.save),
        device.subscribe((id, text) => void windows.changed(id, text)),
        windows.start(),
      ];
      // Nor does it hear what other windows do meanwhile.
      if (page.known().text !== undefined) void windows.changed(undefined);
      return () => {
        for (const stop of stops) stop();
      };
    },
    restored(isBegun = () => false) {
      // Another patient may have been asked for before what was kept has come.
      const isFirst = () => getState().patientsShown === 0;
      restoring ??= restore(page, device, loadReader, () => isBlank() && !isBegun() && isFirst());
      return restoring;
    },
    list: async () => (await loadReader()).listed(device),
    async openPatient(id) {
      const { read } = await loadReader();
      const text = device.read(id);
      const stored = text === undefined ? undefined : read(text);
      if (stored?.kind !== "patient") return;
      const { patient } = stored;
      toAnother(
        () => page.turnTo({ id, text, ...patient }),
        (hadOne) => (hadOne && isOnlyHere() ? "The patient before is not kept on this device." : undefined),
      );
    },
    openAnother(record, words) {
      const open = () => {
        page.turnToNew();
        store.open(record);
      };
      toAnother(open, (hadOne) => {
        if (!hadOne) return words === undefined ? undefined : `${words}.`;
        return words === undefined ? "Opened as another patient." : `${words}, as another patient.`;
      });
    },
    newPatient: () =>
      toAnother(
        page.turnToNew,
        () => "New patient. Nothing is entered yet.",
        // The only way back to whoever is in no list stays.
        isOnlyHere() ? undefined : EMPTY_RECORD,
      ),
    clear() {
      page.startOver();
      store.erase();
      const holdsFor = store.getHistory().present;
      say({ words: "Every answer was cleared.", actions: [{ words: "Undo", run: store.undo }], holdsFor });
    },
    changeOf: async (state, change) => (await loadReader()).changeKept(page, device, store, state, change),
    deletePatient(id) {
      const text = device.read(id);
      const undo = wayBack(text === undefined ? [] : [[id, text]]);
      device.remove(id);
      if (id === getState().id) page.turnToNew();
      say({ words: "The patient was deleted from this device.", actions: [{ words: "Undo", run: undo }] });
    },
    eraseEverything(takeRest) {
      const entries = entriesOn(device);
      const undo = wayBack(entries);
      for (const [id] of entries) device.remove(id);
      page.turnToNew();
      const putBack = takeRest?.();
      const run = () => {
        putBack?.();
        undo();
      };
      say({
        words: "Every patient was erased from this device, and all that was practiced on it.",
        actions: [{ words: "Undo", run }],
      });
    },
    isBlank,
    say,
  };
}

const WAY_BACK = "Back to the patient before";
