import { describe, expect, it } from "vitest";
import { practice as cases } from "../../criteria/practice/index.ts";
import type { FindingId, SleRecord } from "../../criteria/types.ts";
import { assess } from "../../lib/assess.ts";
import { recordOf } from "../../lib/practice/case.ts";
import { keptPlanOf } from "../../lib/practice/kept-plan.ts";
import { candidatesFor } from "../../lib/rounds/candidates.ts";
import { planOf } from "../../lib/rounds/plan.ts";
import { roundSchema } from "../../lib/rounds/round.ts";
import { definitions, identity, planFor, practice, prepared, RECORD } from "./support.ts";

const SETS = definitions.sets.map(({ id }) => id);

describe("a planned round", () => {
  it("has, for every question of every fifth written case, a right answer that comes to what the engine comes to", () => {
    for (const one of cases.cases.filter((_, position) => position % 5 === 0)) {
      const record = recordOf(one, definitions);
      const candidates = candidatesFor(record, SETS, definitions, practice.misreadings);
      expect(candidates.length, one.id).toBeGreaterThan(4);
      const { results } = assess(keptPlanOf(definitions), record);
      const plan = planFor(
        prepared(
          candidates.slice(0, 25).map(({ asks }) => asks),
          {
            record,
            parts: [],
            questions: candidates
              .slice(0, 25)
              .map(({ asks, words }, at) => ({ id: `q${at}`, asks, words, notes: "", told: 0 })),
          },
        ),
      );
      for (const { asks, choices, key } of plan.questions) {
        expect(key.right.length, one.id).toBeGreaterThan(0);
        for (const right of key.right) {
          const choice = choices.find((each) => each.key === right);
          expect(choice?.misreadings).toEqual([]);
          if (asks.kind !== "finding") continue;
          const scores = Object.fromEntries(choice?.consequences.map(({ set, score }) => [set, score]) ?? []);
          expect(scores).toEqual(Object.fromEntries(SETS.map((id) => [id, results?.[id]?.score.value])));
        }
        if (asks.kind === "points") {
          expect(key.right).toEqual([
            `points:${results?.[asks.set]?.domains.find(({ id }) => id === asks.domain)?.points}`,
          ]);
        }
        if (asks.kind === "verdict") expect(key.right).toEqual([results?.[asks.set]?.verdict]);
      }
    }
  });

  it("asks first what can be argued about, and says why", () => {
    const [first] = candidatesFor(RECORD, SETS, definitions, practice.misreadings);
    expect(first?.asks).toEqual({ kind: "finding", finding: "oral-ulcers" });
    expect(first?.why[0]).toBe("something else is said to explain it");
  });

  it("says of an answer that the values contradict why no set can be applied", () => {
    const plan = planFor(prepared([{ kind: "finding", finding: "thrombocytopenia" }]));
    const absent = plan.questions[0]?.choices.find(({ key }) => key === "absent");
    expect(absent?.consequences).toEqual([]);
    expect(absent?.contradicts).toContain("85");
  });

  it("names the misreadings behind wrong points", () => {
    const plan = planFor(prepared([{ kind: "points", set: "acr-1997", domain: "oral-ulcers" }]));
    expect(plan.questions[0]?.choices.find(({ key }) => key === "points:0")?.misreadings).toEqual([
      "An explained finding was left out where this set prints no exclusion.",
    ]);
  });

  it("is refused for a record that the engine cannot read", () => {
    const record = { ...RECORD, measurements: [{ test: "platelets", value: -4, unit: "10*9/L" }] } as const;
    const planned = planOf(
      prepared([{ kind: "verdict", set: "slerpi" }], { record }),
      definitions,
      practice.misreadings,
      identity,
    );
    expect(planned).toHaveProperty("why");
  });
});

/** The plan of one question about a finding of a record. */
function asked(finding: FindingId, record: Omit<SleRecord, "format">) {
  const round = prepared([{ kind: "finding", finding }], { record: { format: "sle-record/1", ...record }, parts: [] });
  const [question] = planFor({ ...round, questions: round.questions.map((one) => ({ ...one, told: 0 })) }).questions;
  if (!question) throw new Error("one question");
  const misread = (key: string) => question.choices.find((choice) => choice.key === key)?.misreadings.join(" ");
  const rule = (set: string) => question.key.rules.find((one) => one.set === set)?.says;
  return { ...question, misread, rule };
}

