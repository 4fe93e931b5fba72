/**
 * Which window of a browser holds the stream of a room for all of them. A browser has six connections to a server, and
 * each stream keeps one: six windows with a stream each would leave none to vote by.
 *
 * The windows ask each other. A lock of the browser would do where the page came over a safe connection, which is not so
 * in every hall; but a window that fell asleep keeps its lock, and an asked one that does not answer has lost the lead.
 */

export interface Lead {
  readonly isMine: () => boolean;
}

type Said =
  | { readonly kind: "who-leads" }
  | { readonly kind: "leading"; readonly since: number; readonly id: number }
  /** Whoever led goes. */
  | { readonly kind: "left" };

/** After so long without a word of whoever leads, it is asked for, in milliseconds. It may be asleep. */
const ASK_EVERY = 5000;
/** How long an answer is waited for; up to twice as long, so that not all windows take the lead at once. */
const PATIENCE = 200;
const TICK = 1000;

/** Takes part until the signal. Calls back when the lead becomes this window's, or another's. */
export function takePart(name: string, signal: AbortSignal, changed: () => void): Lead {
  if (typeof BroadcastChannel === "undefined") return { isMine: () => true };
  const channel = new BroadcastChannel(`${name} lead`);
  const id = Math.random();
  /** Since when this window leads, in milliseconds since 1970; undefined where another does. */
  let since: number | undefined;
  let heardAt = 0;
  let askedAt = 0;
  const say = (said: Said) => channel.postMessage(said);

  function ask(): void {
    const now = Date.now();
    if (since !== undefined || now - heardAt < ASK_EVERY || now - askedAt < 2 * PATIENCE) return;
    askedAt = now;
    say({ kind: "who-leads" });
    setTimeout(claim, PATIENCE * (1 + Math.random()));
  }

  function claim(): void {
    if (signal.aborted || since !== undefined || heardAt >= askedAt) return;
    since = Date.now();
    say({ kind: "leading", since, id });
    changed();
  }

  function leave(): void {
    if (since === undefined) return;
    since = undefined;
    say({ kind: "left" });
    changed();
  }

  channel.addEventListener("message", ({ data }: MessageEvent<Said>) => {
    if (data.kind === "leading") heardAt = Date.now();
    if (data.kind === "left") {
      heardAt = 0;
      ask();
    }
    if (since === undefined || data.kind === "left") return;
    // Of two, the later has asked in vain for the other, which was asleep.
    const isOutranked = data.kind === "leading" && (data.since > since || (data.since === since && data.id > id));
    if (!isOutranked) return say({ kind: "leading", since, id });
    since = undefined;
    changed();
  });
  // A page that is kept for coming back to says nothing meanwhile.
  window.addEventListener("pagehide", leave, { signal });
  const timer = setInterval(ask, TICK);
  signal.addEventListener("abort", () => {
    leave();
    clearInterval(timer);
    channel.close();
  });
  ask();
  return { isMine: () => since !== undefined };
}
