import type { Page } from "playwright-core";

interface Stamps {
  /** When the last click or key press happened, as the browser says, before any waiting in the queue. */
  entered: number;
  /** When the frame was shown that held the answer and the last change of its result. */
  result: number;
  /** The same of whatever else follows from it: reasons, lists, what other answers are worth. */
  all: number;
}

declare global {
  interface Window {
    stamps: Stamps;
  }
}

/**
 * What an answer is given for, as it is on the screen: the score and the verdict of every set, and on a narrow screen
 * what the bar says of them. The ruler beside them is a picture of the score, and follows it. On the bare page, its one
 * text.
 */
const RESULT = {
  wide: ".set-list, .problem-summary, #said",
  narrow: ".result-bar-result, .problem-summary, #said",
};

/**
 * Runs in the page. Stamps each click and key press, the frame after it, the frame in which the last change of its
 * result was painted, and that of the last change of the page: after the changes, one animation frame, and the first
 * task after that frame. What only a screen reader gets is left out, because it is said later on purpose.
 */
function stampPaints({ wide, narrow }: typeof RESULT): void {
  const result = window.matchMedia("(width >= 60rem)").matches ? wide : narrow;
  const none = () => ({ entered: 0, result: 0, all: 0 });
  window.stamps = none();
  const stampFrame = (isResult: boolean) => {
    const { stamps } = window;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        stamps.all = performance.now();
        if (isResult) stamps.result = stamps.all;
      };
      channel.port2.postMessage(undefined);
    });
  };
  for (const kind of ["click", "keydown"]) {
    document.addEventListener(
      kind,
      (event) => {
        if (!event.isTrusted) return;
        window.stamps = { ...none(), entered: event.timeStamp };
        stampFrame(true);
      },
      { capture: true },
    );
  }
  new MutationObserver((changes) => {
    const changed = changes
      .map(({ target }) => (target instanceof Element ? target : target.parentElement))
      .filter((element) => !element?.closest("[role=status]"));
    if (changed.length > 0)
      stampFrame(changed.some((element) => element?.closest(result) && !element.closest(".ruler")));
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}

/** What makes a page stamp its paints, as text that runs in it. */
export const STAMP_PAINTS = `(${stampPaints.toString()})(${JSON.stringify(RESULT)});`;

const STILL_MS = 150;
const GIVE_UP_MS = 5000;

/** Milliseconds from an entry to the paint of its result, and to the last paint that follows from it. */
export interface Paints {
  readonly result: number;
  readonly all: number;
}

/**
 * How long the one entry that `enter` makes takes to be painted, once the page has been still for a while. Throws when
 * nothing was entered or nothing painted.
 */
export async function timePaint(page: Page, enter: () => Promise<void>): Promise<Paints> {
  await page.evaluate(() => {
    window.stamps = { entered: 0, result: 0, all: 0 };
  });
  await enter();
  for (let waited = 0; waited < GIVE_UP_MS; waited += STILL_MS) {
    await page.waitForTimeout(STILL_MS);
    const { entered, result, all } = await page.evaluate(() => window.stamps);
    if (entered > 0 && result > 0) return { result: result - entered, all: all - entered };
  }
  throw new Error("An entry came to nothing.");
}
