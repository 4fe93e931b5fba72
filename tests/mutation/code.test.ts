/**
 * What mutates the code (code/mutate.ts), and a few of its mutants of which a quick test is known that notices: it still
 * does. Which ones turns with the changelog. All of them: npm run bench -- mutation code
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import again from "./code/again.json" with { type: "json" };
import { judgeCode } from "./code/judge-code.ts";
import { edited, mutantsOf } from "./code/mutate.ts";
import { marked, partsAt } from "./code/reach.ts";
import type { FileReach, Judgment } from "./code/session.ts";
import { SURVIVORS } from "./code/survivors.ts";
import { everyMutantOf, sourceOf, targets } from "./code/targets.ts";

describe("the mutator", () => {
  const results = (source: string) => mutantsOf("a.ts", source).map(({ edit }) => edited(source, edit));

  test.each([
    ["const a = b < c;", ["const a = b <= c;"]],
    ["const a = b >= c;", ["const a = b > c;"]],
    ["const a = b === c;", ["const a = b !== c;"]],
    ['const a = b === "c";', ['const a = b !== "c";', 'const a = b === "c?";']],
    ["const a = b && c;", ["const a = b || c;"]],
    ["const a = b ?? c;", ["const a = b;"]],
    ["const a = !b;", ["const a = b;"]],
    ["const a = b + c;", ["const a = b - c;"]],
    ["const a = `b` + c;", []],
    ["const a = 38.3;", ["const a = 38.4;", "const a = 38.2;"]],
    ["const a = { 1: b };", []],
    ["const a = true;", ["const a = false;"]],
    ["const a = b.some(c);", ["const a = b.every(c);"]],
    ["const a = b.filter(c).length;", ["const a = b.length;"]],
    ["const a = b ? c : d;", ["const a = b ? d : c;"]],
    ["const a = [b, ...c];", ["const a = [...c];", "const a = [b];"]],
    ["const a = { ...b, c };", ["const a = { ...{}, c };"]],
    ["function a() { if (b) return c; d(); }", ["function a() { {} d(); }", "function a() { if (b) return c; {} }"]],
    ["if (b) c; else d;", ["if (!(b)) c; else d;"]],
    ['const a = b as "c" | 1;', []],
    ['import a from "b";', []],
    ["for (let a = b; c; a += 1) d;", []],
  ])("%s", (source, expected) => {
    const found = results(source);
    for (const one of expected) expect(found).toContain(one);
    if (expected.length === 0) expect(found).toEqual([]);
  });

  test("names each after its place, those that look alike by number", () => {
    expect(mutantsOf("a.ts", "function b(c: number) { return c > 2 && c > 2; }").map(({ id }) => id)).toEqual([
      "a.ts b: c > 2 && c > 2 to c >= 2 && c > 2",
      "a.ts b: c > 2 && c > 2 to c > 3 && c > 2",
      "a.ts b: c > 2 && c > 2 to c > 1 && c > 2",
      "a.ts b: c > 2 && c > 2 to c > 2 || c > 2",
      "a.ts b: c > 2 && c > 2 to c > 2 && c >= 2",
      "a.ts b: c > 2 && c > 2 to c > 2 && c > 3",
      "a.ts b: c > 2 && c > 2 to c > 2 && c > 1",
    ]);
  });

  test("knows the part of a place, and says when it runs", () => {
    const source = "const a = (b) => (b ? 1 : 2); function c() { if (d) e(); }";
    expect(partsAt("a.ts", source, [0, 18, 22, 26, 44, 52])).toEqual([0, 1, 2, 3, 4, 5]);
    const reached: unknown[] = [];
    Object.assign(globalThis, { reached: (_: string, part: number) => reached.push(part) });
    expect(new Function(`${marked("a.ts", source)} return a(0);`)()).toBe(2);
    expect(reached).toEqual([0, 1, 3]);
  });
});

const changelog = readFileSync(new URL("../../CHANGELOG.md", import.meta.url));
const turn = createHash("sha256").update(changelog).digest().readUInt32BE();
const AT_ONCE = 5;

test("a few of the mutants that a quick test noticed are noticed by it again", async () => {
  const every = new Map(targets.flatMap(everyMutantOf).map((one) => [one.id, one]));
  // Code that is written anew has others: the next whole run finds them.
  const still = again.filter(({ id }) => every.has(id));
  expect(still.length).toBeGreaterThan(again.length / 4);
  const from = turn % still.length;
  const chosen = [...still, ...still].slice(from, from + AT_ONCE);
  const mutants = chosen.flatMap(({ id }) => every.get(id) ?? []);
  const reach = chosen.map(({ id, file, test: name }): FileReach => {
    const mutant = every.get(id);
    const [part = 0] = mutant ? partsAt(mutant.file, sourceOf(mutant.file), [mutant.edit.start]) : [];
    const tests = [{ name, ms: 1000, parts: { [mutant?.file ?? ""]: [part] } }];
    return { file, loadMs: 10_000, parts: {}, tests };
  });
  const judged: Judgment[] = [];
  await judgeCode(mutants, reach, (one) => judged.push(one));
  expect(judged).toHaveLength(AT_ONCE);
  expect(judged.filter(({ noticed }) => !noticed).map(({ id }) => id)).toEqual([]);
}, 600_000);

test("each reason why no test has to notice a mutant says why", () => {
  for (const [id, { reason }] of Object.entries(SURVIVORS)) expect(reason.length, id).toBeGreaterThan(20);
});
