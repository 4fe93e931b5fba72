import { showSheet } from "../_store/view-store.ts";

let brought: string | File | undefined;

/** Opens the review of a text or a file; without one, asks for it. */
export function bringText(text?: string | File): void {
  brought = text;
  showSheet("text");
}

/** What was brought, once. */
export function takeBrought(): string | File | undefined {
  const text = brought;
  brought = undefined;
  return text;
}

/** Whether something stands in more than one line: then it is a text, and not what is typed to be found. */
export function isOfSeveralLines(text: string): boolean {
  return /[\r\n]/.test(text.trim());
}
