import type { ReferenceDefinitions } from "../../criteria/types.ts";

/** What is wrong, or worth knowing, about a definition. */
export interface Fault {
  readonly level: "error" | "info";
  readonly code: string;
  /** Where, as a dotted path: `sets.slicc-2012.direct-coombs`, `findings.fever.decidedBy.0`. */
  readonly path: string;
  readonly message: string;
}

/** A rule of the lint: everything that it has to say about some definitions. */
export type LintRule = (definitions: ReferenceDefinitions) => readonly Fault[];

export function problem(code: string, path: string, message: string): Fault {
  return { level: "error", code, path, message };
}
