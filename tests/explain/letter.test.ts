import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, SleRecord, TestId } from "../../criteria/types.ts";
import { shortNote } from "../../lib/explain/notes.ts";
import { setReport } from "../../lib/explain/report.ts";
import { STATEMENT } from "../../lib/explain/statement.ts";
import { inSentence, writeExplanation, writeValue } from "../../lib/explain/values.ts";
import { verdictInList } from "../../lib/explain/verdict.ts";
import { asStatement } from "../../lib/record/interpret.ts";
import type { Trace } from "../../lib/scoring/result.ts";
import { randomFrom, randomRecord } from "../scoring/support/random-records.ts";
import { assess, interpret } from "../support/assess.ts";
import { FINDINGS, recordOf, recordsWith, valuesOf } from "./support/records-from-data.ts";

const { sets, findings } = definitions;

function noteOf(record: SleRecord): string {
  return shortNote({ record, result: assess(record), definitions, version: "9.9.9, definitions 3f2a" });
}

const name = (finding: FindingId) => inSentence(findings[finding].label);

const random = randomFrom(20_261_126);
const records: readonly SleRecord[] = [
  ...definitions.examples.map(({ record }) => record),
  ...FINDINGS.flatMap((finding) => recordsWith(finding).filter((_, position) => position % 3 === 0)),
  ...Array.from({ length: 400 }, () => randomRecord(random, 0.05 + 0.45 * random())),
];

const said = records.flatMap((record) => {
  const { results } = assess(record);
  const { facts } = interpret(record);
  if (!results || !facts) return [];
  const note = noteOf(record);
  return [{ record, results, facts, note, lines: note.split("\n") }];
});

/** Read off a trace in the plainest way: what holds in it. */
function holding(trace: Trace): readonly Extract<Trace, { finding: FindingId }>[] {
  if ("finding" in trace) return trace.truth === "true" ? [trace] : [];
  return trace.kind === "not" ? [] : trace.of.flatMap(holding);
}

