import { context } from "../../criteria/context.ts";
import { definitions } from "../../criteria/without-examples.ts";
import { offerer } from "../../lib/find/offers.ts";

export const offersFor = offerer(definitions, context);
