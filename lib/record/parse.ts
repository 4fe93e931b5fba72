import type { Definitions, ExplainedBy, Measurement, SleRecord, Statement } from "../../criteria/types.ts";
import { CAUSES } from "./causes.ts";
import { error, firstOf, type Issue, type IssueCode, shown } from "./issues.ts";
import { type Flaw, firstFlaw } from "./json.ts";
import { LIMIT_NAMES } from "./limit-names.ts";
import { isObject } from "./plain-object.ts";
import { isRounded, withRoundedAsText } from "./rounded-numbers.ts";
import { recordSchema, STATUSES } from "./schema.ts";
import { didYouMean, type Suggest, type Suggestions, suggester, suggestionsFrom } from "./suggest.ts";
import type { z } from "./zod.ts";

/** A record's text may be this long, in characters; the largest sensible record is a hundredth of it. */
export const LONGEST_RECORD = 1_000_000;

/** Measurements that are looked at together, before it is asked whether they have too many mistakes to go on. */
const AT_ONCE = 200;

export type Parsed =
  | { readonly record: SleRecord; readonly issues: readonly [] }
  | { readonly record?: never; readonly issues: readonly Issue[] };

/** What a record has to look like, worked out once for these definitions. */
export interface RecordFormat {
  readonly definitions: Definitions;
  readonly schema: ReturnType<typeof recordSchema>;
  readonly suggestions: Suggestions;
}

/** The format by which records are parsed. */
export function recordFormatOf(definitions: Definitions): RecordFormat {
  return { definitions, schema: recordSchema(definitions), suggestions: suggestionsFrom(definitions) };
}

/** Parses what may be a record. Nothing is converted or dropped: what does not fit is an issue. */
export function parseRecord({ schema, suggestions }: RecordFormat, input: unknown): Parsed {
  const ownKeys = forbiddenKeys(input);
  if (ownKeys.length > 0) return { issues: ownKeys };
  const [head, ...parts] = inParts(input);
  const read = schema.safeParse(head);
  const measurements = read.data?.measurements ?? [];
  function* mistakes(): Generator<Issue> {
    if (read.error) yield* describeAll(read.error.issues, [], input, suggestions);
    for (const { from, values } of parts) {
      const more = schema.shape.measurements.safeParse(values);
      const placed = more.error?.issues.map((issue) => placedFrom(from, issue));
      if (placed) yield* describeAll(placed, [], input, suggestions);
      for (const one of more.data ?? []) measurements.push(one);
    }
  }
  const issues = firstOf(mistakes());
  if (!read.success || issues.length > 0) return { issues };
  // exactOptionalPropertyTypes: the schema never produces `undefined` from JSON, where a key is there or is not.
  return { record: read.data as SleRecord, issues: [] };
}

interface Part {
  readonly from: number;
  readonly values: readonly unknown[];
}

/**
 * What the schema reads, with the first measurements only, and then the others by parts: a mistake costs much more than
 * what is right, so that a list of nothing but mistakes is not read to its end.
 */
function inParts(input: unknown): [head: unknown, ...Part[]] {
  const values = isObject(input) ? input["measurements"] : undefined;
  if (!isObject(input) || !Array.isArray(values) || values.length <= AT_ONCE) return [input];
  const parts: Part[] = [];
  for (let from = AT_ONCE; from < values.length; from += AT_ONCE) {
    parts.push({ from, values: values.slice(from, from + AT_ONCE) });
  }
  return [{ ...input, measurements: values.slice(0, AT_ONCE) }, ...parts];
}

/** A mistake in a part of the measurements, placed in the record. */
function placedFrom(from: number, issue: z.core.$ZodIssue): z.core.$ZodIssue {
  const [position, ...rest] = issue.path;
  return { ...issue, path: ["measurements", from + Number(position), ...rest] };
}

/** Parses JSON text, then the record in it. A mistake in the JSON names its line and column. */
export function parseRecordText(text: string, format: RecordFormat): Parsed {
  const json = parseJson(text);
  return "issue" in json ? { issues: [json.issue] } : parseRecord(format, json.value);
}

/** Parses JSON text, or says where it is not JSON or repeats a key. */
export function parseJson(text: string): { readonly value: unknown } | { readonly issue: Issue } {
  if (text.length > LONGEST_RECORD) {
    const most = LONGEST_RECORD.toLocaleString("en-US");
    const message = `The text is longer than ${most} characters, the most that one record has. Nothing was read.`;
    return { issue: error("malformed", "", message) };
  }
  const plain = text.replace(/^\uFEFF/, "");
  if (plain.trim() === "") {
    return { issue: error("malformed", "", "The text is empty; accepted: one record as JSON.") };
  }
  const flaw = firstFlaw(plain);
  return flaw ? { issue: describeFlaw(flaw, plain) } : { value: JSON.parse(withRoundedAsText(plain)) };
}

function describeFlaw({ at, read, accepted, repeated }: Flaw, text: string): Issue {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf("\n"); end >= 0 && end < at; end = text.indexOf("\n", start)) {
    line += 1;
    start = end + 1;
  }
  const place = `line ${line}, column ${at - start + 1}`;
  if (repeated === undefined) {
    return error("malformed", "", `Not valid JSON at ${place}: read ${read}; accepted: ${accepted}. Nothing was read.`);
  }
  const key = shown(repeated.key);
  const message = `${key} is given twice, the second time at ${place}; accepted: ${accepted}. Nothing was read.`;
  return error("malformed", repeated.path, message);
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

function* describeAll(
  issues: readonly z.core.$ZodIssue[],
  prefix: Path,
  input: unknown,
  suggestions: Suggestions,
): Generator<Issue> {
  for (const issue of issues) yield* describe(issue, [...prefix, ...issue.path], input, suggestions);
}

