import { browserPlaces, listeners, OWN } from "./browser-places.ts";
import { tryTo } from "./try-to.ts";

/** Everything that this app keeps on the device, and what this window keeps for itself. */
interface Kept {
  readonly device: readonly (readonly [key: string, text: string])[];
  readonly window: readonly (readonly [key: string, text: string])[];
}

/** Takes everything of this app off the device. Returns the way to put it back. */
export function takeEverything(): () => void {
  const kept = { device: take(() => localStorage), window: take(() => sessionStorage) };
  for (const listener of listeners) listener(undefined);
  return () => putBack(kept);
}

function putBack({ device, window: own }: Kept): void {
  for (const [key, text] of device) browserPlaces.write(key, text);
  for (const [key, text] of own) tryTo(() => sessionStorage.setItem(key, text), undefined);
  for (const listener of listeners) listener(undefined);
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
