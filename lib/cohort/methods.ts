import type { CriteriaSet, Definitions, ReferenceDefinitions } from "../../criteria/types.ts";
import type { Identity } from "../definition/identity.ts";
import { clauses, routesOf, thresholdOf } from "../definition/walk.ts";
import { inSentence, list } from "../definition/words.ts";
import { STATEMENT } from "../explain/statement.ts";
import type { CohortSummary } from "./summary.ts";

/** A set as a paper names it. */
export interface CitedSet {
  readonly id: string;
  readonly short: string;
  /** The papers of the set: one that amends another needs both. */
  readonly citations: readonly string[];
}

/** The sets with what a paper cites for them. */
export function citedSets({ sets, sources }: Pick<ReferenceDefinitions, "sets" | "sources">): readonly CitedSet[] {
  return sets.map(({ id, short, title, citations }) => ({
    id,
    short,
    citations: citations.length > 0 ? citations.map((source) => sources[source].citation) : [title],
  }));
}

/** What is taken as known from another finding though nobody recorded it: "ANA … is present where … is". */
export function assumedWords({ assumptions, findings }: Pick<Definitions, "assumptions" | "findings">): string {
  const words = assumptions.map(({ when, then }) => {
    const [from, to] = [when, then].map(({ finding }) => inSentence(findings[finding].label));
    return `${to} as ${then.status} from ${from} ${when.status}`;
  });
  return list(words);
}

/** What a bar on either side of the threshold can be, which is not the same in every set. */
export function thresholdWords({ sets }: Pick<Definitions, "sets">): string {
  const over = sets.filter((set) => thresholdOf(set).comparison === ">");
  const asking = sets.filter((set) => set.entry !== undefined || asksMore(set));
  const routes = sets.flatMap((set) => routesOf(set).map(({ title }) => `${set.short}: ${inSentence(title)}`));
  const named = (some: readonly { readonly short: string }[]) => list(some.map(({ short }) => short));
  return [
    `The line stands before the first score that is enough: the number under it${over.length === 0 ? "" : `, or whatever is over that where a > stands before it (${named(over)})`}.`,
    `Behind the line a bar can still be undetermined${asking.length === 0 ? "" : `, or not classified where the set asks for more than a score (${named(asking)})`}.`,
    `Before it a bar can be undetermined${routes.length === 0 ? "" : `, or classified by another way than the score (${routes.join("; ")})`}.`,
  ].join(" ");
}

const asksMore = ({ classifiedWhen }: CriteriaSet): boolean =>
  [...clauses(classifiedWhen)].some(({ kind }) => kind === "criteriaAtLeast");

const whole = (number: number): string => number.toLocaleString("en-US");

/** Which finding would settle most if it were asked next, of each set in which one would settle any. */
function settlingWords({ settling }: CohortSummary, sets: readonly CitedSet[]): readonly string[] {
  const most = settling.flatMap(({ id, by: [first] }) => {
    const short = sets.find((set) => set.id === id)?.short ?? id;
    return first ? [`${inSentence(first.label)} by ${short} (${whole(first.settled)})`] : [];
  });
  return most.length === 0
    ? []
    : [
        `The single finding that would settle the verdict of most undetermined patients, whichever its answer, was ${list(most)}, which was computed by answering each unknown finding in both ways.`,
      ];
}

/** A paragraph for the methods of a paper: what was done, by which version, and the papers to cite. */
export function methodsText(
  summary: CohortSummary,
  sets: readonly CitedSet[],
  /** By `assumedWords`; empty where nothing is assumed. */
  assumed: string,
  { version, definitions }: Identity,
  /** How the patients stood in the file. */
  read = "one row each",
): string {
  const { rows, assessed, refused } = summary;
  const used = summary.sets.flatMap(({ id }) => sets.find((set) => set.id === id) ?? []);
  const papers = [...new Set(used.flatMap(({ citations }) => citations))];
  const named = used.map(
    ({ short, citations }) => `${short} [${citations.map((paper) => papers.indexOf(paper) + 1).join(",")}]`,
  );
  const out = refused
    .filter(({ count }) => count > 0)
    .map(({ codes, count }) => `${whole(count)} with ${codes.replaceAll(" ", " and ")}`);
  const undetermined = summary.sets.map(({ id, exact }) => {
    const short = used.find((set) => set.id === id)?.short ?? id;
    return `${whole(exact.undetermined)} by ${short}`;
  });
  const paragraph = [
    `Classification criteria were applied to ${whole(rows)} ${rows === 1 ? "patient" : "patients"}, ${read}, with SLE classification criteria, version ${version} (definitions ${definitions}).`,
    `The sets were ${list(named)}.`,
    ...(out.length > 0
      ? [
          `${whole(rows - assessed)} ${rows - assessed === 1 ? "patient was" : "patients were"} left out because the record had an error (${out.join(", ")}).`,
        ]
      : []),
    `A finding that was not recorded was kept as unknown unless it follows from what was recorded${assumed === "" ? "." : `, or was assumed from it: ${assumed}.`}`,
    "Scores and verdicts as assessed count unknown findings as not met.",
    "A verdict was called determined only where every way of answering the unknown findings gives it, which was computed exactly; what was assumed was not varied.",
    `Of ${whole(assessed)} patients the verdict was undetermined in ${list(undetermined)}.`,
    ...settlingWords(summary, sets),
    "Agreement between sets is Cohen's kappa with the large-sample standard error of Fleiss, Cohen and Everitt (1969); shares have Wilson's 95% intervals.",
    STATEMENT,
  ].join(" ");
  const references = [
    ...papers.map((paper, position) => `[${position + 1}] ${paper}`),
    `SLE classification criteria, version ${version}, definitions ${definitions}.`,
  ];
  return `${paragraph}\n\n${references.join("\n")}\n`;
}
