import { recordCells } from "../../../lib/cohort/csv.ts";
import { rowRecord } from "../../../lib/cohort/row-record.ts";
import { shareFragment } from "../../../lib/share/link.ts";
import type { Scored } from "../_run/answer.ts";

/** Opens the patient of a row in the calculator, in another tab; says why where it cannot. */
export async function openRow(file: File, { layout, starts }: Scored, row: number): Promise<string | undefined> {
  // Before anything is waited for: a browser opens a tab only while the press is fresh.
  const tab = window.open("about:blank", "_blank");
  if (!tab) return "The browser did not let the page open a tab. Allow it for this page, and press again.";
  try {
    const rowBytes = await file.slice(starts[row], starts[row + 1] ?? file.size).arrayBuffer();
    const read = recordCells(withEnd(new Uint8Array(rowBytes)));
    if ("fault" in read) throw new RangeError(read.fault.message);
    const fragment = await shareFragment(rowRecord(layout, read.cells));
    tab.opener = null;
    tab.location.replace(`${location.origin}/#${fragment}`);
    return undefined;
  } catch {
    tab.close();
    return "The row could not be read again: the file was changed or is gone since it was scored. Choose it again.";
  }
}

/** The last row of a file may have no line end. */
function withEnd(bytes: Uint8Array): Uint8Array {
  const ended = new Uint8Array(bytes.length + 1);
  ended.set(bytes);
  ended[bytes.length] = 0x0a;
  return ended;
}
