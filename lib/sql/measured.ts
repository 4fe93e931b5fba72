import type { AcceptedUnit, LabTest, LimitName, Rule } from "../../criteria/types.ts";
import { COLUMN_LIMITS, type ColumnLimit } from "../cohort/columns.ts";
import { FAR as LIMIT_FAR, limitDoubts, NEAR, slipFactors } from "../record/limit-doubts.ts";
import { judge } from "../record/measure.ts";
import { type Rational, rational } from "../record/rational.ts";
import { TITER } from "../record/titer.ts";
import { canonical, isPlausible } from "../record/units.ts";
import type { ValueColumn } from "./columns.ts";
import { type Context, measuredColumn, mistakeColumn } from "./context.ts";
import { cutBetween } from "./cuts.ts";
import { allOf, anyOf, firstOf, numberOf } from "./expressions.ts";
import type { Stage } from "./stages.ts";

/** Far outside of what any test has. */
const OUTSIDE = 1e30;

/** The least and the greatest number in a unit that the engine believes of a test. */
function plausibleIn(unit: AcceptedUnit, test: LabTest): { readonly least: number; readonly greatest: number } {
  const [lowest, highest] = test.plausible;
  const [up, down] = unit.times ?? [1, 1];
  const within = (((lowest + highest) / 2) * down) / up - (unit.plus ?? 0);
  const believed = (value: number) => isPlausible(value, unit, test);
  return {
    least: cutBetween(-OUTSIDE, within, believed).firstYes,
    greatest: cutBetween(OUTSIDE, within, believed).firstYes,
  };
}

/** The name of a limit as the value beside it is judged by it: without one that cannot be that value's. */
const usedLimit = (value: ValueColumn, limit: ColumnLimit): string => `${value.name} ${limit}`;

/** Which mistakes numbers have, and which of the laboratory's limits a value is judged by. */
export function limitsStage(context: Context): Stage {
  const { definitions, columns, dialect } = context;
  const { name } = dialect;
  const made = new Map<string, string>();
  const mistaken: string[] = [];
  for (const value of columns.values) {
    const test = definitions.tests[value.test];
    const number = name(value.name);
    mistaken.push(notBelieved(number, value, test, false));
    for (const { name: column, limit } of columns.limits.filter((one) => one.test === value.test)) {
      const entered = name(column);
      mistaken.push(`(${number} IS NOT NULL AND ${notBelieved(entered, value, test, true)})`);
      if (!usesLimit(value, limit, context)) continue;
      const doubts = certainDoubts(value, limit, context);
      made.set(usedLimit(value, limit), doubts.length === 0 ? entered : firstOf([[anyOf(doubts), "NULL"]], entered));
    }
  }
  made.set(mistakeColumn("implausible-value"), `COALESCE(${anyOf(mistaken)}, FALSE)`);
  return {
    name: "limited",
    says: "Numbers that nobody has, and the laboratory's limits without those that cannot be a value's own.",
    columns: made,
  };
}

function usesLimit(value: ValueColumn, limit: LimitName, { definitions }: Context): boolean {
  return Object.values(definitions.findings).some(({ decidedBy = [] }) =>
    decidedBy.some((rule) => rule.test === value.test && "limit" in rule && rule.limit === limit && isJudged(rule)),
  );
}

/** Whether a rule can judge a value without a method, which a cohort does not give. */
const isJudged = (rule: Rule): boolean => !rule.methods && !rule.notMethods;

function notBelieved(number: string, { unit }: ValueColumn, test: LabTest, isLimit: boolean): string {
  const { least, greatest } = plausibleIn(unit, test);
  const questions = [`${number} < ${numberOf(least)}`, `${number} > ${numberOf(greatest)}`];
  if (unit.unit !== TITER) return anyOf(questions);
  // A titer is a whole dilution; as a limit, 0 says that there is none.
  const noDilution = anyOf([`${number} < 1`, `${number} <> FLOOR(${number})`]);
  return anyOf([...questions, isLimit ? allOf([noDilution, `${number} <> 0`]) : noDilution]);
}

