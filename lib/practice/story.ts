import type { Patient, Story } from "../../criteria/practice/types.ts";
import type { Definitions, FindingId, Measurement } from "../../criteria/types.ts";
import { COUNT, capitalize, inSentence, writeValue } from "../explain/values.ts";
import { LIMIT_NAMES, LIMIT_WORDS } from "../record/limit-names.ts";
import { oneLine } from "../record/one-line.ts";
import { TITER } from "../record/titer.ts";

/** What the words of an anchor say of a finding. `explained`: something other than SLE explains it better. */
export interface Mark {
  readonly finding: FindingId;
  readonly says: "present" | "absent" | "unknown" | "explained";
}

/** A stretch of a story. The words of a finding and of a measurement are what the record rests on. */
export type Segment =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "finding"; readonly text: string; readonly marks: readonly Mark[] }
  /** `position`: among the record's measurements. */
  | { readonly kind: "measurement"; readonly text: string; readonly position: number };

const ANCHOR = /\[([^\]]+)\]\(([^)]+)\)|\{(\d+)\}/g;

/**
 * A story as segments, in order. Measurements are printed from the record, so that a number in the text cannot
 * differ from it.
 * @throws RangeError when the story names a measurement that the record does not have.
 */
export function readStory(
  story: Story,
  patient: Patient,
  measurements: readonly Measurement[],
  definitions: Definitions,
): readonly Segment[] {
  const text = aboutPatient(story, patient);
  const segments: Segment[] = [];
  let end = 0;
  let before: Measurement | undefined;
  for (const match of text.matchAll(ANCHOR)) {
    const [whole, words, marks, position] = match;
    if (match.index > end) segments.push({ kind: "words", text: text.slice(end, match.index) });
    if (words !== undefined && marks !== undefined) {
      segments.push({ kind: "finding", text: words, marks: marks.split(" ").map(readMark) });
    } else {
      const measurement = measurements[Number(position)];
      if (!measurement) throw new RangeError(`the story names measurement ${position}, and there is none`);
      const goesOn = before && SERIES.test(text.slice(end, match.index)) && isSameSeries(before, measurement);
      const told = goesOn ? dictatedAgain(measurement, definitions) : dictated(measurement, definitions);
      const begins = beginsSentence(text, match.index);
      segments.push({ kind: "measurement", text: begins ? capitalize(told) : told, position: Number(position) });
      before = measurement;
    }
    end = match.index + whole.length;
  }
  if (end < text.length) segments.push({ kind: "words", text: text.slice(end) });
  return segments;
}

/** The story as plain text, as it stands on paper. */
export function plainText(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join("");
}

const PREFIXES: Readonly<Record<string, Mark["says"]>> = { "-": "absent", "?": "unknown", "!": "explained" };

function readMark(mark: string): Mark {
  const says = PREFIXES[mark.charAt(0)];
  // Whether the finding exists is for the lint to say.
  return says ? { finding: mark.slice(1) as FindingId, says } : { finding: mark as FindingId, says: "present" };
}

/** What stands between two values of one series. */
const SERIES = /^(, | and |, then )$/;

/** Whether the second value needs neither name nor limits after the first. */
function isSameSeries(one: Measurement, other: Measurement): boolean {
  return (["test", "unit", ...LIMIT_NAMES, "method"] as const).every((key) => one[key] === other[key]);
}

/** Whether what stands here is the first of a sentence. */
function beginsSentence(text: string, at: number): boolean {
  return /(^|[.!?]\s+)$/.test(text.slice(0, at));
}

/**
 * A measurement as one dictates it inside a sentence: "white cell count 3.2 ×10⁹/L on 3 February 2026", "ANA
 * titer 1:320 (positive from 1:80)", "no swollen joints".
 */
export function dictated(measurement: Measurement, definitions: Definitions): string {
  const { test, value, unit, low, high, p99, method, date } = measurement;
  const { label, methods } = definitions.tests[test];
  // "Urine protein, 24 h collection": what follows the comma stands in the unit.
  const name = inSentence(label.split(", ")[0] ?? label);
  const limits = [
    low !== undefined && `${LIMIT_WORDS.low} ${low}`,
    high !== undefined && (unit === TITER ? `positive from 1:${high}` : `${LIMIT_WORDS.high} ${high}`),
    p99 !== undefined && `${LIMIT_WORDS.p99} ${p99}`,
  ].filter((part) => part !== false);
  const size = unit === COUNT ? counted(value, name) : `${name} ${writeValue(measurement, definitions)}`;
  const by = method !== undefined && `by ${methodName(methods?.find(({ id }) => id === method)?.label ?? method)}`;
  const parts = [
    size,
    by,
    limits.length > 0 && `(${limits.join(", ")})`,
    date !== undefined && `on ${dayInWords(date)}`,
  ];
  return parts.filter((part) => part !== false).join(" ");
}

/** A further value of a series: "3.6 ×10⁹/L on 10 June 2024". */
function dictatedAgain(measurement: Measurement, definitions: Definitions): string {
  const { date, unit, value } = measurement;
  const size = unit === COUNT ? String(value) : writeValue(measurement, definitions);
  return date === undefined ? size : `${size} on ${dayInWords(date)}`;
}

/** Without the abbreviation behind it; a single word that is none itself begins small. */
function methodName(label: string): string {
  const name = oneLine(label, 64).replace(/ \(.*\)$/, "");
  return /^[A-Z][a-z]+$/.test(name) ? name.toLowerCase() : name;
}

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

function counted(value: number, name: string): string {
  const number = NUMBERS[value] ?? String(value);
  return `${number} ${value === 1 ? name.replace(/s$/, "") : name}`;
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "3 February 2026". */
function dayInWords(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

function aboutPatient(story: Story, { age, sex }: Patient): string {
  const female = sex === "female";
  const person = age < 18 ? (female ? "girl" : "boy") : female ? "woman" : "man";
  const told = story
    .replaceAll("{patient}", `${age}-year-old ${person}`)
    .replaceAll(/\{(\w+)\/(\w+)\}/g, female ? "$1" : "$2");
  // "An 8-year-old", "an 11-year-old", "an 18-year-old", "an 80-year-old": these numbers begin with a vowel when spoken.
  return told.replaceAll(/\b([Aa]) (?=(8\d?|11|18)-year-old)/g, "$1n ");
}
