import type { CriteriaSet, FindingId, SleRecord } from "../../criteria/types.ts";
import { thresholdOf } from "../definition/walk.ts";
import type { Facts } from "../record/facts.ts";
import { asStatement, interpret, type RecordPlan } from "../record/interpret.ts";
import { evaluate, evaluateFigures, type Figures } from "./evaluate.ts";
import type { AssessmentPlan } from "./plan.ts";
import type { ClauseResult } from "./result.ts";
import { clausesOf } from "./trace.ts";

/** What each set makes of everything known up to and including a day. */
export interface TimelinePoint {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** By set id. */
  readonly figures: Readonly<Record<string, Figures>>;
  /** Findings that became present on that day, by an answer, a value or what follows from one. */
  readonly added: readonly FindingId[];
}

/** A score that is enough while another part of the rule is missing. */
export interface HeldBack {
  /** YYYY-MM-DD, since when the score is enough. */
  readonly since: string;
  /** What the rule asks for besides, and the dated part of the record does not meet. */
  readonly lacks: readonly HeldBackBy[];
}

export interface HeldBackBy {
  readonly clause: Extract<ClauseResult, { readonly kind: "entry" | "criteria" }>;
  /** The whole record meets it, so it is met by something that has no date. */
  readonly metWithoutDate: boolean;
}

export interface Timeline {
  /** One point for each distinct date in the record, in order. */
  readonly points: readonly TimelinePoint[];
  /** By set id, the first date on which the set classified; absent when it never did from dated findings alone. */
  readonly firstClassified: Readonly<Record<string, string>>;
  /** By set id, a set whose score is enough at the end although it has not classified by then. */
  readonly heldBack: Readonly<Record<string, HeldBack>>;
  /** Present findings without a date. They are in no point, and never placed. */
  readonly undatedFindings: readonly FindingId[];
  /** Positions of the measurements without a date. They are in no point either. */
  readonly undatedMeasurements: readonly number[];
}

/**
 * The score of each set over time, from what is dated: present findings and measurements up to each date,
 * and the findings stated absent, which have no date and hold throughout. Undefined when the record has an error.
 */
export function timelineOf(plan: AssessmentPlan, record: SleRecord): Timeline | undefined {
  const whole = interpret(plan.record, record).facts;
  if (!whole) return undefined;
  let last = whole;
  const points: TimelinePoint[] = [];
  const firstClassified: Record<string, string> = {};
  const known = new Set<FindingId>();
  for (const date of datesOf(record)) {
    const facts = interpret(plan.record, upTo(record, date, plan.record)).facts;
    if (!facts) continue;
    last = facts;
    const figures = Object.fromEntries(plan.sets.map((one) => [one.set.id, evaluateFigures(one, facts)]));
    const present = (Object.keys(facts) as FindingId[]).filter((finding) => facts[finding].status === "present");
    const added = present.filter((finding) => !known.has(finding));
    for (const finding of added) known.add(finding);
    for (const { set } of plan.sets) {
      if (figures[set.id]?.asAssessed === "classified") firstClassified[set.id] ??= date;
    }
    points.push({ date, figures, added });
  }
  const heldBack: Record<string, HeldBack> = {};
  for (const one of plan.sets) {
    const { id } = one.set;
    if (points.at(-1)?.figures[id]?.asAssessed !== "not-classified") continue;
    const since = points.find(({ figures }) => reaches(one.set, figures[id]?.value ?? 0))?.date;
    const clauses = (facts: Facts) => clausesOf(evaluate(one, facts).rule);
    if (since !== undefined) heldBack[id] = { since, lacks: lacking(clauses(last), clauses(whole)) };
  }
  return { points, firstClassified, heldBack, ...undated(record, plan.record) };
}

/** Whether a score is enough for a set, whatever else its rule asks for. */
export function reaches(set: CriteriaSet, score: number): boolean {
  const { threshold, comparison } = thresholdOf(set);
  return comparison === ">" ? score > threshold : score >= threshold;
}

/** The parts that the dated record does not meet; both rules have the same parts in the same order. */
function lacking(dated: readonly ClauseResult[], whole: readonly ClauseResult[]): readonly HeldBackBy[] {
  return dated.flatMap((clause, position) =>
    (clause.kind === "entry" || clause.kind === "criteria") && clause.met !== "true"
      ? [{ clause, metWithoutDate: whole[position]?.met === "true" }]
      : [],
  );
}

function datesOf({ findings = {}, measurements = [] }: SleRecord): readonly string[] {
  const stated = Object.values(findings).flatMap((answer) => asStatement(answer).date ?? []);
  const measured = measurements.flatMap(({ date }) => date ?? []);
  return [...new Set([...stated, ...measured])].sort();
}

/**
 * What was known at the end of a day. An undated present answer joins in on the day on which values make the same
 * finding present, so that its explanation is not lost; on its own it is never placed.
 */
function upTo(record: SleRecord, day: string, plan: RecordPlan): SleRecord {
  const measurements = (record.measurements ?? []).filter(({ date }) => date !== undefined && date <= day);
  const { measured } = interpret(plan, { format: record.format, measurements });
  const findings = Object.entries(record.findings ?? {}).filter(([finding, answer]) => {
    const { status, date } = asStatement(answer);
    if (status !== "present") return true;
    return date === undefined ? measured.get(finding as FindingId)?.status === "present" : date <= day;
  });
  return { ...record, findings: Object.fromEntries(findings), measurements };
}

function undated(record: SleRecord, plan: RecordPlan): Pick<Timeline, "undatedFindings" | "undatedMeasurements"> {
  const { findings = {}, measurements = [] } = record;
  const placed = upTo(record, LAST_DAY, plan).findings ?? {};
  const undatedFindings = (Object.keys(findings) as FindingId[]).filter((finding) => {
    const { status, date } = asStatement(findings[finding]);
    return status === "present" && date === undefined && !(finding in placed);
  });
  const undatedMeasurements = measurements.flatMap(({ date }, position) => (date === undefined ? [position] : []));
  return { undatedFindings, undatedMeasurements };
}

const LAST_DAY = "9999-12-31";
