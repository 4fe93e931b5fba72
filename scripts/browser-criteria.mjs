/**
 * A loader: what the browser gets in place of criteria/without-examples.ts. It is the same data without what only the
 * reference pages print (sources, decisions, performance, definitions of criteria), which is a third of its size, as
 * one string that a browser parses faster than code. The server reads the module itself.
 */
import { globSync } from "node:fs";
import { join } from "node:path";

const criteria = join(import.meta.dirname, "..", "criteria");

/** Where a source was read and by whom it is to be checked. */
const provenance = new Set(["source", "checked", "toConfirm"]);

function withoutProvenance(value) {
  if (Array.isArray(value)) return value.map(withoutProvenance);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !provenance.has(key));
  return Object.fromEntries(kept.map(([key, part]) => [key, withoutProvenance(part)]));
}

/** The shape stays; what is printed on the reference pages only is empty. */
export function forBrowser(definitions) {
  const sets = definitions.sets.map((set) => ({
    ...set,
    purpose: "",
    notFor: [],
    citations: [],
    performance: [],
    decisions: [],
    mistakes: [],
    domains: set.domains.map((domain) => ({
      ...domain,
      criteria: domain.criteria.map(({ notes, ...criterion }) => ({ ...criterion, definition: "" })),
    })),
  }));
  return withoutProvenance({ ...definitions, sets, sources: {} });
}

export default async function load() {
  for (const file of globSync("*.ts", { cwd: criteria })) this.addDependency(join(criteria, file));
  const { definitions } = await import(join(criteria, "registry.ts"));
  const text = JSON.stringify(JSON.stringify(forBrowser(definitions)));
  return `export const definitions = JSON.parse(${text});\n`;
}
