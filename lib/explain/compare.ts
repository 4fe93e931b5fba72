import type { CriteriaSet, Criterion, Definitions, FindingId } from "../../criteria/types.ts";
import { FALSE, TRUE, truthOf } from "../definition/truth.ts";
import { findingsIn, findingsRead, leaves, routesOf } from "../definition/walk.ts";
import type { Facts } from "../record/facts.ts";
import { asAssessed } from "../scoring/reading.ts";
import type { CriterionResult, SetResult } from "../scoring/result.ts";
import { criterionById } from "./reasons.ts";
import { inSentence, list, writeExplanation } from "./values.ts";

/** What a present finding did in a set. */
export type Cell =
  /** Adds the criterion's weight. */
  | {
      readonly kind: "counted";
      readonly weight: number;
      readonly criterion: string;
      readonly together?: readonly FindingId[];
      /** Something else explains the finding, and the set prints no exclusion for it. */
      readonly despite?: true;
    }
  /** Opens the entry criterion or a route. */
  | { readonly kind: "opens"; readonly what: string }
  | { readonly kind: "outranked"; readonly by: string; readonly criterion: string }
  /** Another finding already meets the criterion. */
  | { readonly kind: "same-criterion"; readonly as: FindingId }
  | { readonly kind: "explained"; readonly by: string }
  | { readonly kind: "excluded"; readonly criterion: string }
  /** Read, but something else is needed beside it. */
  | { readonly kind: "not-enough"; readonly needs: readonly FindingId[]; readonly criterion: string }
  /** The set asks for more of the same. */
  | { readonly kind: "other-limit"; readonly asks: readonly FindingId[] }
  | { readonly kind: "not-an-item" };

export interface ComparisonRow {
  readonly finding: FindingId;
  /** By set id. */
  readonly cells: Readonly<Record<string, Cell>>;
}

/** A grid of the present findings against the sets: what each did in each. Findings that no set reads come last. */
export function comparison(
  facts: Facts,
  results: Readonly<Record<string, SetResult>>,
  definitions: Definitions,
): readonly ComparisonRow[] {
  const rows = rowFindings(facts, definitions);
  const cellFor = definitions.sets.map((set) => ({
    set,
    cell: cellReader(set, results[set.id], facts, rows, definitions),
  }));
  const grid = rows.map((finding) => ({
    finding,
    cells: Object.fromEntries(cellFor.map(({ set, cell }) => [set.id, cell(finding)])),
  }));
  const isRead = ({ cells }: ComparisonRow) => Object.values(cells).some(({ kind }) => kind !== "not-an-item");
  return [...grid.filter(isRead), ...grid.filter((row) => !isRead(row))];
}

/** Present by an answer or a value, without those that another such finding already stands for. */
function rowFindings(facts: Facts, definitions: Definitions): readonly FindingId[] {
  const own = (Object.keys(definitions.findings) as FindingId[]).filter((finding) => {
    const { status, origin } = facts[finding];
    return status === "present" && (origin.kind === "stated" || origin.kind === "measured");
  });
  const covered = new Set(own.flatMap((finding) => standsFor(finding, facts, definitions).slice(1)));
  return own.filter((finding) => !covered.has(finding));
}

/** Every finding that strictly follows from this one. */
function widerThan(finding: FindingId, { implications }: Definitions): ReadonlySet<FindingId> {
  const wider = new Set<FindingId>([finding]);
  for (const one of wider) for (const { from, to } of implications) if (from === one) wider.add(to);
  wider.delete(finding);
  return wider;
}

/** The findings through which a row can act in a set: itself, what it implies, and what is assumed from it. */
function standsFor(row: FindingId, facts: Facts, definitions: Definitions): readonly FindingId[] {
  const implied = [row, ...widerThan(row, definitions)];
  const assumed = definitions.assumptions
    .filter(({ when, then }) => implied.includes(when.finding) && facts[then.finding].status === "present")
    .map(({ then }) => then.finding);
  return [...new Set([...implied, ...assumed])];
}

function cellReader(
  set: CriteriaSet,
  result: SetResult | undefined,
  facts: Facts,
  rows: readonly FindingId[],
  definitions: Definitions,
): (row: FindingId) => Cell {
  const read = new Set(findingsRead(set));
  const criteria = result?.domains.flatMap((domain) => domain.criteria) ?? [];
  const actsAs = new Map(
    rows.map((row) => [row, standsFor(row, facts, definitions).filter((finding) => read.has(finding))]),
  );
  return (row) => {
    const findings = actsAs.get(row) ?? [];
    if (findings.length === 0) return notRead(row, read, facts, definitions);
    const cells = [
      ...findings.flatMap((finding) => opens(finding, set, facts)),
      ...criteria.flatMap((one) => criterionCell(one, row, findings, { set, facts, rows, actsAs })),
    ];
    const best = ORDER.map((kind) => cells.find((cell) => cell.kind === kind)).find((cell) => cell !== undefined);
    return best ?? { kind: "not-an-item" };
  };
}

/** When a finding is read in several places, the cell that says most about the score. */
const ORDER: readonly Cell["kind"][] = [
  "counted",
  "outranked",
  "excluded",
  "same-criterion",
  "explained",
  "opens",
  "not-enough",
];

