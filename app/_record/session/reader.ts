import { changeKept } from "./change-kept.ts";
import { follow } from "./follow.ts";
import { listed } from "./listed.ts";
import { openKept } from "./open-kept.ts";
import { readKept } from "./stored-record.ts";

/** What reads the patients that are kept on this device, and what that may lead to: an empty page does without. */
export const reader = { read: readKept, openKept, listed, follow, changeKept };

export type Reader = typeof reader;