function* describe(issue: z.core.$ZodIssue, path: Path, input: unknown, suggestions: Suggestions): Generator<Issue> {
  if (issue.code === "unrecognized_keys") {
    const inFindings = path[0] === "findings" && path.length === 1;
    for (const key of issue.keys) yield inFindings ? unknownFinding(key, suggestions) : unknownKey(key, path);
  } else if (issue.code === "invalid_union" && isObject(valueAt(input, path))) {
    const asStatement = issue.errors.at(-1) ?? [];
    yield* describeAll(asStatement, path, input, suggestions);
  } else {
    const read = valueAt(input, path);
    const [code, accepted, hint = ""] = codeAndAccepted(path, read, suggestions);
    yield error(code, path.join("."), `Read ${shown(read)}; accepted: ${accepted}.${hint}`);
  }
}

/** What is wrong, what would be accepted, and what was probably meant. */
type Described = [code: IssueCode, accepted: string, hint?: string];

function codeAndAccepted(path: Path, read: unknown, suggestions: Suggestions): Described {
  const last = path.at(-1);
  if (path.length === 0) return ["malformed", 'an object with "format": "sle-record/1"'];
  if (last === "date") return ["bad-date", "a calendar day as YYYY-MM-DD"];
  if (path[0] === "measurements") return measurementPart(path, read, suggestions);
  if (last === "format") return ["malformed", formatAccepted(read)];
  if (path[0] === "findings") {
    if (path.length === 1) return ["malformed", "an object of finding ids"];
    if (last === "cause") {
      const accepted = `${CAUSES.slice(0, -1).join(", ")} or ${CAUSES.at(-1)}`;
      return ["malformed", accepted, didYouMean(suggestions.cause(read))];
    }
    if (last === "explainedBy") return ["malformed", "an object with a cause and, if wanted, a text"];
    if (last === "text" || last === "note") return ["malformed", "text"];
    const accepted = '"present", "absent" or "unknown", or an object with such a status';
    return ["malformed", accepted, didYouMean(suggestStatus(read))];
  }
  return ["malformed", last === "label" ? "text" : "what the record format describes"];
}

function measurementPart(path: Path, read: unknown, suggestions: Suggestions): Described {
  const last = path.at(-1);
  if (path.length === 1) return ["malformed", "a list of measurements"];
  if (path.length === 2) return ["malformed", "an object with test, value and unit"];
  switch (last) {
    case "test":
      return unknownTest(read, suggestions);
    case "unit":
      return ["unaccepted-unit", "the UCUM code of a unit of the test, as text"];
    case "comparator":
      return ["malformed", '"<" or ">"'];
    case "method":
      return ["malformed", "text"];
    default:
      return [
        "not-a-number",
        `a finite number${isTooLong(read) ? " of at most 15 digits" : ""}, without quotation marks`,
      ];
  }
}

const isTooLong = (read: unknown): boolean => typeof read === "string" && isRounded(read);

function formatAccepted(read: unknown): string {
  const newer = typeof read === "string" && /^sle-record\/\d+$/.test(read);
  return newer ? '"sle-record/1"; the record comes from another version of the format' : '"sle-record/1"';
}

const suggestStatus = suggester(STATUSES.map((id) => ({ id, names: [] })));

/** All tests are listed only where nothing is near: the one that was meant is hard to find among them. */
function unknownTest(read: unknown, { finding, test, testIds }: Suggestions): Described {
  const code = typeof read === "string" ? "unknown-test" : "malformed";
  const exact = test(read, "exact");
  const elsewhere = exact.length > 0 ? [] : finding(read, "exact");
  if (elsewhere.length > 0) {
    return [code, "the id of a test", `${didYouMean(elsewhere)} That is a finding: it is answered under findings.`];
  }
  const near = test(read);
  return near.length > 0 ? [code, "the id of a test", didYouMean(near)] : [code, `one of ${testIds.join(", ")}`];
}

function unknownFinding(key: string, { finding, test }: Suggestions): Issue {
  const exact = finding(key, "exact");
  const elsewhere = exact.length > 0 ? [] : test(key, "exact");
  const hint =
    elsewhere.length > 0
      ? `${didYouMean(elsewhere)} That is a test: its values are given under measurements.`
      : didYouMean(finding(key));
  return error("unknown-finding", `findings.${key}`, `There is no finding with the id ${shown(key)}.${hint}`);
}

function unknownKey(key: string, path: Path): Issue {
  return error(
    "malformed",
    [...path, key].join("."),
    `The record format has no field ${shown(key)} here. Nothing was dropped; remove or rename it.${didYouMean(suggestField(path)(key))}`,
  );
}

const fields = (names: readonly string[]): Suggest<string> => suggester(names.map((id) => ({ id, names: [] })));

const suggestOf = {
  record: fields(["format", "label", "findings", "measurements"] satisfies readonly (keyof SleRecord)[]),
  measurement: fields([
    ...(["test", "value", "unit", "comparator", "date", "method"] satisfies readonly (keyof Measurement)[]),
    ...LIMIT_NAMES,
  ]),
  statement: fields(["status", "explainedBy", "date", "note"] satisfies readonly (keyof Statement)[]),
  explanation: fields(["cause", "text"] satisfies readonly (keyof ExplainedBy)[]),
};

/** The fields that the record format has at a place. */
function suggestField(path: Path): Suggest<string> {
  if (path.length === 0) return suggestOf.record;
  if (path[0] === "measurements") return suggestOf.measurement;
  return path.at(-1) === "explainedBy" ? suggestOf.explanation : suggestOf.statement;
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}
