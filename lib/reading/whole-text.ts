import { LONGEST_TEXT } from "./longest-text.ts";
import type { TextState } from "./reading-state.ts";
import { ENGLISH, OTHER_LANGUAGES } from "./rules/languages.ts";

/** Why a text is not looked into at all; undefined where it is. Asked before anything else of it is read. */
export function unreadable(text: string): string | undefined {
  if (text.length > LONGEST_TEXT) {
    return `The text has more than ${LONGEST_TEXT.toLocaleString("en-US")} characters, and no longer one is read. Take the part that is about this patient.`;
  }
  let strange = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12)) strange += 1;
  }
  return strange > 4 && strange * 50 > text.length
    ? "This is no text: it looks like a program's file, such as a picture or a document."
    : undefined;
}

/** Why nothing can be proposed from a text as a whole: whose it is, or what it is, is not what the reader is for. */
export function notForReading(state: TextState, read: string): string | undefined {
  return asData(read) ?? inOtherLanguage(read) ?? ofSeveralPatients(state) ?? noRecord(state);
}

/** Data of a program, such as a FHIR Bundle, has a way in of its own, which asks whose it is. */
function asData(read: string): string | undefined {
  return /^[\s\uFEFF]*(?:\{\s*"|\[\s*[{"])/.test(read.slice(0, 200))
    ? "This is data of a program (JSON), not a text: bring it in as a file, where it is asked whose it is."
    : undefined;
}

const MOST_WORDS = 4000;
/** So many different small words of another language are no accident. */
const LEAST_WORDS = 3;

function inOtherLanguage(read: string): string | undefined {
  const start = read.slice(0, 40_000).toLowerCase();
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  const latin = start.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters > 30 && latin * 3 < letters * 2) return "The text is not in English: nothing in it was read.";
  const words = start.match(/\p{L}+/gu)?.slice(0, MOST_WORDS) ?? [];
  const english = words.filter((word) => ENGLISH.has(word)).length;
  let most: readonly [string, number] = ["", 0];
  for (const [language, small] of OTHER_LANGUAGES) {
    const known = words.filter((word) => word.length > 1 && small.has(word) && !ENGLISH.has(word));
    if (new Set(known).size >= LEAST_WORDS && known.length > most[1]) most = [language, known.length];
  }
  return most[1] > english * 1.2
    ? `The text seems to be in ${most[0]}, which is not read: nothing in it was taken.`
    : undefined;
}

