/** Which mutants TypeScript refuses: nobody could have written them. */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseSync } from "oxc-parser";
import { type CodeMutant, edited } from "./mutate.ts";
import { sourceOf } from "./targets.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const folder = join(root, ".artifacts", "mutants");

/** The same with imports that hold from anywhere. */
const fromAnywhere = (file: string, source: string) =>
  source.replaceAll(
    /(\bfrom|\bimport)(\s*\(?\s*)"(\.{1,2}\/[^"]+)"/g,
    (_, word: string, between: string, named: string) => `${word}${between}"${resolve(root, dirname(file), named)}"`,
  );

/** Those that compile, each checked as a file of its own beside the others as they are. */
export function compiling(all: readonly CodeMutant[]): readonly CodeMutant[] {
  // Beside one that is no program at all, the compiler says nothing of the others.
  const mutants = all.filter(({ file, edit }) => parseSync(file, edited(sourceOf(file), edit)).errors.length === 0);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const unchanged = [...new Set(mutants.map(({ file }) => file))];
  for (const [at, file] of unchanged.entries())
    writeFileSync(join(folder, `unchanged-${at}.ts`), fromAnywhere(file, sourceOf(file)));
  for (const [at, { file, edit }] of mutants.entries())
    writeFileSync(join(folder, `mutant-${at}.ts`), fromAnywhere(file, edited(sourceOf(file), edit)));
  // What is left unused by a change is no reason: it can be written.
  const config = {
    extends: "../../tsconfig.json",
    compilerOptions: { noUnusedLocals: false, noUnusedParameters: false, allowUnreachableCode: true, plugins: [] },
    include: ["*.ts"],
    exclude: [],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const { stdout, error } = spawnSync(join(root, "node_modules/.bin/tsc"), ["-p", folder, "--pretty", "false"], {
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (error) throw error;
  const wrong = [...stdout.matchAll(/^[^\n(]*?unchanged-(\d+)\.ts\(.*$/gm)].map(([line]) => line);
  if (wrong[0] !== undefined) throw new Error(`refused without any change: ${wrong[0]}`);
  if (/^error /m.test(stdout)) throw new Error(stdout.slice(0, 500));
  const refused = new Set([...stdout.matchAll(/^[^\n(]*?mutant-(\d+)\.ts\(/gm)].map(([, at]) => Number(at)));
  rmSync(folder, { recursive: true, force: true });
  return mutants.filter((_, at) => !refused.has(at));
}
