import type { SleRecord } from "../../criteria/types.ts";

/** One patient as kept on the device. */
export interface StoredPatient {
  readonly record: SleRecord;
  /** When it was last saved, as an ISO instant; the newest is listed first. */
  readonly saved: string;
  /** When it was begun on this device, as an ISO instant; entries of earlier versions do not say. */
  readonly begun?: string;
}

export const STORED_FORMAT = "sle-stored/1";

/** The text that is kept: JSON with the format, the instants and the whole record. */
export function writeStored({ record, saved, begun }: StoredPatient): string {
  return JSON.stringify({ format: STORED_FORMAT, saved, begun, record });
}
