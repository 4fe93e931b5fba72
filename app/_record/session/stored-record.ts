import { definitions } from "../../../criteria/core.ts";
import { recordFormatOf } from "../../../lib/record/parse.ts";
import { type ReadStored, readStored } from "../../../lib/store/read-stored.ts";

/** The format of records that come from outside. */
export const format = recordFormatOf(definitions);

export function readKept(text: string): ReadStored {
  return readStored(text, format);
}
