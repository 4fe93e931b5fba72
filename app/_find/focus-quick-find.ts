/** There is one quick find on a page. */
export const QUICK_FIND_ID = "quick-find";

export function focusQuickFind(): void {
  field()?.focus();
  field()?.scrollIntoView({ block: "nearest" });
}

/** Where the quick find was called from, as long as nobody has gone on to another place. */
let from: Element | null = null;

/**
 * The quick find comes to where the reader is and nothing else moves: the page stays where it was, and so does the way
 * back to what had the focus. Closed by Escape, its own button, or by going on to anything else.
 */
export function callQuickFind(caller = document.activeElement): void {
  const search = field()?.closest<HTMLElement>("search");
  if (!search || search.contains(document.activeElement)) {
    focusQuickFind();
    return;
  }
  from = caller;
  if (!isInView(search)) for (const one of [search, document.documentElement]) one.dataset["called"] = "";
  field()?.focus({ preventScroll: true });
  document.addEventListener("focusin", onGone);
  document.addEventListener("pointerdown", onGone);
  search.addEventListener("keydown", onKeyDown);
}

/** Closes the quick find, and gives the focus back to where it was called from. */
export function leaveQuickFind(): void {
  const back = from;
  stay();
  if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus({ preventScroll: true });
  else field()?.blur();
}

/** Whoever has gone on to something else stays there. */
function onGone({ target }: Event): void {
  if (target instanceof Node && !field()?.closest("search")?.contains(target)) stay();
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.key !== "Escape") return;
  // The field's own Escape first takes away what is typed; with nothing left it lets go of the focus.
  setTimeout(() => document.activeElement !== field() && leaveQuickFind());
}

function stay(): void {
  const search = field()?.closest<HTMLElement>("search");
  from = null;
  // The search may be gone, with the patient for whom it was called.
  for (const one of [search, document.documentElement]) if (one) delete one.dataset["called"];
  document.removeEventListener("focusin", onGone);
  document.removeEventListener("pointerdown", onGone);
  search?.removeEventListener("keydown", onKeyDown);
}

function field(): HTMLElement | null {
  return document.getElementById(QUICK_FIND_ID);
}

/** Whether its field can be seen where it stands. */
function isInView(search: HTMLElement): boolean {
  const { left, top, width, height } = field()?.getBoundingClientRect() ?? new DOMRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  return hit !== null && search.contains(hit);
}
