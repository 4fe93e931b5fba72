/** What every kind of derived misreading is put together from. */
import type { Change, DerivedKind, Misreading, PracticeMaterial } from "../../../criteria/practice/types.ts";
import type { Condition, CriteriaSet, Definitions, DomainGroup, FindingId } from "../../../criteria/types.ts";
import { inSentence, list } from "../../explain/values.ts";

/** The set that is misread, and all that its misreadings are made from. */
export interface Context extends Pick<PracticeMaterial, "derivation"> {
  readonly set: CriteriaSet;
  readonly definitions: Definitions;
}

interface Draft {
  readonly id: string;
  readonly kind: DerivedKind;
  /** What was done, and what the set says instead. */
  readonly says: readonly [title: string, rule: string];
  readonly changes: readonly Change[];
  readonly see?: FindingId | undefined;
}

/** A misreading of the set, with what its kind costs. */
export function derived(
  { set, derivation }: Context,
  { id, kind, says: [title, rule], changes, see }: Draft,
): Misreading {
  const cost = derivation.priors.derived[kind];
  return { id, title, rule, sets: [set.id], changes, cost, ...(see && { see }) };
}

export const NUMBER_WORDS = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight"];

/** What a condition asks for, in words. */
export function asked(when: Condition, definitions: Definitions): string {
  switch (when.kind) {
    case "present":
    case "recorded":
      return inSentence(definitions.findings[when.finding].label);
    case "all":
      return list(when.of.map((part) => asked(part, definitions)));
    case "any":
      return list(
        when.of.map((part) => asked(part, definitions)),
        "or",
      );
    case "atLeast":
      return `at least ${NUMBER_WORDS[when.count] ?? when.count} of ${list(when.of.map((part) => asked(part, definitions)))}`;
    case "not":
      return `no ${asked(when.of, definitions)}`;
  }
}

/** A condition and all that it consists of. */
export function* partsOf(when: Condition): Generator<Condition> {
  yield when;
  if (when.kind === "not") yield* partsOf(when.of);
  else if (when.kind !== "present" && when.kind !== "recorded") for (const part of when.of) yield* partsOf(part);
}

type Nearness = "kin" | "neighbor";

/** How near a finding is to others: by definition or by one test, or under one heading. */
export function nearness(
  finding: FindingId,
  other: FindingId,
  { definitions, derivation }: Context,
): Nearness | undefined {
  const { findings, implications, assumptions, otherForms } = definitions;
  const tied =
    implications.some(({ from, to }) => (from === finding && to === other) || (from === other && to === finding)) ||
    assumptions.some(
      ({ when, then }) =>
        (when.finding === finding && then.finding === other) || (when.finding === other && then.finding === finding),
    ) ||
    otherForms.some((forms) => forms.findings.includes(finding) && forms.findings.includes(other));
  const testsOf = (id: FindingId) => findings[id].decidedBy?.map(({ test }) => test) ?? [];
  if (tied || testsOf(finding).some((test) => testsOf(other).includes(test))) return "kin";
  const groups = [findings[finding].group, ...(derivation.takenFor[finding] ?? [])];
  return groups.includes(findings[other].group) ? "neighbor" : undefined;
}

/** The kinds of criteria that a rule can ask for. */
export const GROUPS: readonly DomainGroup[] = ["clinical", "immunologic"];
