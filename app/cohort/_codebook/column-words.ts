import type { Definitions, FindingId, TestId } from "../../../criteria/types.ts";
import type { CodedColumn } from "../../../lib/cohort/codebook.ts";
import { LIMIT_WORDS } from "../../../lib/record/limit-names.ts";
import { answerWords, valueWords } from "./values.tsx";

/** What a column was said to be, in words. */
export function columnWords(column: CodedColumn, { findings, tests }: Pick<Definitions, "findings" | "tests">): string {
  switch (column.is) {
    case "id":
      return "the patient's id.";
    case "finding": {
      const said = Object.entries(column.values).map(([value, says]) => `${valueWords(value)} ${answerWords(says)}`);
      const { label } = findings[column.finding as FindingId];
      return said.length > 0 ? `${label}; ${said.join(", ")}.` : `${label}.`;
    }
    case "test": {
      const { label, units } = tests[column.test as TestId];
      const unit = units.find((one) => one.unit === column.unit)?.label ?? column.unit;
      const unknown = Object.keys(column.values ?? {}).map(valueWords);
      return `values of ${label} in ${unit}${unknown.length > 0 ? `; ${unknown.join(", ")} not known` : ""}.`;
    }
    case "limit":
      return `the laboratory's ${LIMIT_WORDS[column.limit]} of the values in "${column.of}".`;
    case "date":
      return `the day of the row's values, as ${column.order.replaceAll("-", ", ")}.`;
    default:
      return "";
  }
}
