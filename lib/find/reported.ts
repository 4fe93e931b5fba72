import type { NamedDefinitions, NamedFinding } from "../../criteria/types.ts";
import type { Answered, Offers, Single } from "./offers.ts";
import { wordsOf } from "./words.ts";

/** Words by which a line tells what the patient says, to the end of what they reach over. */
const REPORTED =
  /\b(?:(?:self|patient)[- ]reported|c\/o|complain(?:s|ed|ing) of|admits to|report(?:s|ed|ing)|describ(?:es|ed|ing)|experienc(?:es|ed|ing)|endors(?:es|ed|ing))\s+((?:(?!\bo\/e\b|\bon exam|\bexam(?:ination)?:)[^;\n])*)/gi;
/** A sentence ends, and so does what is reported. */
const SENTENCE = /(?<=[a-z]{3})\.\s+(?=[a-z])/i;

/**
 * "Reports mouth ulcers": what has to be seen by a clinician is asked about where the patient's word is all that is
 * said. What the patient denies is absent, and what asks for no more than the patient's word is taken.
 */
export function withReports({ findings }: NamedDefinitions, line: string, found: Offers): Offers {
  const [first] = found.certain ? found.offers : [];
  if (first?.kind !== "several" && first?.kind !== "answer") return found;
  const told = [...line.matchAll(REPORTED)].flatMap(([, reach = ""]) => wordsOf(reach.split(SENTENCE)[0] ?? ""));
  if (told.length === 0) return found;
  const parts: readonly Single[] = first.kind === "several" ? first.parts : [first];
  const asked = parts.find(
    (one): one is Answered =>
      one.kind === "answer" &&
      one.status === "present" &&
      (findings[one.finding] as NamedFinding).seenByClinician === true &&
      wordsOf(one.through).some((word) => told.includes(word)),
  );
  if (!asked) return found;
  const message = `"${findings[asked.finding].label}" asks that a clinician saw it. Choose it if one did.`;
  return { ...found, message, certain: false };
}
