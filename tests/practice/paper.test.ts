import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { practice } from "../../criteria/practice/index.ts";
import type { FindingId, Measurement, SleRecord, Statement, Status } from "../../criteria/types.ts";
import { STATEMENT } from "../../lib/explain/statement.ts";
import { writeExplanation } from "../../lib/explain/values.ts";
import { recordOf } from "../../lib/practice/case.ts";
import { factsOf, flashcards, notesOf } from "../../lib/practice/paper.ts";
import { casesOf, type SittingCase } from "../../lib/practice/sitting.ts";
import { dictated } from "../../lib/practice/story.ts";
import { asStatement } from "../../lib/record/interpret.ts";
import { assess } from "../support/assess.ts";

const findings = Object.keys(definitions.findings) as FindingId[];

const written: readonly SittingCase[] = definitions.sets.flatMap(({ id: set }) =>
  practice.cases.map((practiceCase) => ({ practiceCase, set })),
);
const generated = definitions.sets.flatMap(({ id: set }) =>
  ([1, 2, 3] as const).flatMap((difficulty) =>
    casesOf({ kind: "seed", set, seed: "cards", count: 8, difficulty }, practice, definitions),
  ),
);
const all = [...written, ...generated];

const REST = {
  absent: "The story is complete: what it does not mention was looked for and is absent.",
  unknown: "The story is not complete: what it does not mention is not known.",
};

interface Card {
  readonly front: readonly string[];
  readonly back: readonly string[];
}

const plain = (html: string) =>
  html
    .replaceAll(/<\/?b>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

function cardOf(one: SittingCase): Card {
  const line = flashcards([one], definitions).trimEnd().split("\n").at(-1) ?? "";
  const [front = "", back = ""] = line.split("\t").map((field) => field);
  return { front: front.split("<br>").map(plain), back: back.split("<br>").map(plain) };
}

/** The lines of a list, such as "Present: a; b.", in the order in which they are named. */
const listed = (lines: readonly string[], title: string): readonly string[] =>
  lines.filter((line) => line.startsWith(`${title}: `)).flatMap((line) => line.slice(title.length + 2, -1).split("; "));

/**
 * The record of a case, from lines of text alone: each finding by its label, with what is said to explain it. Values
 * are looked up among those of the case by how they are written, so that one left out is missing.
 */
function recordFrom(lines: readonly string[], values: readonly Measurement[]): SleRecord {
  const present = listed(lines, "Present");
  const said = (title: string) => new Set(listed(lines, title));
  const [absent, open, measured] = [said("Absent"), said("Not known"), said("Measured")];
  const answers: { [F in FindingId]?: Status | Statement } = {};
  for (const finding of findings) {
    const { label } = definitions.findings[finding];
    const line = present.find((one) => one === label || one.startsWith(`${label}, `));
    const cause = (["drug", "infection", "malignancy", "metabolic", "other-disease", "other"] as const).find((one) =>
      line?.includes(`explained by ${writeExplanation({ cause: one })}`),
    );
    if (line) answers[finding] = cause ? { status: "present", explainedBy: { cause } } : "present";
    else if (absent.has(label)) answers[finding] = "absent";
    else if (open.has(label)) answers[finding] = "unknown";
  }
  const measurements = values.filter((one) => measured.has(dictated(one, definitions)));
  const record: SleRecord = { format: "sle-record/1", findings: answers, measurements };
  if (lines.includes(REST.unknown)) return record;
  if (!lines.includes(REST.absent)) throw new Error("the text does not say what the rest is");
  // Absent is what the text leaves out, and nothing that follows from what it says.
  const { results: _, ...rest } = assess(record);
  if (rest.issues.some(({ severity }) => severity === "error")) return record;
  return recordOf(
    { ...(all[0]?.practiceCase ?? fail()), record, otherwise: "absent", story: storyLeavingOpen([...open]) },
    definitions,
  );
}

const storyLeavingOpen = (labels: readonly string[]) => {
  const marks = findings.filter((finding) => labels.includes(definitions.findings[finding].label));
  return marks.length > 0 ? { history: `[Open](${marks.map((finding) => `?${finding}`).join(" ")}).` } : {};
};

describe("a card alone", () => {
  test.each(all.map((one) => [`${one.practiceCase.id} by ${one.set}`, one] as const))(
    "%s says what the rest is, which set is asked, and all that the verdict rests on",
    (_, one) => {
      const { front, back } = cardOf(one);
      const { practiceCase } = one;
      const set = definitions.sets.find(({ id }) => id === one.set) ?? fail();
      for (const side of [front, back]) {
        expect(side).toContain(REST[practiceCase.otherwise]);
        expect(side).not.toContain(REST[practiceCase.otherwise === "absent" ? "unknown" : "absent"]);
      }
      expect(front).toContain(`Score by ${set.short}.`);
      expect(back[0]?.startsWith(`${set.short}: `)).toBe(true);
      expect(back.at(-1)).toBe(STATEMENT);
      const ofCase = assess(recordOf(practiceCase, definitions)).results;
      const ofText = assess(recordFrom(back, practiceCase.record.measurements ?? [])).results;
      for (const { id } of definitions.sets) {
        expect(ofText?.[id]?.score).toEqual(ofCase?.[id]?.score);
        expect(ofText?.[id]?.verdict).toBe(ofCase?.[id]?.verdict);
      }
      // Every line of an open verdict names what is open.
      if (ofCase?.[one.set]?.verdict === "undetermined") {
        expect(back.join("\n")).toMatch(/Not known, and able to change it: |The entry criterion is not known/);
      }
    },
  );

  test("has its notes with the finding that each is about", () => {
    for (const one of written) {
      const { back } = cardOf(one);
      for (const { finding, says, sets } of one.practiceCase.notes) {
        const line = `${definitions.findings[finding].label}: ${says}`;
        if (sets === undefined || sets.includes(one.set)) expect(back).toContain(line);
        else expect(back).not.toContain(line);
      }
    }
  });
});

describe("the lines of a printed key", () => {
  test("let the record be written down again, for every case", () => {
    for (const { practiceCase } of all) {
      const lines = factsOf(practiceCase, definitions);
      const record = recordFrom(lines, practiceCase.record.measurements ?? []);
      for (const finding of findings) {
        const given = practiceCase.record.findings?.[finding];
        if (given === undefined) continue;
        expect(asStatement(record.findings?.[finding] ?? "unknown").status).toBe(asStatement(given).status);
      }
      expect(lines).toContain(REST[practiceCase.otherwise]);
    }
  });

  test("name what each note is about", () => {
    for (const one of written) {
      const notes = one.practiceCase.notes.filter(({ sets }) => sets === undefined || sets.includes(one.set));
      const labels = notes.map(({ finding }) => definitions.findings[finding].label);
      notesOf(one, definitions).forEach((note, position) => {
        expect(note.startsWith(`${labels[position]}: `)).toBe(true);
      });
    }
  });
});

function fail(): never {
  throw new Error("not there");
}
