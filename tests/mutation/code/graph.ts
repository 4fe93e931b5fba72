/** Which modules of the project read which: what has to be loaded anew where one of them is another. */
import { globSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

const root = join(import.meta.dirname, "..", "..", "..");
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g;
const TYPES_ALONE = /\b(?:im|ex)port type\s[^;]*;/g;

/** For each module the modules that import it, leaving aside those that only name its types. */
const importers = new Map<string, Set<string>>();
for (const file of globSync("{criteria,lib,scripts,tests,app/api,app/rounds}/**/*.ts", { cwd: root })) {
  const source = readFileSync(join(root, file), "utf8").replaceAll(TYPES_ALONE, "");
  for (const [, named] of source.matchAll(IMPORT)) {
    const target = posix.join(posix.dirname(file), named ?? "");
    const known = importers.get(target) ?? new Set();
    known.add(file);
    importers.set(target, known);
  }
}

/** The files themselves and every module that reads one of them, directly or through others, with the fewest steps to it. */
export function readersOf(files: readonly string[]): ReadonlyMap<string, number> {
  const steps = new Map(files.map((file) => [file, 0]));
  // A Map visits what is added while it is walked, in that order, so that the shortest way comes first.
  for (const [file, taken] of steps)
    for (const importer of importers.get(file) ?? []) if (!steps.has(importer)) steps.set(importer, taken + 1);
  return steps;
}
