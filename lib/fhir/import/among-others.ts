import { type Moment, sameOccasions } from "./days.ts";
import type { Body, Outcome } from "./outcome.ts";
import { short } from "./resources.ts";
import type { Result } from "./result.ts";
import type { Fate } from "./which-stands.ts";

/** A result or diagnosis with what it comes to. */
export interface Found extends Unread {
  readonly what: string;
  readonly outcome: Outcome;
}

/** A result with the words that tell it where it takes the place of another. */
export interface Unread extends Result {
  readonly inWords: () => string;
}

/** Days of values that are of one occasion with another of the same test, written in another time zone. */
export function movedDays(found: readonly Found[], fates: ReadonlyMap<Result, Fate>): ReadonlyMap<Found, string> {
  const values = found.flatMap((one) => {
    if (one.outcome.kind !== "proposals" || fates.get(one)?.kind === "replaced") return [];
    const body = one.outcome.bodies.find(({ kind }) => kind === "measurement");
    return body?.kind === "measurement" && body.date ? [{ one, test: body.measurement.test, date: body.date }] : [];
  });
  const moved = new Map<Found, string>();
  for (const group of Map.groupBy(values, ({ test }) => test).values()) {
    const days = sameOccasions(group.map(({ one, date }) => ({ moment: one.moment, date })));
    for (const [position, day] of days) {
      const one = group[position]?.one;
      if (one) moved.set(one, day);
    }
  }
  return moved;
}

/** An outcome of which it is not certain whose it is. */
export function withDoubt(outcome: Outcome, doubt: string | undefined): Outcome {
  if (outcome.kind !== "proposals" || doubt === undefined) return outcome;
  const bodies = outcome.bodies.map((body) => ({
    ...body,
    isDoubtful: true as const,
    remarks: [...body.remarks, doubt],
  }));
  return { kind: "proposals", bodies };
}

/** What a result comes to among the others. */
export function withFate(
  { outcome, what, inWords, moment }: Found,
  fate: Fate | undefined,
  day: string | undefined,
): Outcome {
  if (outcome.kind !== "proposals") return outcome;
  if (fate?.kind === "replaced") {
    const by = (fate.by as Unread).inWords();
    const value = [inWords(), moment.day && `of ${moment.day}`].filter((one) => one).join(" ");
    return { kind: "not-taken", what, why: `${value}: ${fate.why}${by === "" ? "" : `, ${by}`}` };
  }
  const bodies = outcome.bodies.map((body): Body => {
    const dated = day === undefined ? body : onDay(body, day, moment);
    if (fate === undefined) return dated;
    return fate.kind === "choice"
      ? { ...dated, choice: fate.group }
      : { ...dated, isDoubtful: true, remarks: [...dated.remarks, fate.why] };
  });
  return { kind: "proposals", bodies };
}

function onDay(body: Body, date: string, { written = "" }: Moment): Body {
  const remarks = [
    ...body.remarks,
    `It is dated ${date}, as another one of the same night in another time zone: ${short(written, 40)}.`,
  ];
  return body.kind === "measurement"
    ? { ...body, date, measurement: { ...body.measurement, date }, remarks }
    : { ...body, date, remarks };
}
