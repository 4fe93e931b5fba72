/** A loader: scripts/identity.ts as the one constant that it comes to, for whatever the bundler makes. */
import { globSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** What a loader may ask of the bundler that runs it. */
interface Loader {
  addDependency(file: string): void;
}

export default async function load(this: Loader): Promise<string> {
  for (const file of globSync(["package.json", "criteria/*.ts", "lib/definition/identity.ts"], { cwd: root })) {
    this.addDependency(join(root, file));
  }
  return identityAsData();
}

/** Loaded when it is asked for: a bundler may not wait for a module of its own that waits. */
export async function identityAsData(): Promise<string> {
  const { identity } = await import("./identity.ts");
  return `export const identity = ${JSON.stringify(identity)};\n`;
}
