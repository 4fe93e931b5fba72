import type { ContextTopic, ExplainedBy, FindingId, Measurement, Status, TestId } from "../../criteria/types.ts";
import { inSentence, list } from "../explain/values.ts";
import { doubtOf } from "../record/day.ts";
import { noDayIn } from "../record/written-day.ts";
import {
  asRead,
  classesAlone,
  inColumns,
  type Point,
  pointIn,
  withClasses,
  withLows,
  withoutAtLeast,
  withoutBullet,
  withPoints,
} from "./as-read.ts";
import { withoutContradiction } from "./contradicted.ts";
import { underHeading } from "./headings.ts";
import { denialWithin, deniesByResult, type Intent, saidAfter, saidBefore } from "./intent.ts";
import type { ReadPart } from "./line-parts.ts";
import { distinct, identity, type Named, namedWhole } from "./names.ts";
import { partsOf } from "./parts.ts";
import type { FindPlan } from "./plan.ts";
import { type Answer, type Reading, readQuery } from "./query.ts";
import { withReports } from "./reported.ts";
import { search } from "./search.ts";
import { seriesIn } from "./series.ts";
import { readSeveral, speaksOfOthers } from "./several.ts";
import { missing, slipsForgiven, squeezed, wordsOf } from "./words.ts";

/** A measurement to enter. */
export interface Measured {
  readonly kind: "measure";
  readonly measurement: Measurement;
  /** Words that were read and are kept nowhere, such as the pattern of an ANA. */
  readonly unkept?: string;
}

/** A finding to answer. */
export interface Answered {
  readonly kind: "answer";
  readonly finding: FindingId;
  readonly status: Status;
  readonly date?: string;
  /** What explains it, where that was typed as well. */
  readonly explainedBy?: ExplainedBy;
  /** What is kept beside the answer, such as the assay that it rests on. */
  readonly note?: string;
  /** The name through which it was found. */
  readonly through: string;
}

/** One fact that changes the record. */
export type Single = Measured | Answered;

/** One thing that the quick find can do with what was typed. */
export type Offer =
  | Single
  /** Several facts of one line, entered together. `left` is what was not read of it, and stays to be typed anew. */
  | { readonly kind: "several"; readonly parts: readonly Single[]; readonly left: string }
  /** The test is named, and its value is still to be typed. */
  | { readonly kind: "value-wanted"; readonly test: TestId }
  /** A finding on which what was typed may bear and which it does not decide: its question can be looked at. */
  | { readonly kind: "look"; readonly finding: FindingId }
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

/** Blanks of any kind and number, but for the end of a line. */
const BLANKS = /[^\S\n]+/g;
/** The period of a sentence. One behind a digit may begin its decimals. */
const SENTENCE_END = /(?<=[a-z)+✓✔-])\.\s*$/i;

/** Characters that one entry has at most. What is longer is a letter, and is not looked at. */
const LONGEST_ENTRY = 200;

/**
 * What the quick find offers for a text: a measurement to enter, or findings to answer, best first. `today`, as
 * YYYY-MM-DD, is the last day that can have been typed; without it no day is too late.
 */
export function offersFor(plan: FindPlan, query: string, today?: string): Offers {
  const found = offersOf(plan, query, today);
  const doubt = found.offers
    .flatMap(datesOf)
    .map((date) => doubtOf(date, today))
    .find((one) => one !== undefined);
  return doubt ? { ...NONE, message: doubt.why } : found;
}

function offersOf(plan: FindPlan, query: string, today: string | undefined): Offers {
  if (query.length > LONGEST_ENTRY) {
    return { ...NONE, message: `This is too long for one entry: at most ${LONGEST_ENTRY} characters are read.` };
  }
  const line = withoutBullet(query.replaceAll(BLANKS, " ")).replace(SENTENCE_END, "");
  if (line.trim() === "") return NONE;
  const row = inColumns(line);
  if (row !== undefined) {
    const reading = readQuery(plan, asRead(row), today);
    if (reading.kind === "measure") return offered(plan, row, reading);
  }
  const point = pointIn(line);
  return point ? offersOfPoint(plan, point, today) : offersOfText(plan, line, today);
}

