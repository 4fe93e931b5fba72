import type { FindingId, NamedDefinitions, NamedFinding } from "../../criteria/types.ts";
import { inSentence } from "../explain/values.ts";
import { measureFinding } from "../record/measure.ts";
import type { Answered, Measured, Offers } from "./offers.ts";

/** "No leukopenia, wbc 3.2": what is denied and decided by a value of the same line is asked about. */
export function withoutContradiction({ findings, tests }: NamedDefinitions, found: Offers): Offers {
  const [first] = found.certain ? found.offers : [];
  if (first?.kind !== "several") return found;
  const values = first.parts.flatMap((one: Answered | Measured) => (one.kind === "measure" ? [one.measurement] : []));
  const denied = first.parts.flatMap((one): FindingId[] =>
    one.kind === "answer" && one.status === "absent" ? [one.finding] : [],
  );
  const met = denied.find((id) => {
    const finding: NamedFinding = findings[id];
    return values.length > 0 && finding.decidedBy && measureFinding(finding, values, tests)?.status === "present";
  });
  if (met === undefined) return found;
  const message = `The values of the line say that there is ${inSentence(findings[met].label)}, and its words that there is none. Choose it if both are right.`;
  return { ...found, message, certain: false };
}
