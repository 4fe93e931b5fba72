import type { ReadStored } from "../../lib/store/read-stored.ts";
import { download } from "./download.ts";
import type { Notice } from "./session.ts";

/** What is said of an entry on this device that is no patient's, or not yet one for this version. */
export function unreadableNotice(stored: Exclude<ReadStored, { kind: "patient" }>, text: string): Notice {
  const words =
    stored.kind === "newer"
      ? "The record saved on this device comes from a later version of this app. It is kept as it is; reload to get that version."
      : "The record saved on this device cannot be read. It is kept as it is, in the list of patients.";
  return { words, actions: [{ words: "Download it", run: () => download(text, "sle-record-kept.json") }] };
}
