import { describe, expect, test } from "vitest";
import {
  patientOfCase,
  patientOfRecord,
  positionOf,
  questionFor,
  readDraft,
  readRound,
  writeRound,
} from "../../lib/rounds/prepare.ts";
import { roundSchema } from "../../lib/rounds/round.ts";
import { definitions, planFor, practice, prepared, RECORD } from "./support.ts";

describe("a patient for a round", () => {
  test.for(practice.cases.map((one) => [one.title, one] as const))(
    "%s makes a round that opens, told without any anchor",
    ([, practiceCase]) => {
      const patient = patientOfCase(practiceCase, definitions);
      expect(patient.parts.length).toBeGreaterThan(0);
      for (const { text } of patient.parts) expect(text).not.toMatch(/\]\(|\{\d|\{patient/);
      expect(patient.parts.at(-1)?.text).toMatch(/The story is (not )?complete: /);
      const round = prepared([{ kind: "verdict", set: definitions.sets[0]?.id ?? "" }], patient);
      expect(
        roundSchema(definitions).safeParse({ ...round, questions: [{ ...round.questions[0], told: 0 }] }).error,
      ).toBeUndefined();
      planFor(round);
    },
  );

  test("a record is told without what explains a finding, and without its label", () => {
    const { parts, record } = patientOfRecord({ ...RECORD, label: "bed 4, Ms. Miller" }, "A patient", definitions);
    const told = JSON.stringify(parts);
    expect(told).toContain("ral ulcers");
    expect(told).toContain("85");
    expect(told).not.toMatch(/herpes|infection|explain/i);
    expect(JSON.stringify({ parts, record })).not.toContain("Miller");
    expect(record.findings).toEqual(RECORD.findings);
  });
});

describe("questions", () => {
  const asks = { kind: "finding", finding: "malar-rash" } as const;

  test("a question has an id that no other has, also after one was removed", () => {
    const round = prepared([asks, { kind: "finding", finding: "oral-ulcers" }]);
    const { questions } = round;
    const left = { ...round, questions: questions.slice(1) };
    const added = questionFor(asks, "Words", left);
    expect(left.questions.map(({ id }) => id)).not.toContain(added.id);
    expect(added.told).toBe(round.parts.length);
  });

  test("a question is found again by what it asks, whatever its words", () => {
    const { questions } = prepared([{ kind: "finding", finding: "oral-ulcers" }, asks]);
    expect(positionOf(asks, questions)).toBe(1);
    expect(positionOf({ kind: "finding", finding: "fever" }, questions)).toBe(-1);
  });
});

describe("the file of a round", () => {
  const round = prepared([{ kind: "finding", finding: "malar-rash" }]);

  test("is read as it was written", () => {
    expect(readRound(writeRound(round), definitions)).toEqual({ round });
  });

  test.for([
    ["", /not JSON/],
    ["[]", /format is not sle-round\/1/],
    [JSON.stringify({ format: "sle-record/1" }), /format is not sle-round\/1/],
    [JSON.stringify({ ...round, format: "sle-round/2" }), /later version/],
    [JSON.stringify({ ...round, questions: [] }), /questions: Choose at least one question/],
    [JSON.stringify({ ...round, record: { format: "sle-record/1", findings: { rash: "present" } } }), /record/],
  ] as const)("%s is refused with the reason", ([text, why]) => {
    const read = readRound(text, definitions);
    expect("why" in read && read.why).toMatch(why);
  });

  test("a draft may be unfinished, and anything else is none", () => {
    const draft = { ...round, title: "", questions: [] };
    expect(readDraft(writeRound(draft), definitions)).toEqual(draft);
    for (const text of ["", "{}", JSON.stringify({ ...round, record: { findings: 3 } })]) {
      expect(readDraft(text, definitions)).toBeUndefined();
    }
  });
});
