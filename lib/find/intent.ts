import type { NamedDefinitions, Status } from "../../criteria/types.ts";
import { takeDay } from "../record/written-day.ts";
import { squeezed } from "./words.ts";

/** What a person wants to say of the finding that the words name. */
export interface Intent {
  readonly status: Status;
  /** First seen, as YYYY-MM-DD. */
  readonly date?: string;
  readonly words: string;
}

/** An intent with how it was said. */
export interface SaidIntent {
  readonly intent: Intent;
  /**
   * How the status was said: `plain` words, such as "no" and "present"; `result`, such as "reactive", which only a test
   * has; `sign`, a grade or a minus after it that may be a dash, or `dash`, one that stands apart before it, which are
   * asked about. Absent
   * where nothing was said beside the name.
   */
  readonly as?: "plain" | "result" | "sign" | "dash";
  /** Days that can be meant, where the text does not say which, and why not. */
  readonly days?: readonly string[];
  readonly why?: string;
  /** What was typed without its day. */
  readonly undated: string;
}

/** Words that are part of a name, such as "no appetite", are tried as such first. */
const DENYING = /^(?:no|not|without)\s/i;

type Sign = readonly [RegExp, Status, NonNullable<SaidIntent["as"]>];

/** "No anti-Sm done" is as little an answer. */
const DONE = /\s(?:done|tested|performed|measured|checked|taken|sent|available)$/i;

/** What is said where nobody looked: it leaves the finding unknown, and never absent. */
const NOT_DONE =
  "(?:(?:was|were|is|has|have) )?(?:not|never)(?: yet)?(?: been)? (?:done|tested|performed|measured|checked|taken|sent|requested|ordered|assessed|examined|asked|recorded|documented|reported|available)(?: yet)?";

/** "Hasn't had", "isn't": the verb holds the denial. */
const NOT =
  "(?:does|did|do) ?n(?:ot|['’]?t) have|(?:has|have|had)(?: not|n['’]?t) (?:had|got)|(?:is|are|was|were)(?: not|n['’]?t)";

/** Of whom a line speaks where it speaks of the patient. */
const WHO = "(?:(?:(?:the )?(?:patient|pt)|she|he|they)\\s+)?";

/** Words that say that what follows is there. */
const THERE =
  "(?:positive|pos|\\+ve)(?: for)?(?:\\s*:)?|has had|has|had|have|having|(?:c/o|complain(?:s|ed|ing) of|admits to|reports|reported|reporting|describes|described|develops|developed|experiences|experienced|endorses|endorsed)|(?:presents|presented|presenting) with|(?:(?:is|was|has been)\\s+)?(?:diagnosed with|(?:noted|found|known) to have)|suffer(?:s|ed|ing) from|there (?:is|was|are|were)";
/** "She is photosensitive", and not "she is fit". Without the person, "is malar rash present" asks. */
const IS = "(?:(?:the )?(?:patient|pt)|she|he|they)\\s+(?:is|was|are|were|remains)(?!\\s+fit\\b)";

const BEFORE: readonly Sign[] = [
  [new RegExp(`^\\s*${NOT_DONE}\\s*[:\\s]\\s*(?=\\S)`, "i"), "unknown", "plain"],
  [
    new RegExp(
      `^\\s*${WHO}(?:${NOT}|(?:(?:no|never any|without|w/o|absence of) (?:evidence|signs?)|(?:no|nil|without|w/o|denie[sd]|denying|never any) (?:any )?(?:history|hx|h/o))(?: of)?|(?:negative|neg|[-–−]ve) for|[-–−]ve|never had|had no|has no|free of|absence of|no|not|without|w/o|absent|negative|neg|denies|denied|denying|never|neither|nil|none(?=\\s*:))(?:\\s*:)?\\s+(?=\\S)`,
      "i",
    ),
    "absent",
    "plain",
  ],
  [/^\s*[-–−](?=\S)/, "absent", "plain"],
  [/^\s*[-–−]\s+(?=\S)/, "absent", "dash"],
  [/^\s*\?(?=\s*\S)/, "unknown", "plain"],
  [new RegExp(`^\\s*(?:${WHO}(?:${THERE})|${IS})\\s+(?=\\S)`, "i"), "present", "plain"],
];

