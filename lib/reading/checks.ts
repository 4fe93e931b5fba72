import type { Definitions, FindingId, LabTest, Measurement, SleRecord, TestId } from "../../criteria/types.ts";
import { doubtOf } from "../record/day.ts";
import { statementOf } from "../record/edit.ts";
import { limitDoubts, withoutDoubtedLimits } from "../record/limit-doubts.ts";
import { compare } from "../record/rational.ts";
import { acceptedUnit, canonicalFrom, isPlausible, unitsThatFit } from "../record/units.ts";
import type { Review, ReviewItem } from "./review.ts";

/** What the checks need to know beside a review. */
export interface CheckedBy {
  readonly definitions: Pick<Definitions, "findings" | "tests">;
  /** The last day that anything can be of, as YYYY-MM-DD. */
  readonly today: string;
}

/**
 * A review after the checks that hold whatever was read: each is asked of every proposal, and what it finds is said
 * beside it. Whose a source is, and which of two versions stands, is asked by its own reader, which knows what the
 * source says of it; what a source does not say is asked here. The proposals come in the order of the questions.
 */
export function checked(review: Review, by: CheckedBy): Review {
  const items = review.items.map((item) => dayBelieved(believed(limitsBelieved(item, by), by), by));
  return { ...review, items: inOrder(correctionsApart(momentsApart(items, by), by), by) };
}

type Of<Kind extends ReviewItem["kind"]> = Extract<ReviewItem, { kind: Kind }>;

function doubted(item: ReviewItem, ...remarks: readonly string[]): ReviewItem {
  return { ...item, isDoubtful: true, remarks: [...item.remarks, ...remarks] };
}

/** A limit that cannot be that of the value, as one in another unit, is left out; the value is kept. */
function limitsBelieved(item: ReviewItem, { definitions }: CheckedBy): ReviewItem {
  if (item.kind !== "measurement") return item;
  const test: LabTest = definitions.tests[item.measurement.test];
  const doubts = limitDoubts(item.measurement, test);
  if (doubts.length === 0) return item;
  const remarks = doubts.map(({ limit, why }) => `A limit was left out (${limit} ${item.measurement[limit]}): ${why}.`);
  return {
    ...item,
    measurement: withoutDoubtedLimits(item.measurement, test),
    remarks: [...item.remarks, ...remarks.filter((remark) => !item.remarks.includes(remark))],
  };
}

/** A number that no patient is likely to have is a slip, or in another unit. */
function believed(item: ReviewItem, { definitions }: CheckedBy): ReviewItem {
  if (item.kind !== "measurement") return item;
  const { test: id, value, unit } = item.measurement;
  const test: LabTest = definitions.tests[id];
  const accepted = acceptedUnit(test, unit);
  if (accepted && isPlausible(value, accepted, test)) return item;
  const fitting = unitsThatFit(value, test).map(({ label }) => label);
  const meant = fitting.length > 0 ? ` It would fit in ${fitting.join(" or ")}.` : "";
  return doubted(item, `${value} ${accepted?.label ?? unit} is hard to believe.${meant}`);
}

function dayBelieved(item: ReviewItem, { today }: CheckedBy): ReviewItem {
  const doubt = item.date === undefined ? undefined : doubtOf(item.date, today);
  return doubt ? doubted(item, doubt.why) : item;
}

/** Whether two values of one test are the same amount, in whichever unit. */
function isSameAmount(one: Measurement, other: Measurement, test: LabTest): boolean {
  const [a, b] = [one, other].map(({ value, unit }) => canonicalFrom(value, unit, test));
  return a !== undefined && b !== undefined && compare(a, b) === 0 && one.comparator === other.comparator;
}

function differ(items: readonly Of<"measurement">[], test: LabTest): boolean {
  const [first, ...others] = items;
  return first !== undefined && others.some(({ measurement }) => !isSameAmount(first.measurement, measurement, test));
}

function valuesByTest(items: readonly ReviewItem[]): ReadonlyMap<TestId, readonly Of<"measurement">[]> {
  return Map.groupBy(
    items.filter((item) => item.kind === "measurement"),
    ({ measurement }) => measurement.test,
  );
}