function opens(finding: FindingId, set: CriteriaSet, facts: Facts): Cell[] {
  const read = asAssessed(set, facts);
  const entry: Cell[] =
    set.entry && findingsIn(set.entry.when).includes(finding) ? [{ kind: "opens", what: "entry criterion" }] : [];
  const routes = routesOf(set)
    .filter(({ when }) => findingsIn(when).includes(finding) && truthOf(when, read) === TRUE)
    .map(({ title }): Cell => ({ kind: "opens", what: `route: ${inSentence(title)}` }));
  return [...entry, ...routes];
}

interface Reader {
  readonly set: CriteriaSet;
  readonly facts: Facts;
  readonly rows: readonly FindingId[];
  readonly actsAs: ReadonlyMap<FindingId, readonly FindingId[]>;
}

function criterionCell(
  result: CriterionResult,
  row: FindingId,
  findings: readonly FindingId[],
  reader: Reader,
): Cell[] {
  const criterion = criterionById(reader.set, result.id);
  if (!criterion) return [];
  const positive = [...leaves(criterion.when)].filter(({ negated }) => !negated).map(({ leaf }) => leaf.finding);
  const own = findings.filter((finding) => positive.includes(finding));
  const first = own[0];
  if (!first) return [];
  if (own.every((finding) => !meets({ kind: "present", finding }, own, reader))) {
    const by = reader.facts[first].explainedBy;
    return [{ kind: "explained", by: by ? writeExplanation(by) : "something else" }];
  }
  switch (result.state) {
    case "counted":
      return [countedCell(criterion, row, own, positive, reader)];
    case "outranked":
      return [{ kind: "outranked", by: result.outrankedBy ?? "", criterion: criterion.id }];
    case "excluded":
      return [{ kind: "excluded", criterion: criterion.id }];
    case "explained":
    case "not-met":
    case "unknown":
      return [
        {
          kind: "not-enough",
          needs: positive.filter((finding) => reader.facts[finding].status !== "present"),
          criterion: criterion.id,
        },
      ];
  }
}

/** Whether a condition holds when, of all present findings, only these are. */
function meets(when: Criterion["when"], only: readonly FindingId[], { set, facts }: Reader): boolean {
  const read = asAssessed(set, facts);
  return truthOf(when, (leaf) => (only.includes(leaf.finding) ? read(leaf) : FALSE)) === TRUE;
}

function countedCell(
  criterion: Criterion,
  row: FindingId,
  own: readonly FindingId[],
  positive: readonly FindingId[],
  reader: Reader,
): Cell {
  const { weight, id } = criterion;
  const despite = own.every((finding) => reader.facts[finding].explainedBy) && { despite: true as const };
  if (!meets(criterion.when, own, reader)) {
    const counts = (finding: FindingId) => meets({ kind: "present", finding }, [finding], reader);
    const together = positive.filter((finding) => !own.includes(finding) && counts(finding));
    return { kind: "counted", weight, criterion: id, together, ...despite };
  }
  const first = reader.rows.find((other) => meets(criterion.when, reader.actsAs.get(other) ?? [], reader));
  return first === undefined || first === row
    ? { kind: "counted", weight, criterion: id, ...despite }
    : { kind: "same-criterion", as: first };
}

/** A finding that the set does not read: it asks for more of the same, or it has no such item. */
function notRead(row: FindingId, read: ReadonlySet<FindingId>, facts: Facts, definitions: Definitions): Cell {
  const narrower = [...read].filter((finding) => widerThan(finding, definitions).has(row));
  const asks = narrower.length > 0 ? narrower : [...read].filter((finding) => sameTest(finding, row, definitions));
  const asked = asks.find((finding) => facts[finding].status === "present");
  if (asked) return { kind: "same-criterion", as: asked };
  if (asks.length > 0) return { kind: "other-limit", asks };
  return { kind: "not-an-item" };
}

function sameTest(a: FindingId, b: FindingId, { findings }: Definitions): boolean {
  const tests = new Set(findings[a].decidedBy?.map(({ test }) => test));
  return findings[b].decidedBy?.some(({ test }) => tests.has(test)) ?? false;
}

/** A cell in a few words. */
export function cellText(cell: Cell, set: CriteriaSet, definitions: Definitions): string {
  const name = (finding: FindingId) => inSentence(definitions.findings[finding].label);
  const title = (id: string) => inSentence(criterionById(set, id)?.title ?? id);
  switch (cell.kind) {
    case "counted": {
      const sign = cell.weight > 0 ? "+" : "−";
      const beside = cell.together && cell.together.length > 0 ? ` with ${list(cell.together.map(name))}` : "";
      const despite = cell.despite ? ", no exclusion printed" : "";
      return `${sign}${Math.abs(cell.weight)}${beside}${despite}`;
    }
    case "opens":
      return cell.what;
    case "outranked":
      return `outranked by ${title(cell.by)}`;
    case "same-criterion":
      return `same criterion as ${name(cell.as)}`;
    case "explained":
      return `explained by ${cell.by}`;
    case "excluded":
      return "excluded by another item";
    case "not-enough":
      return cell.needs.length === 0 ? "not enough for the item" : `needs ${list(cell.needs.map(name), "or")} as well`;
    case "other-limit":
      return `asks for ${list(cell.asks.map(name), "or")}`;
    case "not-an-item":
      return "not an item";
  }
}
