"use client";

import type { FindingId, TestId } from "../../../criteria/types.ts";
import type { Worth } from "../../../lib/explain/worth.ts";
import { useFindingWorth, useTestWorth } from "./worth-store.ts";

/** At a question: what the answer is worth in the opened set, before it is given and after. */
export function FindingWorth({ id, finding, present }: { id: string; finding: FindingId; present: boolean }) {
  const worth = useFindingWorth(finding);
  return <WorthWords id={id} worth={worth} stale={worth !== undefined && !isOf(worth, present)} />;
}

/** At the values of a test: what they could add. */
export function TestWorth({ id, test }: { id: string; test: TestId }) {
  return <WorthWords id={id} worth={useTestWorth(test)} />;
}

/** Until it is worked out anew, nothing is said that was true of another answer. */
function isOf({ kind }: Worth, present: boolean): boolean {
  return kind === "not-read" || (kind === "counted" || kind === "not-counted") === present;
}

/**
 * Its place is there before its words are, so that nothing moves when they come. Words that are no longer true are
 * neither seen nor said; they leave with the words that take their place, since to lay out a row anew takes longer than
 * to paint it.
 */
function WorthWords({ id, worth, stale = false }: { id: string; worth: Worth | undefined; stale?: boolean }) {
  return (
    // What has no id describes nothing.
    <span id={stale ? undefined : id} className="worth" data-worth={worth?.kind} data-stale={stale || undefined}>
      {worth?.amount && <span className="worth-amount">{worth.amount}</span>}
      {worth?.amount && worth.words && " "}
      {worth?.words}
    </span>
  );
}
