import { expect, test } from "vitest";
import { definitions } from "../../criteria/named.ts";
import type { LabTest } from "../../criteria/types.ts";
import { readText } from "../../lib/reading/read-text.ts";
import { unitsWritten, writtenUnits } from "../../lib/record/unit-spelling.ts";
import { goldTexts, words } from "./evaluate.ts";

/** Names that every object has, whatever is in it. */
const INHERITED = ["constructor", "__proto__", "toString", "valueOf"];

test.each(INHERITED)("a text with the word %s in any place is read as with any other word", (word) => {
  const short = [
    `malar rash: ${word}`,
    `lupus nephritis class ${word}`,
    `morning stiffness for ${word} weeks, for two ${word}`,
    `${word} swollen joints`,
    `&${word}; C3 62 mg/dL`,
    `anticardiolipin ${word} 45`,
    `Present | ${word} | Absent\nmalar rash | x | |`,
  ];
  for (const text of short) expect(() => readText(text, words), text).not.toThrow();
  for (const { text } of goldTexts("shared")) {
    const places = [...text.matchAll(/[A-Za-z]{2,}/g)].filter((_, place) => place % 23 === 0);
    for (const { index, 0: found } of places) {
      const [from, to] = [Math.max(0, index - 300), index + found.length];
      const changed = text.slice(from, index) + word + text.slice(to, to + 300);
      expect(() => readText(changed, words), changed).not.toThrow();
    }
  }
});

test.each(INHERITED)("%s is no unit", (word) => {
  for (const one of Object.values<LabTest>(definitions.tests)) {
    expect([...unitsWritten(word, one), ...writtenUnits(word, one)]).toEqual([]);
  }
});
