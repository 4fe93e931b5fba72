import { definitions } from "../../criteria/index.ts";
import { assessor } from "../../lib/assess.ts";

/** The engine that the calculator uses, so that a reference page cannot say otherwise than it computes. */
export const assess = assessor(definitions);
