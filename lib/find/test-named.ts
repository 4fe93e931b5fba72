import type { Finding, NamedDefinitions, NamedLabTest, TestId, TestNotRead } from "../../criteria/types.ts";
import { COMPARING } from "../record/typed-number.ts";
import { methodWords } from "./beside.ts";
import { type Nameable, type NameKind, namesOf, type Target } from "./names.ts";
import { slipsForgiven, squeezed } from "./words.ts";

/** What is named in front of a value. */
export type BeforeValue =
  | {
      readonly kind: "tests";
      readonly tests: readonly TestId[];
      readonly name: string;
      /** What follows the name. */
      readonly rest: string;
      /**
       * `test`: the name is a test's. `finding`: it is that of findings that these tests decide, and of no other.
       * `unsure`: it is misspelled, half-typed, or also that of a finding that no test decides.
       */
      readonly as: "test" | "finding" | "unsure";
      /** The value stands before the name. */
      readonly valueFirst?: true;
      /** The name is that of an assay that gives no value of the test, such as "ana elisa". */
      readonly otherAssay?: true;
    }
  | { readonly kind: "not-read"; readonly test: TestNotRead };

export interface TestName {
  readonly squeezed: string;
  readonly as: "test" | "finding" | "not-read";
  readonly is: NameKind;
  readonly tests: readonly TestId[];
  readonly notRead?: TestNotRead;
  readonly otherAssay?: true;
}

/**
 * Finds the test at the beginning of "wbc 3.2", "acl igg 61" or "fever of 38.5", by its own name or by that of a
 * finding that it decides. The longest name wins; "acl 61" names three tests, and a slip such as "platlets 85" is
 * forgiven but unsure. Undefined when no value follows, or no test is named.
 */
export function testNamed(plan: TestNamePlan, query: string): BeforeValue | undefined {
  const splits = [...valueStarts(query)].map((at) => splitAt(query, at)).toReversed();
  for (const matches of [sameName, beginningOf, nearlySameName]) {
    for (const split of splits) {
      // "plt85" is a name and a value only where the name is whole: in "low complement c3" nothing is valued.
      if (split.joined && matches !== sameName) continue;
      for (const { name, rest } of matches === sameName ? [split, ...withoutBeside(split, plan.beside)] : [split]) {
        const found = namesLike(squeezed(name), matches, plan.testNames);
        const read = named(found, matches === sameName);
        if (read) return read.kind === "tests" ? { ...read, name, rest } : read;
      }
    }
  }
  return byMethod(splits, plan) ?? valueFirst(query, plan);
}

/** What finding a test by its name needs. */
export interface TestNamePlan extends Pick<Nameable, "definitions"> {
  readonly testNames: readonly TestName[];
  /** Words that may stand between the name of a test and its value. */
  readonly beside: ReadonlySet<string>;
}

/** "clift 1:40": a method whose results have a unit of their own, without the name of its test. */
function byMethod(splits: readonly Split[], { definitions }: TestNamePlan): BeforeValue | undefined {
  for (const { name, rest } of splits) {
    const words = name.split(/\s+/);
    const tests = (Object.entries(definitions.tests) as [TestId, NamedLabTest][]).filter(([, { methods = [] }]) =>
      methods.some(
        ({ id, label, units }) => units && words.every((word) => methodWords(id, label).has(squeezed(word))),
      ),
    );
    const [only] = tests;
    if (only && tests.length === 1) {
      return { kind: "tests", tests: [only[0]], as: "unsure", name, rest: `${rest} ${name}` };
    }
  }
  return undefined;
}

/** "3.2 wbc": the value before its name, which is also how cells in urine are written. */
function valueFirst(query: string, { testNames }: TestNamePlan): BeforeValue | undefined {
  const [, value = "", after = ""] = /^\s*([<>]?\s*\d[\d.,:/]*)\s*(\p{L}.*)$/su.exec(query) ?? [];
  const words = after.trim().split(/\s+/);
  for (let from = 0; from < Math.min(words.length, 4); from += 1) {
    const name = words.slice(from).join(" ");
    const read = named(
      namesLike(squeezed(name), sameName, testNames).filter(({ as }) => as === "test"),
      true,
    );
    if (read?.kind === "tests") {
      return { ...read, as: "unsure", valueFirst: true, name, rest: ` ${value} ${words.slice(0, from).join(" ")}` };
    }
  }
  return undefined;
}

interface Split {
  readonly name: string;
  readonly rest: string;
  /** The value follows the name without a space. */
  readonly joined: boolean;
}

/** "dsdna elisa 85" and "positive ana 1:640": a word that may stand beside the value, taken off the name. */
function withoutBeside({ name, rest, joined }: Split, beside: ReadonlySet<string>): readonly Split[] {
  const words = name.split(/\s+/);
  const moved: string[] = [];
  while (words.length > 1 && beside.has(squeezed(words.at(-1) ?? ""))) moved.unshift(words.pop() ?? "");
  while (words.length > 1 && beside.has(squeezed(words[0] ?? ""))) moved.push(words.shift() ?? "");
  return moved.length === 0 || joined ? [] : [{ name: words.join(" "), rest: `${rest} ${moved.join(" ")}`, joined }];
}

