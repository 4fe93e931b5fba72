import type { Measurement, TestNotRead } from "../../criteria/types.ts";
import { type Intent, intentReader } from "./intent.ts";
import { measurementReader } from "./measurement.ts";
import { type Nameable, type Named, namer } from "./names.ts";
import type { OtherAssay } from "./other-assay.ts";

/** What a text says as a whole. */
export type Reading =
  | { readonly kind: "measure"; readonly measurement: Measurement }
  /** A value that can mean several things, or nothing that can be; the message says which. */
  | { readonly kind: "values"; readonly choices: readonly Measurement[]; readonly message: string }
  /** The result of an assay that gives no value of the test that is named: a finding is answered instead. */
  | OtherAssay
  /** A test that no set reads is named. */
  | { readonly kind: "not-read"; readonly test: TestNotRead; readonly intent: Intent }
  | {
      readonly kind: "words";
      readonly intent: Intent;
      /** What has the name: one thing, several that share it, or none. */
      readonly named: readonly Named[];
      /** Whether it is one thing that can be answered or asked for, and all that was typed says so. */
      readonly sure: boolean;
    };

/** What is said of a test beside its name, without a value. */
const BESIDE_TEST = /^(?:low|high|raised|elevated|normal|serum|plasma)\s+|\s+(?:low|high|raised|elevated|normal)$/gi;

/** Reads what a text says to the last word, digit and sign, or not at all: no slip is forgiven and nothing passed over. */
export function queryReader(nameable: Nameable): (query: string) => Reading {
  const readMeasurement = measurementReader(nameable);
  const readIntent = intentReader(nameable.definitions);
  const name = namer(nameable);
  return (query) => {
    const intent = readIntent(query);
    const whole = name.whole(intent.words);
    const typed = whole.length > 0 ? undefined : readMeasurement(query);
    switch (typed?.kind) {
      case "read":
        return { kind: "measure", measurement: typed.measurement };
      case "choose":
      case "problem":
        return { kind: "values", choices: typed.choices, message: typed.message };
      case "other-assay":
        return typed;
      case "not-read":
        return { kind: "not-read", test: typed.test, intent };
      case undefined:
        return words(whole.length > 0 ? whole : name.beginning(intent.words), intent, query);
    }
  };

  function words(named: readonly Named[], intent: Intent, query: string): Reading {
    for (const { target } of [...named, ...name.whole(intent.words.replaceAll(BESIDE_TEST, ""))]) {
      if (target.kind === "not-read") return { kind: "not-read", test: target.test, intent };
    }
    const [only, ...others] = named;
    // A test is asked for its value. That it is present, or a day, is nothing that it can be told.
    const says = only?.target.kind === "test" ? intent.words === query.trim() : only?.target.kind === "finding";
    return { kind: "words", intent, named, sure: says && others.length === 0 };
  }
}
