import type { CriteriaSet, Definitions } from "../../criteria/types.ts";
import { unitWord } from "../definition/vocabulary.ts";
import { thresholdOf } from "../definition/walk.ts";
import type { ClauseResult, SetResult } from "../scoring/result.ts";
import { clausesOf } from "../scoring/trace.ts";
import type { Asked } from "./asked.ts";
import { type Cell, type ComparisonRow, cellText } from "./compare.ts";
import { totalPhrase } from "./reasons.ts";
import { inSentence, isPlural, list } from "./values.ts";

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
    `${set.short} classifies by a route of its own, ${inSentence(route.title)}, with ${totalPhrase(result.score.value, set)}.`,
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
  const score = clauses.find((clause) => clause.kind === "score");
  const missing = clauses.find((clause) => clause.kind === "criteria" && clause.met === "false");
  const isReached = score?.met === "true";
  const lacks = missing?.kind === "criteria" ? missing : undefined;
  if (entry && entry.met !== "true") {
    const shut = `${set.short}: the entry criterion is ${entry.met === "false" ? "not met" : "not known"}`;
    const { value } = result.score;
    if (!isReached) return `${shut}, and its score of ${value} would not be enough either.`;
    if (lacks)
      return `${shut}, and besides its score of ${value} it asks for ${kindAsked(lacks)}, and ${counting(lacks)}.`;
    return `${shut}, although its score of ${value} would be enough.`;
  }
  if (lacks && isReached) return `${set.short} asks for ${kindAsked(lacks)} besides the score, and ${counting(lacks)}.`;
  const asked = result.score.comparison === ">=" ? `${result.score.threshold}` : `more than ${result.score.threshold}`;
  const reasons = [
    ...differences(set, classifying, rows, definitions),
    ...weights(set, classifying, rows, definitions),
  ];
  const more = reasons.length > MOST_REASONS ? `; and ${reasons.length - MOST_REASONS} more` : "";
  const because = reasons.length > 0 ? `: ${reasons.slice(0, MOST_REASONS).join("; ")}${more}` : "";
  const kinds = lacks ? `, with at least ${kindAsked(lacks)}, and ${counting(lacks)}` : "";
  return `${set.short} reaches ${totalPhrase(result.score.value, set)} and asks for ${asked}${kinds}${because}.`;
}

type KindClause = Extract<ClauseResult, { readonly kind: "criteria" }>;

/** "1 clinical criterion". */
function kindAsked({ count, group }: KindClause): string {
  return `${count} ${group} ${unitWord(count, "criteria")}`;
}

function counting({ found }: KindClause): string {
  if (found === 0) return "none counts";
  return found === 1 ? "only 1 counts" : `only ${found} count`;
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
    const countsElsewhere = classifying.some((other) => adds(cells[other.id]));
    if (!cell || !countsElsewhere || cell.kind === "counted" || cell.kind === "opens") continue;
    if (cell.kind === "asks" && cell.asked.some((one) => isThere(one, set, rows))) continue;
    const reason = cellText(cell, set, definitions);
    const group = byReason.get(reason) ?? { cell, names: [] };
    group.names.push(inSentence(definitions.findings[finding].label));
    byReason.set(reason, group);
  }
  return [...byReason].map(([reason, { cell, names }]) => reasonSentence(reason, cell, names));
}

/** Whether a finding adds to a score: one that takes points off is nothing that is missed elsewhere. */
function adds(cell: Cell | undefined): boolean {
  return cell?.kind === "counted" && cell.weight > 0;
}

/** Whether a set has what it asks for, so that it is not missing. */
function isThere({ finding, state }: Asked, set: CriteriaSet, rows: readonly ComparisonRow[]): boolean {
  return state === "present" && rows.find((row) => row.finding === finding)?.cells[set.id]?.kind !== "explained";
}

function reasonSentence(reason: string, cell: Cell, names: readonly string[]): string {
  const several = names.length > 1;
  const plural = several || names.some(isPlural);
  const be = plural ? "are" : "is";
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
      return `${list(names)} ${plural ? "do" : "does"} not suffice, since it ${reason}`;
    case "takes-out":
      return `${list(names)} ${reason}`;
    case "not-enough":
      return `${list(names)} ${plural ? reason.replace(/^needs /, "need ") : reason}`;
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
  return [
    `${name} ${isPlural(name) ? "are" : "is"} ${worth(row, other)} in ${other.short} and ${worth(row, set)} here`,
  ];
}

/** "6 of 10", "2 where more than 7 is asked for". */
function worth({ cells }: ComparisonRow, set: CriteriaSet): string {
  const cell = cells[set.id];
  const { threshold, comparison } = thresholdOf(set);
  const weight = cell?.kind === "counted" ? cell.weight : 0;
  return comparison === ">=" ? `${weight} of ${threshold}` : `${weight} of more than ${threshold}`;
}
