import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

/** One rule as it stands in a file: its selectors, and the properties that it sets by itself. */
interface Rule {
  readonly selectors: readonly string[];
  readonly properties: readonly string[];
}

const read = (path: string) => readFileSync(path, "utf8");
const sheets = globSync("app/**/*.css").map((path) => ({ path, rules: rulesOf(read(path)) }));
const modules = globSync("app/**/*.{ts,tsx}").map((path) => ({ path, text: read(path) }));

/** The rules of a sheet in their order, those inside of layers and media too. A nested rule is its own, without parent. */
function rulesOf(css: string): Rule[] {
  const found: Rule[] = [];
  const open: { selectors: string[]; properties: string[] }[] = [];
  for (const [, part = "", end] of css.replaceAll(/\/\*[\s\S]*?\*\//g, "").matchAll(/([^{};]*)([{};])/g)) {
    const head = part.trim();
    if (end === "{") {
      const rule = { selectors: head.startsWith("@") ? [] : selectorsOf(head), properties: [] };
      open.push(rule);
      if (rule.selectors.length > 0) found.push(rule);
      continue;
    }
    const [property] = head.split(":");
    if (property && !head.startsWith("@")) open.at(-1)?.properties.push(property);
    if (end === "}") open.pop();
  }
  return found;
}

/** Splits at the commas that stand outside of brackets. */
function selectorsOf(head: string): string[] {
  return head.split(/,(?![^(]*\))/).map((selector) => selector.trim());
}

const classesOf = (selector: string): string[] =>
  [...selector.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = ""]) => name);

/** Where each class is at home: in the files that have a rule that begins with it. */
function homesOf(all: readonly { path: string; rules: readonly Rule[] }[]): ReadonlyMap<string, readonly string[]> {
  const homes = new Map<string, string[]>();
  for (const { path, rules } of all) {
    for (const selector of rules.flatMap(({ selectors }) => selectors)) {
      const [first] = classesOf(selector);
      if (selector.includes("&") || first === undefined) continue;
      const known = homes.get(first) ?? [];
      if (!known.includes(path)) homes.set(first, [...known, path]);
    }
  }
  return homes;
}

/** What stands in `className`, one entry for each string; in a name that is put together a star stands for the value. */
function classLists(text: string): string[][] {
  const attributes = text.matchAll(/className=(?:("[^"]*")|\{((?:[^{}]|\{[^{}]*\})*)\})/g);
  return [...attributes].flatMap(([, plain, computed = ""]) =>
    [...(plain ?? computed).matchAll(/"([^"]*)"|`([^`]*)`/g)].map(([, quoted, template = ""]) =>
      (quoted ?? template.replaceAll(/\$\{[^}]*\}/g, "*")).split(/\s+/).filter(Boolean),
    ),
  );
}

const lists = modules.flatMap(({ text }) => classLists(text));

/** Whether an element can have the class: it is written out, or its end is a word that the sources hold. */
function isUsed(name: string, used: ReadonlySet<string>, words: ReadonlySet<string>): boolean {
  if (used.has(name)) return true;
  return [...used].some((one) => one.endsWith("-*") && isEnd(name, one.slice(0, -1), words));
}

const isEnd = (name: string, start: string, words: ReadonlySet<string>): boolean =>
  name.startsWith(start) && words.has(name.slice(start.length));

/** Properties that two classes of one element both set with the weight of one class. */
function ties(first: string, second: string): readonly string[] {
  const set = (name: string) =>
    sheets.flatMap(({ rules }) =>
      rules.filter(({ selectors }) => selectors.includes(`.${name}`)).flatMap(({ properties }) => properties),
    );
  const others = set(second);
  return set(first).filter((property) => others.includes(property));
}

