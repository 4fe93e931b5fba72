import type { FindingId } from "../../criteria/types.ts";
import type { AssessmentPlan } from "../scoring/plan.ts";
import type { Codebook } from "./codebook.ts";
import { type CodedRow, measuredOf, type RowCoder, rowCoder } from "./coded-rows.ts";
import { type CodedMeaning, ID_COLUMN, type Layout, type Meaning } from "./columns.ts";
import { asCell } from "./csv.ts";

/** A file that a codebook reads, as the cohort file that it stands for. */
export interface CodedCohort {
  readonly layout: Layout;
  readonly coder: RowCoder;
  /** The row of the cohort file for a patient; one that could not be read, or whose values cannot be, is marked. */
  readonly line: (patient: CodedRow) => string;
}

/** `today`, as YYYY-MM-DD, is the last day of which anything can be; without it no day is too late. */
export function codedCohort(
  codebook: Codebook,
  header: readonly string[],
  plan: AssessmentPlan,
  today?: string,
): CodedCohort {
  const { definitions } = plan;
  const coder = rowCoder(codebook, header, definitions, today);
  // What a column can say is asked of the columns, so that a file has no more columns than it needs.
  const findings = Object.keys(definitions.findings) as FindingId[];
  const tests = new Set(
    Object.values(codebook.columns).flatMap((column) => (column.is === "test" ? [column.test] : [])),
  );
  const measured = findings.filter((finding) =>
    definitions.findings[finding].decidedBy?.some(({ test }) => tests.has(test)),
  );
  const meanings: readonly (Meaning | CodedMeaning)[] = [
    { kind: "id" },
    ...findings.map((finding) => ({ kind: "finding", finding }) as const),
    ...measured.map((finding) => ({ kind: "measured", finding }) as const),
    { kind: "refused" },
    { kind: "misdated" },
    ...coder.kept.map(() => ({ kind: "kept" }) as const),
  ];
  const first = meanings.length - coder.kept.length;
  const layout: Layout = {
    header: [
      ID_COLUMN,
      ...findings,
      ...measured.map((finding) => `measured ${finding}`),
      "refused",
      "misdated",
      ...coder.kept,
    ],
    meanings,
    kept: coder.kept.map((_, position) => first + position),
  };
  const line = ({ id, answers, measurements, kept, faults }: CodedRow): string => {
    const values = measuredOf(measurements, plan.record, today);
    const said = "measured" in values ? values.measured : undefined;
    const codes = new Set(faults.map(({ code }) => code));
    const isUnread = codes.has(undefined);
    const isMisdated = !isUnread && codes.has("bad-date");
    const isUnbelievable = "issue" in values && values.issue === "implausible-value";
    const isRead = faults.length === 0 && said !== undefined;
    const refused = isRead || isMisdated ? "" : !isUnread && isUnbelievable ? "1" : "0";
    const cells = [
      // A row without an id is marked, and stands under what it has.
      id.trim() === "" ? "?" : asCell(id),
      ...findings.map((finding) => {
        const said = answers.get(finding) ?? "unknown";
        // A sign is read faster than its word.
        return said === "present" || said === "absent" || said === "unknown" ? SIGN[said] : said;
      }),
      ...measured.map((finding) => SIGN[said?.get(finding) ?? "unknown"]),
      refused,
      isMisdated ? "1" : "",
      ...kept.map(asCell),
    ];
    return `${cells.join(",")}\n`;
  };
  return { layout, coder, line };
}

const SIGN = { present: "1", absent: "0", unknown: "" } as const;
