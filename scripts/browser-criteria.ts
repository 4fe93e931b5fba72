/**
 * A loader: what the browser gets in place of criteria/without-examples.ts. It is the same data without what only the
 * reference pages print (sources, decisions, performance, definitions of criteria), which is a third of its size, as
 * one string that a browser parses faster than code. What findings are in words comes by itself, in place of
 * criteria/finding-definitions.ts, when somebody asks. The server reads the modules themselves.
 */
import { globSync } from "node:fs";
import { join } from "node:path";
import { definitions } from "../criteria/index.ts";

type Definitions = typeof definitions;
type FindingId = keyof Definitions["findings"];
type Finding = Definitions["findings"][FindingId];

const criteria = join(import.meta.dirname, "..", "criteria");

/** Where a source was read and by whom it is to be checked. */
const provenance: ReadonlySet<string> = new Set(["source", "checked", "toConfirm"]);

function withoutProvenance(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProvenance);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !provenance.has(key));
  return Object.fromEntries(kept.map(([key, part]) => [key, withoutProvenance(part)]));
}

/** The shape stays; what is printed on the reference pages only is empty. */
export function forBrowser(all: Definitions): Definitions {
  const sets = all.sets.map((set) => ({
    ...set,
    purpose: "",
    notFor: [],
    citations: [],
    performance: [],
    decisions: [],
    mistakes: [],
    notItems: {},
    attribution: { ...set.attribution, summary: "" },
    ...(set.entry && { entry: { ...set.entry, definition: "" } }),
    domains: set.domains.map((domain) => ({
      ...domain,
      criteria: domain.criteria.map(({ notes: _, ...criterion }) => ({ ...criterion, definition: "" })),
    })),
  }));
  const findings = mapFindings(all, ({ details: _, ...finding }) => ({ ...finding, definition: "" }));
  return withoutProvenance({ ...all, sets, findings, sources: {}, examples: [] }) as Definitions;
}

/** What the browser gets when a definition is opened. */
export function inWords(all: Definitions): Record<FindingId, Pick<Finding, "definition" | "details">> {
  return mapFindings(all, ({ definition, details }) => ({ definition, ...(details && { details }) }));
}

function mapFindings<Part>({ findings }: Definitions, part: (finding: Finding) => Part): Record<FindingId, Part> {
  const parts = Object.entries<Finding>(findings).map(([id, finding]) => [id, part(finding)]);
  return Object.fromEntries(parts) as Record<FindingId, Part>;
}

/** What a loader may ask of the bundler that runs it. */
interface Loader {
  readonly resourcePath: string;
  addDependency(file: string): void;
}

export default function load(this: Loader): string {
  this.addDependency(import.meta.filename);
  for (const file of globSync("*.ts", { cwd: criteria })) this.addDependency(join(criteria, file));
  return this.resourcePath.endsWith("finding-definitions.ts")
    ? asModule("findingDefinitions", inWords(definitions))
    : asModule("definitions", forBrowser(definitions));
}

function asModule(name: string, data: unknown): string {
  return `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(data))});\n`;
}
