import { entriesWords } from "../patients/entries.ts";
import { writeMoment } from "../patients/moment.ts";
import type { Device } from "./device.ts";
import { isUntouched, type PatientOnPage } from "./patient-on-page.ts";
import type { Reader } from "./reader.ts";

/** Loads what reads a stored text; it comes late rather than never. */
export type LoadReader = () => Promise<Reader>;

/** After how long out of sight the next patient may be before the reader, in milliseconds. */
const AWAY = 10 * 60 * 1000;

/** Whose record it is that stands on the page, for whoever comes back to it and may have another patient by now. */
export function sayContinued(page: PatientOnPage): void {
  const { record, saved } = page.known();
  if (isUntouched(record)) return;
  const when = Number.isNaN(Date.parse(saved)) ? "before" : writeMoment(saved);
  page.say({ words: `Continued from ${when}: ${entriesWords(record)}.`, actions: [] });
}

/** Opens what was open before, where nobody was quicker than the device. */
export async function restore(
  page: PatientOnPage,
  device: Device,
  loadReader: LoadReader,
  isBlank: () => boolean,
): Promise<void> {
  const id = device.opened();
  if (id === undefined || id === page.getState().id || device.read(id) === undefined) return;
  (await loadReader()).openKept(page, device, id, isBlank);
}

/** Follows what other windows do to the patient on the page. */
export interface Following {
  /** Another window changed or removed a patient, or, without an id, perhaps any; the text is what it wrote. */
  changed(id: string | undefined, heard?: string): Promise<void>;
  /** Says whose record it is when a window that was left open is come back to. Returns the way to stop. */
  start(): () => void;
}

export function followWindows(
  page: PatientOnPage,
  device: Device,
  loadReader: LoadReader,
  forgetOpened: () => void,
): Following {
  async function changed(id: string | undefined, heard?: string): Promise<void> {
    const { id: own } = page.getState();
    if (id !== undefined && id !== own && !page.ownSaves.has(id)) return;
    const text = device.read(own);
    if (id === undefined || id === own) {
      if (text === undefined && device.ids().length === 0) forgetOpened();
      if (text === undefined && page.known().text !== undefined) return removed();
    }
    const areInPlace = [...page.ownSaves].every(([one, save]) => device.read(one) === save.text);
    if (heard === undefined && text === page.known().text && areInPlace) return;
    (await loadReader()).follow(page, device, id, heard);
  }

  function removed(): void {
    const { text } = page.known();
    const undo = page.wayBack(text === undefined ? [] : [[page.getState().id, text]], (id) => void changed(id));
    page.turnToNew();
    // Where everything was erased, nothing is left of which patient it was.
    if (device.ids().length === 0) forgetOpened();
    page.say({ words: "This patient was deleted in another window.", actions: [{ words: "Undo", run: undo }] });
  }

  return {
    changed,
    start() {
      let left = Number.POSITIVE_INFINITY;
      const onVisible = () => {
        if (document.visibilityState !== "visible") {
          left = Date.now();
          return;
        }
        const isBack = Date.now() - left >= AWAY;
        // Of the record as another window left it meanwhile.
        void changed(undefined).then(() => {
          if (isBack && !page.getState().notice) sayContinued(page);
        });
      };
      document.addEventListener("visibilitychange", onVisible);
      return () => document.removeEventListener("visibilitychange", onVisible);
    },
  };
}
