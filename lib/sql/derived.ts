import type { Assumption, Definitions, FindingId } from "../../criteria/types.ts";
import { narrowerThan, widerThan } from "../definition/implications.ts";
import { relationsOf } from "../record/derive.ts";
import { type Context, causeColumn, measuredColumn, mistakeColumn } from "./context.ts";
import { anyOf, firstOf } from "./expressions.ts";
import type { Stage } from "./stages.ts";

/** Whether a present finding is stated or measured itself, and not only implied. */
const ownColumn = (finding: FindingId): string => `${finding} itself`;
/** Whether some unknown finding would lift the explanation that was handed on, if it turned out present. */
export const liftedColumn = (finding: FindingId): string => `${finding} lifted`;
/** The same of one unknown finding. */
export const liftedByColumn = (finding: FindingId, by: FindingId): string => `${finding} lifted by ${by}`;

type Relations = Pick<Definitions, "findings" | "implications" | "assumptions">;

const isPresent = ({ status }: Assumption["then"]): boolean => status === "present";

const isImplied = (finding: FindingId, { implications }: Relations): boolean =>
  implications.some(({ to }) => to === finding);

/** Whether an explanation can be handed on to a finding, by an implication or an assumption. */
export function canInherit(finding: FindingId, relations: Relations): boolean {
  const assumed = relations.assumptions.some(({ then }) => isPresent(then) && then.finding === finding);
  return assumed || isImplied(finding, relations);
}

/**
 * From statements and numbers to what is known of each finding: implications, then explanations, then assumptions.
 * Of the `lifters`, each has its own column beside every finding whose explanation it could lift.
 */
export function derivedStages(context: Context, lifters: readonly FindingId[]): readonly Stage[] {
  return [
    presentStage(context),
    absentStage(context),
    ...explainedStages(context, lifters),
    assumedStage(context, lifters),
  ];
}

const idsOf = ({ findings }: Pick<Definitions, "findings">) => Object.keys(findings) as FindingId[];

/** Present: stated, measured, or implied by what is. Absent so far: stated or measured. */
function presentStage({ definitions, columns, dialect }: Context): Stage {
  const { name } = dialect;
  const measurable = new Set(
    idsOf(definitions).filter((finding) =>
      definitions.findings[finding].decidedBy?.some(({ test }) => columns.values.some((value) => value.test === test)),
    ),
  );
  const sources = (finding: FindingId) => [
    name(finding),
    ...(measurable.has(finding) ? [name(measuredColumn(finding))] : []),
  ];
  const made = new Map<string, string>();
  const contradicted: string[] = [];
  for (const finding of idsOf(definitions)) {
    const own = sources(finding);
    const narrower = [...narrowerThan(finding, definitions)].flatMap(sources);
    if (own.length + narrower.length === 1) continue;
    made.set(
      finding,
      firstOf([[anyOf([...own, ...narrower]), "TRUE"]], own.length > 1 ? `COALESCE(${own.join(", ")})` : own[0]),
    );
    made.set(ownColumn(finding), `COALESCE(${anyOf(own)}, FALSE)`);
    contradicted.push(`(NOT ${name(finding)} AND ${anyOf([...own.slice(1), ...narrower])})`);
  }
  made.set(mistakeColumn("contradiction"), `COALESCE(${anyOf(contradicted)}, FALSE)`);
  return {
    name: "implied",
    says: "Present, because it is stated, measured or implied by what is.",
    columns: made,
  };
}

/** What is absent because something that it would imply is. */
function absentStage({ definitions, dialect }: Context): Stage {
  const { name } = dialect;
  const made = new Map<string, string>();
  for (const finding of idsOf(definitions)) {
    const wider = [...widerThan(finding, definitions)];
    if (wider.length === 0) continue;
    const absent = anyOf([finding, ...wider].map((one) => `NOT ${name(one)}`));
    made.set(
      finding,
      firstOf([
        [name(finding), "TRUE"],
        [absent, "FALSE"],
      ]),
    );
  }
  return { name: "ruled_out", says: "Absent, because something that it implies is absent.", columns: made };
}

