import type { Saving } from "../../lib/store/places.ts";
import { browserPlaces } from "./browser-places.ts";

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
