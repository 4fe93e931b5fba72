import type { CriteriaSet, FindingId } from "../../criteria/types.ts";
import type { Facts } from "../record/facts.ts";
import type { OtherFacts } from "../record/interpret.ts";
import { explainedAway } from "./leaf-truth.ts";
import type { DomainResult, OtherReading, SetResult, Trace } from "./result.ts";

/** What a reading comes to. */
export type Outcome = Pick<OtherReading, "value" | "asAssessed">;

/** What the set would give if an item were read in its other defensible way, where that is something else. */
export function otherReadings(
  set: CriteriaSet,
  read: readonly FindingId[],
  facts: Facts,
  otherFacts: readonly OtherFacts[],
  { value, asAssessed, domains }: Outcome & Pick<SetResult, "domains">,
  outcome: (facts: Facts) => Outcome,
): readonly OtherReading[] {
  return readOtherwise(set, read, facts, otherFacts, domains).flatMap(({ code, finding, facts: others }) => {
    const other = outcome(others);
    return other.value === value && other.asAssessed === asAssessed ? [] : [{ code, finding, ...other }];
  });
}

/** The facts by another defensible reading of an item. */
export type ReadOtherwise = Pick<OtherReading, "code" | "finding"> & { readonly facts: Facts };

/** The facts by each other defensible reading of an item that the set reads. */
export function readOtherwise(
  set: CriteriaSet,
  read: readonly FindingId[],
  facts: Facts,
  otherFacts: readonly OtherFacts[],
  domains: SetResult["domains"],
): readonly ReadOtherwise[] {
  return [...byOtherFacts(otherFacts, read), ...unexplainedSubtractions(domains, set, facts)];
}

/** Other readings of the record that concern a finding which the set reads. */
function byOtherFacts(otherFacts: readonly OtherFacts[], read: readonly FindingId[]): readonly ReadOtherwise[] {
  return otherFacts.flatMap(({ code, findings, facts }) => {
    const finding = findings.find((one) => read.includes(one));
    return finding ? [{ code, finding, facts }] : [];
  });
}

/**
 * The facts without the explanation that takes a subtraction away. To explain a finding mostly lowers a score; where the
 * criterion weighs less than nothing it raises it, which the rule of attribution may not have meant.
 */
function unexplainedSubtractions(
  domains: readonly DomainResult[],
  set: CriteriaSet,
  facts: Facts,
): readonly ReadOtherwise[] {
  const explained = domains
    .flatMap(({ criteria }) => criteria)
    .filter(({ weight, state }) => weight < 0 && state === "explained");
  return explained.flatMap(({ trace }) => {
    const findings = leavesOf(trace).filter((finding) => explainedAway(set, finding, facts[finding]));
    const [finding] = findings;
    const counted = Object.fromEntries(
      findings.map((one) => {
        const { explainedBy: _, ...fact } = facts[one];
        return [one, { ...fact, liftedBy: [] }];
      }),
    );
    return finding ? [{ code: "explained-subtraction", finding, facts: { ...facts, ...counted } }] : [];
  });
}

function leavesOf(trace: Trace): readonly FindingId[] {
  switch (trace.kind) {
    case "present":
    case "recorded":
      return [trace.finding];
    case "not":
      return leavesOf(trace.of);
    default:
      return trace.of.flatMap(leavesOf);
  }
}
