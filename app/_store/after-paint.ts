/** A page that is not shown paints nothing: it is waited no longer than this for, in milliseconds. */
const LONGEST = 250;

/** Runs once what has just been changed is painted. Returns the way to stop. */
export function afterPaint(run: () => void): () => void {
  let timer = setTimeout(done, LONGEST);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    // The second task after the frame: whoever else waited for it comes first.
    timer = setTimeout(() => {
      timer = setTimeout(done);
    });
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
