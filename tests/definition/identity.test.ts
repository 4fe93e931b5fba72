/** The hash of the definitions: another one for every change of what decides a result, and for nothing else. */
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { definitions as written } from "../../criteria/index.ts";
import { definitions } from "../../criteria/named.ts";
import type { NamedDefinitions } from "../../criteria/types.ts";
import { canonicalJson, decisive, definitionsHash, shortHash, versionWords } from "../../lib/definition/identity.ts";

type Path = readonly (string | number)[];

/** Keys under which words stand, whatever holds them. */
const WORDS = new Set([
  ...["label", "short", "title", "synonyms", "related", "alsoSaidOf", "otherAssays", "hint", "note", "why", "by"],
  // What a typed line is recognized by: it says what is offered, and decides no result.
  ...[
    "namesTest",
    "namesWider",
    "namesKind",
    "describedBy",
    "secondOf",
    "tellApart",
    "seenByClinician",
    "ofJoints",
    "leastMinutes",
    "beside",
    "besideDoubted",
    "markedTo",
  ],
  ...["otherCauses", "ownCause", "joints"],
  ...["recordNames", "message", "outcome", "year", "equivalentTest", "otherExplanations", "countsNowhere"],
]);

/** Whether a literal is words: by its key, a sentence of a set, or the heading under which a finding is asked. */
function isWords([first, second, third]: Path, path: Path): boolean {
  if (path.some((key) => WORDS.has(String(key)))) return true;
  if (first === "groups") return true;
  if (first === "sets" && third === "rule") return true;
  return first === "findings" && third === "group" && second !== undefined;
}

/** Every literal of a value, with its place. */
function literals(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, part]) =>
    literals(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function changed(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined)
    return typeof value === "number" ? value + 1 : typeof value === "boolean" ? !value : `${value}x`;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...(value as object) };
  Reflect.set(copy, key, changed(Reflect.get(copy, key), rest));
  return copy;
}

/** The same with every object's keys in reverse, and the sets too. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, reversed(part)]),
  );
}

const text = (of: unknown) => canonicalJson(decisive(of as NamedDefinitions));

describe("the hash of the definitions", () => {
  const all = literals(definitions);
  const before = text(definitions);

  test("is SHA-256 over the canonical JSON of what decides", async () => {
    const digest = createHash("sha256").update(before).digest("hex");
    expect(await definitionsHash(definitions)).toBe(`sha256:${digest}`);
  });

  test("is the same from the definitions with and without words, and whatever the order of the files", async () => {
    const own = await definitionsHash(definitions);
    expect(await definitionsHash(written)).toBe(own);
    const turned = reversed(definitions) as NamedDefinitions;
    expect(await definitionsHash({ ...turned, sets: turned.sets.toReversed() })).toBe(own);
  });

  test("changes with every number, id, unit, comparison and condition", () => {
    const clinical = all.filter((path) => !isWords(path, path));
    expect(clinical.length).toBeGreaterThan(1200);
    const unnoticed = clinical.filter((path) => text(changed(definitions, path)) === before);
    expect(unnoticed.map((path) => path.join("."))).toEqual([]);
  });

  test("does not change with words", () => {
    const words = all.filter((path) => isWords(path, path));
    expect(words.length).toBeGreaterThan(1000);
    const noticed = words.filter((path) => text(changed(definitions, path)) !== before);
    expect(noticed.map((path) => path.join("."))).toEqual([]);
  });

  test("changes when anything is renamed, added or taken out", () => {
    const { "malar-rash": malar, ...findings } = definitions.findings;
    const c3 = definitions.tests.c3;
    for (const other of [
      { ...definitions, findings },
      { ...definitions, findings: { ...definitions.findings, "malar-rash-2": malar } },
      { ...definitions, sets: definitions.sets.slice(1) },
      { ...definitions, implications: definitions.implications.slice(1) },
      { ...definitions, tests: { ...definitions.tests, c3: { ...c3, units: c3.units.slice(0, 1) } } },
    ]) {
      expect(text(other)).not.toBe(before);
    }
  });
});

test("in words, the version and enough of the hash to compare two by eye", () => {
  const identity = { version: "1.2.3", definitions: `sha256:0123456789abcdef${"0".repeat(48)}` };
  expect(shortHash(identity)).toBe("0123456789ab");
  expect(versionWords(identity)).toBe("1.2.3, definitions 0123456789ab");
});
