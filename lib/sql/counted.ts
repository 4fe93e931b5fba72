import type { Cause, CriteriaSet, Definitions, FindingId } from "../../criteria/types.ts";
import { excludedCauses } from "../definition/excluded-causes.ts";
import { sourcesOf, widerThan } from "../definition/implications.ts";
import { criteriaOf, type Leaf, leaves, routesOf } from "../definition/walk.ts";
import type { Plan } from "../scoring/plan.ts";
import { type Context, causeColumn } from "./context.ts";
import { canInherit, liftedByColumn, liftedColumn } from "./derived.ts";
import { anyOf } from "./expressions.ts";
import type { Columns } from "./stages.ts";

/**
 * One way of answering what is not known. As assessed, everything unknown is absent. The other two are those with the
 * least and with the greatest outcome: there every finding that can only help is absent, or present, and every finding
 * that can only harm the other way round. A finding that can do both is answered in both ways (`answers`).
 */
export interface World {
  readonly side: "assessed" | "lower" | "upper";
  readonly answers: ReadonlyMap<FindingId, boolean>;
}

/** How the unknown findings of a set are answered, so that the least and the greatest outcome are among them. */
export interface Worlds {
  readonly assessed: World;
  readonly lower: readonly World[];
  readonly upper: readonly World[];
  /** The findings that can only help. Of the others that the set reads, those that `answers` leaves out only harm. */
  readonly helping: ReadonlySet<FindingId>;
}

/** More findings than these to be answered in both ways make a query that no engine likes. */
const MOST_BOTH_WAYS = 6;

/** @throws RangeError when too many findings of the set can both help and harm */
export function worldsOf(plan: Plan, definitions: Definitions): Worlds {
  const { helping, harming, lifts } = signsOf(plan, definitions);
  const both = new Set([...helping].filter((finding) => harming.has(finding)));
  // What is answered in both ways answers what it implies and what implies it, and lifts what it would hand on to.
  const signed = new Set([...helping, ...harming]);
  const ties = [...signed].flatMap((from) =>
    [...widerThan(from, definitions)].filter((to) => signed.has(to)).map((to) => [from, to] as const),
  );
  const isOpposed = ([from, to]: readonly [FindingId, FindingId]) => helping.has(from) !== helping.has(to);
  for (const [from, to] of ties.filter(isOpposed)) both.add(from).add(to);
  for (let size = -1; size !== both.size; ) {
    size = both.size;
    for (const [one, other] of [...ties, ...lifts]) if (both.has(one) || both.has(other)) both.add(one).add(other);
  }
  if (both.size > MOST_BOTH_WAYS) {
    throw new RangeError(`${plan.set.id}: ${both.size} findings can both help and harm; at most ${MOST_BOTH_WAYS} can`);
  }
  const ways = consistentAnswers([...both], definitions);
  const side = (of: World["side"]) => ways.map((answers): World => ({ side: of, answers }));
  return {
    assessed: { side: "assessed", answers: new Map() },
    lower: side("lower"),
    upper: side("upper"),
    helping,
  };
}

/** Every way of answering these findings in which nothing is present without what it implies. */
function consistentAnswers(
  findings: readonly FindingId[],
  definitions: Definitions,
): readonly ReadonlyMap<FindingId, boolean>[] {
  const ways = findings.reduce<readonly ReadonlyMap<FindingId, boolean>[]>(
    (sum, finding) => sum.flatMap((way) => [false, true].map((answer) => new Map([...way, [finding, answer]]))),
    [new Map()],
  );
  return ways.filter((way) =>
    findings.every(
      (finding) => !way.get(finding) || [...widerThan(finding, definitions)].every((wider) => way.get(wider) !== false),
    ),
  );
}

interface Signs {
  readonly helping: ReadonlySet<FindingId>;
  readonly harming: ReadonlySet<FindingId>;
  /** Findings whose explanation the set heeds, each with one that could lift it. */
  readonly lifts: readonly (readonly [FindingId, FindingId])[];
}