type Read = Omit<Extract<BeforeValue, { kind: "tests" }>, "name" | "rest"> | Extract<BeforeValue, { kind: "not-read" }>;

/** A test's own name comes before that of a finding, and a finding's label before the synonyms of others. */
function named(found: readonly TestName[], exactly: boolean): Read | undefined {
  const own = found.filter(({ as }) => as === "test");
  const [notRead] = found.flatMap((one) => one.notRead ?? []);
  if (notRead) return own.length === 0 ? { kind: "not-read", test: notRead } : undefined;
  const labels = found.filter(({ is }) => is === "label");
  const bearers = own.length > 0 ? own : labels.length > 0 ? labels : found;
  const tests = [...new Set(bearers.flatMap((one) => one.tests))];
  if (tests.length === 0) return undefined;
  const assay = bearers.some(({ otherAssay }) => otherAssay) && { otherAssay: true as const };
  if (!exactly || bearers.some((one) => one.tests.length === 0))
    return { kind: "tests", tests, as: "unsure", ...assay };
  return { kind: "tests", tests, as: own.length > 0 ? "test" : "finding", ...assay };
}

/** Every name of a test, and of what a test decides. */
export function testNamesOf(nameable: Nameable): readonly TestName[] {
  const names = namesOf(nameable)
    .filter(({ is }) => is !== "related")
    .flatMap(({ target, is, through }) => {
      const read = readBy(target, nameable.definitions);
      return read ? [{ ...read, squeezed: squeezed(through), is }] : [];
    });
  return [...names, ...assayNames(nameable.definitions)];
}

/** "ana elisa" and "elisa ana": an assay beside any name of the test whose values it does not give. */
function assayNames({ tests }: NamedDefinitions): readonly TestName[] {
  return (Object.entries(tests) as [TestId, NamedLabTest][]).flatMap(
    ([test, { label, short, synonyms, otherAssays = [] }]) =>
      [label, short, ...synonyms].flatMap((name) =>
        otherAssays
          .flatMap((assay) => [`${name} ${assay}`, `${assay} ${name}`, `${name} by ${assay}`])
          .map(
            (words): TestName => ({
              as: "test",
              tests: [test],
              squeezed: squeezed(words),
              is: "synonym",
              otherAssay: true,
            }),
          ),
      ),
  );
}

function readBy(target: Target, { findings }: NamedDefinitions): Omit<TestName, "squeezed" | "is"> | undefined {
  switch (target.kind) {
    case "test":
      return { as: "test", tests: [target.test] };
    case "finding": {
      const { decidedBy = [] }: Finding = findings[target.finding];
      return { as: "finding", tests: decidedBy.map(({ test }) => test) };
    }
    case "not-read":
      return { as: "not-read", tests: [], notRead: target.test };
    case "topic":
      return undefined;
  }
}

/** Where a value could begin: a digit after a space or sign, or straight after a letter ("plt85"). */
function* valueStarts(query: string): Generator<number> {
  for (const { index } of query.matchAll(/(?<!\d[.,]?)\d/gu)) if (index > 0) yield index;
}

const BEFORE_VALUE = new RegExp(`\\s+(?:at|in|is|of|to|was|(?:${COMPARING.source}))$`, "i");

/** Signs and words of comparison before the number stay with it, so that none is lost: "plt <=20". "Fever of" is fever. */
function splitAt(query: string, at: number): Split {
  const before = query.slice(0, at).replace(/[^\p{L}\d)]+$/u, "");
  const [said = ""] = BEFORE_VALUE.exec(before) ?? [];
  const name = before.slice(0, before.length - said.length);
  const rest = new RegExp(`^\\s+${COMPARING.source}`, "i").test(said)
    ? query.slice(name.length)
    : query.slice(before.length);
  return { name: name.replace(/\s+(?:at|in|is|of|to|was)$/i, ""), rest, joined: /\p{L}$/u.test(query.slice(0, at)) };
}

type Matcher = (typed: string, written: string) => boolean;

/** Names that were looked for: each key that is pressed asks for nearly all of them again. */
const lookedFor = new WeakMap<readonly TestName[], Map<Matcher, Map<string, readonly TestName[]>>>();
const MOST_LOOKED_FOR = 1_000;

function namesLike(typed: string, matches: Matcher, names: readonly TestName[]): readonly TestName[] {
  const byMatcher = lookedFor.get(names) ?? new Map<Matcher, Map<string, readonly TestName[]>>();
  lookedFor.set(names, byMatcher);
  const known = byMatcher.get(matches) ?? new Map<string, readonly TestName[]>();
  byMatcher.set(matches, known);
  const before = known.get(typed);
  if (before) return before;
  if (known.size >= MOST_LOOKED_FOR) known.clear();
  const found = names.filter((one) => matches(typed, one.squeezed));
  known.set(typed, found);
  return found;
}

function sameName(typed: string, written: string): boolean {
  return typed === written;
}

function beginningOf(typed: string, written: string): boolean {
  return typed.length >= 3 && written.startsWith(typed);
}

function nearlySameName(typed: string, written: string): boolean {
  return slipsForgiven(typed, written) !== undefined;
}
