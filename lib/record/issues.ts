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
  readonly code: "needs-another-occasion" | "unit-convention" | "assumed" | "explained-elsewhere";
  readonly finding: string;
  readonly message: string;
}

/** Characters that a path and a message have at most, and places that an issue names: whatever was sent, and however much. */
const LONGEST_PATH = 200;
const LONGEST_MESSAGE = 1_000;
const MOST_RELATED = 100;

export function error(code: IssueCode, path: string, message: string, related?: readonly string[]): Issue {
  return {
    severity: "error",
    code,
    path: cut(path, LONGEST_PATH),
    message: cut(message, LONGEST_MESSAGE),
    ...(related && { related: related.slice(0, MOST_RELATED) }),
  };
}

/** A text without its middle where it is too long: a message says at its end what to do. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = Math.floor(most / 4);
  return `${text.slice(0, most - end - 1)}…${text.slice(-end)}`;
}

/** A record lists so many mistakes, and so many characters about them, and then says that there are more. */
export const MOST_ISSUES = 100;
const MOST_TEXT = 40_000;

/** The first mistakes in full: a text that is something else altogether has too many to list. Asks for no more of them. */
export function firstOf(issues: Iterable<Issue>): readonly Issue[] {
  const first: Issue[] = [];
  let text = 0;
  for (const issue of issues) {
    text += issue.path.length + issue.message.length + (issue.related ?? []).join("").length;
    if (first.length === MOST_ISSUES || text > MOST_TEXT) {
      const message = `More than ${first.length} mistakes; the others are not listed.`;
      return [...first, { ...error("malformed", "", message), severity: first.at(-1)?.severity ?? issue.severity }];
    }
    first.push(issue);
  }
  return first;
}

/** The first of what was found in a whole record, the errors before the warnings. */
export function firstFound(issues: readonly Issue[]): readonly Issue[] {
  const isError = ({ severity }: Issue) => severity === "error";
  return firstOf([...issues.filter(isError), ...issues.filter((issue) => !isError(issue))]);
}

/** The first remarks, and one that says that there are more. */
export function firstRemarks(notices: readonly RecordNotice[]): readonly RecordNotice[] {
  const next = notices[MOST_ISSUES];
  if (!next) return notices;
  const message = `More than ${MOST_ISSUES} remarks; the others are not listed.`;
  return [...notices.slice(0, MOST_ISSUES), { ...next, message }];
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
