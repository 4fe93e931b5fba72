/**
 * Runs test files again and again in one process, each time with other definitions or another engine: what is changed,
 * and what reads it, is loaded anew under an address of its own. Vitest would start a process for each.
 */
import { readFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Collected, takeCollected } from "./shim.ts";

/** How the source of one file, by its path from the project's root, is changed. */
export interface Change {
  readonly file: string;
  readonly change: (source: string) => string;
  /** Whether it is a change of the source as it is written: otherwise of what is left of it without types. */
  readonly asWritten?: boolean;
}

interface Round {
  readonly changes: readonly Change[];
  /** Which modules are loaded anew: what is changed, and all that could hold on to it. */
  readonly isAnew: (path: string) => boolean;
}

const root = join(import.meta.dirname, "..", "..");
const at = (path: string) => pathToFileURL(join(root, path)).href;
const rootUrl = `${pathToFileURL(root).href}/`;
const SHIM = at("tests/mutation/shim.ts");
const REMEMBERED = at("tests/mutation/remembered.ts");
const ORACLE = at("tests/oracles/completions.ts");

const rounds: Round[] = [];
const stripped = new Map<string, string>();

const roundOf = (url: string | undefined) => /\?round=(\d+)$/.exec(url ?? "")?.[1];

/** The modules of criteria/ that read others: the rest are literals, and anew only where they are changed. */
const READS_OTHERS = /^criteria\/(index|registry|core|named|names|finding-definitions|other-explanations)\.ts$/;

/** Whether a module in one of these folders is loaded anew. */
function isAnewIn(folders: readonly string[], changes: readonly Change[], path: string): boolean {
  if (path.startsWith("criteria/") && !READS_OTHERS.test(path)) return changes.some(({ file }) => file === path);
  return folders.some((folder) => path.startsWith(folder));
}

function sourceOf(path: string): string {
  const known = stripped.get(path) ?? stripTypeScriptTypes(readFileSync(join(root, path), "utf8"));
  stripped.set(path, known);
  return known;
}

const after = (source: string, changes: readonly Change[]) =>
  changes.reduce((text, { change }) => change(text), source);

function changedSource(path: string, changes: readonly Change[]): string {
  const written = changes.filter(({ asWritten }) => asWritten);
  const source =
    written.length > 0 ? stripTypeScriptTypes(after(readFileSync(join(root, path), "utf8"), written)) : sourceOf(path);
  return after(
    source,
    changes.filter(({ asWritten }) => !asWritten),
  );
}

function register(): void {
  registerHooks({
    resolve(specifier, context, next) {
      const round = roundOf(context.parentURL);
      if (specifier === "vitest" && round !== undefined) return { url: SHIM, shortCircuit: true };
      const found = next(specifier, context);
      if (round === undefined || !found.url.startsWith(rootUrl)) return found;
      if (found.url === ORACLE) return { ...found, url: REMEMBERED };
      const path = found.url.slice(rootUrl.length);
      const running = rounds[Number(round)];
      const fixed = /^tests\/(oracles|mutation)\//.test(path) || !path.endsWith(".ts");
      return running && !fixed && running.isAnew(path) ? { ...found, url: `${found.url}?round=${round}` } : found;
    },
    load(url, context, next) {
      const round = roundOf(url);
      if (round === undefined) return next(url, context);
      const path = fileURLToPath(url).slice(root.length + 1);
      const changes = rounds[Number(round)]?.changes.filter(({ file }) => file === path) ?? [];
      return { format: "module", source: changedSource(path, changes), shortCircuit: true };
    },
  });
}

register();

export interface Noticed {
  readonly file: string;
  readonly test: string;
  readonly message: string;
}

interface Options {
  readonly changes?: readonly Change[];
  readonly files: readonly string[];
  /** Whether modules of lib are loaded anew as well: needed only where one of them is changed. */
  readonly lib?: boolean;
  readonly skip?: RegExp;
  /** Whether to go on after the first test that fails. */
  readonly all?: boolean;
}

/** The tests that fail with these changes, in the order of the files; the first alone unless all are asked for. */
export async function noticedBy({
  changes = [],
  files,
  lib = false,
  skip,
  all = false,
}: Options): Promise<readonly Noticed[]> {
  const folders = ["tests/", "criteria/", "scripts/", ...(lib ? ["lib/"] : [])];
  const round = newRound(changes, (path) => isAnewIn(folders, changes, path));
  const noticed: Noticed[] = [];
  for (const file of files) {
    for (const { name, run } of await collect(file, round)) {
      if (skip?.test(name)) continue;
      try {
        await run();
      } catch (error) {
        noticed.push({ file, test: name, message: error instanceof Error ? error.message : String(error) });
        if (!all) return noticed;
      }
    }
  }
  return noticed;
}

/** A round in which these modules are loaded anew, with these changes: a number for `collect`. */
export function newRound(changes: readonly Change[], isAnew: (path: string) => boolean): number {
  return rounds.push({ changes, isAnew }) - 1;
}

/** The tests of a file. One that cannot even be loaded with the change has noticed it. */
export async function collect(file: string, round: number): Promise<readonly Collected[]> {
  try {
    await import(`${at(file)}?round=${round}`);
    return takeCollected();
  } catch (error) {
    takeCollected();
    const fail = () => {
      throw error;
    };
    return [{ name: "the file itself", run: fail }];
  }
}
