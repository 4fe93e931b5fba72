import { hasError, type Issue } from "../../../lib/record/issues.ts";
import { oneLine } from "../../../lib/record/one-line.ts";
import { LONGEST_RECORD } from "../../../lib/record/parse.ts";
import { readFile } from "../../../lib/share/file.ts";
import { type Opened, openFragment } from "../../../lib/share/link.ts";
import { bringText } from "../../_reading/bring-text.ts";
import type { Session } from "./session.ts";
import { format } from "./stored-record.ts";

/** A record is opened as another patient; any other file is a text to be read, which is said where it is none. */
export async function openDropped(file: File, session: Session): Promise<void> {
  if (isNamedAsData(file) || /^[\s\uFEFF]*[{[]/.test(await file.slice(0, 200).text())) await openFile(file, session);
  else bringText(file);
}

const isNamedAsData = ({ name, type }: File): boolean => type === "application/json" || /\.json$/i.test(name);

/** Opens the record in a file as another patient, or says what is wrong with the file. */
export async function openFile(file: File, session: Session): Promise<void> {
  // Longer than any record in UTF-8: it is not even read.
  const text = file.size > LONGEST_RECORD * 4 ? " ".repeat(LONGEST_RECORD + 1) : await file.text();
  const { record, issues } = readFile(text, format);
  if (record && !hasError(issues)) session.openAnother(record, `Opened from ${oneLine(file.name, 100)}`);
  else
    session.say({
      words: `${oneLine(file.name, 100)} was not opened. Nothing of it was read; correct the file and open it again.`,
      issues,
      actions: [],
    });
}

/** Opens the record in a fragment of the address as another patient, or says why nothing was loaded. */
export async function openLink(fragment: string, session: Session): Promise<void> {
  const opened = await openFragment(fragment, format);
  if (opened.kind === "record") session.openAnother(opened.record, "Opened from a link");
  else {
    const still = session.isBlank() ? "" : " You still see your own patient.";
    session.say({ words: refusal(opened) + still, issues: issuesOf(opened), actions: [] });
  }
}

function issuesOf(opened: Opened): readonly Issue[] {
  return opened.kind === "refused" ? opened.issues : [];
}

function refusal(opened: Exclude<Opened, { kind: "record" }>): string {
  switch (opened.kind) {
    case "damaged":
      return "The link is damaged, perhaps cut off on the way. Nothing was loaded from it. Ask for it again.";
    case "newer":
      return "The link comes from a later version of this app. Nothing was loaded from it. Reload to get that version.";
    case "older":
      return "The link comes from an early version of this app and can no longer be read. Nothing was loaded from it.";
    case "refused":
      return "The record in the link does not fit this version of the app. Nothing was loaded from it.";
  }
}
