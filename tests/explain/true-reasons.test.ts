/** A reason that is given is the reason: what is said to be wanting would do it, and what is said to act does act. */
import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { Condition, CriteriaSet, FindingId, SleRecord } from "../../criteria/types.ts";
import { TRUE, truthOf } from "../../lib/definition/truth.ts";
import { criteriaOf, findingsIn, positiveFindings, routesOf } from "../../lib/definition/walk.ts";
import { isPlural } from "../../lib/definition/words.ts";
import { type Cell, cellText, comparison } from "../../lib/explain/compare.ts";
import { disagreement } from "../../lib/explain/disagreement.ts";
import { fullNote, shortNote } from "../../lib/explain/notes.ts";
import { openLines, setReport } from "../../lib/explain/report.ts";
import { undecidedIn } from "../../lib/explain/undecided.ts";
import { inSentence, list } from "../../lib/explain/values.ts";
import { worthIn } from "../../lib/explain/worth.ts";
import { answer } from "../../lib/record/edit.ts";
import { asAssessed } from "../../lib/scoring/leaf-truth.ts";
import { clausesOf } from "../../lib/scoring/trace.ts";
import { randomFrom, randomRecord } from "../scoring/support/random-records.ts";
import { assess, interpret, plan } from "../support/assess.ts";
import { FINDINGS, recordOf } from "./support/records-from-data.ts";

const { sets, findings, assumptions } = definitions;
const name = (finding: FindingId) => inSentence(findings[finding].label);

/** Everything that a set asks for by a condition, by its title. */
function conditionsOf(set: CriteriaSet): ReadonlyMap<string, Condition> {
  return new Map([
    ...[...criteriaOf(set)].map(({ criterion }) => [criterion.title, criterion.when] as const),
    ...routesOf(set).map(({ title, when }) => [title, when] as const),
  ]);
}

function holds(when: Condition, record: SleRecord, set: CriteriaSet): boolean {
  const { facts } = interpret(record);
  return facts !== undefined && truthOf(when, asAssessed(set, facts)) === TRUE;
}

const present = (...some: readonly FindingId[]) => recordOf(Object.fromEntries(some.map((one) => [one, "present"])));

/** The findings that meet a condition beside this one, and neither without it. Tried out, one by one. */
function partners(when: Condition, own: FindingId, set: CriteriaSet): readonly FindingId[] {
  if (holds(when, present(own), set)) return [];
  return positiveFindings(when).filter(
    (other) => other !== own && !holds(when, present(other), set) && holds(when, present(own, other), set),
  );
}

/** Every finding that does not meet a condition of a set alone and does beside another. */
const needing = sets.flatMap((set) =>
  [...conditionsOf(set)].flatMap(([title, when]) =>
    FINDINGS.flatMap((own) => {
      const others = partners(when, own, set);
      return others.length > 0 ? [{ set, title, own, others }] : [];
    }),
  ),
);

function cellsOf(record: SleRecord): ReadonlyMap<FindingId, Readonly<Record<string, Cell>>> {
  const { facts } = interpret(record);
  const { results } = assess(record);
  if (!facts || !results) throw new Error("the record has an error");
  return new Map(comparison(facts, results, definitions).map(({ finding, cells }) => [finding, cells]));
}

const random = randomFrom(20_261_127);
const records: readonly SleRecord[] = [
  ...definitions.examples.map(({ record }) => record),
  ...Array.from({ length: 300 }, () => randomRecord(random, 0.05 + 0.5 * random())),
];

