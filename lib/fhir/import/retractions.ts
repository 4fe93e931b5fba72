import { codesOf } from "./resources.ts";
import { FINAL, identifiersOf, isDiagnosis, isFinal, isOfUnit, type Result } from "./result.ts";
import { inOrder, issuedOf, storedOf } from "./which-is-later.ts";
import type { Fate } from "./which-stands.ts";

const TAKEN_BACK: ReadonlySet<unknown> = new Set(["entered-in-error", "cancelled"]);

/**
 * A result under the same number as one that was taken back may be meant as well, unless it is known to be the later
 * one. What is taken back often has lost its value, its day and its code.
 */
export function doubtBesideRetracted(
  all: readonly Result[],
  results: readonly Result[],
  fates: Map<Result, Fate>,
): void {
  const retracted = Map.groupBy(
    all.filter(isRetracted).flatMap((result) => identifiersOf(result).map((number) => ({ number, result }))),
    ({ number }) => number,
  );
  if (retracted.size === 0) return;
  for (const other of results) {
    if (!isFinal(other) || isDiagnosis(other) || fates.has(other)) continue;
    const mayBeMeant = identifiersOf(other).some((number) =>
      (retracted.get(number) ?? []).slice(0, 10).some(({ result }) => mayTakeBack(result, other)),
    );
    if (!mayBeMeant) continue;
    fates.set(other, {
      kind: "doubtful",
      why: "A result under the same number of the laboratory was taken back, has no value or is not this patient's: check that this one stands.",
    });
  }
}

function mayTakeBack(retracted: Result, other: Result): boolean {
  if (retracted.source === other.source) return false;
  if (retracted.asked !== "" && retracted.asked !== other.asked) return false;
  const isTakenBack = TAKEN_BACK.has(retracted.source.resource["status"]);
  // A code that is not known here may be one of the same test where the unit is; what was taken back may have none.
  if (retracted.asked === "" && (!isTakenBack || (hasCode(retracted) && !isOfUnit(retracted, other)))) return false;
  if (retracted.moment.day !== undefined && other.moment.day !== undefined && retracted.moment.day !== other.moment.day)
    return false;
  const order = inOrder(issuedOf(retracted), issuedOf(other)) || inOrder(storedOf(retracted), storedOf(other));
  // A preliminary result stands under the same number as the final one that followed it.
  return order > 0 || (order === 0 && (isTakenBack || FINAL.has(retracted.source.resource["status"])));
}

const hasCode = ({ source }: Result) => codesOf(source.resource["code"]).length > 0;

function isRetracted({ source, isReadable }: Result): boolean {
  const { status, resourceType } = source.resource;
  return resourceType === "Observation" && (TAKEN_BACK.has(status) || !isReadable);
}
