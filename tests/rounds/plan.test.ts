import { describe, expect, it } from "vitest";
import { practice as cases } from "../../criteria/practice/index.ts";
import { assess } from "../../lib/assess.ts";
import { recordOf } from "../../lib/practice/case.ts";
import { keptPlanOf } from "../../lib/practice/kept-plan.ts";
import { candidatesFor } from "../../lib/rounds/candidates.ts";
import { planOf } from "../../lib/rounds/plan.ts";
import { roundSchema } from "../../lib/rounds/round.ts";
import { definitions, planFor, practice, prepared, RECORD } from "./support.ts";

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
    );
    expect(planned).toHaveProperty("why");
  });
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