describe("what is said to be needed beside a finding", () => {
  test("there is such a finding in sets and in routes", () => {
    expect(needing.length).toBeGreaterThan(10);
    expect(new Set(needing.map(({ set }) => set.id)).size).toBeGreaterThan(2);
  });

  test.each(needing.map((one) => ({ ...one, of: one.set.short })))(
    "$own in $of: $title is met beside what is named, and what meets it by itself is not named",
    ({ set, title, own, others }) => {
      const cell = cellsOf(present(own)).get(own)?.[set.id];
      if (cell?.kind === "not-enough") expect(cell.needs.toSorted()).toEqual(others.toSorted());
      const result = assess(present(own)).results?.[set.id];
      if (!result) throw new Error("no result");
      const waiting = undecidedIn(set, result, present(own), definitions);
      const said = waiting.find(({ why }) => why.startsWith(`not enough alone for ${inSentence(title)}`));
      if (said) {
        const lacking = `, where ${list(others.map(name))} ${others.length === 1 ? "is" : "are"} not known`;
        expect(said.why).toBe(`not enough alone for ${inSentence(title)}${lacking}`);
      }
      const { words = "" } = worthIn(plan, set, recordOf({})).finding(own) ?? {};
      if (/^needs one of/.test(words)) expect(words).toBe(`needs one of ${others.length} others too`);
      else if (/^needs/.test(words)) expect(words).toBe(`needs ${list(others.map(name), "or")} too`);
    },
  );

  test("is said wherever it waits, and would do it once it is answered", () => {
    let tried = 0;
    for (const record of records) {
      const { results } = assess(record);
      if (!results) continue;
      for (const set of sets) {
        const result = results[set.id];
        if (!result) throw new Error("no result");
        for (const [title, when] of conditionsOf(set)) {
          const alone = undecidedIn(set, result, record, definitions).filter(
            ({ position, why }) =>
              position === undefined &&
              / (is|are) not known$/.test(why) &&
              why.startsWith(`not enough alone for ${inSentence(title)}, where`),
          );
          for (const { why } of alone) {
            const named = FINDINGS.filter((one) => findingsIn(when).includes(one) && why.includes(name(one)));
            const unknown = named.filter((one) => interpret(record).facts?.[one].status === "unknown");
            const then = unknown.reduce((next, one) => answer(next, one, "present"), record);
            if (!interpret(then).facts) continue;
            expect([set.id, why, holds(when, then, set), JSON.stringify(record)]).toEqual([
              set.id,
              why,
              true,
              JSON.stringify(record),
            ]);
            tried += 1;
          }
        }
      }
    }
    expect(tried).toBeGreaterThan(50);
  });

  test("is said to be explained where that is what keeps it from helping", () => {
    const drug = { cause: "drug", text: "ribavirin" } as const;
    for (const { set, own, others } of needing.filter(({ set: one }) => one.attribution.kind === "any-other-cause")) {
      for (const other of others) {
        const record = recordOf({ [own]: "present", [other]: { status: "present", explainedBy: drug } });
        const cell = cellsOf(record).get(own)?.[set.id];
        if (cell?.kind !== "not-enough" || cell.needs.length > 0) continue;
        expect(cellText(cell, set, definitions)).toMatch(
          new RegExp(`needs ${name(other)} as well, and that is explained by a drug \\(ribavirin\\)$`),
        );
      }
    }
  });
});

describe("what is said to count with a finding", () => {
  test("meets the criterion with it, and not by itself", () => {
    let tried = 0;
    for (const record of records) {
      const { facts } = interpret(record);
      if (!facts) continue;
      for (const [finding, cells] of cellsOf(record)) {
        for (const set of sets) {
          const cell = cells[set.id];
          if (cell?.kind !== "counted" || !cell.together) continue;
          const when = [...criteriaOf(set)].find(({ criterion }) => criterion.id === cell.criterion)?.criterion.when;
          if (!when) throw new Error("no criterion");
          for (const other of cell.together) {
            expect([set.id, finding, other, holds(when, present(other), set)]).toEqual([set.id, finding, other, false]);
            tried += 1;
          }
        }
      }
    }
    expect(tried).toBeGreaterThan(20);
  });
});

