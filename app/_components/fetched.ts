/** Code that a page does without until somebody needs it. */
export interface Fetched<Code> {
  /** The code, once it is there. */
  now(): Code | undefined;
  /** Whether it could not be fetched when it was last tried. */
  failed(): boolean;
  /** Rejects when it cannot be fetched, as offline before the first full visit; the next call tries again. */
  fetch(): Promise<Code>;
  /** Tries until the code is there: less and less often, and at once when there is a network again. */
  fetchInTheEnd(): Promise<Code>;
  /** Calls back when the code is there, and when it could not be fetched. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
}

/** Between one try and the next, in milliseconds: twice the last, up to the longest. */
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 30_000;

export function fetched<Code>(load: () => Promise<Code>): Fetched<Code> {
  let code: Code | undefined;
  let failed = false;
  let loading: Promise<Code> | undefined;
  let inTheEnd: Promise<Code> | undefined;
  const waiting = new Set<() => void>();
  const tell = () => {
    for (const listener of waiting) listener();
  };
  const fetch = () => {
    loading ??= load().then(
      (loaded) => {
        code = loaded;
        failed = false;
        tell();
        return loaded;
      },
      (cause: unknown) => {
        loading = undefined;
        failed = true;
        tell();
        throw cause;
      },
    );
    return loading;
  };
  const again = async (wait: number): Promise<Code> => {
    await networkOr(wait);
    return fetch().catch(() => again(Math.min(2 * wait, LONGEST_WAIT)));
  };
  return {
    now: () => code,
    failed: () => failed,
    fetch,
    fetchInTheEnd() {
      inTheEnd ??= fetch().catch(() => again(FIRST_WAIT));
      return inTheEnd;
    },
    subscribe: (listener) => {
      waiting.add(listener);
      return () => waiting.delete(listener);
    },
  };
}

/** Resolves after so many milliseconds, or as soon as the browser says that there is a network again. */
function networkOr(wait: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, wait);
    addEventListener("online", done);
  });
}
