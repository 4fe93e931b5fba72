import type { ReadStored } from "../../../lib/store/read-stored.ts";
import { download } from "../../_components/download.ts";
import type { Notice } from "./session.ts";

/** What is kept, where it is listed, and the name of a file of it. */
interface Kept {
  readonly what: string;
  readonly where: string;
  readonly file: string;
}

const RECORD: Kept = { what: "record", where: "the list of patients", file: "sle-record-kept.json" };

/** What is said of an entry on this device that cannot be read, or not yet by this version. */
export function unreadableNotice(
  { kind }: Pick<Exclude<ReadStored, { kind: "patient" }>, "kind">,
  text: string,
  { what, where, file }: Kept = RECORD,
): Notice {
  const words =
    kind === "newer"
      ? `The ${what} saved on this device comes from a later version of this app. It is kept as it is; reload to get that version.`
      : `The ${what} saved on this device cannot be read. It is kept as it is, in ${where}.`;
  return { words, actions: [{ words: "Download it", run: () => download(text, file) }] };
}
