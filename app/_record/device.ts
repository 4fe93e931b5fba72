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
  /** Calls back when another window changes a patient, or with undefined when it clears everything. */
  subscribe(listener: (id: string | undefined) => void): () => void;
}

/** Whether the last save worked, and if not, whether the room or the permission was missing. */
export type Saving = "saved" | "full" | "forbidden";

const PATIENT = "sle-patient:";
const OPENED = "sle-opened";

/** The browser's own storage. Where it is forbidden, nothing is kept and nothing breaks. */
export const device: Device = {
  ids: () => tryTo(() => Object.keys(localStorage).filter((key) => key.startsWith(PATIENT)), []).map(idOf),
  read: (id) => tryTo(() => localStorage.getItem(PATIENT + id) ?? undefined, undefined),
  write(id, text) {
    try {
      localStorage.setItem(PATIENT + id, text);
      return "saved";
    } catch (cause) {
      return cause instanceof DOMException && cause.name === "QuotaExceededError" ? "full" : "forbidden";
    }
  },
  remove: (id) => tryTo(() => localStorage.removeItem(PATIENT + id), undefined),
  opened: () => tryTo(() => sessionStorage.getItem(OPENED) ?? localStorage.getItem(OPENED) ?? undefined, undefined),
  setOpened(id) {
    tryTo(() => sessionStorage.setItem(OPENED, id), undefined);
    tryTo(() => localStorage.setItem(OPENED, id), undefined);
  },
  subscribe(listener) {
    const onStorage = ({ key }: StorageEvent) => {
      if (key === null) listener(undefined);
      else if (key.startsWith(PATIENT)) listener(idOf(key));
    };
    window.addEventListener("storage", onStorage);
    return () => window.removeEventListener("storage", onStorage);
  },
};

function idOf(key: string): string {
  return key.slice(PATIENT.length);
}

function tryTo<Value>(act: () => Value, otherwise: Value): Value {
  try {
    return act();
  } catch {
    return otherwise;
  }
}
