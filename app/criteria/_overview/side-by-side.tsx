import Link from "next/link";
import { definitions } from "../../../criteria/index.ts";
import type { CriteriaSet } from "../../../criteria/types.ts";
import { criteriaOf } from "../../../lib/definition/walk.ts";
import { EMPTY_RECORD } from "../../../lib/record/edit.ts";
import { assess } from "../../_reference/assess.ts";
import { amount, signed } from "../../_reference/numbers.ts";
import { Table } from "../../_reference/table.tsx";

/** One row for each set; every figure is read off its definition. */
export function SideBySide() {
  return (
    <Table
      caption="What each set asks for"
      head={["Set", "Classified when", "Entry", "Criteria", "Score runs from"]}
      rows={definitions.sets.map((set) => ({
        key: set.id,
        cells: [
          <Link key={set.id} href={`/criteria/${set.id}`}>
            {set.short}
          </Link>,
          set.rule,
          set.entry?.title ?? "none",
          criteriaIn(set),
          scoreOf(set),
        ],
      }))}
    />
  );
}

function criteriaIn(set: CriteriaSet): string {
  const count = [...criteriaOf(set)].length;
  return count === set.domains.length ? `${count}` : `${count} in ${set.domains.length} domains`;
}

/** Nothing is known of an empty record, so its bounds are those of the score itself. */
function scoreOf(set: CriteriaSet): string {
  const score = assess(EMPTY_RECORD).results?.[set.id]?.score;
  return score ? `${signed(score.lower)} to ${amount(score.upper, set.unit)}` : "";
}
