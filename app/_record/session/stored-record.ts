import { definitions } from "../../../criteria/core.ts";
import { recordParser } from "../../../lib/record/parse.ts";
import { type ReadStored, readStored } from "../../../lib/store/read-stored.ts";

/** The parser of records that come from outside. */
export const parse = recordParser(definitions);

export function readKept(text: string): ReadStored {
  return readStored(text, parse);
}
