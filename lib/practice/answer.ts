import type { CriteriaSet, Definitions, SleRecord } from "../../criteria/types.ts";
import { routesOf } from "../definition/walk.ts";
import type { Facts } from "../record/facts.ts";
import { interpreter } from "../record/interpret.ts";
import { asAssessed } from "../scoring/leaf-truth.ts";
import type { Component, Plan } from "../scoring/plan.ts";
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
  const plan: Plan = {
    set,
    components: [whole],
    routes,
    follows: new Map(),
    needed: { clinical: Number.POSITIVE_INFINITY, immunologic: Number.POSITIVE_INFINITY },
    enough: Number.POSITIVE_INFINITY,
  };
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

/** Most misreadings leave the record, the definitions or both as they are: what was read once is kept. */
const readers = new WeakMap<Definitions, { readonly read: (record: SleRecord) => Facts | undefined }>();

/** The facts of a record as `answerOf` reads them. Undefined when the record cannot be read. */
export function factsOf(record: SleRecord, definitions: Definitions): Facts | undefined {
  const reader = readers.get(definitions) ?? { read: remembering(factsReader(definitions)) };
  readers.set(definitions, reader);
  return reader.read(record);
}

function remembering(read: (record: SleRecord) => Facts | undefined): (record: SleRecord) => Facts | undefined {
  const known = new WeakMap<SleRecord, { readonly facts: Facts | undefined }>();
  return (record) => {
    const before = known.get(record) ?? { facts: read(record) };
    known.set(record, before);
    return before.facts;
  };
}

/** Facts of a record; a statement that the definitions contradict gives way. */
function factsReader(definitions: Definitions): (record: SleRecord) => Facts | undefined {
  const interpret = interpreter(definitions);
  return (record) => {
    const { facts, issues } = interpret(record);
    if (facts) return facts;
    const contradicted = new Set(issues.filter(({ code }) => code === "contradiction").map(({ path }) => path));
    if (contradicted.size === 0) return undefined;
    const kept = Object.entries(record.findings ?? {}).filter(([finding]) => !contradicted.has(`findings.${finding}`));
    return interpret({ ...record, findings: Object.fromEntries(kept) }).facts;
  };
}
