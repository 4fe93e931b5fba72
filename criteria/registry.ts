/**
 * Every set, finding and test, without the worked patients.
 *
 * Sets stand in the order in which the contract lists them, the most used first: EULAR/ACR 2019, SLICC 2012,
 * ACR 1997, SLERPI. Results, columns and menus keep this order; it is not the order of year.
 */

import { acr1997 } from "./acr-1997.ts";
import { eularAcr2019 } from "./eular-acr-2019.ts";
import { findings, groups } from "./findings.ts";
import { joints } from "./joints.ts";
import { otherCauses, ownCause } from "./other-causes.ts";
import { assumptions, implications, otherForms } from "./relations.ts";
import { slerpi } from "./slerpi.ts";
import { slicc2012 } from "./slicc-2012.ts";
import { sources } from "./sources.ts";
import { tests } from "./tests.ts";
import type { ReferenceDefinitions, ReferenceSet } from "./types.ts";

export const sets: readonly ReferenceSet[] = [eularAcr2019, slicc2012, acr1997, slerpi];

export const definitions: ReferenceDefinitions = {
  groups,
  findings,
  tests,
  implications,
  assumptions,
  otherForms,
  otherCauses,
  ownCause,
  joints,
  sources,
  sets,
  examples: [],
};
