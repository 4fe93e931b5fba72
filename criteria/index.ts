/** The registry with its worked patients: the module of this folder that the rest of the project imports values from. */

import { acr1997Examples } from "./acr-1997.examples.ts";
import { eularAcr2019Examples } from "./eular-acr-2019.examples.ts";
import { definitions as withoutExamples } from "./registry.ts";
import { slerpiExamples } from "./slerpi.examples.ts";
import { slicc2012Examples } from "./slicc-2012.examples.ts";
import type { ReferenceDefinitions } from "./types.ts";

export { differences, notIncluded } from "./comparison.ts";
export { childrenStudies, context } from "./context.ts";
export { workedFindings } from "./findings.examples.ts";
export { implicatedDrugs } from "./findings.ts";
export { inTexts } from "./in-texts.ts";
export { workedLimits } from "./limits.examples.ts";
export { sets } from "./registry.ts";
export { testsNotRead } from "./tests-not-read.ts";

export const definitions: ReferenceDefinitions = {
  ...withoutExamples,
  examples: [...eularAcr2019Examples, ...slicc2012Examples, ...acr1997Examples, ...slerpiExamples],
};
