import type { SleRecord } from "../../../criteria/types.ts";
import { recordCells } from "../../../lib/cohort/csv.ts";
import { rowRecord } from "../../../lib/cohort/row-record.ts";
import { shareFragment } from "../../../lib/share/link.ts";
import type { Again, Scored } from "../_run/answer.ts";
import { inBackground } from "../_run/in-background.ts";

const CHANGED = "the file was changed or is gone since it was scored. Choose it again.";

/** Opens the patient of a row in the calculator, in another tab; says why where it cannot. */
export async function openRow(file: File, { again }: Scored, row: number): Promise<string | undefined> {
  // Before anything is waited for: a browser opens a tab only while the press is fresh.
  const tab = window.open("about:blank", "_blank");
  if (!tab) return "The browser did not let the page open a tab. Allow it for this page, and press again.";
  try {
    const read = again.kind === "rows" ? await plainRecord(file, again, row) : await codedRecord(file, again, row);
    if (typeof read === "string") {
      tab.close();
      return `The row could not be opened: ${read}`;
    }
    const fragment = await shareFragment(read);
    tab.opener = null;
    tab.location.replace(`${location.origin}/#${fragment}`);
    return undefined;
  } catch {
    tab.close();
    return `The row could not be read again: ${CHANGED}`;
  }
}

async function plainRecord(
  file: File,
  { layout, starts }: Extract<Again, { kind: "rows" }>,
  row: number,
): Promise<SleRecord> {
  const rowBytes = await file.slice(starts[row], starts[row + 1] ?? file.size).arrayBuffer();
  const read = recordCells(withEnd(new Uint8Array(rowBytes)));
  if ("fault" in read) throw new RangeError(read.fault.message);
  return rowRecord(layout, read.cells);
}

/** A file that a codebook reads is read again from its beginning: rows of one patient may stand anywhere. */
function codedRecord(
  file: File,
  { codebook }: Extract<Again, { kind: "coded" }>,
  position: number,
): Promise<SleRecord | string> {
  const { promise, resolve } = Promise.withResolvers<SleRecord | string>();
  inBackground({ kind: "record", file, codebook, position }, (said) => {
    if (said.kind === "record") resolve(said.record);
    else if (said.kind === "fault") resolve(said.fault.message);
  });
  return promise;
}

/** The last row of a file may have no line end. */
function withEnd(bytes: Uint8Array): Uint8Array {
  const ended = new Uint8Array(bytes.length + 1);
  ended.set(bytes);
  ended[bytes.length] = 0x0a;
  return ended;
}
