/**
 * Imports flow one way: criteria -> lib -> app, and within lib from the definitions up to what shows results. Reads
 * every source file and says which import breaks the tables below. A type import leaves nothing behind at run time, so
 * it is judged apart from a value import, but for the order of lib's folders: there, a type ties as a value does.
 */
import { globSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { parseSync, Visitor } from "oxc-parser";

/** One import as written, with what it resolves to: a path in the project, `node:x`, or a package's name. */
interface Import {
  readonly from: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

interface Rule {
  /** Which files the rule speaks for. The first rule that matches a file is the only one. */
  readonly files: RegExp;
  readonly says: string;
  readonly allows: (edge: Import) => boolean;
}

/** A folder of lib, or a file beside them. */
interface Part {
  readonly name: string;
  readonly holds: string;
  /** The other parts that it may import: those above it in the table alone, so that no circle can be written down. */
  readonly imports: readonly string[];
}

const BELOW_ASSESS = ["definition", "record", "scoring", "explain"] as const;
const RESULT = [...BELOW_ASSESS, "assess.ts"] as const;

/** The parts of lib, the lowest first. The README prints this table; tests/scripts/import-rule.test.ts holds the two equal. */
export const partsOfLib: readonly Part[] = [
  { name: "silence.ts", holds: "a console that prints nothing", imports: [] },
  { name: "definition", holds: "what the definitions say: conditions, implications, words, places", imports: [] },
  { name: "record", holds: "one patient's record: reading, units, days, titers, facts", imports: ["definition"] },
  { name: "scoring", holds: "what a set makes of the facts", imports: ["definition", "record"] },
  { name: "explain", holds: "a result in words", imports: ["definition", "record", "scoring"] },
  { name: "assess.ts", holds: "record in, result out", imports: BELOW_ASSESS },
  {
    name: "reading",
    holds: "what a clinical text says, and the review of proposals",
    imports: ["definition", "record"],
  },
  { name: "fhir", holds: "Questionnaires, imports and cards", imports: [...RESULT, "reading", "silence.ts"] },
  { name: "find", holds: "what a typed text means", imports: RESULT },
  { name: "share", holds: "links and files", imports: RESULT },
  { name: "cohort", holds: "files of many patients, scored 32 at a time", imports: RESULT },
  {
    name: "sql",
    holds: "one query over a cohort, made from the definitions",
    imports: ["definition", "record", "scoring", "cohort"],
  },
  { name: "store", holds: "what a device keeps", imports: RESULT },
  { name: "practice", holds: "cases, replies and their marks", imports: [...RESULT, "store"] },
  {
    name: "rounds",
    holds: "a teaching round: phases, votes, what each person sees",
    imports: [...RESULT, "practice"],
  },
  { name: "api", holds: "the HTTP interface without HTTP", imports: [...RESULT, "rounds"] },
  { name: "trust", holds: "what a reviewer asks of the app: intended use, hazards, threats", imports: [] },
  {
    name: "check",
    holds: "what is wrong with definitions and cases: tests and CI read it, the app never",
    imports: [...RESULT, "practice"],
  },
];

/** The table of lib's parts as the README prints it. */
export function partsTable(): string {
  const rows = partsOfLib.map(
    ({ name, holds, imports }) =>
      `| \`${name}\` | ${holds} | ${imports.map((other) => `\`${other}\``).join(", ") || "nothing"} |`,
  );
  return ["| part of `lib/` | holds | imports, besides itself |", "| --- | --- | --- |", ...rows].join("\n");
}

const partOf = (path: string): string | undefined => /^lib\/([^/]+)/.exec(path)?.[1];

/** What is wrong with the place of a file of lib and with its imports from other parts of lib. */
function againstTheOrder(path: string, edges: readonly Import[]): string[] {
  const own = partOf(path);
  if (own === undefined) return [];
  const part = partsOfLib.find(({ name }) => name === own);
  if (!part) return [`${path}: lib/${own} has no place among the parts of lib`];
  const allowed = part.imports.map((name) => `lib/${name}`).join(", ") || "nothing else of lib";
  return edges
    .filter(({ target }) => ![undefined, own, ...part.imports].includes(partOf(target)))
    .map(({ target }) => `${path}: import of ${target}: lib/${own} imports only ${allowed}`);
}

const isOneOf = (target: string, ...patterns: RegExp[]): boolean => patterns.some((pattern) => pattern.test(target));

/** The route that a file of app/ belongs to: its folder, up to the first private `_` folder. */
function routeOf(path: string): string {
  const folders = posix.dirname(path).split("/");
  const privateAt = folders.findIndex((folder) => folder.startsWith("_"));
  return folders.slice(0, privateAt === -1 ? undefined : privateAt).join("/");
}

function isOwnRouteOrSharedPart({ from, target }: Import): boolean {
  if (!target.startsWith("app/")) return false;
  const own = routeOf(from);
  const other = routeOf(target);
  return other === own || (target.includes("/_") && own.startsWith(`${other}/`));
}

const isGrammar = (target: string): boolean => isOneOf(target, /^criteria\/(practice\/)?types\.ts$/);

/** What practice is made of is read by practice and by its lint alone. */
const isPracticeGrammar = (target: string): boolean => target === "criteria/practice/types.ts";

const isPackage = (target: string): boolean => !target.includes(":") && !isProjectPath(target);

function isProjectPath(target: string): boolean {
  return (
    /^(app|criteria|lib|pages|scripts|tests|public|\.\.)\//.test(target) ||
    /^[^@/][^/]*\.(ts|tsx|mjs|json|css)$/.test(target)
  );
}

const rules: readonly Rule[] = [
  {
    files: /^criteria\/(index|registry|core|named|names|finding-definitions|other-explanations)\.ts$/,
    says: "the registry imports only its siblings",
    allows: ({ target }) => isOneOf(target, /^criteria\/[^/]+\.ts$/),
  },
  {
    files: /^criteria\/practice\/index\.ts$/,
    says: "the register of practice imports only its siblings",
    allows: ({ target }) => isOneOf(target, /^criteria\/practice\//),
  },
  {
    files: /^criteria\/types\.ts$/,
    says: "the grammar imports only types, from findings, tests and sources",
    allows: ({ target, typeOnly }) => typeOnly && isOneOf(target, /^criteria\/(findings|tests|sources)\.ts$/),
  },
  {
    files: /^criteria\//,
    says: "criteria are data: they import only types, from the two types.ts",
    allows: ({ target, typeOnly }) => typeOnly && isGrammar(target),
  },
  {
    files: /^lib\/scoring\//,
    says: "scoring imports only lib and types of criteria, and knows no package and no schema",
    allows: ({ target, typeOnly }) =>
      (isOneOf(target, /^lib\//) && !isOneOf(target, /^lib\/record\/schema\.ts$/)) ||
      (typeOnly && target === "criteria/types.ts"),
  },
  {
    files: /^lib\//,
    says: "lib is pure: it imports only lib, types from criteria/types.ts (practice, rounds and check also from criteria/practice/types.ts), and packages that are neither React nor Node",
    allows: ({ from, target, typeOnly }) =>
      isOneOf(target, /^lib\//) ||
      (typeOnly &&
        isGrammar(target) &&
        (!isPracticeGrammar(target) || isOneOf(from, /^lib\/(practice|rounds|check)\//))) ||
      (isPackage(target) && !isOneOf(target, /^(react|next)(-|\/|$)/, /^@tanstack\//)),
  },
  {
    files: /^app\//,
    says: "a page imports only lib without lib/check, criteria/index.ts, or what the browser loads by itself (core.ts, named.ts, finding-definitions.ts, other-explanations.ts, context.ts, tests-not-read.ts, in-texts.ts), scripts/identity.ts, scripts/changelog.ts and scripts/traceability.ts, types of criteria/types.ts, its own route, shared _ folders and packages; what runs on the server alone, under app/api and in a route.ts, Node as well",
    allows: (edge) =>
      (isOneOf(edge.from, /^app\/api\//, /\/route\.ts$/) && isOneOf(edge.target, /^node:/)) ||
      isOneOf(
        edge.target,
        /^lib\/(?!check\/)/,
        /^criteria\/((practice\/)?index|core|named|finding-definitions|other-explanations|context|tests-not-read|in-texts)\.ts$/,
        /^package\.json$/,
        /^scripts\/(identity|changelog|traceability)\.ts$/,
      ) ||
      (edge.typeOnly && isGrammar(edge.target)) ||
      isPackage(edge.target) ||
      isOwnRouteOrSharedPart(edge),
  },
  {
    files: /^pages\//,
    says: "the page of phones is thin: it imports only what is made for it under app/rounds, the design, and packages",
    allows: ({ target }) =>
      isOneOf(target, /^app\/rounds\/_phone\//, /^app\/globals\.css$/, /^lib\/explain\/statement\.ts$/) ||
      isPackage(target),
  },
  {
    files: /^tests\/oracles\/(?!.*\.test\.ts$)/,
    says: "an oracle is a second reading of a paper: it imports nothing but other oracles",
    allows: ({ target }) => isOneOf(target, /^tests\/oracles\//),
  },
  { files: /^tests\//, says: "tests import everything", allows: () => true },
  {
    files: /^scripts\//,
    says: "scripts are thin: they import lib, the registers of criteria and of practice, what the browser loads of criteria, package.json, each other, Node and packages",
    allows: ({ target }) =>
      isOneOf(
        target,
        /^(lib|scripts)\//,
        /^criteria\/(index|practice\/index|core|names|named|finding-definitions|other-explanations)\.ts$/,
        /^package\.json$/,
        /^node:/,
      ) || isPackage(target),
  },
];

function resolve(from: string, specifier: string): string {
  return specifier.startsWith(".") ? posix.join(posix.dirname(from), specifier) : specifier;
}

/** Every import of a file, whichever way it is written. */
function importsOf(path: string, source: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: unknown, typeOnly: boolean): void => {
    // What is not a plain string cannot be judged, so it may name anything.
    const target = typeof specifier === "string" ? resolve(path, specifier) : "../unknown";
    found.push({ from: path, target, typeOnly });
  };
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  new Visitor({
    ImportDeclaration: (node) => add(node.source.value, node.importKind === "type"),
    ExportNamedDeclaration: (node) => node.source && add(node.source.value, node.exportKind === "type"),
    ExportAllDeclaration: (node) => add(node.source.value, node.exportKind === "type"),
    ImportExpression: (node) => add(node.source.type === "Literal" ? node.source.value : undefined, false),
    TSImportType: (node) => add(node.source.value, true),
  }).visit(program);
  return found;
}

/** The packages that running a file loads, directly or through the project's own files. */
function packagesBehind(start: string, imports: ReadonlyMap<string, readonly Import[]>): string[] {
  const seen = new Set([start]);
  // A set is visited in the order in which it grows, so this walks everything reachable.
  for (const path of seen) {
    for (const { target, typeOnly } of imports.get(path) ?? []) if (!typeOnly) seen.add(target);
  }
  return [...seen].filter(isPackage);
}

/** What is wrong with the imports of these files, one sentence for each. Keys are paths from the project's root. */
export function violations(files: ReadonlyMap<string, string>): string[] {
  const imports = new Map([...files].map(([path, source]) => [path, importsOf(path, source)]));
  const wrongWay = [...imports].flatMap(([path, edges]) => {
    const rule = rules.find(({ files: pattern }) => pattern.test(path));
    if (!rule) return [`${path}: no import rule covers this file`];
    return edges
      .filter((edge) => !rule.allows(edge))
      .map(({ target, typeOnly }) => `${path}: ${typeOnly ? "type " : ""}import of ${target}: ${rule.says}`);
  });
  const againstOrder = [...imports].flatMap(([path, edges]) => againstTheOrder(path, edges));
  const loadsPackages = [...imports.keys()]
    .filter((path) => path.startsWith("lib/scoring/"))
    .flatMap((path) =>
      packagesBehind(path, imports).map((name) => `${path}: loads ${name}, directly or through another file`),
    );
  return [...wrongWay, ...againstOrder, ...loadsPackages];
}

if (import.meta.main) {
  const root = join(import.meta.dirname, "..");
  const paths = globSync("{app,criteria,lib,pages,scripts,tests}/**/*.{ts,tsx,mjs}", { cwd: root }).sort();
  const found = violations(
    new Map(paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(root, path), "utf8")])),
  );
  for (const violation of found) console.error(violation);
  console.log(`${paths.length} files read, ${found.length} imports run the wrong way`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
