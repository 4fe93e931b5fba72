import { definitions } from "../../criteria/index.ts";
import { labelRecord } from "../../lib/record/edit.ts";
import { shareFragment } from "../../lib/share/link.ts";
import { exampleLabel } from "../_record/patients/example-label.ts";

/**
 * For each whole patient, the address that opens it in the calculator, as another patient beside the reader's own.
 * The short records of the limits have none: their addresses would be half the weight of a page.
 */
export const exampleLinks: ReadonlyMap<string, string> = new Map(
  await Promise.all(
    definitions.examples
      .filter(({ kind }) => kind === "patient")
      .map(async ({ id, title, record }) => {
        const marked = labelRecord(record, exampleLabel(title));
        return [id, `/#${await shareFragment(marked)}`] as const;
      }),
  ),
);
