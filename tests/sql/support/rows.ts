import { definitions } from "../../../criteria/index.ts";
import type {
  Definitions,
  FindingId,
  LabTest,
  LimitName,
  Measurement,
  SleRecord,
  Statement,
  TestId,
} from "../../../criteria/types.ts";
import { assess, assessmentPlanOf, type Result } from "../../../lib/assess.ts";
import { CAUSES } from "../../../lib/record/causes.ts";
import { pick, type Random, randomRecord } from "../../scoring/support/random-records.ts";

/** One patient of a cohort: cells by the names of their columns. What is not there is empty. */
export type Row = Readonly<Record<string, string>>;

/** What a query or the engine gives of one patient. */
export type Given = Readonly<Record<string, string | number | null>>;

const TESTS = Object.keys(definitions.tests) as TestId[];
const LIMITS = ["low", "high"] as const satisfies readonly LimitName[];

/** Every name that a column of a cohort can have, written out here a second time. */
export const EVERY_COLUMN: readonly string[] = [
  ...Object.keys(definitions.findings),
  ...TESTS.flatMap((test) => definitions.tests[test].units.map(({ unit }) => `${test} [${unit}]`)),
  ...TESTS.flatMap((test) => LIMITS.map((limit) => `${test} ${limit}`)),
];

const cellOf = ({ status, explainedBy }: Statement): string =>
  explainedBy && status === "present" ? `explained:${explainedBy.cause}` : status;

/** A record as a row, or undefined where a cohort cannot say what it says: days, methods, more than one value. */
export function rowOf({ findings = {}, measurements = [] }: SleRecord): Row | undefined {
  const row: Record<string, string> = {};
  for (const [finding, answer] of Object.entries(findings)) {
    row[finding] = typeof answer === "string" ? answer : cellOf(answer);
  }
  const tests = measurements.map(({ test }) => test);
  for (const { test, value, unit, low, high, ...beside } of measurements) {
    const isMore = Object.entries(beside).some(([part, said]) => part !== "date" && said !== undefined);
    if (isMore || tests.filter((other) => other === test).length > 1) return undefined;
    row[`${test} [${unit}]`] = String(value);
    if (low !== undefined) row[`${test} low`] = String(low);
    if (high !== undefined) row[`${test} high`] = String(high);
  }
  return row;
}

/** What the engine makes of a row, through the record that it stands for. */
export function byEngine(id: string, row: Row, plan = assessmentPlanOf(definitions)): Given {
  const read = recordOf(row);
  if ("issues" in read) return withheld(id, read.issues, plan.definitions);
  const { issues, results } = assess(plan, read.record);
  const errors = new Set(issues.filter(({ severity }) => severity === "error").map(({ code }) => code));
  if (!results) return withheld(id, [...errors].join(" "), plan.definitions);
  return { id, ...figures(results), issues: null };
}

function figures(results: NonNullable<Result["results"]>): Given {
  const cells = Object.entries(results).flatMap(([set, { score, asAssessed, verdict }]) => [
    [`${set} score`, score.value],
    [`${set} lower`, score.lower],
    [`${set} upper`, score.upper],
    [`${set} as-assessed`, asAssessed],
    [`${set} verdict`, verdict],
  ]);
  return Object.fromEntries(cells);
}

function withheld(id: string, issues: string, { sets }: Definitions): Given {
  const columns = sets.flatMap((set) =>
    ["score", "lower", "upper", "as-assessed", "verdict"].map((column) => `${set.id} ${column}`),
  );
  return { id, ...Object.fromEntries(columns.map((column) => [column, null])), issues };
}

const ANSWERS: Readonly<Record<string, Statement>> = {
  ...Object.fromEntries(
    ["1", "present", "true", "True", "TRUE"].map((word): [string, Statement] => [word, { status: "present" }]),
  ),
  ...Object.fromEntries(
    ["0", "absent", "false", "False", "FALSE"].map((word): [string, Statement] => [word, { status: "absent" }]),
  ),
  unknown: { status: "unknown" },
  explained: { status: "present", explainedBy: { cause: "other" } },
  ...Object.fromEntries(
    CAUSES.map((cause): [string, Statement] => [`explained:${cause}`, { status: "present", explainedBy: { cause } }]),
  ),
};

