import { holdsSave, sittingOf } from "../../../lib/store/holds-save.ts";
import { download } from "../../_components/download.ts";
import type { Device } from "./device.ts";
import { BOTH_KEPT, type OwnSave, type PatientOnPage } from "./patient-on-page.ts";
import { readKept } from "./stored-record.ts";

/**
 * Where two windows saved one patient and neither knew of the other's answer, one has written over the other. What lies
 * in no place any more gets one of its own. Either window may find that out, and the other may be closed by then, so
 * the place is named by the sitting whose answers it keeps: both name the same.
 *
 * `heard` is what the other window wrote, as the browser told it.
 */
export function keepApart(page: PatientOnPage, device: Device, id: string, heard: string | undefined): void {
  const own = page.ownSaves.get(id);
  const inPlace = device.read(id);
  if (!own) return;
  if (inPlace === own.text) {
    const other = heard === undefined ? undefined : saveOf(heard);
    if (other && !holdsSave(own.saves, other.saves)) keep(other);
    return;
  }
  const other = inPlace === undefined ? undefined : saveOf(inPlace);
  if (!other) return;
  page.ownSaves.delete(id);
  if (!holdsSave(other.saves, own.saves)) keep(own);

  function keep(lost: Save): void {
    const place = sittingOf(lost.saves) ?? id;
    const isOnPage = page.getState().id === id;
    const saving = isFree(device.read(place), lost) ? device.write(place, lost.text) : "saved";
    if (lost === own) {
      page.ownSaves.set(place, own);
      // Unless the patient was opened again since, with what the other window wrote.
      if (isOnPage && page.known().text === own.text) page.moveTo(place, saving === "saved" ? own.text : undefined);
    }
    if (saving === "saved") page.say({ words: isOnPage ? BOTH_KEPT : BOTH_KEPT_ELSEWHERE, actions: [] });
    else page.say({ words: NO_ROOM, actions: [{ words: "Download it", run: () => download(lost.text, FILE) }] });
  }
}

const BOTH_KEPT_ELSEWHERE = "A patient was changed in two windows at the same time. Both are kept, as two patients.";
const NO_ROOM =
  "A patient was changed in two windows at the same time. Only one of the two could be kept on this device.";
const FILE = "sle-record-kept.json";

/** As `OwnSave`, of any window. */
type Save = Pick<OwnSave, "text"> & Partial<OwnSave>;

/** What cannot be read, or is of a later version, is left as it is. */
function saveOf(text: string): Save | undefined {
  const stored = readKept(text);
  return stored.kind === "patient" ? { text, ...(stored.patient.saves && { saves: stored.patient.saves }) } : undefined;
}

/** Earlier answers of the same sitting may be there; what was answered there since stays. */
function isFree(inPlace: string | undefined, lost: Save): boolean {
  if (inPlace === undefined) return true;
  const before = saveOf(inPlace);
  return before !== undefined && holdsSave(lost.saves, before.saves);
}