/**
 * "2) Malar rash", which is a point of a list, and "5. swollen joints", where the number may as well count what follows:
 * then each is offered.
 */
function offersOfPoint(plan: FindPlan, { mark, number, says }: Point, today?: string): Offers {
  const points = number === "1" ? withPoints(says) : says;
  const [first] = partsOf(points);
  const found = offersOfText(plan, points, today);
  if (!first) return found;
  const counted = readQuery(plan, asRead(`${number} ${first.text}`));
  const counts = counted.kind === "values" ? counted.choices : [];
  if (counts.length === 0) {
    const offers = found.offers.map((offer) =>
      offer.kind === "several" && offer.left.startsWith(first.text) ? { ...offer, left: mark + offer.left } : offer,
    );
    return { ...found, offers };
  }
  // Of several, the one that may be counted stays as it was typed.
  if (found.offers[0]?.kind === "several") return offersOfText(plan, mark + points, today);
  const measured = counts.map((measurement): Offer => ({ kind: "measure", measurement }));
  const message = `"${mark.trim()}" may number a point of a list, or count what follows. Choose what is meant.`;
  return { offers: [...measured, ...found.offers].slice(0, MOST), message, certain: false };
}

function offersOfText(plan: FindPlan, line: string, today: string | undefined): Offers {
  const classes = classesAlone(line);
  if (classes !== undefined) {
    const found = offersOfLine(plan, classes, line, today);
    const message = `"${line}" can be said of more than lupus nephritis. Choose it if that is meant.`;
    if (found.offers[0]?.kind === "several") return { ...found, message, certain: false };
  }
  const least = withoutAtLeast(line);
  const atLeast = least === line ? undefined : offersOfText(plan, least, today);
  if (atLeast?.certain) {
    const message = "A titer of at least so much is kept as that titer. Choose it if that is meant.";
    return { ...atLeast, message, certain: false };
  }
  const { definitions } = plan;
  const read = withReports(definitions, line, offersOfLine(plan, withClasses(line), line, today));
  const found = withoutContradiction(definitions, read);
  if (withLows(line) === line) return found;
  const arrow = "An arrow may say low, or falling. Choose it if it says low.";
  if (found.certain) return { ...found, message: arrow, certain: false };
  const [first] = found.offers;
  // What is left is not read, and so is its arrow.
  const isRead = first?.kind === "several" && withLows(first.left) === first.left;
  return isRead ? { ...found, message: [arrow, found.message].filter((one) => one !== undefined).join(" ") } : found;
}

/** What a line says, as its classes are read and as it was typed. */
function offersOfLine(plan: FindPlan, query: string, typed: string, today: string | undefined): Offers {
  const reading = readQuery(plan, asRead(query), today);
  if (sureOffer(reading) || isAsked(reading)) return offered(plan, query, reading);
  const under = underHeading(query);
  if (under !== undefined) {
    const found = offersOfLine(plan, under, underHeading(typed) ?? typed, today);
    if (found.offers.length > 0) return found;
  }
  // The same words are read in more than one way of taking a line apart.
  const known = new Map<string, ReturnType<ReadPart>>();
  const readPart: ReadPart = (text) => {
    if (!known.has(text)) {
      const part = readQuery(plan, asRead(text), today);
      known.set(text, sureOffer(part) ?? (isAsked(part) ? "asked" : undefined));
    }
    return known.get(text);
  };
  const series = seriesIn(query, (text) => {
    const one = readPart(text);
    return one !== undefined && one !== "asked" && one.kind === "measure" ? one.measurement : undefined;
  });
  if (series) {
    const parts = series.map((measurement): Measured => ({ kind: "measure", measurement }));
    const message =
      "These may be values of several days. Choose them to enter all without a day, as one occasion, or type each with its day.";
    // The second may as well be a limit, and the first is offered alone.
    const others = readSeveral(plan, query, readPart)?.offers ?? [];
    return { offers: [{ kind: "several", parts, left: "" }, ...others], message, certain: false };
  }
  const several = readSeveral(plan, query, readPart);
  if (several) return several;
  const first = reading.kind === "words" && !reading.sure ? offersOfFirst(plan, query, today) : undefined;
  if (first) return first;
  // Of words that are searched for, what is not found is said as it was typed.
  return reading.kind === "words" ? offered(plan, typed, readQuery(plan, typed, today)) : offered(plan, query, reading);
}

