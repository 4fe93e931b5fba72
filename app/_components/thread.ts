/**
 * Asks a thread of its own and ends it with its answer, or with the signal: the promise then never settles, since
 * nobody waits for it any more. A thread that fails, or is ended for want of memory, answers `failed`.
 */
export function askThread<Asked, Answer>(
  thread: Worker,
  asked: Asked,
  signal: AbortSignal,
  failed: Answer,
): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const end = (answer: Answer) => {
    resolve(answer);
    thread.terminate();
  };
  signal.addEventListener("abort", () => thread.terminate(), { once: true });
  thread.addEventListener("message", ({ data }: MessageEvent<Answer>) => end(data));
  thread.addEventListener("error", (event) => {
    event.preventDefault();
    end(failed);
  });
  thread.postMessage(asked);
  return promise;
}

/** The other side: answers what a thread is asked. The page hears of what is thrown, and not of a rejected promise. */
export function answerInThread<Asked>(answer: (asked: Asked) => Promise<unknown>): void {
  addEventListener("message", ({ data }: MessageEvent<Asked>) => {
    const fail = (reason: unknown) => {
      setTimeout(() => {
        throw reason;
      });
    };
    void answer(data).then((answered) => postMessage(answered), fail);
  });
}

/** What is said where a thread failed. */
export const FAILED = "It could not be read on this device: it is gone, or there is too little memory for it.";
