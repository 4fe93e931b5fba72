import type { Assumption, Definitions, ExplainedBy, FindingId, Statement } from "../../criteria/types.ts";
import type { Fact, Facts, Origin } from "./facts.ts";
import type { Measured } from "./measure.ts";

/** A finding stated absent that something else in the record makes present. */
export interface Contradiction {
  readonly finding: FindingId;
  /** The measurements that meet its rule, or the stated or measured finding that implies it. */
  readonly with:
    | { readonly kind: "measured"; readonly by: readonly number[] }
    | { readonly kind: "implied"; readonly by: FindingId };
}

export interface Derivation {
  readonly facts: Facts;
  readonly contradictions: readonly Contradiction[];
}

/** The relations of the definitions, ready for `derive`. */
export interface Relations {
  readonly findings: readonly FindingId[];
  readonly impliedBy: ReadonlyMap<FindingId, readonly FindingId[]>;
  readonly implies: ReadonlyMap<FindingId, readonly FindingId[]>;
  readonly assumptions: readonly Assumption[];
}

export function relationsOf(definitions: Definitions): Relations {
  const impliedBy = new Map<FindingId, FindingId[]>();
  const implies = new Map<FindingId, FindingId[]>();
  for (const { from, to } of definitions.implications) {
    impliedBy.set(to, [...(impliedBy.get(to) ?? []), from]);
    implies.set(from, [...(implies.get(from) ?? []), to]);
  }
  const findings = Object.keys(definitions.findings) as FindingId[];
  return { findings, impliedBy, implies, assumptions: definitions.assumptions };
}

const NO_LIFT: readonly FindingId[] = [];
const NOT_ANSWERED: Fact = { status: "unknown", origin: { kind: "not-answered" }, liftedBy: NO_LIFT };

/**
 * Statements and measurements, completed by strict implications and then by assumptions.
 *
 * - Stated present stands. Stated absent stands unless something makes the finding present: a contradiction.
 * - Present passes forward, absent passes backward, and an inherited present carries its explanation along
 *   unless another route makes it present without one. An explanation stated on the finding itself is its own.
 * - Assumptions come last and only fill what is still unknown.
 */
export function derive(
  stated: ReadonlyMap<FindingId, Statement>,
  measured: ReadonlyMap<FindingId, Measured>,
  relations: Relations,
): Derivation {
  const present = presentWithOrigin(stated, measured, relations);
  const absent = absentWithOrigin(stated, measured, present, relations);
  const settled: Settled = { present, absent, stated, relations };
  const explanations = new Map<FindingId, Explanation>();
  const facts = {} as Record<FindingId, Fact>;
  for (const finding of relations.findings) facts[finding] = settledFact(finding, settled, explanations);
  for (const [finding, fact] of assumedFacts(facts, relations.assumptions)) facts[finding] = fact;
  return { facts, contradictions: findContradictions(stated, measured, present) };
}

interface Settled {
  readonly present: ReadonlyMap<FindingId, Origin>;
  readonly absent: ReadonlyMap<FindingId, Origin>;
  readonly stated: ReadonlyMap<FindingId, Statement>;
  readonly relations: Relations;
}

function presentWithOrigin(
  stated: ReadonlyMap<FindingId, Statement>,
  measured: ReadonlyMap<FindingId, Measured>,
  { implies }: Relations,
): Map<FindingId, Origin> {
  const present = new Map<FindingId, Origin>();
  for (const [finding, value] of measured) {
    if (value.status === "present") present.set(finding, { kind: "measured", by: value.by });
  }
  for (const [finding, statement] of stated) {
    if (statement.status === "present") present.set(finding, { kind: "stated" });
  }
  // A Map visits what is added while it is walked, so this reaches every consequence.
  for (const finding of present.keys()) {
    for (const wider of implies.get(finding) ?? []) {
      if (!present.has(wider)) present.set(wider, { kind: "implied", by: finding });
    }
  }
  return present;
}

