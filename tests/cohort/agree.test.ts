import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type {
  Condition,
  FindingId,
  ReferenceDomain,
  ReferenceSet,
  SleRecord,
  Statement,
  Status,
} from "../../criteria/types.ts";
import { assessmentPlanOf } from "../../lib/assess.ts";
import type { AssessmentPlan } from "../../lib/scoring/plan.ts";
import { randomFrom } from "../scoring/support/random-records.ts";
import { FINDINGS, randomRecord, randomSet } from "../scoring/support/random-set.ts";
import { disagreements, rowByAssess, scored } from "./support/agree.ts";
import { fileOf, randomCohort } from "./support/random-cohort.ts";

describe("the compiled scorer says what `assess` says, row for row", () => {
  // `npm run bench -- cohort agree` compares a million.
  // A few first, which mostly say at once what is wrong.
  test.each([2, 24])("%d files of random partial rows: explained findings, values, limits, contradictions", (files) => {
    const random = randomFrom(2019);
    const seen = new Map<string, number>();
    for (let round = 0; round < files; round += 1) {
      const cohort = randomCohort(random, 250);
      expect(disagreements(cohort).slice(0, 3), fileOf({ ...cohort, rows: cohort.rows.slice(0, 2) })).toEqual([]);
      for (const row of scored(fileOf(cohort)).slice(1)) {
        const word =
          /(contradiction|implausible-value)$/.exec(row)?.[0] ?? (row.includes("undetermined") ? "open" : "settled");
        seen.set(word, (seen.get(word) ?? 0) + 1);
      }
    }
    // The sample says something only when it has rows of every kind.
    expect(seen.size).toBe(4);
    expect(Math.min(...seen.values())).toBeGreaterThan(2 * files);
  });
});

type Said = "" | "present" | "absent" | `explained:${"drug" | "infection"}`;

/** The rows of a file in which each patient has these answers to these findings, and what `assess` says of each. */
function compared(findings: readonly FindingId[], patients: readonly (readonly Said[])[], own: AssessmentPlan) {
  const file = [["id", ...findings], ...patients.map((cells, row) => [`P${row}`, ...cells])]
    .map((row) => row.join(","))
    .join("\n");
  const expected = patients.map((cells, row) => {
    const answers = findings.flatMap((finding, at): [FindingId, Status | Statement][] => {
      const said = cells[at] ?? "";
      if (said === "") return [];
      if (said === "present" || said === "absent") return [[finding, said]];
      const cause = said === "explained:drug" ? "drug" : "infection";
      return [[finding, { status: "present", explainedBy: { cause } }]];
    });
    return rowByAssess(`P${row}`, { format: "sle-record/1", findings: Object.fromEntries(answers) }, own);
  });
  return { rows: scored(`${file}\n`, [], own).slice(1), expected };
}

/** Every way in which so many findings can be answered. */
const everyWay = (findings: number): readonly (readonly Said[])[] =>
  findings === 0
    ? [[]]
    : everyWay(findings - 1).flatMap((ways) =>
        (["", "present", "absent", "explained:drug"] as const).map((one) => [...ways, one]),
      );

/** A set of these criteria, each in a domain of its own: the first gives the most. */
function setOf(conditions: readonly Condition[], score: number, more: Partial<ReferenceSet> = {}) {
  const [template] = definitions.sets;
  if (!template) throw new Error("a set");
  const { entry: _, ...set } = template;
  const domains = conditions.map((when, at) => domainOf(when, conditions.length - at));
  const classifiedWhen = { kind: "scoreAtLeast", score } as const;
  return assessmentPlanOf({ ...definitions, sets: [{ ...set, domains, classifiedWhen, ...more }] });
}

function domainOf(when: Condition, weight: number, group: ReferenceDomain["group"] = "clinical"): ReferenceDomain {
  const id = `${weight}`;
  const said = {
    id,
    title: id,
    definition: "",
    source: definitions.sets[0]?.citations ?? ["msd-manual-table"],
  } as const;
  return { id, title: id, group, criteria: [{ ...said, weight, when, checked: "yes" }] };
}

const present = (finding: FindingId): Condition => ({ kind: "present", finding });

