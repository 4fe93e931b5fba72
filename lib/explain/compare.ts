import type { Condition, CriteriaSet, Criterion, Definitions, FindingId, Measurement } from "../../criteria/types.ts";
import { askedInPlaceOf } from "../definition/ties.ts";
import { FALSE, TRUE, truthOf } from "../definition/truth.ts";
import { findingsIn, findingsRead, helpingWith, leaves, positiveFindings, routesOf } from "../definition/walk.ts";
import type { Facts } from "../record/facts.ts";
import { asAssessed } from "../scoring/leaf-truth.ts";
import type { CriterionResult, SetResult } from "../scoring/result.ts";
import { type Asked, askedOf, asksWords } from "./asked.ts";
import { criterionById, explainedAllTheSame } from "./reasons.ts";
import { standsFor } from "./stands-for.ts";
import { inSentence, isPlural, list, writeExplanation } from "./values.ts";

/** What a present finding did in a set. */
export type Cell =
  /** Adds the criterion's weight. */
  | {
      readonly kind: "counted";
      readonly weight: number;
      readonly criterion: string;
      readonly together?: readonly FindingId[];
      readonly despite?: Despite;
    }
  /** Opens the entry criterion or a route. */
  | { readonly kind: "opens"; readonly what: string; readonly route?: true; readonly despite?: Despite }
  | { readonly kind: "outranked"; readonly by: string; readonly criterion: string }
  /** Another finding already meets the criterion. `explainedBy`: what explains this one, and not that one. */
  | { readonly kind: "same-criterion"; readonly as: FindingId; readonly explainedBy?: string }
  /** `of`: what is explained, where it is not the finding of the row but what that makes present. */
  | { readonly kind: "explained"; readonly by: string; readonly of?: FindingId }
  | { readonly kind: "excluded"; readonly criterion: string }
  /** Read, but something else is needed beside it: what is not present, or else what is there and explained. */
  | {
      readonly kind: "not-enough";
      readonly needs: readonly FindingId[];
      readonly explained?: { readonly finding: FindingId; readonly by: string };
      readonly what: string;
    }
  /** Present, it keeps a criterion from counting. */
  | { readonly kind: "takes-out"; readonly criterion: string }
  /** Not read itself, but something that a test or a relation ties to it is. */
  | { readonly kind: "asks"; readonly asked: readonly Asked[] }
  | { readonly kind: "not-an-item" };

/** Something else is said to explain the finding of the row, and yet it counts. */
export interface Despite {
  readonly by: string;
  /** What counts in its place, since nothing is said to explain that: the same result decides both. */
  readonly as?: FindingId;
  /** The set says for which explained findings it does not count, and this is none of them. */
  readonly noExclusion?: true;
}

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
  measurements: readonly Measurement[] = [],
): readonly ComparisonRow[] {
  const rows = rowFindings(facts, definitions);
  const cellFor = definitions.sets.map((set) => ({
    set,
    cell: cellReader(set, results[set.id], { facts, rows, measurements, definitions }),
  }));
  const grid = rows.map((finding) => ({
    finding,
    cells: Object.fromEntries(cellFor.map(({ set, cell }) => [set.id, cell(finding)])),
  }));
  const isRead = ({ cells }: ComparisonRow) => Object.values(cells).some(({ kind }) => kind !== "not-an-item");
  return [...grid.filter(isRead), ...grid.filter((row) => !isRead(row))];
}

/** As one column of `comparison`, for any present finding: those that another stands for come after it. */
export function cellReaderOf(
  set: CriteriaSet,
  result: Pick<SetResult, "domains">,
  facts: Facts,
  definitions: Definitions,
  measurements: readonly Measurement[],
): (finding: FindingId) => Cell {
  const rows = rowFindings(facts, definitions);
  const cell = cellReader(set, result, { facts, rows, measurements, definitions });
  return (finding) => {
    if (rows.includes(finding)) return cell(finding);
    return cellReader(set, result, { facts, rows: [...rows, finding], measurements, definitions })(finding);
  };
}

/** Present by an answer or a value, without those that another such finding already stands for. */
function rowFindings(facts: Facts, definitions: Definitions): readonly FindingId[] {
  const own = (Object.keys(definitions.findings) as FindingId[]).filter((finding) => {
    const { status, origin } = facts[finding];
    return status === "present" && (origin.kind === "stated" || origin.kind === "measured");
  });
  // One that is explained apart from what stands for it has a row of its own: what became of it is another matter.
  const isExplained = (finding: FindingId) => facts[finding].explainedBy !== undefined;
  const covered = new Set(
    own.flatMap((row) => {
      const others = standsFor(row, facts, definitions).slice(1);
      return others.filter((other) => isExplained(other) === isExplained(row));
    }),
  );
  return own.filter((finding) => !covered.has(finding));
}

interface Grid {
  readonly facts: Facts;
  readonly rows: readonly FindingId[];
  readonly measurements: readonly Measurement[];
  readonly definitions: Definitions;
}

