import { context } from "../../criteria/context.ts";
import { definitions } from "../../criteria/named.ts";
import { testsNotRead } from "../../criteria/tests-not-read.ts";
import { offerer } from "../../lib/find/offers.ts";

export { enteredWords } from "./entered-words.ts";
export { OfferList } from "./offer-list.tsx";

export const offersFor = offerer({ definitions, topics: context, notRead: testsNotRead });
