/** The second readings of the papers, each worked out once in a process: they read no definition that could be mutated. */
import { byParts as worked } from "../oracles/completions.ts";

export * from "../oracles/completions.ts";

const known = new Map<string, ReturnType<typeof worked>>();

export const byParts: typeof worked = (record, set) => {
  const key = `${set} ${JSON.stringify(record)}`;
  const outcome = known.get(key) ?? worked(record, set);
  known.set(key, outcome);
  return outcome;
};
