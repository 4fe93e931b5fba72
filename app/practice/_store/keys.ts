/** Where things lie on this device. The version is part of the name: another version leaves them alone. */
export const PROGRESS_KEY = "sle-practice/1";
export const SITTINGS_KEY = "sle-sittings/1";

/** Whether anything lies there, without reading it. */
export function isKept(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}
