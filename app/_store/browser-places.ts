import type { Places } from "../../lib/store/places.ts";

/** What every key of this app begins with. */
const OWN = "sle-";

const heard = new Set<Parameters<Places["subscribe"]>[0]>();

/** The browser's own storage. Where it is forbidden, nothing is kept and nothing breaks. */
export const browserPlaces: Places = {
  keys: () => tryTo(() => Object.keys(localStorage).filter((key) => key.startsWith(OWN)), []),
  read: (key) => tryTo(() => ({ text: localStorage.getItem(key) ?? undefined }), "forbidden"),
  write(key, text) {
    try {
      localStorage.setItem(key, text);
      return "saved";
    } catch (cause) {
      return cause instanceof DOMException && cause.name === "QuotaExceededError" ? "full" : "forbidden";
    }
  },
  remove: (key) => tryTo(() => localStorage.removeItem(key), undefined),
  subscribe(listener) {
    const onStorage = ({ key, newValue }: StorageEvent) => listener(key ?? undefined, newValue ?? undefined);
    // A window that slept, or a page that one comes back to, has heard of nothing.
    const onVisible = () => document.visibilityState === "visible" && listener(undefined);
    window.addEventListener("storage", onStorage);
    window.addEventListener("pageshow", onVisible);
    document.addEventListener("visibilitychange", onVisible);
    heard.add(listener);
    return () => {
      window.removeEventListener("storage", onStorage);
      window.removeEventListener("pageshow", onVisible);
      document.removeEventListener("visibilitychange", onVisible);
      heard.delete(listener);
    };
  },
};

/** Everything that this app keeps on the device, and what this window keeps for itself. */
interface Kept {
  readonly device: readonly (readonly [key: string, text: string])[];
  readonly window: readonly (readonly [key: string, text: string])[];
}

/** Takes everything of this app off the device, and returns it. */
export function takeEverything(): Kept {
  const kept = { device: take(() => localStorage), window: take(() => sessionStorage) };
  for (const listener of heard) listener(undefined);
  return kept;
}

export function putEverythingBack({ device, window: own }: Kept): void {
  for (const [key, text] of device) browserPlaces.write(key, text);
  for (const [key, text] of own) tryTo(() => sessionStorage.setItem(key, text), undefined);
  for (const listener of heard) listener(undefined);
}

/** The browser may refuse even to name its storage, so that is tried too. */
function take(storageOf: () => Storage): Kept["device"] {
  return tryTo(() => {
    const storage = storageOf();
    const entries = Object.keys(storage)
      .filter((key) => key.startsWith(OWN))
      .map((key) => [key, storage.getItem(key) ?? ""] as const);
    for (const [key] of entries) storage.removeItem(key);
    return entries;
  }, []);
}

function tryTo<Value, Other>(act: () => Value, otherwise: Other): Value | Other {
  try {
    return act();
  } catch {
    return otherwise;
  }
}
