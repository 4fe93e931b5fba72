/**
 * Guessing codes is made slow for everybody together and not by address: a whole lecture hall is behind one. Each wrong
 * code of the last seconds makes the next stranger wait, whether the code is wrong or right: if a right one were answered
 * at once, whoever guesses would give up every answer that does not come at once. Whoever has joined waits for nothing.
 */
const FORGOTTEN_AFTER = 10_000;
const WAIT_FOR_EACH = 20;
const LONGEST_WAIT = 3000;
/** As many as make the longest wait; more need not be remembered. */
const MOST_REMEMBERED = LONGEST_WAIT / WAIT_FOR_EACH;

/** Routes are bundled apart, and each bundle has modules of its own: what is counted together stands here. */
const PLACE = Symbol.for("sle-classification.wrong-codes");
const process_ = globalThis as { [PLACE]?: readonly number[] };

/** How long a stranger waits now, in milliseconds. */
export function strangersWait(): number {
  const now = Date.now();
  const wrong = (process_[PLACE] ?? []).filter((time) => now - time < FORGOTTEN_AFTER).slice(-MOST_REMEMBERED);
  process_[PLACE] = wrong;
  return wrong.length * WAIT_FOR_EACH;
}

/** Waits as a stranger does. */
export async function waitAsAStranger(): Promise<void> {
  const wait = strangersWait();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
}

/** Waits before a wrong code is answered, and makes the next stranger wait longer. */
export async function afterAWrongCode(): Promise<void> {
  const wait = waitAsAStranger();
  process_[PLACE] = [...(process_[PLACE] ?? []), Date.now()];
  await wait;
}
