import type { Measurement, TestNotRead } from "../../criteria/types.ts";
import { type Intent, readIntent } from "./intent.ts";
import { readMeasurement } from "./measurement.ts";
import { type Named, namedByBeginning, namedWhole } from "./names.ts";
import type { OtherAssay } from "./other-assay.ts";
import type { FindPlan } from "./plan.ts";

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
export function readQuery(plan: FindPlan, query: string): Reading {
  const intent = readIntent(plan.saying, query);
  const whole = namedWhole(plan.names, intent.words);
  const typed = whole.length > 0 ? undefined : readMeasurement(plan, query);
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
      return readWords(plan, whole.length > 0 ? whole : namedByBeginning(plan.names, intent.words), intent, query);
  }
}

function readWords({ names }: FindPlan, named: readonly Named[], intent: Intent, query: string): Reading {
  for (const { target } of [...named, ...namedWhole(names, intent.words.replaceAll(BESIDE_TEST, ""))]) {
    if (target.kind === "not-read") return { kind: "not-read", test: target.test, intent };
  }
  const [only, ...others] = named;
  // A test is asked for its value. That it is present, or a day, is nothing that it can be told.
  const says = only?.target.kind === "test" ? intent.words === query.trim() : only?.target.kind === "finding";
  return { kind: "words", intent, named, sure: says && others.length === 0 };
}
