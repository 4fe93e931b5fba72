import { describe, expect, test } from "vitest";
import { context, definitions, testsNotRead } from "../../criteria/index.ts";
import { offersFor } from "../../lib/find/offers.ts";
import { findPlanOf } from "../../lib/find/plan.ts";
import { written } from "./written.ts";

/** What is not read of a line stays in the field, and what is said of it are the words that were typed. */
const ask = offersFor.bind(undefined, findPlanOf({ definitions, topics: context, notRead: testsNotRead }));
const entered = (line: string) => {
  const { certain, offers } = ask(line);
  return certain ? offers.slice(0, 1).map(written).join() : "asked";
};

/** What holds signs that are read as words elsewhere, and is not read. */
const UNREAD = [
  "C3 ↓↓ ish",
  "↓C3 ish",
  "↓ appetite",
  "haptoglobin ↓",
  "plt 150 -> 85",
  "plt 150 → 85",
  "wbc 5.1→3.2",
  "ANA ++ 1:70 xyz",
  "ANA 1 in 320 xyz",
  "C3 & C4 xyz",
];

describe("what is not read", () => {
  test.each(UNREAD)("stays as it was typed: %s", (unread) => {
    for (const line of [`malar rash, ${unread}`, `${unread}; malar rash`, `wbc 3.1, ${unread}, plt 85`]) {
      const lefts = ask(line).offers.flatMap((one) => (one.kind === "several" ? [one.left] : []));
      expect(lefts.length, line).toBeGreaterThan(0);
      for (const left of lefts)
        expect(
          left.split(", ").every((one) => unread.includes(one)),
          left,
        ).toBe(true);
    }
  });

  test.each(["ENA: Ro+, La-, Sm+", "Ro pos, La xyz", "Ro/La xyz, malar rash", "SSA+ xyz, SSB- abc, Sm+"])(
    "is not called by another name: %s",
    (line) => {
      const { offers, message = "" } = ask(line);
      for (const one of offers) {
        if (one.kind === "several" && one.left) for (const left of one.left.split(", ")) expect(line).toContain(left);
      }
      for (const [, quoted = ""] of message.matchAll(/"([^"]+)"/g)) {
        for (const said of quoted.split(", ")) expect(line).toContain(said);
      }
    },
  );
});

test("an arrow that is read is said to be doubtful beside what is not read", () => {
  expect(ask("C3 ↓, chest tightness").message).toMatch(/^An arrow may say low.* Not read: "chest tightness"/);
  expect(ask("C3 low, haptoglobin ↓").message).not.toContain("arrow");
});

describe("a sentence", () => {
  const NAMES = { Ro: "anti-ro", La: "anti-la", Sm: "anti-sm", RNP: "anti-rnp", Coombs: "direct-coombs" };
  const RESULTS = { negative: "absent", neg: "absent", "not detected": "absent", pos: "present", positive: "present" };

  test("ends in its dot, whatever result stands before it", () => {
    for (const [result, status] of Object.entries(RESULTS)) {
      const [names, findings] = [Object.keys(NAMES), Object.values(NAMES)];
      for (const joint of [". ", ", "]) {
        const line = `${names.map((name) => `${name} ${result}`).join(joint)}.`;
        expect(entered(line), line).toBe(findings.map((finding) => `${finding} ${status}`).join(" + "));
      }
      expect(entered(`Sm ${result}.`)).toBe(`anti-sm ${status}`);
    }
    expect(entered("malar rash absent. No seizures.")).toBe("malar-rash absent + seizure absent");
  });

  test.each([
    "neg. for oral ulcers",
    "malar rash, neg. coombs",
    "seizure and neg. coombs",
    "coombs was neg. malar rash ?",
  ])("does not end in the dot of a word that is cut short: %s", (line) => expect(ask(line).certain).toBe(false));
});
