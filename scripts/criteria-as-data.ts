/**
 * A loader: a module of criteria/ as what it comes to, one string that a browser parses faster than code and that holds
 * nothing which the module does not export. What the browser gets is the same as what Node gets from the module.
 */
import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { definitions } from "../criteria/core.ts";
import { findingDefinitions } from "../criteria/finding-definitions.ts";
import { names } from "../criteria/names.ts";
import { otherExplanations } from "../criteria/other-explanations.ts";

const criteria = join(import.meta.dirname, "..", "criteria");

/** The exports of the modules that are loaded so (next.config.ts), by file. */
const exported: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "core.ts": { definitions },
  "finding-definitions.ts": { findingDefinitions },
  "names.ts": { names },
  "other-explanations.ts": { otherExplanations },
};

/** What a loader may ask of the bundler that runs it. */
interface Loader {
  readonly resourcePath: string;
  addDependency(file: string): void;
}

export default function load(this: Loader): string {
  this.addDependency(import.meta.filename);
  for (const file of globSync("*.ts", { cwd: criteria })) this.addDependency(join(criteria, file));
  return asData(basename(this.resourcePath));
}

/** @throws RangeError when the file is none that is loaded as data. */
export function asData(file: string): string {
  const values = exported[file];
  if (!values) throw new RangeError(`criteria/${file} is not loaded as data`);
  return Object.entries(values)
    .map(([name, value]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});\n`)
    .join("");
}
