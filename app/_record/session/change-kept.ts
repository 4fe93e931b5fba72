import type { SleRecord } from "../../../criteria/types.ts";
import { newId, savedOver } from "../../../lib/store/saves.ts";
import { writeStored } from "../../../lib/store/write-stored.ts";
import type { RecordStore } from "../../_store/record-store.ts";
import type { Device } from "./device.ts";
import { isUntouched, type PatientOnPage, type SessionState } from "./patient-on-page.ts";
import { readKept } from "./stored-record.ts";

/**
 * Changes the record of the patient who was on the page `then`, wherever it is now: on the page, or in its place on this
 * device. What was cleared, deleted or never kept is left alone. Returns whether it was changed.
 */
export function changeKept(
  page: PatientOnPage,
  device: Device,
  store: RecordStore,
  then: SessionState,
  change: (record: SleRecord) => SleRecord,
): boolean {
  const { id } = then;
  if (id === page.getState().id) {
    if (then.patientsShown !== page.getState().patientsShown && isUntouched(store.getHistory().present)) return false;
    store.edit(change);
    return true;
  }
  const before = device.read(id);
  const stored = before === undefined ? undefined : readKept(before);
  if (stored?.kind !== "patient") return false;
  const { patient } = stored;
  const saves = savedOver(patient.saves ?? {}, newId());
  const record = change(patient.record);
  const text = writeStored({ ...patient, record, saved: new Date().toISOString(), saves });
  if (device.write(id, text) !== "saved") return false;
  page.ownSaves.set(id, { text, saves });
  return true;
}