describe("every way of answering a few findings that settle each other", () => {
  test.each(definitions.assumptions)("an assumption and what it fills: %#", ({ when, then }) => {
    const { rows, expected } = compared(
      [when.finding, then.finding, "fever"],
      everyWay(2).map((ways) => [...ways, ""]),
      assessmentPlanOf(definitions),
    );
    expect(rows).toEqual(expected);
    expect(new Set(rows.map((row) => row.replace(/^P\d+/, ""))).size).toBeGreaterThan(3);
  });

  const CHAIN = ["hemolytic-anemia-with-reticulocytosis", "hemolytic-anemia", "hemolysis"] as const;

  // One that counts when it is present, and by another criterion when it is not, pulls both ways.
  test.each(CHAIN.flatMap((one) => CHAIN.filter((other) => other !== one).map((other) => [one, other] as const)))(
    "%s pulls both ways beside %s, which it implies or is implied by",
    (both, other) => {
      const own = setOf(
        [{ kind: "not", of: present(both) }, present(other), { kind: "all", of: [present(both), present("fever")] }],
        3,
      );
      const { rows, expected } = compared([...CHAIN, "fever"], everyWay(4), own);
      expect(rows).toEqual(expected);
    },
  );

  test.each(CHAIN.flatMap((one) => CHAIN.filter((other) => other !== one).map((other) => [one, other] as const)))(
    "%s pulls up and %s down, which it implies or is implied by",
    (up, down) => {
      for (const kind of ["present", "recorded"] as const) {
        const own = setOf(
          [
            { kind, finding: up },
            { kind: "not", of: { kind, finding: down } },
          ],
          2,
        );
        const { rows, expected } = compared([...CHAIN], everyWay(3), own);
        expect(rows).toEqual(expected);
      }
    },
  );

  test("a criterion that is asked for pulls up, also where it takes points off", () => {
    const own = setOf([], 0, {
      domains: [domainOf(present("malar-rash"), 3, "immunologic"), domainOf(present("fever"), -1)],
      classifiedWhen: {
        kind: "allOf",
        of: [
          { kind: "scoreAtLeast", score: 2 },
          { kind: "criteriaAtLeast", count: 1, group: "clinical" },
        ],
      },
    });
    const { rows, expected } = compared(["malar-rash", "fever"], everyWay(2), own);
    expect(rows).toEqual(expected);
    expect(rows.some((row) => row.includes("undetermined"))).toBe(true);
  });

  test.each([
    ["biopsy-class-2-or-5", "biopsy-class-3-or-4", "biopsy-lupus-nephritis"],
    ["synovitis-2-joints", "tender-joints-with-stiffness", "nonerosive-arthritis"],
  ] as const)("%s and %s hand the explanation of the first on to %s", (first, second, then) => {
    const own = setOf([present(then), { kind: "recorded", finding: first }], 2, {
      attribution: {
        kind: "as-printed",
        excludes: { [then]: ["drug"] },
        summary: "",
        source: ["msd-manual-table"],
        checked: "yes",
      },
    });
    const ways: readonly Said[] = ["", "present", "absent", "explained:drug", "explained:infection"];
    const patients = ways.flatMap((a) => ways.flatMap((b) => ways.map((c) => [a, b, c] as const)));
    const { rows, expected } = compared([first, second, then], patients, own);
    expect(rows).toEqual(expected);
  });
});

test("as many as eight findings that pull both ways are gone through, and more are refused", () => {
  const many = [
    "malar-rash",
    "discoid-lupus",
    "oral-ulcers",
    "seizure",
    "psychosis",
    "delirium",
    "fever",
    "low-c3",
    "low-c4",
  ] as const;
  const pulling = (count: number) => {
    const findings = many.slice(0, count);
    const some: Condition = { kind: "any", of: findings.map(present) };
    const own = setOf([some, { kind: "not", of: some }], 2);
    const patients = [0, 1, count].flatMap((said) =>
      (["present", "absent"] as const).map((answer) => findings.map((_, at) => (at < said ? answer : ""))),
    );
    return compared(findings, patients, own);
  };
  const { rows, expected } = pulling(8);
  expect(rows).toEqual(expected);
  expect(() => pulling(9)).toThrow("has 9 findings without one extreme");
});

describe("the scorer is compiled from any set, not from the four that are written", () => {
  test.each([12, 120])(
    "%d sets made up at random, with negations, points that are taken off, entries and routes",
    (sets) => {
      const random = randomFrom(18);
      let [compiled, compared] = [0, 0];
      for (let round = 0; round < sets; round += 1) {
        const own = assessmentPlanOf({ ...definitions, sets: [randomSet(random)] });
        const records = Array.from({ length: 20 }, () => randomRecord(random));
        const cells = (record: SleRecord) =>
          FINDINGS.map((finding) => {
            const answer = record.findings?.[finding];
            if (typeof answer !== "object") return answer ?? "";
            return `explained:${answer.explainedBy?.cause}`;
          });
        const file = [["id", ...FINDINGS], ...records.map((record, row) => [`P${row}`, ...cells(record)])]
          .map((row) => row.join(","))
          .join("\n");
        let rows: readonly string[];
        try {
          rows = scored(`${file}\n`, [], own).slice(1);
        } catch (cause) {
          // Nearly all findings without one extreme answer: it is said, and nothing is scored.
          if (cause instanceof RangeError) continue;
          throw cause;
        }
        compiled += 1;
        compared += records.length;
        const expected = records.map((record, row) => rowByAssess(`P${row}`, record, own));
        expect(rows, JSON.stringify(own.sets[0]?.set)).toEqual(expected);
      }
      expect(compiled).toBeGreaterThan((sets * 2) / 3);
      expect(compared).toBe(compiled * 20);
    },
    300_000,
  );
});
