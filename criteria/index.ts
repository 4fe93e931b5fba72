/**
 * The registry: the module of this folder that the rest of the project imports values from.
 *
 * Sets stand in the order in which the contract lists them, the most used first: EULAR/ACR 2019, SLICC 2012,
 * ACR 1997, SLERPI. Results, columns and menus keep this order; it is not the order of year.
 */

import { acr1997Examples } from "./acr-1997.examples.ts";
import { eularAcr2019Examples } from "./eular-acr-2019.examples.ts";
import { slerpiExamples } from "./slerpi.examples.ts";
import { slicc2012Examples } from "./slicc-2012.examples.ts";
import type { Definitions } from "./types.ts";
import { definitions as withoutExamples } from "./without-examples.ts";

export { differences, notIncluded } from "./comparison.ts";
export { childrenStudies, context } from "./context.ts";
export { implicatedDrugs } from "./findings.ts";
export { sets } from "./without-examples.ts";

export const definitions: Definitions = {
  ...withoutExamples,
  examples: [...eularAcr2019Examples, ...slicc2012Examples, ...acr1997Examples, ...slerpiExamples],
};
