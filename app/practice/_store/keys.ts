import { besideName, damagedName } from "../../../lib/store/kept.ts";
import { browserPlaces } from "../../_store/browser-places.ts";

/** Where things lie on this device. The version is part of the name: another version leaves them alone. */
export const PROGRESS_KEY = "sle-practice/1";
export const SITTINGS_KEY = "sle-sittings/1";
export const CHOICE_KEY = "sle-practice-choice/1";

const inUse = new Set<string>();

/** Says whether there is something in memory, which may be all there is of it. */
export function holds(key: string, something = true): void {
  if (something) inUse.add(key);
  else inUse.delete(key);
}

/** Whether there may be something of it, without reading it: on the device, in a copy, or in memory. */
export function isKept(key: string): boolean {
  const keys = browserPlaces.keys();
  return inUse.has(key) || [key, besideName(key)].some((one) => keys.includes(one));
}

/** The keys of what practice reads, in use or not. */
export function practiceKeys(): readonly string[] {
  const own = [PROGRESS_KEY, SITTINGS_KEY].flatMap((key) => [key, besideName(key)]);
  return browserPlaces.keys().filter((key) => own.includes(key));
}

/** Whether a copy lies here that practice set aside, or could not read. */
export function isCopy(key: string): boolean {
  return [PROGRESS_KEY, SITTINGS_KEY].some((own) => key.startsWith(damagedName(own)) || key.includes(`:${own}`));
}
