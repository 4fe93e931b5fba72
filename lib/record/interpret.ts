import type {
  AcceptedUnit,
  Definitions,
  FindingId,
  LabTest,
  LimitName,
  Measurement,
  SleRecord,
  Statement,
  Status,
  TestId,
} from "../../criteria/types.ts";
import { doubtOf, EARLIEST_DAY } from "./day.ts";
import { type Contradiction, derive, type Relations, relationsOf } from "./derive.ts";
import type { Facts } from "./facts.ts";
import { error, hasError, type Issue, MOST_ISSUES, type RecordNotice, shown } from "./issues.ts";
import { limitDoubts } from "./limit-doubts.ts";
import { LIMIT_NAMES } from "./limit-names.ts";
import { type Measured, measureFinding, type UnitReading, unitConventions } from "./measure.ts";
import { didYouMean, suggestMethods, suggestUnits } from "./suggest.ts";
import { equivalentOf, isDilution, TITER } from "./titer.ts";
import { explainedElsewhere, type TwinPlan, twinPlanOf } from "./twins.ts";
import { acceptedUnit, isPlausible, unitsThatFit } from "./units.ts";

export interface Interpreted {
  readonly issues: readonly Issue[];
  readonly notices: readonly RecordNotice[];
  /** What the measurements alone say, for the findings that they touch. */
  readonly measured: ReadonlyMap<FindingId, Measured>;
  /** Absent when there is an error: nothing is guessed. */
  readonly facts?: Facts;
  /** The facts by another defensible reading of a value, where there is one. */
  readonly otherFacts?: readonly OtherFacts[];
}

/** What the record says if an item is read in another defensible way. */
export interface OtherFacts {
  /** That of the notice which says why there are two readings. */
  readonly code: "unit-convention";
  /** The findings that this reading answers otherwise. */
  readonly findings: readonly FindingId[];
  readonly facts: Facts;
}

/** What can be worked out from the definitions before any record is seen. */
export interface RecordPlan {
  readonly definitions: Definitions;
  readonly relations: Relations;
  readonly twins: TwinPlan;
}

/** The plan by which `interpret` reads records: worked out once for these definitions, and used for every record. */
export function recordPlanOf(definitions: Definitions): RecordPlan {
  return { definitions, relations: relationsOf(definitions), twins: twinPlanOf(definitions) };
}

/** The statement in its long form: `"present"` is `{ status: "present" }`. What is not answered is unknown. */
export function asStatement(answer: Status | Statement | undefined): Statement {
  if (answer === undefined) return { status: "unknown" };
  return typeof answer === "string" ? { status: answer } : answer;
}

/**
 * Turns a well-formed record into facts, with every issue and notice on the way. `today`, as YYYY-MM-DD, is the last
 * day on which anything can have been seen or measured; without it no day is too late.
 */
export function interpret(
  { definitions, relations, twins }: RecordPlan,
  record: SleRecord,
  today?: string,
): Interpreted {
  const measurements = record.measurements ?? [];
  const stated = new Map<FindingId, Statement>();
  // In the order of the definitions, so that the order of the record makes no difference.
  for (const finding of relations.findings) {
    const answer = record.findings?.[finding];
    if (answer !== undefined) stated.set(finding, asStatement(answer));
  }
  const hint = hinter();
  const checks = [
    ...measurements.flatMap((value, position) => checkMeasurement(value, position, definitions, today, hint)),
    ...[...stated].flatMap(([finding, statement]) => checkStatement(finding, statement, today)),
  ];
  if (hasError(checks)) return { issues: checks, notices: [], measured: new Map() };

  const measured = measureAll(measurements, definitions, relations, "published");
  const { facts, contradictions } = derive(stated, measured, relations);
  const conflicts = contradictions.map((one) => describeContradiction(one, measurements, definitions));
  const issues = [...conflicts, ...checks];
  if (hasError(issues)) return { issues, notices: [], measured };
  const conventions = unitConventions(measurements, definitions);
  const notices = [
    ...needsAnotherOccasion(measured, facts, definitions),
    ...conventions,
    ...assumptionNotices(facts, definitions),
    ...explainedElsewhere(facts, measured, definitions, twins),
  ];
  if (conventions.length === 0) return { issues, notices, measured, facts };
  const converted = derive(stated, measureAll(measurements, definitions, relations, "converted"), relations);
  const findings = [...new Set(conventions.map(({ finding }) => finding as FindingId))];
  return {
    issues,
    notices,
    measured,
    facts,
    otherFacts: [{ code: "unit-convention", findings, facts: converted.facts }],
  };
}

