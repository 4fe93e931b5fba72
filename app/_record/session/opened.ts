import { tryTo } from "../../_store/try-to.ts";

const OPENED = "sle-opened";

/** The id of the patient that this window, or else the last window, had open. */
export function opened(): string | undefined {
  return tryTo(() => sessionStorage.getItem(OPENED) ?? localStorage.getItem(OPENED) ?? undefined, undefined);
}

export function setOpened(id: string): void {
  tryTo(() => sessionStorage.setItem(OPENED, id), undefined);
  tryTo(() => localStorage.setItem(OPENED, id), undefined);
}

/** Says no more which patient was open. */
export function forgetOpened(): void {
  tryTo(() => sessionStorage.removeItem(OPENED), undefined);
  tryTo(() => localStorage.removeItem(OPENED), undefined);
}