describe("what the key says of how a finding is known", () => {
  it("calls what is assumed assumed, says why, and takes it as right that nobody can tell", () => {
    const { key, misread } = asked("ana-above-reference", { findings: { "ana-1-80": "present" } });
    expect(key.reading).toMatch(/: assumed present: \S/);
    expect(key.reading).not.toContain("is present");
    expect(key.right).toEqual(["counts", "cannot-tell"]);
    expect(misread("cannot-tell")).toBe("");
    expect(misread("absent")).toBe(
      "What is assumed to be present was taken as absent, and nothing in the record says so.",
    );
  });

  it.each(definitions.assumptions)("for every assumption of the definitions: %#", ({ when, then }) => {
    const { key } = asked(then.finding, { findings: { [when.finding]: when.status } });
    expect(key.reading).toContain(`: assumed ${then.status}: `);
    expect(key.right).toContain("cannot-tell");
  });

  it("says that something was looked for only where somebody says so", () => {
    const stated = asked("malar-rash", { findings: { "malar-rash": "absent" } });
    expect(stated.key.reading).toContain(": looked for and absent.");
    expect(stated.misread("cannot-tell")).toBe("A finding that was looked for and is absent was taken as not known.");
    const measured = asked("thrombocytopenia", { measurements: [{ test: "platelets", value: 250, unit: "10*9/L" }] });
    expect(measured.key.reading).toContain(": not met by the values entered.");
    expect(measured.misread("counts")).toBe("A finding that is not met by the values entered was taken as present.");
    expect(measured.key.reading + measured.choices.flatMap((one) => one.misreadings).join()).not.toContain(
      "looked for",
    );
  });

  it("names what settles a finding that nobody was asked about, for every implication of the definitions", () => {
    for (const { from: when, to: then } of definitions.implications) {
      const wide = definitions.findings[then].label;
      const narrow = definitions.findings[when].label;
      const absent = asked(when, { findings: { [then]: "absent" } });
      if (absent.key.right.includes("absent")) {
        expect(absent.key.reading.startsWith(`${narrow}: absent because `), absent.key.reading).toBe(true);
        expect(JSON.stringify([absent.key, absent.choices])).not.toContain("looked for");
      }
      const present = asked(then, { findings: { [when]: "present" } });
      expect(present.key.reading.startsWith(`${wide}: present because `), present.key.reading).toBe(true);
    }
  });
});

describe("what the key says that each set makes of a finding", () => {
  it("is of this finding, where another meets or misses the same criterion", () => {
    const white = asked("leukopenia", { measurements: [{ test: "white-cells", value: 6, unit: "10*9/L" }] });
    for (const { says } of white.key.rules) expect(says).not.toMatch(/not known: lymphopenia/i);
    const c4 = asked("low-c4", { findings: { "low-c3": "present", "low-c4": "absent" } });
    for (const { says } of c4.key.rules) {
      expect(says).not.toBe("Low C3.");
      expect(says).toMatch(/^(Absent, so it does not count toward|Not an item|Complement is not in this set)/);
    }
  });

  it("does not rest on any other finding, for every finding that is absent or not known beside all others", () => {
    const all = Object.keys(definitions.findings) as FindingId[];
    for (const finding of all) {
      for (const findings of [{ [finding]: "absent" }, {}] as const) {
        const alone = asked(finding, { findings });
        const others = Object.fromEntries(
          (["low-c3", "malar-rash", "lymphopenia", "anti-sm"] as const)
            .filter((other) => other !== finding)
            .map((other) => [other, "present"]),
        );
        const beside = asked(finding, { findings: { ...others, ...findings } });
        // What the others settle is another question.
        if (beside.key.reading !== alone.key.reading) continue;
        expect(beside.key.rules, finding).toEqual(alone.key.rules);
      }
    }
  }, 60_000);
});

describe("the file of a prepared round", () => {
  const schema = roundSchema(definitions);
  const round = prepared([{ kind: "finding", finding: "oral-ulcers" }]);

  it("comes back as it was saved", () => {
    expect(schema.parse(JSON.parse(JSON.stringify(round)))).toEqual(round);
  });

  it.each([
    [{ ...round, questions: [] }, "Choose at least one question"],
    [{ ...round, sets: ["slerpi", "slerpi"] }, "A set is named twice"],
    [prepared([{ kind: "points", set: "slerpi", domain: "joints" }]), "slerpi has the domains"],
    [{ ...round, parts: [] }, "the case has 0 parts"],
    [{ ...round, questions: [...round.questions, ...round.questions] }, "two questions have the id q1"],
    [{ ...round, title: " " }, "A round needs a title"],
  ])("is refused where it says what cannot be: %#", (file, words) => {
    const read = schema.safeParse(file);
    expect(JSON.stringify(read.error?.issues)).toContain(words);
  });
});
