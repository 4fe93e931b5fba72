import { expect, test } from "vitest";
import type { FindingId, SleRecord } from "../../criteria/types.ts";
import { CERTAINTIES, certaintyWords, practiceAddress, rightWords, scoreBeside } from "../../lib/rounds/words.ts";
import { definitions, planFor, prepared } from "./support.ts";

test("where any cause is right, none is named; a single right answer is named as it was offered", () => {
  const [question] = planFor(prepared([{ kind: "finding", finding: "oral-ulcers" }])).questions;
  const { choices = [], key } = question ?? {};
  expect(key?.right.length).toBeGreaterThan(1);
  expect(rightWords(key?.right ?? [], choices)).toBe("Present, but something else explains it");
  expect(rightWords(["explained:infection"], choices)).toMatch(/^Present, but an infection explains it/);
  expect(rightWords(["counts"], choices)).toBe("Present, and it counts");
});

test("where only some causes are right, these are named; and each other right answer is named besides", () => {
  const about = (finding: FindingId, findings: SleRecord["findings"]) => {
    const record: SleRecord = { format: "sle-record/1", findings: findings ?? {} };
    const [question] = planFor(prepared([{ kind: "finding", finding }], { record })).questions;
    return rightWords(question?.key.right ?? [], question?.choices ?? []);
  };
  // ACR counts a seizure that an infection explains, and none that a drug or a metabolic cause does.
  expect(about("seizure", { seizure: { status: "present", explainedBy: { cause: "drug" } } })).toBe(
    "Present, but a drug or a metabolic cause explains it",
  );
  expect(about("seizure", { seizure: { status: "present", explainedBy: { cause: "infection" } } })).toBe(
    "Present, but something other than a drug or a metabolic cause explains it",
  );
  // Of one, with what to think of, as it was offered.
  expect(
    about("thrombocytopenia", { thrombocytopenia: { status: "present", explainedBy: { cause: "drug" } } }),
  ).toMatch(/^Present, but a drug explains it \(such as .+\)$/);
  const joints = { status: "present", explainedBy: { cause: "infection" } } as const;
  expect(about("nonerosive-arthritis", { "synovitis-2-joints": joints })).toBe(
    "Present, but something else explains it, or: Cannot tell",
  );
  expect(about("ana-above-reference", { "ana-1-80": "present" })).toBe("Present, and it counts, or: Cannot tell");
  expect(about("fever", { fever: "absent" })).toBe("Absent");
  expect(rightWords(["points:6"], [{ key: "points:6", label: "6" }])).toBe("6");
  // Where most causes are right, what is not is named: "or another cause" would take it in.
  const causes = ["drug", "infection", "other"].map((cause) => `explained:${cause}`);
  const choices = causes.map((key, at) => ({
    key,
    label: `Present, but ${["a drug", "an infection", "another cause"][at]} explains it`,
  }));
  expect(rightWords(causes.slice(1), choices)).toBe("Present, but something other than a drug explains it");
  // What the choices no longer have is named by its key.
  expect(rightWords(["points:6"], [])).toBe("points:6");
});

test("how sure somebody is has three steps, from guessing to sure", () => {
  expect(CERTAINTIES.map(certaintyWords)).toEqual(["Guessing", "Fairly sure", "Sure"]);
  expect(CERTAINTIES).toEqual([1, 2, 3]);
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
  // A sitting has five cases or more.
  const cases = [1, 4, 5, 6, 7].map((many) =>
    new URL(practiceAddress(rules.slice(0, many)), "http://localhost").searchParams.get("n"),
  );
  expect(cases).toEqual(["5", "5", "5", "6", "7"]);
});
