import type { FindingId, Measurement } from "../../criteria/types.ts";
import { definitions } from "../../criteria/without-examples.ts";
import { decidedSentence as sentence } from "../../lib/explain/decided.ts";

export { LIMITS } from "../../lib/explain/decided.ts";

/** What the values of a record say of a finding, in a sentence; undefined when none is of a test that decides it. */
export function decidedSentence(finding: FindingId, measurements: readonly Measurement[]): string | undefined {
  return sentence(finding, measurements, definitions);
}
