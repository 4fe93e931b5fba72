import type { ContextTopic, Definitions, FindingId, Measurement, Status, TestId } from "../../criteria/types.ts";
import { intentReader } from "./intent.ts";
import { measurementReader } from "./measurement.ts";
import { searcher } from "./search.ts";

/** One thing that the quick find can do with what was typed. */
export type Offer =
  | { readonly kind: "measure"; readonly measurement: Measurement }
  | {
      readonly kind: "answer";
      readonly finding: FindingId;
      readonly status: Status;
      readonly date?: string;
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
  /** Whether the first offer is what was typed, so that Enter takes it; else one has to be chosen. */
  readonly certain: boolean;
}

const NONE: Offers = { offers: [], certain: false };
const MOST = 8;

/** What the quick find offers for a text: a measurement to enter, or findings to answer, best first. */
export function offerer(definitions: Definitions, topics: readonly ContextTopic[]): (query: string) => Offers {
  const readMeasurement = measurementReader(definitions);
  const readIntent = intentReader(definitions);
  const search = searcher(definitions, topics);
  return (query) => {
    if (query.trim() === "") return NONE;
    const typed = readMeasurement(query);
    switch (typed?.kind) {
      case "read":
        return { offers: [{ kind: "measure", measurement: typed.measurement }], certain: true };
      case "choose":
      case "problem": {
        const offers = typed.choices.map((measurement) => ({ kind: "measure", measurement }) as const);
        return { offers, message: typed.message, certain: false };
      }
      case undefined:
        return answers();
    }

    function answers(): Offers {
      const { status, words, date } = readIntent(query);
      const hits = search(words).slice(0, MOST);
      const offers = hits.map((hit): Offer => {
        if (hit.kind === "test") return { kind: "value-wanted", test: hit.test };
        if (hit.kind === "topic") return { kind: "read", topic: hit.topic };
        return { kind: "answer", finding: hit.finding, status, through: hit.through, ...(date && { date }) };
      });
      if (offers.length === 0) return { ...NONE, message: "Nothing is found by these words." };
      return { offers, certain: true };
    }
  };
}
