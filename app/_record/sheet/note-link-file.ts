import { definitions } from "../../../criteria/core.ts";
import type { SleRecord } from "../../../criteria/types.ts";
import { versionWords } from "../../../lib/definition/identity.ts";
import { fullNote, type NoteSubject, shortNote } from "../../../lib/explain/notes.ts";
import { writeFile } from "../../../lib/share/file.ts";
import { shareFragment } from "../../../lib/share/link.ts";
import { identity } from "../../../scripts/identity.ts";
import { download } from "../../_components/download.ts";
import { assessmentOf } from "../../_store/assessment.ts";
import type { Copied } from "./use-copy.tsx";

/** What is copied: a note, or the address of this app with the whole record in its fragment. */
export async function textOf(what: Copied, record: SleRecord): Promise<string> {
  switch (what) {
    case "short note":
      return shortNote(subjectOf(record));
    case "full note":
      return fullNote(subjectOf(record));
    case "link":
      return `${location.origin}/#${await shareFragment(record)}`;
  }
}

export function downloadRecord(record: SleRecord): void {
  const { result } = assessmentOf(record);
  // A label may hold what file names cannot.
  const name = (record.label ?? "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 60)
    .replace(/^-|-$/g, "");
  download(writeFile(record, result, identity), name === "" ? "sle-record.json" : `sle-record-${name}.json`);
}

function subjectOf(record: SleRecord): NoteSubject {
  return { record, result: assessmentOf(record).result, definitions, version: versionWords(identity) };
}
