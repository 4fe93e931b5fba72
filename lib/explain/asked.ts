import type { Definitions, FindingId, Measurement } from "../../criteria/types.ts";
import type { Facts } from "../record/facts.ts";
import { judgedPairs, needsOf } from "./decided.ts";
import { inSentence, isPlural, list, writeExplanation } from "./values.ts";

/** A finding that a set asks for, with what the record says of it. */
export interface Asked {
  readonly finding: FindingId;
  readonly state: "present" | "absent" | "not-known";
  /** What explains it, in words, when it is present and something does. */
  readonly explainedBy?: string;
  /** What a value that was entered lacks to decide it: "the laboratory's upper limit", "a value from another date". */
  readonly wants?: string;
  /** Whether values alone say that it is absent. */
  readonly measured?: true;
}

/** What the record says of the findings that a set asks for in place of one that it does not read. */
export function askedOf(
  findings: readonly FindingId[],
  facts: Facts,
  measurements: readonly Measurement[],
  definitions: Definitions,
): readonly Asked[] {
  return findings.map((finding): Asked => {
    const { status, explainedBy, origin } = facts[finding];
    if (status !== "unknown") {
      const measured = status === "absent" && origin.kind === "measured";
      const by = explainedBy && writeExplanation(explainedBy);
      return { finding, state: status, ...(by && { explainedBy: by }), ...(measured && { measured }) };
    }
    const wants = wantsOf(finding, measurements, definitions);
    return { finding, state: "not-known", ...(wants && { wants }) };
  });
}

function wantsOf(finding: FindingId, measurements: readonly Measurement[], definitions: Definitions): string {
  const judged = judgedPairs(finding, measurements, definitions);
  return judged.some(({ says }) => says === "met") ? "a value from another date" : needsOf(judged);
}

/**
 * What a set asks for, as the second half of a sentence: "asks for persistent proteinuria: answer that". Of several
 * that would each do, those that are not known, since they can still be answered.
 */
export function asksWords(asked: readonly Asked[], definitions: Definitions): string {
  const name = ({ finding }: Asked) => inSentence(definitions.findings[finding].label);
  const asksFor = (some: readonly Asked[]) => `asks for ${list(some.map(name), "or")}`;
  const open = asked.filter(({ state }) => state === "not-known");
  if (open.length > 0) {
    const wants = list([...new Set(open.flatMap((one) => one.wants ?? []))], "or");
    return `${asksFor(open)}: ${wants ? `enter ${wants}, or answer that` : "answer that"}`;
  }
  const present = asked.filter(({ state }) => state === "present");
  const answered = present.length > 0 ? present : asked;
  const [only] = answered;
  const be = only && answered.length === 1 && !isPlural(name(only)) ? "which is" : "which are";
  const explained = answered.length === 1 && only?.explainedBy ? `, and explained by ${only.explainedBy}` : "";
  const state = present.length > 0 ? "present" : absentWords(answered.map(({ measured = false }) => measured));
  return `${asksFor(answered)}, ${be} ${state}${explained}`;
}

/** Of what is absent, by values or not: values say it of their own days alone. */
export function absentWords(byValues: readonly boolean[]): string {
  if (!byValues.includes(true)) return "absent";
  return byValues.includes(false) ? "absent or not met by the values entered" : "not met by the values entered";
}
