import { EMPTY_RECORD } from "../../../lib/record/edit.ts";
import { assessmentOf } from "../../_store/assessment.ts";

let highest: ReadonlyMap<string, number> | undefined;

/** The highest score that a set can give, which is as long as its ruler. */
export function highestScore(set: string): number {
  highest ??= new Map(
    Object.entries(assessmentOf(EMPTY_RECORD).result.results ?? {}).map(([id, { score }]) => [id, score.upper]),
  );
  return highest.get(set) ?? 1;
}
