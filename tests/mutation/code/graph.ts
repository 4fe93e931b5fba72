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

/** The files themselves and every module that reads one of them, directly or through others. */
export function readersOf(files: readonly string[]): ReadonlySet<string> {
  const found = new Set(files);
  for (const file of found) for (const importer of importers.get(file) ?? []) found.add(importer);
  return found;
}
