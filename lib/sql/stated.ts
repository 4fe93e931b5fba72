import type { FindingId } from "../../criteria/types.ts";
import { CELL_ANSWERS, type CellAnswer, DECIMAL_ANSWERS, NUMBER_PATTERN } from "../cohort/columns.ts";
import { type Context, causeColumn, mistakeColumn } from "./context.ts";
import { anyOf, firstOf, sumOf } from "./expressions.ts";
import type { Stage } from "./stages.ts";

/** What a cell says, in one word: one of these two, the cause by which the finding is explained, or that it is no word. */
const SAYS = { present: "present", absent: "absent", nothing: "?" } as const;

/** What stands for a text that is no number. All three engines hold it equal to itself. */
const noNumber = ({ text, types }: Context["dialect"]): string => `CAST(${text("NaN")} AS ${types.double})`;

/** Cells as words and numbers. */
export function wordsStage({ columns, dialect }: Context): Stage {
  const { name, text, types, matches } = dialect;
  const made = new Map<string, string>();
  const saidBy = ({ status, cause }: CellAnswer) => (status === "unknown" ? "NULL" : text(cause ?? SAYS[status]));
  const whens = [...CELL_ANSWERS].map(([word, answer]) => `WHEN ${text(word)} THEN ${saidBy(answer)}`);
  for (const finding of columns.findings) {
    const cell = name(finding);
    const printed = firstOf(
      DECIMAL_ANSWERS.map(({ pattern, status }) => [matches(cell, pattern), saidBy({ status })] as const),
      text(SAYS.nothing),
    );
    const word = `CASE ${cell} ${whens.join(" ")} ELSE ${printed} END`;
    made.set(finding, firstOf([[`${cell} IS NOT NULL`, word]]));
  }
  const numbers = [...columns.values, ...columns.limits];
  for (const { name: column } of numbers) {
    const cell = name(column);
    made.set(
      column,
      firstOf([
        [matches(cell, NUMBER_PATTERN), `CAST(${cell} AS ${types.double})`],
        [`${cell} <> ''`, noNumber(dialect)],
      ]),
    );
  }
  return { name: "words", says: "What is written in each cell, in one word, and numbers.", columns: made };
}

/**
 * Words as statements: of a finding TRUE where it is present, FALSE where it is absent and NULL where it is not known,
 * which is what SQL's own logic of three values is about; beside it the cause by which it is explained.
 */
export function statedStage({ definitions, columns, dialect }: Context): Stage {
  const { name, text, types } = dialect;
  const made = new Map<string, string>();
  const malformed: string[] = [];
  for (const finding of Object.keys(definitions.findings) as FindingId[]) {
    const isRead = columns.findings.has(finding);
    const word = name(finding);
    made.set(finding, isRead ? `${word} <> ${text(SAYS.absent)}` : "CAST(NULL AS BOOLEAN)");
    made.set(
      causeColumn(finding),
      isRead ? `NULLIF(NULLIF(${word}, ${text(SAYS.present)}), ${text(SAYS.absent)})` : `CAST(NULL AS ${types.text})`,
    );
    if (isRead) malformed.push(`${word} = ${text(SAYS.nothing)}`);
  }
  malformed.push(...ambiguousLimits(columns, name));
  const unread = [...columns.values, ...columns.limits].map((column) => `${name(column.name)} = ${noNumber(dialect)}`);
  made.set(mistakeColumn("not-a-number"), `COALESCE(${anyOf(unread)}, FALSE)`);
  made.set(mistakeColumn("malformed"), `COALESCE(${anyOf(malformed)}, FALSE)`);
  return {
    name: "stated",
    says: "TRUE is present, FALSE is absent, NULL is not known, and beside it stands the cause by which a finding is explained.",
    columns: made,
  };
}

/** Where a row has two values of a test, nothing says of which of them a limit is. */
function ambiguousLimits({ values, limits }: Context["columns"], name: (column: string) => string): readonly string[] {
  return [...new Set(limits.map(({ test }) => test))].flatMap((test) => {
    const given = (of: readonly { readonly name: string }[]) => of.map((column) => `${name(column.name)} IS NOT NULL`);
    const own = given(values.filter((value) => value.test === test));
    if (own.length < 2) return [];
    const ones = own.map((isGiven) => firstOf([[isGiven, "1"]], "0"));
    return [`(${sumOf(ones)} > 1 AND ${anyOf(given(limits.filter((limit) => limit.test === test)))})`];
  });
}
