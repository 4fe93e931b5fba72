/**
 * Guessing codes is made slow for everybody together and not by address: a whole lecture hall is behind one. Each wrong
 * code of the last seconds makes the next answer to a wrong code wait; whoever types the right code waits for nothing.
 */
const FORGOTTEN_AFTER = 10_000;
const WAIT_FOR_EACH = 20;
const LONGEST_WAIT = 3000;

let wrong: number[] = [];

/** Waits before a wrong code is answered. */
export async function afterAWrongCode(): Promise<void> {
  const now = Date.now();
  wrong = wrong.filter((time) => now - time < FORGOTTEN_AFTER).slice(-1000);
  const wait = Math.min(LONGEST_WAIT, wrong.length * WAIT_FOR_EACH);
  wrong.push(now);
  await new Promise((resolve) => setTimeout(resolve, wait));
}
