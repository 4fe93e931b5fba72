import { describe, expect, test } from "vitest";
import { context, definitions, testsNotRead } from "../../criteria/index.ts";
import { widerThan } from "../../lib/definition/implications.ts";
import { namedWhole } from "../../lib/find/names.ts";
import { offersFor } from "../../lib/find/offers.ts";
import { findPlanOf } from "../../lib/find/plan.ts";
import { written } from "./written.ts";

/** The ways in which clinicians write that something is not so, or is so of somebody else. */
const plan = findPlanOf({ definitions, topics: context, notRead: testsNotRead });
const ask = offersFor.bind(undefined, plan);
const firstOf = (line: string) => ask(line).offers.slice(0, 1).map(written);

const DENIALS = [
  ...["w/o", "W/O", "without", "no hx of", "no hx", "no h/o", "no history of", "without hx of", "w/o evidence of"],
  ...["denies hx of", "denies any history of", "denied h/o", "never any history of"],
  ...["doesn't have", "doesn’t have", "doesnt have", "does not have", "did not have", "do not have"],
  ...["hasn't had", "hasn’t had", "hasnt had", "has not had", "haven't had", "hadn't had", "hasn't got", "has not got"],
];

describe("a denial", () => {
  test.each(DENIALS)("is one, of all that an or joins: %s", (denial) => {
    for (const [name, finding] of [
      ["malar rash", "malar-rash"],
      ["seizures", "seizure"],
      ["oral ulcers", "oral-ulcers"],
    ]) {
      expect([ask(`${denial} ${name}`).certain, ...firstOf(`${denial} ${name}`)]).toEqual([true, `${finding} absent`]);
      const line = `${denial} ${name} or photosensitivity`;
      expect([ask(line).certain, ...firstOf(line)]).toEqual([true, `${finding} absent + photosensitivity absent`]);
      expect(ask(`${denial} ${name}, photosensitivity`).certain).toBe(false);
    }
  });

  test.each(["isn't", "is not", "isnt", "wasn't", "was not"])("is one of what a person is: %s", (denial) => {
    expect(firstOf(`${denial} photosensitive`)).toEqual(["photosensitivity absent"]);
    expect(firstOf(`${denial} febrile`)).toEqual(["fever absent"]);
  });

  test.each(["no cough; malar rash", "not on HCQ, malar rash", "no hx, malar rash", "denies cough. malar rash"])(
    "that is not read leaves it open whether what follows is so: %s",
    (line) => {
      const { certain, offers } = ask(line);
      expect(certain).toBe(false);
      expect(offers.map(written)).toEqual(expect.arrayContaining(["malar-rash absent", "malar-rash present"]));
    },
  );
});

describe("of a name that several findings share", () => {
  test.each([
    ["dsDNA neg", "anti-dsdna absent"],
    ["anti-DNA negative", "anti-dsdna absent"],
    ["VDRL neg", "false-positive-rpr absent"],
    ["no proteinuria", "proteinuria-500 absent"],
    ["denies proteinuria", "proteinuria-500 absent"],
    ["fever; never had proteinuria", "fever present + proteinuria-500 absent"],
    ["dsDNA neg, ANA 1:640", "anti-dsdna absent + ana-titer 640 {titer}"],
  ])("which are levels of one result, the lowest is denied, and so all: %s", (line, expected) => {
    expect([ask(line).certain, ...firstOf(line)]).toEqual([true, expected]);
  });

  test("the one that is denied follows from each of the others", () => {
    const names = new Set(Object.values(definitions.findings).flatMap(({ label, synonyms }) => [label, ...synonyms]));
    const taken = [...names].flatMap((name) => {
      const named = namedWhole(plan.names, name).flatMap(({ target }) =>
        target.kind === "finding" ? [target.finding] : [],
      );
      const lines = [`no ${name}`, `${name} negative`].map((line) => ask(line));
      const [first] = lines.flatMap(({ certain, offers }) => (certain && named.length > 1 ? offers.slice(0, 1) : []));
      return first?.kind === "answer" ? [{ name, named, said: first }] : [];
    });
    expect(taken.length).toBeGreaterThan(5);
    for (const { name, named, said } of taken) {
      expect([name, said.status]).toEqual([name, "absent"]);
      for (const other of named) {
        const follows = other === said.finding || widerThan(other, definitions).has(said.finding);
        expect([name, other, follows]).toEqual([name, other, true]);
      }
    }
  });

  test.each([
    // The laboratory's limit can be higher than 1:80.
    "ANA neg",
    // IgA is in the one and not in the other.
    "anticardiolipin neg",
    // A test that may not have been done.
    "no dsDNA",
    "no VDRL",
    "no kidney biopsy",
    "no renal biopsy",
    // Of several that no test decides, a part may be denied.
    "no arthritis",
    "no serositis",
    "proteinuria -",
    "dsDNA positive",
    "proteinuria",
  ])("which are not, it is asked: %s", (line) => expect(ask(line).certain).toBe(false));
});

function expectNotTakenApart(line: string): void {
  const { certain, offers } = ask(line);
  expect(certain, line).toBe(false);
  expect(
    offers.filter(({ kind }) => kind === "several"),
    line,
  ).toEqual([]);
}

test.each([
  "mum",
  "her twin",
  "maternal grandmother",
  "grandmothers",
  "her sons",
  "dad",
  "husband",
  "the baby",
  "niece",
])("a list that begins with somebody else is not split: %s", (person) => {
  for (const line of [`${person} had a cough, seizures`, `${person}: cough, malar rash and seizures`]) {
    expectNotTakenApart(line);
  }
});

describe("a denial that is not read", () => {
  test.each([
    "looking well: no malar rash",
    "seen by GP: no malar rash, cough",
    "ROS neg for malar rash, cough",
    "seen in clinic, no cough, malar rash",
  ])("offers no name behind it as present alone, nor first: %s", (line) => {
    expect(ask(line).certain).toBe(false);
    const answers = ask(line).offers.filter((one) => one.kind === "answer");
    expect(answers.slice(0, 2).map(written)).toEqual(["malar-rash absent", "malar-rash present"]);
  });

  test("says nothing of the rest of its line unasked, however it is written", () => {
    for (const denial of ["no", "neg for", "negative for", "w/o", "hasn't had", "denies", "free of", "nil"]) {
      for (const line of [`ROS ${denial} cough, malar rash`, `seen by GP, ${denial} cough, malar rash and seizures`]) {
        expectNotTakenApart(line);
      }
    }
  });

  test("is none where it is a part of a name", () => {
    expect([ask("no appetite").certain, ...firstOf("no appetite")]).toEqual([true, "anorexia present"]);
    expect(ask("malar rash").offers.filter((one) => one.kind === "answer" && one.status === "absent")).toEqual([]);
  });
});
