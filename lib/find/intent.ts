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

/** Words that are part of a name, such as "no appetite", are tried as such first. */
const DENYING = /^(?:no|not|without)\s/i;

const BEFORE: readonly (readonly [RegExp, Status])[] = [
  [/^\s*(?:no (?:evidence|signs?|history) of|no|not|without|absent|negative|neg|denies|never)\s+(?=\S)/i, "absent"],
  [/^\s*[-–−](?=\s*\S)/, "absent"],
  [/^\s*\?(?=\s*\S)/, "unknown"],
];

const AFTER: readonly (readonly [RegExp, Status])[] = [
  [/[\s,:]+(?:absent|negative|neg|no|none|denied|excluded|ruled out)\s*$/i, "absent"],
  [/[\s,:]+(?:unknown|not known)\s*$/i, "unknown"],
  [/[\s,:]+(?:present|positive|pos|yes)\s*$/i, "present"],
];

/** Names that hold a word which otherwise says what is meant of them. */
export interface SayingNames {
  /** In lower case: "no appetite". */
  readonly denying: readonly string[];
  /** Squeezed: "coombs positive". */
  readonly affirming: readonly string[];
}

export function sayingNamesOf({ findings }: Pick<Definitions, "findings">): SayingNames {
  const names = Object.values(findings).flatMap(({ label, synonyms }) => [label, ...synonyms]);
  return {
    denying: names.filter((name) => DENYING.test(name)).map((name) => name.toLowerCase()),
    affirming: names.filter((name) => AFTER.some(([pattern]) => pattern.test(name))).map(squeezed),
  };
}

/**
 * Reads "no malar", "-malar", "anti-sm neg" (absent), "?malar" (back to not known) and plain words (present).
 * Words that begin a name of their own, such as "no appetite", are no denial. A day, 2024-05-02, is when a present
 * finding was first seen; what is not present has no such day, and it stays among the words.
 */
export function readIntent(names: SayingNames, query: string): Intent {
  const { date, rest } = takeDate(query);
  const read = statusOf(names, rest);
  if (read.status === "present") return { ...read, ...(date && { date }) };
  return date ? { status: read.status, words: `${read.words} ${date}` } : read;
}

function statusOf({ denying, affirming }: SayingNames, query: string): Pick<Intent, "status" | "words"> {
  const words = query.trim();
  const typed = words.toLowerCase().replaceAll(/\s+/g, " ");
  const isName = denying.some((name) => DENYING.test(typed) && name.startsWith(typed));
  if (isName || affirming.includes(squeezed(words))) return { status: "present", words };
  const sign = [...BEFORE, ...AFTER].find(([pattern]) => pattern.test(words));
  return sign ? { status: sign[1], words: words.replace(sign[0], "").trim() } : { status: "present", words };
}
