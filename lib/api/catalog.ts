import type { Definitions, FindingId, ReferenceDefinitions } from "../../criteria/types.ts";
import { findingsRead } from "../definition/walk.ts";
import { STATEMENT } from "../explain/statement.ts";
import { type Suggest, suggester } from "../record/suggest.ts";

/** The sets in the registry's order, each with where the whole of it is. */
export function setList({ sets }: Definitions) {
  return {
    statement: STATEMENT,
    sets: sets.map(({ id, title, short, year, rule, unit }) => ({
      id,
      title,
      short,
      year,
      rule,
      unit,
      definition: `/api/v1/sets/${id}`,
      questionnaire: `/api/v1/fhir/Questionnaire/${id}`,
    })),
  };
}

/** Everything that a record can hold: findings with the sets that read them, tests, and what follows from what. */
export function findingList({ findings, groups, tests, implications, assumptions, sets }: ReferenceDefinitions) {
  const readers = sets.map((set) => ({ id: set.id, reads: new Set(findingsRead(set)) }));
  const readBy = (finding: FindingId) => readers.filter(({ reads }) => reads.has(finding)).map(({ id }) => id);
  return {
    statement: STATEMENT,
    groups,
    findings: Object.fromEntries(
      (Object.keys(findings) as FindingId[]).map((id) => [id, { ...findings[id], readBy: readBy(id) }]),
    ),
    tests,
    implications,
    assumptions,
  };
}

/** The sets that an id may have been meant to name: by id, title and short title. */
export function suggestSet({ sets }: Pick<Definitions, "sets">): Suggest<string> {
  return suggester(sets.map(({ id, title, short }) => ({ id, names: [title, short] })));
}
