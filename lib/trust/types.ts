/** A test of this repository, by its file and its title or the beginning of it. That it exists is tested. */
export interface ProvedBy {
  readonly file: string;
  readonly title: string;
}

/** What is done against something, and the test that fails when it no longer holds. */
export interface Control {
  readonly says: string;
  readonly provedBy: ProvedBy;
}

/** What could harm a patient or mislead a learner, in the manner of a hazard log. */
export interface Hazard {
  readonly id: string;
  readonly hazard: string;
  readonly causes: string;
  /** On a patient, or on somebody who learns. */
  readonly effect: string;
  readonly controls: readonly [Control, ...Control[]];
  /** What no control takes away. */
  readonly remains: string;
}

/** What somebody could do, or what could fail, to the data or to the program. */
export interface Threat {
  readonly id: string;
  readonly threat: string;
  readonly controls: readonly [Control, ...Control[]];
  readonly remains: string;
}

/** A way that data take, with when they do. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly what: string;
  readonly when: string;
}

/** A part of the intended use, under its heading. */
export interface UsePart {
  readonly title: string;
  readonly says: readonly string[];
}