function measureAll(
  measurements: readonly Measurement[],
  { findings, tests }: Definitions,
  relations: Relations,
  reading: UnitReading,
): ReadonlyMap<FindingId, Measured> {
  const measured = new Map<FindingId, Measured>();
  if (measurements.length === 0) return measured;
  for (const finding of relations.findings) {
    const value = measureFinding(findings[finding], measurements, tests, reading);
    if (value) measured.set(finding, value);
  }
  return measured;
}

function checkMeasurement(
  value: Measurement,
  position: number,
  definitions: Definitions,
  today: string | undefined,
  hint: Hint,
): Issue[] {
  const path = `measurements.${position}`;
  const test = definitions.tests[value.test];
  const unit = acceptedUnit(test, value.unit);
  if (!unit) {
    const accepted = test.units.map((one) => one.unit).join(", ");
    return [
      error(
        "unaccepted-unit",
        `${path}.unit`,
        `${test.label}: read ${shown(value.unit)}; accepted: ${accepted}.${hint(() => suggestUnits(value.unit, test))}`,
      ),
    ];
  }
  const issues = (["value", ...LIMIT_NAMES] as const).flatMap((key): Issue[] => {
    const number = value[key];
    const message = number === undefined ? undefined : disbelief(number, key, value.test, unit, definitions);
    return message === undefined ? [] : [error("implausible-value", `${path}.${key}`, message)];
  });
  if (!hasError(issues)) issues.push(...checkLimits(value, path, test));
  if (value.date !== undefined) issues.push(...checkDay(value.date, `${path}.date`, today));
  if (value.method !== undefined && test.methods && !test.methods.some(({ id }) => id === value.method)) {
    const accepted = test.methods.map(({ id }) => id).join(", ");
    const { method } = value;
    const meant = hint(() => suggestMethods(method, test));
    issues.push(
      error("malformed", `${path}.method`, `${test.label}: read ${shown(method)}; accepted: ${accepted}.${meant}`),
    );
  }
  return issues;
}

/** Why a number cannot be a value of a test, or a limit beside one, in one of its units; undefined where it can. */
export function disbelief(
  number: number,
  key: "value" | LimitName,
  id: TestId,
  unit: AcceptedUnit,
  definitions: Definitions,
): string | undefined {
  const test = definitions.tests[id];
  if (unit.unit === TITER && !isDilution(number) && (key === "value" || number !== 0)) {
    return key === "value" ? noDilution(number, id, definitions) : noFirstPositive(number, test);
  }
  if (isPlausible(number, unit, test)) return undefined;
  const [lowest, highest] = test.plausible;
  const fits = unitsThatFit(number, test).map((one) => one.unit);
  const slip = fits.length > 0 ? ` ${number} would fit ${fits.join(" or ")}.` : "";
  const accepted = `accepted: ${lowest} to ${highest} ${test.units[0].unit}`;
  return `${test.label}: read ${number} ${unit.unit}, which is not believable; ${accepted}.${slip}`;
}

type Hint = (suggest: () => readonly string[]) => string;

/** What was probably meant, looked up for no more mistakes than are listed: a thousand of them cost no more than that. */
function hinter(): Hint {
  let given = 0;
  return (suggest) => {
    given += 1;
    return given > MOST_ISSUES ? "" : didYouMean(suggest());
  };
}

function noFirstPositive(number: number, { label }: LabTest): string {
  return `${label}: read ${number} as the first positive titer; accepted: a whole dilution, such as 80 for 1:80.`;
}

/** A titer that is none is mostly the result of a method that gives no titer, which is answered and not entered. */
function noDilution(number: number, test: TestId, definitions: Definitions): string {
  const read = `${definitions.tests[test].label}: read ${number} as a titer; accepted: a whole dilution, such as 160 for 1:160.`;
  const equivalent = equivalentOf(test, definitions);
  if (!equivalent) return `${read} An index, a ratio or units are entered in their own unit.`;
  const { label } = definitions.findings[equivalent.finding];
  return (
    `${read} An index, a ratio or units of another method are no titer: ` +
    `answer "${label}" (${equivalent.words}, yes or no) and name the assay in its note.`
  );
}

