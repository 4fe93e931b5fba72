import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { practice } from "../../criteria/practice/index.ts";
import type { PracticeCase } from "../../criteria/practice/types.ts";
import { lintCase, uncovered } from "../../lib/check/cases.ts";

const someCase: PracticeCase = {
  id: "some-case",
  title: "A case",
  difficulty: 1,
  patient: { age: 30, sex: "female" },
  story: {
    history: "A {patient} with [a rash](malar-rash), [put down to a drug](!malar-rash).",
    laboratory: "{0}. [Anti-Sm was not sent](?anti-sm). [No ulcers](-oral-ulcers).",
  },
  record: {
    format: "sle-record/1",
    findings: { "malar-rash": { status: "present", explainedBy: { cause: "drug" } }, "oral-ulcers": "absent" },
    measurements: [{ test: "white-cells", value: 3.2, unit: "10*9/L" }],
  },
  otherwise: "absent",
  notes: [],
};

describe("the cases", () => {
  test("there are at least 48, each with its own id and title", () => {
    expect(practice.cases.length).toBeGreaterThanOrEqual(48);
    expect(new Set(practice.cases.map(({ id }) => id)).size).toBe(practice.cases.length);
    expect(new Set(practice.cases.map(({ title }) => title)).size).toBe(practice.cases.length);
  });

  test.each(practice.cases.map((one) => [one.title, one] as const))("%s: text and record say the same", (_, one) => {
    expect(lintCase(one, definitions)).toEqual([]);
  });

  test("together they cover every finding, criterion, state, verdict, cause and misreading, men and children", () => {
    expect(uncovered(practice, definitions)).toEqual([]);
  });

  test("each difficulty has at least ten cases", () => {
    for (const difficulty of [1, 2, 3]) {
      expect(practice.cases.filter((one) => one.difficulty === difficulty).length).toBeGreaterThanOrEqual(10);
    }
  });

  test("a note of no set speaks of none, and one of a set of no other", () => {
    const names = /EULAR|SLICC|ACR|SLERPI/;
    for (const { id, notes } of practice.cases) {
      for (const { says, sets } of notes) {
        expect(says.replace(/No set counts|none of (the|these) sets/i, ""), id).not.toMatch(names);
        // What is true of one set's arithmetic is false of another's.
        if (sets === undefined) expect(says, id).not.toMatch(/\bhere\b|points?\b|criteri|\bitem\b|score/);
        else for (const set of sets) expect(definitions.sets.map((one) => one.id)).toContain(set);
      }
    }
  });

  test("no title says how a value or the case came out", () => {
    for (const { title } of practice.cases) {
      expect(title).not.toMatch(
        /negativ|positiv|\b(low|high|raised|normal|below|above|limit|line)\b|\b(two|three|four)\b|\d/i,
      );
    }
  });

  test("no story says of a finding that it was told", () => {
    for (const { story } of practice.cases) {
      expect(Object.values(story).join(" ")).not.toMatch(/\b(as )?told\b|first positive titer/);
    }
  });

  test("no title or story gives the name of a verdict away", () => {
    for (const { title, story } of practice.cases) {
      expect(`${title} ${Object.values(story).join(" ")}`).not.toMatch(/classif|points|criteri/i);
    }
  });
});

describe("the lint of a case", () => {
  const problems = (change: Partial<PracticeCase>) => lintCase({ ...someCase, ...change }, definitions);
  const { record, story } = someCase;

  test("finds nothing wrong where text and record agree", () => {
    expect(problems({})).toEqual([]);
  });

  test.each(["{herself}", "{She}", "{Patient}", "{she/he/they}", "{ 0}", "{}"])(
    "finds %s, which names nothing",
    (words) => {
      const history = `${story.history} There is ${words}.`;
      expect(problems({ story: { ...story, history } })).toEqual([`nothing is filled in for ${words}`]);
    },
  );

  test("finds a number in the text that the record does not hold", () => {
    const loose = { ...story, laboratory: `${story.laboratory} Platelets 90 ×10⁹/L.` };
    expect(problems({ story: loose })).toEqual([expect.stringContaining("is not printed from the record")]);
  });

  test("finds a measurement that the text does not state", () => {
    const more = [...(record.measurements ?? []), { test: "platelets", value: 90, unit: "10*9/L" } as const];
    expect(problems({ record: { ...record, measurements: more } })).toEqual([
      "measurement 1 stands in the text 0 times",
    ]);
  });

  test("finds an answer that the text does not give", () => {
    const findings = { ...record.findings, "anti-rnp": "present" } as const;
    expect(problems({ record: { ...record, findings } })).toEqual([
      'the record says "anti-rnp" is present, the text does not',
    ]);
  });

  test("finds a finding that the text gives the other way round", () => {
    const findings = { ...record.findings, "oral-ulcers": "present" } as const;
    expect(problems({ record: { ...record, findings } })).toContain(
      'the text says "oral-ulcers" is absent, the record that it is present',
    );
  });

  test("finds an explanation that only one of the two has", () => {
    const unexplained = { ...record.findings, "malar-rash": "present" } as const;
    expect(problems({ record: { ...record, findings: unexplained } })).toEqual([
      'the text explains "malar-rash", the record does not',
    ]);
    const silent = { ...story, history: "A {patient} with [a rash](malar-rash)." };
    expect(problems({ story: silent })).toEqual(['the record explains "malar-rash", the text does not']);
  });

  test("finds an anchor of a finding that does not exist", () => {
    expect(problems({ story: { history: "[Red cheeks](malar)." } })).toEqual(['there is no finding "malar"']);
  });

  test("finds a note for a set that does not exist, and a second judgment that makes no difference", () => {
    const notes = [{ finding: "malar-rash", says: "Here it counts.", sets: ["none"] }] as const;
    expect(problems({ notes })).toEqual(['a note is for the set "none", which does not exist']);
    const arguable = [{ findings: ["fatigue"], otherwise: { status: "absent" }, says: "Perhaps." }] as const;
    expect(problems({ arguable })).toEqual(['it makes no difference that "fatigue" is arguable']);
  });

  test("finds a contradiction within the record", () => {
    const findings = { ...record.findings, leukopenia: "absent" } as const;
    const told = { ...story, history: `${story.history} [No leukopenia](-leukopenia).` };
    expect(problems({ record: { ...record, findings }, story: told })).not.toEqual([]);
  });
});
