import type { SleRecord } from "../../criteria/types.ts";
import type { Saves } from "./saves.ts";

/** One patient as kept on the device. */
export interface StoredPatient {
  readonly record: SleRecord;
  /** When it was last saved, as an ISO instant; the newest is listed first. */
  readonly saved: string;
  /** When it was begun on this device, as an ISO instant; entries of earlier versions do not say. */
  readonly begun?: string;
  /** Which saves it holds, so that windows that saved at the same time can tell; entries of earlier versions do not say. */
  readonly saves?: Saves;
}

export const STORED_FORMAT = "sle-stored/1";

/** The text that is kept: JSON with the format, the instants, the saves and the whole record. */
export function writeStored({ record, saved, begun, saves }: StoredPatient): string {
  return JSON.stringify({ format: STORED_FORMAT, saved, begun, saves, record });
}
