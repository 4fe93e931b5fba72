import type { Brought } from "../../_reading/read-brought.ts";

/** Texts that were dropped anywhere on the page, for the part of it that reads them and may not be there yet. */
export interface Dropped {
  readonly drop: (file: File) => void;
  /** Calls back when something was dropped, so that what reads it is shown. Returns the way to stop. */
  readonly listen: (shows: () => void) => () => void;
  /** Hands what was dropped, and what will be, to what reads it. Returns the way to stop. */
  readonly readWith: (read: (brought: Brought) => void) => () => void;
}

export function createDropped(): Dropped {
  let waiting: File | undefined;
  let reader: ((brought: Brought) => void) | undefined;
  let show: (() => void) | undefined;
  return {
    drop(file) {
      if (reader) reader(file);
      else waiting = file;
      show?.();
    },
    listen(shows) {
      show = shows;
      return () => {
        show = undefined;
      };
    },
    readWith(read) {
      reader = read;
      if (waiting) read(waiting);
      waiting = undefined;
      return () => {
        reader = undefined;
      };
    },
  };
}
