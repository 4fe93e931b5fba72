import type { ReadStored } from "../../../lib/store/read-stored.ts";
import { type Device, entriesOn } from "./device.ts";
import { isUntouched } from "./patient-on-page.ts";
import { readKept } from "./stored-record.ts";

/** A line in the list of patients. */
export type Listed = { readonly id: string; readonly text: string } & ReadStored;

/** The patients on the device, the last saved first, without those of whom nothing was entered. */
export function listed(device: Device): readonly Listed[] {
  const all = entriesOn(device).map(([id, text]) => ({ id, text, ...readKept(text) }));
  const worthListing = all.filter((one) => one.kind !== "patient" || !isUntouched(one.patient.record));
  const savedAt = (one: ReadStored) => (one.kind === "patient" ? one.patient.saved : "");
  return worthListing.sort((a, b) => savedAt(b).localeCompare(savedAt(a)));
}
