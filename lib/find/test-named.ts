import type { Definitions, LabTest, TestId } from "../../criteria/types.ts";
import { closeness, squeezed } from "./words.ts";

/** The tests that the beginning of a query names, and what follows the name. */
export interface NamedTests {
  readonly tests: readonly TestId[];
  readonly rest: string;
}

interface Name {
  readonly test: TestId;
  readonly squeezed: string;
}

/**
 * Finds the test at the beginning of "wbc 3.2" or "acl igg 61". The longest name wins; "acl 61" names three tests,
 * and a slip such as "platlets 85" is forgiven. Undefined when no value follows, or no test is named.
 */
export function testNamer({ tests }: Pick<Definitions, "tests">): (query: string) => NamedTests | undefined {
  const names = (Object.entries(tests) as [TestId, LabTest][]).flatMap(([test, { label, short, synonyms }]) =>
    [label, short, ...synonyms].map((name): Name => ({ test, squeezed: squeezed(name) })),
  );
  return (query) => {
    const splits = [...valueStarts(query)].map((at) => splitAt(query, at));
    for (const reading of [sameName, beginningOf, nearlySameName]) {
      for (const { name, rest } of splits.toReversed()) {
        const found = [...new Set(names.filter((one) => reading(name, one.squeezed)).map(({ test }) => test))];
        if (found.length > 0) return { tests: found, rest };
      }
    }
    return undefined;
  };
}

/** Where a value could begin: a digit after a space or sign, or straight after a letter ("plt85"). */
function* valueStarts(query: string): Generator<number> {
  for (const { index } of query.matchAll(/(?<!\d[.,]?)\d/gu)) if (index > 0) yield index;
}

/** Signs before the number stay with it, so that none is lost: "plt <=20". */
function splitAt(query: string, at: number): { name: string; rest: string } {
  const name = query.slice(0, at).replace(/[^\p{L}\d)]+$/u, "");
  return { name: squeezed(name), rest: query.slice(name.length) };
}

function sameName(typed: string, written: string): boolean {
  return typed === written;
}

function beginningOf(typed: string, written: string): boolean {
  return typed.length >= 3 && written.startsWith(typed);
}

function nearlySameName(typed: string, written: string): boolean {
  return typed.length >= 4 && closeness(typed, written) > 0.5 && !written.startsWith(typed);
}