function absentWithOrigin(
  stated: ReadonlyMap<FindingId, Statement>,
  measured: ReadonlyMap<FindingId, Measured>,
  present: ReadonlyMap<FindingId, Origin>,
  { impliedBy }: Relations,
): Map<FindingId, Origin> {
  const absent = new Map<FindingId, Origin>();
  for (const [finding, value] of measured) {
    if (value.status === "absent" && !present.has(finding)) absent.set(finding, { kind: "measured", by: value.by });
  }
  for (const [finding, statement] of stated) {
    if (statement.status === "absent" && !present.has(finding)) absent.set(finding, { kind: "stated" });
  }
  for (const finding of absent.keys()) {
    for (const narrower of impliedBy.get(finding) ?? []) {
      if (!absent.has(narrower)) absent.set(narrower, { kind: "implied", by: finding });
    }
  }
  return absent;
}

/** Whether a present finding has a route without an explanation, and what would give it one. */
interface Explanation {
  readonly explainedBy?: ExplainedBy;
  readonly liftedBy: readonly FindingId[];
}

function settledFact(finding: FindingId, settled: Settled, known: Map<FindingId, Explanation>): Fact {
  const origin = settled.present.get(finding);
  if (origin) return { status: "present", origin, ...explanationOf(finding, settled, known) };
  const no = settled.absent.get(finding);
  return no ? { status: "absent", origin: no, liftedBy: NO_LIFT } : NOT_ANSWERED;
}

function explanationOf(finding: FindingId, settled: Settled, known: Map<FindingId, Explanation>): Explanation {
  const found = known.get(finding);
  if (found) return found;
  const explanation = readExplanation(finding, settled, known);
  known.set(finding, explanation);
  return explanation;
}

function readExplanation(finding: FindingId, settled: Settled, known: Map<FindingId, Explanation>): Explanation {
  const origin = settled.present.get(finding);
  if (origin?.kind === "stated") {
    const explainedBy = settled.stated.get(finding)?.explainedBy;
    return { ...(explainedBy && { explainedBy }), liftedBy: NO_LIFT };
  }
  if (origin?.kind !== "implied") return { liftedBy: NO_LIFT };
  const routes = settled.relations.impliedBy.get(finding) ?? [];
  return handedOn(
    routes.filter((route) => settled.present.has(route)).map((route) => explanationOf(route, settled, known)),
    routes.filter((route) => !settled.present.has(route) && !settled.absent.has(route)),
  );
}

/** The explanation that present routes hand on, which unknown routes would lift. */
function handedOn(present: readonly Explanation[], unknown: readonly FindingId[]): Explanation {
  const explainedBy = present[0]?.explainedBy;
  if (!explainedBy || present.some((route) => !route.explainedBy)) return { liftedBy: NO_LIFT };
  return { explainedBy, liftedBy: [...new Set([...unknown, ...present.flatMap((route) => route.liftedBy)])] };
}

function assumedFacts(facts: Facts, assumptions: readonly Assumption[]): Map<FindingId, Fact> {
  const assumed = new Map<FindingId, Fact>();
  for (const { when, then, why } of assumptions) {
    if (assumed.has(then.finding) || facts[then.finding].status !== "unknown") continue;
    if (facts[when.finding].status !== when.status) continue;
    const origin: Origin = { kind: "assumed", by: when.finding, why };
    if (then.status === "absent") {
      assumed.set(then.finding, { status: "absent", origin, liftedBy: NO_LIFT });
      continue;
    }
    const routes = assumptions
      .filter((other) => other.then.finding === then.finding && other.then.status === "present")
      .map((other) => other.when);
    const explanation = handedOn(
      routes.filter((route) => facts[route.finding].status === route.status).map((route) => facts[route.finding]),
      routes.filter((route) => facts[route.finding].status === "unknown").map((route) => route.finding),
    );
    assumed.set(then.finding, { status: "present", origin, ...explanation });
  }
  return assumed;
}

function findContradictions(
  stated: ReadonlyMap<FindingId, Statement>,
  measured: ReadonlyMap<FindingId, Measured>,
  present: ReadonlyMap<FindingId, Origin>,
): Contradiction[] {
  const contradictions: Contradiction[] = [];
  for (const [finding, statement] of stated) {
    if (statement.status !== "absent") continue;
    const value = measured.get(finding);
    if (value?.status === "present") contradictions.push({ finding, with: { kind: "measured", by: value.by } });
    const origin = present.get(finding);
    if (origin?.kind === "implied") contradictions.push({ finding, with: { kind: "implied", by: origin.by } });
  }
  return contradictions;
}
