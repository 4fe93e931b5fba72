import type { CriteriaSet, Definitions } from "../../criteria/types.ts";
import type { OtherReading, SetResult } from "../scoring/result.ts";
import { totalPhrase } from "./reasons.ts";
import { inSentence } from "./values.ts";

/** What the result of a set would be if an item were read in its other defensible way, a sentence for each. */
export function otherReadingSentences(
  result: Pick<SetResult, "otherReadings">,
  set: CriteriaSet,
  definitions: Definitions,
): readonly string[] {
  return (result.otherReadings ?? []).map((reading) => {
    const { label } = definitions.findings[reading.finding];
    const outcome = inSentence(reading.asAssessed === "classified" ? set.outcome.met : set.outcome.notMet);
    return `${READ[reading.code](label)} the score would be ${totalPhrase(reading.value, set)}: ${outcome}.`;
  });
}

const READ: Readonly<Record<OtherReading["code"], (label: string) => string>> = {
  "unit-convention": (label) =>
    `"${label}" is met by the published equivalent of the value's unit. By exact conversion it would not be, and`,
  "explained-subtraction": (label) => `${label} subtracts nothing, because something else explains it. Counted,`,
};
