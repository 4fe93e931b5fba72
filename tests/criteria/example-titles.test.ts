import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";

const patients = definitions.examples.filter(({ kind }) => kind === "patient");

test("the title of a whole patient says how it presents and not what any set makes of it", () => {
  const names = definitions.sets.flatMap(({ short }) => short.split(/[ /]/).filter((part) => /^[A-Z]{3}/.test(part)));
  const answers = [
    ...names,
    "classif",
    "\\bsets?\\b",
    "still counts",
    "point",
    "verdict",
    "explain",
    "criteri",
    "score",
    "decid",
  ];
  for (const { title } of patients) expect(title).not.toMatch(new RegExp(answers.join("|"), "i"));
});

test("no two whole patients have one title, by which a loaded one is known", () => {
  expect(new Set(patients.map(({ title }) => title)).size).toBe(patients.length);
});
