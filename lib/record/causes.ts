import type { Cause } from "../../criteria/types.ts";

/** An object, since the compiler sees in it a cause that is left out. */
const EVERY_CAUSE: Readonly<Record<Cause, true>> = {
  drug: true,
  infection: true,
  malignancy: true,
  metabolic: true,
  "other-disease": true,
  other: true,
};

/** What other than SLE can explain a finding, in the order in which it is offered. */
export const CAUSES = Object.keys(EVERY_CAUSE) as readonly Cause[];