const AFTER: readonly Sign[] = [
  [new RegExp(`[\\s,:]+${NOT_DONE}\\s*$`, "i"), "unknown", "plain"],
  [/[\s,:]+(?:not[\s-]+detected|undetected|non-?reactive)\s*$/i, "absent", "result"],
  // "Malar rash - no": a dash before an answer parts it from its name.
  [
    /[\s,:]+(?:[-–—]\s+)?(?:(?:(?:is|was|are|were)\s+)?(?:not present|absent|negative|neg|denied|excluded|ruled out)|no|none|nil)\s*$/i,
    "absent",
    "plain",
  ],
  [/\s*\((?:not present|absent|negative|neg|denied|no|nil|none)\)\s*$/i, "absent", "plain"],
  [/\s*\((?:present|positive|pos|yes)\)\s*$/i, "present", "plain"],
  [/(?:\s+\(?|:\s*)N\)?\s*$/, "absent", "plain"],
  [/\s*:\s*\(?n\)?\s*$/i, "absent", "plain"],
  [/[\s,:]*(?:\([-–−]\)|\(?[-–−]\s?ve\)?)\s*$/i, "absent", "plain"],
  [/[\s,:]+(?:unknown|not known)\s*$/i, "unknown", "plain"],
  [/[\s,:]+(?:[-–—]\s+)?(?:(?:(?:is|was|are|were)\s+)?(?:present|positive|pos)|yes)\s*$/i, "present", "plain"],
  [/(?:\s+\(?|:\s*)Y\)?\s*$/, "present", "plain"],
  [/\s*:\s*\(?y\)?\s*$/i, "present", "plain"],
  [/[\s,:]+(?:detected|reactive)\s*$/i, "present", "result"],
  // "Not seen" may be looked for and not there, or told and never looked for.
  [
    /[\s,:]+(?:(?:(?:is|was|are|were)\s+)?(?:not|never|none)\s+(?:seen|found|noted|observed|heard|felt|evident)|never)\s*$/i,
    "absent",
    "sign",
  ],
  // One that stands apart may be a dash; one at the name, as in "Ro-", is a sign where others are (several.ts).
  [/\s+[-–−]\s*$/, "absent", "sign"],
  [/[\s:]*(?:\(\+\)|(?<![+\d]\s?)\+|\(?\+\s?ve\)?|✓|✔)\s*$/i, "present", "plain"],
  [/\s*\(\++\)\s*$|\s*\++\s*$/, "present", "sign"],
];

/** How a text says more than a name: the status that it gives, and the words that give it. */
export interface Saying {
  readonly status: Status;
  readonly words: string;
  /** Whether words say it, and no sign does. */
  readonly plain: boolean;
}

/** What is said before a name, and so may be said of what follows as well: "no malar rash". */
export function saidBefore(text: string): Saying | undefined {
  return sayingBy(BEFORE, text);
}

/** What is said after a name, and so may be said of what stands before as well: "anti-Sm not detected". */
export function saidAfter(text: string): Saying | undefined {
  return sayingBy(AFTER, text);
}

function sayingBy(signs: readonly Sign[], text: string): Saying | undefined {
  for (const [pattern, status, as] of signs) {
    const [words] = pattern.exec(text) ?? [];
    // "Reports no": what is said of what is said counts.
    const inner = words !== undefined && isThere(status, signs) ? saidBefore(text.slice(words.length)) : undefined;
    if (inner) return { ...inner, words: words + inner.words };
    if (words !== undefined) return { status, words, plain: as !== "sign" && as !== "dash" && /[a-z]/i.test(words) };
  }
  return undefined;
}

function isThere(status: Status, signs: readonly Sign[]): boolean {
  return signs === BEFORE && status === "present";
}

