import type { Definitions, Finding, LabTest, TestId, TestNotRead } from "../../criteria/types.ts";
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
export function testNamed(names: readonly TestName[], query: string): BeforeValue | undefined {
  const splits = [...valueStarts(query)].map((at) => splitAt(query, at)).toReversed();
  for (const matches of [sameName, beginningOf, nearlySameName]) {
    for (const { name, rest } of splits) {
      const typed = squeezed(name);
      const found = names.filter((one) => matches(typed, one.squeezed));
      const read = named(found, matches === sameName);
      if (read) return read.kind === "tests" ? { ...read, name, rest } : read;
    }
  }
  return undefined;
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
function assayNames({ tests }: Definitions): readonly TestName[] {
  return (Object.entries(tests) as [TestId, LabTest][]).flatMap(
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

function readBy(target: Target, { findings }: Definitions): Omit<TestName, "squeezed" | "is"> | undefined {
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

/** Signs before the number stay with it, so that none is lost: "plt <=20". "Fever of" is fever. */
function splitAt(query: string, at: number): { name: string; rest: string } {
  const name = query.slice(0, at).replace(/[^\p{L}\d)]+$/u, "");
  return { name: name.replace(/\s+(?:at|in|is|of|was)$/i, ""), rest: query.slice(name.length) };
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
