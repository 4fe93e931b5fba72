import { browserPlaces } from "../../_store/browser-places.ts";
import { device, PATIENT } from "./device.ts";

/**
 * The keys of what the calculator opens by itself: the patient that was open, or, where there is none and the page is
 * still broken, every patient.
 */
export function calculatorKeys(): readonly string[] {
  const keys = browserPlaces.keys();
  const opened = device.opened();
  const open = keys.filter((key) => key === PATIENT + opened);
  return open.length > 0 ? open : keys.filter((key) => key.startsWith(PATIENT));
}
