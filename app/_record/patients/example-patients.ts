import { definitions } from "../../../criteria/index.ts";

/** The whole patients among the worked examples. */
export const examplePatients = definitions.examples.filter(({ kind }) => kind === "patient");
