import type { Line, Sentence } from "./document.ts";
import { wordSet } from "./names.ts";
import type { TextState } from "./reading-state.ts";

/** The day that a text gives for what stands in a line. */
export interface LineDay {
  readonly day?: string;
  /** `collected`: for the sample. `results`: at the head of results. `event`: at the head of the line. */
  readonly by: "collected" | "results" | "event";
}

const COLLECTED = wordSet([
  "coll",
  "collected",
  "collection",
  "sample",
  "sampled",
  "specimen",
  "taken",
  "drawn",
  "sampling",
  "draw",
  "venepuncture",
  "entnahme",
  "abnahme",
]);
const RESULTS = wordSet([
  "lab",
  "labs",
  "blood",
  "bloods",
  "result",
  "test",
  "investigation",
  "serology",
  "immunology",
  "hematology",
  "biochemistry",
  "urinalysis",
  "urine",
  "fbc",
  "cbc",
  "chemistry",
  "laboratory",
  "bloodwork",
  "panel",
  "values",
]);
const NOT_OF_RESULTS = wordSet([
  "printed",
  "reported",
  "report",
  "received",
  "admitted",
  "admission",
  "discharged",
  "discharge",
  "dob",
  "birth",
  "born",
  "letter",
  "clinic",
  "dictated",
  "typed",
  "seen",
  "appointment",
  "referral",
  "due",
  "next",
  "previous",
  "prior",
  "visit",
  "date",
  "issued",
  "signed",
  "authorized",
  "authorised",
  "reviewed",
]);

/** What is taken for a test of the blood; anything else that was taken is none. */
const SAMPLES = wordSet(["sample", "specimen", "blood", "test", "date", "result", "collection", ":"]);

/** How far behind "collected" its day may stand. */
const NEAR = 5;
/** The longest remark in brackets behind a heading. */
const REMARK = 10;
/** How long the head of a line is. */
const HEAD = 9;

/** For each line the day that holds for its values: its own, that of the results it stands among, or of the sample. */
export function lineDays(state: TextState): ReadonlyMap<Line, LineDay> {
  const { lines, tokens, mentions } = state;
  const tests = new Set(mentions.flatMap(({ name, from }) => (IS_TEST.has(name.kind) ? [from] : [])));
  const days = new Map<Line, LineDay>();
  let collected: LineDay | undefined;
  let results: LineDay | undefined;
  let paragraph = -1;
  let resultsSince = -1;
  for (const [at, line] of lines.entries()) {
    if (line.paragraph !== paragraph) {
      if (
        results &&
        resultsSince <
          line.paragraph - (tokens[line.from] && resultsSince === paragraph && isAlone(lines, paragraph) ? 1 : 0)
      )
        results = undefined;
      paragraph = line.paragraph;
    }
    const sample = collectedIn(state, line);
    if (sample) {
      collected = { ...(sample.day && { day: sample.day }), by: "collected" };
      results = undefined;
    }
    const head = dayAboveResults(state, line, lines[at + 1], tests) ?? headOf(state, line);
    if (head?.by === "results" && head.isWhole) {
      results = { ...(head.day && { day: head.day }), by: "results" };
      resultsSince = line.paragraph;
    }
    const own = sample ?? head;
    const held = own
      ? { ...(own.day && { day: own.day }), by: sample ? ("collected" as const) : (head?.by ?? "event") }
      : (results ?? collected);
    if (held) days.set(line, held);
  }
  return days;
}

function isAlone(lines: readonly Line[], paragraph: number): boolean {
  return lines.filter((line) => line.paragraph === paragraph).length === 1;
}

/** "Collected: 28 Feb 2024", "Date of sample 2022-06-21". */
function collectedIn({ tokens }: TextState, line: Line): { readonly day?: string } | undefined {
  for (let index = line.from; index < line.to; index += 1) {
    if (!COLLECTED.has(tokens[index]?.word ?? "")) continue;
    if (
      tokens[index]?.word === "taken" &&
      index > line.body &&
      tokens[index]?.gap !== "cell" &&
      !SAMPLES.has(tokens[index - 1]?.word ?? "")
    )
      continue;
    if (tokens.slice(line.from, index).some(({ word }) => word === "biopsy")) return undefined;
    for (let near = index + 1; near < Math.min(line.to, index + 1 + NEAR); near += 1) {
      const token = tokens[near];
      if (!token || (NOT_OF_RESULTS.has(token.word) && token.word !== "date")) break;
      if (token.kind === "day") return token.day ? { day: token.day } : {};
    }
  }
  return undefined;
}