/** Explanations, handed on by one implication after another: those first that nothing else hands on to. */
function explainedStages({ definitions, dialect }: Context, lifters: readonly FindingId[]): readonly Stage[] {
  const { impliedBy } = relationsOf(definitions);
  const levels = new Map<FindingId, number>();
  const levelOf = (finding: FindingId, below: readonly FindingId[] = []): number => {
    if (below.includes(finding)) throw new RangeError(`"${finding}" implies itself`);
    const known = levels.get(finding);
    if (known !== undefined) return known;
    const routes = (impliedBy.get(finding) ?? []).map((route) => levelOf(route, [...below, finding]));
    const level = routes.length === 0 ? 0 : 1 + Math.max(...routes);
    levels.set(finding, level);
    return level;
  };
  const deepest = Math.max(0, ...idsOf(definitions).map((finding) => levelOf(finding)));
  return Array.from({ length: deepest }, (_, position): Stage => {
    const made = new Map<string, string>();
    for (const [finding, level] of levels) {
      if (level !== position + 1) continue;
      const routes = (impliedBy.get(finding) ?? []).map((route): Route => ({ finding: route, holds: "present" }));
      const { name } = dialect;
      const own = name(ownColumn(finding));
      const cause = firstOf([
        [own, name(causeColumn(finding))],
        [name(finding), handedOn(routes, dialect)],
      ]);
      made.set(causeColumn(finding), cause);
      const lifted = (by?: FindingId) => `(NOT ${own} AND ${liftedThrough(routes, definitions, dialect, by)})`;
      made.set(liftedColumn(finding), lifted());
      for (const by of lifters) made.set(liftedByColumn(finding, by), lifted(by));
    }
    return {
      name: `explained_${position + 1}`,
      says: "The explanation that is handed on, unless one of those that imply the finding has none.",
      columns: made,
    };
  });
}

/** One finding through which another is present, and the answer with which it is. */
interface Route {
  readonly finding: FindingId;
  readonly holds: Assumption["when"]["status"];
}

type Names = Context["dialect"];

const holds = ({ finding, holds: status }: Route, { name }: Names): string =>
  status === "present" ? name(finding) : `NOT ${name(finding)}`;

/** The cause that the routes which hold hand on: none if one of them has none, else that of the first. */
function handedOn(routes: readonly Route[], names: Names): string {
  const causeOf = ({ finding }: Route) => names.name(causeColumn(finding));
  return firstOf([
    [anyOf(routes.map((route) => `(${holds(route, names)} AND ${causeOf(route)} IS NULL)`)), "NULL"],
    ...routes.map((route) => [holds(route, names), causeOf(route)] as const),
  ]);
}

/** Whether an unknown route, or the one that is asked about, would be a route without an explanation. */
function liftedThrough(routes: readonly Route[], relations: Relations, { name }: Names, by?: FindingId): string {
  return anyOf(
    routes.flatMap(({ finding }) => [
      ...(by === undefined || by === finding ? [`${name(finding)} IS NULL`] : []),
      ...(isImplied(finding, relations) && by !== finding
        ? [name(by === undefined ? liftedColumn(finding) : liftedByColumn(finding, by))]
        : []),
    ]),
  );
}

/** Assumptions, for what is still unknown: each from what was known before any of them. */
function assumedStage({ definitions, dialect }: Context, lifters: readonly FindingId[]): Stage {
  const { name } = dialect;
  const made = new Map<string, string>();
  for (const finding of new Set(definitions.assumptions.map(({ then }) => then.finding))) {
    const about = definitions.assumptions.filter(({ then }) => then.finding === finding);
    const answer = firstOf(
      about.map(({ when, then }) => [
        holds({ finding: when.finding, holds: when.status }, dialect),
        isPresent(then) ? "TRUE" : "FALSE",
      ]),
    );
    made.set(finding, `COALESCE(${name(finding)}, ${answer})`);
    const routes = about
      .filter(({ then }) => isPresent(then))
      .map(({ when }): Route => ({ finding: when.finding, holds: when.status }));
    if (routes.length === 0) continue;
    const open = `${name(finding)} IS NULL`;
    made.set(causeColumn(finding), firstOf([[open, handedOn(routes, dialect)]], name(causeColumn(finding))));
    const lifted = (column: string, by?: FindingId) =>
      firstOf(
        [[open, liftedThrough(routes, definitions, dialect, by)]],
        isImplied(finding, definitions) ? name(column) : "FALSE",
      );
    made.set(liftedColumn(finding), lifted(liftedColumn(finding)));
    for (const by of lifters) made.set(liftedByColumn(finding, by), lifted(liftedByColumn(finding, by), by));
  }
  return {
    name: "assumed",
    says: "What is assumed of findings that nothing answers.",
    columns: made,
  };
}