interface Reader extends Grid {
  readonly set: CriteriaSet;
  /** For each row, the findings through which it acts in the set. */
  readonly actsAs: ReadonlyMap<FindingId, readonly FindingId[]>;
}

function cellReader(
  set: CriteriaSet,
  result: Pick<SetResult, "domains"> | undefined,
  grid: Grid,
): (row: FindingId) => Cell {
  const { facts, rows, definitions } = grid;
  const read = new Set(findingsRead(set));
  const criteria = result?.domains.flatMap((domain) => domain.criteria) ?? [];
  const actsAs = new Map(
    rows.map((row) => [row, standsFor(row, facts, definitions).filter((finding) => read.has(finding))]),
  );
  const reader: Reader = { ...grid, set, actsAs };
  return (row) => {
    const findings = actsAs.get(row) ?? [];
    if (findings.length === 0) return cellInPlace(row, reader);
    const cells = [
      ...gateCells(row, findings, reader),
      ...criteria.flatMap((one) => criterionCell(one, row, findings, reader)),
    ];
    const best = ORDER.map((kind) => cells.find((cell) => cell.kind === kind)).find((cell) => cell !== undefined);
    return best ?? cellInPlace(row, reader);
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
  "takes-out",
];

/** What a finding did for the entry criterion and for the routes. */
function gateCells(row: FindingId, findings: readonly FindingId[], reader: Reader): Cell[] {
  const { entry } = reader.set;
  const gates = [
    ...(entry ? [{ when: entry.when, what: "entry criterion" }] : []),
    ...routesOf(reader.set).map(({ when, title }) => ({
      when,
      what: `route: ${inSentence(title)}`,
      route: true as const,
    })),
  ];
  return gates.flatMap(({ when, ...gate }): Cell[] => {
    const { what } = gate;
    const own = findings.filter((finding) => positiveFindings(when).includes(finding));
    if (own.length === 0) return [];
    if (!holdsAny(when, own, reader)) return [explainedCell(row, own, reader)];
    const { set, facts } = reader;
    if (truthOf(when, asAssessed(set, facts)) === TRUE)
      return [{ kind: "opens", ...gate, ...despite(row, when, own, reader) }];
    return [{ kind: "not-enough", ...lacking(when, own, reader), what }];
  });
}

function criterionCell(
  result: CriterionResult,
  row: FindingId,
  findings: readonly FindingId[],
  reader: Reader,
): Cell[] {
  const criterion = criterionById(reader.set, result.id);
  if (!criterion) return [];
  const { when, id } = criterion;
  const own = findings.filter((finding) => positiveFindings(when).includes(finding));
  if (own.length === 0) {
    const isRead = findings.some((finding) => findingsIn(when).includes(finding));
    return isRead ? [{ kind: "takes-out", criterion: id }] : [];
  }
  if (!holdsAny(when, own, reader)) return [explainedCell(row, own, reader)];
  switch (result.state) {
    case "counted":
      return [countedCell(criterion, row, own, reader)];
    case "outranked":
      return [{ kind: "outranked", by: result.outrankedBy ?? "", criterion: id }];
    case "excluded":
      return [{ kind: "excluded", criterion: id }];
    case "explained":
    case "not-met":
    case "unknown":
      return [{ kind: "not-enough", ...lacking(when, own, reader), what: "" }];
  }
}

/** What would have to be there beside these findings for a condition to hold. */
function lacking(when: Condition, own: readonly FindingId[], reader: Reader) {
  const { facts } = reader;
  const counting = own.filter((finding) => holdsAny(when, [finding], reader));
  const others = helpingWith(counting, when).filter((finding) => !holdsAny(when, [finding], reader));
  const needs = others.filter((finding) => facts[finding].status !== "present");
  const explained = others.flatMap((finding) => {
    const by = facts[finding].explainedBy;
    return by && needs.length === 0 ? [{ finding, by: writeExplanation(by) }] : [];
  })[0];
  return { needs, ...(explained && { explained }) };
}

/** Whether any of these findings counts in a condition, as the set reads it. */
function holdsAny(when: Condition, findings: readonly FindingId[], { set, facts }: Reader): boolean {
  const read = asAssessed(set, facts);
  return [...leaves(when)].some(
    ({ leaf, negated }) => !negated && findings.includes(leaf.finding) && read(leaf) === TRUE,
  );
}

function explainedCell(row: FindingId, own: readonly FindingId[], { facts }: Reader): Cell {
  const of = own.find((finding) => facts[finding].explainedBy) ?? row;
  const by = facts[of].explainedBy;
  return {
    kind: "explained",
    by: by ? writeExplanation(by) : "something else",
    ...(facts[row].explainedBy === undefined && { of }),
  };
}

/** What is to be said beside a finding that counts although something else is said to explain it. */
function despite(
  row: FindingId,
  when: Condition,
  own: readonly FindingId[],
  reader: Reader,
): { readonly despite?: Despite } {
  const { facts, set } = reader;
  const counting = own.filter((finding) => holdsAny(when, [finding], reader));
  const as = counting.find((finding) => !facts[finding].explainedBy);
  const explained = facts[row].explainedBy ?? (as === undefined ? facts[counting[0] ?? row].explainedBy : undefined);
  if (!explained) return {};
  const noExclusion = as === undefined && set.attribution.kind === "as-printed";
  const by = writeExplanation(explained);
  return { despite: { by, ...(as && { as }), ...(noExclusion && { noExclusion: true as const }) } };
}

/** Whether a condition holds when, of all present findings, only these are. */
function meets(when: Condition, only: readonly FindingId[], { set, facts }: Reader): boolean {
  const read = asAssessed(set, facts);
  return truthOf(when, (leaf) => (only.includes(leaf.finding) ? read(leaf) : FALSE)) === TRUE;
}

function countedCell(criterion: Criterion, row: FindingId, own: readonly FindingId[], reader: Reader): Cell {
  const { weight, id, when } = criterion;
  const counted = { kind: "counted", weight, criterion: id, ...despite(row, when, own, reader) } as const;
  if (!meets(when, own, reader)) {
    const counting = own.filter((one) => holdsAny(when, [one], reader));
    const together = helpingWith(counting, when).filter((one) => !own.includes(one) && holdsAny(when, [one], reader));
    return { ...counted, together };
  }
  const { facts, rows, actsAs } = reader;
  const meeting = rows.filter((other) => meets(when, actsAs.get(other) ?? [], reader));
  // What is explained can be what a row stands for, and not the finding of the row.
  const actsExplained = (other: FindingId) =>
    (actsAs.get(other) ?? []).every((one) => facts[one].explainedBy || !holdsAny(when, [one], reader));
  const plain = meeting.filter((other) => !actsExplained(other));
  const first =
    plain.find((other) => !facts[other].explainedBy) ??
    plain[0] ??
    meeting.find((other) => facts[other].explainedBy) ??
    meeting[0];
  if (first === undefined || first === row) return counted;
  const by = actsExplained(first) ? undefined : facts[row].explainedBy;
  return { kind: "same-criterion", as: first, ...(by && { explainedBy: writeExplanation(by) }) };
}

/** For a finding that the set does not read: what it asks for in its place, or that it has no such item. */
function cellInPlace(row: FindingId, { set, facts, measurements, definitions }: Reader): Cell {
  const asks = askedInPlaceOf(row, set, definitions);
  if (asks.length === 0) return { kind: "not-an-item" };
  return { kind: "asks", asked: askedOf(asks, facts, measurements, definitions) };
}

function be(name: string): string {
  return isPlural(name) ? "are" : "is";
}

/** A cell in a few words. */
export function cellText(cell: Cell, set: CriteriaSet, definitions: Definitions): string {
  const name = (finding: FindingId) => inSentence(definitions.findings[finding].label);
  const title = (id: string) => inSentence(criterionById(set, id)?.title ?? id);
  switch (cell.kind) {
    case "counted": {
      const sign = cell.weight > 0 ? "+" : "−";
      const beside = cell.together && cell.together.length > 0 ? ` with ${list(cell.together.map(name))}` : "";
      return `${sign}${Math.abs(cell.weight)}${beside}${despiteWords(cell.despite, name)}`;
    }
    case "opens":
      return `${cell.what}${despiteWords(cell.despite, name, "opens")}`;
    case "outranked":
      return `outranked by ${title(cell.by)}`;
    case "same-criterion":
      return cell.explainedBy
        ? `explained by ${cell.explainedBy}, but met by ${name(cell.as)}, which ${be(name(cell.as))} not`
        : `same criterion as ${name(cell.as)}`;
    case "explained":
      return cell.of ? `${name(cell.of)} ${be(name(cell.of))} explained by ${cell.by}` : `explained by ${cell.by}`;
    case "excluded":
      return "excluded by another item";
    case "not-enough": {
      if (cell.explained) {
        const { finding, by } = cell.explained;
        const words = `needs ${name(finding)} as well, and that is explained by ${by}`;
        return cell.what ? `${cell.what}, ${words}` : words;
      }
      if (cell.needs.length === 0) return `not enough for the ${cell.what || "item"}`;
      const needs = `needs ${list(cell.needs.map(name), "or")} as well`;
      return cell.what ? `${cell.what}, ${needs}` : needs;
    }
    case "takes-out":
      return `keeps ${title(cell.criterion)} from counting`;
    case "asks":
      return asksWords(cell.asked, definitions);
    case "not-an-item":
      return "not an item";
  }
}

function despiteWords(despite: Despite | undefined, name: (finding: FindingId) => string, opens?: "opens"): string {
  if (!despite) return "";
  if (despite.as) {
    return `, although explained by ${despite.by}: it counts as ${name(despite.as)}, which ${be(name(despite.as))} not`;
  }
  if (opens && !despite.noExclusion) return `, ${explainedAllTheSame(despite.by)}`;
  return `, although explained by ${despite.by}${despite.noExclusion ? ": no exclusion printed" : ""}`;
}
