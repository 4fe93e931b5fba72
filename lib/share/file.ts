import type { SleRecord } from "../../criteria/types.ts";
import type { Result } from "../assess.ts";
import type { Identity } from "../definition/identity.ts";
import { type Parsed, parseJson, parseRecord, type RecordFormat } from "../record/parse.ts";
import { isObject } from "../record/plain-object.ts";

const FORMAT = "sle-download/1";

/** A record with its result as a file: indented JSON that names the app and the definitions that made it. */
export function writeFile(record: SleRecord, result: Result, { version, definitions }: Identity): string {
  return `${JSON.stringify({ format: FORMAT, version, definitions, record, result }, null, 2)}\n`;
}

/** Reads a file of `writeFile`, or a bare record. The result in a file is not read: it is worked out again. */
export function readFile(text: string, format: RecordFormat): Parsed {
  const json = parseJson(text);
  if ("issue" in json) return { issues: [json.issue] };
  const { value } = json;
  if (!isObject(value) || value["format"] !== FORMAT) return parseRecord(format, value);
  const parsed = parseRecord(format, value["record"]);
  if (parsed.record) return parsed;
  return { issues: parsed.issues.map((issue) => ({ ...issue, path: issue.path ? `record.${issue.path}` : "record" })) };
}
