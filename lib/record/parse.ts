import type { z } from "zod";
import type { Definitions, FindingId, SleRecord, TestId } from "../../criteria/types.ts";
import { error, type Issue, type IssueCode, shown } from "./issues.ts";
import { recordSchema } from "./schema.ts";

/** A record's text may be this long, in characters; the largest sensible record is a hundredth of it. */
export const LONGEST_RECORD = 1_000_000;

export type Parsed =
  | { readonly record: SleRecord; readonly issues: readonly [] }
  | { readonly record?: never; readonly issues: readonly Issue[] };

/** A parser of records for these definitions. Nothing is converted or dropped: what does not fit is an issue. */
export function recordParser(definitions: Definitions): (input: unknown) => Parsed {
  const schema = recordSchema(definitions);
  return (input) => {
    const ownKeys = forbiddenKeys(input);
    if (ownKeys.length > 0) return { issues: ownKeys };
    const result = schema.safeParse(input);
    // exactOptionalPropertyTypes: the schema never produces `undefined` from JSON, where a key is there or is not.
    if (result.success) return { record: result.data as SleRecord, issues: [] };
    return { issues: result.error.issues.flatMap((issue) => describe(issue, [], input, definitions)) };
  };
}

/** Parses JSON text, then the record in it. A syntax error names its line and column. */
export function parseRecordText(text: string, parse: (input: unknown) => Parsed): Parsed {
  const json = parseJson(text);
  return "issue" in json ? { issues: [json.issue] } : parse(json.value);
}

export function parseJson(text: string): { readonly value: unknown } | { readonly issue: Issue } {
  if (text.length > LONGEST_RECORD) {
    const size = `${text.length.toLocaleString("en-US")} characters`;
    const most = LONGEST_RECORD.toLocaleString("en-US");
    return { issue: error("malformed", "", `The text has ${size}; one record has ${most} at most. Nothing was read.`) };
  }
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return {
      issue: error(
        "malformed",
        "",
        `Not valid JSON${place(text, why)}: ${why.split(" in JSON at ")[0]}. Nothing was read.`,
      ),
    };
  }
}

function place(text: string, why: string): string {
  const position = /position (\d+)/.exec(why)?.[1];
  if (position === undefined) return "";
  const before = text.slice(0, Number(position)).split("\n");
  return ` at line ${before.length}, column ${(before.at(-1) ?? "").length + 1}`;
}

/** `__proto__` as a key of its own would slip past an object schema and be lost. */
function forbiddenKeys(input: unknown): Issue[] {
  const findings = isObject(input) ? input["findings"] : undefined;
  return [
    ...(isObject(input) && Object.hasOwn(input, "__proto__") ? [unknownKey("__proto__", [])] : []),
    ...(isObject(findings) && Object.hasOwn(findings, "__proto__")
      ? [error("unknown-finding", "findings.__proto__", 'There is no finding with the id "__proto__".')]
      : []),
  ];
}

type Path = readonly PropertyKey[];

function describe(issue: z.core.$ZodIssue, prefix: Path, input: unknown, definitions: Definitions): Issue[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) =>
      path[0] === "findings" && path.length === 1 ? unknownFinding(key, definitions) : unknownKey(key, path),
    );
  }
  if (issue.code === "invalid_union" && isObject(valueAt(input, path))) {
    const asStatement = issue.errors.at(-1) ?? [];
    return asStatement.flatMap((inner) => describe(inner, path, input, definitions));
  }
  const read = valueAt(input, path);
  const [code, accepted] = codeAndAccepted(path, read, definitions);
  return [error(code, path.join("."), `Read ${shown(read)}; accepted: ${accepted}.`)];
}

function codeAndAccepted(path: Path, read: unknown, definitions: Definitions): [IssueCode, string] {
  const last = path.at(-1);
  if (path.length === 0) return ["malformed", 'an object with "format": "sle-record/1"'];
  if (last === "date") return ["bad-date", "a calendar day as YYYY-MM-DD"];
  if (path[0] === "measurements") return measurementPart(path, read, definitions);
  if (last === "format") return ["malformed", formatAccepted(read)];
  if (path[0] === "findings") {
    if (path.length === 1) return ["malformed", "an object of finding ids"];
    if (last === "cause") return ["malformed", "drug, infection, malignancy, metabolic, other-disease or other"];
    if (last === "explainedBy") return ["malformed", "an object with a cause and, if wanted, a text"];
    if (last === "text" || last === "note") return ["malformed", "text"];
    return ["malformed", '"present", "absent" or "unknown", or an object with such a status'];
  }
  return ["malformed", last === "label" ? "text" : "what the record format describes"];
}

function measurementPart(path: Path, read: unknown, { tests }: Definitions): [IssueCode, string] {
  const last = path.at(-1);
  if (path.length === 1) return ["malformed", "a list of measurements"];
  if (path.length === 2) return ["malformed", "an object with test, value and unit"];
  switch (last) {
    case "test":
      return [
        typeof read === "string" ? "unknown-test" : "malformed",
        `one of ${(Object.keys(tests) as TestId[]).join(", ")}`,
      ];
    case "unit":
      return ["unaccepted-unit", "the UCUM code of a unit of the test, as text"];
    case "comparator":
      return ["malformed", '"<" or ">"'];
    case "method":
      return ["malformed", "text"];
    default:
      return ["not-a-number", "a number, without quotation marks"];
  }
}

function formatAccepted(read: unknown): string {
  const newer = typeof read === "string" && /^sle-record\/\d+$/.test(read);
  return newer ? '"sle-record/1"; the record comes from another version of the format' : '"sle-record/1"';
}

function unknownFinding(key: string, { findings }: Definitions): Issue {
  const near = nearest(key, Object.keys(findings) as FindingId[]);
  const hint = near ? ` Did you mean "${near}"?` : "";
  return error("unknown-finding", `findings.${key}`, `There is no finding with the id ${shown(key)}.${hint}`);
}

function unknownKey(key: string, path: Path): Issue {
  return error(
    "malformed",
    [...path, key].join("."),
    `The record format has no field ${shown(key)} here. Nothing was dropped; remove or rename it.`,
  );
}

/** The id that differs only in case, spaces or underscores, or shares the longest beginning. */
function nearest<Id extends string>(key: string, ids: readonly Id[]): Id | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const wanted = plain(key);
  return ids.find((id) => plain(id) === wanted) ?? ids.find((id) => wanted.length > 3 && plain(id).startsWith(wanted));
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
