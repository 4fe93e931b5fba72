import type { Places, Saving } from "../../lib/store/places.ts";

/** What every key of this app begins with. */
const OWN = "sle-";

const heard = new Set<(key: string | undefined) => void>();

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
    const onStorage = ({ key }: StorageEvent) => listener(key ?? undefined);
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

const ASIDE = "sle-set-aside:";

/** The keys of copies: set aside by hand, or kept because they could not be read. */
export function copies(of: (key: string) => boolean = () => true): readonly string[] {
  return browserPlaces
    .keys()
    .filter((key) => of(key) && (key.startsWith(ASIDE) || / damaged( \d+)?$/.test(key)))
    .toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }));
}

/** What lies in these places, as a file to keep. */
export function everythingIn(keys: readonly string[]): string {
  const entries = keys.flatMap((key) => {
    const found = browserPlaces.read(key);
    return found === "forbidden" || found.text === undefined ? [] : [[key, found.text] as const];
  });
  return `${JSON.stringify({ format: "sle-kept/1", entries: Object.fromEntries(entries) }, null, 2)}\n`;
}

/**
 * Moves what lies in these places to others, where nothing reads it and nothing writes over it. Where a device is full,
 * there is no room for it twice: it goes before it comes, and comes back where it cannot.
 */
export function setAside(keys: readonly string[]): Saving {
  for (const key of keys) {
    // A copy is out of the way already.
    if (key.startsWith(ASIDE)) continue;
    const found = browserPlaces.read(key);
    if (found === "forbidden") return found;
    if (found.text === undefined) continue;
    const taken = new Set(browserPlaces.keys());
    let name = ASIDE + key;
    for (let number = 2; taken.has(name); number += 1) name = `${ASIDE}${key} ${number}`;
    browserPlaces.remove(key);
    const saving = browserPlaces.write(name, found.text);
    if (saving === "saved") continue;
    browserPlaces.write(key, found.text);
    return saving;
  }
  return "saved";
}

function tryTo<Value, Other>(act: () => Value, otherwise: Other): Value | Other {
  try {
    return act();
  } catch {
    return otherwise;
  }
}