/**
 * "ANA +ve, dsDNA -ve": of several facts that each have to be chosen, the first is offered, and the others stay in the
 * field. Undefined where one of them is not read: what is said of it may be said of the others.
 */
function offersOfFirst(plan: FindPlan, query: string, today: string | undefined): Offers | undefined {
  const parts = partsOf(query);
  if (parts.length < 2 || parts.length > MOST || speaksOfOthers(query)) return undefined;
  const readings = parts.map(({ text }) => readQuery(plan, asRead(text.replace(MINUS_AT_NAME, " -ve")), today));
  const notRead = readings.flatMap((one) => (one.kind === "not-read" ? [one.test.label] : []));
  if (notRead.length === parts.length) return { ...NONE, message: `No set reads ${list(notRead, "or")}.` };
  if (!readings.every(isRead) || parts.some(({ joint }) => /^(?:n?or|but)$/.test(joint))) return undefined;
  // A result of the last, or a denial of the first, may be said of all.
  const named = parts.filter((_, at) => readings[at]?.kind === "words" || readings[at]?.kind === "answers");
  const signed = named.filter(({ text }) => saidBefore(text) ?? saidAfter(text));
  if (signed.length > 0 && signed.length < named.length) return undefined;
  const at = readings.findIndex(({ kind }) => kind !== "not-read");
  const [part, reading] = [parts[at], readings[at]];
  if (!part || !reading) return undefined;
  const left = parts.flatMap(({ text }, other) => (other === at ? [] : [text])).join(", ");
  const { message = "Choose one.", ...found } = offered(plan, part.text, reading);
  const offers = reading.kind === "words" ? found.offers.slice(0, reading.named.length) : found.offers;
  const chosen = offers.flatMap((one): Offer[] => {
    if (one.kind === "several") return [{ ...one, left: [one.left, left].filter((text) => text !== "").join(", ") }];
    return one.kind === "answer" || one.kind === "measure" ? [{ kind: "several", parts: [one], left }] : [];
  });
  return chosen.length > 0
    ? { offers: chosen, message: `"${part.text}": ${message} "${left}" stays in the field.`, certain: false }
    : undefined;
}

const MINUS_AT_NAME = /(?<=[a-z\d])[-–−]$/i;

/** Whether a text is read to its last word, for sure or not. */
function isRead(reading: Reading): boolean {
  if (reading.kind === "words") return reading.named.length > 1 && reading.unread === undefined;
  return reading.kind !== "values" || reading.choices.length > 0;
}

function offered(plan: FindPlan, query: string, reading: Reading): Offers {
  switch (reading.kind) {
    case "measure":
      return { offers: [reading], certain: true };
    case "values": {
      const { choices, message } = reading;
      return { offers: choices.map((measurement) => ({ kind: "measure", measurement })), message, certain: false };
    }
    case "answers":
      return { offers: reading.answers.flatMap(answered), message: reading.message, certain: false };
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
    case "caused-value": {
      const { measurement, ways, message } = reading;
      const value: Measured = { kind: "measure", measurement };
      const explained = ways.map((way): Offer => {
        const answers = way.map(
          ({ finding, label, explainedBy }): Answered => ({
            kind: "answer",
            finding,
            status: "present",
            explainedBy,
            through: label,
          }),
        );
        return { kind: "several", parts: [value, ...answers], left: "" };
      });
      return { offers: [...explained, value], message, certain: false };
    }
    case "not-read": {
      // Its value is entered nowhere, and decides nothing of what it may bear on: that can be looked at.
      const { label, asked = [] } = reading.test;
      const names = asked.map((finding) => inSentence(plan.definitions.findings[finding].label));
      const undecided = names.length > 0 ? ` It does not decide ${list(names, "or")}.` : "";
      return {
        offers: asked.map((finding) => ({ kind: "look", finding })),
        message: `No set reads ${label}.${undecided}`,
        certain: false,
      };
    }
    case "words":
      return offersByName(plan, query, reading);
  }
}

