/** The questions that are offered, against a plain statement of which they are, why, and in which order. */
import { describe, expect, test } from "vitest";
import type { Misreading } from "../../criteria/practice/types.ts";
import type { FindingId, SleRecord, Statement } from "../../criteria/types.ts";
import { assess } from "../../lib/assess.ts";
import { answerOf } from "../../lib/practice/answer.ts";
import { keptPlanOf } from "../../lib/practice/kept-plan.ts";
import { misread } from "../../lib/practice/misread.ts";
import { CAUSES } from "../../lib/record/causes.ts";
import { type Candidate, candidatesFor } from "../../lib/rounds/candidates.ts";
import { wordsFor } from "../../lib/rounds/round.ts";
import { definitions, practice, RECORD } from "./support.ts";

const plan = keptPlanOf(definitions);
const ALL = definitions.sets.map(({ id }) => id);

function resultsOf(record: SleRecord) {
  const { results } = assess(plan, record);
  if (!results) throw new Error("a record that can be read");
  return results;
}

/** A record in which every finding is stated, or decided by a result that decides nothing else. */
interface Patient {
  readonly record: SleRecord;
  /** Its present findings that somebody stated or measured, in the order of the definitions. */
  readonly present: readonly FindingId[];
}

interface Expected extends Candidate {
  readonly weight: number;
}

/** Of a finding: what the sets make of each way of answering it. */
function aboutFinding(finding: FindingId, { record }: Patient, sets: readonly string[]): Expected {
  const before = resultsOf(record);
  const { [finding]: said, ...others } = record.findings ?? {};
  const answered = (statement: Statement | undefined) =>
    assess(plan, { ...record, findings: { ...others, ...(statement && { [finding]: statement }) } }).results;
  const asPresent = [
    answered({ status: "present" }),
    ...CAUSES.map((cause) => answered({ status: "present", explainedBy: { cause } })),
  ].filter((one) => one !== undefined);
  const every = [...asPresent, answered({ status: "absent" }), answered(undefined)].filter((one) => one !== undefined);
  const where = (differ: (set: string) => boolean) =>
    definitions.sets.filter(({ id }) => sets.includes(id) && differ(id)).map(({ short }) => short);
  const decides = where((set) => every.some((one) => one[set]?.asAssessed !== before[set]?.asAssessed));
  const argued = where((set) => asPresent.some((one) => one[set]?.score.value !== asPresent[0]?.[set]?.score.value));
  const changes = where((set) => every.some((one) => one[set]?.score.value !== before[set]?.score.value));
  const explained = typeof said === "object" && said.explainedBy !== undefined;
  const asks = { kind: "finding", finding } as const;
  const why = [
    explained && "something else is said to explain it",
    decides.length > 0 && `decides the verdict of ${decides.join(", ")}`,
    argued.length > 0 && `whether something else explains it changes ${argued.join(", ")}`,
    argued.length === 0 && changes.length > 0 && `changes the score of ${changes.join(", ")}`,
  ].filter((one) => one !== false);
  // What is said to be explained stands before all else.
  const weight = 4 * decides.length + 2 * argued.length + changes.length + (explained ? 100 : 0);
  return { asks, words: wordsFor(asks, definitions), why, weight };
}