/** The questions of which one alone says that a limit is not that of the value beside it. */
function certainDoubts(value: ValueColumn, limit: ColumnLimit, { definitions, columns, dialect }: Context): string[] {
  const { name } = dialect;
  const test = definitions.tests[value.test];
  const limits = columns.limits.filter((one) => one.test === value.test);
  const [low, high] = COLUMN_LIMITS.map((one) => limits.find((column) => column.limit === one)?.name);
  const entered = limit === "low" ? low : high;
  if (!entered || !test.limits?.some((one) => one.name === limit)) {
    return low && high ? [`${name(low)} > ${name(high)}`] : [];
  }
  return [
    ...(low && high ? [`${name(low)} > ${name(high)}`] : []),
    ...impossible(name(entered), value, limit, test),
    ...unitSlip(name(value.name), name(entered), value, test, dialect),
  ];
}

/** A limit that no laboratory can have. The engine is asked by a value that is the limit itself, so never far from it. */
function impossible(entered: string, value: ValueColumn, limit: ColumnLimit, test: LabTest): string[] {
  const { test: id, unit } = value;
  const { least, greatest } = plausibleIn(unit, test);
  const isImpossible = (number: number): boolean => {
    // Between two dilutions there is none: what is asked of a titer is asked of the next one.
    const asked = unit.unit === TITER ? Math.ceil(number) : number;
    const doubts = limitDoubts({ test: id, value: asked, unit: unit.unit, [limit]: asked }, test);
    return doubts.some((doubt) => doubt.certain && doubt.limit === limit);
  };
  const believed = aBelieved(limit, value, test);
  return [
    ...(isImpossible(least) ? [`${entered} <= ${numberOf(cutBetween(believed, least, isImpossible).firstYes)}`] : []),
    ...(isImpossible(greatest)
      ? [`${entered} > ${numberOf(cutBetween(believed, greatest, isImpossible).lastNo)}`]
      : []),
  ];
}

/** A number that a laboratory can have as this limit, in the unit of the value. */
function aBelieved(limit: LimitName, { unit }: ValueColumn, test: LabTest): number {
  const asked = test.limits?.find((one) => one.name === limit);
  const own = asked?.believableIn?.[unit.unit];
  const [, highest] = own ?? asked?.believable ?? test.plausible;
  const [up, down] = own ? [1, 1] : (unit.times ?? [1, 1]);
  return (highest * down) / up - (own ? 0 : (unit.plus ?? 0));
}

/** Value and limit are far apart, and would be near if one of them were in another unit. Compared as exact decimals. */
function unitSlip(
  number: string,
  entered: string,
  { unit }: ValueColumn,
  test: LabTest,
  { exact }: Context["dialect"],
): string[] {
  const factors = slipFactors(test);
  if (factors.length === 0) return [];
  // An amount is above zero where its number is; with a shift between units, the two would have to be told apart.
  if (unit.plus !== undefined) throw new RangeError(`${unit.unit} has a shift, and limits that can be in another unit`);
  const scaled = (column: string, by: bigint) => (by === 1n ? exact(column) : `${exact(column)} * ${by}`);
  const most = (a: string, b: string, { n, d }: Rational) => `${scaled(a, d)} <= ${scaled(b, n)}`;
  const within = (factor: Rational, times: Rational) => [
    // a * factor <= b * times, and b <= a * factor * times
    most(number, entered, { n: times.n * factor.d, d: times.d * factor.n }),
    most(entered, number, { n: times.n * factor.n, d: times.d * factor.d }),
  ];
  const one = rational(1);
  const near = anyOf(factors.map((factor) => allOf(within(factor, rational(NEAR)))));
  const far = `NOT ${allOf(within(one, rational(LIMIT_FAR)))}`;
  return [allOf([`${number} > 0`, `${entered} > 0`, far, near])];
}

