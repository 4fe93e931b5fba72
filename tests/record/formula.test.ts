import { expect, test } from "vitest";
import { inert, looksLikeFormula } from "../../lib/record/formula.ts";

const FORMULAS = [
  "=1+1",
  "=cmd|'/c calc'!A1",
  "+A1",
  "-A1",
  "@SUM(1)",
  " =1",
  "\t=1",
  "\r=1",
  "\n1",
  "\uff1d1",
  "+1+1",
];
const SIGNED = ["-", "+", "-3.2", "+40", "-1,5", "-1e5", "+1E-10", " -3 ", "-.5"];
const TEXTS = ["", "a", "1", "3.2", "<4", "a=b", "1+1", "'=1"];

test.each(FORMULAS)("%j is a formula where it is opened, and text with a mark before it", (text) => {
  expect(looksLikeFormula(text)).toBe(true);
  expect(inert(text)).toBe(`'${text}`);
  expect(looksLikeFormula(inert(text))).toBe(false);
});

test.each(SIGNED)("%j is a number with its sign, or the sign alone", (text) => {
  expect(looksLikeFormula(text)).toBe(false);
});

test.each(TEXTS)("%j is what it is", (text) => {
  expect(looksLikeFormula(text)).toBe(false);
  expect(inert(text)).toBe(text);
});