function expectedFor(patient: Patient, sets: readonly string[], misreadings: readonly Misreading[]): Candidate[] {
  const { record, present } = patient;
  const results = resultsOf(record);
  const spoken = definitions.sets.filter(({ id }) => sets.includes(id));
  const open = spoken.flatMap(({ id }) => results[id]?.open.slice(0, 3) ?? []);
  const findings = [...new Set([...present, ...open])].map((finding) => aboutFinding(finding, patient, sets));
  const read = (set: (typeof spoken)[number]) =>
    misreadings
      .filter((one) => one.sets.includes(set.id))
      .flatMap((misreading) => {
        const wrong = misread({ record, set, definitions }, misreading);
        const answer = answerOf(wrong.record, wrong.set, wrong.definitions);
        return answer ? [{ title: misreading.title, answer }] : [];
      });
  const verdicts = spoken.map((set): Expected => {
    const asks = { kind: "verdict", set: set.id } as const;
    const is = results[set.id]?.asAssessed === "classified";
    const why = read(set).flatMap(({ title, answer }) => (answer.classified === is ? [] : [title]));
    return { asks, words: wordsFor(asks, definitions), why, weight: 3 + Math.min(4, why.length) };
  });
  const points = spoken.flatMap((set) =>
    (results[set.id]?.domains ?? []).flatMap(({ id: domain, points: right }): Expected[] => {
      const asks = { kind: "points", set: set.id, domain } as const;
      const wrong = read(set)
        .map(({ title, answer }) => ({ title, points: answer.domains[domain] ?? 0 }))
        .filter((one) => one.points !== right)
        .toSorted((a, b) => a.points - b.points);
      const why = wrong.map(({ title }) => title);
      // A domain that gives nothing and that nobody is known to misread is no question.
      if (right === 0 && why.length === 0) return [];
      return [{ asks, words: wordsFor(asks, definitions), why, weight: Math.min(4, why.length) + (right ? 1 : 0) }];
    }),
  );
  return [...findings, ...verdicts, ...points]
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ asks, words, why }) => ({ asks, words, why }));
}

const ULCERS: Patient = { record: RECORD, present: ["ana-1-80", "malar-rash", "oral-ulcers", "thrombocytopenia"] };

/** What is implied (leukopenia) or assumed (arthritis without erosions) is nobody's answer. */
const JOINTS: Patient = {
  record: {
    format: "sle-record/1",
    findings: {
      "ana-1-80": "present",
      "ana-above-reference": { status: "present", explainedBy: { cause: "drug" } },
      "synovitis-2-joints": "present",
      "leukopenia-twice": "present",
      "malar-rash": "absent",
      seizure: { status: "present", explainedBy: { cause: "infection" } },
    },
  },
  present: ["ana-1-80", "ana-above-reference", "seizure", "synovitis-2-joints", "leukopenia-twice"],
};

const NEPHRITIS: Patient = {
  record: {
    format: "sle-record/1",
    findings: {
      "ana-1-80": "present",
      "biopsy-class-3-or-4": "present",
      "biopsy-class-2-or-5": "present",
      proteinuria: "present",
      "low-c3": "present",
      "anti-dsdna-specific": "absent",
    },
  },
  present: ["ana-1-80", "biopsy-class-3-or-4", "biopsy-class-2-or-5", "proteinuria", "low-c3"],
};

const FINDINGS = Object.keys(definitions.findings) as readonly FindingId[];

const inOrder = ({ record, present }: Patient): Patient => ({
  record,
  present: FINDINGS.filter((finding) => present.includes(finding)),
});

/** All that is not present is absent, except these, and what is assumed of the joints. */
function closed({ record, present }: Patient, open: readonly FindingId[] = []): Patient {
  const left = [...present, ...open, "nonerosive-arthritis"];
  const absent = Object.fromEntries(FINDINGS.flatMap((one) => (left.includes(one) ? [] : [[one, "absent"]])));
  return inOrder({ record: { ...record, findings: { ...absent, ...record.findings } }, present });
}

/** A patient with these findings and no other. */
const beside = (...present: readonly FindingId[]): Patient =>
  closed({
    record: { format: "sle-record/1", findings: Object.fromEntries(present.map((one) => [one, "present"])) },
    present,
  });

const ASKED = [
  [closed(ULCERS, ["fever", "seizure", "discoid-lupus", "anti-sm", "interstitial-lung-disease"]), ALL],
  [JOINTS, ["acr-1997"]],
  [JOINTS, ["slerpi", "slicc-2012"]],
  [NEPHRITIS, ["eular-acr-2019"]],
] as const;