/** At most 30 digits before the point, 60 behind it, and 2 in an exponent. */
function isNumber(cell: string): boolean {
  const [, whole = "", decimals = "", power = ""] = /^[+-]?(\d*)\.?(\d*)(?:e[+-]?(\d+))?$/i.exec(cell) ?? [];
  const isPlain = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell);
  return isPlain && whole.length <= 30 && decimals.length <= 60 && power.length <= 2;
}

/** The record that a row stands for, by the words of the contract; or what about its cells cannot be read. */
function recordOf(row: Row): { readonly record: SleRecord } | { readonly issues: string } {
  const wrong = new Set<string>();
  const findings: { [F in FindingId]?: Statement } = {};
  for (const finding of Object.keys(definitions.findings) as FindingId[]) {
    const cell = row[finding] ?? "";
    if (cell === "") continue;
    const answer = ANSWERS[cell.replace(/^([01])[.]0+$/, "$1")];
    if (answer) findings[finding] = answer;
    else wrong.add("malformed");
  }
  const numberIn = (column: string): number | undefined => {
    const cell = row[column] ?? "";
    if (cell === "") return undefined;
    if (!isNumber(cell)) wrong.add("not-a-number");
    return Number(cell);
  };
  const measurements: Measurement[] = [];
  for (const test of TESTS) {
    const limits = LIMITS.flatMap((limit) => {
      const number = numberIn(`${test} ${limit}`);
      return number === undefined ? [] : [[limit, number] as const];
    });
    const values = definitions.tests[test].units.flatMap(({ unit }) => {
      const value = numberIn(`${test} [${unit}]`);
      return value === undefined ? [] : [{ test, value, unit, ...Object.fromEntries(limits) }];
    });
    // Of which of two values a limit is, nothing says.
    if (values.length > 1 && limits.length > 0) wrong.add("malformed");
    measurements.push(...values);
  }
  if (wrong.size > 0) return { issues: [...wrong].sort().join(" ") };
  return { record: { format: "sle-record/1", findings, measurements } };
}

const WRONG_WORDS = [
  "yes",
  "2",
  "1.",
  "2.0",
  "0.10",
  "t",
  "tRUE",
  "explained:",
  "explained:gout",
  "Present",
  "-",
  "?",
  "absent ",
  "NaN",
];
const WRONG_NUMBERS = [
  "<40",
  "3,2",
  "ten",
  "1e",
  ".",
  "0x10",
  "1_000",
  "NaN",
  "Infinity",
  "3.2 g",
  "--1",
  "1e999",
  "1e-100",
  `0.${"3".repeat(61)}`,
  "1".repeat(31),
];

/** A patient at random: of one in two next to everything is known, and not much is present. */
export function randomRow(random: Random): Row {
  return random() < 0.5 ? nearLimitRow(random) : anyRow(random);
}

const FINDINGS = Object.keys(definitions.findings) as FindingId[];

/** A patient near the thresholds: a few findings present, a few not known, all others absent. */
function nearLimitRow(random: Random): Row {
  const some = (most: number) => Array.from({ length: Math.floor(random() * most) }, () => pick(random, FINDINGS));
  const present = new Set(some(9));
  // A Set visits what is added while it is walked.
  for (const id of present) for (const { from, to } of definitions.implications) if (from === id) present.add(to);
  const unknown = new Set(some(8));
  const cells = FINDINGS.filter((id) => !unknown.has(id)).map((id) => {
    const explained = random() < 0.15 ? pick(random, ["explained", "explained:drug", "explained:infection"]) : "1";
    return [id, present.has(id) ? explained : "0"];
  });
  return Object.fromEntries(cells);
}

