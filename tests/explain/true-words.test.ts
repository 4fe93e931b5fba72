/** Over all pairs of finding and set, the words are held to the definitions and to the state in the result. */
import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { CriteriaSet, FindingId, SleRecord } from "../../criteria/types.ts";
import { readingsOf } from "../../lib/definition/places.ts";
import { findingsIn, findingsRead } from "../../lib/definition/walk.ts";
import { type Cell, cellText, comparison } from "../../lib/explain/compare.ts";
import { fullNote, shortNote } from "../../lib/explain/notes.ts";
import { othersUnknown } from "../../lib/explain/others-unknown.ts";
import { criterionById, pointsPhrase, tracedLeaves } from "../../lib/explain/reasons.ts";
import { recordReport, setReport } from "../../lib/explain/report.ts";
import { inSentence, writeMeasurement } from "../../lib/explain/values.ts";
import { explain, explainTogether, statementOf } from "../../lib/record/edit.ts";
import { twinPlanOf, twinsOf } from "../../lib/record/twins.ts";
import type { SetResult } from "../../lib/scoring/result.ts";
import { clausesOf } from "../../lib/scoring/trace.ts";
import { assess, interpret } from "../support/assess.ts";
import { FINDINGS, measuredPresent, recordOf, recordsWith, tied, valuesOf } from "./support/records-from-data.ts";

const plan = twinPlanOf(definitions);
const { sets } = definitions;

/** Whatever is said of a record; undefined when one answer in it contradicts another. */
function saidOf(record: SleRecord) {
  const interpreted = interpret(record);
  const result = assess(record);
  const { facts } = interpreted;
  const { results } = result;
  if (!facts || !results) return undefined;
  const rows = comparison(facts, results, definitions, record.measurements);
  const assessed = { record, interpreted, result, definitions };
  const of = (set: CriteriaSet) => {
    const [one, report] = [results[set.id], setReport(set, assessed)];
    if (!one || !report) throw new Error(`no result of ${set.id}`);
    return { result: one, report };
  };
  return { record, facts, rows, assessed, notices: result.notices, of };
}

type Said = NonNullable<ReturnType<typeof saidOf>>;

function everyRecord(): readonly Said[] {
  return FINDINGS.flatMap((finding) => recordsWith(finding).flatMap((record) => saidOf(record) ?? []));
}

const everything = everyRecord();
const reads = new Map(sets.map((set) => [set.id, new Set(findingsRead(set))]));
const readsTied = (set: CriteriaSet, finding: FindingId) =>
  [...tied(finding)].some((one) => reads.get(set.id)?.has(one));

function context(said: Said, set: CriteriaSet, words: string): string {
  return `${set.id}: ${words}: ${JSON.stringify({ f: said.record.findings, m: said.record.measurements })}`;
}

test("there are records of every finding, and every test decides something in them", () => {
  const present = new Set(everything.flatMap(({ facts }) => FINDINGS.filter((one) => facts[one].status === "present")));
  expect(FINDINGS.filter((finding) => !present.has(finding))).toEqual([]);
  const withRules = FINDINGS.filter((finding) => definitions.findings[finding].decidedBy);
  expect(withRules.filter((finding) => !measuredPresent(finding))).toEqual([]);
});

