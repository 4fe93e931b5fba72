/** Who scores the parts of a cohort: this thread for a small file, others beside it for a large one. */
import { getCompileCacheDir } from "node:module";
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import { definitions } from "../../criteria/core.ts";
import { assessmentPlanOf } from "../../lib/assess.ts";
import { partScorer, type ScoredPart } from "../../lib/cohort/cohort.ts";
import type { Layout } from "../../lib/cohort/columns.ts";
import { outputOf } from "../../lib/cohort/write-rows.ts";

/** A part with what it says, as it comes back. */
export interface Scored {
  readonly part: ScoredPart;
  readonly bytes: Uint8Array;
  readonly output: Uint8Array;
}

export interface Scorers {
  /** So many parts are worth giving out before the first is waited for. */
  readonly atOnce: number;
  readonly score: (bytes: Uint8Array) => Promise<Scored>;
  readonly end: () => Promise<void>;
}

/** More threads than this wait for the one that reads and writes. */
const MOST_THREADS = 4;

/** Below this size, starting a thread takes longer than the scoring. */
const LARGE = 24 << 20;

export function scorersFor(layout: Layout, size: number | undefined): Scorers {
  const others = Math.min(availableParallelism(), MOST_THREADS) - 1;
  const threads = size !== undefined && size < LARGE ? [] : Array.from({ length: others }, () => threadFor(layout));
  const scoreHere = scoring(layout);
  return {
    atOnce: 1 + IN_HAND * threads.length,
    score: async (bytes) => {
      // A thread that is still starting, or has enough to do, is not waited for.
      const thread = threads.find((one) => one.isFree());
      if (thread) return thread.score(bytes);
      // Behind those that threads have, it waits until what is read next overwrites these bytes.
      return scoreHere(threads.length > 0 ? new Uint8Array(bytes) : bytes);
    },
    end: async () => {
      await Promise.all(threads.map(({ end }) => end()));
    },
  };
}

/** Scores a part into an output of its own. */
export function scoring(layout: Layout): (bytes: Uint8Array) => Scored {
  const score = partScorer(assessmentPlanOf(definitions), layout);
  let size = 1 << 16;
  return (bytes) => {
    const output = outputOf(size);
    const part = score(bytes, output);
    // The next part is about as long.
    size = output.length + (1 << 16);
    return { part, bytes, output: output.bytes.subarray(0, output.length) };
  };
}

interface Waiting {
  readonly resolve: (scored: Scored) => void;
  readonly reject: (cause: unknown) => void;
}

/** So many parts a thread has before it, so that it never waits for the next. */
const IN_HAND = 2;

function threadFor(layout: Layout) {
  const waiting: Waiting[] = [];
  let isReady = false;
  const worker = new Worker(new URL("./scorer-thread.mjs", import.meta.url), {
    workerData: { layout, ready: getCompileCacheDir() && dirname(getCompileCacheDir() ?? "") },
  });
  worker.on("message", (message: Scored | "ready") => {
    if (message === "ready") isReady = true;
    else waiting.shift()?.resolve(message);
  });
  worker.on("error", (cause) => {
    isReady = false;
    for (const { reject } of waiting.splice(0)) reject(cause);
  });
  return {
    isFree: () => isReady && waiting.length < IN_HAND,
    score: (bytes: Uint8Array) =>
      new Promise<Scored>((resolve, reject) => {
        waiting.push({ resolve, reject });
        // What is read next overwrites these bytes.
        const own = new Uint8Array(bytes);
        worker.postMessage(own, [own.buffer]);
      }),
    end: async () => {
      await worker.terminate();
    },
  };
}
