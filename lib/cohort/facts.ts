import type { Assumption, Cause, Definitions, FindingId } from "../../criteria/types.ts";
import { excludedCauses } from "../definition/excluded-causes.ts";
import { narrowerThan, widerThan } from "../definition/implications.ts";
import { findingsRead } from "../definition/walk.ts";
import { CAUSES } from "../record/causes.ts";
import { relationsOf } from "../record/derive.ts";
import { type Circuit, NEVER, type Wire } from "./circuit.ts";

/** Causes that no set tells apart: an explanation by one of them counts as one by another. */
export type CauseClass = readonly Cause[];

/** The causes of an explanation, in classes that the sets of these definitions tell apart. */
export function causeClassesOf({ sets }: Pick<Definitions, "sets">): readonly CauseClass[] {
  const classes = new Map<string, Cause[]>();
  for (const cause of CAUSES) {
    const excludedBy = sets.flatMap((set) =>
      findingsRead(set)
        .filter((finding) => excludes(excludedCauses(set, finding), cause))
        .map((id) => `${set.id} ${id}`),
    );
    const key = excludedBy.join();
    classes.set(key, [...(classes.get(key) ?? []), cause]);
  }
  return [...classes.values()];
}

export function excludes(causes: "any" | readonly Cause[], cause: Cause): boolean {
  return causes === "any" || causes.includes(cause);
}

/** What the columns of a file can say: of nothing else are there inputs. */
export interface Said {
  /** Findings that are stated. */
  readonly stated: ReadonlySet<FindingId>;
  /** Findings that measurements decide. */
  readonly measured: ReadonlySet<FindingId>;
  /** Whether a stated finding can be explained. */
  readonly explained: boolean;
}

/** The names of a finding's inputs. `explained` is beside `present`, for a class of causes by its position. */
export const inputName = {
  present: (finding: FindingId) => `present ${finding}`,
  absent: (finding: FindingId) => `absent ${finding}`,
  explained: (finding: FindingId, position: number) => `explained ${position} ${finding}`,
  measuredPresent: (finding: FindingId) => `measured present ${finding}`,
  measuredAbsent: (finding: FindingId) => `measured absent ${finding}`,
} as const;

/** What is known of a finding of every patient: see `Fact` (lib/record/facts.ts), of which this is the circuit. */
export interface FactWires {
  readonly present: Wire;
  readonly absent: Wire;
  /** Present and explained, for each class of causes. */
  readonly explained: readonly Wire[];
  /** For each unknown finding that would lift the explanation, where it would. */
  readonly liftedBy: ReadonlyMap<FindingId, Wire>;
}

export interface FactsCircuit {
  readonly of: (finding: FindingId) => FactWires;
  /** Stated absent, and present by something else. */
  readonly contradiction: Wire;
}

/** What `derive` (lib/record/derive.ts) does for one patient, as a circuit for all of them. */
export function factsCircuit(
  circuit: Circuit,
  definitions: Definitions,
  said: Said,
  classes: readonly CauseClass[],
): FactsCircuit {
  const settled = settledCircuit(circuit, definitions, said, classes);
  const filled = assumedCircuit(circuit, definitions, settled.of, classes);
  return { of: (finding) => filled.get(finding) ?? settled.of(finding), contradiction: settled.contradiction };
}

/** Statements and measurements, completed by strict implications. */
function settledCircuit(
  circuit: Circuit,
  definitions: Definitions,
  { stated, measured, explained }: Said,
  classes: readonly CauseClass[],
): FactsCircuit {
  const { and, andNot, or, input } = circuit;
  const relations = relationsOf(definitions);
  const inputIf = (there: boolean, name: string): Wire => (there ? input(name) : NEVER);
  const once = <T>(make: (finding: FindingId) => T): ((finding: FindingId) => T) => {
    const made = new Map<FindingId, T>();
    return (finding) => {
      const value = made.get(finding) ?? make(finding);
      made.set(finding, value);
      return value;
    };
  };
  const statedPresent = (finding: FindingId) => inputIf(stated.has(finding), inputName.present(finding));
  const statedAbsent = (finding: FindingId) => inputIf(stated.has(finding), inputName.absent(finding));
  const ownPresent = (finding: FindingId) =>
    or(statedPresent(finding), inputIf(measured.has(finding), inputName.measuredPresent(finding)));
  const inheritedPresent = once((finding) => or(...[...narrowerThan(finding, definitions)].map(ownPresent)));
  const present = once((finding) => or(ownPresent(finding), inheritedPresent(finding)));
  // A finding that is stated absent and present is a contradiction, whose facts nobody reads.
  const ownAbsent = once((finding) =>
    or(
      statedAbsent(finding),
      andNot(inputIf(measured.has(finding), inputName.measuredAbsent(finding)), present(finding)),
    ),
  );
  const absent = once((finding) => or(ownAbsent(finding), ...[...widerThan(finding, definitions)].map(ownAbsent)));
  const of = once((finding): FactWires => {
    const own = classes.map((_, position) =>
      and(statedPresent(finding), inputIf(explained && stated.has(finding), inputName.explained(finding, position))),
    );
    const isImplied = andNot(present(finding), ownPresent(finding));
    const routes = (relations.impliedBy.get(finding) ?? []).map((route): Route => {
      const fact = of(route);
      return { finding: route, fact, holds: fact.present, open: circuit.not(or(fact.present, fact.absent)) };
    });
    const inherited = handedOn(circuit, routes, isImplied, classes);
    return {
      present: present(finding),
      absent: absent(finding),
      explained: own.map((wire, position) => or(wire, inherited.explained[position] ?? NEVER)),
      liftedBy: inherited.liftedBy,
    };
  });
  const contradiction = or(
    ...relations.findings.map((finding) => {
      const measuredPresent = inputIf(measured.has(finding), inputName.measuredPresent(finding));
      return and(statedAbsent(finding), or(measuredPresent, inheritedPresent(finding)));
    }),
  );
  return { of, contradiction };
}

