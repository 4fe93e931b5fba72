import { follow } from "./follow.ts";
import { listed } from "./listed.ts";
import { readKept } from "./stored-record.ts";
import { unreadableNotice } from "./unreadable-notice.ts";

/** What reads the patients that are kept on this device, and what that may lead to: an empty page does without. */
export const reader = { read: readKept, unreadableNotice, listed, follow };

export type Reader = typeof reader;
