import { context } from "../../criteria/context.ts";
import { definitions } from "../../criteria/named.ts";
import { testsNotRead } from "../../criteria/tests-not-read.ts";
import { type Offers, offersFor as offersBy } from "../../lib/find/offers.ts";
import { findPlanOf } from "../../lib/find/plan.ts";

export { keepPlaceThrough } from "../_calculator/keep-place.ts";
export { goToFinding, goToTest } from "../_store/go-to.ts";
export { enterLineFor } from "./enter-line-for.ts";
export { enteredWords } from "./entered-words.ts";
export { OfferList } from "./offer-list.tsx";
export { staysTyped, take } from "./take-offer.ts";

const plan = findPlanOf({ definitions, topics: context, notRead: testsNotRead });

/** What the quick find offers for a text, by everything that the browser has a name of. */
export function offersFor(query: string, today: string): Offers {
  return offersBy(plan, query, today);
}
