import type { CriteriaSet, Definitions } from "../../criteria/types.ts";
import { unitWord } from "../definition/vocabulary.ts";
import { thresholdOf } from "../definition/walk.ts";
import type { SetResult } from "../scoring/result.ts";
import { clausesOf } from "../scoring/trace.ts";
import { type Cell, type ComparisonRow, cellText } from "./compare.ts";
import { pointsPhrase } from "./reasons.ts";
import { inSentence, list } from "./values.ts";

/**
 * Why the sets disagree as assessed, in a sentence or two for each set that does not classify beside one that does,
 * and for each that classifies by a route of its own. Empty when they agree.
 */
export function disagreement(
  results: Readonly<Record<string, SetResult>>,
  rows: readonly ComparisonRow[],
  definitions: Definitions,
): readonly string[] {
  const judged = definitions.sets.flatMap((set) => {
    const result = results[set.id];
    return result ? [{ set, result }] : [];
  });
  const yes = judged.filter(({ result }) => result.asAssessed === "classified");
  const no = judged.filter(({ result }) => result.asAssessed !== "classified");
  if (yes.length === 0 || no.length === 0) return [];
  const opening = `${list(yes.map(({ set }) => set.short))} ${yes.length === 1 ? "classifies" : "classify"}; ${list(no.map(({ set }) => set.short))} ${no.length === 1 ? "does" : "do"} not.`;
  const byRoute = yes.flatMap(({ set, result }) => routeSentence(set, result));
  return [
    opening,
    ...byRoute,
    ...no.map(({ set, result }) =>
      whyNot(
        set,
        result,
        yes.map((one) => one.set),
        rows,
        definitions,
      ),
    ),
  ];
}

/** A set that classifies by a route although its score falls short. */
function routeSentence(set: CriteriaSet, result: SetResult): string[] {
  const score = clausesOf(result.rule).find((clause) => clause.kind === "score");
  const route = clausesOf(result.rule).find((clause) => clause.kind === "route" && clause.met === "true");
  if (route?.kind !== "route" || score?.met === "true") return [];
  return [
    `${set.short} classifies by a route of its own, ${inSentence(route.title)}, with ${pointsPhrase(result.score.value, set)}.`,
  ];
}

function whyNot(
  set: CriteriaSet,
  result: SetResult,
  classifying: readonly CriteriaSet[],
  rows: readonly ComparisonRow[],
  definitions: Definitions,
): string {
  const clauses = clausesOf(result.rule);
  const entry = clauses.find((clause) => clause.kind === "entry");
  if (entry && entry.met !== "true") {
    const score = clauses.find((clause) => clause.kind === "score");
    const reached = score?.met === "true" ? `, although its score of ${result.score.value} would be enough` : "";
    return `${set.short}: the entry criterion is ${entry.met === "false" ? "not met" : "not known"}${reached}.`;
  }
  const missing = clauses.find((clause) => clause.kind === "criteria" && clause.met === "false");
  const score = clauses.find((clause) => clause.kind === "score");
  if (missing?.kind === "criteria" && score?.met === "true") {
    const more = missing.found === 0 ? "none counts" : `only ${missing.found} counts`;
    return `${set.short} asks for ${missing.count} ${missing.group} ${unitWord(missing.count, "criteria")} besides the score, and ${more}.`;
  }
  const asked = result.score.comparison === ">=" ? `${result.score.threshold}` : `more than ${result.score.threshold}`;
  const reasons = [
    ...differences(set, classifying, rows, definitions),
    ...weights(set, classifying, rows, definitions),
  ];
  const because = reasons.length > 0 ? `: ${reasons.slice(0, MOST_REASONS).join("; ")}` : "";
  return `${set.short} reaches ${pointsPhrase(result.score.value, set)} and asks for ${asked}${because}.`;
}

const MOST_REASONS = 3;

/** What counts in a classifying set and not here, findings with the same reason together. */
function differences(
  set: CriteriaSet,
  classifying: readonly CriteriaSet[],
  rows: readonly ComparisonRow[],
  definitions: Definitions,
): readonly string[] {
  const byReason = new Map<string, { readonly cell: Cell; readonly names: string[] }>();
  for (const { finding, cells } of rows) {
    const cell = cells[set.id];
    const countsElsewhere = classifying.some((other) => cells[other.id]?.kind === "counted");
    if (!cell || !countsElsewhere || cell.kind === "counted" || cell.kind === "opens") continue;
    const reason = cellText(cell, set, definitions);
    const group = byReason.get(reason) ?? { cell, names: [] };
    group.names.push(inSentence(definitions.findings[finding].label));
    byReason.set(reason, group);
  }
  return [...byReason].map(([reason, { cell, names }]) => reasonSentence(reason, cell, names));
}

function reasonSentence(reason: string, cell: Cell, names: readonly string[]): string {
  const several = names.length > 1;
  const be = several ? "are" : "is";
  switch (cell.kind) {
    case "not-an-item":
      return `${list(names)} ${be} not ${several ? "items" : "an item"}`;
    case "same-criterion":
      return cell.explainedBy ? `${list(names)} ${be} ${reason}` : `${list(names)} ${be} the ${reason}`;
    case "explained":
      return cell.of ? `${list(names)}: ${reason}` : `${list(names)} ${be} ${reason}`;
    case "outranked":
    case "excluded":
      return `${list(names)} ${be} ${reason}`;
    case "asks":
      return `${list(names)} ${several ? "do" : "does"} not suffice, since it ${reason}`;
    case "takes-out":
      return `${list(names)} ${reason}`;
    case "not-enough":
      return `${list(names)} ${reason}`;
    case "counted":
    case "opens":
      return "";
  }
}

/** The finding that is worth most of the way elsewhere and little of it here: a weight against a count. */
function weights(
  set: CriteriaSet,
  classifying: readonly CriteriaSet[],
  rows: readonly ComparisonRow[],
  definitions: Definitions,
): readonly string[] {
  const share = (one: CriteriaSet, { cells }: ComparisonRow) => {
    const cell = cells[one.id];
    return cell?.kind === "counted" ? cell.weight / thresholdOf(one).threshold : undefined;
  };
  const gaps = classifying.flatMap((other) =>
    rows.flatMap((row) => {
      const [there, here] = [share(other, row), share(set, row)];
      return there !== undefined && here !== undefined && there > here ? [{ row, other, gap: there - here }] : [];
    }),
  );
  const widest = gaps.sort((a, b) => b.gap - a.gap)[0];
  if (!widest) return [];
  const { row, other } = widest;
  const name = inSentence(definitions.findings[row.finding].label);
  return [`${name} is ${worth(row, other)} in ${other.short} and ${worth(row, set)} here`];
}

/** "6 of 10", "2 where more than 7 is asked for". */
function worth({ cells }: ComparisonRow, set: CriteriaSet): string {
  const cell = cells[set.id];
  const { threshold, comparison } = thresholdOf(set);
  const weight = cell?.kind === "counted" ? cell.weight : 0;
  return comparison === ">=" ? `${weight} of ${threshold}` : `${weight} of more than ${threshold}`;
}
