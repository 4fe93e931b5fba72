import type { Page } from "playwright-core";

interface Stamps {
  /** When the last click or key press happened, as the browser says, before any waiting in the queue. */
  entered: number;
  /** When the frame was shown that held the last change after it. */
  painted: number;
}

declare global {
  interface Window {
    stamps: Stamps;
  }
}

/**
 * Runs in the page. Stamps each click and key press, and the frame in which its last change of the page was painted:
 * after the changes, one animation frame, and the first task after that frame. What only a screen reader gets is
 * left out, because it is said later on purpose.
 */
export function stampPaints(): void {
  window.stamps = { entered: 0, painted: 0 };
  const stampFrame = () =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        window.stamps.painted = performance.now();
      };
      channel.port2.postMessage(undefined);
    });
  for (const kind of ["click", "keydown"]) {
    document.addEventListener(
      kind,
      (event) => {
        if (!event.isTrusted) return;
        window.stamps = { entered: event.timeStamp, painted: 0 };
        stampFrame();
      },
      { capture: true },
    );
  }
  new MutationObserver((changes) => {
    const seen = changes.some(({ target }) => {
      const element = target instanceof Element ? target : target.parentElement;
      return !element?.closest("[role=status]");
    });
    if (seen) stampFrame();
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}

/** Milliseconds from the last entry to its last paint, once the page has been still for a while. */
export async function takePaint(page: Page): Promise<number> {
  await page.waitForTimeout(150);
  return page.evaluate(() => window.stamps.painted - window.stamps.entered);
}
