import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** What became of a mutant: the test that noticed it, or none. */
export interface Judged {
  readonly id: string;
  readonly noticed?: { readonly file: string; readonly test: string };
}

/**
 * Judges the mutants at these positions in a process of its own, and says what became of each as it is known. Where the
 * judging tests run by themselves as well, it need not be checked that they pass without any change.
 */
export async function judge(
  positions: readonly number[],
  told: (judged: Judged) => void,
  { unchecked = false } = {},
): Promise<void> {
  const script = join(import.meta.dirname, "run.ts");
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", script, ...(unchecked ? ["--unchecked"] : []), ...positions.map(String)],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  for await (const line of createInterface({ input: child.stdout })) told(JSON.parse(line) as Judged);
  const code = await ended;
  if (code !== 0) throw new Error(`the judging of mutants ended with ${code}`);
}
