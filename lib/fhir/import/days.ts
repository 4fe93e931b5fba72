import { isPlaceholderDay } from "../../record/placeholder-days.ts";
import type { Person } from "./patient-facts.ts";
import { dayOf, type Json, object, short, text } from "./resources.ts";

/** When a result was drawn, as far as it says so. */
export interface Moment {
  /** As the source has it. */
  readonly written?: string;
  /** The calendar day as written there, YYYY-MM-DD, whatever it is worth. */
  readonly day?: string;
  /** Milliseconds since 1970, where the source gives a time and its offset. */
  readonly instant?: number;
  /** Minutes east of Greenwich. */
  readonly offset?: number;
  /** The end of a period that is so long that its first day says little of when the result was. */
  readonly until?: string;
}

/** The day that a result is dated on in a record. */
export interface Dated {
  readonly date?: string;
  readonly remarks: readonly string[];
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** So far apart, a time zone says nothing of another result's. */
const NEAR = 31 * DAY;

/** A collection takes a day, or three; what goes on for longer has no day. */
const LONGEST_PERIOD = 4 * DAY;

const OFFSET = /T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

export function momentOf(resource: Json): Moment {
  const all = [
    resource["effectiveDateTime"],
    object(resource["effectivePeriod"])?.["start"],
    resource["effectiveInstant"],
  ].flatMap((one) => text(one)?.trim() ?? []);
  const written = all.find((one) => dayOf(one) !== undefined) ?? all[0];
  if (written === undefined) return {};
  // FHIR gives a result one time: of two days, nothing says which is meant.
  if (new Set(all.map(dayOf)).size > 1) return { written: all.join(" and ") };
  const { start, end } = object(resource["effectivePeriod"]) ?? {};
  const until = text(start)?.trim() === written ? text(end)?.trim() : undefined;
  const isLong = until !== undefined && Math.abs(Date.parse(until) - Date.parse(written)) > LONGEST_PERIOD;
  return { ...readMoment(written), ...(isLong && { until }) };
}

function readMoment(written: string): Moment {
  const day = dayOf(written);
  const offset = OFFSET.exec(written)?.[1];
  const instant = Date.parse(written);
  if (day === undefined || offset === undefined || Number.isNaN(instant)) return { written, ...(day && { day }) };
  return { written, day, instant, offset: minutesOf(offset) };
}

function minutesOf(offset: string): number {
  if (offset === "Z") return 0;
  const [hours = 0, minutes = 0] = offset.slice(1).split(":").map(Number);
  return (hours * 60 + minutes) * (offset.startsWith("-") ? -1 : 1);
}

/** The calendar day of an instant where clocks are so many minutes east of Greenwich. */
function dayAt(instant: number, offset: number): string {
  return new Date(instant + offset * MINUTE).toISOString().slice(0, 10);
}

/**
 * Dates results. A day that stands for "not known" or that cannot be, because it lies in the future, before the
 * patient's birth or after the death, is no day, and neither is a period of weeks: the result is kept without one.
 *
 * The day is the one where the patient was, so that one night is one occasion. A moment that is written in Greenwich
 * time ("Z") is what programs write by themselves: where the same bundle has a moment of the same month with an offset
 * of its own, that offset says where the patient was, and the day is read in it. `sameOccasions` does the rest.
 */
export function dater(moments: readonly Moment[], today: string | undefined) {
  const local = moments
    .filter(({ written, instant }) => instant !== undefined && !written?.endsWith("Z"))
    .toSorted((a, b) => (a.instant ?? 0) - (b.instant ?? 0));
  return ({ written, day, instant, offset, until }: Moment, { birthDate, deceased }: Person): Dated => {
    if (written === undefined) return { remarks: [] };
    if (day === undefined) {
      return { remarks: /^\d{4}(-\d{2})?$/.test(written) ? [] : [`Its date, ${short(written, 40)}, is no day.`] };
    }
    const undated = (why: string): Dated => ({ remarks: [`Its date, ${day}, ${why}: it is taken without one.`] });
    const isUnixZero = instant !== undefined && Math.abs(instant) < 1000;
    if (isPlaceholderDay(day) || isUnixZero) return undated("is what programs write where none is known");
    if (today && day > today) return undated("lies in the future");
    if (birthDate && day < birthDate.slice(0, day.length) && !day.startsWith(birthDate)) {
      return undated("lies before the patient's birth");
    }
    if (deceased && day.slice(0, deceased.length) > deceased.slice(0, day.length)) {
      return undated(`lies after the patient's death on ${deceased.slice(0, day.length)}`);
    }
    if (until !== undefined) return undated(`begins a period of more than a few days, until ${short(until, 40)}`);
    if (instant === undefined || offset !== 0 || !written.endsWith("Z")) return { date: day, remarks: [] };
    const near = nearest(local, instant);
    const there = near?.offset === undefined ? day : dayAt(instant, near.offset);
    if (there === day) return { date: day, remarks: [] };
    return {
      date: there,
      remarks: [`It is dated where other results were drawn: ${short(written, 40)} is ${there} there.`],
    };
  };
}

/** The moment of a sorted list that is nearest to an instant, within a month. */
function nearest(sorted: readonly Moment[], instant: number): Moment | undefined {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle]?.instant ?? 0) < instant) from = middle + 1;
    else to = middle;
  }
  const apart = (one: Moment | undefined) => Math.abs((one?.instant ?? Number.POSITIVE_INFINITY) - instant);
  const [before, after] = [sorted[from - 1], sorted[from]];
  const best = apart(before) <= apart(after) ? before : after;
  return best && apart(best) <= NEAR ? best : undefined;
}

/**
 * For results of one test, those that are dated on another day than they are written on: two that are written in
 * different offsets, on two days, but on the same day in one of the two offsets, are one occasion, on the day of the draw
 * that came first, whichever of the two days is the earlier one. Gives the new day by position in the list.
 */
export function sameOccasions(results: readonly { readonly moment: Moment; readonly date: string }[]) {
  const moved = new Map<number, string>();
  const sorted = [...results.entries()]
    .filter(([, { moment }]) => moment.instant !== undefined)
    .toSorted(([, a], [, b]) => (a.moment.instant ?? 0) - (b.moment.instant ?? 0));
  // Those before, one for each offset, that were not moved themselves: else a row of days would become one.
  let anchors = new Map<number, { readonly instant: number; readonly date: string }>();
  for (const [position, { moment, date }] of sorted) {
    const { instant = 0, offset = 0 } = moment;
    anchors = new Map([...anchors].filter(([, anchor]) => instant - anchor.instant < DAY));
    const same = [...anchors].find(
      ([other, anchor]) =>
        other !== offset &&
        anchor.date !== date &&
        [other, offset].some((one) => dayAt(instant, one) === dayAt(anchor.instant, one)),
    );
    if (same) moved.set(position, same[1].date);
    else anchors.set(offset, { instant, date });
  }
  return moved;
}
