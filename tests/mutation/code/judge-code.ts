/** Judges mutants of code, at most one process at a time: one that hangs is ended, and has been noticed. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { CodeMutant } from "./mutate.ts";
import { partsAt } from "./reach.ts";
import type { FileReach, Job, Judgment, Told } from "./session.ts";
import { sourceOf } from "./targets.ts";

const artifacts = join(import.meta.dirname, "..", "..", "..", ".artifacts");

/** A step that waits for ever does no work, so that a clock has to tell, of a busy machine too. */
const TIMES = 50;
const MORE_MS = 60_000;

export const HANGS = "it hangs";

/** Each leaves what it loaded behind, so that a process takes no more of them. */
const BATCH = 80;

/** How a process ended: by itself, or because of what it was doing. */
async function session(
  job: Job,
  told: (one: Told) => void,
): Promise<{ readonly stuckAt?: string; readonly how?: string }> {
  mkdirSync(artifacts, { recursive: true });
  const folder = mkdtempSync(join(artifacts, "mutation-"));
  const path = join(folder, "job.json");
  writeFileSync(path, JSON.stringify(job));
  const child = spawn(
    process.execPath,
    [
      "--disable-warning=ExperimentalWarning",
      "--max-old-space-size=2000",
      join(import.meta.dirname, "session.ts"),
      path,
    ],
    { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, TMPDIR: folder } },
  );
  const ended = new Promise<number | null>((resolve) => {
    child.on("close", (code, signal) => {
      // Nobody else ends it so: it worked more than it may.
      hung ||= signal === "SIGKILL";
      resolve(code);
    });
  });
  let at: string | undefined;
  let hung = false;
  let timer = setTimeout(() => undefined, 0);
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('{"kind":')) continue;
    const one = JSON.parse(line) as Told;
    clearTimeout(timer);
    if (one.kind === "next") {
      at = one.of;
      timer = setTimeout(
        () => {
          hung = true;
          child.kill("SIGKILL");
        },
        one.ms * TIMES + MORE_MS,
      );
    } else told(one);
  }
  clearTimeout(timer);
  const code = await ended;
  rmSync(folder, { recursive: true, force: true });
  if (code === 0) return {};
  if (at === undefined) throw new Error(`the judging of mutants ended with ${code}`);
  return { stuckAt: at, how: hung ? HANGS : `the process ends with ${code}` };
}

/** How these tests go without any change, and where they get to. */
export async function reachOf(tests: readonly string[], files: readonly string[]): Promise<readonly FileReach[]> {
  const found: FileReach[] = [];
  const { stuckAt, how } = await session({ kind: "reach", tests, files }, (one) => {
    if (one.kind === "reach") found.push(one.reach);
    if (one.kind === "failed") console.log(`left out, since it fails without any change: ${one.of}: ${one.message}`);
  });
  if (stuckAt !== undefined) throw new Error(`without any change, ${how}: ${stuckAt}`);
  return found;
}

export async function judgeCode(
  mutants: readonly CodeMutant[],
  reach: readonly FileReach[],
  told: (judged: Judgment) => void,
  budgetMs = Number.MAX_SAFE_INTEGER,
): Promise<void> {
  const placed = withParts(mutants);
  for (let from = 0; from < placed.length; ) {
    const batch = placed.slice(from, from + BATCH);
    let done = 0;
    const { stuckAt, how } = await session({ kind: "judge", mutants: batch, reach, budgetMs }, (one) => {
      if (one.kind !== "judged") return;
      done += 1;
      told(one.judged);
    });
    const stuck = batch[done];
    if (stuckAt !== undefined && stuck && how === HANGS) {
      // Judged once more by itself, by how long each test takes without the change at that very time.
      told(await judgedBeside(stuck, reach, budgetMs));
      done += 1;
    } else if (stuckAt !== undefined && stuck && done === 0) {
      // One that ends the process is only to blame if it was the first there.
      told({ id: stuck.id, noticed: { file: "", test: how ?? "" }, tests: 0 });
      done += 1;
    }
    from += done;
  }
}

async function judgedBeside(
  mutant: CodeMutant & { readonly part: number },
  reach: readonly FileReach[],
  budgetMs: number,
): Promise<Judgment> {
  let found: Judgment | undefined;
  const { how = HANGS } = await session({ kind: "judge", mutants: [mutant], reach, budgetMs, beside: true }, (one) => {
    if (one.kind === "judged") found = one.judged;
  });
  return found ?? { id: mutant.id, noticed: { file: "", test: how }, tests: 0 };
}

/** Each with the part of its file in which it stands. */
function withParts(mutants: readonly CodeMutant[]): readonly (CodeMutant & { readonly part: number })[] {
  return mutants
    .map(({ file }) => file)
    .filter((file, at, all) => all.indexOf(file) === at)
    .flatMap((file) => {
      const own = mutants.filter((one) => one.file === file);
      const parts = partsAt(
        file,
        sourceOf(file),
        own.map(({ edit }) => edit.start),
      );
      return own.map((one, at) => ({ ...one, part: parts[at] ?? 0 }));
    });
}
