import type { Classification, Condition, DomainGroup } from "../../criteria/types.ts";
import type { Plan } from "../scoring/plan.ts";
import type { Context } from "./context.ts";
import { Counted, type World, type Worlds, worldsOf } from "./counted.ts";
import { allOf, anyOf, firstOf, numberOf, sumOf } from "./expressions.ts";
import { Columns, type Stage } from "./stages.ts";

export interface SetParts {
  readonly stages: readonly Stage[];
  /** The columns of the result, without the patient's and the last one. */
  readonly results: ReadonlyMap<string, string>;
}

/** What the sets make of the findings: each domain, their totals, and what the rule makes of them. */
export function setParts(plans: readonly Plan[], context: Context): SetParts {
  const [counted, domains, totals, ruled] = [new Columns(), new Columns(), new Columns(), new Columns()];
  const counts = new Counted(counted, context);
  const results = new Map<string, string>();
  for (const plan of plans) {
    const worlds = worldsOf(plan, context.definitions);
    const writer = { plan, context, worlds, counts, domains, totals } satisfies Writer;
    for (const [column, expression] of figures(writer, ruled)) results.set(`${plan.set.id} ${column}`, expression);
  }
  return {
    stages: [
      { name: "counted", says: "Whether each finding counts, surely or possibly.", columns: counted.all },
      {
        name: "domains",
        says: "What each domain comes to, with the heaviest criterion of each.",
        columns: domains.all,
      },
      { name: "totals", says: "What each set comes to, at least and at most.", columns: totals.all },
      { name: "ruled", says: "Whether the rule of each set is met.", columns: ruled.all },
    ],
    results,
  };
}

interface Writer {
  readonly plan: Plan;
  readonly context: Context;
  readonly worlds: Worlds;
  readonly counts: Counted;
  readonly domains: Columns;
  readonly totals: Columns;
}

function* figures(writer: Writer, ruled: Columns): Generator<readonly [column: string, expression: string]> {
  const { plan, context, worlds } = writer;
  const { name, text, types } = context.dialect;
  const { id } = plan.set;
  const isWhole = plan.set.domains.every(({ criteria }) => criteria.every(({ weight }) => Number.isInteger(weight)));
  const number = (expression: string) => (isWhole ? expression : `CAST(${expression} AS ${types.double})`);
  const outermost = (which: "LEAST" | "GREATEST", of: readonly World[]) => {
    const scores = [...new Set(of.map((world) => points(writer, world)))];
    return scores.length === 1 ? (scores[0] ?? "0") : `${which}(${scores.join(", ")})`;
  };
  const rule = (world: World) => name(ruled.add(`${id} met${inWords(world)}`, classifies(writer, world)));
  const each = (of: readonly World[]) => [...new Set(of.map(rule))];
  yield ["score", number(points(writer, worlds.assessed))];
  yield ["lower", number(outermost("LEAST", worlds.lower))];
  yield ["upper", number(outermost("GREATEST", worlds.upper))];
  yield ["as-assessed", firstOf([[rule(worlds.assessed), text("classified")]], text("not-classified"))];
  yield [
    "verdict",
    firstOf(
      [
        [allOf(each(worlds.lower)), text("classified")],
        [anyOf(each(worlds.upper)), text("undetermined")],
      ],
      text("not-classified"),
    ),
  ];
}

/** Whether the set classifies in a world. */
function classifies(writer: Writer, world: World): string {
  const { set } = writer.plan;
  const rule = clause(set.classifiedWhen, writer, world);
  return set.entry ? allOf([met(set.entry.when, "entry", writer, world), rule]) : rule;
}

function clause(rule: Classification, writer: Writer, world: World): string {
  switch (rule.kind) {
    case "scoreAtLeast":
      return `${points(writer, world)} >= ${numberOf(rule.score)}`;
    case "scoreAbove":
      return `${points(writer, world)} > ${numberOf(rule.score)}`;
    case "criteriaAtLeast":
      return `${criteriaMet(rule.group, writer, world)} >= ${rule.count}`;
    case "route":
      return met(rule.when, `route ${writer.plan.routes.indexOf(rule) + 1}`, writer, world);
    case "allOf":
      return allOf(rule.of.map((part) => clause(part, writer, world)));
    case "anyOf":
      return anyOf(rule.of.map((part) => clause(part, writer, world)));
  }
}

/** A condition of the rule itself, as a column beside the totals. */
function met(
  when: Condition,
  column: string,
  { plan, context, worlds, counts, domains, totals }: Writer,
  world: World,
) {
  const { name } = context.dialect;
  const at = `${plan.set.id} ${column}${inWords(world)}`;
  const early = domains.add(at, condition(when, { plan, worlds, counts }, world));
  return name(totals.add(early, name(early)));
}

/** The score in a world. */
function points(writer: Writer, world: World): string {
  const { plan, context, worlds, counts, domains, totals } = writer;
  const { name } = context.dialect;
  const parts = plan.set.domains.map(({ id, criteria }) => {
    const weights = [...new Set(criteria.map(({ weight }) => weight))].sort((a, b) => b - a);
    const cases = weights.map((weight) => {
      const ofWeight = criteria.filter((criterion) => criterion.weight === weight);
      const conditions = ofWeight.map(({ when }) => condition(when, { plan, worlds, counts }, world));
      return [anyOf(conditions), numberOf(weight)] as const;
    });
    return name(domains.add(`${plan.set.id} ${id}${inWords(world)}`, firstOf(cases, "0")));
  });
  return name(totals.add(`${plan.set.id} points${inWords(world)}`, sumOf(parts)));
}

/** How many criteria of a group are met in a world. */
function criteriaMet(group: DomainGroup, writer: Writer, world: World): string {
  const { plan, context, worlds, counts, domains, totals } = writer;
  const { name } = context.dialect;
  const parts = plan.set.domains
    .filter((domain) => domain.group === group)
    .map(({ id, criteria }) => {
      const ones = criteria.map(({ when }) => firstOf([[condition(when, { plan, worlds, counts }, world), "1"]], "0"));
      return name(domains.add(`${plan.set.id} ${id} criteria${inWords(world)}`, sumOf(ones)));
    });
  return name(totals.add(`${plan.set.id} ${group}${inWords(world)}`, sumOf(parts)));
}

function condition(when: Condition, asked: Pick<Writer, "plan" | "worlds" | "counts">, world: World): string {
  switch (when.kind) {
    case "present":
    case "recorded":
      return asked.counts.column(when, asked.plan.set, asked.worlds, world);
    case "all":
      return allOf(when.of.map((part) => condition(part, asked, world)));
    case "any":
      return anyOf(when.of.map((part) => condition(part, asked, world)));
    case "atLeast": {
      const ones = when.of.map((part) => firstOf([[condition(part, asked, world), "1"]], "0"));
      return `(${sumOf(ones)} >= ${when.count})`;
    }
    case "not":
      return `NOT ${condition(when.of, asked, world)}`;
  }
}

/** As a column says it; nothing as assessed. */
function inWords({ side, answers }: World): string {
  if (side === "assessed") return "";
  const which = [...answers].map(([finding, answer]) => ` ${answer ? "with" : "without"} ${finding}`);
  return ` at ${side === "lower" ? "least" : "most"}${which.join()}`;
}
