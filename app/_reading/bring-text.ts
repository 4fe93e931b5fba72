import { showSheet } from "../_store/view-store.ts";

type Brought = string | File;

let brought: Brought | undefined;
let reader: ((brought: Brought) => void) | undefined;

/** Opens the review of a text or a file, in place of one that is open; without one, asks for it. */
export function bringText(text?: Brought): void {
  if (reader && text !== undefined) reader(text);
  else {
    brought = text;
    showSheet("text");
  }
}

/** Hands what was brought, and what will be, to the sheet that reads it. Returns the way to stop. */
export function readBroughtWith(read: (brought: Brought) => void): () => void {
  reader = read;
  if (brought !== undefined) read(brought);
  brought = undefined;
  return () => {
    reader = undefined;
  };
}

/** Whether something stands in more than one line: then it is a text, and not what is typed to be found. */
export function isOfSeveralLines(text: string): boolean {
  return /[\r\n]/.test(text.trim());
}
