import { OVERRIDE_REASONS } from "./cds.ts";
import { object, objects, text } from "./import/resources.ts";
import { OVERRIDES } from "./names.ts";

/** How often cards were followed or put aside, and why: all that is kept of feedback. */
export interface FeedbackCounts {
  readonly accepted: number;
  readonly overridden: number;
  /** Of those put aside, by the reason offered in the card; `other` for any other reason and for none. */
  readonly reasons: Readonly<Record<string, number>>;
}

/** No feedback yet. */
export const NO_FEEDBACK: FeedbackCounts = {
  accepted: 0,
  overridden: 0,
  reasons: Object.fromEntries([...OVERRIDE_REASONS.map(({ code }) => [code, 0] as const), ["other", 0]]),
};

/** Cards that one message can be about. */
const MOST = 1000;

/**
 * The counts with those of one message of CDS Hooks feedback, or why it is none. Which card it is about, who gave it,
 * when and in which words is looked at no further, and nothing of it is kept.
 */
export function withFeedback(
  counts: FeedbackCounts,
  message: unknown,
): { readonly counts: FeedbackCounts } | { readonly why: string } {
  const feedback = object(message)?.["feedback"];
  if (!Array.isArray(feedback) || feedback.length === 0) {
    return { why: "Not feedback of CDS Hooks: there is no list `feedback`." };
  }
  if (feedback.length > MOST) return { why: `It is about more than ${MOST} cards.` };
  const all = objects(feedback);
  const outcomes = all.map(({ outcome }) => outcome);
  const isRight = (outcome: unknown) => outcome === "accepted" || outcome === "overridden";
  if (all.length < feedback.length || !all.every(({ card }) => text(card)) || !outcomes.every(isRight)) {
    return { why: 'Each of `feedback` names its `card`, with the `outcome` "accepted" or "overridden".' };
  }
  const put = all.filter(({ outcome }) => outcome === "overridden");
  const reasons = { ...counts.reasons };
  for (const { overrideReason } of put) {
    const name = reasonIn(object(overrideReason)?.["reason"]);
    reasons[name] = (reasons[name] ?? 0) + 1;
  }
  return {
    counts: {
      accepted: counts.accepted + all.length - put.length,
      overridden: counts.overridden + put.length,
      reasons,
    },
  };
}

/** The reason that was offered, or `other`: no word that was sent becomes a key. */
function reasonIn(reason: unknown): string {
  const { code, system } = object(reason) ?? {};
  const offered = OVERRIDE_REASONS.find((one) => one.code === code && (system === undefined || system === OVERRIDES));
  return offered?.code ?? "other";
}
