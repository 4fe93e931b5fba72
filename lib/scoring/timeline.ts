import type { Definitions, FindingId, SleRecord } from "../../criteria/types.ts";
import { asStatement, interpreter } from "../record/interpret.ts";
import { type Figures, figuresEvaluator } from "./evaluate.ts";

/** What each set makes of everything known up to and including a day. */
export interface TimelinePoint {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** By set id. */
  readonly figures: Readonly<Record<string, Figures>>;
  /** Findings that became present on that day, by an answer, a value or what follows from one. */
  readonly added: readonly FindingId[];
}

export interface Timeline {
  /** One point for each distinct date in the record, in order. */
  readonly points: readonly TimelinePoint[];
  /** By set id, the first date on which the set classified; absent when it never did from dated findings alone. */
  readonly firstClassified: Readonly<Record<string, string>>;
  /** Present findings without a date. They are in no point, and never placed. */
  readonly undatedFindings: readonly FindingId[];
  /** Positions of the measurements without a date. They are in no point either. */
  readonly undatedMeasurements: readonly number[];
}

/**
 * The score of each set over time, from what is dated: present findings and measurements up to each date,
 * and the findings stated absent, which have no date and hold throughout. Undefined when the record has an error.
 */
export function timelineOf(definitions: Definitions): (record: SleRecord) => Timeline | undefined {
  const interpret = interpreter(definitions);
  const sets = definitions.sets.map((set) => ({ id: set.id, evaluate: figuresEvaluator(set, definitions) }));
  return (record) => {
    if (!interpret(record).facts) return undefined;
    const points: TimelinePoint[] = [];
    const firstClassified: Record<string, string> = {};
    const known = new Set<FindingId>();
    for (const date of datesOf(record)) {
      const facts = interpret(upTo(record, date, interpret)).facts;
      if (!facts) continue;
      const figures = Object.fromEntries(sets.map(({ id, evaluate }) => [id, evaluate(facts)]));
      const present = (Object.keys(facts) as FindingId[]).filter((finding) => facts[finding].status === "present");
      const added = present.filter((finding) => !known.has(finding));
      for (const finding of added) known.add(finding);
      for (const { id } of sets) {
        if (figures[id]?.asAssessed === "classified") firstClassified[id] ??= date;
      }
      points.push({ date, figures, added });
    }
    return { points, firstClassified, ...undated(record, interpret) };
  };
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
function upTo(record: SleRecord, day: string, interpret: Interpret): SleRecord {
  const measurements = (record.measurements ?? []).filter(({ date }) => date !== undefined && date <= day);
  const { measured } = interpret({ format: record.format, measurements });
  const findings = Object.entries(record.findings ?? {}).filter(([finding, answer]) => {
    const { status, date } = asStatement(answer);
    if (status !== "present") return true;
    return date === undefined ? measured.get(finding as FindingId)?.status === "present" : date <= day;
  });
  return { ...record, findings: Object.fromEntries(findings), measurements };
}

function undated(record: SleRecord, interpret: Interpret): Pick<Timeline, "undatedFindings" | "undatedMeasurements"> {
  const { findings = {}, measurements = [] } = record;
  const placed = upTo(record, LAST_DAY, interpret).findings ?? {};
  const undatedFindings = (Object.keys(findings) as FindingId[]).filter((finding) => {
    const { status, date } = asStatement(findings[finding] ?? "unknown");
    return status === "present" && date === undefined && !(finding in placed);
  });
  const undatedMeasurements = measurements.flatMap(({ date }, position) => (date === undefined ? [position] : []));
  return { undatedFindings, undatedMeasurements };
}

type Interpret = ReturnType<typeof interpreter>;

const LAST_DAY = "9999-12-31";
