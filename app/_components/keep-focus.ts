/** Where the page's own content begins. */
export const CONTENT_ID = "content";

/** Gives the focus to a place once the page is drawn anew, if what had it is no longer there. */
export function keepFocus(place: () => HTMLElement | null | undefined = content): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) place()?.focus({ preventScroll: true });
  });
}

function content(): HTMLElement | null {
  return document.getElementById(CONTENT_ID);
}