describe("a finding of which a set reads any form", () => {
  test("is nowhere said to be no item, nor not read", () => {
    const wrong = everything.flatMap((said) =>
      sets.flatMap((set) => {
        const { report } = said.of(set);
        const cells = said.rows.flatMap(({ finding, cells: row }) =>
          row[set.id]?.kind === "not-an-item" && readsTied(set, finding) ? [`cell of ${finding}`] : [],
        );
        const tiedHere = FINDINGS.filter((finding) => readsTied(set, finding));
        const names = new Set(tiedHere.map((finding) => inSentence(definitions.findings[finding].label)));
        const tests = new Set(
          tiedHere.flatMap((one) => (definitions.findings[one].decidedBy ?? []).map((r) => r.test)),
        );
        const values = (said.record.measurements ?? []).filter((value) => tests.has(value.test));
        const written = new Set(values.map((value) => inSentence(writeMeasurement(value, definitions))));
        const unread = report.unread.filter((words) => names.has(words) || written.has(words));
        return [...cells, ...unread].map((words) => context(said, set, words));
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("is nowhere without an account on the page of the finding", () => {
    const silent = FINDINGS.flatMap((finding) =>
      readingsOf(finding, definitions)
        .filter(({ places, through, assumed, instead }) => [places, through, assumed, instead].every((x) => !x.length))
        .filter(({ set }) => readsTied(set, finding))
        .map(({ set }) => `${finding} in ${set.id}`),
    );
    expect(silent).toEqual([]);
  });

  test("is named with what is asked, and that is said to be what the record says of it", () => {
    for (const said of everything) {
      for (const set of sets) {
        const { report } = said.of(set);
        const asked = [
          ...report.instead.flatMap((one) => one.asked),
          ...said.rows.flatMap(({ cells }) => {
            const cell = cells[set.id];
            return cell?.kind === "asks" ? cell.asked : [];
          }),
        ];
        for (const { finding, state } of asked) {
          expect(reads.get(set.id)?.has(finding)).toBe(true);
          expect([finding, state === "not-known" ? "unknown" : state]).toEqual([finding, said.facts[finding].status]);
        }
        for (const { finding, state, measured } of asked) {
          const { origin } = said.facts[finding];
          expect([finding, measured ?? false]).toEqual([finding, state === "absent" && origin.kind === "measured"]);
        }
        for (const { why, asked: of } of report.instead) {
          // Values say it of their days: that it was never so is for a person to say.
          const byValues = of.length > 0 && of.every(({ measured }) => measured);
          expect([why, / absent$/.test(why) && byValues]).toEqual([why, false]);
          if (byValues) expect(why).toMatch(/ not met by the values entered$/);
          const open = of.some(({ state }) => state === "not-known");
          expect([why, /answer that$/.test(why)]).toEqual([why, open]);
        }
      }
    }
  });
});

/** What the result says where a cell says something else; undefined when they agree. */
function contradictionOf(
  cell: Cell,
  row: FindingId,
  set: CriteriaSet,
  { domains, entry, rule }: SetResult,
  said: Said,
) {
  const states = new Map(domains.flatMap(({ criteria }) => criteria.map((one) => [one.id, one] as const)));
  const reading = (finding: FindingId) =>
    [...states.values()].filter(({ id }) => {
      const when = criterionById(set, id)?.when;
      return when && findingsIn(when).includes(finding);
    });
  const { facts } = said;
  switch (cell.kind) {
    case "counted": {
      const one = states.get(cell.criterion);
      const explained = facts[row].explainedBy !== undefined;
      if (explained && !cell.despite) return "counts, and is not said to be explained";
      if (cell.despite?.as && facts[cell.despite.as].explainedBy) return "what counts in its place is explained";
      return one?.state === "counted" && one.weight === cell.weight ? undefined : one?.state;
    }
    case "outranked": {
      const one = states.get(cell.criterion);
      return one?.state === "outranked" && one.outrankedBy === cell.by ? undefined : one?.state;
    }
    case "excluded":
      return states.get(cell.criterion)?.state === "excluded" ? undefined : states.get(cell.criterion)?.state;
    case "same-criterion":
      return facts[cell.as].status === "present" ? undefined : "the other is not present";
    case "explained":
      return facts[cell.of ?? row].explainedBy ? undefined : "nothing explains it";
    case "not-enough": {
      if (cell.needs.some((finding) => facts[finding].status === "present")) return "what is needed is there";
      return reading(row).some(({ state }) => state === "counted") ? "it counts" : undefined;
    }
    case "opens":
      return entry === "met" || JSON.stringify(rule).includes('"kind":"route","met":"true"') ? undefined : "is shut";
    case "asks":
      return reads.get(set.id)?.has(row) ? "the set reads it" : undefined;
    case "takes-out":
    case "not-an-item":
      return undefined;
  }
}

describe("what is said", () => {
  test("in a cell is what the result says", () => {
    const wrong = everything.flatMap((said) =>
      sets.flatMap((set) =>
        said.rows.flatMap(({ finding, cells }) => {
          const cell = cells[set.id];
          if (!cell) return [context(said, set, `no cell of ${finding}`)];
          const other = contradictionOf(cell, finding, set, said.of(set).result, said);
          return other ? [context(said, set, `${finding}: ${cellText(cell, set, definitions)}, but ${other}`)] : [];
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test("of a finding that counts although it is explained is that it is explained, everywhere", () => {
    for (const said of everything) {
      for (const set of sets) {
        const { result, report } = said.of(set);
        const counted = new Set(report.counted.map(({ id }) => id));
        for (const { finding, cells } of said.rows) {
          const cell = cells[set.id];
          if (!said.facts[finding].explainedBy || cell?.kind !== "counted") continue;
          expect(context(said, set, cellText(cell, set, definitions))).toMatch(/although explained by/);
          expect(counted.has(cell.criterion)).toBe(true);
          expect(
            context(
              said,
              set,
              [...report.deciding, ...report.explainedYetCounts.map(({ sentence }) => sentence)].join(" "),
            ),
          ).toMatch(/counts? although|although the same result decides/);
        }
        for (const { code, message } of result.notices) {
          if (code !== "no-exclusion-printed" || !/ counts? although /.test(message)) continue;
          expect(context(said, set, message)).not.toBe("");
          const names = report.counted.flatMap(({ reason }) => reason.toLowerCase()).join(" ");
          const [label = ""] = message.split(/ counts? although /);
          const opening = report.opening.join(" ").toLowerCase();
          expect(
            `${names} ${opening} ${report.rule.map(({ sentence }) => sentence.toLowerCase()).join(" ")}`,
          ).toContain(label.toLowerCase());
        }
      }
    }
  });

  test("of one result that is explained for one of its findings is the same in each row", () => {
    for (const said of everything) {
      for (const set of sets) {
        const cellOf = new Map(said.rows.map(({ finding, cells }) => [finding, cells[set.id]]));
        for (const [row, cell] of cellOf) {
          if (cell?.kind !== "same-criterion" || !cell.explainedBy) continue;
          const other = cellOf.get(cell.as);
          // That one counts because nothing explains it, so that it cannot count although something does.
          const although = other?.kind === "counted" && other.despite !== undefined;
          expect(context(said, set, `${row}: ${although}`)).toBe(context(said, set, `${row}: false`));
        }
      }
    }
  });

  test("to be counted is a criterion that counts, and not what opens a set or is set aside", () => {
    let opened = 0;
    for (const said of everything) {
      for (const set of sets) {
        const { result, report } = said.of(set);
        for (const { sentence } of report.rule) expect(sentence).not.toContain("counted although");
        for (const { state, reason } of [...report.notCounted, ...report.notMet]) {
          expect([state, reason.includes("counted although")]).toEqual([state, false]);
        }
        if (!set.entry || result.entry !== "met") continue;
        for (const { finding, cells } of said.rows) {
          const by = said.facts[finding].explainedBy;
          const cell = cells[set.id];
          if (!by || cell?.kind !== "opens" || cell.route) continue;
          opened += 1;
          const words = "which does not matter here";
          expect(cellText(cell, set, definitions)).toMatch(new RegExp(`^entry criterion, explained by .*${words}$`));
          expect(report.opening.join(" ")).toContain(words);
        }
      }
    }
    expect(opened).toBeGreaterThan(0);
  });

  test("of a route that is not met is what is missing, and of one that is open what is not known", () => {
    const seen = new Set<string>();
    for (const said of everything) {
      for (const set of sets) {
        const { result, report } = said.of(set);
        const sentences = report.rule.map(({ sentence }) => sentence).join(" ");
        for (const clause of clausesOf(result.rule)) {
          if (clause.kind !== "route" || clause.met === "true") continue;
          // A rule of which another way is met says that one alone.
          if (!sentences.includes(`${clause.title}: `)) continue;
          seen.add(clause.met);
          const [, why = ""] = sentences.split(`${clause.title}: `);
          const wanted = tracedLeaves(clause.trace).filter(({ truth }) => truth !== "true");
          const named = wanted.filter(({ finding }) =>
            why.toLowerCase().includes(definitions.findings[finding].label.toLowerCase()),
          );
          expect(context(said, set, `${named.length > 0}: ${why}`)).toBe(context(said, set, `true: ${why}`));
          const [, unknown] = /Not known: ([^.]*)\./.exec(why) ?? [];
          for (const { finding, status } of wanted) {
            if (unknown?.split(/, | and /).includes(inSentence(definitions.findings[finding].label)))
              expect([finding, status]).toEqual([finding, "unknown"]);
          }
        }
      }
    }
    expect([...seen].sort()).toEqual(["false", "unknown"]);
  });

  test("of what a route lacks is what would help, and not what would only help without what is there", () => {
    const open = (findings: Parameters<typeof recordOf>[0]) => {
      const said = saidOf(recordOf(findings));
      const sentences = sets.flatMap((set) => said?.of(set).report.rule.map(({ sentence }) => sentence) ?? []);
      return sentences.flatMap((sentence) => /: still open\. (.*)$/.exec(sentence)?.[1] ?? []);
    };
    expect(open({ "ana-above-reference": "present" })).toEqual([
      "Not known: biopsy-proven lupus nephritis. Present, but not enough alone: ANA above the laboratory's range.",
    ]);
    expect(open({ "biopsy-lupus-nephritis": "present" })).toEqual([
      "Not known: ANA above the laboratory's range and anti-dsDNA at the SLICC level. Present, but not enough alone: biopsy-proven lupus nephritis.",
    ]);
  });

  test("in the sections is what the states are", () => {
    for (const said of everything) {
      for (const set of sets) {
        const { result, report } = said.of(set);
        const ids = (...states: readonly string[]) =>
          result.domains.flatMap(({ criteria }) =>
            criteria.flatMap((one) => (states.includes(one.state) ? [one.id] : [])),
          );
        expect(report.counted.map(({ id }) => id)).toEqual(ids("counted"));
        expect(report.notCounted.map(({ id }) => id)).toEqual(ids("outranked", "explained", "excluded"));
        expect(report.notMet.map(({ id }) => id)).toEqual(ids("not-met"));
        for (const { reason } of report.counted) expect(reason).not.toMatch(/not met|not known|does not count/i);
        for (const { state, reason } of report.notCounted) {
          const words = { outranked: /counts instead/, explained: /explained by/, excluded: /leaves it out/ };
          expect(context(said, set, reason)).toMatch(words[state as keyof typeof words]);
        }
        if (result.entry === "not-met") expect(report.score).not.toMatch(/with the unknowns/);
      }
    }
  });

  test("in a note is the report, to the line", () => {
    for (const said of everything.filter((_, position) => position % 7 === 0)) {
      const subject = { record: said.record, result: said.assessed.result, definitions, version: "9.9.9" };
      const full = fullNote(subject);
      const short = shortNote(subject);
      for (const set of sets) {
        const { report } = said.of(set);
        for (const { entered, why } of report.instead) {
          expect(full).toContain(`${entered}: this set ${why}`);
        }
        for (const { title, weight } of report.counted) {
          expect(full).toContain(`  ${weight < 0 ? "−" : "+"} ${title}, ${pointsPhrase(weight, set)}`);
        }
        for (const { why, sentence } of report.explainedYetCounts) {
          expect(full).toContain(sentence);
          if (why === "same-result") expect(short).toContain(sentence);
        }
      }
      const recorded = recordReport(said.assessed);
      for (const notice of recorded.notices) expect(full).toContain(notice);
      for (const line of full.split("\n").filter((one) => one.startsWith("  + ")))
        expect(line).not.toContain("subtracts");
      expect(full).toContain(`  ${othersUnknown(recorded)}\n`);
      // What follows from an answer or a value is known, and named nowhere in the record.
      const given = new Set(Object.keys(said.record.findings ?? {}));
      const follows = FINDINGS.some((one) => !given.has(one) && said.facts[one].status !== "unknown");
      if (follows) expect(othersUnknown(recorded)).toContain("except where it follows");
    }
  });
});

describe("the entry criterion", () => {
  test("is said to be shut by the titers entered, and what would open it, and that no score can help", () => {
    for (const value of [40, 20]) {
      const said = saidOf(recordOf({ fever: "present" }, [{ test: "ana-titer", value, unit: "{titer}" }]));
      const set = sets.find(({ entry }) => entry);
      if (!said || !set) throw new Error("no result");
      const { report } = said.of(set);
      expect(report.opening[0]).toBe(
        `The entry criterion is not met by the titers entered; a higher titer of any other day would open it. Entered: ANA titer 1:${value}.`,
      );
      expect(report.undecided).toEqual([]);
      expect(report.score).toBe("2 points (10 or more asked for, and the entry criterion, which is not met)");
    }
  });

  test("is not said so where a person answered it", () => {
    const said = saidOf(recordOf({ "ana-1-80": "absent" }));
    const set = sets.find(({ entry }) => entry);
    if (!said || !set) throw new Error("no result");
    expect(said.of(set).report.opening[0]).toBe("Entry criterion not met. Absent: ANA at least 1:80.");
  });
});

/** Pairs of findings that one record of values makes present, with that record. */
function twinRecords() {
  return FINDINGS.flatMap((finding) => {
    const values = measuredPresent(finding);
    const tests = new Set((definitions.findings[finding].decidedBy ?? []).map(({ test: id }) => id));
    const days = values?.map(({ date }) => date) ?? [];
    const all = [...tests]
      .flatMap(valuesOf)
      .map((value) => days.map((date) => ({ ...value, ...(date !== undefined && { date }) })));
    const seen = new Map<string, SleRecord>();
    for (const measurements of all) {
      const record = recordOf({}, measurements);
      const { facts, measured } = interpret(record);
      if (facts?.[finding].status !== "present" || facts[finding].origin.kind === "not-answered") continue;
      const twins = twinsOf(finding, measured, plan);
      if (twins.length > 0 && !seen.has(twins.join())) seen.set(twins.join(), record);
    }
    return [...seen].map(([twins, record]) => ({ finding, twins: twins.split(",") as FindingId[], record }));
  });
}

describe("what one result decides", () => {
  const pairs = twinRecords();
  const drug = { cause: "drug", text: "hydralazine" } as const;
  const elsewhere = (record: SleRecord) =>
    assess(record)
      .notices.filter(({ code }) => code === "explained-elsewhere")
      .map(({ finding }) => finding);

  test("there are such findings", () => {
    expect(new Set(pairs.map(({ finding }) => finding)).size).toBeGreaterThan(10);
  });

  test.each(pairs)(
    "$finding is explained with $twins, and each can be taken out again",
    ({ finding, twins, record }) => {
      const together = explainTogether(record, finding, drug, twins);
      expect(elsewhere(together)).toEqual([]);
      for (const one of [finding, ...twins]) expect(statementOf(together, one).explainedBy).toEqual(drug);
      for (const set of sets.filter(({ attribution }) => attribution.kind === "any-other-cause")) {
        expect([set.id, assess(together).results?.[set.id]?.score.value]).toEqual([set.id, 0]);
      }
      for (const taken of twins) {
        const apart = explain(together, taken, undefined);
        for (const one of [finding, ...twins]) {
          expect(statementOf(apart, one).explainedBy).toEqual(one === taken ? undefined : drug);
        }
        expect(elsewhere(apart)).toEqual(plan.counting.has(taken) ? [taken] : []);
        // A word of the explanation that is corrected afterward does not bring it back.
        const corrected = { cause: "drug", text: "procainamide" } as const;
        const again = explainTogether(apart, finding, corrected, twins);
        expect(statementOf(again, taken).explainedBy).toBeUndefined();
        for (const one of twins.filter((other) => other !== taken)) {
          expect(statementOf(again, one).explainedBy).toEqual(corrected);
        }
      }
    },
  );

  test.each(pairs)(
    "$finding explained alone is said of $twins that still count, and of nothing else",
    ({ finding, twins, record }) => {
      const alone = explain(record, finding, drug);
      const { facts } = interpret(alone);
      const counting = twins.filter((twin) => plan.counting.has(twin) && !facts?.[twin].explainedBy);
      const notices = assess(alone).notices.filter(({ code }) => code === "explained-elsewhere");
      expect(notices.map((notice) => notice.finding).toSorted()).toEqual(counting.toSorted());
      for (const { message } of notices) expect(message).toContain(`"${definitions.findings[finding].label}"`);
      const said = saidOf(alone);
      if (!said) throw new Error("no result");
      for (const set of sets) {
        const { result, report } = said.of(set);
        const byTwin = result.domains.flatMap(({ criteria }) =>
          criteria.filter(
            ({ id, state }) =>
              state === "counted" &&
              findingsIn(criterionById(set, id)?.when ?? { kind: "any", of: [] }).some((one) => counting.includes(one)),
          ),
        );
        if (byTwin.length > 0) expect(report.explainedYetCounts.length).toBeGreaterThan(0);
        for (const { sentence } of report.explainedYetCounts) expect(sentence).toMatch(/counts/);
      }
    },
  );

  test("is not said of findings that each rest on a result of their own", () => {
    const record = recordOf({ leukopenia: { status: "present", explainedBy: drug } }, [
      { test: "platelets", value: 80, unit: "10*9/L" },
      { test: "white-cells", value: 3, unit: "10*9/L" },
    ]);
    expect(elsewhere(record)).toEqual([]);
  });
});
