import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, ReferenceDefinitions, ReferenceSet, SleRecord } from "../../criteria/types.ts";
import { assess, assessFigures, assessmentPlanOf } from "../../lib/assess.ts";
import { lint } from "../../lib/check/lint.ts";
import { cellText, comparison } from "../../lib/explain/compare.ts";
import { disagreement } from "../../lib/explain/disagreement.ts";
import { fullNote, shortNote } from "../../lib/explain/notes.ts";
import { criterionReason } from "../../lib/explain/reasons.ts";
import { interpret } from "../../lib/record/interpret.ts";
import { planOf } from "../../lib/scoring/plan.ts";
import { robustnessOf } from "../../lib/scoring/robustness.ts";
import { timelineOf } from "../../lib/scoring/timeline.ts";

const checked = { source: ["slicc-2012-paper"], checked: "yes" } as const;
const present = (finding: FindingId) => ({ kind: "present", finding }) as const;

/** No published set: it uses every word of the grammar, in ways that none of the four does. */
const toy = {
  id: "toy-2030",
  title: "A toy set for this test, 2030",
  short: "Toy 2030",
  year: 2030,
  rule: "Four or more points, or the route, and the entry criterion.",
  purpose: "To be added without touching anything but data.",
  notFor: [],
  citations: ["slicc-2012-paper"],
  performance: [],
  attribution: {
    ...checked,
    kind: "as-printed",
    summary: "Fever from an infection; seizure from anything.",
    excludes: { fever: ["infection"], seizure: "any" },
  },
  outcome: { met: "In the toy group", notMet: "Not in the toy group" },
  unit: "points",
  entry: {
    ...checked,
    title: "Fever or a rash",
    definition: "Either.",
    when: { kind: "any", of: [{ kind: "recorded", finding: "fever" }, present("malar-rash")] },
  },
  domains: [
    {
      id: "general",
      title: "General",
      group: "clinical",
      criteria: [
        { ...checked, id: "hot", title: "Hot", definition: "Fever.", weight: 1, when: present("fever") },
        {
          ...checked,
          id: "several",
          title: "Several signs",
          definition: "Two of three.",
          weight: 2.5,
          when: { kind: "atLeast", count: 2, of: [present("fever"), present("seizure"), present("oral-ulcers")] },
        },
        {
          ...checked,
          id: "cold",
          title: "Cold",
          definition: "No fever, with ulcers.",
          weight: 1,
          when: { kind: "all", of: [present("oral-ulcers"), { kind: "not", of: present("fever") }] },
        },
      ],
    },
    {
      id: "against",
      title: "Against",
      group: "clinical",
      criteria: [
        {
          ...checked,
          id: "lung",
          title: "Lung disease",
          definition: "Takes one and a half.",
          weight: -1.5,
          when: present("interstitial-lung-disease"),
        },
      ],
    },
    {
      id: "blood",
      title: "Blood",
      group: "immunologic",
      criteria: [
        {
          ...checked,
          id: "antibody",
          title: "Antibody",
          definition: "Anti-dsDNA.",
          weight: 3,
          when: present("anti-dsdna"),
        },
      ],
    },
  ],
  classifiedWhen: {
    kind: "anyOf",
    of: [
      { kind: "scoreAtLeast", score: 4 },
      {
        kind: "allOf",
        of: [
          { kind: "criteriaAtLeast", count: 1, group: "immunologic" },
          {
            kind: "route",
            title: "Seizure without lung disease",
            by: "seizure",
            when: { kind: "all", of: [present("seizure"), { kind: "not", of: present("interstitial-lung-disease") }] },
          },
        ],
      },
    ],
  },
  decisions: [],
  mistakes: [],
  notItems: {},
  cautions: [{ code: "toy", message: "A toy set." }],
} as const satisfies ReferenceSet;

const withToy: ReferenceDefinitions = { ...definitions, sets: [...definitions.sets, toy] };
const plan = assessmentPlanOf(withToy);

const READ = ["fever", "malar-rash", "seizure", "oral-ulcers", "interstitial-lung-disease", "anti-dsdna"] as const;
type Read = (typeof READ)[number];

/** The toy set in plain code, for a patient of whom everything is known. */
function byHand(has: Readonly<Record<Read, boolean>>, feverExplained: boolean) {
  const fever = has.fever && !feverExplained;
  const general = Math.max(
    fever ? 1 : 0,
    [fever, has.seizure, has["oral-ulcers"]].filter(Boolean).length >= 2 ? 2.5 : 0,
    has["oral-ulcers"] && !fever ? 1 : 0,
  );
  const lung = has["interstitial-lung-disease"];
  const score = general + (lung ? -1.5 : 0) + (has["anti-dsdna"] ? 3 : 0);
  const route = has["anti-dsdna"] && has.seizure && !lung;
  return { score, classified: (has.fever || has["malar-rash"]) && (score >= 4 || route) };
}