describe("the questions of a patient", () => {
  test.each(ASKED)("are those that it lends itself to, with their reasons, best first: %#", (patient, sets) => {
    const found = candidatesFor(patient.record, sets, definitions, practice.misreadings);
    expect(found).toEqual(expectedFor(inOrder(patient), sets, practice.misreadings));
  });

  test("rise with what is misread, up to four ways of reading it", () => {
    const patient = beside("malar-rash");
    // One way to give each of five domains other points, two of the next, and so on.
    const misreadings = ["malar-rash", "ana", "hematologic-disorder", "oral-ulcers", "arthritis"].flatMap(
      (criterion, at) =>
        Array.from({ length: at + 1 }, (_, times): Misreading => {
          const when = { kind: "recorded", finding: "malar-rash" } as const;
          const changes = [
            { kind: "condition", criterion, when },
            { kind: "weights", weights: { [criterion]: times + 2 } },
          ] as const;
          const title = `${criterion} as ${times + 2}.`;
          return { id: `${criterion}-${times}`, title, rule: "", sets: ["acr-1997"], changes };
        }),
    );
    for (const many of [0, 1, 3, 6, 10, 15]) {
      const known = misreadings.slice(0, many);
      const found = candidatesFor(patient.record, ["acr-1997"], definitions, known);
      expect(found).toEqual(expectedFor(patient, ["acr-1997"], known));
      expect(found.filter(({ why }) => why.length > 4)).toHaveLength(many < 10 ? 0 : many < 15 ? 1 : 2);
    }
  });

  test("about a verdict stand among those about findings as often as it is misread, and no further up for a fifth way", () => {
    // By ACR the seizure decides and its explanation matters; the synovitis decides, and moves SLICC as well.
    const ofFour = beside("photosensitivity", "oral-ulcers", "seizure", "synovitis-2-joints");
    const misreadings = [5, 6, 7, 8, 9, 10].map((score): Misreading => {
      const title = `${score} are asked for.`;
      return { id: title, title, rule: "", sets: ["acr-1997"], changes: [{ kind: "threshold", is: ">=", score }] };
    });
    const placeOf = (many: number, sets: readonly string[]) =>
      candidatesFor(ofFour.record, sets, definitions, misreadings.slice(0, many)).findIndex(
        ({ asks }) => asks.kind === "verdict",
      );
    expect([1, 2, 3, 4, 5, 6].map((many) => placeOf(many, ["acr-1997"]))).toEqual([4, 4, 1, 1, 1, 1]);
    expect([2, 3, 4, 5].map((many) => placeOf(many, ["acr-1997", "slicc-2012"]))).toEqual([4, 3, 2, 2]);
    // A finding that decides nothing stands behind a verdict that can be misread at all.
    const [one] = misreadings;
    const low = one && [{ ...one, changes: [{ kind: "threshold", is: ">=", score: 1 } as const] }];
    const found = candidatesFor(beside("seizure").record, ["acr-1997"], definitions, low ?? []);
    expect(found.map(({ asks }) => asks.kind)).toEqual(["verdict", "finding", "points"]);
  });

  test("name no explanation as what matters where the set reads the finding whatever explains it", () => {
    const record: SleRecord = { format: "sle-record/1", findings: { "ana-above-reference": "present" } };
    const about = (finding: FindingId) =>
      candidatesFor(
        { ...record, findings: { ...record.findings, [finding]: "present" } },
        ["acr-1997"],
        definitions,
        [],
      )
        .filter(({ asks }) => asks.kind === "finding" && asks.finding === finding)
        .flatMap(({ why }) => why);
    // ACR prints no exclusion for a malar rash, and one for the seizure of a drug.
    expect(about("malar-rash")).toEqual(["changes the score of ACR 1997"]);
    expect(about("seizure")).toEqual(["whether something else explains it changes ACR 1997"]);
    // The same of what is still open.
    const open = candidatesFor(
      { ...record, findings: { ...record.findings, "discoid-lupus": "present", "oral-ulcers": "present" } },
      ["acr-1997"],
      definitions,
      [],
    );
    const malar = open.find(({ asks }) => asks.kind === "finding" && asks.finding === "malar-rash");
    expect(malar?.why).toEqual(["decides the verdict of ACR 1997", "changes the score of ACR 1997"]);
  });

  test("are none where the record cannot be read", () => {
    const record = { ...RECORD, measurements: [{ test: "platelets", value: -4, unit: "10*9/L" }] } as const;
    expect(candidatesFor(record, ALL, definitions, practice.misreadings)).toEqual([]);
  });
});
