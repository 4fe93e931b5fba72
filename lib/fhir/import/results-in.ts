import type { Definitions } from "../../../criteria/types.ts";
import type { Found, Unread } from "./among-others.ts";
import type { FindingCode } from "./condition.ts";
import { type Moment, momentOf } from "./days.ts";
import {
  type Around,
  inWords,
  type ObservationPlan,
  partsOf,
  readObservation,
  refusalOf,
  withValue,
} from "./observation.ts";
import type { Outcome } from "./outcome.ts";
import type { Convert } from "./report.ts";
import { wordsOf } from "./resources.ts";
import { amountKey } from "./same-value.ts";
import type { Source } from "./source.ts";

/** How an import is read, worked out once for these definitions. */
export interface ImportPlan {
  readonly definitions: Definitions;
  readonly observations: ObservationPlan;
  readonly findingCodes: readonly FindingCode[];
}

/** A diagnosis as a result, with what it was read as. */
export function diagnosisIn(source: Source, outcome: Outcome, { definitions }: ImportPlan): Found {
  const what = wordsOf(source.resource["code"]);
  return {
    source,
    codes: what,
    asked: what,
    hasMethods: false,
    part: 0,
    moment: {},
    method: "",
    says: () => sayingOf(outcome, definitions),
    what,
    isReadable: true,
    inWords: () => "",
    outcome,
  };
}

/** The results of an Observation: its own, and those of its components. */
export function valuesIn(
  source: Source,
  moment: Moment,
  around: Around,
  convert: Convert | undefined,
  { definitions, observations }: ImportPlan,
): readonly Found[] {
  const { resource } = source;
  const refusal = refusalOf(resource);
  const counts = new Map<string, number>();
  const parts = partsOf(observations, resource);
  // What is refused is shown where it is a result that is asked for.
  const known = parts.flatMap((one) => (one.codes.length > 0 ? [one.part] : []));
  return parts.flatMap(({ part, codes, asked, hasMethods }, position): readonly Found[] => {
    // What is refused as a whole is said once.
    if (refusal && position > 0 && codes.length === 0) return [];
    const outcome = refusal
      ? withValue(refusal, known)
      : readObservation(observations, resource, part, around, convert);
    const name = codes.toSorted().join(" ");
    const before = counts.get(name) ?? 0;
    counts.set(name, before + 1);
    const method = part["method"] ?? resource["method"];
    return [
      {
        source,
        codes: name,
        asked,
        hasMethods,
        part: before,
        moment,
        method: method === undefined ? "" : wordsOf(method).toLowerCase(),
        says: () => sayingOf(outcome, definitions),
        isReadable: outcome.kind !== "not-taken",
        what: wordsOf(part["code"]),
        inWords: () => inWords(part),
        outcome,
      },
    ];
  });
}

/** The results of a resource of which nothing is told, because it is another's or about something else. */
export function resultsUnread(source: Source, { observations }: ImportPlan): readonly Unread[] {
  const common = { source, part: 0, moment: momentOf(source.resource), method: "", isReadable: false };
  const parts = isObservation(source) ? partsOf(observations, source.resource) : [{ codes: [], asked: "" }];
  return parts.map(({ codes, asked }) => ({
    ...common,
    codes: codes.toSorted().join(" "),
    asked,
    hasMethods: false,
    says: () => "",
    inWords: () => "",
  }));
}

/** What an outcome says of a value, whatever its unit, limits and remarks are. */
function sayingOf(outcome: Outcome, { tests }: Definitions): string {
  if (outcome.kind !== "proposals") return JSON.stringify(outcome);
  return JSON.stringify(
    outcome.bodies.map((body) => {
      if (body.kind === "finding") return [body.finding, body.status];
      const { test, value, unit, comparator } = body.measurement;
      return [test, amountKey(value, unit, tests[test]), comparator];
    }),
  );
}

/** Whether a resource is an Observation; what else is read as a result is a diagnosis. */
export const isObservation = ({ resource }: Source) => resource["resourceType"] === "Observation";