/** Which findings can raise what a set makes of a patient, and which can lower it, as its score or as its verdict. */
function signsOf({ set, needed }: Plan, definitions: Definitions): Signs {
  const helping = new Set<FindingId>();
  const harming = new Set<FindingId>();
  const lifts: (readonly [FindingId, FindingId])[] = [];
  const conditions = [
    ...[...criteriaOf(set)].flatMap(({ criterion, domain }) => {
      const asked = needed[domain.group] > 0;
      return [
        ...(criterion.weight >= 0 || asked ? [{ when: criterion.when, harms: false }] : []),
        ...(criterion.weight < 0 ? [{ when: criterion.when, harms: true }] : []),
      ];
    }),
    ...(set.entry ? [{ when: set.entry.when, harms: false }] : []),
    ...routesOf(set).map(({ when }) => ({ when, harms: false })),
  ];
  for (const { when, harms } of conditions) {
    for (const { leaf, negated } of leaves(when)) {
      const signs = harms === negated ? helping : harming;
      signs.add(leaf.finding);
      if (heeded(set, leaf).length === 0 || !canInherit(leaf.finding, definitions)) continue;
      for (const source of sourcesOf([leaf.finding], definitions)) {
        if (source === leaf.finding) continue;
        signs.add(source);
        lifts.push([leaf.finding, source]);
      }
    }
  }
  return { helping, harming, lifts };
}

/** The causes by which an explanation keeps this leaf from counting. */
function heeded(set: CriteriaSet, { kind, finding }: Leaf): "any" | readonly Cause[] {
  return kind === "recorded" ? [] : excludedCauses(set, finding);
}

/** The columns that say of every finding whether it counts for a set, surely and possibly; gathered while sets ask. */
export class Counted {
  readonly #columns: Columns;
  readonly #context: Context;

  constructor(columns: Columns, context: Context) {
    this.#columns = columns;
    this.#context = context;
  }

  /** The column that says whether a leaf of a set's condition is true in a world. */
  column(leaf: Leaf, set: CriteriaSet, worlds: Worlds, { side, answers }: World): string {
    const { finding } = leaf;
    const causes = heeded(set, leaf);
    const answer = answers.get(finding);
    if (answer !== undefined) return this.#answered(finding, causes, answer, answers);
    const isSure = side === "assessed" || (side === "lower") === worlds.helping.has(finding);
    return isSure ? this.#surely(finding, causes) : this.#possibly(finding, causes);
  }

  #surely(finding: FindingId, causes: "any" | readonly Cause[]): string {
    const { name } = this.#context.dialect;
    const present = `COALESCE(${name(finding)}, FALSE)`;
    if (causes.length === 0) return this.#add(`${finding} is present`, present);
    return this.#add(`${finding} counts${unless(causes)}`, `(${present} AND ${this.#unexplained(finding, causes)})`);
  }

  #possibly(finding: FindingId, causes: "any" | readonly Cause[]): string {
    const { name } = this.#context.dialect;
    if (causes.length === 0) return this.#add(`${finding} may be present`, `COALESCE(${name(finding)}, TRUE)`);
    const lifted = canInherit(finding, this.#context.definitions) ? [name(liftedColumn(finding))] : [];
    const counts = anyOf([this.#unexplained(finding, causes), ...lifted]);
    return this.#add(
      `${finding} may count${unless(causes)}`,
      `(${name(finding)} IS NULL OR (${name(finding)} AND ${counts}))`,
    );
  }

  /** With the unknown ones of some findings answered, itself among them. */
  #answered(
    finding: FindingId,
    causes: "any" | readonly Cause[],
    answer: boolean,
    answers: ReadonlyMap<FindingId, boolean>,
  ): string {
    const { dialect, definitions } = this.#context;
    const { name } = dialect;
    if (causes.length === 0 || !canInherit(finding, definitions)) {
      return answer ? this.#possibly(finding, causes) : this.#surely(finding, causes);
    }
    const sources = sourcesOf([finding], definitions);
    const lifters = [...answers].filter(([other, is]) => is && other !== finding && sources.has(other));
    const lifted = lifters.map(([other]) => name(liftedByColumn(finding, other)));
    const counts = anyOf([this.#unexplained(finding, causes), ...lifted]);
    const known = `(COALESCE(${name(finding)}, FALSE) AND ${counts})`;
    const by = lifters.map(([other]) => other).join(", ");
    return this.#add(
      `${finding} ${answer ? "may count" : "counts"}${unless(causes)}${by && `, with ${by}`}`,
      answer ? `(${name(finding)} IS NULL OR ${known})` : known,
    );
  }

  #unexplained(finding: FindingId, causes: "any" | readonly Cause[]): string {
    const { name, text } = this.#context.dialect;
    const cause = name(causeColumn(finding));
    if (causes === "any") return `${cause} IS NULL`;
    return `(${cause} IS NULL OR ${cause} NOT IN (${causes.map(text).join(", ")}))`;
  }

  #add(name: string, expression: string): string {
    return this.#context.dialect.name(this.#columns.add(name, expression));
  }
}

const unless = (causes: "any" | readonly Cause[]): string =>
  causes === "any" ? " unless explained" : ` unless explained by ${causes.join(", ")}`;
