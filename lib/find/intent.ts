import type { Definitions, Status } from "../../criteria/types.ts";
import { takeDate } from "./date.ts";
import { squeezed } from "./words.ts";

/** What a person wants to say of the finding that the words name. */
export interface Intent {
  readonly status: Status;
  /** First seen, as YYYY-MM-DD. */
  readonly date?: string;
  readonly words: string;
}

const BEFORE: readonly (readonly [RegExp, Status])[] = [
  [/^\s*(?:no|not|without|absent|negative|neg)\s+(?=\S)/i, "absent"],
  [/^\s*[-–−](?=\s*\S)/, "absent"],
  [/^\s*\?(?=\s*\S)/, "unknown"],
];

const AFTER: readonly (readonly [RegExp, Status])[] = [
  [/\s+(?:absent|negative|neg|no)\s*$/i, "absent"],
  [/\s+(?:unknown)\s*$/i, "unknown"],
  [/\s+(?:present|positive|pos|yes)\s*$/i, "present"],
];

/**
 * Reads "no malar", "-malar", "anti-sm neg" (absent), "?malar" (back to not known) and plain words (present).
 * Words that begin a name of their own, such as "no appetite", are no denial. A day, 2024-05-02, is when it was first seen.
 */
export function intentReader(definitions: Definitions): (query: string) => Intent {
  const names = Object.values(definitions.findings)
    .flatMap(({ label, synonyms }) => [label, ...synonyms])
    .map(squeezed);
  const isName = (query: string) => names.some((name) => name.startsWith(squeezed(query)));
  return (query) => {
    const { date, rest } = takeDate(query);
    const { status, words } = statusOf(rest, isName);
    return { status, words: words.trim(), ...(date && status === "present" && { date }) };
  };
}

function statusOf(query: string, isName: (words: string) => boolean): { status: Status; words: string } {
  const plain = { status: "present", words: query } as const;
  if (/^\s*\p{L}/u.test(query) && isName(query)) return plain;
  const sign = [...BEFORE, ...AFTER].find(([pattern]) => pattern.test(query));
  return sign ? { status: sign[1], words: query.replace(sign[0], "") } : plain;
}