/** Words that deny something, wherever in a text they stand. */
const DENIAL_WITHIN =
  /\b(?:no|not|never|nor|neither|nil|none|denie[sd]|denying|without|w\/o|(?:neg|negative) for|free of|absence of|(?:is|are|was|were|has|have|had|do|does|did)n['’]?t)(?![\w-])/i;

/** Where a text first denies something, by words; undefined where it does not. */
export function denialWithin(text: string): number | undefined {
  return DENIAL_WITHIN.exec(text)?.index;
}

const RESULT_WITHIN =
  /(?:^|[\s(:,])(?:neg(?:ative)?|[-–−]ve|absent|not detected|undetected|non-?reactive|excluded|ruled out)(?=$|[\s),.;])/i;

/** Whether a text says anywhere a result that denies, as a laboratory does. */
export function deniesByResult(text: string): boolean {
  return RESULT_WITHIN.test(text);
}

/** Words that say a result and name nothing it could be of. */
const RESULT_ALONE =
  /^(?:(?:not|non-?|is|was|weakly|strongly)\s*)*(?:positive|pos|negative|neg|normal|abnormal|present|absent|detected|reactive|unknown|low|high|done|tested)?$/i;

/** Whether nothing is named: "not positive". */
export function namesNothing(words: string): boolean {
  return RESULT_ALONE.test(words.trim());
}

/** Names that hold a word which otherwise says what is meant of them. */
export interface SayingNames {
  /** In lower case: "no appetite". */
  readonly denying: readonly string[];
  /** Squeezed: "coombs positive". */
  readonly affirming: readonly string[];
}

export function sayingNamesOf({ findings }: Pick<NamedDefinitions, "findings">): SayingNames {
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
export function readIntent(names: SayingNames, query: string, today?: string): Intent {
  return readSaid(names, query, today).intent;
}

/** As `readIntent`, with how the status and the day were said. */
export function readSaid(names: SayingNames, query: string, today?: string): SaidIntent {
  const day = takeDay(query, today);
  const rest = (day?.rest ?? query).trim().replace(/^[,:;]\s*|\s*[,:;]$|(?<=[a-z)]{2})\.$/gi, "");
  const { as, ...read } = statusOf(names, rest);
  const [date] = day?.days ?? [];
  const how = { ...(as && { as }), undated: rest };
  if (!day || !date) return { intent: read, ...how };
  // What is not present has no such day, and what was typed is not dropped.
  if (read.status !== "present") return { intent: { ...read, words: `${read.words} ${day.written}` }, ...how };
  if (day.why === undefined) return { intent: { ...read, date }, ...how };
  return { intent: read, ...how, days: day.days, why: day.why };
}

function statusOf(
  { denying, affirming }: SayingNames,
  query: string,
): Pick<Intent, "status" | "words"> & Pick<SaidIntent, "as"> {
  const words = query.trim();
  const typed = words.toLowerCase().replaceAll(/\s+/g, " ");
  const isName = denying.some((name) => DENYING.test(typed) && name.startsWith(typed));
  if (isName || affirming.includes(squeezed(words))) return { status: "present", words };
  const found = [...BEFORE, ...AFTER].find(([pattern]) => pattern.test(words));
  if (!found) return { status: "present", words };
  const [pattern, status, as] = found;
  const named = words.replace(pattern, "").trim();
  // "Malar rash; none": of what the answer is said is not clear.
  if (AFTER.includes(found) && /[;.]$/.test(named)) return { status: "present", words };
  // "Anti-Sm done, negative": the result of what was done.
  if (
    AFTER.includes(found) &&
    DONE.test(named) &&
    /\b(?:pos|neg|detected|reactive)|ve\b/i.test(words.slice(named.length))
  )
    return { status, words: named.replace(DONE, "").trim(), as };
  if (status === "absent" && DONE.test(named)) return { status: "unknown", words: named.replace(DONE, "").trim(), as };
  const isBefore = BEFORE.includes(found) && status === "present";
  const inner = isBefore ? statusOf({ denying, affirming }, named) : undefined;
  return inner?.as ? inner : { status, words: named, as };
}
