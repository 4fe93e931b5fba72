/** Code that a page does without until somebody needs it. */
export interface Fetched<Code> {
  /** The code, once it is there. */
  now(): Code | undefined;
  /** Rejects when it cannot be fetched, as offline before the first full visit; the next call tries again. */
  fetch(): Promise<Code>;
  /** Calls back when the code is there. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
}

export function fetched<Code>(load: () => Promise<Code>): Fetched<Code> {
  let code: Code | undefined;
  let loading: Promise<Code> | undefined;
  const waiting = new Set<() => void>();
  const arrived = (loaded: Code) => {
    code = loaded;
    for (const listener of waiting) listener();
    return loaded;
  };
  const failed = (cause: unknown): never => {
    loading = undefined;
    throw cause;
  };
  return {
    now: () => code,
    fetch: () => {
      loading ??= load().then(arrived, failed);
      return loading;
    },
    subscribe: (listener) => {
      waiting.add(listener);
      return () => waiting.delete(listener);
    },
  };
}
