/** The register of practice: the only module of this folder that the rest of the project imports values from. */
import { antibodiesAndGates } from "./cases/antibodies-and-gates.ts";
import { blood } from "./cases/blood.ts";
import { children } from "./cases/children.ts";
import { heartLungNerves } from "./cases/heart-lung-nerves.ts";
import { kidney } from "./cases/kidney.ts";
import { noneClassifies } from "./cases/none-classifies.ts";
import { overlapAndDrugs } from "./cases/overlap-and-drugs.ts";
import { series } from "./cases/series.ts";
import { skinAndJoints } from "./cases/skin-and-joints.ts";
import { traps } from "./cases/traps.ts";
import { twoAnswers } from "./cases/two-answers.ts";
import { derivation } from "./derivation.ts";
import { facts, openings } from "./facts.ts";
import { misreadings } from "./misreadings.ts";
import type { PracticeMaterial } from "./types.ts";

export const practice: PracticeMaterial = {
  cases: [
    ...skinAndJoints,
    ...kidney,
    ...blood,
    ...heartLungNerves,
    ...antibodiesAndGates,
    ...traps,
    ...children,
    ...overlapAndDrugs,
    ...series,
    ...twoAnswers,
    ...noneClassifies,
  ],
  misreadings,
  derivation,
  facts,
  openings,
  childCaveat:
    "This patient is a child. None of these four sets was made for children, and no threshold is changed by age: the rules are applied as they stand.",
};