/**
 * What is doubtful of the limits of a value that is itself believable. It is said and not refused: the value stands
 * whatever was printed beside it, and only what needs the limit stays open.
 */
function checkLimits(value: Measurement, path: string, test: LabTest): Issue[] {
  // A range in reverse is one mistake, although it takes both of its limits.
  const doubts = limitDoubts(value, test).filter(({ kind, limit }) => kind !== "reversed" || limit === "low");
  return doubts.map(({ limit, certain, why }) => ({
    severity: "warning",
    code: "doubtful-limit",
    path: `${path}.${limit}`,
    message: `${test.label} ${value.value}: ${why}. ${
      certain
        ? "The value is not judged by it: correct the value, its unit or the limit, or leave the limit out."
        : "The value is judged by it: check it."
    }`,
  }));
}

function checkDay(date: string, path: string, today: string | undefined): Issue[] {
  const doubt = doubtOf(date, today);
  if (!doubt) return [];
  return [error("bad-date", path, `${doubt.why} Accepted: a day from ${EARLIEST_DAY} to today.`)];
}

/** An explanation belongs to a present finding. Beside another status it has no effect, which is said, not guessed. */
function checkStatement(finding: FindingId, statement: Statement, today: string | undefined): Issue[] {
  const days = statement.date === undefined ? [] : checkDay(statement.date, `findings.${finding}.date`, today);
  if (!statement.explainedBy || statement.status === "present") return days;
  return [
    ...days,
    {
      severity: "warning",
      code: "explanation-without-finding",
      path: `findings.${finding}.explainedBy`,
      message: `The explanation has no effect while the finding is ${statement.status}. State it present to say that something else explains it.`,
    },
  ];
}

function describeContradiction(
  conflict: Contradiction,
  measurements: readonly Measurement[],
  definitions: Definitions,
): Issue {
  const { label } = definitions.findings[conflict.finding];
  const path = `findings.${conflict.finding}`;
  if (conflict.with.kind === "implied") {
    const other = definitions.findings[conflict.with.by].label;
    const message = `"${label}" is stated absent, but "${other}" is present and implies it. Take one of the two back.`;
    return error("contradiction", path, message, [`findings.${conflict.with.by}`]);
  }
  const values = conflict.with.by.map((position) => describeValue(measurements[position], definitions)).join(", ");
  const message = `"${label}" is stated absent, but the value entered (${values}) meets its rule. Take the answer back or correct the value.`;
  return error(
    "contradiction",
    path,
    message,
    conflict.with.by.map((position) => `measurements.${position}`),
  );
}

function describeValue(value: Measurement | undefined, { tests }: Definitions): string {
  if (!value) return "";
  const { short } = tests[value.test];
  const unit = acceptedUnit(tests[value.test], value.unit)?.label ?? value.unit;
  return `${short} ${value.comparator ?? ""}${value.value} ${unit}`;
}

function needsAnotherOccasion(
  measured: ReadonlyMap<FindingId, Measured>,
  facts: Facts,
  definitions: Definitions,
): RecordNotice[] {
  return [...measured]
    .filter(
      ([finding, { occasions }]) =>
        occasions.met > 0 && occasions.met < occasions.needed && facts[finding].status === "unknown",
    )
    .map(([finding, { occasions }]) => ({
      code: "needs-another-occasion",
      finding,
      message:
        `${definitions.findings[finding].label}: ${occasions.needed} occasions are asked for and ${occasions.met} was found. ` +
        "Enter a value from another date, or answer it yourself.",
    }));
}

function assumptionNotices(facts: Facts, { findings }: Definitions): RecordNotice[] {
  return (Object.keys(findings) as FindingId[]).flatMap((finding) => {
    const { origin, status } = facts[finding];
    if (origin.kind !== "assumed") return [];
    const message = `${findings[finding].label} is assumed ${status}: ${origin.why}.`;
    return [{ code: "assumed", finding, message }];
  });
}
