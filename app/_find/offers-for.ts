import { dequal } from "dequal/lite";
import { context } from "../../criteria/context.ts";
import { definitions } from "../../criteria/named.ts";
import { testsNotRead } from "../../criteria/tests-not-read.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { type Offers, offersFor as offersBy } from "../../lib/find/offers.ts";
import { findPlanOf } from "../../lib/find/plan.ts";
import { statementOf } from "../../lib/record/edit.ts";
import { factsOf, isTakable } from "./take-offer.ts";

export { keepPlaceThrough } from "../_calculator/keep-place.ts";
export { goToFinding, goToTest } from "../_store/go-to.ts";
export { enterLineFor } from "./enter-line-for.ts";
export { DAY_OF_PRESENT, enteredWords, notEnteredWords } from "./entered-words.ts";
export { OfferList } from "./offer-list.tsx";
export { staysTyped, take } from "./take-offer.ts";

const plan = findPlanOf({ definitions, topics: context, notRead: testsNotRead });

/** What the quick find offers for a text, by everything that the browser has a name of. */
export function offersFor(query: string, today: string): Offers {
  return offersBy(plan, query, today);
}

/**
 * As `offersFor`, for a line that was entered before this code had come. What was answered otherwise since then was said
 * later, so a line that says something of the same finding waits to be entered again. `before` is the record as it was
 * when Enter was pressed.
 */
export function offersAfterWaiting(query: string, today: string, before: SleRecord, now: SleRecord): Offers {
  const found = offersFor(query, today);
  const [first] = found.offers;
  const findings = found.certain && first && isTakable(first) ? factsOf(first) : [];
  const answered = findings.flatMap((one) =>
    one.kind === "answer" && !dequal(statementOf(before, one.finding), statementOf(now, one.finding))
      ? [definitions.findings[one.finding].label]
      : [],
  );
  if (answered.length === 0) return found;
  const message = `Answered meanwhile: ${answered.join(", ")}. Press Enter to enter this line all the same.`;
  return { ...found, certain: false, message };
}
