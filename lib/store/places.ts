/** Whether the last save worked, and if not, whether the room or the permission was missing. */
export type Saving = "saved" | "full" | "forbidden";

/** What lies in one place; it may be that the browser does not let the app look. */
export type Found = { readonly text: string | undefined } | "forbidden";

/** The places in which the browser keeps texts, each under a key. None of them ever throws. */
export interface Places {
  /** Every key of this app. */
  keys(): readonly string[];
  read(key: string): Found;
  write(key: string, text: string): Saving;
  remove(key: string): void;
  /**
   * Calls back when another window, or another part of the page, changes a place; without a key, when any may have. The
   * text is what another window wrote, though there may be something else by now.
   */
  subscribe(listener: (key: string | undefined, text?: string) => void): () => void;
}

/**
 * Copies a text to a place of its own, so that nothing that is kept can be written over by the next: `NAME`, `NAME 2`
 * and so on. A text that already lies there is not copied again.
 */
export function copyAside(places: Places, name: string, text: string): Saving {
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? name : `${name} ${number}`;
    const found = places.read(key);
    if (found === "forbidden") return found;
    if (found.text === text) return "saved";
    if (found.text === undefined) return places.write(key, text);
  }
}