/** What a module of `app/` imports from beside it: at once, or at any time. */
function importsOf({ path, text }: { path: string; text: string }, late: boolean): string[] {
  const at = late ? /(?:from|import|import\()\s*"(\.[^"]+)"/g : /(?:from|import)\s*"(\.[^"]+)"/g;
  return [...text.matchAll(at)].map(([, to = ""]) => join(dirname(path), to));
}

const atOnce = new Map(modules.map((module) => [module.path, importsOf(module, false)]));
const everImported = new Map(modules.map((module) => [module.path, importsOf(module, true)]));

function brings(path: string, sheet: string, seen = new Set<string>()): boolean {
  if (path === sheet) return true;
  if (seen.has(path)) return false;
  seen.add(path);
  return (atOnce.get(path) ?? []).some((next) => brings(next, sheet, seen));
}

/** Whether the sheet is there whenever the module is: it, a layout around it, or all that import it bring the sheet. */
function isStyledBy(path: string, sheet: string, seen: readonly string[] = []): boolean {
  const layouts = modules.filter((one) => basename(one.path) === "layout.tsx" && path.startsWith(dirname(one.path)));
  if ([path, ...layouts.map((layout) => layout.path)].some((one) => brings(one, sheet))) return true;
  const importers = modules.map((module) => module.path).filter((from) => everImported.get(from)?.includes(path));
  const others = importers.filter((from) => !seen.includes(from));
  return importers.length > 0 && others.every((from) => isStyledBy(from, sheet, [...seen, path]));
}

describe("the styles", () => {
  test("no class is there that no element has", () => {
    const used = new Set(lists.flat());
    const sources = [...modules.map(({ text }) => text), ...globSync("{lib,criteria}/**/*.ts").map(read)];
    const words = new Set(
      sources.flatMap((text) => [...text.matchAll(/"([a-z][a-z-]*)"/g)].map(([, word = ""]) => word)),
    );
    const names = new Set(
      sheets.flatMap(({ rules }) => rules.flatMap(({ selectors }) => selectors.flatMap(classesOf))),
    );
    expect(names.size).toBeGreaterThan(100);
    expect([...names].filter((name) => !isUsed(name, used, words))).toEqual([]);
  });

  test("no class is at home in two files", () => {
    expect([...homesOf(sheets)].filter(([, files]) => files.length > 1)).toEqual([]);
  });

  test("a file of styles is imported by a part beside it, and is no CSS module", () => {
    const lost = sheets.filter(({ path }) => {
      const line = `import "./${basename(path)}";`;
      return !modules.some((module) => dirname(module.path) === dirname(path) && module.text.includes(line));
    });
    expect(lost.map(({ path }) => path)).toEqual([]);
    expect(globSync("app/**/*.module.css")).toEqual([]);
  });

  test("a part is never there without the styles of its classes", () => {
    const homes = homesOf(sheets);
    const without = modules.flatMap(({ path, text }) => {
      const files = new Set(classLists(text).flatMap((list) => list.flatMap((name) => homes.get(name) ?? [])));
      return [...files]
        .filter((file) => file !== "app/globals.css" && !isStyledBy(path, file))
        .map((file) => [path, file]);
    });
    expect(without).toEqual([]);
  });

  test("every rule with a class is in the layer of the components", () => {
    const outside = sheets.filter(({ path }) => {
      const [before = ""] = read(path).split("@layer components {");
      return rulesOf(before).some(({ selectors }) => selectors.some((selector) => classesOf(selector).length > 0));
    });
    expect(outside.map(({ path }) => path)).toEqual([]);
  });

  test("what an element looks like does not depend on which file is loaded first", () => {
    const homes = homesOf(sheets);
    const spelled = (name: string) =>
      name.endsWith("-*") ? [...homes.keys()].filter((known) => known.startsWith(name.slice(0, -1))) : [name];
    const elements = lists.map((list) => list.flatMap(spelled));
    const pairs = elements.flatMap((list) =>
      list.flatMap((first, place) => list.slice(place + 1).map((second) => [first, second] as const)),
    );
    const apart = pairs.filter(([first, second]) => {
      const [one, other] = [homes.get(first)?.[0], homes.get(second)?.[0]];
      return one !== undefined && other !== undefined && one !== other && ties(first, second).length > 0;
    });
    expect(apart).toEqual([]);
  });
});
