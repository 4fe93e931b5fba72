import type { FindingId, Measurement, TestId } from "../../../criteria/types.ts";
import type { Issue } from "../../record/issues.ts";

/** Something that a bundle says and a record could hold. It counts for nothing until the user confirms it. */
export type Proposal = {
  /** Unique in a report. */
  readonly id: string;
  /** The resource that it comes from, such as "Observation/17". */
  readonly source: string;
  /** The words of the source, shortened; plain text, whatever it looks like. */
  readonly original: string;
  readonly date?: string;
  /** What was left out or needs a look, one sentence each. */
  readonly remarks: readonly string[];
  /** True when the laboratory wrote a comment beside it, which stands in the remarks: only a person can judge it. */
  readonly hasComment?: true;
  /** Shared by values of one moment that differ, of which at most one is right, where nothing says which. */
  readonly choice?: string;
  /** True when something says that it may not stand. It is then only taken by itself. */
  readonly isDoubtful?: true;
} & (
  | { readonly kind: "measurement"; readonly measurement: Measurement }
  | { readonly kind: "finding"; readonly finding: FindingId; readonly status: "present" | "absent" }
);

/** What was not understood, once for all resources that say the same. */
export interface NotTaken {
  readonly what: string;
  readonly why: string;
  readonly count: number;
  /** The first resource that says it. */
  readonly source: string;
  /** The test of which it is a result that could not be read, by its code or, as it seems, by its name. */
  readonly test?: TestId;
}

export interface ImportReport {
  /** Why nothing was read at all. */
  readonly issues: readonly Issue[];
  readonly proposals: readonly Proposal[];
  readonly notTaken: readonly NotTaken[];
  /** Resources that were looked at. */
  readonly resources: number;
  /** Results that are not known to be of the patient in view, where one is in view. None of them is proposed. */
  readonly strangers: number;
  /** True when a unit has to be converted and no converter was given: ask again with one. */
  readonly needsConverter: boolean;
}

/** The report on something of which nothing was read, or that held nothing. */
export function nothingRead(issues: readonly Issue[]): ImportReport {
  return { issues, proposals: [], notTaken: [], resources: 0, strangers: 0, needsConverter: false };
}

/** Converts a value between UCUM units; undefined when that cannot be done with certainty. */
export type Convert = (value: number, from: string, to: string) => number | undefined;
