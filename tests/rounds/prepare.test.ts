import { describe, expect, test } from "vitest";
import type { Measurement, SleRecord } from "../../criteria/types.ts";
import { assess } from "../../lib/assess.ts";
import { keptPlanOf } from "../../lib/practice/kept-plan.ts";
import {
  patientOfCase,
  patientOfExample,
  patientOfRecord,
  positionOf,
  questionFor,
  readDraft,
  readRound,
  writeRound,
} from "../../lib/rounds/prepare.ts";
import { type Asks, roundSchema } from "../../lib/rounds/round.ts";
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
    expect(record.findings).toEqual({
      ...RECORD.findings,
      "oral-ulcers": { status: "present", explainedBy: { cause: "infection" } },
    });
  });

  test("of a real record, no free text and no real day is in the round, whatever holds it", () => {
    const named: SleRecord = {
      format: "sle-record/1",
      label: "Ms. Miller",
      findings: {
        "malar-rash": { status: "present", date: "2019-07-14", note: "seen by Dr. Miller" },
        "oral-ulcers": { status: "absent", note: "Miller" },
        seizure: { status: "present", explainedBy: { cause: "drug", text: "what Miller took in 2019" } },
      },
      measurements: [
        { test: "platelets", value: 85, unit: "10*9/L", date: "2019-07-14", method: "Miller’s counter" },
        { test: "platelets", value: 90, unit: "10*9/L", date: "2023-02-28" },
        { test: "anti-dsdna", value: 95, unit: "[IU]/mL", high: 10, method: "elisa", date: "2019-07-16" },
      ],
    };
    const { parts, record } = patientOfRecord(named, "A patient", definitions);
    expect(JSON.stringify({ parts, record })).not.toMatch(/Miller|2019|2023|-07-|-02-28/);
    expect(record.measurements?.map(({ date, method }) => [date, method])).toEqual([
      ["1900-01-01", undefined],
      ["1903-08-19", undefined],
      ["1900-01-03", "elisa"],
    ]);
    expect(parts.find(({ title }) => title === "Measured")?.text).toContain("The days are not the patient's");
    expect(record.findings).toEqual({
      "malar-rash": "present",
      "oral-ulcers": "absent",
      seizure: { status: "present", explainedBy: { cause: "drug" } },
    });
  });

  test("values of one day are told without any, and an example keeps its own", () => {
    const told = (patient: { readonly parts: readonly { readonly text: string }[] }) => JSON.stringify(patient.parts);
    expect(told(patientOfRecord(RECORD, "A patient", definitions))).not.toMatch(/\d{4}-\d{2}|days/);
    const example = patientOfExample({ ...RECORD, label: "example:x" }, "An example", definitions);
    expect(told(example)).toContain("2024-02-10");
    expect(example.record).toEqual(RECORD);
  });

  test("is told what was reported, measured and found absent, in the order of the definitions, and nothing else", () => {
    const told = (record: Omit<SleRecord, "format">) =>
      patientOfRecord({ format: "sle-record/1", ...record }, "A patient", definitions).parts.map(
        ({ title, text }) => `${title}: ${text}`,
      );
    expect(told({})).toEqual([]);
    expect(told({ findings: { fever: "present" } })).toEqual(["Reported: Fever."]);
    expect(told({ findings: { fever: "absent" } })).toEqual(["Looked for and absent: Fever."]);
    expect(told({ findings: { fever: "unknown" } })).toEqual([]);
    expect(told({ measurements: [{ test: "platelets", value: 85, unit: "10*9/L" }] })).toEqual([
      "Measured: Platelet count 85 ×10⁹/L",
    ]);
    expect(
      told({
        findings: {
          "discoid-lupus": "absent",
          "oral-ulcers": { status: "present", explainedBy: { cause: "infection" } },
          seizure: "unknown",
          "malar-rash": "present",
          fever: { status: "absent" },
          psychosis: "absent",
        },
        measurements: [
          { test: "platelets", value: 85, unit: "10*9/L" },
          { test: "c3", value: 50, unit: "mg/dL" },
        ],
      }),
    ).toEqual([
      "Reported: Malar rash and oral ulcers.",
      "Measured: Platelet count 85 ×10⁹/L\nComplement C3 50 mg/dL",
      "Looked for and absent: Fever, discoid lupus and psychosis.",
    ]);
  });

  test("of several days, or one beside none, the first is moved and the others with it; it is said", () => {
    const moved = (...dates: readonly (string | undefined)[]) => {
      const { record, parts } = patientOfRecord(
        {
          format: "sle-record/1",
          measurements: dates.map((date) => ({ test: "platelets", value: 85, unit: "10*9/L", ...(date && { date }) })),
        },
        "A patient",
        definitions,
      );
      return {
        days: record.measurements?.map(({ date }) => date),
        isSaid: parts.some(({ text }) => text.includes("The days are not the patient's")),
      };
    };
    expect(moved("2023-02-28", "2023-02-26")).toEqual({ days: ["1900-01-03", "1900-01-01"], isSaid: true });
    expect(moved(undefined, "2023-02-26")).toEqual({ days: [undefined, "1900-01-01"], isSaid: true });
    expect(moved("2023-03-02", undefined, "2023-02-28", "2023-03-01")).toEqual({
      days: ["1900-01-03", undefined, "1900-01-01", "1900-01-02"],
      isSaid: true,
    });
    expect(moved("2023-02-26", "2023-02-26")).toEqual({ days: [undefined, undefined], isSaid: false });
    expect(moved(undefined, undefined)).toEqual({ days: [undefined, undefined], isSaid: false });
    const dated = { test: "platelets", value: 85, unit: "10*9/L", date: "2023-02-26" } as const;
    const example = { format: "sle-record/1", measurements: [dated, { ...dated, date: "2023-02-28" }] } as const;
    expect(JSON.stringify(patientOfExample(example, "An example", definitions))).not.toContain("The days are not");
  });

  test("a method stays that the test knows, and whatever else stands there does not", () => {
    const methods = ["elisa", "Dr. Miller’s"].map((method): Measurement => {
      return { test: "anti-dsdna", value: 95, unit: "[IU]/mL", method };
    });
    const { record } = patientOfRecord({ format: "sle-record/1", measurements: methods }, "A patient", definitions);
    expect(record.measurements?.map(({ method }) => method)).toEqual(["elisa", undefined]);
  });

  test("moved days decide what the real ones do: every way of dating three counts", () => {
    const plan = keptPlanOf(definitions);
    const days = [undefined, "2024-02-29", "2024-03-01"] as const;
    const counts = [2, 6, 3.9];
    const every = days.flatMap((date) =>
      counts.map(
        (value): Measurement => ({ test: "white-cells", value, unit: "10*9/L", ...(date !== undefined && { date }) }),
      ),
    );
    const read = new Set<string>();
    for (const one of every) {
      for (const other of every) {
        for (const third of every) {
          const record: SleRecord = { format: "sle-record/1", measurements: [one, other, third] };
          const { results } = assess(plan, record);
          expect(assess(plan, patientOfRecord(record, "A patient", definitions).record).results).toEqual(results);
          read.add(JSON.stringify(results?.["slicc-2012"]?.score.value));
        }
      }
    }
    // It matters: one count that is low is not two.
    expect(read.size).toBeGreaterThan(1);
  });
});