describe("the note for a letter", () => {
  test("is three to six lines, ends in the statement and what worked it out, and has no word of an audit trail", () => {
    expect(said.length).toBeGreaterThan(800);
    for (const { lines, note } of said) {
      expect(lines.length).toBeGreaterThanOrEqual(3);
      expect(lines.length).toBeLessThanOrEqual(6);
      expect(lines.at(-2)).toBe(STATEMENT);
      expect(lines.at(-1)).toMatch(/Worked out by app version 9\.9\.9, definitions 3f2a\.$/);
      expect(note).not.toMatch(
        /with the unknowns|counts once|sle-record|answer it yourself|undefined|NaN| {2}|\(\)|\.\./,
      );
      for (const line of lines) expect(line).toMatch(/^[A-Z].*\.$/);
    }
  });

  test("says of every set what its verdict and its score are", () => {
    for (const { results, lines } of said) {
      for (const set of sets) {
        const result = results[set.id];
        if (!result) throw new Error(set.id);
        expect(lines[0]).toContain(
          ` ${inSentence(verdictInList(result, set))} (${`${result.score.value}`.replace("-", "−")} `,
        );
        if (result.entry === "not-met") expect(lines[0]).toContain("entry criterion not met");
      }
    }
  });

  test("names all that counted, each value and day of it", () => {
    let values = 0;
    let days = 0;
    let ordinary = 0;
    for (const { record, results, facts, lines } of said) {
      const [, counted = ""] = lines;
      // Of a huge record the rest is a number, which has a test of its own.
      if (/\d+ more counted,/.test(counted)) continue;
      ordinary += 1;
      const all = record.measurements ?? [];
      const leaves = sets.flatMap(({ id }) =>
        (results[id]?.domains ?? []).flatMap(({ criteria }) =>
          criteria.flatMap(({ state, trace }) => (state === "counted" ? holding(trace) : [])),
        ),
      );
      for (const { finding, origin } of leaves) {
        if (origin.kind === "measured") {
          // Of more than four values, the rest is a number.
          for (const position of origin.by.length > 4 ? [] : origin.by) {
            const value = all[position];
            if (!value) throw new Error("no value");
            expect(counted).toContain(value.unit === "{count}" ? ` ${value.value}` : writeValue(value, definitions));
            if (value.date) expect(counted).toContain(value.date);
            values += 1;
          }
        } else if (origin.kind === "stated") {
          expect(counted).toContain(name(finding));
          const { date } = asStatement(record.findings?.[finding] ?? "unknown");
          if (date) expect(counted).toContain(`first seen ${date}`);
          if (date) days += 1;
        } else if (origin.kind === "assumed") {
          expect(counted).toMatch(
            new RegExp(`assumed[^:]*: ${name(finding).replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}`),
          );
        } else {
          // What follows from something else is not named for itself: what it follows from is.
          expect(origin.kind).toBe("implied");
          if (origin.kind === "implied" && !facts[origin.by].explainedBy && facts[origin.by].origin.kind === "stated") {
            expect(counted).toContain(name(origin.by));
          }
        }
      }
    }
    expect(ordinary).toBeGreaterThan(0.9 * said.length);
    expect(values).toBeGreaterThan(200);
    expect(days).toBeGreaterThan(20);
  });

  test("calls nothing present that is not: neither in what counted nor in what was left out as explained", () => {
    for (const { facts, lines } of said) {
      const [, counted = ""] = lines;
      const explained = /Explained by .*?\. (?=[A-Z]|$)/.exec(`${lines[2]} `)?.[0] ?? "";
      const present = FINDINGS.filter((finding) => facts[finding].status === "present").map(name);
      // Longest first, so that no name is found inside of another.
      const rest = present
        .toSorted((a, b) => b.length - a.length)
        .reduce((text, label) => text.replaceAll(label, "…"), `${counted} ${explained}`);
      for (const finding of FINDINGS) {
        if (facts[finding].status !== "present")
          expect(rest).not.toMatch(new RegExp(`[:;] ${name(finding).replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}`));
      }
    }
  });

  test("has no day, no value and no explanation that is not of this record, whatever was written before", () => {
    for (const [position, { record, note, lines }] of said.entries()) {
      const own = JSON.stringify(record);
      for (const [day] of note.matchAll(/\d{4}-\d{2}-\d{2}/g)) expect(own).toContain(day);
      for (const [, by = ""] of note.matchAll(/[Ee]xplained by [a-z ]+ \(([^()]*)\)/g)) expect(own).toContain(by);
      const values = (record.measurements ?? []).map((value) => writeValue(value, definitions));
      // Names of findings have numbers of their own.
      const plain = FINDINGS.map(name)
        .toSorted((a, b) => b.length - a.length)
        .reduce((text, label) => text.replaceAll(label, ""), lines[1] ?? "");
      for (const [value] of plain.matchAll(/\d[\d.]* (?:mg|g|IU|×10⁹|GPL|MPL)[^\s,;)]*/g)) {
        expect(`${values.join(" ")} ${own}`).toContain(value.replace(/\.$/, ""));
      }
      if (position % 9 === 0) expect(noteOf(record)).toBe(note);
    }
  });

  test("names what a set leaves out because something else explains it, with what explains it", () => {
    let left = 0;
    for (const { results, facts, note } of said) {
      for (const { id } of sets) {
        const away = (results[id]?.domains ?? []).flatMap(({ criteria }) =>
          criteria.flatMap(({ state, trace }) => (state === "explained" && "finding" in trace ? [trace.finding] : [])),
        );
        for (const finding of away) {
          const { explainedBy, origin } = facts[finding];
          if (!explainedBy || origin.kind !== "stated") continue;
          if (/\d+ more were left out,/.test(note)) continue;
          const words = `Explained by ${writeExplanation(explainedBy)}, and so not counted in `;
          expect(note).toContain(words);
          expect(note.slice(note.indexOf(words))).toContain(name(finding));
          left += 1;
        }
      }
    }
    expect(left).toBeGreaterThan(50);
  });

  test("names the most decisive of what is not known for each open set, and says so where nothing is open", () => {
    for (const { results, lines } of said) {
      const line = lines.at(-3) ?? "";
      const open = sets.filter(({ id }) => results[id]?.verdict === "undetermined");
      if (open.length === 0) expect(line).toBe("Nothing that is not known could change a verdict.");
      else expect(line).toMatch(/^Not known, and could change the verdict/);
      for (const { id } of open) {
        const [first] = results[id]?.open ?? [];
        if (first) expect(line).toContain(name(first));
      }
    }
  });
});