interface Head {
  readonly day?: string;
  readonly by: "results" | "event";
  /** Nothing stands behind it. */
  readonly isWhole: boolean;
}

const IS_TEST: ReadonlySet<string> = new Set(["test", "classless", "other-test"]);
/** How far from its beginning the next line names its test. */
const NAMED_WITHIN = 4;

/** A line that is nothing but a day, directly above a line that begins with a test and what it gave. */
function dayAboveResults(
  { tokens }: TextState,
  line: Line,
  next: Line | undefined,
  tests: ReadonlySet<number>,
): Head | undefined {
  const first = tokens[line.body];
  if (first?.kind !== "day" || !next || next.paragraph !== line.paragraph) return undefined;
  // "2021-11-03 08:15:" is a day with its time.
  if (!tokens.slice(line.body + 1, line.to).every(({ word }) => /^(?:[:.)-]|\d{1,2}|am|pm|h)$/.test(word)))
    return undefined;
  const named = [...Array(NAMED_WITHIN).keys()].some((far) => next.body + far < next.to && tests.has(next.body + far));
  const isResult = tokens.slice(next.body, next.to).some(({ kind, word }) => kind === "number" || word === ":");
  return named && isResult ? { ...(first.day && { day: first.day }), by: "results", isWhole: true } : undefined;
}

/** A day at the head of a line: "LABS 11/30/2023:", "ECG 3 Feb 2024: ...", "2018-05-14: ...". */
function headOf({ tokens }: TextState, line: { readonly body: number; readonly to: number }): Head | undefined {
  const until = Math.min(line.to, line.body + HEAD);
  for (let index = line.body; index < until; index += 1) {
    const token = tokens[index];
    if (!token) return undefined;
    if (/^[.;]$/.test(token.word) && token.kind === "sign") return undefined;
    if (token.kind !== "day") continue;
    const before = tokens.slice(line.body, index).map(({ word }) => word);
    let behind = index + 1;
    while (behind < line.to && /^(?:[)\]:-]|\d{1,2}|am|pm)$/.test(tokens[behind]?.word ?? "")) behind += 1;
    // "Bloods 05-Jun-2024 (fasting): ...".
    const remarkEnd = tokens[behind]?.word === "(" ? endOfRemark(tokens, behind, line.to) : undefined;
    const hasColon =
      tokens.slice(index + 1, behind).some(({ word }) => word === ":") ||
      (remarkEnd !== undefined && tokens[remarkEnd]?.word === ":");
    // "RESULTS 05-Jun-2024 (hospital laboratory)": a remark, and nothing else.
    const isRemark = tokens[behind]?.word === "(" && tokens[line.to - 1]?.word === ")" && line.to - behind <= REMARK;
    const isWhole = behind >= line.to || isRemark;
    if (before.some((word) => NOT_OF_RESULTS.has(word) && word !== "date")) return undefined;
    const day = token.day ? { day: token.day } : {};
    if (before.some((word) => RESULTS.has(word)) && (hasColon || isWhole)) return { ...day, by: "results", isWhole };
    const isFirst = before.length === 0;
    if (hasColon || (isFirst && !isWhole)) return { ...day, by: "event", isWhole };
    return undefined;
  }
  return undefined;
}

/** Behind the brackets that open at a place, where they hold a remark. */
function endOfRemark(tokens: TextState["tokens"], open: number, to: number): number | undefined {
  const close = tokens.slice(open, Math.min(to, open + REMARK)).findIndex(({ word }) => word === ")");
  return close < 0 ? undefined : open + close + 1;
}

/** "On 4 May 2012 an echocardiogram showed": a day with which a sentence begins. */
export function dayAtBeginning({ tokens }: TextState, { from, to }: Sentence): string | undefined {
  for (let index = from; index < Math.min(to, from + 3); index += 1) {
    const token = tokens[index];
    if (token?.kind === "day")
      return index === from || /^(?:on|by|at)$/.test(tokens[index - 1]?.word ?? "") ? token.day : undefined;
  }
  return undefined;
}

/** "Labs 2024-01-09: ..." within a line: the day of results with which a sentence is headed. */
export function dayAtHead(state: TextState, { from, to }: Sentence): LineDay | undefined {
  const head = headOf(state, { body: from, to });
  return head?.by === "results" ? { ...(head.day && { day: head.day }), by: "results" } : undefined;
}
