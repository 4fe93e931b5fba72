/**
 * A loader: a module that is worked out in Node, such as scripts/identity.ts, as the constants that it comes to, for
 * whatever the bundler makes. What the browser gets is the same as what Node gets from the module.
 */
import { globSync } from "node:fs";
import { basename, join } from "node:path";

const root = join(import.meta.dirname, "..");

/** What these modules are worked out from. */
const sources = [
  ...[
    "package.json",
    "CHANGELOG.md",
    "criteria/*.ts",
    "scripts/*.ts",
    "tests/contract/cases.json",
    "docs/fuzz.json",
    "docs/load.json",
    "docs/mutation.json",
  ],
  "lib/{assess.ts,check/*.ts,definition/*.ts,explain/*.ts,record/*.ts,scoring/*.ts}",
];

/** What a loader may ask of the bundler that runs it. */
interface Loader {
  readonly resourcePath: string;
  addDependency(file: string): void;
}

/** Loaded when they are asked for: a bundler may not wait for a module of its own that waits. */
const modules: Readonly<Record<string, () => Promise<object>>> = {
  "identity.ts": () => import("./identity.ts"),
  "changelog.ts": () => import("./changelog.ts"),
  "traceability.ts": () => import("./traceability.ts"),
};

export default async function load(this: Loader): Promise<string> {
  for (const file of globSync(sources, { cwd: root })) this.addDependency(join(root, file));
  return moduleAsData(basename(this.resourcePath));
}

/** @throws RangeError when the file is none that is loaded as data. */
export async function moduleAsData(file: string): Promise<string> {
  const module = modules[file];
  if (!module) throw new RangeError(`scripts/${file} is not loaded as data`);
  return Object.entries(await module())
    .filter(([, value]) => typeof value !== "function")
    .map(([name, value]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});\n`)
    .join("");
}
