import { writtenOut } from "./one-line.ts";

/** What can be wrong with a record. An error withholds every result; a warning does not. */
export type IssueCode =
  | "contradiction"
  | "unknown-finding"
  | "unknown-test"
  | "unaccepted-unit"
  | "implausible-value"
  | "not-a-number"
  | "bad-date"
  | "malformed"
  | "explanation-without-finding"
  | "doubtful-limit";

export interface Issue {
  readonly severity: "error" | "warning";
  readonly code: IssueCode;
  /** Where, as a dotted path into the record: `findings.leukopenia`, `measurements.0.unit`. Empty for the whole. */
  readonly path: string;
  /** Other places that the issue is about, such as the other side of a contradiction. */
  readonly related?: readonly string[];
  /** What was read, and what would be accepted. */
  readonly message: string;
}

/** A remark about how the record was read. */
export interface RecordNotice {
  readonly code: "needs-another-occasion" | "unit-convention" | "assumed";
  readonly finding: string;
  readonly message: string;
}

export function error(code: IssueCode, path: string, message: string, related?: readonly string[]): Issue {
  return { severity: "error", code, path, message, ...(related && { related }) };
}

export function hasError(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === "error");
}

/** A value as it is shown inside a message: short, never the whole of what was sent. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  const text = typeof value === "string" ? writtenOut(JSON.stringify(value.slice(0, 100))) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
