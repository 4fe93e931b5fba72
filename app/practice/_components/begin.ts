import { definitions } from "../../../criteria/core.ts";
import { practice } from "../../../criteria/practice/index.ts";
import type { KeptChoice } from "../../../lib/practice/kept-choice.ts";
import type { Progress } from "../../../lib/practice/progress.ts";
import { nextRules } from "../../../lib/practice/queue.ts";
import { queryOf, type SittingWish } from "../../../lib/practice/sitting.ts";
import { currentProgress } from "../_store/progress-store.ts";
import { newSeed } from "./new-seed.ts";

/** What is asked for at the start of practice. */
export interface Asked extends KeptChoice {
  /** Empty for a new number. */
  readonly seed: string;
}

/** The address of the sitting that was asked for. */
export function addressOf(asked: Asked): string {
  return `/practice/sitting?${queryOf(wishFor(asked, currentProgress()))}`;
}

function wishFor({ source, set, count, difficulty, seed: named }: Asked, progress: Progress): SittingWish {
  const seed = named || newSeed();
  switch (source) {
    case "written":
      return { kind: "written", set, cases: unseenFirst(progress.attempts, set, difficulty).slice(0, count) };
    case "generated":
      return { kind: "seed", set, seed, count, difficulty };
    case "due": {
      const rules = nextRules(progress, definitions, [set], count, new Date()).map((rule) => rule.id);
      return { kind: "rules", set, rules, seed, count, difficulty };
    }
  }
}

/** The written cases of this difficulty or easier, those not yet answered by this set first, the harder ones before. */
function unseenFirst(
  attempts: readonly { readonly case: string; readonly set: string }[],
  set: string,
  difficulty: number,
): readonly string[] {
  const times = (id: string) => attempts.filter((attempt) => attempt.case === id && attempt.set === set).length;
  return practice.cases
    .filter((one) => one.difficulty <= difficulty)
    .toSorted((a, b) => times(a.id) - times(b.id) || b.difficulty - a.difficulty)
    .map(({ id }) => id);
}
