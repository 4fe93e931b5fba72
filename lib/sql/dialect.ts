/** What the three engines write in different ways. Everything else of the query is the same text for all of them. */

export const DIALECTS = ["duckdb", "postgres", "spark"] as const;
export type DialectId = (typeof DIALECTS)[number];

export interface Dialect {
  readonly id: DialectId;
  readonly label: string;
  /** The types of text and of a double. */
  readonly types: { readonly text: string; readonly double: string };
  /** A name as an identifier. */
  readonly name: (name: string) => string;
  /** A text as a literal. */
  readonly text: (text: string) => string;
  /** A double as the decimal number that it prints as; NULL where that is too large for any test. */
  readonly exact: (double: string) => string;
  /** Whether a text matches a POSIX regular expression, which is without backslashes. */
  readonly matches: (text: string, pattern: string) => string;
  /** What ends a part that is to be worked out once for a row, and not wherever a later part reads it. */
  readonly fence: string;
  /**
   * Every column that a cohort can have, as text, from a table that has any of them. `beside` names what is read
   * beside them, as it is.
   */
  readonly readAny: (table: string, beside: string, columns: readonly string[], dialect: Dialect) => string;
}

const doubled = (mark: string) => (text: string) => `${mark}${text.replaceAll(mark, mark + mark)}${mark}`;
const list = (parts: readonly string[], indent: string) => parts.join(`,\n${indent}`);

const duckdb: Dialect = {
  id: "duckdb",
  label: "DuckDB",
  types: { text: "VARCHAR", double: "DOUBLE" },
  name: doubled('"'),
  text: doubled("'"),
  exact: (double) => `TRY_CAST(CAST(${double} AS VARCHAR) AS DECIMAL(27, 18))`,
  matches: (text, pattern) => `regexp_full_match(${text}, ${duckdb.text(pattern)})`,
  fence: "",
  // By name, a column that only one side has is NULL on the other.
  readAny: (table, _beside, columns, { name }) =>
    `SELECT\n    ${list(
      columns.map((column) => `CAST(NULL AS VARCHAR) AS ${name(column)}`),
      "    ",
    )}\n  WHERE FALSE\n  UNION ALL BY NAME\n  SELECT * FROM ${table}`,
};

const postgres: Dialect = {
  id: "postgres",
  label: "PostgreSQL",
  types: { text: "TEXT", double: "DOUBLE PRECISION" },
  name: doubled('"'),
  text: doubled("'"),
  exact: (double) => `CAST(CAST(${double} AS TEXT) AS NUMERIC)`,
  matches: (text, pattern) => `${text} ~ ${postgres.text(`^(${pattern})$`)}`,
  // Keeps the planner from putting a part into the next, which would repeat its expressions; rows still pass one by one.
  fence: "\n  OFFSET 0",
  // A name that the table does not have is looked up one level further out, where it is NULL.
  readAny: (table, beside, columns, { name }) =>
    `SELECT cells.*\n  FROM (\n    SELECT\n      ${list(
      columns.map((column) => `CAST(NULL AS TEXT) AS ${name(column)}`),
      "      ",
    )}\n  ) AS unknown\n  CROSS JOIN LATERAL (\n    SELECT\n      ${list(
      [name(beside), ...columns.map((column) => `CAST(${name(column)} AS TEXT) AS ${name(column)}`)],
      "      ",
    )}\n    FROM ${table}\n  ) AS cells`,
};

const spark: Dialect = {
  id: "spark",
  label: "Spark",
  types: { text: "STRING", double: "DOUBLE" },
  name: doubled("`"),
  // Two quotation marks in a row end one text and begin the next.
  text: (text) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`,
  exact: (double) => `TRY_CAST(CAST(${double} AS STRING) AS DECIMAL(27, 18))`,
  matches: (text, pattern) => `${text} RLIKE ${spark.text(`^(${pattern})$`)}`,
  fence: "",
  readAny: (table, beside, columns, { name, text }) =>
    `SELECT ${name(beside)}, cells.*\n  FROM (\n    SELECT ${name(beside)}, from_json(to_json(struct(*)), ${text(
      columns.map((column) => `${name(column)} STRING`).join(", "),
    )}) AS cells\n    FROM ${table}\n  ) AS rows_read`,
};

export const dialects: Readonly<Record<DialectId, Dialect>> = { duckdb, postgres, spark };

export function isDialect(text: string | undefined): text is DialectId {
  return DIALECTS.some((id) => id === text);
}
