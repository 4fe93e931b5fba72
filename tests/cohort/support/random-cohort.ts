import { definitions } from "../../../criteria/index.ts";
import type { Cause, Finding, FindingId, Measurement, SleRecord, Statement, TestId } from "../../../criteria/types.ts";
import { CELL_ANSWERS } from "../../../lib/cohort/columns.ts";
import { pick, type Random } from "../../scoring/support/random-records.ts";

const FINDINGS = Object.keys(definitions.findings) as FindingId[];
const TESTS = Object.keys(definitions.tests) as TestId[];
const PRESENT = ["1", "1", "1", "present"];
const ABSENT = ["0", "0", "0", "absent"];
const UNKNOWN = ["", "", "", "unknown"];
const CAUSES: readonly Cause[] = ["drug", "infection", "malignancy", "metabolic", "other-disease", "other"];
const EXPLAINED = ["explained", ...CAUSES.map((cause) => `explained:${cause}`)];

interface ValueColumn {
  readonly test: TestId;
  readonly unit: string;
  readonly low: boolean;
  readonly high: boolean;
}

/** A cohort as a file has it, and each row as the record that it stands for. */
export interface RandomCohort {
  readonly header: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly record: SleRecord }[];
}

/** A cohort of any columns in any order: rows of all densities, most of them without a contradiction. */
export function randomCohort(random: Random, count: number): RandomCohort {
  const share = pick(random, [0.3, 0.8, 1, 1]);
  const findings = FINDINGS.filter(() => random() < share);
  const values = TESTS.flatMap((test): ValueColumn[] => {
    if (random() < 0.6) return [];
    const unit = pick(random, definitions.tests[test].units).unit;
    return [{ test, unit, low: random() < 0.4, high: random() < 0.6 }];
  });
  const columns = [
    "id",
    ...findings,
    ...values.flatMap(({ test, unit, low, high }) => [
      `${test} [${unit}]`,
      ...(low ? [`${test} low`] : []),
      ...(high ? [`${test} high`] : []),
    ]),
  ];
  const header = columns.map((name) => ({ name, at: random() })).sort((a, b) => a.at - b.at);
  const mayContradict = random() < 0.2;
  const names = header.map(({ name }) => name);
  const places: Places = new Map(names.map((name, place) => [name, place]));
  const rows = Array.from({ length: count }, (_, row) =>
    randomRow(random, `P${row}`, places, findings, values, mayContradict),
  );
  return { header: names, rows };
}

/** Where the columns stand. */
type Places = ReadonlyMap<string, number>;

const IMPLIED = Map.groupBy(definitions.implications, ({ from }) => from);

function randomRow(
  random: Random,
  id: string,
  places: Places,
  findings: readonly FindingId[],
  values: readonly ValueColumn[],
  wild: boolean,
): RandomCohort["rows"][number] {
  const cells = new Array<string>(places.size).fill("");
  const put = (name: string, text: string) => {
    const place = places.get(name);
    if (place === undefined) throw new Error(`there is no column ${name}`);
    cells[place] = text;
  };
  put("id", id);
  const unknown = random();
  const density = random() ** 2;
  const explained = pick(random, [0, 0, 0.2, 0.6]);
  const truth = new Set(FINDINGS.filter(() => random() < density));
  // A Set visits what is added while it is walked.
  for (const one of truth) for (const { to } of IMPLIED.get(one) ?? []) truth.add(to);
  const texts = findings.map((finding) => {
    const isPresent = wild ? random() < density : truth.has(finding);
    const text =
      random() < unknown
        ? pick(random, UNKNOWN)
        : !isPresent
          ? pick(random, ABSENT)
          : random() >= explained
            ? pick(random, PRESENT)
            : pick(random, EXPLAINED);
    put(finding, text);
    return text;
  });
  const measurements: Measurement[] = [];
  for (const { test, unit, low, high } of values) {
    const value = random() < 0.3 + unknown / 2 ? undefined : randomValue(random, test, unit);
    const limits = {
      ...(low && random() < 0.8 && { low: randomLimit(random, test, unit, value) }),
      ...(high && random() < 0.8 && { high: randomLimit(random, test, unit, value) }),
    };
    if (value !== undefined) {
      put(`${test} [${unit}]`, String(value));
      measurements.push({ test, unit, value, ...limits });
    }
    for (const [name, limit] of Object.entries(limits)) put(`${test} ${name}`, String(limit));
  }
  // Made when it is asked for, which nobody does of most rows that go through SQL.
  return {
    cells,
    get record() {
      return { format: "sle-record/1", findings: statedIn(findings, texts), measurements } satisfies SleRecord;
    },
  };
}

function statedIn(findings: readonly FindingId[], texts: readonly string[]): { [F in FindingId]?: Statement } {
  const stated: { [F in FindingId]?: Statement } = {};
  for (const [position, finding] of findings.entries()) {
    const { status, cause } = CELL_ANSWERS.get(texts[position] ?? "") ?? { status: "unknown" };
    if (status !== "unknown") stated[finding] = { status, ...(cause && { explainedBy: { cause } }) };
  }
  return stated;
}

const RULES = Map.groupBy(
  (Object.values(definitions.findings) as Finding[]).flatMap(({ decidedBy = [] }) => decidedBy),
  ({ test }) => test,
);

/** Numbers at, next to, near and far from what a rule compares with, now and then one that cannot be. */
function randomValue(random: Random, test: TestId, unit: string): number {
  const { units, plausible } = definitions.tests[test];
  const { times: [up, down] = [1, 1], plus = 0 } = units.find((one) => one.unit === unit) ?? units[0];
  const rules = RULES.get(test) ?? [];
  const fixed = rules.flatMap((rule) =>
    "value" in rule ? [rule.value, ...(rule.perUnit ?? []).map(({ value }) => (value * up) / down)] : [],
  );
  if (units.some(({ unit: one }) => one === "{titer}") && unit === "{titer}") {
    return pick(random, [1, 40, 79, 80, 81, 160, 320, 640, 1280, random() < 0.02 ? 80.5 : 160]);
  }
  const middle = pick(random, fixed.length > 0 ? fixed : [(plausible[0] + plausible[1]) / 20]);
  const around = random() < 0.01 ? plausible[1] * 1.2 : middle * pick(random, [1, 1, 0.5, 0.9, 1.1, 2]);
  const exact = Number(((around * down) / up - plus).toPrecision(12));
  const step = Math.abs(exact) * 2 ** -52;
  return pick(random, [exact, exact, Number(exact.toPrecision(3)), exact + step, exact - step, exact * 1.01]);
}

function randomLimit(random: Random, test: TestId, unit: string, value: number | undefined): number {
  if (unit === "{titer}") return pick(random, [40, 80, 160, 0]);
  const from = value ?? randomValue(random, test, unit);
  return Number((from * pick(random, [1, 1, 0.5, 0.8, 1.2, 2, 25, 0.001])).toPrecision(4));
}

/** The cohort as a file. */
export function fileOf({ header, rows }: RandomCohort): string {
  return `${[header, ...rows.map(({ cells }) => cells)].map((cells) => cells.join(",")).join("\n")}\n`;
}
