/** The most of one batch: what one statement can take, and what others may be kept waiting for. */
const MOST = 2000;

/**
 * Gathers what is asked for in one turn of the event loop and while the batch before is under way, so that many votes
 * share one commit to the disk. Each promise is fulfilled only after that commit.
 */
export function batched<Ask, Answer>(
  run: (asks: readonly Ask[]) => Promise<readonly Answer[]>,
): (ask: Ask) => Promise<Answer> {
  interface Waiting {
    readonly ask: Ask;
    readonly done: (answer: Answer) => void;
    readonly failed: (reason: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let running = false;

  async function flush(): Promise<void> {
    // Everything else of this turn is let in first.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST);
      waiting = waiting.slice(MOST);
      try {
        const answers = await run(batch.map(({ ask }) => ask));
        for (const [position, { done }] of batch.entries()) done(answers[position] as Answer);
      } catch (reason) {
        for (const { failed } of batch) failed(reason);
      }
    }
    running = false;
  }

  return (ask) =>
    new Promise((done, failed) => {
      waiting.push({ ask, done, failed });
      if (running) return;
      running = true;
      void flush();
    });
}
