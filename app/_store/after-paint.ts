/** A page that is not shown paints nothing: it is waited no longer than this for, in milliseconds. */
const LONGEST = 250;

/**
 * How long after its frame, in milliseconds. Whatever waited for the same frame comes first, as does an answer that was
 * given while it was painted.
 */
const MOMENT = 8;

/** Runs once what has just been changed is painted. Returns the way to stop. */
export function afterPaint(run: () => void): () => void {
  let timer = setTimeout(done, LONGEST);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(done, MOMENT);
  });
  function stop() {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  }
  function done() {
    stop();
    run();
  }
  return stop;
}
