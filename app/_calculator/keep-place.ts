/** Every question: of a finding, or of the values of a test. */
const QUESTION = '[id^="finding-"], [id^="test-"]';

/** The question that has the focus, or else the one in the middle of what is in view; none at the top of the page. */
export function questionInView(): Element | undefined {
  const column = document.getElementById("questions");
  if (!column || Math.max(column.scrollTop, window.scrollY) === 0) return undefined;
  const focused = document.activeElement?.closest(QUESTION);
  if (focused && isShown(focused)) return focused;
  const { left, width } = column.getBoundingClientRect();
  const middle = window.innerHeight / 2;
  // Between two questions there is a gap.
  for (const away of [0, 24, -24, 48, -48, 96, -96]) {
    const question = document.elementFromPoint(left + width / 2, middle + away)?.closest(QUESTION);
    if (question) return question;
  }
  return undefined;
}

function isShown(question: Element): boolean {
  const { top, bottom } = question.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight && bottom > top;
}

/**
 * Keeps the question in view where it stands while what is above it changes its height: what is entered from elsewhere,
 * as by a quick find that was called, moves nothing that is being read. Held by "comes to where it is called, and goes
 * back there" in tests/browser/phone.test.ts.
 */
export function keepPlaceThrough(change: () => void): void {
  const question = questionInView();
  const top = question?.getBoundingClientRect().top ?? 0;
  change();
  if (question) putBack(question, top);
}

/** Groups that come into view are laid out only then, and move what is below them: it is looked at more than once. */
function putBack(question: Element, top: number, looks = 8): void {
  requestAnimationFrame(() => {
    if (!question.isConnected) return;
    const moved = question.getBoundingClientRect().top - top;
    const column = question.closest(".questions");
    const scroller = column && column.scrollHeight > column.clientHeight ? column : document.scrollingElement;
    if (Math.abs(moved) >= 1) scroller?.scrollBy({ top: moved, behavior: "instant" });
    if (looks > 1) putBack(question, top, looks - 1);
  });
}
