import type { Device } from "./device.ts";
import { keepApart } from "./keep-apart.ts";
import type { PatientOnPage } from "./patient-on-page.ts";
import { readKept } from "./stored-record.ts";

/** Takes what another window wrote of the patient on the page, and loses nothing that this one or that one did not see. */
export function follow(page: PatientOnPage, device: Device, id: string | undefined, heard: string | undefined): void {
  for (const one of id === undefined ? [...page.ownSaves.keys()] : [id]) keepApart(page, device, one, heard);
  const { id: open } = page.getState();
  const text = device.read(open);
  if ((id !== undefined && id !== open) || text === undefined || text === page.known().text) return;
  const stored = readKept(text);
  if (stored.kind === "patient") page.take(text, stored.patient);
}
