import { expect, test } from "vitest";
import { practiceAddress, rightWords, scoreBeside } from "../../lib/rounds/words.ts";
import { definitions, planFor, prepared } from "./support.ts";

test("where any cause is right, none is named; a single right answer is named as it was offered", () => {
  const [question] = planFor(prepared([{ kind: "finding", finding: "oral-ulcers" }])).questions;
  const { choices = [], key } = question ?? {};
  expect(key?.right.length).toBeGreaterThan(1);
  expect(rightWords(key?.right ?? [], choices)).toBe("Present, but something else explains it");
  expect(rightWords(["explained:infection"], choices)).toMatch(/^Present, but an infection explains it/);
  expect(rightWords(["counts"], choices)).toBe("Present, and it counts");
});

test("a score stands beside its threshold as the set compares them", () => {
  expect(scoreBeside({ score: 10, threshold: 10, comparison: ">=" })).toBe("10, needs 10");
  expect(scoreBeside({ score: 7, threshold: 7, comparison: ">" })).toBe("7, needs more than 7");
});

test("the cases to practice turn on the rules that were missed", () => {
  const [set] = definitions.sets;
  const rules = set?.domains.flatMap(({ criteria }) => criteria.map(({ id }) => `${set.id}/${id}`)) ?? [];
  const query = new URL(practiceAddress(rules), "http://localhost").searchParams;
  expect(query.get("rule")?.split(",")).toEqual(rules.slice(0, 8));
  expect(query.get("n")).toBe("8");
});
