import type { Saving } from "../../../lib/store/places.ts";
import { browserPlaces } from "../../_store/browser-places.ts";
import { opened, setOpened } from "./opened.ts";

export type { Saving };

/** What the browser keeps on this device: one entry for each patient, so that no two can overwrite each other. */
export interface Device {
  /** Every stored patient's id. */
  ids(): readonly string[];
  read(id: string): string | undefined;
  write(id: string, text: string): Saving;
  remove(id: string): void;
  /** The patient that this window, or else the last window, had open. */
  opened(): string | undefined;
  setOpened(id: string): void;
  /**
   * Calls back when another window changes a patient, with what it wrote, or with undefined when it clears everything. In
   * the patient's place there may be something else by now.
   */
  subscribe(listener: (id: string | undefined, text?: string) => void): () => void;
}

/** The key of a patient's place. */
export const PATIENT = "sle-patient:";

/** Each patient has a place of its own in the browser's storage. */
export const device: Device = {
  ids: () =>
    browserPlaces
      .keys()
      .filter((key) => key.startsWith(PATIENT))
      .map(idOf),
  read(id) {
    const found = browserPlaces.read(PATIENT + id);
    return found === "forbidden" ? undefined : found.text;
  },
  write: (id, text) => browserPlaces.write(PATIENT + id, text),
  remove: (id) => browserPlaces.remove(PATIENT + id),
  opened,
  setOpened,
  subscribe: (listener) =>
    browserPlaces.subscribe((key, text) => {
      if (key === undefined) listener(undefined);
      else if (key.startsWith(PATIENT)) listener(idOf(key), text);
    }),
};

/** What lies in the place of each patient. */
export function entriesOn(device: Device): readonly (readonly [id: string, text: string])[] {
  return device.ids().flatMap((id) => {
    const text = device.read(id);
    return text === undefined ? [] : [[id, text] as const];
  });
}

function idOf(key: string): string {
  return key.slice(PATIENT.length);
}
