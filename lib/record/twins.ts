import type { Definitions, FindingId } from "../../criteria/types.ts";
import { assumed, backward, closure, implied, type Step } from "../definition/implications.ts";
import { criteriaOf, leaves } from "../definition/walk.ts";
import type { Facts } from "./facts.ts";
import type { RecordNotice } from "./issues.ts";
import type { Measured } from "./measure.ts";

type ByMeasurement = ReadonlyMap<FindingId, Measured>;

/** What can be worked out about twins before any record is seen. */
export interface TwinPlan {
  readonly findings: readonly FindingId[];
  /** From a finding to what makes it present: what implies it, and what it is assumed from. */
  readonly steps: readonly Step[];
  /** The findings that count for a criterion of some set, unless they are explained. */
  readonly counting: ReadonlySet<FindingId>;
}

export function twinPlanOf(definitions: Definitions): TwinPlan {
  const assumedPresent = definitions.assumptions.filter(
    ({ when, then }) => when.status === "present" && then.status === "present",
  );
  const conditions = definitions.sets.flatMap((set) => [...criteriaOf(set)].map(({ criterion }) => criterion.when));
  const counting = conditions
    .flatMap((when) => [...leaves(when)])
    .filter(({ leaf, negated }) => leaf.kind === "present" && !negated);
  return {
    findings: Object.keys(definitions.findings) as FindingId[],
    steps: backward([...implied(definitions), ...assumed({ assumptions: assumedPresent })]),
    counting: new Set(counting.map(({ leaf }) => leaf.finding)),
  };
}

/** Positions of the measurements that make a finding present, by its own rules or through what makes it present. */
function restsOn(finding: FindingId, measured: ByMeasurement, { steps }: TwinPlan): ReadonlySet<number> {
  const sources = [...closure([finding], steps)].flatMap((source) => measured.get(source) ?? []);
  return new Set(sources.flatMap(({ status, by }) => (status === "present" ? by : [])));
}

/**
 * The other findings that the same measurements make present: one laboratory result seen from several definitions.
 * What explains the result explains each of them.
 */
export function twinsOf(finding: FindingId, measured: ByMeasurement, plan: TwinPlan): readonly FindingId[] {
  if (measured.size === 0) return [];
  const own = restsOn(finding, measured, plan);
  if (own.size === 0) return [];
  return plan.findings.filter(
    (other) => other !== finding && [...restsOn(other, measured, plan)].some((position) => own.has(position)),
  );
}

/**
 * A finding that still counts although something else is said to explain another one, which the same result decides.
 */
export function explainedElsewhere(
  facts: Facts,
  measured: ByMeasurement,
  definitions: Definitions,
  plan: TwinPlan,
): RecordNotice[] {
  const isExplained = (finding: FindingId) => facts[finding].status === "present" && facts[finding].explainedBy;
  if (measured.size === 0 || !plan.findings.some(isExplained)) return [];
  const { findings } = definitions;
  return plan.findings.flatMap((finding): RecordNotice[] => {
    if (facts[finding].status !== "present" || isExplained(finding) || !plan.counting.has(finding)) return [];
    const explained = twinsOf(finding, measured, plan).filter(isExplained);
    if (explained.length === 0) return [];
    const others = explained.map((other) => `"${findings[other].label}"`).join(" and ");
    const message =
      `"${findings[finding].label}" still counts where a set reads it, although something else is said to explain ` +
      `${others}, which the same result decides. Explain it as well, or take the other explanation back.`;
    return [{ code: "explained-elsewhere", finding, message }];
  });
}