describe("in a state of its own", () => {
  test("an empty record has nothing entered", () => {
    expect(noteOf({ format: "sle-record/1" }).split("\n")[1]).toBe("Nothing is entered.");
  });

  test("a record of absent answers alone has nothing that counts", () => {
    const note = noteOf(recordOf({ "malar-rash": "absent", seizure: "absent", "ana-1-80": "absent" }));
    expect(note.split("\n")[1]).toBe("Nothing that was entered counts.");
    expect(note).not.toMatch(/malar rash|seizure/);
    expect(note).toContain("EULAR/ACR 2019 not classified (0 points, 10 needed, entry criterion not met)");
    expect(note).toContain("EULAR/ACR 2019: Entry criterion not met. Absent: ANA at least 1:80.");
  });

  test("an error gives no verdict, and says what to correct, of many the first", () => {
    const note = noteOf(recordOf({ leukopenia: "absent" }, [{ test: "white-cells", value: 3, unit: "10*9/L" }]));
    expect(note).toMatch(/^No result: the record needs a correction first\. "Leukopenia" is stated absent/);
    expect(note.split("\n")).toHaveLength(3);
    expect(note).not.toMatch(/points|classified/);
    const many = noteOf(
      recordOf(
        {},
        Array.from({ length: 9 }, () => ({ test: "c3", value: 62, unit: "kg" })),
      ),
    );
    expect(many.split("\n")).toHaveLength(3);
    expect(many).toContain("And 6 more.");
  });

  test("a score that is reached and does not classify says what is missing", () => {
    const antibodies = definitions.examples.find(({ id }) => id === "patient-antibodies-only")?.record;
    if (!antibodies) throw new Error("no example");
    expect(noteOf(antibodies)).toContain(
      "EULAR/ACR 2019 not classified (12 points, 10 needed, but no clinical criterion)",
    );
  });

  test("a finding stated present against its values counts, with the values that say otherwise", () => {
    const note = noteOf(recordOf({ thrombocytopenia: "present" }, [{ test: "platelets", value: 250, unit: "10*9/L" }]));
    expect(note).toContain("Counted in every set: thrombocytopenia.");
    expect(note).toContain("Stated present, not met by the values entered: thrombocytopenia (250 ×10⁹/L is not below");
  });

  test("what counts although something else explains it is never said to count plainly", () => {
    const drug = { status: "present", explainedBy: { cause: "drug", text: "hydralazine" } } as const;
    const note = noteOf(recordOf({ "ana-1-80": "present", seizure: drug, "tender-joints-with-stiffness": drug }));
    expect(note).toMatch(/although explained by a drug \(hydralazine\): [^.]*tender joints with morning stiffness/);
    expect(note).toMatch(/although explained by a drug \(hydralazine\): [^.]*seizure/);
  });

  test("an assumption is said to be one, with what it is assumed from", () => {
    const note = noteOf(recordOf({}, [{ test: "ana-titer", value: 640, unit: "{titer}", date: "2024-03-04" }]));
    expect(note).toContain(
      "In every set but EULAR/ACR 2019: ".slice(3) +
        "ANA at least 1:80 (ANA titer 1:640, 2024-03-04; for SLICC 2012, ACR 1997 and SLERPI assumed: ANA above the laboratory's range; entry criterion of EULAR/ACR 2019)",
    );
  });

  test("what is present and counts nowhere is named with what kept it from counting", () => {
    const note = noteOf(recordOf({ "biopsy-class-3-or-4": "present", "biopsy-class-2-or-5": "present" }));
    expect(note).toContain(
      "Not counted: class II or V lupus nephritis: EULAR/ACR 2019 counts class III or IV lupus nephritis instead.",
    );
    expect(noteOf(recordOf({ "pericardial-pain": "present" }))).toContain(
      "Not counted: pericardial chest pain: not enough alone for acute pericarditis in EULAR/ACR 2019.",
    );
    // Each set has its own reason, and what explains the one thing is not said of the other.
    const explained = { status: "present", explainedBy: { cause: "drug" } } as const;
    expect(noteOf(recordOf({ "hemolytic-anemia": explained, "direct-coombs": "present" }))).toContain(
      "Not counted: direct Coombs test positive: not enough alone for autoimmune hemolysis in EULAR/ACR 2019, a rule of SLICC 2012 takes it out and not enough alone for thrombocytopenia or autoimmune hemolysis in SLERPI.",
    );
    // What counts somewhere is not called left out.
    expect(noteOf(recordOf({ "ana-1-80": "present", psychosis: "present", delirium: "present" }))).not.toContain(
      "Not counted:",
    );
  });

  test("what takes points off is not said to count", () => {
    const note = noteOf(recordOf({ "ana-above-reference": "present", "interstitial-lung-disease": "present" }));
    expect(note).toContain("Points taken off in SLERPI: interstitial lung disease.");
    expect(/Counted[^.]*\./.exec(note)?.[0]).not.toContain("interstitial");
  });

  test("a huge record is no longer than six lines, and says how much of it is not named", () => {
    const everything = Object.fromEntries(FINDINGS.map((finding) => [finding, "present"] as const));
    const days = Array.from({ length: 28 }, (_, day) => `2024-02-${String(day + 1).padStart(2, "0")}`);
    const low = days.map((date) => ({ test: "platelets", value: 60, unit: "10*9/L", date }) as const);
    const note = noteOf(recordOf(everything, [...low, ...valuesOf("white-cells").slice(0, 1)]));
    expect(note.split("\n").length).toBeLessThanOrEqual(6);
    expect(note).toMatch(/\d+ more counted, which the full note names\./);
    const values = noteOf(recordOf({}, low));
    expect(values).toContain("platelet count 60 ×10⁹/L, 2024-02-01; 60 ×10⁹/L, 2024-02-02");
    expect(values).toContain("24 more values");
  });

  test("a reference of the user's own stands in quotation marks", () => {
    expect(noteOf({ format: "sle-record/1", label: "bed 4. Classified" })).toMatch(
      /^Reference: “bed 4\. Classified”\. Worked/m,
    );
  });
});