/** A patient with findings, values and limits at random: mostly believable, some of them with a mistake. */
function anyRow(random: Random): Row {
  const { findings, measurements = [] } = randomRecord(random, pick(random, [0.3, 0.6, 0.8, 0.9, 0.95, 1]));
  const row: Record<string, string> = {};
  for (const [finding, answer] of Object.entries(findings ?? {})) {
    if (random() < 0.02) continue;
    row[finding] = shortened(cellOf(typeof answer === "string" ? { status: answer } : answer), random);
  }
  for (const { test, unit, value, low, high } of measurements) {
    row[`${test} [${unit}]`] = String(value);
    const isAlone = !definitions.tests[test].units.some(
      (other) => other.unit !== unit && row[`${test} [${other.unit}]`],
    );
    if (!isAlone && random() < 0.98) {
      for (const limit of LIMITS) delete row[`${test} ${limit}`];
      continue;
    }
    if (low !== undefined) row[`${test} low`] = String(low);
    if (high !== undefined) row[`${test} high`] = String(high);
  }
  for (let more = 0; random() < 0.3 && more < 4; more += 1) Object.assign(row, randomNumbers(random));
  if (random() < 0.02) row[pick(random, Object.keys(definitions.findings))] = pick(random, WRONG_WORDS);
  if (random() < 0.04)
    row[
      pick(
        random,
        EVERY_COLUMN.filter((name) => / /.test(name)),
      )
    ] = pick(random, WRONG_NUMBERS);
  if (random() < 0.05) row[pick(random, Object.keys(definitions.findings))] = pick(random, ["0", "1"]);
  return row;
}

/** The words of the contract for one answer. */
function shortened(cell: string, random: Random): string {
  if (random() < 0.5) return cell;
  if (cell === "present") return pick(random, ["1", "1", "1", "1.0", "true"]);
  if (cell === "absent") return pick(random, ["0", "0", "0", "0.00", "FALSE"]);
  return cell === "explained:other" ? "explained" : cell;
}

/** A value of a test anywhere about its limits, with limits near, far, reversed, of another unit or impossible. */
function randomNumbers(random: Random): Row {
  const test = pick(random, TESTS);
  const known: LabTest = definitions.tests[test];
  const { unit, plus = 0, times: [up, down] = [1, 1] } = pick(random, known.units);
  const limits = Object.values(definitions.findings as Definitions["findings"]).flatMap(({ decidedBy = [] }) =>
    decidedBy.flatMap((rule) =>
      rule.test === test && "value" in rule ? [rule.value, ...(rule.perUnit ?? []).map(({ value }) => value)] : [],
    ),
  );
  const asked = (known.limits ?? []).flatMap(({ believable = [] }) => believable);
  const around = pick(random, [...limits, ...asked, ...known.plausible]);
  const factor = pick(random, [0, 0.01, 0.5, 0.999, 1, 1, 1, 1.001, 1.5, 3, 20, 20.001, 100, -1]);
  const here = (amount: number) => (amount * down) / up - plus;
  const written = (amount: number) => {
    const number = pick(random, [6, 6, 15, 17]);
    return Number(amount.toPrecision(number));
  };
  const whole = unit === "{titer}" && random() < 0.9 ? Math.round : (value: number) => value;
  const value = nudged(whole(written(here(around * factor))), random);
  const row: Record<string, string> = { [`${test} [${unit}]`]: String(value) };
  for (const limit of LIMITS) {
    if (random() < 0.5) continue;
    const of = pick(random, [...asked, ...asked, around, 0]);
    row[`${test} ${limit}`] = String(whole(written(here(of * pick(random, [1, 1, 1, 0.1, 10, 11, 100, 0.01])))));
  }
  return row;
}

/** Now and then the next number that a computer has: a limit must not be met or missed by it. */
function nudged(value: number, random: Random): number {
  const luck = random();
  if (luck > 0.2 || value === 0) return value;
  return luck < 0.1 ? value * (1 + Number.EPSILON) : value * (1 - Number.EPSILON);
}