const NUMBERED =
  /^[\s*#-]*(?:patient|pt|bed|case|room)\s*(?:no\.?|number|#)?\s*([a-z]|\d{1,3})(?:\s*[,.:()-]|\s+(?:has|had|is|was|presented)\b)/;
/** "Ms A has a malar rash" at the beginning of a paragraph, "Ms A, born 1992": people by their titles. */
const TITLED =
  /^[\s*#-]*((?:mr|mrs|ms|miss)\.? [a-z][a-z'-]*),?(?: (?:also|still|now|then))? (?:has|had|is|was|presented|developed|takes|reports)\b(?! (?:kindly|agreed|seen|suggested|asked|reviewed|excluded|confirmed|referred|happy|unable|planning))/;
const BORN = /\b((?:mr|mrs|ms|miss)\.? [a-z][a-z'-]*(?: [a-z][a-z'-]+)?),? \(?(?:born|dob|d\.o\.b)\b/g;
/** The head of a column that says whose a row is. */
const WHOSE_ROW =
  /^(?:mrn|(?:patient|pat|subject|person|participant)(?:[ _]?(?:id|no|number|name|mrn))?|hospital (?:no|number)|nhs(?: (?:no|number))?|record(?:[ _](?:id|no|number))?)$/;
const IDENTIFIED = /\b(?:mrn|nhs no|patient id|hospital no|patient name|record no)\.?\s*[:#]?\s*([a-z0-9-]{4,})/g;
/** Two people of one event, each with results of their own: "Mother: WBC 3.0 ...", "Baby (day 2): WBC 9.1 ...". */
const ROLE =
  /^[\s*#-]*(mother|father|baby|infant|newborn|neonate|fetus|child|twin [12ab]|donor|recipient|sister|brother|patient)\b[^:\n]{0,24}:[^\n]{0,40}\d\s?(?:x\s?10|g\/|k\/|mg|[ui]u\/|\/)/;
/** "[07:56] SHO: bed 9 dsDNA 212": beds at the beginning of what somebody writes in a chat or on a list. */
const BED = /(?:^|\n|[:;.\]])[ \t]*(?:and )?(?:bed|bay|room|rm) (\d{1,3}[a-z]?)\b(?! ?(?:to|->|beds))/g;
const PERSON = /^[\s*#-]*(?:(?:mr|mrs|ms|miss)\.? [a-z]+,? )?(\d{1,3})[- ]?(?:year[- ]old|yo|y\/o|[mf]\b)/;

/** Two people of equal standing: whose a value is cannot be told. */
function ofSeveralPatients(state: TextState): string | undefined {
  const {
    lines,
    tokens,
    plain: { text },
  } = state;
  const numbered = new Set<string>();
  const aged = new Set<string>();
  const roles = new Set<string>();
  const titled = new Set<string>();
  for (const line of lines) {
    const start = tokens[line.from]?.start ?? 0;
    const written = text.slice(start, start + 80);
    const number = NUMBERED.exec(written)?.[1];
    if (number) numbered.add(number);
    const role = ROLE.exec(written)?.[1];
    if (role) roles.add(role);
    const age = PERSON.exec(written)?.[1];
    if (age) aged.add(age);
    const title = TITLED.exec(written)?.[1];
    if (title && state.mentions.some(({ from }) => from >= line.from && from < line.to)) titled.add(title);
  }
  if (TOGETHER.test(text) || hasPair(state)) return OF_SEVERAL;
  const born = new Set([...text.matchAll(BORN)].map(([, name]) => name));
  const identified = new Set([...text.matchAll(IDENTIFIED)].map(([, id]) => id).filter((id) => id && /\d/.test(id)));
  const beds = new Set([...text.matchAll(BED)].map(([, bed]) => bed));
  const several = [beds, numbered, roles, identified, aged, titled, born].some(({ size }) => size > 1);
  return several || hasRowsOfSeveral(text) ? OF_SEVERAL : undefined;
}

const OF_SEVERAL =
  "The text is about more than one patient: nothing in it was taken. Paste the part that is about this one.";

/** "Re: twin A (Jo) and twin B (Kay)", "both sisters were seen": a letter about two. */
const TOGETHER =
  /^[ \t]*re:[^\n]*\btwin [ab12]\b[^\n]*\btwin [ab12]\b|\bboth (?:twins|sisters|brothers|siblings|patients) (?:were |was |have been )?(?:seen|reviewed|attended|examined)\b/m;

/** Those of whom a letter may be as a pair, each under a heading of its own: "MOTHER (33 y)", "Donor: his sister". */
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:mother|maternal|mum|mom)$/, /^(?:baby|infant|newborn|neonate|neonatal|fetus|child|twin|twins)$/],
  [/^(?:recipient|patient)$/, /^donor$/],
];
const HEAD_OF_PERSON =
  /^[\s*#-]*(?:the )?(mother|maternal|mum|mom|baby|infant|newborn|neonate|neonatal|fetus|child|twins?|recipient|patient|donor)\b(?: (?:summary|details|outcome|history))?(?: ?\([^)\n]{0,40}\))? ?(?::|\n|$)/;
/** So many names below a heading are no remark about somebody beside. */
const LEAST_NAMED = 2;

/** Whether two persons have a heading each, with findings or values below both: "MOTHER ... INFANT ...". */
function hasPair({ lines, tokens, mentions, plain: { text } }: TextState): boolean {
  const named = new Map<string, Set<string>>();
  let next = 0;
  let person: string | undefined;
  for (const line of lines) {
    const start = tokens[line.from]?.start ?? 0;
    const head = line.section === "family" ? undefined : HEAD_OF_PERSON.exec(text.slice(start, start + 80))?.[1];
    if (head) person = head;
    for (; (mentions[next]?.from ?? line.to) < line.to; next += 1) {
      const name = mentions[next]?.name;
      if (!person || !name || (name.kind !== "finding" && name.kind !== "test")) continue;
      const there = named.get(person) ?? new Set();
      named.set(person, there.add(name.kind === "finding" ? name.finding : name.test));
    }
  }
  const has = (role: RegExp): boolean =>
    [...named].some(([person, names]) => role.test(person) && names.size >= LEAST_NAMED);
  return PAIRS.some(([one, other]) => has(one) && has(other));
}

/** Whether the rows under a head such as "MRN" bear more than one number or name. */
function hasRowsOfSeveral(text: string): boolean {
  let column = -1;
  let count = 0;
  let isOfRecord = false;
  let seen: string[] = [];
  for (const line of text.split("\n")) {
    const cells = line.split(line.includes("\t") ? "\t" : / {2,}/).map((cell) => cell.trim());
    const head = cells.length > 2 ? cells.findIndex((cell) => WHOSE_ROW.test(cell)) : -1;
    if (head >= 0) {
      column = head;
      count = cells.length;
      isOfRecord = cells[head]?.startsWith("record") ?? false;
      seen = [];
      continue;
    }
    if (column < 0) continue;
    if (cells.length !== count) {
      column = -1;
      continue;
    }
    const whose = cells[column] ?? "";
    if (whose === "" || !/[a-z0-9]/.test(whose)) continue;
    seen.push(whose);
    // A record that every row has another of may be the number of the row.
    const different = new Set(seen).size;
    if (different > 1 && (!isOfRecord || different < seen.length)) return true;
  }
  return false;
}

const KINDS: readonly (readonly [RegExp, number, string])[] = [
  [
    /\b(?:inclusion criteria|exclusion criteria|eligibility|primary endpoint|randomi[sz]ed|informed consent)\b/g,
    2,
    "The text seems to be a study protocol, not a patient's record",
  ],
  [
    /\bwe (?:studied|enrolled|included|analy[sz]ed|recruited|report on)\b|\b(?:mean|median) (?:age|platelet|c3|sledai)|\b\d{2,} patients\b|\bcohort\b|\b(?:in|of) \d{1,3}(?:\.\d)?%/g,
    3,
    "The text seems to report on a group of patients, not on one",
  ],
  [
    /\bpeople with (?:lupus|sle)\b|\bwhat is lupus\b|\byou may\b|\byour doctor\b|\bsome people\b|\bsupport group\b|\bcontact us\b/g,
    2,
    "The text seems to be for patients in general, not about one",
  ],
  [
    /\bconst \w+ =|\bfunction\s?\(|\bselect \* from\b|=>|\bif \(\w|\);\s*$|\bvar \w+ =|\bimport \w+ from\b/gm,
    2,
    "The text seems to be a program, not a patient's record",
  ],
];

/** Signs of a text about nobody: two of them where no patient is spoken of. */
const IN_GENERAL =
  /\b(?:recommendations?|guidelines?|should be considered|are treated with|is recommended|patients with|in patients|criteria|defined as|treatment of)\b/g;
const OF_SOMEBODY =
  /\b(?:she|he|her|his|year-old|mr|mrs|ms|pt|y\/o|collected|sample|specimen|patient's|this patient|our patient|results?)\b|\b\d{1,3} ?(?:yo|[fm])\b/;

/** The text without what stands under "Discussion" and the like, where a report on one patient tells of others. */
function outsideReference({ lines, tokens, plain: { text } }: TextState): string {
  const parts = lines
    .filter(({ section }) => section !== "reference")
    .map(({ from, to }) => text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0));
  return parts.join("\n").slice(0, 100_000);
}

function noRecord(state: TextState): string | undefined {
  const { text } = state.plain;
  const general = new Set([...text.slice(0, 100_000).matchAll(IN_GENERAL)].map(([sign]) => sign));
  if (general.size >= 2 && !OF_SOMEBODY.test(text.slice(0, 100_000)))
    return "The text seems to be about patients in general, not about one: nothing in it was taken.";
  const told = outsideReference(state);
  for (const [signs, atLeast, why] of KINDS) {
    const found = new Set([...told.matchAll(signs)].map(([sign]) => sign));
    if (found.size >= atLeast) return `${why}: nothing in it was taken.`;
  }
  return undefined;
}
