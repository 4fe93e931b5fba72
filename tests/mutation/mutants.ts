/**
 * Every literal of criteria/ that can decide a result, changed in every way that a slip of the hand would: numbers up
 * and down by their last digit, comparisons, kinds and ids for others, flags and members left out. Words, sources and
 * names by which something is found are no part of it.
 */
import { acr1997 } from "../../criteria/acr-1997.ts";
import { eularAcr2019 } from "../../criteria/eular-acr-2019.ts";
import { findings } from "../../criteria/findings.ts";
import { sets } from "../../criteria/registry.ts";
import { assumptions, implications, otherForms } from "../../criteria/relations.ts";
import { slerpi } from "../../criteria/slerpi.ts";
import { slicc2012 } from "../../criteria/slicc-2012.ts";
import { tests } from "../../criteria/tests.ts";
import { CAUSES } from "../../lib/record/causes.ts";
import type { Change } from "./harness.ts";

export interface Mutant {
  /** Its place and what is done there, such as `findings.fever.decidedBy.0.value: 38.3 to 38.4`. */
  readonly id: string;
  readonly change: Change;
}

/** The modules that hold literals, with what they export. */
const LITERALS: readonly (readonly [file: string, name: string, value: unknown])[] = [
  ["criteria/findings.ts", "findings", findings],
  ["criteria/tests.ts", "tests", tests],
  ["criteria/relations.ts", "implications", implications],
  ["criteria/relations.ts", "assumptions", assumptions],
  ["criteria/relations.ts", "otherForms", otherForms],
  ["criteria/eular-acr-2019.ts", "eularAcr2019", eularAcr2019],
  ["criteria/slicc-2012.ts", "slicc2012", slicc2012],
  ["criteria/acr-1997.ts", "acr1997", acr1997],
  ["criteria/slerpi.ts", "slerpi", slerpi],
];

/** Keys under which words, names and provenance stand. */
const WORDS = new Set([
  ...["label", "short", "title", "definition", "details", "hint", "note", "notes", "why", "by", "message", "rule"],
  ...[
    "synonyms",
    "describedBy",
    "secondOf",
    "namesTest",
    "namesWider",
    "namesKind",
    "seenByClinician",
    "ofJoints",
    "leastMinutes",
    "tellApart",
    "related",
    "recordNames",
  ],
  ...["alsoSaidOf", "otherAssays", "beside", "besideDoubted", "equivalentTest", "countsNowhere", "otherExplanations"],
  ...["otherCodes", "source", "checked", "toConfirm", "perUnitSource", "citations", "performance", "remarks"],
  ...["decisions", "mistakes", "purpose", "notFor", "notItems", "outcome", "summary", "year", "group"],
]);

type Path = readonly (string | number)[];

const FINDINGS = Object.keys(findings);
const TESTS = Object.keys(tests);
const KINDS: Readonly<Record<string, string>> = {
  present: "recorded",
  recorded: "present",
  all: "any",
  any: "all",
  scoreAtLeast: "scoreAbove",
  scoreAbove: "scoreAtLeast",
  allOf: "anyOf",
  anyOf: "allOf",
};
const OTHER: Readonly<Record<string, readonly string[]>> = {
  is: ["<", ">", ">="],
  status: ["present", "absent"],
  group: ["clinical", "immunologic"],
  limit: ["low", "high", "p99"],
  system: ["loinc", "snomed", "hpo", "icd10"],
};

/** The next of a list, in a circle. */
const following = (value: string, of: readonly string[]) => of[(of.indexOf(value) + 1) % of.length] ?? value;

/** What a string is changed into, by the key under which it stands. */
function otherStrings(key: string | undefined, value: string): readonly string[] {
  if (key === undefined) return [];
  if (key === "is") return (OTHER["is"] ?? []).filter((one) => one !== value);
  if (OTHER[key]) return [following(value, OTHER[key])];
  if (key === "kind") return KINDS[value] ? [KINDS[value]] : [];
  if (key === "finding" || key === "from" || key === "to") return [following(value, FINDINGS)];
  if (key === "test") return [following(value, TESTS)];
  if (key === "unit") return [value === "points" ? "criteria" : value === "criteria" ? "points" : `${value}x`];
  if (key === "excludes") return [];
  return [`${value}x`];
}

