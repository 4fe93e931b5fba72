/** What is still to be scrolled for the change before, of which the frame has not come yet. */
let pending: (() => void) | undefined;

/**
 * Makes a change and scrolls, so that what stands below a place in the questions stays where it is: a finger on its
 * way to the next answer must not meet another one. The place itself is not scrolled out of view for it. Held by "an
 * answer that opens its row leaves the rows below" in tests/browser/calculator.test.ts.
 */
export function keepBelow(place: Element, change: () => void): void {
  pending?.();
  const before = place.getBoundingClientRect().bottom;
  change();
  // React has drawn the change by the frame, and that lays it out anyway.
  const frame = requestAnimationFrame(scroll);
  pending = scroll;
  function scroll() {
    cancelAnimationFrame(frame);
    pending = undefined;
    scrollBy(place, before);
  }
}

/** Scrolls so that a place ends where it ended before. */
function scrollBy(place: Element, before: number): void {
  const { top, bottom } = place.getBoundingClientRect();
  // Another patient may have come meanwhile, and the place be gone.
  if (bottom === before || !place.isConnected) return;
  const { scroller, upperEdge } = scrollerOf(place);
  // The head of the group stays above its rows, and must not come to lie over this one.
  const head = place.closest(".question-group")?.querySelector(".group-head")?.getBoundingClientRect().height ?? 0;
  if (scroller) scroller.scrollTop += Math.min(bottom - before, Math.max(0, top - upperEdge - head));
}

/** What scrolls the questions, and where what it shows begins: a column, or on a narrow screen the page below what stays. */
function scrollerOf(place: Element): { scroller: Element | null; upperEdge: number } {
  const column = place.closest(".questions");
  if (column && column.scrollHeight > column.clientHeight) {
    return { scroller: column, upperEdge: column.getBoundingClientRect().top };
  }
  const stays = [...document.querySelectorAll(".site-header, .statement, .statement-line")];
  const edges = stays.map((one) => one.getBoundingClientRect().bottom);
  return { scroller: document.scrollingElement, upperEdge: Math.max(0, ...edges) };
}
