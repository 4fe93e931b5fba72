/** Who waits for changes of which room, in this process. */
export function watchers() {
  const byCode = new Map<string, Set<() => void>>();
  const call = (code: string) => {
    for (const changed of byCode.get(code) ?? []) changed();
  };
  return {
    call,
    callAll: () => {
      for (const code of byCode.keys()) call(code);
    },
    isIdle: () => byCode.size === 0,
    watch(code: string, changed: () => void): () => void {
      const own = byCode.get(code) ?? new Set();
      byCode.set(code, own);
      // The same function may be given twice and is then two watchers.
      const once = () => changed();
      own.add(once);
      return () => {
        own.delete(once);
        if (own.size === 0 && byCode.get(code) === own) byCode.delete(code);
      };
    },
  };
}
