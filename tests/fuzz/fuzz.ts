/** Reads damaged texts one after the other, and keeps what went wrong. */
import { randomFrom } from "../scoring/support/random-records.ts";
import { damaged } from "./damage.ts";
import type { Reader } from "./readers.ts";

export interface Fault {
  readonly what: string;
  /** What was read. */
  readonly input: string;
  readonly why: string;
}

export interface Run {
  readonly inputs: number;
  readonly faults: readonly Fault[];
  /** Milliseconds of the processor's time that the slowest input took. */
  readonly slowest: number;
}

/** Milliseconds from which on somebody would think that it hangs. */
const HANGS = 1_000;

export const whyOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Reads so many damaged texts, or as many as fit in the milliseconds; the same ones for the same seed. */
export async function fuzz(
  { name, seeds, read }: Reader,
  count: number,
  seed: number,
  most = Number.POSITIVE_INFINITY,
): Promise<Run> {
  const random = randomFrom(seed);
  const faults: Fault[] = [];
  const began = performance.now();
  let [inputs, slowest] = [0, 0];
  for (; inputs < count && performance.now() - began < most; inputs += 1) {
    const text = damaged(seeds, random);
    const first = await timed(() => read(text));
    // Once more: a compiler or a collection of memory that came in between does not come twice.
    const took = first.took > HANGS ? Math.min(first.took, (await timed(() => read(text))).took) : first.took;
    const why = took > HANGS ? `takes ${Math.round(took)} ms` : first.why;
    if (why !== undefined) faults.push({ what: name, input: text, why });
    slowest = Math.max(slowest, took);
  }
  return { inputs, faults, slowest };
}

/** By the processor's time: a busy machine lets everything wait. */
async function timed(read: () => void | Promise<void>): Promise<{ readonly took: number; readonly why?: string }> {
  const before = process.cpuUsage();
  const took = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
  try {
    await read();
    return { took: took() };
  } catch (error) {
    return { took: took(), why: whyOf(error) };
  }
}