describe("questions", () => {
  const round = prepared([]);
  const asks = { kind: "finding", finding: "malar-rash" } as const;

  test("a question has an id that no other has, also after one was removed", () => {
    const { questions } = prepared([asks, { kind: "finding", finding: "oral-ulcers" }]);
    const left = { ...round, questions: questions.slice(1) };
    const added = questionFor(asks, "Words", left);
    expect(left.questions.map(({ id }) => id)).not.toContain(added.id);
    expect(added.told).toBe(round.parts.length);
  });

  test("questions are numbered as they are added, past every number that is taken", () => {
    const added = [asks, asks, asks].reduce<typeof round.questions>(
      (questions) => [...questions, questionFor(asks, "Words", { ...round, questions })],
      [],
    );
    expect(added.map(({ id }) => id)).toEqual(["q1", "q2", "q3"]);
    const left = { ...round, questions: added.slice(1) };
    expect(questionFor(asks, "Words", left)).toEqual({ id: "q4", asks, words: "Words", notes: "", told: 2 });
  });

  test("no two things that can be asked are taken for one another", () => {
    const all: readonly Asks[] = [
      { kind: "finding", finding: "thrombocytopenia" },
      ...definitions.sets.flatMap((set): Asks[] => [
        { kind: "verdict", set: set.id },
        ...set.domains.map(({ id: domain }): Asks => ({ kind: "points", set: set.id, domain })),
      ]),
    ];
    const { questions } = prepared(all);
    expect(all.map((one) => positionOf(one, questions))).toEqual(all.map((_, at) => at));
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
    [JSON.stringify({ ...round, format: "sle-round/2" }), /later version of this app \(sle-round\/2\)/],
    [JSON.stringify({ ...round, format: "sle-round/10" }), /later version of this app \(sle-round\/10\)/],
    [JSON.stringify({ ...round, format: { toString: 1 } }), /format is not sle-round\/1/],
    [JSON.stringify({ ...round, format: ["sle-round/2"] }), /format is not sle-round\/1/],
    [JSON.stringify({ ...round, questions: [] }), /questions: Choose at least one question/],
    [JSON.stringify({ ...round, more: 1 }), /^Unrecognized key/],
    [JSON.stringify({ ...round, record: { format: "sle-record/1", findings: { rash: "present" } } }), /record/],
  ] as const)("%s is refused with the reason", ([text, why]) => {
    const read = readRound(text, definitions);
    expect("why" in read && read.why).toMatch(why);
  });

  test("a draft may be unfinished, and anything else is none", () => {
    const draft = { ...round, title: "", questions: [] };
    expect(readDraft(writeRound(draft), definitions)).toEqual(draft);
    const asked = (more: object) => ({ ...round, questions: round.questions.map((one) => ({ ...one, ...more })) });
    const half = { set: "slerpi", domain: "" };
    for (const one of [
      asked({ told: 0 }),
      asked({ told: 2 }),
      asked({ asks: { kind: "verdict", ...half } }),
      asked({ asks: { kind: "points", ...half } }),
      asked({ words: "" }),
    ])
      expect(readDraft(JSON.stringify(one), definitions)).toEqual(one);
    for (const text of [
      "",
      "{}",
      JSON.stringify({ ...round, record: { findings: 3 } }),
      JSON.stringify(asked({ told: -1 })),
      JSON.stringify(asked({ told: 0.5 })),
      JSON.stringify(asked({ asks: { kind: "guess" } })),
    ]) {
      expect(readDraft(text, definitions)).toBeUndefined();
    }
  });
});