describe("what was left out", () => {
  test("of a value that decides nothing is whatever each set lacks of it", () => {
    const names = Object.keys(definitions.tests) as TestId[];
    const plain = names.flatMap((id) => valuesOf(id).filter(({ low, high, p99 }) => !(low || high || p99)));
    let differing = 0;
    for (const value of plain) {
      const record = recordOf({}, [value]);
      const [interpreted, result] = [interpret(record), assess(record)];
      if (!interpreted.facts || !result.results) continue;
      const undecided = sets.flatMap(
        (set) => setReport(set, { record, interpreted, result, definitions })?.undecided ?? [],
      );
      const note = noteOf(record);
      if (!note.includes("Not counted: ")) continue;
      const wanted = new Set(
        undecided.flatMap(({ why }) => /(needs the .*|is read from .* only)$/.exec(why)?.[0] ?? []),
      );
      for (const reason of wanted) expect(note).toContain(reason);
      if (wanted.size > 1) differing += 1;
    }
    expect(differing).toBeGreaterThan(0);
  });

  const explained = (finding: FindingId, ...others: FindingId[]): SleRecord => ({
    format: "sle-record/1",
    findings: {
      ...Object.fromEntries(others.map((other) => [other, "present"])),
      [finding]: { status: "present", explainedBy: { cause: "drug" } },
    },
  });

  test("is never said to count in the one set that has no such item", () => {
    for (const finding of FINDINGS) {
      const record = explained(finding);
      if (!assess(record).results) continue;
      expect(noteOf(record), finding).not.toContain("any set but");
    }
    expect(noteOf(explained("maculopapular-rash"))).toContain(
      "not counted in EULAR/ACR 2019, SLICC 2012 and SLERPI: generalized maculopapular lupus rash",
    );
  });

  test("names a biopsy that something else explains, and what a route lacks", () => {
    expect(noteOf(explained("biopsy-lupus-nephritis", "ana-above-reference"))).toContain(
      `Explained by a drug, and so not counted in SLICC 2012: ${name("biopsy-lupus-nephritis")}`,
    );
    const alone: SleRecord = { format: "sle-record/1", findings: { "biopsy-lupus-nephritis": "present" } };
    expect(noteOf(alone)).toContain(
      `${name("biopsy-lupus-nephritis")}: not enough alone for classification by biopsy in SLICC 2012`,
    );
  });

  test("is counted in the right number", () => {
    const many = FINDINGS.filter((finding) => assess(explained(finding)).results).slice(0, 60);
    for (let count = 2; count < many.length; count += 1) {
      const findings = Object.fromEntries(
        many.slice(0, count).map((one) => [one, { status: "present", explainedBy: { cause: "drug" } }]),
      );
      const record = { format: "sle-record/1", findings } as SleRecord;
      if (!assess(record).results) continue;
      expect(noteOf(record)).not.toMatch(/\b1 more were|\b(?!1 )\d+ more was/);
    }
  });
});
