import type { Definitions, FindingId, Measurement, SleRecord, Statement, Status } from "../../criteria/types.ts";
import { type Contradiction, derive, type Relations, relationsOf } from "./derive.ts";
import type { Facts } from "./facts.ts";
import { error, hasError, type Issue, type RecordNotice, shown } from "./issues.ts";
import { type Measured, measureFinding, unitConventions } from "./measure.ts";
import { acceptedUnit, isPlausible, unitsThatFit } from "./units.ts";

export interface Interpreted {
  readonly issues: readonly Issue[];
  readonly notices: readonly RecordNotice[];
  /** What the measurements alone say, for the findings that they touch. */
  readonly measured: ReadonlyMap<FindingId, Measured>;
  /** Absent when there is an error: nothing is guessed. */
  readonly facts?: Facts;
}

/** Turns a well-formed record into facts, with every issue and notice on the way. */
export function interpreter(definitions: Definitions): (record: SleRecord) => Interpreted {
  const relations = relationsOf(definitions);
  return (record) => interpret(record, definitions, relations);
}

/** The statement in its long form: `"present"` is `{ status: "present" }`. */
export function asStatement(answer: Status | Statement): Statement {
  return typeof answer === "string" ? { status: answer } : answer;
}

function interpret(record: SleRecord, definitions: Definitions, relations: Relations): Interpreted {
  const measurements = record.measurements ?? [];
  const stated = new Map<FindingId, Statement>();
  // In the order of the definitions, so that the order of the record makes no difference.
  for (const finding of relations.findings) {
    const answer = record.findings?.[finding];
    if (answer !== undefined) stated.set(finding, asStatement(answer));
  }
  const valueIssues = measurements.flatMap((value, position) => checkMeasurement(value, position, definitions));
  const pointless = [...stated].flatMap(([finding, statement]) => checkStatement(finding, statement));
  if (hasError(valueIssues)) return { issues: [...valueIssues, ...pointless], notices: [], measured: new Map() };

  const measured = new Map<FindingId, Measured>();
  for (const finding of relations.findings) {
    const value =
      measurements.length > 0 && measureFinding(definitions.findings[finding], measurements, definitions.tests);
    if (value) measured.set(finding, value);
  }
  const { facts, contradictions } = derive(stated, measured, relations);
  const conflicts = contradictions.map((one) => describeContradiction(one, measurements, definitions));
  const issues = [...conflicts, ...pointless];
  if (hasError(issues)) return { issues, notices: [], measured };
  const notices = [
    ...needsAnotherOccasion(measured, facts, definitions),
    ...unitConventions(measurements, definitions),
    ...assumptionNotices(facts, definitions),
  ];
  return { issues, notices, measured, facts };
}

function checkMeasurement(value: Measurement, position: number, { tests }: Definitions): Issue[] {
  const path = `measurements.${position}`;
  const test = tests[value.test];
  const unit = acceptedUnit(test, value.unit);
  if (!unit) {
    const accepted = test.units.map((one) => one.unit).join(", ");
    return [
      error("unaccepted-unit", `${path}.unit`, `${test.label}: read ${shown(value.unit)}; accepted: ${accepted}.`),
    ];
  }
  const issues: Issue[] = [];
  for (const key of ["value", "low", "high", "p99"] as const) {
    const number = value[key];
    if (number === undefined || isPlausible(number, unit, test)) continue;
    const [lowest, highest] = test.plausible;
    const fits = unitsThatFit(number, test).map((one) => one.unit);
    const slip = fits.length > 0 ? ` ${number} would fit ${fits.join(" or ")}.` : "";
    const accepted = `accepted: ${lowest} to ${highest} ${test.units[0].unit}`;
    issues.push(
      error(
        "implausible-value",
        `${path}.${key}`,
        `${test.label}: read ${number} ${unit.unit}, which is not believable; ${accepted}.${slip}`,
      ),
    );
  }
  if (value.method !== undefined && test.methods && !test.methods.some(({ id }) => id === value.method)) {
    const accepted = test.methods.map(({ id }) => id).join(", ");
    issues.push(
      error("malformed", `${path}.method`, `${test.label}: read ${shown(value.method)}; accepted: ${accepted}.`),
    );
  }
  return issues;
}

/** An explanation belongs to a present finding. Beside another status it has no effect, which is said, not guessed. */
function checkStatement(finding: FindingId, statement: Statement): Issue[] {
  if (!statement.explainedBy || statement.status === "present") return [];
  return [
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
