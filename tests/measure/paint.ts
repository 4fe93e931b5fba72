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

const STILL_MS = 150;
const GIVE_UP_MS = 5000;

/**
 * Milliseconds from the one entry that `enter` makes to its last paint, once the page has been still for a while.
 * Throws when nothing was entered or nothing painted.
 */
export async function timePaint(page: Page, enter: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    window.stamps = { entered: 0, painted: 0 };
  });
  await enter();
  for (let waited = 0; waited < GIVE_UP_MS; waited += STILL_MS) {
    await page.waitForTimeout(STILL_MS);
    const { entered, painted } = await page.evaluate(() => window.stamps);
    if (entered > 0 && painted > 0) return painted - entered;
  }
  throw new Error("An entry came to nothing.");
}
