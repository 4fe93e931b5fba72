/**
 * What a text costs must grow with its length and with nothing else: the times of two sizes are compared with each
 * other, never with a clock.
 */
export type Reader = (text: string) => unknown;

/** In milliseconds of this thread's own work: what else runs on the machine, and waiting for it, do not count. */
export function timed(read: Reader, text: string, rounds = 1): number {
  const before = process.threadCpuUsage();
  for (let round = 0; round < rounds; round += 1) read(text);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/**
 * How many times as much a text of four times the size costs: the least of several ratios, each of two times taken in
 * turn, since a busy machine only ever makes one larger.
 */
export function growth(read: Reader, textOf: (size: number) => string, size: number): number {
  const [small, large] = [textOf(size), textOf(4 * size)];
  let rounds = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 12 && least >= 8; ) {
    const before = timed(read, small, rounds);
    // Too little to be told from the steps of the clock. What is warm costs a tenth of what it did at first.
    if (before < 4 && rounds < 4096) {
      rounds *= 2;
      continue;
    }
    attempt += 1;
    // What takes no time grows by nothing that can be measured.
    least = Math.min(least, timed(read, large, rounds) / Math.max(before, 0.5));
  }
  return least;
}

/** So much of a text said again and again. */
export const repeated = (text: string) => (size: number) => text.repeat(Math.ceil(size / text.length)).slice(0, size);