describe("a finding that could be assumed from another", () => {
  const drug = { status: "present", explainedBy: { cause: "drug" } } as const;
  const pairs = assumptions.filter(({ when, then }) => when.status === "present" && then.status === "present");

  test.each(pairs.flatMap(({ when, then }) => ["present" as const, drug].map((said) => ({ when, then, said }))))(
    "has its own row once it is answered, as if nothing could be assumed ($when.finding, $then.finding)",
    ({ when, then, said }) => {
      const both = cellsOf(recordOf({ [when.finding]: "present", [then.finding]: said }));
      const alone = cellsOf(recordOf({ [then.finding]: said }));
      for (const set of sets) {
        const reads = (one: FindingId) =>
          [...conditionsOf(set).values()].some((condition) => findingsIn(condition).includes(one));
        if (!reads(then.finding) || reads(when.finding)) continue;
        const words = (cells: typeof both) => {
          const cell = cells.get(then.finding)?.[set.id];
          return cell && cellText(cell, set, definitions);
        };
        expect([set.id, words(both)]).toEqual([set.id, words(alone)]);
        expect([set.id, both.get(when.finding)?.[set.id]?.kind]).toEqual([set.id, "asks"]);
      }
    },
  );
});

describe("why a set does not classify beside one that does", () => {
  const disagreeing = records.flatMap((record) => {
    const { facts } = interpret(record);
    const { results } = assess(record);
    if (!facts || !results) return [];
    const rows = comparison(facts, results, definitions, record.measurements);
    const sentences = disagreement(results, rows, definitions);
    return sentences.length > 0 ? [{ record, results, rows, sentences }] : [];
  });

  test("there are such records", () => expect(disagreeing.length).toBeGreaterThan(100));

  test("is never something that the set has", () => {
    for (const { sentences } of disagreeing) {
      for (const sentence of sentences) expect(sentence).not.toMatch(/which (is|are) present(?!, and explained)/);
    }
  });

  test("is never something that takes points off where it is read", () => {
    for (const { rows, sentences } of disagreeing) {
      for (const { finding, cells } of rows) {
        const weights = Object.values(cells).flatMap((cell) => (cell.kind === "counted" ? [cell.weight] : []));
        if (weights.length === 0 || weights.some((weight) => weight > 0)) continue;
        expect(sentences.join(" ").toLowerCase()).not.toContain(name(finding).toLowerCase());
      }
    }
  });

  test("is the entry criterion alone only if the set would classify with it", () => {
    let tried = 0;
    for (const { record, results, sentences } of disagreeing) {
      for (const set of sets) {
        const result = results[set.id];
        const said = sentences.find((sentence) => sentence.startsWith(`${set.short}: the entry criterion is`));
        if (!set.entry || !result || !said) continue;
        const enough = /although its score of -?[\d.]+ would be enough\.$/.test(said);
        const clauses = clausesOf(result.rule).filter(({ kind }) => kind === "score" || kind === "criteria");
        expect([said, clauses.every(({ met }) => met === "true")]).toEqual([said, enough]);
        const opened = findingsIn(set.entry.when).reduce((next, one) => answer(next, one, "present"), record);
        const then = assess(opened).results?.[set.id];
        // An answer can be refused, and what follows from it can add to the score.
        if (!then || then.score.value !== result.score.value) continue;
        expect([said, then.asAssessed]).toEqual([said, enough ? "classified" : "not-classified"]);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(20);
  });

  test("names the kind of criterion that is missing, whether the score is reached or not", () => {
    for (const { results, sentences } of disagreeing) {
      for (const set of sets) {
        const result = results[set.id];
        if (!result || result.asAssessed === "classified") continue;
        const missing = clausesOf(result.rule).filter(({ kind, met }) => kind === "criteria" && met === "false");
        const said = sentences.find((sentence) => sentence.startsWith(set.short) && sentence !== sentences[0]) ?? "";
        const shut = /the entry criterion is .* would not be enough either\.$/.test(said);
        const [first] = missing;
        if (first?.kind === "criteria" && !shut) expect(said).toContain(` ${first.group} criteri`);
        else expect(said).not.toMatch(/ (clinical|immunologic) criteri/);
      }
    }
  });
});

describe("what could undo a verdict that stands so far", () => {
  const one = (finding: FindingId, record: SleRecord, set: CriteriaSet) =>
    assess(answer(record, finding, "present")).results?.[set.id]?.asAssessed;
  const soFar = [
    ...records,
    present("ana-1-80", "proteinuria"),
    // Hemolytic anemia would take the only immunologic criterion out.
    recordOf({
      "malar-rash": "present",
      "oral-ulcers": "present",
      "synovitis-2-joints": "present",
      "direct-coombs": "present",
    }),
  ].flatMap((record) => {
    const { results = {} } = assess(record);
    return sets.flatMap((set) => {
      const result = results[set.id];
      const stands = result?.asAssessed === "classified" && result.verdict === "undetermined";
      return stands ? [{ record, set, result }] : [];
    });
  });

  test("comes first, and is told from what could only make it certain", () => {
    let undone = 0;
    for (const { record, set, result } of soFar) {
      const assessed = { record, interpreted: interpret(record), result: assess(record), definitions };
      const report = setReport(set, assessed);
      const [line = ""] = report ? openLines(report, definitions) : [];
      const [undo = "", certain = ""] = line.split(" Could make it certain: ");
      const undoing = result.open.filter((finding) => one(finding, record, set) === "not-classified");
      expect(result.open.slice(0, undoing.length).toSorted()).toEqual(undoing.toSorted());
      for (const finding of undoing) {
        expect(undo).toContain(name(finding));
        expect(undo).toMatch(/^Not known and could undo the verdict: /);
        expect(certain).not.toContain(name(finding));
        undone += 1;
      }
    }
    expect(undone).toBeGreaterThan(10);
  });
});

describe("what is said", () => {
  const several = FINDINGS.map(name).filter(isPlural);
  const drug = { status: "present", explainedBy: { cause: "drug" } } as const;
  const all = [...records, ...FINDINGS.map((finding) => recordOf({ "ana-1-80": "present", [finding]: drug }))];
  const texts = all.flatMap((record) => {
    const { facts } = interpret(record);
    const result = assess(record);
    if (!facts || !result.results) return [];
    const rows = comparison(facts, result.results, definitions, record.measurements);
    const subject = { record, result, definitions, version: "9.9.9" };
    const cells = rows.flatMap(({ cells: row }) =>
      sets.flatMap((set) => {
        const cell = row[set.id];
        return cell ? [cellText(cell, set, definitions)] : [];
      }),
    );
    return [fullNote(subject), shortNote(subject), ...disagreement(result.results, rows, definitions), ...cells];
  });

  test("of several things is said in the plural, and of one in the singular", () => {
    expect(several.toSorted()).toEqual([
      "nasal or nasopharyngeal ulcers",
      "oral ulcers",
      "other cellular casts",
      "red cell casts",
      "tender joints with morning stiffness",
    ]);
    const start = "(?:^|[.;:,] (?:and )?|which )";
    const singular = new RegExp(`${start}(?:${several.join("|")}),? (?:which )?(?:is|counts|has|does|needs)\\b`, "im");
    const others = FINDINGS.map(name).filter((one) => !isPlural(one));
    const escaped = others.map((one) => one.replace(/[()]/g, "\\$&")).join("|");
    const plural = new RegExp(`(?:^|[.;] )(?:${escaped}) (?:are|count|have|do|need)\\b`, "im");
    for (const text of texts) {
      expect(singular.exec(text)?.[0]).toBeUndefined();
      expect(plural.exec(text)?.[0]).toBeUndefined();
    }
  });

  test("of a total below 0 is its number, and never that it subtracts", () => {
    const below = texts.filter((text) => /−\d/.test(text));
    expect(below.length).toBeGreaterThan(0);
    for (const text of texts) {
      expect(text).not.toMatch(/(Score:|would be|reaches) subtracts/i);
      expect(text).not.toMatch(/[ (]-\d/);
    }
  });
});
