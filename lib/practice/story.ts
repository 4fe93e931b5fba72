import type { Patient, Story } from "../../criteria/practice/types.ts";
import type { Definitions, FindingId, Measurement } from "../../criteria/types.ts";
import { writeMeasurement } from "../explain/values.ts";

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
  for (const match of text.matchAll(ANCHOR)) {
    const [whole, words, marks, position] = match;
    if (match.index > end) segments.push({ kind: "words", text: text.slice(end, match.index) });
    if (words !== undefined && marks !== undefined) {
      segments.push({ kind: "finding", text: words, marks: marks.split(" ").map(readMark) });
    } else {
      segments.push(printed(Number(position), measurements, definitions));
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

function printed(position: number, measurements: readonly Measurement[], definitions: Definitions): Segment {
  const measurement = measurements[position];
  if (!measurement) throw new RangeError(`the story names measurement ${position}, and there is none`);
  return { kind: "measurement", text: writeMeasurement(measurement, definitions), position };
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
