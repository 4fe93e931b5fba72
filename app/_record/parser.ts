import { definitions } from "../../criteria/index.ts";
import type { Parsed } from "../../lib/record/parse.ts";

let parse: Promise<(input: unknown) => Parsed> | undefined;

/** The parser of records, loaded when one comes from outside: an empty page does without it. */
export function loadParser(): Promise<(input: unknown) => Parsed> {
  parse ??= import("../../lib/record/parse.ts").then(({ recordParser }) => recordParser(definitions));
  return parse;
}