function offersByName(plan: FindPlan, query: string, reading: Extract<Reading, { kind: "words" }>): Offers {
  const { named, sure, intent, explainedBy, note } = reading;
  if (intent.words === "")
    return { ...NONE, message: "This says a result and not of what. Name the finding or the test." };
  const describing = describingIn(plan, intent.words);
  const hits = search(plan.index, intent.words).filter(({ through }) => !describing.has(squeezed(through)));
  const all = distinct([...named, ...hits]);
  const asMeant = (sure ? listed(all, intent) : listedAsMeant(all, intent, query)).slice(0, MOST);
  const offers = note ? asMeant.map((one) => (one.kind === "answer" ? { ...one, note } : one)) : asMeant;
  if (sure) {
    const [first, ...others] = offers;
    return {
      offers: first?.kind === "answer" && explainedBy ? [{ ...first, explainedBy }, ...others] : offers,
      certain: true,
    };
  }
  if (offers.length === 0) return offersWithin(plan, intent, query);
  const [only, ...others] = named;
  if (others.length > 0) return { offers, message: "The name fits more than one. Choose one.", certain: false };
  const [best] = only ? hits.filter(({ target }) => identity(target) === identity(only.target)) : hits;
  const said = only ? query : intent.words;
  const unread = reading.unread ?? (best && squeezed(best.through) !== squeezed(said) ? missing(said, best.words) : "");
  const noDay = unread ? spaced(noDayIn(said)) : "";
  const meant = best && isNearly(unread, best.words) ? ` Did you mean "${best.through}"?` : "";
  return {
    offers,
    ...(unread && { message: `Not read: "${unread}".${noDay}${meant} Choose one if it is meant.` }),
    certain: false,
  };
}

/** More words than this are a sentence, of which no name is picked. */
const MOST_WORDS = 14;

/** The longest name that stands within words of which the search finds nothing: "treated for pericarditis in 2019". */
function offersWithin(plan: FindPlan, intent: Intent, query: string): Offers {
  const words = intent.words.trim().split(/\s+/);
  const describing = describingIn(plan, intent.words);
  for (let length = Math.min(words.length, MOST_WORDS) - 1; length > 0 && words.length <= MOST_WORDS; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      const text = words.slice(from, from + length).join(" ");
      const offers =
        squeezed(text).length < LEAST_NAME || describing.has(squeezed(text))
          ? []
          : listedAsMeant(namedWhole(plan.names, text), intent, query);
      if (offers.length === 0) continue;
      const unread = [...words.slice(0, from), ...words.slice(from + length)].join(" ");
      return {
        offers: offers.slice(0, MOST),
        message: `Not read: "${unread}". Choose one if it is meant.`,
        certain: false,
      };
    }
  }
  return { ...NONE, message: "Nothing is found by these words." };
}

/** The names that are no finding of their own in a text: in "febrile seizures" there is no fever. */
function describingIn({ describedBy, names }: FindPlan, text: string): ReadonlySet<string> {
  const words = text.trim().split(/\s+/);
  const says = words.length > MOST_WORDS ? [] : words.flatMap((word) => namedWhole(names, word));
  return new Set(
    says.flatMap(({ target }) => (target.kind === "finding" ? (describedBy.get(target.finding) ?? []) : [])),
  );
}

