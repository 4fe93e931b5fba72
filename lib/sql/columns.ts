import type { AcceptedUnit, Definitions, FindingId, TestId } from "../../criteria/types.ts";
import { COLUMN_LIMITS, type ColumnLimit, ID_COLUMN } from "../cohort/columns.ts";

/** Which columns of a cohort a query reads, each by its name. */
export interface CohortColumns {
  readonly findings: ReadonlySet<FindingId>;
  readonly values: readonly ValueColumn[];
  readonly limits: readonly LimitColumn[];
}

/** `TEST [UNIT]`: values of a test in one unit. */
export interface ValueColumn {
  readonly name: string;
  readonly test: TestId;
  readonly unit: AcceptedUnit;
}

/** `TEST low` or `TEST high`: the laboratory's limits of a test, in the unit of the value beside them. */
export interface LimitColumn {
  readonly name: string;
  readonly test: TestId;
  readonly limit: ColumnLimit;
}

/** Every column that a cohort can have by these definitions. */
export function everyColumn({ findings, tests }: Pick<Definitions, "findings" | "tests">): CohortColumns {
  const ids = Object.keys(tests) as TestId[];
  return {
    findings: new Set(Object.keys(findings) as FindingId[]),
    values: ids.flatMap((test) => tests[test].units.map((unit) => ({ name: `${test} [${unit.unit}]`, test, unit }))),
    limits: ids.flatMap((test) => COLUMN_LIMITS.map((limit) => ({ name: `${test} ${limit}`, test, limit }))),
  };
}

/** The names of columns, in the order of the definitions, without that of the patient. */
export function columnNames({ findings, values, limits }: CohortColumns): readonly string[] {
  return [...findings, ...[...values, ...limits].map(({ name }) => name)];
}

/** The columns with these names, or what is wrong with the names. */
export function columnsNamed(
  names: readonly string[],
  definitions: Pick<Definitions, "findings" | "tests">,
): { readonly columns: CohortColumns } | { readonly wrong: readonly string[] } {
  const every = everyColumn(definitions);
  const known = new Set([ID_COLUMN, ...columnNames(every)]);
  const named = new Set(names);
  const wrong = [
    ...(named.has(ID_COLUMN) ? [] : [`there is no column "${ID_COLUMN}"`]),
    ...names.filter((name) => !known.has(name)).map((name) => `"${name}" is no finding and no test with its unit`),
    ...names
      .filter((name, position) => names.indexOf(name) < position)
      .map((name) => `there are two columns "${name}"`),
  ];
  if (wrong.length > 0) return { wrong };
  const isNamed = ({ name }: { readonly name: string }) => named.has(name);
  return {
    columns: {
      findings: new Set([...every.findings].filter((finding) => named.has(finding))),
      values: every.values.filter(isNamed),
      limits: every.limits.filter(isNamed),
    },
  };
}

/** The names in a header, as CSV writes them: without the quotation marks around one, of which doubled ones are part. */
export function namesIn(header: string): readonly string[] {
  // With a comma behind the last one, each name is what stands before a comma.
  return [...`${header},`.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*)),/g)].map(([, quoted, plain = ""]) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  );
}
