/** How far a cohort has come, for whoever waits. */
import type { WriteStream } from "node:tty";
import type { Source } from "./source.ts";

/** Between two messages, in milliseconds. */
const EVERY = 1_000;

export interface Progress {
  readonly rows: (count: number) => void;
  readonly end: (remarks: readonly string[]) => void;
}

export function progressOn(stream: WriteStream, { size, bytesRead }: Pick<Source, "size" | "bytesRead">): Progress {
  const began = performance.now();
  let said = began;
  let count = 0;
  const whole = (number: number) => Math.round(number).toLocaleString("en-US");
  const rate = (now: number) => whole((count / Math.max(now - began, 1)) * 1_000);
  return {
    rows: (total) => {
      count = total;
      const now = performance.now();
      if (now - said < EVERY) return;
      said = now;
      const share = size ? bytesRead() / size : undefined;
      const left = share
        ? `, ${Math.floor(share * 100)}%, ${timeWords(((now - began) / share) * (1 - share))} left`
        : "";
      const text = `${whole(count)} rows, ${rate(now)} a second${left}`;
      stream.write(stream.isTTY ? `\r${text}\u001b[K` : `${text}\n`);
    },
    end: (remarks) => {
      const now = performance.now();
      const text = `${whole(count)} rows in ${((now - began) / 1_000).toFixed(2)} s, ${rate(now)} a second`;
      stream.write(stream.isTTY ? `\r${text}\u001b[K\n` : `${text}\n`);
      for (const remark of remarks) stream.write(`${remark}\n`);
    },
  };
}

function timeWords(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1_000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