/** A number's neighbors by its last digit. */
function otherNumbers(value: number): readonly number[] {
  const decimals = (String(value).split(".")[1] ?? "").length;
  const step = 10 ** -decimals;
  return [value + step, value - step].map((one) => Number(one.toFixed(decimals)));
}

/** Domains and conditions of criteria are in a group of their own, findings under the heading where they are asked. */
const isDomainGroup = (path: Path) => path.at(-1) === "group" && (path.includes("domains") || path.includes("of"));

function* changesOf(value: unknown, path: Path): Generator<{ readonly path: Path; readonly to: unknown }> {
  const last = path.at(-1);
  const key = typeof last === "string" ? last : undefined;
  if (key !== undefined && WORDS.has(key) && !isDomainGroup(path)) return;
  if (typeof value === "number") {
    for (const to of otherNumbers(value)) yield { path, to };
  } else if (value === true) {
    yield { path, to: undefined };
  } else if (value === false) {
    yield { path, to: true };
  } else if (typeof value === "string") {
    const inExcludes = path.includes("excludes");
    for (const to of inExcludes
      ? value === "any"
        ? [[], ["drug"]]
        : [following(value, CAUSES)]
      : otherStrings(key, value))
      yield { path, to };
  } else if (typeof value === "object" && value !== null) {
    for (const [name, part] of Object.entries(value)) {
      const inner = [...path, Array.isArray(value) ? Number(name) : name];
      if (canBeLeftOut(part, inner, value)) yield { path: inner, to: undefined };
      yield* changesOf(part, inner);
    }
  }
}

/** Members of lists, what is optional, and what an object lists by key; never what the grammar asks for. */
function canBeLeftOut(part: unknown, path: Path, of: object): boolean {
  const key = path.at(-1);
  if (typeof key === "string" && WORDS.has(key)) return false;
  // A range has two ends, and a fraction two parts.
  if (Array.isArray(of)) return typeof part !== "number" && (of.length > 1 || path.includes("decidedBy"));
  if (path.includes("excludes")) return path.at(-2) === "excludes";
  return OPTIONAL.has(String(key)) && part !== true;
}

const OPTIONAL = new Set([
  ...["decidedBy", "codes", "occasions", "methods", "notMethods", "perUnit", "times", "plus", "usual", "limits"],
  ...["believable", "believableIn", "entry", "method"],
]);

const place = (path: Path) => path.map((key) => `[${JSON.stringify(key)}]`).join("");

/** The statement that makes the change, after the literal. */
function statement(name: string, path: Path, to: unknown): string {
  const key = path.at(-1);
  const holder = `${name}${place(path.slice(0, -1))}`;
  if (to !== undefined) return `${holder}[${JSON.stringify(key)}] = ${JSON.stringify(to)};`;
  return typeof key === "number" ? `${holder}.splice(${key}, 1);` : `delete ${holder}[${JSON.stringify(key)}];`;
}

const shown = (value: unknown) => {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((part, key) => (part as Record<string | number, unknown>)[key], value);

/** All of them, always in the same order. */
export const mutants: readonly Mutant[] = LITERALS.flatMap(([file, name, value]) =>
  [...changesOf(value, [])].map(({ path, to }): Mutant => {
    const from = at(value, path);
    const says = to === undefined ? `without ${shown(from)}` : `${shown(from)} to ${shown(to)}`;
    const code = statement(name, path, to);
    return {
      id: `${name}.${path.join(".")}: ${says}`,
      change: { file, change: (source) => `${source}\n${code}\n` },
    };
  }),
);

/** The sets of which there are literals here: a further one is mutated only when it is named above. */
export const mutatedSets: readonly string[] = LITERALS.flatMap(([, , value]) =>
  sets.filter((set) => set === value).map(({ id }) => id),
);