/** What the numbers say of each finding that they can decide. */
export function measuredStage(context: Context): Stage {
  const { definitions, columns } = context;
  const made = new Map<string, string>();
  for (const [finding, { decidedBy = [] }] of Object.entries(definitions.findings)) {
    const values = columns.values.filter(({ test }) => decidedBy.some((rule) => rule.test === test));
    if (values.length > 0) made.set(measuredColumn(finding), measured(decidedBy, values, context));
  }
  return {
    name: "measured",
    says: "What the numbers decide: TRUE where a rule is met, FALSE where all could be judged and none meets one.",
    columns: made,
  };
}

function measured(rules: readonly Rule[], values: readonly ValueColumn[], context: Context): string {
  const { name } = context.dialect;
  // All numbers of a row are of one occasion.
  const isEnough = rules.every(({ occasions = 1 }) => occasions <= 1);
  const judged = values.map((value) => ({ number: name(value.name), judged: judgedBy(rules, value, context) }));
  const met = anyOf(judged.map((one) => one.judged));
  const noneOpen = judged.map((one) => anyOf([`${one.number} IS NULL`, `NOT ${one.judged}`]));
  const some = anyOf(judged.map(({ number }) => `${number} IS NOT NULL`));
  return firstOf([
    [met, isEnough ? "TRUE" : "NULL"],
    [allOf([...noneOpen, some]), "FALSE"],
  ]);
}

/** Whether a value meets one of the rules: NULL where no rule can judge it, and where there is none. */
function judgedBy(rules: readonly Rule[], value: ValueColumn, context: Context): string {
  const own = rules.filter((rule) => rule.test === value.test && isJudged(rule));
  const answers = own.flatMap((rule) => answerOf(rule, value, context) ?? []);
  const [first = "CAST(NULL AS BOOLEAN)"] = answers;
  return answers.length <= 1 ? first : `COALESCE(${[anyOf(answers), ...answers].join(", ")})`;
}

function answerOf(rule: Rule, value: ValueColumn, context: Context): string | undefined {
  return "value" in rule ? answerByNumber(rule, value, context) : answerByLimit(rule, value, context);
}

function answerByNumber(rule: Rule, { name: column, test: id, unit }: ValueColumn, context: Context): string {
  const test = context.definitions.tests[id];
  const number = context.dialect.name(column);
  const { least, greatest } = plausibleIn(unit, test);
  const isMet = (value: number) => judge(rule, { test: id, value, unit: unit.unit }, test) === "met";
  if (isMet(least) === isMet(greatest)) return isMet(least) ? `${number} IS NOT NULL` : "FALSE";
  const cut = isMet(greatest) ? cutBetween(least, greatest, isMet) : cutBetween(greatest, least, isMet);
  switch (rule.is) {
    case "<":
      return `${number} < ${numberOf(cut.lastNo)}`;
    case ">":
      return `${number} > ${numberOf(cut.lastNo)}`;
    case ">=":
      return `${number} >= ${numberOf(cut.firstYes)}`;
  }
}

function answerByLimit(
  rule: Extract<Rule, { limit: LimitName }>,
  value: ValueColumn,
  { definitions, columns, dialect }: Context,
): string | undefined {
  const limit = columns.limits.find((one) => one.test === value.test && one.limit === rule.limit);
  if (!limit) return undefined;
  const test = definitions.tests[value.test];
  if (canonical(1, value.unit).n <= 0n) throw new RangeError(`${value.unit.unit} turns the order of numbers around`);
  if (rule.times !== undefined && rule.times !== 1) {
    throw new RangeError(`${value.test}: a multiple of the laboratory's limit cannot be asked of a cohort`);
  }
  // For a titer, a limit is the first one that is positive: the engine says whether the limit itself meets the rule.
  const at = aBelieved(rule.limit, value, test);
  const includes =
    judge(rule, { test: value.test, value: at, unit: value.unit.unit, [rule.limit]: at }, test) === "met";
  const is = includes ? (rule.is === "<" ? "<=" : ">=") : rule.is === ">=" ? ">" : rule.is;
  return `${dialect.name(value.name)} ${is} ${dialect.name(usedLimit(value, limit.limit))}`;
}
