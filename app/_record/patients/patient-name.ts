import { definitions } from "../../../criteria/core.ts";
import type { FindingId, SleRecord } from "../../../criteria/types.ts";
import { capitalize, inSentence, writeValue } from "../../../lib/explain/values.ts";
import { isEmpty, statementOf } from "../../../lib/record/edit.ts";
import { oneLine } from "../../../lib/record/one-line.ts";

const findings = Object.keys(definitions.findings) as FindingId[];

const FIRST = 3;
const LONGEST = 40;

/** How a patient is told from others: by the label, or else by what was found first. */
export function patientName(record: SleRecord): string {
  const label = oneLine(record.label ?? "", LONGEST + 1);
  if (label) return label;
  if (isEmpty(record)) return "New patient";
  // In the order in which they are asked, which is the same in a record that was stored.
  const present = findings
    .filter((finding) => statementOf(record, finding).status === "present")
    .map((finding) => inSentence(definitions.findings[finding].label));
  const values = (record.measurements ?? []).map(
    (one) => `${definitions.tests[one.test].short} ${writeValue(one, definitions)}`,
  );
  const first = [...present, ...values].slice(0, FIRST);
  return first.length > 0 ? capitalize(shortened(first.join(", "))) : "Nothing present";
}

function shortened(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, LONGEST).trimEnd()}…` : name;
}
