import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { plainText, readStory } from "../../lib/practice/story.ts";

const told = (story: string, age: number, sex: "female" | "male" = "female") =>
  plainText(readStory(story, { age, sex }, [], definitions));

test.each([
  [8, "An 8-year-old girl"],
  [11, "An 11-year-old girl"],
  [17, "A 17-year-old girl"],
  [18, "An 18-year-old woman"],
  [80, "An 80-year-old woman"],
  [81, "An 81-year-old woman"],
  [71, "A 71-year-old woman"],
])("at %i the story begins with %s", (age, begins) => {
  expect(told("A {patient} coughs.", age)).toBe(`${begins} coughs.`);
});

test.each([
  ["female", "She lost her voice; nobody asked her. Her throat is red, as she saw herself."],
  ["male", "He lost his voice; nobody asked him. His throat is red, as he saw himself."],
] as const)("of two words the one is told that is said of a %s patient", (sex, text) => {
  const story =
    "{She/He} lost {her/his} voice; nobody asked {her/him}. {Her/His} throat is red, as {she/he} saw {herself/himself}.";
  expect(told(story, 40, sex)).toBe(text);
});

test("a measurement that the record does not have is an error, not a gap in the text", () => {
  expect(() => told("{0}.", 40)).toThrow(RangeError);
});