/** A name of fewer letters stands in many words by chance. */
const LEAST_NAME = 3;

function spaced(sentence: string | undefined): string {
  return sentence ? ` ${sentence}` : "";
}

/** Whether every one of the words is a slip away from one that is known. */
function isNearly(unread: string, known: ReadonlySet<string>): boolean {
  const words = wordsOf(unread);
  return (
    unread !== "" &&
    words.length > 0 &&
    words.every(
      (word) =>
        !known.has(word) && [...known].some((one) => one[0] === word[0] && slipsForgiven(word, one) !== undefined),
    )
  );
}

/** Whether a text is read as a whole, and how it is meant has to be chosen. */
function isAsked({ kind }: Reading): boolean {
  return kind === "answers" || kind === "caused-value";
}

/** What a reading enters unasked; undefined where it has to be chosen, or leads away. */
function sureOffer(reading: Reading): Single | undefined {
  if (reading.kind === "measure") return reading;
  if (reading.kind !== "words" || !reading.sure) return undefined;
  const [first] = reading.named;
  const { intent, explainedBy, note } = reading;
  return first && answered({ named: first, intent, ...(explainedBy && { explainedBy }), ...(note && { note }) })[0];
}

function answered({
  named: { target, through },
  intent: { status, date },
  explainedBy,
  note,
}: Answer): readonly Answered[] {
  if (target.kind !== "finding") return [];
  return [
    {
      kind: "answer",
      finding: target.finding,
      status,
      through,
      ...(date && { date }),
      ...(explainedBy && { explainedBy }),
      ...(note && { note }),
    },
  ];
}

function datesOf(offer: Offer): readonly string[] {
  const date = offer.kind === "measure" ? offer.measurement.date : offer.kind === "answer" ? offer.date : undefined;
  return offer.kind === "several" ? offer.parts.flatMap(datesOf) : date ? [date] : [];
}

/**
 * What is named in a text of which not all is read. A denial within it may be of this or of anything else, as is one
 * that begins several facts, "no cough; malar rash": then that it is so and that it is not so are both offered.
 */
function listedAsMeant(named: readonly Named[], intent: Intent, query: string): readonly Offer[] {
  const { date: _, ...undated } = intent;
  const [present, absent]: readonly [Intent, Intent] = [
    { ...intent, status: "present" },
    { ...undated, status: "absent" },
  ];
  const denial = denialWithin(intent.words);
  const isResult = intent.status === "present" && (deniesByResult(intent.words) || isNegatedName(named, intent.words));
  const isOfFirst = intent.status === "absent" && saidBefore(query) !== undefined && partsOf(intent.words).length > 1;
  return named.flatMap((one) => {
    if (isOfFirst || isResult) return listed([one], absent, present);
    if (intent.status !== "present" || denial === undefined) return listed([one], intent);
    const [word = ""] = one.through.split(" ");
    const isDenied = intent.words.toLowerCase().indexOf(word.toLowerCase()) > denial;
    return isDenied ? listed([one], absent, present) : listed([one], present, absent);
  });
}

/** "Afebrile" and "nonscarring": a name with a beginning that denies it is no slip of that name. */
function isNegatedName(named: readonly Named[], text: string): boolean {
  const known = new Set(named.flatMap(({ through }) => wordsOf(through)));
  return wordsOf(text).some((word) => !known.has(word) && known.has(word.replace(NEGATING, "")));
}

const NEGATING = /^(?:an?|non)(?=[a-z]{4})/;

function listed(named: readonly Named[], ...intents: readonly Intent[]): readonly Offer[] {
  return named.flatMap(({ target, through }): readonly Offer[] => {
    if (target.kind === "finding") {
      const { finding } = target;
      return intents.map(({ status, date }) => ({ kind: "answer", finding, status, through, ...(date && { date }) }));
    }
    if (target.kind === "test") return [{ kind: "value-wanted", test: target.test }];
    return target.kind === "topic" ? [{ kind: "read", topic: target.topic }] : [];
  });
}
