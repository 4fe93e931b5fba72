import { expect, test } from "vitest";
import { holdsSave, sittingOf } from "../../lib/store/holds-save.ts";
import { savedOver } from "../../lib/store/saves.ts";

test("what was saved over another entry holds it, and what was saved beside it does not", () => {
  const base = savedOver({}, "a");
  const one = savedOver(base, "a");
  const other = savedOver(base, "b");
  expect(holdsSave(one, base)).toBe(true);
  expect(holdsSave(base, one)).toBe(false);
  expect(holdsSave(one, other)).toBe(false);
  expect(holdsSave(other, one)).toBe(false);
  const after = savedOver(savedOver(one, "b"), "b");
  expect(holdsSave(after, one)).toBe(true);
  expect(holdsSave(after, other)).toBe(true);
});

test("an entry of an earlier version is taken for what follows", () => {
  const one = savedOver({}, "a");
  expect(holdsSave(undefined, one)).toBe(true);
  expect(holdsSave(one, undefined)).toBe(true);
});

test("the sitting in which an entry was saved is the last, whatever was saved before", () => {
  const one = savedOver({}, "a");
  const after = savedOver(savedOver(one, "b"), "a");
  expect([undefined, one, savedOver(one, "b"), after].map(sittingOf)).toEqual([undefined, "a", "b", "a"]);
});