/** One way in which a finding is made present by another. */
interface Route {
  readonly finding: FindingId;
  readonly fact: FactWires;
  /** It makes the finding present. */
  readonly holds: Wire;
  /** It is unknown whether it would. */
  readonly open: Wire;
}

/** The explanation that routes hand on, where `where` is set: none if one of them has none, else that of the first. */
function handedOn(
  circuit: Circuit,
  routes: readonly Route[],
  where: Wire,
  classes: readonly CauseClass[],
): Pick<FactWires, "explained" | "liftedBy"> {
  const { and, andNot, or } = circuit;
  const unexplained = or(...routes.map(({ holds, fact }) => andNot(holds, or(...fact.explained))));
  const allExplained = andNot(and(where, or(...routes.map(({ holds }) => holds))), unexplained);
  const explained = classes.map((_, position) => {
    let before: Wire = NEVER;
    let wire: Wire = NEVER;
    for (const { holds, fact } of routes) {
      wire = or(wire, andNot(and(holds, fact.explained[position] ?? NEVER), before));
      before = or(before, holds);
    }
    return and(allExplained, wire);
  });
  const liftedBy = new Map<FindingId, Wire>();
  if (allExplained === NEVER || explained.every((wire) => wire === NEVER)) return { explained, liftedBy };
  const lift = (finding: FindingId, wire: Wire): void => {
    liftedBy.set(finding, or(liftedBy.get(finding) ?? NEVER, and(allExplained, wire)));
  };
  for (const { finding, fact, holds, open } of routes) {
    lift(finding, open);
    for (const [other, wire] of fact.liftedBy) lift(other, and(holds, wire));
  }
  return { explained, liftedBy };
}

/** The findings that assumptions fill where nothing else answers them. */
function assumedCircuit(
  circuit: Circuit,
  { assumptions }: Definitions,
  factOf: (finding: FindingId) => FactWires,
  classes: readonly CauseClass[],
): ReadonlyMap<FindingId, FactWires> {
  const { and, andNot, or, not } = circuit;
  const filled = new Map<FindingId, FactWires>();
  const findings = new Set(assumptions.map(({ then }) => then.finding));
  for (const finding of findings) {
    const own = factOf(finding);
    const unknown = not(or(own.present, own.absent));
    const about = assumptions.filter(({ then }) => then.finding === finding);
    let [present, absent, before] = [NEVER, NEVER, NEVER];
    for (const { when, then } of about) {
      const holds = and(unknown, holdsFor(factOf(when.finding), when.status));
      // The first assumption that applies is the one that fills it.
      if (then.status === "present") present = or(present, andNot(holds, before));
      else absent = or(absent, andNot(holds, before));
      before = or(before, holds);
    }
    const routes = about
      .filter(({ then }) => then.status === "present")
      .map(({ when }) => routeFrom(circuit, when, factOf));
    const inherited = handedOn(circuit, routes, present, classes);
    const liftedBy = new Map(own.liftedBy);
    for (const [lifter, wire] of inherited.liftedBy) liftedBy.set(lifter, or(liftedBy.get(lifter) ?? NEVER, wire));
    filled.set(finding, {
      present: or(own.present, present),
      absent: or(own.absent, absent),
      explained: own.explained.map((wire, position) => or(wire, inherited.explained[position] ?? NEVER)),
      liftedBy,
    });
  }
  return filled;
}

const NO_LIFT: ReadonlyMap<FindingId, Wire> = new Map();

function routeFrom(
  circuit: Circuit,
  { finding, status }: Assumption["when"],
  factOf: (finding: FindingId) => FactWires,
): Route {
  const fact = factOf(finding);
  const holds = holdsFor(fact, status);
  const open = circuit.not(circuit.or(fact.present, fact.absent));
  // Only a present finding has an explanation to hand on.
  const handsOn =
    status === "present" ? fact : { ...fact, explained: fact.explained.map(() => NEVER), liftedBy: NO_LIFT };
  return { finding, fact: handsOn, holds, open };
}

function holdsFor({ present, absent }: FactWires, status: "present" | "absent"): Wire {
  return status === "present" ? present : absent;
}
