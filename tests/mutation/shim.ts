/**
 * Stands in for "vitest" where test files are run many times in one process (harness.ts): collects the tests as
 * functions, with the assertions of Vitest itself.
 */
import { expect as assert } from "vitest";

export { vi } from "vitest";

export interface Collected {
  readonly name: string;
  readonly run: () => unknown;
}

type Body = (...args: never[]) => unknown;

const collected: Collected[] = [];
const titles: string[] = [];
const before: (() => unknown)[] = [];
const after: (() => unknown)[] = [];

/** The tests that were collected since the last call. */
export function takeCollected(): readonly Collected[] {
  before.length = 0;
  after.length = 0;
  return collected.splice(0);
}

/** A title with what stands for the values of its row: `%s`, `%d`, `$name`. */
function titled(title: string, row: readonly unknown[]): string {
  let next = 0;
  const [first] = row;
  const value = (name: string) =>
    name.split(".").reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], first);
  return title
    .replaceAll(/%[sdijf]/g, () => String(row[next++]))
    .replaceAll(/\$([a-zA-Z][\w.]*)/g, (found, name: string) =>
      typeof first === "object" ? String(value(name)) : found,
    );
}

function add(title: string, body: Body | undefined, row: readonly unknown[] = []): void {
  const name = [...titles, titled(title, row)].join(" > ");
  const [setUp, tearDown] = [[...before], [...after]];
  collected.push({
    name,
    run: async () => {
      for (const step of setUp) await step();
      try {
        await body?.(...(row as never[]));
      } finally {
        for (const step of tearDown) await step();
      }
    },
  });
}

/** A step before the first of the tests that come after it, and no more. */
const once = (step: () => unknown): (() => unknown) => {
  let done: Promise<unknown> | undefined;
  return () => {
    done ??= Promise.resolve(step());
    return done;
  };
};

const rowOf = (row: unknown): readonly unknown[] => (Array.isArray(row) ? row : [row]);

/** A test's body stands last, or before a number that says how long it may take. */
const bodyOf = (rest: readonly unknown[]) => rest.find((one) => typeof one === "function") as Body | undefined;

const one = (title: string, ...rest: unknown[]) => add(title, bodyOf(rest));
const each =
  (rows: readonly unknown[]) =>
  (title: string, ...rest: unknown[]) => {
    for (const row of rows) add(title, bodyOf(rest), rowOf(row));
  };
/** As `each`, but a row that is a list is handed over as it is. */
const over =
  (rows: readonly unknown[]) =>
  (title: string, ...rest: unknown[]) => {
    for (const row of rows) {
      const body = bodyOf(rest) as ((row: unknown) => unknown) | undefined;
      add(titled(title, rowOf(row)), body && (() => body(row)));
    }
  };
const nothing = () => undefined;

const declared = () =>
  Object.assign((title: string, ...rest: unknown[]) => one(title, ...rest), {
    each,
    for: over,
    concurrent: one,
    skip: nothing,
    skipIf: (skip: boolean) => (skip ? nothing : one),
    runIf: (run: boolean) => (run ? one : nothing),
  });

export const test = declared();
export const it = declared();

function inside(title: string, body: (...args: never[]) => unknown, row: readonly unknown[] = []): void {
  titles.push(titled(title, row));
  const [setUps, tearDowns] = [before.length, after.length];
  body(...(row as never[]));
  before.length = setUps;
  after.length = tearDowns;
  titles.pop();
}

export const describe = Object.assign((title: string, ...rest: unknown[]) => inside(title, bodyOf(rest) ?? nothing), {
  each:
    (rows: readonly unknown[]) =>
    (title: string, ...rest: unknown[]) => {
      for (const row of rows) inside(title, bodyOf(rest) ?? nothing, rowOf(row));
    },
});

export const beforeEach = (step: () => unknown) => void before.push(step);
export const afterEach = (step: () => unknown) => void after.push(step);
export const beforeAll = (step: () => unknown) => void before.push(once(step));
/** What tests leave behind is left: they may run again. */
export const afterAll = nothing;

/** Softly means at once here: that a test fails is all that is asked. */
export const expect = Object.assign((value: unknown, message?: string) => assert(value, message), {
  soft: (value: unknown, message?: string) => assert(value, message),
  fail: assert.fail,
  unreachable: assert.unreachable,
  arrayContaining: assert.arrayContaining,
  objectContaining: assert.objectContaining,
  stringContaining: assert.stringContaining,
  stringMatching: assert.stringMatching,
  any: assert.any,
  anything: assert.anything,
  not: assert.not,
});
