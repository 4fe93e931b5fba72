import type { CriteriaSet, Definitions, SleRecord } from "../../criteria/types.ts";
import { routesOf } from "../definition/walk.ts";
import type { Facts } from "../record/facts.ts";
import { interpret, type RecordPlan, recordPlanOf } from "../record/interpret.ts";
import { asAssessed } from "../scoring/leaf-truth.ts";
import type { Component, RulePlan } from "../scoring/plan.ts";
import { classifies, domainPoints, tallyOf } from "../scoring/tally.ts";

/** What a person who scores a patient by one set arrives at, unknown counting as not met. */
export interface Answer {
  readonly total: number;
  /** Points by domain id; a domain without points is left out. */
  readonly domains: Readonly<Record<string, number>>;
  readonly classified: boolean;
}

/** In a set as it is misread, a domain may be split; its parts are named after it, behind this sign. */
export const PART_OF = "/";

/**
 * The answer of one set, without bounds and reasons, cheap enough for a search over misreadings.
 * A statement that a misreading of the definitions contradicts gives way, because the misreader does not see it.
 * Undefined when the record cannot be read even so.
 */
export function answerOf(record: SleRecord, set: CriteriaSet, definitions: Definitions): Answer | undefined {
  const facts = factsOf(record, definitions);
  return facts && answerFrom(facts, set);
}

/** As `answerOf`, from facts. */
export function answerFrom(facts: Facts, set: CriteriaSet): Answer {
  const read = asAssessed(set, facts);
  const routes = routesOf(set);
  const whole: Component = { findings: [], domains: set.domains, entry: true, routes: routes.map((_, index) => index) };
  const plan: RulePlan = { set, routes };
  const tally = tallyOf(whole, plan, read);
  const domains: Record<string, number> = {};
  for (const domain of set.domains) {
    const id = domain.id.split(PART_OF)[0] ?? domain.id;
    const { points } = domainPoints(domain, read);
    if (points !== 0) domains[id] = (domains[id] ?? 0) + points;
  }
  return { total: tally.points, domains, classified: classifies(tally, plan) };
}

/** Whether two answers agree in every point and in the verdict. */
export function isSameAnswer(one: Answer, other: Answer | undefined): boolean {
  return (
    other !== undefined &&
    one.total === other.total &&
    one.classified === other.classified &&
    Object.keys({ ...one.domains, ...other.domains }).every((domain) => one.domains[domain] === other.domains[domain])
  );
}

/** How records are read by some definitions, and what was read of them so far. */
interface Reader {
  readonly plan: RecordPlan;
  readonly known: WeakMap<SleRecord, { readonly facts: Facts | undefined }>;
}

/** Most misreadings leave the record, the definitions or both as they are: what was read once is kept. */
const readers = new WeakMap<Definitions, Reader>();

/** The definitions that share all but the rules of their findings, as those that are misread do, share their relations. */
const plans = new WeakMap<Definitions["implications"], RecordPlan>();

function planFor(definitions: Definitions): RecordPlan {
  const shared = plans.get(definitions.implications);
  if (
    shared &&
    shared.definitions.assumptions === definitions.assumptions &&
    shared.definitions.sets === definitions.sets
  ) {
    return { ...shared, definitions };
  }
  const plan = recordPlanOf(definitions);
  plans.set(definitions.implications, plan);
  return plan;
}

/** The facts of a record as `answerOf` reads them. Undefined when the record cannot be read. */
export function factsOf(record: SleRecord, definitions: Definitions): Facts | undefined {
  const reader = readers.get(definitions) ?? { plan: planFor(definitions), known: new WeakMap() };
  readers.set(definitions, reader);
  const before = reader.known.get(record) ?? { facts: readFacts(reader.plan, record) };
  reader.known.set(record, before);
  return before.facts;
}

/** Facts of a record; a statement that the definitions contradict gives way. */
function readFacts(plan: RecordPlan, record: SleRecord): Facts | undefined {
  const { facts, issues } = interpret(plan, record);
  if (facts) return facts;
  const contradicted = new Set(issues.filter(({ code }) => code === "contradiction").map(({ path }) => path));
  if (contradicted.size === 0) return undefined;
  const kept = Object.entries(record.findings ?? {}).filter(([finding]) => !contradicted.has(`findings.${finding}`));
  return interpret(plan, { ...record, findings: Object.fromEntries(kept) }).facts;
}
