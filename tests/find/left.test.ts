import { describe, expect, test } from "vitest";
import { context, definitions, testsNotRead } from "../../criteria/index.ts";
import type { NamedFinding } from "../../criteria/types.ts";
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

describe("what a denial says of what is not read, or asked about", () => {
  const DENIALS = ["no", "denies", "without", "negative for", "never had", "no evidence of"];
  const KNOWN = { seizures: "seizure", "malar rash": "malar-rash", photosensitivity: "photosensitivity" };
  const UNKNOWN = ["chest tightness", "malr rash", "rash", "rosacea", "stroke", "xyz"];
  const kinds = Object.values<NamedFinding>(definitions.findings).flatMap(({ namesKind = [] }) => namesKind);
  const asked = kinds.filter((kind) => !ask(`no ${kind}`).certain && ask(kind).offers[0]?.kind === "answer");

  const statuses = (line: string) =>
    ask(line).offers.map((one) =>
      one.kind === "several" ? one.parts.map((part) => part.kind === "answer" && part.status) : ["one"],
    );
  const lefts = (line: string) => ask(line).offers.map((one) => (one.kind === "several" ? one.left : ""));

  test.each(UNKNOWN)("stays with it, and what is known is absent: %s", (unknown) => {
    for (const denial of DENIALS) {
      for (const [known, finding] of Object.entries(KNOWN)) {
        for (const line of [`${known} or ${unknown}`, `${known}/${unknown}`, `${known}, ${unknown} or psychosis`]) {
          const [first] = ask(`${denial} ${line}`).offers;
          const psychosis = line.endsWith("psychosis") ? " + psychosis absent" : "";
          const expected = `${finding} absent${psychosis} leaving ${denial} ${unknown}`;
          expect(first && written(first), `${denial} ${line}`).toBe(expected);
          expect(ask(`${denial} ${line}`).certain).toBe(false);
        }
      }
    }
  });

  test("makes no kind of a finding present, and none absent unasked", () => {
    expect(asked.length).toBeGreaterThan(10);
    for (const kind of asked) {
      for (const line of [`no photosensitivity or ${kind}`, `denies photosensitivity, ${kind} or jaundice`]) {
        expect(ask(line).certain, line).toBe(false);
        expect(statuses(line).flat(), line).not.toContain("present");
        expect(lefts(line)[0], line).toContain(`${line.split(" ")[0]} ${kind}`);
      }
    }
    expect(ask("no seizures or DVT").offers.map(written)).toEqual([
      "seizure absent leaving no DVT",
      "seizure absent + thrombosis absent",
    ]);
    expect(ask("no DVT or seizures").offers.map(written)).toEqual(["seizure absent leaving no DVT"]);
  });

  test("is asked where a comma begins anew after an or, read or not", () => {
    for (const unknown of UNKNOWN) {
      const line = `no fever or ${unknown}, malar rash or oral ulcers`;
      expect(statuses(line)).toEqual([
        ["absent", "absent", "absent"],
        ["absent", "present", "present"],
      ]);
    }
  });
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

describe("a name that says of which kind another finding is", () => {
  const words = Object.entries<NamedFinding>(definitions.findings).flatMap(
    ([finding, { describedBy = [], synonyms, label }]) =>
      describedBy.flatMap((word) => {
        const own = ask(word).offers[0];
        return own?.kind === "answer"
          ? [
              {
                word,
                own: own.finding,
                finding,
                names: [label.toLowerCase(), ...synonyms].filter((name) => ask(name).certain),
              },
            ]
          : [];
      }),
  );

  const NEAR = ["", " and", " or", ",", "/"];
  const UNREAD_NEAR = [" and focal", ", tonic", " or complex", " and tonic-clonic"];

  test("is no finding of its own unasked, nor the first that is offered", () => {
    expect(words.length).toBeGreaterThan(0);
    for (const { word, own, names } of words) {
      for (const name of names) {
        const lines = [...NEAR, ...(/\s/.test(name) ? [] : UNREAD_NEAR)].flatMap((joint) => [
          `${word}${joint} ${name}`,
          `malar rash, ${word}${joint} ${name}`,
        ]);
        for (const line of [...lines, `${name}, ${word}`, `${name} (${word})`, `no ${word} or ${name}`]) {
          const { certain, offers } = ask(line);
          const [first] = offers;
          const parts = first?.kind === "several" ? first.parts : [first];
          expect(certain, line).toBe(false);
          expect(
            parts.some((one) => one?.kind === "answer" && one.finding === own),
            line,
          ).toBe(false);
        }
      }
    }
  });

  test("is one beside anything else", () => {
    expect(entered("febrile, malar rash")).toBe("fever present + malar-rash present");
    expect(entered("febrile; seizures")).toBe("fever present + seizure present");
    expect(entered("fever and seizures")).toBe("fever present + seizure present");
  });
});
