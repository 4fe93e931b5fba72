import { besideWords } from "./beside.ts";
import { type CauseNames, causeNamesOf } from "./explained.ts";
import { type SayingNames, sayingNamesOf } from "./intent.ts";
import { resultNamesOf, unitNamesOf, valueNamesOf } from "./line-parts.ts";
import { type ComparedNames, comparedNamesOf, describedByOf, type Nameable } from "./names.ts";
import { type SearchIndex, searchIndexOf } from "./search.ts";
import type { SeveralNames } from "./several.ts";
import { pairNamesOf } from "./slashes.ts";
import { type TestName, testNamesOf } from "./test-named.ts";

/** What can be worked out from everything that has a name before anything is typed. */
export interface FindPlan extends Nameable, SeveralNames {
  readonly names: ComparedNames;
  readonly saying: SayingNames;
  readonly testNames: readonly TestName[];
  /** Words that may stand between the name of a test and its value. */
  readonly beside: ReadonlySet<string>;
  readonly causes: CauseNames;
  readonly index: SearchIndex;
}

/** The plan by which what is typed is read: worked out once, and used for every keystroke. */
export function findPlanOf(nameable: Nameable): FindPlan {
  return {
    ...nameable,
    names: comparedNamesOf(nameable),
    saying: sayingNamesOf(nameable.definitions),
    testNames: testNamesOf(nameable),
    beside: besideWords(Object.values(nameable.definitions.tests)),
    valueNames: valueNamesOf(nameable),
    unitNames: unitNamesOf(nameable),
    resultNames: resultNamesOf(nameable),
    pairNames: pairNamesOf(nameable.definitions),
    describedBy: describedByOf(nameable.definitions),
    causes: causeNamesOf(nameable.definitions),
    index: searchIndexOf(nameable),
  };
}
