import type { ContextTopic, FindingId, Measurement, Status, TestId } from "../../criteria/types.ts";
import { doubtOf } from "../record/day.ts";
import type { Intent } from "./intent.ts";
import { distinct, identity, type Named } from "./names.ts";
import type { FindPlan } from "./plan.ts";
import { type Reading, readQuery } from "./query.ts";
import { search } from "./search.ts";
import { missing, squeezed } from "./words.ts";

/** One thing that the quick find can do with what was typed. */
export type Offer =
  | { readonly kind: "measure"; readonly measurement: Measurement }
  | {
      readonly kind: "answer";
      readonly finding: FindingId;
      readonly status: Status;
      readonly date?: string;
      /** What is kept beside the answer, such as the assay that it rests on. */
      readonly note?: string;
      /** The name through which it was found. */
      readonly through: string;
    }
  /** The test is named, and its value is still to be typed. */
  | { readonly kind: "value-wanted"; readonly test: TestId }
  /** There is nothing to answer, but something to read. */
  | { readonly kind: "read"; readonly topic: ContextTopic };

export interface Offers {
  readonly offers: readonly Offer[];
  /** What cannot be read, or has to be chosen. */
  readonly message?: string;
  /**
   * Whether the first offer is what was typed, to the last word and digit, so that Enter takes it; else one has to be
   * chosen. Never so for what was only nearly typed, is shared by several, or leads away.
   */
  readonly certain: boolean;
}

const NONE: Offers = { offers: [], certain: false };
const MOST = 8;

/** Characters that one entry has at most. What is longer is a letter, and is not looked at. */
const LONGEST_ENTRY = 200;

/**
 * What the quick find offers for a text: a measurement to enter, or findings to answer, best first. `today`, as
 * YYYY-MM-DD, is the last day that can have been typed; without it no day is too late.
 */
export function offersFor(plan: FindPlan, query: string, today?: string): Offers {
  const found = offersOf(plan, query);
  const day = found.offers.map(dayOf).find((date) => date !== undefined);
  const doubt = day === undefined ? undefined : doubtOf(day, today);
  return doubt ? { ...NONE, message: doubt.why } : found;
}

function offersOf(plan: FindPlan, query: string): Offers {
  if (query.length > LONGEST_ENTRY) {
    return { ...NONE, message: `This is too long for one entry: at most ${LONGEST_ENTRY} characters are read.` };
  }
  if (query.trim() === "") return NONE;
  const reading = readQuery(plan, query);
  switch (reading.kind) {
    case "measure":
      return { offers: [reading], certain: true };
    case "values": {
      const { choices, message } = reading;
      return { offers: choices.map((measurement) => ({ kind: "measure", measurement })), message, certain: false };
    }
    case "other-assay": {
      const { finding, note, date, message, choices } = reading;
      const answers = (["present", "absent"] as const).map(
        (status): Offer => ({
          kind: "answer",
          finding,
          status,
          note,
          through: note,
          ...(date && status === "present" && { date }),
        }),
      );
      const values = choices.map((measurement): Offer => ({ kind: "measure", measurement }));
      return { offers: [...answers, ...values], message, certain: false };
    }
    case "not-read": {
      // Its value is entered nowhere; what it may bear on is offered.
      const { label, asked = [] } = reading.test;
      const bearing = asked.map((finding): Named => ({ target: { kind: "finding", finding }, through: label }));
      return { offers: listed(bearing, reading.intent), message: `No set reads ${label}.`, certain: false };
    }
    case "words":
      return offersByName(plan, query, reading);
  }
}

function offersByName(plan: FindPlan, query: string, reading: Extract<Reading, { kind: "words" }>): Offers {
  const { named, sure, intent } = reading;
  const hits = search(plan.index, intent.words);
  const offers = listed(distinct([...named, ...hits]).slice(0, MOST), intent);
  if (sure) return { offers, certain: true };
  if (offers.length === 0) return { offers, message: "Nothing is found by these words.", certain: false };
  const [only, ...others] = named;
  if (others.length > 0) return { offers, message: "The name fits more than one. Choose one.", certain: false };
  const [best] = only ? hits.filter(({ target }) => identity(target) === identity(only.target)) : hits;
  const said = only ? query : intent.words;
  const unread = best && squeezed(best.through) !== squeezed(said) ? missing(said, best.words) : "";
  return { offers, ...(unread && { message: `Not read: "${unread}". Choose one if it is meant.` }), certain: false };
}

function dayOf(offer: Offer): string | undefined {
  return offer.kind === "measure" ? offer.measurement.date : offer.kind === "answer" ? offer.date : undefined;
}

function listed(named: readonly Named[], { status, date }: Intent): readonly Offer[] {
  return named.flatMap(({ target, through }): readonly Offer[] => {
    if (target.kind === "finding") {
      return [{ kind: "answer", finding: target.finding, status, through, ...(date && { date }) }];
    }
    if (target.kind === "test") return [{ kind: "value-wanted", test: target.test }];
    return target.kind === "topic" ? [{ kind: "read", topic: target.topic }] : [];
  });
}
