import { sayContinued } from "./coming-back.ts";
import type { Device } from "./device.ts";
import type { PatientOnPage } from "./patient-on-page.ts";
import { readKept } from "./stored-record.ts";
import { unreadableNotice } from "./unreadable-notice.ts";

/** Opens a patient that is kept on this device, unless another was begun on the page, or says why it cannot be read. */
export function openKept(page: PatientOnPage, device: Device, id: string, isBlank: () => boolean): void {
  // As it is now: another window may have changed it while this code was fetched.
  const text = device.read(id);
  if (text === undefined) return;
  const stored = readKept(text);
  if (stored.kind !== "patient") page.say(unreadableNotice(stored, text));
  else if (isBlank()) {
    page.show({ id, text, ...stored.patient });
    sayContinued(page);
  } else page.say({ words: "The patient before is in the list of patients.", actions: [] });
}