function changed(items: readonly ReviewItem[], by: ReadonlyMap<string, ReviewItem>): readonly ReviewItem[] {
  return by.size === 0 ? items : items.map((item) => by.get(item.id) ?? item);
}

/**
 * Two values of one test and day of which the source gives no time: at most one is right, or one came after the other,
 * and nothing says which. A person chooses. Values without a day are only said to be several.
 */
function momentsApart(items: readonly ReviewItem[], { definitions }: CheckedBy): readonly ReviewItem[] {
  const apart = new Map<string, ReviewItem>();
  for (const [id, ofTest] of valuesByTest(items.filter(({ hasTimes, choice }) => !hasTimes && !choice))) {
    for (const [day, together] of Map.groupBy(ofTest, ({ date }) => date)) {
      if (!differ(together, definitions.tests[id])) continue;
      for (const item of together) {
        const remark =
          day === undefined
            ? "There is another value without a day: give each its day."
            : "There is another value of the same day: take the one that is right.";
        const remarks = [...item.remarks, remark];
        apart.set(item.id, day === undefined ? { ...item, remarks } : { ...item, choice: `${id} ${day}`, remarks });
      }
    }
  }
  return changed(items, apart);
}

/** Where the words beside a value say that a result was corrected, each of the values of that test is looked at. */
function correctionsApart(items: readonly ReviewItem[], { definitions }: CheckedBy): readonly ReviewItem[] {
  const apart = new Map<string, ReviewItem>();
  for (const [id, ofTest] of valuesByTest(items)) {
    if (!ofTest.some(({ saysCorrected }) => saysCorrected)) continue;
    const isSeveral = differ(ofTest, definitions.tests[id]);
    for (const item of ofTest) {
      if (!isSeveral && !item.saysCorrected) continue;
      apart.set(item.id, doubted(item, "The text says that a result was corrected: take the one that stands."));
    }
  }
  return changed(items, apart);
}

/** As the questions are asked: a value where the first finding that it decides is, each test by its days. */
function inOrder(items: readonly ReviewItem[], { definitions }: CheckedBy): readonly ReviewItem[] {
  const findings = Object.keys(definitions.findings) as FindingId[];
  const places = new Map<string, number>();
  for (const [position, finding] of findings.entries()) {
    places.set(finding, position);
    for (const { test } of definitions.findings[finding].decidedBy ?? []) {
      if (!places.has(test)) places.set(test, position);
    }
  }
  const tests = new Map(Object.keys(definitions.tests).map((test, position) => [test, position]));
  const named = (item: ReviewItem) => (item.kind === "finding" ? item.finding : item.measurement.test);
  const asked = (item: ReviewItem) => places.get(named(item)) ?? findings.length;
  const within = (item: ReviewItem) => tests.get(named(item)) ?? 0;
  return items.toSorted(
    (one, other) =>
      asked(one) - asked(other) ||
      within(one) - within(other) ||
      (one.date ?? "").localeCompare(other.date ?? "", "en") ||
      0,
  );
}

/** What a record says otherwise than a proposal. */
export type Otherwise =
  | { readonly kind: "value"; readonly measurement: Measurement }
  | { readonly kind: "answer"; readonly status: "present" | "absent" };

/**
 * Tells what a record says otherwise than a proposal: another value of the same test and day, which may be the one
 * that this one corrects, or the opposite answer. It is asked anew whenever the record has changed.
 */
export function otherwiseIn(record: SleRecord, { tests }: Pick<Definitions, "tests">) {
  const days = Map.groupBy(record.measurements ?? [], ({ test, date }) => `${test} ${date ?? ""}`);
  return (item: ReviewItem): Otherwise | undefined => {
    if (item.kind === "finding") {
      const { status } = statementOf(record, item.finding);
      return status === "unknown" || status === item.status ? undefined : { kind: "answer", status };
    }
    const { measurement } = item;
    if (measurement.date === undefined) return undefined;
    const ofDay = days.get(`${measurement.test} ${measurement.date}`) ?? [];
    const other = ofDay.find((one) => !isSameAmount(one, measurement, tests[measurement.test]));
    return other && { kind: "value", measurement: other };
  };
}
