import type { CriteriaSet, Definitions } from "../../criteria/types.ts";
import type { OtherReading, SetResult } from "../scoring/result.ts";
import { pointsPhrase } from "./reasons.ts";
import { inSentence } from "./values.ts";

/** What the result of a set would be if an item were read in its other defensible way, a sentence for each. */
export function otherReadingSentences(
  result: Pick<SetResult, "otherReadings">,
  set: CriteriaSet,
  definitions: Definitions,
): readonly string[] {
  return (result.otherReadings ?? []).map((reading) => {
    const { label } = definitions.findings[reading.finding];
    const outcome = reading.asAssessed === "classified" ? set.outcome.met : set.outcome.notMet;
    return `${READ[reading.code](label)}: it would then be ${pointsPhrase(reading.value, set)}, ${inSentence(outcome)}.`;
  });
}

const READ: Readonly<Record<OtherReading["code"], (label: string) => string>> = {
  "unit-convention": (label) =>
    `The value is read by the published equivalent of its unit. Converted exactly it would not count as "${label}"`,
  "explained-subtraction": (label) =>
    `${label} subtracts nothing here, because something else explains it. It can be read so that it is counted all the same`,
};