/** Every state of the six findings, fever also explained by an infection. */
const states = READ.reduce<readonly Partial<Record<Read, string>>[]>(
  (sum, finding) =>
    sum.flatMap((state) => [
      { ...state, [finding]: "present" },
      { ...state, [finding]: "absent" },
      { ...state, [finding]: "unknown" },
      ...(finding === "fever" ? [{ ...state, [finding]: "explained" }] : []),
    ]),
  [{}],
);

function recordOf(state: Partial<Record<Read, string>>): SleRecord {
  const findings = Object.entries(state).map(([finding, status]) => [
    finding,
    status === "explained" ? { status: "present", explainedBy: { cause: "infection" } } : status,
  ]);
  return { format: "sle-record/1", findings: Object.fromEntries(findings) };
}

function completionsOf(state: Partial<Record<Read, string>>) {
  const open = READ.filter((finding) => state[finding] === "unknown");
  return Array.from({ length: 2 ** open.length }, (_, answers) => {
    const has = Object.fromEntries(
      READ.map((finding) => [
        finding,
        open.includes(finding) ? (answers & (1 << open.indexOf(finding))) !== 0 : state[finding] !== "absent",
      ]),
    ) as Record<Read, boolean>;
    return { answers, open, ...byHand(has, state.fever === "explained") };
  });
}

describe("a fifth set, as data alone", () => {
  test("passes the lint, which reports where it takes from a score", () => {
    expect(
      lint(withToy)
        .filter(({ path }) => path.startsWith("sets.toy"))
        .map(({ level, code }) => `${level} ${code}`),
    ).toEqual(["info mixed-polarity", "info subtracts"]);
  });

  test("has an exact verdict, exact bounds and exact open findings in all 972 states of what it reads", () => {
    expect(states).toHaveLength(972);
    for (const state of states) {
      const result = assess(plan, recordOf(state)).results?.[toy.id];
      const completions = completionsOf(state);
      const scores = completions.map(({ score }) => score);
      const verdicts = new Set(completions.map(({ classified }) => classified));
      const verdict = verdicts.size === 2 ? "undetermined" : verdicts.has(true) ? "classified" : "not-classified";
      const pivotal = (completions[0]?.open ?? []).filter((_, position) =>
        completions.some(
          ({ answers, classified }) => completions[answers ^ (1 << position)]?.classified !== classified,
        ),
      );
      expect(
        {
          verdict: result?.verdict,
          lower: result?.score.lower,
          upper: result?.score.upper,
          open: [...(result?.open ?? [])].sort(),
        },
        JSON.stringify(state),
      ).toEqual({ verdict, lower: Math.min(...scores), upper: Math.max(...scores), open: pivotal.sort() });
    }
  });

  test("is explained, compared, noted and placed in time by the same readers", () => {
    const record: SleRecord = {
      format: "sle-record/1",
      findings: {
        fever: { status: "present", explainedBy: { cause: "drug" }, date: "2030-01-02" },
        seizure: { status: "present", explainedBy: { cause: "other" }, date: "2030-01-03" },
        "oral-ulcers": { status: "present", date: "2030-01-04" },
        "anti-dsdna": { status: "present", date: "2030-01-05" },
      },
    };
    const result = assess(plan, record);
    const facts = interpret(plan.record, record).facts;
    const assessed = result.results?.[toy.id];
    if (!facts || !assessed || !result.results) throw new Error("the record has an error");
    expect(assessed.score.value).toBe(5.5);
    expect(assessed.notices.map(({ code, finding }) => [code, finding])).toEqual([
      ["no-exclusion-printed", "fever"],
      ["toy", undefined],
    ]);
    for (const { criteria } of assessed.domains) {
      for (const criterion of criteria)
        expect(criterionReason(criterion, toy, { definitions: withToy, measurements: [] })).toMatch(/^[A-Z].*\.$/);
    }
    const rows = comparison(facts, result.results, withToy);
    const fever = rows.find(({ finding }) => finding === "fever")?.cells[toy.id];
    expect(fever && cellText(fever, toy, withToy)).toBe(
      "+2.5 with oral ulcers, although explained by a drug: no exclusion printed",
    );
    expect(disagreement(result.results, rows, withToy)[0]).toMatch(/^Toy 2030 classifies; /);
    const subject = { record, result, definitions: withToy, version: "1" };
    expect(shortNote(subject)).toContain("Toy 2030 ");
    expect(fullNote(subject)).toContain("in the toy group");
    expect(fullNote(subject)).toContain("A toy set for this test, 2030");
    expect(robustnessOf(planOf(toy, withToy), facts).carriedBy).toContain("anti-dsdna");
    expect(timelineOf(plan, record)?.firstClassified[toy.id]).toBe("2030-01-05");
    expect(Object.keys(assessFigures(plan, record))).toContain(toy.id);
  });
});
